"""Reads a text as what it is (JSON, JSON lines, YAML, env file, text): where things stand, no values."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from collector.compiled import compiled
from collector.redaction import embedded, json_tokens, json_views
from collector.redaction.detector import Ranges
from collector.redaction.detectors._wordlist import words
from collector.redaction.flat_objects import Item, leaf_at, leaves_of
from collector.redaction.json_tokens import NotJsonError
from collector.redaction.leaves import Leaf
from collector.redaction.views import BORDER, Range, View, ViewBuilder, whole
from collector.sentence import Sentence

PART = 512 * 1024
"""Characters of a large JSON document that are read at once."""
LARGE = 2 * PART
# What os-release(5), lsb_release and locale(1) say of a system.
_OF_THE_SYSTEM = words(
    "ANSI_COLOR ARCHITECTURE BUG_REPORT_URL BUILD_ID CPE_NAME DEFAULT_HOSTNAME DISTRIB_CODENAME DISTRIB_DESCRIPTION"
    " DISTRIB_ID DISTRIB_RELEASE DOCUMENTATION_URL HOME_URL ID ID_LIKE IMAGE_ID IMAGE_VERSION LOGO NAME PLATFORM_ID"
    " PRETTY_NAME PRIVACY_POLICY_URL SUPPORT_END SUPPORT_URL UBUNTU_CODENAME VARIANT VARIANT_ID VENDOR_NAME VENDOR_URL"
    " VERSION VERSION_CODENAME VERSION_ID DEBIAN_VERSION_FULL"
    " LANG LANGUAGE LC_ADDRESS LC_ALL LC_COLLATE LC_CTYPE LC_IDENTIFICATION LC_MEASUREMENT LC_MESSAGES LC_MONETARY"
    " LC_NAME LC_NUMERIC LC_PAPER LC_TELEPHONE LC_TIME"
)
_ENV_LINE = compiled(r"[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][A-Za-z0-9_.]*)=(?P<value>.*)")
_SHOUTED = compiled(r"[A-Z][A-Z0-9_]*")


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its structure."""

    text: str
    kind: str
    """json, yaml, env or text."""
    view: View
    items: tuple[Item, ...] = ()
    """Its leaves; of a text, those of the JSON in its lines that were worth reading, each a document of its own."""
    bare: tuple[Range, ...] = ()
    """YAML plain scalars: quoted where a mark begins them."""
    flow: frozenset[int] = frozenset()
    """Where YAML plain scalars begin that brackets hold: quoted where a mark stands anywhere in them."""
    further: tuple[Item, ...] = ()
    """Of a text: leaves of other lines of JSON, in which a known value stands."""
    note: str = ""
    worth: tuple[tuple[int, int], ...] | None = None
    """The lines that were worth reading; None where all of it was read."""
    places: tuple[int, ...] | None = None
    """Where in the view each of their ranges begins; None where one of them stands there otherwise."""
    parts: Iterable[Document] = ()
    """Of a large JSON document, which has no leaves itself: some leaves each, read again when they are asked for."""

    @property
    def leaves(self) -> list[Leaf]:
        """Return all leaves one by one, made when they are asked for."""
        return leaves_of(self.items)

    def bare_at(self, offset: int) -> Range | None:
        """Return where the number or word of JSON at an offset stands: it is replaced whole, by a quoted mark."""
        for items in (self.items, self.further):
            leaf = leaf_at(items, offset)
            if leaf and not leaf.is_string and offset < leaf.end:
                return leaf.start, leaf.end
        return None

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
            if is_named or any(leaf.path for leaf in leaves):
                return Document(text, "yaml", whole(text), tuple(leaves), tuple(plain), flow)
        except yaml_tokens.NotYamlError as error:
            note = Sentence("read as text: {why}", why=error.why) if is_named else ""
    env = _env(text, suffix)
    return env or lines(text, worth(text), note)


_BEGINS_YAML = compiled(r"\ufeff?(?:#[^\n]*\n){0,20}(?:%YAML |---[ \t\r]*\n(?=[\w\-#\"' ])|apiVersion:[ \t])")
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
        return of_items(text, json_tokens.read(text, _begin(text)))
    return Document(text, "json", whole(""), parts=JsonParts(text))


def _begin(text: str) -> int:
    return 1 if text.startswith("\ufeff") else 0


@dataclass(frozen=True, slots=True)
class JsonParts:
    """A JSON text as documents of some leaves each: all of a large one at once take sixty times its size."""

    text: str

    def __iter__(self) -> Iterator[Document]:
        """Yield the parts in order; raises NotJsonError where it is none."""
        for items in json_tokens.read_by_piece(self.text, _begin(self.text), PART):
            if items:
                yield of_items(self.text, items)


def of_items(text: str, *groups: Sequence[Item]) -> Document:
    """Return a JSON document of which only some is read, what is in a group beside each other."""
    builder = ViewBuilder()
    for index, group in enumerate(groups):
        if index:
            builder.synthetic(BORDER)
        json_views.add_items(text, group, builder)
    return Document(text, "json", builder.view(), tuple(item for group in groups for item in group))


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
    if lines < (1 if suffix == "env" else 3) or _OF_THE_SYSTEM.issuperset(leaf.path[1] for leaf in leaves):
        return None
    return Document(text, "env", whole(text), tuple(leaves))


_MAY_OPEN = compiled(r"\{|\[[ ]{0,4}[\"'{\[(]")
"""What a line has that is an object, or that holds one or a list."""
_JSON_LINE = compiled(r"[ \t]*[{][^\n]*[}][ \t\r]*")


def lines(text: str, worth: Ranges, note: str = "") -> Document:
    """Return a text of which only some lines are worth reading; lines of JSON are read as what they are."""
    builder = ViewBuilder()
    found: list[Item] = []
    places: list[int] = []
    as_json = False
    for start, end in worth:
        places.append(builder.length)
        done = at = start
        while opening := _MAY_OPEN.search(text, at, end):
            first, at = (
                text.rfind("\n", start, opening.start()) + 1 or start,
                text.find("\n", opening.start(), end) + 1 or end,
            )
            items = _read_line(text, first, at)
            if items is not None:
                builder.copied(text[done:first], done)
                builder.synthetic(f"\n{BORDER}")
                json_views.add_items(text, items, builder)
                builder.synthetic(BORDER)
                found += items
                done = at
                as_json = True
            else:
                found += itertools.chain.from_iterable(embedded.read(text, first, at))
        builder.copied(text[done:end], done)
        if (start, end) != (0, len(text)):
            builder.synthetic(BORDER if text[end - 1 : end] == "\n" else f"\n{BORDER}")
    return Document(
        text, "text", builder.view(), tuple(found), note=note, worth=tuple(worth),
        places=None if as_json else tuple(places),
    )  # fmt: skip


def _read_line(text: str, first: int, last: int) -> list[Item] | None:
    """Return what a line is made of that is a JSON object."""
    stop = last - 1 if text[last - 1] == "\n" else last
    if not _JSON_LINE.fullmatch(text, first, stop):
        return None
    try:
        return json_tokens.read_line(text, first, stop)
    except NotJsonError:
        return None


def with_further(document: Document, more: Document) -> Document:
    """Return a text's document that knows the numbers and words in more lines of JSON."""
    return replace(document, further=more.items)


def _each_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield start, stop
        start = stop
