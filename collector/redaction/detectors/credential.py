"""Credentials beside their names: `key=value` in every syntax, options, headers, SQL, XML, calls, prose, CSV, pairs."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
import string
from collections.abc import Iterator

from collector.redaction.detector import Detector, Example, Form, Hit, Options, Ranges
from collector.redaction.detectors import _entropy, _forms, _keys
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._surroundings import NEAR, around
from collector.redaction.detectors._wordlist import words

_NAME_CHARACTERS = f"{string.ascii_letters}{string.digits}_.-"
_IDENTIFIER_LEFT = re.compile(r"[\w.\-]{0,64}\Z")
_IDENTIFIER_RIGHT = re.compile(r"[\w.\-]{0,64}")
_SEPARATOR = re.compile(
    r"(?P<close>(?:\\{0,3}[\"'`])?(?:\]|\[\w{0,20}\])?)[ \t]{0,40}(?P<sep>=>(?:[ \t\r]{0,8}\n[ \t]{0,40}(?=string\(\d))?|->(?=[ \t])|\u2192|:{1,3}=|\?=|\+=|==|=|::(?=[ ])|:(?!//)|,[ \t]{0,20}(?=(?:<<)?\\{0,3}[\"']))[ \t\r]{0,40}"
    # What YAML and Go put before a value: an anchor, a tag, a type; a block; a block's mark may tell its indentation.
    r"(?P<mark>(?:&[\w\-]{1,40}|!{1,2}[\w\-]{1,40}|\(\*\w{1,20}\)\(0x[0-9a-f]{1,16}\))[ \t]{1,8}){0,2}"
    r"(?P<block>[|>][+\-1-9]{0,2}[ \t]*\n[ \t]{1,40})?"
    # The value begins on the next line: after a continuation, or in brackets.
    r"(?:\\[ \t\r]*\n[ \t]{0,40})?(?P<bracket>\([ \t\r]{0,40}(?:\n[ \t]{1,40})?(?=[\"']))?"
    r"(?:\xab[ \xa0\u202f]?(?=\S))?(?P<type>(?:[uUbBrRfFN]|Bearer[ ]|Basic[ ])(?=[\"'])|@(?=\"))?"
)
_OPEN = re.compile(r"\"{3}|'{3}|\\{0,3}[\"'`]")
# What a debugger or a program puts around a literal: `Some("…")`, `<<"…">>`, `string(9) "…"`, `[]string{"…"}`, `decrypt("…")`.
_WRAPPED = re.compile(
    r"(?:(?:new )?(?P<callee>[A-Za-z_$][\w$]{0,60}(?:(?:\.|::|->)[\w$]{1,60}){0,6}!?)(?:[(]|(?P<subscript>\[))|string\(\d{1,6}\)[ ]|Just[ ]|\[\]string\{|<<)[ ]?(?=\\{0,3}[\"'`])"
)
_QUOTES = frozenset("\"'`")
_READS = words(
    "env getenv environ get fetch lookup param params parameter header headers config read load find file open input prompt"
    " ask property var variable secret ref require import path join t gettext translate label query option argument"
    " hiera ssm vault resolve request form field column getpass var"
)
_HOLDS = frozenset({"Some", "Ok", "Just", "String", "String::from", "Secret", "SecretString"})
_IS_NAME = re.compile(r"(?i)[a-z_.\-/: ]{0,60}(?:pass|pwd|secret|token|key|cred|auth)[a-z_.\-/: ]{0,40}")
# Tags of YAML before the name of a value that is kept elsewhere.
_REFERS = re.compile(r"(?i)^!(?:secret|ref|sub|env|env_var|reference|getatt|importvalue) ")
_NAMES_ANOTHER = re.compile(r"[ \t]{0,8}:(?!:)")
# A literal that goes on: joined by a sign, or beside the one before it.
_LITERAL = re.compile(
    r"(?P<by>[ \t]{0,8}(?P<sign>\+|\.{1,2}|&|\|\|)?[ \t]{0,8}(?P<line>\\?\r?\n[ \t]{0,40}(?P<below>\+|\.{1,2}|&|\|\|)?[ \t]{0,8})?)"
    r"[uUbBrRfF]?(?P<quote>[\"'])(?P<v>[^\"'\n]{1,400})(?P=quote)"
)
_STATEMENT_ENDS = re.compile(r"[ \t]{0,8}(?:[;)\r\n]|$)")
_ALONE = re.compile(r"[ \t]*(?:- )?[\"']?$")
_BELOW = re.compile(
    r"\n(?P<indent>[ \t]{0,40})(?P<item>- )?[\"']?(?P<v>[^\s\"':{}\[\]][^\s\"']{0,400})[\"']?[ \t\r]*(?=\n|$)"
)
_LIST = re.compile(r"\[(?P<items>[^\[\]{}\n]{1,2000})\]")
_ITEM = re.compile(r"[\"']?(?P<v>[^\s\"',]{1,400})[\"']?[ \t]{0,8}(?:,|$)")
_PROCESS = re.compile(r"\[\d{2,8}\]")
# The programs whose names are a word for a password, where they speak.
_SPEAKS = re.compile(
    r"(?:password|all authentication|authentication token|unrecognized|unknown|user|you|permission|cannot|can't|no) \S"
)
# What no one keeps secret, in two words.
_PUBLIC_KEY = re.compile(
    r"(?i)\b(?:public|host|primary|foreign|partition|routing|cache|sort|shard|hash|idempotency|dedup|object)[ ]\Z"
)
_SERVICE = re.compile(r"pam_\w{1,20}\($")
_ARN = re.compile(r"arn:aws[\w\-]{0,12}:[\w:\-]{1,80}:$")
# What a name becomes: `password -> password_hash`.
_WORDS_ONLY = re.compile(r"[A-Za-z_]+")
# An object's own attribute, set from what was given: `self.password = password`.
_OWN = re.compile(r"(?:self|this|cls)\.[A-Za-z_]\w{1,60}")
_BLANK = frozenset(" \t\n\r:")
_SENTENCE = re.compile(r"[a-z]{2,20},? [a-z]{2,20}\b")
# What follows a scheme of more than one part: `AWS4-HMAC-SHA256 Credential=`.
_SCHEME = re.compile(
    r"(?i)aws4-[a-z0-9\-]{4,24}|hawk|oauth|digest|signature|token|hmac(?:-sha\d{1,3})?|scram-sha-\d{1,3}"
)
_PARAMETER = re.compile(r"[ \t]{1,4}\w{1,40}=")
# Cookies have names; each is looked at by itself.
_COOKIE_HEADERS = frozenset({"cookie", "cookie2", "set-cookie", "set-cookie2"})
_COOKIES = re.compile(r"[\w.\-]{1,80}=.")
_MEASURE = re.compile(r" (?:ms|s|us|ns|sec|seconds|minutes|of|/)\b")
_DIGIT = re.compile(r"[0-9]")
# A value that begins or goes on below its line: that ends so, opens three quotes, or ends a literal before a sign, or
# before another literal in brackets.
_GOES_ON = re.compile(
    r"[^\n]*(?:[=:\\(,\[+.&|>`]|[|>][+\-1-9]{1,2})[ \t\r]*(?:\n|$)|[^\n]*(?:\"{3}|'{3})"
    r"|[^\n]*[\"'][ \t\r]*\n[ \t]*[+.&|]|[^\n]*\([^\n]*[\"'][ \t\r]*\n[ \t]*[uUbBrRfF]?[\"']"
)
_EMPTY_BLOCK = re.compile(r"[|>][+\-1-9]{0,2}")
MAX_ITEMS = 64


def _assigned(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every value whose name says that it is a credential."""
    done = 0
    for head in _keys.HEAD.finditer(lower(text)):
        if head.start() < done:
            continue
        right = _IDENTIFIER_RIGHT.match(text, head.end())
        start, end = _name_start(text, head.start()), (right.end() if right else head.end())
        done = end
        for hit in _named(text, start, end):
            # What stands inside a value that goes needs no look of its own.
            done = max(done, hit.end)
            yield hit


def _with_what_follows(text: str, lines: Ranges) -> Ranges:
    """Return the lines with names, and of those whose values go on below what belongs together."""
    goes_on = [line for line in lines if _GOES_ON.match(text, line[0])]
    return sorted([*set(lines).difference(goes_on), *around(text, goes_on)])


def _name_start(text: str, position: int) -> int:
    """Return where the name begins that reaches over a position."""
    before = text[max(0, position - 64) : position]
    rest = before.rstrip(_NAME_CHARACTERS)
    if rest and not rest[-1].isascii():
        left = _IDENTIFIER_LEFT.search(before)
        return position - len(before) + (left.start() if left else len(before))
    return position - len(before) + len(rest)


def _named(text: str, start: int, end: int) -> Iterator[Hit]:
    telling = _keys.tells(text[start:end].rstrip(".-"))
    if telling is Tells.NOTHING:
        return
    separator = _SEPARATOR.match(text, end)
    if not separator or _is_other(text, start, separator) or _is_public(text, start, separator):
        return
    several = _several(text, start, separator, telling)
    if several is not None:
        yield from several
        return
    value = _value(text, separator.end(), separator)
    if value is None:
        return
    begin, stop = value
    more = _further_literals(text, separator, begin, stop)
    found = "".join([text[begin:stop], *(literal["v"] for literal in more)])
    if not _is_credential(text, (start, begin), telling, separator, found):
        return
    if (
        not more
        and _has_its_line(text, start, separator)
        and (not _keys.is_state(found) or _names_a_phrase(text, separator))
    ):
        words = _MORE_WORDS.match(text, stop)
        stop += len(words.group().rstrip()) if words else 0
        found = text[begin:stop]
    if found.isdigit() and _MEASURE.match(text, stop):
        return
    yield Hit(begin, stop, found, learn=True)
    for literal in more:
        yield Hit(*literal.span("v"), found, learn=True)


def _is_other(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether the name is something else's: a program's, a service's of PAM, a mark of ours, a type's in an ARN."""
    if separator["sep"] != ":":
        return False
    if separator["close"] and _PROCESS.fullmatch(separator["close"]):
        return True
    name, previous = text[start : separator.start()], text[start - 1 : start]
    if previous == "(":
        return _SERVICE.search(text, max(0, start - 24), start) is not None
    if name == "passwd":
        return _SPEAKS.match(text, separator.end()) is not None
    if name != "secret":
        return False
    return (separator["close"] == "]" and previous == "[") or _ARN.search(text, max(0, start - 100), start) is not None


def _is_public(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether a word before `key` says that it is no secret: `public key: …`."""
    is_key = text[start : separator.start()].lower() in {"key", "keys"}
    return is_key and _PUBLIC_KEY.search(text, max(0, start - 24), start) is not None


def _is_credential(text: str, at: tuple[int, int], telling: Tells, separator: re.Match[str], found: str) -> bool:
    """Tell whether what was found is one, of a name that begins, and a value that begins, at two places."""
    start, begin = at
    spoken = not separator["close"] and text[start - 1 : start] == " " and " " in separator.group()
    if spoken and telling is Tells.TOKEN and _SENTENCE.match(text, begin):
        return False
    if _SCHEME.fullmatch(found) and _PARAMETER.match(text, begin + len(found)):
        return False
    if _COOKIES.match(found) and text[start : separator.start()].lower() in _COOKIE_HEADERS:
        return False
    in_query = separator["sep"] == "=" and text[start - 1 : start] in {"?", "&"}
    if _is_other_name(text[start : separator.start()], separator["sep"], found) or not accepts(
        telling, found, prose=spoken and separator["sep"] == ":", in_query=in_query
    ):
        return False
    if separator["sep"] == ":" and text[begin - 1 : begin] in _BLANK and _is_condition(text, separator, begin):
        return False
    return not (separator["sep"].startswith(",") and telling < Tells.PASSWORD) or _entropy.is_machine_made(found)


def _is_other_name(name: str, sep: str, found: str) -> bool:
    """Tell whether the value is only what the thing is called elsewhere."""
    if sep in {"->", "\u2192"}:
        return _WORDS_ONLY.fullmatch(found) is not None
    return "=" in sep and name.endswith(f".{found}") and _OWN.fullmatch(name) is not None


def _is_condition(text: str, separator: re.Match[str], begin: int) -> bool:
    """Tell whether the words after a name say what the credential must be or has become."""
    first, *further = text[begin : begin + 200].partition("\n")[0].split()
    return _keys.is_condition(first) and not (_names_a_phrase(text, separator) and _is_phrase(further))


def _is_phrase(words: list[str]) -> bool:
    return len(words) > 1 and not any(map(_keys.is_state, words))


def _names_a_phrase(text: str, separator: re.Match[str]) -> bool:
    return text[max(0, separator.start() - 6) : separator.start()].lower() == "phrase"


def _has_its_line(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether the key begins its line, as in settings files, and what follows may be several words."""
    if " = " not in separator.group() and not (separator["sep"] == ":" and _names_a_phrase(text, separator)):
        return False
    return not text[text.rfind("\n", max(0, start - 40), start) + 1 : start].strip()


def _further_literals(text: str, separator: re.Match[str], begin: int, position: int) -> list[re.Match[str]]:
    """Return the literals that a quoted value goes on in: `"one" + "two"`, or one beside the other in a statement."""
    quote = text[position : position + 1]
    if quote not in {'"', "'"} or text[begin - 1 : begin] != quote:
        return []
    if "=" not in separator["sep"] and not separator["bracket"]:
        return []
    found: list[re.Match[str]] = []
    position += 1
    while len(found) < MAX_ITEMS and (literal := _LITERAL.match(text, position)):
        joined = literal["sign"] or literal["below"] or separator["bracket"] or "\\" in (literal["line"] or "")
        if not joined and (literal["line"] or " " in literal["v"]):
            break
        found.append(literal)
        position = literal.end()
    signs = all(literal["sign"] or literal["below"] for literal in found)
    return found if signs or separator["bracket"] or _STATEMENT_ENDS.match(text, position) else []


def _several(text: str, start: int, separator: re.Match[str], telling: Tells) -> list[Hit] | None:
    """Return the values of a list, on the line or below it, or the one value on the line below; None where none is."""
    flow = _LIST.match(text, separator.end())
    if flow and ("," in flow["items"] or flow["items"][0] in "\"'"):
        base = flow.start("items")
        found = [(base + i.start("v"), base + i.end("v")) for i in _ITEM.finditer(flow["items"])]
    else:
        found = _below(text, start, separator)
        if not found:
            return None
    # Lists of tokens and secrets are as often lists of words or of names.
    names = telling is Tells.TOKEN or text[start : separator.start()].lower().endswith(("secret", "secrets"))
    return [
        Hit(begin, end, text[begin:end], learn=True)
        for begin, end in found
        if accepts(telling, text[begin:end], prose=True)
        and not _IS_PAIR.match(text, begin)
        and not (names and _is_name(text[begin:end]))
    ]


# An item that has a name of its own: `credentials: [username=jane, password=…]`.
_IS_PAIR = re.compile(r"[\w.\-]{1,60}=[^=\s]")


def _is_name(value: str) -> bool:
    return not _entropy.is_machine_made(value) and not (len(value) >= 8 and value.isalnum() and _DIGIT.search(value))


def _below(text: str, start: int, separator: re.Match[str]) -> list[tuple[int, int]]:
    """Return where the values under a key that stands alone on its line are: list items, or one word further in."""
    line = text.rfind("\n", max(0, start - 200), start) + 1
    if separator["sep"] != ":" or separator["block"] or not _ALONE.match(text[line:start]):
        return []
    found: list[tuple[int, int]] = []
    position = separator.end()
    while len(found) < MAX_ITEMS:
        below = _BELOW.match(text, position)
        if not below or not (below["item"] or not found):
            break
        if len(below["indent"]) < start - line + (0 if below["item"] else 1) or below["v"].endswith(":"):
            break
        found.append(below.span("v"))
        position = below.end()
        if not below["item"]:
            break
    return found


def _value(text: str, position: int, separator: re.Match[str]) -> tuple[int, int] | None:
    """Return the range of the value: to the same quote, or to where its syntax ends."""
    opening = _OPEN.match(text, position)
    if opening:
        return _literal(text, opening, separator)
    bare = _bare(text, position)
    # A literal may be wrapped where a quote ends what would else be the value.
    if bare is None or text[bare[1] : bare[1] + 1] in _QUOTES or text.startswith(("string(", "Just "), position):
        wrapped = _WRAPPED.match(text, position)
        if wrapped:
            return _inside(text, wrapped)
    if separator["sep"].startswith(",") or (separator["mark"] and _REFERS.match(separator["mark"])):
        return None
    return bare


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
    if opening is None or wrapped["subscript"] or not _READS.isdisjoint(_keys.words(wrapped["callee"] or "")):
        return None
    value = _quoted(text, opening)
    called = wrapped["callee"] and wrapped["callee"] not in _HOLDS
    return None if value is None or (called and _IS_NAME.fullmatch(text, *value)) else value


def _quoted(text: str, opening: re.Match[str]) -> tuple[int, int] | None:
    quote = opening.group()
    if quote == "`" and re.match(r"[\w./\-]+ ", text[opening.end() : opening.end() + 80]):
        return None
    start = opening.end()
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


# A quote or a bracket within a word belongs to the value, one that ends it or begins a tag does not.
_BARE_VALUE = re.compile(
    r"[^\s\0\"'<>`](?:[^\s\0\"'<>`]|(?<=[\w$!@#%^&*])(?:[\"'`](?=[\w$!@#%])|<(?=[\w$!@#%])(?![A-Za-z]{1,10}[ >/])|>(?=\w))){0,4095}"
)
# Words of a value that has its line to itself, as settings files write it: `password = two words`.
_MORE_WORDS = re.compile(r"(?:[ \t][^\s=:;,{}\[\]()<>\"']{1,100}){1,4}[ \t\r]*$", re.MULTILINE)
_NEXT_PAIR = re.compile(r"[;,][\w.\- ]{1,40}[=:]")
_TRAIL = ",;)]}."
# Of a definition: `def connect(password=None):`.
_PARAMETERS_END = re.compile(r"\):\Z")
# A list of pairs in brackets, each looked at by itself.
_PAIRS_BEGIN = re.compile(r"\([A-Z][A-Z_]{2,40}[ ]?=[ ]?(?:'|[A-Z]{2,20}[ )])")
# A further name, whose value stands in columns: `token: SecretID:     …`.
_NEXT_NAME = re.compile(r"[A-Za-z][\w\-]{1,40}:")
_NEXT_VALUE = re.compile(r"[ \t]{1,40}\S")


def _bare(text: str, position: int) -> tuple[int, int] | None:
    spoken = re.compile(r"[(<\[][^()<>\[\]\n]{1,60}[)>\]](?=[\s,;.]|$)").match(text, position)
    if spoken or _PAIRS_BEGIN.match(text, position):
        return spoken.span() if spoken and not _PAIRS_BEGIN.match(text, position) else None
    match = _BARE_VALUE.match(text, position)
    if not match:
        return None
    scheme = re.match(
        r"(?i)(?:basic|bearer|apikey|token|negotiate|key)[ ]{1,3}(?=[^\s\"'<>`]{4})",
        text[position : position + 80],
    )
    if scheme:
        position += scheme.end()
        match = _BARE_VALUE.match(text, position)
        if not match:
            return None
    value = _cut(match.group())
    if _EMPTY_BLOCK.fullmatch(value):
        return None
    if _NEXT_NAME.fullmatch(value) and _NEXT_VALUE.match(text, position + len(value)) and _keys.tells(value[:-1]):
        return None
    return (position, position + len(value)) if value else None


def _cut(value: str) -> str:
    """Return a bare value without the pairs and the signs that follow it."""
    for pattern in (_NEXT_PAIR, re.compile(r"&[\w.\-\[\]%]{1,60}=|\\[nrt]")):
        cut = pattern.search(value, 1)
        if cut:
            value = value[: cut.start()]
    if _PARAMETERS_END.search(value):
        value = value[:-1]
    while value and value[-1] in _TRAIL and not _balanced(value):
        value = value[:-1]
    return value


def _balanced(value: str) -> bool:
    pairs = {")": "(", "]": "[", "}": "{"}
    closing = value[-1]
    return closing in pairs and value.count(pairs[closing]) >= value.count(closing)


DETECTOR = Detector(
    name="credential",
    kind="secret",
    mark="secret",
    forms=(Form(heads=lambda _: (_keys.ASSIGNED,), find=_assigned, around=_with_what_follows), *_forms.FORMS),
    examples=(
        Example("WA_DB_PASSWORD=k7Rvq-9wZ", ("k7Rvq",)),
        Example('{"client_secret": "with \\" quote", "user": 1}', ("with", "quote")),
        Example("Server=db;Uid=app;Pwd=tulip;Database=x", ("tulip",)),
        Example("GET /x?api_key=daffodil&page=2", ("daffodil",)),
        Example("Authorization: Bearer 3f9aQ7xLm2Vb", ("3f9aQ7xLm2Vb",)),
        Example("curl -u admin:tulips9 https://h/x", ("tulips9",)),
        Example("<password>tulips9</password>", ("tulips9",)),
        Example("password='it''s tulip9' next", ("tulip9",)),
        Example("password=$ecret9", ("ecret9",)),
        Example("password=tulip&def9", ("def9",)),
        Example("password_file=/run/secrets/db"),
        Example("max_tokens=4096 primary_key=id"),
        Example("password: ****"),
        Example("token expired, please log in again"),
        Example("DB_PASSWORD=${DB_PASSWORD}"),
    ),
)
