"""Objects within lines and strings have the rules of documents, in JSON and as other languages print them."""

import json

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"objects in lines have their own key")
DOCUMENTS: list[object] = [
    {"Env": ["DB_URL_X=tulips", "COLOUR_X=tulips"]},
    {"support": {"env": ["X_Y=tulips"]}},
    {"passwords": {"root": "tulips9", "jane": "tulips9"}},
    {"kind": "Secret", "stringData": {"colour": "tulips"}},
    {"cookies": [{"name": "sid", "value": "tulips9aa11"}]},
    {"headers": [["Authorization", "Bearer tulips9aa11"]]},
    {"op": "replace", "path": "/password", "value": "tulips9"},
    {"cmd": ["AUTH", "tulips9"]},
    {"password": {"S": "tulips9"}},
    {"to": "4917604069012", "message": {"text": "tulips are nice"}},
    [{"name": "DB_PASSWORD", "value": "tulips9"}, {"name": "x", "value": "y"}],
]


def printed_by_node(value: object) -> str:
    """Return a value as Node's `util.inspect` prints it on a line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name}: {printed_by_node(inner)}" for name, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[ " + ", ".join(map(printed_by_node, value)) + " ]"
    return repr(value)


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize(
    "line",
    [
        lambda value: f"INFO payload={json.dumps(value)}",
        lambda value: f"config: {json.dumps(value)} took 5 ms, {{}}",
        lambda value: f'req={{"a":1}} res={json.dumps(value)}',
        lambda value: json.dumps({"log": f"payload={json.dumps(value)}\n"}),
        lambda value: json.dumps({"n": 1, "body": json.dumps({"inner": json.dumps(value)})}),
        lambda value: f"INFO payload={value!r} ok",
        lambda value: f"INFO payload: {printed_by_node(value)}",
        lambda value: f"INFO {json.dumps(value, separators=(', ', '=>'))}",
    ],
    ids=["json", "between", "second", "string", "string-in-string", "python", "node", "ruby"],
)
def test_what_a_document_says_goes_within_a_line(document: object, line: object) -> None:
    assert callable(line)
    clean = REDACTOR.redact_text(line(document)).text
    assert "tulips" not in clean
    assert REDACTOR.redact_text(clean).text == clean


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        (
            '{"key":"password","value":{"stringValue":"tulips9"}}',
            '{"key":"password","value":{"stringValue":"[secret]"}}',
        ),
        (
            '{"attributes":[{"key":"db.password","value":{"stringValue":"tulips9"}},{"key":"n","value":{"intValue":7}}]}',
            '{"attributes":[{"key":"db.password","value":{"stringValue":"[secret]"}},{"key":"n","value":{"intValue":7}}]}',
        ),
    ],
)
def test_a_value_that_says_its_kind_has_the_name_beside_it(text: str, becomes: str) -> None:
    assert REDACTOR.redact_text(text).text == becomes


def test_a_number_that_says_its_kind_has_the_name_beside_it() -> None:
    clean = REDACTOR.redact_text('{"key":"phone","value":{"stringValue":"017604069012"}}').text
    assert "017604069012" not in clean


@pytest.mark.parametrize(
    "text",
    [
        'self.env = {"PGPASSWORD": self.dbpasswd}',
        "options = {'password': password, 'user': user}",
        "see [1], {name} and ['a', 'b'] of {'n': 7}",
        'INFO {"a": [1, 2], "passwords": {}} and {"broken": [',
        '{"name": "token"}, {"value": "a sentence for people"}',
        '{"titles": {"message": 4, "": [5, 7]}}',
    ],
)
def test_objects_that_say_nothing_stay(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text


def test_a_name_and_a_value_in_two_objects_of_a_list_are_no_pair() -> None:
    text = '[{"name":"token"},{"value":"tulipsQ9x7Kz"}]'
    assert REDACTOR.redact_text(text).text == text
