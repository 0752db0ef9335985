"""Refuses patterns of an owner that could run away, for a text can be read in many ways, and such as match nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from re import _constants as constants  # type: ignore[attr-defined]

from collector.pattern_parts import REPEATS, Part, bounds, characters, every, first, inner, parsed, width
from collector.sentence import Sentence

_LARGE = 1000
"""Rounds from which a repeat counts as unbounded."""
_MANY = 10
"""Rounds from which it matters that each of them can end in more than one way."""
_BOUNDS = "{1,64}"


def complaints(pattern: str) -> list[Sentence]:
    """Return what is wrong with a pattern, in words for a person; nothing where it may be used."""
    try:
        compiled = re.compile(pattern)
        tree = parsed(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return [Sentence("not a regular expression: {why}", why=error)]
    parts = list(every(tree))
    repeats = [part for part in parts if part[0] in REPEATS]
    found = []
    if compiled.fullmatch("") or compiled.match(""):
        found.append(Sentence("the pattern matches the empty text"))
    if any(bounds(part)[1] >= _MANY and _has_many_readings(inner(part)[0]) for part in repeats):
        found.append(
            Sentence(
                "what is repeated can be read in many ways, which can take for ever: "
                "let it begin with a sign that stands nowhere else in it, as in (?:,[a-z]{bounds})+",
                bounds=_BOUNDS,
            )
        )
    elif sum(bounds(part)[1] >= _LARGE for part in repeats) > 1:
        found.append(
            Sentence(
                "two unbounded repeats in one pattern can take very long: bound them, as in {bounds}", bounds=_BOUNDS
            )
        )
    if any(operator in (constants.GROUPREF, constants.GROUPREF_EXISTS) for operator, _ in parts):
        found.append(Sentence("back references are not used here: they can take for ever"))
    return found


def _has_many_readings(body: Sequence[Part]) -> bool:
    """Tell whether one text can be so many rounds of a repeat in more than one way; in doubt it can."""
    parts = list(every(body))
    if not all(_told_apart(inner(part)) for part in parts if part[0] is constants.BRANCH):
        return True
    if any(map(_can_shift, (body, *(held for part in parts for held in inner(part))))):
        return True
    low, high = width(body)
    return low != high and not _is_choice_of_fixed(body) and not _is_delimited(body)


def _can_shift(parts: Sequence[Part]) -> bool:
    """Tell whether two parts of no fixed length may share the same text: nothing stands between them that ends it."""
    lengths = [width([part]) for part in parts]
    loose = [at for at, (low, high) in enumerate(lengths) if low != high]
    for one, other in combinations(loose, 2):
        of_both = characters([parts[one]]), characters([parts[other]])
        between = [parts[at] for at in range(one + 1, other) if lengths[at][0]]
        ends = (part for part in between if not characters([part]) & frozenset().union(*of_both))
        if of_both[0] & of_both[1] and next(ends, None) is None:
            return True
    return False


def _told_apart(branches: Sequence[Sequence[Part]]) -> bool:
    """Tell whether the first character says which branch is meant, or each is another word of the same length."""
    return _differ_at_once(branches) or _are_words_of_one_length(branches)


def _are_words_of_one_length(branches: Sequence[Sequence[Part]]) -> bool:
    if any(operator is not constants.LITERAL for branch in branches for operator, _ in branch):
        return False
    words = {"".join(chr(code) for _, code in branch).casefold() for branch in branches}
    return len(words) == len(branches) and len({len(branch) for branch in branches}) == 1


def _differ_at_once(branches: Sequence[Sequence[Part]]) -> bool:
    begun = [first(branch) for branch in branches if width(branch)[0]]
    return len(begun) == len(branches) and not any(one & other for one, other in combinations(begun, 2))


def _is_choice_of_fixed(body: Sequence[Part]) -> bool:
    """Tell whether a round is one of several branches, each of which has one length only."""
    while len(body) == 1 and body[0][0] is constants.SUBPATTERN:
        body = inner(body[0])[0]
    if len(body) != 1 or body[0][0] is not constants.BRANCH:
        return False
    return all(low == high for low, high in map(width, inner(body[0])))


def _is_delimited(body: Sequence[Part]) -> bool:
    """Tell whether a round begins or ends with a character that stands nowhere else in it."""
    while len(body) == 1 and body[0][0] is constants.SUBPATTERN:
        body = inner(body[0])[0]
    return any(
        width([sign]) == (1, 1) and not characters([sign]) & characters(rest)
        for sign, rest in ((body[0], body[1:]), (body[-1], body[:-1]))
    )
