"""The shape of a settings file, as pydantic models; loaded only where one is read."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat, PositiveInt, model_validator

from collector.finding import Limits
from collector.sentence import Sentence

Limit = Annotated[float, Field(ge=0, le=1e12)]
Percent = Annotated[float, Field(ge=0, le=100)]


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
        set_ = Limits(**self.model_dump(exclude_none=True))
        for low, high in (("disk_full_gib", "disk_low_gib"), ("callback_queue", "callback_queue_full")):
            if getattr(set_, low) > getattr(set_, high):
                below, above = getattr(set_, low), getattr(set_, high)
                raise ValueError(
                    Sentence(
                        "{low} ({below:g}) is above {high} ({above:g})", low=low, below=below, high=high, above=above
                    )
                )
        return self


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
    when_empty: Literal["refuse", "publish"] | None = None
    limits: LimitsRow | None = None
