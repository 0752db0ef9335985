"""Names and values in fields of their own: `name: DB_PASSWORD, value: …`, or the value below the name."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import credential

# Its first letter in either case, as a set: only then is a search quick that folds case.
_FIELD = r"(?-i:[nNkK\u212avViI\u0130\u0131pP])(?:(?<=\b.)|(?<=key.))(?:(?<=n)ame|(?<=k)ey|(?<=v)ariable|(?<=i)d|(?<=p)(?:roperty|aram))"
_PAIR = compiled(
    rf"(?i){_FIELD}"
    r"\\{0,3}[\"']?[ \t]*[:=][ \t]*\\{0,3}[\"']?(?P<key>[\w.\-/]{2,80})\\{0,3}[\"']?[ \t]*[,;]?[ \t\r]{0,80}(?:\n[ \t\r]{0,80}){0,2}"
    # Other fields may stand between.
    r"(?:[\"'](?!value|val|default|content)\w{2,24}[\"'][ \t]*:[ \t]*(?:[\"'][^\"'\n]{0,80}[\"']|true|false|null|\d{1,20})[ \t]*(?:,[ \t\r]{0,80}\n?|\n)[ \t\r]{0,80}){0,2}"
    r"\\{0,3}[\"']?\b(?:value|secret_value|val|default|content)\\{0,3}[\"']?[ \t]*[:=][ \t]*(?:\{\s{0,40}[\"']?\w{1,12}[Vv]alue[\"']?[ \t]*:[ \t]*)?"
    r"(?:(?P<q>\\{0,3}[\"'])(?P<quoted>(?:(?!(?P=q))(?:\\[^\n]|[^\n\\])){1,2000})(?P=q)|(?P<bare>[^\s\"',;<>\[{]{1,2000}))"
)
_REVERSED = compiled(
    r"(?i)[\"']\bvalue[\"'][ \t]*:[ \t]*[\"'](?P<value>[^\"'\n]{1,2000})[\"'][ \t\r]{0,40}(?:\n[ \t\r]{0,40})?,[ \t\r]{0,80}(?:\n[ \t\r]{0,80}){0,2}[\"'](?:name|key)[\"'][ \t]*:[ \t]*[\"'](?P<key>[\w.\-]{2,80})[\"']"
)
# Below its name, as the one thing that has no other: `token: {"value": "…"}`, `[db.token]` with `value = "…"`.
_VALUE_NAMED = r"(?i)\b(?:val|(?:secret_)?value|default|content|plain|plaintext|raw)\\{0,3}[\"']?[ \t]*[:=]"
_VALUE = compiled(
    r"(?:\bdefault|val(?:ue)?|plain(?:text)?|raw)[\"']?[ \t]*[:=][ \t]*(?:(?P<q>[\"'])(?P<quoted>[^\"'\n]{1,2000})(?P=q)|(?P<bare>[^\s\"',;<>\[{}]{1,2000}))"
)
_NAME_ABOVE = compiled(
    r"(?:(?<![\w.\-])(?P<key>[\w.\-]{2,80})(?:[\"']?[ \t]*[:=][ \t]*(?:\{\s{0,80}|\r?\n[ \t]{0,80})|[ \t]{1,4}\{[ \t\r]*\n[ \t]{0,80}"
    # A block with a name and other settings: `variable "db_password" {`.
    r"|\"[ \t]{0,4}\{[ \t\r]{0,8}\n(?:[ \t]{0,40}[a-z_]{2,40}[ \t]{0,40}=[^\n]{0,200}\n){0,4}[ \t]{0,40})"
    # A section begins its line; our own marks do not.
    r"|(?:\A|\n)[ \t]{0,40}\[{1,2}[\"']?(?P<section>[\w.\-]{2,80})[\"']?\]{1,2}[ \t\r]*\n(?:[^\n\[]{0,200}\n){0,2}[ \t]{0,80})[\"']?\Z"
)
# A value of YAML that has its line to itself.
_TO_LINE_END = compiled(r"(?<=: )(?:[^\s#]|#(?!\s)|[ ](?![#\s])){1,400}(?=[ \t\r]*(?:[ ]#[^\n]*)?(?:\n|\Z))")
_ABOVE = 400
_QUOTES = frozenset("\"'")


def _pairs(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values that stand in a field of their own beside or below their name."""
    lowered = lower(text)
    if not any(word in lowered for word in ("val", "plain", "raw", "default", "content")):
        return
    for value in beside(text):
        yield from credential(text, value)
    for match in _VALUE.finditer(lowered):
        before = text[max(0, match.start() - _ABOVE) : match.start()]
        name_above = _NAME_ABOVE.search(before) if _is_first(before) else None
        group = "quoted" if match["quoted"] else "bare"
        if name_above and match[group] and (group == "quoted" or not match[group].isdigit()):
            yield from credential(text, NamedValue(name_above["key"] or name_above["section"], 0, *match.span(group)))


def _is_first(before: str) -> bool:
    """Tell whether a line or a brace begins before a place, with no more than blanks and a quote between."""
    bare = before[:-1] if before[-1:] in _QUOTES else before
    ends = bare.rstrip()
    return ends[-1:] == "{" or "\n" in bare[len(ends) :]


def beside(text: str) -> Iterator[NamedValue]:
    """Yield the values that stand in a field of their own beside the one for their name."""
    lowered = lower(text)
    if not any(word in lowered for word in ("val", "default", "content")):
        return
    for match in _PAIR.finditer(text):
        start, end = match.span("quoted" if match["quoted"] else "bare")
        if match["bare"] and "\n" in text[match.end("key") : start] and (rest := _TO_LINE_END.match(text, start)):
            end = rest.end()
        yield NamedValue(match["key"], match.start("key"), start, end)
    for match in _REVERSED.finditer(text):
        yield NamedValue(match["key"], match.start("key"), *match.span("value"))


FORMS = (Form(lambda _: (_VALUE_NAMED,), _pairs, around),)
"""A field for the name, a field for the value."""
