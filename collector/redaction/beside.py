"""What is read once more when the marks stand: their lines or leaves in the clean text, with what is near them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from collector.redaction import documents
from collector.redaction.documents import Document
from collector.redaction.flat_objects import leaf_at
from collector.redaction.json_strings import decoded
from collector.redaction.leaves import Leaf, Path, with_names
from collector.redaction.spans import Span
from collector.redaction.splice import Placed, Spliced
from collector.redaction.views import BORDER, View, ViewBuilder

LINES_NEAR = 2
LEAVES_NEAR = 2 * LINES_NEAR
MOST_OF_OBJECT = 64
"""Leaves on either side of a marked one that are read with it because they stand in the same object."""


def lines_near(document: Document, spliced: Spliced, marks: Iterable[Placed]) -> View:
    """Return a view of the lines with some marks and of those of two lines on either side that were worth reading.

    A value in a line of JSON that is a mark and nothing else says no more to anything near it than it did.
    """
    text = spliced.text
    worth = document.worth or ()
    builder = ViewBuilder()
    done = index = 0
    for placed in marks:
        leaf = leaf_at(document.items, placed.span.start)
        if leaf and not leaf.is_key and (leaf.start, leaf.end) == (placed.span.start, placed.span.end):
            continue
        while index < len(worth) and worth[index][1] <= placed.span.start:
            index += 1
        first, last = 0, len(text)
        if index < len(worth) and worth[index][0] <= placed.span.start:
            first, last = map(spliced.place_of, worth[index])
        start = max(done, _lines_back(text, placed.offset, first))
        end = _lines_on(text, placed.offset, last)
        if start < end:
            if start > done:
                builder.synthetic(BORDER)
            builder.copied(text[start:end], start)
            done = end
    return builder.view()


def leaves_near(document: Document, spliced: Spliced) -> Document | None:
    """Return a clean JSON document of the leaves with marks and those near them; None where one is the whole text.

    A value that is a mark and nothing else says no more to anything near it than it did.
    """
    if not spliced.copied or document.items[0].start < spliced.copied[0][1]:
        return None
    if all(_is_whole(leaf_at(document.items, mark.span.start), mark.span) for mark in spliced.placed):
        return documents.of_items(spliced.text)
    leaves = document.leaves
    starts = [leaf.start for leaf in leaves]
    found = [(bisect_right(starts, mark.span.start) - 1, mark.span) for mark in spliced.placed]
    marked = {index for index, _ in found}
    near: list[tuple[int, int]] = []
    for index in sorted({index for index, span in found if not _is_whole(leaves[index], span)}):
        first, last = _first_near(leaves, index), _last_near(leaves, index)
        if near and first <= near[-1][1] + 1:
            near[-1] = (near[-1][0], max(near[-1][1], last))
        else:
            near.append((first, last))
    names = {
        key.path: decoded(spliced.text[spliced.place_of(key.start) : spliced.place_of(key.end)])
        for key in map(leaves.__getitem__, marked)
        if key.is_key
    }
    groups = [_moved(leaves, range(first, last + 1), marked, names, spliced) for first, last in near]
    return documents.of_items(spliced.text, *groups)


def _is_whole(leaf: Leaf | None, span: Span) -> bool:
    return leaf is not None and not leaf.is_key and span.start <= leaf.start and leaf.end <= span.end


def _first_near(leaves: Sequence[Leaf], index: int) -> int:
    step = index
    while step > 0 and index - step < MOST_OF_OBJECT and _belongs(leaves, step - 1, index):
        step -= 1
    return step - 1 if step > 0 and _names(leaves[step - 1], leaves[step]) else step


def _last_near(leaves: Sequence[Leaf], index: int) -> int:
    step = index
    while step + 1 < len(leaves) and step - index < MOST_OF_OBJECT and _belongs(leaves, step + 1, index):
        step += 1
    return step + 1 if step + 1 < len(leaves) and _names(leaves[step], leaves[step + 1]) else step


def _names(key: Leaf, value: Leaf) -> bool:
    return key.is_key and not value.is_key and key.path == value.path


def _belongs(leaves: Sequence[Leaf], one: int, to: int) -> bool:
    return abs(one - to) <= LEAVES_NEAR or leaves[one].path[:-1] == leaves[to].path[:-1]


def _moved(
    leaves: Sequence[Leaf], chosen: range, marked: set[int], names: Mapping[Path, str], spliced: Spliced
) -> list[Leaf]:
    """Return leaves as they stand in the clean text; one after the other, so that no place is looked for."""
    found: list[Leaf] = []
    copied = spliced.copied
    at = bisect_right(copied, leaves[chosen.start].start, key=itemgetter(1)) - 1
    for index in chosen:
        leaf = leaves[index]
        while at + 1 < len(copied) and copied[at + 1][1] <= leaf.start:
            at += 1
        clean, origin, _ = copied[at]
        start = clean + leaf.start - origin
        path = with_names(leaf.path, names)
        if index not in marked:
            end = start + leaf.end - leaf.start
            found.append(Leaf(start, end, leaf.value, path, leaf.is_key, leaf.is_string, leaf.document))
            continue
        while at + 1 < len(copied) and copied[at + 1][1] <= leaf.end:
            at += 1
        clean, origin, _ = copied[at]
        end = clean + leaf.end - origin
        if not leaf.is_string:
            # A number that became a mark was put in quotes.
            start, end = start + 1, end - 1
        value = decoded(spliced.text[start:end])
        found.append(Leaf(start, end, value, path, leaf.is_key, document=leaf.document))
    return found


def _lines_back(text: str, position: int, first: int) -> int:
    for _ in range(LINES_NEAR + 1):
        position = text.rfind("\n", first, position)
        if position < 0:
            return first
    return position + 1


def _lines_on(text: str, position: int, last: int) -> int:
    for _ in range(LINES_NEAR + 1):
        position = text.find("\n", position, last) + 1
        if not position:
            return last
    return position
