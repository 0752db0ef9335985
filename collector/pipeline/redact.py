"""`redact` for what people already have at hand: the same door and the same search as a bundle's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from collector.bundle.layout import member_name, unused
from collector.bundle.residue import Wanted, search, wanted
from collector.errors import ExitCode, UsageError
from collector.language import Language, language
from collector.model import CleanText, Raw, RawText, Redaction, Withheld
from collector.pipeline.keys import key_of
from collector.pipeline.options import profile_of, rules_of
from collector.redaction.door import Door
from collector.redaction.redactor import Redactor
from collector.redaction.rules import RuleSet
from collector.sentence import Sentence, joined
from collector.settings import Settings
from collector.sources.folder import LARGEST, names, read


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came of redacting files: how many, what was removed, what was withheld and what a reader must know."""

    content: bytes | None
    """The clean bytes of a single file that has not been written anywhere; None otherwise."""
    files: int
    removed: Mapping[str, int]
    """How many, by rule."""
    withheld: tuple[Withheld, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    places: tuple[Redaction, ...] = ()
    """Where each mark stands, and by which rule; none for a pipe, which keeps no ledger."""

    @property
    def exit_code(self) -> ExitCode:
        """Return 0 where everything passed, 8 where something was withheld."""
        return ExitCode.PARTIAL if self.withheld else ExitCode.DONE


@dataclass(frozen=True, slots=True)
class _Outcome:
    name: CleanText
    content: bytes
    redactions: tuple[Redaction, ...] = ()
    withheld: Withheld | None = None
    note: str = ""


def redact_file(path: Path, settings: Settings, *, output: Path | None = None) -> Cleaned:
    """Redact one file in two passes, and write it to `output` (0600, never over another file) if given."""
    # A link that a person names, such as a log's current.log, is followed; those inside a folder are not.
    real = path.resolve()
    return _redact_one(read(real.parent, RawText(real.name), called=str(path)), settings, output)


def redact_bytes(reader: BinaryIO, settings: Settings, output: Path) -> Cleaned:
    """Redact a pipe into a file: kept whole, and so in two passes as a file is. Raises UsageError above 512 MiB."""
    content = reader.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UsageError(
            "standard input holds more than {mib} MiB", cure="collect-bundle redact - > FILE", mib=LARGEST >> 20
        )
    return _redact_one(Raw("standard input", content), settings, output)


def _redact_one(raw: Raw, settings: Settings, output: Path | None) -> Cleaned:
    rules = rules_of(settings)
    door = _door(settings, rules)
    door.learn(raw)
    outcome = _searched(door, raw, wanted(door.known()))
    if output and not outcome.withheld:
        from collector.bundle.publish import write_files  # noqa: PLC0415  archives are heavy

        write_files({output: outcome.content})
    kept = outcome.content if output is None and not outcome.withheld else None
    return _cleaned(1, [outcome], door, rules, kept)


def redact_folder(folder: Path, settings: Settings, output: Path) -> Cleaned:
    """Redact every regular file below a folder into a new folder; what cannot be made safe leaves a stub."""
    if output.resolve().is_relative_to(folder.resolve()):
        raise UsageError(
            "{output} is inside {folder}, which is read",
            cure="give a place outside the folder",
            output=output,
            folder=folder,
        )
    rules = rules_of(settings)
    door, files = _door(settings, rules), names(folder)
    _learn_all(door, folder, files)
    outcomes: list[_Outcome] = []
    from collector.bundle.publish import write_folder  # noqa: PLC0415  archives are heavy

    write_folder(output, _written(door, folder, files, outcomes, language(settings["lang"])))
    return _cleaned(len(outcomes), outcomes, door, rules, None)


def would_redact(path: Path, settings: Settings) -> Cleaned:
    """Tell what redacting a file or a folder would remove, place by place, and write nothing."""
    rules = rules_of(settings)
    folder, files = (path, names(path)) if path.is_dir() else (path.resolve().parent, (RawText(path.resolve().name),))
    door = _door(settings, rules)
    _learn_all(door, folder, files)
    outcomes: list[_Outcome] = []
    for _ in _written(door, folder, files, outcomes, language(settings["lang"])):
        pass
    return _cleaned(len(outcomes), outcomes, door, rules, None)


def _learn_all(door: Door, folder: Path, files: tuple[RawText, ...]) -> None:
    for name in files:
        try:
            door.learn(read(folder, name))
        except UsageError:
            continue  # it is met again, and withheld with the reason, in the second pass


def redact_pipe(reader: BinaryIO, writer: BinaryIO, settings: Settings) -> Cleaned:
    """Redact a stream in one pass and bounded memory: what is learned late cannot be removed from what has gone out."""
    rules = rules_of(settings)
    redactor = Redactor(rules, key=key_of(settings).content, region=settings["region"])
    result = redactor.redact_stream(reader, writer)
    note = Sentence("read from a pipe, in one pass: a value first recognised late is not removed from earlier lines")
    return Cleaned(
        None,
        1,
        result.redactions,
        (),
        (note,),
        _switched_off(rules),
    )


def _door(settings: Settings, rules: RuleSet) -> Door:
    return Door(rules, key=key_of(settings).content, profile=profile_of(settings), region=settings["region"])


def _switched_off(rules: RuleSet) -> tuple[str, ...]:
    names = ", ".join(rules.without)
    return (Sentence("shipped rules were switched off by the rules file: {rules}", rules=names),) if names else ()


def _pass(door: Door, folder: Path, name: RawText, values: Wanted) -> _Outcome:
    try:
        return _searched(door, read(folder, name), values)
    except UsageError as error:
        clean_name = CleanText(member_name(door.clean_text(name)))
        return _refused(Withheld(clean_name, error.what))


def _searched(door: Door, raw: Raw, values: Wanted) -> _Outcome:
    passed = door.clean(raw)
    if passed.clean is None:
        assert passed.withheld is not None  # noqa: S101
        return _refused(replace(passed.withheld, name=CleanText(member_name(passed.withheld.name))))
    clean = replace(passed.clean, name=CleanText(member_name(passed.clean.name)))
    residues = search(clean.name, clean.content, values)
    if residues:
        kinds = joined(sorted({r.kind for r in residues}))
        shown = CleanText(Sentence("a file whose name holds it")) if any(r.in_name for r in residues) else clean.name
        return _refused(
            Withheld(
                shown,
                Sentence("the search of the finished bytes found something sensitive in it: {kinds}", kinds=kinds),
            )
        )
    return _Outcome(clean.name, clean.content, passed.redactions, None, passed.note)


def _refused(withheld: Withheld) -> _Outcome:
    return _Outcome(CleanText(f"{withheld.name}.withheld.txt"), b"", withheld=withheld)


def _stub(withheld: Withheld, say: Language) -> bytes:
    """Return what stands in the place of a withheld file."""
    lines = (say("This file was withheld."), say("Reason: {reason}.", reason=withheld.reason))
    return "".join(f"{line}\n" for line in lines).encode()


def _written(
    door: Door, folder: Path, files: tuple[RawText, ...], outcomes: list[_Outcome], say: Language
) -> Iterator[tuple[str, bytes]]:
    used: set[str] = set()
    values = wanted(door.known())
    for name in files:
        outcome = _pass(door, folder, name, values)
        free = unused(outcome.name, used)
        used.add(free)
        outcomes.append(replace(outcome, name=CleanText(free), content=b""))
        yield free, _stub(outcome.withheld, say) if outcome.withheld else outcome.content


def _cleaned(files: int, outcomes: list[_Outcome], door: Door, rules: RuleSet, content: bytes | None) -> Cleaned:
    return Cleaned(
        content,
        files,
        Counter(r.rule for o in outcomes for r in o.redactions),
        tuple(o.withheld for o in outcomes if o.withheld),
        (*(Sentence("{name}: {note}", name=o.name, note=o.note) for o in outcomes if o.note), *door.warnings()),
        _switched_off(rules),
        tuple(replace(r, member=o.name) for o in outcomes for r in o.redactions),
    )
