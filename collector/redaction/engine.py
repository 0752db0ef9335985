"""One text through every rule: read, find, unite, write."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from collector.model import Profile, Redaction
from collector.redaction import beside, documents, ledger, structure
from collector.redaction.detector import Options, Ranges
from collector.redaction.documents import Document
from collector.redaction.heads import covers, everywhere
from collector.redaction.json_tokens import NotJsonError
from collector.redaction.kept_finds import KeptFinds
from collector.redaction.known import Known
from collector.redaction.leaves import Path
from collector.redaction.marks import Pseudonyms, Recogniser
from collector.redaction.rules import RuleSet
from collector.redaction.scan import Reading, Scanner, Seen
from collector.redaction.spans import Span, outside, united
from collector.redaction.splice import Placed, Spliced, splice
from collector.redaction.uncollected import without_collection
from collector.redaction.views import whole

MAX_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A text's structure, its readings, and what the rules found in it by themselves."""

    document: Document
    readings: tuple[Reading, ...]
    """None of a document in parts: they are made again, part by part."""
    spans: tuple[Span, ...]
    marks: Ranges
    """Where marks of ours stand in the text; they are no values."""


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

    @without_collection
    def find(self, text: str, name: str = "") -> Found:
        """Return everything the rules find in a text, read as what it is."""
        seen: list[Seen] = []

        def worth(text: str) -> Ranges:
            seen[:] = [self.scanner.see(text)]
            return seen[0].worth

        try:
            return self._found(documents.read(text, name, worth), name, *seen)
        except NotJsonError as error:
            return self._found(documents.read_otherwise(text, name, worth, error), name, *seen)

    @without_collection
    def find_in_lines(self, text: str) -> Found:
        """Return everything the rules find in a text that is a part of a larger one: lines, and lines of JSON."""
        seen = self.scanner.see(text)
        return self._found(documents.lines(text, seen.worth), "", seen)

    @without_collection
    def find_again(self, text: str, kept: KeptFinds) -> Found:
        """Return what was found in such a part before; in another text than that one, what is found now."""
        unpacked = kept.unpack(text)
        if unpacked is None:
            return self.find_in_lines(text)
        worth, spans = unpacked
        document = documents.lines(text, worth)
        return Found(document, tuple(self.scanner.decoded(document.view)), spans, self.recogniser.find(text))

    def _found(self, document: Document, name: str, seen: Seen | None = None) -> Found:
        readings, spans = self._spans(document, name, seen)
        return Found(document, () if document.parts else readings, tuple(spans), self.recogniser.find(document.text))

    def _spans(self, document: Document, name: str, seen: Seen | None = None) -> tuple[tuple[Reading, ...], list[Span]]:
        """Return the readings of the last part of a document and what is found in all of them."""
        found: list[Span] = []
        readings: tuple[Reading, ...] = ()
        for piece in document.pieces:
            moved = seen.moved(piece.places) if seen and piece.places is not None else None
            readings = tuple(self.scanner.readings(piece.view, moved))
            found += self.scanner.spans(readings)
            found += structure.spans(piece, self.scanner.rules)
            if self.profile:
                found += structure.personal(piece, self.profile, name, strict=self.scanner.options.strict)
        return readings, found

    def learn(self, found: Found, known: Known) -> None:
        """Remember what is strong enough to be looked for elsewhere."""
        for span in self.learnable(found):
            known.learn(span)

    def learnable(self, found: Found) -> tuple[Span, ...]:
        """Return, in order, what is strong enough to be looked for elsewhere."""
        learned = outside((span for span in found.spans if span.learn), found.marks)
        # Of several rules that found a value, the first in the text names it, however the text was read.
        return tuple(sorted(learned, key=attrgetter("start")))

    @without_collection
    def clean(self, found: Found, known: Known, member: str = "") -> tuple[str, tuple[Redaction, ...]]:
        """Return the clean text and its ledger."""
        if found.document.parts:
            return self._clean_in_parts(found, known, member)
        spliced = self.spliced(found, known, member)
        if found.document.kind == "json":
            rows = ledger.rows_of_json(found.document, spliced, member, self.pseudonyms, {})
        else:
            rows = ledger.rows(spliced.text, spliced.placed, member, self.pseudonyms)
        return spliced.text, rows

    def _clean_in_parts(self, found: Found, known: Known, member: str) -> tuple[str, tuple[Redaction, ...]]:
        text, marks = found.document.text, found.marks
        ordered = sorted(found.spans, key=attrgetter("start"))
        clean: list[str] = []
        rows: list[Redaction] = []
        renamed: dict[Path, str] = {}
        begin = first = 0
        for part in found.document.parts:
            end = part.items[-1].end + 1  # with what closes the last of them
            last = bisect_left(ordered, end, key=attrgetter("start"))
            spans = [*ordered[first:last], *known.spans(self.scanner.decoded(part.view))]
            spliced = self._settled(part, (begin, end), outside(spans, marks), marks, member)
            rows += ledger.rows_of_json(part, spliced, member, self.pseudonyms, renamed)
            clean.append(spliced.text)
            begin, first = end, last
        return "".join([*clean, text[begin:]]), tuple(rows)

    @without_collection
    def spliced(self, found: Found, known: Known, member: str = "") -> Spliced:
        """Return the clean text with where its marks stand and what of it was copied from where."""
        document = found.document
        learned = list(known.spans(found.readings))
        if unread := self._unread(document, known):
            further = documents.lines(document.text, unread)
            learned += known.spans(self.scanner.decoded(further.view))
            document = documents.with_further(document, further)
        spans = outside([*found.spans, *learned], found.marks)
        return self._settled(document, (0, len(document.text)), spans, found.marks, member)

    def _settled(
        self, document: Document, within: tuple[int, int], spans: list[Span], marks: Ranges, member: str
    ) -> Spliced:
        """Return a range of the text without the spans, and without what is found once their marks stand there."""
        spans = united(spans)
        spliced = splice(document, spans, self.pseudonyms, *within)
        new = spliced.placed
        for _ in range(MAX_ROUNDS):
            more = outside(self._beside_marks(new, spliced, document, member), marks)
            if not more:
                break
            spans, before = united([*spans, *more]), {placed.span[:2] for placed in spliced.placed}
            spliced = splice(document, spans, self.pseudonyms, *within)
            new = tuple(placed for placed in spliced.placed if placed.span[:2] not in before)
        return spliced

    def _unread(self, document: Document, known: Known) -> Ranges:
        """Return the lines with a known value that were not worth reading for anything else."""
        if document.worth is None:
            return []
        read = list(document.worth)
        return [line for line in known.lines(document.text) if not covers(read, *line)]

    def _beside_marks(self, marks: Sequence[Placed], spliced: Spliced, document: Document, member: str) -> list[Span]:
        """Return what the rules find once the marks stand there: a mark may end or begin what was no word before.

        Without this a second run would find what the first one did not.
        """
        if not marks:
            return []
        if document.kind == "text":
            near = beside.lines_near(document, spliced, marks)
            # Nearly all of these lines were worth it: to look which are costs more.
            _, found = self._spans(documents.lines(near.text, everywhere(near.text)), "")
        elif document.kind == "json" and (leaves := beside.leaves_near(document, spliced)) is not None:
            near = whole(spliced.text)
            _, found = self._spans(leaves, member)
        else:
            near = whole(spliced.text)
            found = list(self.find(near.text, member).spans)
        return [
            span.at(start, end)
            for span in self._outside_marks(found, near.text)
            for first, last in near.original(span.start, span.end)
            for start, end in spliced.original(first, last)
        ]

    def _outside_marks(self, spans: Sequence[Span], text: str) -> list[Span]:
        if not spans:
            return []
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        start, end = max(text.rfind("[", 0, first), 0), text.find("]", last) + 1 or len(text)
        return outside(spans, [(start + a, start + b) for a, b in self.recogniser.find(text[start:end])])
