"""The rules file: what a person may write, what they are told, and that every example holds."""

import pytest

from collector import resources
from collector.errors import ConfigError
from collector.lint import complaints
from collector.redaction.examples import run_examples
from collector.redaction.redactor import Redactor
from collector.redaction.rules import load_rules
from collector.redaction.rules_file import read_rules

SHIPPED = resources.rules_text()
RULES = load_rules(SHIPPED)
RESULTS = run_examples(RULES)

TICKET = """
version: 1
rules:
  - name: internal-ticket
    why: our tickets are our business
    match: 'INT-\\d{6}'
    keywords: [INT-]
    replace: mask
    examples:
      - {text: see INT-123456, becomes: "see [internal-ticket]"}
      - {text: INT-12 is a rack, unchanged: true}
"""


def told(own: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_rules(SHIPPED, own, own_file="mine.yaml")
    return [f"{p.line}:{p.column} {p.message}" for p in caught.value.problems]


@pytest.mark.parametrize("example", RESULTS, ids=lambda e: f"{e.name}: {e.text[:40]!r}")
def test_every_example_of_rules_and_detectors_holds(example: object) -> None:
    assert example.got == example.expected or example.ok, example  # type: ignore[attr-defined]


def test_every_shipped_rule_says_why_and_every_detector_has_examples_both_ways() -> None:
    for rule in RULES.rules:
        assert rule.why
        if rule.detect:
            assert any(e.gone for e in rule.detect.examples)
            assert any(not e.gone for e in rule.detect.examples)


def test_a_file_of_ones_own_adds_to_the_shipped_rules() -> None:
    rules = load_rules(SHIPPED, TICKET, own_file="mine.yaml")
    assert [rule.name for rule in rules.rules][:-1] == [rule.name for rule in RULES.rules]
    assert all(e.ok for e in run_examples(rules))
    assert rules.digest != RULES.digest


@pytest.mark.parametrize(
    ("match", "text", "becomes"),
    [
        (r"(?i)int-\d{6}", "int-123456", "[own]"),
        (r"^INT-\d{6}$", "INT-123456", "[own]"),
        (r"INT-\s\d{6}", "INT-\n123456", "INT-\n123456"),
        (r"INT-[^x]{1,9}", "INT-1\r\n2", "[own]\r\n2"),
        (r"(?:INT-)?\d{6}", "123456", "123456"),
    ],
)
def test_a_pattern_sees_the_same_lines_of_a_small_and_of_a_large_text(match: str, text: str, becomes: str) -> None:
    own = TICKET.replace(r"INT-\d{6}", match).replace("internal-ticket", "own")
    redactor = Redactor(read_rules(SHIPPED, own))
    quiet = "INFO a quiet line of words\n" * 45_000
    for around in ("before\n", quiet):
        assert redactor.redact_text(f"{around}{text}\nafter\n").text == f"{around}{becomes}\nafter\n"


def test_a_shipped_rule_is_switched_off_by_name_and_that_is_visible() -> None:
    rules = load_rules(SHIPPED, "version: 1\nwithout: [phone-numbers]\n")
    assert rules.without == ("phone-numbers",)
    assert "phone-numbers" not in [rule.name for rule in rules.rules]


def test_the_level_asked_for_outranks_the_files() -> None:
    assert load_rules(SHIPPED).level == "standard"
    assert load_rules(SHIPPED, "version: 1\nlevel: strict\n").level == "strict"
    assert load_rules(SHIPPED, "version: 1\nlevel: strict\n", level="standard").level == "standard"
    with pytest.raises(ConfigError, match="no level"):
        load_rules(SHIPPED, level="loose")


def test_every_mistake_is_told_at_its_place() -> None:
    own = (
        "version: 1\nwithout: [phone-number]\nrules:\n  - name: a1\n    detect: phon\n"
        "  - name: phone-numbers\n    detect: phone\n  - name: c1\n    at: '$.a[?@.b==1]'\n"
        "  - name: d1\n    at: 'a.b'\n"
    )
    lines = told(own)
    assert "5:13 there is no detector 'phon'; did you mean 'phone'?" in lines
    assert "6:11 the name 'phone-numbers' is taken" in lines
    assert any(line.startswith("9:9 filters") for line in lines)
    assert any(line.startswith("11:9 not an RFC 9535 path") for line in lines)
    assert "2:11 no shipped rule is named 'phone-number'; did you mean 'phone-numbers'?" in lines


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("name: x1\n    match: 'a'", "keywords"),
        ("name: x1\n    match: 'a'\n    keywords: [a]", "at least one example"),
        ("name: x1", "exactly one of detect, match, at"),
        ("name: x1\n    detect: phone\n    strip: values", "belong to a rule with at"),
        ("name: x1\n    detect: phone\n    replace: hide", "none of mask, pseudonym, remove"),
        ("name: x1\n    dettect: phone", "did you mean 'detect'?"),
        ("name: X 1\n    detect: phone", "small letters"),
    ],
)
def test_a_rule_without_what_it_needs_is_refused(rule: str, message: str) -> None:
    assert any(message in line for line in told(f"version: 1\nrules:\n  - {rule}\n"))


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "(a+)+b",
            "(a|b*)*c",
            ".*x.*",
            "(x)\\1",
            "a*",
            "[",
            r"(\w+\s?){20}b",
            "(a|a)*b",
            "(a|aa)+c",
            "(a{1,64}){1,64}b",
        ),
        *(
            "(?:,a{1,9}a{1,9})+b",
            "(?i)(?:ab|AB)+c",
            "(?:a?){60}a{60}",
            r"(?:[\w.]{1,64}\.)+x",
            "(?:,x{0,9}y?x{1,9}){20}b",
        ),
    ],
)
def test_a_pattern_that_could_run_away_is_refused(pattern: str) -> None:
    own = f"version: 1\nrules:\n  - name: x1\n    match: '{pattern}'\n    keywords: [b]\n    examples:\n      - {{text: b, becomes: c}}\n      - {{text: z, unchanged: true}}\n"  # noqa: E501
    assert told(own)[0].startswith("4:12 ")


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"INT-\d{6}", r"(?:,\w{1,64})+", r"(?:[A-Z]{1,5}-){1,30}\d{4}", "(?:foo|bar|baz){1,20}x", "(?:a|bc)*d"),
        *(
            r"(?:\d{1,3}\.){3}\d{1,3}",
            r"(?:,\w{1,9}=\w{1,9}){1,20}",
            r"(?:;[a-z]{1,9}: ?\d{1,9}){1,20}x",
            "(?:é|中){1,20}x",
        ),
    ],
)
def test_a_pattern_of_which_a_text_has_one_reading_is_not(pattern: str) -> None:
    assert complaints(pattern) == []


def test_a_rule_with_a_path_masks_what_stands_there() -> None:
    own = (
        "version: 1\nrules:\n  - {name: notes, at: '$.notes[*].text'}\n  - {name: pin, at: '$..pin', replace: remove}\n"
    )
    rules = load_rules(SHIPPED, own)
    value = (
        Redactor(rules, key=b"k" * 32).redact_json({"notes": [{"text": "call me", "n": 1}], "a": {"pin": 123456}}).value
    )
    assert value == {"notes": [{"text": "[notes]", "n": 1}], "a": {"pin": ""}}
