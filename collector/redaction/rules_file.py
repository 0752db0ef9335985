"""The rules file: YAML to a compiled RuleSet, every mistake at once."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, Literal

from collector import lint, strict_yaml
from collector.errors import ConfigError, Problem
from collector.redaction import detectors
from collector.redaction.detector import Detector
from collector.redaction.paths import PathError, compile_path
from collector.redaction.rules import Replace, Rule, RuleExample, RuleSet
from collector.redaction.rules_model import LONGEST_PATTERN, RuleModel, RulesFile
from collector.sentence import Sentence


def read_rules(shipped: str, own: str | None = None, *, own_file: str = "", level: str | None = None) -> RuleSet:
    """Compile the shipped rules and a file of the owner's; raise ConfigError with every problem at its line.

    `level` (`standard` or `strict`) outranks the file's. A file's rules are added; `without` switches shipped
    rules off by name.
    """
    ours = strict_yaml.parse(shipped, file="redaction_rules.yaml")
    base = strict_yaml.validate(ours, RulesFile)
    problems, rules = _compiled(ours, dict(enumerate(base.rules)), taken={})
    without: tuple[str, ...] = base.without
    chosen = base.level
    if own is not None:
        document = strict_yaml.parse(own, file=own_file or "rules")
        shipped_names = {rule.name: rule for rule in rules}
        try:
            added = strict_yaml.validate(document, RulesFile)
        except ConfigError as error:
            found = (*error.problems, *_what_else(document, shipped_names))
            raise strict_yaml.refused(document.file, found) from None
        more_problems, more = _compiled(document, dict(enumerate(added.rules)), taken=shipped_names)
        problems += more_problems + _unknown(document, dict(enumerate(added.without)), shipped_names)
        rules = [rule for rule in rules if rule.name not in added.without] + more
        without, chosen = (*without, *added.without), added.level or chosen
    if problems:
        raise ConfigError(
            "{count} problem(s) in the rules",
            cure="correct the lines shown",
            problems=tuple(problems),
            count=len(problems),
        )
    final = _level(level or chosen or "standard")
    text = json.dumps([shipped, own, final], ensure_ascii=True)
    return RuleSet(tuple(rules), final, tuple(without), hashlib.sha256(text.encode()).hexdigest())


def _level(level: str) -> Literal["standard", "strict"]:
    if level == "standard":
        return "standard"
    if level == "strict":
        return "strict"
    raise ConfigError("there is no level {level!r}", cure="use standard or strict", level=level)


def _what_else(document: strict_yaml.Document, shipped: dict[str, Rule]) -> list[Problem]:
    """Return what is wrong in the well-formed parts of a file whose form is wrong elsewhere: all is told at once."""
    value = document.value if isinstance(document.value, dict) else {}
    models: dict[int, RuleModel] = {}
    rules, without = value.get("rules"), value.get("without")
    for index, rule in enumerate(rules if isinstance(rules, list) else []):
        texts = {key: text for key, text in rule.items() if isinstance(text, str)} if isinstance(rule, dict) else {}
        known: dict[str, Any] = {
            key: texts[key] for key in ("detect", "match", "at") if 0 < len(texts.get(key, "")) <= LONGEST_PATTERN
        }
        models[index] = RuleModel.model_construct(name=texts.get("name", f"#{index}"), **known)
    names = {i: n for i, n in enumerate(without if isinstance(without, list) else []) if isinstance(n, str)}
    return [*_compiled(document, models, taken=shipped)[0], *_unknown(document, names, shipped)]


def _unknown(document: strict_yaml.Document, without: dict[int, str], shipped: dict[str, Rule]) -> list[Problem]:
    return [
        document.problem(
            ("without", index),
            Sentence(
                "no shipped rule is named {name!r}{hint}", name=name, hint=strict_yaml.did_you_mean(name, shipped)
            ),
        )
        for index, name in without.items()
        if name not in shipped
    ]


def _compiled(
    document: strict_yaml.Document, models: dict[int, RuleModel], taken: dict[str, Rule]
) -> tuple[list[Problem], list[Rule]]:
    known = detectors.load()
    problems: list[Problem] = []
    rules: list[Rule] = []
    names = set(taken) | {"secret", "env"}
    for index, model in models.items():
        at = ("rules", index)
        if model.name in names:
            problems.append(document.problem((*at, "name"), Sentence("the name {name!r} is taken", name=model.name)))
        names.add(model.name)
        made = _rule(document, at, model, known)
        problems += made if isinstance(made, list) else []
        rules += [made] if isinstance(made, Rule) else []
    return problems, rules


def _rule(
    document: strict_yaml.Document, at: tuple[str | int, ...], model: RuleModel, known: dict[str, Detector]
) -> Rule | list[Problem]:
    problems: list[Problem] = []
    detector = known.get(model.detect) if model.detect else None
    if model.detect and not detector:
        hint = strict_yaml.did_you_mean(model.detect, known)
        problems.append(
            document.problem(
                (*at, "detect"), Sentence("there is no detector {detect!r}{hint}", detect=model.detect, hint=hint)
            )
        )
    pattern = matcher = None
    if model.match is not None:
        problems += [document.problem((*at, "match"), message) for message in lint.complaints(model.match)]
        if not problems:
            pattern = re.compile(model.match)
    if model.at is not None:
        try:
            matcher = compile_path(model.at)
        except PathError as error:
            problems.append(document.problem((*at, "at"), error.why))
    if problems:
        return problems
    replace: Replace = model.replace or ("mask" if not detector or detector.kind == "secret" else "pseudonym")
    examples = tuple(RuleExample(e.text, e.becomes) for e in model.examples)
    return Rule(
        model.name,
        model.why,
        replace,
        detector,
        pattern,
        model.keywords,
        matcher,
        model.strip,
        frozenset(model.keep),
        examples,
    )
