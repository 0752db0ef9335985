"""Types that programs declare behind a name and a colon: by the signs of a type, or by the words of its name."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.detectors import _keys
from collector.redaction.detectors._wordlist import words

_PLAIN = (
    r"(?:(?:const )?(?:unsigned )?(?:std::)?(?:w?string(?:_view)?|str|bytes?|char|wchar_t|void|u?int(?:8|16|32|64)?(?:_t)?"
    r"|[ui](?:8|16|32|64)|rune|bool))"
)
_NAME = r"(?:[A-Za-z_]\w{0,40}(?:\.|::)){0,4}[A-Z]\w{1,40}"
_INSIDE = r"[\w:., '&|*\[\]?]{1,80}"
# References, pointers, arrays, and what takes another type.
_SIGNED = compiled(
    rf"(?:&(?:'[a-z_]{{1,12}} )?(?:mut )?(?:{_PLAIN}|\[{_PLAIN}\])|&'[a-z_]{{1,12}} (?:mut )?{_NAME}"
    rf"|\*{{1,2}}{_PLAIN}|\[{_PLAIN}; ?\w{{1,12}}\]|{_PLAIN} ?[*&]{{1,2}}|{_PLAIN}\[\d{{0,4}}\]|{_PLAIN}[?!]|{_NAME} \*{{1,2}}"
    rf"|{_NAME}<{_INSIDE}(?:<{_INSIDE}>)?>|{_NAME}\[(?:{_PLAIN}|{_NAME})(?:[, |][^\]\n]{{0,60}})?\]"
    r"|Buffer|(?:Final|TypeAlias)(?==| =)|(?:Sequelize|DataTypes?|SqlDbType|JdbcType|Types)\.[A-Z][A-Za-z]{2,20}(?:\(\d{1,5}\))?"
    r"|std::w?string|LPC?[TW]?STR|[A-Z]\w{2,30}\.(?:string|number|object)(?:\.isRequired)?|[A-Z][A-Za-z]{2,40}::(?:new|from|default))"
    r"(?=[ \t\r]*(?:[,;)={|]|$|\n|//|#))"
)
# As documents of a function say it: `str or None`, `bool, default True`.
_SAID = compiled(r"(?:str|string|int|bool|bytes|dict|list|tuple|float)(?:,? (?:or|optional|default)\b)")
# What hides what it holds, and how plain types are called: `SecretStr`, `CharArray`.
_HIDING = words(
    "secret hidden protected masked sensitive encrypted secure password passphrase token key credential credentials api auth"
    " http basic bearer ns"
)
_KINDS = words("c os str string bytes byte text char int uint ptr field type buffer array list input")
_CLASSES = _KINDS | words(
    "credential credentials encoder hasher service manager provider header factory handler store ref"
)
# A credential that is kept, and how.
_KEPT = words("hashed encrypted salted cleartext plaintext plain")
_CREDENTIALS = words("password secret token passphrase")
# One of a package's keys: `ed25519.PrivateKey`.
_OF_PACKAGE = compiled(r"[a-z][a-z0-9]{1,20}\.(?P<type>[A-Z][A-Za-z0-9]{2,40})")
_CAMEL = compiled(r"_?[A-Z][A-Za-z0-9]{2,40}")
_SEVERAL = 2


def is_signed_type(text: str, begin: int) -> bool:
    """Tell whether a type stands at a place that its signs tell: `&'a str`, `Option<&str>`, `char[]`."""
    return _SIGNED.match(text, begin) is not None or _SAID.match(text, begin) is not None


def is_type(found: str) -> bool:
    """Tell whether it is what a type is called that is a text or that keeps a credential."""
    if of_package := _OF_PACKAGE.fullmatch(found):
        return _keys.tells(of_package["type"]) is not _keys.Tells.NOTHING
    found = found.rstrip("?!")
    if not _CAMEL.fullmatch(found):
        return False
    said = [word for word in _keys.words(found) if not word.isdigit()]
    if found[-1].isdigit():
        return False
    if len(said) < _SEVERAL or found.startswith("_"):
        is_own = found.startswith("_") and bool(said)
        return is_own and (said[-1] in _CLASSES or _keys.tells(found) is not _keys.Tells.NOTHING)
    if said[-1] in _CREDENTIALS and _KEPT.issuperset(said[:-1]):
        return True
    return _KINDS.issuperset(said) or (found.isalpha() and said[-1] in _CLASSES and _HIDING.issuperset(said[:-1]))
