"""Several values behind one name, on its line or below it."""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detector import Hit
from collector.redaction.detectors import _entropy
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._keys import Tells

_ALONE = compiled(r"[ \t]*(?:- )?[\"']?$")
_BELOW = compiled(
    r"\n(?P<indent>[ \t]{0,40})(?P<item>- )?[\"']?(?P<v>[^\s\"':{}\[\]][^\s\"']{0,400})[\"']?[ \t\r]*(?=\n|$)"
)
_LIST = compiled(r"\[(?P<items>[^\[\]{}\n]{1,2000})\]")
_ITEM = compiled(
    r"(?:\A|(?<=,))[ \t]{0,8}(?:\"(?P<d>[^\"]{1,400})\"|'(?P<s>[^']{1,400})'|(?P<v>[^\s\"',]{1,400}))[ \t]{0,8}(?:,|$)"
)
# An item that has a name of its own: `credentials: [username=jane, password=…]`.
_IS_PAIR = compiled(r"[\w.\-]{1,60}=[^=\s]")
_DIGIT = compiled(r"[0-9]")
_MAX_ITEMS = 64


def several(text: str, start: int, separator: re.Match[str], telling: Tells) -> list[Hit] | None:
    """Return the values of a list, on the line or below it, or the one value on the line below; None where none is."""
    found = flow(text, separator)
    if found is None:
        found = below(text, start, separator)
        if not found:
            return None
    # Lists of tokens and secrets are as often lists of words or of names.
    names = telling is Tells.TOKEN or text[start : separator.start()].lower().endswith(("secret", "secrets"))
    return [
        Hit(begin, end, text[begin:end], learn=True)
        for begin, end in found
        if accepts(telling, text[begin:end], prose=True)
        and not _IS_PAIR.match(text, begin)
        and not (names and _is_name(text[begin:end]))
    ]


def flow(text: str, separator: re.Match[str]) -> list[tuple[int, int]] | None:
    """Return where the items of a list in brackets stand behind a name; None where none is."""
    listed = _LIST.match(text, separator.end())
    if not listed or ("," not in listed["items"] and listed["items"][0] not in "\"'"):
        return None
    base = listed.start("items")
    return [(base + i.start(i.lastgroup or 0), base + i.end(i.lastgroup or 0)) for i in _ITEM.finditer(listed["items"])]


def _is_name(value: str) -> bool:
    return not _entropy.is_machine_made(value) and not (len(value) >= 8 and value.isalnum() and _DIGIT.search(value))


def below(text: str, start: int, separator: re.Match[str]) -> list[tuple[int, int]]:
    """Return where the values under a key that stands alone on its line are: list items, or one word further in."""
    line = text.rfind("\n", max(0, start - 200), start) + 1
    if separator["sep"] != ":" or separator["block"] or not _ALONE.match(text[line:start]):
        return []
    found: list[tuple[int, int]] = []
    position = separator.end()
    while len(found) < _MAX_ITEMS:
        below = _BELOW.match(text, position)
        if not below or not (below["item"] or not found):
            break
        if len(below["indent"]) < start - line + (0 if below["item"] else 1) or below["v"].endswith(":"):
            break
        found.append(below.span("v"))
        position = below.end()
        if not below["item"]:
            break
    return found
