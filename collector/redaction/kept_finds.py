"""What was found in a part of a text, kept small until the part is cleaned: its lines and finds, packed."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass

from collector.redaction.detector import Ranges
from collector.redaction.spans import Span

_LEVEL = 1


@dataclass(frozen=True, slots=True, repr=False)
class KeptFinds:
    """The lines of a text that were worth reading and what was found there; without a text of its own in any log."""

    packed: bytes
    of: bytes
    """The digest of the text: in another one they say nothing."""

    @classmethod
    def pack(cls, text: str, worth: Ranges, spans: tuple[Span, ...]) -> KeptFinds:
        """Return what was found in a text, packed."""
        return cls(zlib.compress(json.dumps([worth, spans]).encode(), _LEVEL), _digest(text))

    def unpack(self, text: str) -> tuple[Ranges, tuple[Span, ...]] | None:
        """Return the lines and the finds; None where they are those of another text."""
        if _digest(text) != self.of:
            return None
        worth, spans = json.loads(zlib.decompress(self.packed))
        return [(start, end) for start, end in worth], tuple(map(_span, spans))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _span(row: list[object]) -> Span:
    span = Span(*row)  # type: ignore[arg-type]
    return span._replace(traits=tuple(span.traits), holds=span.holds and (span.holds[0], span.holds[1]))
