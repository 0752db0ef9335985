"""Fields of payloads under their whole path in one name: `messages[0].text.body=…`, `contacts.0.profile.name: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors._message_paths import OWN_NAMES, UNDER, is_said
from collector.redaction.detectors._payloads import SIGN, VALUE

_STEP = r"(?:\[[\"']?[\w\-]{1,40}[\"']?\]|[./][A-Za-z_0-9\-]{1,40})"
_PATH = compiled(rf"(?<![\w.\]\-/])(?P<path>\[?[A-Za-z_]\w{{0,60}}\]?(?:{_STEP}){{1,20}}){SIGN}{VALUE}")
_INDEX = compiled(r"[.\[/]\d{1,6}(?:[.\]/]|$)")
_WORD = compiled(r"[\w\-]+")
# The same with the sign between words between the steps as well.
_ENDS = "|".join(sorted({f"{holder}_(?:[0-9]{{1,4}}_)?{name}" for holder, name in UNDER}))
_JOINED = compiled(
    rf"(?<![A-Za-z0-9])(?:\w{{1,60}}_)?(?:messages|contacts)_\d{{1,4}}_(?:\w{{1,80}}_)?(?:{_ENDS}){SIGN}{VALUE}"
)
_NAMES = "|".join(sorted({name for _, name in UNDER} | OWN_NAMES))


def _find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield what is said under such a path."""
    for match in _PATH.finditer(text):
        if _INDEX.search(match["path"]) and is_said(_steps(match["path"])):
            yield _hit(match)
    for match in _JOINED.finditer(text):
        yield _hit(match)


def _steps(path: str) -> tuple[str, ...]:
    return tuple(step for step in _WORD.findall(path) if not step.isdigit())


def _hit(match: re.Match[str]) -> Hit:
    group = "v" if match["v"] else "bare"
    return Hit(*match.span(group), match[group])


FORMS = (
    Form(
        lambda _: (
            rf"(?:\[[0-9]+\]|[./][0-9]+[./])[\w.\[\]\"'/\-]*(?:{_NAMES})[\"'\])]{{0,3}}[ \t]*(?::|=)",
            r"(?:messages|contacts)_[0-9]+_\w*[ \t]*[\"']?[ \t]*(?::|=)",
        ),
        _find,
    ),
)
"""Fields named by their path."""
