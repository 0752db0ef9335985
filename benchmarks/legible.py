"""Whether what must go can still be read in what came out, and what must stay is the same."""

from __future__ import annotations

import base64
import re
import unicodedata

from benchmarks.cases import Case

LEGIBLE = 6
"""Digits of a number in a row that are too many to be left."""


def holds(case: Case, clean: str) -> bool:
    """Tell whether a case came out as it must."""
    if case.digits:
        return not _legible(clean, case.digits, case.text.replace(case.digits, "|"))
    if case.secrets:
        return not any(_survives(clean, secret) for secret in case.secrets)
    return clean == case.text


def _legible(clean: str, digits: str, around: str) -> bool:
    """Tell whether a run of the number's digits can be read that does not stand beside it anyway."""
    plain = "".join(_plain(c) for c in re.sub(r"\[[a-z-]+(?::[a-z0-9]+)?\]", "[]", clean))
    joined = re.sub(r"(?<=\d)[\s()./\-]{1,3}(?=\d)", "", plain)
    runs = {digits[at : at + LEGIBLE] for at in range(len(digits) - LEGIBLE + 1)}
    if any(run in joined and run not in re.sub(r"\D", " ", around) for run in runs):
        return True
    for token in re.findall(r"[A-Za-z0-9+/_-]{16,}", clean):
        whole = token[: len(token) // 4 * 4].replace("-", "+").replace("_", "/")
        raw = base64.b64decode(whole)
        if digits.encode() in raw or digits in raw.hex():
            return True
    return False


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return str(digit) if digit is not None else "" if unicodedata.category(character) == "Cf" else character


def _survives(clean: str, secret: str) -> bool:
    """Tell whether a third of a secret, or eight characters of it, can still be read."""
    length = min(len(secret), max(8, len(secret) // 3))
    return any(secret[at : at + length] in clean for at in range(len(secret) - length + 1))
