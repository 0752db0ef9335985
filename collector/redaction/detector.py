"""What a detector is: one kind of sensitive thing, how to find it in a text, and examples that prove it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["secret", "identity"]


class Hit(NamedTuple):
    """One find: half-open offsets, the canonical value its mark stands for, and whether to look for it elsewhere."""

    start: int
    end: int
    value: str
    learn: bool = False
    """Strong evidence: the same value is sensitive wherever it stands."""
    mark: str = ""
    """The mark's type where it differs from the detector's."""
    traits: tuple[str, ...] = ()
    holds: tuple[str, str] | None = None
    """Type and canonical value of what hides inside, for the ledger."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a detector may be told."""

    strict: bool = False
    """Take what `standard` leaves readable: private addresses, short host names."""
    region: str | None = None
    """ISO 3166 region whose national phone numbers are numbers without any other evidence."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what becomes of it: `gone` are the parts that must not survive; none: the text stays as it is."""

    text: str
    gone: tuple[str, ...] = ()


Ranges = list[tuple[int, int]]
"""Half-open ranges of whole lines, in order, the line end included."""


def alone(text: str, lines: Ranges) -> Ranges:  # noqa: ARG001
    """Return the lines themselves: what stands on them needs no other line to be found."""
    return lines


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a thing is written, and on which lines to look for it.

    `heads` stand on a line of everything that `find` yields: byte patterns without assertions and references, or
    patterns to make one of (`head_patterns.py`). They may match where nothing is found, never the other way round.
    `around` says which lines besides those `find` may need to see.
    """

    heads: Callable[[Options], tuple[str | re.Pattern[str], ...]] = field(repr=False)
    find: Callable[[str, Options], Iterator[Hit]] = field(repr=False)
    around: Callable[[str, Ranges], Ranges] = field(default=alone, repr=False)


@dataclass(frozen=True, slots=True)
class Detector:
    """One kind of sensitive thing, in every form it is written in."""

    name: str
    kind: Kind
    mark: str
    forms: tuple[Form, ...] = field(repr=False)
    examples: tuple[Example, ...] = field(repr=False)

    def find(self, text: str, options: Options) -> Iterator[Hit]:
        """Yield what is found in a text in any of the forms."""
        for form in self.forms:
            yield from form.find(text, options)
