"""What a mistyped word may have meant."""

import difflib
from collections.abc import Iterable

from collector.sentence import Sentence


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` for the nearest known word, or nothing."""
    words = sorted(set(known) - {word})
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if near:
        return Sentence("; did you mean {near!r}?", near=near[0])
    return ""
