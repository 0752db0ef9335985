"""A text in parts comes to what it comes to in the whole, wherever the parts begin."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collector import Redactor
from collector.redaction.known import Known
from collector.redaction.parts import Part, cleaned, find, kept, learned

ENGINE = Redactor.from_file(key=b"parts of a text!")._engine
KEY = "\n".join(["MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7" + f"{n:010}" for n in range(9)])
PIECES = (
    "2026-11-23 08:45:12 INFO took 15 ms for 4096 bytes",
    "D sent to +49 151 12345678 in 3 ms",
    '{"level": "info", "msg": "to 4915112345678 failed", "n": 7}',
    "retry with tulip-9-Marmalade for svc",
    "WA_DB_PASSWORD=tulip-9-Marmalade",
    f"-----BEGIN PRIVATE KEY-----\n{KEY}\n-----END PRIVATE KEY-----",
    "user,password,age\njane,s3same-Open-17,41\nbob,Marble/88Tower,39",
    "- name: API_TOKEN\n  value: 8f3KqLm2Zx9Vb7Rt",
    "payload aGVsbG8gKzQ5MTUxMTIzNDU2NzggYmVzdCByZWdhcmRz",
    "body c29tZSB3b3JkcyBiZWZv\ncmUgKzQ5MTUxMTIzNDU2\nNzggYW5kIG1vcmU=",
    "0000: 2070 6173 7377 6f72 643d 7475 6c69 7073   password=tulips\n0010: 2d39 3978 4b0a  -99xK.",
    "caf\u00e9 \u7535\u8bdd \u6210\u529f",
    "\tat com.whatsapp.gateway.Dispatcher.run(Dispatcher.java:217)",
)


def whole(text: str) -> tuple[str, list[tuple[str, str]]]:
    found = ENGINE.find_in_lines(text)
    known = Known()
    ENGINE.learn(found, known)
    clean, redactions = ENGINE.clean(found, known)
    return clean, [(redaction.rule, redaction.mark) for redaction in redactions]


def in_parts(data: bytes, cuts: list[int], around: int) -> tuple[str, list[tuple[str, str]]]:
    borders = [0, *cuts, len(data)]
    parts = [
        Part(data[_line(data, a - around) : a], data[a:b], data[b : _line(data, b + around)])
        for a, b in pairwise(borders)
    ]
    known = Known()
    finds = []
    for part in parts:
        found = find(ENGINE, part)
        finds.append(kept(found))
        for span in learned(ENGINE, found):
            known.learn(span)
    clean = [cleaned(ENGINE, find(ENGINE, part, found), known, "") for part, found in zip(parts, finds, strict=True)]
    rows = [(redaction.rule, redaction.mark) for part in clean for redaction in part.redactions("", ENGINE.pseudonyms)]
    return b"".join(part.content for part in clean).decode("utf-8", "surrogateescape"), rows


def _line(data: bytes, near: int) -> int:
    return data.find(b"\n", min(near, len(data))) + 1 or len(data) if near > 0 else 0


@settings(max_examples=60, deadline=None)
@given(
    order=st.lists(st.sampled_from(PIECES), min_size=2, max_size=14),
    cut=st.lists(st.integers(min_value=1, max_value=10_000), min_size=1, max_size=4),
)
def test_parts_of_lines_come_to_the_whole(order: list[str], cut: list[int]) -> None:
    data = ("\n".join(order) + "\n").encode()
    ends = [at + 1 for at, byte in enumerate(data[:-1]) if byte == 0x0A]
    cuts = sorted({ends[n % len(ends)] for n in cut}) if ends else []
    assert in_parts(data, cuts, 4096) == whole(data.decode())


@pytest.mark.parametrize("around", [700, 4096])
def test_every_line_can_begin_a_part(around: int) -> None:
    data = ("\n".join(PIECES) + "\n").encode()
    expected = whole(data.decode())
    for at in [at + 1 for at, byte in enumerate(data[:-1]) if byte == 0x0A]:
        assert in_parts(data, [at], around) == expected, at


def test_what_was_found_before_says_nothing_of_a_part_that_changed_meanwhile() -> None:
    before, after = (
        Part(b"", f"took 15 ms\nto {number} now\n".encode(), b"") for number in ("+4915112345678", "004915112345678")
    )
    again = cleaned(ENGINE, find(ENGINE, after, kept(find(ENGINE, before))), Known(), "")
    assert again == cleaned(ENGINE, find(ENGINE, after), Known(), "")
    assert b"15112345678" not in again.content


def test_a_line_without_end_can_be_cut_after_any_word() -> None:
    draw = random.Random(3)
    words = ["took 15 ms", "to +4915112345678", "password=tulip-9-Marmalade", "retry", "tulip-9-Marmalade", "user=7"]
    data = " ".join(draw.choice(words) for _ in range(60)).encode()
    expected = whole(data.decode())[0]
    for at in [at + 1 for at, byte in enumerate(data) if byte == 0x20]:
        if data[at - 3 : at].isdigit() or data[:at].endswith(b"took "):
            continue
        assert in_parts(data, [at], 200)[0] == expected, at
