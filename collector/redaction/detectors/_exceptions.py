"""What only looks like a name and its credential: programs that speak, public keys, conditions, other names."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detectors import _entropy, _keys, _name_words, url
from collector.redaction.detectors._accept import accepts, is_folder, is_looked_up, names_an_object
from collector.redaction.detectors._identity_names import names_a_user
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._no_credentials import is_among_results, is_in_a_path, is_of_a_digest
from collector.redaction.detectors._reasons import is_said
from collector.redaction.detectors._separators import names_a_phrase
from collector.redaction.detectors._source import is_source
from collector.redaction.detectors._spoken import is_word
from collector.redaction.detectors._templates import is_form
from collector.redaction.detectors._types import is_signed_type
from collector.redaction.detectors._wordlist import words

_PROCESS = compiled(r"\[\d{2,8}\]")
# The programs whose names are a word for a password, where they speak.
_SPEAKS = compiled(
    r"(?:password|all authentication|authentication token|unrecognized|unknown|user|you|permission|cannot|can't|no|[a-z]{3,12}ing) \S|(?:files|compat|systemd|sss|ldap|nis|winbind|db)\b"
)
# The architecture of a package, behind its name (dpkg(1)): `passwd:amd64`.
_PACKAGE = compiled(
    r":(?:amd64|arm64|armel|armhf|i386|loong64|mips64el|mipsel|ppc64el|riscv64|s390x|all|any)(?![\w\-])"
)
# A parameter in the documentation of a function; a pass over something.
_DOCUMENTED = compiled(r"[:@](?:param|parameter|arg|keyword|type|raises) (?:[\w.\[\], |{}]{1,40} )?\Z")
# What a document of Python's refers to; a state that a style of a page is for.
_ROLE = compiled(r"[a-z]{2,12}:`")
_PSEUDO = compiled(
    r":?(?:before|after|hover|focus(?:-within|-visible)?|active|visited|checked|disabled|(?:first|last|nth)-[a-z\-]{2,20})(?=[ ]?\{|,[.#])"
)
_NTH = compiled(
    r"(?i)\b(?:single|first|second|third|final|next|last|each|this|one|two|per|\d(?:st|nd|rd|th)|[a-z]{3,20}[a-z]ing)[ \-]\Z"
)
# A test that passed, and how long it took.
_PASSED = compiled(
    r"[^\s()]{1,200} \(\d|Test[A-Z]\w{0,80}|[\w./\-]{1,200}\.(?:[jt]sx?|py|go|rb|sh|php|java|t)(?![\w.])"
)
# What a function does with a password, and what it says: `check_ntlm_password:  Authentication for user …`.
_CALLED_SO = compiled(
    r"(?:check|verify|validate|auth|get|set|reset|change|update|hash|send|create|generate|find|load)_[a-z_]{4,40}\Z"
)
_SAYS = compiled(r"[A-Z][a-z]{2,20} [a-z]{2,20} \w")
_PROGRAMS = {"passwd": _SPEAKS, "PASS": _PASSED}
_VARIABLE = compiled(r"[a-z]{1,20}(?:[A-Z][a-z]{1,20}|[_.][a-z]{1,20}){1,5}")
_SEVERAL = 2
_NAME = compiled(r"[A-Za-z_.:\-]{4,60}")
# What no one keeps secret, in two words.
_PUBLIC_KEY = compiled(
    r"(?i)\b(?:public|host|primary|foreign|partition|routing|cache|sort|shard|hash|idempotency|dedup|object)[ ]\Z"
)
# What a parser says of the pieces of what it reads.
_PARSED = compiled(r"(?i)\b(?:unexpected|expected|expecting|offending|lookahead|near|stray|unrecognized)[ ]\Z")
_BEFORE = {"key": _PUBLIC_KEY, "keys": _PUBLIC_KEY, "pass": _NTH, "token": _PARSED}
_SERVICE = compiled(r"pam_\w{1,20}\($")
_ARN = compiled(r"arn:aws[\w\-]{0,12}:[\w:\-]{1,80}:$")
# What a name becomes: `password -> password_hash`.
_WORDS_ONLY = compiled(r"[A-Za-z_]+")
# An object's own attribute, set from what was given: `self.password = password`.
_ENDS = compiled(r"[*_`]{0,3}[ \t\r]*(?:\n|$)")
_ATTRIBUTE = compiled(r"[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){1,6}")
_OWN = compiled(r"(?:self|this|cls)\.[A-Za-z_]\w{1,60}")
_BLANK = frozenset(" \t\n\r:")
_SENTENCE = compiled(r"[a-z]{2,20},? [a-z]{2,20}\b")
# What follows a scheme of more than one part: `AWS4-HMAC-SHA256 Credential=`.
_SCHEME = compiled(
    r"(?i)aws4-[a-z0-9\-]{4,24}|hawk|oauth|digest|signature|token|hmac(?:-sha\d{1,3})?|scram-sha-\d{1,3}"
)
_PARAMETER = compiled(r"[ \t]{1,4}\w{1,40}=")
# How long it must be: `at least 8 characters`.
_LENGTH = compiled(
    r"(?i)(?:(?:min(?:imum)?|max(?:imum)?|at (?:least|most)|up to|between|of|length:?)[ ]){0,3}\d{1,6}(?:[ ]?(?:-|to|and|\+)[ ]?\d{0,3})?[ ](?:or more[ ])?(?:bytes|char(?:acter)?s?|letters|digits|symbols)\b"
)
# A call that makes something of a word and of more: `tokens.push("list_open", 1)`.
_FIRST_ARGUMENT = compiled(r"[\w$.>:\-]{1,80}\([\"']")
# What a way to sign in is switched to: `proxyAuth=trustedHosts`.
_SETTING_NAME = compiled(r"[a-z]+(?:[A-Z][a-z]+)+")
# A field for the name of what stands in the field after it.
_FIELDS = words("key name")
_VALUE_FOLLOWS = compiled(r"[\"'](?:[ \t]{1,8}|[ \t]{0,4},\s{0,40})[\"']?(?:[Vv]alue|val)[\"']?[ \t]{0,4}[:=]")
# Names under which a number says how many there are: `tokens: 4096`.
_COUNTED = words("tokens apikeys")
_LINE_ENDS = compiled(r"[ \t\r]*(?:\n|\Z)")
_WORDS_JOINED = compiled(r"[a-z]+(?:[-_][a-z]+)+")
_COMPARES = frozenset({"==", "===", "!=", "!==", "-eq", "-ne", "-ceq", "-cne"})
_SHORTEST_COMPARED = 6
_SHORTEST_MIXED = 8
_ONE_WORD = compiled(r"(?=[^A-Za-z]{0,200}[A-Za-z])(?=[^0-9]{0,200}[0-9])[\w\-]{1,200}")
_SHORTEST_PERSONAL = 20
# The path of a page about passwords, which another path stands for.
_ROUTE = compiled(r"[\"']/[\w\-./@:]{0,190}\Z")
_QUOTES = frozenset({'"', "'", "`"})
# Cookies, users and passwords have names of their own.
_OF_SEVERAL = words("cookie cookie2 set-cookie set-cookie2 cred creds credential credentials")
# What a driver of databases is told, in front of a password and behind it.
_ODBC = r"(?i:uid|user(?:[ ]?id)?|server|database|dsn|driver|data source|initial catalog|port)[ ]?="
_ODBC_BEFORE = compiled(rf"(?<!\w){_ODBC}[^\n]{{0,150}};[ ]?\Z|;\Z")
_ODBC_BEHIND = compiled(rf";[ ]?{_ODBC}")
# Of addresses, in which the password is looked for by itself.
_ADDRESSES = ("dsn", "data_source_name", "datasourcename")
# With no user in it, in either notation: `mysql://db7/wa`, `mysql:host=db7`.
_ADDRESS = compiled(r"[a-z][\w+.\-]{1,30}:(?://[^@\s]{1,400}|[a-z_]{2,20}=[\w.\-/]{1,200})")
_COOKIES = compiled(r"[\[({]?[\w.\-]{1,80}=.")


def is_other(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether the name is something else's: a package's, one of a path of names, of what is no credential."""
    if separator["sep"] != ":":
        return False
    if _ROLE.match(text, separator.end()) or (separator.group() == ":" and _PSEUDO.match(text, separator.end())):
        return True
    if is_signed_type(text, separator.end()) and not separator["close"]:
        return True
    if _PACKAGE.match(text, separator.start()) or (separator["close"] and _PROCESS.fullmatch(separator["close"])):
        return True
    return is_in_a_path(text, start, separator) or _speaks(text, start, separator)


def _speaks(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether the name is a program's that speaks, a service's of PAM, a mark of ours, a type's in an ARN."""
    name, previous = text[start : separator.start()], text[start - 1 : start]
    if previous == "(":
        return _SERVICE.search(text, max(0, start - 24), start) is not None
    if name == "PASS" and separator.group() == ": " and is_among_results(text, start, separator.end()):
        return True
    # What a document says of a command between backticks, whose last word it is; what a function says of a password.
    is_called = (separator["close"] == "`" and previous == " ") or _CALLED_SO.match(name)
    if is_called and separator.group().endswith(" ") and _SAYS.match(text, separator.end()):
        return True
    if name in _PROGRAMS:
        return _PROGRAMS[name].match(text, separator.end()) is not None
    if name != "secret":
        return False
    return (separator["close"] == "]" and previous == "[") or _ARN.search(text, max(0, start - 100), start) is not None


def is_public(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether a word before the name says that it is no secret: `public key: …`, `:param password: …`."""
    is_documented = text[start - 1 : start] == " " and _DOCUMENTED.search(text, max(0, start - 56), start)
    if is_documented or is_of_a_digest(text, start, separator):
        return True
    before = _BEFORE.get(text[start : separator.start()].lower())
    return before is not None and before.search(text, max(0, start - 24), start) is not None


def is_credential(text: str, at: tuple[int, int], telling: Tells, separator: re.Match[str], found: str) -> bool:
    """Tell whether what was found is one, of a name that begins, and a value that begins, at two places."""
    start, begin = at
    name = text[start : separator.start()]
    spoken = not separator["close"] and text[start - 1 : start] == " " and " " in separator.group()
    if spoken and telling is Tells.TOKEN and _SENTENCE.match(text, begin):
        return False
    if is_said(text, start, begin, name, found):
        return False
    if _is_something_else(text, (start, begin), name, found) or _is_code(text, name, begin, separator, found):
        return False
    in_query = separator["sep"] == "=" and text[start - 1 : start] in {"?", "&"}
    if (
        _is_other_name(name, separator["sep"], found)
        or (not in_query and names_an_object(name, found))
        or not accepts(telling, found, prose=spoken and separator["sep"] == ":", in_query=in_query)
    ):
        return False
    if separator["sep"] == ":" and text[begin - 1 : begin] in _BLANK and _is_condition(text, separator, begin, found):
        return False
    return not separator["sep"].startswith(",") or _is_listed(text, at, telling, found)


def _is_something_else(text: str, at: tuple[int, int], name: str, found: str) -> bool:
    """Tell whether it is a name, a path, an expression of one who looks for text, or has parts of its own."""
    start, begin = at
    if name.lower() in _FIELDS and _VALUE_FOLLOWS.match(text, begin + len(found)):
        return True
    if text[begin : begin + 1] == "/" and _ROUTE.search(text, max(0, start - 200), start):
        return True
    if _is_counted_or_called(text, begin, name, found) or is_looked_up(name, found):
        return True
    if is_folder(name, found) and not _is_of_odbc(text, start, begin + len(found)):
        return True
    # A personal token is one word, `line_pat = r"…"` is not.
    if name.lower().endswith("pat") and not (found.isalnum() and len(found) >= _SHORTEST_PERSONAL):
        return True
    return _is_made_of_parts(text, name, begin, found)


def _is_counted_or_called(text: str, begin: int, name: str, found: str) -> bool:
    """Tell whether it says how many there are, or what one is called by those who hold it."""
    if name.lower() in _COUNTED and (found.isdigit() or _WORDS_JOINED.fullmatch(found)):
        return True
    # Mail servers call each connection so.
    return name == "session" and text[begin : begin + 1] == "<"


def _is_of_odbc(text: str, start: int, stop: int) -> bool:
    """Tell whether a setting stands beside another one of a connection to a database."""
    return (
        _ODBC_BEFORE.search(text, max(0, start - 200), start) is not None or _ODBC_BEHIND.match(text, stop) is not None
    )


def _is_made_of_parts(text: str, name: str, begin: int, found: str) -> bool:
    """Tell whether the value has parts with names of their own, each looked at by itself."""
    if _SCHEME.fullmatch(found) and _PARAMETER.match(text, begin + len(found)):
        return True
    if name.lower().endswith(_ADDRESSES) and (
        found.startswith("[secret]@") or url.holds_a_password(found) or _ADDRESS.fullmatch(found)
    ):
        return True
    return _COOKIES.match(found) is not None and name.lower() in _OF_SEVERAL


def _is_code(text: str, name: str, begin: int, separator: re.Match[str], found: str) -> bool:
    """Tell whether the value is an expression of a program, what a program compares with, or the text below a heading."""
    if separator["sep"] in _COMPARES and not _is_compared(text, name, separator, begin, found):
        return True
    if separator["close"][-1:] in {"*", "_"} and not (is_word(found) or _ENDS.match(text, begin + len(found))):
        return True
    if text[begin - 1 : begin] in _QUOTES:
        is_other = _is_argument(text, begin, separator, found) and _keys.tells(name) < Tells.PASSWORD
        return is_other or is_form(text, begin, found)
    return _is_variable(name, separator, found) or is_source(text, begin + len(found), name, found, separator["sep"])


def _is_compared(text: str, name: str, separator: re.Match[str], begin: int, found: str) -> bool:
    """Tell whether what a name is compared with is a credential: a literal that is no word for a state, or random.

    Alone on a line, as no program compares, it may be any word with a figure.
    """
    if text[begin - 1 : begin] not in _QUOTES:
        start = separator.start() - len(name)
        has_its_line = text[max(0, start - 1) : start] in {"", "\n"} and _LINE_ENDS.match(text, begin + len(found))
        if has_its_line and _keys.tells(name) is Tells.PASSWORD and is_word(found):
            return any(map(str.isdigit, found))
        return _entropy.is_machine_made(found) and _keys.tells(name) > Tells.MAYBE
    if is_word(found):
        return True
    return len(found) >= _SHORTEST_COMPARED and _keys.tells(name) is Tells.PASSWORD and not _keys.is_condition(found)


def _is_argument(text: str, begin: int, separator: re.Match[str], found: str) -> bool:
    """Tell whether it is a word that a call takes with others."""
    return (
        _WORDS_ONLY.fullmatch(found) is not None
        and text.startswith(",", begin + len(found) + 1)
        and _FIRST_ARGUMENT.fullmatch(text, separator.end(), begin) is not None
    )


_PAIR_BEGINS = compiled(r"\([ ]?[\"']\Z")
# C's function for the environment is told whether to overwrite.
_PAIR_ENDS = compiled(r"[\"'][ ]?(?:,[ ]?[01][ ]?)?\)")
# The same in brackets, among others of the kind.
_LISTED_PAIR_BEGINS = compiled(r"(?:\[[ ]?|\],[ ]?)\[[ ]?[\"']\Z|(?:\{[ ]?|\},[ ]?)\{[ ]?[\"']\Z")
_LISTED_PAIR_ENDS = compiled(r"[\"'][ ]?[\]}]")
_NAMED_IN_CAPITALS = compiled(r"[A-Z]+(?:_[A-Z]+)+")
# The next argument of a command: `"sshpass", "-p"`.
_OPTION = compiled(r"--?[A-Za-z][\w\-]{0,40}")


def _is_listed(text: str, at: tuple[int, int], telling: Tells, found: str) -> bool:
    """Tell whether a literal after another one is its value and not the next of a list of names."""
    start, begin = at
    stop = begin + len(found)
    in_brackets = _PAIR_BEGINS.search(text, max(0, start - 4), start) and _PAIR_ENDS.match(text, stop)
    is_pair = bool(in_brackets) or (_is_listed_pair(text, start, stop) and not _names_a_field(found))
    if _OPTION.fullmatch(found) or (_NAMED_IN_CAPITALS.fullmatch(found) and _keys.tells(found)):
        return False
    if not is_pair and text[start] != "-" and (" " in found or _keys.tells(found) is not Tells.NOTHING):
        return False
    if telling < Tells.PASSWORD:
        return _entropy.is_machine_made(found) or (is_pair and telling is Tells.TOKEN and _is_mixed(found))
    return is_pair or is_word(found) or not _WORDS_ONLY.fullmatch(found)


def _is_listed_pair(text: str, start: int, stop: int) -> bool:
    """Tell whether a name and a value are a list of two in a list: `[["user","jane"],["password","tulips"]]`."""
    begins = _LISTED_PAIR_BEGINS.search(text, max(0, start - 6), start)
    return begins is not None and _LISTED_PAIR_ENDS.match(text, stop) is not None


def _names_a_field(found: str) -> bool:
    """Tell whether it is a field's name, as keys of several columns are lists of them."""
    said = _keys.words(found)
    is_setting = not said or said[-1] in _name_words.SETTINGS
    return is_setting or names_a_user(found) or _keys.tells(found) is not Tells.NOTHING


def _is_mixed(found: str) -> bool:
    return len(found) >= _SHORTEST_MIXED and _ONE_WORD.fullmatch(found) is not None


def _is_other_name(name: str, sep: str, found: str) -> bool:
    """Tell whether the value is only what the thing is called elsewhere."""
    if sep in {"->", "\u2192"}:
        return _WORDS_ONLY.fullmatch(found) is not None
    if found.endswith(f".{name}") and _ATTRIBUTE.fullmatch(found):
        return True
    said = _keys.words(name)
    if found[:1].isupper() and _keys.words(found) == said[-1:]:
        return True
    if _is_made_of_the_same(name, said, found):
        return True
    if name.endswith("Auth") and _SETTING_NAME.fullmatch(found):
        return True
    return "=" in sep and _OWN.fullmatch(name) is not None and name.rpartition(".")[2].lstrip("_") == found


def _is_made_of_the_same(name: str, said: list[str], found: str) -> bool:
    """Tell whether a value is a name of the words of another, or of a token's and more: `AdminSigningKey`."""
    if len(said) < _SEVERAL or "-" in found or _NAME.fullmatch(found) is None:
        return False
    named, called = set(said), set(_keys.words(found))
    if not named <= called:
        return called < named and len(called) >= _SEVERAL and _keys.tells(name) < Tells.PASSWORD
    return named == called or found.isupper() or _keys.tells(name) < Tells.PASSWORD


def _is_variable(name: str, separator: re.Match[str], found: str) -> bool:
    """Tell whether behind a name stands another, without quotes and of the same word: `"secret": clientSecret`."""
    if not separator["close"] and separator["sep"] == "=" and _keys.tells(name) < Tells.PASSWORD:
        # A setting in capitals is none of a program's names: `token = first_token`.
        is_name = not name.isupper() and _VARIABLE.fullmatch(found) is not None
        return is_name and _keys.words(name)[-1] == _keys.words(found)[-1]
    if separator["close"][:1] not in _QUOTES or separator["sep"] not in {":", "="}:
        return False
    # A field of a dictionary, by its name in brackets: `environ["DB_PASSWORD"] = password`.
    if separator["sep"] == "=" and (separator["close"][-1:] != "]" or not separator.group().endswith("= ")):
        return False
    last = _keys.words(name)[-1]
    return found == last or (_VARIABLE.fullmatch(found) is not None and last in _keys.words(found))


def _is_condition(text: str, separator: re.Match[str], begin: int, found: str) -> bool:
    """Tell whether the words after a name say what the credential must be or has become."""
    if _LENGTH.match(text, begin):
        return True
    if " " in found:
        return found.split(" ", 1)[0].endswith(",") and _keys.is_condition(found.split(" ", 1)[0])
    first, *further = text[begin : begin + 200].partition("\n")[0].split()
    return _keys.is_condition(first) and not (names_a_phrase(text, separator) and _is_phrase(further))


def _is_phrase(words: list[str]) -> bool:
    return len(words) > 1 and not any(map(_keys.is_state, words))
