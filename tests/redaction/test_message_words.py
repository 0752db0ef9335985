"""What people say goes from payloads in the notation of any language, and from nothing else."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"message words have their own key")
PAYLOADS = [
    "recv map[from:x text:map[body:{}] type:text]",
    "payload=&{{Type:text Text:{{Body:{}}} Timestamp:1772446272}}",
    "Message{{type=text, text=Text{{body={}}}, timestamp=1772446272}}",
    "Message(id='x', text=Text(body='{}'), type='text')",
    'Text {{ body: "{}" }}, ok',
    '7;"{{""text"":{{""body"":""{}""}},""type"":""text""}}";ok',
    "<td>{{&quot;text&quot;:{{&quot;body&quot;:&quot;{}&quot;}}}}</td>",
    "[text] => Array\n        (\n            [body] => {}\n        )",
    '["text"]=>\n  array(1) {{\n    ["body"]=>\n    string(8) "{}"\n  }}',
    "interactive:{{type:list_reply list_reply:{{id:r1 title:{} description:no}}}}",
    "contacts:[{{Profile:{{Name:{}}} WaID:x}}]",
    'received message:{{conversation:"{}"}} x:{{n:1}}',
    "{{Sender:x IsFromMe:false ID:3EB0 PushName:{} Timestamp:2026-03-02}}",
    "Message {{ id: {{ fromMe: false, remote: 'x@c.us' }}, ack: 1, body: '{}', type: 'chat' }}",
    '{{"id":{{"fromMe":false}},"ack":1,"body":"{}","type":"chat"}}',
    "Body={}&From=whatsapp%3A%2B0&MessageSid=SM0",
    "<message from='x@s.whatsapp.net'><body>{}</body></message>",
]


@pytest.mark.parametrize("form", PAYLOADS)
def test_words_go_in_every_notation(form: str) -> None:
    clean = REDACTOR.redact_text(form.format("see, Noon")).text
    assert "see" not in clean
    assert "Noon" not in clean
    assert "[personal]" in clean
    assert REDACTOR.redact_text(clean).text == clean


@pytest.mark.parametrize(
    "text",
    [
        "profile{name=prod, active=true}",
        "Message(text='hello')",
        '{"body":"ok","status":200}',
        "response body: Internal Server Error",
        "document{id=7, pages=12}",
        "text:map[length:7 body:<nil>]",
        "Location: https://example.com/next",
        'x {"image":{"id":"1","caption":""},"type":"image"} queue=12',
        'x {"contacts":[{"profile":{"name":""},"wa_id":"x"}],"errors":[{"code":131051}]} took 5 ms',
    ],
)
def test_what_no_person_said_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text


def test_the_fields_behind_words_without_quotes_stay() -> None:
    clean = REDACTOR.redact_text("Message(fromMe=false, body=see you, ack=1, retry=3) took 5 ms").text
    assert clean == "Message(fromMe=false, body=[personal], ack=1, retry=3) took 5 ms"
