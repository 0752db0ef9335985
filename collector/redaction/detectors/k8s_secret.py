"""Kubernetes Secret manifests: every value under `data` and `stringData`, whatever its name."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors import _keys
from collector.redaction.detectors._case import lower

_KIND = compiled(r"^[ \t]*\"?kind\"?[ \t]*:[ \t]*[\"']?(?:secret|sealedsecret)[\"']?[ \t,]*\r?$", re.MULTILINE)
_DATA = compiled(r"^(?P<indent>[ \t]*)[\"']?(?:data|stringdata)[\"']?[ \t]*:[ \t]*\{?[ \t]*\r?\n", re.MULTILINE)
_ENTRY = compiled(
    r"(?P<indent>[ \t]*)[\"']?[\w.\-]{1,253}[\"']?[ \t]*:[ \t]*(?:[|>][+\-]?\d?|[\"']?(?P<v>[^\s\"'][^\n\"']*?)[\"']?[ \t,]*)\r?(?:\n|$)"
)
_BLOCK_LINE = compiled(r"(?P<indent>[ \t]*)(?P<v>[^\n]*?)\r?(?:\n|$)")


MAX_MANIFEST = 64 * 1024
_BORDER = compiled(r"^(?:---[^\n]*|\0)$", re.MULTILINE)


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values of every Secret manifest in the text."""
    lowered = lower(text)
    done = 0
    for kind in _KIND.finditer(lowered):
        start, end = _reach(lowered, kind.start(), kind.end())
        for data in _DATA.finditer(lowered, max(start, done), end):
            yield from _entries(text, data.end(), end, len(data["indent"]))
        done = max(done, end)


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the lines of the manifest around a range: to the next `---`, at most 64 KiB either way."""
    first = text.find("\n", max(0, start - MAX_MANIFEST)) + 1 if start > MAX_MANIFEST else 0
    for border in _BORDER.finditer(text, first, start):
        first = border.end() + 1
    following = _BORDER.search(text, end, end + MAX_MANIFEST)
    last = following.start() if following else text.find("\n", end + MAX_MANIFEST) + 1 or len(text)
    return min(first, start), max(last, end)


def _entries(text: str, position: int, limit: int, depth: int) -> Iterator[Hit]:
    while position < limit:
        match = _ENTRY.match(text, position) or _BLOCK_LINE.match(text, position)
        if match is None or match.end() == position:
            return
        if match.group().strip() and len(match["indent"]) <= depth:
            return
        value = match["v"]
        if value and value not in {"}", "},"} and not _keys.is_placeholder(value):
            yield Hit(match.start("v"), match.end("v"), value, learn=True)
        position = match.end()


DETECTOR = Detector(
    name="k8s-secret",
    kind="secret",
    mark="secret",
    forms=(
        Form(
            heads=lambda _: (r"(?i)kind\"?[ \t]*:[ \t]*[\"']?(?:sealed)?secret",),
            find=find,
            around=lambda text, lines: [_reach(text, start, end) for start, end in lines],
        ),
    ),
    examples=(
        Example(
            "apiVersion: v1\nkind: Secret\ndata:\n  extra: dHVsaXBzOXR1bGlwcw==\nmetadata:\n  name: tulip\n",
            ("dHVsaXBz",),
        ),
        Example("apiVersion: v1\nkind: ConfigMap\ndata:\n  colour: blue\n"),
    ),
)
