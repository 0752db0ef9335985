"""A text alone and amid many lines of a log: where heads choose the lines, and where all lines are looked at."""

import functools

from collector import Redactor
from collector.redaction.heads import WORTH_COMPILING, WORTH_SCANNING

KEY = b"a key of texts among many lines "
QUIET = "2026-11-23 08:45:12.042 UTC 19 configstore.cpp:335] heartbeat of the gateway is on its way\n"
PADDING = QUIET * (WORTH_SCANNING // len(QUIET) + 1)
_REDACTOR = Redactor.from_file(key=KEY)


def clean(text: str) -> str:
    """Return the clean text, which stays as it is when it is cleaned again."""
    found = Redactor.from_file(key=KEY).redact_text(text).text
    assert _REDACTOR.redact_text(found).text == found
    return found


def clean_amid_many(text: str) -> str:
    """Return what becomes of the text between many lines that say nothing."""
    found = _of_large_texts().redact_text(f"{PADDING}\n{text}\n\n{PADDING}").text
    return found[len(PADDING) + 1 : -len(PADDING) - 2]


@functools.cache
def _of_large_texts() -> Redactor:
    """Return one whose heads are compiled: without them every line is looked at."""
    redactor = Redactor.from_file(key=KEY)
    redactor.redact_text(QUIET * (WORTH_COMPILING // len(QUIET) + 1))
    return redactor
