"""The rules that apply: nouns, and how they are come by; the shipped rules always apply."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from collector.cache import cached, keep
from collector.compiled import compiled
from collector.frozen import digest, frozen, thawed
from collector.redaction import detectors
from collector.redaction.detector import Detector
from collector.redaction.path_matcher import Matcher, Segment, Selector

PRIVATE = "private"
"""The detector of a private list."""
Replace = Literal["mask", "pseudonym", "remove"]
Strip = Literal["values", "entries"]

DENIED = compiled(r"(?i)PASS|SECRET|TOKEN|KEY|PWD|CRED|AUTH|DSN|DATA_SOURCE|COOKIE|SALT|PRIVATE|CERT_PEM")
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
    def is_private(self) -> bool:
        """Tell whether it is made of a private list, of which nothing is kept."""
        return self.detect is not None and self.detect.name == PRIVATE

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


_MADE = {kind.__name__: kind for kind in (RuleSet, Rule, RuleExample, Matcher, Segment, Selector)}
_HERE = Path(__file__)
_MADE_BY = (
    *(
        _HERE.with_name(name)
        for name in ("rules.py", "rules_file.py", "rules_model.py", "json_path.py", "path_matcher.py")
    ),
    *(_HERE.parent.with_name(name) for name in ("frozen.py", "lint.py", "pattern_parts.py", "strict_yaml")),
)


def load_rules(shipped: str, own: str | None = None, *, own_file: str = "", level: str | None = None) -> RuleSet:
    """Return the shipped rules and those of the owner's file, compiled; raise ConfigError with every problem.

    An example of the owner's that does not hold is one: the rule does not do what its owner believes.

    `level` (`standard` or `strict`) outranks the file's. Rules that were read before are kept by the digest of what
    they were made from.
    """
    name = f"rules-{digest(shipped, own or '', str(own is None), level or '', *_MADE_BY)}.json"
    if (content := cached(name)) is not None:
        try:
            rules: RuleSet = thawed(content, {**_MADE, "Detector": detectors.load().__getitem__})
        except ValueError:
            pass
        else:
            return rules
    from collector.redaction.rules_file import prove, read_rules  # noqa: PLC0415  YAML, JSONPath and pydantic are heavy

    rules = read_rules(shipped, own, own_file=own_file, level=level)
    if own is not None:
        prove(rules, own, own_file=own_file)
    keep(name, frozen(rules, {Detector: lambda detector: detector.name}))
    return rules
