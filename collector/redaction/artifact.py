"""One artifact's bytes through the engine: read as what they are, found, cleaned, or withheld with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from collector.model import Clean, CleanText, Raw, Redaction, Withheld
from collector.redaction import encoding
from collector.redaction.engine import Engine, Found
from collector.redaction.known import Known
from collector.sentence import Sentence

UNUSUAL_SHARE = 0.02
"""A learned text that would take more of everything read is reported, not applied."""
UNUSUAL_COUNT = 200


@dataclass(frozen=True, slots=True)
class Passed:
    """What became of one artifact: a clean one with its ledger, or a name withheld with the reason."""

    clean: Clean | None
    redactions: tuple[Redaction, ...] = ()
    withheld: Withheld | None = None
    note: str = ""


def find(engine: Engine, name: str, content: bytes) -> Found:
    """Return what the rules find in an artifact by themselves."""
    return engine.find(encoding.decode(content).text, name)


def clean(engine: Engine, content: bytes, found: Found, known: Known, name: CleanText) -> Passed:
    """Return the artifact clean under its clean name, or withheld where it is binary."""
    if is_binary(content):
        return Passed(None, withheld=Withheld(name, BINARY))
    cleaned, redactions = engine.clean(found, known, name)
    return Passed(Clean(name, encoding.decode(content).encode(cleaned)), redactions, note=found.document.note)


BINARY = Sentence("it is binary: nobody can say what it holds")


def is_text(raw: Raw) -> bool:
    """Tell whether what was read is a text, and not withheld as binary."""
    return not is_binary(raw.expose())


def is_binary(content: bytes) -> bool:
    """Tell whether bytes are no text: a zero byte in what cannot be read as UTF-16."""
    return b"\0" in content and encoding.decode(content).encoding == "utf-8"


def unusual(counts: Mapping[str, int], total: int) -> Iterator[tuple[str, int]]:
    """Yield the learned texts that would take an unusual share of `total` bytes: hostile text must not blank them."""
    for value, count in counts.items():
        if count > UNUSUAL_COUNT and count * len(value) > UNUSUAL_SHARE * total:
            yield value, count


def not_everywhere(count: int) -> Sentence:
    """Return what a reader must know of a learned text that is unusual."""
    return Sentence(
        "a learned value stands in {count} places, too many to be removed everywhere; "
        "it was removed where a rule finds it by itself; if it must go everywhere, put it into a private list",
        count=count,
    )
