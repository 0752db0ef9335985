"""The search of the finished bytes for what this run removed, and for what is unmistakable anywhere.

It shares no code with the redactor. It blocks on exactly two things: the distinctive values of this run in any form,
and shapes that cannot be innocent. What merely looks odd is not its business.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from collector.bundle.literals import Literals
from collector.bundle.shapes import numbers_in_message_ids, shapes_in
from collector.bundle.unwrap import WorkBoundError, readings
from collector.model import KnownValues
from collector.sentence import Sentence

SHORTEST_TEXT = 8
"""Bytes from which a text is looked for with the others; a shorter one by itself."""
LONGEST_NUMBER = 15
# Below this many digits, groups that happen to stand side by side in a log make up known numbers by chance.
SHORTEST_GROUPED = 10

DIGIT_RUN = re.compile(rb"[0-9]{7,}")
GROUPED = re.compile(rb"(?<![0-9A-Za-z])\(?[0-9]{1,}(?:[ ().\-/]{1,2}[0-9]{1,}){1,}")
GROUP = re.compile(rb"[0-9]+")
BETWEEN = b" ().-/"
_VALUE = Sentence("known value")
_NUMBER = Sentence("known phone number")


@dataclass(frozen=True, slots=True)
class Residue:
    """Something sensitive that still stands in a member; never the value."""

    member: str
    """Not to be printed where `in_name` is true."""
    kind: str
    """`known value (base64)`, `known phone number (plain)`, `private key (plain)` and so on."""
    count: int
    in_name: bool = False

    @property
    def told(self) -> Sentence:
        """Return where it stands and what it is, in words."""
        place = Sentence("a member whose name holds it") if self.in_name else self.member
        return Sentence("{place}: {kind}", place=place, kind=self.kind)

    def __str__(self) -> str:
        return str(self.told)


@dataclass(frozen=True)
class Wanted:
    """The values of a run, laid out for one linear pass."""

    texts: Literals
    short: tuple[bytes, ...]
    numbers: Literals

    def __repr__(self) -> str:
        return "<Wanted: content withheld>"


def wanted(known: KnownValues) -> Wanted:
    """Lay out what this run removed for the search."""
    forms = [form for text in known.expose_texts() for form in _as_bytes(text)]
    return Wanted(
        Literals(form for form in forms if len(form) >= SHORTEST_TEXT),
        tuple(form for form in forms if len(form) < SHORTEST_TEXT),
        Literals(number.lstrip("0").encode() for number in known.expose_numbers()),
    )


def _as_bytes(text: str) -> Iterator[bytes]:
    yield text.encode("utf-8", "replace")
    if not text.isascii():
        # UTF-16 without a mark and without ASCII in it cannot be told from other bytes: look for the value itself.
        yield text.encode("utf-16-le", "replace")
        yield text.encode("utf-16-be", "replace")


def search(name: str, content: bytes, values: Wanted) -> tuple[Residue, ...]:
    """Return every residue in one member's name and bytes, in every encoded form; empty when it is safe to send."""
    in_name = _kinds(name.encode("utf-8", "replace"), values)
    in_content = _kinds(content, values)
    return (
        *(Residue(name, kind, count, in_name=True) for kind, count in sorted(in_name.items())),
        *(Residue(name, kind, count) for kind, count in sorted(in_content.items())),
    )


def _kinds(content: bytes, values: Wanted) -> Counter[str]:
    found: Counter[str] = Counter()
    try:
        for reading in readings(content):
            kinds = _in_reading(reading.content, values)
            found.update(Sentence("{kind} ({form})", kind=kind, form=reading.form) for kind in kinds)
    except WorkBoundError:
        found[Sentence("more encoded layers than may be searched")] += 1
    return found


def _in_reading(content: bytes, values: Wanted) -> Iterator[Sentence]:
    yield from (_VALUE for _ in set(values.texts.places(content)))
    yield from (_VALUE for value in values.short if value in content)
    if values.numbers:
        yield from (_NUMBER for _ in _numbers(content, values.numbers))
    yield from shapes_in(content)


def _numbers(content: bytes, numbers: Literals) -> Iterator[bytes]:
    for inside in map(str.encode, numbers_in_message_ids(content)):
        if inside in numbers:
            yield inside
    # Without what stands between the digits of a number a known one is one run: else there is none, grouped or not.
    if next(numbers.places(content.translate(None, BETWEEN)), None) is None:
        return
    for match in DIGIT_RUN.finditer(content):
        if match[0].lstrip(b"0") in numbers:
            yield match[0]
    for match in GROUPED.finditer(content):
        yield from _grouped(GROUP.findall(match[0]), numbers)


def _grouped(groups: list[bytes], numbers: Literals) -> Iterator[bytes]:
    for first in range(len(groups) - 1):
        joined = groups[first].lstrip(b"0")
        for group in groups[first + 1 : first + LONGEST_NUMBER]:
            joined += group
            if len(joined) > LONGEST_NUMBER:
                break
            if len(joined) >= SHORTEST_GROUPED and joined in numbers:
                yield joined
