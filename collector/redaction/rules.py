"""The rules file: YAML to a compiled RuleSet, every mistake at once; the shipped rules always apply."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from collector import lint, strict_yaml
from collector.errors import ConfigError, Problem
from collector.redaction import detectors
from collector.redaction.detector import Detector
from collector.redaction.paths import Matcher, PathError, compile_path

if TYPE_CHECKING:
    from collector.redaction.rules_model import RuleModel

Replace = Literal["mask", "pseudonym", "remove"]
Strip = Literal["values", "entries"]

DENIED = re.compile(r"(?i)PASS|SECRET|TOKEN|KEY|PWD|CRED|AUTH|DSN|DATA_SOURCE|COOKIE|SALT|PRIVATE|CERT_PEM")
"""An environment variable with such a name never keeps its value, whatever `keep` says."""


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A text and what becomes of it; `becomes` is None for a text that must stay as it is."""

    text: str
    becomes: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule: a detector, a pattern of the owner's, or a place in structured data."""

    name: str
    why: str
    replace: Replace
    detect: Detector | None = None
    match: re.Pattern[str] | None = None
    keywords: tuple[str, ...] = ()
    at: Matcher | None = None
    strip: Strip | None = None
    keep: frozenset[str] = frozenset()
    examples: tuple[RuleExample, ...] = field(default=(), repr=False)

    @property
    def kind(self) -> str:
        """Return what the rule does its work with, for lists: `detect phone`, `match`, `at $.path`."""
        if self.detect:
            return f"detect {self.detect.name}"
        return f"at {self.at.text}" if self.at else "match"

    @property
    def mark(self) -> str:
        """Return the type of mark the rule leaves."""
        if self.detect:
            return self.detect.mark
        return "env" if self.strip else self.name


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Every rule that applies, compiled; `digest` is of the files, a private list is not in it."""

    rules: tuple[Rule, ...]
    level: Literal["standard", "strict"]
    without: tuple[str, ...]
    digest: str

    def with_rule(self, rule: Rule) -> RuleSet:
        """Return the rules with one more."""
        return replace(self, rules=(*self.rules, rule))

    def only(self, name: str) -> RuleSet:
        """Return the rule of that name alone."""
        return replace(self, rules=tuple(rule for rule in self.rules if rule.name == name))

    @property
    def own_marks(self) -> tuple[str, ...]:
        """Return the marks of rules without a detector."""
        return tuple(sorted({rule.mark for rule in self.rules if not rule.detect}))


def load_rules(shipped: str, own: str | None = None, *, own_file: str = "", level: str | None = None) -> RuleSet:
    """Compile the shipped rules and a file of the owner's; raise ConfigError with every problem at its line.

    `level` (`standard` or `strict`) outranks the file's. A file's rules are added; `without` switches shipped
    rules off by name.
    """
    from collector.redaction.rules_model import RulesFile  # noqa: PLC0415  pydantic is heavy

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
            f"{len(problems)} problem(s) in the rules", cure="correct the lines shown", problems=tuple(problems)
        )
    final = _level(level or chosen or "standard")
    text = json.dumps([shipped, own, final], ensure_ascii=True)
    return RuleSet(tuple(rules), final, tuple(without), hashlib.sha256(text.encode()).hexdigest())


def _level(level: str) -> Literal["standard", "strict"]:
    if level == "standard":
        return "standard"
    if level == "strict":
        return "strict"
    raise ConfigError(f"there is no level {level!r}", cure="use standard or strict")


def _what_else(document: strict_yaml.Document, shipped: dict[str, Rule]) -> list[Problem]:
    """Return what is wrong in the well-formed parts of a file whose form is wrong elsewhere: all is told at once."""
    from collector.redaction.rules_model import LONGEST_PATTERN, RuleModel  # noqa: PLC0415  pydantic is heavy

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
            ("without", index), f"no shipped rule is named {name!r}{strict_yaml.did_you_mean(name, shipped)}"
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
            problems.append(document.problem((*at, "name"), f"the name {model.name!r} is taken"))
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
        problems.append(document.problem((*at, "detect"), f"there is no detector {model.detect!r}{hint}"))
    pattern = matcher = None
    if model.match is not None:
        problems += [document.problem((*at, "match"), message) for message in lint.complaints(model.match)]
        if not problems:
            pattern = re.compile(model.match)
    if model.at is not None:
        try:
            matcher = compile_path(model.at)
        except PathError as error:
            problems.append(document.problem((*at, "at"), str(error)))
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
