"""Writes numbers, sizes and times in the one form every page uses."""

from __future__ import annotations

from datetime import UTC, datetime

_STEPS = ("KiB", "MiB", "GiB", "TiB", "PiB", "EiB")


def size(count: float) -> str:
    """Return a number of bytes with a binary unit: `708.0 MiB`, `1.4 GiB`, `512 B`."""
    if abs(count) < 1024:
        return f"{int(count)} B"
    value, unit = float(count), ""
    for step in _STEPS:
        value, unit = value / 1024, step
        if abs(value) < 1023.95:
            break
    return f"{value:.1f} {unit}"


def moment(when: datetime) -> str:
    """Return a moment in UTC: `2026-11-23 08:45:12 UTC`; one without a zone is taken for UTC."""
    return f"{as_utc(when):%Y-%m-%d %H:%M:%S} UTC"


def as_utc(when: datetime) -> datetime:
    """Return the moment in UTC; one without a zone is taken for UTC, as the reference of `/v1/support` writes it."""
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def cut(text: str, most: int) -> str:
    """Return the text, shortened to `most` characters with an ellipsis where it is longer."""
    return text if len(text) <= most else text[: most - 1] + "…"
