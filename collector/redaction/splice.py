"""Writes the marks into the text, once, so that JSON stays JSON and YAML stays YAML."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from collector.redaction.documents import Document
from collector.redaction.marks import Pseudonyms
from collector.redaction.spans import Span, united


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark and the offset in the clean text at which it begins."""

    span: Span
    mark: str
    offset: int


def mark_of(span: Span, pseudonyms: Pseudonyms) -> str:
    """Return what is written in the place of a span."""
    if span.action == "remove":
        return ""
    if span.kind == "secret" and span.action != "pseudonym":
        return f"[{span.mark}]"
    if span.action == "mask" or span.mark in ("secret", "env"):
        return f"[{span.mark}]"
    return pseudonyms.mark(span.mark, span.value)


@dataclass(frozen=True, slots=True)
class Spliced:
    """A clean text, where each mark stands in it, and which parts of it were copied (clean, original, length)."""

    text: str
    placed: tuple[Placed, ...]
    copied: tuple[tuple[int, int, int], ...]

    def original(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the original ranges of what is copied in a range of the clean text."""
        found = []
        index = max(0, bisect_right(self.copied, (start, len(self.text), 0)) - 1)
        while index < len(self.copied) and self.copied[index][0] < end:
            clean, origin, length = self.copied[index]
            first, last = max(start, clean), min(end, clean + length)
            if first < last:
                found.append((origin + first - clean, origin + last - clean))
            index += 1
        return found

    def place_of(self, offset: int) -> int:
        """Return where in the clean text what stood from an original offset on begins: after a mark it is inside of."""
        index = bisect_right(self.copied, offset, key=lambda copied: copied[1]) - 1
        if index >= 0:
            clean, origin, length = self.copied[index]
            if offset <= origin + length:
                return clean + offset - origin
        mark = bisect_left(self.placed, offset, key=lambda placed: placed.span.start)
        following = [self.placed[mark].offset] if mark < len(self.placed) else []
        following += [self.copied[index + 1][0]] if index + 1 < len(self.copied) else []
        return min(following, default=len(self.text))


class _Writer:
    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.parts: list[str] = []
        self.copied: list[tuple[int, int, int]] = []
        self.position = position
        self.length = 0

    def write(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)

    def copy_to(self, end: int) -> None:
        if end > self.position:
            self.copied.append((self.length, self.position, end - self.position))
            self.write(self.text[self.position : end])
            self.position = end


def splice(document: Document, spans: list[Span], pseudonyms: Pseudonyms, begin: int, end: int) -> Spliced:
    """Return a range of the text clean: every span in it replaced by its mark, everything else as it was."""
    quoted: set[int] = set()
    if document.kind in ("json", "lines"):
        spans, quoted = _whole_tokens(document, spans)
    plain = _plain_edits(document, spans) if document.kind == "yaml" else {}
    writer = _Writer(document.text, begin)
    placed: list[Placed] = []
    edits: list[tuple[int, int, Span | tuple[int, str]]] = [(span.start, 1, span) for span in spans]
    edits += [(at, 0, edit) for at, edit in plain.items()]
    for at, _, edit in sorted(edits, key=lambda e: e[:2]):
        writer.copy_to(at)
        if isinstance(edit, Span):
            mark = mark_of(edit, pseudonyms)
            quote = '"' if edit.start in quoted else ""
            placed.append(Placed(edit, mark, writer.length + len(quote)))
            writer.write(f"{quote}{mark}{quote}")
            writer.position = edit.end
        else:
            writer.write(edit[1])
            writer.position += edit[0]
    writer.copy_to(end)
    return Spliced("".join(writer.parts), tuple(placed), tuple(writer.copied))


def _whole_tokens(document: Document, spans: list[Span]) -> tuple[list[Span], set[int]]:
    """Widen spans in numbers and words of JSON, which go whole and become strings."""
    starts = [start for start, _ in document.bare]
    result: list[Span] = []
    quoted: set[int] = set()
    for span in spans:
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and span.start < document.bare[index][1]:
            start, end = document.bare[index]
            result.append(span._replace(start=start, end=end))
            quoted.add(start)
        else:
            result.append(span)
    return united(result), quoted


def _plain_edits(document: Document, spans: list[Span]) -> dict[int, tuple[int, str]]:
    """Put plain scalars that a mark begins in single quotes: the mark would open a list."""
    edits: dict[int, tuple[int, str]] = {}
    begins = {span.start: span for span in spans}
    for start, end in document.bare:
        if start not in begins:
            continue
        inside = [span for span in spans if start <= span.start < end]
        edits[start] = (0, "'")
        edits[end] = (0, "'")
        position = start
        for span in [*inside, None]:
            stop = span.start if span else end
            for at in range(position, stop):
                if document.text[at] == "'":
                    edits[at] = (1, "''")
            position = span.end if span else end
    return edits
