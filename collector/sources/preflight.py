"""Says before anything is sent what would be asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from collector.model import Profile
from collector.sentence import Sentence
from collector.sources.selection import select
from collector.target import Target


@dataclass(frozen=True, slots=True)
class Planned:
    """One request that a run would make, or would not and why."""

    name: str
    method: str
    path: str
    why: str
    needs: str
    cost: str
    asked: bool
    because: str


def requests(profile: Profile, target: Target, names: Collection[str] = ()) -> tuple[Planned, ...]:
    """Return every request of the profile in the order of a run, sign-in and sign-out included; sends nothing.

    Raises UsageError for a name the profile does not have.
    """
    return tuple(_planned(profile, target, names))


def _planned(profile: Profile, target: Target, names: Collection[str]) -> Iterator[Planned]:
    signs_in = target.credentials.kind == "password" and profile.sign_in is not None
    if signs_in and profile.sign_in:
        yield _sign("sign-in", profile.sign_in.login, Sentence("exchanges user and password for a token"))
    for choice in select(profile, target.credentials.kind, names):
        e = choice.endpoint
        yield Planned(e.name, "GET", e.path, e.why, e.needs.value, e.cost.value, choice.asked, choice.because)
    if signs_in and profile.sign_in:
        yield _sign("sign-out", profile.sign_in.logout, Sentence("gives the token back, also after a failure"))


def _sign(name: str, path: str, why: str) -> Planned:
    return Planned(
        name, "POST", path, why, "password", "cheap", asked=True, because=Sentence("user and password were given")
    )
