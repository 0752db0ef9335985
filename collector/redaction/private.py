"""The private list: names that only their owner knows to be sensitive, and that stand in no message and no bundle."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from collector.errors import ConfigError, Problem
from collector.language import message
from collector.redaction.detector import Detector, Form, Hit, Options
from collector.redaction.head_patterns import literal
from collector.redaction.rules import Rule
from collector.sentence import Sentence

NAME = "private-list"
MOST_NAMES = 100_000
LONGEST_NAME = 200
SHORTEST_NAME = 3
# Scripts without blanks between words: each of their letters is one, so that a name is found among others.
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_MARKS = r"\u0300-\u036f"
_WORD = re.compile(rf"[{_UNSPACED}]|(?:[A-Za-z0-9]+|(?![{_UNSPACED}])[^\W_]|[{_MARKS}])+")
_BETWEEN = re.compile(r"[ \t_\-.,&'\u2019+/]{0,3}")

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
        words = tuple(map(_folded, _WORD.findall(name)))
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


def _detector(names: tuple[Words, ...]) -> Detector:
    by_first: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for words in sorted(names, key=len, reverse=True):
        canonical = " ".join(words)
        by_first[words[0]].append((words, canonical))
        if len(words) > 1:
            by_first["".join(words)].append((("".join(words),), canonical))

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        done = 0
        for match in _WORD.finditer(text):
            for words, canonical in by_first.get(_folded(match.group()), ()) if match.start() >= done else ():
                end = _end(text, match.end(), words[1:])
                if end:
                    done = end
                    yield Hit(match.start(), end, canonical, learn=True)
                    break

    # Letters with marks are none of ASCII.
    heads = (*(f"(?i){literal(word)}" for word in by_first if word.isascii()), r"[\x80-\xff]")
    return Detector("private", "identity", "private", (Form(lambda _: heads, find),), ())


def _end(text: str, position: int, words: Words) -> int:
    """Return where the rest of a name ends; 0 where it does not follow."""
    for word in words:
        gap = _BETWEEN.match(text, position)
        following = _WORD.match(text, gap.end() if gap else position)
        if not following or _folded(following.group()) != word:
            return 0
        position = following.end()
    return position
