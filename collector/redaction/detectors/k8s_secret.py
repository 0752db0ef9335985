"""Kubernetes Secret manifests: every value under `data` and `stringData`, whatever its name."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Detector, Example, Hit, Options
from collector.redaction.detectors import _keys
from collector.redaction.detectors._case import lower

_KIND = re.compile(r"^[ \t]*\"?kind\"?[ \t]*:[ \t]*[\"']?(?:secret|sealedsecret)[\"']?[ \t,]*\r?$", re.MULTILINE)
_DATA = re.compile(r"^(?P<indent>[ \t]*)[\"']?(?:data|stringdata)[\"']?[ \t]*:[ \t]*\{?[ \t]*\r?\n", re.MULTILINE)
_ENTRY = re.compile(
    r"(?P<indent>[ \t]*)[\"']?[\w.\-]{1,253}[\"']?[ \t]*:[ \t]*(?:[|>][+\-]?\d?|[\"']?(?P<v>[^\s\"'][^\n\"']*?)[\"']?[ \t,]*)\r?(?:\n|$)"
)
_BLOCK_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<v>[^\n]*?)\r?(?:\n|$)")


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values of every Secret manifest in the text."""
    lowered = lower(text)
    if "secret" not in lowered or not _KIND.search(lowered):
        return
    for data in _DATA.finditer(lowered):
        yield from _entries(text, data.end(), len(data["indent"]))


def _entries(text: str, position: int, depth: int) -> Iterator[Hit]:
    while position < len(text):
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
    find=find,
    examples=(
        Example(
            "apiVersion: v1\nkind: Secret\ndata:\n  extra: dHVsaXBzOXR1bGlwcw==\nmetadata:\n  name: tulip\n",
            ("dHVsaXBz",),
        ),
        Example("apiVersion: v1\nkind: ConfigMap\ndata:\n  colour: blue\n"),
    ),
)
