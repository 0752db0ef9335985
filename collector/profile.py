"""A profile: what to ask a service, a row an endpoint, and how its answers are read."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from collector.cache import cached, keep
from collector.frozen import digest, frozen, thawed
from collector.model import Cost, Endpoint, Needs, Profile, SafeField, SignIn, WrittenCheck

_MADE = {kind.__name__: kind for kind in (Profile, Endpoint, SignIn, SafeField, WrittenCheck, Needs, Cost)}
_MADE_BY = tuple(
    Path(__file__).with_name(name)
    for name in ("model.py", "profile_file.py", "written_checks.py", "frozen.py", "lint.py", "strict_yaml")
)


def load_profile(text: str, *, file: str, taken: Collection[str] = ()) -> Profile:
    """Return the profile of a text; its digest is the SHA-256 of the text, `taken` are ids its checks cannot have.

    One that was read before is kept by the digest of what it was made from. Raises ConfigError with every problem at
    once.
    """
    name = f"profile-{digest(text, *sorted(taken), *_MADE_BY)}.json"
    if (content := cached(name)) is not None:
        try:
            profile: Profile = thawed(content, _MADE)
        except ValueError:
            pass
        else:
            return profile
    from collector.profile_file import read_profile  # noqa: PLC0415  YAML, JSONPath and pydantic are heavy

    profile = read_profile(text, file=file, taken=taken)
    keep(name, frozen(profile))
    return profile
