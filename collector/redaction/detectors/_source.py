"""Whether a bare word behind a sign is source code: a keyword, a type, an attribute, a part of an expression."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.detectors._entropy import is_machine_made, is_random
from collector.redaction.detectors._types import is_type
from collector.redaction.detectors._wordlist import words

_KEYWORDS = words("await async delete void function lambda new not range return self this typeof yield")
_IDENTIFIER = compiled(r"[A-Za-z_$][A-Za-z_$.]*")
_OPERATOR = compiled(r" (?:[+%?]|\|\||&&|\?\?|if|==|!=) | or (?=[\"'({\[]|None|self|this)| => (?=[A-Za-z{(])")
_TYPE = compiled(
    r"(?:[A-Za-z_]+\.)?(?:[Dd]ict|[Ll]ist|[Tt]uple|(?:[Ff]rozen)?[Ss]et|ClassVar|Callable|Final|Type|Awaitable|Iterator|NotRequired|Required|Optional|Union|Iterable|Sequence|Mapping|Map|Literal|Annotated)\[\S*"
    r"|(?:[a-z]+::)?(?:list|dict|Option|Vec|Box|Arc|Rc|Result|Secret|Zeroizing|HashMap|List|Map|Array|Promise|Partial|Record|Readonly|Nullable|Cow)<[\w<>:, '&]{1,80}"
)
_ATTRIBUTE = compiled(r"(?:self|this|cls)\.[#\w.]+(?:\([\w, .#]{0,80}\)?)?")
_REFERENCE = compiled(r"&(?:mut|str|self|'[a-z]{1,10})")
# What a program that reads others calls the kinds of their parts: `token = Whitespace`.
_KIND = compiled(r"[A-Z][a-z]{3,20}")
# What is called or looked up, with what stands in quotes behind it.
_CALLED = compiled(r"[\[({]?[A-Za-z_$][A-Za-z_$.:>\-]*[(\[]")
_ARGUMENT = compiled(r"[ \t]*(?:\r?\n[ \t]+)?[\"']")
_STATEMENT = compiled(r"[ \t]{2,80}\w+ = \w+")
# An object as its program shows it: `[Credential(user=jane`.
_OBJECT = compiled(r"[\[({<]?(?:[A-Z][a-z]{1,30}){2,6}[({\[][a-z]\w{0,40}=[^\s\"']*")
_FIRST_OF_SEVERAL = compiled(
    r"\([A-Za-z_]+,?|\([A-Za-z_]\w{0,40}(?:\.[A-Za-z_]\w{0,40}){1,4},?|\[[A-Za-z_]\w{0,40}(?:\.[A-Za-z_]\w{0,40}){0,4}\([^()\s]{0,40}\),?"
)
_NOT = compiled(r"!{1,2}(?:\([A-Za-z_$][\w$.]{0,80}|[A-Za-z_$][\w$]{0,40}(?:\.[A-Za-z_$][\w$]{0,40}){1,6})")
_COMPARED = compiled(r" (?:[!=]==?|\?\?|\|\||&&) ")
# A call of what belongs to something: `Buffer.from(password,`.
_CALLED_OF = compiled(r"(?:[A-Za-z_$][A-Za-z_$0-9]{1,40}(?:\[\w{1,12}\])?\.){1,4}[A-Za-z_$]{2,40}\([^\n]*")
# Of a list, a name for each of what is in another; a place in a list that a variable tells; several names that are set at once.
_COMPREHENSION = compiled(r" for [A-Za-z_]\w{0,40}(?:, ?[A-Za-z_]\w{0,40}){0,3} in ")
_SUBSCRIPT = compiled(r"[\w\])]\[[A-Za-z_]\w{0,40}\] = \Z")
_UNPACKED = compiled(r"[ \t]{0,60}(?:[A-Za-z_][\w.]{0,60}, ?){1,6}\Z")
# An item of a list, as an argument: `connect(password=fields[1])`.
_INDEXED = compiled(r"[A-Za-z_]{1,40}(?:\[\d{1,2}\]){1,3}")
# What a statement sets a name to: a call that closes or goes on below, an item of a list, something new of a type.
_MADE = compiled(
    r"!{0,2}(?:[A-Za-z_$][\w$]{0,60}(?:(?:(?:\.|::|->)[A-Za-z_$][\w$]{0,60}){1,8}|(?<=[A-Za-z_$]{2}))!?\((?:|[^\n]{0,240}\)(?:\[[\w:\-]{1,12}\]){0,2}[;,]?(?:[ ]\{)?|[^\n()\"']{0,80},(?:[ ][{\[(])?)"
    r"|[A-Za-z_$][\w$.]{0,80}(?:\[[\w'\"$.:\-]{1,40}\]){1,4}(?:\.\w{1,40}\([^\n()]{0,60}\)){0,4}[;,]?"
    r"|(?:\[[0-9]{0,4}\][\w.*]{1,40}|map\[\w{1,20}\][\w.*{}]{1,40}|&?[A-Za-z_]\w{0,60}\.[A-Z]\w{1,60}|&[A-Za-z_]\w{1,60})\{[^\n]{0,240}"
    r"|(?:qr/|/\^)[^\n]{1,240}/[a-z]{0,6}[;,)]{0,2})(?:[ ]{1,4}(?:#|//)[ ][^\n]{0,200})?[ \t\r]*"
)
_CALLS = compiled(r"(?:[\w$]{1,60}(?:\.|::|->)){0,8}(?P<name>[\w$]{1,60})[(\[]")
_LONGEST = 400
_IN_QUOTES = compiled(r"[\"'][ ]?:[ ]{1,12}\Z")
_CLASS = compiled(r"(?:[A-Z][a-z]{1,30}){2,5}")
_TYPE_ENDS = compiled(r"[),]|[ ]=[ ]")
_OWNERS = ("self.", "this.", "cls.")


def is_source(text: str, stop: int, name: str, found: str, sep: str) -> bool:
    """Tell whether a bare value that ends somewhere is code."""
    if found in _KEYWORDS:
        return text[stop : stop + 1] == " "
    if any(pattern.fullmatch(found) for pattern in (_TYPE, _REFERENCE, _ATTRIBUTE, _OBJECT, _FIRST_OF_SEVERAL)):
        return True
    if _CALLED.fullmatch(found) and _ARGUMENT.match(text, stop):
        return True
    if found[0] in "[({" and (_COMPREHENSION.match(text, stop) or text.startswith(" => ", stop)):
        return True
    return _is_assigned(text, stop, name, found) if "=" in sep else _is_declared(text, stop, name, found)


def _is_assigned(text: str, stop: int, name: str, found: str) -> bool:
    """Tell whether what is behind an equals sign is an expression."""
    if _is_made(text, stop - len(found), found) or _is_argument(text, stop, name, found):
        return True
    if _is_expression(text, stop, name, found):
        return True
    if _IDENTIFIER.fullmatch(found) is None:
        return False
    begin = stop - len(found)
    if _SUBSCRIPT.search(text, max(0, begin - 60), begin) or _is_unpacked(text, begin, name):
        return True
    if _OPERATOR.match(text, stop) or name.startswith(_OWNERS) or text.startswith("+=", stop - len(found) - 3):
        return True
    return name == "token" and _KIND.fullmatch(found) is not None and _is_indented(text, stop)


def _is_expression(text: str, stop: int, name: str, found: str) -> bool:
    """Tell whether it is a part of what the name has, what is not, what is set as well, or a member called as its value."""
    if found.startswith(f"{name}[") or _NOT.fullmatch(found) or text.startswith(" = ", stop):
        return True
    return found == name.rpartition(".")[2] and "." in name and text[stop : stop + 1] == ";"


def _is_declared(text: str, stop: int, name: str, found: str) -> bool:
    """Tell whether what is behind a colon is a type, a call of one who writes names in quotes, or called as its name."""
    begin = stop - len(found)
    if _IN_QUOTES.search(text, max(0, begin - 16), begin) and _is_made(text, begin, found):
        return True
    if is_type(found) or (_IDENTIFIER.fullmatch(found) and _COMPARED.match(text, stop)):
        return True
    line = text[begin : stop + _LONGEST].partition("\n")[0]
    if _CALLED_OF.fullmatch(found) and not is_machine_made(found.partition(".")[0]) and ")" in line:
        return True
    if _CLASS.fullmatch(found) and _TYPE_ENDS.match(text, stop) and _is_parameter(text, stop, name):
        return True
    return _is_argument(text, stop, name, found)


def _is_argument(text: str, stop: int, name: str, found: str) -> bool:
    """Tell whether an argument is called as what it is given: `connect(user=user, password=password)`."""
    return (name == found or _INDEXED.fullmatch(found) is not None) and text[stop : stop + 1] in {",", ")"}


def _is_made(text: str, begin: int, found: str) -> bool:
    """Tell whether a call, an item or something new stands behind a sign with blanks around it, to the end of its line."""
    called = _CALLS.match(found)
    if text[begin - 1 : begin] not in {" ", "\t"} or (called and _is_no_name(called["name"])):
        return False
    return _MADE.fullmatch(text[begin : begin + _LONGEST].partition("\n")[0]) is not None


def _is_no_name(called: str) -> bool:
    """Tell whether no function is called so: words of two letters and figures between underscores are."""
    return is_machine_made(called) and ("_" not in called or is_random(called))


def _is_parameter(text: str, stop: int, name: str) -> bool:
    """Tell whether a name stands behind a bracket or a comma on the line that a place is on."""
    before = text[max(0, stop - _LONGEST) : stop].rpartition("\n")[2].rpartition(f"{name}:")[0].rstrip(" *")
    return before.endswith(("(", ",", " pub", "\tpub"))


def _is_unpacked(text: str, begin: int, name: str) -> bool:
    """Tell whether the statement that sets a name to what begins at a place sets others, too: `user, pw = split`."""
    before = text[max(0, begin - _LONGEST) : begin].rpartition("\n")[2].rpartition(f"{name} = ")[0]
    return _UNPACKED.fullmatch(before) is not None


def _is_indented(text: str, stop: int) -> bool:
    """Tell whether the statement that ends here has a line to itself, further in than settings stand."""
    return _STATEMENT.fullmatch(text, text.rfind("\n", max(0, stop - 200), stop) + 1, stop) is not None
