"""From clean things to a sealed bundle; what the sealed search finds is withheld once, and then it must be silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from collector.bundle.layout import Names, bundle_name, stub_name
from collector.bundle.manifest import attempts_file, findings_file, manifest, redactions_file
from collector.bundle.residue import Residue, Wanted, wanted
from collector.bundle.seal import Sealed, seal
from collector.errors import ResidueError
from collector.findings import judge
from collector.language import Language, language
from collector.model import Authored, CleanText, KnownValues, Member, Withheld, WrittenCheck
from collector.report.pages import pages
from collector.run import Contents
from collector.sentence import Sentence, joined

REPORT = Sentence(
    "report it with the member's name and the kind, and do not send the data by other means until it is understood"
)


@dataclass(frozen=True, slots=True)
class Assembled:
    """A bundle without residue, ready to be published, and what it says."""

    contents: Contents
    sealed: Sealed


def assemble(contents: Contents, known: KnownValues, checks: tuple[WrittenCheck, ...] = ()) -> Assembled:
    """Render, pack and search; withhold the members that still hold something, then render, pack and search again.

    `checks` are the profile's own. Raises ResidueError where the second search finds anything, or the first finds it
    outside the collected members.
    """
    values = wanted(known)
    first = _sealed(contents, values, checks)
    if not first.sealed.residues:
        return first
    bad = {r.member for r in first.sealed.residues} & {m.name for m in contents.members}
    if not bad:
        raise _refused(first.sealed.residues)
    second = _sealed(_without(contents, bad, first.sealed.residues), values, checks)
    if second.sealed.residues:
        raise _refused(second.sealed.residues)
    return second


def _sealed(contents: Contents, values: Wanted, checks: tuple[WrittenCheck, ...]) -> Assembled:
    judged = replace(contents, findings=judge(contents, checks))
    written: tuple[Member, ...] = (
        *judged.members,
        *pages(judged),
        attempts_file(judged.attempts),
        redactions_file(judged),
        findings_file(judged),
    )
    run = judged.run
    members = (*written, *_stubs(judged.withheld, Names(m.name for m in written), language(run.language)))
    name = bundle_name(run.profile, run.label, run.started, members)
    everything = (*members, manifest(name, judged, members))
    return Assembled(judged, seal(name, everything, values, mtime=int(run.started.timestamp())))


def _without(contents: Contents, bad: set[str], residues: tuple[Residue, ...]) -> Contents:
    nameless = {r.member for r in residues if r.in_name}
    withheld = [
        Withheld(
            CleanText(f"collected/member-{number}") if member.name in nameless else member.name,
            Sentence(
                "the search of the sealed bytes found something sensitive in it: {kinds}",
                kinds=joined(sorted({r.kind for r in residues if r.member == member.name})),
            ),
        )
        for number, member in enumerate(contents.members, 1)
        if member.name in bad
    ]
    return replace(
        contents,
        members=tuple(m for m in contents.members if m.name not in bad),
        redactions=tuple(r for r in contents.redactions if r.member not in bad),
        attempts=tuple(replace(a, member=None) if a.member in bad else a for a in contents.attempts),
        notes={name: note for name, note in contents.notes.items() if name not in bad},
        withheld=(*contents.withheld, *withheld),
    )


def _stubs(withheld: Sequence[Withheld], names: Names, say: Language) -> Iterator[Authored]:
    for one in withheld:
        lines = (
            say("This member was withheld."),
            say("Reason: {reason}.", reason=one.reason),
            say("Nothing of it is in this bundle."),
        )
        yield Authored(names.give(stub_name(one.name)), "".join(f"{line}\n" for line in lines).encode())


def _refused(residues: tuple[Residue, ...]) -> ResidueError:
    listed = joined(sorted({r.told for r in residues})[:10])
    return ResidueError(
        "nothing was published: the sealed search found a residue in {listed}", cure=REPORT, listed=listed
    )
