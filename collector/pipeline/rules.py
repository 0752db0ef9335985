"""Rules as people work with them: check a file, run every example, list, show."""

from __future__ import annotations

from collector.pipeline.options import load_settings, rules_of
from collector.redaction.examples import ExampleResult, run_examples
from collector.redaction.rules import Rule, RuleSet

__all__ = ["ExampleResult", "Rule", "RuleSet", "check", "test"]


def check(file: str | None) -> RuleSet:
    """Compile the shipped rules and a file's; raises ConfigError with every mistake at its line and column."""
    return rules_of(load_settings({"rules": file}, None))


def test(file: str | None) -> tuple[ExampleResult, ...]:
    """Run every example of every rule and detector; raises ConfigError as `check` does."""
    return run_examples(check(file))
