"""The shape of a rules file, as pydantic models; loaded only where one is read. Editors show the descriptions."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from collector.sentence import Sentence

LONGEST_PATTERN = 500
_NAME = "[a-z][a-z0-9-]{1,40}"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExampleModel(_Strict):
    """A text with what becomes of it, or with `unchanged: true`."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["becomes"]}, {"required": ["unchanged"]}]})

    text: str = Field(description="What goes in.")
    becomes: str | None = Field(default=None, description="What comes out; a pseudonym's last part may be any.")
    unchanged: bool = Field(default=False, description="Write true where it must come out as it went in.")

    @model_validator(mode="after")
    def _one_outcome(self) -> Self:
        if (self.becomes is None) != self.unchanged:
            raise ValueError(Sentence("an example says either `becomes: …` or `unchanged: true`"))
        return self


class RuleModel(_Strict):
    """One rule: exactly one of detect, match, at."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["detect"]},
                {"required": ["match", "keywords", "examples"]},
                {"required": ["at"]},
            ]
        }
    )

    name: str = Field(
        description="What it is called; the mark of a rule with match or at.",
        json_schema_extra={"pattern": f"^{_NAME}$"},
    )
    why: str = Field(default="", description="Why it exists; `explain` shows it beside every mark.")
    detect: str | None = Field(default=None, description="A built-in detector.")
    match: str | None = Field(
        default=None,
        max_length=LONGEST_PATTERN,
        description="A Python regular expression; it sees a line at a time, and only lines with a keyword.",
    )
    keywords: tuple[str, ...] = Field(default=(), description="Literal parts, one of which stands in every match.")
    at: str | None = Field(default=None, description="An RFC 9535 JSONPath, such as $.support..env; no filters.")
    strip: Literal["values", "entries"] | None = Field(
        default=None, description="With at: values go and names stay, or whole entries go."
    )
    keep: tuple[str, ...] = Field(
        default=(), description="With strip: names whose values stay, unless they say secret."
    )
    replace: Literal["mask", "pseudonym", "remove"] | None = Field(
        default=None, description="A fixed word; the same mark for the same value; or nothing at all."
    )
    examples: tuple[ExampleModel, ...] = Field(
        default=(), description="Run whenever the file is read; with match, one that changes and one that does not."
    )

    @field_validator("name")
    @classmethod
    def _plain(cls, name: str) -> str:
        if not re.fullmatch(_NAME, name):
            raise ValueError(Sentence("a name is 2 to 41 small letters, digits and hyphens, a letter first"))
        return name


class RulesFile(_Strict):
    """A whole file; its rules add to the shipped ones."""

    version: Literal[1]
    without: tuple[str, ...] = Field(default=(), description="Shipped rules that are switched off, by name.")
    level: Literal["standard", "strict"] | None = Field(
        default=None, description="strict also takes private addresses and fields nobody listed as safe."
    )
    rules: tuple[RuleModel, ...] = ()
