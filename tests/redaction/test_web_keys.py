"""Keys as objects of JSON (RFC 7517): what is private goes, what everybody may know stays."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"keys of the web have their own..")
QUIET = "took 15 ms\n"
# As long as those of an elliptic curve, and as little random as one may be by chance.
PRIVATE = "aaaabbbbccccddddeeeeffffgggghhhhiiiijjjjkkk"
PUBLIC = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86z"
KEYS = [
    '{{"kty":"EC","crv":"P-256","d":"{}"}}',
    '{{"d":"{}","crv":"P-256","kty":"EC"}}',
    '{{"keys":[{{"kid":"1","kty":"RSA","e":"AQAB","p":"{}"}}]}}',
    '{{"kty":"oct","k":"{}"}}',
    'INFO key {{"kty":"OKP","d":"{}"}} is loaded',
    "jwk = {{'kty': 'EC', 'd': '{}'}}",
    'msg="{{\\"kty\\":\\"EC\\",\\"d\\":\\"{}\\"}}"',
    '{{\n  "kty": "OKP",\n  "crv": "X25519",\n  "d": "{}"\n}}',
]


@pytest.mark.parametrize("key", KEYS)
def test_a_private_member_goes(of_large_logs: Redactor, key: str) -> None:
    assert PRIVATE not in REDACTOR.redact_text(key.format(PRIVATE)).text
    assert PRIVATE not in of_large_logs.redact_text(f"{QUIET}{key.format(PRIVATE)}\n{QUIET}").text


@pytest.mark.parametrize(
    "text",
    [
        f'{{"kty":"RSA","kid":"2026-11-23","n":"{PUBLIC}","e":"AQAB","alg":"RS256"}}',
        f'{{"kty":"EC","crv":"P-256","x":"{PUBLIC[:43]}","y":"{PUBLIC[-43:]}"}}',
        f'{{\n  "kty": "RSA",\n  "use": "sig",\n  "n": "{PUBLIC}"\n}}',
        '{"kty":"oct","k":"short"}',
        f'{{"d":"{PRIVATE}","k":"v"}}',
        '{"d":"2026-11-23T08:45","kty":"RSA"}',
    ],
)
def test_what_everybody_may_know_stays(of_large_logs: Redactor, text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
    assert of_large_logs.redact_text(f"{QUIET}{text}\n{QUIET}").text == f"{QUIET}{text}\n{QUIET}"


def test_the_same_string_goes_where_no_key_is_said_to_be() -> None:
    assert PUBLIC not in REDACTOR.redact_text(f'{{"n":"{PUBLIC}"}}').text
