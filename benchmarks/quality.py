"""Measures what the shipped rules find and what they leave, on labelled cases made here: `make quality`.

Every case is drawn from templates of the project's own with a fixed seed: numbers of all plans, ids, secrets, innocent
text; a case names the detector that is to find it, or beside whose finds it stands. `CORPORA=DIR` adds a folder's.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.cases import Case
from benchmarks.labelled_cases import cases, cases_of
from benchmarks.legible import holds
from collector import Redactor
from collector.redaction.detectors import load

SEED = 20261125
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Outcome:
    """Whether a case holds, whether it would with its own detector alone, and which rules left marks."""

    case: Case
    holds: bool
    alone: bool
    rules: tuple[str, ...]


def main() -> int:
    redactor = Redactor.from_file()
    alone = {rule.detect.name: Redactor(redactor.rules.only(rule.name)) for rule in redactor.rules.rules if rule.detect}
    outcomes = []
    for case in (*cases(random.Random(SEED)), *cases_of(os.environ.get("CORPORA"))):
        result = redactor.redact_text(case.text)
        itself = bool(case.detector) and holds(case, alone[case.detector].redact_text(case.text).text)
        rules = tuple(redaction.rule for redaction in result.redactions)
        outcomes.append(Outcome(case, holds(case, result.text), itself, rules))
    print("# Quality\n")
    print(
        "Made by `make quality` from labelled cases of the project's own (`benchmarks/labelled_cases.py`, fixed seed)."
    )
    print("Recall: nothing of what must go is legible. Innocence: the text is unchanged, byte for byte.\n")
    _by_group(outcomes)
    _by_detector(outcomes)
    _by_kind(outcomes)
    _by_rule(outcomes)
    if "-v" in sys.argv:
        for case in (outcome.case for outcome in outcomes if not outcome.holds):
            print(f"- {case.group}, {case.kind}: {case.text!r}", file=sys.stderr)
    return 0


def _by_group(outcomes: list[Outcome]) -> None:
    print("| group | cases | hold | % |\n| --- | ---: | ---: | ---: |")
    for group, among in _grouped(outcomes, lambda case: case.group).items():
        hold = sum(outcome.holds for outcome in among)
        print(f"| {group} | {len(among)} | {hold} | {100 * hold / len(among):.2f} |")


def _by_detector(outcomes: list[Outcome]) -> None:
    print("\n## By detector\n\nCases that a detector is to find, and innocent ones beside what it finds,", end=" ")
    print("with all shipped rules at work.")
    print("`alone`: the same cases with no other rule than the detector's own.\n")
    print("| detector | must go | recall % | alone % | must stay | innocence % |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    by_detector = _grouped(outcomes, lambda case: case.detector)
    for name in load():
        among = by_detector.get(name, [])
        sensitive = [outcome for outcome in among if outcome.case.is_sensitive]
        innocent = [outcome for outcome in among if not outcome.case.is_sensitive]
        shares = (
            _share([o.holds for o in sensitive]),
            _share([o.alone for o in sensitive]),
            _share([o.holds for o in innocent]),
        )
        print(f"| `{name}` | {len(sensitive)} | {shares[0]} | {shares[1]} | {len(innocent)} | {shares[2]} |")


def _by_kind(outcomes: list[Outcome]) -> None:
    print("\n## By kind\n\n| group | kind | cases | % |\n| --- | --- | ---: | ---: |")
    for (group, kind), among in _grouped(outcomes, lambda case: (case.group, case.kind)).items():
        shown = json.dumps(kind, ensure_ascii=False)[1:-1].replace("|", "\\|")
        print(f"| {group} | `{shown}` | {len(among)} | {_share([o.holds for o in among])} |")


def _by_rule(outcomes: list[Outcome]) -> None:
    print("\n## By rule\n\nMarks left in cases where something must go, and in innocent ones.\n")
    print("| rule | in sensitive cases | in innocent cases |\n| --- | ---: | ---: |")
    marks = Counter((rule, outcome.case.is_sensitive) for outcome in outcomes for rule in outcome.rules)
    for rule in sorted({rule for rule, _ in marks}):
        print(f"| `{rule}` | {marks[rule, True]} | {marks[rule, False]} |")


def _grouped(outcomes: list[Outcome], key: Callable[[Case], Key]) -> dict[Key, list[Outcome]]:
    found: dict[Key, list[Outcome]] = {}
    for outcome in outcomes:
        found.setdefault(key(outcome.case), []).append(outcome)
    return found


def _share(holds: list[bool]) -> str:
    return f"{100 * sum(holds) / len(holds):.1f}" if holds else "-"


if __name__ == "__main__":
    sys.exit(main())
