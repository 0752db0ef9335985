"""What a golden scenario is given: the installation, faults by path, who signs in, what else is asked."""

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from collector.model import Credentials, RawText
from collector.simulator import Simulator, faults
from collector.simulator.answer import Drip

SCENARIOS = Path(__file__).parent.parent / "scenarios"
NAMES = sorted(path.parent.name for path in SCENARIOS.glob("*/given.yaml"))
FAULTS: dict[str, faults.Fault] = {
    "500": faults.Status(500),
    "429 for an hour": faults.Status(429, retry_after="3600"),
    "reset": faults.Reset(),
    "truncated": faults.Truncated(300),
    "cut off": faults.Truncated(300, close_delimited=True),
    "drip": faults.Dripping(Drip.BODY, 0.2),
    "hang": faults.Hang(),
    "bomb": faults.GzipBomb(200 * 1024 * 1024),
    "endless": faults.Endless(),
    "redirect": faults.Redirect("https://evil.example/take?me"),
    "not json": faults.NOT_JSON,
    "html 502": faults.BAD_GATEWAY,
    "wrong length": faults.WrongLength(100_000),
    "401 after one call": faults.After(1, faults.UNAUTHORISED),
    "invalid utf-8": faults.INVALID_UTF8,
    "terminal codes": faults.TERMINAL_CODES,
}


def read(name: str) -> dict[str, Any]:
    """Return what a scenario is given."""
    given: dict[str, Any] = yaml.safe_load((SCENARIOS / name / "given.yaml").read_text())
    return given


def served(given: dict[str, Any], now: datetime | None = None) -> Simulator:
    """Return the simulated service of a scenario, not yet running."""
    chosen = {path: FAULTS[name] for path, name in given.get("faults", {}).items()}
    return Simulator(given.get("scenario", "single-healthy"), now=now, faults=chosen)


def credentials(service: Simulator, kind: str) -> Credentials:
    admin, support = service.accounts.admin, service.accounts.support
    match kind:
        case "password":
            return Credentials(username=RawText(admin.username), password=RawText(admin.password))
        case "user without the admin role":
            return Credentials(username=RawText(support.username), password=RawText(support.password))
        case "wrong password":
            return Credentials(username=RawText("admin"), password=RawText("Wr0ng&passw0rd!"))
        case "default account":
            return Credentials(username=RawText("admin"), password=RawText("secret"))
        case "api key":
            return Credentials(api_key=RawText(service.accounts.api_key))
        case "unknown token":
            return Credentials(token=RawText("made-up-token-0815-4711"))
    raise ValueError(kind)
