"""The settings of a run: what a flag says, else what the settings file says, else the default; each with its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat, PositiveInt, model_validator

from collector.errors import UsageError
from collector.model import Limits
from collector.sentence import Sentence
from collector.strict_yaml import parse, validate

LONGEST_RUN = 86_400
Limit = Annotated[float, Field(ge=0, le=1e12)]
Percent = Annotated[float, Field(ge=0, le=100)]

DEFAULTS: Mapping[str, Any] = {
    "profile": "whatsapp-onprem",
    "timeout": 120.0,
    "max_mib": 64,
    "output": ".",
    "with": (),
    "lang": "en",
}


class LimitsRow(BaseModel):
    """From where on a value is a finding; what is left out keeps its default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    build_days: Limit | None = None
    callback_failed_percent: Percent | None = None
    callback_queue: Limit | None = None
    callback_queue_full: Limit | None = None
    callback_seconds: Limit | None = None
    certificate_days: Limit | None = None
    clock_seconds: Limit | None = None
    database_failed_percent: Percent | None = None
    database_ms: Limit | None = None
    disk_full_gib: Limit | None = None
    disk_low_gib: Limit | None = None
    pending_messages: Limit | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        set_ = limits_of(self.model_dump(exclude_none=True))
        for low, high in (("disk_full_gib", "disk_low_gib"), ("callback_queue", "callback_queue_full")):
            if getattr(set_, low) > getattr(set_, high):
                below, above = getattr(set_, low), getattr(set_, high)
                raise ValueError(
                    Sentence(
                        "{low} ({below:g}) is above {high} ({above:g})", low=low, below=below, high=high, above=above
                    )
                )
        return self


def limits_of(written: Mapping[str, float] | None) -> Limits:
    """Return the limits with those that are written in place of the defaults."""
    return Limits(**(written or {}))


class SettingsFile(BaseModel):
    """What a settings file may hold; secrets and `insecure` have no place in it."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    version: Literal[1]
    url: str | None = None
    profile: str | None = None
    with_: tuple[str, ...] | None = Field(default=None, alias="with")
    ca_file: str | None = None
    pin_sha256: str | None = None
    timeout: PositiveFloat | None = None
    max_mib: PositiveInt | None = None
    rules: str | None = None
    level: Literal["standard", "strict"] | None = None
    region: str | None = None
    private_list: str | None = None
    key_scope: Literal["bundle", "case", "site"] | None = None
    label: str | None = None
    lang: str | None = None
    output: str | None = None
    fail_on: Literal["critical", "warning"] | None = None
    limits: LimitsRow | None = None


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


def _from_file(text: str, file: Path) -> dict[str, Setting]:
    document = parse(text, file=str(file))
    written = validate(document, SettingsFile).model_dump(by_alias=True, exclude_none=True, exclude={"version"})
    for name in ("ca_file", "rules", "private_list", "output"):
        if name in written:
            written[name] = str(file.parent / written[name])
    return {name: Setting(value, f"{file}:{document.mark((name,))[0]}") for name, value in written.items()}
