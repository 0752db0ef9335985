"""What goes because a rule's path selects it: whole, or the values of an environment without their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detectors import _entropy, _keys
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._wordlist import words
from collector.redaction.documents import Document
from collector.redaction.json_views import content_ranges
from collector.redaction.leaf_spans import whole
from collector.redaction.leaves import Leaf, Path
from collector.redaction.rules import DENIED, Rule, RuleSet
from collector.redaction.spans import Span

PUBLISHED = frozenset({"secret", "testpass"})
"""Passwords in the vendor's published examples; one of them in use is worth a finding."""
NAMES = words("name Name key Key variable label field property param parameter attribute k ParameterKey OptionName")
"""Keys of the text that names the value beside it."""
_KIND, _NAME = "type", "name"
_OPERATION, _PLACE = "op", "path"
"""JSON Patch (RFC 6902, 4)."""
NAMED_BESIDE = NAMES | {_KIND, _OPERATION}
_KINDS = frozenset({"password", "passwd", "secret", "SecureString"})
"""What says so by its kind alone: `{"type": "password", "value": "…"}`."""


Siblings = dict[tuple[int, Path], str]
"""The text that names the value beside it, per object: a document and a path."""


def siblings_of(leaves: list[Leaf]) -> Siblings:
    """Return the names of the values beside them: what an object says of its kind before what it calls itself."""
    beside: dict[str, Siblings] = {_PLACE: {}, _OPERATION: {}, _KIND: {}, _NAME: {}}
    for leaf in leaves:
        if leaf.is_key or not leaf.is_string or not leaf.path:
            continue
        step = str(leaf.path[-1])
        if step in beside and (step != _KIND or leaf.value in _KINDS):
            beside[step][leaf.document, leaf.path[:-1]] = leaf.value
        if step in NAMES:
            beside[_NAME][leaf.document, leaf.path[:-1]] = leaf.value
    patched = {place: path for place, path in beside[_PLACE].items() if place in beside[_OPERATION]}
    return {**patched, **beside[_NAME], **beside[_KIND]}


def at_paths(
    document: Document, leaves: list[Leaf], rules: RuleSet, names: set[str], siblings: Siblings
) -> Iterator[Span]:
    """Yield what the paths of rules select; every value of an env file is the environment's."""
    placed = [rule for rule in rules.rules if rule.at and (document.kind == "env" or rule.at.needed <= names)]
    for leaf in leaves if placed else ():
        for rule in placed:
            yield from _placed(document, leaf, rule, siblings)


def _placed(document: Document, leaf: Leaf, rule: Rule, siblings: Siblings) -> Iterator[Span]:
    assert rule.at is not None  # noqa: S101
    count = rule.at.prefix(leaf.path)
    if document.kind == "env" and rule.strip:
        count = 1
    if count is None or (leaf.is_key and len(leaf.path) <= count):
        return
    if rule.strip == "values":
        yield from _stripped(document, leaf, rule, leaf.path[count:], siblings)
    elif rule.strip == "entries" or not leaf.is_key:
        yield whole(leaf, rule.name, rule.mark, rule.replace, learn=False)


def _stripped(
    document: Document, leaf: Leaf, rule: Rule, rest: tuple[str | int, ...], siblings: Siblings
) -> Iterator[Span]:
    if leaf.is_key or leaf.start >= leaf.end:
        return
    name, first = "", 0
    if rest and isinstance(rest[0], str):
        name = rest[0]
    elif len(rest) <= 1 and "=" in leaf.value:
        name, _, value = leaf.value.partition("=")
        first = len(name) + 1
    elif len(rest) >= 2 and isinstance(rest[-1], str):
        if rest[-1] in NAMES and len(rest) == 2:
            return
        name = siblings.get((leaf.document, leaf.path[:-1]), "")
    value = leaf.value[first:]
    kept = name in rule.keep and not DENIED.search(name) and len(rest) <= 2 and _is_plain_setting(value)
    if kept or not value:
        return
    traits = ("published-default",) if value in PUBLISHED and _keys.tells(name) >= Tells.TOKEN else ()
    learn = _is_worth_learning(name, value)
    for start, end in content_ranges(document.text, leaf, first, len(leaf.value)):
        yield Span(start, end, rule.name, "secret", rule.mark, value, "mask", learn, traits, placed=True)


def _is_plain_setting(value: str) -> bool:
    """Tell whether a value is made of whole words, numbers and versions: a secret under a kept name is not."""
    return len(value) <= 200 and all(_PLAIN.fullmatch(part) for part in re.split(r"[-_/.:;,+@ ]", value) if part)


_PLAIN = compiled(r"[A-Za-z]{1,20}|v?\d{1,12}|[A-Za-z]{1,3}\d{1,4}|\d{1,4}[A-Za-z]{1,3}")
_HOST_NAME = compiled(r"(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62})\.){1,8}[A-Za-z][A-Za-z\-]{1,62}")


def _is_worth_learning(name: str, value: str) -> bool:
    if _keys.is_placeholder(value) or re.fullmatch(r"v?\d+(?:[.\-]\w+)*", value):
        return False
    return (
        DENIED.search(name) is not None
        or _entropy.is_machine_made(value)
        or "@" in value
        or _HOST_NAME.fullmatch(value) is not None
    )
