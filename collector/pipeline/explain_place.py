"""Why a mark stands where it stands in a bundle: told from the bundle's own ledger and manifest, never from a value."""

from __future__ import annotations

import difflib
import shlex
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from collector.bundle.layout import MANIFEST
from collector.bundle.reader import Entry, refuse
from collector.bundle.verify import described, verify
from collector.documents import mapping, text
from collector.errors import UsageError
from collector.model import Redaction
from collector.pipeline.bundle_members import held, in_folder, json_object, reading, redactions, rows
from collector.pipeline.configuration import rules_of
from collector.redaction.encoding import decode
from collector.redaction.ledger import LINE_COLUMN, offsets
from collector.redaction.rules import Rule, load_rules
from collector.resources import rules_text
from collector.sentence import Sentence, either
from collector.settings import Settings

__all__ = ["Explained", "Rule", "Spot", "explain_place"]

LEDGER = "redactions.json"
FORM = Sentence(
    "a place is MEMBER:LINE:COLUMN or MEMBER:/JSON/POINTER, as {ledger} and `redact --dry-run` have it", ledger=LEDGER
)
ONE_BUNDLE = "one bundle"


class Spot(NamedTuple):
    """Where a mark stands in the clean text of its member: line and column count from 1."""

    line: int
    column: int
    before: str
    """The line up to the mark."""
    after: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One mark at a place of a bundle."""

    row: Redaction
    spot: Spot
    rule: Rule | None
    """None: neither the shipped rules nor those named hold it."""
    is_shipped: bool
    elsewhere: tuple[str, ...]
    """The other places with the same mark, in the ledger's order."""
    of_rule: int
    """How many marks its rule left in the bundle."""
    outlives_bundle: bool
    """Whether the same value has the same mark in other bundles, made with the same key."""

    @property
    def is_pseudonym(self) -> bool:
        """Tell whether the mark stands for one value."""
        return ":" in self.row.mark


def explain_place(bundle: Path, place: str, settings: Settings) -> tuple[Explained, ...]:
    """Return the marks at a place of a bundle, packed or not, once it is verified; nothing is extracted.

    Raises NotABundleError, ConfigError, and UsageError with the nearest mark where none stands there.
    """
    manifest = _verified(bundle)
    ledger = tuple(redactions(rows(held(bundle, lambda name: name == LEDGER).get(LEDGER), "redactions")))
    member, within = _split(place, _names(manifest), bundle)
    placed = _placed(bundle, member, ledger)
    found = [(row, spot) for row, spot in placed if _stands(row, spot, within)]
    if not found:
        raise _nothing_there(bundle, member, within, placed)
    shipped = {rule.name: rule for rule in load_rules(rules_text()).rules}
    known = shipped | {rule.name: rule for rule in rules_of(settings).rules}
    return tuple(
        Explained(
            row=row,
            spot=spot,
            rule=known.get(row.rule),
            is_shipped=row.rule in shipped,
            elsewhere=tuple(_written(other) for other in ledger if other.mark == row.mark and other is not row),
            of_rule=sum(other.rule == row.rule for other in ledger),
            outlives_bundle=not text(mapping(manifest.get("pseudonyms")).get("key")).startswith(ONE_BUNDLE),
        )
        for row, spot in found
    )


def _written(row: Redaction) -> str:
    return f"{row.member}:{row.place}"


def _verified(bundle: Path) -> Mapping[str, Any]:
    """Return the manifest of a bundle that is whole; an unpacked one may lie in a folder of any name."""
    if not bundle.is_dir():
        return verify(bundle).manifest
    name = text(json_object(held(bundle, lambda name: name == MANIFEST).get(MANIFEST)).get("bundle"))
    with reading(bundle):
        return described(Entry(name, member, content) for member, content in in_folder(bundle, lambda _: True))[1]


def _names(manifest: Mapping[str, Any]) -> list[str]:
    return [str(row.get("name")) for row in manifest["members"]]


def _split(place: str, members: Sequence[str], bundle: Path) -> tuple[str, str]:
    """Return member and place within it; a member's name may itself hold colons, so the bundle's names decide."""
    named = [member for member in members if place.startswith(f"{member}:")]
    if named:
        member = max(named, key=len)
        return member, place[len(member) + 1 :]
    wished = place.partition(":")[0]
    if wished == place:
        raise UsageError("{place!r} is no place in a bundle", cure=FORM, place=place)
    near = difflib.get_close_matches(wished, members, n=3, cutoff=0.5)
    raise UsageError(
        "the bundle has no member {member!r}",
        cure="did you mean {near}?" if near else "tar -tzf {bundle} lists its members",
        member=wished,
        near=either(near),
        bundle=shlex.quote(str(bundle)),
    )


def _placed(bundle: Path, member: str, ledger: Sequence[Redaction]) -> list[tuple[Redaction, Spot]]:
    content = decode(held(bundle, lambda name: name == member)[member]).text
    listed = [row for row in ledger if row.member == member]
    try:
        starts = offsets(content, listed)
    except ValueError:
        raise refuse(
            "{ledger} names a place in {member} at which its mark does not stand", ledger=LEDGER, member=member
        ) from None
    lines = [0, *(at + 1 for at, character in enumerate(content) if character == "\n")]
    return [
        (row, _spot(content, lines, start, start + len(row.mark))) for row, start in zip(listed, starts, strict=True)
    ]


def _spot(content: str, lines: Sequence[int], start: int, end: int) -> Spot:
    number = bisect_right(lines, start)
    begin = lines[number - 1]
    stop = lines[number] - 1 if number < len(lines) else len(content)
    return Spot(number, start - begin + 1, content[begin:start], content[end : max(end, stop)].rstrip("\r"))


def _stands(row: Redaction, spot: Spot, within: str) -> bool:
    """Tell whether the mark stands at a place: any of its columns, or the pointer to its value."""
    if at := LINE_COLUMN.fullmatch(within):
        return spot.line == int(at["line"]) and 0 <= int(at["column"]) - spot.column < max(1, len(row.mark))
    return row.place == within


def _nothing_there(bundle: Path, member: str, within: str, placed: Sequence[tuple[Redaction, Spot]]) -> UsageError:
    at = LINE_COLUMN.fullmatch(within)
    if not at and within and not within.startswith("/"):
        return UsageError("{place!r} is no place in {member}", cure=FORM, place=within, member=member)
    what = Sentence("no mark stands at {place}: no rule removed anything there", place=f"{member}:{within}")
    if not placed:
        return UsageError(
            what, cure="nothing was removed from this member; {ledger} names every mark of the bundle", ledger=LEDGER
        )
    if at:
        line, column = int(at["line"]), int(at["column"])
        nearest = min(placed, key=lambda one: (abs(one[1].line - line), abs(one[1].column - column)))[0]
    else:
        nearest = max(placed, key=lambda one: _shared(one[0].place, within))[0]
    return UsageError(
        what,
        cure="the nearest mark: collect-bundle explain {bundle} {place}",
        bundle=shlex.quote(str(bundle)),
        place=shlex.quote(_written(nearest)),
    )


def _shared(one: str, other: str) -> int:
    """Return how many steps two pointers share from the root."""
    pairs = list(zip(one.split("/"), other.split("/"), strict=False))
    return next((index for index, (a, b) in enumerate(pairs) if a != b), len(pairs))
