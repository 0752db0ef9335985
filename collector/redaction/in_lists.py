"""Credentials in lists of a document: among arguments, in pairs of a name and a value, as the bytes of a key."""

from __future__ import annotations

import functools
import itertools
from bisect import bisect_right
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Options
from collector.redaction.detectors import _bytes, _keys
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._keys import Tells
from collector.redaction.documents import Document
from collector.redaction.json_views import content_ranges
from collector.redaction.leaf_spans import whole
from collector.redaction.leaves import Leaf, Path
from collector.redaction.rules import Rule
from collector.redaction.spans import Span

MIN_ARGUMENTS = 2
MAX_ARGUMENTS = 1000
SHORTEST_KEY = 16
"""Bytes of a key, written as a list of numbers."""
MAX_NAME = 64
LONGEST_SIGN_IN = 3
"""Words of `AUTH user password`."""
_COMMANDS = frozenset({"command", "Command", "Entrypoint", "entrypoint"})
_BYTE = compiled(r"-?\d{1,3}")
_LIST_ENDS = compiled(r"[\"']?[ \t\r\n]*[\])]")


def in_lists(document: Document, all_leaves: list[Leaf], rule: Rule) -> Iterator[Span]:
    """Yield the credentials in lists, by the name of their rule."""
    items = [leaf for leaf in all_leaves if leaf.path and isinstance(leaf.path[-1], int)]
    programs = functools.cache(lambda: _programs(all_leaves))
    for _, group in itertools.groupby(items, lambda leaf: (leaf.document, leaf.path[:-1])):
        leaves = list(group)
        if len(leaves) < MIN_ARGUMENTS:
            continue
        if any(leaf.value.startswith("-") for leaf in leaves):
            program = programs().get(leaves[0].path[:-2], "")
            yield from _command(document, program, leaves[:MAX_ARGUMENTS], rule)
        elif _is_sign_in(leaves):
            yield whole(leaves[-1], rule.name, "secret", rule.replace, learn=True, placed=False)
        elif _are_bytes_of_a_key(leaves):
            yield from (whole(leaf, rule.name, "secret", rule.replace, learn=False, placed=False) for leaf in leaves)
        elif _is_pair(document, leaves):
            telling = _keys.tells(leaves[0].value) if len(leaves[0].value) <= MAX_NAME else Tells.NOTHING
            value = leaves[1].value
            if accepts(telling, value.rpartition(" ")[2]) and (" " in value or any(c.isdigit() for c in value)):
                yield whole(leaves[1], rule.name, "secret", rule.replace, learn=True, placed=False)


def _is_sign_in(leaves: list[Leaf]) -> bool:
    """Tell whether leaves are a command of Redis's with a password (redis.io/commands/auth, config-set)."""
    names = [leaf.value.lower() for leaf in leaves]
    is_auth = names[0] == "auth" and len(names) <= LONGEST_SIGN_IN
    is_set = names[:2] == ["config", "set"] and names[-2] in {"requirepass", "masterauth"}
    return (is_auth or is_set) and leaves[-1].is_string and not _keys.is_placeholder(leaves[-1].value)


def _are_bytes_of_a_key(leaves: list[Leaf]) -> bool:
    """Tell whether leaves are numbers that a key is written in, right below its name or as a buffer's data."""
    if len(leaves) < SHORTEST_KEY or any(leaf.is_string or not _BYTE.fullmatch(leaf.value) for leaf in leaves):
        return False
    names = [step for step in leaves[0].path if isinstance(step, str)]
    name = names[-2] if names[-1:] == ["data"] and len(names) > 1 else leaves[0].key
    is_key = name == "private" or _bytes.is_key(name)
    return is_key and _bytes.are_bytes(" ".join(leaf.value for leaf in leaves))


def _is_pair(document: Document, leaves: list[Leaf]) -> bool:
    """Tell whether leaves are a list of two in a list; of a part of a document they may be the last two of more."""
    first, last = leaves[0], leaves[-1]
    if [leaf.path[-1] for leaf in leaves] != [0, 1] or len(first.path) < 2 or not isinstance(first.path[-2], int):
        return False
    return document.kind == "yaml" or _LIST_ENDS.match(document.text, last.end) is not None


def _programs(all_leaves: list[Leaf]) -> dict[Path, str]:
    """Return what each object says is started, by its path: in a field beside the arguments, as first of a list."""
    beside = {leaf.path[:-1]: leaf.value for leaf in all_leaves if leaf.key == "Path" and not leaf.is_key}
    listed = {
        leaf.path[:-2]: leaf.value
        for leaf in all_leaves
        if leaf.path[-1:] == (0,) and leaf.key in _COMMANDS and not leaf.value.startswith("-")
    }
    return {**listed, **beside}


def _command(document: Document, program: str, leaves: list[Leaf], rule: Rule) -> Iterator[Span]:
    """Read the arguments as one command line; a value that begins with its argument goes to that argument's end."""
    assert rule.detect is not None  # noqa: S101
    line = " ".join([program, *(leaf.value for leaf in leaves)])
    starts = list(itertools.accumulate((len(leaf.value) + 1 for leaf in leaves), initial=len(program) + 1))
    for hit in rule.detect.find(line, Options(strict=False, region=None)):
        index = bisect_right(starts, hit.start) - 1
        if index < 0:
            continue
        leaf, first = leaves[index], hit.start - starts[index]
        last = len(leaf.value) if first == 0 else min(len(leaf.value), hit.end - starts[index])
        for start, end in content_ranges(document.text, leaf, first, last):
            yield Span(start, end, rule.name, "secret", "secret", leaf.value[first:last], rule.replace, learn=True)
