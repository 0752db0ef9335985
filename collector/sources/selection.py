"""Chooses which of a profile's endpoints are asked, and says why the others are not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from collector.errors import UsageError
from collector.model import Cost, Endpoint, Profile
from collector.sentence import Sentence
from collector.sources.credentials import reaches
from collector.strict_yaml import did_you_mean

_COSTS = {Cost.CHEAP: Sentence("cheap"), Cost.SLOW: Sentence("slow"), Cost.DELICATE: Sentence("delicate")}


@dataclass(frozen=True, slots=True)
class Choice:
    """One endpoint, whether it is asked, and why; `code` is empty for those that are."""

    endpoint: Endpoint
    asked: bool
    code: str
    because: str


def select(profile: Profile, kind: str, names: Collection[str]) -> tuple[Choice, ...]:
    """Return a choice for every endpoint, in the profile's order; `kind` is that of the credentials.

    Raises UsageError for a name the profile does not have.
    """
    known = [endpoint.name for endpoint in profile.endpoints]
    for name in names:
        if name not in known:
            raise UsageError(
                "the profile {profile} has no endpoint {name!r}{hint}",
                cure="choose from: {known}",
                profile=profile.name,
                name=name,
                hint=did_you_mean(name, known),
                known=", ".join(known),
            )
    return tuple(_choice(endpoint, kind, named=endpoint.name in names) for endpoint in profile.endpoints)


def _choice(endpoint: Endpoint, kind: str, *, named: bool) -> Choice:
    if not endpoint.by_default and not named:
        because = Sentence(
            "{cost}: asked only when it is named (--with {name})",
            cost=_COSTS[endpoint.cost],
            name=endpoint.name,
        )
        return Choice(endpoint, asked=False, code="not-asked", because=because)
    if not reaches(kind, endpoint.needs):
        because = Sentence("an API key does not reach it: give a user and password, or a token")
        return Choice(endpoint, asked=False, code="needs-token", because=because)
    return Choice(endpoint, asked=True, code="", because=Sentence("named" if named else "asked by default"))
