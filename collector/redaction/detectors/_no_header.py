"""What looks like the header of a table and is none: a help page, a statement, a sentence, a column's description."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled

# Of a program, where a header's first name would stand.
_STATEMENT = compiled(r"(?:yield|return|import|from|global|del|raise|assert|const|let|var|export)[ ]")
# What a column holds or is filled with, beside its name.
_HELD = compiled(
    r"(?i)(?:(?:var)?(?:char|binary)|character(?: varying)?|decimal|numeric|bit|(?:tiny|small|medium|big)?int)\(\d{1,5}(?:,\d{1,3})?\)"
    r"|character varying|double precision|timestamp with(?:out)? time zone|(?:big|small|tiny)int|bytea|jsonb|timestamptz|varchar|\w{1,40}\(\)"
)
_SENTENCE = 5
"""Words of a cell that is no name."""


def is_no_header(names: list[str], delimiter: str) -> bool:
    """Tell whether what would be the names of columns are words of something else."""
    if names[0].startswith("-") or _STATEMENT.match(names[0]) or any(map(_HELD.fullmatch, names)):
        return True
    return delimiter == "," and any(name.endswith(".") or len(name.split()) >= _SENTENCE for name in names)
