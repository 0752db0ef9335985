"""A line that is one flat JSON object is read in one pass; what comes out is what the strict reader says of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.redaction import json_lines, json_tokens

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
SEPARATORS = st.sampled_from([(", ", ": "), (",", ":"), (" ,\t", " : ")])


@given(st.dictionaries(st.text(), SCALARS, min_size=1, max_size=6), st.booleans(), SEPARATORS)
def test_a_flat_object_has_the_members_that_the_strict_reader_finds(
    value: dict[str, object], escaped: bool, separators: tuple[str, str]
) -> None:
    line = json.dumps(value, ensure_ascii=escaped, separators=separators)
    members = json_lines.members(line, 0, len(line))
    tokens = json_tokens.tokens(line)
    if any("\\" in line[token.start : token.end] for token in tokens if token.is_key):
        assert members is None
        return
    assert members is not None
    assert [(m.start, m.key_end) for m in members] == [(t.start, t.end) for t in tokens if t.is_key]
    assert [(m.value_start, m.end, m.is_string) for m in members] == [
        (t.start, t.end, t.is_string) for t in tokens if not t.is_key
    ]


NOT_FLAT = (
    "{}",
    '{"a": {"b": 1}}',
    '{"a": [1]}',
    '{"a": 01}',
    '{"a": "\t"}',
    '{"a": 1,}',
    '{"a": 1} x',
    '{"a": "\\q"}',
    "{a: 1}",
)


@pytest.mark.parametrize("line", NOT_FLAT)
def test_what_is_nested_empty_or_no_json_is_none(line: str) -> None:
    assert json_lines.members(line, 0, len(line)) is None
