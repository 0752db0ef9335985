"""A large JSON document is read a part at a time, and becomes what it would become in one piece."""

import json
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from collector import Redactor
from collector.redaction import documents, json_tokens
from collector.redaction.documents import JsonParts
from collector.redaction.flat_objects import leaves_of

KEY = b"a key for these tests only, 32 b"
NAMES = st.sampled_from(
    ["a", "name", "value", "kind", "token", "wa_id", "env", "credentials", "4915123456789", "jane@mail.firm.io"]
)
SCALARS = st.sampled_from(
    [
        None,
        7,
        4915123456789,
        "quiet words",
        "call +4915123456789 now",
        "4915123456789",
        'password=tulip9Kx7 and\n "more"',
        "Secret",
        "t\u00fcv-Zr8Tq0bLmYw3Vu97",
    ]
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=20
)
ENDED_BADLY = f'{{"rows": [{"1, " * 12_000}"call +4915123456789 now", ]}}'


@settings(max_examples=60, deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=12), st.integers(300, 900), st.booleans())
def test_parts_come_to_the_whole(values: list[object], size: int, escaped: bool) -> None:
    document = {"support": {"wa01.firm.example:wacore": values[0]}, "rows": values * 3, "token": "tulip9Kx7"}
    text = json.dumps(document, ensure_ascii=escaped)

    at_once = Redactor.from_file(key=KEY).redact_text(text)
    with mock.patch.multiple(documents, LARGE=1, PART=size):
        in_parts = Redactor.from_file(key=KEY).redact_text(text)

    assert in_parts == at_once


@given(st.lists(VALUES, min_size=1, max_size=12), st.integers(1, 400))
def test_the_parts_are_no_more_than_the_text_has_of_their_size(values: list[object], size: int) -> None:
    text = json.dumps({"rows": values})
    parts = list(json_tokens.read_by_piece(text, 0, size))
    assert [leaf for part in parts for leaf in leaves_of(part)] == json_tokens.leaves(text)
    assert len(parts) <= len(text) // size + 1


def test_a_value_near_a_mark_is_read_under_its_own_name() -> None:
    row = {"token": None, "credentials": None, "value": "quiet-Zr8Tq0bLmYw3Vu97", "a": None}
    rows: list[object] = [None, "call +4915123456789 now", None, [], row, "call +4915123456789 now", None]
    clean = json.loads(Redactor.from_file(key=KEY).redact_text(json.dumps({"rows": rows})).text)
    assert clean["rows"][4] == row


def test_the_last_two_of_a_list_near_a_mark_are_no_name_and_value() -> None:
    rows: list[object] = [*[None] * 5, [None, "Secret", "quiet-Zr8Tq0bLmYw3Vu97"], "call +4915123456789 now"]
    clean = json.loads(Redactor.from_file(key=KEY).redact_text(json.dumps({"rows": rows})).text)
    assert clean["rows"][5] == rows[5]


def test_a_large_document_is_read_in_parts() -> None:
    note = "of the first floor " * 8
    text = json.dumps({"rows": [{"id": n, "wa_id": f"49151{n:08}", "note": note} for n in range(6_000)]})
    assert len(text) > documents.LARGE
    assert len(list(JsonParts(text))) > 1

    clean = Redactor.from_file(key=KEY).redact_text(text)

    assert len(clean.redactions) == 6_000
    assert clean.redactions[-1].place == "/rows/5999/wa_id"
    assert all(row["wa_id"].startswith("[phone:") for row in json.loads(clean.text)["rows"])


def test_what_turns_out_to_be_no_json_at_its_end_is_read_as_text() -> None:
    with mock.patch.multiple(documents, LARGE=30_000, PART=15_000):
        clean = Redactor.from_file(key=KEY).redact_text(ENDED_BADLY)
    (redaction,) = clean.redactions
    assert redaction.place.startswith("1:")
    assert "4915123456789" not in clean.text
    assert clean.text.endswith('now", ]}')
