"""Objects over several lines that a program wrote its own prefix before each of: `web-1  | {`, `> "to": …`."""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.views import BORDER, View, ViewBuilder

_TIME = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+\-]\d\d:?\d\d)?"
_OF_SYSLOG = r"[A-Z][a-z]{2}[ ]{1,2}\d{1,2} \d\d:\d\d:\d\d [\w.\-]{1,80} [\w.\-/]{1,80}\[\d{1,9}\]:"
_OF_COMPOSE = r"[\w.\-/]{1,80}[ ]{0,40}\|"
_OF_CURL = r"[<>*]"
_OF_PODS = r"\[[\w.\-]{1,100}/[\w./\-]{1,200}\]"
_PREFIX = rf"(?:(?:{_OF_COMPOSE}|{_OF_SYSLOG}|{_TIME}(?: std(?:out|err) [FP])?|{_OF_CURL}|{_OF_PODS})[ \t]){{1,2}}"
_REST = r"(?:[\"'{}\]()]|\[[\w\"']|[ \t]{1,40}[\w\-]{1,60}:)"
_LINE = compiled(rf"(?m)^{_PREFIX}(?P<rest>[ \t]*{_REST}[^\n]*)(?:\n|\Z)")
_HEAD_REST = r"[ \t]*(?:[\"'{}\]()]|\[[\w\"']|[ \t][\w\-]+:)"
HEADS = tuple(
    f"{prefix}[ \\t]{_HEAD_REST}"
    for prefix in (
        r"\|",
        r"^[<>*]",
        r"\][:]",
        r"[0-9]Z",
        r"std(?:out|err) [FP]",
        r"^\[[\w.\-]+/[\w./\-]+\]",
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,+\-]+",
    )
)
"""On every line of such an object."""


def reading(view: View) -> View | None:
    """Return the objects without what stands before their lines, or None."""
    builder = ViewBuilder(view, depth=view.depth + 1)
    done = 0
    for first in _LINE.finditer(view.text):
        second = _LINE.match(view.text, first.end())
        if first.start() < done or not second:
            continue
        line: re.Match[str] | None = first
        while line:
            builder.copied(line["rest"], line.start("rest"))
            builder.synthetic("\n")
            done = line.end()
            line = _LINE.match(view.text, done)
        builder.synthetic(BORDER)
    return builder.view() if done else None
