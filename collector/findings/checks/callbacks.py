"""Does the webhook take callbacks, and how fast?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from collector.finding import Finding, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence
from collector.findings.metrics import APP, Series, by_owner, series
from collector.language import message

LEAST = 100
"""So many callbacks are needed for a share or a mean to say anything."""
FAILING = Told(
    "callbacks-failing",
    Severity.WARNING,
    message("{part} of all callbacks failed on {nodes}: your webhook was not reached or did not answer 200"),
    message("fewer than {limit} % of callbacks fail"),
    message(
        "call the webhook from the Coreapp's host; what failed is told by the result: an HTTP status, or a code of "
        "libcurl below 100"
    ),
    message("reference of /v1/stats/app, callback_requests by result; WADebug 0.1.5, check_webhook: answers 200"),
    ("callback_failed_percent",),
)
SLOW = Told(
    "callbacks-slow",
    Severity.WARNING,
    message("A callback takes {mean} s on average: your webhook answers too slowly"),
    message("the webhook answers within {limit} s"),
    message("answer 200 at once and do the work later: one slow receiver holds up all callbacks behind it"),
    message("reference of /v1/stats/app, callback_requests_duration_ms"),
    ("callback_seconds",),
)
REASONS: Mapping[str, str] = MappingProxyType(
    {
        "6": message("the name was not found"),
        "7": message("could not connect"),
        "28": message("no answer in time"),
        "35": message("the TLS handshake failed"),
        "51": message("the certificate is for another name"),
        "52": message("an empty answer"),
        "56": message("the connection broke"),
        "60": message("the certificate is not trusted"),
    }
)
"""Codes of libcurl (curl.se/libcurl/c/libcurl-errors.html): that the client tells them is inferred."""


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find callbacks that fail too often or take too long, over the time since each node's start."""
    yield from _failing(evidence)
    yield from _slow(evidence)


def _failing(evidence: Evidence) -> Iterator[Finding]:
    owners = by_owner(one for one in series(evidence, APP, "callback_requests") if one.value > 0)
    bad = {owner: found for owner, found in owners.items() if _share(found) >= _limit(evidence)}
    if not bad:
        return
    failed = [one for found in bad.values() for one in found if not _went_well(one)]
    by_result = Counter[str]()
    for one in failed:
        by_result[one.label("result")] += int(one.value)
    yield FAILING.found(
        evidence,
        nodes=evidence.say.listed([owner or "node" for owner in bad]),
        part=f"{max(map(_share, bad.values())):.0%}",
        limit=f"{evidence.limits.callback_failed_percent:g}",
        seen=evidence.say(
            "{failed} of {count} since the start; result {results}",
            failed=f"{sum(int(one.value) for one in failed):,}",
            count=f"{sum(int(one.value) for found in bad.values() for one in found):,}",
            results=evidence.lines([_result(evidence, name, count) for name, count in by_result.most_common()]),
        ),
        at=[one.pointer for one in sorted(failed, key=lambda one: -one.value)],
    )


def _limit(evidence: Evidence) -> float:
    # At a limit of 0 a single failure is told, and a node without any is not.
    return max(evidence.limits.callback_failed_percent / 100, 1e-12)


def _share(found: list[Series]) -> float:
    """Return the share that failed, of one node's callbacks; 0 where there are too few to say."""
    every = sum(one.value for one in found)
    return sum(one.value for one in found if not _went_well(one)) / every if every >= LEAST else 0.0


def _went_well(one: Series) -> bool:
    result = one.label("result")
    return result in {"success", ""} or (len(result) == 3 and result.startswith("2"))


def _result(evidence: Evidence, name: str, count: int) -> str:
    meaning = f" ({evidence.say(REASONS[name])})" if name in REASONS else ""
    return f"{name}{meaning}: {count:,}"


def _slow(evidence: Evidence) -> Iterator[Finding]:
    counts = {one.owner: one for one in series(evidence, APP, "callback_requests_duration_ms_count")}
    sums = series(evidence, APP, "callback_requests_duration_ms_sum")
    means = [
        (one.value / counts[one.owner].value / 1_000, one)
        for one in sums
        if one.owner in counts and counts[one.owner].value >= LEAST
    ]
    slow = sorted((m for m in means if m[0] > evidence.limits.callback_seconds), key=lambda mean: -mean[0])
    if slow:
        yield SLOW.found(
            evidence,
            mean=f"{slow[0][0]:.1f}",
            limit=f"{evidence.limits.callback_seconds:g}",
            seen=evidence.lines([f"{one.owner or 'node'}: {mean:.1f} s" for mean, one in slow]),
            at=[one.pointer for _, one in slow],
        )


CHECK = Check(
    id="callbacks",
    title=message("Does the webhook take callbacks, and how fast?"),
    why=message("Callbacks that fail or wait fill the queue, and a full queue stops the client."),
    looks_at=message(
        "/v1/stats/app: callback_requests by result, callback_requests_duration_ms (from 100 callbacks on; the "
        "counters begin with the start of a node)"
    ),
    tells=(FAILING, SLOW),
    look=look,
)
