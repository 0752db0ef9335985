"""Whether the name of a value says that it is a credential: the last word decides."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
from enum import IntEnum

from collector.compiled import compiled
from collector.redaction.detectors import _name_words, _placeholders
from collector.redaction.detectors._alternatives import by_first_letter
from collector.redaction.detectors._entropy import is_machine_made
from collector.redaction.detectors._marks import unmarked
from collector.redaction.detectors._password_words import ELSEWHERE

_EACH = (
    r"pass|pwd|secret|token|key|cred|auth|cookie|sess|private|signature|dsn|data_source|otp|bearer|login|salt|pin\b|puk\b|jwt|hmac|cert"
    r"|csrf|xsrf|crumb|pepper|nonce_key|sig\b|sas\b|contribsys|p12|pfx|webhook|community|sid\b|psk\b|psw\b|pw\b"
    r"|senha|contrasen|clave|mdp|wachtwoord|kennwort|parola|salasana|heslo|adgangskode|mfa\b|2fa\b|seed[_\- ]?phrase"
)
_OF_CODES = (
    "mfa", "2fa", "factor", "sms", r"veri\w{2,8}", "confirmation", "recovery", "backup", "activation", "access", "security",
    "pairing",
)  # fmt: skip
_SPELT_PART = r"p[as]{1,3}w(?:or|ro|r|o)?d"
_CODES = r"[_\- ]?codes?"
HEAD = compiled(
    by_first_letter(
        (
            *(*_EACH.split("|"), _SPELT_PART, *(f"{word}{_CODES}" for word in _OF_CODES)),
            *(r"_pat\b", r"-pat\b", r"ha1(?<![a-z0-9]ha1)b?\b"),
        )
    )
)
_PARTS = (*_EACH.replace(r"\b", "").split("|"), _SPELT_PART, rf"(?:{'|'.join(_OF_CODES)}){_CODES}")
_PART = "|".join(_PARTS)
ASSIGNED = tuple(
    rf"(?i){name}(?:\\{{0,3}}[\"'`](?:>>)?|\*{{1,2}})?(?:\]|\[\w{{0,20}}\])?[ \t]{{0,40}}"
    r"(?:[?+!.]?=|:|(?:\*?|as[ ])string[ ]=|\{\"|(?:-c?|[ ])(?:eq|ne)[ ][\"']|->[ \t]|<-[ ]|to[ ][\"']|\xe2\x86\x92|,[ \t]{0,20}(?:<<)?\\{0,3}[\"'])"
    for name in (
        *(rf"{part}[\w.\-\x80-\xff]{{0,256}}" for part in _PARTS),
        r"[_\-]pat",
        r"(?:^|[^a-z0-9])ha1b?",
    )
)
"""Heads: a telling word, the rest of the name and what joins it to a value; one a word, which is scanned for in a seventh of the time."""
TELLING = rf"(?:{_PART}|pw|puk|cvv|cvc|connection[_\-. ]?string|data[_\-. ]?source|proof)"
"""A part of every name that tells anything."""
_WORDS = compiled(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
# As people who are in a hurry spell it.
_SPELT = compiled(r"p[as]{1,3}w(?:or|ro|r|o)?d$")
_MARK = compiled(r"\[(?:secret|env|personal|field)\]")


class Tells(IntEnum):
    """How much a key tells about its value."""

    NOTHING = 0
    MAYBE = 1
    """A value made by a machine is a credential (`key`, `token_id`)."""
    CODE = 2
    """A value with a digit is a credential (`pin`, `otp`)."""
    TOKEN = 3
    """Any value that is no word of state is a credential (`api_key`, `token`)."""
    PASSWORD = 4
    """Any value but a placeholder or a reference is a credential."""


def words(key: str) -> list[str]:
    """Return the words of a name in snake, kebab, dotted or camel case, in lower case."""
    return [word.lower() for word in _WORDS.findall(key)]


@functools.lru_cache(maxsize=4096)
def tells(key: str) -> Tells:
    """Return what the name of a value tells about it; a mark of ours in it tells nothing."""
    if not key.isascii() and any(word in key.lower() for word in ELSEWHERE):
        return Tells.PASSWORD
    if key == _name_words.NPM:
        return Tells.TOKEN
    if _name_words.NO_SECRET.match(key):
        return Tells.NOTHING
    if _name_words.DIGEST.search(key):
        return Tells.MAYBE
    parts = words(_MARK.sub("", unmarked(key)))
    asks = len(parts) > 1 and parts[0] in _name_words.ASKS
    return min(_of_parts(parts), Tells.TOKEN if asks else Tells.PASSWORD)


def _of_parts(parts: list[str]) -> Tells:
    while parts and (parts[-1].isdigit() or (len(parts) > 1 and parts[-1] in _name_words.SAME)):
        parts.pop()
    if len(parts) > 1 and parts[-1] == "data" and parts[-2] in _name_words.HELD:
        parts.pop()
    joined = "".join(parts)
    if not parts or joined.endswith((*_name_words.ELSEWHERE, *_name_words.ADDRESS_KEYS)):
        return Tells.NOTHING
    last = parts[-1]
    if (
        last in _name_words.PASSWORD
        or _SPELT.search(last) is not None
        or _is_misspelt(last)
        or (last == "key" and "secret" in parts)
        or joined.endswith(_name_words.PASSWORD_NAMES)
        or (last.endswith(_name_words.PASSWORD_TAILS) and not last.endswith(_name_words.NO_PASSWORD))
    ):
        return Tells.PASSWORD
    if (last.endswith("s") and set(parts) & _name_words.COUNTED) or (
        last == "token" and set(parts) & _name_words.PLACES and "access" not in parts
    ):
        return Tells.NOTHING
    if last in {"key", "keys"} and not joined.endswith(_name_words.TOKEN_TAILS):
        return _key(parts[-2] if len(parts) > 1 else "")
    hashed = last in _name_words.HASHES and len(parts) > 1 and parts[-2] in _name_words.PASSWORD
    if (
        hashed
        or (last in _name_words.TOKEN and parts != ["auth"] and not _is_bound(parts))
        or joined.endswith(_name_words.TOKEN_TAILS)
    ):
        return Tells.TOKEN
    return _weaker(parts, last)


@functools.lru_cache(maxsize=1024)
def _is_misspelt(word: str) -> bool:
    """Tell whether a word is `password` with a letter too many, missing, exchanged for another or for its neighbour."""
    if not word.startswith("pass") or not 7 <= len(word) <= 9 or word in _name_words.NEARLY_PASSWORD:
        return False
    right = "password"
    ends = next((at for at, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), min(len(word), len(right)))
    rest, wanted = word[ends:], right[ends:]
    return (
        rest[1:] in {wanted, wanted[1:]} or rest == wanted[1:] or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )


def _is_bound(parts: list[str]) -> bool:
    return parts[-1] == "token" and not _name_words.BOUNDS.isdisjoint(parts[-2:-1])


def _key(before: str) -> Tells:
    if before in _name_words.PUBLIC:
        return Tells.NOTHING
    return Tells.TOKEN if before in _name_words.QUALIFIERS else Tells.MAYBE


def _weaker(parts: list[str], last: str) -> Tells:
    if last == "id" and len(parts) > 1 and parts[-2] in {"session", "sess", "secret", "key", "token"}:
        return Tells.MAYBE
    if last in {"pin", "puk", "cvv", "cvc", "otp", "mfa"} or parts == ["2", "fa"] or _is_code(parts):
        return Tells.CODE
    if last == "seed" and not _name_words.OF_SEEDS.isdisjoint(parts[-2:-1]):
        return Tells.TOKEN
    if last in {
        "login",
        "signature",
        "sig",
        "salt",
        "pepper",
        "cookie",
        "session",
        "sid",
        "hmac",
        "cert",
        "certificate",
        "webhook",
        "apppass",
        "auth",
        "proof",
        "community",
        "csrf",
        "xsrf",
        "crumb",
        "pat",
    }:
        return Tells.MAYBE
    if last in _name_words.HARMLESS_TAILS:
        return Tells.NOTHING
    return (
        Tells.MAYBE
        if last.endswith(("key", "token")) and last not in {"pubkey", "monkey", "turkey", "donkey", "hockey", "jockey"}
        else Tells.NOTHING
    )


def _is_code(parts: list[str]) -> bool:
    return parts[-1] in {"code", "codes"} and (
        parts[-2:-1] == ["time"] or not _name_words.OF_CODES.isdisjoint(parts[-2:-1])
    )


# Signs in place of most of it, or between no more than its ends.
_HIDDEN = compiled(
    r"(?i)redacted|[*•●]{6,}|(?<![a-z0-9])x{6,}(?![a-z0-9])|^\w{0,12}\*{3,}$|^\W*\.{4,}|^\w{0,4}\.{4,}\w{0,4}$|^\w{0,8}\.{4,}$"
)
# No name has these signs: `{tulips9!Q}`; a format has `!r` at its end.
_SIGNED = compiled(r"(?=[^A-Za-z]*[A-Za-z])(?=[^0-9]*[0-9])(?=[^!^&*+~;]*[!^&*+~;])(?!.*![rsa]$)[^\s{}<>\[\]]{6,200}")
_MIXED = compiled(r"(?=[^A-Z]*[A-Z])[A-Za-z]+[0-9]+[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*")
# As programs log what they were given: `user=[jane], password=[tulips9]`.
_WITH_DIGITS = compiled(r"(?=[^A-Za-z]*[A-Za-z])(?=[^0-9]*[0-9])[^\s:\[\]]{6,80}")
_FOUR_DIGITS = compiled(r"[0-9]{4,80}")
_CROSSED_OUT = compiled(r"(?i)x{6,}")
_LONGEST_PLACEHOLDER = 1000
_QUOTES = "\"'"


# What a program asks with: `New password: `.
_PROMPT = compiled(
    r"\s{0,20}(?:[A-Z][a-z']{1,16} )?(?:[A-Za-z][a-z']{1,16} ){0,5}(?i:password|passphrase|passcode|pin|token|secret|key|again)(?: again)?(?: ?\([^()]{1,20}\))?\s?[:?]\s{0,4}"
)


def is_placeholder(value: str) -> bool:
    """Tell whether a value stands for a credential kept elsewhere, or for none at all."""
    if len(value) > _LONGEST_PLACEHOLDER:
        return False
    if value[:1] in _QUOTES and value != value.strip(_QUOTES):
        return is_placeholder(value.strip(_QUOTES))
    if (
        not value
        or value.startswith(("<%=", "<% ", "{cipher}"))
        or _HIDDEN.search(value)
        or _is_crossed_out(value)
        or (value.startswith("{{") and value.endswith("}}"))
        or (value.rstrip().endswith((":", "?")) and _PROMPT.fullmatch(value))
    ):
        return True
    if value[0] in "{<[" and _is_value(value[0], value.strip("{}<>[]")):
        return False
    if _placeholders.PLACEHOLDER.fullmatch(value) is not None:
        return True
    return (
        len(value) == 1 or _placeholders.MAY_BE_REFERENCE.match(value) is not None
    ) and _placeholders.REFERENCE.fullmatch(value) is not None


def _is_value(bracket: str, inner: str) -> bool:
    """Tell whether what stands in brackets is a credential, and no name of one."""
    if bracket == "[" and (_WITH_DIGITS.fullmatch(inner) or _FOUR_DIGITS.fullmatch(inner)) and not is_state(inner):
        return True
    if bracket == "{" and _MIXED.fullmatch(inner) and tells(inner) is Tells.NOTHING:
        return True
    return any(map(is_machine_made, inner.split())) or _SIGNED.fullmatch(inner) is not None


def _is_crossed_out(value: str) -> bool:
    """Tell whether at least half of it are crosses."""
    return _CROSSED_OUT.search(value) is not None and 2 * value.lower().count("x") >= len(value)


_LETTERS_AND_DIGITS = compiled(r"[^\W\d_]\d|\d[^\W\d_]")


def is_label(value: str) -> bool:
    """Tell whether a value says what a password is called, what it must be, or a sentence about one."""
    said = value.split()
    if any(_LETTERS_AND_DIGITS.search(word) for word in said):
        return False
    if len(said) > 1 and said[0].lower() in _name_words.BEGINS_A_RULE:
        return True
    value = value.rstrip(" ?.\u2026")
    labels = _name_words.LABELS_OF_SEVERAL if len(said) > 1 else _name_words.LABELS
    named = any(word.strip(".,:;!?").lower() in labels for word in said)
    return named and value[0].isupper() and (len(said) > 2 or (value[1:].islower() and value[-1].isalpha()))


def is_condition(value: str) -> bool:
    """Tell whether a value says what a password must be or has become; nobody's password is called so."""
    return value.lower().rstrip(".,;:!") in _placeholders.CONDITION


def is_state(value: str) -> bool:
    """Tell whether a value is a word about the credential, not the credential."""
    return value.lower().rstrip(".,;:!") in _placeholders.STATE
