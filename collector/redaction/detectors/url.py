"""Credentials inside addresses: `scheme://user:password@host`, `user:password@tcp(host)`, webhook paths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors import _keys

_USERINFO = compiled(
    r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.\-]{1,30}://(?P<info>[^\s/?#\"'<>@]{1,256}(?:@[^\s/?#\"'<>@:]{0,128}(?=@))?)@(?=[\w\[({$%])"
)
_SCHEMELESS = compiled(r"(?<![\w:/])//(?P<info>[^\s:/?#\"'<>@]{1,64}:[^\s/?#\"'<>@]{1,128})@(?=[\w\[])")
# As people write them down, with signs that should have been escaped; a user's name may be an e-mail address.
_UNESCAPED = compiled(
    r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.\-]{1,30}://(?P<info>[^\s:/\"'<>@]{1,100}(?:@[A-Za-z0-9][\w.\-]{0,100}(?=:[^\s/\"'<>]{1,200}@))?:(?!\d{1,5}(?:[/?#]|$))(?:(?!://)[^\s\"'<>]){1,200}?)@(?=[\w\[][\w.\-\]]{0,200}(?::\d{1,5})?(?:[/?\s\"',;]|$))"
)
_DSN = compiled(
    r"(?:(?<=[\s=\"'`,;])|^)(?P<info>(?!(?:sips?|tel|mailto|xmpp|im|acct):)[\w.\-]{1,64}:[^\s/\"'<>@:]{1,128})@(?=(?:tcp|udp|unix)?\([^)\s]{0,200}\)|[A-Za-z0-9][\w.\-]{0,100}:\d{2,5}(?:/|\b)|(?:localhost|\d{1,3}(?:\.\d{1,3}){3})\b)"
)
_HOOK = compiled(
    r"https://(?:[\w.\-]{1,80}\.webhook\.office\.com/webhookb2/|outlook\.office\.com/webhook/|discord(?:app)?\.com/api/webhooks/\d+/|hooks\.zapier\.com/hooks/catch/|[\w.\-]{1,80}\.tines\.(?:com|io)/webhook/|maker\.ifttt\.com/(?:trigger/[\w\-]{1,80}/(?:json/)?with/key|use)/|api\.telegram\.org/bot)(?P<info>[\w\-/@.:]{10,300})"
)

# What `_DSN` needs, with what follows the sign, which it only looks at.
_DSN_HEAD = (
    r"(?:^|[^!#-&(-+\-.-:<>-_a-~\n])[\w.\-\x80-\xff]{1,256}:[^\s/\"'<>@:]{1,512}@"
    r"(?:(?:tcp|udp|unix)?\(|[A-Za-z0-9][\w.\-\x80-\xff]{0,400}:[0-9\x80-\xff]{2}|localhost|[0-9\x80-\xff]{1,12}\.[0-9\x80-\xff])"
)


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the user part of an address where it holds a password."""
    if "@" in text:
        for pattern in (_USERINFO, _UNESCAPED, _SCHEMELESS, _DSN) if "//" in text else (_DSN,):
            for match in pattern.finditer(text):
                yield from _userinfo(match)
    if "https://" in text:
        for match in _HOOK.finditer(text):
            yield Hit(match.start("info"), match.end("info"), match["info"], learn=True)


def holds_a_password(address: str) -> bool:
    """Tell whether a password stands in an address, so that the rest of it may stay."""
    return next(find(address, Options()), None) is not None


def _userinfo(match: re.Match[str]) -> Iterator[Hit]:
    user, colon, password = match["info"].partition(":")
    if not colon:
        # A lone user part is a token where it is long, as in https://TOKEN@github.com.
        if len(user) >= 16 and any(c.isdigit() for c in user) and not re.search(r"[.]|%40", user):
            yield Hit(match.start("info"), match.end("info"), user, learn=True)
        return
    if password and not _keys.is_placeholder(password) and not (_keys.is_placeholder(user) and password == user):
        yield Hit(match.start("info"), match.end("info"), password, learn=True)


DETECTOR = Detector(
    name="url",
    kind="secret",
    mark="secret",
    forms=(Form(heads=lambda _: (_USERINFO, _UNESCAPED, _SCHEMELESS, _DSN_HEAD, _HOOK), find=find),),
    examples=(
        Example("postgres://svc:tulip9@db:5432/orders?sslmode=require", ("tulip9",)),
        Example("DATA_SOURCE_NAME=exporter:tulip9@(db:3306)/", ("tulip9",)),
        Example("https://jane@example.com:tu#l@ip!9@git.example.com/x", ("tu#l@ip!9",)),
        Example("https://example.com:8443/a@b"),
        Example("git+ssh://git@github.com:acme/lib@v1.2.0"),
        Example("scp db7:/srv/x /srv/y"),
    ),
)
