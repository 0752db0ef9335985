"""Runs of base64 that say a text: what they hold is looked at for itself, and by themselves they are no secrets."""

from __future__ import annotations

import base64
import binascii

from collector.compiled import compiled
from collector.redaction import opaque
from collector.redaction.detectors import _entropy

_OF_ADDRESSES = str.maketrans("-_", "+/")
# Sentences, lines, JSON, queries, addresses; no word alone, which may be a password.
_WRITTEN = compiled(
    r"\S\s+\S|\A\s*(?:\{\s*\"[^\"]*\"\s*:|\[\s*[\[{\"])|=[^&;,\s]{1,200}[&;,][\w.\-]{1,80}=|\A[a-z]{2,10}://[^\s@]+\Z"
)
_WORD = compiled(r"[\w+/\-]{12,200}")
_USER_AND_PASSWORD = compiled(r"[\w.@+\\\-]{1,64}:(?!//)\S{1,200}")
# Certificates and public keys (X.509), keys as SSH writes them (RFC 4253, 6.6).
_PUBLIC_KEY = compiled(r"MII[A-Za-z0-9+/]{3}|MF[kY]wE[A-Za-z0-9+/]YHKo|AAAA[BEC]3N|AAAAE2Vj")


def says_text(run: str) -> bool:
    """Tell whether a run of base64 or base64url encodes a text of several words, values or lines."""
    plain = run.rstrip("=").translate(_OF_ADDRESSES)
    plain = plain[: len(plain) - (len(plain) % 4 == 1)]
    try:
        text = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode()
    except (binascii.Error, ValueError):
        return False
    is_legible = all(character.isprintable() or character in "\t\r\n" for character in text)
    # What nobody can look into stays a run that looks random.
    is_looked_into = is_legible and opaque.readable(run) is not None
    return is_looked_into and _WRITTEN.search(text) is not None and not any(map(_holds_a_login, text.splitlines()))


def _holds_a_login(line: str) -> bool:
    return _USER_AND_PASSWORD.fullmatch(line.strip()) is not None or any(
        map(_entropy.is_machine_made, _WORD.findall(line))
    )


def is_public_key(run: str) -> bool:
    """Tell whether a run of base64 begins as certificates and public keys do."""
    return _PUBLIC_KEY.match(run) is not None
