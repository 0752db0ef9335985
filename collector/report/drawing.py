"""Draws the installation: who is connected to WhatsApp, who owns which shard, which shard nobody owns.

The drawing repeats the table of nodes, which is its text alternative. It is laid out twice, for wide and for narrow
windows, because words in a drawing shrink with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from collector.language import Language, message
from collector.report.escape import printable
from collector.report.nodes import NodeRow, NodeTable, State
from collector.report.plain import columns
from collector.report.svg import element, joined
from collector.topology import CONTROL, COREAPP, PRIMARY_MASTER, SECONDARY_MASTER

MOST_NODES = 64
_Item = TypeVar("_Item")
_HEIGHT, _GAP, _LEFT, _CELL = 82, 16, 32, 46
_EDGE = 1
"""What half the thickest line takes at the rim of the sheet."""
_LETTER, _SMALL_LETTER = 8.0, 6.4
"""How wide a letter of a name, and of a smaller word, is at the most on average; a wide character takes two."""
_BANDS = (
    (message("Masters"), (PRIMARY_MASTER, SECONDARY_MASTER)),
    (message("Coreapps"), (COREAPP,)),
    (message("Nodes"), ("",)),
)
_STATES = {
    State.CONNECTED: ("●", message("connected")),
    State.IDLE: ("○", message("idle")),
    State.DISCONNECTED: ("✕", message("disconnected")),
    State.UNKNOWN: ("?", message("not told")),
}
_WIRED = {State.CONNECTED, State.DISCONNECTED}
_ICONS = {"critical": "✕", "warning": "▲"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide the drawing is, and what fits into a row of it."""

    name: str
    width: int
    cards: int
    cells: int

    @property
    def card(self) -> float:
        """Return the width of a node's card."""
        return (self.width - _LEFT - _EDGE - _GAP * (self.cards - 1)) / self.cards

    @property
    def cell(self) -> float:
        """Return the width of a shard's cell."""
        return (self.width - _LEFT - _EDGE - 6 * (self.cells - 1)) / self.cells


WIDE = Sheet("wide", 912, 4, 8)
NARROW = Sheet("narrow", 328, 2, 3)


def drawing(table: NodeTable, say: Language, sheet: Sheet) -> Markup:
    """Return the drawing of the first 64 nodes; empty where there is no node."""
    rows = table.rows[:MOST_NODES]
    if not rows:
        return Markup("")
    shapes: list[Markup] = []
    bottom, wire = 34 + 12, 34
    for title, roles in _BANDS:
        banded = [row for row in rows if row.kind in roles]
        if banded:
            shapes.append(_text(say(title), _LEFT, bottom + 14, "band"))
            bottom += 24
        for line in _chunks(banded, sheet.cards):
            shapes += _line(line, bottom, sheet, say)
            wire = bottom + 6 if _is_wired(line) else wire
            bottom += _lead(line) + _HEIGHT + _GAP // 2
    shards = list(_shards(table, rows, say))
    if shards:
        shapes.append(_text(say("Shards and their owners"), _LEFT, bottom + 14, "band"))
        bottom += 26
        for cells in _chunks(shards, sheet.cells):
            shapes += [_cell(cell, n, bottom, sheet) for n, cell in enumerate(cells)]
            bottom += _CELL + 8
    top = (
        element("rect", class_="sky", x=_EDGE, y=_EDGE, width=sheet.width - 2 * _EDGE, height=33, rx=8),
        _text("WhatsApp", sheet.width / 2, 22, "name", anchor="middle"),
        element("path", class_="wire", d=f"M12 34V{wire}"),
    )
    title_id, text_id = f"drawing-{sheet.name}", f"drawing-{sheet.name}-text"
    return element(
        "svg",
        element("title", say("The installation and its connections"), id=title_id),
        element("desc", _described(table, rows, shards, say), id=text_id),
        joined(*top, *shapes),
        class_=f"drawing {sheet.name}",
        role="img",
        aria_labelledby=title_id,
        aria_describedby=text_id,
        viewBox=f"0 0 {sheet.width} {bottom}",
    )


@dataclass(frozen=True, slots=True)
class _Shard:
    name: str
    owners: tuple[str, ...]
    said: str


def _line(line: Sequence[NodeRow], top: int, sheet: Sheet, say: Language) -> Iterator[Markup]:
    """Yield a row of cards under its wire."""
    wired = [n for n, row in enumerate(line) if row.state in _WIRED]
    if wired:
        yield element("path", class_="wire", d=f"M12 {top + 6}H{_middle(wired[-1], sheet):.1f}")
    for n, row in enumerate(line):
        yield from _stub(row, _middle(n, sheet), top + 6)
        yield _card(row, _LEFT + n * (sheet.card + _GAP), top + _lead(line), sheet, say)


def _is_wired(line: Sequence[NodeRow]) -> bool:
    return any(row.state in _WIRED for row in line)


def _lead(line: Sequence[NodeRow]) -> int:
    """Return how far below its top a row's cards begin: only a wire needs room there."""
    return 24 if _is_wired(line) else 2


def _middle(n: int, sheet: Sheet) -> float:
    return _LEFT + n * (sheet.card + _GAP) + sheet.card / 2


def _stub(row: NodeRow, x: float, top: int) -> Iterator[Markup]:
    if row.state is State.CONNECTED:
        yield element("path", class_="wire on", d=f"M{x:.1f} {top}v18")
        yield element("circle", class_="plug", cx=x, cy=top + 18, r=3.5)
    elif row.state is State.DISCONNECTED:
        yield element("path", class_="wire off", d=f"M{x:.1f} {top}v18")


def _card(row: NodeRow, x: float, y: float, sheet: Sheet, say: Language) -> Markup:
    icon, word = _STATES[row.state]
    level = row.worst
    room = sheet.card - (34 if level in _ICONS else 18)
    inner = [
        element("rect", class_=f"card {level}".strip(), width=sheet.card, height=_HEIGHT - 6, rx=8),
        _text(_fitting(row.name, room, _LETTER), 12, 22, "name"),
        _text(f"{icon} {say(word)}", 12, 42, f"state {row.state.value}"),
    ]
    if level in _ICONS:
        inner.append(_text(_ICONS[level], sheet.card - 12, 22, f"icon {level}", anchor="end"))
    left = 12.0
    for chip in _chips(row, say, most=3 if sheet is NARROW else 5):
        width = 14 + 7.2 * sum(2 if ord(c) > 0x2E80 else 1 for c in chip)
        inner.append(element("rect", class_="chip", x=left, y=52, width=width, height=18, rx=9))
        inner.append(_text(chip, left + width / 2, 65, "chip-text", anchor="middle"))
        left += width + 5
    return element("g", joined(*inner), transform=f"translate({x:.1f} {y:.1f})")


def _fitting(text: str, room: float, letter: float) -> str:
    """Return the text, shortened in its middle where it would leave its room: names differ at their ends."""
    text, most = printable(text), int(room / letter)
    if columns(text) <= most:
        return text
    head, tail = "", ""
    for end in reversed(text[-most:]):
        if columns(tail + end) > most // 2 - 1:
            break
        tail = end + tail
    for begin in text[:most]:
        if columns(head + begin) > most - columns(tail) - 1:
            break
        head += begin
    return f"{head}…{tail}"


def _chips(row: NodeRow, say: Language, *, most: int) -> list[str]:
    names = [say("control") if shard == CONTROL else str(shard) for shard in row.owned]
    return names if len(names) <= most else [*names[: most - 1], f"+{len(names) - most + 1:,}"]


def _shards(table: NodeTable, rows: Sequence[NodeRow], say: Language) -> Iterator[_Shard]:
    if not table.shard_count or not any(row.tells_shards for row in rows):
        return
    for shard in (CONTROL, *range(table.shard_count)):
        owners = tuple(row.name for row in rows if shard in row.owned)
        several = say.counted(len(owners), "owner")
        said = owners[0] if len(owners) == 1 else several if owners else say("no owner")
        yield _Shard(say("control") if shard == CONTROL else str(shard), owners, said)


def _cell(shard: _Shard, n: int, y: int, sheet: Sheet) -> Markup:
    level = "" if len(shard.owners) == 1 else "warning" if shard.owners else "critical"
    said = f"{_ICONS[level]} {shard.said}" if level else shard.said
    shown = _fitting(said, sheet.cell - 4, _SMALL_LETTER)
    inner = (
        element("rect", class_=f"card {level}".strip(), width=sheet.cell, height=_CELL, rx=6),
        _text(shard.name, sheet.cell / 2, 19, "name", anchor="middle"),
        _text(shown, sheet.cell / 2, 36, f"owner {level}".strip(), anchor="middle"),
    )
    return element("g", joined(*inner), transform=f"translate({_LEFT + n * (sheet.cell + 6):.1f} {y})")


def _counted(states: Sequence[State], state: State, say: Language) -> str:
    return say("{count} {state}", count=states.count(state), state=say(_STATES[state][1]))


def _described(table: NodeTable, rows: Sequence[NodeRow], shards: Sequence[_Shard], say: Language) -> str:
    states = [row.state for row in rows]
    parts = [
        say(
            "{label}: {value}",
            label=say.counted(table.total, "node"),
            value=say.listed([_counted(states, state, say) for state in State if state in states]),
        )
    ]
    lost = [shard.name for shard in shards if not shard.owners]
    if lost:
        parts.append(say("no owner of shard {shards}", shards=say.listed(lost)))
    parts.append(say("the table of nodes below says the same"))
    return say("{facts}.", facts=say("; ").join(parts))


def _text(words: str, x: float, y: float, kind: str, *, anchor: str = "") -> Markup:
    return element("text", words, x=float(x), y=float(y), class_=kind, text_anchor=anchor)


def _chunks(items: Sequence[_Item], size: int) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
