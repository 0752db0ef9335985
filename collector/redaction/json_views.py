"""JSON as detectors read it: one line a scalar, `"key": "value"`, as they read a log."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from collector.compiled import compiled
from collector.redaction import byte_values
from collector.redaction.flat_objects import FlatObject, Item
from collector.redaction.json_strings import add_content
from collector.redaction.leaves import Leaf, Path
from collector.redaction.views import BORDER, ViewBuilder

_NAMES = frozenset({"key", "name", "Key", "Name"})
_VALUES = frozenset({"value", "Value"})
"""Of pairs in which the value says of which kind it is (opentelemetry.io/docs/specs/otlp, AnyValue)."""
_BYTE = compiled(r"-?[0-9]{1,3}")
_LIST_OF_BYTES = compiled(rf"(?<![0-9.])(?:{_BYTE.pattern}\s*+,\s*+){{{byte_values.LEAST - 1}}}")


def add_items(text: str, items: Sequence[Item], builder: ViewBuilder) -> None:
    """Add what of a document stands beside each other."""
    key: Leaf | None = None
    named: Leaf | None = None
    row: Path = ()
    for item in items:
        row = _in_row(item, row, builder)
        is_value = key is not None and not isinstance(item, FlatObject) and not item.is_key and key.path == item.path
        if key and not is_value:
            _add_key(text, key, builder)
            key = None
        if isinstance(item, FlatObject):
            builder.unfolded(item.says, item)
            if named and item.above[:-1] == named.path[:-1]:
                _add_named(text, named, item, builder)
        elif item.is_key:
            key = item
        elif key:
            _add_member(text, key, item, builder)
            named = item if item.path[-1] in _NAMES else named
            key = None
        else:
            builder.synthetic(f'\n"{item.key[:80]}": ')
            _add_scalar(text, item, builder)
    if key:
        _add_key(text, key, builder)
    numbers = [item for item in items if isinstance(item, Leaf) and _is_number_in_list(item)]
    if len(numbers) >= byte_values.LEAST and _LIST_OF_BYTES.search(text, items[0].start, items[-1].end):
        _add_bytes(numbers, builder)
    builder.synthetic("\n")


def _in_row(item: Item, row: Path, builder: ViewBuilder) -> Path:
    """Return the object of a list that an item stands in; nothing that is said goes on from one to the next."""
    home = item.path[:-1] if isinstance(item, Leaf) else item.above
    if home == row or not home or not isinstance(home[-1], int):
        return row
    if home[: len(row)] != row:
        builder.synthetic(f"\n{BORDER.rstrip()}")
    return home


def _add_named(text: str, name: Leaf, value: FlatObject, builder: ViewBuilder) -> None:
    """Add what stands under its kind in an object of its own, `{"key": "phone", "value": {"stringValue": "…"}}`."""
    if len(value.names) == 1 and value.above[-1] in _VALUES:
        builder.synthetic(f'\n"{name.value[:80]}": ')
        _add_scalar(text, value.leaves[1], builder)


def _is_number_in_list(leaf: Leaf) -> bool:
    return not leaf.is_string and bool(leaf.path) and isinstance(leaf.path[-1], int)


def _add_bytes(numbers: list[Leaf], builder: ViewBuilder) -> None:
    """Add what lists of bytes say, `{"type": "Buffer", "data": [112, 97, …]}`, each a line."""
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
    _add_leaf(text, key, builder)
    builder.synthetic('": ')


def _add_scalar(text: str, leaf: Leaf, builder: ViewBuilder) -> None:
    quote = '"' if leaf.is_string else ""
    builder.synthetic(quote)
    _add_leaf(text, leaf, builder)
    builder.synthetic(quote)


def _add_leaf(text: str, leaf: Leaf, builder: ViewBuilder) -> None:
    if _is_plain(leaf):
        builder.copied(leaf.value, leaf.start)
    else:
        add_content(text, leaf.start, leaf.end, builder)


def _is_plain(leaf: Leaf) -> bool:
    """Tell whether it is written as it reads: every escape is longer than what it stands for."""
    return len(leaf.value) == leaf.end - leaf.start


def content_ranges(text: str, leaf: Leaf, first: int, last: int) -> list[tuple[int, int]]:
    """Return the original ranges of decoded characters `first` to `last` of a leaf."""
    if _is_plain(leaf):
        return [(leaf.start + first, leaf.start + last)]
    builder = ViewBuilder()
    _add_leaf(text, leaf, builder)
    return builder.view().original(first, last)
