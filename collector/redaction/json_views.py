"""JSON as detectors read it: one line a scalar, `"key": "value"`, as they read a log."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from collector.redaction import byte_values, json_tokens
from collector.redaction.json_tokens import Member
from collector.redaction.leaves import Leaf
from collector.redaction.views import ViewBuilder

_BYTE = re.compile(r"-?[0-9]{1,3}")
_LIST_OF_BYTES = re.compile(rf"(?<![0-9.])(?:{_BYTE.pattern}\s*+,\s*+){{{byte_values.LEAST - 1}}}")


def add_members(text: str, members: Iterable[Member], builder: ViewBuilder) -> None:
    """Add the members of an object of scalars."""
    for start, name_end, (value, end), is_string in members:
        quote = '"' if is_string else ""
        if text.find("\\", start, end) < 0:
            builder.member(text[start:name_end], start, text[value:end], value, quote)
        else:
            builder.synthetic('\n"')
            _add_content(text, start, name_end, builder)
            builder.synthetic(f'": {quote}')
            _add_content(text, value, end, builder)
            builder.synthetic(quote)


def add_leaves(text: str, leaves: list[Leaf], builder: ViewBuilder) -> None:
    """Add leaves of a document that stand beside each other."""
    key: Leaf | None = None
    for leaf in leaves:
        if leaf.is_key:
            if key:
                _add_key(text, key, builder)
            key = leaf
        elif key and key.path == leaf.path:
            _add_member(text, key, leaf, builder)
            key = None
        else:
            if key:
                _add_key(text, key, builder)
                key = None
            builder.synthetic(f'\n"{leaf.key[:80]}": ')
            _add_scalar(text, leaf, builder)
    if key:
        _add_key(text, key, builder)
    if leaves and _LIST_OF_BYTES.search(text, leaves[0].start, leaves[-1].end):
        _add_bytes(leaves, builder)
    builder.synthetic("\n")


def _add_bytes(leaves: list[Leaf], builder: ViewBuilder) -> None:
    """Add what lists of bytes say, `{"type": "Buffer", "data": [112, 97, …]}`, each a line."""
    numbers = [leaf for leaf in leaves if not leaf.is_string and leaf.path and isinstance(leaf.path[-1], int)]
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
        _add_content(text, leaf.start, leaf.end, builder)


def _add_content(text: str, first: int, last: int, builder: ViewBuilder) -> None:
    for part, start, end in json_tokens.pieces(text, first, last):
        if len(part) == end - start:
            builder.copied(part, start)
        else:
            builder.replaced(part, start, end)


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
