"""Makes data inert in the pages: in plain text, in Markdown, and below HTML's own escaping."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_REQUEST = re.compile(r"[A-Z]{3,7} (?:/[A-Za-z0-9._-]+)+")
_OPTION = re.compile(r"(\(?--[a-z][a-z-]{0,40}(?: [a-z0-9-]{1,40})?\)?)")
# What makes markup anywhere in a line; a colon or a dot where a renderer would guess an address.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&$@]|:(?=//)|(?<=\w)\.(?=[A-Za-z]))")


class Written(str):
    """Text we wrote ourselves, data in it already escaped; it passes the escaping unchanged."""

    __slots__ = ()


def printable(value: object) -> str:
    r"""Return the value on one line, with nothing that steers a terminal, a reader's eye or a parser.

    Line breaks and odd spaces become a space; control, bidi, zero-width, private and unpaired characters are spelled
    out (`\u202e`).
    """
    text = str(value)
    return text if text.isprintable() else "".join(map(_spelled, text))


def plain(value: object) -> str:
    """Return the value for plain text, on one line; what we laid out ourselves keeps its lines."""
    return value if isinstance(value, Written) else printable(value)


def markdown(value: object) -> str:
    """Return the value as Markdown prose: no character of it makes markup, a link, a table cell or a line."""
    return value if isinstance(value, Written) else _MARKDOWN.sub(r"\\\1", printable(value).strip())


def code(value: object) -> Written:
    """Return the value as a Markdown code span that stays one cell of a table, whatever it holds."""
    # A pipe ends a cell even inside a code span, and a backslash before it would stay visible outside tables.
    text = printable(value).replace("|", "\N{BROKEN BAR}").strip()
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if "`" in text else ""
    return Written(f"{fence}{space}{text}{space}{fence}" if text else "—")


def html(value: object) -> object:
    """Return the value for HTML, where Jinja's own escaping follows; what is marked as ours passes."""
    return value if isinstance(value, Markup) else printable(value)


def path(value: object) -> Markup:
    """Return a plain request for HTML that breaks before its slashes first; any other text gets no tag from us."""
    text = printable(value)
    return Markup("<wbr>/").join(text.split("/")) if _REQUEST.fullmatch(text) else escape(text)


def sentence(value: object) -> Markup:
    """Return a sentence for HTML in which an option of a command line stays on one line, to be copied whole."""
    said = enumerate(_OPTION.split(printable(value)))
    return Markup("").join(Markup('<span class="option">{}</span>').format(s) if n % 2 else escape(s) for n, s in said)


def _spelled(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace():
        return " "
    point = ord(character)
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
