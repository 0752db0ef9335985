"""Writes the marks into the text, once, so that JSON stays JSON and YAML stays YAML."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

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


def splice(document: Document, spans: list[Span], pseudonyms: Pseudonyms) -> tuple[str, list[Placed]]:
    """Return the clean text and where each mark stands in it."""
    if document.kind in ("json", "lines"):
        spans, quoted = _whole_tokens(document, spans)
    else:
        quoted = set()
    plain = _plain_edits(document, spans) if document.kind == "yaml" else {}
    parts: list[str] = []
    placed: list[Placed] = []
    position = length = 0
    text = document.text

    def write(part: str) -> None:
        nonlocal length
        parts.append(part)
        length += len(part)

    edits = sorted(
        [(s.start, 1, s) for s in spans] + [(at, 0, edit) for at, edit in plain.items()], key=lambda e: e[:2]
    )
    for start, _, edit in edits:
        write(text[position:start])
        position = start
        if isinstance(edit, Span):
            mark = mark_of(edit, pseudonyms)
            placed.append(Placed(edit, mark, length))
            write(f'"{mark}"' if edit.start in quoted else mark)
            position = edit.end
        else:
            skip, insert = edit
            write(insert)
            position += skip
    write(text[position:])
    return "".join(parts), placed


def _whole_tokens(document: Document, spans: list[Span]) -> tuple[list[Span], set[int]]:
    """A number or a word of JSON goes whole and becomes a string."""
    starts = [start for start, _ in document.bare]
    result: list[Span] = []
    quoted: set[int] = set()
    for span in spans:
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and span.start < document.bare[index][1]:
            start, end = document.bare[index]
            result.append(replace(span, start=start, end=end))
            quoted.add(start)
        else:
            result.append(span)
    return united(result), quoted


def _plain_edits(document: Document, spans: list[Span]) -> dict[int, tuple[int, str]]:
    """A mark at the beginning of a plain scalar would open a list: such a scalar is put in single quotes."""
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
