"""What the structure of a document says: rules with a path, keys that name a credential, node keys, personal fields."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence

from collector.compiled import compiled
from collector.model import Profile
from collector.redaction import embedded
from collector.redaction.at_paths import NAMED_BESIDE, PUBLISHED, Siblings, at_paths, siblings_of
from collector.redaction.detectors import _keys
from collector.redaction.detectors._accept import accepts, is_folder
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._wordlist import words
from collector.redaction.documents import Document
from collector.redaction.flat_objects import FlatObject, Item, leaves_of
from collector.redaction.in_lists import in_lists
from collector.redaction.json_strings import decoded
from collector.redaction.json_views import content_ranges
from collector.redaction.kept_paths import matchers
from collector.redaction.leaf_spans import whole
from collector.redaction.leaves import Leaf
from collector.redaction.message_fields import may_be_said, said
from collector.redaction.rules import Rule, RuleSet
from collector.redaction.spans import Span
from collector.redaction.views import whole as whole_view

MAX_NESTING = 4
"""JSON in strings of JSON, as deep as encoded tokens are looked into."""
_NODES = (("support",), ("health",), ("stats", "app"))
_NODE_NAMES = frozenset(path[0] for path in _NODES)
_NODE_KEY = compiled(r"(?P<host>[^\s/]{1,253}):(?P<container>[A-Za-z0-9_.\-]{1,128})")
_SECRET_DATA = ("data", "stringData", "encryptedData")
_VALUES = words("value Value secret_value val v content ParameterValue OptionValue")
_VALUE_ABOVE = frozenset((value,) for value in _VALUES)
# How a credential is sent: `Authorization: Bearer …`.
_SCHEME = compiled(r"(?i)(?:bearer|basic|token|apikey|key|digest)[ ]{1,4}(?=\S)")


def spans(document: Document, rules: RuleSet, depth: int = 0) -> Iterator[Span]:
    """Yield what goes because of where it stands, also in strings that hold JSON."""
    yield from _in_strings(document, rules, depth)
    names = _names(document.items)
    leaves = _telling(document.items, rules)
    siblings = siblings_of(leaves) if document.kind == "env" or not names.isdisjoint(NAMED_BESIDE) else {}
    yield from at_paths(document, leaves, rules, names, siblings)
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
        yield from in_lists(document, leaves, credentials)
    manifests = _detecting("k8s-secret", rules)
    if manifests and "kind" in names:
        yield from _manifests(leaves, manifests)
    words = _detecting("message-words", rules)
    if words:
        yield from said(document.items, leaves, names, words)


def _in_strings(document: Document, rules: RuleSet, depth: int) -> Iterator[Span]:
    """Yield what goes of the JSON that strings hold."""
    if depth >= MAX_NESTING:
        return
    for item in document.items:
        said = item.value if isinstance(item, Leaf) else item.says
        if not embedded.may_hold(said, 0, len(said)):
            continue
        for leaf in leaves_of([item]):
            if leaf.is_key or not leaf.is_string or not embedded.may_hold(leaf.value, 0, len(leaf.value)):
                continue
            items = tuple(itertools.chain.from_iterable(embedded.read(leaf.value, 0, len(leaf.value))))
            for span in spans(Document(leaf.value, "text", whole_view(""), items), rules, depth + 1) if items else ():
                for start, end in content_ranges(document.text, leaf, span.start, span.end):
                    yield span.at(start, end)


def _detecting(detector: str, rules: RuleSet) -> Rule | None:
    return next((rule for rule in rules.rules if rule.detect and rule.detect.name == detector), None)


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
        or not (names.isdisjoint(NAMED_BESIDE) or names.isdisjoint(_VALUES))
        or may_be_said(above, names)
        or above[-1:] in _VALUE_ABOVE
        or any(map(_tells_anything, names))
    )


def _tells_anything(name: str) -> bool:
    return _keys.tells(name) is not Tells.NOTHING or _holds(name) is not Tells.NOTHING or name == _CODE


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
                yield whole(leaf, rule.name, "secret", rule.replace, learn=True, placed=False)
                break


def _named(leaf: Leaf, rule: Rule, siblings: Siblings) -> Iterator[Span]:
    key = leaf.key
    if siblings and leaf.path:
        # A value may say of which kind it is: `{"key": "password", "value": {"stringValue": "…"}}`.
        place = leaf.path[:-1] if leaf.path[-1] in _VALUES else leaf.path[:-2]
        if leaf.path[len(place)] in _VALUES:
            key = siblings.get((leaf.document, place), key)
    telling = _keys.tells(key)
    if telling < Tells.CODE and leaf.is_string and len(leaf.path) > 1:
        telling = max(telling, _held(leaf))
    if telling is Tells.NOTHING or (not leaf.is_string and leaf.value in {"true", "false", "null"}):
        return
    if (
        is_folder(key, leaf.value)
        or not accepts(telling, _SCHEME.sub("", leaf.value, count=1))
        or (not leaf.is_string and telling < Tells.PASSWORD and "pin" not in key.lower())
    ):
        return
    traits = ("published-default",) if leaf.value in PUBLISHED else ()
    yield whole(leaf, rule.name, "secret", rule.replace, learn=True, traits=traits, placed=False)


_CODE = "code"
# As people are sent one, below what it is for: `verify: {code: …}`.
_VERIFIES = compiled(r"(?i)verif|regist|activat|confirm|otp\b|2fa|mfa")
_SENT = compiled(r"\d{3}-?\d{3}")
_ABOUT = compiled(
    r"(?i)(?:.*[_\-])?(?:name|type|kind|id|policy|length|min|max|count|enabled|expires?\w*|created\w*|updated\w*|"
    r"status|state|role|roles|user|username|algorithm|alg|format|scope|description|title|url|uri|path|file|ref|mode|optional|namespace|uid|generation)"
)
# Of a package, under its name: `"cookie": {"version": "0.6.0"}`.
_OF_PACKAGES = words("version resolved integrity license checksum shasum tarball")
_PACKAGED = compiled(
    r"[\^~<>=v ]{0,3}\d{1,6}(?:\.\d{1,6}){0,3}(?:[\-+.](?:alpha|beta|rc|dev|post|pre|canary|next)[\w.\-]{0,20})?|https?://\S{1,400}|sha\d{1,3}-\S{20,120}"
    r"|[0-9a-f]{40}|[0-9a-f]{64}|(?:MIT|ISC|0BSD|BSD|Unlicense|(?:Apache|BSD|GPL|LGPL|AGPL|MPL|CC0|CC-BY|Python|BlueOak)-[\w.\-]{1,20})"
)
# A name's last word, as `secretName` has it: an object's, or how it is kept.
_OF_OBJECTS = words("name namespace type kind mode policy format enabled")


def _held(leaf: Leaf) -> Tells:
    """Return what the keys above say, `credentials: {bob: …}`, unless the own key only tells about a credential."""
    keys = [step for step in leaf.path if isinstance(step, str)]
    if keys[-1:] == [_CODE] and _VERIFIES.search(keys[-2] if len(keys) > 1 else "") and _SENT.fullmatch(leaf.value):
        return Tells.CODE
    held = max(map(_holds, keys[-4:-1]), default=Tells.NOTHING)
    if held is Tells.NOTHING or (keys[-1] in _OF_PACKAGES and _PACKAGED.fullmatch(leaf.value)):
        return Tells.NOTHING
    is_about = _ABOUT.fullmatch(keys[-1]) or not _OF_OBJECTS.isdisjoint(_keys.words(keys[-1])[-1:])
    if held is not Tells.CODE and is_about:
        return Tells.NOTHING
    return held


@functools.lru_cache(maxsize=4096)
def _holds(key: str) -> Tells:
    """Return what a name says of all that stands under names of their own below it."""
    one = key.casefold().removesuffix("s")
    if one in {"credential", "cred"} or _keys.tells(one) >= Tells.PASSWORD:
        return Tells.PASSWORD
    if one == "cookie":
        return Tells.CODE
    return Tells.MAYBE if one != key.casefold() and _keys.tells(one) is Tells.TOKEN else Tells.NOTHING


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
            yield whole(leaf, "personal-words", "personal", "mask", learn=False)
        elif strict and known and leaf.is_string and not any(matcher.matches(leaf.path) for matcher in safe):
            yield whole(leaf, "unlisted-fields", "field", "mask", learn=False)
