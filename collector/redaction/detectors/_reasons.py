"""What a program says of a credential where its value would stand: why it failed, what it must be."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.detectors import _keys
from collector.redaction.detectors._wordlist import words

_FAR = 80
# In front of the name: that something went wrong.
_FAILED = compiled(
    r"(?i)(?:\b(?:err(?:or)?|exception|invalid|expired|fail\w{0,4}|could[ ]not|couldn't|cannot|can't|unable|denied|reject\w{0,3}|validat\w{1,5}|warn\w{0,4}|fatal|problem|while|when)\b)[^\n]{0,60}\Z"
)
_WORD = compiled(r"[A-Z][a-z']{2,20}")
_PART = compiled(r"[a-z]{2,16}(?:/[a-z]{2,16}){0,3}:")
# What a server says of what is missing: `may require authorization: server message: …`.
_CLAUSE = compiled(r"[a-z]{2,16} (?:message|error|reason|response|reply|status|details?|body|request): ")
_GOES_ON = compiled(r"[ ](?:[a-z]{2,}|\")")
# An answer of one word.
_STATES = words(
    "unauthorized unauthorised forbidden expired revoked invalid denied timeout timed unavailable missing required rejected"
    " unknown malformed disabled unsupported mismatch failed none null"
)
# What a field's value must be, as validators of forms say it.
_MUST_BE = compiled(
    r"(?i)(?:this|the|ensure|please|value|field|size|length|it|must|should|may|can(?:not|'t|[ ]not)?|is|does|do|has|enter|too|your)\b[^\n]{0,80}?"
    r"\b(?:required|blank|empty|null|characters?|match(?:es)?|between|valid|invalid|least|most|long|short|missing|incorrect|wrong|common|numeric|expired|similar)\b[^\n]{0,80}"
)
_FEWEST_WORDS = 3
# Names that hold a word for a secret and are of none: assemblies of .NET, the opening of a WebSocket (RFC 6455).
_NO_SECRETS = words("publickeytoken sec-websocket-key sec-websocket-accept nopasswd")
# The fingerprint of an OpenPGP key (RFC 9580, 5.5.4), beside a name that says so: `GPG_KEY`.
_OF_OPENPGP = words("gpg pgp openpgp")
_OF_KEYS = words("key keys keyid id fingerprint fpr signer recipient")
_FINGERPRINT = compiled(r"(?:0x)?(?:[0-9A-F]{40}|[0-9A-F]{16})")
# A kind of object of a cluster, with the object's name behind it: `"wa-tls" : secret "wa-tls" not found`.
_KIND = words("secret configmap")
# What a debugger calls the value of an argument where its function began: `key=key@entry=0x7f1`.
_AT_ENTRY = compiled(r"\w{1,64}@entry=[^\s,)]{1,80}")
# What a cluster prints of an account for services.
_OF_AN_ACCOUNT = compiled(r"(?i)\b(?:mountable|image[ ]?pull)[ ]\Z")
# What a metric of a cluster calls the object that it is of.
_OF_A_METRIC = compiled(r"(?m)^kube_secret_\w{1,40}\{[^{}\n]{0,300}\Z")
_LABELS = 360
# How a line of pairs begins.
_FIRST_PAIR = compiled(
    r"(?:(?:time|ts|t)=\"?(?:\d{4}-\d\d-\d\dT|\d{10})[\d:.Z+\-]{1,30}|(?:level|lvl|severity)=\"?(?i:info|warn|warning|error|debug|trace|fatal))\"?[ ]\w{1,30}="
)
_ACCOUNTS_TOKEN = compiled(r"[a-z0-9.\-]{1,200}-token-[a-z0-9]{5}")


def is_said(text: str, start: int, begin: int, name: str, found: str) -> bool:
    """Tell whether what stands behind a name is what a program says of it, or the name is of no secret."""
    if name.lower() in _NO_SECRETS or _AT_ENTRY.fullmatch(found) or _ACCOUNTS_TOKEN.fullmatch(found):
        return True
    if _is_of_an_object(text, start, begin, name, found) or _is_logged(text, begin):
        return True
    # What a shell says or puts in where a variable has none, has one: `${NAME:?missing}`.
    if text[start - 2 : start] == "${" and found[:1] in {"?", "+"}:
        return True
    if name.lower() == "secrets" and _OF_AN_ACCOUNT.search(text, max(0, start - _FAR), start):
        return True
    return text[begin - 1 : begin] == " " and _is_a_reason(text, start, begin, found)


def _is_of_an_object(text: str, start: int, begin: int, name: str, found: str) -> bool:
    """Tell whether it is by what a key is known, or what an object of a cluster is called."""
    named = _keys.words(name)
    if _FINGERPRINT.fullmatch(found) and not _OF_OPENPGP.isdisjoint(named) and not _OF_KEYS.isdisjoint(named):
        return True
    if found in _KIND and text.startswith(' "', begin + len(found)):
        return True
    return name == "secret" and _OF_A_METRIC.search(text, max(0, start - _LABELS), start) is not None


def _is_logged(text: str, begin: int) -> bool:
    """Tell whether a program of such a name logs pairs: `sealed-secrets: time=… level=…`."""
    return text[begin - 2 : begin] == ": " and _FIRST_PAIR.match(text, begin) is not None


def says_what_it_must_be(value: str) -> bool:
    """Tell whether a value is what a validator says of it: `This field is required`."""
    return value.count(" ") >= _FEWEST_WORDS - 1 and _MUST_BE.fullmatch(value) is not None


def _is_a_reason(text: str, start: int, begin: int, found: str) -> bool:
    """Tell whether a sentence says that something failed, and then why: `could not refresh token: Unauthorized`."""
    end = begin + len(found)
    # A further part of what went wrong, as Go joins them: `net/http: timeout`.
    if _PART.fullmatch(found) and text[end : end + 1] == " ":
        return True
    first = found.split(" ", 1)[0]
    clause = _CLAUSE.match(text, begin)
    if not (clause or _WORD.fullmatch(first)):
        return False
    line = text.rfind("\n", max(0, start - _FAR), start) + 1 or max(0, start - _FAR)
    if not _FAILED.search(text, line, start):
        return False
    return clause is not None or first.lower() in _STATES or " " in found or _GOES_ON.match(text, end) is not None
