"""Reads clean members as JSON, whatever they hold, and names places in them by JSON pointer (RFC 6901)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping

from collector.model import Member
from collector.run import Contents

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
_LONGEST_INTEGER = 40
_DIGITS = re.compile(r"-?[0-9]{1,20}")


def documents(contents: Contents) -> dict[str, Json]:
    """Return the members that are JSON, parsed, by member name; all others are left out."""
    return parsed(contents.members)


def parsed(members: Iterable[Member]) -> dict[str, Json]:
    """Return those of the members that are JSON, parsed, by member name."""
    found = {}
    for member in members:
        try:
            found[str(member.name)] = parse(member.content)
        except ValueError:
            continue
    return found


def parse(content: bytes) -> Json:
    """Return the JSON value of the bytes; raises ValueError for anything else, or what is nested too deep."""
    try:
        value: Json = json.loads(content.decode("utf-8-sig"), parse_int=_integer, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("nested too deep") from None
    return value


def at(value: object, *keys: str) -> object:
    """Return what stands under the keys, or None where one of them leads nowhere."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def mapping(value: object) -> Mapping[str, Json]:
    """Return the value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def number(value: object) -> float | int | None:
    """Return a finite number that is no boolean, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if isinstance(value, int) or math.isfinite(value) else None


def figure(value: object) -> float | int | None:
    """Return a finite number, also where an answer writes its digits as a string, or None."""
    if isinstance(value, str):
        return int(value) if _DIGITS.fullmatch(value) else None
    return number(value)


def text(value: object) -> str:
    """Return the value if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def pointer(keys: Iterable[str | int]) -> str:
    """Return the JSON pointer of a path of keys and indexes."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


def _integer(digits: str) -> int | float:
    # Thousands of digits take Python minutes; no field we judge has more than twenty.
    return int(digits) if len(digits) <= _LONGEST_INTEGER else math.inf


def _refuse(constant: str) -> Json:
    raise ValueError(constant)
