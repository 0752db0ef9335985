"""Says of a head which literals it needs: one of them stands in every match, once a text is read in a certain way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from collector.redaction.byte_views import FOLDED, NAMES, OTHER_VIEWS, RUNS, VIEWS, WORDS, View, symbols_of
from collector.redaction.exact_texts import exact, exact_least, joined
from collector.redaction.head_items import (
    REMEMBERED,
    Either,
    Item,
    Items,
    Repeat,
    added,
    item_width,
    parsed,
    reads_much,
    width,
)
from collector.redaction.rarity import BY_ITS_NEIGHBOUR, bits_of, bits_of_item

_LITTLE, _MUCH_TIME = 0.2, 2
"""Milliseconds a MB: what needs no better literals, and what is worth looking into every branch for them."""
_DEPTH = 1
_FEW_BRANCHES = 8
_MUCH = 200
"""Bytes of a pattern from which nothing is added to it."""
_WIDE = 64
"""Bytes of an item from which looking ahead over it may take long; blanks are followed by something else."""
_NEAR = 4
_LONG = 8
"""Bytes of a literal from which looking ahead gains nothing."""
_A_RUN = 5


class Required(NamedTuple):
    """A literal of a view, and how far from a match's beginning it begins: `most` is None where there is no telling."""

    view: str
    text: bytes
    least: int
    most: int | None
    after: int | None
    """The most bytes of a match from the literal's beginning on."""
    begins: bytes = b""
    """A pattern of the literal, or of its beginning, that never overlaps another place of it."""
    ahead: bytes = b""
    """What follows that, as the view shows it, or for words `FOLDED`."""
    whole: bool = False
    """Whether that is all that follows."""
    bits: float = 0.0
    """How rarely all that is met by chance, as a logarithm."""

    @property
    def distance(self) -> tuple[int, int] | None:
        """Return how far from a match's beginning the literal begins; None where there are too many ways."""
        return None if self.most is None or self.most - self.least > _NEAR else (self.least, self.most)

    @property
    def pattern(self) -> bytes:
        """Return a pattern of the literal with what follows; empty where there is none."""
        return self.begins and b"%b(?=%b)" % (self.begins, self.ahead)


Literals = tuple[Required, ...]


def required(head: str) -> Literals:
    """Return literals of which one stands in every match of the head; none where there is no telling."""
    return _without_longer_runs(_best(parsed(head)) or ())


def _without_longer_runs(literals: Literals) -> Literals:
    """Return the literals without the runs in which a shorter one of them stands."""
    kept: list[Required] = []
    for one in sorted(literals, key=lambda literal: len(literal.text)):
        same = [
            at
            for at, other in enumerate(kept)
            if is_run(one.text) and one.text.startswith(other.text) and one[0] == other[0] and one[2:4] == other[2:4]
        ]
        if not same:
            kept.append(one)
        elif one.after is None or kept[same[0]].after is None:
            kept[same[0]] = kept[same[0]]._replace(after=None)
        else:
            kept[same[0]] = kept[same[0]]._replace(after=max(one.after, kept[same[0]].after or 0))
    return tuple(kept)


def written(literals: Sequence[Literals]) -> bytes:
    """Return the literals of heads as bytes."""
    rows = [[_row(one) for one in listed] for listed in literals]
    return json.dumps(rows).encode()


def read(content: bytes) -> list[Literals]:
    """Return what `written` wrote; raises TypeError or ValueError for anything else."""
    return [
        tuple(
            Required(*(part.encode("latin-1") if index in _BYTES else part for index, part in enumerate(row)))
            for row in listed
        )
        for listed in json.loads(content)
    ]


_BYTES = (1, 5, 6)


def _row(literal: Required) -> list[object]:
    return [part.decode("latin-1") if isinstance(part, bytes) else part for part in literal]


@lru_cache(maxsize=REMEMBERED)
def _best(items: Items, depth: int = _DEPTH) -> Literals | None:
    words = min((*_in_view(items, WORDS), *_within(items)), key=_cost, default=None)
    if words and _cost(words) <= _LITTLE:
        return words
    candidates = [words] if words else []
    candidates += [literals for view in OTHER_VIEWS for literals in _in_view(items, view)]
    best = min(candidates, key=_cost, default=None)
    if depth and (best is None or _cost(best) > _MUCH_TIME):
        candidates += _spread(items, depth - 1)
        best = min(candidates, key=_cost, default=None)
    return best


def _spread(items: Items, depth: int) -> Iterator[Literals]:
    """Yield the literals of each branch with what stands before and after it."""
    for index, item in enumerate(items):
        if isinstance(item, Either) and 1 < len(item.branches) <= _FEW_BRANCHES:
            found = [_best(items[:index] + branch + items[index + 1 :], depth) for branch in item.branches]
            if all(found):
                yield tuple(dict.fromkeys(one for literals in found for one in literals or ()))


def _within(items: Items) -> Iterator[Literals]:
    """Yield the literals of what stands within an item, its best whatever the view."""
    least, most = 0, 0
    for index, item in enumerate(items):
        inner: Literals | None = None
        if isinstance(item, Repeat) and item.least:
            inner = _best(item.body)
        elif isinstance(item, Either):
            of_branches = [_best(branch) for branch in item.branches]
            listed = (one for found in of_branches for one in found or ())
            inner = tuple(dict.fromkeys(listed)) if all(of_branches) else None
        if inner:
            rest = width(items[index + 1 :])[1] if not isinstance(item, Repeat) else None
            yield tuple(
                _followed(one, items[index + 1 :] if isinstance(item, Either) else None)._replace(
                    least=one.least + least, most=added(one.most, most), after=added(one.after, rest)
                )
                for one in inner
            )
        low, high = item_width(item)
        least, most = least + low, added(most, high)  # type: ignore[assignment]


class _Row(NamedTuple):
    """Items in a row that a view makes literal: what they read as, which is the first, and where that begins."""

    texts: set[bytes]
    first: int
    begins: tuple[int, int | None]


def _in_view(items: Items, view: View) -> Iterator[Literals]:
    """Yield the literals of items in a row that the view makes literal."""
    places = _places(items)
    row = _Row({b""}, 0, places[0])
    for index, item in enumerate(items):
        texts = exact(item, view)
        longer = None if texts is None else joined(row.texts, texts)
        if longer is not None:
            row = row._replace(texts=longer)
        elif texts is not None:
            yield from _spelt(items, view, row, index)
            row = _Row(texts, index, places[index])
        else:
            least = exact_least(item, view)
            yield from _spelt(items, view, row, index, least)
            row = _Row(least, index, (places[index][0], None)) if least else _Row({b""}, index + 1, places[index + 1])
        if row.texts == {b""}:
            row = _Row({b""}, index + 1, places[index + 1])
    yield from _spelt(items, view, row, len(items))


def _spelt(items: Items, view: View, row: _Row, end: int, more: set[bytes] | None = None) -> Iterator[Literals]:
    """Yield the literals of a row that ends before an item; `more` is what that is at least."""
    texts = (more and joined(row.texts, more)) or row.texts
    if not all(texts):
        return
    after = width(items[row.first :])[1]
    each = [Required(view.name, text, *row.begins, after, bits=bits_of(text, view)) for text in sorted(texts)]
    begins = items[row.first]
    if view in (NAMES, RUNS) or (view is not WORDS and all(map(is_run, texts))):
        yield tuple(each)
    elif texts == row.texts and (view is WORDS or len(texts) == 1):
        yield tuple(_followed(_begun(one, one.text), items[end:]) for one in each)
    elif len(row.texts) == 1 and all(row.texts) and (view is WORDS or len(texts) == 1):
        yield tuple(_followed(_begun(one, min(row.texts)), items[end:]) for one in each)
    elif view is WORDS or len(texts) == 1:
        yield tuple(_followed(_begun(one, one.text), None) for one in each)
    elif isinstance(begins, frozenset) and len(symbols_of(begins, view)) == 1:
        shortest = min(each, key=lambda one: len(one.text))
        text = shortest.text[:1]
        begun = shortest._replace(begins=re.escape(text), whole=True, bits=bits_of(text, view))
        yield (_followed(begun, items[row.first + 1 :]),)
    else:
        yield tuple(each)


def is_run(text: bytes) -> bool:
    """Tell whether a literal is one byte over and over, often enough to be looked for as a run."""
    return len(text) >= _A_RUN and len(set(text)) == 1


def _places(items: Items) -> list[tuple[int, int | None]]:
    """Return how many bytes stand before each item, and before the end."""
    places: list[tuple[int, int | None]] = [(0, 0)]
    for item in items:
        low, high = item_width(item)
        places.append((places[-1][0] + low, added(places[-1][1], high)))
    return places


def _begun(literal: Required, text: bytes) -> Required:
    if literal.view != WORDS.name and len(literal.text) >= _LONG:
        return literal
    bits = bits_of(text, FOLDED if literal.view == WORDS.name else VIEWS[literal.view])
    length = max(n for n in range(1, len(text) + 1) if not _repeats_its_beginning(text[:n]))
    return literal._replace(begins=re.escape(text[:length]), ahead=re.escape(text[length:]), whole=True, bits=bits)


def _followed(literal: Required, items: Items | None) -> Required:
    """Return the literal with items that follow what follows it; None for what nobody knows."""
    view = FOLDED if literal.view == WORDS.name else VIEWS[literal.view]
    for item in items or ():
        if not literal.whole or len(literal.ahead) > _MUCH or _is_wide(item):
            return literal._replace(whole=False)
        bits = literal.bits + bits_of_item(item, view) * BY_ITS_NEIGHBOUR
        literal = literal._replace(ahead=literal.ahead + _written(item, view), bits=bits)
    return literal if items is not None else literal._replace(whole=False)


@lru_cache(maxsize=REMEMBERED)
def read_in(head: str, view: View) -> bytes:
    """Return a pattern that stands in a text read so wherever the head does."""
    return b"".join(_written(item, view) for item in parsed(head))


def _is_wide(item: Item) -> bool:
    most = item_width(item)[1]
    return (most is None or most > _WIDE) and not (isinstance(item, Repeat) and not reads_much(item.body))


def _repeats_its_beginning(text: bytes) -> bool:
    return any(text.startswith(text[start:]) for start in range(1, len(text)))


@lru_cache(maxsize=REMEMBERED)
def _written(item: Item, view: View) -> bytes:
    if isinstance(item, frozenset):
        return class_of(symbols_of(item, view))
    if isinstance(item, Either):
        return b"(?:" + b"|".join(b"".join(_written(one, view) for one in branch) for branch in item.branches) + b")"
    body = b"".join(_written(one, view) for one in item.body)
    most = b"" if item.most is None else b"%d" % item.most
    return b"(?:%b){%d,%b}" % (body, item.least, most)


def class_of(symbols: AbstractSet[int]) -> bytes:
    """Return a pattern of one of some bytes."""
    listed = sorted(symbols)
    if len(listed) == 1:
        return re.escape(bytes(listed))
    ranges: list[list[int]] = []
    for symbol in listed:
        if ranges and ranges[-1][1] == symbol - 1:
            ranges[-1][1] = symbol
        else:
            ranges.append([symbol, symbol])
    return b"[" + b"".join(b"\\x%02x-\\x%02x" % (first, last) for first, last in ranges) + b"]"


_TRIED, _TRIED_ON_A_LINE, _LOOKED_FOR = 1e-3, 3e-3, 0.8
"""Milliseconds: a place, a place whose line is searched, a literal in a MB of text."""
_AHEAD = 1.5e-6
"""Milliseconds a byte of a pattern."""
_SHORT_RUNS = 120
_SEEN_AT_ONCE = 1000


def _cost(literals: Literals) -> float:
    """Return about how many milliseconds a MB of logs takes."""
    return sum(map(_cost_of_one, literals))


def _cost_of_one(literal: Required) -> float:
    if literal.view in (NAMES.name, RUNS.name):
        return 0.1 + _SHORT_RUNS * 2 ** ((_A_RUN - len(literal.text)) / 1.6)
    view = FOLDED if literal.view == WORDS.name else VIEWS[literal.view]
    begin = literal.text[:1] if len(literal.begins) == 1 else literal.text
    ahead = len(literal.ahead) * max(1.0, len(literal.ahead) / 100)
    looked = _LOOKED_FOR + 1e6 * 2 ** -bits_of(begin, view) * ahead * _AHEAD
    if literal.view == WORDS.name and len(literal.text) > 1:
        looked *= min(1.0, 1e6 * 2 ** -bits_of(literal.text, WORDS) / _SEEN_AT_ONCE)
    if literal.distance is None:
        tried = _TRIED_ON_A_LINE
    else:
        tried = _TRIED * (1 if is_run(literal.text) else 1 + literal.distance[1] - literal.distance[0])
    return looked + 1e6 * 2**-literal.bits * tried
