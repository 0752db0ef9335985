"""What `collect-bundle explain BUNDLE PLACE` prints: the line with its mark, and why the mark stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from collector.cli.console import columns, fields, one_line
from collector.language import message

if TYPE_CHECKING:
    from collector.language import Language
    from collector.pipeline.explain_place import Explained, Rule

AROUND = 60
"""Characters of a line that are shown on either side of a mark."""
LISTED = 5
BUILT_IN = {
    "own-credentials": (
        message("a bundle never holds the credential it was collected with"),
        message("nothing: it goes always"),
    ),
    "node-keys": (
        message("the key of a node is the name of its machine and its container"),
        message("nothing: it goes always; the container's name stays"),
    ),
    "personal-words": (
        message("a person wrote this field: the profile lists it under personal"),
        message("collect again with a profile of your own (--profile) that does not list it there"),
    ),
    "unlisted-fields": (
        message("level strict takes every text that the profile does not list as safe"),
        message("collect again at level standard, or list it under safe in a profile of your own (--profile)"),
    ),
    "encoded-too-deep": (
        message("it is encoded more often than is looked into, and may hold anything"),
        message("nothing: collect it again where it is not encoded"),
    ),
    "private-list": (
        message("a name of the private list it was collected with"),
        message("take the name out of your private list, then collect again"),
    ),
}
"""Why a rule that no file holds removes something, and what to do if it should have stayed."""
BUILT_IN["encoded"] = BUILT_IN["encoded-too-deep"]
HOLDS = "holds "
TRAITS = {"published-default": message("it was a value the product ships with, known to everybody: change it")}
KINDS = {"secret": message("secret"), "identity": message("identity")}


def text(found: tuple[Explained, ...], say: Language) -> str:
    """Return the marks at a place for a person."""
    return "\n\n".join(_one(mark, say) for mark in found)


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


def _one(found: Explained, say: Language) -> str:
    row, spot = found.row, found.spot
    head = say(
        "{place}  (line {line}, column {column})",
        place=f"{one_line(row.member)}:{one_line(row.place)}",
        line=spot.line,
        column=spot.column,
    )
    owners = say("a rule of its owner's: name its file with --rules to see why")
    told = fields(
        [
            (say("rule"), row.rule),
            (say("why"), say.pattern(_why(found)) or owners),
            *([(say("found by"), _how(found.rule, say))] if found.rule else []),
            (say("mark"), _meaning(found, say)),
            (say("stands"), _times(found, say)),
            *((say("also at") if number == 0 else "", place) for number, place in enumerate(_elsewhere(found, say))),
            *((say("about it"), sentence) for sentence in _traits(found, say)),
            (say("to keep it"), _to_keep(found, say)),
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


def _how(rule: Rule, say: Language) -> str:
    if rule.detect:
        kind = say(KINDS[rule.detect.kind])
        return say("the detector {name}, a kind of {kind}: docs/detectors.md", name=rule.detect.name, kind=kind)
    return say("its place in structured data, {path}", path=rule.at.text) if rule.at else say("a pattern")


def _meaning(found: Explained, say: Language) -> str:
    mark = found.row.mark
    if not mark:
        return say("none: the rule takes what it finds and leaves nothing in its place")
    if not found.is_pseudonym:
        return say("{mark} is one word for every value of its kind: two of them need not have been the same", mark=mark)
    if found.outlives_bundle:
        return say(
            "{mark} stands for one value: the same value has it in every bundle made with the same key", mark=mark
        )
    return say(
        "{mark} stands for one value: the same value has it everywhere in this bundle, and in no other", mark=mark
    )


def _times(found: Explained, say: Language) -> str:
    if not found.is_pseudonym:
        return say("its rule removed {values} in this bundle", values=say.counted(found.of_rule, "value"))
    if not found.elsewhere:
        return say("only here")
    return say("{times} in this bundle", times=say.counted(len(found.elsewhere) + 1, "time"))


def _elsewhere(found: Explained, say: Language) -> list[str]:
    if not found.is_pseudonym:
        return []
    rest = len(found.elsewhere) - LISTED
    return [*found.elsewhere[:LISTED], *([say("and {count} more", count=f"{rest:,}")] if rest > 0 else [])]


def _traits(found: Explained, say: Language) -> Iterator[str]:
    for trait in found.row.traits:
        inner = trait.removeprefix(HOLDS)
        if inner == trait:
            yield say(TRAITS[trait]) if trait in TRAITS else trait
        elif ":" in inner:
            yield say("inside it stood a value with a mark of its own, {mark}", mark=inner)
        else:
            yield say("inside it stood a {kind}", kind=inner)


def _to_keep(found: Explained, say: Language) -> str:
    name = found.row.rule
    if name in BUILT_IN:
        return say(BUILT_IN[name][1])
    if found.is_shipped:
        return say(
            "collect again with a rules file (--rules) that says `without: [{rule}]`: then nothing of its kind goes",
            rule=name,
        )
    return say(
        "narrow {rule} in your rules file, show this text as an example with `unchanged: true`, then collect again",
        rule=name,
    )
