"""The rows of the ledger: where each mark stands in the clean text, and why; never the value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from collector.compiled import compiled
from collector.model import Redaction
from collector.redaction import json_tokens
from collector.redaction.documents import Document
from collector.redaction.flat_objects import leaf_of
from collector.redaction.json_strings import decoded
from collector.redaction.leaves import Leaf, Path, with_names
from collector.redaction.marks import Pseudonyms
from collector.redaction.splice import Placed, Spliced

LINE_COLUMN = compiled(r"(?P<line>[0-9]{1,9}):(?P<column>[0-9]{1,9})")


def rows(clean: str, placed: Sequence[Placed], member: str, pseudonyms: Pseudonyms) -> tuple[Redaction, ...]:
    """Return one row a mark of clean text that is lines; a place is `line:column`."""
    found = []
    line, begin, done = 1, 0, 0
    for place in placed:
        line += clean.count("\n", done, place.offset)
        begin = clean.rfind("\n", done, place.offset) + 1 or begin
        done = place.offset
        found.append(_row(place, member, f"{line}:{place.offset - begin + 1}", pseudonyms))
    return tuple(found)


def rows_of_json(
    document: Document, spliced: Spliced, member: str, pseudonyms: Pseudonyms, names: dict[Path, str]
) -> tuple[Redaction, ...]:
    """Return one row a mark of a JSON document or a part of one; a place is a JSON pointer in the clean document.

    `names` gathers from part to part which names have marks in them: what stands under one has another pointer.
    """
    found = []
    for place in spliced.placed:
        leaf = leaf_of(document.items, place.span.start)
        if leaf.is_key:
            name = spliced.text[spliced.place_of(leaf.start) : spliced.place_of(leaf.end)]
            names[leaf.path] = decoded(name)
        found.append(_row(place, member, _pointer(with_names(leaf.path, names)), pseudonyms))
    return tuple(found)


def _row(place: Placed, member: str, at: str, pseudonyms: Pseudonyms) -> Redaction:
    span = place.span
    traits = span.traits
    if span.holds:
        traits = (*traits, f"holds {pseudonyms.mark(*span.holds) if span.holds[1] else span.holds[0]}")
    return Redaction(member, at, span.rule, span.action, place.mark, traits)


def offsets(clean: str, listed: Sequence[Redaction]) -> tuple[int, ...]:
    """Return where in a member's clean text the mark of each row stands, rows in order; what `rows` wrote, read again.

    Raises ValueError where a row names a place at which its mark does not stand.
    """
    lines = [0, *(match.end() for match in re.finditer("\n", clean))]
    leaves: dict[str, list[Leaf]] | None = None
    passed: dict[str, int] = {}
    found = []
    for row in listed:
        if at := LINE_COLUMN.fullmatch(row.place):
            line, column = int(at["line"]), int(at["column"])
            offset = lines[line - 1] + column - 1 if 1 <= line <= len(lines) else -1
            offset = offset if clean.startswith(row.mark, max(offset, 0)) else -1
        else:
            leaves = _by_pointer(clean) if leaves is None else leaves
            offset = _in_leaves(clean, leaves.get(row.place, []), row.mark, passed.get(row.place, 0))
        if offset < 0:
            raise ValueError(f"no such mark at {row.place}")
        passed[row.place] = offset + len(row.mark)
        found.append(offset)
    return tuple(found)


def _by_pointer(clean: str) -> dict[str, list[Leaf]]:
    try:
        leaves = json_tokens.leaves(clean, _start(clean))
    except json_tokens.NotJsonError:
        raise ValueError("not JSON") from None
    found: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        found.setdefault(_pointer(leaf.path), []).append(leaf)
    return found


def _in_leaves(clean: str, leaves: Sequence[Leaf], mark: str, passed: int) -> int:
    places = (clean.find(mark, max(leaf.start, passed), leaf.end) for leaf in leaves)
    return next((place for place in places if place >= 0), -1)


def _start(clean: str) -> int:
    return 1 if clean.startswith("\ufeff") else 0


def _pointer(path: Path) -> str:
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)
