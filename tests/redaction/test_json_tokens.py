"""JSON is read where it stands: the leaves are those that the standard library's reader would make values of."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.redaction import json_tokens
from collector.redaction.json_tokens import NotJsonError

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)
LAYOUTS = st.sampled_from([(None, (", ", ": ")), (None, (",", ":")), (2, (",", ": ")), (None, (" ,\t", " : "))])


def walked(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, tuple[str | int, ...], object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield "key", (*path, key), key
            yield from walked(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walked(inner, (*path, index))
    else:
        yield "scalar", path, value


@given(VALUES, st.booleans(), LAYOUTS)
def test_every_key_and_scalar_stands_where_its_leaf_says(
    value: object, escaped: bool, layout: tuple[int | None, tuple[str, str]]
) -> None:
    indent, separators = layout
    text = json.dumps(value, ensure_ascii=escaped, indent=indent, separators=separators)
    found = [
        ("key" if leaf.is_key else "scalar", leaf.path, leaf.value if leaf.is_string else json.loads(leaf.value))
        for leaf in json_tokens.leaves(text)
    ]
    assert found == list(walked(value))
    for leaf in json_tokens.leaves(text):
        outer = (leaf.start - leaf.is_string, leaf.end + leaf.is_string)
        assert json.loads(text[slice(*outer)]) == (leaf.value if leaf.is_string else json.loads(leaf.value))


@given(VALUES, st.integers(0, 200), st.sampled_from(["", *'{}[],:"\\0- x\n']))
def test_what_is_no_json_for_the_standard_library_is_none_here(value: object, at: int, put: str) -> None:
    text = json.dumps(value, indent=None if at % 2 else 1)
    at = at % (len(text) + 1)
    changed = text[:at] + put + text[at + 1 :]
    try:
        json.loads(changed)
    except ValueError:
        with pytest.raises(NotJsonError):
            json_tokens.leaves(changed)
    else:
        json_tokens.leaves(changed)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ('{"a": 1,}', 8),
        ('{"a": 01}', 7),
        ('{"a" 1}', 5),
        ("[1 2]", 3),
        ('{"a": 1} x', 9),
        ('{"a": "\t"}', 6),
        ("", 0),
        ("[1", 2),
    ],
)
def test_where_it_stops_being_json_is_told(text: str, offset: int) -> None:
    with pytest.raises(NotJsonError) as told:
        json_tokens.leaves(text)
    assert told.value.offset == offset
