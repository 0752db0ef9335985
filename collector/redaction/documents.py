"""Reads a text as what it is (JSON, JSON lines, YAML, env file, text): where things stand, no values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from collector.redaction import json_tokens
from collector.redaction.detector import Ranges
from collector.redaction.json_tokens import NotJsonError, Path, Token
from collector.redaction.views import BORDER, View, ViewBuilder, whole
from collector.sentence import Sentence

if TYPE_CHECKING:
    from collector.redaction.yaml_tokens import Scalar

_ENV_LINE = re.compile(r"[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][A-Za-z0-9_.]*)=(?P<value>.*)")
_SHOUTED = re.compile(r"[A-Z][A-Z0-9_]*")


class Leaf(NamedTuple):
    """A scalar or a key of a structured document: the content's range, its decoded text and its path."""

    start: int
    end: int
    value: str
    path: Path
    is_key: bool = False
    is_string: bool = True
    document: int = 0

    @property
    def key(self) -> str:
        """Return the nearest name above the value."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its structure."""

    text: str
    kind: str
    """json, lines (text with JSON lines), yaml, env or text."""
    view: View
    leaves: tuple[Leaf, ...] = ()
    bare: tuple[tuple[int, int], ...] = field(default=())
    """JSON numbers and words: replaced whole, by a quoted mark. YAML plain scalars: quoted where a mark begins them."""
    note: str = ""
    worth: tuple[tuple[int, int], ...] | None = None
    """The lines that were worth reading; None where all of it was read."""


def read(text: str, name: str, worth: Callable[[str], Ranges]) -> Document:
    """Return the text's structure; what is not valid in its format is read as text and the note says so.

    `worth` says which lines of a text are worth reading; the others stand in no view of it.
    """
    note = ""
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    stripped = text.lstrip(" \t\r\n\ufeff")
    if stripped[:1] in ("{", "[") or suffix == "json":
        try:
            return _json(text)
        except NotJsonError as error:
            note = _not_json(position(text, error.offset)) if suffix == "json" else ""
    if suffix in {"yaml", "yml"}:
        from collector.redaction import yaml_tokens  # noqa: PLC0415  the parser is heavy

        try:
            return _yaml(text, *yaml_tokens.scan(text))
        except yaml_tokens.NotYamlError as error:
            note = Sentence("read as text: {why}", why=error.why)
    env = _env(text, suffix)
    return env or lines(text, worth(text), note)


def _not_json(place: str) -> Sentence:
    return Sentence("read as text: not valid JSON at {place}", place=place)


def position(text: str, offset: int) -> str:
    """Return `line:column` of an offset, counting from 1."""
    line = text.count("\n", 0, offset) + 1
    return f"{line}:{offset - text.rfind(chr(10), 0, offset)}"


def _json(text: str) -> Document:
    start = 1 if text.startswith("\ufeff") else 0
    tokens = json_tokens.tokens(text, start)
    builder = ViewBuilder()
    leaves = _flatten(text, tokens, builder, 0)
    return Document(text, "json", builder.view(), tuple(leaves), _bare(tokens))


def _bare(tokens: list[Token]) -> tuple[tuple[int, int], ...]:
    return tuple((token.start, token.end) for token in tokens if not token.is_string)


def _flatten(text: str, tokens: list[Token], builder: ViewBuilder, document: int) -> list[Leaf]:
    """Add one line a scalar, `"key": "value"`, so that the detectors read it as they read a log."""
    leaves: list[Leaf] = []
    key: Token | None = None
    for token in tokens:
        if key and key.path == token.path and not token.is_key:
            _add_member(text, key, token, builder, leaves, document)
            key = None
            continue
        if key:
            _add_key(text, key, builder, leaves, document)
        key = token if token.is_key else None
        if not token.is_key:
            name = next((step for step in reversed(token.path) if isinstance(step, str)), "")
            builder.synthetic(f'\n"{name[:80]}": ')
            leaves.append(_leaf(text, token, builder, document))
    if key:
        _add_key(text, key, builder, leaves, document)
    builder.synthetic("\n")
    return leaves


def _add_member(text: str, key: Token, token: Token, builder: ViewBuilder, leaves: list[Leaf], document: int) -> None:
    """Add a key and its scalar; quotes and colons are none of the text, so that nothing that is found can take them."""
    if "\\" in text[key.start : token.end]:
        _add_key(text, key, builder, leaves, document)
        leaves.append(_leaf(text, token, builder, document))
        return
    quote = '"' if token.is_string else ""
    start, end = token.start + len(quote), token.end - len(quote)
    name, value = text[key.start + 1 : key.end - 1], text[start:end]
    builder.synthetic('\n"')
    builder.copied(name, key.start + 1)
    builder.synthetic(f'": {quote}')
    builder.copied(value, start)
    builder.synthetic(quote)
    leaves.append(Leaf(key.start + 1, key.end - 1, name, key.path, True, True, document))  # noqa: FBT003
    leaves.append(Leaf(start, end, value, key.path, False, token.is_string, document))  # noqa: FBT003


def _add_key(text: str, key: Token, builder: ViewBuilder, leaves: list[Leaf], document: int) -> None:
    builder.synthetic('\n"')
    value = _content(text, key, builder)
    builder.synthetic('": ')
    leaves.append(Leaf(key.start + 1, key.end - 1, value, key.path, is_key=True, document=document))


def _leaf(text: str, token: Token, builder: ViewBuilder, document: int) -> Leaf:
    if not token.is_string:
        literal = text[token.start : token.end]
        builder.copied(literal, token.start)
        return Leaf(token.start, token.end, literal, token.path, is_string=False, document=document)
    builder.synthetic('"')
    value = _content(text, token, builder)
    builder.synthetic('"')
    return Leaf(token.start + 1, token.end - 1, value, token.path, document=document)


def _content(text: str, token: Token, builder: ViewBuilder) -> str:
    parts = []
    for part, start, end in json_tokens.pieces(text, token):
        if len(part) == end - start:
            builder.copied(part, start)
        else:
            builder.replaced(part, start, end)
        parts.append(part)
    return "".join(parts)


def content_ranges(text: str, leaf: Leaf, first: int, last: int) -> list[tuple[int, int]]:
    """Return the original ranges of decoded characters `first` to `last` of a leaf."""
    if len(leaf.value) == leaf.end - leaf.start:
        return [(leaf.start + first, leaf.start + last)]
    builder = ViewBuilder()
    _content(text, Token(leaf.start - 1, leaf.end + 1, leaf.path, is_key=False, is_string=True), builder)
    return builder.view().original(first, last)


def _yaml(text: str, leaves: Iterable[Scalar], plain: Iterable[tuple[int, int]]) -> Document:
    found = tuple(Leaf(s.start, s.end, s.value, s.path, s.is_key, document=s.document) for s in leaves)
    return Document(text, "yaml", whole(text), found, tuple(plain))


def _env(text: str, suffix: str) -> Document | None:
    leaves = []
    lines = 0
    for first, last in _each_line(text, 0, len(text)):
        line = text[first:last]
        bare = line.strip()
        if bare and not bare.startswith("#"):
            match = _ENV_LINE.fullmatch(line.rstrip("\r\n"))
            if not match or not (suffix == "env" or _SHOUTED.fullmatch(match["name"])):
                return None
            lines += 1
            start, end = match.span("value")
            leaves.append(Leaf(first + start, first + end, match["value"], ("env", match["name"])))
    if lines < (1 if suffix == "env" else 3):
        return None
    return Document(text, "env", whole(text), tuple(leaves))


_JSON_LINE = re.compile(r"[ \t]*[{][^\n]*[}][ \t\r]*")


def lines(text: str, worth: Ranges, note: str = "") -> Document:
    """Return a text of which only some lines are worth reading; lines of JSON are read as what they are."""
    builder = ViewBuilder()
    leaves: list[Leaf] = []
    bare: list[tuple[int, int]] = []
    for start, end in worth:
        for first, last in _each_line(text, start, end):
            if not _unfold(text, first, last, builder, leaves, bare):
                builder.copied(text[first:last], first)
        if (start, end) != (0, len(text)):
            builder.synthetic(BORDER if text[end - 1 : end] == "\n" else f"\n{BORDER}")
    kind = "lines" if leaves else "text"
    return Document(text, kind, builder.view(), tuple(leaves), tuple(bare), note, tuple(worth))


def with_bare(document: Document, more: Document) -> Document:
    """Return a text's document that knows the numbers and words in further lines of JSON, too."""
    kind = "lines" if "lines" in (document.kind, more.kind) else document.kind
    return replace(document, kind=kind, bare=tuple(sorted({*document.bare, *more.bare})))


def _each_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield start, stop
        start = stop


def _unfold(
    text: str, first: int, last: int, builder: ViewBuilder, leaves: list[Leaf], bare: list[tuple[int, int]]
) -> bool:
    """Add a line that is a JSON object, one line a scalar; tell whether it is one."""
    stop = last - 1 if text[last - 1] == "\n" else last
    if not _JSON_LINE.fullmatch(text, first, stop):
        return False
    try:
        tokens = json_tokens.tokens(text, first, stop)
    except NotJsonError:
        return False
    builder.synthetic(f"\n{BORDER}")
    leaves += _flatten(text, tokens, builder, first)
    bare += _bare(tokens)
    builder.synthetic(BORDER)
    return True
