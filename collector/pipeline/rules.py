"""Rules as people work with them: check a file, run every example, list, show."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from collector.pipeline.configuration import load_settings, rule_texts, rules_of
from collector.pipeline.texts import Texts
from collector.redaction import detectors
from collector.redaction.coverage import RuleCoverage
from collector.redaction.coverage import coverage as rule_coverage
from collector.redaction.examples import ExampleResult, run_examples
from collector.redaction.rules import Rule, RuleSet, load_rules
from collector.resources import rules_text

__all__ = ["Coverage", "ExampleResult", "Rule", "RuleSet", "Tested", "check", "coverage", "schema", "test"]


def check(file: str | None) -> RuleSet:
    """Compile the shipped rules and a file's; raises ConfigError with every mistake at its line and column."""
    return rules_of(load_settings({"rules": file}, None))


@dataclass(frozen=True, slots=True)
class Tested:
    """What every example came to: those of the rules in a file of one's own, and all others."""

    own_file: str
    """Empty where there is none."""
    own: tuple[ExampleResult, ...]
    shipped: tuple[ExampleResult, ...]


def test(file: str | None) -> Tested:
    """Run every example of every rule and detector; raises ConfigError for what `check` finds besides them."""
    from collector.redaction.rules_file import read_rules  # noqa: PLC0415  YAML, JSONPath and pydantic are heavy

    texts = rule_texts(load_settings({"rules": file}, None))
    results = run_examples(read_rules(rules_text(), texts.own, own_file=texts.own_file, level=texts.level))
    shipped = {rule.name for rule in load_rules(rules_text()).rules}
    return Tested(
        texts.own_file,
        tuple(result for result in results if result.name not in shipped),
        tuple(result for result in results if result.name in shipped),
    )


@dataclass(frozen=True, slots=True)
class Coverage:
    """What every rule did, with how many files; those passed over are what redacting withholds: links, binary."""

    rules: tuple[RuleCoverage, ...]
    files: int
    passed_over: int


def coverage(paths: tuple[Path, ...], file: str | None) -> Coverage:
    """Return what every rule does with the files and folders.

    Raises ConfigError, RunawayPatternError, and UsageError where a file that is named cannot be read.
    """
    texts = Texts(*paths)
    covered = rule_coverage(texts, check(file), clock=time.perf_counter)
    return Coverage(covered, texts.count, texts.passed_over)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a rules file, for editors."""
    from collector.redaction.rules_model import RulesFile  # noqa: PLC0415  pydantic is heavy

    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **RulesFile.model_json_schema()}
    document["$defs"]["RuleModel"]["properties"]["detect"]["enum"] = sorted(detectors.load())
    return document
