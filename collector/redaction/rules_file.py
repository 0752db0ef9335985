"""The rules file: YAML to a compiled RuleSet, every mistake at once."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError

from collector import lint, strict_yaml
from collector.errors import CollectBundleError, ConfigError, Problem
from collector.redaction import detectors
from collector.redaction.examples import engine_for, own_examples
from collector.redaction.json_path import PathError, compile_path
from collector.redaction.rules import Replace, Rule, RuleExample, RuleSet
from collector.redaction.rules_model import LONGEST_PATTERN, RuleModel, RulesFile
from collector.sentence import Sentence

_NEVER_A_NAME = ("secret", "env")
Mistake = tuple[str, Sentence]
"""The key of a rule at which something is wrong, and what."""


def read_rules(shipped: str, own: str | None = None, *, own_file: str = "", level: str | None = None) -> RuleSet:
    """Compile the shipped rules and a file of the owner's; raise ConfigError with every problem at its line.

    `level` (`standard` or `strict`) outranks the file's. A file's rules are added; `without` switches shipped
    rules off by name.
    """
    base = _read(strict_yaml.parse(shipped, file="redaction_rules.yaml"), taken=())
    rules = [_compiled(model) for model in base.rules]
    without, chosen = base.without, base.level
    if own is not None:
        added = _read(strict_yaml.parse(own, file=own_file or "rules"), taken=[rule.name for rule in rules])
        rules = [rule for rule in rules if rule.name not in added.without] + [_compiled(m) for m in added.rules]
        without, chosen = (*without, *added.without), added.level or chosen
    final = _level(level or chosen or "standard")
    text = json.dumps([shipped, own, final], ensure_ascii=True)
    return RuleSet(tuple(rules), final, tuple(without), hashlib.sha256(text.encode()).hexdigest())


def prove(rules: RuleSet, own: str, *, own_file: str = "") -> None:
    """Run the examples of the owner's rules; raise ConfigError with every one that does not hold at its line."""
    document = strict_yaml.parse(own, file=own_file or "rules")
    written = strict_yaml.validate(document, RulesFile).rules
    compiled = {rule.name: rule for rule in rules.rules}
    engine = engine_for(rules)
    problems: list[Problem] = []
    for index, model in enumerate(written):
        try:
            results = own_examples(engine, compiled[model.name])
        except CollectBundleError as error:  # its pattern ran away
            problems.append(document.problem(("rules", index, "match"), error.what))
            continue
        problems += [
            document.problem(
                ("rules", index, "examples", number),
                Sentence(
                    "the example does not hold: expected {expected!r}, got {got!r}", expected=r.expected, got=r.got
                ),
            )
            for number, r in enumerate(results)
            if not r.ok
        ]
    if problems:
        raise strict_yaml.refused(document.file, problems)


def _level(level: str) -> Literal["standard", "strict"]:
    if level == "standard":
        return "standard"
    if level == "strict":
        return "strict"
    raise ConfigError("there is no level {level!r}", cure="use standard or strict", level=level)


def _read(document: strict_yaml.Document, taken: Collection[str]) -> RulesFile:
    """Return what a file says; raises ConfigError with what is wrong in its form and in its meaning."""
    try:
        file = strict_yaml.validate(document, RulesFile)
    except ConfigError as error:
        raise strict_yaml.refused(document.file, (*error.problems, *_readable(document).problems(taken))) from None
    whole = dict(enumerate(file.rules))
    if problems := list(_Read(document, whole, whole, dict(enumerate(file.without))).problems(taken)):
        raise strict_yaml.refused(document.file, problems)
    return file


@dataclass(frozen=True, slots=True)
class _Read:
    """What could be read of a file: of `rules` maybe only some keys, all of those that are `whole`."""

    document: strict_yaml.Document
    rules: Mapping[int, RuleModel]
    whole: Mapping[int, RuleModel]
    without: Mapping[int, str]

    def problems(self, taken: Collection[str]) -> Iterator[Problem]:
        """Yield what is wrong in the meaning of it; `taken` are the names of the shipped rules."""
        names = {*taken, *_NEVER_A_NAME}
        for index, model in self.rules.items():
            mistakes = [*_of_names(model, names), *_of_parts(model)]
            names.add(model.name)
            for key, message in (*mistakes, *(_of_the_whole(model) if index in self.whole else ())):
                yield self.document.problem(("rules", index, key), message)
        for index, name in self.without.items():
            if name not in taken:
                hint = strict_yaml.did_you_mean(name, taken)
                message = Sentence("no shipped rule is named {name!r}{hint}", name=name, hint=hint)
                yield self.document.problem(("without", index), message)


def _readable(document: strict_yaml.Document) -> _Read:
    """Return the well-formed parts of a file whose form is wrong elsewhere."""
    value = document.value if isinstance(document.value, dict) else {}
    listed, without = value.get("rules"), value.get("without")
    rows = [row if isinstance(row, dict) else {} for row in (listed if isinstance(listed, list) else [])]
    whole = {index: model for index, row in enumerate(rows) if (model := _whole(row)) is not None}
    rules = {index: whole.get(index) or _part(row, f"#{index}") for index, row in enumerate(rows)}
    names = {i: n for i, n in enumerate(without if isinstance(without, list) else []) if isinstance(n, str)}
    return _Read(document, rules, whole, names)


def _whole(row: Mapping[str, object]) -> RuleModel | None:
    try:
        return RuleModel.model_validate_json(json.dumps(row), strict=True)
    except ValidationError:
        return None


def _part(row: Mapping[str, object], unnamed: str) -> RuleModel:
    texts = {key: text for key, text in row.items() if isinstance(text, str)}
    known: dict[str, Any] = {
        key: texts[key] for key in ("detect", "match", "at") if 0 < len(texts.get(key, "")) <= LONGEST_PATTERN
    }
    return RuleModel.model_construct(name=texts.get("name", unnamed), **known)


def _of_names(model: RuleModel, taken: Collection[str]) -> Iterator[Mistake]:
    if model.name in taken:
        yield "name", Sentence("the name {name!r} is taken", name=model.name)


def _of_parts(model: RuleModel) -> Iterator[Mistake]:
    """Yield what is wrong with each part of a rule by itself."""
    if model.detect is not None and model.detect not in detectors.load():
        hint = strict_yaml.did_you_mean(model.detect, detectors.load())
        yield "detect", Sentence("there is no detector {detect!r}{hint}", detect=model.detect, hint=hint)
    if model.match is not None:
        yield from (("match", message) for message in lint.complaints(model.match))
    if model.at is not None:
        try:
            compile_path(model.at)
        except PathError as error:
            yield "at", error.why


def _of_the_whole(model: RuleModel) -> Iterator[Mistake]:
    """Yield what a rule lacks, and what does not go together."""
    if sum(way is not None for way in (model.detect, model.match, model.at)) != 1:
        yield "", Sentence("a rule has exactly one of detect, match, at")
        return
    if model.match is not None:
        yield from _of_a_match(model)
    elif model.keywords:
        yield "keywords", Sentence("keywords belong to a rule with match")
    if model.at is None and (model.strip or model.keep):
        yield "strip" if model.strip else "keep", Sentence("strip and keep belong to a rule with at")
    elif model.keep and not model.strip:
        yield "keep", Sentence("keep belongs to a rule with strip")


def _of_a_match(model: RuleModel) -> Iterator[Mistake]:
    if not model.keywords or not all(model.keywords):
        yield (
            "keywords",
            Sentence("a rule with match names keywords: literal parts, one of which stands in every match"),
        )
    changed = sum(example.becomes is not None for example in model.examples)
    if not changed or changed == len(model.examples):
        yield (
            "examples",
            Sentence("a rule with match carries at least one example that changes and one that does not"),
        )


def _compiled(model: RuleModel) -> Rule:
    detector = detectors.load()[model.detect] if model.detect is not None else None
    replace: Replace = model.replace or ("mask" if not detector or detector.kind == "secret" else "pseudonym")
    return Rule(
        model.name,
        model.why,
        replace,
        detector,
        re.compile(model.match) if model.match is not None else None,
        model.keywords,
        compile_path(model.at) if model.at is not None else None,
        model.strip,
        frozenset(model.keep),
        tuple(RuleExample(example.text, example.becomes) for example in model.examples),
    )
