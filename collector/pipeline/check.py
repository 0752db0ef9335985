"""The checks run anew over what was collected earlier: a bundle, an unpacked one, or a folder of clean members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes
from typing import Any

from collector.bundle.layout import MANIFEST
from collector.bundle.manifest import SCHEMA, finding_rows
from collector.bundle.reader import refuse
from collector.documents import Json, mapping, text
from collector.errors import ExitCode
from collector.finding import Finding, Limits, Severity, limits_of
from collector.findings import at_least, judge, judged
from collector.findings.evidence import evidence_of
from collector.language import language
from collector.model import Authored, CleanText, Profile, Withheld
from collector.pipeline.bundle_members import held, json_object, redactions, rows
from collector.pipeline.collect import learn, through
from collector.pipeline.configuration import profile_of, rules_of
from collector.redaction.door import Door
from collector.resources import profile_names
from collector.run import Run
from collector.settings import Settings
from collector.sources.saved import saved
from collector.target import Attempt, Result

COLLECTED = "collected/"
_LISTS = ("attempts.json", "redactions.json")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks find now in what was collected then."""

    source: str
    """The bundle's name; `answers` for a folder without a manifest."""
    collected: datetime
    """When the run began that the members come from: the time that expiry is judged by."""
    members: int
    findings: tuple[Finding, ...]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return the findings as findings.json writes them."""
        return finding_rows(self.findings)

    def exit_code(self, fail_on: str | None) -> ExitCode:
        """Return 13 where a finding is at or above the severity, else 0."""
        return ExitCode.FINDINGS if fail_on and at_least(self.findings, Severity(fail_on)) else ExitCode.DONE


def check(path: Path, settings: Settings, *, now: datetime | None = None) -> Checked:
    """Run every check over a bundle (read as a stream, never extracted) or a folder; nothing is asked, nothing written.

    A folder is an unpacked bundle, or holds answers such as support.json, which pass the door first; then expiry is
    judged by `now`. Raises NotABundleError, UsageError where there is nothing to read, ConfigError.
    """
    language(settings["lang"])
    now = now or datetime.now(UTC)
    if path.is_dir() and not (path / MANIFEST).is_file():
        return _answers(path, settings, now)
    found = held(path, _is_wanted)
    manifest = json_object(found.get(MANIFEST))
    if manifest.get("schema") != SCHEMA:
        raise refuse("manifest.json does not say {schema}", schema=SCHEMA)
    members = [Authored(name, content) for name, content in sorted(found.items()) if name.startswith(COLLECTED)]
    profile = profile_of(_with_profile(settings, manifest))
    run = _run(manifest, profile, settings, now)
    evidence = evidence_of(
        run,
        members,
        attempts=tuple(_attempts(rows(found.get("attempts.json"), "attempts"), run.started)),
        redactions=tuple(redactions(rows(found.get("redactions.json"), "redactions"))),
        withheld=tuple(_withheld(manifest)),
    )
    return Checked(text(manifest.get("bundle")), run.started, len(members), judged(evidence, profile.checks))


def _answers(folder: Path, settings: Settings, now: datetime) -> Checked:
    """Check a folder of answers; whoever saved them may not have redacted them."""
    profile = profile_of(settings)
    door = Door(rules_of(settings), key=token_bytes(32), profile=profile, credentials=(), region=settings["region"])
    taken = tuple(saved(folder, profile, now=lambda: now))
    if not any(one.raw for one in taken):
        raise refuse("the folder holds neither a manifest.json nor an answer such as support.json")
    for one in taken:
        learn(door, one)
    contents = through(door, taken, _run({}, profile, settings, now))
    return Checked("answers", now, len(contents.members), judge(contents, profile.checks))


def _is_wanted(name: str) -> bool:
    return name.startswith(COLLECTED) or name == MANIFEST or name in _LISTS


# --- from JSON to nouns; whoever wrote the file may have written anything ------------------------------------------


def _with_profile(settings: Settings, manifest: Mapping[str, Json]) -> Settings:
    named = text(mapping(manifest.get("profile")).get("name"))
    chosen = settings.values["profile"]
    if chosen.origin != "default" or named not in profile_names():
        return settings
    return Settings({**settings.values, "profile": replace(chosen, value=named)})


def _run(manifest: Mapping[str, Json], profile: Profile, settings: Settings, now: datetime) -> Run:
    started = _moment(manifest.get("started"), now)
    made_by = mapping(manifest.get("profile"))
    limits: Limits = limits_of(settings["limits"])
    return Run(
        tool_version=text(mapping(manifest.get("tool")).get("version")),
        profile=text(made_by.get("name")) or profile.name,
        profile_title=profile.title,
        profile_digest=profile.digest,
        rules_digest="",
        level="",
        without=(),
        key_scope="",
        started=started,
        ended=_moment(manifest.get("ended"), started),
        target=CleanText(""),
        trust="",
        signed_in="",
        language=settings["lang"],
        limits=limits,
    )


def _moment(value: object, otherwise: datetime) -> datetime:
    try:
        read = datetime.fromisoformat(text(value))
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return otherwise


def _attempts(rows: Sequence[Mapping[str, Json]], otherwise: datetime) -> Iterator[Attempt[CleanText]]:
    for row in rows:
        status, seconds, headers = row.get("status"), row.get("seconds"), mapping(row.get("headers"))
        result = text(row.get("result"))
        yield Attempt(
            source=text(row.get("source")),
            result=Result(result) if result in list(Result) else Result.FAILED,
            code=text(row.get("code")),
            request=CleanText(text(row.get("request"))),
            reason=CleanText(text(row.get("reason"))),
            started=_moment(row.get("started"), otherwise),
            seconds=_seconds(seconds),
            status=status if isinstance(status, int) else None,
            facts=tuple((name, CleanText(text(value))) for name, value in headers.items()),
            member=text(row.get("member")) or None,
        )


def _seconds(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and 0 <= value < 1e9 else 0.0


def _withheld(manifest: Mapping[str, Json]) -> Iterator[Withheld]:
    listed = manifest.get("withheld")
    for row in listed if isinstance(listed, list) else []:
        yield Withheld(CleanText(text(mapping(row).get("member"))), text(mapping(row).get("reason")))
