"""Tells of a line whether one of some heads may stand on it, wherever that is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from collector.redaction.byte_views import FOLDED
from collector.redaction.head_items import begins_a_line, bytes_of_its_line, literal_first, takes_long
from collector.redaction.required_literals import class_of, read_in

LONG_LINE = 4096
"""Bytes of a line from which a head with no known place on it is not tried: the line is reported as it is."""
USUAL_LINE = 512
"""Bytes of a line up to which a look at it in small letters comes first: on longer ones that may take long, too."""


class LineCheck:
    """Heads, tried on whole lines: a slow one, or any on a long line, by the bytes of the line alone."""

    def __init__(self, heads: Iterable[str]) -> None:
        self._heads = tuple(heads)

    def may_hold(self, data: bytes, folded: bytes, start: int, end: int) -> bool:
        """Tell whether one of the heads may stand on a line of a text, which is there in small letters, too."""
        length = end - start
        if length > LONG_LINE:
            return self._bytes_of_each.match(data, start, end) is not None
        beginning, bytes_of_slow, anywhere, folding = self._tries
        return bool(
            (beginning and beginning.match(data, start, end))
            or (bytes_of_slow and bytes_of_slow.match(data, start, end))
            or (anywhere and anywhere.search(data, start, end))
            or (
                folding
                and (length > USUAL_LINE or self._may_hold_folded(folded, start, end))
                and folding.search(data, start, end)
            )
        )

    @cached_property
    def _tries(self) -> tuple[re.Pattern[bytes] | None, ...]:
        quick = [head for head in self._heads if not takes_long(head)]
        anywhere = [head for head in quick if not begins_a_line(head)]
        return (
            _any(map(scoped, (head for head in quick if begins_a_line(head)))),
            _any(_line_of(head) for head in self._heads if takes_long(head)),
            _any(map(scoped, (head for head in anywhere if not _folds(head)))),
            _any(map(scoped, filter(_folds, anywhere))),
        )

    def _may_hold_folded(self, folded: bytes, start: int, end: int) -> bool:
        """Tell it of small letters, each head alone: `re` skips to where such a pattern can begin, and no other."""
        return any(pattern.search(folded, start, end) for pattern in self._folded)

    @cached_property
    def _folded(self) -> tuple[re.Pattern[bytes], ...]:
        heads = (head for head in self._heads if _folds(head) and not takes_long(head) and not begins_a_line(head))
        return tuple(re.compile(read_in(head, FOLDED)) for head in heads)

    @cached_property
    def _bytes_of_each(self) -> re.Pattern[bytes]:
        return re.compile("|".join(map(_line_of, self._heads)).encode(), re.MULTILINE)


def scoped(head: str) -> str:
    """Return a head as one of several in a pattern."""
    return f"(?i:{head[4:]})" if _folds(head) else f"(?:{literal_first(head)})"


def _line_of(head: str) -> str:
    """Return a pattern of the lines that have no byte which a head cannot have; of every line where it says a part."""
    members = bytes_of_its_line(head)
    return "" if members is None else f"{class_of(members).decode()}*+$"


def _folds(head: str) -> bool:
    return head.startswith("(?i)")


def _any(patterns: Iterable[str]) -> re.Pattern[bytes] | None:
    listed = list(dict.fromkeys(patterns))
    return re.compile("|".join(listed).encode(), re.MULTILINE) if listed else None
