"""What Ansible keeps encrypted, below the line that says so (docs.ansible.com, vault_using_encrypted_content)."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges

_BEGIN = compiled(r"\$ANSIBLE_VAULT;[^\n]{1,60}(?:\n|\Z)")
_LINE = compiled(r"[ \t]{0,80}(?P<v>[0-9a-f]{8,200})[ \t]*\r?(?:\n|\Z)")


def _find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for begin in _BEGIN.finditer(text):
        position = begin.end()
        while line := _LINE.match(text, position):
            yield Hit(*line.span("v"), line["v"])
            position = line.end()


def _with_lines_below(text: str, lines: Ranges) -> Ranges:
    found: Ranges = []
    for start, end in lines:
        last = end
        while line := _LINE.match(text, last):
            last = line.end()
        found.append((start, last))
    return found


FORMS = (Form(lambda _: (r"\$ANSIBLE_VAULT;",), _find, _with_lines_below),)
"""Lines of digits."""
