"""Reads the files we ship: from the wheel (`collector/_shipped/`), else from the checkout's top level.

The one file of the user's own that is looked for unasked is named here, too.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs

_HERE = Path(__file__).parent
_ROOTS = (_HERE / "_shipped", _HERE.parent)
_PROFILES = _HERE / "profiles"
_LANGUAGES = _HERE / "languages"


def _read(relative: str) -> str:
    for root in _ROOTS:
        if (path := root / relative).is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"{relative} is missing: the installation of collect-bundle is incomplete")


def own_settings() -> Path:
    """Return where the user's own settings file would lie."""
    return platformdirs.user_config_path("collect-bundle") / "settings.yaml"


def rules_text() -> str:
    """Return the shipped redaction rules."""
    return _read("redaction_rules.yaml")


def template_text(name: str) -> str:
    """Return a shipped template by its path below `templates/`."""
    return _read(f"templates/{name}")


def profile_text(name: str) -> str:
    """Return a shipped profile; raise FileNotFoundError for a name that is none."""
    if name not in profile_names():
        raise FileNotFoundError(f"there is no profile {name}")
    return (_PROFILES / f"{name}.yaml").read_text(encoding="utf-8")


def profile_names() -> tuple[str, ...]:
    """Return the names of the shipped profiles in order."""
    return tuple(sorted(path.stem for path in _PROFILES.glob("*.yaml")))


def catalogue_text(code: str) -> str:
    """Return a language's shipped catalogue; raise FileNotFoundError for a code that has none."""
    if code not in catalogue_names():
        raise FileNotFoundError(f"there is no catalogue of {code}")
    return (_LANGUAGES / f"{code}.yaml").read_text(encoding="utf-8")


def catalogue_names() -> tuple[str, ...]:
    """Return the codes of the languages with a catalogue, in order."""
    return tuple(sorted(path.stem for path in _LANGUAGES.glob("*.yaml")))
