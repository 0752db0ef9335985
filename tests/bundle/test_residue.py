"""The sealed search finds every planted value in every form, and nothing in innocent text."""

import base64
import gzip
import html
import json
import quopri
import random
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from collector.bundle.residue import search, wanted
from collector.model import KnownValues

PRINTABLE = st.characters(min_codepoint=0x21, max_codepoint=0x7E)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zs"))
Encoding = Callable[[bytes], bytes]


def coloured(token: bytes) -> bytes:
    lines = [token[at : at + 16] for at in range(0, len(token), 16)]
    middle = len(lines) // 2
    lines[middle] = lines[middle][:5] + b"\x1b[1m" + lines[middle][5:]
    return b"\n".join(lines)


ENCODINGS: dict[str, Encoding] = {
    "plain": lambda b: b,
    "json": lambda b: json.dumps(b.decode()).encode(),
    "json, every character": lambda b: re.sub("(....)", r"\\u\1", b.decode().encode("utf-16-be").hex()).encode(),
    "json in json": lambda b: json.dumps(json.dumps({"k": b.decode()})).encode(),
    "solidus": lambda b: b.replace(b"/", b"\\/"),
    "percent": lambda b: quote(b, safe="").encode(),
    "percent, every byte": lambda b: "".join(f"%{c:02x}" for c in b).encode(),
    "percent twice": lambda b: quote(quote(b, safe=""), safe="").encode(),
    "html": lambda b: html.escape(b.decode()).encode(),
    "html, every character": lambda b: "".join(f"&#{ord(c)};" for c in b.decode()).encode(),
    "in braces": lambda b: re.sub("(.)", lambda m: rf"\u{{{ord(m[1]):x}}}", b.decode()).encode(),
    "eight digits": lambda b: re.sub("(.)", lambda m: rf"\U{ord(m[1]):08x}", b.decode()).encode(),
    "percent, units": lambda b: re.sub("(....)", r"%u\1", b.decode().encode("utf-16-be").hex()).encode(),
    "base64": base64.b64encode,
    "base64url": base64.urlsafe_b64encode,
    "base64 behind one byte": lambda b: base64.b64encode(b"x" + b),
    "base64 behind two bytes": lambda b: base64.b64encode(b"xy" + b + b"z"),
    "base64 glued to a word": lambda b: b"key/" + base64.b64encode(b),
    "base64 glued askew": lambda b: b"q" + base64.b64encode(b),
    "base64 over lines": lambda b: base64.encodebytes(b"." * 50 + b + b"." * 50),
    "hex": lambda b: b.hex().encode(),
    "hex, upper case": lambda b: b.hex().upper().encode(),
    "hex, spaced": lambda b: b.hex(" ").encode(),
    "hex, askew": lambda b: b"a" + b.hex().encode(),
    "octal": lambda b: "".join(f"\\{c:03o}" for c in b).encode(),
    "shell": lambda b: re.sub(rb"([!-/:-@^`~])", rb"\\\1", b.replace(b"\\", b"\\\\")) if b"\\" not in b else b,
    "shell, blanks too": lambda b: (
        re.sub(rb"([ -/:-@^`~])", rb"\\\1", b.replace(b"\\", b"\\\\")) if b"\\" not in b else b
    ),
    "names of characters": lambda b: b.replace(b"-", rb"\N{HYPHEN-MINUS}"),
    "quoted-printable": lambda b: quopri.encodestring(b"." * 70 + b),
    "coloured": lambda b: b[:4] + b"\x1b[1;31m" + b[4:] + b"\x1b[0m",
    "utf-16": lambda b: b.decode().encode("utf-16"),
    "utf-16-be": lambda b: b.decode().encode("utf-16-be"),
    "gzip": lambda b: gzip.compress(b, mtime=0),
    "gzip in base64": lambda b: base64.b64encode(gzip.compress(b"log: " + b, mtime=0)),
    "gzip without a time in hex": lambda b: gzip.compress(b, mtime=0xFFFFFFFF).hex().encode(),
    "gzip without a time in base64": lambda b: base64.b64encode(gzip.compress(b, mtime=0xFFFFFFFF)),
    "base64 over lines, one of them coloured": lambda b: coloured(base64.b64encode(b"." * 48 + b + b"." * 48)),
    "base64 twice": lambda b: base64.b64encode(base64.b64encode(b)),
}
SECRETS = ["Tr0ub4dor&3xyz", 'p"a/ss\\word 1', "grün-Wäldchen-77", "k9/+Zq==x1", "correct horse battery"]
NUMBER = "15550100123"
NUMBER_FORMS = [
    "15550100123",
    "+1 555 010-0123",
    "001 (555) 010-0123",
    "1.555.010.0123",
    "1-555-010-0123",
    "15550100123:53@s.whatsapp.net",
    "15550100123-1416322108@g.us",
    "１５５５０１００１２３",
    "١٥٥٥٠١٠٠١٢٣",
    "1555\u200b010\u200d0123",
    "1\u00a0555\u2009010\u00a00123",
    "%2B15550100123",
    "&#49;5550100123",
    '"\\u002b15550100123"',
    '{"wa_id":15550100123}',
]


def known(*texts: str, numbers: tuple[str, ...] = ()) -> KnownValues:
    return KnownValues(frozenset(texts), frozenset(numbers))


def kinds(content: bytes, values: KnownValues, name: str = "a.log") -> list[str]:
    return [str(r) for r in search(name, content, wanted(values))]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("form", ENCODINGS)
def test_a_planted_secret_is_found_in_every_form(form: str, secret: str) -> None:
    line = b"I 2026-11-23 core.cpp:17] token is " + ENCODINGS[form](secret.encode()) + b" req_id=Main\n"

    assert kinds(line, known(secret))
    assert not kinds(line, known("another-Secret-9931"))


@given(
    secret=st.builds(
        str.__add__, st.text(PRINTABLE, min_size=6, max_size=20), st.text(LETTERS, min_size=3, max_size=20)
    ),
    forms=st.lists(st.sampled_from(sorted(ENCODINGS)), max_size=2),
)
@settings(deadline=None)
def test_layers_of_encodings_hide_nothing(secret: str, forms: list[str]) -> None:
    assume(sum(form.startswith("utf-16") for form in forms) < 2)
    content = secret.encode()
    for form in forms:
        try:
            content = ENCODINGS[form](content)
        except UnicodeDecodeError:
            content = base64.b64encode(content)

    assert kinds(content, known(secret))


def test_a_known_value_is_found_in_a_file_that_is_no_utf_8() -> None:
    assert kinds("für grün-Wäldchen-77\n".encode("cp1252"), known("grün-Wäldchen-77"))
    assert kinds("+1\u00a0555\u00a0010\u00a00123".encode("cp1252"), known(numbers=(NUMBER,)))


@pytest.mark.parametrize("form", NUMBER_FORMS)
def test_a_known_number_is_found_in_every_written_form(form: str) -> None:
    line = f"W 2026-11-23 12:20:42.060 UTC 19 contact.cpp:3] no route to {form} yet".encode()

    assert any("known phone number" in k for k in kinds(line, known(numbers=(NUMBER,))))


@pytest.mark.parametrize(
    "message_id",
    [
        "gBGGFVUBABI_AgkBAgMEBQYHCAk",
        "ABGGFVUBABI_AgkBAgMEBQYHCAk",
        "wamid.HBgLMTU1NTAxMDAxMjMVAgARGBIwMTIzNDU2Nzg5QUJDREVGMDEA",
    ],
)
def test_a_known_number_is_found_inside_message_ids(message_id: str) -> None:
    text = f'{{"id":"{message_id}"}}'.encode()

    assert any("known phone number" in k for k in kinds(text, known(numbers=(NUMBER,))))
    assert not kinds(text, known(numbers=("15550100124",)))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"-----BEGIN RSA PRIVATE KEY-----\nMIIE", "private key"),
        (b'"key":"-----BEGIN PRIVATE KEY-----\\nMIIE"', "private key"),
        (b"Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl", "JSON web token"),
        (b"export T=ghp_" + b"a1B2" * 9, "token"),
        (b"call +49 30 901820 now", "phone number"),
        (b"call %2B4930901820 now", "phone number"),
        (base64.b64encode(b"call +4930901820 now"), "phone number"),
        (b"id wamid.HBgMNDk0MzA5MDE4MjAwFQIAERgSQTEA", "message id"),
    ],
)
def test_what_cannot_be_innocent_is_found_without_being_known(content: bytes, kind: str) -> None:
    assert any(kind in k for k in kinds(content, known()))


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN CERTIFICATE-----\nMIIB",
        "-----BEGIN PRIVATE KEY-----\n[secret]",
        "offset 15550100124 lag 1555010012 epoch 1416322108",
        "10.251.42.84:50010 blk_-1608999687919862906",
        "2015-10-18 18:01:47,978 container_1445144423722_0020_01",
        "seen [phone:k3v9m2q7x4td8] in [message-id:abcdefghjkmnp]",
        "version 2.45.1+20260102 a+b",
        "eyJust a word. And.another",
    ],
)
def test_innocent_text_is_left_alone(text: str) -> None:
    assert kinds(text.encode(), known("Tr0ub4dor&3xyz", numbers=(NUMBER,))) == []


def test_thousands_of_known_numbers_withhold_nothing_from_logs_without_them() -> None:
    rng = random.Random(7)
    numbers = tuple(str(rng.randrange(10**10, 10**12)) for _ in range(5000))
    log = "\n".join(
        f"{rng.randrange(10**9, 10**10)} 10.{rng.randrange(256)}.{rng.randrange(256)}.{rng.randrange(256)} - "
        f"blk_{rng.getrandbits(62)} took {rng.randrange(10**6)} of {rng.randrange(10**12)} bytes at 12:{i % 60:02}:07"
        for i in range(3000)
    )

    assert kinds(log.encode(), known(numbers=numbers)) == []
    assert kinds(f"{log}\n{numbers[17]}".encode(), known(numbers=numbers))


def test_many_known_values_are_found_like_few() -> None:
    values = tuple(f"s3cr3t-{i:05d}-value" for i in range(1000))

    assert kinds(b"x" + values[871].encode() + b"y", known(*values))
    assert kinds(b"s3cr3t-99999-value", known(*values)) == []


def test_a_residue_in_a_name_is_found_and_its_message_does_not_repeat_the_name() -> None:
    found = kinds(b"", known(numbers=(NUMBER,)), name=f"collected/{NUMBER}.log")

    assert found == ["a member whose name holds it: known phone number (plain)"]


def test_bytes_that_unfold_beyond_the_bound_count_as_a_residue() -> None:
    bomb = gzip.compress(bytes(64 * 1024 * 1024))

    assert any("more encoded layers" in k for k in kinds(bomb, known()))


@pytest.mark.parametrize("after", [b"", b"\0", b"\x00\x01\x02 and what stands behind it", bytes(range(256)) * 9])
def test_three_bytes_that_begin_compressed_ones_by_chance_are_no_residue(after: bytes) -> None:
    assert kinds(base64.b64encode(b"log " * 9 + b"\x1f\x8b\x08" + after), known("Tr0ub4dor&3xyz")) == []


def test_what_is_compressed_is_read_as_far_as_it_goes() -> None:
    noise = random.Random(7).randbytes(4096)
    cut = gzip.compress(b"password Tr0ub4dor&3xyz, and " + noise, mtime=0)[:3000]
    assert "a.log: known value (gzip)" in kinds(cut + b"\xff" * 64, known("Tr0ub4dor&3xyz"))


@pytest.mark.parametrize("end", [b"", b" and then some text\n", bytes(8), b"\xff" * 64])
def test_what_is_compressed_and_ends_badly_is_read_to_its_end(end: bytes) -> None:
    whole = gzip.compress(b"Tr0ub4dor&3xyz and more of it, so that there is something to pack", mtime=0)
    for content in (whole[:-8] + end, base64.b64encode(whole[:-4] + end)):
        assert any("known value (gzip)" in kind for kind in kinds(content, known("Tr0ub4dor&3xyz")))


@pytest.mark.parametrize("content", [b"4915123456789", b"4915123456789 x\n", base64.b64encode(b"4915123456789")])
def test_a_known_number_is_found_at_the_very_beginning(content: bytes) -> None:
    assert kinds(content, known(numbers=("4915123456789",)))


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_line_break_before_a_quote_within_a_value_is_read_as_what_it_is(quote: str) -> None:
    value = f"Tr0ub4dor\n{quote}3xyz-k9Q"
    assert kinds(f"it was {value!r} then".encode(), known(value))


def test_a_value_between_the_lines_of_base64_is_found_whatever_follows() -> None:
    wrapped = base64.encodebytes(b"." * 50 + b"Tr0ub4dor&3xyz" + b"." * 50)
    for after in (b"", b"\n", b" - the end\n", b"\tnext: 1\n"):
        assert kinds(b"data:\n" + wrapped + after, known("Tr0ub4dor&3xyz"))


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b" \n", b"  \r\n", b"      \n", b"\t\n   "])
def test_a_token_goes_on_over_lines_however_they_end(end: bytes) -> None:
    wrapped = end.join(base64.encodebytes(b"." * 50 + b"Tr0ub4dor&3xyz" + b"." * 50).split())
    for before in (b"data: ", b"one two\n", b"a" * 40 + b"\n"):
        assert kinds(before + wrapped + b"\n", known("Tr0ub4dor&3xyz")) == ["a.log: known value (base64)"]


def test_every_line_that_ends_like_a_token_is_passed_once() -> None:
    lines = b"and so the gateway went on without any stop at all\n" * 40_000
    assert kinds(lines, known("Tr0ub4dor&3xyz")) == []


@pytest.mark.parametrize("escaped", [0, 2, 5])
def test_a_value_over_many_lines_of_base64_is_found_where_only_one_is_escaped(escaped: int) -> None:
    value = "tulip-9" + "Marmalade" * 36
    lines = base64.encodebytes(value.encode()).splitlines()
    lines[escaped] = b"".join(b"%%%02X" % byte for byte in lines[escaped])
    assert search("m", b"first line\n" + b"\n".join(lines) + b"\nlast line\n", wanted(known(value)))
