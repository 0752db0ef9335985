"""What `collect-bundle explain BUNDLE PLACE` prints: the line with its mark, and why the mark stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from collector.cli.console import columns, fields, one_line

if TYPE_CHECKING:
    from collector.pipeline.places import Explained, Rule

AROUND = 60
"""Characters of a line that are shown on either side of a mark."""
LISTED = 5
BUILT_IN = {
    "own-credentials": (
        "a bundle never holds the credential it was collected with",
        "nothing: it goes always",
    ),
    "node-keys": (
        "the key of a node is the name of its machine and its container",
        "nothing: it goes always; the container's name stays",
    ),
    "personal-words": (
        "a person wrote this field: the profile lists it under personal",
        "collect again with a profile of your own (--profile) that does not list it there",
    ),
    "unlisted-fields": (
        "level strict takes every text that the profile does not list as safe",
        "collect again at level standard, or list it under safe in a profile of your own (--profile)",
    ),
    "encoded-too-deep": (
        "it is encoded more often than is looked into, and may hold anything",
        "nothing: collect it again where it is not encoded",
    ),
    "private-list": (
        "a name of the private list it was collected with",
        "take the name out of your private list, then collect again",
    ),
}
"""Why a rule that no file holds removes something, and what to do if it should have stayed."""
BUILT_IN["encoded"] = BUILT_IN["encoded-too-deep"]
HOLDS = "holds "
TRAITS = {"published-default": "it was a value the product ships with, known to everybody: change it"}


def text(found: tuple[Explained, ...]) -> str:
    """Return the marks at a place for a person."""
    return "\n\n".join(_one(mark) for mark in found)


def document(found: tuple[Explained, ...]) -> dict[str, Any]:
    """Return the marks at a place for a script."""
    return {"schema": "collect-bundle/explained-place/1", "exit": 0, "marks": [_row(mark) for mark in found]}


def _row(found: Explained) -> dict[str, Any]:
    row, spot, rule = found.row, found.spot, found.rule
    return {
        "member": row.member,
        "place": row.place,
        "line": spot.line,
        "column": spot.column,
        "mark": row.mark,
        "action": row.action,
        "traits": list(row.traits),
        "rule": {
            "name": row.rule,
            "why": _why(found) or None,
            "how": rule.kind if rule else None,
            "shipped": found.is_shipped,
        },
        "of_rule": found.of_rule,
        "times": len(found.elsewhere) + 1 if found.is_pseudonym else None,
        "elsewhere": list(found.elsewhere) if found.is_pseudonym else [],
    }


def _one(found: Explained) -> str:
    row, spot = found.row, found.spot
    head = f"{one_line(row.member)}:{one_line(row.place)}  (line {spot.line}, column {spot.column})"
    told = fields(
        [
            ("rule", row.rule),
            ("why", _why(found) or "a rule of its owner's: name its file with --rules to see why"),
            *([("found by", _how(found.rule))] if found.rule else []),
            ("mark", _meaning(found)),
            ("stands", _times(found)),
            *(("also at" if number == 0 else "", place) for number, place in enumerate(_elsewhere(found))),
            *(("about it", sentence) for sentence in _traits(found)),
            ("to keep it", _to_keep(found)),
        ]
    )
    return "\n".join([head, "", *_shown(found), "", *(f"  {line}" for line in told.splitlines())])


def _shown(found: Explained) -> tuple[str, str]:
    """Return the line, shortened around its mark, and carets under the mark."""
    spot, mark = found.spot, found.row.mark
    before = spot.before if len(spot.before) <= AROUND else "…" + spot.before[-AROUND:]
    after = spot.after if len(spot.after) <= AROUND else spot.after[:AROUND] + "…"
    before, mark, after = (one_line(part) for part in (before.replace("\t", " "), mark, after.replace("\t", " ")))
    return f"    {before}{mark}{after}", f"    {' ' * columns(before)}{'^' * max(1, columns(mark))}"


def _why(found: Explained) -> str:
    if found.row.rule in BUILT_IN:
        return BUILT_IN[found.row.rule][0]
    return found.rule.why if found.rule else ""


def _how(rule: Rule) -> str:
    if rule.detect:
        return f"the detector {rule.detect.name}, a kind of {rule.detect.kind}: docs/detectors.md"
    return f"its place in structured data, {rule.at.text}" if rule.at else "a pattern"


def _meaning(found: Explained) -> str:
    mark = found.row.mark
    if not mark:
        return "none: the rule takes what it finds and leaves nothing in its place"
    if not found.is_pseudonym:
        return f"{mark} is one word for every value of its kind: two of them need not have been the same"
    reach = (
        "in every bundle made with the same key"
        if found.outlives_bundle
        else "everywhere in this bundle, and in no other"
    )
    return f"{mark} stands for one value: the same value has it {reach}"


def _times(found: Explained) -> str:
    if not found.is_pseudonym:
        return f"its rule removed {found.of_rule} in this bundle"
    return f"{len(found.elsewhere) + 1} times in this bundle" if found.elsewhere else "only here"


def _elsewhere(found: Explained) -> list[str]:
    if not found.is_pseudonym:
        return []
    rest = len(found.elsewhere) - LISTED
    return [*found.elsewhere[:LISTED], *([f"and {rest} more"] if rest > 0 else [])]


def _traits(found: Explained) -> Iterator[str]:
    for trait in found.row.traits:
        if trait.startswith(HOLDS):
            inner = trait.removeprefix(HOLDS)
            yield (
                f"inside it stood a value with a mark of its own, {inner}"
                if ":" in inner
                else f"inside it stood a {inner}"
            )
        else:
            yield TRAITS.get(trait, trait)


def _to_keep(found: Explained) -> str:
    name = found.row.rule
    if name in BUILT_IN:
        return BUILT_IN[name][1]
    if found.is_shipped:
        return f"collect again with a rules file (--rules) that says `without: [{name}]`: then nothing of its kind goes"
    return f"narrow {name} in your rules file, show this text as an example with `unchanged: true`, then collect again"
