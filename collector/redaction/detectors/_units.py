"""Units and countable nouns behind a number."""

from __future__ import annotations

from collector.compiled import compiled

_UNITS = (
    r"(?i:[kmgtp]i?b|b|bytes?|octets?|bits?|[kmg]?bps|ns|us|µs|ms|msecs?|usecs?|nsecs?|s|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?"
    r"|millis\w*|micros\w*|nanos\w*|rows?|packets?|records?|lines?|items?|entries|entry|messages|msgs|requests?|reqs?|responses?|ops|operations?|cycles?|ticks?"
    r"|blocks?|pages?|frames?|chunks?|keys|files?|objects?|docs?|documents?|events?|times|tokens?|chars?|characters?|words?|samples?|points?|errors?|hits?"
    r"|os[ ]file[ ](?:reads|writes)|os[ ]fsyncs"
    r"|misses|inodes?|sectors?|elements?|partitions?|segments?|tuples?|hz|[kmg]hz|iops|rpm|percent|of"
    r"|km|[kmg]?wh|mah|buffers?|conns|(?:in|out)?pkts|\d{3,4}-byte|impressions?|clicks?|views?|likes?|followers?|eur|usd|gbp|inr|idr|jpy|vnd|krw)\b(?!-[a-z]|\.[a-z])"
)
_UNIT_FOLLOWS = compiled(rf"[ \t]{{0,2}}(?:{_UNITS}(?![ \t]*[=:][ \t]*\S)|%|/\s?\d|[ ]?(?:out of|/s\b))")
# Units of which there are no persons: not even `to N ms` is one's number.
_MEASURED = compiled(
    r"[ \t]{0,2}(?i:[kmgt]i?b|bytes?|octets?|[munµ]?s|msecs?|usecs?|rows|records|times)\b(?![ \t]*[=:])"
)


def unit_follows(text: str, end: int) -> bool:
    """Tell whether a unit or a countable noun follows."""
    return _UNIT_FOLLOWS.match(text, end) is not None


def measure_follows(text: str, end: int) -> bool:
    """Tell whether a unit follows that measures: what is counted may also be done by or with somebody's number."""
    return _MEASURED.match(text, end) is not None
