"""What the content of a JSON string stands for (RFC 8259, section 7), and where in it each character does."""

from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.decode import unescape_json
from collector.redaction.views import ViewBuilder

STRING = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"'
_ESCAPE = compiled(r'\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])')


def decoded(content: str) -> str:
    """Return what a content stands for, or a text with contents in it."""
    return _ESCAPE.sub(lambda m: unescape_json(m.group()), content) if "\\" in content else content


def add_content(text: str, start: int, end: int, builder: ViewBuilder) -> None:
    """Add what a content stands for: copied runs and single escapes."""
    position = start
    if text.find("\\", start, end) >= 0:
        for match in _ESCAPE.finditer(text, start, end):
            builder.copied(text[position : match.start()], position)
            builder.replaced(unescape_json(match.group()), match.start(), match.end())
            position = match.end()
    builder.copied(text[position:end], position)
