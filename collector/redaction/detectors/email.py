"""E-mail addresses."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors._wordlist import words

_NOT_MAIL = ("s.whatsapp.net", "c.us", "g.us")
# Names of algorithms of SSH end in who defined them (RFC 4250, 4.6.1).
_ALGORITHM = compiled(
    r"(?i)(?:[\w.+]{2,40}-)?(?:sha\d{1,3}|etm|cert-v\d\d|gcm|ctr|cbc|ed25519|poly1305|kex-\w{1,12}|zlib|hostkeys-\w{2,5}|(?:curve|sntrup|u?mac|aes|rsa|ecdsa|ssh|hmac|chacha|ripemd|rijndael|arcfour|statvfs|fstatvfs|posix-rename|hardlink|fsync|lsetstat|limits|expand-path|copy-data|eow|no-more-sessions|keepalive|tun|ping)[\w.\-]{0,40})"
)
_OF_SSH = ("openssh.com", "libssh.org", "lysator.liu.se")
_NO_DOMAIN = words(
    "service target socket timer mount path slice scope device jar zip py js png jpg gif svg log conf json yaml yml"
)


# What an address is given as, before an equals sign, which names hold too (VERP: `bounce+jane=firm.io@list.org`).
_KEYS = words(
    "to from cc bcc email mail emails address addr user username login uid upn sender recipient rcpt orcpt owner"
    " account acct contact author subject principal actor client id sub name member assignee by customer"
)
_KEY = compiled(r"(?:[A-Za-z][\w.\-]{0,40}[_.\-])?(?P<last>[A-Za-z]{2,24})=(?=[^=])")
# What stands before the parameter of an address: `/v1/messages?to=1650…&email=`.
_QUERY = compiled(r".*[?&](?=[A-Za-z][\w.\-]{0,40}=[^=])")


# What a shell puts a user's or a token for, in an address: `https://$TOKEN@…`.
_VARIABLE = compiled(r"\$[A-Z][A-Z0-9_]*")
_BRACED = compiled(r"\$\{[A-Z][A-Z0-9_]*\}")


def _own(local: str) -> str:
    """Return the name without what only stands before it."""
    query = _QUERY.match(local)
    if query:
        return local[query.end() :].partition("=")[2].lstrip("'`{")
    local = local.lstrip("/'`={|?&")
    key = _KEY.match(local)
    return local[key.end() :].lstrip("'`{") if key and _last_word(key["last"]) in _KEYS else local


def _last_word(key: str) -> str:
    return re.split(r"(?<=[a-z])(?=[A-Z])", key)[-1].lower()


@functools.cache
def _address() -> re.Pattern[str]:
    return compiled(
        r"(?<![\w.+\-/@])(?P<local>[\w.+\-!#$&'*/=?^`{|}~]{1,64}?)@(?P<domain>(?:[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9\-\u0080-\uffff]{0,61}[A-Za-z0-9\u0080-\uffff])?\.){1,8}(?:[Xx][Nn]--[A-Za-z0-9\-]{2,59}|[A-Za-z\u0080-\uffff]{2,24}))(?![\w\-])"
    )


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every e-mail address."""
    if "@" not in text:
        return
    for match in _address().finditer(text):
        domain = match["domain"].lower()
        if domain.endswith(_NOT_MAIL) or domain.rsplit(".", 1)[-1] in _NO_DOMAIN:
            continue
        if domain in _OF_SSH and _ALGORITHM.fullmatch(match["local"].lstrip("+-^'=")):
            continue
        # `ssh://jane@firm.io`: the slashes are the address's, not the name's; quotes and a key are the text's.
        local = _own(match["local"])
        in_address = match["local"].startswith("/") and _VARIABLE.fullmatch(local)
        if local == "git" or not any(map(str.isalnum, local)) or in_address or _BRACED.fullmatch(local):
            continue
        start = match.end("local") - len(local)
        yield Hit(start, match.end(), text[start : match.end()].lower(), learn=True)


DETECTOR = Detector(
    name="email",
    kind="identity",
    mark="email",
    forms=(
        Form(
            heads=lambda _: (
                r"[\w.+\-!#$&'*/=?^`{|}~\x80-\xff]@[A-Za-z0-9\x80-\xff][A-Za-z0-9.\-\x80-\xff]{0,255}\.[A-Za-z\x80-\xff]{2}",
            ),
            find=find,
        ),
    ),
    examples=(
        Example("owner Jane.Doe+wa@mail.firm.io asked", ("Jane.Doe",)),
        Example("to=jane@firm.io,", ("jane",)),
        Example("user=jane@firm.io from=bob@firm.io", ("jane", "bob")),
        Example("GET /login?email=jane@firm.io&next=/home", ("jane",)),
        Example("https://jane%40firm.io@dav.example.com/x", ("jane",)),
        Example("xmpp://jane@firm.io/home", ("jane",)),
        Example("ssh://git@github.com/owner/repository"),
        Example("https://deploy:********@example.com/x"),
        Example("user@1000.service started"),
        Example("git@github.com:owner/repository.git"),
    ),
)
