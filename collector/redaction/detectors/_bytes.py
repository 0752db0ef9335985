"""Keys written byte by byte: numbers in brackets, pairs of hex, the lines of a key log."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors import _keys
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import by_literals, written

_NUMBER = r"(?:0x[0-9a-fA-F]{1,2}|-?\d{1,3})"
_LIST = compiled(rf"[{{\[(]\s{{0,40}}(?P<numbers>{_NUMBER}(?:[, ]\s{{0,40}}{_NUMBER}){{15,65535}}+)")
_NAME = compiled(
    r"(?P<key>[A-Za-z][\w.\-]{1,60})[\"']?(?:\[\w{0,20}\])?[ \t]{0,4}(?P<sign>[:=]{1,2}|=>)?[ \t]{0,4}[&\w\[\]]{0,16}[{\[(]?\Z"
)
_EACH = compiled(_NUMBER)
# In bytes: a number, and blanks to the next one, which may stand on the next line.
_IN_BYTES = r"(?:0x[0-9a-f]{1,2}|-?[0-9\x80-\xff]{1,12})"
_BLANKS = r"[^!-~\n]{0,160}"
_LONGEST_NAME = 120
_LEAST_DISTINCT = 6
_SMALLEST, _LARGEST = -128, 255
_PAIRS = r"[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){15,1100}"


def _listed(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the numbers in brackets that are the bytes of a key."""
    for found in _LIST.finditer(text):
        name = _NAME.search(text, max(0, found.start() - _LONGEST_NAME), found.start())
        if name and "\n" in found.group()[: found.start("numbers") - found.start()] and not name["sign"]:
            continue
        if name and is_key(name["key"]) and are_bytes(found["numbers"]):
            yield Hit(*found.span("numbers"), found["numbers"])


def is_key(name: str) -> bool:
    """Tell whether a name says that bytes under it are a key."""
    telling, last = _keys.tells(name), _keys.words(name)[-1:]
    if telling is Tells.MAYBE:
        return last[0].endswith("key")
    return telling > Tells.CODE and last != ["tokens"]


def are_bytes(numbers: str) -> bool:
    """Tell whether numbers, with anything between them, are the bytes of a key."""
    values = {int(number, 16 if number.startswith("0x") else 10) for number in _EACH.findall(numbers)}
    return len(values) >= _LEAST_DISTINCT and min(values) >= _SMALLEST and max(values) <= _LARGEST


FORMS = (
    Form(
        lambda _: (
            rf"(?i)[{{\[(]{_BLANKS}{_IN_BYTES}[, ]{_BLANKS}(?:{_IN_BYTES}[, ]{_BLANKS}(?:[\-0-9]|$)|$)",
            rf"[:=>][ \t]{{0,4}}[&\w\[\]\x80-\xff]{{0,64}}[{{\[(]?[{{\[(]{_BLANKS}$",
        ),
        _listed,
        around,
    ),
    # What OpenSSL shows of a private key.
    written(
        ("priv", "prime1:", "prime2:", "exponent1:", "exponent2:", "coefficient:"),
        r"(?m)^[ \t]{0,8}(?:priv|privateExponent|prime[12]|exponent[12]|coefficient):[ \t\r]*\n[ \t]{2,12}(?P<b>[0-9a-f]{2}:[0-9a-f:]{1,120}(?:\r?\n[ \t]{2,12}[0-9a-f]{2}:?[0-9a-f:]{0,120}){0,200})",
        head=r"^[ \t]{0,8}(?:priv|privateExponent|prime[12]|exponent[12]|coefficient):[ \t\r]*$",
        reach=around,
    ),
    written(
        (":",),
        rf"(?i)\b(?:master|private|secret|session|shared|pre-?shared|encryption|signing)[ _\-]?(?:key|secret)[\"']?[ \t]{{0,4}}[:=][ \t]{{0,8}}[\"']?(?P<b>{_PAIRS})",
        head=r"(?i)(?:master|private|secret|session|shared|encryption|signing)[ _\-]?(?:key|secret)[\"']?[ \t]{0,4}[:=][ \t]{0,8}[\"']?[0-9a-f]{2}:",
    ),
    # A wireless client that is told to show its keys.
    by_literals(
        (" - hexdump(len=",),
        r"\b(?:PSK|PMK|PTK|KCK|KEK|TK|GTK|MSK|EMSK|(?i:passphrase|password|[\w\-]{0,20}key))(?:[ ][\w.\-]{1,20}){0,3} - hexdump\(len=\d{1,5}\):[ \t](?P<b>[0-9a-f]{2}(?: [0-9a-f]{2}){3,1023})",
    ),
    # NSS's key log: a label, the client's random number, the secret.
    written(
        ("CLIENT_", "SERVER_", "EXPORTER_"),
        r"\b(?:CLIENT_RANDOM|(?:CLIENT|SERVER)_(?:HANDSHAKE_)?TRAFFIC_SECRET(?:_\d{1,3})?|CLIENT_EARLY_TRAFFIC_SECRET|(?:EARLY_)?EXPORTER_SECRET)[ \t][0-9a-fA-F]{64}[ \t](?P<b>[0-9a-fA-F]{32,128})",
    ),
)
"""After a name that says so."""
