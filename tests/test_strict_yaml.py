"""What a person may write in a YAML file of ours, and what they are told about the rest."""

import contextlib
from typing import Literal

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector import strict_yaml
from collector.errors import ConfigError
from collector.sentence import Sentence


def problems(text: str) -> list[str]:
    try:
        found = strict_yaml.parse(text, file="f.yaml").problems
    except ConfigError as error:
        found = error.problems
    return [f"{p.line}:{p.column} {p.message}" for p in found]


def test_core_scalars_become_plain_values() -> None:
    document = strict_yaml.parse(
        "a: 1\nb: -2\nc: 1.5\nd: true\ne: null\nf: ~\ng:\nh: word\ni: 'no'\nj: [x, 2]\n", file="f"
    )
    assert document.value == {
        "a": 1, "b": -2, "c": 1.5, "d": True, "e": None, "f": None, "g": None, "h": "word", "i": "no", "j": ["x", 2]
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Yes",
        "on",
        "y",
        "0123",
        "+4915112345678",
        "12:30:45",
        "2024-01-01",
        "2001-12-14t21:59:43.10-05:00",
        "1.10",
        "1_000",
        ".5",
        "1e3",
        "0x1f",
        ".inf",
    ],
)
def test_what_readers_disagree_about_must_be_quoted(text: str) -> None:
    assert problems(f"a: {text}") == [f'1:4 readers disagree about what {text} means: write "{text}" in quotes']
    assert strict_yaml.parse(f'a: "{text}"', file="f").value == {"a": text}


def test_a_text_that_only_begins_with_a_date_is_a_text() -> None:
    line = "2026-11-27 20:11:01.123 INFO started"
    assert strict_yaml.parse(f"a: {line}", file="f").value == {"a": line}


def test_every_mistake_is_told_at_once_in_the_order_of_the_file() -> None:
    assert problems("a: 1\na: 2\nb: &x 1\nc: *x\nd: !!str 1\n<<: {}\n") == [
        "2:1 the key 'a' is already on line 1",
        "3:4 anchors are not used here: remove &x",
        "4:4 aliases are not used here: write the value of *x out",
        "5:4 tags are not used here: remove the word that begins with !",
        "6:1 merge keys are not used here: write the keys out",
    ]


def test_one_document_a_file() -> None:
    assert problems("a: 1\n---\nb: 2\n") == ["2:1 one document a file: remove what follows ---"]


def test_hostile_depth_and_size_are_refused_without_a_crash() -> None:
    assert "nested deeper than 40 levels" in problems("[" * 100_000)[0]
    assert "larger than" in problems("a: " + "x" * 1_100_000)[0]


def test_a_syntax_error_has_its_place() -> None:
    assert problems("a: 1\nb: [1,\n")[0].startswith("3:1 not YAML:")


def test_the_error_shows_the_line_with_a_caret() -> None:
    with pytest.raises(ConfigError) as caught:
        strict_yaml.validate(strict_yaml.parse("version: no\n", file="rules.yaml"), Rules)
    assert (
        'rules.yaml:1:10: readers disagree about what no means: write "no" in quotes\n    version: no\n             ^'
        in str(caught.value)
    )


class Rule(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)
    name: str
    replace: Literal["mask", "pseudonym"] = "mask"


class Rules(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)
    version: Literal[1]
    rules: tuple[Rule, ...] = ()


def test_a_valid_document_becomes_the_model() -> None:
    document = strict_yaml.parse("version: 1\nrules: [{name: a}]\n", file="f")
    assert strict_yaml.validate(document, Rules) == Rules(version=1, rules=(Rule(name="a"),))


def test_model_errors_stand_at_their_lines_with_a_suggestion() -> None:
    text = 'version: "1"\nrulez: 3\nrules:\n  - nam: x\n    replace: masc\n'
    with pytest.raises(ConfigError) as caught:
        strict_yaml.validate(strict_yaml.parse(text, file="f"), Rules)
    assert [f"{p.line}:{p.column} {p.message}" for p in caught.value.problems] == [
        "1:10 '1' is none of 1",
        "2:1 unknown key 'rulez'; did you mean 'rules'?",
        "4:5 the key 'name' is missing here",
        "4:5 unknown key 'nam'; did you mean 'name'?",
        "5:14 'masc' is none of mask, pseudonym; did you mean 'mask'?",
    ]


def test_what_readers_disagree_about_and_what_the_model_refuses_are_told_together() -> None:
    text = "version: 1\nrules:\n  - name: no\n    replace: masc\n  - name: a\n    name: b\n    nam: c\n"
    with pytest.raises(ConfigError) as caught:
        strict_yaml.validate(strict_yaml.parse(text, file="f"), Rules)
    assert [(p.line, p.message.split(" ")[0]) for p in caught.value.problems] == [
        (3, "readers"),
        (4, "'masc'"),
        (6, "the"),
        (7, "unknown"),
    ]


def test_marks_point_at_values_and_keys() -> None:
    document = strict_yaml.parse("a:\n  - b: 1\n", file="f")
    assert document.mark(("a", 0, "b")) == (2, 8)
    assert document.mark(("a", 0, "b"), key=True) == (2, 5)
    assert document.mark(("a", 5, "x")) == (2, 3)
    assert str(document.problem(("a", 0, "b"), Sentence("too small"))) == "f:2:8: too small\n      - b: 1\n           ^"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ConfigError):
        strict_yaml.parse(text, file="f")
