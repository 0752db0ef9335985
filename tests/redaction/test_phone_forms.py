"""Phone numbers as people of many countries write them, and numbers that are none."""

from urllib.parse import quote

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"phone forms have their own key..")


@pytest.mark.parametrize(
    ("text", "left"),
    [
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
    ],
)
def test_a_number_goes_however_it_is_written(text: str, left: str) -> None:
    clean = REDACTOR.redact_text(text).text
    assert left not in clean
    assert "[phone:" in clean
    assert REDACTOR.redact_text(clean).text == clean


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
    ],
)
def test_a_number_that_is_no_phone_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
