"""Which value of an original has a mark: for the owner of the original and of the key, never for a bundle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from collector.model import Raw, RawText
from collector.redaction import encoding
from collector.redaction.documents import position
from collector.redaction.engine import Engine
from collector.redaction.rules import RuleSet
from collector.redaction.spans import united
from collector.redaction.splice import mark_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value with the mark stands: the original's name, line and column from 1, and the value."""

    file: RawText
    at: str
    value: RawText


def places(mark: str, raws: Iterable[Raw], rules: RuleSet, *, key: bytes, region: str | None = None) -> Iterator[Place]:
    """Yield every place of originals that the rules and the key give this mark."""
    engine = Engine.of(rules, key, None, region)
    for raw in raws:
        text = encoding.decode(raw.expose()).text
        for span in united(engine.find(text, raw.expose_name()).spans):
            if mark_of(span, engine.pseudonyms) == mark:
                name, value = RawText(raw.expose_name()), RawText(text[span.start : span.end])
                yield Place(name, position(text, span.start), value)
