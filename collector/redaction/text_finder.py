"""Finds many texts at once with the standard library alone: only where a word stands that holds a part of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Ranges

AT_ONCE = 1 << 14
"""Bytes whose words are looked at together."""
_PART = re.compile(rb"[0-9A-Za-z._@\-\x80-\xff]+")
_GRAMS = (8, 5, 3)
"""Lengths of beginnings of parts that are looked up; a text with no part of the shortest is looked for by itself."""


class TextFinder:
    """Texts, each known by the longest part of it that a word of a log can hold."""

    def __init__(self) -> None:
        self._alone: list[bytes] = []
        self._by_length = {length: _Parts(length) for length in _GRAMS}
        self._table = bytearray(b" " * 256)
        self._longest = 0

    def add(self, text: bytes) -> None:
        """Look for a text, too."""
        part = max(_PART.findall(text), key=len, default=b"")
        length = next((length for length in _GRAMS if length <= len(part)), 0)
        if length:
            self._by_length[length].add(part, text)
            for byte in part:
                self._table[byte] = byte
            self._longest = max(self._longest, len(text))
        elif text:
            self._alone.append(text)

    def places(self, data: bytes) -> Ranges:
        """Return where each of the texts stands, in order."""
        found = {place for text in self._alone for place in _each(data, text, 0, len(data))}
        words = data.translate(bytes(self._table)) if self._longest else b""
        held: dict[bytes, set[bytes]] = {}
        nothing: set[bytes] = set()
        for start, end in word_chunks(words):
            here = set(words[start:end].split()) - nothing
            new = here - held.keys()
            joined = b" " + b" ".join(new) + b" "
            for parts in self._by_length.values():
                for part, text in parts.held(joined):
                    for word in _words_with(joined, part):
                        held.setdefault(word, set()).add(text)
            nothing |= new - held.keys()
            texts = {text for word in here & held.keys() for text in held[word]}
            # A text goes on beyond the word that tells of it.
            first, last = max(0, start - self._longest), end + self._longest
            found.update(place for text in texts for place in _each(data, text, first, last))
        return sorted(found)


class _Parts:
    """Parts of texts by their first bytes."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._by_gram: dict[bytes, list[tuple[bytes, bytes]]] = {}
        self._table = bytearray(b" " * 256)

    def add(self, part: bytes, text: bytes) -> None:
        self._by_gram.setdefault(part[: self._length], []).append((part, text))
        for byte in part:
            self._table[byte] = byte

    def held(self, words: bytes) -> set[tuple[bytes, bytes]]:
        """Return the parts that some words hold, with their texts."""
        length, by_gram = self._length, self._by_gram
        if not by_gram:
            return set()
        long_enough = {word for word in words.translate(bytes(self._table)).split() if len(word) >= length}
        joined = b" ".join(long_enough)
        grams = {joined[place : place + length] for place in range(len(joined) - length + 1)}
        return {one for gram in grams & by_gram.keys() for one in by_gram[gram] if one[0] in joined}


def _words_with(words: bytes, part: bytes) -> Iterator[bytes]:
    """Yield the words, with blanks around each, that hold a part."""
    place = words.find(part)
    while place >= 0:
        end = words.index(b" ", place)
        yield words[words.rindex(b" ", 0, place) + 1 : end]
        place = words.find(part, end)


def word_chunks(words: bytes) -> Iterator[tuple[int, int]]:
    """Yield where words that are looked at together begin and end; none is cut."""
    start = 0
    while start < len(words):
        end = words.find(b" ", start + AT_ONCE) if start + AT_ONCE < len(words) else -1
        end = end if end >= 0 else len(words)
        yield start, end
        start = end


def _each(data: bytes, text: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = data.find(text, start, end)
    while place >= 0:
        yield place, place + len(text)
        place = data.find(text, place + 1, end)
