"""Where secrets come from: a file, stdin, a systemd credential, the environment, a hidden prompt; never an option."""

from __future__ import annotations

import stat
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from collector.errors import UsageError
from collector.language import Language
from collector.model import RawText
from collector.sentence import Sentence
from collector.target import Credentials

NAMES = ("username", "password", "token", "api_key")
ENVIRONMENT = {name: f"COLLECT_BUNDLE_{name.upper()}" for name in NAMES}
FORM = Sentence("one `name=value` a line (username, password, token, api_key), or a bare token alone")
LONGEST = 64 * 1024


def credentials(
    file: str | None,
    user: str | None,
    environ: Mapping[str, str],
    *,
    may_prompt: bool,
    say: Language,
    used: bool = True,
) -> Credentials:
    """Return who we are; the first source that says anything wins: file or stdin, systemd credential, environment.

    A `--user` without a password anywhere is asked for it, hidden, where there is a terminal; not where
    nothing will be sent (`used`). Raises UsageError.
    """
    found = _from_file(file) if file else _from_systemd(environ) or _from_environment(environ)
    if user:
        found = {"password": found["password"]} if "password" in found else {}
        found["username"] = user
        if "password" not in found:
            found["password"] = _prompt(user, say, may_prompt=may_prompt) if used else "not asked for"
    if ("username" in found) != ("password" in found) and "token" not in found and "api_key" not in found:
        raise UsageError(
            "a user name and a password go together, and one of them is missing",
            cure="give both, for example in {username} and {password}",
            username=ENVIRONMENT["username"],
            password=ENVIRONMENT["password"],
        )
    return Credentials(**{name: RawText(_sendable(value, name)) for name, value in found.items()})


def _from_file(file: str) -> dict[str, str]:
    if file == "-":
        return _parse(sys.stdin.read(LONGEST), Sentence("standard input"))
    path = Path(file)
    try:
        status = path.stat()
        if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO) and not path.is_char_device() and not path.is_fifo():
            raise UsageError("{file} can be read by others", cure="chmod 600 {file}", file=file)
        with path.open(encoding="utf-8") as stream:
            return _parse(stream.read(LONGEST), file)
    except OSError as error:
        raise UsageError(
            "{file} cannot be read: {why}", cure="check the path and its permissions", file=file, why=error.strerror
        ) from None
    except UnicodeDecodeError:
        raise UsageError(
            "{file} cannot be read as text", cure="write {form} into it, and chmod 600", file=file, form=FORM
        ) from None


def _from_systemd(environ: Mapping[str, str]) -> dict[str, str]:
    """Read the credentials that systemd's LoadCredential= put into a folder only we can read (systemd.exec(5))."""
    folder = environ.get("CREDENTIALS_DIRECTORY")
    if not folder:
        return {}
    files = {name: Path(folder) / f"collect-bundle.{name}" for name in NAMES}
    try:
        return {name: path.read_text(encoding="utf-8").rstrip("\r\n") for name, path in files.items() if path.is_file()}
    except (OSError, UnicodeDecodeError):
        raise UsageError(
            "the systemd credentials in {folder} cannot be read", cure="check LoadCredential=", folder=folder
        ) from None


def _from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    return {name: environ[variable] for name, variable in ENVIRONMENT.items() if environ.get(variable)}


def _parse(text: str, origin: str) -> dict[str, str]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if len(lines) == 1 and lines[0].partition("=")[0].strip().lower() not in NAMES:
        return {"token": lines[0].strip()}
    found = {}
    for number, line in enumerate(lines, 1):
        name, equals, value = line.partition("=")
        name = name.strip().lower().removeprefix("collect_bundle_")
        if not equals or name not in NAMES:
            raise UsageError(
                "{origin}: entry {number} is not a credential",
                cure="write {form}",
                origin=origin,
                number=number,
                form=FORM,
            )
        found[name] = value.strip()
    if not found:
        raise UsageError("{origin} holds no credential", cure="write {form}", origin=origin, form=FORM)
    return found


def _prompt(user: str, say: Language, *, may_prompt: bool) -> str:
    if not may_prompt or not sys.stdin.isatty():
        raise UsageError(
            "--user {user} needs a password and there is no terminal to ask on",
            cure="set {variable}, or give --credentials FILE",
            user=user,
            variable=ENVIRONMENT["password"],
        )
    answer: str = click.prompt(say("Password of {user}", user=user), hide_input=True, err=True)
    return answer


def _sendable(value: str, name: str) -> str:
    """Refuse what no header can carry, naming the position and not the value (RFC 9110, 5.5; RFC 6750, 2.1)."""
    allowed = str.isprintable if name in {"username", "password"} else _is_token_character
    for position, character in enumerate(value, 1):
        if not allowed(character):
            raise UsageError(
                "the {name} has an illegal character at position {position}",
                cure="check how it was copied",
                name=name,
                position=position,
            )
    return value


def _is_token_character(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in "-._~+/=|")
