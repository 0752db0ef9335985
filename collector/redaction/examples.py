"""Runs the examples of the rules in force, those of their detectors too; `rules test` shows the results."""

from __future__ import annotations

from dataclasses import dataclass

from collector.compiled import compiled
from collector.redaction.engine import Engine
from collector.redaction.known import Known
from collector.redaction.marks import ALPHABET, PAYLOAD_LENGTH
from collector.redaction.rules import Rule, RuleSet

_KEY = b"examples have a key of their own"
_PAYLOAD = compiled(rf":[{ALPHABET}]{{{PAYLOAD_LENGTH}}}\]")


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example: `got` is what the rules make of `text`; payloads of marks are written as `:…`."""

    name: str
    text: str
    expected: str
    got: str
    ok: bool


def run_examples(rules: RuleSet) -> tuple[ExampleResult, ...]:
    """Run every example; a rule's own expect an exact text, a detector's name what must be gone."""
    engine = engine_for(rules)
    results: list[ExampleResult] = []
    for rule in rules.rules:
        results += own_examples(engine, rule)
        results += _detectors(engine, rule)
    return tuple(results)


def engine_for(rules: RuleSet) -> Engine:
    """Return what runs examples by all of the rules."""
    return Engine.of(rules, _KEY, None, None)


def _clean(engine: Engine, text: str) -> str:
    return _PAYLOAD.sub(":…]", engine.clean(engine.find(text), Known())[0])


def own_examples(engine: Engine, rule: Rule) -> list[ExampleResult]:
    """Run the examples that a rule itself carries."""
    results = []
    for example in rule.examples:
        expected = example.text if example.becomes is None else _PAYLOAD.sub(":…]", example.becomes)
        got = _clean(engine, example.text)
        results.append(ExampleResult(rule.name, example.text, expected, got, got == expected))
    return results


def _detectors(engine: Engine, rule: Rule) -> list[ExampleResult]:
    if not rule.detect:
        return []
    results = []
    for example in rule.detect.examples:
        got = _clean(engine, example.text)
        if example.gone:
            expected = f"without {', '.join(example.gone)}"
            ok = not any(part in got for part in example.gone)
        else:
            expected, ok = example.text, got == example.text
        results.append(ExampleResult(rule.name, example.text, expected, got, ok))
    return results
