"""Frozen nouns as bytes and back: what was read and checked once need not be read again in every run."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

Made = Mapping[str, Callable[..., Any]]
"""What each noun is made with, by the name of its class."""


def frozen(value: object, referred: Mapping[type, Callable[[Any], str]] | None = None) -> bytes:
    """Return a value of dataclasses, tuples, frozensets, enums, patterns and scalars as bytes.

    `referred` are classes of which only a name is written. Raises TypeError for anything else.
    """
    by_name = referred or {}

    def written(part: object) -> object:
        if part is None or (isinstance(part, str | int | float) and not isinstance(part, Enum)):
            return part
        if isinstance(part, tuple):
            return [written(each) for each in part]
        return {type(part).__name__: [written(each) for each in _arguments(part, by_name)]}

    return json.dumps(written(value)).encode()


def thawed(content: bytes, made: Made) -> Any:
    """Return the value that `frozen` wrote; raises ValueError for anything else."""
    nouns: Made = {"frozenset": frozenset, "Pattern": re.compile, **made}

    def read(part: Any) -> Any:
        if isinstance(part, list):
            return tuple(map(read, part))
        if isinstance(part, dict):
            [(name, arguments)] = part.items()
            return nouns[name](*map(read, arguments))
        return part

    try:
        return read(json.loads(content))
    except (AttributeError, LookupError, RecursionError, TypeError, re.error):
        raise ValueError("not what was written") from None


def digest(*parts: str | Path) -> str:
    """Return what a kept value is named by: the texts it was made from, and the code that made it, files or folders."""
    made = hashlib.sha256()
    for part in parts:
        for content in [part.encode()] if isinstance(part, str) else _code(part):
            made.update(len(content).to_bytes(8) + content)
    return made.hexdigest()[:32]


def _code(path: Path) -> Iterator[bytes]:
    files = sorted(path.glob("*.py")) if path.is_dir() else [path]
    assert files  # noqa: S101
    yield from (file.read_bytes() for file in files)


def _arguments(part: object, referred: Mapping[type, Callable[[Any], str]]) -> tuple[object, ...]:
    if type(part) in referred:
        return (referred[type(part)](part),)
    if isinstance(part, Enum):
        return (part.value,)
    if isinstance(part, frozenset):
        return (tuple(sorted(part)),)
    if isinstance(part, re.Pattern):
        return (part.pattern, part.flags)
    if dataclasses.is_dataclass(part):
        return tuple(getattr(part, field.name) for field in dataclasses.fields(part))
    raise TypeError(f"{type(part).__name__} cannot be frozen")
