"""Writes the marks into the text, once, so that JSON stays JSON and YAML stays YAML."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction.detector import Ranges
from collector.redaction.documents import Document
from collector.redaction.marks import Pseudonyms
from collector.redaction.spans import Span, united


class Placed(NamedTuple):
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
        index = bisect_right(self.copied, offset, key=itemgetter(1)) - 1
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
    if document.kind in ("json", "text") and (document.items or document.further):
        spans, quoted = _whole_tokens(document, spans)
    plain: dict[int, tuple[int, str]] = {}
    if document.kind == "yaml":
        spans = list(_within_scalars(document, spans))
        plain = _plain_edits(document, spans)
    writer = _Writer(document.text, begin)
    placed: list[Placed] = []
    edits: list[tuple[int, int, Span | tuple[int, str]]] = [(span.start, 1, span) for span in spans]
    edits += [(at, 0, edit) for at, edit in plain.items()]
    for at, _, edit in sorted(edits, key=itemgetter(0, 1)):
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
    result: list[Span] = []
    quoted: set[int] = set()
    for span in spans:
        if bare := document.bare_at(span.start):
            start, end = bare
            result.append(span.at(start, end))
            quoted.add(start)
        else:
            result.append(span)
    return united(result) if quoted else result, quoted


_COMMENT = compiled(r"(?<!\S)#[^\r\n]*")
_INDICATORS = compiled(r"[\s\-?:,\[\]{}|>+'\"0-9]*")
_ESCAPES = {
    '"': compiled(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)"),
    "'": compiled("''"),
}


def _within_scalars(document: Document, spans: list[Span]) -> Iterator[Span]:
    """Yield what spans hold of scalars and comments: quotes, brackets and indentation are YAML's own."""
    text, leaves = document.text, document.leaves
    ends = [leaf.end for leaf in leaves]
    escapes = _escapes(document) if spans else []
    for span in spans:
        kept: list[tuple[int, int]] = []
        between = span.start
        for index in range(bisect_right(ends, span.start), len(leaves)):
            leaf = leaves[index]
            if leaf.start >= span.end:
                break
            if leaf.start < leaf.end:
                kept += _comments(text, between, leaf.start)
                kept.append(_with_whole(escapes, max(span.start, leaf.start), min(span.end, leaf.end)))
                between = leaf.end
        if kept:
            kept += _comments(text, between, span.end)
        elif not _INDICATORS.fullmatch(text, span.start, span.end):
            kept.append((span.start, span.end))
        yield from (span.at(start, end) for start, end in kept)


def _comments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _COMMENT.finditer(text, start, end)]


def _escapes(document: Document) -> Ranges:
    """Return where the escapes of quoted scalars stand, in order."""
    found: Ranges = []
    for leaf in document.leaves:
        if escape := _ESCAPES.get(document.text[leaf.start - 1 : leaf.start]):
            found += (match.span() for match in escape.finditer(document.text, leaf.start, leaf.end))
    return found


def _with_whole(escapes: Ranges, start: int, end: int) -> tuple[int, int]:
    """Return a range with the whole of an escape that it begins or ends in."""
    return _around(escapes, start)[0], _around(escapes, end)[1]


def _around(escapes: Ranges, at: int) -> tuple[int, int]:
    first, last = escapes[index] if (index := bisect_left(escapes, (at, 0)) - 1) >= 0 else (at, at)
    return (first, last) if at < last else (at, at)


def _plain_edits(document: Document, spans: list[Span]) -> dict[int, tuple[int, str]]:
    """Put plain scalars in quotes in which a mark would open a list: at their beginning, anywhere in brackets."""
    edits: dict[int, tuple[int, str]] = {}
    begins = [span.start for span in spans]
    for start, end in document.bare:
        inside = spans[bisect_left(begins, start) : bisect_left(begins, end)]
        if not inside or (inside[0].start != start and start not in document.flow):
            continue
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
