"""Whether a bare word behind a sign is source code: a keyword, a type, an attribute, a part of an expression."""

from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.detectors._wordlist import words

_KEYWORDS = words("await async delete function lambda new not return self this typeof yield")
_IDENTIFIER = compiled(r"[A-Za-z_$][A-Za-z_$.]*")
_OPERATOR = compiled(r" (?:[+%?]|\|\||&&|\?\?|if|==|!=) ")
_TYPE = compiled(
    r"(?:[A-Za-z_]+\.)?(?:[Dd]ict|[Ll]ist|[Tt]uple|[Ss]et|Optional|Union|Iterable|Sequence|Mapping|Map|Literal|Annotated)\[\S*"
)
_ATTRIBUTE = compiled(r"(?:self|this|cls)\.[#\w.]+")
_REFERENCE = compiled(r"&(?:mut|str|self|'[a-z]{1,10})")
# What a program that reads others calls the kinds of their parts: `token = Whitespace`.
_KIND = compiled(r"[A-Z][a-z]{3,20}")
# What is called or looked up, with what stands in quotes behind it.
_CALLED = compiled(r"[\[({]?[A-Za-z_$][A-Za-z_$.:>\-]*[(\[]")
_ARGUMENT = compiled(r"[ \t]*(?:\r?\n[ \t]+)?[\"']")
_STATEMENT = compiled(r"[ \t]{2,80}\w+ = \w+")
# An object as its program shows it: `[Credential(user=jane`.
_OBJECT = compiled(r"[\[({<]?(?:[A-Z][a-z]{1,30}){2,6}[({\[][a-z]\w{0,40}=[^\s\"']*")
_FIRST_OF_SEVERAL = compiled(r"\([A-Za-z_]+,?")


def is_source(text: str, stop: int, name: str, found: str, sep: str) -> bool:
    """Tell whether a bare value that ends somewhere is code."""
    if found in _KEYWORDS:
        return text[stop : stop + 1] == " "
    if any(pattern.fullmatch(found) for pattern in (_TYPE, _REFERENCE, _ATTRIBUTE, _OBJECT, _FIRST_OF_SEVERAL)):
        return True
    if _CALLED.fullmatch(found) and _ARGUMENT.match(text, stop):
        return True
    # An argument that is called as what it is given: `connect(user=user, password=password)`.
    if name == found and text[stop : stop + 1] in {",", ")"}:
        return True
    if name == "token" and sep == "=" and _KIND.fullmatch(found) and _is_indented(text, stop):
        return True
    return "=" in sep and _IDENTIFIER.fullmatch(found) is not None and _OPERATOR.match(text, stop) is not None


def _is_indented(text: str, stop: int) -> bool:
    """Tell whether the statement that ends here has a line to itself, further in than settings stand."""
    return _STATEMENT.fullmatch(text, text.rfind("\n", max(0, stop - 200), stop) + 1, stop) is not None
