"""What looks made by a machine: frequent changes of character class, few letter runs that read like words."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from collector.compiled import compiled

_HEX = compiled(r"(?:0x)?[0-9a-f]+|[0-9A-F]+")
# Words in camel case or joined by dots, and no figure: what programs call things.
_NAME = compiled(r"(?:[A-Z]?[a-z]{2,20}|[A-Z]{2,6}(?=[A-Z.]))(?:\.?[A-Z][a-z]{2,20}|\.[a-z]{2,20}){1,8}")
# What a digest, or Gerrit's id of a change, belongs to: `lint_…`, `node-cache-Linux-x64-npm-…`, `I…`.
_NAMED_HEX = compiled(
    r"[A-Za-z]{2,16}[_\-][0-9a-f]{32,128}(?:[_\-]\d{1,6})?|I[0-9a-f]{40}|(?:[A-Za-z]{2,12}[_\-]){1,3}[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    r"|(?:(?:[A-Za-z]{2,16}|[xv]?\d{1,4}|amd64|arm64)[_\-]){2,8}(?:[0-9a-f]{40}|[0-9a-f]{64})"
)
_UUID = compiled(r"(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_CLASSES = compiled(r"[A-Z]+|[a-z]+|[0-9]+|[^A-Za-z0-9]+")
_WORDLIKE = compiled(r"[A-Z]?[a-z]{4,}|[A-Z]{4,}")
_VOWELS = compiled(r"(?i)[aeiouy]")
# Letters of one case read like words by chance; digits in several places of a long value tell otherwise.
_ONE_CASE = compiled(r"[a-z0-9_]{24,}|[A-Z0-9_]{24,}")
_DIGITS = compiled(r"[0-9]+")
_MOST_JUDGED = 256
"""Characters of a value by which it is judged: a line may hold many names, and each has the rest of it for a value."""
_SCATTERED = 3
_RUNS = compiled(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_LONG_RUN = 2.6
"""Characters of one kind in a row, on an average: names have more, what is random less than two."""
# Algorithms and their sizes, as they stand in names: `PBEWithSHA512AndAES_192`.
_ALGORITHM = compiled(
    r"(?i)(?:sha|aes|rsa|dsa|hmac|camellia)[_\-]?(?:1|128|192|224|256|384|512|1024|2048|4096)(?!\d)|md5|(?:ed|x|curve)(?:25519|448)|secp\d{3}[rk]1|nistp\d{3}"
)
# What stands for an identity was found by itself; the rest is judged without it.
OUR_MARK = compiled(r"\[[a-z][a-z\-]{1,40}:[a-z0-9]{13}\]")
_DATE = compiled(r"\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,5}){2,3}")


def is_hex(value: str) -> bool:
    """Tell whether it is hexadecimal in one case, as digests and ids are."""
    return _HEX.fullmatch(value) is not None


def is_uuid(value: str) -> bool:
    """Tell whether it is a UUID."""
    return _UUID.fullmatch(value) is not None


def bits_per_character(value: str) -> float:
    """Return the Shannon entropy of the value's own characters."""
    total = len(value)
    return -sum(n / total * math.log2(n / total) for n in map(value.count, dict.fromkeys(value)))


def changes(value: str) -> int:
    """Return how often the class of character changes among upper, lower, digit, other."""
    return len(_CLASSES.findall(value)) - 1


def wordlike_share(value: str) -> float:
    """Return the share of characters that stand in runs which read like a word (with a vowel every three letters)."""
    covered = 0
    for run in _WORDLIKE.findall(value):
        if len(_VOWELS.findall(run)) * 4 >= len(run):
            covered += len(run)
    return covered / len(value) if value else 0.0


def is_machine_made(value: str) -> bool:
    """Tell whether a value beside a telling word was made by a machine (hex and UUIDs count)."""
    value = value[:_MOST_JUDGED]
    if len(value) < 8 or (len(value) < 16 and not any(map(str.isdigit, value))) or _DATE.search(value):
        return False
    if not any(map(str.isalpha, value)):
        return is_uuid(value)
    if is_uuid(value) or (is_hex(value) and len(value) >= 16 and not value.isdigit()):
        return True
    value = _ALGORITHM.sub("", value)
    digits = sum(map(str.isdigit, value))
    letters = sum(map(str.isalpha, value))
    if not letters or (not digits and (len(value) < 16 or _NAME.fullmatch(value))):
        return False
    if wordlike_share(value) > 0.5 and not (_ONE_CASE.fullmatch(value) and len(_DIGITS.findall(value)) >= _SCATTERED):
        return False
    return (changes(value) >= 3 or _is_even(value, letters)) and bits_per_character(value) >= 2.5


def _is_even(value: str, letters: int) -> bool:
    """Tell whether a value of few classes is long, of letters for the most part, and reads like no words."""
    return len(value) >= 16 and letters * 2 >= len(value) and wordlike_share(value) < 0.3


def is_random(value: str) -> bool:
    """Tell whether a value is random beyond doubt, with no telling word beside it; names of algorithms do not count."""
    value = _ALGORITHM.sub("", value)
    if len(value) < 20 or is_hex(value) or is_uuid(value) or _NAMED_HEX.fullmatch(value) or _DATE.search(value):
        return False
    if _is_alphabet(value) or _is_identifier(value):
        return False
    classes = sum(bool(re.search(p, value)) for p in ("[A-Z]", "[a-z]", "[0-9]"))
    if classes < 3 or wordlike_share(value) > 0.25:
        return False
    return changes(value) / len(value) >= 0.3 and bits_per_character(value) >= 3.8


def _is_identifier(value: str) -> bool:
    """Tell whether it is a name in a program, of words and figures with underscores: `X509_STORE_get1_by_id`."""
    runs = _RUNS.findall(value)
    return value.count("_") >= _SCATTERED - 1 and sum(map(len, runs)) >= _LONG_RUN * len(runs)


def _is_alphabet(value: str) -> bool:
    """Tell whether its characters stand in order, as those of an alphabet or a class do."""
    return all(before <= after for before, after in pairwise(value.lower()))
