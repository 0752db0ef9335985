"""Cells of columns that are named so: a header of names, then rows, by a sign or aligned by blanks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction.detector import Ranges
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._named_fields import Named, Span
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._wordlist import words
from collector.redaction.head_patterns import in_bytes

_QUOTED = compiled(r"[ \t]{0,8}\"(?:[^\"\n]|\"\"){0,400}\"[ \t]{0,8}")
_NAME = compiled(
    r"[*_`\"]{0,3}[%#@]?[A-Za-z\x80-\U0010ffff][\w.\-/%@#()+]{0,40}(?:[ ][\w.\-/%@#()+]{1,30}){0,2}[*_`\"]{0,3}"
)
_TOKEN = compiled(r"\S+")
_APART = compiled(r"\S+(?:[ ]\S+)*")
_RULER = compiled(r"[ \t]*[|+:\-=\u2500-\u257f][|+:\-= \t\u2500-\u257f]*\r?")
_NO_MORE = compiled(rf"\r?\n?(?:{_RULER.pattern}(?:\n|\Z))*\Z")
_STOPS = words("the a an of for and or to is are was were in on with by from that this if not no when as at be")
_COPY = compiled(r"(?i)copy[ ][^\s(]{1,200}[ ]\((?P<names>[^()\n]{1,1000})\)[ ]from[ ]stdin[^\n;]{0,80};[ \t\r]{0,4}\Z")
# Logs of IIS (W3C's extended format) and of Zeek.
_FIELDS = compiled(r"#(?:Fields:(?P<blank>[ ])|fields(?P<tab>\t))")
_MAY_BE_ONE = compiled(
    r"(?:\A|\n)(?=(?P<line>[\w .\-/%@#()+*`\"\x80-\U0010ffff,;|\t\r]*|(?i:copy )[^\n]*|(?i:#fields)[^\n]*)(?:\n|\Z))"
)
_LONGEST = 1200
"""Characters of a header."""


class _Header(NamedTuple):
    start: int
    end: int
    sign: str
    """Nothing: cells stand under their names."""
    cells: list[Span]
    columns: dict[int, str]
    """Those that are named so, and their names."""


def cells(text: str, kind: Named) -> Iterator[NamedValue]:
    """Yield the cells of such columns, without quotes and blanks around."""
    done = 0
    for header in _headers(text, kind):
        if header.end < done:
            continue
        for start, row in _rows(text, header):
            done = start + len(row)
            for name, (begin, end) in _under(row, header):
                cell = row[begin:end]
                inner = cell.strip(" \t\"'`*")
                if inner:
                    at = start + begin + cell.index(inner)
                    yield NamedValue(name, start, at, at + len(inner))


def header_before(text: str, *kinds: Named) -> str:
    """Return the header line of a table with such a column that goes on to the end of the text, or nothing."""
    for kind in kinds:
        done = 0
        for header in _headers(text, kind):
            if header.end < done:
                continue
            done = header.end
            for start, row in _rows(text, header):
                done = start + len(row)
            if _NO_MORE.match(text, done):
                return text[header.start : header.end]
    return ""


def tables(kind: Named) -> Callable[[str, Ranges], Ranges]:
    """Return what says which lines the tables take whose headers are among some lines."""

    def reach(text: str, lines: Ranges) -> Ranges:
        found: Ranges = []
        for start, end in lines:
            if found and start < found[-1][1]:
                continue
            last = end
            for header in _headers(text[start:end], kind):
                for begin, row in _rows(text, header._replace(end=start + header.end)):
                    last = max(last, begin + len(row) + 1)
            found.append((start, min(last, len(text))))
        return found

    return reach


def heads(kind: Named) -> tuple[str, ...]:
    """Return heads of the header lines of tables with such a column."""
    stem = rf"(?:{in_bytes(kind.stem.pattern)})"
    header = r"[\w .\-/%@#()+*`\"\x80-\xff,;|\t\r]*"
    return (
        rf"(?i)^{header}(?:[,;|\t]|  ){header}{stem}{header}$",
        rf"(?i)^{header}{stem}{header}(?:[,;|\t]|  ){header}$",
        rf"(?i)^copy [^\n]*{stem}[^\n]*from stdin",
        r"^#[Ff]ields[: \t]",
        # Names in capitals are one blank apart.
        rf"(?i)^[A-Z0-9.\-/%@#()+ ]*{stem}[A-Z0-9.\-/%@#()+ \r]*$",
    )


def _headers(text: str, kind: Named) -> Iterator[_Header]:
    lowered = lower(text)
    for line in _MAY_BE_ONE.finditer(text):
        start, end = line.span("line")
        header = _header(text, start, end, kind) if kind.stem.search(lowered, start, end) else None
        if header:
            yield header


def _header(text: str, start: int, end: int, kind: Named) -> _Header | None:
    line = text[start:end].rstrip("\r")
    if len(line) > _LONGEST:
        return None
    if listed := _listed(line):
        sign, names = listed
        columns = {column: name for column, name in enumerate(names) if kind.names(name)}
        return _Header(start, end + 1, sign, [(0, 0)] * len(names), columns) if columns and len(names) > 1 else None
    sign = next((c for c in "|\t;," if c in line), "")
    found = _cells(line, sign) if sign else _aligned(line)
    names = [line[slice(*cell)].strip(" \t") for cell in found]
    if sign == "|":
        names = [name or "-" for name in names]
    columns = {
        column: name.strip('*_`"')
        for column, name in enumerate(names)
        if _is_name(name) and kind.names(name.strip('*_`"'))
    }
    if not columns or len(names) < 2 or not all(_is_name(name) or (sign == "|" and name == "-") for name in names):
        return None
    if sign == "," and any(line[begin : begin + 1] == " " for begin, _ in found):
        # Words of a sentence, arguments of a call.
        return None
    if len(set(names) - {"-"}) < 2:
        return None
    return _Header(start, end + 1, sign, found, columns)


def _listed(line: str) -> tuple[str, list[str]] | None:
    """Return the sign and the names of columns that a statement or a remark lists before the rows."""
    if copied := _COPY.match(line):
        return "\t", [name.strip(' "') for name in copied["names"].split(",")]
    if fields := _FIELDS.match(line):
        sign = fields["blank"] or fields["tab"]
        return sign, line[fields.end() :].split(sign)
    return None


def _is_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and (" " not in name or _STOPS.isdisjoint(name.lower().split()))


def _rows(text: str, header: _Header) -> Iterator[tuple[int, str]]:
    """Yield where each row begins and the row, as long as they are the table's; rulers are passed over."""
    position = header.end
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        row = text[position:end].rstrip("\r")
        is_remark = row.startswith("#") and not _FIELDS.match(row)
        if not (_RULER.fullmatch(row) or is_remark):
            if not _belongs(row, header):
                return
            yield position, row
        position = end + 1


def _belongs(row: str, header: _Header) -> bool:
    if header.sign:
        return header.sign in row and len(_cells(row, header.sign)) == len(header.cells)
    tokens = [token.span() for token in _TOKEN.finditer(row)]
    return (
        2 * len(tokens) >= len(header.cells)
        and len(tokens) > 1
        and any(_stands_under(header.cells[column], token) for column in header.columns for token in tokens)
    )


def _under(row: str, header: _Header) -> Iterator[tuple[str, Span]]:
    """Yield the name of each such column and where its cell stands in a row."""
    if header.sign:
        found = _cells(row, header.sign)
        yield from ((name, found[column]) for column, name in header.columns.items())
        return
    tokens = [token.span() for token in _TOKEN.finditer(row)]
    for column, name in header.columns.items():
        yield from ((name, token) for token in tokens if _stands_under(header.cells[column], token))


def _stands_under(name: Span, token: Span) -> bool:
    return token[0] == name[0] or token[1] == name[1]


def _cells(row: str, sign: str) -> list[Span]:
    """Return where the cells of a row stand; a sign in quotes divides nothing."""
    found: list[Span] = []
    start = 0
    while start <= len(row):
        quoted = _QUOTED.match(row, start)
        end = quoted.end() if quoted and row[quoted.end() : quoted.end() + 1] in ("", sign) else row.find(sign, start)
        end = len(row) if end < 0 else end
        found.append((start, end))
        start = end + 1
    return found


def _aligned(line: str) -> list[Span]:
    """Return where names stand that blanks divide: one in capitals, two elsewhere."""
    found = _APART if line.upper() != line else _TOKEN
    return [name.span() for name in found.finditer(line)]
