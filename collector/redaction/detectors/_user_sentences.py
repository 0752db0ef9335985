"""User names as sentences tell of them: what somebody did, or what was done to an account."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors._user_words import ABOUT, COMMON, is_attribute, is_somebody
from collector.redaction.detectors._wordlist import words

_PLAIN = r"[A-Za-z\u00c0-\uffff][\w.\-]{1,31}"
_NAME = rf"(?:[A-Za-z0-9][\w.\-]{{0,30}}\\{{1,4}})?(?P<name>{_PLAIN})"
_QUOTED = rf"(?P<q>[\"'`\[]{{1,2}})?{_NAME}[\"'`\]]{{0,2}}"
_SOMEBODY = r"(?:[Uu]ser(?:[ ]?name|[ ]account)?|USER|[Aa]ccount|[Ll]ogin|[Rr]ole|[Pp]rincipal)"
_WAS = r"(?:has been|have been|had been|was|is|is now|is already|got|been)"
_DONE = r"(?:locked(?: out)?|unlocked|blocked|disabled|enabled|suspended|deactivated|activated|banned|expired|created|deleted|removed|added|renamed|logged (?:in|out|on|off)|signed (?:in|out)|authenticated|denied|rejected|granted|promoted|invited|disconnected|impersonated)"
# What happens to a named account.
_HAPPENED = compiled(
    rf"\b{_SOMEBODY}:?[ ]{_QUOTED}[ ](?:{_WAS} (?:successfully |temporarily |permanently |automatically )?{_DONE}\b|{_DONE}(?=[ \t\r]*$|[.,;(]| (?:from|by|at|via|on|for|in|to|successfully|after)\b)|(?:could not|cannot|can't|failed to) (?:log|sign|authenticate|be authenticated|be found)|(?:has|have|had) (?:logged|signed)\b|(?:is )?not (?:found|allowed|authorized|permitted|known|active|a member)\b|(?:already|no longer) exists?\b|does(?: not|n't) (?:exist|have)\b|has no \w|lacks \w|(?:connected|disconnected|joined|authenticated)\b|failed (?:login|authentication)|tried to\b|attempted\b|requested\b|changed (?:the |his |her |their )?password)"
)
# What somebody does or is, where the name looks like one.
_DOES = compiled(
    rf"\b(?:{_SOMEBODY}|USERNAME)(?:[ ](?:is|was|named|called))?[ ](?P<q>[\"'`\[])?{_NAME}(?(q)[\"'`\]])(?=[\s,;)]|[.:](?:\s|$)|$)|(?<!systemd)/users?/(?P<path>{_PLAIN})(?=[/?\"'\s]|$)"
)
_DO = r"(?:[Cc]reat|[Dd]elet|[Rr]emov|[Aa]dd|[Ll]ock|[Uu]nlock|[Bb]lock|[Bb]ann?|[Dd]isabl|[Uu]pdat|[Rr]enam|[Ii]nvit|[Ss]uspend|[Aa]uthenticat|[Ii]mpersonat|[Pp]romot)(?:ed|ing)"
_DONE_TO = compiled(
    rf"(?m)(?:(?:^|(?<=[:\]\-|] )){_DO}(?: the)?(?: new)?|\b[Ll]ogged in|\b(?:failed|denied|refused|rejected|unknown|duplicate):?) (?:user|account)(?:name)?:? {_QUOTED}(?=[ \t\r]*$|[,;)]|[.:](?:\s|$)| (?:to|from|in|on|with|successfully|via|at|by|as|\()\b)"
)
# Who signs in, or cannot.
_SIGN_IN = r"\b(?:[Ll]ast[ ])?(?:[Ll]og(?:in|on|[ -]in)|[Ss]ign[ -]?in|[Aa]uth(?:entication|orization)?|[Aa]ccess|[Pp]ermission|[Pp]assword|PASSWORD|[Ss]ession)(?: attempts?)?"
_WHO = rf"(?: (?:user|account|principal))?:? (?P<q>[\"'`\[])?{_NAME}(?=[\"'`\]]?(?:[\r\n,;)(]|\.(?:\s|$)|:(?:\s|$)|$|[ ](?:from|at|via|on|because|due|in|after|failed|denied)\b))"
_FAILS = compiled(
    rf"(?:\b(?:[Bb]ad|[Ww]rong|[Ii]ncorrect|[Ii]nvalid) (?:password|login|credentials|authentication)|\b(?:[Ff]ailed|[Ss]uccessful|[Uu]nsuccessful|[Bb]locked|[Rr]ejected|[Nn]ew) (?:login|log-in|logon|sign-in|authentication|auth)(?: attempts?)?|{_SIGN_IN} (?:failed|failure|fails|denied|refused|rejected|succeeded|successful|error|reset|changed|expired|expires|granted|requested|rotated|started|ended)) (?:for|by){_WHO}"
)
_FAILS_HEAD = (
    r"(?i)(?:(?:bad|wrong|incorrect|invalid) (?:password|login|credentials|authentication)|(?:failed|successful|blocked|rejected|new) (?:log-?in|logon|sign-in|auth(?:entication)?)(?: attempts?)?"
    r"|(?:log(?:in|on|[ -]in)|sign[ -]?in|auth(?:entication|orization)?|access|permission|password|session)(?: attempts?)? (?:fail(?:ed|ure|s)|denied|refused|rejected|succeeded|successful|error|reset|changed|expire[ds]|granted|requested|rotated|started|ended)) (?:for|by)[ :]"
)
_SIGNS_IN = compiled(
    rf"\b(?:[Ll]og(?:in|on|[ -]in)|[Ss]ign[ -]?in|[Aa]uth(?:entication)?|[Pp]assword)(?: attempts?)? (?:for|by|as){_WHO}"
)
_CONNECTED_AS = compiled(
    rf"\b(?:[Cc]onnect(?:ed|ing)?|[Ll]og(?:ged|ging)?[ ]?(?:in|on)|[Ss]ign(?:ed|ing)? in|[Rr]un(?:s|ning)?|[Rr]an|[Aa]ct(?:s|ing)?|[Ee]xecut(?:e|ed|es|ing)|[Aa]uthenticat(?:e|ed|ing)|[Ii]mpersonat(?:e|ed|ing)|[Bb](?:ind|ound|inding)) as (?:the )?(?:user |account )?(?P<q>[\"'`\[])?{_NAME}(?=[\"'`\]]?(?:[\s,;)]|[.:](?:\s|$)|$))"
)
_RUN_BY = compiled(
    rf"(?i:(?<![a-z])admin(?:istrator)?(?P<q>[\"'])?[ \t]{{0,2}}[=:][ \t]{{0,8}}[\"'<]?){_NAME}(?![\w@(\-/:]|\.\w)"
)
# What happened, and behind a colon to whom.
_HAPPENED_TO = compiled(
    rf"\b(?:[Ll]og(?:in|on|out|[ -]in)|[Ss]ign[ -]?in|[Aa]uth(?:entication)?|[Aa]ccount|[Uu]ser|[Pp]assword|[Ss]ession)(?: (?:attempt|logged|signed))?(?: (?:is|was|has been|is now))? (?:failed|failure|denied|refused|rejected|successful|succeeded|success|locked(?: out)?|unlocked|blocked|disabled|enabled|suspended|banned|expired|deleted|created|removed|added|reset|changed|opened|closed|started|in|out|on|off): ?(?P<q>[\"'`\[])?{_NAME}(?=[\"'`\]]?(?:[\r\n,;)(]|\.(?:\s|$)|$|[ ](?:from|at|via|on|because|due|after|\()))"
)
# Whose work it is.
_BY_SOMEBODY = compiled(
    rf"\b(?:[Aa]ssigned to|(?:[Ss]ubmitted|[Aa]pproved|[Rr]equested|[Rr]eviewed|[Pp]osted|[Oo]wned|[Ll]ocked|[Uu]nlocked|[Mm]odified|[Cc]hanged|[Uu]pdated|[Cc]reated|[Dd]eleted|[Rr]emoved|[Ii]nitiated|[Tt]riggered|[Cc]ancell?ed|[Aa]cknowledged|[Ss]igned|[Uu]ploaded|[Pp]ushed|[Mm]erged|[Cc]ommitted|[Ee]dited|[Rr]eported|[Rr]ejected|[Ee]xecuted|[Ss]tarted|[Ss]topped|[Kk]illed|[Hh]eld|[Dd]eployed|[Rr]eleased|[Bb]uilt|[Rr]estarted|[Rr]ebooted|[Ss]cheduled|[Pp]erformed|[Rr]esolved|[Cc]losed|[Oo]pened|[Pp]aused|[Rr]esumed|[Tt]erminated|[Rr]olled back|[Pp]ublished|[Gg]ranted|[Rr]evoked|[Dd]isabled|[Ee]nabled|[Aa]uthored|[Vv]erified|[Ii]nstalled|[Uu]pgraded) by) (?P<q>[\"'`])?{_NAME}(?=[\"'`]?(?:[\s,;)]|[.:](?:\s|$)|$))"
)
# Who is given what.
_GIVEN = compiled(
    rf"\b(?:[Gg]rant|[Aa]ssign|[Rr]evok)(?:ed|ing|es) (?:the )?(?:(?:role|privilege|access|membership)s? (?:[\w:.\"'\-]{{1,40}} )?|permissions? [\w:.\"'\-]{{1,40}} )(?:to|from) (?:user )?(?P<q>[\"'`])?{_NAME}(?(q)[\"'`])(?=[ \t\r]*$|[,;)]|\.(?:\s|$)| (?:by|on|in|at)\b)",
    re.MULTILINE,
)
# What hardly a name ends in, and nouns of what is done do.
_NOUN = compiled(r"(?:[a-z]{2}[ts]ion|[a-z]{4}(?:ment|ness|ship)|[a-z]{7}ly)s?\Z")
_LOGIN = compiled(
    r"[a-z]{3,12}\d{1,4}|[a-z]{1,20}\.[a-z]{3,20}(?:\d{1,4}|\.[a-z]{3,20})?|[a-z]{2,20}_[a-z]{1,20}\d{1,4}"
)
_THINGS = compiled(
    r"(?:sha|md|ipv|oauth|utf|base|http|mp|rfc|tls|ssl|python|node|php|ruby|java|perl|lua|worker|step|page|line|item|row|field|col|column|version|level|tier|group|type|test|user|example|table|shard|part|phase|port|pid|uid|gid|tty|pts|eth|signal|sig|code|stage|api|app|web|db|core|job|task|thread|pool|queue|log|file|disk|win|amd|arm|x|ext|log4j|v)\d+|.*\.(?:rst|md|adoc|json|yaml|yml|conf|config|txt|log|xml|html?|java|toml|sql|csv|service|timer|target|socket|php|sock|pid|tmp|bak|zip|tar|exe|dll|jar|war|css|tsx?|jsx?|vue|name|email|role|roles|data|info|profile|settings|password|token|agent|home|dir|path|group|groups|type|key|list|length|size|count|status|state|enabled|service|login|create|delete|update|get|set|find|save|load|read|write|exe|com|org|net|local|internal|corp)"
)
# `doctest.DocTestSuite`
_OF_A_CLASS = compiled(r"[a-z]\.[A-Z]")
_CODE = words("self this com org net java javax app user users auth api sys os spring config http https")


def _looks_like_one(name: str, quoted: bool) -> bool:  # noqa: ARG001, FBT001
    """Tell whether a word is written as names of accounts are and other words are not: `jdoe42`, `jane.doe`."""
    lowered = name.lower()
    parts = lowered.split(".")
    return (
        _LOGIN.fullmatch(lowered) is not None
        and _OF_A_CLASS.search(name) is None
        and _THINGS.fullmatch(lowered) is None
        and parts[0] not in _CODE
        and not COMMON.issuperset(parts)
        and not is_attribute(lowered)
    )


def _is_marked(name: str, quoted: bool) -> bool:  # noqa: FBT001
    """Tell whether a word is in quotes or looks like a name."""
    return quoted or _looks_like_one(name, quoted)


def _is_no_noun(name: str, quoted: bool) -> bool:  # noqa: FBT001
    return quoted or _NOUN.search(name.lower()) is None or not name.isalpha()


def _told(pattern: re.Pattern[str], accepts: Callable[[str, bool], bool], head: str, *literals: str) -> Form:
    """Return the form of a name in a sentence that is accepted."""

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        if any(literal in text for literal in literals):
            for match in pattern.finditer(text):
                group = "name" if match["name"] else "path"
                name = match[group].rstrip(".-")
                if accepts(name, bool(match["q"])) and is_somebody(name) and name.lower() not in ABOUT:
                    yield Hit(match.start(group), match.start(group) + len(name), name)

    return Form(lambda _: (head,), find)


FORMS = (
    _told(_HAPPENED, _is_no_noun, r"(?i)(?:user(?: ?name)?|account|login|role|principal):? [\"'`\[a-z\x80-\xff][^\n]{1,64},? (?:has|have|had|was|is|got|been|locked|unlocked|blocked|disabled|enabled|suspended|deactivated|activated|banned|expired|created|deleted|removed|added|renamed|logged|signed|authenticated|denied|rejected|granted|promoted|invited|disconnected|impersonated|could|can|failed|not|already|no|does|lacks|connected|joined|tried|attempted|requested|changed)", "ser", "SER", "ccount", "ogin", "ole ", "rincipal"),
    _told(_DOES, _is_marked, r"(?i)(?:user(?: ?name)?|account|login|role|principal)(?: (?:is|was|named|called))? (?:[\"'`\[]|[\w.\-]{0,30}\\{0,4}[a-z]{2,12}_?[a-z.]{0,20}[0-9]|[\w.\-]{0,30}\\{0,4}[a-z]{1,20}\.[a-z])|/users?/[a-z]{1,20}[0-9._]", "ser", "SER", "ccount", "ogin", "ole ", "rincipal"),
    _told(_DONE_TO, _is_no_noun, r"(?i)(?:ed|ing|the|new|in|unknown|duplicate):? (?:user|account)(?:name)?:? [\"'`\[a-z\x80-\xff]", "user", "account"),
    _told(_FAILS, _is_no_noun, _FAILS_HEAD, " for ", " by "),
    _told(_SIGNS_IN, _is_marked, r"(?i)(?:log(?:in|on|[ -]in)|sign[ -]?in|auth(?:entication)?|password)(?: attempts?)? (?:for|by|as)(?: (?:user|account|principal))?:? (?:[\"'`\[]|[\w.\-]{0,30}\\{0,4}[a-z]{1,20}[._0-9])", " for ", " by ", " as "),
    _told(_HAPPENED_TO, _looks_like_one, r"(?i)(?:failed|failure|denied|refused|rejected|success|successful|succeeded|locked|unlocked|blocked|disabled|enabled|suspended|banned|expired|deleted|created|removed|added|reset|changed|opened|closed|started| in| out| on| off): ?(?:[\"'`\[]|[\w.\-]{0,30}\\{0,4})[a-z]{1,20}[._0-9]", ": ", ":"),
    _told(_RUN_BY, lambda name, _: _looks_like_one(name, quoted=False), r"(?i)admin(?:istrator)?[\"']?[ \t]{0,2}[=:][ \t]{0,8}[\"'<]?[\w.\-]{0,30}\\{0,4}[a-z]{1,20}[._0-9]", "dmin", "DMIN"),
    _told(_CONNECTED_AS, _looks_like_one, r"(?i)(?:connect(?:ed|ing)?|log(?:ged|ging)? ?(?:in|on)|sign(?:ed|ing)? in|run(?:s|ning)?|ran|act(?:s|ing)?|execut[a-z]+|authenticat[a-z]+|impersonat[a-z]+|bind|bound|binding) as (?:the )?(?:user |account )?(?:[\"'`\[]|[\w.\-]{0,30}\\{0,4}[a-z]{1,20}[._0-9])", " as "),
    _told(_GIVEN, _is_no_noun, r"(?i)(?:grant|assign|revok)(?:ed|ing|es) (?:the )?(?:role|permission|privilege|access|membership)s? ", " to ", " from "),
    _told(_BY_SOMEBODY, _looks_like_one, r"(?i)(?:(?:ed|held|built|back) by|assigned to) (?:[\"'`]|[\w.\-]{0,30}\\{0,4}[a-z]{1,20}[._0-9])", " by ", " to "),
)  # fmt: skip
"""Whose name is told, by what is told."""
