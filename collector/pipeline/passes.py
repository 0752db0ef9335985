"""Files in two passes and a look between them: learn from all, see what is too common to go everywhere, clean each."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from collector.errors import OutputError
from collector.language import message
from collector.model import CleanText, Redaction, Withheld
from collector.pipeline.steps import Done, Step, Where, in_order, processes_for
from collector.pipeline.work import Held, Plan, Source, Work
from collector.pipeline.worker import Outcome, Places, Setup, Worker
from collector.redaction import artifact
from collector.redaction.kept_finds import KeptFinds
from collector.redaction.learned_values import LearnedValues
from collector.redaction.spans import Span
from collector.sentence import Sentence

if TYPE_CHECKING:
    from concurrent.futures import Executor

IN_MEMORY = 4 * 1024 * 1024
"""Clean bytes of one file that stay in memory until all of it has passed; more go to a file without a name."""
MOST_KEPT = 16 * 1024 * 1024
"""Packed bytes of finds that are kept from one pass to the next; of pieces beyond, they are found again."""
NAMES_AT_ONCE = 1024
LOOKING, COUNTING, CLEANING = message("looking"), message("counting"), message("cleaning")
NAMELESS = CleanText(Sentence("a file whose name holds it"))
"""Stands for a name in which the search finds something, or that could not be cleaned; its file is withheld."""
UNSAFE_NAME = Sentence("its name could not be made safe")

Watch = Callable[[str, int, int], None]
"""Hears what is being done, and how many bytes of how many are."""


def unwatched(doing: str, done: int, total: int) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A source and how it is read, or why it cannot be."""

    source: Source
    plan: Plan = field(default_factory=lambda: Plan(()))
    refused: str = ""


@dataclass(frozen=True, slots=True)
class CleanFile:
    """What became of a file: what was removed and its clean content, or why it is withheld."""

    name: CleanText
    content: IO[bytes] | None = None
    """From its beginning, until the next file is asked for; None where it is withheld, or nobody wants it."""
    removed: Mapping[str, int] = field(default_factory=dict)
    """How many, by rule."""
    places: tuple[Redaction, ...] = ()
    withheld: Withheld | None = None
    note: str = ""


class Passes:
    """The way of some files through the rules; `warnings` are complete once all files have been yielded."""

    def __init__(
        self, files: Sequence[Planned], setup: Setup, *, watch: Watch = unwatched, where: Where | None = None
    ) -> None:
        self._files = files
        self._setup = setup
        self._watch = watch
        self._here = Worker(setup)
        self._works = [work for file in files for work in file.plan.works]
        self._where = where or _processes(processes_for(self._works))
        self._kept: dict[Work, KeptFinds] = {}
        self._free = MOST_KEPT
        self.warnings: list[Sentence] = []

    @property
    def switched_off(self) -> tuple[str, ...]:
        """Return the shipped rules that do not apply."""
        return self._here.switched_off

    def contents(self, spool: Path | None = None) -> Iterator[CleanFile]:
        """Yield every file clean, in order, with its content; what does not fit into memory is kept below `spool`."""
        for name, file, outcomes in self._cleaned(Worker.clean):
            with tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(spool) if spool else None) as content:
                yield _gathered(name, file, outcomes, content)

    def places(self) -> Iterator[CleanFile]:
        """Yield every file, in order, with the places of what goes."""
        for name, file, outcomes in self._cleaned(Worker.place):
            yield _placed(name, file, outcomes)

    def _cleaned(self, step: Step[Done]) -> Iterator[tuple[CleanText, Planned, Iterator[Done]]]:
        learned = self._learned()
        if self._where is None:
            self._here.know(learned)
        with self._workers(learned) as executor:
            forgotten = self._too_common(executor)
            names = self._names(executor, forgotten)
            pieces = (
                (work, name, forgotten, self._kept.pop(work, None))
                for name, file in zip(names, self._files, strict=True)
                for work in file.plan.works
            )
            outcomes = self._each(executor, step, pieces, CLEANING)
            for name, file in zip(names, self._files, strict=True):
                of_file = islice(outcomes, len(file.plan.works))
                yield name, _refused_by_name(file, name), of_file
                for _ in of_file:
                    pass

    def _names(self, executor: Executor | None, forgotten: tuple[str, ...]) -> list[CleanText]:
        """Return the clean names of the files; this process knows no values where others do the work."""
        sources = [file.source for file in self._files]
        pieces = (
            (tuple(source.name for source in sources[at : at + NAMES_AT_ONCE]), forgotten)
            for at in range(0, len(sources), NAMES_AT_ONCE)
        )
        found = chain.from_iterable(self._done(executor, Worker.names, pieces))
        return [
            CleanText(source.name) if isinstance(source, Held) else name or NAMELESS
            for source, name in zip(sources, found, strict=True)
        ]

    def _learned(self) -> LearnedValues:
        learned = LearnedValues()
        with self._workers(()) as executor:
            pieces = ((work,) for work in self._works)
            for work, told in zip(self._works, self._each(executor, Worker.learn, pieces, LOOKING), strict=True):
                self._keep(work, told.kept)
                learned.add(told.spans)
        return learned

    def _keep(self, work: Work, kept: KeptFinds | None) -> None:
        if kept and self._free >= len(kept.packed):
            self._free -= len(kept.packed)
            self._kept[work] = kept

    def _too_common(self, executor: Executor | None) -> tuple[str, ...]:
        counts: Counter[str] = Counter()
        for counted in self._each(executor, Worker.count, ((work,) for work in self._works), COUNTING):
            counts.update(counted)
        total = sum(work.length for work in self._works) or 1
        unusual = tuple(artifact.unusual(counts, total))
        self.warnings += [artifact.not_everywhere(count) for _, count in unusual]
        return tuple(value for value, _ in unusual)

    @contextmanager
    def _workers(self, learned: Iterable[Span]) -> Iterator[Executor | None]:
        if self._where is None:
            yield None
        else:
            with self._where.started(self._setup, learned) as executor:
                yield executor

    def _each(
        self,
        executor: Executor | None,
        step: Step[Done],
        pieces: Iterable[tuple[Work, *tuple[object, ...]]],
        doing: str,
    ) -> Iterator[Done]:
        done, total = 0, sum(work.length for work in self._works)
        self._watch(doing, done, total)
        for work, result in zip(self._works, self._done(executor, step, pieces), strict=True):
            done += work.length
            self._watch(doing, done, total)
            yield result

    def _done(
        self, executor: Executor | None, step: Step[Done], pieces: Iterable[tuple[object, ...]]
    ) -> Iterator[Done]:
        if executor and self._where:
            return in_order(executor, self._where.width, step, pieces)
        return (step(self._here, *piece) for piece in pieces)


def _processes(count: int) -> Where | None:
    if count == 1:
        return None
    from collector.pipeline.pool import Processes  # noqa: PLC0415  what starts processes is heavy

    return Processes(count)


def _refused_by_name(file: Planned, name: CleanText) -> Planned:
    return replace(file, refused=UNSAFE_NAME) if name is NAMELESS and not file.refused else file


def _gathered(name: CleanText, file: Planned, outcomes: Iterable[Outcome], content: IO[bytes]) -> CleanFile:
    """Return a file with what its pieces came to, as long as all of them pass."""
    removed: Counter[str] = Counter()
    note = file.plan.note
    withheld = file.refused
    for outcome in outcomes:
        withheld = withheld or outcome.withheld
        note = note or outcome.note
        removed.update(outcome.removed)
        if not withheld:
            _keep(content, outcome.content)
    if withheld:
        return _withheld(name, withheld)
    content.seek(0)
    return CleanFile(name, content, removed, note=note)


def _keep(content: IO[bytes], piece: bytes) -> None:
    try:
        content.write(piece)
    except OSError as error:
        raise OutputError(
            "the clean content could not be kept until all of it has passed: {why}",
            cure="free some space beside --output; without it, in the directory of TMPDIR",
            why=error.strerror,
        ) from None


def _placed(name: CleanText, file: Planned, outcomes: Iterable[Places]) -> CleanFile:
    """Return a file with the places of its marks; lines are counted on from piece to piece."""
    places: list[Redaction] = []
    note, withheld, lines = file.plan.note, file.refused, 0
    for outcome in outcomes:
        withheld = withheld or outcome.withheld
        note = note or outcome.note
        places += (_moved(redaction, lines) for redaction in outcome.redactions)
        lines += outcome.lines
    if withheld:
        return _withheld(name, withheld)
    return CleanFile(name, None, Counter(place.rule for place in places), tuple(places), note=note)


def _moved(redaction: Redaction, lines: int) -> Redaction:
    line, colon, column = redaction.place.partition(":")
    return replace(redaction, place=f"{int(line) + lines}:{column}") if lines and colon else redaction


def _withheld(name: CleanText, why: str) -> CleanFile:
    return CleanFile(name, withheld=Withheld(name, why))
