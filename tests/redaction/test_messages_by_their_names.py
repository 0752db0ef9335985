"""What people write in fields that are called so, beside errors, over several lines of a chat and of a block."""

import pytest
from amid import clean, clean_amid_many

GONE = [
    ('{"message_body":"see you at noon"}', ("see you at noon",)),
    ('message_body="see you at noon"', ("see you at noon",)),
    ("INFO message_body=see you at noon\n", ("see you at noon",)),
    ("message_body: see you at noon\n", ("see you at noon",)),
    ("messageBody='see you at noon'", ("see you at noon",)),
    ("ProfileName=Mara Kranz", ("Mara",)),
    ('"ProfileName": "Mara Kranz"', ("Mara",)),
    ("ProfileName=Mara+Kranz&Body=see+you&WaId=4917655503141", ("Mara", "see+you")),
    ('"verified_name": "Kranz Backwaren"', ("Kranz",)),
    ("verified_name=Kranz Backwaren\n", ("Kranz",)),
    ('verifiedName: "Kranz Backwaren"', ("Kranz",)),
    ('{"message_text":"see you at noon"}', ("see you at noon",)),
    ('text_body: "see you at noon"', ("see you at noon",)),
    ('chat_message="see you at noon"', ("see you at noon",)),
    ("sms_body=see you at noon\n", ("see you at noon",)),
    ('sms_text="see you at noon"', ("see you at noon",)),
    ('caption_text: "see you at noon"', ("see you at noon",)),
    ('inbound_message="see you at noon"', ("see you at noon",)),
    ("ERROR could not deliver to 4917655503141: text='see you at noon'", ("see you at noon",)),
    ('ERROR failed {"to":"4917655503141","text":"see you at noon"}', ("see you at noon",)),
    ('WARN send error from=+4917655503141 body="see you at noon" code=131026', ("see you at noon",)),
    ("ERROR webhook failed payload={'from': '4917655503141', 'body': 'see you at noon'}", ("see you at noon",)),
    (
        (
            "[12.03.24, 10:11:12] Mara K.: see you\n"
            "[12.03.24, 10:12:12] Paul B.: until then, bye\n"
            "[12.03.24, 10:13:00] Mara K.: fine\n"
        ),
        ("Mara", "Paul", "see you", "until then", "fine"),
    ),
    (
        "12/03/2024, 10:11 - Mara K.: see you\nat noon\n12/03/2024, 10:12 - Paul B.: until then\n",
        ("Mara", "Paul", "see you", "until then", "at noon"),
    ),
    (
        "text:\n  body: |\n    see you at noon\n\n    and bring the keys\n  preview_url: false\n",
        ("see you at noon", "bring the keys"),
    ),
    (
        (
            "messages:\n"
            '  - from: "4917655503141"\n'
            "    text:\n"
            "      body: >\n"
            "        see you at noon\n"
            "\n"
            "        and bring the keys\n"
            "    type: text\n"
        ),
        ("see you at noon", "bring the keys"),
    ),
    ('level=error msg="send failed" to=+4917655503141 content="see you at noon"', ("see you at noon",)),
    ('{"level":"error","msg":"send failed","to":"4917655503141","content":"see you at noon"}', ("see you at noon",)),
    (
        (
            '{"level":"error","message":"send failed","recipient":"+4917655503141","reply":"see you at '
            'noon","error":"timeout"}'
        ),
        ("see you at noon",),
    ),
    ('x {"level":"error","msg":"send failed","to":"+4917655503141","content":"see you at noon"}', ("see you at noon",)),
    ('level=warn msg="retry" to=+4917655503141 message="see you at noon"', ("see you at noon",)),
    ('{"level":"warn","msg":"retry","to":"+4917655503141","message":"see you at noon"}', ("see you at noon",)),
    ('level=error to=+4917655503141 message="rate limit hit"', ("4917655503141",)),
    ('{"level":"error","to":"+4917655503141","message":"rate limit hit","error":"131026"}', ("4917655503141",)),
    ('level=error msg="rate limit hit" to=+4917655503141 error="131026"', ("4917655503141",)),
    ('level=info content="application/json" to=+4917655503141', ("4917655503141",)),
    ("ERROR could not deliver to 4917655503141: error='timeout reached'", ("4917655503141",)),
    ('WARN send error to=+4917655503141 message="rate limit hit" code=131026', ("4917655503141",)),
]
STAYS = [
    "message_text = Text.from_markup(message) if use_markup else Text(message)\n",
    '"short_message": "see you at noon"',
    "<Mara> see you at noon\n<Paul> until then\n",
    "  message_body: if specified, this is appended to the request.\n",
    "    msg_body: A string providing more information about the error being raised.\n",
    ":param profile_name: Override usual Credentials section\n",
    "messageText:label=TEXT\n",
    "messageBody: Text,\n",
    "message_text = format_html(x)\n",
    'message_text="%s failed"',
    '"messageText": "ERR_NO_ROUTE"',
    'msg_text(buf, "x")',
    "chat_message: Message\n",
    "message_body_size=42",
    '{"message_body":null}',
    "message_body = request.body",
    '"short_message": "connection lost", "full_message": "x"',
    "ProfileName=default",
    "AWS ProfileName: production",
    '"verified_name": true',
    '"verified_name": null',
    "text:\n  body: |\n\nother: x\n",
    "def send(message_body):\n    return message_body\n",
    "message_body=%s",
    "message_body: str = Field(...)",
    '"message_body": "{{1}}"',
    "text_body: string",
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_what_somebody_wrote_goes(text: str, gone: tuple[str, ...]) -> None:
    alone = clean(f"{text}\n")
    assert [part for part in gone if part in alone] == []
    assert clean_amid_many(text) == alone.removesuffix("\n")


@pytest.mark.parametrize("text", STAYS)
def test_what_programs_say_stays(text: str) -> None:
    assert clean(f"{text}\n") == f"{text}\n"
    assert clean_amid_many(text) == text
