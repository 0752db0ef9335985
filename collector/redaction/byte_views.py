"""Ways to read bytes so that a class of them becomes a literal: digits, letters of base64, small letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

BREAK = -1
EVERY = range(256)
HIGH = range(0x80, 0x100)
DECIMAL = range(0x30, 0x3A)
_NAMES = tuple(byte for byte in range(128) if chr(byte).isalnum() or chr(byte) in "_-")
_BASE64 = (*_NAMES, *b"+/")
_NOT_OF_WORDS = tuple(byte for byte in range(128) if not chr(byte).isalpha() and chr(byte) not in "_-.")


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A way to read bytes: each as another, or as a break that no literal goes across."""

    name: str
    symbols: tuple[int, ...]
    table: bytes
    """What `bytes.translate` takes."""


def _view(name: str, *changes: tuple[Iterable[int], int], folds: bool = True) -> View:
    symbols = [byte + 0x20 if folds and 0x41 <= byte <= 0x5A else byte for byte in EVERY]
    for members, symbol in changes:
        for byte in members:
            symbols[byte] = symbol
    return View(name, tuple(symbols), bytes(0x20 if symbol == BREAK else symbol for symbol in symbols))


PLAIN = _view("plain", folds=False)
FOLDED = _view("folded")
WORDS = _view("words", (_NOT_OF_WORDS, BREAK))
NAMES = _view("names", (EVERY, BREAK), (_NAMES, 0x62), (HIGH, 0x62))
RUNS = _view("runs", (EVERY, BREAK), (_BASE64, 0x62), (HIGH, 0x62))
DIGITS = _view("digits", (DECIMAL, 0x30), (HIGH, 0x30))
HEX = _view("hex", (b"0123456789ABCDEFabcdef", 0x30))
OTHER_VIEWS = (PLAIN, NAMES, RUNS, DIGITS, HEX)
VIEWS = {view.name: view for view in (WORDS, *OTHER_VIEWS)}


@cache
def symbols_of(members: frozenset[int], view: View) -> frozenset[int]:
    """Return what some bytes read as in a view."""
    return frozenset(view.symbols[byte] for byte in members)
