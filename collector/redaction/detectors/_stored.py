"""Names and values that a client stores: commands of Redis (redis.io/commands), also as MONITOR shows them, and of etcd."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import itertools
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._written import credential

_VERB = r"(?:(?:get|h|hm|m)?set(?:nx)?|p?setex|append)"
_QUOTED = r"\"(?:[^\"\\\n]|\\.){0,2000}\""
_COMMAND = compiled(
    rf"(?i)\"(?P<shown>{_VERB})\"(?P<all>(?: {_QUOTED}){{2,100}})"
    rf"|(?:\d> |\bredis-cli\b[^\n|;]{{0,80}}? )(?P<typed>{_VERB}) (?P<each>(?:{_QUOTED}|'[^'\n]{{0,2000}}'|[^\s\"'|;&]{{1,2000}})(?: (?:{_QUOTED}|'[^'\n]{{0,2000}}'|[^\s\"'|;&]{{1,2000}})){{1,100}})(?=[ \t\r]*(?:$|[\n|;&]))"
    rf"|\b(?:etcdctl (?:put|set|mk)|consul kv put) (?P<put>[^\s\"'|;&]{{2,200}} (?:{_QUOTED}|'[^'\n]{{0,2000}}'|[^\s\"'|;&\-][^\s\"'|;&]{{0,2000}}))"
)
_ARGUMENT = compiled(r"\"(?P<d>(?:[^\"\\\n]|\\.)*)\"|'(?P<s>[^'\n]*)'|(?P<b>[^\s\"']+)")
_LAST = compiled(r"[\w.\-]{2,60}\Z")
HEADS = (
    rf"(?i)\"{_VERB}\" \"",
    rf"(?i)[0-9]> {_VERB} ",
    r"redis-cli |etcdctl |consul kv put ",
)
"""On every line of such a command."""


def named(text: str) -> Iterator[NamedValue]:
    """Yield the values that are stored under names, which end behind the last colon or stroke."""
    for match in _COMMAND.finditer(text):
        group = next(name for name in ("all", "each", "put") if match[name])
        spans = [item.span(item.lastgroup or 0) for item in _ARGUMENT.finditer(text, *match.span(group))]
        for key, value in _pairs((match["shown"] or match["typed"] or "set").lower(), spans):
            name = _LAST.search(text, *key)
            if name and value[0] < value[1]:
                yield NamedValue(name.group(), name.start(), *value)


def _pairs(verb: str, spans: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    if verb.endswith("setex"):
        yield from zip(spans[:1], spans[2:3], strict=False)
    elif verb.startswith("h"):
        yield from zip(spans[1::2], spans[2::2], strict=False)
    elif verb.startswith("m"):
        yield from zip(spans[0::2], spans[1::2], strict=False)
    else:
        yield from itertools.pairwise(spans[:2])


def _find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for value in named(text):
        yield from credential(text, value)


FORMS = (Form(lambda _: HEADS, _find),)
"""Commands that store a credential."""
