"""Numbers of phones in fields, columns and listings of many languages and programs, and what stands beside them."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"phone fields have their own key.")

NUMBER = "3473891845"
FIELDS = [
    'Lead {{ id: 17, phone: Some("{}"), retries: 3 }}',
    'Lead{{Phone:sql.NullString{{String:"{}", Valid:true}}, N:3}}',
    "mobile: Optional[{}]",
    '{{phone,<<"{}">>}}',
    '<<"phone">> => <<"{}">>',
    'phone = Just "{}"',
    'phone := "{}"',
    "phone=u'{}'",
    "('phone', '{}')",
    '["phone"]=>\n  string(10) "{}"',
    "'phone' =>\n    string '{}' (length=10)",
    'phone_numbers {{\n  value: "{}"\n  kind: MOBILE\n}}',
    "<phone><value>{}</value></phone>",
    '<phone type="mobile">\n  <number>{}</number>\n</phone>',
    "phones:\n  - {}\n  - 12",
    'contact:\n  phone:\n    - type: mobile\n      value: "{}"',
    '"phone": {{"stringValue": "{}"}}',
    '1) "phone"\n2) "{}"\n3) "plan"',
    "Duplicate entry '{}' for key 'users.phone'",
    '<meta property="og:phone_number" content="{}">',
    "phone|{}|x",
    "Phone ........ {}",
    "Phone          {}",
    "phone (E.164): {}",
    "phone={{{}}}",
    "msisdn[{}] is barred",
    'a:1:{{s:6:"mobile";s:10:"{}";}}',
    "Mobile\n{}\nName\nJane",
    "key,value\nphone_number,{}\nplan,7",
    "DELETE /v1/phones/{} HTTP/1.1",
    "whatsapp -> {}",
    "mobile^{}^2",
    "WHERE wa_id LIKE '{}%'",
    "java -Dcaller_id={} -jar x.jar",
    "- name: wa_id\n  value: {}",
    '{{"name":"recipient","value":"{}"}}',
    '<add key="subscriber" value="{}"/>',
    "sender: {}",
    "contact {} is blocked",
    "e164={}",
    "recording of phone_0{}.ogg",
    "Phone Number:\n  - {}",
]
COLUMNS = [
    "id;ime;broj telefona\n7;Ana;{}\n",
    "id;nazwisko;numer telefonu\n7;Nowak;{}\n",
    "id,jina,namba ya simu\n7,Juma,{}\n",
    "id,नाम,मोबाइल नंबर\n7,राम,{}\n",
    "id,ชื่อ,เบอร์โทรศัพท์\n7,Nok,{}\n",
    "id,tên,số điện thoại\n7,Lan,{}\n",
    "id,name,phone (mobile)\n7,Ann,{}\n",
    "INSERT INTO leads (id, broj_telefona) VALUES (4, '{}');",
    "INSERT INTO leads (id, recipient) VALUES (4, '{}');",
    "id,wa_id,x\n7,{},1\n",
    "id\tsubscriber\tx\n7\t{}\t1\n",
]
SENTENCES = [
    "เบอร์ติดต่อ: {}",
    "SĐT khách: {}",
    "номер телефона клиента: {}",
    "ग्राहक का फ़ोन नंबर: {}",
    "Missed call from {}",
    "SMS sent to {}",
    "dialing {}",
    "llamada perdida del {}",
    "SMS отправлено на {}",
    "拨打 {}",
]


@pytest.mark.parametrize("form", [*FIELDS, *COLUMNS, *SENTENCES])
def test_a_number_goes_that_is_named_as_one(form: str) -> None:
    clean = REDACTOR.redact_text(form.format(NUMBER)).text
    assert "347389" not in clean
    assert "[phone:" in clean
    assert REDACTOR.redact_text(clean).text == clean


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bel de klant terug op 33 2306 8498 s.v.p.", "8498"),
        ("Der Kunde ist unter 33 2306 8498 erreichbar", "8498"),
        ("Müşteriyi 33 2306 8498 numarasından arayın", "8498"),
        ("[worker-4915123456789] took job 17", "49151"),
        ("encrypt([4915123456789:3, 4915123456780:0])", "49151"),
        ("added <73000:4915123456789> <0>", "49151"),
        ("mqtt sms.4915123456789.status", "49151"),
        ("==> Parameters: 4915123456789(String), 3(Integer)", "49151"),
        ("ValueError: 4915123456789 is not valid", "49151"),
        ('sendMessage(4915123456789, "hi")', "49151"),
        ("encrypting for 4915123456789.0:17", "49151"),
        ("session 4915123456789:2 was reset", "49151"),
        ("Error: 4915123456789 is not a user of WhatsApp", "49151"),
        ("uid=4915123456789,ou=people,dc=shop", "49151"),
        ("IMG-20261102-4915123456789.jpg", "49151"),
        ("partition 3 key 4915123456789 offset 17", "49151"),
        ("presence 0612345678 is on", "345678"),
        ("your code was sent to 0612345678", "345678"),
        ("The number 0612345678 is not registered", "345678"),
        ("reply from <0612345678> dropped", "345678"),
        ("Absender: 0612345678", "345678"),
        ("source_addr=0612345678 esm_class=0", "345678"),
        ("sendTextMessage(0612345678, null)", "345678"),
        ("https://wa.me/0612345678?text=hi", "345678"),
        ('AT+CMGS="0612345678"', "345678"),
    ],
)
def test_a_number_goes_that_something_is_done_with(text: str, left: str) -> None:
    assert left not in REDACTOR.redact_text(text).text


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("phone: 0151 2345678 2026-03-02 10:11", " 2026-03-02 10:11"),
        ("+49 30 1234567 2026-03-02", " 2026-03-02"),
        ("caller 0612345678 12:30:44 answered", " 12:30:44 answered"),
        ("7\tAnn\tphone 01125473400\t2026-03-02", "\t2026-03-02"),
    ],
)
def test_a_day_and_a_time_behind_a_number_stay(text: str, behind: str) -> None:
    assert REDACTOR.redact_text(text).text.endswith(f"]{behind}")


@pytest.mark.parametrize(
    "text",
    [
        'phone_model="SM-G991B1234567"',
        "phone_verified_at: 1772446272",
        "n_tup_ins: 33612345678",
        "flags=33612345678",
        "pedido nº 33612345678",
        "SMS sent to 12000000 users",
        "номер строки: 12345678",
        "id,ชื่อ,จำนวน\n7,nok,12345678\n",
        "caller: main.go:1203456",
        "name,orders,total\na,33612345678,17\n",
        "day;bytes;ms\n2026-03-02;33612345678;17\n",
        "| Handler | Rows |\n|---------|------|\n| x | 33612345678 |\n",
        "[worker-1772446272] took job 17",
        "mobile,12345678\ndesktop,33612345\n",
        "recipient=batch-33612345678",
        "contact 1772446272",
        '{"name":"sender","value":"3.14159265358979"}',
        "phone\n12\n",
        '"PhoneNumber": "379361843b5e8a3d"',
        "x = 5583548873 + 2465133864j",
        "33374693352, -143034400080, 446982500250",
        "m = matrix([ 685800658,  120261497, 2694012896])",
        "rng = default_rng(527484872345)",
        "from 0123456789abcdef to 0x1",
        "part 1 of 0123456789",
        "for 0123456.789 s",
        "order number 0612345678901",
        "phone[12345]",
        "order_numbers: [33612345678, 33612345679]",
        "caller_id=main.go:1203456",
        "sms_1772446272.json",
        "phone_number_id: 106540352242922",
        "whatsapp_business_account_id=102290129340398",
    ],
)
def test_what_only_stands_in_such_a_place_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Nom;T\u00e9l\nA;06 12 34 56 78\nB;06 12 34 56 79\n",
        '"value": "0612345678",\n"key": "phone"\n',
        '"phone": {"type": "x",\n "raw": "0612345678"}\n',
        'phone eq "0612345678"\n',
        "recording of phone_0612345678.ogg\n",
        "recipient 0612345678 is unknown\n",
        "numbers like '0612345678%'\n",
        "- name: sender\n  value: '0612345678'\n",
        "Phone\n0612345678\n",
    ],
)
def test_a_field_is_found_in_a_large_text_too(text: str) -> None:
    filler = "2026-11-23 job is up\n" * 60_000
    clean = REDACTOR.redact_text(f"{filler}{text}").text
    assert "345678" not in clean.replace(" ", "")
    assert "34 56 7" not in clean


def test_every_field_is_found_by_its_heads_alone() -> None:
    large = Redactor.from_file()
    large.redact_text("2026-11-23 job is up\n" * 60_000)  # heads are used from here on
    left = [form for form in [*FIELDS, *COLUMNS, *SENTENCES] if "347389" in large.redact_text(form.format(NUMBER)).text]
    assert not left


@pytest.mark.parametrize("piece", ["sms: mobile: phone: tel: fax: ", "phone=(((", "phone { a: b, ", "4915123456789,"])
def test_a_hostile_text_of_many_names_ends(piece: str) -> None:
    assert REDACTOR.redact_text(piece * 1_000).text
