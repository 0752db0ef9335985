"""What is called as a credential is and is none: a path of names, a test that passed, a digest."""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detector import Ranges

# A path of names in a program: `auth::token::Token::verify`, `strlen_pass::get_length()`.
_SCOPE = compiled(r":[A-Za-z_<~][\w<>~]*(?:::|\()")
_MEMBER = compiled(r":[a-z]+(?:_[a-z0-9]+){1,8}[():]")
# Passwords are joined by colons, too: `user::jane::pass::tulips9`.
_IN_SCOPE = compiled(r":(?:[A-Za-z_<~][\w<>~]*(?:::|\()|[A-Za-z_<~][A-Za-z_<>~]*(?![\w\-!@#$%+/]))")
# What is compared to see whether something has changed: `checksum/secret`.
_CHECKED = compiled(r"(?i)(?<![a-z])(?:checksum|hash|digest|sha256(?:sum)?|md5(?:sum)?)/\Z")
_DIGEST = compiled(r"[\"']?[0-9a-f]{16,128}(?!\w)")
# Whose certificate a kernel trusts, by the identifier of its key; what a build keeps for the next one.
_IDENTIFIED = compiled(
    r"X\.509 cert '[^'\n]{0,100}\Z"
    r"|(?i:\bcache )(?:restor|sav|hit|miss|found|not )(?:(?!sign|priv|secret|api|access|encr|auth)[^\n:=]){0,40}\Z"
)
# What a service keeps by somebody's session, or by nothing but chance.
_MADE = compiled(
    r"[\"']?(?:[\w.\-]{0,40}(?i:sess|token|auth|jwt|login)\w{0,20}[:\-_/.]|(?=\w{0,60}[A-Z])(?=\w{0,60}[a-z])(?=\w{0,60}\d)\w{16,128}(?![\w\-]))"
)
# Of a test, as test suites print it (POSIX 1003.3, 2.2.1).
_RESULT = compiled(r"(?:[XK]?(?:PASS|FAIL)|SKIP|UNSUPPORTED|UNTESTED|UNRESOLVED): ")
# Before a password: who signs in with it.
_WHO = compiled(r"(?i)(?:user(?:name)?|login|account|apop|auth)\b")
_FAR = 120
_LONGEST_RESULT = 400


def is_in_a_path(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether two colons behind a name join names of a program, of which more are joined so."""
    # What a type of .NET has, to PowerShell: `[NetworkCredential]::new(`.
    if separator.group() == "]:":
        return _SCOPE.match(text, separator.end()) is not None
    if separator.group() != ":" or not _IN_SCOPE.match(text, separator.end()):
        return False
    name = text[start : separator.start()]
    if text[start - 2 : start] == "::":
        return True
    if "_" in name:
        return _MEMBER.match(text, separator.end()) is not None
    return name[:1].isupper() and not name.isupper() and _SCOPE.match(text, separator.end()) is not None


def is_among_results(text: str, start: int, stop: int) -> bool:
    """Tell whether the line before `PASS:`, or the next one, is another test's that passed."""
    line = text.rfind("\n", max(0, start - 1), start) + 1
    before = text.rfind("\n", max(0, line - _LONGEST_RESULT), max(0, line - 1)) + 1
    following = text.find("\n", stop, stop + _LONGEST_RESULT) + 1
    if line > 0 and _WHO.match(text, before):
        return False
    return _RESULT.match(text, following or len(text)) is not None or (
        line > 0 and _RESULT.match(text, before) is not None
    )


def with_results(text: str, lines: Ranges) -> Ranges:
    """Return lines that begin with `PASS: `, each with the line before and the next one, and all others as they are."""
    return [
        (text.rfind("\n", 0, max(0, start - 1)) + 1, text.find("\n", end) + 1 or len(text))
        if text.startswith("PASS: ", start)
        else (start, end)
        for start, end in lines
    ]


def is_of_a_digest(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether a name is of what a digest was made of, or of what is told by one."""
    if text[start - 1 : start] == "/" and _CHECKED.search(text, max(0, start - 12), start):
        return _DIGEST.match(text, separator.end()) is not None
    if text[start : separator.start()].lower() not in {"key", "keys"} or _MADE.match(text, separator.end()):
        return False
    return _IDENTIFIED.search(text, max(0, start - _FAR), start) is not None
