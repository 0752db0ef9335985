"""What people say in a document, and what they call themselves: by its path, or beside the number of who says it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from collector.redaction.detectors import _message_paths
from collector.redaction.detectors._message_names import (
    FAILED,
    Says,
    is_number,
    is_of_service,
    is_text,
    leaves_it_to,
    may_be_number,
    says,
)
from collector.redaction.detectors._wordlist import words
from collector.redaction.flat_objects import FlatObject, Item
from collector.redaction.leaf_spans import whole
from collector.redaction.leaves import Leaf, Path
from collector.redaction.rules import Rule
from collector.redaction.spans import Span

Place = tuple[int, Path]
"""An object: its document and its path."""
Objects = dict[Place, dict[str, str]]
_OF_TEXT = words(
    "message messages conversation history msg content payload data body text sms whatsapp chat"
    " last_message lastMessage Message Text Content"
)
"""Objects in which the words of a message stand that belongs to who is named beside them."""
_OF_PERSON = words(
    "from to sender recipient receiver contact user customer destination destinations recipients author chat key"
    " profile source contact connector From To Sender Recipient Contact _from _to number phone id participant"
)
"""Objects and lists in which the number stands of who writes the message beside them."""


def may_be_said(above: tuple[str, ...], names: Collection[str]) -> bool:
    """Tell whether an object with such names, below some others, may hold what a person said."""
    most = max(map(says, names), default=Says.NOTHING)
    if above and "name" in names:
        most = max(most, says(f"{above[-1]}_name"))
    is_left = any(leaves_it_to(name, names) for name in names if says(name) is not Says.NOTHING)
    beside_a_number = most is Says.SURELY or (most is Says.MAYBE and (is_left or not is_of_service(names)))
    return beside_a_number or _message_paths.may_be_said(above, names)


def said(items: Sequence[Item], leaves: Sequence[Leaf], names: Collection[str], rule: Rule) -> Iterator[Span]:
    """Yield the words of people, each whole: of leaves that tell something of all items of a document."""
    telling = not _message_paths.TELLING.isdisjoint(names)
    beside_a_number = "name" in names or any(says(name) is not Says.NOTHING for name in names)
    if not (telling or beside_a_number):
        return
    objects = _objects(leaves)
    found = _at_paths(leaves, objects) if telling else iter(())
    for leaf in itertools.chain(found, _beside_numbers(items, leaves, objects) if beside_a_number else ()):
        yield whole(leaf, rule.name, "personal", rule.replace, learn=False, placed=False)


def _at_paths(leaves: Sequence[Leaf], objects: Objects) -> Iterator[Leaf]:
    for leaf in leaves:
        if leaf.is_key or leaf.start >= leaf.end or (not leaf.is_string and leaf.value in {"null", "true", "false"}):
            continue
        if _message_paths.is_said(leaf.path, objects.get((leaf.document, leaf.path[:-1]), ())):
            yield leaf


def _beside_numbers(items: Sequence[Item], leaves: Sequence[Leaf], objects: Objects) -> Iterator[Leaf]:
    written = [leaf for leaf in leaves if _may_be_written(leaf, objects)]
    looked_for = {place for leaf in written for place in _places(leaf.document, leaf.path[:-1], _OF_TEXT)}
    held = set(_held(items, leaves, looked_for)) if written else set()
    for leaf in written:
        if any(place in held for place in _places(leaf.document, leaf.path[:-1], _OF_TEXT)):
            yield leaf


def _held(items: Sequence[Item], leaves: Sequence[Leaf], looked_for: AbstractSet[Place]) -> Iterator[Place]:
    """Yield those of the objects that hold a number."""
    made = {leaf.start for leaf in leaves}
    others = (
        item.leaves
        for item in items
        if isinstance(item, FlatObject)
        and item.start not in made
        and not looked_for.isdisjoint(_places(item.document, item.above, _OF_PERSON))
    )
    for leaf in itertools.chain(leaves, itertools.chain.from_iterable(others)):
        if not leaf.is_key and may_be_number(leaf.value):
            found = [place for place in _places(leaf.document, leaf.path[:-1], _OF_PERSON) if place in looked_for]
            if found and is_number(leaf.key, leaf.value):
                yield from found


def _may_be_written(leaf: Leaf, objects: Objects) -> bool:
    if not leaf.is_string or leaf.is_key or not leaf.path or not isinstance(leaf.path[-1], str):
        return False
    how = says(_name(leaf))
    if how is Says.NOTHING or not is_text(leaf.value):
        return False
    beside = objects[leaf.document, leaf.path[:-1]]
    return how is Says.SURELY or not _is_of_service(leaf, objects) or leaves_it_to(str(leaf.path[-1]), beside)


def _name(leaf: Leaf) -> str:
    """Return the name of a field, whose name it is with it where it is called no more than that."""
    name = str(leaf.path[-1])
    return f"{leaf.path[-2]}_name" if name in {"name", "Name"} and len(leaf.path) > 1 else name


def _objects(leaves: Sequence[Leaf]) -> Objects:
    """Return the names and scalars of each object."""
    objects: Objects = defaultdict(dict)
    for leaf in leaves:
        if leaf.path and isinstance(leaf.path[-1], str):
            objects[leaf.document, leaf.path[:-1]][leaf.path[-1]] = "" if leaf.is_key else leaf.value
    return objects


def _is_of_service(leaf: Leaf, objects: Objects) -> bool:
    """Tell whether the object of a field is a log record, an answer or an error of a service, or the fields of one."""
    beside = objects[leaf.document, leaf.path[:-1]]
    if is_of_service(beside) or FAILED.fullmatch(beside.get("status", "")):
        return True
    above = objects.get((leaf.document, leaf.path[:-2]), {}) if leaf.path[1:] else {}
    return is_of_service(above) and not any(map(says, above))


def _places(document: int, path: Path, through: Collection[str]) -> Iterator[Place]:
    """Yield an object, and those above it through objects and lists of some names."""
    yield document, path
    while path:
        if isinstance(path[-1], int):
            path = path[:-1]
        if not path or path[-1] not in through:
            return
        path = path[:-1]
        yield document, path
