"""API tokens by their own shape: vendors' prefixes, two-part tokens, and long strings that are random beyond doubt."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options, Ranges
from collector.redaction.detectors import _encoded, _entropy, _prefixes, _web_keys
from collector.redaction.detectors._accept import RESOURCE

_SHAPES = (
    (".atlasv1.", r"(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w\-=]{50,90}"),
    ("~", r"(?<![\w~.\-])[\w~.\-]{3}\dQ~[\w~.\-]{31,34}"),
    ("_mmk", r"(?<![A-Za-z0-9])[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk\b"),
    ("pat", r"(?<![A-Za-z0-9])pat[A-Za-z0-9]{14}\.[0-9a-f]{64}(?![A-Za-z0-9])"),
    (".", r"(?<![\w.\-])(?:M[DTjz]|N[DTjz]|O[DT])[A-Za-z0-9_\-]{20,26}\.[\w\-]{6}\.[\w\-]{27,40}(?![\w.\-])"),
    ("SSWS", r"SSWS (?P<value>00[\w\-]{30,60})"),
    ("rzp_", r"(?<![A-Za-z0-9])rzp_(?:live|test)_[A-Za-z0-9]{14}(?![A-Za-z0-9])"),
    ("-us", r"(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}\b"),
    ("|", r"(?<![\w|])\d{13,17}\|[\w\-]{27,40}(?![\w\-])"),
    ("AAAAAAAAA", r"(?<![A-Za-z0-9])A{20,24}[A-Za-z0-9%]{60,120}"),
    ("AAAAAAAAA", r"(?<![A-Za-z0-9])[a-z0-9]{11}A{9,11}[\w\-=]{43}(?![\w\-=])"),
    (":A", r"(?:(?<![\w:])|(?<=/bot))\d{5,16}:A[\w\-]{32,36}(?![\w\-])"),
    (":", r"(?<![\w/.])\d/(?:\d{10,20}/)?\d{10,20}:[0-9a-f]{32}(?![A-Za-z0-9])"),
    # All accounts of an app for one-time codes, as it hands them to another.
    ("otpauth-migration", r"otpauth-migration://offline\?data=(?P<value>[\w%+/=\-]{10,4096})"),
    # Keys that say where they are from behind their random part.
    ("NRAL", r"(?<![A-Za-z0-9])(?:[0-9a-z]{36}|[0-9a-f]{32,36}FFFF)NRAL\b"),
    ("AZDO", r"(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])"),
    ("JQQJ9", r"(?<![A-Za-z0-9])[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{20,30}(?![A-Za-z0-9])"),
    ("+ASt", r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{6}=="),
    ("ACDb", r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{6}=="),
    ("-", r"(?<![A-Za-z0-9])[0-9a-h]{32}-[0-9a-h]{8}-[0-9a-h]{8}(?![A-Za-z0-9])"),
)
_compiled = functools.cache(compiled)
_REST = compiled(r"[A-Za-z0-9]{0,4096}")
_FILE = compiled(r"\.(?:png|jpe?g|gif|svg|ico|css|js|html?|log|txt|json|xml)\b")
_ARMOUR = compiled(r"(?:[^\n]{0,80}[^A-Za-z0-9+/=])?[A-Za-z0-9+/=]{30,100}|-----(?:BEGIN|END)[^\n]{0,80}")
# Of files; h1 is a checksum of Go's modules (go.dev/ref/mod#go-sum-files).
_FINGERPRINT = compiled(r"(?i)(?:(?:sha\d{1,3}|md5)[:\-]|(?<![^\s\"'])h1:)$")
_PUBLIC_WORDS = ("ssh-", "ecdsa-", "sk-", "pub", "peer", "boundary", "id", "debug", "etag", "match")
# Public keys, as OpenSSH and WireGuard write them; ids of what happened once.
_PUBLIC = compiled(
    r"(?:(?:ssh-|ecdsa-|sk-)[\w@.\-]{3,40} |boundary=\"?"
    r"|(?:x-fb-debug|x-amz-(?:[a-z]{2,10}-)?id(?:-2)?|(?<![a-z])etag|if-(?:none-)?match)"
    r"[\"']?[ \t]{0,4}[:=][ \t]{0,4}[\"']?(?:w/)?\\{0,3}[\"']?"
    r"|(?:public[ _-]?key|pubkey|peer)[\"']?[ \t]{0,4}[:=][ \t]{0,4}[\"']?"
    r"|(?<![a-z])(?:unique|request|req|trace|span|correlation|event|transaction|job|task|run|execution|batch|build"
    r"|operation|invocation|delivery|cf|upload)[ _\-]?id[\"']?[ \t]{0,4}[:= ][ \t]{0,4}[\"'\[(]?)$"
)
_BESIDE = r"A-Za-z0-9_+/=~@%.\-"
_SHORTEST = 24
_REST_OF_RUN = rf"[A-Za-z0-9_\-]{{{_SHORTEST},512}}={{0,2}}(?![{_BESIDE}])"
_RUN = compiled(rf"(?<![{_BESIDE}]){_REST_OF_RUN}")
_MIXED = r"(?=[a-z0-9_\-]{0,512}[A-Z])(?=[A-Za-z_\-]{0,512}[0-9])(?=[A-Z0-9_\-]{0,512}[a-z])"
_RUN_ALONE = compiled(rf"{_RUN.pattern}(?=\n|\Z)")
# What is random beyond doubt has letters of both cases and digits.
_MIXED_RUN = compiled(rf"(?<![{_BESIDE}])(?=[A-Za-z0-9_\-]{{{_SHORTEST}}}){_MIXED}{_REST_OF_RUN}")
# Looked for with a literal in a text whose words are all alike: five times as quick as at each of its characters.
_ALIKE = {point: "w" if chr(point).isalnum() or chr(point) in "_-" else " " for point in range(128)}
_LONG_WORD = compiled("w" * _SHORTEST + "w*+")


def _prefixed(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield tokens that begin as their vendor's do."""
    done = 0
    for head in _prefixes.HEAD.finditer(text):
        if head.start() < done:
            continue
        match = _prefixes.confirm(head)
        if match and not _is_sample(head.group(), match.group()) and not _FILE.match(text, match.end()):
            # A token that goes on longer than its shape says goes whole.
            done = _REST.match(text, match.end()).end()  # type: ignore[union-attr]
            yield Hit(match.start(), done, text[match.start() : done], learn=True)


def _shaped(literal: str, pattern: str) -> Form:
    """Return the form of a token that has a literal somewhere in it."""

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        if literal in text:
            for match in _compiled(pattern).finditer(text):
                if not _is_sample("", match.group()):
                    yield _hit(match)

    return Form(lambda _: (_compiled(pattern),), find)


def _random(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for word in _LONG_WORD.finditer(text.translate(_ALIKE)):
        match = _MIXED_RUN.match(text, word.start())
        if match and (
            _entropy.is_random(match.group())
            and not RESOURCE.fullmatch(match.group())
            and not _is_armour(text, match)
            and text[match.end() : match.end() + 1] != "("
            and not match.group().startswith("--")
            and not _encoded.is_public_key(match.group())
            and not _encoded.says_text(match.group())
            and not _FINGERPRINT.search(text, max(0, match.start() - 8), match.start())
            and not _web_keys.is_public(text, match.start())
            and not _is_public(text[max(0, match.start() - 60) : match.start()].lower())
        ):
            yield _hit(match)


def _is_public(before: str) -> bool:
    """Tell whether the text before, in lower case, says that a random string is no secret."""
    return any(word in before for word in _PUBLIC_WORDS) and _PUBLIC.search(before) is not None


_NO_WORD = compiled(r"[a-z]{16}|[A-Z0-9]{16}")
"""In one case without a break, with or without vowels: longer than words are."""


_CROSSED_OUT = compiled(r"[xX]{14}")
_NAMED_SO = compiled(r"[\W\d_]{0,4}(?:[A-Z][a-z]{2,14}){3,12}")
"""Words in camel case and nothing else: `YourAccessTokenHere`."""


def _hit(match: re.Match[str]) -> Hit:
    group = "value" if "value" in match.re.groupindex else 0
    return Hit(*match.span(group), match[group], learn=True)


def _is_sample(prefix: str, token: str) -> bool:
    """Tell whether it only shows the shape: `ghp_xxxxxxxx`, or words after a prefix."""
    body = token[len(prefix) :]
    if set(body[-16:]) <= set("xX*.-_0") or "EXAMPLE" in body or _CROSSED_OUT.search(body):
        return True
    if _NAMED_SO.fullmatch(body):
        return True
    return _entropy.wordlike_share(body) > 0.75 and not _NO_WORD.search(body)


def _is_armour(text: str, match: re.Match[str]) -> bool:
    """Tell whether it is a line of a certificate or a public key, between others."""
    start, end = match.span()
    if (start and text[start - 1] != "\n") or (end < len(text) and text[end] != "\n"):
        return False
    before = text[max(0, text.rfind("\n", 0, max(0, start - 1)) + 1) : max(0, start - 1)]
    stop = text.find("\n", end + 1)
    after = text[end + 1 : stop if stop >= 0 else len(text)]
    return _ARMOUR.fullmatch(before) is not None or _ARMOUR.fullmatch(after) is not None


def _with_lines_beside(text: str, lines: Ranges) -> Ranges:
    """Return the lines, with those beside one that is nothing but a run, which may be one of a certificate's.

    One that may be a member of a key in JSON comes with the others.
    """
    is_run = _RUN_ALONE.match
    return [
        (text.rfind("\n", 0, max(0, start - 1)) + 1, text.find("\n", end) + 1 or len(text))
        if is_run(text, start)
        else _web_keys.with_members(text, start, end)
        for start, end in lines
    ]


DETECTOR = Detector(
    name="token",
    kind="secret",
    mark="secret",
    forms=(
        Form(lambda _: _prefixes.heads(), _prefixed),
        *(_shaped(literal, pattern) for literal, pattern in _SHAPES),
        Form(lambda _: (_RUN,), _random, _with_lines_beside),
    ),
    examples=(
        Example("using ghp_9aK3xQ7Lm2Vb8Rt5Yw1Zc6Nd4Pf0Hs3Jg7Ek for upstream", ("ghp_9aK3",)),
        Example("credential glpat-x8Kq2Lm9Zt4Vb7Rw1Yc3 was rejected", ("glpat-",)),
        Example("key AKIAQ7LM2VBKRT5YW3ZC used", ("AKIAQ7",)),
        Example(
            "bot MTIwOTg3NjU0MzIxMDk4NzY1.Gx2kQ9.kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0PuZr8Tq0 is in", ("kZ3Qm9vX", "MTIwOTg3")
        ),
        Example("patZr8Tq0bLmYw3Vu.9c1f0a7be2d34856a1907cde44f0b8129c1f0a7be2d34856a1907cde44f0b812", ("9c1f0a7b",)),
        Example("SSWS 00kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0PuZr8Tq0", ("kZ3Qm9vX",)),
        Example("rzp_live_Zr8Tq0bLmYw3Vu", ("Zr8Tq0bL",)),
        Example("xoxp-1-YourAppAccessTokenHere"),
        Example("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        Example(
            "key 7Qm2Vb8Rt5Yw1Zc6Nd4Pf0Hs3Jg7Ek9aK3xQ7Lm2Vb8Rt5Yw1Zc6Nd4Pf0Hs3Jg7Ek9aK3xQ7Lm2AZDO4kQ7 expired",
            ("7Qm2Vb8R", "AZDO4kQ7"),
        ),
        Example("payload c3RhcnRlZCA0IHdvcmtlcnMsIGhlYXAgNTEyIE1C"),
        Example("layer sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        Example("example.com/mod v1.24.0/go.mod h1:ZiG4oLDUArTb7rYf9oO2bkGooOqCaUF6a2u8asBP3J4="),
        Example("waweb-7d9f8b6c5d-x2x7k 1/1 Running"),
        Example('{"kty":"EC","x":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbW"}'),
        Example("org.springframework.beans.factory.BeanCreationException"),
    ),
)
