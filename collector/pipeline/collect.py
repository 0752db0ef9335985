"""The main act: ask, pass the door, explain, pack, search, publish."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from collector.bundle.layout import Names, check_label, member_name
from collector.bundle.publish import Published, check_directory, publish, write_to
from collector.bundle.reader import MAX_MEMBER_BYTES
from collector.bundle.seal import Sealed
from collector.errors import CollectBundleError, ExitCode, NothingUsableError, first_of
from collector.finding import Severity, limits_of
from collector.findings import at_least
from collector.language import language
from collector.model import Clean, CleanText, Profile, RawText, Withheld
from collector.pipeline.assemble import assemble
from collector.pipeline.configuration import origin_of, profile_of, rules_of, switched_off
from collector.pipeline.keys import Key, key_of
from collector.redaction.artifact import Passed
from collector.redaction.door import Door
from collector.redaction.rules import RuleSet
from collector.run import GIVEN, Contents, Run
from collector.sentence import Sentence
from collector.settings import Settings, settle
from collector.sources.http import ask
from collector.sources.instruments import Instruments
from collector.sources.saved import LIMIT, saved_bytes
from collector.sources.saved import saved as read_saved
from collector.target import Attempt, Result, Taken, Target

LARGEST_ANSWER = LIMIT
"""Bytes of an answer saved earlier; a larger one is refused."""


class Progress(Protocol):
    """Hears, in our own words, which source is asked and how it ended."""

    def asking(self, source: str) -> None:
        """Hear which source is being asked."""

    def ended(self, source: str, result: Result, seconds: float) -> None:
        """Hear how a source ended."""


@dataclass(frozen=True, slots=True)
class Capture:
    """What a run brought: the bundle's contents, where it lies, and the exit code the command line gives."""

    contents: Contents
    sealed: Sealed
    published: Published | None
    """None where the bundle went to a stream."""
    fail_on: str | None = None
    error: CollectBundleError | None = None
    """Why there is no answer in it, only attempts."""

    @property
    def exit_code(self) -> ExitCode:
        """Return 0 for a complete bundle, 8 for one with something missing, 13 for findings at or above `fail_on`.

        The error's own for one without an answer.
        """
        empty = (self.error.exit_code,) if self.error else ()
        partial = () if self.contents.complete else (ExitCode.PARTIAL,)
        is_bad = self.fail_on and at_least(self.contents.findings, Severity(self.fail_on))
        return first_of((*empty, *partial, *((ExitCode.FINDINGS,) if is_bad else ())))

    def write(self, stream: BinaryIO) -> None:
        """Write the bundle to an open stream."""
        write_to(self.sealed, stream)


def collect(
    target: Target | None = None,
    *,
    saved: Path | bytes | None = None,
    settings: Settings | None = None,
    key: bytes | None = None,
    instruments: Instruments | None = None,
    when_empty: Literal["refuse", "publish"] | None = None,
    progress: Progress | None = None,
) -> Capture:
    """Collect from a running service (`target`) or from answers saved earlier, and publish one verified bundle.

    `key` is the pseudonyms' key (32 bytes; fresh and thrown away by default), `instruments` the clocks, chance and
    environment; both fixed give a byte-identical tar for identical answers. With when_empty="publish", else where the
    settings say so, a run that brought no answer still publishes its attempts. Raises CollectBundleError; then no file
    was written.
    """
    settings = settings or settle({})
    instruments = instruments or Instruments()
    label = check_label(settings["label"]) if settings["label"] else None
    say = language(settings["lang"])
    profile, rules = profile_of(settings), rules_of(settings)
    if settings["output"] != "-":
        check_directory(Path(settings["output"]))
    chosen = key_of(settings) if key is None else Key(key, GIVEN)
    started = instruments.now()
    answers = _ask(target, saved, profile, settings, instruments, progress)
    credentials = answers.secrets
    door = Door(rules, key=chosen.content, profile=profile, credentials=credentials, region=settings["region"])
    for text in (f"url={target.url}" if target else "", profile.title):
        door.learn_text(RawText(text))
    for one in answers.taken:
        learn(door, one)
    error = answers.error and _cleaned(answers.error, door, origin_of(target.url) if target else "")
    if error and (when_empty or settings["when_empty"]) != "publish":
        raise error
    run = Run(
        tool_version=version(),
        profile=profile.name,
        profile_title=door.clean_text(RawText(profile.title)),
        profile_digest=profile.digest,
        rules_digest=rules.digest,
        level=rules.level,
        without=rules.without,
        key_scope=chosen.scope,
        started=started,
        ended=instruments.now(),
        target=door.clean_text(RawText(target.url)) if target else CleanText("answers saved earlier"),
        trust=target.trust.mode if target else "none",
        signed_in=target.credentials.kind if target else "none",
        label=label,
        warnings=tuple(_warnings(target, rules)),
        language=say.code,
        limits=limits_of(settings["limits"]),
    )
    assembled = assemble(through(door, answers.taken, run), door.known(), profile.checks)
    published = None if settings["output"] == "-" else publish(assembled.sealed, Path(settings["output"]))
    return Capture(assembled.contents, assembled.sealed, published, settings["fail_on"], error)


def version() -> str:
    """Return the installed version of collect-bundle."""
    return importlib.metadata.version("collect-bundle")


@dataclass(frozen=True, slots=True)
class _Answers:
    taken: tuple[Taken, ...]
    secrets: tuple[RawText, ...]
    error: CollectBundleError | None


def _ask(
    target: Target | None,
    saved: Path | bytes | None,
    profile: Profile,
    settings: Settings,
    instruments: Instruments,
    progress: Progress | None,
) -> _Answers:
    def asking(source: str) -> None:
        if progress:
            progress.asking(source)

    def heard(attempt: Attempt[RawText]) -> None:
        if progress:
            progress.ended(attempt.source, attempt.result, attempt.seconds)

    if target:
        collected = ask(
            profile, target, names=tuple(settings["with"]), instruments=instruments, on_asking=asking, on_attempt=heard
        )
        return _Answers(collected.taken, (*target.credentials.secrets(), *collected.secrets), collected.error)
    if isinstance(saved, bytes):
        taken = tuple(saved_bytes(saved, profile, now=instruments.now))
    else:
        taken = tuple(read_saved(saved or Path(), profile, now=instruments.now))
    met = {t.attempt.code for t in taken} - {"not-saved"}
    return _Answers(taken, (), None if any(t.raw for t in taken) else _nothing_saved(met))


def _nothing_saved(met: set[str]) -> NothingUsableError:
    what = Sentence("the folder holds no file")
    if met:
        codes = ", ".join(sorted(met - {"empty-file"}))
        unreadable = Sentence("none of the saved files could be read ({codes})", codes=codes)
        what = unreadable if codes else Sentence("every saved file is empty")
    return NothingUsableError(what, cure="give a folder with answers such as support.json, or one file")


def _cleaned(error: CollectBundleError, door: Door, origin: str) -> CollectBundleError:
    """Return the error with what it says passed through the door, for it may quote the server; the cure is ours.

    The address that was given stays as it was: only whoever gave it reads this, and a pseudonym hides a typo.
    """

    def clean(value: str) -> str:
        parts = value.split(origin) if origin else [value]
        return origin.join(door.clean_text(RawText(part)) for part in parts)

    return type(error)(error.what.through(clean), cure=error.cure)


def through(door: Door, taken: Sequence[Taken], run: Run) -> Contents:
    """Return the contents of a run: clean what was learned from, and give every member a name of its own."""
    attempts, redactions, withheld = [], [], []
    members: list[Clean] = []
    notes: dict[str, str] = {}
    names = Names()
    for one in taken:
        passed = door.clean(one.raw) if one.raw else None
        name = None
        if passed and passed.clean and len(passed.clean.content) > MAX_MEMBER_BYTES:
            passed = Passed(
                None, withheld=Withheld(passed.clean.name, Sentence("it is larger than a member may be (256 MiB)"))
            )
        if passed and passed.clean:
            name = CleanText(names.give(member_name(passed.clean.name)))
            members.append(replace(passed.clean, name=name))
            redactions += [replace(r, member=name) for r in passed.redactions]
            notes |= {name: passed.note} if passed.note else {}
        elif passed and passed.withheld:
            withheld.append(replace(passed.withheld, name=CleanText(member_name(passed.withheld.name))))
        attempts.append(replace(door.clean_attempt(one.attempt), member=name))
    return Contents(
        replace(run, warnings=(*run.warnings, *door.warnings())),
        tuple(attempts),
        tuple(members),
        tuple(redactions),
        tuple(withheld),
        notes=notes,
    )


def learn(door: Door, one: Taken) -> None:
    """Let the door learn from an answer and from everything that its attempt says."""
    if one.raw:
        door.learn(one.raw)
    for text in (one.attempt.reason, one.attempt.request, *(value for _, value in one.attempt.facts)):
        door.learn_text(text)


def _warnings(target: Target | None, rules: RuleSet) -> Iterator[str]:
    if target and target.trust.insecure:
        yield Sentence("--insecure: the server's certificate was not checked; whoever answered may not be the service")
    yield from switched_off(rules.without)
