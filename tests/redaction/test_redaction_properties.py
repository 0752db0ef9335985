"""What holds for every text: planted values are gone, innocent text is the same, twice is once, JSON stays JSON."""

# ruff: noqa: E501  tables are read across
import json
import re

import phonenumbers
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"property tests have their own key")
REGIONS = ["DE", "GB", "US", "BR", "IN", "ZA", "JP", "FR", "MX", "NG"]
relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def clean(text: str) -> str:
    return REDACTOR.redact_text(text).text


@st.composite
def phones(draw: st.DrawFn) -> str:
    example = phonenumbers.example_number_for_type(draw(st.sampled_from(REGIONS)), phonenumbers.PhoneNumberType.MOBILE)
    assert example is not None
    digits = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)[1:]
    changed = digits[:-3] + f"{draw(st.integers(0, 999)):03d}"
    assume(phonenumbers.is_valid_number(phonenumbers.parse("+" + changed)))
    return changed


FORMS = [
    "+{}", "tel:+{}", "%2B{}", "%252B{}", "&#43;{}", "\\u002b{}", "00{}", "{}@s.whatsapp.net", "{}:7@s.whatsapp.net", "{}@c.us",
    "{}-1416322108@g.us", "wa_id={}", '{{"phone": {}}}',
]  # fmt: skip


@relaxed
@given(
    phones(), st.sampled_from(FORMS), st.sampled_from(["no ack from {} after 3 tries", "{}", "a;{};b", "\t{}\r\nnext"])
)
def test_a_planted_number_cannot_be_read_any_more(digits: str, form: str, sentence: str) -> None:
    assert digits not in clean(sentence.format(form.format(digits)))


@relaxed
@given(phones(), st.sampled_from([0x0660, 0x06F0, 0x0966, 0xFF10, 0x1D7CE]))
def test_digits_of_another_script_are_digits(digits: str, zero: int) -> None:
    written = "".join(chr(zero + int(d)) for d in digits)
    assert written not in clean(f"call +{written} now")


@relaxed
@given(phones())
def test_every_spelling_of_a_number_gets_the_same_mark(digits: str) -> None:
    spellings = [
        f"+{digits}",
        f"00{digits}",
        f"+{digits[:4]} {digits[4:7]}-{digits[7:]}",
        f"{digits}@s.whatsapp.net",
        f"\\u002b{digits}",
    ]
    marks = {re.search(r"\[phone:\w{13}\]", clean(f"to {spelling} now"))[0] for spelling in spellings}  # type: ignore[index]
    assert len(marks) == 1


SECRETS = st.text("abcdefghkmnpqrstuvwxyzABCDEFGHKMNPQRSTUVWXYZ23456789_-!%", min_size=10, max_size=40).filter(
    lambda s: bool(
        re.search(r"\d", s) and re.search("[a-z]", s) and re.search("[A-Z]", s) and s[0].isalnum() and s[-1].isalnum()
    )
)
SYNTAXES = [
    "WA_DB_PASSWORD={}", 'password: "{}"', '{{"client_secret": "{}"}}', "mysql -uroot -p{} wa", "curl -u svc:{} https://h/x", "'passwd' => '{}',",
    "<password>{}</password>", "postgres://svc:{}@db:5432/x", "ALTER USER wa IDENTIFIED BY '{}';", "{{\\\"password\\\":\\\"{}\\\"}}",
    "- name: DB_PASSWORD\n  value: {}", "Server=db;Pwd={};Database=x", "X-Api-Key: {}", "the password is {}",
]  # fmt: skip


@relaxed
@given(SECRETS, st.sampled_from(SYNTAXES))
def test_a_planted_secret_is_gone_with_its_tail(secret: str, syntax: str) -> None:
    result = clean(syntax.format(secret))
    assert not any(secret[i : i + 6] in result for i in range(len(secret) - 5))


@relaxed
@given(SECRETS)
def test_found_once_gone_everywhere(secret: str) -> None:
    assume(max(map(secret.count, secret)) * 5 <= len(secret))
    assert secret not in clean(f"first {secret} and\nDB_PASSWORD={secret}\nthen /x/{secret}/y")


words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9)
INNOCENT = st.one_of(
    words,
    st.integers(0, 999999).map(str),
    st.integers(1_500_000_000, 1_800_000_000).map(str),
    st.floats(0, 1e6, allow_nan=False).map(lambda f: f"{f:.6f}"),
    st.integers(0, 10**13).map(lambda n: f"offset={n}"),
    st.integers(0, 10**13).map(lambda n: f"{n} bytes"),
    st.uuids().map(str),
    st.sampled_from(
        [
            "10.1.2.3",
            "v2.53.1",
            "2026-11-23T08:45:12Z",
            "shard:17",
            "socket_conn=UP",
            "/var/log/wa.log",
            "0x7ffd3a",
            "max_tokens=512",
        ]
    ),
)


@relaxed
@given(st.lists(INNOCENT, min_size=1, max_size=12))
def test_innocent_text_stays_as_it_is(parts: list[str]) -> None:
    text = " ".join(parts)
    assume(
        not re.search(
            r"pass|pwd|key|secret|token|phone|tel|mobil|cell|fax|sms|gsm|ani|wa |user|host|login|cred|auth",
            text.replace("max_tokens", ""),
        )
    )
    assert clean(text) == text


SOUP = st.lists(
    st.sampled_from(
        ["password=", "token: ", '"', "'", "\\", " ", "\n", "+4915123456789", "[secret]", "[phone:", "]", "{", "}", ":", ",", "admin", "eyJhbGciOiJ9.", "%2B",
         "&#43;", "ghp_9aK3xQ7Lm2Vb8Rt5Yw1Zc6Nd4Pf0Hs3Jg7Ek", "https://a:b@c/", "@", "-----BEGIN PRIVATE KEY-----", "user=", "jdoe42", "host=db7.prod.io",
         "93.184.216.34", "a@firm.io", "4915123456789-1416322108@g.us", "gBGGFVUBABI_AgkBAgMEBQYHCAk", "name: X_TOKEN\nvalue: ", "cGFzc3dvcmQ9aHVudGVyMg==", "é", "\u200b"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_redacting_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | SOUP
    | words,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(words | st.sampled_from(["password", "wa_id", "env", "to", "a@firm.io"]), inner, max_size=4)
    ),
    max_leaves=12,
)


def shape(value: object) -> object:
    if isinstance(value, dict):
        return [shape(inner) for inner in value.values()]
    return [shape(inner) for inner in value] if isinstance(value, list) else "leaf"


@relaxed
@given(JSON)
def test_json_stays_json_of_the_same_shape(value: object) -> None:
    text = json.dumps({"value": value})
    result = clean(text)
    assert shape(json.loads(result)) == shape(json.loads(text)) or len(result) < len(text)
    assert clean(result) == result


@pytest.mark.parametrize("char", ["a", "1", " ", "\n", '"', "a=", "+1 ", "a.", "%41", "-", "@", "a:b@", "[", "\\u0041"])
def test_a_long_line_of_anything_ends(char: str) -> None:
    text = char * 60_000
    assert len(clean(text)) > 0
