"""Compiled paths, kept from run to run: reading JSONPath is heavy, and a run's paths seldom change."""

from __future__ import annotations

import functools
from pathlib import Path

from collector.cache import cached, keep
from collector.frozen import digest, frozen, thawed
from collector.redaction.path_matcher import Matcher, Segment, Selector

_MADE = {kind.__name__: kind for kind in (Matcher, Segment, Selector)}
_MADE_BY = tuple(Path(__file__).with_name(name) for name in ("json_path.py", "path_matcher.py"))


@functools.cache
def matchers(paths: tuple[str, ...]) -> tuple[Matcher, ...]:
    """Return the matcher of each RFC 9535 path; raises PathError where one is none."""
    name = f"paths-{digest(*paths, *_MADE_BY)}.json"
    if (content := cached(name)) is not None:
        try:
            kept: tuple[Matcher, ...] = thawed(content, _MADE)
        except ValueError:
            pass
        else:
            return kept
    from collector.redaction.json_path import compile_path  # noqa: PLC0415  JSONPath is heavy

    compiled = tuple(map(compile_path, paths))
    keep(name, frozen(compiled))
    return compiled
