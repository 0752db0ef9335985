"""A scalar of a document that goes as it is."""

from __future__ import annotations

from collector.redaction.leaves import Leaf
from collector.redaction.spans import Span


def whole(
    leaf: Leaf, rule: str, mark: str, action: str, *, learn: bool, traits: tuple[str, ...] = (), placed: bool = True
) -> Span:
    """Return the span of a whole scalar."""
    return Span(leaf.start, leaf.end, rule, "secret", mark, leaf.value, action, learn, traits, placed=placed)
