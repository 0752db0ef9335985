"""Objects as Python, JavaScript and Ruby print theirs on a line: what JSON is with quotes of either kind, or none."""

from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.flat_objects import Item
from collector.redaction.json_tokens import MAX_DEPTH, NotJsonError
from collector.redaction.leaves import Leaf

_S = r"[ \t\r\n]{0,400}+"
_STRING = r"[bur]?(?:\"(?P<d>[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+)\"|'(?P<s>[^'\\\n]*+(?:\\.[^'\\\n]*+)*+)')"
_KEY = compiled(rf"{_S}(?:{_STRING}|:?(?P<b>[A-Za-z_$][\w$\-]{{0,80}}))[ ]?(?:=>|:)(?!=)")
_VALUE = compiled(
    rf"{_S}(?:{_STRING}|(?P<opens>[{{\[(])|(?P<n>-?[0-9][0-9.]{{0,40}}|True|False|None|true|false|null|nil|undefined)(?![\w.])|:?(?P<b>[\w$][\w$.\-]{{0,80}}))"
)
_AFTER = compiled(rf"{_S}(?:(?P<closes>[}}\])])|,)")
_NOTHING = compiled(rf"{_S}[}}\])]")
_CLOSERS = {"{": "}", "[": "]", "(": ")"}


def read_first(text: str, start: int, end: int) -> tuple[list[Item], int]:
    """Return what the value that begins somewhere is made of, a document of its own, and where it ends."""
    found: list[Item] = []
    closers: list[str] = []
    steps: list[str | int] = []
    position = start
    while True:
        if closers and closers[-1] == "}":
            position, steps[-1] = _key(text, position, end, steps, start, found)
        value = _VALUE.match(text, position, end)
        if not value or len(closers) > MAX_DEPTH:
            raise NotJsonError(position)
        position = value.end()
        if value["opens"]:
            empty = _NOTHING.match(text, position, end)
            if not empty:
                closers.append(_CLOSERS[value["opens"]])
                steps.append(0)
                continue
            position = empty.end()
        else:
            group = next(name for name in "dsbn" if value[name] is not None)
            found.append(_leaf(value.span(group), value[group], steps, start, is_key=False, is_string=group != "n"))
        while closers:
            after = _AFTER.match(text, position, end)
            if not after or (after["closes"] or closers[-1]) != closers[-1]:
                raise NotJsonError(position)
            position = after.end()
            if not after["closes"]:
                steps[-1] = steps[-1] + 1 if isinstance(steps[-1], int) else steps[-1]
                break
            closers.pop()
            steps.pop()
        if not closers:
            return found, position


def _key(
    text: str, position: int, end: int, steps: list[str | int], document: int, found: list[Item]
) -> tuple[int, str]:
    key = _KEY.match(text, position, end)
    if not key:
        raise NotJsonError(position)
    group = next(name for name in "dsb" if key[name] is not None)
    path = [*steps[:-1], key[group]]
    found.append(_leaf(key.span(group), key[group], path, document, is_key=True, is_string=True))
    return key.end(), key[group]


def _leaf(
    span: tuple[int, int], value: str, steps: list[str | int], document: int, *, is_key: bool, is_string: bool
) -> Leaf:
    return Leaf(*span, value, tuple(steps), is_key, is_string, document)
