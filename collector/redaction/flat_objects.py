"""Objects of scalars in JSON, as rows and lines of logs are: what each says; all else when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from collector.compiled import compiled
from collector.redaction.json_strings import STRING, add_content, decoded
from collector.redaction.leaves import Leaf, Path
from collector.redaction.views import Range, View, ViewBuilder

BARE = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null"
"""A number or a word of JSON."""
_S = r"[ \t\n\r]*+"
_MEMBER = rf"{_S}{STRING}{_S}:{_S}(?:{STRING}|{BARE}){_S}"
REST = rf"{_MEMBER}(?:,{_MEMBER})*+\}}"
"""Such an object without the brace that opens it."""
_EACH_MEMBER = compiled(rf"({STRING}){_S}:{_S}(?:({STRING})|({BARE}))")


class FlatObject:
    """What matches REST in a range of a text; `start` is where its first leaf begins."""

    __slots__ = (
        "_contents",
        "_made",
        "_said",
        "_stop",
        "_text",
        "_view",
        "above",
        "document",
        "names",
        "says",
        "start",
    )

    def __init__(self, text: str, start: int, stop: int, above: Path, document: int) -> None:
        self.above = above
        self.start = text.index('"', start) + 1
        self.document = document
        self._text = text
        self._stop = stop
        written = _EACH_MEMBER.findall(text, start, stop)
        self.names: tuple[str, ...] = tuple([name for name, _, _ in written])
        """The names in it as they are written, in quotes."""
        self.says = decoded("".join([f"\n{name}: {string}{bare}" for name, string, bare in written]))
        """One line a scalar, `"name": "value"`, as detectors read a log."""
        # Where names and scalars begin and end, one after the other, in the text and in what it says; empty till asked.
        self._contents: list[int] = []
        self._said: list[int] = []
        # The same of an object with escapes.
        self._view: View | None = None
        # The leaf that was asked for last, and may be long, with its index: it is asked for once a find in it.
        self._made: tuple[int, Leaf] | None = None

    @property
    def end(self) -> int:
        """Return where the last leaf ends."""
        self._look()
        return self._contents[-1]

    @property
    def leaves(self) -> list[Leaf]:
        """Return all names and scalars."""
        self._look()
        return [self._leaf(index) for index in range(0, len(self._contents), 2)]

    def leaf_at(self, offset: int) -> Leaf:
        """Return the last leaf that begins at an offset or before it."""
        self._look()
        index = (bisect_right(self._contents, offset) - 1) // 2 * 2
        if self._made is None or self._made[0] != index:
            self._made = index, self._leaf(index)
        return self._made[1]

    def original(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the text that a range of what it says came from."""
        self._look()
        if self._view:
            return self._view.original(start, end)
        found: list[Range] = []
        contents, said = self._contents, self._said
        for index in range(max(0, bisect_right(said, start) - 1) // 2 * 2, len(said), 2):
            if said[index] >= end:
                break
            away = contents[index] - said[index]
            first, last = max(start, said[index]) + away, min(end, said[index + 1]) + away
            if first < last:
                found.append((first, last))
        return found

    def _look(self) -> None:
        """Find out where everything stands, once."""
        if self._contents:
            return
        text, contents, said = self._text, self._contents, self._said
        at = 2
        for match in _EACH_MEMBER.finditer(text, self.start - 1, self._stop):
            (name, end), (_, name_end), (string, _), (bare, _) = match.regs
            start, end, quote = (bare, end, 0) if string < 0 else (string + 1, end - 1, 1)
            contents += (name + 1, name_end - 1, start, end)
            name_stop = at + name_end - name - 2
            value_at = name_stop + 3 + quote
            value_stop = value_at + end - start
            said += (at, name_stop, value_at, value_stop)
            at = value_stop + quote + 2
        if text.find("\\", self.start, self._stop) >= 0:
            self._view = self._unescaped()

    def _unescaped(self) -> View:
        builder = ViewBuilder()
        contents = self._contents
        for index in range(0, len(contents), 4):
            name, name_end, start, end = contents[index : index + 4]
            quote = '"' if self._text[start - 1] == '"' else ""
            builder.synthetic('\n"')
            add_content(self._text, name, name_end, builder)
            builder.synthetic(f'": {quote}')
            add_content(self._text, start, end, builder)
            builder.synthetic(quote)
        return builder.view()

    def _leaf(self, index: int) -> Leaf:
        """Return the leaf whose content begins at an index of the contents: a name, then its scalar."""
        text, contents = self._text, self._contents
        member = index // 4 * 4
        name = decoded(text[contents[member] : contents[member + 1]])
        start, end = contents[index], contents[index + 1]
        is_string = text[start - 1] == '"'
        value = decoded(text[start:end]) if is_string else text[start:end]
        return Leaf(start, end, value, (*self.above, name), index == member, is_string, self.document)


_START = attrgetter("start")
Item = Leaf | FlatObject
"""What a document is made of."""


def leaf_at(items: Sequence[Item], offset: int) -> Leaf | None:
    """Return the last leaf of items, which are in order, that begins at an offset or before it."""
    index = bisect_right(items, offset, key=_START) - 1
    if index < 0:
        return None
    item = items[index]
    return item if isinstance(item, Leaf) else item.leaf_at(offset)


def leaf_of(items: Sequence[Item], offset: int) -> Leaf:
    """Return the leaf that holds an offset, as every mark of JSON has one; raises LookupError before the first."""
    leaf = leaf_at(items, offset)
    if leaf is None:
        raise LookupError("nothing of the document begins before it")
    return leaf


def leaves_of(items: Sequence[Item]) -> list[Leaf]:
    """Return all leaves."""
    found: list[Leaf] = []
    for item in items:
        if isinstance(item, Leaf):
            found.append(item)
        else:
            found += item.leaves
    return found
