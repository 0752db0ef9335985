"""Names: of the bundle, of its members, and which names a bundle may hold at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count

from collector.errors import UsageError
from collector.model import Member, sha256

MANIFEST = "manifest.json"
# A USTAR header has 155 characters for the folders, the bundle's own (at most 107) included, and 100 for the file.
LONGEST_FOLDER = 46
LONGEST_FILE = 100
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?")
MEMBER = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[A-Za-z0-9\[\]:@%+=,._ -]+(?:/[A-Za-z0-9\[\]:@%+=,._ -]+)*")


def check_label(label: str) -> str:
    """Return the label, in small letters, if a file name may carry it; raises UsageError otherwise."""
    if LABEL.fullmatch(label.lower()) and label.isascii():
        return label.lower()
    raise UsageError(
        "--label takes 1 to 32 letters, digits and hyphens",
        cure="use a ticket number or a site's short name, for example --label case-4711",
    )


def bundle_name(profile: str, label: str | None, started: datetime, members: Iterable[Member]) -> str:
    """Return `support-<profile>[-<label>]-<UTC>-<8 hex>`; the last part is made from the members' digests."""
    middle = f"{profile}-{label}" if label else profile
    return f"support-{middle}-{started.astimezone(UTC):%Y%m%dT%H%M%SZ}-{members_digest(members)}"


def members_digest(members: Iterable[Member]) -> str:
    """Return 8 hex digits over every member's name and SHA-256, the manifest left out: it carries the name itself."""
    return digest_of((m.name, sha256(m.content)) for m in members if m.name != MANIFEST)


def digest_of(digests: Iterable[tuple[str, str]]) -> str:
    """Return 8 hex digits over pairs of member name and SHA-256, in order of name."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests))
    return hashlib.sha256(lines.encode()).hexdigest()[:8]


def member_name(wished: str) -> str:
    """Return a clean name as a bundle may hold it: relative, plain ASCII, short enough for USTAR (POSIX.1-1988)."""
    parts = [re.sub(r"[^A-Za-z0-9\[\]:@%+=,._ -]", "_", p).strip() for p in wished.split("/")]
    *folders, last = ("_" if p in {"", ".", ".."} else p for p in parts)
    folder = _cut("/".join(folders), LONGEST_FOLDER)
    return f"{folder}/{_cut(last, LONGEST_FILE)}" if folder else _cut(last, LONGEST_FILE)


def _cut(name: str, limit: int) -> str:
    if len(name) <= limit:
        return name
    stem, dot, ending = name[-13:].rpartition(".")
    ending = dot + ending if dot and stem else ""
    # The digest of a clean name says no more than the clean name.
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: limit - len(ending) - 9]}-{digest}{ending}"


def stub_name(name: str) -> str:
    """Return the name of the stub that stands in the place of a withheld member."""
    return member_name(f"{name}.withheld.txt")


class Names:
    """The names given so far: a file system could take two that differ in case, or a file and a folder, for one."""

    def __init__(self, used: Iterable[str] = ()) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        self._numbers: dict[str, int] = {}
        for name in used:
            self._take(name)

    def give(self, name: str) -> str:
        """Return the name, changed where it or one like it is taken already, and take it."""
        if any(folder in self._files for folder in _folders(name)):
            name = member_name(name.replace("/", "_"))
        given = name if self._is_free(name) else next(filter(self._is_free, self._numbered(name)))
        self._take(given)
        return given

    def _numbered(self, name: str) -> Iterator[str]:
        folder, slash, file = name.rpartition("/")
        stem, dot, ending = file.rpartition(".")
        for number in count(self._numbers.get(name, 2)):
            self._numbers[name] = number + 1
            numbered = f"{stem}-{number}{dot}{ending}" if stem else f"{file}-{number}"
            yield member_name(f"{folder}{slash}{numbered}")

    def _is_free(self, name: str) -> bool:
        return (
            name.casefold() not in self._files
            and name.casefold() not in self._folders
            and self._files.isdisjoint(_folders(name))
        )

    def _take(self, name: str) -> None:
        self._files.add(name.casefold())
        self._folders.update(_folders(name))


def _folders(name: str) -> Iterator[str]:
    parts = name.casefold().split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def may_hold(name: str) -> bool:
    """Tell whether a bundle may hold a member of that name."""
    folder, _, file = name.rpartition("/")
    return len(folder) <= LONGEST_FOLDER and len(file) <= LONGEST_FILE and MEMBER.fullmatch(name) is not None
