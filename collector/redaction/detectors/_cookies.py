"""Cookies in headers and settings, each looked at by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors import _entropy, _keys
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._wordlist import words

_HEADER = compiled(
    r"(?i)(?<![?&])\b(?:set-)?cookie2?(?:[\"'])?[ \t]*[:=][ \t]*\[?[\"']?(?P<cookies>[^\r\n\"']{3,4096})"
)
_COOKIE = compiled(r"(?:^|;[ \t]*)(?P<name>[^=;\s]{1,80})=(?P<v>[^;\s\\]{1,4096})")
_COOKIE_ATTRIBUTES = words("path domain expires max-age samesite version comment priority httponly secure")
_COOKIE_NAMES = compiled(r"(?i)sess|sid\b|auth|token|csrf|xsrf|jwt|login|remember|key|id$|secret|credential")


def _headers(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    if "ookie" in lower(text):
        for header in _HEADER.finditer(text):
            yield from _cookies(header)


def _cookies(header: re.Match[str]) -> Iterator[Hit]:
    base = header.start("cookies")
    for cookie in _COOKIE.finditer(header["cookies"]):
        name, value = cookie["name"], cookie["v"]
        if name.lower() in _COOKIE_ATTRIBUTES or _keys.is_placeholder(value):
            continue
        if _COOKIE_NAMES.search(name) or _entropy.is_machine_made(value):
            yield Hit(base + cookie.start("v"), base + cookie.end("v"), value, learn=True)


FORMS = (Form(lambda _: (r"(?i)cookie2?[\"']?[ \t]*[:=]",), _headers),)
"""Whatever sets cookies."""
