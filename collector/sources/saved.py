"""Reads answers saved earlier: a folder, a file, or bytes from stdin; each file leaves one attempt.

Files are matched to a profile's members by name (`support.json`, `collected/support.json`, `GET__v1__support.json`),
then by the top-level key of their JSON; everything else is kept under `collected/other/`. Endpoints asked by default
that no file answers leave a `not-saved` attempt, so that a reader sees what the bundle cannot tell.
"""

from __future__ import annotations

import itertools
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from collector.errors import UsageError
from collector.model import Profile, Raw, RawText
from collector.sources.answer_verdict import Verdict, parse
from collector.sources.packed import packed_as
from collector.sources.recognition import Recogniser
from collector.target import Attempt, Result, Taken

LIMIT = 64 * 1024 * 1024
MOST_FILES = 2000
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of a folder: its path relative to the folder, and how to read it or why that is not done."""

    name: str
    read: Callable[[], bytes] = bytes
    problem: Verdict | None = None


class _UnreadableError(Exception):
    """Says with a verdict why a file was not read."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.code)
        self.verdict = verdict


def saved(path: Path, profile: Profile, *, now: Callable[[], datetime]) -> Iterator[Taken]:
    """Read a folder (regular files only, links are not followed) or one file.

    Raises UsageError if the path cannot be read, is neither, or holds more than 2000 files.
    """
    try:
        mode = path.stat().st_mode
        entries = list(itertools.islice(_walk(path, ""), MOST_FILES + 1)) if stat.S_ISDIR(mode) else []
    except OSError as error:
        raise UsageError(
            "{path} cannot be read: {why}", cure="check the path and its permissions", path=path, why=error.strerror
        ) from None
    if stat.S_ISDIR(mode):
        if len(entries) > MOST_FILES:
            raise UsageError(
                "{path} holds more than {most_files} files",
                cure="give the folder with the answers",
                path=path,
                most_files=MOST_FILES,
            )
    elif stat.S_ISREG(mode):
        entries = [_file(Path(os.path.realpath(path)), path.name)]
    else:
        raise UsageError(
            "{path} is neither a folder nor a file", cure="give a folder, a file, or - for stdin", path=path
        )
    return _taken(entries, profile, now)


def saved_bytes(content: bytes, profile: Profile, *, now: Callable[[], datetime]) -> Iterator[Taken]:
    """Read one answer that came by stdin."""
    return _taken([_Entry("stdin", lambda: _within_limit("stdin", content))], profile, now)


def _taken(entries: list[_Entry], profile: Profile, now: Callable[[], datetime]) -> Iterator[Taken]:
    recogniser = Recogniser(profile)
    # A file that carries a member's name comes before one that merely looks like it.
    for entry in sorted(entries, key=lambda entry: (not recogniser.knows(entry.name), entry.name)):
        yield _one(entry, recogniser, now())
    for endpoint in profile.endpoints:
        if endpoint.by_default and endpoint.member not in recogniser.used:
            reason = RawText(f"no saved file holds the answer of GET {endpoint.path}")
            request = RawText(f"GET {endpoint.path}")
            yield Taken(Attempt(endpoint.name, Result.SKIPPED, "not-saved", request, reason, now(), 0.0, tries=0))


def _one(entry: _Entry, recogniser: Recogniser, at: datetime) -> Taken:
    content, problem = b"", entry.problem
    try:
        content = entry.read()
    except _UnreadableError as error:
        problem = error.verdict
    member = recogniser.member(entry.name, content)
    verdict = problem or _judge(entry.name, content, member)
    raw = Raw(member, content) if verdict.keep else None
    request, reason = RawText(entry.name), RawText(verdict.reason)
    kept = member if raw else None
    source = recogniser.source(member)
    return Taken(Attempt(source, verdict.result, verdict.code, request, reason, at, 0.0, member=kept), raw)


def _judge(name: str, content: bytes, member: str) -> Verdict:
    if kind := packed_as(content):
        return Verdict(Result.FAILED, "packed", f"{name} is packed ({kind}): unpack it, then collect again")
    if not content.strip():
        return Verdict(Result.EMPTY, "empty-file", f"{name} is empty")
    if not member.endswith(".json"):
        return Verdict(Result.COLLECTED, "", "", keep=True)
    try:
        parse(content)
    except ValueError:
        return Verdict(Result.PARTIAL, "not-json", f"{name} is not JSON", keep=True)
    return Verdict(Result.COLLECTED, "", "", keep=True)


def _walk(folder: Path, below: str, depth: int = 0) -> Iterator[_Entry]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        if not below:
            raise
        name = below.rstrip("/")
        yield _Entry(name, problem=_unreadable(name, error))
        return
    for entry in entries:
        name = below + os.fsencode(entry.name).decode("utf-8", "backslashreplace")
        if entry.is_symlink():
            yield _Entry(name, problem=Verdict(Result.REFUSED, "link", f"{name} is a link, which is not followed"))
        elif not entry.is_dir(follow_symlinks=False):
            yield _file(Path(entry.path), name)
        elif depth == _DEEPEST:
            reason = f"{name} lies deeper than {_DEEPEST} folders"
            yield _Entry(name, problem=Verdict(Result.FAILED, "too-deep", reason))
        else:
            yield from _walk(Path(entry.path), f"{name}/", depth + 1)


def _file(path: Path, name: str) -> _Entry:
    return _Entry(name, lambda: _read(path, name))


def _read(path: Path, name: str) -> bytes:
    """Read a regular file without following a link or waiting for a pipe."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise _UnreadableError(_unreadable(name, error)) from None
    with open(handle, "rb") as file:  # noqa: PTH123  opened by descriptor, so that no link can slip in between
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _UnreadableError(Verdict(Result.REFUSED, "not-a-file", f"{name} is not a regular file"))
        return _within_limit(name, file.read(LIMIT + 1))


def _unreadable(name: str, error: OSError) -> Verdict:
    return Verdict(Result.FAILED, "not-readable", f"{name} cannot be read: {error.strerror}")


def _within_limit(name: str, content: bytes) -> bytes:
    if len(content) > LIMIT:
        reason = f"{name} is larger than {LIMIT // 1024 // 1024} MiB"
        raise _UnreadableError(Verdict(Result.FAILED, "over-limit", reason))
    return content
