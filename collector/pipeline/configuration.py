"""The files a run is told by: settings, profile and rules, each read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from collector.errors import ConfigError, UsageError
from collector.model import Profile
from collector.profile import load_profile
from collector.redaction.rules import RuleSet, load_rules
from collector.resources import own_settings, profile_names, profile_text, rules_text
from collector.sentence import Sentence
from collector.settings import Settings, is_file, settle

LARGEST = 32 * 1024 * 1024
"""Characters of what a person writes for us; a private list has at most 100,000 names."""


def load_settings(flags: Mapping[str, Any], file: str | None) -> Settings:
    """Return the settings of a run from flags and a settings file: the one named, else the user's own if there is one.

    No file of the current directory is ever read unasked: a checkout must not be able to weaken a run. Raises
    ConfigError.
    """
    own = own_settings()
    path = Path(file) if file else own if own.is_file() else None
    settings = settle(flags, read_config(path, Sentence("settings file")) if path else None, file=path)
    _check_region(settings)
    return settings


def _check_region(settings: Settings) -> None:
    """Refuse a region nobody knows: its national numbers would silently stay. Raises ConfigError, UsageError."""
    if settings["region"] is None:
        return
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415  heavy, and seldom asked for

    if settings["region"] not in SUPPORTED_REGIONS:
        origin = settings.values["region"].origin
        kind = UsageError if origin.startswith("--") else ConfigError
        raise kind(
            "{origin}: there is no country {region!r}",
            cure="give its two capital letters, for example DE",
            origin=origin,
            region=settings["region"],
        )


def profile_of(settings: Settings) -> Profile:
    """Return the profile a run asks by: a shipped one by name, or a file. Raises ConfigError."""
    name: str = settings["profile"]
    if name in profile_names():
        return load_profile(profile_text(name), file=f"{name}.yaml")
    if is_file(name):
        from collector.findings.judge import known_ids  # noqa: PLC0415  every check, for a profile of one's own only

        return load_profile(read_config(Path(name), Sentence("profile")), file=name, taken=known_ids())
    raise ConfigError(
        "there is no profile {name!r}",
        cure="shipped are: {shipped}; or give a file",
        name=name,
        shipped=", ".join(profile_names()),
    )


@dataclass(frozen=True, slots=True, repr=False)
class RuleTexts:
    """The texts that the rules of a run are made from: the user's own file and private list, by name and content."""

    own: str | None
    own_file: str
    level: str | None
    listed: str | None
    listed_file: str

    def compiled(self) -> RuleSet:
        """Return the shipped rules with the user's own and the private list; raises ConfigError with every mistake."""
        rules = load_rules(rules_text(), self.own, own_file=self.own_file, level=self.level)
        if self.listed is None:
            return rules
        from collector.redaction.private_list import private_rule  # noqa: PLC0415  where there is a list only

        return rules.with_rule(private_rule(self.listed, file=self.listed_file))


def rule_texts(settings: Settings) -> RuleTexts:
    """Return the texts a run's rules are made from; raises ConfigError where one cannot be read."""
    file, listed = settings["rules"], settings["private_list"]
    return RuleTexts(
        read_config(Path(file), Sentence("rules file")) if file else None,
        file or "",
        settings["level"],
        _read_private(Path(listed)) if listed else None,
        listed or "",
    )


def rules_of(settings: Settings) -> RuleSet:
    """Return the rules of a run; raises ConfigError with every mistake."""
    return rule_texts(settings).compiled()


def switched_off(without: tuple[str, ...]) -> tuple[Sentence, ...]:
    """Return the warning that shipped rules do not apply, where that is so."""
    names = ", ".join(without)
    return (Sentence("shipped rules were switched off by the rules file: {rules}", rules=names),) if names else ()


def _read_private(path: Path) -> str:
    """Return the private list; raises ConfigError where others can read it, too."""
    try:
        is_open = path.stat().st_mode & 0o077
    except OSError:
        is_open = 0
    if is_open:
        raise ConfigError("the private list {path} can be read by others", cure="chmod 600 {path}", path=path)
    return read_config(path, Sentence("private list"))


def origin_of(url: str) -> str:
    """Return scheme, host and port of a URL, which is all of it that may be shown. Raises UsageError."""
    from collector.sources.origin import parse_origin  # noqa: PLC0415  where a service is asked only

    return str(parse_origin(url))


def read_config(path: Path, what: Sentence) -> str:
    """Return the text of a file that a person wrote; raises ConfigError where it cannot be read, or above 32 MiB."""
    try:
        with path.open(encoding="utf-8") as stream:
            text = stream.read(LARGEST + 1)  # a device never ends
    except OSError as error:
        why = error.strerror or Sentence("not readable")
        raise ConfigError(
            "the {what} {path} cannot be read: {why}",
            cure="check its path and permissions",
            what=what,
            path=path,
            why=why,
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(
            "the {what} {path} is not UTF-8 text", cure="save it as UTF-8", what=what, path=path
        ) from None
    if len(text) > LARGEST:
        raise ConfigError(
            "the {what} {path} is larger than {mib} MiB",
            cure="check its path",
            what=what,
            path=path,
            mib=LARGEST >> 20,
        )
    return text
