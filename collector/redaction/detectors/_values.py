"""Where the value behind a name begins and ends: a literal and what it goes on in, or a word."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detectors import _entropy, _keys, _name_words
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._surroundings import NEAR
from collector.redaction.detectors._wordlist import words

_OPEN = compiled(r"\"{3}|'{3}|\\{0,3}[\"'`]")
# What a debugger or a program puts around a literal: `Some("…")`, `<<"…">>`, `string(9) "…"`, `[]string{"…"}`, `decrypt("…")`.
_WRAPPED = compiled(
    r"(?:(?:new )?(?P<callee>[A-Za-z_$][\w$]{0,60}(?:(?:\.|::|->)[\w$]{1,60}){0,6}!?)(?:[(]|(?P<subscript>\[))|string(?:\(\d{1,6}\))?[ ](?=[\"'])|Just[ ]|lambda:[ ](?=[\"'])|\[\]string\{|<<)[ ]?(?:[bBrRuUfF](?=[\"']))?(?=\\{0,3}[\"'`])"
)
_LINE_CLOSES = compiled(r"[)\]};,]{0,4}[ \t\r]{0,8}(?:\n|\Z)")
_AFTER_LITERAL = compiled(r"[ ,);\]>\n\r]|$|[+.][ ]?(?:new[ ])?\$?[A-Za-z_]\w*(?:[\[(;+ ,.)]|->|$)")
# In brackets: many words, or names with commas between.
_REMARK = compiled(r".(?:\S+ ){3,}\S+|.[\w ={}$]+,.+")
_QUOTES = frozenset("\"'`")
_READS = words(
    "env getenv environ get fetch lookup param params parameter header headers config read load find file open input prompt"
    " ask property var variable secret ref require import path join t gettext translate label query option argument"
    " hiera ssm vault resolve request form field column getpass getpwnam getpwuid var compile regexp"
)
_SETTINGS = words("env getenv environ property setting")
_HOLDS = frozenset({"Some", "Ok", "Just", "String", "String::from", "Secret", "SecretString"})
# What a call that reads a setting returns where there is none: `getenv("NAME", "…")`.
_INSTEAD = compiled(r"[^\"'\n]{1,80}[\"'][ ]?,[ ]?(?P<q>[\"'])(?P<v>[^\"'\n]{3,400})(?P=q)[ ]?\)")
_IS_NAME = compiled(r"(?i)[a-z_.\-/: ]{0,60}(?:pass|pwd|secret|token|key|cred|auth)[a-z_.\-/: ]{0,40}")
# Tags of YAML before the name of a value that is kept elsewhere.
_REFERS = compiled(r"(?i)^!(?:secret|ref|sub|env|env_var|reference|getatt|importvalue) ")
_NAMES_ANOTHER = compiled(r"[ \t]{0,8}:(?!:)")
# A literal that goes on: joined by a sign, or beside the one before it.
_LITERAL = compiled(
    r"(?P<by>[ \t]{0,8}(?P<sign>\+|\.{1,2}|&|\|\|)?[ \t]{0,8}(?P<line>\\?\r?\n[ \t]{0,40}(?P<below>\+|\.{1,2}|&|\|\|)?[ \t]{0,8})?)"
    r"[uUbBrRfF]?(?P<quote>[\"'])(?P<v>[^\"'\n]{1,400})(?P=quote)"
)
_CHANGED_TO = compiled(r"(?P<quote>[\"'])[ ](?:->|=>)[ ](?P=quote)(?P<v>[^\"'\n]{1,4096})(?P=quote)")
_STATEMENT_ENDS = compiled(r"[ \t]{0,8}(?:[;)\r\n]|$)")
_EMPTY_BLOCK = compiled(r"[|>][+\-1-9]{0,2}")
# One that stands alone or has attributes, one that closes itself, one that is closed behind what it holds.
_TAG = r"(?:(?i:br|hr|img|input|p|li|t[dhr])[ >/]|[A-Za-z]{1,12}[ ]|[A-Za-z][\w:.\-]{0,40}(?:[ ][^<>\n]{0,80})?(?:/>|>[^<\n]{0,200}</))"
# A quote or a bracket within a word belongs to the value, one that ends it or begins a tag does not.
_BARE_VALUE = compiled(
    rf"(?:[^\s\0\"'<>`]|>(?=[^\s\"'<>`]{{4}})|<(?=[A-Za-z!#$%&]{{1,40}}\d)(?![^\n>]{{0,200}}>))(?:[^\s\0\"'<>`]|(?<=[\w$!@#%^&*])(?:[\"'`](?=[\w$!@#%])|<(?=[\w$!@#%])(?!{_TAG})|>(?=\w))|(?<=-)>(?=[\w{{\[])){{0,4095}}"
)
_SPOKEN = compiled(r"[(<\[][^()<>\[\]\n]{1,60}[)>\]](?=[\s,;.]|$)")
_NEXT_OF_QUERY = compiled(r"&[\w.\-\[\]%]{1,60}=|\\[nrt]")
_NEXT_PAIR = compiled(r"[;,]\[?[\w.\- ]{1,40}[=:]")
# A further name of several words, of which the first stands against the value: `Password=x;Initial Catalog=…`.
_NEXT_WORDS = compiled(r";[A-Z][A-Za-z]{1,20}(?:[ ][A-Za-z]{1,20}){1,3}[ ]?=")
_NEAR = 512
_LONGEST_NEXT = 96
"""Characters that the longest beginning of a further pair has."""
# How a header says what follows.
_SCHEME = compiled(r"(?i)(?:basic|bearer|apikey|token|negotiate|key)[ ]{1,3}(?=[^\s\"'<>`]{4})")
_TRAIL = ",;)]}."
# Of a definition: `def connect(password=None):`.
_PARAMETERS_END = compiled(r"\):\Z")
# A list of pairs in brackets, each looked at by itself.
_PAIRS_BEGIN = compiled(r"\([A-Z][A-Z_]{2,40}[ ]?=[ ]?(?:'|[A-Z]{2,20}[ )])")
# A further name, whose value stands in columns: `token: SecretID:     …`.
_NEXT_NAME = compiled(r"[A-Za-z][\w\-]{1,40}:")
_SIGNS = frozenset(",;&")
_NEXT_BEGINS = compiled(r"[,;&][\w.\-\[\]% ]{1,60}=")
_NEXT_VALUE = compiled(r"[ \t]{1,40}\S")
_SETTING = compiled(r"(?P<name>[A-Za-z][A-Za-z_.\-]{1,40})=(?!=)")
_MAX_LITERALS = 64
_FIRST_WORD = compiled(r"[\w./\-]{1,80} ")


def value_range(
    text: str, position: int, separator: re.Match[str], *, to_blank: bool = False
) -> tuple[int, int] | None:
    """Return the range of the value: to the same quote, or to where its syntax ends; `to_blank`, at no sign before one."""
    opening = _OPEN.match(text, position)
    if opening and _ends_a_literal(text, opening, separator):
        return None
    if opening:
        return _literal(text, opening, separator)
    if _is_next_setting(text, position, separator):
        return None
    bare = _bare(text, position, to_blank=to_blank)
    # A literal may be wrapped where a quote ends what would else be the value.
    if (
        bare is None
        or text[bare[1] : bare[1] + 1] in _QUOTES
        or text.startswith(("string(", "string ", "Just ", "new ", "lambda: "), position)
    ):
        wrapped = _WRAPPED.match(text, position)
        if wrapped:
            return _inside(text, wrapped)
    if separator["sep"].startswith(",") or (separator["mark"] and _REFERS.match(separator["mark"])):
        return None
    return bare


def _is_next_setting(text: str, position: int, separator: re.Match[str]) -> bool:
    """Tell whether nothing stands behind a name but a blank and the next setting: `password= port=3306`."""
    if separator["sep"] != "=" or separator.group()[:2] not in {"= ", "=\t"}:
        return False
    following = _SETTING.match(text, position)
    return following is not None and _keys.words(following["name"])[-1:][0] in _name_words.SETTINGS


def _ends_a_literal(text: str, opening: re.Match[str], separator: re.Match[str]) -> bool:
    """Tell whether a quote ends a literal with the name in it: `print("Password:", end="")`."""
    quote = opening.group()
    if separator["close"] or len(quote) > 1 or not _AFTER_LITERAL.match(text, opening.end()):
        return False
    line = text.rfind("\n", max(0, separator.start() - 200), separator.start()) + 1
    return text.count(quote, max(line, separator.start() - 200), separator.start()) % 2 == 1


def _literal(text: str, opening: re.Match[str], separator: re.Match[str]) -> tuple[int, int] | None:
    """Return the range of a literal; a further name with a value of its own is none."""
    value = _quoted(text, opening)
    if value is None or not _NAMES_ANOTHER.match(text, value[1] + len(opening.group())):
        return value
    told = separator["sep"] == ":" and _keys.tells(text[slice(*value)]) is not Tells.NOTHING
    return None if told or separator["sep"].startswith(",") else value


def _inside(text: str, wrapped: re.Match[str]) -> tuple[int, int] | None:
    """Return the range of the literal that is wrapped; what is only read from somewhere by that name is no value."""
    opening = _OPEN.match(text, wrapped.end())
    if opening is None or wrapped["subscript"]:
        return None
    callee = _keys.words(wrapped["callee"] or "")
    if not _READS.isdisjoint(callee):
        instead = None if _SETTINGS.isdisjoint(callee) else _INSTEAD.match(text, opening.end())
        return instead.span("v") if instead and not _IS_NAME.fullmatch(text, *instead.span("v")) else None
    value = _quoted(text, opening)
    if value and may_be_command(text, value[0]):
        return None
    called = wrapped["callee"] and wrapped["callee"] not in _HOLDS
    return None if value is None or (called and _IS_NAME.fullmatch(text, *value)) else value


def _quoted(text: str, opening: re.Match[str]) -> tuple[int, int] | None:
    quote, start = opening.group(), opening.end()
    limit = min(len(text), start + 4096)
    if len(quote) > 1:
        end = text.find(quote, start, limit)
        if quote in ('"' * 3, "'" * 3) and (end < start or text.count("\n", start, end) >= NEAR):
            return None
        return (start, end) if end > start else None
    position = start
    while position < limit:
        char = text[position]
        if char == "\\" and text[position + 1 : position + 2] != "\n":
            if _is_last_quote_of_line(text, position + 1, quote):
                return start, position + 1
            position += 2
            continue
        if char == quote == "'" and position > start and text[position + 1 : position + 2] == quote:
            position += 2
            continue
        if char == quote:
            return (start, position) if position > start else None
        if char == "\n":
            break
        position += 1
    return (start, min(position, limit)) if position > start else None


def may_be_command(text: str, begin: int) -> bool:
    """Tell whether a value that begins somewhere is several words between backticks: a command, to a shell."""
    return text[begin - 1] == "`" and _FIRST_WORD.match(text, begin) is not None


def _is_last_quote_of_line(text: str, position: int, quote: str) -> bool:
    """Tell whether a quote behind a backslash closes: nothing but what closes more follows on its line."""
    return text[position : position + 1] == quote and _LINE_CLOSES.match(text, position + 1) is not None


def _bare(text: str, position: int, *, to_blank: bool) -> tuple[int, int] | None:
    spoken = _SPOKEN.match(text, position)
    pairs = _PAIRS_BEGIN.match(text, position)
    if spoken or pairs:
        return spoken.span() if spoken and not pairs and not _REMARK.fullmatch(spoken.group()) else None
    scheme = _SCHEME.match(text, position, position + 80)
    position = scheme.end() if scheme else position
    value = _trimmed(_written(text, position) if to_blank else _to_next(text, position))
    following = _NEXT_WORDS.search(text, position + 1, position + len(value) + _LONGEST_NEXT)
    if following and following.start() < position + len(value):
        value = value[: following.start() - position]
    if _EMPTY_BLOCK.fullmatch(value) or _is_left_out(text, position, value):
        return None
    if _NEXT_NAME.fullmatch(value) and _NEXT_VALUE.match(text, position + len(value)) and _keys.tells(value[:-1]):
        return None
    return (position, position + len(value)) if value else None


def _written(text: str, position: int) -> str:
    """Return all that stands there without a blank; nothing where no value begins."""
    match = _BARE_VALUE.match(text, position)
    return match.group() if match else ""


def _to_next(text: str, position: int) -> str:
    """Return the same without the pairs that follow: of thousands on a line, those beyond the next are not read."""
    near = _BARE_VALUE.match(text, position, position + _NEAR)
    cut = _cut(near.group()) if near else ""
    return cut if len(cut) < _NEAR - _LONGEST_NEXT and "<" not in cut else _cut(_written(text, position))


def _is_left_out(text: str, position: int, value: str) -> bool:
    """Tell whether nothing stands before the sign that begins a value: `password=&user=…`, `a,password=,host`."""
    if value[:1] not in _SIGNS:
        return False
    if _NEXT_BEGINS.match(text, position):
        return True
    return value[0] != "&" and not _entropy.is_machine_made(re.split("[,;]", value)[1])


def _cut(value: str) -> str:
    """Return a bare value without the pairs that follow it."""
    for pattern in (_NEXT_PAIR, _NEXT_OF_QUERY):
        cut = pattern.search(value, 1)
        if cut:
            value = value[: cut.start()]
    return value


def _trimmed(value: str) -> str:
    """Return a bare value without the signs that follow it."""
    if _PARAMETERS_END.search(value):
        value = value[:-1]
    value = value.rstrip("\u201d\u2019")
    while value and value[-1] in _TRAIL and not _balanced(value):
        value = value[:-1]
    return value


def _balanced(value: str) -> bool:
    pairs = {")": "(", "]": "[", "}": "{"}
    closing = value[-1]
    return closing in pairs and value.count(pairs[closing]) >= value.count(closing)


def further_literals(text: str, separator: re.Match[str], begin: int, position: int) -> list[re.Match[str]]:
    """Return the literals that a quoted value goes on in: `"one" + "two"`, or one beside the other in a statement."""
    quote = text[position : position + 1]
    if quote not in {'"', "'"} or text[begin - 1 : begin] != quote:
        return []
    if "=" not in separator["sep"] and not separator["bracket"]:
        return []
    found: list[re.Match[str]] = []
    position += 1
    while len(found) < _MAX_LITERALS and (literal := _LITERAL.match(text, position)):
        joined = literal["sign"] or literal["below"] or separator["bracket"] or "\\" in (literal["line"] or "")
        if not joined and (literal["line"] or " " in literal["v"]):
            break
        found.append(literal)
        position = literal.end()
    signs = all(literal["sign"] or literal["below"] for literal in found)
    return found if signs or separator["bracket"] or _STATEMENT_ENDS.match(text, position) else []


def changed_to(text: str, position: int) -> re.Match[str] | None:
    """Return the literal that a value becomes, as plans of changes show it: `"one" -> "two"`."""
    return _CHANGED_TO.match(text, position)
