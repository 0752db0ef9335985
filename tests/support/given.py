"""What a golden scenario is given: the installation, faults by path, who signs in, what else is asked."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from collector.model import RawText
from collector.pipeline.collect import Capture, collect
from collector.settings import settle
from collector.simulator import Simulator, faults
from collector.simulator.answer import Drip
from collector.sources.instruments import Instruments
from collector.target import Credentials, Target, Trust

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
KEY = bytes(range(32))

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


def captured(given: dict[str, Any], service: Simulator, folder: Path, *, lang: str = "en") -> Capture:
    """Collect from a scenario's service with fixed clock, key and request ids; the bundle lands in the folder."""
    ca_file = folder / "ca.pem"
    ca_file.write_bytes(service.ca_pem)
    trust = Trust(ca_file=str(ca_file)) if given.get("trust", "ca-file") == "ca-file" else Trust()
    who = credentials(service, given.get("signs_in", "password"))
    target = Target(service.url, who, trust, timeout=given.get("timeout", 30))
    settings = settle({"output": str(folder), "with": tuple(given.get("with", ())), "lang": lang})
    return collect(target, settings=settings, key=KEY, instruments=instruments())


def instruments() -> Instruments:
    numbers = count(1)
    return Instruments(
        now=lambda: NOW,
        sleep=lambda seconds: None,
        uniform=lambda low, high: low,
        request_id=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
        environ={},
    )


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
