"""Without Hyperscan the same lines are found by the literals that heads need, and the same text comes out."""

import functools
import importlib.util
import itertools
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import mixed_logs
from collector import Redactor
from collector.redaction import decode, detectors, heads, literal_finder, opaque
from collector.redaction.detector import Options
from collector.redaction.head_items import looking_behind, takes_long
from collector.redaction.head_patterns import head_of
from collector.redaction.heads import WORTH_COMPILING, WORTH_DERIVING, WORTH_SCANNING
from collector.redaction.line_check import LONG_LINE
from collector.redaction.literal_finder import LiteralFinder
from collector.redaction.required_literals import required
from collector.redaction.text_finder import TextFinder

KEY = b"a key of the tests, 32 bytes...."
QUIET = "2026-11-23 08:45:12.042 UTC 19 configstore.cpp:335] heartbeat of the gateway is on its way req_id=Main\n"
EXAMPLES = [example.text for detector in detectors.load().values() for example in detector.examples]
HOSTILE = [
    "-" * 5,
    "pass,key," * 4 + "=",
    "A" * 24 + "b1" * 40,
    "a.b-c_d" * 4,
    "0123456789" * 10,
    "1.2.3.4.5.6.7.8.9",
    "00:11:22:33:44:55:66:77",
    "PASSWORD=TULIP9KX Pwd:tulip",
    "\u00e9\u5bc6\u7801\uff1atulip9Kx",
    "x\0password=tulip9Kx",
    "\r",
    "\ttoken\t'tulip9Kx'",
    "+49 (0) 151-234/567.89",
    "[ [",
    "%41%42&#43;\\x41\\n",
]
REPEATED = ["-", "key", "key,pass-", "A", "0", " login", "a@b:", "://", '"', "--key-", "1.2.", "\u5bc6\u7801", "\\"]
HEADS = [
    list(listed)
    for listed in dict.fromkeys(
        [
            *(
                tuple(head if isinstance(head, str) else head_of(head) for head in form.heads(options))
                for options in (Options(), Options(strict=True, region="DE"))
                for detector in detectors.load().values()
                for form in detector.forms
            ),
            decode.HEADS,
            opaque.HEADS,
        ]
    )
]


@pytest.fixture(scope="module")
def finder() -> LiteralFinder:
    return LiteralFinder.compiled(HEADS, lasting=False)


def hide_hyperscan(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> None:
    found: Callable[..., Any] = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: name != "hyperscan" and found(name, *rest))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_folder))


@pytest.fixture
def without_hyperscan(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, with_literals: Redactor) -> Redactor:
    """Return one that is ready without Hyperscan, which is nowhere to be found."""
    hide_hyperscan(monkeypatch, tmp_path)
    return with_literals


@pytest.fixture(scope="module")
def with_literals(tmp_path_factory: pytest.TempPathFactory) -> Redactor:
    """Make ready what takes long: each call of a redactor is a bundle of its own."""
    with pytest.MonkeyPatch.context() as patch:
        hide_hyperscan(patch, tmp_path_factory.mktemp("cache"))
        made = Redactor.from_file(key=KEY)
        made.redact_text(padded(""))
    return made


@pytest.fixture(scope="module")
def with_hyperscan() -> Redactor:
    """Return one that is ready with it."""
    made = Redactor.from_file(key=KEY)
    made.redact_text(padded("", WORTH_COMPILING))
    return made


def padded(text: str, size: int = WORTH_DERIVING) -> str:
    return text + QUIET * (size // len(QUIET) + 1)


def found_by(finder: LiteralFinder, data: bytes) -> list[set[int]]:
    """Return the number of every line found, a group each."""
    lines: list[set[int]] = [set() for _ in HEADS]
    for place, group in finder.ends(data):
        lines[group].add(data.count(b"\n", 0, place))
    return lines


def found_by_re(data: bytes) -> list[set[int]]:
    lines = [line + b"\n" for line in data.split(b"\n")]
    return [
        {number for number, line in enumerate(lines) for head in listed if head.search(line)}
        for listed in compiled_heads()
    ]


@functools.cache
def compiled_heads() -> list[list[re.Pattern[bytes]]]:
    """Return the heads as `re` has them: there are more of them than it remembers."""
    return [[re.compile(head.encode(), re.MULTILINE) for head in listed] for listed in HEADS]


@functools.cache
def quick() -> list[bool]:
    """Tell of each group whether trying its heads takes no longer than a line."""
    return [not any(takes_long(looking_behind(head)) for head in listed) for listed in HEADS]


def holds(data: bytes, finder: LiteralFinder) -> None:
    with mock.patch.object(literal_finder, "MOST_TRIES", len(data)):
        lines = found_by(finder, data)
    for listed, found, expected, exact in zip(HEADS, lines, found_by_re(data), quick(), strict=True):
        assert expected <= found, listed
        if exact:
            assert found == expected, listed


def test_values_are_found_as_lines_of_their_own_below_another(finder: LiteralFinder) -> None:
    values = (example.partition("=")[2].partition("\n")[0] for example in EXAMPLES)
    holds("\n".join(("x", *filter(None, values))).encode(), finder)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*EXAMPLES, *HOSTILE, QUIET.rstrip()]), min_size=1, max_size=6), st.randoms())
def test_the_lines_found_are_those_on_which_re_finds_a_head(
    finder: LiteralFinder, pieces: list[str], chance: random.Random
) -> None:
    pieces = [piece[chance.randrange(len(piece)) :] if chance.random() < 0.3 else piece for piece in pieces if piece]
    pieces = [piece.swapcase() if chance.random() < 0.1 else piece for piece in pieces]
    holds("".join(piece + chance.choice(["\n", "\n", " ", ""]) for piece in pieces).encode(), finder)


def test_every_example_and_mixed_logs_are_found_on_the_lines_that_re_names(finder: LiteralFinder) -> None:
    for example in [*EXAMPLES, *HOSTILE]:
        holds(example.encode(), finder)
    holds(mixed_logs.sample(1 << 15) + "\n".join(EXAMPLES + HOSTILE).encode(), finder)


def test_of_mixed_logs_no_line_is_reported_for_nothing_by_a_head_that_takes_long(finder: LiteralFinder) -> None:
    data = mixed_logs.sample(1 << 16)
    assert found_by(finder, data) == found_by_re(data)


def test_a_head_that_takes_long_is_told_by_what_its_line_may_hold() -> None:
    finder = LiteralFinder.compiled([[r"^[a-z,; ]*[,;][a-z,; ]*mark[a-z,; ]*$"]], lasting=False)
    assert takes_long(r"^[a-z,; ]*[,;][a-z,; ]*mark[a-z,; ]*$")
    assert [place for place, _ in finder.ends(b"a, mark = 1\na, mark; b\nmark 7, 8\n")] == [15]


def test_what_is_repeated_and_ends_where_the_next_begins_takes_no_longer_than_its_line() -> None:
    assert not takes_long(r"^[a-z]*:[^:]*:[0-9]*:[0-9]*:/")
    assert takes_long(r"^[a-z]*x[^:]*:[0-9]*1[0-9]*$")


def test_every_head_of_the_shipped_rules_needs_a_literal() -> None:
    for head in dict.fromkeys(itertools.chain(*HEADS)):
        assert required(looking_behind(head)), head


def test_a_head_that_needs_no_literal_is_found_all_the_same() -> None:
    finder = LiteralFinder.compiled([["[a-z]x?[0-9]"]], lasting=False)
    assert finder.ends(b"-\nA1 b2\n") == [(6, 0)]


def test_a_head_is_found_however_long_what_stands_between_its_literals_is() -> None:
    finder = LiteralFinder.compiled([["v(?:[a-z0-9]){80}y1"], ["zz(?:[a-z0-9]){70,90}qq"]], lasting=False)
    assert finder.ends(b"-v" + b"b7" * 40 + b"y1\nzz" + b"b7" * 40 + b"qq\nv" + b"b" * 79 + b"y1\n") == [
        (finder.ends(b"-v" + b"b7" * 40 + b"y1\n")[0][0], 0),
        (85 + finder.ends(b"zz" + b"b7" * 40 + b"qq\n")[0][0], 1),
    ]


def test_heads_differ_in_case_as_they_say() -> None:
    finder = LiteralFinder.compiled([["(?i)tulip="], ["tulip="], ["(?i:TUL)ip="]], lasting=False)
    assert {group for _, group in finder.ends(b"TULIP=\n")} == {0}
    assert {group for _, group in finder.ends(b"tulip=\n")} == {0, 1, 2}
    assert {group for _, group in finder.ends(b"TULip=\n")} == {0, 2}


@pytest.mark.parametrize("piece", REPEATED)
def test_a_line_on_which_a_literal_stands_again_and_again_is_found_and_no_other(
    finder: LiteralFinder, piece: str
) -> None:
    line = (piece * (2 * LONG_LINE // len(piece))).encode()
    short = line[:600].decode("utf-8", "ignore").encode()
    found = found_by(finder, b"quiet\n" + line + b"\n" + short + b"\nquiet\n")
    for lines, expected in zip(found, found_by_re(short), strict=True):
        assert lines <= {1, 2}
        assert not expected or 2 in lines


@given(
    st.lists(st.text("ab1. \u00e9@-\n", min_size=1, max_size=12), min_size=1, max_size=8),
    st.text("ab1. \u00e9@-\n", max_size=200),
)
def test_texts_are_found_wherever_they_stand(texts: list[str], around: str) -> None:
    data = (around + texts[0] + around[::-1] + texts[-1]).encode()
    finder = TextFinder()
    for text in texts:
        finder.add(text.encode())
    assert finder.places(data) == sorted(
        {
            (place, place + len(text.encode()))
            for text in texts
            for place in range(len(data))
            if data.startswith(text.encode(), place)
        }
    )


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([*EXAMPLES, *HOSTILE]), min_size=1, max_size=40), st.randoms())
def test_what_comes_out_is_what_comes_out_where_every_line_is_looked_at(
    without_hyperscan: Redactor, pieces: list[str], chance: random.Random
) -> None:
    chance.shuffle(pieces)
    text = QUIET + "\n".join(pieces) + "\n"

    somewhere = without_hyperscan.redact_text(padded(text, WORTH_SCANNING)).text
    with mock.patch.object(heads, "WORTH_SCANNING", 2 * len(text)):
        everywhere = Redactor.from_file(key=KEY).redact_text(text).text

    assert somewhere == everywhere + padded("", WORTH_SCANNING)


def test_what_comes_out_with_hyperscan_comes_out_without(
    with_hyperscan: Redactor, request: pytest.FixtureRequest
) -> None:
    logs = mixed_logs.sample(WORTH_SCANNING).decode()
    text = logs + "\n".join(EXAMPLES * 2) + "\n" + "\n".join(HOSTILE) + "\n" + logs

    with_it = with_hyperscan.redact_text(text).text
    assert request.getfixturevalue("without_hyperscan").redact_text(text).text == with_it


def test_what_was_derived_is_kept_for_the_next_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hide_hyperscan(monkeypatch, tmp_path)
    text = padded("call +1 650 253 0000\npassword=tulip9Kx\n")
    first = Redactor.from_file(key=KEY).redact_text(text).text
    assert [kept.name for kept in tmp_path.glob("collect-bundle/*")]
    assert Redactor.from_file(key=KEY).redact_text(text).text == first
