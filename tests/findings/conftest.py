"""What a scenario of the simulator answers, as clean members: nothing in it is redacted, and no check may care."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest

from collector.findings import judge
from collector.model import Clean, CleanText, Redaction
from collector.run import Contents, Run
from collector.simulator import settings, stats
from collector.simulator.health import health
from collector.simulator.scenario import Scenario
from collector.simulator.scenarios import find
from collector.simulator.support import support
from collector.target import Attempt, Result

ALWAYS = frozenset({"platform-sunset", "secrets-in-environment"})
"""What is true of every simulated installation."""
PATHS = MappingProxyType(
    {
        "support": "/v1/support",
        "health": "/v1/health",
        "app-settings": "/v1/settings/application",
        "app-stats": "/v1/stats/app",
        "shards": "/v1/account/shards",
    }
)


@pytest.fixture(scope="session")
def now() -> datetime:
    return datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def run(now: datetime) -> Run:
    return Run(
        tool_version="1.0",
        profile="whatsapp-onprem",
        profile_title="WhatsApp Business API client (On-Premises)",
        profile_digest="",
        rules_digest="",
        level="standard",
        without=(),
        key_scope="one bundle, thrown away",
        started=now,
        ended=now,
        target=CleanText("https://[host:k3v9m2q7x4td8]:9090"),
        trust="verified",
        signed_in="token",
    )


@pytest.fixture(scope="session")
def answers(now: datetime) -> Callable[[str | Scenario], dict[str, Any]]:
    """Return the documents of a scenario by source."""

    def made(wanted: str | Scenario) -> dict[str, Any]:
        scenario = find(wanted) if isinstance(wanted, str) else wanted
        return {
            "support": support(scenario, now, now),
            "health": health(scenario),
            "app-settings": settings.application(scenario),
            "app-stats": stats.app_stats(scenario, stats.queue_size(scenario, now, now)),
            "shards": settings.shards(scenario),
        }

    return made


@pytest.fixture(scope="session")
def attempt(now: datetime) -> Callable[..., Attempt[CleanText]]:
    """Return a function that makes the attempt of a source, collected unless told otherwise."""

    def made(source: str, **changes: Any) -> Attempt[CleanText]:
        usual = {
            "source": source,
            "result": Result.COLLECTED,
            "code": "",
            "request": CleanText(f"GET {PATHS.get(source, '/')}"),
            "reason": CleanText(""),
            "started": now,
            "seconds": 0.05,
            "status": 200,
            "member": f"collected/{source}.json",
        }
        return Attempt(**{**usual, **changes})

    return made


@pytest.fixture(scope="session")
def bundle(run: Run, attempt: Callable[..., Attempt[CleanText]]) -> Callable[..., Contents]:
    """Return a function that makes contents of documents by source, or of bytes where they are no JSON."""

    def made(
        documents: dict[str, Any],
        attempts: tuple[Attempt[CleanText], ...] | None = None,
        redactions: tuple[Redaction, ...] = (),
        **more: Any,
    ) -> Contents:
        members = tuple(Clean(CleanText(f"collected/{name}.json"), _bytes(value)) for name, value in documents.items())
        told = tuple(map(attempt, documents)) if attempts is None else attempts
        return Contents(run, told, members, redactions, **more)

    return made


@pytest.fixture
def judged(answers: Callable[..., dict[str, Any]], bundle: Callable[..., Contents]) -> Callable[..., dict[str, str]]:
    """Return a function that changes a scenario's answers and returns what is found, with its severity."""

    def made(scenario: str, change: Callable[[dict[str, Any]], object]) -> dict[str, str]:
        documents = copy.deepcopy(answers(scenario))
        change(documents)
        return {f.id: f.severity.value for f in judge(bundle(documents)) if f.id not in ALWAYS}

    return made


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()
