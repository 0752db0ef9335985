"""One reading of a text by every rule: all views, all detectors, encoded tokens, spans over the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collector.redaction import decode, opaque
from collector.redaction.detector import Hit, Options
from collector.redaction.rules import Rule, RuleSet
from collector.redaction.spans import Span
from collector.redaction.views import View, whole

MAX_NESTING = 4


@dataclass(frozen=True, slots=True)
class Scanner:
    """Every rule that reads text, with its options."""

    rules: RuleSet
    options: Options

    def spans(self, view: View, depth: int = 0) -> Iterator[Span]:
        """Yield what the rules find in the view and in everything it encodes; ranges are of the original."""
        for reading in decode.views(view):
            for rule in self.rules.rules:
                yield from self._by_rule(rule, reading)
            yield from self._opaque(reading, depth)
            for start, end in decode.undecoded(reading):
                for first, last in reading.original(start, end):
                    yield Span(first, last, "encoded-too-deep", "secret", "secret", reading.text[start:end], "mask")

    def _by_rule(self, rule: Rule, view: View) -> Iterator[Span]:
        if rule.detect:
            for hit in rule.detect.find(view.text, self.options):
                for start, end in view.original(hit.start, hit.end):
                    yield _span(rule, hit, start, end)
        elif rule.match and any(keyword in view.text for keyword in rule.keywords):
            for match in rule.match.finditer(view.text):
                for start, end in view.original(*match.span()):
                    yield Span(start, end, rule.name, "secret", rule.name, match.group(), rule.replace)

    def _opaque(self, view: View, depth: int) -> Iterator[Span]:
        for start, end, content in opaque.tokens(view.text):
            inner = self._inside(content, depth)
            if inner is None:
                continue
            for first, last in view.original(start, end):
                yield Span(
                    first, last, inner.rule, inner.kind,
                    "secret" if inner.kind == "secret" else "encoded", view.text[start:end], "pseudonym",
                    holds=None if inner.kind == "secret" else (inner.mark, inner.value),
                )  # fmt: skip

    def _inside(self, content: str, depth: int) -> Span | None:
        if depth >= MAX_NESTING:
            return Span(0, 1, "encoded", "secret", "secret", "") if next(opaque.tokens(content), None) else None
        found = sorted(self.spans(whole(content), depth + 1), key=lambda s: (s.kind != "secret", s.start))
        return found[0] if found else None


def _span(rule: Rule, hit: Hit, start: int, end: int) -> Span:
    detector = rule.detect
    assert detector is not None  # noqa: S101
    mark = hit.mark or detector.mark
    return Span(start, end, rule.name, detector.kind, mark, hit.value, rule.replace, hit.learn, hit.traits, hit.holds)
