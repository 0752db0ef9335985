"""What is sensitive goes in every encoding in which it can be read: escapes in their place, tokens whole."""

# ruff: noqa: E501  tables are read across
import base64
import gzip
import json
import re

import pytest

from collector import resources
from collector.model import Raw, RawText
from collector.redaction.door import Door
from collector.redaction.rules import load_rules

RULES = load_rules(resources.rules_text())


def door(*credentials: str) -> Door:
    return Door(RULES, key=b"a key that tests use, 32 bytes..", credentials=[RawText(c) for c in credentials])


def clean(text: str, name: str = "a.log", *, by: Door | None = None) -> str:
    raw = Raw(name, text.encode())
    by = by or door()
    by.learn(raw)
    result = by.clean(raw)
    assert result.clean is not None, result.withheld
    return result.clean.content.decode()


def test_encoded_secrets_go_whole() -> None:
    token = "eyJ1c2VyIjoid2EiLCJwYXNzd29yZCI6InR1bGlwczkifQ=="
    assert clean(f"state={token} ok") == "state=[secret] ok"
    innocent = "state=eyJzdGVwIjogNywgIm9rIjogdHJ1ZX0= ok"
    assert clean(innocent) == innocent


def test_what_is_encoded_deeper_than_anybody_looks_goes() -> None:
    assert clean("a %25252541 b") == "a %25252541 b"
    assert clean("a %2525252525252541x b") == "a [secret] b"


@pytest.mark.parametrize(
    "text",
    [
        "payload c3RhcnRlZCA0IHdvcmtlcnMsIGhlYXAgNTEyIE1CLCBubyBlcnJvcnM=",
        "X-State: eyJwYWdlIjo3LCJzaXplIjoyNSwic29ydCI6Im5hbWUifQ",
        '{"nextPage": "eyJvZmZzZXQiOjQwMCwibGltaXQiOjUwLCJvcmRlciI6ImFzYyJ9"}',
        "data: cmVnaW9uPWV1LWNlbnRyYWwtMSZ6b25lPWImcmVwbGljYXM9Mw==",
        'ETag: W/"5f0c92ab-Kq7ZtVb3Rw1Yc8Nd4Pf0Hs2Jg6E"',
        "x-amz-id-2: Kq7ZtVb3Rw1Yc8Nd4Pf0Hs2Jg6EkZ3Qm9vXaJ1Lw7TgR2bYc8NdE5f",
    ],
)
def test_what_encodes_a_plain_text_or_tells_versions_apart_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "payload b3BzOlR1bGlwczlLeEhhcmJvdXI3",
        "payload eyJwYXNzd29yZCI6InR1bGlwczlLeCIsInNpemUiOjI1fQ==",
        "payload a2V5IGlzIGdocF85YUszeFE3TG0yVmI4UnQ1WXcxWmM2TmQ0UGYwSHMzSmc3RWs=",
        "payload a1ozUW05dlhhSjFMdzdUZ1IyYlljOE5kRTVmSHMw",
    ],
)
def test_what_encodes_a_secret_goes(text: str) -> None:
    assert clean(text) == "payload [secret]"


LEARNED = "Hv3-tulip_88zz"


@pytest.mark.parametrize(
    "form",
    [
        base64.b64encode(LEARNED.encode()).decode(),
        base64.b64encode(LEARNED[:8].encode() + b"!!!").decode(),
        base64.b64encode(b"me:" + LEARNED.encode()).decode(),
        base64.b64encode(base64.b64encode(b"it is " + LEARNED.encode())).decode(),
        base64.b64encode(gzip.compress(LEARNED.encode(), mtime=0)).decode(),
        base64.b64encode(gzip.compress(b"hello", mtime=0) + gzip.compress(LEARNED.encode(), mtime=0)).decode(),
        base64.b64encode(LEARNED.encode("utf-16")).decode(),
        base64.encodebytes(b"some words before it " * 3 + LEARNED.encode() + b" and some after it" * 3).decode(),
        base64.encodebytes(b"." * 50 + LEARNED.encode() + b"." * 50).decode() + "and",
        LEARNED.encode().hex(),
        LEARNED.encode().hex(" "),
        "".join(f"\\{byte:03o}" for byte in LEARNED.encode()),
        "".join(f"&#{byte}" for byte in LEARNED.encode()),
        "".join(f"%u{byte:04X}" for byte in LEARNED.encode()),
        "".join(f"\\u{{{byte:x}}}" for byte in LEARNED.encode()),
        "".join(f"\\U{byte:08x}" for byte in LEARNED.encode()),
        f"{LEARNED[:3]}&\u00ad#45\u200b;{LEARNED[4:]}",
        "\\x" + LEARNED.encode().hex(),
        " ".join(f"0x{byte:02X}" for byte in LEARNED.encode()),
        ", ".join(f"0x{byte:02x}" for byte in LEARNED.encode()),
        "ad " + LEARNED.encode().hex(" "),
        base64.b64encode(b"\x08\x96\x01\x12\x0e" + LEARNED.encode() + b"\x1a\x02\xc3\x28").decode(),
        base64.b64encode(f"\u043a\u043b\u044e\u0447 {LEARNED}".encode()).decode(),
        base64.b64encode(f"\u5bc6\u7801 {LEARNED}".encode()).decode(),
        f"\u043a\u043b\u044e\u0447 {LEARNED}".encode().hex(),
        base64.b64encode("Stra\u00dfe ".encode("latin-1") + LEARNED.encode()).decode(),
        base64.b64encode(f"caf\u00e9 \u201c{LEARNED}\u201d".encode("utf-16-le")).decode(),
        LEARNED.replace("-", "\\-"),
        f"{LEARNED[:4]}\x1b[1m{LEARNED[4:]}\x1b[0m",
        LEARNED.replace("-", "\\N{HYPHEN-MINUS}"),
        LEARNED.replace("_", "&UnderBar;"),
        f"\u00c4rger {LEARNED}".encode().hex(),
        base64.b64encode(f"\u202e{LEARNED}".encode("utf-16-le")).decode(),
    ],
)
def test_a_learned_value_goes_in_every_encoding(form: str) -> None:
    by = door()
    by.learn(Raw("a.env", f"DB_PASSWORD={LEARNED}\n".encode()))
    by.learn(Raw("b.env", f"DB_TOKEN={LEARNED[:8]}!!!\n".encode()))
    text = f"before\nstate {form}\nafter\n"
    got = clean(text, "c.log", by=by)
    assert form not in got
    assert "[secret]" in got
    assert got.startswith("before\nstate ")
    assert got.endswith("after\n")


@pytest.mark.parametrize(
    "form",
    [
        "two+words+by+Ärger77",
        "two words by A\u0308rger77",
        "two+words+by+%C3%84rger77",
        "two words by \\xc3\\x84rger77",
        "two words by \\303\\204rger77",
        "two\\ words\\ by\\ Ärger77",
        "two=20words=20by=20=C3=84rger77",
    ],
)
def test_a_learned_value_goes_in_other_spellings_of_the_same_characters(form: str) -> None:
    assert clean(f"GET /x?q={form} ok\n", by=door("two words by Ärger77")) == "GET /x?q=[secret] ok\n"


def test_a_learned_number_inside_a_token_is_named_by_its_own_mark() -> None:
    by = door()
    by.learn(Raw("a.log", b"to=+4915123456789\n"))
    token = base64.b64encode(b"x4915123456789!!").decode()
    assert clean(f"state {token} ok\n", by=by).startswith("state [encoded:")


@pytest.mark.parametrize(
    "text",
    [
        "serial 3f:2a:91:c0:b7:d4:e5:f6:07:18:29:3a\n",
        "AAAAB3NzaC1yc2EAAAADAQAB\nAAABAQC7kZ3Qm9vXaJ1Lw7Tg\n",
        "cd C:\\data\\100\\b\n",
        "pattern ^\\d+\\.\\d+\\-x$\n",
    ],
)
def test_what_only_looks_encoded_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "compressed",
    [
        gzip.compress(b"0" * 2_000_000, mtime=0),
        gzip.compress(b"quiet words " * 200_000 + b"password=tulips-99xK", mtime=0),
        gzip.compress(b"", mtime=0) * 17,
    ],
)
def test_what_unfolds_to_more_than_is_looked_at_goes(compressed: bytes) -> None:
    token = base64.b64encode(compressed).decode()
    assert clean(f"body {token} end\n") == "body [secret] end\n"


def test_a_token_is_read_however_long_it_is() -> None:
    token = base64.b64encode(b"quiet words " * 200_000 + b"password=tulips-99xK").decode()
    assert clean(f"body {token} end\n") == "body [secret] end\n"


DUMPS = {
    "xxd": (
        "00000000: 2070 6173 7377 6f72 643d 7475 6c69 7073   password=tulips\n00000010: 2d39 3978 4b20 6f6b 0a                   -99xK ok.\n",
        "00000000: [secret]\n00000010: [secret]\n",
    ),
    "hexdump -C, behind what a log writes": (
        """7:01 DEBUG 00000000  6f 6b 20 61 6e 64 20 67  6f 6f 64 20 70 61 73 73  |ok and good pass|
7:01 DEBUG 00000010  77 6f 72 64 3d 74 75 6c  69 70 73 2d 39 39 78 4b  |word=tulips-99xK|
7:01 DEBUG 00000020  20 6f 6b 0a                                       | ok.|
7:01 DEBUG end
""",
        """7:01 DEBUG 00000000  6f 6b 20 61 6e 64 20 67  6f 6f 64 20 70 61 73 73  |ok and good pass|
7:01 DEBUG 00000010  [secret]
7:01 DEBUG 00000020  20 6f 6b 0a                                       | ok.|
7:01 DEBUG end
""",
    ),
    "tcpdump -X": (
        "\t0x0000:  4500 003c 1c46 4000 4006 b1e6 ac10 0a63  E..<.F@.@......c\n\t0x0010:  7061 7373 776f 7264 3d74 756c 6970 7339  password=tulips9\n",
        "\t0x0000:  4500 003c 1c46 4000 4006 b1e6 ac10 0a63  E..<.F@.@......c\n\t0x0010:  [secret]\n",
    ),
    "a list": (
        "got [104 105 32 112 97 115 115 119 111 114 100 61 116 117 108 105 112 115 57 10] of 20\n",
        "got [104 105 32 112 97 115 115 119 111 114 100 61 [secret]10] of 20\n",
    ),
    "a list that ends a sentence": (
        "it was 104 105 32 112 97 115 115 119 111 114 100 61 116 117 108 105 112 115 57.\n",
        "it was 104 105 32 112 97 115 115 119 111 114 100 61 [secret].\n",
    ),
    "a list before a longer number": (
        "104,105,32,112,97,115,115,119,111,114,100,61,116,117,108,105,112,115,57,10,6555\n",
        "104,105,32,112,97,115,115,119,111,114,100,61,[secret]10,6555\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), DUMPS.values(), ids=DUMPS)
def test_bytes_that_are_printed_one_by_one_are_read(given: str, expected: str) -> None:
    assert clean(given) == expected
    assert clean(expected) == expected


def test_a_list_of_bytes_in_json_is_read() -> None:
    buffer = {"type": "Buffer", "data": [*b"password=tulips9"], "sizes": [10, 20, 30, 40, 50, 60, 70, 80]}
    expected = {**buffer, "data": [*b"password=", *["[secret]"] * len(b"tulips9")]}
    assert json.loads(clean(json.dumps(buffer), "a.json")) == expected
    assert json.loads(clean(f"start\n{json.dumps(buffer)}\n").splitlines()[1]) == expected


@pytest.mark.parametrize("after", ['",7\n', "</body>\n", "\n", "\r\nnext words\n"])
def test_what_stands_behind_a_token_over_lines_does_not_hide_it(after: str) -> None:
    token = base64.b64encode(b"some words before it password=tulips-99xK and words").decode()
    lines = "\n".join(token[at : at + 20] for at in range(0, len(token), 20))
    assert clean(f'1,"{lines}{after}') == f'1,"[secret]{after}'


@pytest.mark.parametrize("blank", ["\\ ", "=C2=A0", "\\N{NO-BREAK SPACE}", "&#160;"])
def test_a_number_is_read_whose_blanks_are_escaped(blank: str) -> None:
    number = blank.join(("+49", "1512", "3456789"))
    assert re.fullmatch(r"seen \[phone:\w+\] twice\n", clean(f"seen {number} twice\n"))


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_bytes_that_are_no_utf_8_are_read_as_the_characters_they_mostly_are(encoding: str) -> None:
    by = door("zwölf_Tulpen99x")
    raw = Raw("a.log", "für zwölf_Tulpen99x und +49\u00a01512\u00a03456789\n".encode(encoding))
    by.learn(raw)
    passed = by.clean(raw).clean
    assert passed
    assert re.fullmatch(r"für \[secret\] und \[phone:\w+\]\n", passed.content.decode(encoding))


@pytest.mark.parametrize("text", ["see C:\\ or D:\\ for 4915 1512\n", "&copy; 2026 &foo; a\\N{NO SUCH} =C2=XX\n"])
def test_what_only_looks_escaped_stays(text: str) -> None:
    assert clean(text) == text


def test_characters_of_two_units_are_read() -> None:
    secret = "tulip-\U00010348-88zz"
    units = re.sub("(....)", r"%u\1", secret.encode("utf-16-be").hex())
    assert clean(f"password={secret}\nseen {units} twice") == "password=[secret]\nseen [secret] twice"
