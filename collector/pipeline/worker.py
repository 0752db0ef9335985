"""What is done with a piece of work: learn from it, count known values in it, clean and search it; in any process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple

from collector.bundle.layout import member_name
from collector.bundle.residue import Wanted, search, wanted
from collector.errors import UsageError
from collector.model import CleanText, KnownValues, Profile, Redaction
from collector.pipeline.configuration import RuleTexts
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
    """What became of a piece: clean bytes and how many marks of each rule are in them; or why it must not pass."""

    content: bytes = b""
    removed: Mapping[str, int] = field(default_factory=dict)
    withheld: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Places:
    """Where the marks of a piece stand, and how many line ends it has; or why it must not pass."""

    redactions: tuple[Redaction, ...] = ()
    lines: int = 0
    withheld: str = ""
    note: str = ""


class _Clean(NamedTuple):
    """A clean piece, with what is searched of it, and what is told of its marks to whom."""

    content: bytes
    seen: bytes
    rules: Sequence[str]
    redactions: Callable[[], tuple[Redaction, ...]]
    note: str = ""


class _WithheldError(Exception):
    """Why a piece must not pass."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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
        try:
            clean = self._searched(work, member, forgotten, kept)
        except _WithheldError as error:
            return Outcome(withheld=error.reason)
        return Outcome(clean.content, Counter(clean.rules), note=clean.note)

    def place(self, work: Work, member: str, forgotten: tuple[str, ...] = (), kept: KeptFinds | None = None) -> Places:
        """Return where the marks stand in the same clean piece, or why it must not pass."""
        try:
            clean = self._searched(work, member, forgotten, kept)
        except _WithheldError as error:
            return Places(withheld=error.reason)
        return Places(clean.redactions(), clean.content.count(b"\n"), note=clean.note)

    def _searched(self, work: Work, member: str, forgotten: tuple[str, ...], kept: KeptFinds | None) -> _Clean:
        """Return a piece clean and searched; raise _WithheldError, and nothing else, where it must not pass."""
        self.forget(forgotten)
        try:
            self._refuse_again(work)
            clean = self._whole(work, member) if work.is_whole else self._part(work, member, kept)
            residues = search(member, clean.seen, self._wanted)
        except _WithheldError:
            raise
        except UsageError as error:
            raise _WithheldError(error.reason) from None
        except RunawayPatternError as error:
            self._ran_away[work.source] = error
            raise _WithheldError(error.reason) from None
        except Exception:  # noqa: BLE001  whatever happened, the content does not pass
            raise _WithheldError(Sentence("it could not be redacted: the redactor failed on it")) from None
        if residues:
            kinds = joined(sorted({residue.kind for residue in residues}))
            raise _WithheldError(
                Sentence("the search of the finished bytes found something sensitive in it: {kinds}", kinds=kinds)
            )
        return clean

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

    def _whole(self, work: Work, member: str) -> _Clean:
        read = content(work)
        found = self._found_again(work, read)
        passed = artifact.clean(self._engine, read, found, self._known, CleanText(member))
        if passed.clean is None:
            raise _WithheldError(passed.withheld.reason if passed.withheld else artifact.BINARY)
        rules = [redaction.rule for redaction in passed.redactions]
        return _Clean(passed.clean.content, passed.clean.content, rules, lambda: passed.redactions, passed.note)

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

    def _part(self, work: Work, member: str, kept: KeptFinds | None) -> _Clean:
        read = part(work)
        if b"\0" in read.content:  # UTF-16 is not read in parts
            raise _WithheldError(artifact.BINARY)
        clean = parts.cleaned(self._engine, parts.find(self._engine, read, kept), self._known, member)
        redactions = partial(clean.redactions, member, self._engine.pseudonyms)
        return _Clean(clean.content, clean.surrounded, [placed.span.rule for placed in clean.placed], redactions)


def _bytes(work: Work) -> bytes:
    return content(work) if work.is_whole else part(work).content


def _kept_by(work: Work) -> int:
    return work.length + KEPT_BY_EACH
