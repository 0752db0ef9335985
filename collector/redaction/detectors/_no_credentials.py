"""What is called as a credential is and is none: a path of names, a test that passed, a digest."""

from __future__ import annotations

import re

from collector.compiled import compiled

# A path of names in a program: `auth::token::Token::verify`.
_SCOPE = compiled(r":[A-Za-z_<~][\w<>~]*(?:::|\()")
_IN_SCOPE = compiled(r":[A-Za-z_<~]")
# What is compared to see whether something has changed: `checksum/secret`.
_CHECKED = compiled(r"(?i)(?<![a-z])(?:checksum|hash|digest|sha256(?:sum)?|md5(?:sum)?)[/.]\Z")
# Whose certificate a kernel trusts, by the identifier of its key; what a build keeps for the next one.
_IDENTIFIED = compiled(
    r"X\.509 cert '[^'\n]{0,100}\Z|(?i:\bcache )(?:restor|sav|hit|miss|found|not found)[^\n:=]{0,40}\Z"
)
_FAR = 120
_LONGEST_RESULT = 400


def is_in_a_path(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether two colons behind a name join names of a program, of which more are joined so."""
    if separator.group() != ":" or not _IN_SCOPE.match(text, separator.end()):
        return False
    return text[start - 2 : start] == "::" or _SCOPE.match(text, separator.end()) is not None


def is_among_results(text: str, start: int, stop: int) -> bool:
    """Tell whether the line before `PASS:`, or the next one, is another test's that passed."""
    line = text.rfind("\n", max(0, start - 1), start) + 1
    before = text.rfind("\n", max(0, line - _LONGEST_RESULT), max(0, line - 1)) + 1
    following = text.find("\n", stop, stop + _LONGEST_RESULT) + 1
    return text.startswith("PASS: ", following or len(text)) or (line > 0 and text.startswith("PASS: ", before))


def is_of_a_digest(text: str, start: int, stop: int) -> bool:
    """Tell whether a name is of what a digest was made of, or of what is told by one."""
    if _CHECKED.search(text, max(0, start - 12), start):
        return True
    is_key = text[max(start, stop - 4) : stop].lower().removesuffix("s").endswith("key")
    return is_key and _IDENTIFIED.search(text, max(0, start - _FAR), start) is not None
