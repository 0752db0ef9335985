"""Reads a node's environment in each of the shapes it is known in: `NAME=value`, name and value, one object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from collector.documents import mapping, pointer, text
from collector.finding import Pointer
from collector.topology import SUPPORT, Node

SECRET = re.compile(r"(?i)PASS|SECRET|TOKEN|API_?KEY|CRYPTO_?KEY|PWD|CREDENTIAL|DSN|DATA_SOURCE|PRIVATE")
_MARK = re.compile(r"\[[a-z][a-z0-9:-]*\]")


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable; the value is never shown unless it is a mark."""

    name: str
    value: str
    place: Pointer

    @property
    def names_a_secret(self) -> bool:
        """Tell whether a variable of that name holds a secret, and has a value."""
        return bool(self.value) and SECRET.search(self.name) is not None


def variables(node: Node) -> tuple[Variable, ...]:
    """Return the variables a node reports, in order; what has no name is left out."""
    return tuple(_variables(node))


def _variables(node: Node) -> Iterator[Variable]:
    env = node.report.get("env")
    if isinstance(env, dict):
        for name, value in env.items():
            yield Variable(name, text(value), _place(node, name, shown=_safe(text(value))))
    for index, entry in enumerate(env if isinstance(env, list) else []):
        if isinstance(entry, str) and "=" in entry:
            name, _, value = entry.partition("=")
            yield Variable(name, value, _place(node, index, shown=f"{name}={_safe(value)}"))
        elif name := text(mapping(entry).get("name")):
            value = text(mapping(entry).get("value"))
            yield Variable(name, value, _place(node, index, "value", shown=_safe(value)))


def _safe(value: str) -> str:
    return value if not value or _MARK.fullmatch(value) else "…"


def _place(node: Node, *keys: str | int, shown: str) -> Pointer:
    return Pointer(SUPPORT, node.place + pointer(["env", *keys]), shown)
