"""Objects over several lines that a program wrote its own prefix before each of: `web-1  | {`, `> "to": …`."""

from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.views import BORDER, View, ViewBuilder

_TIME = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+\-]\d\d:?\d\d)?"
_OF_SYSLOG = r"[A-Z][a-z]{2}[ ]{1,2}\d{1,2} \d\d:\d\d:\d\d [\w.\-]{1,80} [\w.\-/]{1,80}(?:\[\d{1,9}\])?:"
_OF_COMPOSE = r"[\w.\-/]{1,80}[ ]{0,40}\|"
_OF_CURL = r"[<>*]"
_OF_PODS = r"\[[\w.\-]{1,100}/[\w./\-]{1,200}\]"
_PREFIX = rf"(?:(?:{_OF_COMPOSE}|{_OF_SYSLOG}|{_TIME}(?: std(?:out|err) [FP])?|{_OF_CURL}|{_OF_PODS})[ \t]){{1,2}}"
_BEGINS = compiled(rf"(?m)^(?P<prefix>{_PREFIX})[^\n]{{0,2000}}[{{\[(][ \t\r]*$")
_GOES_ON = compiled(
    rf"\n(?P<prefix>{_PREFIX})(?P<rest>[ \t]*(?:[\"'{{}}\]()]|\[[\w\"']|[ \t]{1, 40}[\w\-]{1, 60}:)[^\n]*)"
)
HEADS = (
    rf"^{_PREFIX}[^\n]*[{{\[(][ \t\r]*$",
    rf"^{_PREFIX}[ \t]*(?:[\"'{{}}\]()]|\[[\w\"'])",
    rf"^{_PREFIX}[ \t]+[\w\-]+:",
)
"""On every line of such an object."""


def reading(view: View) -> View | None:
    """Return the objects without what stands before their lines, or None."""
    builder = ViewBuilder(view, depth=view.depth + 1)
    done = 0
    for begins in _BEGINS.finditer(view.text):
        if begins.start() < done:
            continue
        line = _GOES_ON.match(view.text, begins.end())
        if not line:
            continue
        builder.copied(view.text[begins.end("prefix") : begins.end()], begins.end("prefix"))
        while line:
            builder.synthetic("\n")
            builder.copied(line["rest"], line.start("rest"))
            done = line.end()
            line = _GOES_ON.match(view.text, done)
        builder.synthetic(f"\n{BORDER}")
    return builder.view() if done else None
