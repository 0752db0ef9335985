"""Makes mixed logs of any size, the same for a seed: five formats, one line in twenty with something sensitive."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable, Iterator

SENSITIVE = 0.05
WORDS = [
    "accepted",
    "after",
    "before",
    "callback",
    "cannot",
    "connection",
    "container",
    "coreapp",
    "database",
    "delivered",
    "failed",
    "from",
    "gateway",
    "handler",
    "heartbeat",
    "inbound",
    "initialize",
    "message",
    "node",
    "outbound",
    "pending",
    "persisted",
    "queue",
    "ready",
    "received",
    "retry",
    "shard",
    "started",
    "status",
    "stopped",
    "stream",
    "timeout",
    "took",
    "up",
    "upload",
    "waiting",
    "webhook",
    "will",
    "worker",
    "with",
]
SOURCES = [
    "configstore.cpp",
    "servicemetrics.cpp",
    "callbackqueue.cpp",
    "shardmap.cpp",
    "mediastore.cpp",
    "heartbeat.cpp",
]


def lines(seed: int = 7) -> Iterator[str]:
    """Yield lines for ever, about 135 characters each, without line ends."""
    draw = random.Random(seed)
    kinds = (_coreapp, _nginx, _json, _stack, _docker)
    while True:
        kind = kinds[draw.randrange(len(kinds))]
        yield kind(draw, _sensitive(draw) if draw.random() < SENSITIVE else _words(draw, 5))


def sample(size: int, seed: int = 7) -> bytes:
    """Return whole lines of at least `size` bytes."""
    found: list[str] = []
    length = 0
    for line in lines(seed):
        found.append(line)
        length += len(line) + 1
        if length >= size:
            break
    return ("\n".join(found) + "\n").encode()


def _words(draw: random.Random, count: int) -> str:
    return " ".join(draw.choices(WORDS, k=count))


def _time(draw: random.Random) -> tuple[int, int, int, int]:
    return draw.randrange(24), draw.randrange(60), draw.randrange(60), draw.randrange(1000)


def _hex(draw: random.Random, length: int) -> str:
    return f"{draw.getrandbits(4 * length):0{length}x}"


def _coreapp(draw: random.Random, said: str) -> str:
    hour, minute, second, ms = _time(draw)
    return (
        f"{draw.choice('DIW')} 2026-11-23 {hour:02}:{minute:02}:{second:02}.{ms:03} UTC {draw.randrange(9, 99)}"
        f" {draw.choice(SOURCES)}:{draw.randrange(20, 990)}] {_words(draw, 4)} {said} in {draw.randrange(9000)} ms"
        f" req_id={_hex(draw, 8)}"
    )


def _nginx(draw: random.Random, said: str) -> str:
    hour, minute, second, _ = _time(draw)
    path = said.replace(" ", "/")
    return (
        f"10.0.{draw.randrange(256)}.{draw.randrange(1, 255)} - - [23/Nov/2026:{hour:02}:{minute:02}:{second:02} +0000]"
        f' "GET /v1/{path} HTTP/1.1" {draw.choice((200, 200, 200, 404, 502))} {draw.randrange(90, 99000)} "-" "wa/2.45"'
    )


def _json(draw: random.Random, said: str) -> str:
    hour, minute, second, ms = _time(draw)
    return json.dumps(
        {
            "ts": 1795423500000 + draw.randrange(86_400_000),
            "level": draw.choice(("info", "warn", "debug")),
            "msg": said,
            "node": f"coreapp-{draw.randrange(1, 9)}",
            "bytes": draw.randrange(10**6),
            "time": f"2026-11-23T{hour:02}:{minute:02}:{second:02}.{ms:03}Z",
        }
    )


def _stack(draw: random.Random, said: str) -> str:
    if draw.random() < 0.1:
        return f"com.whatsapp.gateway.GatewayException: {said} {_words(draw, 6)}"
    name = draw.choice(("Connection", "Dispatcher", "CallbackQueue", "ShardMap"))
    return (
        f"\tat com.whatsapp.gateway.{name}.{draw.choice(WORDS)}({name}.java:{draw.randrange(20, 900)})"
        f" ~[gateway-2.45.1.jar:2.45.1] {said} {_words(draw, 3)}"
    )


def _docker(draw: random.Random, said: str) -> str:
    hour, minute, second, ms = _time(draw)
    return json.dumps(
        {
            "log": f"{_words(draw, 6)} {said}\n",
            "stream": draw.choice(("stdout", "stderr")),
            "time": f"2026-11-23T{hour:02}:{minute:02}:{second:02}.{ms:03}{draw.randrange(10**6):06}Z",
        }
    )


def _mobile(draw: random.Random) -> str:
    return draw.choice(("4915", "336", "44791", "5511", "1650253"))[:4] + f"{draw.randrange(10**8):08}"


def _token(draw: random.Random, length: int) -> str:
    return "".join(draw.choices("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", k=length))


def _message_id(draw: random.Random) -> str:
    number = "4917" + f"{draw.randrange(10**9):09}"
    digits = number if len(number) % 2 == 0 else f"{number}f"
    body = bytes([0x80, 0x11, 0x80 * (len(number) % 2) | len(digits) // 2]) + bytes.fromhex(digits) + b"\x02\x09"
    return base64.urlsafe_b64encode(body + draw.randbytes(8)).decode().rstrip("=")


_SAID: tuple[Callable[[random.Random], str], ...] = (
    lambda draw: f"to +{_mobile(draw)} failed",
    lambda draw: f"upsert {_mobile(draw)}@s.whatsapp.net done",
    lambda draw: f"wa_id={_mobile(draw)} queued",
    lambda draw: f"status of {_message_id(draw)} is read",
    lambda draw: f"password={_token(draw, 12)} was tried",
    lambda draw: f"Authorization: Bearer {_token(draw, 40)}",
    lambda draw: f"connect mysql://svc:{_token(draw, 10)}@db:3306/wa",
    lambda draw: f"mail to jane.{_token(draw, 4).lower()}@mail.firm.io bounced",
    lambda draw: f"peer 93.184.{draw.randrange(256)}.{draw.randrange(256)}:443 closed",
    lambda draw: f"pushed with ghp_{_token(draw, 36)} now",
)


def _sensitive(draw: random.Random) -> str:
    return draw.choice(_SAID)(draw)
