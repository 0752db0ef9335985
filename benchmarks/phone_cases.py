"""Phone numbers of every region in the forms, fields and sentences in which logs have them, and in ids of messages."""

# ruff: noqa: E501  a template is read in one piece
from __future__ import annotations

import base64
import json
import random
import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from benchmarks.cases import Case

Number = tuple[str, str, str]
"""E.164 digits, international and national form."""

FORMS: dict[str, Callable[[str, str, random.Random], str]] = {
    "plus": lambda e164, _, __: f"no route to +{e164} yet",
    "plus, spaced": lambda _, spaced, __: f"call from {spaced} ended after 12 s",
    "plus, dashed": lambda _, spaced, __: f"caller {spaced.replace(' ', '-')} hung up",
    "plus, dotted": lambda _, spaced, __: f"dialled {spaced.replace(' ', '.')} twice",
    "exit code 00": lambda e164, _, __: f"dialled 00{e164} at 12:20:42",
    "tel: address": lambda _, spaced, __: f"<a href=\"tel:{spaced.replace(' ', '-')}\">",
    "key=value": lambda e164, _, draw: f"{draw.choice(('wa_id', 'phone', 'msisdn', 'recipient_id'))}={e164} queued",
    "JSON string": lambda e164, _, draw: json.dumps({draw.choice(("wa_id", "to", "from", "phone_number")): e164, "n": 3}),
    "JID": lambda e164, _, draw: f"upsert {e164}@{draw.choice(('s.whatsapp.net', 'c.us'))} done",
    "group id": lambda e164, _, draw: f"left {e164}-14{draw.randrange(10**8):08}@g.us",
    "percent-encoded": lambda e164, _, __: f"GET /v1/contacts?to=%2B{e164} 200",
    "percent-encoded twice": lambda e164, _, __: f"GET /?next={quote(quote('/c?to=+' + e164))} 302",
    "HTML entity": lambda e164, _, __: f"<td>&#43;{e164}</td>",
    "JSON escape": lambda e164, _, __: f'{{"msg": "to \\u002b{e164} failed"}}',
    "full-width": lambda e164, _, __: f"to {_wide('+' + e164)} failed",
    "Arabic digits": lambda e164, _, __: "to +" + "".join(chr(0x660 + int(d)) for d in e164) + " failed",
    "zero-width between": lambda e164, _, __: "to +" + "\u200b".join(e164) + " failed",
    "no-break spaces": lambda _, spaced, __: f"to {spaced.replace(' ', chr(0xA0))} failed",
    "base64": lambda e164, _, __: "payload " + base64.b64encode(f"to=+{e164}&n=1".encode()).decode(),
}  # fmt: skip
BARE = (
    "forward to {} failed", "contact {} blocked us", "no session for {}", "sent template to {}", "opt-in of {} recorded",
    "{} is not on the allow list", "message for {} expired", "retry {} in 30 s", "customer {} asked again",
    "chat with {} archived", "skipping {}: unknown", "user {} signed in",
)  # fmt: skip
TOLD = (
    "phone: {}",
    "mobile {}",
    "Tel. {}",
    "fax {}",
    "call me at phone {}",
    "whatsapp: {}",
    "msisdn {}",
    '"phone": "{}"',
    '{{"customerPhone": "{}", "n": 3}}',
    "caller {} hung up",
    "name,phone\njane,{}\n",
    "TEL;TYPE=WORK,VOICE:{}",
    'name="phone" value="{}"',
    '{{"phones": [{{"type": "home", "number": "{}"}}]}}',
    "WhatsApp number {}",
    "puhelin: {}",
    "Телефон: {}",
    "số điện thoại: {}",
    "☎ {}",
    "MobilePhone: ({})",
    "Tel. privat: {}",
    "phones: 030 1234567, {}",
    "caller {} (12 s)",
    "Kontakttelefon: {}",
    '{{"phoneHome": "{}"}}',
    "Telefonnummer der Kundin: {}",
    "[phone] => {}",
    '{{"workPhone": {{"number": "{}"}}}}',
    '<TelephoneNumber type="work">{}</TelephoneNumber>',
    "numero de telefone: {}",
    "callto:{}",
    "viber:{}",
    "meine neue Nummer ist {}",
    "unter der Nummer {} zu erreichen",
    "Name,Handynummer\nIna,{}\n",
    "id;celular;ciudad\n7;{};Cali\n",
    "calldate,src,dst,duration\n2026-11-23,{},201,59\n",
    "id,Phone 1 - Value\n7,{}\n",
    "INSERT INTO people (id, phone) VALUES (7, '{}');",
    "<tr><th>Phone</th><td>{}</td></tr>",
    "- **Phone**: {}",
    "contact number on file: {}",
    'Lead {{ phone: Some("{}"), n: 3 }}',
    'phones {{\n  value: "{}"\n}}',
    '1) "phone"\n2) "{}"\n',
    "mobile: Optional[{}]",
    "<phone><number>{}</number></phone>",
    "id;ime;broj telefona\n7;Ana;{}\n",
    "id,\u0e0a\u0e37\u0e48\u0e2d,\u0e40\u0e1a\u0e2d\u0e23\u0e4c\u0e42\u0e17\u0e23\n7,Nok,{}\n",
    "\u0e40\u0e1a\u0e2d\u0e23\u0e4c\u0e15\u0e34\u0e14\u0e15\u0e48\u0e2d: {}",
    "\u043d\u043e\u043c\u0435\u0440 \u0442\u0435\u043b\u0435\u0444\u043e\u043d\u0430 \u043a\u043b\u0438\u0435\u043d\u0442\u0430: {}",
    "phone: {} 2026-11-23 08:45",
)


def phone_numbers(draw: random.Random) -> Iterator[Number]:
    """Yield numbers of every region: E.164 digits, international and national form."""
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE):
            example = phonenumbers.example_number_for_type(region, kind)
            if example is None:
                continue
            for _ in range(40):
                tail = f"{draw.randrange(10**4):04}"
                digits = str(example.national_number)[:-4] + tail
                number = phonenumbers.PhoneNumber(country_code=example.country_code, national_number=int(digits))
                if phonenumbers.is_valid_number(number):
                    yield (
                        phonenumbers.format_number(number, PhoneNumberFormat.E164)[1:],
                        phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
                        phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
                    )
                    break


def phone_cases(numbers: list[Number], draw: random.Random) -> Iterator[Case]:
    """Yield numbers in every form, bare and beside words that say what they are."""
    for form, write in FORMS.items():
        for e164, spaced, _ in draw.sample(numbers, 60):
            yield Case("phones, marked", form, write(e164, spaced, draw), digits=e164, detector="phone")
    long_ones = [number for number in numbers if len(number[0]) >= 10]
    for context in BARE:
        for e164, _, _ in draw.sample(long_ones, 30):
            yield Case("phones, bare", context, context.format(e164), digits=e164, detector="phone")
    for context in TOLD:
        for _, _, national in draw.sample(numbers, 40):
            digits = re.sub(r"\D", "", national)
            yield Case("phones, national", context, context.format(national), digits=digits, detector="phone")


def message_ids(numbers: list[Number], draw: random.Random) -> Iterator[Case]:
    """Yield the ids of messages that hold the number of who gets them."""
    for e164, _, _ in numbers:
        yield Case(
            "message ids", "on-premises", f"status of {_bcd(e164, draw)} is read", digits=e164, detector="message-id"
        )
        yield Case(
            "message ids", "wamid", f'{{"id": "wamid.{_cloud(e164, draw)}"}}', digits=e164, detector="message-id"
        )


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in text)


def _bcd(digits: str, draw: random.Random) -> str:
    odd = len(digits) % 2
    body = bytes([0x80, 0x11, 0x80 * odd | (len(digits) + odd) // 2]) + bytes.fromhex(digits + "f" * odd)
    return base64.urlsafe_b64encode(body + b"\x02\x09" + draw.randbytes(8)).decode().rstrip("=")


def _cloud(digits: str, draw: random.Random) -> str:
    body = bytes([0x1C, 0x18, len(digits)]) + digits.encode() + b"\x15\x02\x00\x11\x18\x12"
    return base64.b64encode(body + draw.randbytes(9).hex().upper().encode() + b"\0").decode()
