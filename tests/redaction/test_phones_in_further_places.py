"""Numbers of phones where words for them are weak, letters touch them, or only what is done with somebody tells."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"phones in further places: a key.")
LIKE_DATES = [
    ("Telefon 0458-06-13-77", "06-13"),
    ("tel: 0697.21.65.08", "21.65"),
    ('{"phone": "0987.26.17.13"}', "26.17"),
    ("?mobile=0557-24-85-71&lang=fr", "24-85"),
    ("<fax>0597-23-14-53</fax>", "23-14"),
    ("my number is 0698-27-81-05", "27-81"),
    ("phone_number: '23-46-1877'", "46-1877"),
    ("whatsapp number is 0627.15.748", "15.748"),
]
WEAK_WORDS = [
    ("cell 7345628", "734562"),
    ("Ann Roe, cell 73456281", "734562"),
    ("dial 7345628 from the lobby", "734562"),
    ("dial 734 5628", "5628"),
    ("Phone #: 73456281", "734562"),
    ("T: 7345628 (phone)", "734562"),
    ("mobiel 734 5628", "5628"),
    ("Call 734-5628 now", "5628"),
    ("reach me at 734-5628", "5628"),
    ("text us at 734 5628", "5628"),
    ("call 7345628 for questions", "734562"),
    ("call 23.7345.6281 again", "7345"),
    ("dial (684)-733-2745", "2745"),
    ("phone number is 734562", "734562"),
    ("Telefon 734562", "734562"),
    ("phone no. 734562", "734562"),
]
TOUCHED = [
    "收到+4915123456789的短信",
    "收到+49 151 23456789的短信",
    "收到004915123456789的短信",
    "已通知4915123456789",
    "客户4915123456789已退订",
    "4915123456789已上线",
    "給4915123456789回覆",
    "宛先+4915123456789へ返信",
    "4915123456789さんが退会",
    "발신4915123456789에서",
    "4915123456789님이 입장",
    "ส่งถึง+4915123456789แล้ว",
    "ส่งถึง4915123456789แล้ว",
    "أرسل إلى4915123456789 اليوم",
]
WITH_EXIT_CODE = [
    "for:004915123456789,retry",
    "member:004915123456789",
    "peer:0049-15123456789 is away",
    "wa.004915123456789.in",
    "num_004915123456789",
    "phone-004915123456789",
    "Teilnehmerca 00 49 15123 456789 fehlt",
]
MARKED_BESIDE_A_COUNT = [
    "https://wa.me/4915123456789 messages",
    "wa.me/4915123456789 bytes",
    "seen wa.me/4915123456789 times",
    "+4915123456789 ms",
    "+49 151 23456789 bytes",
]
BARE = [
    "num 4915123456789 moved to another carrier",
    "num=4915123456789",
    "120363040000000000@g.us: 4915123456789 was promoted",
    "denylist hit 4915123456789",
    "spam list hits: 4915123456789",
    "account 4915123456789 has been suspended",
    "verified account 4915123456789",
    "merge 4915123456789 into 4915123456780",
    "opted out: 4915123456789",
    "rozmowa z 4915123456789",
    "hovor s 4915123456789",
    "zmluva k 4915123456789",
    "bericht op 4915123456789",
    '{"contact":{"id":"4915123456789"}}',
    'update {"chat": {"type": "private", "id": "4915123456789"}} seen',
    '{"n": 1,\n "participant": {\n  "id": "4915123456789"\n }\n}',
    '<recipient id="4915123456789" lang="de"/>',
    "msgstore_4915123456789.crypt15",
    "4915123456789.db.crypt14",
    "device-list-4915123456789.json",
    "lid-mapping-4915123456789.json",
    "wrote sender-key-4915123456789",
]
RECIPIENTS = [
    ("recipient 7345628 is not on it", "7345628"),
    ("recipient: 73456281", "73456281"),
    ("recipient=7345628 status=failed", "7345628"),
    ('{"recipient": "73456281"}', "73456281"),
    ("no ack from recipient 734-5628", "5628"),
    ("recipient 7345-6281", "6281"),
    ("recipient 7345628 gets an answer", "7345628"),
]
OTHERS = [*TOUCHED, *WITH_EXIT_CODE, *MARKED_BESIDE_A_COUNT, *BARE]
ALL = [*LIKE_DATES, *WEAK_WORDS, *RECIPIENTS, *((text, "23456") for text in OTHERS)]


@pytest.mark.parametrize(("text", "left"), ALL)
def test_a_number_goes(text: str, left: str) -> None:
    clean = REDACTOR.redact_text(text).text
    assert left not in clean
    assert "[phone:" in clean
    assert REDACTOR.redact_text(clean).text == clean


def test_every_number_is_found_by_its_heads_alone() -> None:
    large = Redactor.from_file()
    large.redact_text("2026-11-23 job is up\n" * 60_000)  # heads are used from here on
    assert not [text for text, left in ALL if left in large.redact_text(text).text]


@pytest.mark.parametrize(
    "text",
    [
        '  "contact": {\n    "id": "4915123456789"\n  }\n',
        '{"sender": {"id": "4915123456789"}}\n',
        "客户4915123456789已退订\n",
        "peer:004915123456789\n",
    ],
)
def test_a_number_is_found_in_a_large_text_too(text: str) -> None:
    filler = "2026-11-23 job is up\n" * 60_000
    assert "23456" not in REDACTOR.redact_text(f"{filler}{text}").text


@pytest.mark.parametrize(
    "text",
    [
        "phone: 2026-11-23",
        "recipient 20261123 08:45",
        "recipient 2345678 of 3000000",
        "recipient 7345628/9000000",
        "recipient: 73456281 bytes",
        "last recipient: 7345628 ms",
        "recipients: 7345628",
        "recipient_count=7345628",
        "caller 23.11.2026 08:45",
        "mobile since 11/23/2026",
        "cell 73456281 is full",
        "moved to cell 7345628",
        "cell 734562",
        "phone 734562",
        "sms 734562",
        "mobile is 734562 users",
        "please call 400-1000 users",
        "dial 30000000 ns",
        "called at 4915123456",
        "seq:004915123456789",
        "offset_004915123456789",
        "part-004915123456789.parquet",
        "12:004915123456789",
        "0.004915123456789",
        "+733612345 bytes",
        "https://wa.me/message/4915123456",
        "account 4915123456789: 3 entries",
        "account 4915123456789 was debited",
        "cache hit 4915123456789",
        "row z 4915123456789",
        "finished in 4915123456789",
        '{"order":{"id":"4915123456789"}}',
        '{"contact":{"id":4915123456789}}',
        '<order id="4915123456789"/>',
        '"chat": {"type": "x"},\n"id": 4915123456789',
        "é4915123456789",
        "я4915123456789",
    ],
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
