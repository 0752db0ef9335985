"""What the structure of a document says: rules with a path, keys that name a credential, node keys, personal fields."""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from collector.compiled import compiled
from collector.model import Profile
from collector.redaction.detector import Options
from collector.redaction.detectors import _bytes, _entropy, _keys, message_words
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._keys import Tells
from collector.redaction.documents import Document
from collector.redaction.flat_objects import FlatObject, Item
from collector.redaction.json_strings import decoded
from collector.redaction.json_views import content_ranges
from collector.redaction.kept_paths import matchers
from collector.redaction.leaves import Leaf, Path
from collector.redaction.rules import DENIED, Rule, RuleSet
from collector.redaction.spans import Span

PUBLISHED = frozenset({"secret", "testpass"})
"""Passwords in the vendor's published examples; one of them in use is worth a finding."""
_NODES = (("support",), ("health",), ("stats", "app"))
_NODE_NAMES = frozenset(path[0] for path in _NODES)
_NODE_KEY = compiled(r"(?P<host>[^\s/]{1,253}):(?P<container>[A-Za-z0-9_.\-]{1,128})")
_SECRET_DATA = ("data", "stringData", "encryptedData")
MIN_ARGUMENTS = 2
MAX_ARGUMENTS = 1000
SHORTEST_KEY = 16
"""Bytes of a key, written as a list of numbers."""
MAX_NAME = 64
_LIST_ENDS = compiled(r"\"?[ \t\r\n]*\]")
_NAMES = ("name", "key", "variable")
_VALUES = ("value", "secret_value", "val")


def spans(document: Document, rules: RuleSet) -> Iterator[Span]:
    """Yield what goes because of where it stands."""
    names = _names(document.items)
    leaves = _telling(document.items, rules)
    siblings = _siblings(leaves) if document.kind == "env" or not names.isdisjoint(_NAMES) else {}
    yield from _at_paths(document, leaves, rules, names, siblings)
    if not names.isdisjoint(_NODE_NAMES):
        for leaf in leaves:
            if leaf.is_key:
                yield from _node(document, leaf)
    credentials = _detecting("credential", rules)
    if credentials:
        if siblings or document.kind == "env" or any(_tells_anything(name) for name in names):
            for leaf in leaves:
                if not leaf.is_key:
                    yield from _named(leaf, credentials, siblings)
        yield from _arguments(document, leaves, credentials)
    manifests = _detecting("k8s-secret", rules)
    if manifests and "kind" in names:
        yield from _manifests(leaves, manifests)
    words = _detecting("message-words", rules)
    if words and not names.isdisjoint(message_words.TELLING):
        yield from _words(leaves, words)


def _detecting(detector: str, rules: RuleSet) -> Rule | None:
    return next((rule for rule in rules.rules if rule.detect and rule.detect.name == detector), None)


def _words(leaves: Iterable[Leaf], rule: Rule) -> Iterator[Span]:
    """Yield what people say in a payload, and what they call themselves."""
    for leaf in leaves:
        if leaf.is_key or leaf.start >= leaf.end or leaf.value in {"null", "true", "false"}:
            continue
        if message_words.is_said(leaf.path):
            yield _whole(leaf, rule.name, "personal", rule.replace, learn=False, placed=False)


def _names(items: Sequence[Item]) -> set[str]:
    """Return the names that stand in a document, or above a part of one."""
    above = [item.path if isinstance(item, Leaf) else item.above for item in items[:1]]
    written = {item.names for item in items if isinstance(item, FlatObject)}
    return {
        *(step for path in above for step in path if isinstance(step, str)),
        *(item.value for item in items if isinstance(item, Leaf) and item.is_key),
        *(decoded(name[1:-1]) for names in written for name in names),
    }


def _telling(items: Sequence[Item], rules: RuleSet) -> list[Leaf]:
    """Return the leaves but for those of objects whose names, and those above, say nothing that is looked for here."""
    found: list[Leaf] = []
    tell = functools.cache(functools.partial(_tell_anything, rules))
    for item in items:
        if isinstance(item, Leaf):
            found.append(item)
        elif tell(item.names, tuple([step for step in item.above if isinstance(step, str)])):
            found += item.leaves
    return found


def _tell_anything(rules: RuleSet, written: tuple[str, ...], above: tuple[str, ...]) -> bool:
    names = {*above, *(decoded(name[1:-1]) for name in written)}
    return (
        any(rule.at and rule.at.needed <= names for rule in rules.rules)
        or not names.isdisjoint(_NODE_NAMES.union(_SECRET_DATA, ("kind",)))
        or not (names.isdisjoint(_NAMES) or names.isdisjoint(_VALUES))
        or message_words.may_be_said(above, names)
        or any(map(_tells_anything, names))
    )


def _tells_anything(name: str) -> bool:
    return _keys.tells(name) is not Tells.NOTHING or _holds_credentials(name)


def _at_paths(
    document: Document, leaves: list[Leaf], rules: RuleSet, names: set[str], siblings: _Siblings
) -> Iterator[Span]:
    placed = [rule for rule in rules.rules if rule.at and (document.kind == "env" or rule.at.needed <= names)]
    for leaf in leaves if placed else ():
        for rule in placed:
            yield from _placed(document, leaf, rule, siblings)


def _manifests(leaves: list[Leaf], rule: Rule) -> Iterator[Span]:
    """Yield every value of a Kubernetes Secret, wherever its manifest stands in the document."""
    secrets = {
        (leaf.document, leaf.path[:-1])
        for leaf in leaves
        if leaf.path and leaf.path[-1] == "kind" and leaf.value in {"Secret", "SealedSecret"} and not leaf.is_key
    }
    if not secrets:
        return
    for leaf in leaves:
        if leaf.is_key or leaf.start >= leaf.end or _keys.is_placeholder(leaf.value):
            continue
        for depth, step in enumerate(leaf.path):
            if step in _SECRET_DATA and (leaf.document, leaf.path[:depth]) in secrets:
                yield _whole(leaf, rule.name, "secret", rule.replace, learn=True, placed=False)
                break


def _arguments(document: Document, all_leaves: list[Leaf], rule: Rule) -> Iterator[Span]:
    """Yield the credentials among the arguments of a command and in pairs of a name and a value."""
    items = [leaf for leaf in all_leaves if leaf.path and isinstance(leaf.path[-1], int)]
    for _, group in itertools.groupby(items, lambda leaf: (leaf.document, leaf.path[:-1])):
        leaves = list(group)
        if len(leaves) < MIN_ARGUMENTS:
            continue
        if any(leaf.value.startswith("-") for leaf in leaves):
            yield from _command(document, leaves[:MAX_ARGUMENTS], rule)
        elif _are_bytes_of_a_key(leaves):
            yield from (_whole(leaf, rule.name, "secret", rule.replace, learn=False, placed=False) for leaf in leaves)
        elif _is_pair(document, leaves):
            telling = _keys.tells(leaves[0].value) if len(leaves[0].value) <= MAX_NAME else Tells.NOTHING
            value = leaves[1].value
            if accepts(telling, value.rpartition(" ")[2]) and (" " in value or any(c.isdigit() for c in value)):
                yield _whole(leaves[1], rule.name, "secret", rule.replace, learn=True, placed=False)


def _are_bytes_of_a_key(leaves: list[Leaf]) -> bool:
    """Tell whether leaves are numbers that a key is written in, right below its name or as a buffer's data."""
    if len(leaves) < SHORTEST_KEY or any(leaf.is_string or not leaf.value.isdigit() for leaf in leaves):
        return False
    names = [step for step in leaves[0].path if isinstance(step, str)]
    return any(name == "private" or _bytes.is_key(name) for name in names[-2:]) and _bytes.are_bytes(
        " ".join(leaf.value for leaf in leaves)
    )


def _is_pair(document: Document, leaves: list[Leaf]) -> bool:
    """Tell whether leaves are a list of two in a list; of a part of a document they may be the last two of more."""
    first, last = leaves[0], leaves[-1]
    if [leaf.path[-1] for leaf in leaves] != [0, 1] or len(first.path) < 2 or not isinstance(first.path[-2], int):
        return False
    return document.kind == "yaml" or _LIST_ENDS.match(document.text, last.end) is not None


def _command(document: Document, leaves: list[Leaf], rule: Rule) -> Iterator[Span]:
    """Read the arguments as one command line; a value that begins with its argument goes to that argument's end."""
    assert rule.detect is not None  # noqa: S101
    starts = list(itertools.accumulate((len(leaf.value) + 1 for leaf in leaves), initial=0))
    for hit in rule.detect.find(" ".join(leaf.value for leaf in leaves), Options(strict=False, region=None)):
        index = bisect_right(starts, hit.start) - 1
        leaf, first = leaves[index], hit.start - starts[index]
        last = len(leaf.value) if first == 0 else min(len(leaf.value), hit.end - starts[index])
        for start, end in content_ranges(document.text, leaf, first, last):
            yield Span(start, end, rule.name, "secret", "secret", leaf.value[first:last], rule.replace, learn=True)


_Siblings = dict[tuple[int, Path], str]
"""The text that names the value beside it, per object: a document and a path."""


def _siblings(leaves: list[Leaf]) -> _Siblings:
    found: _Siblings = {}
    for leaf in leaves:
        if not leaf.is_key and leaf.is_string and leaf.path and leaf.path[-1] in _NAMES:
            found[leaf.document, leaf.path[:-1]] = leaf.value
    return found


def _whole(
    leaf: Leaf, rule: str, mark: str, action: str, *, learn: bool, traits: tuple[str, ...] = (), placed: bool = True
) -> Span:
    return Span(leaf.start, leaf.end, rule, "secret", mark, leaf.value, action, learn, traits, placed=placed)


def _placed(document: Document, leaf: Leaf, rule: Rule, siblings: _Siblings) -> Iterator[Span]:
    assert rule.at is not None  # noqa: S101
    count = rule.at.prefix(leaf.path)
    if document.kind == "env" and rule.strip:
        count = 1
    if count is None or (leaf.is_key and len(leaf.path) <= count):
        return
    if rule.strip == "values":
        yield from _stripped(document, leaf, rule, leaf.path[count:], siblings)
    elif rule.strip == "entries" or not leaf.is_key:
        yield _whole(leaf, rule.name, rule.mark, rule.replace, learn=False)


def _stripped(
    document: Document, leaf: Leaf, rule: Rule, rest: tuple[str | int, ...], siblings: _Siblings
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
        if rest[-1] in _NAMES and len(rest) == 2:
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


def _named(leaf: Leaf, rule: Rule, siblings: _Siblings) -> Iterator[Span]:
    key = leaf.key
    if siblings and leaf.path and leaf.path[-1] in _VALUES:
        key = siblings.get((leaf.document, leaf.path[:-1]), key)
    telling = _keys.tells(key)
    if telling is Tells.NOTHING and leaf.is_string and len(leaf.path) > 1:
        telling = _held(leaf)
    if telling is Tells.NOTHING or (not leaf.is_string and leaf.value in {"true", "false", "null"}):
        return
    if not accepts(telling, leaf.value) or (
        not leaf.is_string and telling < Tells.PASSWORD and "pin" not in key.lower()
    ):
        return
    traits = ("published-default",) if leaf.value in PUBLISHED else ()
    yield _whole(leaf, rule.name, "secret", rule.replace, learn=True, traits=traits, placed=False)


_ABOUT = compiled(
    r"(?i)(?:.*[_\-])?(?:name|type|kind|id|policy|length|min|max|count|enabled|expires?\w*|created\w*|updated\w*|"
    r"status|state|role|roles|user|username|algorithm|alg|format|scope|description|title|url|uri|path|file|ref)"
)


def _held(leaf: Leaf) -> Tells:
    """Return what the keys above say, `credentials: {bob: …}`, unless the own key only tells about a credential."""
    if not any(isinstance(step, str) and _holds_credentials(step) for step in leaf.path):
        return Tells.NOTHING
    keys = [step for step in leaf.path if isinstance(step, str)]
    if _ABOUT.fullmatch(keys[-1]) or not any(map(_holds_credentials, keys[-4:-1])):
        return Tells.NOTHING
    return Tells.PASSWORD


@functools.lru_cache(maxsize=4096)
def _holds_credentials(key: str) -> bool:
    one = key.casefold().removesuffix("s")
    return one in {"credential", "cred"} or _keys.tells(one) >= Tells.PASSWORD


def _node(document: Document, leaf: Leaf) -> Iterator[Span]:
    """Yield the host of a cluster's node key `host:container`; the container stays."""
    if leaf.path[:-1] not in _NODES:
        return
    match = _NODE_KEY.fullmatch(leaf.value)
    if match:
        for start, end in content_ranges(document.text, leaf, 0, match.end("host")):
            yield Span(
                start, end, "node-keys", "identity", "host", match["host"].lower(), "pseudonym", learn=True, placed=True
            )  # fmt: skip


def personal(document: Document, profile: Profile, member: str, *, strict: bool) -> Iterator[Span]:
    """Yield people's own words, and at level strict every text the profile does not list as safe."""
    if not document.items:
        return
    words = matchers(profile.personal)
    safe = matchers(tuple(field.at for field in profile.safe if member.endswith(field.member))) if strict else ()
    known = any(member.endswith(endpoint.member) for endpoint in profile.endpoints)
    for leaf in document.leaves:
        if leaf.is_key or leaf.start >= leaf.end:
            continue
        if any(matcher.prefix(leaf.path) is not None for matcher in words):
            yield _whole(leaf, "personal-words", "personal", "mask", learn=False)
        elif strict and known and leaf.is_string and not any(matcher.matches(leaf.path) for matcher in safe):
            yield _whole(leaf, "unlisted-fields", "field", "mask", learn=False)
