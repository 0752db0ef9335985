"""Numbers of devices and subscribers, lists of numbers, and names and fields in capitals and other letters."""

import pytest
from amid import clean, clean_amid_many

GONE = [
    ("imei: 356938035643809", ("356938035643809",)),
    ("IMEI=356938035643809", ("356938035643809",)),
    ("imsi=262011234567890", ("262011234567890",)),
    ('{"imsi":"262011234567890","imei":"356938035643809"}', ("262011234567890", "356938035643809")),
    ("IMEI 35-693803-564380-9", ("564380",)),
    ("iccid: 8949020000000000007", ("8949020000000000007",)),
    ("meid=A10000009296F2", ("A10000009296F2",)),
    ('phone numbers:\n  - "01765550314"\n  - "01765550315"\n', ("01765550314", "01765550315")),
    ('phone_numbers:\n  - "01765550314"\n  - 01765550315\n', ("01765550314", "01765550315")),
    ("mobile numbers:\n- 0176 5550314\n- 0176 5550315\n", ("5550314", "5550315")),
    ("Telefonnummern:\n  - '01765550314'\n", ("01765550314",)),
    ("PGUSER \u00d6mer42\n", ("Ömer42",)),
    ("DB_USER=\u00d6mer42\n", ("Ömer42",)),
    ("user=\u0418\u0432\u0430\u043d42\n", ("Иван42",)),
    ("ls ~\u00d6mer42/x\n", ("Ömer42",)),
    ("/home/\u00f6mer42/x\n", ("ömer42",)),
    ("Login failed for user '\u00d6mer42'", ("Ömer42",)),
    ('MESSAGES:\n  - FROM: "4917655503141"\n    TEXT:\n      BODY: see you at noon\n', ("see you at noon",)),
    ("\u041f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044c: mkranz42\n", ("mkranz42",)),
    ("\u041f\u041e\u041b\u042c\u0417\u041e\u0412\u0410\u0422\u0415\u041b\u042c: mkranz42\n", ("mkranz42",)),
    ("\u041f\u0410\u0420\u041e\u041b\u042c: tulips9-Q\n", ("tulips9-Q",)),
    ("\u041f\u0430\u0440\u043e\u043b\u044c: tulips9-Q\n", ("tulips9-Q",)),
    ("\u0422\u0415\u041b\u0415\u0424\u041e\u041d: 89165550314\n", ("89165550314",)),
    ("uzytkownik=mkranz42\n", ("mkranz42",)),
    ("kayttaja: mkranz42\n", ("mkranz42",)),
    ("kayttajatunnus=mkranz42\n", ("mkranz42",)),
    ("anvandare=mkranz42\n", ("mkranz42",)),
    ("db_admin=mkranz42\n", ("mkranz42",)),
    ("admin: mkranz42\n", ("mkranz42",)),
    ("maintainer: mkranz42\n", ("mkranz42",)),
    ('"administrator": "mkranz42"', ("mkranz42",)),
    ("hote=db7.firma7.de\n", ("db7.firma7.de",)),
    ("h\u00f4te: db7.firma7.de\n", ("db7.firma7.de",)),
    ("instance_name=db7-prod.firma7.de\n", ("db7-prod.firma7.de",)),
    ('"cluster_address": "db7.firma7.de"', ("db7.firma7.de",)),
    ("dns_list: db7.firma7.de\n", ("db7.firma7.de",)),
    ("nombre_usuario=mkranz42\n", ("mkranz42",)),
]
STAYS = [
    "hote_name: db7-prod1\n",
    "imei: unknown",
    "imei_check=true",
    "imsi attach took 356938 ms",
    "imei: 0",
    "phone numbers:\n  - none\n",
    "phone numbers:\n  - total: 12\n",
    "MESSAGES: 42\n",
    "admin: true\n",
    "admin: 8001\n",
    "admin: enabled\n",
    "admin_password_set: yes\n",
    "instance_name=orders\n",
    "instance_name: main\n",
    "hote: localhost\n",
    "uid=1000 imei=none",
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_it_goes_however_it_is_written(text: str, gone: tuple[str, ...]) -> None:
    alone = clean(f"{text}\n")
    assert [part for part in gone if part in alone] == []
    assert clean_amid_many(text) == alone.removesuffix("\n")


@pytest.mark.parametrize("text", STAYS)
def test_what_only_looks_so_stays(text: str) -> None:
    assert clean(f"{text}\n") == f"{text}\n"
    assert clean_amid_many(text) == text
