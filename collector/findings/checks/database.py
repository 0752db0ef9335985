"""Does the database answer, quickly enough, and is it one the client knows?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.documents import text
from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.findings.metrics import APP, by_owner, series, total
from collector.findings.untold import untold
from collector.findings.variables import variables
from collector.language import message
from collector.topology import SUPPORT, Node

LEAST = 100
"""So many requests are needed for a share or a mean to say anything."""
NEEDED = ("WA_DB_ENGINE", "WA_DB_HOSTNAME", "WA_DB_PORT", "WA_DB_USERNAME", "WA_DB_PASSWORD")
_VERSION = re.compile(r"(?:\D* )?(\d{1,3})\.(\d{1,3})(?:\.\d{1,4})?(?![\d.])")
_STATS = message("reference of /v1/stats/app, db_request_duration_us and db_request_error_duration_us")
VERSION = Told(
    "database-version",
    Severity.INFO,
    message("The database is of a version the product does not name: {version}"),
    message("MySQL 5.7 or 8.0, PostgreSQL 9.5, 9.6 or 10 and newer"),
    message(
        "plan to move to a version that is named; see whether the trouble you have began with a change of database"
    ),
    message(
        "guides/prod-multiconnect: MySQL 5.7, PostgreSQL 9.5, 9.6 and 10; the setup scripts: MySQL 8.0, PostgreSQL 13"
    ),
)
ENGINE = Told(
    "database-engine-unknown",
    Severity.WARNING,
    message("The client names a kind of database the product does not know: {engine}"),
    message("MYSQL or PGSQL"),
    message("set WA_DB_ENGINE to the kind of your database and restart the node"),
    message("reference of /v1/support, db_engine"),
)
SETTINGS = Told(
    "database-settings-missing",
    Severity.WARNING,
    message("The environment of {nodes} does not say how to reach the database: {names}"),
    message("WA_DB_ENGINE, WA_DB_HOSTNAME, WA_DB_PORT, WA_DB_USERNAME and WA_DB_PASSWORD are set"),
    message("set them on every node and restart it"),
    message("WADebug 0.1.5, check_db_settings_exist"),
)
NOT_TOLD = Told(
    "database-not-told",
    Severity.UNJUDGED,
    message("Whether the product knows the database of {nodes} could not be judged"),
    message("db_engine is MYSQL or PGSQL, and db_info holds the version of the database"),
    message("ask the database itself: SELECT VERSION()"),
    message("reference of /v1/support, db_engine and db_info"),
)
FAILING = Told(
    "database-errors",
    Severity.WARNING,
    message("{part} of all requests to the database failed on {nodes}"),
    message("fewer than {limit} % of database requests fail"),
    message(
        "look in the database's log for refused connections, time outs and lack of room; see that it allows enough "
        "connections for all nodes"
    ),
    _STATS,
    ("database_failed_percent",),
)
SLOW = Told(
    "database-slow",
    Severity.WARNING,
    message("A request to the database takes {mean} ms on average"),
    message("the database answers within {limit} ms"),
    message("see load, disk and network of the database; delete old messages if its tables have grown"),
    _STATS,
    ("database_ms",),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find a database the product does not name, missing settings, failing and slow requests."""
    answering = evidence.installation.answering
    if unknown := [n for n in answering if text(n.report.get("db_engine")) not in {"", "MYSQL", "PGSQL"}]:
        engines = evidence.say.listed(sorted({text(node.report.get("db_engine")) for node in unknown}))
        at = [reported(node, "db_engine") for node in unknown]
        yield ENGINE.found(evidence, engine=engines, seen=f"db_engine {engines}", at=at)
    if odd := [(node, version) for node in answering if (version := _odd_version(node))]:
        versions = evidence.say.listed(sorted({f"{node.report.get('db_engine')} {version}" for node, version in odd}))
        at = [reported(node, "db_info") for node, _ in odd]
        yield VERSION.found(evidence, version=versions, seen=f"db_info: {versions}", at=at)
    if left := untold(evidence, [(node, field) for node in answering for field in _unnamed(node)]):
        yield NOT_TOLD.found(evidence, nodes=left.nodes, seen=left.seen, at=left.at)
    yield from _settings(evidence)
    yield from _failing(evidence)
    yield from _slow(evidence)


def _odd_version(node: Node) -> str:
    version = _version(node)
    if version is None:
        return ""
    named = {
        "MYSQL": version in {(5, 7), (8, 0)},
        "PGSQL": version in {(9, 5), (9, 6)} or version >= (10, 0),
    }
    return "" if named.get(text(node.report.get("db_engine")), True) else f"{version[0]}.{version[1]}"


def _version(node: Node) -> tuple[int, int] | None:
    info = node.report.get("db_info")
    matches = (_VERSION.match(text(one)) for one in (info if isinstance(info, list) else []))
    return next(((int(match[1]), int(match[2])) for match in matches if match), None)


def _unnamed(node: Node) -> Iterator[str]:
    """Yield the fields that leave open which database it is; of a kind nobody knows the version says nothing."""
    engine = text(node.report.get("db_engine"))
    if not engine:
        yield "db_engine"
    if engine in {"", "MYSQL", "PGSQL"} and _version(node) is None:
        yield "db_info"


def _settings(evidence: Evidence) -> Iterator[Finding]:
    say, missing = evidence.say, dict[tuple[str, ...], list[Node]]()
    for node in evidence.installation.answering:
        names = {one.name for one in variables(node) if one.value}
        lacking = tuple(name for name in NEEDED if name not in names)
        if 0 < len(lacking) < len(NEEDED):
            missing.setdefault(lacking, []).append(node)
    if missing:
        nodes = [node for nodes in missing.values() for node in nodes]
        told = [
            say("{nodes}: not in env: {names}", nodes=evidence.names(nodes), names=say.listed(names))
            for names, nodes in missing.items()
        ]
        yield SETTINGS.found(
            evidence,
            nodes=evidence.whose(nodes),
            names=say.listed([name for name in NEEDED if any(name in lacking for lacking in missing)]),
            seen=evidence.lines(told),
            at=[Pointer(SUPPORT, f"{node.place}/env", "…") for node in nodes],
        )


def _failing(evidence: Evidence) -> Iterator[Finding]:
    good = by_owner(series(evidence, APP, "db_request_duration_us_count"))
    errors = by_owner(series(evidence, APP, "db_request_error_duration_us_count"))
    least = max(evidence.limits.database_failed_percent / 100, 1e-12)
    bad: dict[str, tuple[float, float]] = {}
    for owner, mine in errors.items():
        failed = total(mine)
        every = failed + total(good.get(owner, []))
        if every >= LEAST and failed / every >= least:
            bad[owner] = failed, every
    if bad:
        yield FAILING.found(
            evidence,
            nodes=evidence.say.listed([owner or "node" for owner in bad]),
            part=f"{max(failed / every for failed, every in bad.values()):.1%}",
            limit=f"{evidence.limits.database_failed_percent:g}",
            seen=evidence.say(
                "{failed} of {count} since the start",
                failed=f"{sum(failed for failed, _ in bad.values()):,.0f}",
                count=f"{sum(every for _, every in bad.values()):,.0f}",
            ),
            at=[one.pointer for owner in bad for one in errors[owner] if one.value > 0],
        )


def _slow(evidence: Evidence) -> Iterator[Finding]:
    counts = by_owner(series(evidence, APP, "db_request_duration_us_count"))
    means = []
    for owner, mine in by_owner(series(evidence, APP, "db_request_duration_us_sum")).items():
        count = total(counts.get(owner, []))
        if count >= LEAST:
            means.append((total(mine) / count / 1_000, owner, mine))
    slow = sorted((mean for mean in means if mean[0] > evidence.limits.database_ms), key=lambda mean: -mean[0])
    if slow:
        yield SLOW.found(
            evidence,
            mean=f"{slow[0][0]:,.0f}",
            limit=f"{evidence.limits.database_ms:g}",
            seen=evidence.lines([f"{owner or 'node'}: {mean:,.0f} ms" for mean, owner, _ in slow]),
            at=[one.pointer for _, _, mine in slow for one in mine],
        )


CHECK = Check(
    id="database",
    title=message("Does the database answer, and is it one the client knows?"),
    why=message("Every message passes the database: where it is slow or refuses, everything else is."),
    looks_at=message(
        "/v1/support: db_engine, db_info, names of variables in env; /v1/stats/app: db_request_duration_us, "
        "db_request_error_duration_us (from 100 requests on)"
    ),
    tells=(VERSION, ENGINE, SETTINGS, NOT_TOLD, FAILING, SLOW),
    look=look,
    version=3,
)
