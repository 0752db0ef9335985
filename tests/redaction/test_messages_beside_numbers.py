"""What a person wrote goes where the number of who wrote it or gets it stands; what a service says stays."""

import re

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"messages beside numbers, own key")
WORDS = "see you at Noon Petra"
FIELDS = [
    '{"from":"%D","text":"%W"}',
    '{"sender":"%D","body":"%W"}',
    '{"to":"%D","type":"text","message":"%W"}',
    '{"chatId":"%D@c.us","text":"%W"}',
    '{"from":{"phone":"%D"},"message":{"text":"%W"}}',
    '{"to":{"type":"whatsapp","number":"%D"},"message":{"content":{"type":"text","text":"%W"}}}',
    '{"messages":[{"from":"Acme","destinations":[{"to":"%D"}],"text":"%W"}]}',
    '{"app":"x","payload":{"source":"%D","type":"text","payload":{"text":"%W"}}}',
    '{"sender":{"phone":"%D","name":"%W"},"body":{"text":{"text":"%W"}}}',
    '{"first_name":"Petra","last_name":"Noon","phone":"%N","country_code":"49"}',
    '{"phone":"%N","history":[{"role":"user","content":"%W"}]}',
    "firstName=Petra lastName=Noon phone=%N",
    '{"level":30,"msg":"sent","payload":{"to":"%N","message":"%W"}}',
    "id,participant,message\n7,%N,%W\n",
    '{"level":"info","msg":"received","from":"%D","text":"%W"}',
    'INFO got {"from":"%D","text":"%W"}',
    "x {'to': '%N', 'message': '%W'} ok",
    "Message(from='%N', id=7, text='%W')",
    'client.messages.create(body="%W", from_="%N", to="%N")',
    'from=%N body="%W" status=delivered',
    "from=%D, message=%W, id=3",
    "From: %N\nBody: %W\n",
    "Phone: %N | Message: %W",
    'from: "%D"\ntext: %W\n',
    'web-1  | {\nweb-1  |   "from": "%D",\nweb-1  |   "text": "%W"\nweb-1  | }',
    '> {\n>   "to": "%D",\n>   "type": "text",\n>   "text": "%W"\n> }',
    "Array\n(\n    [from] => %D\n    [text] => %W\n)\n",
    'object(stdClass)#1 (2) {\n  ["from"]=>\n  string(13) "%D"\n  ["text"]=>\n  string(22) "%W"\n}\n',
    'a:2:{s:4:"from";s:13:"%D";s:4:"text";s:22:"%W";}',
    "<Message><From>%N</From><Body>%W</Body></Message>",
    '<sms address="%N" date="1" body="%W" />',
    "Body=%W&From=%N&To=x",
    "GET /send?to=%D&text=Noon+Petra&lang=en HTTP/1.1",
    "INSERT INTO `messages` (`id`,`from`,`text`) VALUES (1,'%D','%W'),(2,'%D','%W');",
    "id;from;to;message\n1;%D;%D;%W\n",
    "phone\ttext\n%D\t%W\n",
]
SENTENCES = [
    "Received message from %N: %W",
    "Sending message to %N: %W",
    'Text message received from %N: "%W"',
    'Incoming message from %N text="%W"',
    "WhatsApp message from Ada (%N): %W",
    "Replying to %N with: %W",
    "User %N said: %W",
    "Sent '%W' to %N",
    "sendText('%D','%W')",
    'sock.sendMessage("%D@s.whatsapp.net", { text: "%W" })',
    "[12.03.24, 10:11:12] Ada Lovelace: %W",
    "SMS detected: From %N With text %W",
    "Nachricht von %N: %W",
    "Received message from %N: no, %W",
    "Bot -> %N: %W",
    "https://wa.me/%D?text=Noon%20Petra",
    '+CMT: "%N",,"24/01/01,10:00:00+04"\n%W\n',
    'AT+CMGS="%N"\n%W\x1a',
    "12/03/2024, 10:11 - Ada: %W",
    "3/12/24, 10:11\u202fPM - %N: %W",
]
PATHS = [
    "messages[0].text.body=%W",
    "messages.0.text.body: %W",
    'entry[0].changes[0].value.messages[0].text.body = "%W"',
    "messages[0][text][body]=%W",
    "messages_0_text_body=%W",
    '{"messages.0.image.caption": "%W"}',
    "messages:\n  - id: x\n    text:\n      body: %W\n",
    "text:\n  body: |\n    %W\n    Noon\n",
    'a:1:{s:4:"text";a:1:{s:4:"body";s:22:"%W";}}',
    'web-1  | {\nweb-1  |   "text": {\nweb-1  |     "body": "%W"\nweb-1  |   }\nweb-1  | }',
    '{"referral":{"source_type":"ad","headline":"%W","body":"%W"}}',
    '{"interactive":{"action":{"button":"%W","sections":[{"title":"%W","rows":[{"id":"1","title":"%W"}]}]}}}',
    '{"interactive":{"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"%W"}}]}}}',
    '{"contacts":[{"org":{"company":"%W"},"addresses":[{"street":"%W","zip":"Noon"}],"birthday":"Noon"}]}',
    '{"subject":"%W","participants":["x"]}',
    '{"messaging_product":"whatsapp","about":"%W","description":"%W"}',
    '{"id":"x","name":"%W","isGroup":false}',
]


@pytest.mark.parametrize("form", [*FIELDS, *SENTENCES, *PATHS])
def test_words_go(form: str) -> None:
    text = form.replace("%W", WORDS).replace("%N", "+4917604069012").replace("%D", "4917604069012")
    clean = REDACTOR.redact_text(text).text
    assert "Noon" not in clean
    assert "Petra" not in clean
    assert "[personal]" in clean
    assert REDACTOR.redact_text(clean).text == clean


@pytest.mark.parametrize(
    "text",
    [
        '{"error":{"message":"Invalid parameter","code":100},"to":"%N"}',
        '{"level":"info","msg":"queued for delivery","to":"%N"}',
        '{"success":false,"message":"Number not registered","phone":"%N"}',
        '{"status":"error","message":"Invalid number format","to":"%N"}',
        '{"errors":[{"code":131026,"message":"Message undeliverable"}],"recipient_id":"%N"}',
        '{"text":"Deployment finished","channel":"#ops","from":"10.0.0.1"}',
        '{"from":"1795423500000","to":"1795427100000","text":"deployed"}',
        '{"type":"text","from":"%N","content":"application/json","text":""}',
        "{'to': '%N', 'error': {'message': 'Recipient not in allowed list'}}",
        'level=error msg="failed to send" to=%N',
        '2026-01-01 ERROR message="Invalid parameter" to=%N',
        "to: %N\nstatus: failed\nmessage: Invalid parameter\n",
        "Error sending message to %N: Invalid parameter",
        "Message to %N failed: Rate limit hit",
        "Sending message to %N: attempt 3 of 5",
        "message from %N: 42 bytes",
        "Message to %N: delivered",
        "Received message from %N in 5 ms",
        "id,phone,status,error_message\n1,%N,failed,Unknown recipient\n",
        "INSERT INTO t (phone, code, message) VALUES ('%N', 7, 'Unknown recipient');",
        "[12/03/2024, 10:11:12 PM] ERROR: cannot start",
        "[12/03/2024, 10:11:12 PM] Server: listening",
        "messages[0].type=text",
        '{"level":"INFO","fields":{"message":"queued","phone":"%N"}}',
        '{"@timestamp":"x","message":"queued","user":{"phone":"%N"}}',
        '{"name":"gateway","phone":"%N","hostname":"x"}',
        "Sending template message to %N: order_update",
        "sending message to %N, 3 attempts left",
        '{"rows":[{"title":"CPU","description":"all cores"}]}',
        '{"subject":"CN=web","description":"a certificate"}',
        'web-1  | {\nweb-1  |   "level": "info",\nweb-1  |   "msg": "up"\nweb-1  | }',
    ],
)
def test_what_a_service_says_stays(text: str) -> None:
    clean = REDACTOR.redact_text(text.replace("%N", "+4917604069012")).text
    assert re.sub(r"\[phone:[a-z0-9]+\]", "%N", clean) == text


def test_only_the_words_go_from_an_object_of_a_library() -> None:
    clean = REDACTOR.redact_text("Message(to='+4917604069012', retries=3, text='see you', took=5)").text
    assert re.sub(r":[a-z0-9]+\]", "]", clean) == "Message(to='[phone]', retries=3, text='[personal]', took=5)"


def test_numbers_and_words_of_two_rows_are_not_one_message() -> None:
    text = '[{"phone":"+4917604069012"},{"text":"all systems up"}]'
    assert "all systems up" in REDACTOR.redact_text(text).text
