"""Values made by a machine behind a name that tells, joined by a blank, a hyphen or a stroke: `acme-secret-…`."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors import _entropy, _keys
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._spoken import NAMES_AN_OBJECT

_WORD = r"(?:secret|token|(?:api|access|secret|private|auth)[ _\-.]?key)"
_JOINT = r"(?:[ \t]{1,4}[\"'`]?|[\"'`]|[_\-./])"
_VALUE = r"[A-Za-z0-9][\w+/~\-]{15}"
_JOINED = compiled(
    rf"(?<![\w.\-])(?P<key>(?:[a-z][\w.\-]{{0,60}}?)?{_WORD}){_JOINT}(?P<v>{_VALUE}[\w+/~\-]{{0,384}}={{0,2}})(?![\w+/=~(:.]|{NAMES_AN_OBJECT})"
)
_HYPHENS = frozenset("-_./")
_LETTER_AND_DIGIT = compiled(r"(?=[^a-z]*[a-z])[^0-9]*[0-9]")


def _joined(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    lowered = lower(text)
    for match in _JOINED.finditer(lowered):
        start, end = match.span("v")
        value = text[start:end]
        if (
            (text[start - 1] not in _HYPHENS or text[start - 4 : start - 1].isupper() or _is_one_word(value))
            and _keys.tells(text[slice(*match.span("key"))]) >= Tells.TOKEN
            and _LETTER_AND_DIGIT.match(match["v"])
            and _entropy.is_machine_made(value)
            and not _keys.is_placeholder(value)
        ):
            yield Hit(start, end, value, learn=True)


def _is_one_word(value: str) -> bool:
    """Tell whether it is no name of several parts, as `injector-7d9f8b6c5d-x2x7k` is."""
    return value.isalnum() or _entropy.is_uuid(value) or _entropy.is_random(value)


FORMS = (Form(lambda _: (rf"(?i){_WORD}{_JOINT}{_VALUE}",), _joined),)
"""One name, one value."""
