"""The shape of a rules file, as pydantic models; loaded only where one is read."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from collector.sentence import Sentence

LONGEST_PATTERN = 500


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExampleModel(_Strict):
    """A text with what becomes of it, or with `unchanged: true`."""

    text: str
    becomes: str | None = None
    unchanged: bool = False

    @model_validator(mode="after")
    def _one_outcome(self) -> Self:
        if (self.becomes is None) != self.unchanged:
            raise ValueError(Sentence("an example says either `becomes: …` or `unchanged: true`"))
        return self


class RuleModel(_Strict):
    """One rule: exactly one of detect, match, at."""

    name: str
    why: str = ""
    detect: str | None = None
    match: str | None = Field(default=None, max_length=LONGEST_PATTERN)
    keywords: tuple[str, ...] = ()
    at: str | None = None
    strip: Literal["values", "entries"] | None = None
    keep: tuple[str, ...] = ()
    replace: Literal["mask", "pseudonym", "remove"] | None = None
    examples: tuple[ExampleModel, ...] = ()

    @field_validator("name")
    @classmethod
    def _plain(cls, name: str) -> str:
        if not re.fullmatch(r"[a-z][a-z0-9-]{1,40}", name):
            raise ValueError(Sentence("a name is 2 to 41 small letters, digits and hyphens, a letter first"))
        return name


class RulesFile(_Strict):
    """A whole file."""

    version: Literal[1]
    without: tuple[str, ...] = ()
    level: Literal["standard", "strict"] | None = None
    rules: tuple[RuleModel, ...] = ()
