"""Tables with columns of credentials or phone numbers: a header of names, then rows, by a sign or aligned by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _columns, _entropy, _keys
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._no_header import is_no_header
from collector.redaction.detectors._password_words import ELSEWHERE
from collector.redaction.detectors._phone_words import spellings
from collector.redaction.head_patterns import in_bytes

_IN_ASCII = (
    r"(?:pass|pwd|secret|token|key|otp|psk|jwt|bearer|credential|contrase|clave|senha|wachtwoord|kennwort|heslo|haslo|jelszo|losenord|sifre|geslo|lozinka|slapta|sandi"
    r"|salasana|adgangskode|mat ?khau|parol)"
)
_ELSEWHERE = "|".join(
    spellings("has\u0142o", "jelsz\u00f3", "l\u00f6senord", "\u015fifre", "m\u1eadt kh\u1ea9u", *ELSEWHERE)
)
_COLUMN = f"(?:{_IN_ASCII}|{_ELSEWHERE})"
"""A part of every name of a column of credentials, as `lower` leaves it."""
_SHORT = (
    r"(?:\w{0,24}[ _.-])?(?:pin|puk|cvv2?|cvc2?|pw|mfa|ha1b?)(?:[ _]?(?:code|number|no))?|\w{1,12}pw"
    r"|[\w -]{3,24}[ _-]codes?"
)
"""Every name of a column of codes and short words for credentials, alone in its cell and in lower case."""
# A cell of its own, as short as such a name may be.
_CELL_BEFORE = r"(?:(?<![^\n])|(?<=\n\")|(?<=[,;\t|])|(?<=[|,;]\")|(?<=[|] )|(?<=[ ][ ]))"
_CELL_BEHIND = r"(?=[ ]?[,;\t|\"\r\n]|[ ][ ]|$)"
_HAS_COLUMN_IN_ASCII = compiled(
    rf"{_IN_ASCII}|{_columns.IN_ASCII}|{_CELL_BEFORE}(?:{_columns.ENDS}|{_SHORT}){_CELL_BEHIND}"
)
_HAS_COLUMN = compiled(rf"{_COLUMN}|{_columns.COLUMN}|{_CELL_BEFORE}(?:{_columns.ENDS}|{_SHORT}){_CELL_BEHIND}")
_CELL = r"[\w .\-\"'/()#\x80-\U0010ffff]"
_HEADER_LINE = compiled(rf"(?m)(?P<header>\|?{_CELL}{{1,60}}(?:[,;\t|]{_CELL}{{1,60}}){{1,60}}\|?[ \t]{{0,4}})\r?$")
# The columns of rows that a dump of PostgreSQL copies in.
_COPY_LINE = compiled(
    r"(?im)copy[ ][^\s(]{1,200}[ ]\((?P<names>[^()\n]{1,2000})\)[ ]from[ ]stdin[^\n;]{0,80};[ \t]{0,4}\r?$"
)
_NAME = r"[\w.\-/()%#\x80-\U0010ffff]{1,40}(?:[ ][\w.\-/()%#\x80-\U0010ffff]{1,40}){0,3}"
_ALIGNED_LINE = compiled(rf"(?m)(?P<header>[ ]{{0,40}}{_NAME}(?:[ ]{{2,200}}{_NAME}){{1,30}})[ ]{{0,200}}\r?$")
# Lines that one of these may match: most lines of logs have other signs.
_MAY_BE_HEADER = compiled(
    r"(?:\A|\n)(?=(?P<line>[\w .\-\"'/()%#,;\t|\r\x80-\U0010ffff]*|[Cc][Oo][Pp][Yy][ ][^\n]*)(?:\n|\Z))"
)
_ALIGNED_CELL = compiled(r"\S+(?:[ ]\S+)*")
_VARIABLE = compiled(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
# No name is written so.
_VALUE = compiled(r"\d{4}|[A-Za-z]\d{1,3}[a-z]{2}|[a-z]\d{2,3}$|\w-\w*\d")
# Of a package, beside its name.
_VERSION = compiled(r"v?\d+(?:[.:\-+~]\w+)*")
# A quote that nothing closes, where no letter stands on one side of it.
_OPEN_QUOTE = compiled(r"^[^']*(?:(?<![^\W\d])'|\b[rbuf]'|'(?![^\W\d]))[^']*$")
_RULER = compiled(r"[ \t]*[|+:\-=][|+:\-= \t]*\r?")
_NO_MORE = compiled(rf"\r?\n?(?:{_RULER.pattern}(?:\n|\Z))*\Z")
_QUOTED_CELL = compiled(r"[ \t]{0,8}\"(?:[^\"]|\"\"){0,4000}\"[ \t]{0,8}")
_IN_HEADER = r"[\w .\-\"'/()#,;\t|\r\x80-\xff]"
_IN_ALIGNED = r"[\w.\-/()%# \r\x80-\xff]"
Cells = list[tuple[int, int]]


class _Header(NamedTuple):
    start: int
    end: int
    line: str
    delimiter: str
    """Nothing: two or more blanks, and each cell stands under its name."""
    cells: Cells
    names: list[str]
    columns: list[tuple[int, Tells]]
    phones: list[tuple[int, _columns.Cell]]
    """Columns with numbers of phones, and which cells are such."""

    def of(self, row: str) -> Cells:
        """Return where the cells of a row of this table stand; nothing where it is none."""
        if self.delimiter:
            cells = cells_of(row, self.delimiter)
            return cells if len(cells) == len(self.cells) else []
        return _under(self.cells, _aligned(row))


def _values(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values of credential columns: a header line of names, then rows with as many cells."""
    for start, row, cells, header in tabled(text):
        yield from _secrets(start, row, cells, header)


def phone_cells(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the cells of phone columns stand, without quotes and blanks around."""
    for start, row, cells, header in tabled(text):
        for column, is_number in header.phones:
            cell = row[slice(*cells[column])]
            inner = cell.strip(" \"'`*")
            if inner and is_number(inner):
                at = start + cells[column][0] + cell.index(inner)
                yield at, at + len(inner)


def tabled(text: str) -> Iterator[tuple[int, str, Cells, _Header]]:
    """Yield every row of every table, where it begins, its cells and its header."""
    if "\n" not in text:
        return
    done = 0
    for header in _headers(text):
        if header.start < done:
            continue
        for start, row, cells in _rows(text, header.end + 1, header):
            done = start + len(row)
            yield start, row, cells, header


def tables(text: str, lines: Ranges) -> Ranges:
    """Return the lines of the tables whose header is among the lines."""
    found: Ranges = []
    for start, end in lines:
        if found and start < found[-1][1]:
            continue
        for header in _headers(text[start:end]):
            last = start + header.end + 1
            for row_start, row, _ in _rows(text, last, header):
                last = row_start + len(row) + 1
            found.append((start, max(end, text.find("\n", min(last, len(text)) - 1) + 1 or len(text))))
    return found


def header_before(text: str) -> str:
    """Return the header line of such a table that goes on to the end of the text, or nothing."""
    done = 0
    for header in _headers(text):
        if header.start < done:
            continue
        done = header.end
        for start, row, _ in _rows(text, done + 1, header):
            done = start + len(row)
        if _NO_MORE.match(text, done):
            return f"{header.line}\n"
    return ""


def is_even(lines: list[str]) -> bool:
    """Tell whether lines may be rows of one table: they have as many cells, or two at least that blanks divide."""
    rows = [line.rstrip("\r") for line in lines if not _RULER.fullmatch(line)]
    return any(_are_even(rows, delimiter) for delimiter in ",;\t|") or (
        bool(rows) and all("  " in row.strip() for row in rows)
    )


def _are_even(rows: list[str], delimiter: str) -> bool:
    width = len(cells_of(rows[0], delimiter)) if rows else 0
    return width > 1 and all(len(cells_of(row, delimiter)) == width for row in rows)


def _headers(text: str) -> Iterator[_Header]:
    """Yield the header lines of tables with credentials or phone numbers."""
    lowered = lower(text)
    has_column = _HAS_COLUMN_IN_ASCII if text.isascii() else _HAS_COLUMN
    for line in _MAY_BE_HEADER.finditer(text):
        start, end = line.span("line")
        if not has_column.search(lowered, start, end):
            continue
        header = (
            _header(_HEADER_LINE.match(text, start))
            or _header(_ALIGNED_LINE.match(text, start))
            or _copied(_COPY_LINE.match(text, start))
        )
        if header:
            yield header


def _header(match: re.Match[str] | None) -> _Header | None:
    if not match or "-----" in match["header"]:
        return None
    line = match["header"]
    delimiter = next((c for c in ",;\t|" if c in line), "")
    cells = cells_of(line, delimiter) if delimiter else _aligned(line)
    names = [line[start:end].strip(' "') for start, end in cells]
    if not delimiter and any(" " in name and name.islower() for name in names):
        # Words of a sentence, not names.
        return None
    if is_no_header(names, delimiter) or _is_setting(names, delimiter) or any(map(_is_value, names)):
        return None
    return _of_columns(match, delimiter, cells, names)


def _copied(match: re.Match[str] | None) -> _Header | None:
    if not match:
        return None
    names = [name.strip(' "') for name in match["names"].split(",")]
    return _of_columns(match, "\t", [(0, 0)] * len(names), names)


def _of_columns(match: re.Match[str], delimiter: str, cells: Cells, names: list[str]) -> _Header | None:
    told = [(column, _keys.tells(name)) for column, name in enumerate(names)]
    columns = [(column, telling) for column, telling in told if telling >= Tells.CODE and not _is_said(names[column])]
    phones = _columns.of_phones(names)
    if not (columns or phones):
        return None
    return _Header(match.start(), match.end(), match.group(), delimiter, cells, names, columns, phones)


def _is_said(name: str) -> bool:
    """Tell whether a cell above others is a sentence and no name: `Regex must pass`."""
    return any(_keys.is_condition(word) or word == "to" for word in name.split())


def _is_value(name: str) -> bool:
    """Tell whether a cell is no name: made by a machine, a version, a part of a literal."""
    return bool(_entropy.is_machine_made(name) or _VERSION.fullmatch(name) or _OPEN_QUOTE.search(name))


def _is_setting(names: list[str], delimiter: str) -> bool:
    """Tell whether it is a setting and its value: `DB_PASSWORD    tulips9`, `| password | tulips9-Q |`."""
    if len(names) != 2 or delimiter not in {"", "|"}:
        return False
    return _VALUE.search(names[1]) is not None or (_VARIABLE.fullmatch(names[0]) is not None and not names[1].isupper())


def cells_of(row: str, delimiter: str) -> Cells:
    """Return where the cells of a row stand; a delimiter in quotes divides nothing."""
    cells: Cells = []
    start = 0
    while start <= len(row):
        quoted = _QUOTED_CELL.match(row, start)
        end = quoted.end() if quoted and row[quoted.end() : quoted.end() + 1] in ("", delimiter) else -1
        if end < 0:
            end = row.find(delimiter, start)
            end = len(row) if end < 0 else end
        cells.append((start, end))
        start = end + 1
    return cells


def _aligned(row: str) -> Cells:
    return [cell.span() for cell in _ALIGNED_CELL.finditer(row)]


def _under(names: Cells, cells: Cells) -> Cells:
    """Return the cells by the names they stand under, flush on either side, or one by one where none is missing."""
    under = {}
    for start, end in cells:
        column = next((i for i, name in enumerate(names) if start == name[0] or end == name[1]), None)
        if column is None:
            return cells if len(cells) == len(names) and cells[0][0] == names[0][0] else []
        under[column] = (start, end)
    return [under.get(column, (0, 0)) for column in range(len(names))] if len(cells) > 1 else []


def _rows(text: str, position: int, header: _Header) -> Iterator[tuple[int, str, Cells]]:
    """Yield where each row begins, the row and its cells, as long as they are the table's; rulers are passed over."""
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        row = text[position:end].rstrip("\r")
        if not _RULER.fullmatch(row):
            cells = header.of(row)
            if not cells:
                return
            yield position, row, cells
        position = end + 1


def _secrets(start: int, row: str, cells: Cells, header: _Header) -> Iterator[Hit]:
    for column, telling in header.columns:
        value = row[slice(*cells[column])]
        inner = value.strip(' "`*')
        if not inner or _keys.is_placeholder(inner) or (inner.isdigit() and len(inner) < 3):
            continue
        if accepts(telling, inner, prose=not header.delimiter or telling < Tells.PASSWORD):
            at = start + cells[column][0] + value.index(inner)
            yield Hit(at, at + len(inner), inner, learn=True)


def _heads(column: str) -> tuple[str, ...]:
    """Return the heads of the header lines of tables with such a column."""
    return (
        rf"(?i)^{_IN_HEADER}*{column}{_IN_HEADER}*[,;\t|]{_IN_HEADER}*$",
        rf"(?i)^{_IN_HEADER}*[,;\t|]{_IN_HEADER}*{column}{_IN_HEADER}*$",
        # Names are two blanks apart; to look for that takes ten times as long on lines of blanks.
        rf"(?i)^{_IN_ALIGNED}*{column}{_IN_ALIGNED}*$",
        rf"(?i)^copy[ ][^\n]{{1,2000}}{column}",
    )


def _heads_of_cells(names: str) -> tuple[str, ...]:
    """Return the heads of the header lines of tables with such a name alone in a cell."""
    return (
        rf"(?i)^(?:{_IN_HEADER}*[,;\t|][ ]?)?\"?(?:{names})\"?[ ]?(?:[,;\t|]{_IN_HEADER}*)?$",
        rf"(?i)^(?:{_IN_ALIGNED}*[ ])?(?:{names})(?:[ ]{_IN_ALIGNED}*)?$",
    )


PHONE_HEADS = (
    *_heads(f"(?:{_columns.IN_ASCII})"),
    # Words of other scripts alone: with all that may stand in a header they would make large heads.
    f"(?i){in_bytes(_columns.ELSEWHERE_COLUMN)}",
    *_heads_of_cells(in_bytes(_columns.ENDS)),
)
FORMS = (
    Form(lambda _: (*_heads(_IN_ASCII), f"(?i){in_bytes(_ELSEWHERE)}", *_heads_of_cells(_SHORT)), _values, tables),
)
"""On every header line of a table with such a column."""
