"""Rules as people work with them: check a file, run every example, list, show."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from collector.errors import UsageError
from collector.model import Raw, RawText
from collector.pipeline.options import load_settings, rules_of
from collector.redaction.coverage import RuleCoverage
from collector.redaction.coverage import coverage as rule_coverage
from collector.redaction.examples import ExampleResult, run_examples
from collector.redaction.rules import Rule, RuleSet
from collector.sources.folder import names, read

__all__ = ["ExampleResult", "Rule", "RuleCoverage", "RuleSet", "check", "coverage", "schema", "test"]


def check(file: str | None) -> RuleSet:
    """Compile the shipped rules and a file's; raises ConfigError with every mistake at its line and column."""
    return rules_of(load_settings({"rules": file}, None))


def test(file: str | None) -> tuple[ExampleResult, ...]:
    """Run every example of every rule and detector; raises ConfigError as `check` does."""
    return run_examples(check(file))


def coverage(paths: tuple[Path, ...], file: str | None) -> tuple[RuleCoverage, ...]:
    """Return what every rule does with the files and folders; raises ConfigError, UsageError."""
    rules = check(file)
    raws = (raw for path in paths for raw in _read(path))
    return rule_coverage(raws, rules, clock=time.perf_counter)


def _read(path: Path) -> Iterator[Raw]:
    if not path.is_dir():
        real = path.resolve()
        yield read(real.parent, RawText(real.name))
        return
    for name in names(path):
        try:
            yield read(path, name)
        except UsageError:
            continue  # links and the like, which redacting withholds


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a rules file, for editors."""
    from collector.redaction.rules_model import RulesFile  # noqa: PLC0415  pydantic is heavy

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **RulesFile.model_json_schema()}
