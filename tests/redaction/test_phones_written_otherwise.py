"""Numbers of phones that no plan has, without a plus but with their calling code, in audits, and in quotes."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"phones written otherwise: a key.")
GONE = [
    # With a plus, and a code that is in use.
    ("call +1234567890", "23456789"),
    ("call +1234567890.", "23456789"),
    ("call 00 52 1 55 1234 5678 back", "1234 5678"),
    ("to +4155552671 failed", "5555267"),
    ("+52 1 55 1234 5678 is away", "1234 5678"),
    ('{"from": "+1234567890"}', "23456789"),
    # WhatsApp knows these by what was dropped and added since.
    ("5215512345678 left", "5512345678"),
    ("from 5215512345678@c.us", "5512345678"),
    ("{'wa_id': '554188887777'}", "4188887777"),
    ("554188887777 is not a contact", "4188887777"),
    ("to 447700900123 failed", "7700900123"),
    # In groups, behind a word for whoever has it.
    ("delivered to 49-151-23456789", "151-2345"),
    ("sent to 49 151 2345 6789", "2345 6789"),
    ("from 44 7911 123456 to 44 7911 123457", "7911 1234"),
    ("user 1-415-555-2671 left", "555-2671"),
    ("to: '44 20 7946 0018'", "7946"),
    # An exit code divided by dots.
    ("call 011.44.20.7946.0018 now", "7946"),
    # What changed.
    ("phone changed from 4155552671 to 4155552672", "41555526"),
    ("a_num=015123456789;b_num=015123456780", "0151234"),
    ('x {"number": "4155552671", "type": "mobile"}', "5552671"),
    ("call back 4155552671", "5552671"),
    # All that a text says.
    ('{"msg": "cell 7345628"}', "734562"),
    ('msg="Ann Roe, cell 7345628"', "734562"),
]


@pytest.mark.parametrize(("text", "left"), GONE)
def test_a_number_goes(text: str, left: str) -> None:
    clean = REDACTOR.redact_text(text).text
    assert left not in clean
    assert "[phone:" in clean
    assert REDACTOR.redact_text(clean).text == clean


def test_every_number_is_found_by_its_heads_alone() -> None:
    large = Redactor.from_file()
    large.redact_text("2026-11-23 job is up\n" * 60_000)  # heads are used from here on
    assert not [text for text, left in GONE if left in large.redact_text(text).text]


def test_one_person_has_one_mark_however_the_plan_writes_the_number() -> None:
    clean = REDACTOR.redact_text("5215512345678@c.us is +525512345678").text
    assert len(set(clean.replace("@c.us", "").split(" is "))) == 1


@pytest.mark.parametrize("number", ["5215512345678", "525512345678", "554188887777", "447700900123"])
def test_such_a_number_goes_everywhere_once_it_is_known(number: str) -> None:
    clean = REDACTOR.redact_text(f"from {number}@s.whatsapp.net\noffset {number} of partition 7")
    assert number not in clean.text


@pytest.mark.parametrize(
    "text",
    [
        "delta: +12345678",
        "uptime +12345678",
        "offset: +1234567890",
        "x+1234567890",
        "+1 234 567 890 in all",
        "lines +1234567890 -12",
        "+999123456789",
        "5215512345678 bytes",
        "offset 5215512345678",
        "took 447700900123 ns",
        "size=554188887777",
        "from 12 345 678 to 33 612 345 678 bytes",
        "range 49 151 23456789",
        "for 10 100 1000 iterations",
        "from 20-11-2026 to 21-11-2026",
        "order number 49-151-23456789",
        "to 978-3-16-148410-0",
        "number 123-45-6789",
        "recipient 3000000 emails",
        "recipient 3000000 addresses",
        "active=4748992512, inactive=2758115328",
        '"cells 7345628"',
        "mobile_sessions=1234567",
        "whatsapp_messages: 12345678",
        '{"msg": "cell 734562"}',
    ],
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
