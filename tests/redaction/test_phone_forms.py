"""Phone numbers as people of many countries write them, and numbers that are none."""

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
    ],
)
def test_a_number_that_is_no_phone_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
