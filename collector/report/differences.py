"""Finds what the nodes of a cluster report differently, though they should all be alike."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from collector.documents import Json
from collector.language import Language
from collector.report.answers import Answers
from collector.units import cut

_OWN = ("socket_conn", "role", "shards", "device_iso8601", "env", "last_errors", "uptime_s", "e2e")
"""What differs from node to node where all is well; `free_space_*` likewise."""
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Difference:
    """A field, its commonest value with the number of nodes that report it, and who reports another."""

    field: str
    common: str
    nodes: str
    others: tuple[tuple[str, str], ...]


def differences(answers: Answers, say: Language, *, most: int) -> tuple[Difference, ...]:
    """Return the fields of `/v1/support` in which nodes differ, at most `most`."""
    nodes = answers.installation.answering
    if len(nodes) < 2:
        return ()
    flat = [(node.name, dict(_fields(node.report))) for node in nodes]
    fields = dict.fromkeys(name for _, report in flat for name in report)
    found = []
    for name in fields:
        values = [(node, report.get(name, "—")) for node, report in flat]
        counts = Counter(value for _, value in values)
        if len(counts) > 1:
            common, many = counts.most_common(1)[0]
            others: dict[str, list[str]] = {}
            for node, value in values:
                if value != common:
                    others.setdefault(value, []).append(node)
            found.append(
                Difference(
                    cut(name, _LONGEST),
                    common,
                    say.counted(many, "node"),
                    tuple((value, say.listed(names, most=4)) for value, names in list(others.items())[:4]),
                )
            )
    return tuple(found[:most])


def _fields(report: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield the scalar fields, and those one level below."""
    for key, value in report.items():
        if key in _OWN or key.startswith("free_space_"):
            continue
        if isinstance(value, dict):
            yield from ((f"{key}.{k}", _shown(v)) for k, v in value.items() if not isinstance(v, dict | list))
        elif not isinstance(value, list):
            yield key, _shown(value)


def _shown(value: Json) -> str:
    return cut(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), _LONGEST)
