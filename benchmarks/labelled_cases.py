"""All labelled cases: those made here from templates, and those of a folder."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import Case
from benchmarks.credential_cases import credential_cases
from benchmarks.detector_cases import detector_cases
from benchmarks.innocent_cases import innocent_cases
from benchmarks.phone_cases import message_ids, phone_cases, phone_numbers


def cases(draw: random.Random) -> Iterator[Case]:
    """Yield the labelled cases of every detector."""
    numbers = list(phone_numbers(draw))
    yield from phone_cases(numbers, draw)
    yield from message_ids(draw.sample(numbers, 150), draw)
    yield from credential_cases(draw)
    yield from innocent_cases(draw)
    yield from detector_cases(draw)


def cases_of(folder: str | None) -> Iterator[Case]:
    """Yield the cases of a folder's `*.jsonl` files.

    A row has `text` or `json`, `label`, `kind`, and `digits` or `secret` for what must go; one with neither must stay.
    """
    for path in sorted(Path(folder).glob("*.jsonl")) if folder else ():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["text"] if "text" in row else json.dumps(row["json"], ensure_ascii=False)
            secrets = row.get("secret", ())
            yield Case(
                f"{path.stem}: {row['label']}" if "label" in row else path.stem, row.get("kind", ""), text,
                row.get("digits", ""), (secrets,) if isinstance(secrets, str) else tuple(secrets),
            )  # fmt: skip
