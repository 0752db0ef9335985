"""What a check may look at: the clean answers, parsed, and the installation they show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from collector.documents import Json, at, parsed, pointer
from collector.finding import Limits, Pointer
from collector.language import Language, language
from collector.model import CleanText, Member, Redaction, Withheld
from collector.run import Contents, Run
from collector.target import Attempt
from collector.topology import SUPPORT, Installation, Node, installation
from collector.units import as_utc, cut

LONGEST_SHOWN = 160
MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that was collected, as a check reads it."""

    run: Run
    documents: Mapping[str, Json]
    installation: Installation
    attempts: tuple[Attempt[CleanText], ...]
    redactions: tuple[Redaction, ...]
    withheld: tuple[Withheld, ...]
    say: Language
    """Every word of a finding that a person reads is said by it."""
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Every member's bytes by its name, for what is not JSON."""

    @property
    def now(self) -> datetime:
        """Return when the run began, UTC, to the second: that is what the manifest keeps of it."""
        return as_utc(self.run.started).replace(microsecond=0)

    @property
    def limits(self) -> Limits:
        """Return from where on a value is a finding."""
        return self.run.limits

    def find(self, member: str, *keys: str) -> object:
        """Return what stands under the keys in a member, or None."""
        return at(self.documents.get(member), *keys)

    def point(self, member: str, *keys: str | int) -> Pointer:
        """Return a pointer to what stands under the keys in a member."""
        value: object = self.documents.get(member)
        for key in keys:
            value = value[key] if isinstance(value, list) and isinstance(key, int) else at(value, str(key))
        return Pointer(member, pointer(keys), shown(value))

    def attempt(self, source: str) -> tuple[int, Attempt[CleanText]] | None:
        """Return the attempt of a source and its place in attempts.json."""
        return next(((n, a) for n, a in enumerate(self.attempts) if a.source == source), None)

    def names(self, nodes: Iterable[Node]) -> str:
        """Return the names of nodes as a list for people."""
        return self.say.listed([node.name for node in nodes])

    def whose(self, nodes: Sequence[Node]) -> str:
        """Return the names of nodes as a list for people, or that it is every one of several that answered."""
        return self.say("every node") if self.is_every_one(nodes) else self.names(nodes)

    def is_every_one(self, nodes: Sequence[Node]) -> bool:
        """Tell whether these are all of several nodes that told about themselves."""
        return len(nodes) == len(self.installation.answering) > 1

    def lines(self, parts: Sequence[str]) -> str:
        """Return parts of what was seen in a row; beyond eight the rest is counted."""
        shown_, rest = self.say("; ").join(parts[:MOST_LISTED]), len(parts) - MOST_LISTED
        return shown_ if rest <= 0 else self.say("{items} and {count} more", items=shown_, count=f"{rest:,}")


def gather(contents: Contents) -> Evidence:
    """Return the evidence of a run's contents."""
    return evidence_of(
        contents.run,
        contents.members,
        attempts=contents.attempts,
        redactions=contents.redactions,
        withheld=contents.withheld,
    )


def evidence_of(
    run: Run,
    members: Sequence[Member],
    *,
    attempts: tuple[Attempt[CleanText], ...] = (),
    redactions: tuple[Redaction, ...] = (),
    withheld: tuple[Withheld, ...] = (),
) -> Evidence:
    """Return the evidence that members hold, of this run or of an old bundle."""
    read = parsed(members)
    said = language(run.language)
    bytes_by_name = {str(member.name): member.content for member in members}
    return Evidence(run, read, installation(read), attempts, redactions, withheld, said, bytes_by_name)


def reported(node: Node, key: str) -> Pointer:
    """Return a pointer to a field of a node's part of `/v1/support`; to the part itself where it lacks the field."""
    if key not in node.report:
        return Pointer(SUPPORT, node.place, "…")
    return Pointer(SUPPORT, node.place + pointer([key]), shown(node.report.get(key)))


def shown(value: object) -> str:
    """Return a value as evidence shows it: a string as it stands, all else as JSON, at most 160 characters."""
    return cut(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), LONGEST_SHOWN)
