"""The settings of a run: what a flag says, else what the settings file says, else the default; each with its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from collector.errors import UsageError
from collector.sentence import Sentence

LONGEST_RUN = 86_400

DEFAULTS: Mapping[str, Any] = {
    "profile": "whatsapp-onprem",
    "timeout": 120.0,
    "max_mib": 64,
    "output": ".",
    "with": (),
    "lang": "en",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One value and where it comes from: `--url`, `settings.yaml:3`, `default`."""

    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting of a run by its name in the settings file."""

    values: Mapping[str, Setting]

    def __getitem__(self, name: str) -> Any:
        return self.values[name].value if name in self.values else None

    def without(self, name: str) -> Settings:
        """Return the settings with one of them left out."""
        return Settings({n: setting for n, setting in self.values.items() if n != name})


def settle(flags: Mapping[str, Any], text: str | None = None, *, file: Path | None = None) -> Settings:
    """Return the settings of a run; a flag that is None was not given.

    Relative paths in a settings file are relative to the file. Raises ConfigError with every mistake's
    file:line:col, and UsageError for a time no run can have.
    """
    values = {name: Setting(value, Sentence("default")) for name, value in DEFAULTS.items()}
    if text is not None and file is not None:
        values |= _from_file(text, file)
    values |= {name: Setting(v, f"--{name.replace('_', '-')}") for name, v in flags.items() if v not in (None, ())}
    seconds = values["timeout"].value
    if not 0 < seconds <= LONGEST_RUN:  # which nan is not either
        raise UsageError(
            "a run takes more than 0 and at most {most} seconds",
            cure="give --timeout 120, for example",
            most=LONGEST_RUN,
        )
    return Settings(values)


def is_file(profile: str) -> bool:
    """Tell whether a profile is given as a file, and not by the name of a shipped one."""
    return "/" in profile or profile.endswith((".yaml", ".yml"))


def _from_file(text: str, file: Path) -> dict[str, Setting]:
    from collector.settings_model import SettingsFile  # noqa: PLC0415  pydantic is heavy
    from collector.strict_yaml import parse, validate  # noqa: PLC0415  YAML, too

    document = parse(text, file=str(file))
    written = validate(document, SettingsFile).model_dump(by_alias=True, exclude_none=True, exclude={"version"})
    for name in ("ca_file", "rules", "private_list", "output"):
        if name in written:
            written[name] = str(file.parent / written[name])
    if is_file(written.get("profile", "")):
        written["profile"] = str(file.parent / written["profile"])
    return {name: Setting(value, f"{file}:{document.mark((name,))[0]}") for name, value in written.items()}
