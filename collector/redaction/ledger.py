"""The rows of the ledger: where each mark stands in the clean text, and why; never the value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from collector.model import Redaction
from collector.redaction import json_tokens
from collector.redaction.marks import Pseudonyms
from collector.redaction.splice import Placed

LINE_COLUMN = re.compile(r"(?P<line>[0-9]{1,9}):(?P<column>[0-9]{1,9})")


def rows(clean: str, placed: Sequence[Placed], member: str, kind: str, pseudonyms: Pseudonyms) -> tuple[Redaction, ...]:
    """Return one row a mark; a place is a JSON pointer in the clean document, or `line:column` in clean text."""
    if not placed:
        return ()
    where = _pointers(clean) if kind == "json" else None
    found = []
    line, begin, done = 1, 0, 0
    for place in placed:
        span = place.span
        traits = span.traits
        if span.holds:
            traits = (*traits, f"holds {pseudonyms.mark(*span.holds) if span.holds[1] else span.holds[0]}")
        line += clean.count("\n", done, place.offset)
        begin = clean.rfind("\n", done, place.offset) + 1 or begin
        done = place.offset
        at = where(place.offset) if where else f"{line}:{place.offset - begin + 1}"
        found.append(Redaction(member, at, span.rule, span.action, place.mark, traits))
    return tuple(found)


def offsets(clean: str, listed: Sequence[Redaction]) -> tuple[int, ...]:
    """Return where in a member's clean text the mark of each row stands, rows in order; what `rows` wrote, read again.

    Raises ValueError where a row names a place at which its mark does not stand.
    """
    lines = [0, *(match.end() for match in re.finditer("\n", clean))]
    tokens: dict[str, list[json_tokens.Token]] | None = None
    passed: dict[str, int] = {}
    found = []
    for row in listed:
        if at := LINE_COLUMN.fullmatch(row.place):
            line, column = int(at["line"]), int(at["column"])
            offset = lines[line - 1] + column - 1 if 1 <= line <= len(lines) else -1
            offset = offset if clean.startswith(row.mark, max(offset, 0)) else -1
        else:
            tokens = _by_pointer(clean) if tokens is None else tokens
            offset = _in_tokens(clean, tokens.get(row.place, []), row.mark, passed.get(row.place, 0))
        if offset < 0:
            raise ValueError(f"no such mark at {row.place}")
        passed[row.place] = offset + len(row.mark)
        found.append(offset)
    return tuple(found)


def _by_pointer(clean: str) -> dict[str, list[json_tokens.Token]]:
    try:
        tokens = json_tokens.tokens(clean, _start(clean))
    except json_tokens.NotJsonError:
        raise ValueError("not JSON") from None
    found: dict[str, list[json_tokens.Token]] = {}
    for token in tokens:
        found.setdefault(_pointer(token.path), []).append(token)
    return found


def _in_tokens(clean: str, tokens: Sequence[json_tokens.Token], mark: str, passed: int) -> int:
    places = (clean.find(mark, max(token.start, passed), token.end) for token in tokens)
    return next((place for place in places if place >= 0), -1)


def _start(clean: str) -> int:
    return 1 if clean.startswith("\ufeff") else 0


def _pointer(path: json_tokens.Path) -> str:
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)


class _pointers:  # noqa: N801
    def __init__(self, clean: str) -> None:
        self._tokens = json_tokens.tokens(clean, _start(clean))
        self._starts = [token.start for token in self._tokens]

    def __call__(self, offset: int) -> str:
        token = self._tokens[bisect_right(self._starts, offset) - 1]
        return _pointer(token.path)
