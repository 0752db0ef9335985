"""The private list: names that only their owner knows to be sensitive, and that stand in no message and no bundle."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from collector.compiled import compiled
from collector.errors import ConfigError, Problem
from collector.language import message
from collector.redaction.detector import Detector, Form, Hit, Options
from collector.redaction.head_patterns import literal
from collector.redaction.rules import PRIVATE, Rule
from collector.sentence import Sentence

NAME = "private-list"
MOST_NAMES = 100_000
LONGEST_NAME = 200
SHORTEST_NAME = 3
# Scripts without blanks between words: each of their letters is one, so that a name is found among others.
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_MARKS = r"\u0300-\u036f"
_WORD = compiled(rf"[{_UNSPACED}]|(?:[A-Za-z0-9]+|(?![{_UNSPACED}])[^\W_]|[{_MARKS}])+")
_BETWEEN = compiled(r"[ \t_\-.,&'\u2019+/]{0,3}")

Words = tuple[str, ...]


def private_rule(text: str, *, file: str) -> Rule:
    """Return the rule that removes every name of a list, one a line; `#` begins a comment.

    A name of several words is found with whatever joins them (`Acme Corp`, `acme-corp`, `AcmeCorp`), in either case,
    and never inside another word. Raises ConfigError that names lines, never what stands on them.
    """
    names: dict[Words, None] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        words = tuple(filter(None, map(_folded, _WORD.findall(name))))
        if len("".join(words)) < SHORTEST_NAME or len(name) > LONGEST_NAME:
            problems.append(
                Problem(
                    file,
                    number,
                    1,
                    Sentence(
                        "a name has {shortest} letters or digits to {longest} characters",
                        shortest=SHORTEST_NAME,
                        longest=LONGEST_NAME,
                    ),
                )
            )
        names[words] = None
    if len(names) > MOST_NAMES:
        problems.append(Problem(file, 1, 1, Sentence("more than {count:,} names", count=MOST_NAMES)))
    if problems:
        raise ConfigError("{file} is not usable", cure="correct the lines named", problems=tuple(problems), file=file)
    return Rule(NAME, message("names that their owner listed as private"), "pseudonym", _detector(tuple(names)))


def _folded(word: str) -> str:
    """Return a word in small letters without marks, which a machine may have left out."""
    if word.isascii():
        return word.lower()
    plain = (char for char in unicodedata.normalize("NFD", word.casefold()) if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", "".join(plain))


@dataclass(slots=True)
class _Names:
    """What names go on with after the same words, and the name that ends there, if one does."""

    following: dict[str, _Names] = field(default_factory=dict)
    canonical: str = ""

    def add(self, words: Words, canonical: str) -> None:
        node = self
        for word in words:
            node = node.following.setdefault(word, _Names())
        node.canonical = node.canonical or canonical


def _detector(names: tuple[Words, ...]) -> Detector:
    listed = _Names()
    for words in sorted(names, key=len, reverse=True):
        canonical = " ".join(words)
        listed.add(words, canonical)
        listed.add(("".join(words),), canonical)

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        done = 0
        for match in _WORD.finditer(text):
            if match.start() >= done and (longest := _longest(text, match, listed)):
                done, canonical = longest
                yield Hit(match.start(), done, canonical, learn=True)

    # Letters with marks are none of ASCII.
    heads = (*(f"(?i){literal(word)}" for word in listed.following if word.isascii()), r"[\x80-\xff]")
    return Detector(PRIVATE, "identity", "private", (Form(lambda _: heads, find),), ())


def _longest(text: str, word: re.Match[str] | None, names: _Names) -> tuple[int, str] | None:
    """Return the end of the longest name that begins with a word, and how the list spells it."""
    found = None
    while word and (after := names.following.get(_folded(word.group()))):
        names = after
        if names.canonical:
            found = word.end(), names.canonical
        gap = _BETWEEN.match(text, word.end())
        word = _WORD.match(text, gap.end() if gap else word.end())
    return found
