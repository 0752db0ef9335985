"""Which path gives which answer, and who may ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from types import MappingProxyType

from collector.simulator import settings, stats
from collector.simulator.accounts import AccountRole, Accounts
from collector.simulator.answer import TEXT_TYPE, Answer, error_answer, json_answer, text_answer
from collector.simulator.canaries import ERROR_PHONE
from collector.simulator.health import health
from collector.simulator.metrics import as_json, as_text
from collector.simulator.request import Request
from collector.simulator.scenario import Scenario
from collector.simulator.support import support


class Right(IntEnum):
    """What a caller must hold, weakest first."""

    API_KEY = 1
    TOKEN = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """All that an answer depends on."""

    scenario: Scenario
    accounts: Accounts
    certificate: bytes | None
    started: datetime
    now: datetime
    request: Request

    @property
    def queue(self) -> int:
        """Return how many callbacks wait now."""
        return stats.queue_size(self.scenario, self.started, self.now)


@dataclass(frozen=True, slots=True)
class Route:
    """A right and the answer behind it."""

    right: Right
    answer: Callable[[Moment], Answer]


USERS = "/v1/users/"
LOGIN = f"{USERS}login"
LOGOUT = f"{USERS}logout"


def route(path: str) -> Route | None:
    """Return the route of a path."""
    if path.startswith(USERS):
        return Route(Right.ADMIN, _user)
    return ROUTES.get(path)


def no_such_endpoint() -> Answer:
    """Return what the client says to an unknown path: code 1014."""
    return error_answer(404, 1014, "Internal error", "Endpoint not found")


def _app_stats(at: Moment) -> Answer:
    if at.request.wants_prometheus:
        return text_answer(stats.app_stats_text(at.scenario, at.queue))
    return json_answer(stats.app_stats(at.scenario, at.queue))


def _db_stats(at: Moment) -> Answer:
    if at.request.wants_prometheus:
        return text_answer(stats.db_stats_text(at.scenario, at.queue))
    return json_answer(stats.db_stats(at.scenario, at.queue))


def _internal_db_stats(at: Moment) -> Answer:
    details = f"No session for +{ERROR_PHONE} in messageStore" if at.scenario.phone else "Not available"
    return error_answer(500, 1014, "Internal error", details)


def _web_metrics(at: Moment) -> Answer:
    metrics = stats.web_metrics()
    if at.request.wants_prometheus:
        return text_answer(as_text(metrics))
    return json_answer({"metrics": as_json(metrics)})


def _server_certificate(at: Moment) -> Answer:
    return Answer(200, at.certificate, TEXT_TYPE) if at.certificate else _no_certificate(at)


def _no_certificate(_at: Moment) -> Answer:
    """Return 404 without a body, as the certificates reference says."""
    return Answer(404, b"", None)


def _user(at: Moment) -> Answer:
    name = at.request.path.removeprefix(USERS)
    role: AccountRole | None = at.accounts.role_of(name)
    if role is None:
        return error_answer(404, 1013, "User is not valid", "User does not exist")
    return json_answer(settings.user(name, role.value))


ROUTES: Mapping[str, Route] = MappingProxyType(
    {
        "/metrics": Route(Right.API_KEY, _web_metrics),
        "/v1/account/shards": Route(Right.TOKEN, lambda at: json_answer(settings.shards(at.scenario))),
        "/v1/certificates/external/ca": Route(Right.TOKEN, _server_certificate),
        "/v1/certificates/webhooks/ca": Route(Right.ADMIN, _no_certificate),
        "/v1/health": Route(Right.API_KEY, lambda at: json_answer(health(at.scenario))),
        "/v1/settings/application": Route(Right.ADMIN, lambda at: json_answer(settings.application(at.scenario))),
        "/v1/settings/application/media/providers": Route(
            Right.ADMIN, lambda _at: json_answer(settings.media_providers())
        ),
        "/v1/settings/business/profile": Route(Right.ADMIN, lambda _at: json_answer(settings.business_profile())),
        "/v1/settings/profile/about": Route(Right.ADMIN, lambda _at: json_answer(settings.profile_about())),
        "/v1/stats/app": Route(Right.API_KEY, _app_stats),
        "/v1/stats/app/internal": Route(Right.TOKEN, lambda at: json_answer(stats.internal_app_stats(at.scenario))),
        "/v1/stats/db": Route(Right.API_KEY, _db_stats),
        "/v1/stats/db/internal": Route(Right.TOKEN, _internal_db_stats),
        "/v1/support": Route(Right.TOKEN, lambda at: json_answer(support(at.scenario, at.started, at.now))),
    }
)
