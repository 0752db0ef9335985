"""The examples of the shipped rules notice when a rule is broken: gone, blind, or taking everything."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from collector import resources
from collector.redaction.detector import Detector, Hit, Options
from collector.redaction.examples import run_examples
from collector.redaction.rules import Rule, RuleSet, load_rules

RULES = load_rules(resources.rules_text())


def failing(rules: RuleSet) -> set[str]:
    return {result.name for result in run_examples(rules) if not result.ok}


def fails(rule: Rule) -> bool:
    """Tell whether an example of a rule fails where it takes the place of the shipped one, all others at work."""
    rules = tuple(rule if one.name == rule.name else without_examples(one) for one in RULES.rules)
    return bool(failing(replace(RULES, rules=rules)))


def without_examples(rule: Rule) -> Rule:
    return replace(rule, examples=(), detect=rule.detect and replace(rule.detect, examples=()))


def blind(text: str, options: Options) -> Iterator[Hit]:
    yield from ()


def greedy(text: str, options: Options) -> Iterator[Hit]:
    yield Hit(0, len(text), text)


def finding(detector: Detector, rule: Rule, how: Callable[[str, Options], Iterator[Hit]]) -> Rule:
    forms = tuple(replace(form, find=how) for form in detector.forms)
    return replace(rule, detect=replace(detector, forms=forms))


def test_unbroken_every_example_holds() -> None:
    assert failing(RULES) == set()


@pytest.mark.parametrize("name", [rule.name for rule in RULES.rules])
def test_a_rule_that_finds_nothing_fails_its_examples(name: str) -> None:
    rule = next(one for one in RULES.rules if one.name == name)
    broken = finding(rule.detect, rule, blind) if rule.detect else replace(rule, at=None)
    assert fails(broken)


@pytest.mark.parametrize("name", [rule.name for rule in RULES.rules if rule.detect])
def test_a_rule_that_takes_everything_fails_its_examples(name: str) -> None:
    rule = next(one for one in RULES.rules if one.name == name)
    assert rule.detect is not None
    assert fails(finding(rule.detect, rule, greedy))


@pytest.mark.parametrize("name", [rule.name for rule in RULES.rules if rule.keep])
def test_a_rule_that_keeps_everything_or_nothing_fails_its_examples(name: str) -> None:
    rule = next(one for one in RULES.rules if one.name == name)
    assert fails(replace(rule, keep=frozenset()))
    assert fails(replace(rule, strip=None))


@pytest.mark.parametrize("name", [rule.name for rule in RULES.rules if rule.detect])
def test_a_rule_with_another_way_to_replace_fails_its_examples(name: str) -> None:
    rule = next(one for one in RULES.rules if one.name == name)
    assert fails(replace(rule, replace="remove"))
