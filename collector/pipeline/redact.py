"""`redact` for what people already have at hand: the same rules and the same search as a bundle's."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, BinaryIO

from collector.bundle.layout import Names
from collector.errors import ExitCode, UsageError
from collector.language import Language, language
from collector.model import CleanText, Redaction, Withheld
from collector.pipeline.configuration import profile_of, rule_texts, rules_of, switched_off
from collector.pipeline.keys import key_of
from collector.pipeline.passes import CleanFile, Passes, Planned, Watch, unwatched
from collector.pipeline.steps import Where
from collector.pipeline.work import Held, plan
from collector.pipeline.worker import Setup
from collector.redaction.redactor import Redactor
from collector.sentence import Sentence
from collector.settings import Settings
from collector.sources.folder import LARGEST, File, files, named


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came of redacting files: how many, what was removed, what was withheld and what a reader must know."""

    files: int
    removed: Mapping[str, int]
    """How many, by rule."""
    withheld: tuple[Withheld, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    places: tuple[Redaction, ...] = ()
    """Where each mark would stand, and by which rule; only where that was asked for."""

    @property
    def exit_code(self) -> ExitCode:
        """Return 0 where everything passed, 8 where something was withheld."""
        return ExitCode.PARTIAL if self.withheld else ExitCode.DONE


def redacted_file(
    path: Path, settings: Settings, *, watch: Watch = unwatched, where: Where | None = None
) -> AbstractContextManager[tuple[IO[bytes] | None, Cleaned]]:
    """Redact one file in two passes; its clean content is there as long as the block runs, or None: it is withheld."""
    return _redacted(_named(path), settings, watch, where, None)


def redact_file(
    path: Path, settings: Settings, output: Path, *, watch: Watch = unwatched, where: Where | None = None
) -> Cleaned:
    """Redact one file in two passes and write it to `output`, 0600, never over another file."""
    return _write_one(_named(path), settings, output, watch, where)


def redact_bytes(reader: BinaryIO, settings: Settings, output: Path, *, watch: Watch = unwatched) -> Cleaned:
    """Redact a pipe into a file: kept whole, and so in two passes as a file is. Raises UsageError above 512 MiB."""
    content = reader.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UsageError(
            "standard input holds more than {mib} MiB", cure="collect-bundle redact - > FILE", mib=LARGEST >> 20
        )
    return _write_one(_planned(Held(content)), settings, output, watch, None)


def redact_folder(
    folder: Path, settings: Settings, output: Path, *, watch: Watch = unwatched, where: Where | None = None
) -> Cleaned:
    """Redact every regular file below a folder into a new folder; what cannot be made safe leaves a stub."""
    if Path(os.path.realpath(output)).is_relative_to(os.path.realpath(folder)):
        raise UsageError(
            "{output} is inside {folder}, which is read",
            cure="give a place outside the folder",
            output=output,
            folder=folder,
        )
    return _write_many(_below(folder), settings, output, watch, where)


def redact_files(
    paths: Sequence[Path], settings: Settings, output: Path, *, watch: Watch = unwatched, where: Where | None = None
) -> Cleaned:
    """Redact several files together into a new folder; what is there and cannot be made safe leaves a stub."""
    return _write_many(_each(paths), settings, output, watch, where)


def would_redact(
    paths: Sequence[Path], settings: Settings, *, watch: Watch = unwatched, where: Where | None = None
) -> Cleaned:
    """Tell what redacting a file, a folder or several files would remove, place by place, and write nothing."""
    alone = paths[0] if len(paths) == 1 else None
    files = _each(paths) if alone is None else _below(alone) if alone.is_dir() else [_named(alone)]
    passes = Passes(files, _setup(settings), watch=watch, where=where)
    tally, names = _Tally(), Names()
    for file in passes.places():
        tally.hear(file if file.withheld else replace(file, name=CleanText(names.give(file.name))))
    return tally.cleaned(passes)


def redact_pipe(reader: BinaryIO, writer: BinaryIO, settings: Settings) -> Cleaned:
    """Redact a stream in bounded memory: of a large one, what is learned late is not removed from what has gone out."""
    rules = rules_of(settings)
    redactor = Redactor(rules, key=key_of(settings).content, region=settings["region"])
    result = redactor.redact_stream(reader, writer)
    note = Sentence("read from a pipe, in one pass: a value first recognised late is not removed from earlier lines")
    return Cleaned(1, result.redactions, (), (note,) if result.passes == 1 else (), switched_off(rules.without))


def _setup(settings: Settings) -> Setup:
    return Setup(rule_texts(settings), profile_of(settings), key_of(settings).content, settings["region"])


def _named(path: Path) -> Planned:
    return _planned(named(path))


def _planned(source: File | Held) -> Planned:
    return Planned(source, plan(source))


def _below(folder: Path) -> list[Planned]:
    return [_planned_or_refused(source) for source in files(folder)]


def _each(paths: Sequence[Path]) -> list[Planned]:
    """Return how each of several files is read; raises UsageError where one is a folder, or cannot be read at all."""
    for path in paths:
        if path.is_dir():
            raise UsageError("{folder} is a folder among files", cure="redact it by itself", folder=path)
        with named(path).opened():
            pass
    sources = map(named, paths)
    return [_planned_or_refused(File(source.folder, source.name)) for source in sources]


def _planned_or_refused(source: File) -> Planned:
    try:
        return _planned(source)
    except UsageError as error:
        return Planned(source, refused=error.reason)


@contextmanager
def _redacted(
    file: Planned, settings: Settings, watch: Watch, where: Where | None, spool: Path | None
) -> Iterator[tuple[IO[bytes] | None, Cleaned]]:
    passes = Passes([file], _setup(settings), watch=watch, where=where)
    for clean in passes.contents(spool):
        tally = _Tally()
        tally.hear(clean)
        yield clean.content, tally.cleaned(passes)


def _write_one(file: Planned, settings: Settings, output: Path, watch: Watch, where: Where | None) -> Cleaned:
    from collector.bundle.publish import check_file, write_files  # noqa: PLC0415  archives are heavy

    check_file(output)
    with _redacted(file, settings, watch, where, output.parent) as (content, cleaned):
        if content is not None:
            write_files({output: content})
        return cleaned


def _write_many(
    files: Sequence[Planned], settings: Settings, output: Path, watch: Watch, where: Where | None
) -> Cleaned:
    from collector.bundle.publish import write_folder  # noqa: PLC0415  archives are heavy

    passes = Passes(files, _setup(settings), watch=watch, where=where)
    tally = _Tally()
    write_folder(output, _contents(passes.contents(output.parent), tally, language(settings["lang"])))
    return tally.cleaned(passes)


def _contents(files: Iterator[CleanFile], tally: _Tally, say: Language) -> Iterator[tuple[str, bytes | IO[bytes]]]:
    names = Names()
    for file in files:
        name = CleanText(names.give(f"{file.name}.withheld.txt" if file.withheld else file.name))
        tally.hear(replace(file, name=name))
        yield name, file.content or _stub(file.withheld, say)


def _stub(withheld: Withheld | None, say: Language) -> bytes:
    """Return what stands in the place of a withheld file."""
    reason = withheld.reason if withheld else ""
    lines = (say("This file was withheld."), say("Reason: {reason}.", reason=reason))
    return "".join(f"{line}\n" for line in lines).encode()


class _Tally:
    """What files come to together; of one that passed without a word no more than its marks' number is kept."""

    def __init__(self) -> None:
        self._files = 0
        self._removed: Counter[str] = Counter()
        self._withheld: list[Withheld] = []
        self._notes: list[Sentence] = []
        self._places: list[Redaction] = []

    def hear(self, file: CleanFile) -> None:
        self._files += 1
        self._removed.update(file.removed)
        if file.withheld:
            self._withheld.append(file.withheld)
        if file.note:
            self._notes.append(Sentence("{name}: {note}", name=file.name, note=file.note))
        self._places += (replace(place, member=file.name) for place in file.places)

    def cleaned(self, passes: Passes) -> Cleaned:
        return Cleaned(
            self._files,
            self._removed,
            tuple(self._withheld),
            tuple(self._notes),
            (*switched_off(passes.switched_off), *passes.warnings),
            tuple(self._places),
        )
