"""Only lines on which something can stand are looked at; what comes out is what comes out when all of them are."""

import functools
import random
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.detector_cases import detector_cases
from collector import Redactor
from collector.redaction import detectors
from collector.redaction.detector import Options
from collector.redaction.head_patterns import head_of, literal
from collector.redaction.heads import WORTH_COMPILING, WORTH_SCANNING, GrowingHeads, Heads
from tests.redaction.test_credential_forms import GONE

KEY = b"a key of the tests, 32 bytes...."
QUIET = "2026-11-23 08:45:12.042 UTC 19 configstore.cpp:335] heartbeat of the gateway is on its way req_id=Main\n"
EXAMPLES = [example.text for detector in detectors.load().values() for example in detector.examples]
LINES = [
    '{"level": "info", "msg": "password=tulip9Kx was tried\\n", "ts": 1795423500123}',
    '{"to": ["n/a", "0151 23456789"], "phone": ["n/a", "0151 23456789"]}',
    '{"Env": ["HOME=/srv", "DB_PASSWORD=tulip9Kx"], "Cmd": ["--token", "tulip9Kx"]}',
    '{"wa_id": 4915123456789, "n": 1}',
    '  "name": "WA_DB_PASSWORD",\n  "value": "tulip9Kx"',
    "passwords:\n  - tulip9Kx\n  - daffodil7Qz\ncolour: blue",
    "user,password\njane,tulip9Kx\njoe,daffodil7Qz\nthat was all",
    "<password>\n  tulip9Kx\n</password>",
    "INSERT INTO users (name, password) VALUES\n  ('jane', 'tulip9Kx'),\n  ('joe', 'daffodil7Qz');",
    "curl -s \\\n  -u admin:tulip9Kx \\\n  https://wa.internal/",
    "apiVersion: v1\nkind: Secret\ndata:\n  extra: dHVsaXBzOXR1bGlwcw==",
    "caf\u00e9 t\u00e9l: 0151 23456789, \uff0b\uff14\uff19 151 23456789",
    "@daily jdoe42 /srv/wa/tidy.sh\n17 3 * * mon jdoe43 /srv/wa/tidy.sh",
    "tulip9Kx stood alone, and 4915123456789 did",
    "cGFzc3dvcmQ9dHVsaXA5S3g=",
    "%2B49%20151%2023456789 &#43;49 151 23456789 \\u002b49 151 23456789",
    "\x1b[31mpassword\x1b[0m=tulip9Kx",
    "",
    "---",
]


@pytest.fixture(scope="module")
def of_large_texts() -> Redactor:
    """Return a redactor whose heads are compiled."""
    redactor = Redactor.from_file(key=KEY)
    redactor.redact_text(QUIET * (WORTH_COMPILING // len(QUIET) + 1))
    return redactor


def padded(text: str) -> str:
    return text + QUIET * (WORTH_SCANNING // len(QUIET) + 1)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*EXAMPLES, *LINES, QUIET.rstrip()]), min_size=1, max_size=30), st.randoms())
def test_looking_at_some_lines_finds_what_looking_at_all_finds(
    of_large_texts: Redactor, pieces: list[str], chance: random.Random
) -> None:
    chance.shuffle(pieces)
    text = QUIET + "\n".join(pieces) + "\n"

    everywhere = Redactor.from_file(key=KEY).redact_text(text).text
    somewhere = of_large_texts.redact_text(padded(text)).text

    assert somewhere == everywhere + padded("")


@pytest.mark.parametrize("again", ["later {0}", "later {0} {0}", "later {0} {0} {0}"])
def test_a_value_of_several_lines_is_found_again_in_a_large_text(of_large_texts: Redactor, again: str) -> None:
    secret = "tulip9Kx first line\nsecond line of it"
    manifest = f'{{"kind": "Secret", "stringData": {{"extra": "{secret}"}}}}'.replace("\n", "\\n")
    text = f"{QUIET}{manifest}\n{padded('') * 3}{padded(again.format(secret) + chr(10))}"
    clean = of_large_texts.redact_text(text).text
    assert "second line" not in clean
    assert clean.endswith(padded(""))


def test_innocent_lines_are_not_looked_at_and_stay(of_large_texts: Redactor) -> None:
    text = padded("")
    assert of_large_texts.redact_text(text).text == text


def test_every_detector_has_heads_that_can_be_searched_for_together() -> None:
    options = Options(strict=True)
    groups = [
        [head if isinstance(head, str) else head_of(head) for form in detector.forms for head in form.heads(options)]
        for detector in detectors.load().values()
    ]
    found = Heads(lambda: groups).lines(padded("call +1 650 253 0000\npassword=tulip9Kx\n"))
    assert found is not None
    named = dict(zip(detectors.load(), found, strict=True))
    assert named["phone"] == [(0, 21)]
    assert (21, 39) in named["credential"]
    assert named["pem"] == []


@pytest.mark.parametrize("case", [str, str.upper, str.lower, str.title])
def test_a_credential_in_any_case_stands_beside_a_head(case: Callable[[str], str]) -> None:
    texts = [case(text) for text, _ in GONE]
    assert_beside_heads("credential", "standard", texts)


@pytest.mark.parametrize("level", ["standard", "strict"])
@pytest.mark.parametrize("name", detectors.load())
def test_whatever_a_detector_finds_stands_beside_one_of_its_heads(name: str, level: str) -> None:
    texts = [case.text for case in detector_cases(random.Random(7)) if case.detector == name] + EXAMPLES
    assert_beside_heads(name, level, texts)


@functools.cache
def heads_by_form(name: str, level: str) -> Heads:
    options = Options(strict=level == "strict")
    groups = [
        [head if isinstance(head, str) else head_of(head) for head in form.heads(options)]
        for form in detectors.load()[name].forms
    ]
    return Heads(lambda: groups)


def assert_beside_heads(name: str, level: str, texts: list[str]) -> None:
    detector, options = detectors.load()[name], Options(strict=level == "strict")
    text = "".join(f"{each}\n{QUIET}" for each in texts)
    listed = heads_by_form(name, level).lines(text + QUIET * (WORTH_SCANNING // len(QUIET) + 1))
    assert listed is not None
    for form, lines in zip(detector.forms, listed, strict=True):
        seen = form.around(text, [(start, end) for start, end in lines if start < len(text)])
        start = 0
        for each in texts:
            for hit in form.find(each, options):
                assert any(a <= start + hit.start and start + hit.end <= b for a, b in seen), each
            start += len(each) + 1 + len(QUIET)


IN_A_LARGE_TEXT = [
    ("#bindpw tulips-99xK", "tulips"),
    (" rootpw tulips-99xK", "tulips"),
    ("\twpa-psk tulips-99xK", "tulips"),
    ("mysql -u root -p-Zk9xQ7Lm2Vb8", "Zk9x"),
    ("haslo_\u017c: Tajne99xkQ", "Tajne"),
    ("INSERT INTO users (\nid,\nname,\nmail,\nage,\npassword\n) VALUES\n(1,'jane','x','y','tulip9Kx');", "tulip9"),
    ("UPDATE users SET password =  %s WHERE id =  %s [parameters: ('tulip9Kx', 7)]", "tulip9"),
    ('1,"cGFzc3dvcmQ9dHVsaXBz\nLTk5eEsgYW5kIG1vcmU=",7', "LTk5"),
    ("body 0000: 7061 7373 776f 7264 3d74 756c 6970 732d\nbody 0010: 3939 784b", "3939"),
    ("line one\npassword:\n  Zk9xQ7Lm2Vb8", "Zk9x"),
]


@pytest.mark.parametrize(("line", "gone"), IN_A_LARGE_TEXT)
def test_what_goes_from_a_line_alone_goes_from_it_among_many(of_large_texts: Redactor, line: str, gone: str) -> None:
    alone = Redactor.from_file(key=KEY).redact_text(f"{line}\n").text
    assert gone not in alone
    assert of_large_texts.redact_text(padded("") + padded(f"{line}\n")).text == padded("") + padded(alone)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_hyperscan_finds_every_head_that_re_finds(data: st.DataObject) -> None:
    head = data.draw(st.sampled_from(SHIPPED_HEADS))
    pattern = re.compile(head, re.MULTILINE | re.ASCII)
    line = data.draw(st.from_regex(pattern).filter(lambda drawn: "\n" not in drawn and drawn.isascii()))
    text = f"{padded('')}{line}\n{QUIET}"
    found = heads_of(head).lines(text)
    assert found is not None
    assert (len(padded("")), len(padded("")) + len(line) + 1) in found[0]


SHIPPED_HEADS = [
    head if isinstance(head, str) else head_of(head)
    for detector in detectors.load().values()
    for form in detector.forms
    for head in form.heads(Options())
]


@functools.cache
def heads_of(head: str) -> Heads:
    return Heads(lambda: [[head]])


def test_a_head_reaches_no_further_than_the_shortest_match() -> None:
    assert re.search(head_of(re.compile(r"x-us\d{1,2}\b")), "x-us55")


def test_a_class_with_letters_of_two_bytes_matches_all_of_them() -> None:
    for pattern in ("num[e\u00e9]ro 1", "num[^\\n]ro 1", "num.ro 1"):
        found = heads_of(head_of(re.compile(pattern))).lines(padded("num\u00e9ro 1\n"))
        assert found == [[(0, 9)]]


def test_a_pattern_that_no_head_can_be_made_of_says_so() -> None:
    with pytest.raises(ValueError, match="GROUPREF"):
        head_of(re.compile(r"(a)b\1"))
    with pytest.raises(ValueError, match="line's end"):
        head_of(re.compile(r'a"[^"]{1,9}"'))


def test_texts_that_are_added_are_found_with_those_before() -> None:
    growing = GrowingHeads()
    for number in range(200):
        growing.add(f"value-{number}-of-many")
        if number % 7 == 0:
            growing.places(padded(""))
    text = padded("\u00e9\nvalue-0-of-many\nb value-199-of-many\n")
    assert growing.places(text) == [(2, 17), (20, 37)]


def test_a_literal_may_hold_anything() -> None:
    heads = Heads(lambda: [[literal("a.b\0\u00e9[")]])
    assert heads.lines(padded("a.b\0\u00e9[\nayb\0\u00e9[\n")) == [[(0, 7)]]
