"""Finds out which endpoint a saved file answers: by its name, then by what it holds."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from collector.model import Profile
from collector.sources.answer_verdict import parse

_LARGEST = 8 * 1024 * 1024
_PLAIN = re.compile(r"\$\.([A-Za-z_][A-Za-z0-9_]*)")


class Recogniser:
    """Gives every file a member of its own; a member is given once."""

    def __init__(self, profile: Profile) -> None:
        self.used: set[str] = set()
        self._sources = {endpoint.member: endpoint.name for endpoint in profile.endpoints}
        self._names: dict[str, str] = {}
        for endpoint in profile.endpoints:
            member = PurePosixPath(endpoint.member)
            saved_as = "GET" + endpoint.path.partition("?")[0].replace("/", "__")
            for name in (endpoint.member, member.name, saved_as, saved_as + member.suffix):
                self._names[name] = endpoint.member
        self._keys = _telling_keys(profile)

    def knows(self, name: str) -> bool:
        """Tell whether a file of that name carries a member's name."""
        return self._by_name(name) is not None

    def member(self, name: str, content: bytes) -> str:
        """Return the member for a file of that relative name (`/` between folders) and content."""
        for member in (self._by_name(name), self._by_content(content), f"collected/other/{name}"):
            if member and member not in self.used:
                self.used.add(member)
                return member
        return self._another(name)

    def source(self, member: str) -> str:
        """Return the source's name of a member: the endpoint's, or `saved`."""
        return self._sources.get(member, "saved")

    def _another(self, name: str) -> str:
        number = 2
        while f"collected/other/{number}/{name}" in self.used:
            number += 1
        self.used.add(f"collected/other/{number}/{name}")
        return f"collected/other/{number}/{name}"

    def _by_name(self, name: str) -> str | None:
        return self._names.get(name) or self._names.get(PurePosixPath(name).name)

    def _by_content(self, content: bytes) -> str | None:
        if not content.lstrip().startswith(b"{") or len(content) > _LARGEST:
            return None
        try:
            document = parse(content)
        except ValueError:
            return None
        found = {self._keys[key] for key in document if key in self._keys} if isinstance(document, dict) else set()
        return found.pop() if len(found) == 1 else None


def _telling_keys(profile: Profile) -> dict[str, str]:
    """Return the top-level keys that occur in one member only, as the profile's safe fields name them."""
    members: dict[str, set[str]] = {}
    for field in profile.safe:
        key = _PLAIN.match(field.at)
        if key:
            members.setdefault(key[1], set()).add(field.member)
    return {key: member.pop() for key, member in members.items() if len(member) == 1}
