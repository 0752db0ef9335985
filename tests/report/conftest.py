"""Contents to render: a small installation with everything a page can show, and room for foreign words in it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from collector.finding import Finding, Pointer, Severity
from collector.model import Clean, CleanText, Redaction, Withheld
from collector.run import Contents, Run
from collector.target import Attempt, Result

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
NODES = {
    "[host:k3v9m2q7x4td8]:c0ffee": {
        "role": "primary_master",
        "shards": [[-1, -1]],
        "version": "2.57.2",
        "socket_conn": "UP",
        "free_space_data": 22548992384,
    },
    "[host:h7c4n9w2x5tq3]:beef01": {
        "role": "coreapp",
        "shards": [[0, 0]],
        "version": "2.57.2",
        "socket_conn": "UP",
        "free_space_data": 742391808,
    },
    "[host:z2n8v4k9m3cw7]:beef02": {
        "role": "coreapp",
        "shards": [[1, 1]],
        "version": "2.55.4",
        "socket_conn": "DN",
        "free_space_data": 9223372036853727232,
    },
    "[host:q9t2d8b4p7sx6]:beef03": {"role": "coreapp", "shards": [], "version": "2.57.2", "socket_conn": "DN"},
}
FULL = "/support/[host:h7c4n9w2x5tq3]:beef01/free_space_data"
DOWN = "/support/[host:z2n8v4k9m3cw7]:beef02/socket_conn"


@pytest.fixture(scope="session")
def nodes() -> dict[str, Any]:
    return NODES


@pytest.fixture(scope="session")
def contents() -> Callable[..., Contents]:
    """Return a function that makes contents; `word` stands in every place where foreign words can stand."""

    def made(word: str = "plain", **changes: Any) -> Contents:
        return Contents(
            **{
                "run": _run(word),
                "attempts": _attempts(word),
                "members": _members(word),
                "redactions": _redactions(word),
                "withheld": (Withheld(CleanText(f"collected/{word}.json"), word),),
                "findings": _findings(word),
                "notes": {"collected/note.txt": word},
                **changes,
            }
        )

    return made


def _run(word: str) -> Run:
    return Run(
        tool_version="1.0",
        profile="whatsapp-onprem",
        profile_title=word,
        profile_digest=word,
        rules_digest=word,
        level="standard",
        without=(word,),
        key_scope="one bundle, thrown away",
        started=NOW,
        ended=NOW + timedelta(seconds=2.4),
        target=CleanText(word),
        trust="verified",
        signed_in="token",
        label=word,
        warnings=(word,),
    )


def _attempts(word: str) -> tuple[Attempt[CleanText], ...]:
    said, facts = CleanText(word), (("X-Request-ID", CleanText(word)), ("Date", CleanText(word)))
    return (
        Attempt(
            "support", Result.COLLECTED, "", said, CleanText(""), NOW, 0.0431, 200, 1, facts, "collected/support.json"
        ),
        Attempt(word, Result.FAILED, "http-500", said, said, NOW, 1.5, 500, 3, facts),
        Attempt("db-stats", Result.SKIPPED, "not-asked", said, said, NOW, 0.0, tries=0),
    )


def _members(word: str) -> tuple[Clean, ...]:
    line = word.replace("\n", " ")
    support = {"support": {**NODES, f"{word}:c0de": {"role": word, "version": word, "socket_conn": word}}}
    health = {"health": {f"{word}:c0de": {"gateway_status": word, "role": "coreapp"}}}
    return (
        Clean(CleanText("collected/support.json"), json.dumps(support).encode()),
        Clean(CleanText("collected/health.json"), json.dumps(health).encode()),
        Clean(CleanText("collected/note.txt"), f"first\n{line}\nlast\n".encode("utf-8", "backslashreplace")),
        Clean(CleanText(f"collected/{word}.log"), b"\xff\xfe no text"),
    )


def _redactions(word: str) -> tuple[Redaction, ...]:
    return (
        Redaction("collected/support.json", word, word, "mask", word, (word,)),
        Redaction(word, "1:1", "phone-numbers", "pseudonym", "[phone:k3v9m2q7x4td8]"),
    )


def _findings(word: str) -> tuple[Finding, ...]:
    support = "collected/support.json"
    return (
        Finding(
            "disk-full",
            Severity.CRITICAL,
            "Only 708.0 MiB left",
            word,
            "5 GiB",
            "make room",
            "ours",
            (Pointer(support, FULL, "742391808"),),
        ),
        Finding(
            "connection-down", Severity.WARNING, "Down", "DN", "UP", "look", "ours", (Pointer(support, DOWN, "DN"),)
        ),
        Finding(
            "strange",
            Severity.INFO,
            word,
            word,
            word,
            word,
            word,
            (
                Pointer(word, word, word),
                Pointer("attempts.json", "/attempts/1", word),
                Pointer("collected/note.txt", "2:1", word),
            ),
        ),
        Finding("unjudged-x", Severity.UNJUDGED, "Not judged", "x", "x", "x", "x"),
    )
