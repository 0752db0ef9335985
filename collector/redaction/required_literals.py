"""Says of a head which literals it needs: one of them stands in every match, once a text is read in a certain way.

A view reads bytes so that a class of them becomes a literal: digits are all alike, so are the letters of base64,
capitals are small.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import log2
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_BREAK = -1
_MOST_LITERALS = 200
_LONG_ENOUGH = 6
"""Bytes from which a literal is not made longer where that makes several of it."""
_MOST_SYMBOLS = 4
_LONGEST = 64
_FOR_EVER = 1 << 16
_LITTLE, _MUCH_TIME = 0.2, 2
_DEPTH = 1
_FEW_BRANCHES = 8
_MUCH = 200
_WIDE = 64
"""Bytes of an item from which looking ahead over it may take long; blanks are followed by something else."""
_NEAR = 4
_LONG = 8
_A_RUN = 5
_BLANKS = 8

_EVERY = range(256)
_ALL = frozenset(_EVERY)
_HIGH = range(0x80, 0x100)
_DIGITS = range(0x30, 0x3A)
_NAMES = tuple(byte for byte in range(128) if chr(byte).isalnum() or chr(byte) in "_-")
_BASE64 = (*_NAMES, *b"+/")
_NOT_OF_WORDS = tuple(byte for byte in range(128) if not chr(byte).isalpha() and chr(byte) not in "_-.")


@dataclass(frozen=True, slots=True)
class View:
    """A way to read bytes: each as another, or as a break that no literal goes across."""

    name: str
    symbols: tuple[int, ...]
    table: bytes
    """What `bytes.translate` takes."""


def _view(name: str, *changes: tuple[Iterable[int], int], folds: bool = True) -> View:
    symbols = [byte + 0x20 if folds and 0x41 <= byte <= 0x5A else byte for byte in _EVERY]
    for members, symbol in changes:
        for byte in members:
            symbols[byte] = symbol
    return View(name, tuple(symbols), bytes(0x20 if symbol == _BREAK else symbol for symbol in symbols))


PLAIN = _view("plain", folds=False)
FOLDED = _view("folded")
WORDS = _view("words", (_NOT_OF_WORDS, _BREAK))
NAMES = _view("names", (_EVERY, _BREAK), (_NAMES, 0x62), (_HIGH, 0x62))
RUNS = _view("runs", (_EVERY, _BREAK), (_BASE64, 0x62), (_HIGH, 0x62))
DIGITS = _view("digits", (_DIGITS, 0x30), (_HIGH, 0x30))
HEX = _view("hex", (b"0123456789ABCDEFabcdef", 0x30))
_OTHER_VIEWS = (PLAIN, NAMES, RUNS, DIGITS, HEX)
VIEWS = {view.name: view for view in (WORDS, *_OTHER_VIEWS)}


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


class _Repeat(NamedTuple):
    least: int
    most: int | None
    body: _Items


class _Either(NamedTuple):
    branches: tuple[_Items, ...]


_Item = frozenset[int] | _Repeat | _Either
_Items = tuple[_Item, ...]


_BEGINNING = re.compile(r"((?:\(\?i\))?)\(\?:\^\|\[\^((?:\\.|[^\]\\])+)\]\)")


def looking_behind(head: str) -> str:
    """Return the head without the byte before it, which it only looks at: it stands on the same lines."""
    return _BEGINNING.sub(r"\1(?<![\2])", head, count=1) if _BEGINNING.match(head) else head


_LITERAL_BEHIND = re.compile(
    r"(\(\?<!\[(?:\\.|[^\]\\])+\])\)((?:\\x[0-9a-f]{2}|\\[^0-9A-Za-z]|[0-9A-Za-z_])+)(?![*+?{])"
)


def literal_first(head: str) -> str:
    """Return the head with the literal before what looks behind it: `re` finds a literal quickly."""
    return _LITERAL_BEHIND.sub(r"\2\1\2)", head, count=1) if _LITERAL_BEHIND.match(head) else head


def required(head: str) -> Literals:
    """Return literals of which one stands in every match of the head; none where there is no telling."""
    return _without_longer_runs(_best(_parsed(head)) or ())


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


def takes_long(head: str) -> bool:
    """Tell whether trying a head may take much longer than its line: it repeats much without end, again and again."""
    return _endless(_parsed(head)) > 1


def _endless(items: _Items) -> int:
    found = 0
    for item in items:
        if isinstance(item, _Either):
            found += max(map(_endless, item.branches))
        elif isinstance(item, _Repeat):
            found += (item.most is None and _reads_much(item.body)) + _endless(item.body)
    return found


def _reads_much(items: _Items) -> bool:
    return len(items) > 1 or not isinstance(items[0], frozenset) or len(items[0]) > _BLANKS


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


def _parsed(head: str) -> _Items:
    tree = parser.parse(head.encode(), re.MULTILINE)
    return _items(tree, bool(tree.state.flags & re.IGNORECASE))


def _items(parsed: Iterable[tuple[Any, Any]], folds: bool) -> _Items:  # noqa: FBT001
    return tuple(item for operator, argument in parsed for item in _item(operator, argument, folds))


def _item(operator: Any, argument: Any, folds: bool) -> Iterator[_Item]:  # noqa: FBT001
    if operator is op.LITERAL:
        yield _folded(frozenset((argument,)), folds)
    elif operator is op.NOT_LITERAL:
        yield _ALL - _folded(frozenset((argument,)), folds)
    elif operator is op.ANY:
        yield _ALL - {0x0A}
    elif operator is op.IN:
        members = _folded(_members(argument), folds)
        yield _ALL - members if argument[0][0] is op.NEGATE else members
    elif operator is op.BRANCH:
        yield _Either(tuple(_items(branch, folds) for branch in argument[1]))
    elif operator is op.SUBPATTERN:
        _, added, removed, body = argument
        yield from _items(body, (folds or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE)
    elif operator in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, body = argument
        yield from _repeated(least, most, _items(body, folds))
    elif operator not in (op.AT, op.ASSERT_NOT):
        raise ValueError(f"{operator} cannot stand in a head")


def _repeated(least: int, most: int, body: _Items) -> Iterator[_Item]:
    """Yield a repeat; what is repeated and more than a byte stands before it once, so that literals go on into it."""
    if least and len(body) > 1:
        yield from body
        least, most = least - 1, most - 1
    if most:
        yield _Repeat(least, most if most < _FOR_EVER - 1 else None, body)


def _folded(members: frozenset[int], folds: bool) -> frozenset[int]:  # noqa: FBT001
    text = bytes(members)
    return members | frozenset(text.lower()) | frozenset(text.upper()) if folds else members


def _members(listed: Any) -> frozenset[int]:
    found: set[int] = set()
    for operator, argument in listed:
        if operator is op.LITERAL:
            found.add(argument)
        elif operator is op.RANGE:
            found.update(range(argument[0], argument[1] + 1))
        elif operator is op.CATEGORY:
            found.update(_category(argument))
    return frozenset(found)


@cache
def _category(category: Any) -> frozenset[int]:
    written = {op.CATEGORY_WORD: rb"\w", op.CATEGORY_DIGIT: rb"\d", op.CATEGORY_SPACE: rb"\s"}
    pattern = re.compile(written[category])
    return frozenset(byte for byte in _EVERY if pattern.match(bytes((byte,))))


def _width(items: _Items) -> tuple[int, int | None]:
    least, most = 0, 0
    for item in items:
        low, high = _item_width(item)
        least, most = least + low, _sum(most, high)  # type: ignore[assignment]
    return least, most


def _item_width(item: _Item) -> tuple[int, int | None]:
    if isinstance(item, _Repeat):
        low, high = _width(item.body)
        return low * item.least, None if high is None or item.most is None else high * item.most
    if isinstance(item, _Either):
        widths = [_width(branch) for branch in item.branches]
        highs = [high for _, high in widths]
        return min(low for low, _ in widths), None if None in highs else max(high or 0 for high in highs)
    return 1, 1


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _best(items: _Items, depth: int = _DEPTH) -> Literals | None:
    words = min((*_in_view(items, WORDS), *_within(items)), key=_cost, default=None)
    if words and _cost(words) <= _LITTLE:
        return words
    candidates = [words] if words else []
    candidates += [literals for view in _OTHER_VIEWS for literals in _in_view(items, view)]
    best = min(candidates, key=_cost, default=None)
    if depth and (best is None or _cost(best) > _MUCH_TIME):
        candidates += _spread(items, depth - 1)
        best = min(candidates, key=_cost, default=None)
    return best


def _spread(items: _Items, depth: int) -> Iterator[Literals]:
    """Yield the literals of each branch with what stands before and after it."""
    for index, item in enumerate(items):
        if isinstance(item, _Either) and 1 < len(item.branches) <= _FEW_BRANCHES:
            found = [_best(items[:index] + branch + items[index + 1 :], depth) for branch in item.branches]
            if all(found):
                yield tuple({one for literals in found for one in literals or ()})


def _within(items: _Items) -> Iterator[Literals]:
    """Yield the literals of what stands within an item, its best whatever the view."""
    least, most = 0, 0
    for index, item in enumerate(items):
        inner: Literals | None = None
        if isinstance(item, _Repeat) and item.least:
            inner = _best(item.body)
        elif isinstance(item, _Either):
            of_branches = [_best(branch) for branch in item.branches]
            inner = tuple({one for found in of_branches for one in found or ()}) if all(of_branches) else None
        if inner:
            rest = _width(items[index + 1 :])[1] if not isinstance(item, _Repeat) else None
            yield tuple(
                _followed(one, items[index + 1 :] if isinstance(item, _Either) else None)._replace(
                    least=one.least + least, most=_sum(one.most, most), after=_sum(one.after, rest)
                )
                for one in inner
            )
        low, high = _item_width(item)
        least, most = least + low, _sum(most, high)  # type: ignore[assignment]


class _Row(NamedTuple):
    """Items in a row that a view makes literal: what they read as, which is the first, and where that begins."""

    texts: set[bytes]
    first: int
    begins: tuple[int, int | None]


def _in_view(items: _Items, view: View) -> Iterator[Literals]:
    """Yield the literals of items in a row that the view makes literal."""
    places = _places(items)
    row = _Row({b""}, 0, places[0])
    for index, item in enumerate(items):
        exact = _exact(item, view)
        joined = None if exact is None else _joined(row.texts, exact)
        if joined is not None:
            row = row._replace(texts=joined)
        elif exact is not None:
            yield from _spelt(items, view, row, index)
            row = _Row(exact, index, places[index])
        else:
            least = _exact_least(item, view)
            yield from _spelt(items, view, row, index, least)
            row = _Row(least, index, (places[index][0], None)) if least else _Row({b""}, index + 1, places[index + 1])
        if row.texts == {b""}:
            row = _Row({b""}, index + 1, places[index + 1])
    yield from _spelt(items, view, row, len(items))


def _spelt(items: _Items, view: View, row: _Row, end: int, more: set[bytes] | None = None) -> Iterator[Literals]:
    """Yield the literals of a row that ends before an item; `more` is what that is at least."""
    texts = (more and _joined(row.texts, more)) or row.texts
    if not all(texts):
        return
    after = _width(items[row.first :])[1]
    each = [Required(view.name, text, *row.begins, after, bits=_bits(text, view)) for text in sorted(texts)]
    begins = items[row.first]
    if view in (NAMES, RUNS) or (view is not WORDS and all(map(is_run, texts))):
        yield tuple(each)
    elif texts == row.texts and (view is WORDS or len(texts) == 1):
        yield tuple(_followed(_begun(one, one.text), items[end:]) for one in each)
    elif len(row.texts) == 1 and all(row.texts) and (view is WORDS or len(texts) == 1):
        yield tuple(_followed(_begun(one, min(row.texts)), items[end:]) for one in each)
    elif view is WORDS or len(texts) == 1:
        yield tuple(_followed(_begun(one, one.text), None) for one in each)
    elif isinstance(begins, frozenset) and len(_symbols(begins, view)) == 1:
        shortest = min(each, key=lambda one: len(one.text))
        text = shortest.text[:1]
        begun = shortest._replace(begins=re.escape(text), whole=True, bits=_bits(text, view))
        yield (_followed(begun, items[row.first + 1 :]),)
    else:
        yield tuple(each)


def is_run(text: bytes) -> bool:
    """Tell whether a literal is one byte over and over, often enough to be looked for as a run."""
    return len(text) >= _A_RUN and len(set(text)) == 1


def _places(items: _Items) -> list[tuple[int, int | None]]:
    """Return how many bytes stand before each item, and before the end."""
    places: list[tuple[int, int | None]] = [(0, 0)]
    for item in items:
        low, high = _item_width(item)
        places.append((places[-1][0] + low, _sum(places[-1][1], high)))
    return places


def _begun(literal: Required, text: bytes) -> Required:
    if literal.view != WORDS.name and len(literal.text) >= _LONG:
        return literal
    bits = _bits(text, FOLDED if literal.view == WORDS.name else VIEWS[literal.view])
    length = max(n for n in range(1, len(text) + 1) if not _repeats_its_beginning(text[:n]))
    return literal._replace(begins=re.escape(text[:length]), ahead=re.escape(text[length:]), whole=True, bits=bits)


def _followed(literal: Required, items: _Items | None) -> Required:
    """Return the literal with items that follow what follows it; None for what nobody knows."""
    view = FOLDED if literal.view == WORDS.name else VIEWS[literal.view]
    for item in items or ():
        if not literal.whole or len(literal.ahead) > _MUCH or _is_wide(item):
            return literal._replace(whole=False)
        bits = literal.bits + _item_bits(item, view) * _BY_ITS_NEIGHBOUR
        literal = literal._replace(ahead=literal.ahead + _written(item, view), bits=bits)
    return literal if items is not None else literal._replace(whole=False)


def _is_wide(item: _Item) -> bool:
    most = _item_width(item)[1]
    return (most is None or most > _WIDE) and not (isinstance(item, _Repeat) and not _reads_much(item.body))


def _repeats_its_beginning(text: bytes) -> bool:
    return any(text.startswith(text[start:]) for start in range(1, len(text)))


def _symbols(members: frozenset[int], view: View) -> set[int]:
    return {view.symbols[byte] for byte in members}


def _written(item: _Item, view: View) -> bytes:
    if isinstance(item, frozenset):
        return _class(_symbols(item, view))
    if isinstance(item, _Either):
        return b"(?:" + b"|".join(b"".join(_written(one, view) for one in branch) for branch in item.branches) + b")"
    body = b"".join(_written(one, view) for one in item.body)
    most = b"" if item.most is None else b"%d" % item.most
    return b"(?:%b){%d,%b}" % (body, item.least, most)


def _class(symbols: set[int]) -> bytes:
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


def _joined(texts: set[bytes], more: set[bytes]) -> set[bytes] | None:
    if len(more) > 1 and min(map(len, texts)) >= _LONG_ENOUGH:
        return None
    joined = {one + other for one, other in product(texts, more)} if len(texts) * len(more) <= _MOST_LITERALS else None
    return joined if joined and max(map(len, joined)) <= _LONGEST else None


def _exact(item: _Item, view: View) -> set[bytes] | None:
    """Return all that an item may be in a view; None for what is not literal there, or too much."""
    if isinstance(item, frozenset):
        symbols = {view.symbols[byte] for byte in item}
        if _BREAK in symbols or len(symbols) > _MOST_SYMBOLS:
            return None
        return {bytes((symbol,)) for symbol in symbols}
    if isinstance(item, _Either):
        of_branches = [_exact_all(branch, view) for branch in item.branches]
        found = {text for texts in of_branches for text in texts or ()}
        return found if None not in of_branches and len(found) <= _MOST_LITERALS else None
    body = _exact_all(item.body, view)
    if body is None:
        return None
    if item.most == item.least:
        # What is too long to be spelt out may be its beginning or its end, never all of it.
        return _times(body, item.least) if item.least * max(map(len, body)) <= _LONGEST else None
    return {b""} | body if (item.least, item.most) == (0, 1) else None


def _exact_least(item: _Item, view: View) -> set[bytes] | None:
    """Return what a repeated item is where it is repeated no more than it must be."""
    if not isinstance(item, _Repeat) or not item.least:
        return None
    body = _exact_all(item.body, view)
    return None if body is None else _times(body, item.least)


def _exact_all(items: _Items, view: View) -> set[bytes] | None:
    texts: set[bytes] | None = {b""}
    for item in items:
        exact = _exact(item, view)
        texts = None if exact is None or texts is None else _joined(texts, exact)
        if texts is None:
            return None
    return texts


def _times(body: set[bytes], times: int) -> set[bytes] | None:
    if len(body) == 1:
        (text,) = body
        return {text * min(times, _LONGEST)}
    texts: set[bytes] | None = {b""}
    for _ in range(times):
        texts = _joined(texts, body) if texts else None
    return texts


_SHARES = dict.fromkeys(_EVERY, 0.002) | dict.fromkeys(_HIGH, 0.0002)
_SHARES |= dict.fromkeys(b"abcdefghijklmnopqrstuvwxyz", 0.02) | dict.fromkeys(range(0x41, 0x5B), 0.002)
_SHARES |= dict.fromkeys(_DIGITS, 0.02)
_SHARES |= dict(zip(b' "/:.,-=_', (0.1, 0.03, 0.02, 0.02, 0.02, 0.01, 0.01, 0.006, 0.006), strict=True))
"""Of the bytes of logs, roughly."""
_BY_ITS_NEIGHBOUR = 0.4
"""What a byte behind another tells, compared with one by itself."""
_IN_A_WORD = 0.75
_TRIED, _TRIED_ON_A_LINE, _LOOKED_FOR = 1e-3, 3e-3, 0.8
"""Milliseconds: a place, a place whose line is searched, a literal in a MB of text."""
_AHEAD = 1.5e-6
"""Milliseconds a byte of a pattern."""
_SHORT_RUNS = 120
_SEEN_AT_ONCE = 1000


def _bits(text: bytes, view: View) -> float:
    each = [-log2(_share(frozenset((symbol,)), view)) for symbol in text]
    by_neighbour = _IN_A_WORD if text.isalpha() else _BY_ITS_NEIGHBOUR
    return sum(each) * by_neighbour + each[0] * (1 - by_neighbour)


def _item_bits(item: _Item, view: View) -> float:
    if isinstance(item, frozenset):
        return -log2(_share(frozenset(_symbols(item, view)), view))
    if isinstance(item, _Either):
        return min(sum(_item_bits(one, view) for one in branch) for branch in item.branches)
    return item.least * sum(_item_bits(one, view) for one in item.body)


@cache
def _share(symbols: frozenset[int], view: View) -> float:
    return min(1.0, sum(_SHARES[byte] for byte in _EVERY if view.symbols[byte] in symbols) or 1e-4)


def _cost(literals: Literals) -> float:
    """Return about how many milliseconds a MB of logs takes."""
    return sum(map(_cost_of_one, literals))


def _cost_of_one(literal: Required) -> float:
    if literal.view in (NAMES.name, RUNS.name):
        return 0.1 + _SHORT_RUNS * 2 ** ((_A_RUN - len(literal.text)) / 1.6)
    view = FOLDED if literal.view == WORDS.name else VIEWS[literal.view]
    begin = literal.text[:1] if len(literal.begins) == 1 else literal.text
    ahead = len(literal.ahead) * max(1.0, len(literal.ahead) / 100)
    looked = _LOOKED_FOR + 1e6 * 2 ** -_bits(begin, view) * ahead * _AHEAD
    if literal.view == WORDS.name and len(literal.text) > 1:
        looked *= min(1.0, 1e6 * 2 ** -_bits(literal.text, WORDS) / _SEEN_AT_ONCE)
    if literal.distance is None:
        tried = _TRIED_ON_A_LINE
    else:
        tried = _TRIED * (1 if is_run(literal.text) else 1 + literal.distance[1] - literal.distance[0])
    return looked + 1e6 * 2**-literal.bits * tried
