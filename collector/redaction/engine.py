"""One text through every rule: read, find, unite, write."""

from __future__ import annotations

from dataclasses import dataclass

from collector.model import Profile, Redaction
from collector.redaction import documents, ledger, structure
from collector.redaction.detector import Options
from collector.redaction.documents import Document
from collector.redaction.known import Known
from collector.redaction.marks import Pseudonyms, Recogniser
from collector.redaction.rules import RuleSet
from collector.redaction.scan import Scanner
from collector.redaction.spans import Span, outside, united
from collector.redaction.splice import splice


@dataclass(frozen=True, slots=True)
class Found:
    """A text's structure and what the rules found in it by themselves."""

    document: Document
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Engine:
    """Rules, key and profile; knows nothing from text to text."""

    scanner: Scanner
    pseudonyms: Pseudonyms
    recogniser: Recogniser
    profile: Profile | None

    @classmethod
    def of(cls, rules: RuleSet, key: bytes, profile: Profile | None, region: str | None) -> Engine:
        """Return an engine for the rules."""
        options = Options(strict=rules.level == "strict", region=region)
        return cls(Scanner(rules, options), Pseudonyms(key), Recogniser(rules.own_marks), profile)

    def find(self, text: str, name: str = "") -> Found:
        """Return everything the rules find in a text."""
        document = documents.read(text, name)
        found = list(self.scanner.spans(document.view))
        found += structure.spans(document, self.scanner.rules)
        if self.profile:
            found += structure.personal(document, self.profile, name, strict=self.scanner.options.strict)
        return Found(document, tuple(found))

    def learn(self, found: Found, known: Known) -> None:
        """Remember what is strong enough to be looked for elsewhere; marks of ours are no values."""
        for span in outside(found.spans, self.recogniser.find(found.document.text)):
            if span.learn:
                known.learn(span)

    def clean(self, found: Found, known: Known, member: str = "") -> tuple[str, tuple[Redaction, ...]]:
        """Return the clean text and its ledger."""
        document = found.document
        spans = [*found.spans, *known.spans(document.view)]
        spans = united(outside(spans, self.recogniser.find(document.text)))
        clean, placed = splice(document, spans, self.pseudonyms)
        return clean, ledger.rows(clean, placed, member, document.kind, self.pseudonyms)
