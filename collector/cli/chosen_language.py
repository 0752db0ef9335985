"""Which language was asked for: known before a command line is read, so that its own mistakes are told in it, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from collector.errors import ConfigError
from collector.language import ENGLISH, Language, language
from collector.resources import own_settings

VARIABLE = "COLLECT_BUNDLE_LANG"


def spoken(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """Return the language of `--lang`, else of COLLECT_BUNDLE_LANG, else of the settings file, else English.

    Raises ConfigError for one that has no catalogue. A settings file that cannot be read is told by the verb.
    """
    asked = _option("--lang", arguments) or environ.get(VARIABLE)
    return language(asked or _written(_option("--settings", arguments)) or ENGLISH)


def _option(name: str, arguments: Sequence[str]) -> str | None:
    """Return the last value of an option, as click would read it."""
    found = None
    for one, following in zip(arguments, [*arguments[1:], None], strict=False):
        if one == "--":
            break
        if one == name:
            found = following
        elif one.startswith(f"{name}="):
            found = one.partition("=")[2]
    return found


def _written(file: str | None) -> str | None:
    """Return the language that a settings file names: the file, else the user's own."""
    path = Path(file) if file else own_settings()
    if not path.is_file():
        return None
    from collector import strict_yaml

    try:
        settings = strict_yaml.parse(path.read_text(encoding="utf-8"), file=str(path)).value
    except (OSError, UnicodeDecodeError, ConfigError):
        return None
    named = settings.get("lang") if isinstance(settings, dict) else None
    return named if isinstance(named, str) else None
