"""The table of nodes: what each is, runs, owns and has left, with everything marked that stands out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from collector.documents import documents, number, text
from collector.model import Contents, Severity
from collector.topology import CONTROL, HEALTH, SUPPORT, Installation, Node, Shape, installation
from collector.units import cut, size

_NETWORK = 1 << 62
_VOLUMES = ("data", "logs", "media_incoming", "media_outgoing")
_NONE = "—"


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


def node_table(contents: Contents, *, most: int) -> NodeTable:
    """Return the first `most` nodes; a cell that is evidence of a finding carries its severity."""
    installed = installation(documents(contents))
    marks = _marks(contents, len(installed.answering))
    versions = Counter(version for node in installed.nodes if (version := text(node.report.get("version"))))
    common = versions.most_common(1)[0][0] if versions else ""
    rows = tuple(_row(node, installed, marks, common) for node in installed.nodes[:most])
    return NodeTable(
        shape=installed.shape.value,
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


def _row(node: Node, installed: Installation, marks: dict[tuple[str, str], str], common: str) -> NodeRow:
    def mark(key: str) -> str:
        return marks.get((SUPPORT, f"{node.place}/{key}"), "")

    version = text(node.report.get("version"))
    connection = mark("socket_conn") or marks.get((HEALTH, node.gateway_place), "")
    silent = marks.get((SUPPORT, node.place), "") if node.is_silent else ""
    return NodeRow(
        name=node.name,
        key=cut(node.key, 160),
        role=Cell(node.role.replace("_", " ") or _NONE, silent or mark("role")),
        shards=Cell(_shards(node), mark("shards")),
        version=Cell(
            cut(version, 60) or _NONE, mark("expire_timestamp") or ("differs" if version and version != common else "")
        ),
        connection=Cell(cut(_connection(node, installed), 100), connection),
        disk=Cell(_disk(node), next((m for v in _VOLUMES if (m := mark(f"free_space_{v}"))), "")),
    )


def _shards(node: Node) -> str:
    owned = sorted(dict.fromkeys(node.owned))
    names = ["control" if shard == CONTROL else str(shard) for shard in owned[:8]]
    more = f" and {len(owned) - 8:,} more" if len(owned) > 8 else ""
    return (", ".join(names) or ("none" if isinstance(node.report.get("shards"), list) else _NONE)) + more


def _connection(node: Node, installed: Installation) -> str:
    if node.is_connected is None:
        return _NONE
    word = "connected" if node.is_connected else "disconnected"
    has_none = isinstance(node.report.get("shards"), list) and not node.owned
    idle = not node.is_connected and installed.shape is not Shape.SINGLE and has_none
    raw = ", ".join(filter(None, (node.socket, node.gateway if node.gateway != word else "")))
    return f"{word}{', idle' if idle else ''}{f' ({raw})' if raw else ''}"


def _disk(node: Node) -> str:
    rooms = [(free, v) for v in _VOLUMES if (free := number(node.report.get(f"free_space_{v}"))) is not None]
    measured = [(free, volume) for free, volume in rooms if 0 <= free < _NETWORK]
    if measured:
        free, volume = min(measured)
        return f"{size(free)} ({volume.replace('_', ' ')})"
    return "network file system" if rooms else _NONE
