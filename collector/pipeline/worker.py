"""What is done with a piece of work: learn from it, count known values in it, clean and search it; in any process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from collector.bundle.layout import member_name
from collector.bundle.residue import Wanted, search, wanted
from collector.errors import UsageError
from collector.model import CleanText, KnownValues, Profile, Redaction
from collector.pipeline.options import RuleTexts
from collector.pipeline.work import Source, Work, content, part
from collector.redaction import artifact, encoding, parts
from collector.redaction.engine import Engine, Found
from collector.redaction.kept_finds import KeptFinds
from collector.redaction.known import Known
from collector.redaction.patterns import RunawayPatternError
from collector.redaction.spans import Span
from collector.sentence import Sentence, joined

MOST_KEPT = 1024 * 1024
"""Bytes of texts of which what was found is kept from one pass to the next."""
KEPT_BY_EACH = 1024
"""Bytes that each of them counts more than its length: what is found in a short one takes that at least."""


@dataclass(frozen=True, slots=True, repr=False)
class Setup:
    """All that a worker has to be told, in a form that other processes understand."""

    rules: RuleTexts
    profile: Profile
    key: bytes
    region: str | None


@dataclass(frozen=True, slots=True, repr=False)
class Outcome:
    """What became of a piece: clean bytes, the line ends among them, and the ledger; or why it must not pass."""

    content: bytes = b""
    redactions: tuple[Redaction, ...] = ()
    withheld: str = ""
    note: str = ""

    @property
    def lines(self) -> int:
        """Return the line ends of the content."""
        return self.content.count(b"\n")


class Learned(NamedTuple):
    """What a piece tells: values to look for everywhere, and what else was found in it, to be given back with it."""

    spans: tuple[Span, ...] = ()
    kept: KeptFinds | None = None


class Worker:
    """Rules, key and the values that are known; of the texts it keeps what was found in the first few."""

    def __init__(self, setup: Setup) -> None:
        self._engine = Engine.of(setup.rules.compiled(), setup.key, setup.profile, setup.region)
        self._known = Known(setup.profile.words())
        self._found: dict[Work, Found] = {}
        self._kept = 0
        self._ran_away: dict[Source, RunawayPatternError] = {}

    def know(self, learned: Iterable[Span]) -> None:
        """Look for these values, too."""
        for span in learned:
            self._known.learn(span)

    def forget(self, values: Iterable[str]) -> None:
        """Stop looking for these texts."""
        for value in values:
            self._known.forget(value)

    @property
    def switched_off(self) -> tuple[str, ...]:
        """Return the shipped rules that do not apply."""
        return self._engine.scanner.rules.without

    @cached_property
    def _wanted(self) -> Wanted:
        return wanted(KnownValues(self._known.texts, self._known.numbers))

    def learn(self, work: Work) -> Learned:
        """Return what is strong enough to be looked for everywhere; what cannot be read is withheld when cleaned."""
        try:
            self._refuse_again(work)
            if work.is_whole:
                return Learned(self._engine.learnable(self._found_first(work, content(work))))
            read = part(work)
            if artifact.is_binary(read.content):
                return Learned()
            found = parts.find(self._engine, read)
            return Learned(parts.learned(self._engine, found), parts.kept(found))
        except RunawayPatternError as error:
            self._ran_away[work.source] = error
            return Learned()
        except Exception:  # noqa: BLE001  it is met again
            return Learned()

    def count(self, work: Work) -> Counter[str]:
        """Return how often each known text plainly stands in a piece."""
        try:
            return Counter(self._known.occurrences(encoding.decode(_bytes(work)).text))
        except UsageError:
            return Counter()

    def clean(self, work: Work, member: str, forgotten: tuple[str, ...] = (), kept: KeptFinds | None = None) -> Outcome:
        """Return a piece clean and searched for all that is known but the forgotten, or why it must not pass."""
        self.forget(forgotten)
        try:
            self._refuse_again(work)
            return self._whole(work, member) if work.is_whole else self._part(work, member, kept)
        except UsageError as error:
            return Outcome(withheld=error.reason)
        except RunawayPatternError as error:
            self._ran_away[work.source] = error
            return Outcome(withheld=error.reason)
        except Exception:  # noqa: BLE001  whatever happened, the content does not pass
            return Outcome(withheld=Sentence("it could not be redacted: the redactor failed on it"))

    def _refuse_again(self, work: Work) -> None:
        """Raise RunawayPatternError for a source in which a pattern ran away before: once costs its deadline."""
        if error := self._ran_away.get(work.source):
            raise error

    def names(self, names: tuple[str, ...], forgotten: tuple[str, ...] = ()) -> tuple[CleanText | None, ...]:
        """Return the names of files as a bundle has them, clean and searched; None for one that must not be shown."""
        self.forget(forgotten)
        return tuple(map(self._name, names))

    def _name(self, name: str) -> CleanText | None:
        try:
            clean = CleanText(member_name(self._engine.clean(self._engine.find(name), self._known)[0]))
            return None if search(clean, b"", self._wanted) else clean
        except Exception:  # noqa: BLE001  whatever happened, a name that was not cleaned is not shown
            return None

    def _whole(self, work: Work, member: str) -> Outcome:
        read = content(work)
        found = self._found_again(work, read)
        passed = artifact.clean(self._engine, read, found, self._known, CleanText(member))
        if passed.clean is None:
            return Outcome(withheld=passed.withheld.reason if passed.withheld else artifact.BINARY)
        return self._searched(passed.clean.content, passed.clean.content, passed.redactions, member, passed.note)

    def _found_first(self, work: Work, read: bytes) -> Found:
        """Return what is found in a text, and keep that for the next pass while it is little."""
        found = artifact.find(self._engine, work.source.name, read)
        if self._kept + _kept_by(work) <= MOST_KEPT:
            self._kept += _kept_by(work)
            self._found[work] = found
        return found

    def _found_again(self, work: Work, read: bytes) -> Found:
        if found := self._found.pop(work, None):
            self._kept -= _kept_by(work)
        return found or artifact.find(self._engine, work.source.name, read)

    def _part(self, work: Work, member: str, kept: KeptFinds | None) -> Outcome:
        read = part(work)
        if b"\0" in read.content:  # UTF-16 is not read in parts
            return Outcome(withheld=artifact.BINARY)
        clean = parts.cleaned(self._engine, parts.find(self._engine, read, kept), self._known, member)
        rows = clean.redactions(member, self._engine.pseudonyms)
        return self._searched(clean.content, clean.surrounded, rows, member)

    def _searched(
        self, clean: bytes, seen: bytes, redactions: tuple[Redaction, ...], member: str, note: str = ""
    ) -> Outcome:
        residues = search(member, seen, self._wanted)
        if residues:
            kinds = joined(sorted({residue.kind for residue in residues}))
            return Outcome(
                withheld=Sentence(
                    "the search of the finished bytes found something sensitive in it: {kinds}", kinds=kinds
                )
            )
        return Outcome(clean, redactions, note=note)


def _bytes(work: Work) -> bytes:
    return content(work) if work.is_whole else part(work).content


def _kept_by(work: Work) -> int:
    return work.length + KEPT_BY_EACH
