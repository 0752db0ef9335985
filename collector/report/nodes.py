"""The table of nodes: what each is, runs, owns and has left, with everything marked that stands out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from collector.documents import number, text
from collector.finding import Severity
from collector.language import Language, message
from collector.report.answers import Answers
from collector.run import Contents
from collector.topology import CONTROL, HEALTH, SUPPORT, Installation, Node, Shape
from collector.units import cut, size

NETWORK = 1 << 62
VOLUMES = {
    "data": message("data"),
    "logs": message("logs"),
    "media_incoming": message("media incoming"),
    "media_outgoing": message("media outgoing"),
}
_NONE = "—"
MARKS = (message("critical"), message("warning"), message("differs"))
"""Why a cell stands out."""
SHAPES = {
    Shape.UNKNOWN: message("unknown"),
    Shape.SINGLE: message("single instance"),
    Shape.CLUSTER: message("cluster"),
    Shape.HA: message("High Availability"),
    Shape.MULTICONNECT: message("Multiconnect"),
}


class State(StrEnum):
    """How a node stands with WhatsApp; `idle` is disconnected because it owns nothing, as it should be."""

    CONNECTED = "connected"
    IDLE = "idle"
    DISCONNECTED = "disconnected"
    UNKNOWN = "unknown"


STATES = {
    State.CONNECTED: message("connected"),
    State.IDLE: message("disconnected, idle"),
    State.DISCONNECTED: message("disconnected"),
    State.UNKNOWN: message("not told"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and why it stands out: a severity's word, `differs`, or nothing."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One node as a row."""

    name: str
    key: str
    role: Cell
    shards: Cell
    version: Cell
    connection: Cell
    disk: Cell
    kind: str
    """Its role as the answers spell it, or empty."""
    state: State
    owned: tuple[int, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return the cells in the order of the table."""
        return (self.role, self.shards, self.version, self.connection, self.disk)

    @property
    def tells_shards(self) -> bool:
        """Tell whether it said which shards it owns, be it none."""
        return self.shards.text != _NONE

    @property
    def worst(self) -> str:
        """Return the worst severity among its cells, or nothing."""
        marks = {cell.mark for cell in self.cells}
        return next((level for level in ("critical", "warning") if level in marks), "")


@dataclass(frozen=True, slots=True)
class NodeTable:
    """What kind of installation it is, and its nodes."""

    shape: str
    shard_count: int | None
    is_cluster: bool
    rows: tuple[NodeRow, ...]
    unlisted: int
    total: int
    versions: tuple[str, ...]


def node_table(contents: Contents, answers: Answers, say: Language, *, most: int) -> NodeTable:
    """Return the first `most` nodes; a cell that is evidence of a finding carries its severity."""
    installed = answers.installation
    marks = _marks(contents, len(installed.answering))
    versions = Counter(version for node in installed.nodes if (version := text(node.report.get("version"))))
    common = versions.most_common(1)[0][0] if versions else ""
    rows = tuple(_row(node, installed, marks, common, say) for node in installed.nodes[:most])
    return NodeTable(
        shape=say(SHAPES[installed.shape]),
        shard_count=installed.shard_count,
        is_cluster=installed.shape.is_cluster,
        rows=rows,
        unlisted=max(0, len(installed.nodes) - most),
        total=len(installed.nodes),
        versions=tuple(cut(version, 60) for version in sorted(versions)[:8]),
    )


def _marks(contents: Contents, nodes: int) -> dict[tuple[str, str], str]:
    """Return the worst severity by place; findings come the worst first.

    A finding that rests on every node of a cluster alike marks none: a mark says which node stands out.
    """
    found: dict[tuple[str, str], str] = {}
    for finding in contents.findings:
        places = {(pointer.member, pointer.pointer) for pointer in finding.evidence}
        is_common = 1 < nodes <= len({place for member, place in places if member in {SUPPORT, HEALTH}})
        if finding.severity in {Severity.CRITICAL, Severity.WARNING} and not is_common:
            found |= dict.fromkeys(places - found.keys(), finding.severity.value)
    return found


def _row(node: Node, installed: Installation, marks: dict[tuple[str, str], str], common: str, say: Language) -> NodeRow:
    state = _state(node, installed)

    def mark(key: str) -> str:
        return marks.get((SUPPORT, f"{node.place}/{key}"), "")

    version = text(node.report.get("version"))
    connection = mark("socket_conn") or marks.get((HEALTH, node.gateway_place), "")
    silent = marks.get((SUPPORT, node.place), "") if node.is_silent else ""
    return NodeRow(
        name=node.name,
        key=cut(node.key, 160),
        role=Cell(node.role.replace("_", " ") or _NONE, silent or mark("role")),
        shards=Cell(_shards(node, say), mark("shards")),
        version=Cell(
            cut(version, 60) or _NONE, mark("expire_timestamp") or ("differs" if version and version != common else "")
        ),
        connection=Cell(cut(_connection(node, state, say), 100), connection),
        disk=Cell(_disk(node, say), next((m for v in VOLUMES if (m := mark(f"free_space_{v}"))), "")),
        kind=node.role,
        state=state,
        owned=node.owned,
    )


def _shards(node: Node, say: Language) -> str:
    names = [say("control") if shard == CONTROL else str(shard) for shard in node.owned]
    if names:
        return say.listed(names)
    return say("none") if isinstance(node.report.get("shards"), list) else _NONE


def _state(node: Node, installed: Installation) -> State:
    if node.is_connected is None:
        return State.UNKNOWN
    if node.is_connected:
        return State.CONNECTED
    has_none = isinstance(node.report.get("shards"), list) and not node.owned
    return State.IDLE if has_none and installed.shape is not Shape.SINGLE else State.DISCONNECTED


def _connection(node: Node, state: State, say: Language) -> str:
    if state is State.UNKNOWN:
        return ", ".join(filter(None, (node.socket, node.gateway))) or _NONE
    word = "connected" if state is State.CONNECTED else "disconnected"
    raw = ", ".join(filter(None, (node.socket, node.gateway if node.gateway != word else "")))
    said = say(STATES[state])
    return say("{value} ({detail})", value=said, detail=raw) if raw else said


def _disk(node: Node, say: Language) -> str:
    rooms = [(free, v) for v in VOLUMES if (free := number(node.report.get(f"free_space_{v}"))) is not None]
    measured = [(free, volume) for free, volume in rooms if 0 <= free < NETWORK]
    if measured:
        free, volume = min(measured)
        return say("{value} ({detail})", value=size(free), detail=say(VOLUMES[volume]))
    return say("network file system") if rooms else _NONE
