"""Reads a text as what it is (JSON, JSON lines, YAML, env file, text): where things stand, no values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from collector.redaction import byte_values, json_tokens
from collector.redaction.detector import Ranges
from collector.redaction.json_tokens import NotJsonError
from collector.redaction.leaves import Leaf
from collector.redaction.views import BORDER, View, ViewBuilder, whole
from collector.sentence import Sentence

PART = 512 * 1024
"""Characters of a large JSON document that are read at once."""
LARGE = 2 * PART
_ENV_LINE = re.compile(r"[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][A-Za-z0-9_.]*)=(?P<value>.*)")
_BYTE = re.compile(r"-?[0-9]{1,3}")
_LIST_OF_BYTES = re.compile(rf"(?<![0-9.])(?:{_BYTE.pattern}\s*+,\s*+){{{byte_values.LEAST - 1}}}")
_SHOUTED = re.compile(r"[A-Z][A-Z0-9_]*")


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
    flow: frozenset[int] = frozenset()
    """Where YAML plain scalars begin that brackets hold: quoted where a mark stands anywhere in them."""
    note: str = ""
    worth: tuple[tuple[int, int], ...] | None = None
    """The lines that were worth reading; None where all of it was read."""
    parts: Iterable[Document] = ()
    """Of a large JSON document, which has no leaves itself: some leaves each, read again when they are asked for."""

    @property
    def pieces(self) -> Iterable[Document]:
        """Return the parts of a large document, or the one that is all of it."""
        return self.parts or (self,)


def read(text: str, name: str, worth: Callable[[str], Ranges]) -> Document:
    """Return the text's structure; what is not valid in its format is read as text and the note says so.

    `worth` says which lines of a text are worth reading; the others stand in no view of it. That a large text is no
    JSON may come out as late as its parts are read: a NotJsonError, after which `read_otherwise` reads it.
    """
    stripped = text.lstrip(" \t\r\n\ufeff")
    if stripped[:1] in ("{", "[") or _suffix(name) == "json":
        try:
            return _json(text)
        except NotJsonError as error:
            return read_otherwise(text, name, worth, error)
    return read_otherwise(text, name, worth)


def read_otherwise(
    text: str, name: str, worth: Callable[[str], Ranges], not_json: NotJsonError | None = None
) -> Document:
    """Return the structure of a text that is no JSON."""
    suffix = _suffix(name)
    note = _not_json(position(text, not_json.offset)) if not_json and suffix == "json" else ""
    is_named = suffix in {"yaml", "yml"}
    if is_named or (not suffix and _BEGINS_YAML.match(text)):
        from collector.redaction import yaml_tokens  # noqa: PLC0415  the parser is heavy

        try:
            leaves, plain, flow = yaml_tokens.scan(text)
            return Document(text, "yaml", whole(text), tuple(leaves), tuple(plain), flow)
        except yaml_tokens.NotYamlError as error:
            note = Sentence("read as text: {why}", why=error.why) if is_named else ""
    env = _env(text, suffix)
    return env or lines(text, worth(text), note)


_BEGINS_YAML = re.compile(r"\ufeff?(?:#[^\n]*\n){0,20}(?:%YAML |---[ \t\r]*\n(?=[\w\-#\"' ])|apiVersion:[ \t])")
"""What a document of YAML begins with that has no name to tell: a marker, or a manifest's first line."""


def _suffix(name: str) -> str:
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _not_json(place: str) -> Sentence:
    return Sentence("read as text: not valid JSON at {place}", place=place)


def position(text: str, offset: int) -> str:
    """Return `line:column` of an offset, counting from 1."""
    line = text.count("\n", 0, offset) + 1
    return f"{line}:{offset - text.rfind(chr(10), 0, offset)}"


def _json(text: str) -> Document:
    if len(text) < LARGE:
        return of_leaves(text, json_tokens.leaves(text, _begin(text)))
    return Document(text, "json", whole(""), parts=JsonParts(text))


def _begin(text: str) -> int:
    return 1 if text.startswith("\ufeff") else 0


@dataclass(frozen=True, slots=True)
class JsonParts:
    """A JSON text as documents of some leaves each: all of a large one at once take sixty times its size."""

    text: str

    def __iter__(self) -> Iterator[Document]:
        """Yield the parts in order; raises NotJsonError where it is none."""
        for leaves in json_tokens.leaves_by_piece(self.text, _begin(self.text), PART):
            if leaves:
                yield of_leaves(self.text, leaves)


def of_leaves(text: str, *groups: list[Leaf]) -> Document:
    """Return a JSON document of which only some leaves are read, those of a group beside each other."""
    builder = ViewBuilder()
    for index, group in enumerate(groups):
        if index:
            builder.synthetic(BORDER)
        _flatten(text, group, builder)
    leaves = [leaf for group in groups for leaf in group]
    return Document(text, "json", builder.view(), tuple(leaves), tuple(_bare(leaves)))


def _bare(leaves: list[Leaf]) -> list[tuple[int, int]]:
    return [(leaf.start, leaf.end) for leaf in leaves if not leaf.is_string]


def _flatten(text: str, leaves: list[Leaf], builder: ViewBuilder) -> None:
    """Add one line a scalar, `"key": "value"`, so that the detectors read it as they read a log."""
    key: Leaf | None = None
    for leaf in leaves:
        if leaf.is_key:
            if key:
                _add_key(text, key, builder)
            key = leaf
        elif key and key.path == leaf.path:
            _add_member(text, key, leaf, builder)
            key = None
        else:
            if key:
                _add_key(text, key, builder)
                key = None
            builder.synthetic(f'\n"{leaf.key[:80]}": ')
            _add_scalar(text, leaf, builder)
    if key:
        _add_key(text, key, builder)
    if leaves and _LIST_OF_BYTES.search(text, leaves[0].start, leaves[-1].end):
        _add_bytes(leaves, builder)
    builder.synthetic("\n")


def _add_bytes(leaves: list[Leaf], builder: ViewBuilder) -> None:
    """Add what lists of bytes say, `{"type": "Buffer", "data": [112, 97, …]}`, each a line."""
    numbers = [leaf for leaf in leaves if not leaf.is_string and leaf.path and isinstance(leaf.path[-1], int)]
    for _, group in groupby(numbers, lambda leaf: leaf.path[:-1]):
        values = list(group)
        if len(values) >= byte_values.LEAST and all(_BYTE.fullmatch(leaf.value) for leaf in values):
            builder.synthetic(f'\n"{values[0].key[:80]}": "')
            said = byte_values.texts(byte_values.byte_of(leaf.value) for leaf in values)
            for leaf, character in zip(values, said, strict=True):
                builder.replaced(character, leaf.start, leaf.end)
            builder.synthetic('"')


def _add_member(text: str, key: Leaf, leaf: Leaf, builder: ViewBuilder) -> None:
    """Add a key and its scalar; quotes and colons are none of the text, so that nothing that is found can take them."""
    if _is_plain(key) and _is_plain(leaf):
        builder.member(key.value, key.start, leaf.value, leaf.start, '"' if leaf.is_string else "")
    else:
        _add_key(text, key, builder)
        _add_scalar(text, leaf, builder)


def _add_key(text: str, key: Leaf, builder: ViewBuilder) -> None:
    builder.synthetic('\n"')
    _add_content(text, key, builder)
    builder.synthetic('": ')


def _add_scalar(text: str, leaf: Leaf, builder: ViewBuilder) -> None:
    quote = '"' if leaf.is_string else ""
    builder.synthetic(quote)
    _add_content(text, leaf, builder)
    builder.synthetic(quote)


def _add_content(text: str, leaf: Leaf, builder: ViewBuilder) -> None:
    if _is_plain(leaf):
        builder.copied(leaf.value, leaf.start)
        return
    for part, start, end in json_tokens.pieces(text, leaf.start, leaf.end):
        if len(part) == end - start:
            builder.copied(part, start)
        else:
            builder.replaced(part, start, end)


def _is_plain(leaf: Leaf) -> bool:
    """Tell whether it is written as it reads: every escape is longer than what it stands for."""
    return len(leaf.value) == leaf.end - leaf.start


def content_ranges(text: str, leaf: Leaf, first: int, last: int) -> list[tuple[int, int]]:
    """Return the original ranges of decoded characters `first` to `last` of a leaf."""
    if _is_plain(leaf):
        return [(leaf.start + first, leaf.start + last)]
    builder = ViewBuilder()
    _add_content(text, leaf, builder)
    return builder.view().original(first, last)


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
    return Document(text, kind, builder.view(), tuple(leaves), tuple(bare), note=note, worth=tuple(worth))


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
        found = json_tokens.leaves(text, first, stop, first)
    except NotJsonError:
        return False
    builder.synthetic(f"\n{BORDER}")
    _flatten(text, found, builder)
    builder.synthetic(BORDER)
    leaves += found
    bare += _bare(found)
    return True
