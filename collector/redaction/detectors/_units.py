"""Units and countable nouns behind a number."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled

_UNITS = (
    r"(?i:[kmgtp]i?b|b|bytes?|octets?|bits?|[kmg]?bps|ns|us|µs|ms|msecs?|usecs?|nsecs?|s|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?"
    r"|millis\w*|micros\w*|nanos\w*|rows?|packets?|records?|lines?|items?|entries|entry|messages|msgs|requests?|reqs?|responses?|ops|operations?|cycles?|ticks?"
    r"|blocks?|pages?|frames?|chunks?|keys|files?|objects?|docs?|documents?|events?|times|tokens?|chars?|characters?|words?|samples?|points?|errors?|hits?"
    r"|os[ ]file[ ](?:reads|writes)|os[ ]fsyncs"
    # What is counted, and of which kind; what is also said of somebody ends what is said.
    r"|(?:(?:cache|disk|page|total|unique|distinct|dead|live|free|used|index|table|seq|sequential|buffer|context|cpu|gpu|clock|major|minor|physical|logical|dirty|shared|local|remote|soft|hard|branch|tlb|dcache|icache|block|file|system|network|packet|write|read|failed|slow|full|heap|lock|row|bad|new|old)[ ]){1,2}"
    r"(?:hits?|misses|faults|reads|writes|scans|lookups|keys|tuples|rows|cycles|allocations|allocs|frees|switches|evictions|accesses|operations|ops|instructions|branches|waits|requests|queries|connections|entries|objects|records|samples|errors|drops|retries|sectors|blocks|pages|bytes)"
    r"|iterations?|instructions|allocations|allocs|interrupts|syscalls|evictions|epochs|flops|lookups|transactions|rollbacks|threads|vertices|edges|triangles|neurons|params|parameters|weights|branches|faults|fsyncs|wakeups|pulses|counts?|g?wei|satoshis?|users|customers|people|persons|subscribers|members|clients|devices|visitors|visits|sessions|participants|recipients|remaining"
    r"|(?:reads|writes|scans|updates|inserts|deletes|fetches|queries|commits|retries|attempts|steps|switches|loops|loads|stores|drops|tasks|jobs|nodes)(?=[ \t]*(?:$|[\r\n,;|)\]/(]|[.](?!\w)|per\b|and\b|in[ ]\d))"
    r"|misses|inodes?|sectors?|elements?|partitions?|segments?|tuples?|hz|[kmg]hz|iops|rpm|percent|of"
    r"|km|[kmg]?wh|mah|buffers?|conns|(?:in|out)?pkts|\d{3,4}-byte|impressions?|clicks?|views?|likes?|followers?|eur|usd|gbp|inr|idr|jpy|vnd|krw)\b(?!-[a-z]|\.[a-z])"
)
# Counting words of languages that set no space before them; not where they begin another word: `N回复了`.
_COUNTERS = (
    # Of one letter, which begins many a word: `N人工`, `N 天猫`; where a noun is counted, the noun follows others.
    r"(?:(?:[个個](?!人)|件|[条條]|次(?!日)|行(?![动動])|回|人|円|元|天|年|万|萬|亿|億|倍|步|項|项|笔|筆|枚|台|点|度|米|克|日間|時間|개|건|명|회|초|원|행|줄|시간|คน|วัน|صف|مرة|बार)(?![^\W\d_a-zA-Z])"
    r"|[个個](?!人)|件|[条條]|次(?!日)|行(?![动動])|页|頁|ページ|块钱|字节|字節|字符|バイト|ビット|毫秒|微秒|纳秒|秒|ミリ秒|分钟|分鐘|分間|小时|小時|公里|レコード|개의|건의|바이트|페이지|밀리초"
    r"|บาท|ครั้ง|ชิ้น|รายการ|วินาที|นาที|ไบต์|แถว|บรรทัด"
    r"|بايت|ثانية|دقيقة|ساعة|سطر|ريال|درهم|جنيه|דקות|שניות|בתים|שורות|बाइट|सेकंड|मिनट|रुपये|पंक्ति)"
)
# Symbols of the International System of Units, told apart by their case; of one letter only where all ends.
_SYMBOLS = (
    r"(?:[mcknµu]m|[µumk]V|[mµu]A|[mkMG]W|[kM]?Wh|[kM]J|[hkM]?Pa|dBm?|ppm|ppb|lux|kg|mg|lbs?|°[CF]?|[km]Hz)(?![\w=:\-])"
    r"|[mWJKVAg](?=[ \t]*(?:$|[\r\n,;)\]]))"
)
_UNIT_FOLLOWS = compiled(
    rf"[ \t]{{0,2}}(?:{_COUNTERS}|{_SYMBOLS}|{_UNITS}(?![ \t]*[=:][ \t]*\S)|%|/\s?\d|[ ]?(?:out of|/s\b))"
)
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
