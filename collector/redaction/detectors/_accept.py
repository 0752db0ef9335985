"""Whether a value under a telling name is the credential itself."""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detectors import _entropy, _keys, _prefixes
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._reasons import says_what_it_must_be
from collector.redaction.detectors._wordlist import words


def accepts(telling: Tells, value: str, *, prose: bool = False, in_query: bool = False) -> bool:
    """Tell whether a value under such a name is a credential; in an address's query it may be short."""
    if telling is Tells.NOTHING or (telling is Tells.MAYBE and not may_be_made(value)):
        return False
    if says_what_it_must_be(value) or _keys.is_placeholder(value) or _MECHANISM.fullmatch(value) or _is_choice(value):
        return False
    if telling < Tells.PASSWORD and _looks_like_code(value):
        return False
    if telling is Tells.PASSWORD:
        return (
            not (value.isdigit() and len(value) < 3)
            and not _SHARE.fullmatch(value)
            and not _VERSION.fullmatch(value)
            and not _OBJECT_ID.fullmatch(value)
            and value.lower() not in {"true", "false"}
            and not _keys.is_condition(value)
            and not _keys.is_label(value)
            and not (prose and _keys.is_state(value))
        )
    if telling > Tells.MAYBE:
        return _is_token(telling, value, 3 if in_query else 4)
    return not (RESOURCE.fullmatch(value) or _NUMBERED.fullmatch(value) or _FILE.fullmatch(value))


def may_be_made(value: str) -> bool:
    """Tell whether a value is machine-made but for our marks, as what a name only may tell about has to be."""
    return _entropy.is_machine_made(_entropy.OUR_MARK.sub("", value))


def is_folder(name: str, value: str) -> bool:
    """Tell whether it is where a shell is or was (POSIX, 2.5.3); in ODBC's strings such a name is a password's."""
    return name in {"PWD", "OLDPWD"} and _FOLDER.fullmatch(value) is not None


def names_an_object(name: str, value: str) -> bool:
    """Tell whether a value is what an object of a cluster with secrets is called, or a key in one."""
    said = _keys.words(name)
    if said[-1:] == ["secret"] and not _HOLDERS.isdisjoint(said[-2:-1]):
        return _OBJECT_NAME.fullmatch(value) is not None and _reads_as_a_name(value)
    is_key = said[-1:] == ["key"] and not _OF_OBJECTS.isdisjoint(said)
    return (is_key or said == ["secret"]) and _OBJECT.fullmatch(value) is not None and _reads_as_a_name(value)


def is_looked_up(name: str, value: str) -> bool:
    """Tell whether it is the digest that something is kept under, as the value of a key: `<ROW_KEY_VAL>`."""
    said = _keys.words(name)
    is_value = said[-2:-1] in (["key"], ["keys"]) and said[-1] in {"val", "value", "values"}
    return is_value and _keys.tells(name) is Tells.MAYBE and _entropy.is_hex(value)


def _reads_as_a_name(value: str) -> bool:
    """Tell whether the parts of a value are words, or short as those that a cluster adds."""
    return all(_NAME_PART.fullmatch(part) for part in re.split(r"[-.]", value))


def _is_choice(value: str) -> bool:
    """Tell whether it shows which words may stand here: `true|false`."""
    if "|" not in value:
        return False
    parts = value.split("|")
    return any(map(_keys.is_state, parts)) and all(_keys.is_state(part) or _RULE.fullmatch(part) for part in parts)


def _is_token(telling: Tells, value: str, least: int) -> bool:
    if len(value) < least or (value.isdigit() and len(value) < 4):
        return False
    if telling is Tells.CODE and (not _DIGIT.search(value) or _CONTACT.fullmatch(value)):
        return False
    if _NAMED_SO.fullmatch(value) or (value.isupper() and value.lower() in _KINDS_OF_TOKENS):
        return False
    return value not in _prefixes.ALL and not _keys.is_state(value.split(" ", maxsplit=1)[0])


# What a field must be: `required|min:8|confirmed`.
_RULE = compiled(
    r"(?:nullable|sometimes|confirmed|filled|bail|alpha|alpha_num|numeric|integer)|[a-z_]{2,20}:[\w,.\-]{1,40}"
)
# As in `passwordSecretKey: mysql-password`.
_HOLDERS = words("tls ssl cert certs certificate ca pull registry image ingress existing kubernetes k8s config env")
_OBJECT_NAME = compiled(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*")
_NAME_PART = compiled(r"[a-z]{1,24}\d?|[a-z0-9]{1,5}")
_OF_OBJECTS = frozenset({"secret", "password"})
_OBJECT = compiled(
    r"[a-z0-9]+(?:[-.][a-z0-9]+){0,8}[-.]"
    r"(?:password|passwords|secrets?|key|token|tls|certs?|credentials|creds|auth|username|user|json|ya?ml|pem|crt)"
)
# Ids that no one signs in with alone: of users on Windows; of accounts, messages and calls at Twilio
# (twilio.com/docs/glossary/what-is-a-sid); of charges, events and customers at Stripe (docs.stripe.com/api).
RESOURCE = compiled(
    r"(?:ch|evt|pi|cus|sub|in|pm|txn|seti|price|prod|acct|py|po|tr|req|we)_[A-Za-z0-9]{14,28}|S-1-\d{1,10}(?:-\d{1,10})+|(?:AC|SM|MM|CA|RE|MG|PN|CF|CH|IM|ZS|VA|VE)[0-9a-f]{32}"
)
# The key of an object in a store: `logs/2026/11/app.log`.
_FILE = compiled(r"[\w.\-]{1,60}(?:/[\w.\-]{1,60}){1,12}\.[a-z]{2,5}")
_NUMBERED = compiled(r"[A-Za-z]{1,20}:\d{1,6}")
_FOLDER = compiled(r"/|(?:/[\w.\-]+){2,40}/?|/(?:[a-z]{2,12})/?")
# Tests and attempts that passed: `pass: 12/12`.
# What a package with such a name is wanted in.
_VERSION = compiled(r"[\^~]\d{1,4}(?:\.\d{1,5}){2,3}(?:[\-+][\w.]{1,30})?")
# What standards number (ITU-T X.660).
_OBJECT_ID = compiled(r"\d{1,3}(?:\.\d{1,7}){4,20}")
_SHARE = compiled(r"\d{1,5}/\d{1,5}")
# A member of requests and answers, as interfaces describe them: `NextToken`.
_NAMED_SO = compiled(r"[A-Z][a-z]{2,20}(?:[A-Z][a-z]{2,20}){0,3}Token")
# How a password is proved or kept.
_MECHANISM = compiled(
    r"(?i)scram[\-_]sha[\-_]?\d{1,3}(?:-plus)?|(?:cram|digest)-md5|(?:caching_)?sha2(?:56)?_password|mysql_(?:native|clear)_password|pbkdf2[\-_]sha\d{1,3}|(?-i:(?:HS|RS|ES|PS)(?:256|384|512)|EdDSA)"
)
# What a parser calls the pieces of what it reads; those of several words and short ones look like code.
_KINDS_OF_TOKENS = words(
    "identifier keyword number integer float string literal character operator punctuator punctuation comma semicolon"
    " lparen rparen lbrace rbrace lbracket rbracket bracket whitespace newline comment indent dedent equals assign"
    " minus percent select insert update delete create function return variable constant symbol directive annotation"
)
_DIGIT = compiled(r"[0-9]")
# A pin of a chip or a board: `GPIO17`.
_CONTACT = compiled(r"(?:GPIO|BCM|IO|P[A-K]|[AD]|[TR]X|CS|SDA|SCL|MISO|MOSI|LED|PIN)_?\d{1,2}")
_SNAKES = compiled(r"[a-z_]{2,40}(?:\.[a-z_]{2,40}){1,6}")
_DOTTED = compiled(r"[A-Za-z_]+(?:\.[A-Za-z_]+)+")
# An object of a class, as its program shows it: `AppWindowToken{9f4ef63`.
_HANDLE = compiled(r"(?:[A-Z][a-z]{1,30}){1,6}[{@][0-9a-f]{5,16}\}?")
_CODE = compiled(
    r"(?:[A-Za-z_][\w.]*[({](?!.*[)}]\w{1,40}$).*|[A-Za-z_][\w.]*@[0-9a-f]{1,16}|0x[0-9a-fA-F]{1,24}|\d+(?:\.\d+){1,15}|#[0-9a-fA-F]{6}|[a-z][a-z0-9+.\-]{1,20}://[^@]*|(?:[a-z][\w\-]*\.){2,}[A-Za-z][\w\-]*(?:[/:].*)?"
    r"|(?:[A-Za-z]+:){2,}\]?|urn:(?!uuid)[a-z][\w\-]{1,31}:[\w.:/\-]{2,200}|[a-z]{2,20}:[a-z]+(?:_[a-z]+)+|/[a-z_\-]{2,40}(?:/[a-z_\-]{2,40}){1,6}|[A-Z]{2,5}|[\w.\-]+:\d+(?:\.\d+)+|_?[A-Z]+(?:_[A-Z]+)+|[A-Za-z_$][\w$.#]*\[[\w$.:\-]*\]?|(?=.{1,24}$)[A-Za-z]+(?:/[A-Za-z]+)+|\d+\|.*|(?:[A-Za-z]\w{0,40}::)+\w+.*|\{\s{0,20}\\{0,3}[\"'][\w\-]{1,60}\\{0,3}[\"']\s{0,4}:.*)"
)


def _looks_like_code(value: str) -> bool:
    """Class names, calls, handles, versions, acronyms, kinds of content and addresses are no tokens."""
    if _SNAKES.fullmatch(value):
        return True
    if _DOTTED.fullmatch(value):
        return not _entropy.is_machine_made(value)
    if _HANDLE.fullmatch(value):
        return True
    if _CODE.fullmatch(value) is None or _opens_in_vain(value):
        return False
    parts = re.split("[.:]", value)
    return len(parts) == 1 or not any(map(_is_made_part, parts))


def _opens_in_vain(value: str) -> bool:
    """Tell whether a bracket in it is a sign like others: nothing closes it, and the rest reads like no name."""
    opened, closed = (sum(map(value.count, brackets)) for brackets in ("([{", ")]}"))
    return opened != closed and _entropy.is_machine_made(value)


def _is_made_part(part: str) -> bool:
    return len(part) >= 16 and part.isalnum() and not part.isdigit() and _entropy.is_machine_made(part)
