"""The rows of the ledger: where each mark stands in the clean text, and why; never the value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from collector.model import Redaction
from collector.redaction import json_tokens
from collector.redaction.marks import Pseudonyms
from collector.redaction.splice import Placed


def rows(clean: str, placed: Sequence[Placed], member: str, kind: str, pseudonyms: Pseudonyms) -> tuple[Redaction, ...]:
    """Return one row a mark; a place is a JSON pointer in the clean document, or `line:column` in clean text."""
    if not placed:
        return ()
    where = _pointers(clean) if kind == "json" else None
    found = []
    line, begin = 1, 0
    for place in placed:
        span = place.span
        traits = span.traits
        if span.holds:
            traits = (*traits, f"holds {pseudonyms.mark(*span.holds) if span.holds[1] else span.holds[0]}")
        line += clean.count("\n", begin, place.offset)
        begin = clean.rfind("\n", begin, place.offset) + 1 or begin
        at = where(place.offset) if where else f"{line}:{place.offset - begin + 1}"
        found.append(Redaction(member, at, span.rule, span.action, place.mark, traits))
    return tuple(found)


class _pointers:  # noqa: N801
    def __init__(self, clean: str) -> None:
        start = 1 if clean.startswith("\ufeff") else 0
        self._tokens = json_tokens.tokens(clean, start)
        self._starts = [token.start for token in self._tokens]

    def __call__(self, offset: int) -> str:
        token = self._tokens[bisect_right(self._starts, offset) - 1]
        return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in token.path)
