"""A private key goes whole: of any length, in any writing, and where it is read in parts."""

import io
import random
import string

import pytest

from collector import Redactor
from collector.redaction import redactor
from collector.redaction.redactor import STREAM_CHUNK

REDACTOR = Redactor.from_file(key=b"keys of keys, 32 bytes or more..")
ALPHABET = string.ascii_letters + string.digits + "+/"


def armour(lines: int, width: int = 64) -> list[str]:
    draw = random.Random(lines)
    return ["".join(draw.choices(ALPHABET, k=width)) for _ in range(lines)] + [
        "".join(draw.choices(ALPHABET, k=29)) + "=="
    ]


def written(lines: list[str], before: str, kind: str) -> str:
    every = [f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----", "that was all"]
    return "".join(f"{before}{line}\n" for line in every)


def legible(clean: str, lines: list[str]) -> list[int]:
    return [number for number, line in enumerate(lines) if line[:12] in clean or line[-12:] in clean]


@pytest.mark.parametrize("lines", [2, 300])
@pytest.mark.parametrize("before", ["", "2026-11-23 08:45:12 app | "])
@pytest.mark.parametrize("further", [0, 20_000])
def test_a_key_without_its_first_lines_goes(lines: int, before: str, further: int) -> None:
    body = armour(lines)
    text = "waiting for a shard\n" + written(body, before, "RSA PRIVATE KEY").partition("\n")[2]
    clean = REDACTOR.redact_text(text + "up again\n" * further).text
    assert clean == f"waiting for a shard\n{before}[secret]\n{before}that was all\n" + "up again\n" * further


@pytest.mark.parametrize("text", ["-----END PRIVATE KEY-----\n", "req_id=9c1f0a7b\n-----END PRIVATE KEY-----\n"])
def test_the_end_of_a_key_alone_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text


@pytest.mark.parametrize("lines", [20, 700, 2_500])
@pytest.mark.parametrize("before", ["", "    ", "2026-11-23 08:45:12 app | "])
@pytest.mark.parametrize("kind", ["RSA PRIVATE KEY", "PGP PRIVATE KEY BLOCK"])
def test_a_key_of_any_length_goes_to_its_end(lines: int, before: str, kind: str) -> None:
    body = armour(lines)
    clean = REDACTOR.redact_text(written(body, before, kind)).text
    assert legible(clean, body) == []
    assert clean == f"{before}[secret]\n{before}that was all\n"


@pytest.mark.parametrize("lines", [20, 700, 2_500])
def test_a_key_without_an_end_goes_and_what_follows_stays(lines: int) -> None:
    body = armour(lines)
    text = "\n".join(["-----BEGIN PRIVATE KEY-----", *body, "", "restarted with /usr/share/gateway/start.sh", ""])
    clean = REDACTOR.redact_text(text + "listening on 8080\n" * 20).text
    assert legible(clean, body) == []
    assert clean.endswith("listening on 8080\n" * 20)


@pytest.mark.parametrize("lines", [20, 2_500])
def test_a_key_goes_where_its_lines_are_escaped_into_one(lines: int) -> None:
    body = armour(lines)
    escaped = "\\n".join(
        ["-----BEGIN PGP PRIVATE KEY BLOCK-----", "", *body, "=kZ3Q", "-----END PGP PRIVATE KEY BLOCK-----"]
    )
    clean = REDACTOR.redact_text(f'level=info key="{escaped}\\n" n=1').text
    assert legible(clean, body) == []
    assert clean.endswith("n=1")
    assert legible(REDACTOR.redact_text(f'{{"key": "{escaped}", "n": 1}}').text, body) == []


def test_a_key_goes_in_the_lines_that_a_container_logs() -> None:
    body = armour(900)
    log = "".join(
        f'{{"log":"{line}\\n","stream":"stdout","time":"2026-11-23T08:45:12.{n:09}Z"}}\n'
        for n, line in enumerate(["-----BEGIN PRIVATE KEY-----", *body, "-----END PRIVATE KEY-----"])
    )
    assert legible(REDACTOR.redact_text(log).text, body) == []


@pytest.mark.parametrize(
    ("block", "begins_at", "blocks"),
    [
        (STREAM_CHUNK, STREAM_CHUNK - 3_000, 1.2),
        (256 * 1024, 10, 4),
        (256 * 1024, 256 * 1024 - 3_000, 4),
        (256 * 1024, 2 * 256 * 1024 - 100, 4),
    ],
)
def test_a_key_goes_that_begins_in_one_block_of_a_stream_and_ends_in_another(
    block: int, begins_at: int, blocks: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redactor, "STREAM_CHUNK", block)
    body = armour(int(blocks * block) // 65)
    quiet = "took 15 ms\n"
    text = quiet * (begins_at // len(quiet)) + written(body, "", "PRIVATE KEY") + quiet * 9
    writer = io.BytesIO()
    REDACTOR.redact_stream(io.BytesIO(text.encode()), writer)
    assert writer.getvalue().decode() == quiet * (begins_at // len(quiet)) + "[secret]\nthat was all\n" + quiet * 9


@pytest.mark.parametrize(
    "piece",
    [
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nkZ3Qm9vXaJ1Lw7TgR2bYc8Nd\n",
    ],
)
def test_a_hostile_text_of_many_keys_ends(piece: str) -> None:
    assert REDACTOR.redact_text(piece * 20_000).text


@pytest.mark.parametrize(
    "begins",
    [
        "MIIEpAIBAAKCAQEA",
        "MIIEvgIBADANBgkqhkiG9w0BAQEFAASC",
        "MIGHAgEAMBMGByqGSM49",
        "MHcCAQEEI",
        "MC4CAQAwBQYDK2VwBCIEI",
        "MIIFLTBXBgkqhkiG9w0BBQ0w",
        "MIIJqQIBAzCC",
        "b3BlbnNzaC1rZXktdjEA",
    ],
)
@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("private_key: |\n  ", "\n  ", "\nport: 8443\n"),
        ("<privateKey>\n    ", "\n    ", "\n</privateKey>\n"),
        ('key = "', "\n", '"\nport = 8443\n'),
        ('key = "', '" +\n      "', '"\nport = 8443\n'),
        ('{"der": "', "\\n", '", "port": 8443}\n'),
        ("read ", "", " from the disk\n"),
    ],
)
def test_a_key_goes_without_armour_around_it(begins: str, before: str, between: str, after: str) -> None:
    body = begins + "".join(armour(11))
    lines = [body[at : at + 64] for at in range(0, len(body), 64)]
    clean = REDACTOR.redact_text(before + between.join(lines) + after).text
    assert clean == f"{before}[secret]{after}"


@pytest.mark.parametrize("begins", ["MIIDXTCCAkWgAwIBAgIJAJC1HiIAZAiI", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD"])
def test_certificates_and_public_keys_without_armour_stay(begins: str) -> None:
    text = f"chain: |\n  {begins}\n"
    assert REDACTOR.redact_text(text).text == text
