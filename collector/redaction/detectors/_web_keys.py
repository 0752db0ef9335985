"""Keys as objects of JSON (RFC 7517, RFC 7518): members that are private, and those that everybody may know."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors._surroundings import around

_KIND = compiled(r"\\{0,3}[\"']kty\\{0,3}[\"'][ \t]{0,4}:")
_PRIVATE = compiled(
    r"[\"'](?:d|[pq]|d[pq]|qi|k|t|r)\\{0,3}[\"'][ \t]{0,4}:[ \t]{0,4}\\{0,3}[\"']"
    r"(?P<v>[\w\-]{16,4096}={0,2})\\{0,3}[\"']"
)
_PUBLIC = compiled(r"[\"'](?:n|x|y|kid|x5t|x5t#S256)\\{0,3}[\"'][ \t]{0,4}:[ \t]{0,4}\\{0,3}[\"']\Z")
_LINE = compiled(r"[ \t]{0,40}[\"'](?:n|x|y|kid|x5t|x5t#S256)[\"'][ \t]{0,4}:")
_FAR = 4096
"""Characters of an object on either side of what it is of a kind of."""
_NAME = 24
"""Characters before a value that its name stands in."""


def _private(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the private members beside the one that says of which kind a key is."""
    for kind in _KIND.finditer(text):
        start, end = _object(text, kind.start())
        for member in _PRIVATE.finditer(text, start, end):
            yield Hit(*member.span("v"), member["v"], learn=True)


def is_public(text: str, start: int) -> bool:
    """Tell whether a value that begins somewhere is a member of a key that everybody may know."""
    if not _PUBLIC.search(text, max(0, start - _NAME), start):
        return False
    return _KIND.search(text, *_object(text, start)) is not None


def with_members(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the lines of the object that the member on a line is of; the line itself where it is none."""
    if not _LINE.match(text, start):
        return start, end
    first, last = _object(text, start)
    return text.rfind("\n", 0, first) + 1, max(end, text.find("\n", last) + 1 or len(text))


def _object(text: str, place: int) -> tuple[int, int]:
    """Return the range of the object that a place is in: to its braces, or to where what is beside it begins."""
    least, most = max(0, place - _FAR), place + _FAR
    start = max(least, text.rfind("{", least, place), text.rfind("\0", least, place))
    ends = [end for sign in "}\0" if (end := text.find(sign, place, most)) >= 0]
    return start, min(ends, default=min(len(text), most))


FORMS = (Form(lambda _: (r"kty\\{0,3}[\"'][ \t]{0,4}:",), _private, around),)
"""Of all kinds."""
