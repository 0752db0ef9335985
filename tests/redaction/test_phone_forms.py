"""Phone numbers as people of many countries write them, and numbers that are none."""

from urllib.parse import quote

import pytest

from collector import Redactor
from collector.redaction.detector import Options
from collector.redaction.detectors.phone import DETECTOR
from collector.redaction.head_patterns import head_of
from collector.redaction.heads import WORTH_COMPILING, Heads

REDACTOR = Redactor.from_file(key=b"phone forms have their own key..")


WRITTEN = [
    ("mob 07911 123456", "123456"),
    ("contact no.: 07911 123456", "123456"),
    ("tél. 06 12 34 56 78", "34 56"),
    ("teléfono 612 34 56 78", "34 56"),
    ("celular 5512345678", "55123"),
    ("nomor hp 0812-3456-7890", "3456"),
    ("телефон: 8 (916) 123-45-67", "123-45"),
    ("手机号13812345678", "13812"),
    ("手机：138 1234 5678", "1234"),
    ("電話番号 090-1234-5678", "1234"),
    ("رقم الهاتف 0501234567", "050123"),
    ("call 415.555.2671", "555"),
    ("call 1-415-555-2671", "555"),
    ("+49·151·23456789", "23456"),
    ('{"recipients": [4915123456789]}', "49151"),
    ('{"national_number": 15123456789}', "15123"),
    ("4915123456789_image.jpg", "49151"),
    ("/srv/export/4915123456789.json", "49151"),
    ('{"customerPhone": "0151 2345678"}', "2345"),
    (
        '{"phones": [{"type": "home", "number": "0151 2345678"}, {"type": "work", "number": "030 1234567"}]}',
        "34567",
    ),
    ("name;mobile;city\nAnn;0151 2345678;Bonn\nBo;030 1234567;Ulm", "34567"),
    ("NAME   PHONE          SEEN\nann    0151 2345678   3", "2345"),
    ("TEL;TYPE=WORK,VOICE:0151 2345678", "2345"),
    ('Content-Disposition: form-data; name="phone"\n\n0151 2345678\n--', "2345"),
    ('<input name="phone" value="0151 2345678">', "2345"),
    ('<a href="tel:01512345678">0151 2345678</a>', "2345"),
    ('<gsm messageId="x">4915123456789</gsm>', "49151"),
    ("<destinationAddress>4915123456789</destinationAddress>", "49151"),
    ("From: <sip:01512345678@10.0.0.2>", "2345"),
    ("channel PJSIP/4915123456789-0000001a up", "49151"),
    ("please call 0151 2345678", "2345"),
    ("Phone number (mobile): 0151 2345678", "2345"),
    ("Телефон: 8 (916) 123-45-67", "123"),
    ("telefon numarası: 0501 236 01 79", "236"),
    ("โทร. 081 230 7469", "230"),
    ("opt-out: 4915123456789", "49151"),
    (f"to={quote('４９１５１２３４５６７８９')}", "%EF%BC%94"),
    ('{"emergencyContactPhone": "0151 2345678"}', "2345"),
    ("tlf. 40 61 22 10", "61 22"),
    ("submit_sm source_addr=4915123456789 ton=1", "49151"),
    ("M: 0151 2345678 | T: 030 1234567", "34567"),
    ("phones: 030 1234567, 0151 2345678", "2345678"),
    ("Tel: 030 1234567 / 0151 2345678", "2345678"),
    ("Tel. privat: 0151 2345678", "2345"),
    ("\u260e 0151 2345678", "2345"),
    ("mobilePhone: (0151 2345678)", "2345"),
    ("Anruf von 0151 2345678 (12 s)", "2345"),
    ("SMS an 0151 2345678 gesendet", "2345"),
    ("merci de me rappeler au 06 12 34 56 78", "34 56"),
    ("ll\u00e1mame al 612 34 56 78", "34 56"),
    ('Remote-Party-ID: "4915123456789" <sip:x@10.0.0.5>', "49151"),
    ("Cep: 0501 236 01 79", "236"),
    ("Kontakttelefon 0151 2345678", "2345"),
    ('{"phoneHome": "0151 2345678", "phoneWork": "030 1234567"}', "34567"),
    ("Telefonnummer der Kundin: 0151 2345678", "2345"),
    ("[phone] => 01512345678", "2345"),
    ('{"workPhone": {"number": "0151 2345678"}}', "2345"),
    ('<TelephoneNumber type="work">(030) 1234567</TelephoneNumber>', "34567"),
    ("WHERE phone LIKE '%15123456789%'", "23456"),
    ("WHERE phone IN ('01512345678', '0301234567')", "34567"),
    ("Direct line: 0151 2345678", "2345"),
    ("Contato: (11) 96123-4567", "96123"),
    ("Contact: 9812345670", "98123"),
    ("meine neue Nummer ist 0151 2345678", "2345"),
    ("mi n\u00famero es 612 34 56 78", "34 56"),
    ("calls from 0151 2345678 are spam", "2345"),
    ("suna\u021bi la 0712 345 678", "345"),
    ("\u624b\u673a\u53f7\u7801\u662f13812345678", "13812"),
    ("DAHDI/g1/01512345678 is busy", "2345"),
    ("exten => 01512345678,1,Dial(PJSIP/200)", "2345"),
    ("ConnectedLineNum: 4915123456789", "49151"),
    ('<param name="caller_id_number" value="01512345678"/>', "2345"),
    ("Processing Ann <01512345678>->0301234567 in context public", "34567"),
    ('+CNUM: "Own","01512345678",129', "2345"),
    ("ATD01512345678;", "2345"),
    ("route 01512345678@10.0.0.5:5060 chosen", "2345"),
    ("callto:01512345678", "2345"),
    ("Ann Roe | T 0151 2345678 | M 0171 2345678", "2345"),
    ("(m) 0151 2345678", "2345"),
    ("dialled 011 49 151 23456789", "23456"),
    ("GET /search?q=%28415%29+555-2671", "555"),
    ("SCCP called address: 4915123456789", "49151"),
    ("s3://calls/4915123456789/2026-11-23.mp3", "49151"),
    ('<call number="01512345678" duration="33" />', "2345"),
    ("support_number: 030 1234567", "34567"),
    ("<Number>01512345678</Number>", "2345"),
    ('<condition field="destination_number" expression="^4915123456789$">', "49151"),
    ("mobiel nummer 06 12345678", "345678"),
    ("unter der Nummer 0151 2345678 zu erreichen", "2345"),
    ("mi chiami al 312 345 6789", "345"),
    ("me liga no (11) 96123-4567", "96123"),
    ("Звоните по номеру 8 (916) 123-45-67", "123-45"),
    ('array(1) { ["phone"]=> string(11) "01512345678" }', "2345"),
    ("cel 321 1234567", "34567"),
    ("voicemail_01512345678.wav", "2345"),
    ('{"from": "82331130"}', "82331130"),
    ("fax num\u00e9ro 04 12 34 56 78", "34 56"),
    ("call +4989-1234567", "4567"),
    ("Duplicate entry '4915123456789' for key '_'", "49151"),
    ("user +4915123456789 removed", "49151"),
    ("+4915123456789 messages are queued", "49151"),
    ("4915123456789 removed from group", "49151"),
    ("phone 0151 2345678 views the status", "2345"),
    ("mensaje enviado a 4915123456789", "49151"),
    ("08:45:12|sent|4915123456789|OK", "49151"),
    (" to ".join(["hops: 4915123456789", *["4915123456780"] * 600]), "49151"),
]


@pytest.mark.parametrize(("text", "left"), WRITTEN)
def test_a_number_goes_however_it_is_written(text: str, left: str) -> None:
    clean = REDACTOR.redact_text(text).text
    assert left not in clean
    assert "[phone:" in clean
    assert REDACTOR.redact_text(clean).text == clean


def test_every_form_stands_beside_one_of_its_heads() -> None:
    texts = [text for text, _ in WRITTEN]
    joined = "\n".join(texts) + "\n"
    groups = [
        [head if isinstance(head, str) else head_of(head) for head in form.heads(Options())] for form in DETECTOR.forms
    ]
    listed = Heads(lambda: groups).lines(joined + "no number\n" * (WORTH_COMPILING // 10))
    assert listed is not None
    for form, lines in zip(DETECTOR.forms, listed, strict=True):
        seen = form.around(joined, [line for line in lines if line[0] < len(joined)])
        for hit in form.find(joined, Options()):
            assert any(start <= hit.start and hit.end <= end for start, end in seen), joined[hit.start - 30 : hit.end]


@pytest.mark.parametrize(
    "text",
    [
        "20261123084512.log",
        "wacore-1795423512345.log",
        "1795423512345.json",
        "mob of 20 clients",
        "версия 8.916.123",
        "release 415.555.26",
        '{"sizes": [4915123456789]}',
        "sequence number 4915123456789",
        "memory: 49151234567 / 49151234567",
        "arn:aws:iam::491512345678:role/x",
        "hotel 1234567 rooms",
        "max_wal=33612345100",
        "cep: 01310-100",
        "T: 12.5 C",
        "C: 0123 4567 89ab",
        "sms: 91454 / 312472",
        "erreichbar unter 192.168.100.100:8080",
        "Nachricht von 2026-03-04 11:02:33",
        "copied from 4915123, 4915124",
        "order no. 4915123456789 cancelled",
        "Rechnungsnummer 4915123456789",
        "num\u00e9ro de facture 4915123456789",
        "\u043d\u043e\u043c\u0435\u0440 \u0437\u0430\u043a\u0430\u0437\u0430: 4915123456789",
        '{"customer_id": "4915123456789"}',
        "GET /orders/4915123456789 200",
        "| Bytes_received   | 4915123456789  |",
        "-rw-r--r-- 1 root root 4915123456 Nov 23 08:45 core.1",
        "java 411 root 12u IPv4 4915123456 0t0 TCP",
        "4915123456 4096 /srv/x",
        "o=- 4915123456 4915123457 IN IP4 10.0.0.5",
        "Timeticks: (4915123456) 12 days",
        "the limit is 4915123456",
        "Duplicate entry '4915123456' for key 'orders.PRIMARY'",
        "from offset 1234567 to 4915123456",
        "wrote 4915123456 to 4915123456 kB",
        "-4915123456",
        "\u00a549151234567",
        "49151234 of the shortest",
        "parcel 4915123456789 is out",
        "a=4915123456;b=4915123457",
        "phone_model: 1234567890",
        "whatsapp messages today: 12345678",
        "mobile release of 23-11-2026",
        "bind port: 0.0.0.0/0.0.0.0:3888",
        "invoice number: 0123456789",
        "081110 011352 5321 INFO started",
        "DE\t+5230+01322\tEurope/Berlin, IE\t+5320-00615",
        "ksh (<< 93u+20120801-3)",
        '{"user_id": 4915123456789}',
        "Bestellnummer 4915123456789",
        "rows 4915123456 to 4915123457 rows",
        "seen [9742658827, 9999999999]",
        "phone calls: 12345678",
        "cell 43326437 is empty",
        "sms id 4915123456789",
        "oldest xmin: 4915123456",
        "[sda] 4915123456 512-byte logical blocks",
    ],
)
def test_a_number_that_is_no_phone_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
