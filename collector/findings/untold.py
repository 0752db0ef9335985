"""What nodes leave out of their reports, or write in a way nobody can read, in as few lines as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from collector.finding import Pointer
from collector.findings.evidence import Evidence, reported
from collector.topology import SUPPORT, Node


@dataclass(frozen=True, slots=True)
class Untold:
    """Whose reports leave questions open, what was seen there, and where."""

    nodes: str
    seen: str
    at: tuple[Pointer, ...]


def untold(evidence: Evidence, unread: Iterable[tuple[Node, str]]) -> Untold | None:
    """Return what to say of fields of `/v1/support` that could not be read, node by node; None where there is none.

    A field that every node lacks is told once, and no node by its name.
    """
    pairs = tuple(unread)
    if not pairs:
        return None
    odd = [(node, field) for node, field in pairs if node.report.get(field) not in (None, "")]
    lacking: dict[str, list[Node]] = {}
    for node, field in pairs:
        if node.report.get(field) in (None, ""):
            lacking.setdefault(field, []).append(node)
    nodes = list({node.key: node for node, _ in pairs}.values())
    return Untold(
        nodes=evidence.whose(nodes),
        seen=evidence.lines([*_values(odd), *_lacks(evidence, lacking)]),
        at=(*(reported(node, field) for node, field in odd), *dict.fromkeys(_places(evidence, lacking))),
    )


def _values(odd: list[tuple[Node, str]]) -> Iterator[str]:
    for node, field in odd:
        yield f"{node.name}: {field} {reported(node, field).shown}"


def _lacks(evidence: Evidence, lacking: dict[str, list[Node]]) -> Iterator[str]:
    """Yield who lacks what; fields that the same nodes lack are told together."""
    together: dict[tuple[str, ...], list[str]] = {}
    for field, nodes in lacking.items():
        together.setdefault(tuple(node.key for node in nodes), []).append(field)
    for fields in together.values():
        whose = evidence.whose(lacking[fields[0]])
        yield evidence.say("{nodes}: no {fields}", nodes=whose, fields=evidence.say.listed(fields))


def _places(evidence: Evidence, lacking: dict[str, list[Node]]) -> Iterator[Pointer]:
    for field, nodes in lacking.items():
        if evidence.is_every_one(nodes):
            yield Pointer(SUPPORT, "/support", "…")
        else:
            yield from (reported(node, field) for node in nodes)
