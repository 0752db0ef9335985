"""Hosts in addresses that a program used, as a sign, a key or a word beside the address says; not of what people read."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detectors import _domains
from collector.redaction.detectors._endings import Ending

_REACH = 128
_LABEL = r"[a-z0-9_][a-z0-9_\-]{0,62}"
_ADDRESS = compiled(
    rf"(?<![a-z0-9+.\-])(?P<scheme>[a-z][a-z0-9+.\-]{{1,20}})://(?P<user>[^\s/?#\"'<>@]{{1,256}}@)?(?P<name>{_LABEL}(?:\.[a-z0-9_\-]{{1,63}}){{0,7}}\.[a-z][a-z0-9\-]{{1,62}})(?=\.?(?:[:/?#\s\"'`<>()\[\]{{}},;|\\]|$))"
)
_METHOD = r"(?:get|post|put|patch|head|delete|options)"
_VERB = r"(?:call|fetch|post|request|hitt?|invok|notify|prox|query|poll|crawl|scrap|upload|redirect|forward|clon|load|reach|contact|connect|ping|prob|submit|deliver|retry|access)"
_CALLED = rf"(?:{_VERB}(?:e?d|ing|e?s)|curl|(?:fail\w{{0,3}}|unable|could not|couldn't|cannot|can't|trying|error|not) (?:to )?{_VERB}e?)"
_KEY = r"(?:base|origin|refer+er|location|issuer|authority|audience|upstream|backend|redirect|next|return|return_?to|goto|continue|callback|webhook|hook|target|api|service|remote|endpoint|server|host|broker|registry|proxy|peer|node|sink|destination|dest|site|site_?url|root|instance|gateway|realm|tenant|address|addr|allow-origin)"
_BEFORE = Ending(
    compiled(
        rf"(?m)(?:\b{_METHOD}\]? ?[\"'(]?|\b{_CALLED}:? (?:to |from |at |the )?[\"'<(\[]?|(?<![a-z])(?:webhooks?|callback|url|uri|origin|proxy|refer+er|endpoint|upstream|backend|server|host|registry|peer|node|broker)s?:? [\"'<(\[]?"
        rf"|\" \d{{3}} (?:\d{{1,12}}|-) \"|{_KEY}(?:[_\-.]?(?:ur[il]s?|base|host|endpoint|path|uri))?\\{{0,3}}[\"']?[ \t]{{0,3}}(?:=>|:=|[:=])[ \t]{{0,8}}\\{{0,3}}[\"'(<\[]?"
        r"|\b(?:\w{1,12}_pass|proxypass(?:reverse)?(?:[ \t]{1,8}\S{1,80})?|return 30[12378]|wget|curl)[ \t]{1,8}(?:-{1,2}[\w\-]{1,20}[ \t]){0,3}[\"']?"
        r"|(?:get|post|put|patch|delete|fetch|request|urlopen|connect|ajax|socket|redirect|navigate|goto|axios|createclient|send|call)\([\"'`]"
        r"|^(?:origin|upstream)\t|(?:error|exception|failed|failure|timeout)\w{0,12}:? [\"'(]?|^deb(?:-src)?[ \t]{1,4}(?:\[[^\]\n]{1,80}\][ \t]{1,4})?|^(?:err|get|hit|ign):\d{1,4} |\bindex(?:es)?: |\bdownloading (?:from )?(?:[\w.\-]{1,40}: )?"
        r"|<[\w:.\-]{0,40}(?:endpoint|callback|webhook|server|proxy|issuer|base|service|broker)(?:-?ur[il])?>)\Z"
    ),
    _REACH,
)
_PATH = r"[^\s\"'<>]{0,400}?[\"'>)\]]{0,2}"
_ANSWERED = compiled(
    rf"{_PATH}(?:,? (?:returned|responded|replied|answered|failed|fails|timed out|timeout|is (?:down|unreachable|not reachable|unavailable)|refused|rejected|could not be|did not|took \d|gave|closed|->? ?[1-5]\d\d\b|=> [1-5]\d\d\b|\(?(?:http )?[1-5]\d\d\b(?! ?%)|status|connection)|:? (?:connection|timeout|read timeout|connect timeout|eof|dial tcp|i/o|context deadline|status|http(?: error)?[ /:]{{1,2}}\d|[1-5]\d\d\b|404|net/http))"
)
# Pages that people read.
_READ = compiled(
    r"(?:docs?|man|manual|blog|bugs|lists|mail-archive|web\.archive)\..*(?<!\.internal)(?<!\.local)(?<!\.corp)(?<!\.lan)"
)
HEADS = (r"(?i)[a-z0-9]://(?:[^\s/?#\"'<>@]*@)?[a-z0-9_][a-z0-9_\-.]*\.[a-z]",)


def used(text: str) -> Iterator[re.Match[str]]:
    """Yield the addresses in a text in lower case whose hosts a program had to do with."""
    return (match for match in _ADDRESS.finditer(text) if _is_used(match))


def _is_used(match: re.Match[str]) -> bool:
    text = match.string
    if _domains.is_public(match["name"]) or _READ.fullmatch(match["name"]):
        return False
    return (
        match["user"] is not None
        or _BEFORE.stands_before(text, match.start())
        or _ANSWERED.match(text, match.end()) is not None
    )
