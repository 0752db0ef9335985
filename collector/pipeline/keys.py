"""The pseudonyms' key: fresh for every bundle, or one of a case or a site, kept where only its owner can read it."""

from __future__ import annotations

import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from collector.bundle.layout import check_label
from collector.errors import ConfigError, OutputError, UsageError
from collector.settings import Settings

KEY_BYTES = 32
ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class Key:
    """A key, and what a bundle says of it: its scope, and a random id that tells keys of one scope apart."""

    content: bytes = field(repr=False)
    scope: str = "one bundle, thrown away"


def key_of(settings: Settings) -> Key:
    """Return the key of the scope that is set; one of a case or a site is made where there is none yet.

    Raises UsageError for a case without a label, ConfigError for a key others can read, OutputError where none can
    be kept.
    """
    scope = settings["key_scope"] or "bundle"
    if scope == "bundle":
        return Key(secrets.token_bytes(KEY_BYTES))
    path = key_path(scope, settings["label"])
    try:
        return _read(path, scope)
    except FileNotFoundError:
        _make(path)
        return _read(path, scope)


def kept_key(settings: Settings) -> Key:
    """Return the key of a case or a site; raises UsageError where there is none: no mark was made with it."""
    scope = "case" if settings["key_scope"] == "case" else "site"
    path = key_path(scope, settings["label"])
    try:
        return _read(path, scope)
    except FileNotFoundError:
        raise UsageError(
            "there is no key {path}",
            cure="give the --key-scope and --label the mark was made with; the key of a single bundle was thrown away",
            path=path,
        ) from None


def check_label_is_used(label: str | None, settings: Settings) -> None:
    """Refuse the name of a case where the key is not a case's: its marks would be others. Raises UsageError."""
    if label is not None and settings["key_scope"] != "case":
        raise UsageError("--label names a case, and the key is not a case's", cure="give --key-scope case, too")


def key_path(scope: str, label: str | None) -> Path:
    """Return where the key of a case (by its label) or of the site is kept."""
    folder = platformdirs.user_state_path("collect-bundle") / "keys"
    if scope == "site":
        return folder / "site.key"
    if not label:
        raise UsageError("a key of a case needs the case's name", cure="give --label CASE, too")
    return folder / f"case-{check_label(label)}.key"


def _read(path: Path, scope: str) -> Key:
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(fd, encoding="ascii") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_mode & 0o077 or status.st_uid != os.geteuid():
                raise ConfigError("the key {path} is not yours alone", cure="chmod 600 {path}", path=path)
            name, _, content = stream.read(4096).strip().partition(" ")
        key = bytes.fromhex(content)
    except FileNotFoundError:
        raise
    except (OSError, ValueError):
        raise ConfigError(
            "the key {path} cannot be read", cure="restore it, or move it away for a new one", path=path
        ) from None
    if len(key) != KEY_BYTES or len(name) != 2 * ID_BYTES:
        raise ConfigError("{path} holds no key", cure="restore it, or move it away for a new one", path=path)
    return Key(key, f"{scope}, key {name}")


def _make(path: Path) -> None:
    """Keep a new key, whole before it has its name; one that another process has kept meanwhile stays."""
    made = path.with_name(f".{secrets.token_hex(ID_BYTES)}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fd = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        try:
            with os.fdopen(fd, "w", encoding="ascii") as stream:
                stream.write(f"{secrets.token_hex(ID_BYTES)} {secrets.token_hex(KEY_BYTES)}\n")
                stream.flush()
                os.fsync(stream.fileno())
            path.hardlink_to(made)
        finally:
            made.unlink()
    except FileExistsError:
        return
    except OSError as error:
        raise OutputError(
            "the key {path} cannot be kept: {why}", cure="check the folder", path=path, why=error.strerror
        ) from None
