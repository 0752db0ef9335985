"""What looks like the header of a table and is none: a help page, a statement, a sentence, a column's description."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled

# Of a program, where a header's first name would stand.
_STATEMENT = compiled(
    r"(?:yield|return|import|from|global|del|raise|assert|const|let|var|export)[ ](?!(?:code|status|date|time|address|id|value|type|path|file|name|url|port|number|no)\b)"
)
# What a column holds or is filled with, beside its name.
_HELD = compiled(
    r"(?i)(?:(?:var)?(?:char|binary)|character(?: varying)?|decimal|numeric|bit|(?:tiny|small|medium|big)?int)\(\d{1,5}(?:,\d{1,3})?\)"
    r"|character varying|double precision|timestamp with(?:out)? time zone|(?:big|small|tiny)int|bytea|jsonb|timestamptz|varchar|\w{1,40}\(\)"
)
_SENTENCE = 5
"""Words of a cell that is no name; some more where it begins as titles do: `Date of last password change`."""
_LONGEST_TITLE = 7
_LONGEST_SHORTENED = 5
"""Characters of a word that a dot shortens: `Cust. No.`."""


def is_no_header(names: list[str], delimiter: str) -> bool:
    """Tell whether what would be the names of columns are words of something else."""
    if names[0].startswith("-") or _STATEMENT.match(names[0]) or any(map(_HELD.fullmatch, names)):
        return True
    return delimiter == "," and any(map(_is_sentence, names))


def _is_sentence(name: str) -> bool:
    said = name.split()
    if len(said) >= (_LONGEST_TITLE if name[:1].isupper() else _SENTENCE):
        return True
    return name.endswith(".") and (len(said) > 2 or len(said[-1]) > _LONGEST_SHORTENED)
