"""What a bundle or a folder holds, read as a stranger would: under limits, and nothing taken for granted."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from collector.bundle.reader import MAX_MEMBER_BYTES, MAX_MEMBERS, MAX_TOTAL_BYTES, entries, refuse
from collector.documents import Json, mapping, parse, text
from collector.errors import UsageError
from collector.model import Redaction


def held(path: Path, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Return the wanted members of a bundle, packed or not, by name; raises NotABundleError, UsageError."""
    with reading(path):
        if path.is_dir():
            return dict(in_folder(path, is_wanted))
        with path.open("rb") as stream:
            return {entry.name: entry.content for entry in entries(stream) if is_wanted(entry.name)}


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system says of a bundle it cannot read into a UsageError."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            "{path} cannot be read: {why}",
            cure="check the path and its permissions",
            path=path,
            why=error.strerror,
        ) from None


def in_folder(folder: Path, is_wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Yield the wanted regular files of an unpacked bundle by member name; raises NotABundleError, OSError."""
    total = 0
    files = sorted(islice(_files(folder), MAX_MEMBERS + 1))
    if len(files) > MAX_MEMBERS:
        raise refuse("the folder holds more than a bundle may")
    for path in files:
        name = path.relative_to(folder).as_posix()
        if is_wanted(name):
            content = _content(path)
            total += len(content)
            if total > MAX_TOTAL_BYTES:
                raise refuse("the folder holds more than a bundle may")
            yield name, content


def _files(folder: Path) -> Iterator[Path]:
    for above, _, names in os.walk(folder, followlinks=False):
        yield from (Path(above, name) for name in names)


def _content(path: Path) -> bytes:
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:  # noqa: PTH123
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise refuse("{name} is not a regular file", name=path.name)
        content = file.read(MAX_MEMBER_BYTES + 1)
    if len(content) > MAX_MEMBER_BYTES:
        raise refuse("{name} is larger than {mib} MiB", name=path.name, mib=MAX_MEMBER_BYTES >> 20)
    return content


def json_object(content: bytes | None) -> Mapping[str, Json]:
    """Return the object that manifest.json is, empty where there is none; raises NotABundleError."""
    if content is None:
        return {}
    try:
        return mapping(parse(content))
    except ValueError:
        raise refuse("manifest.json is not JSON") from None


def rows(content: bytes | None, key: str) -> Sequence[Mapping[str, Json]]:
    """Return the objects of a list such as `redactions` in redactions.json; raises NotABundleError."""
    try:
        listed = mapping(parse(content)).get(key) if content else []
    except ValueError:
        raise refuse("{key}.json is not JSON", key=key) from None
    return [mapping(row) for row in listed] if isinstance(listed, list) else []


def redactions(listed: Sequence[Mapping[str, Json]]) -> Iterator[Redaction]:
    """Yield the rows of the ledger."""
    for row in listed:
        traits = row.get("traits")
        yield Redaction(
            text(row.get("member")),
            text(row.get("place")),
            text(row.get("rule")),
            text(row.get("action")),
            text(row.get("mark")),
            tuple(text(trait) for trait in traits) if isinstance(traits, list) else (),
        )
