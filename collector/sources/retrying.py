"""Decides whether to ask again and how long to wait: at most three tries, full jitter, never beyond the deadline."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol, TypeVar

import tenacity

TRIES = 3
STATUSES = frozenset({429, 502, 503, 504})
_FIRST_PAUSE = 0.5


class Tried(Protocol):
    """What a try must tell: the Retry-After header it came with, if any."""

    @property
    def retry_after(self) -> str | None: ...  # noqa: D102


T = TypeVar("T", bound=Tried)


def persist(
    send: Callable[[], T],
    *,
    again: Callable[[T], bool],
    until: float,
    clock: Callable[[], float],
    sleep: Callable[[float], None],
    uniform: Callable[[float, float], float],
    now: Callable[[], datetime],
) -> tuple[T, int]:
    """Send until `again` is content, and return the last answer and the number of tries.

    A pause that would reach beyond `until` (same clock) is not begun: the answer at hand is returned instead.
    """

    def pause(state: tenacity.RetryCallState) -> float:
        asked = seconds(_result(state).retry_after, now())
        return asked if asked is not None else uniform(0.0, _FIRST_PAUSE * 2 ** (state.attempt_number - 1))

    def enough(state: tenacity.RetryCallState) -> bool:
        return state.attempt_number >= TRIES or clock() + state.upcoming_sleep >= until

    def _result(state: tenacity.RetryCallState) -> T:
        assert state.outcome is not None  # noqa: S101  set before waiting and stopping are asked
        result: T = state.outcome.result()
        return result

    retrying = tenacity.Retrying(
        sleep=sleep, stop=enough, wait=pause, retry=tenacity.retry_if_result(again), retry_error_callback=_result
    )
    answer: T = retrying(send)
    tries: int = retrying.statistics["attempt_number"]
    return answer, tries


def seconds(retry_after: str | None, now: datetime) -> float | None:
    """Return the pause a Retry-After header (RFC 9110, seconds or date) asks for; None for none or nonsense."""
    if retry_after is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}", retry_after.strip()):
        return float(retry_after)
    try:
        when = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds())
