"""What each rule does with given texts: how often it finds, how long it takes, and what else finds the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from collector.model import Raw
from collector.redaction import documents, encoding, structure
from collector.redaction.detector import Options
from collector.redaction.documents import Document
from collector.redaction.heads import everywhere
from collector.redaction.json_tokens import NotJsonError
from collector.redaction.rules import RuleSet
from collector.redaction.scan import Scanner
from collector.redaction.spans import Span


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """One rule over all texts: it looked at so many lines, found so much, and so much of that others find, too."""

    rule: str
    looked: int
    hits: int
    shared: int
    seconds: float

    @property
    def is_dead(self) -> bool:
        """Tell whether it found nothing anywhere."""
        return self.hits == 0


def coverage(
    raws: Iterable[Raw], rules: RuleSet, *, clock: Callable[[], float], region: str | None = None
) -> tuple[RuleCoverage, ...]:
    """Return what every rule did with the texts, in the order of the rules; `clock` counts seconds."""
    names = [rule.name for rule in rules.rules]
    looked, hits, shared = (dict.fromkeys(names, 0) for _ in range(3))
    seconds = dict.fromkeys(names, 0.0)
    alone = {rule.name: Scanner(rules.only(rule.name), _options(rules, region)) for rule in rules.rules}
    for raw in raws:
        text = encoding.decode(raw.expose()).text
        found: dict[str, list[Span]] = {}
        for name, scanner in alone.items():
            scanner.lines(text)  # compiles what is compiled once
            started = clock()
            document, spans = _read(text, raw.expose_name(), scanner)
            seconds[name] += clock() - started
            found[name] = [span for span in spans if span.rule == name]
            worth = everywhere(text) if document.worth is None else document.worth
            looked[name] += sum(text.count("\n", start, end) or 1 for start, end in worth)
        for name, spans in found.items():
            others = sorted((s.start, s.end) for other, those in found.items() if other != name for s in those)
            places = {(span.start, span.end) for span in spans}
            hits[name] += len(places)
            shared[name] += sum(any(a < end and start < b for a, b in others) for start, end in places)
    return tuple(RuleCoverage(n, looked[n], hits[n], shared[n], seconds[n]) for n in names)


def _read(text: str, name: str, scanner: Scanner) -> tuple[Document, list[Span]]:
    try:
        document = documents.read(text, name, scanner.lines)
        return document, _spans(document, scanner)
    except NotJsonError as error:
        document = documents.read_otherwise(text, name, scanner.lines, error)
        return document, _spans(document, scanner)


def _spans(document: Document, scanner: Scanner) -> list[Span]:
    found: list[Span] = []
    for piece in document.pieces:
        found += scanner.spans(scanner.readings(piece.view))
        found += structure.spans(piece, scanner.rules)
    return found


def _options(rules: RuleSet, region: str | None) -> Options:
    return Options(strict=rules.level == "strict", region=region)
