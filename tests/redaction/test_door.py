"""The door: what a bundle's artifacts look like behind it."""

import json
from datetime import UTC, datetime

import pytest

from collector import resources
from collector.model import Cost, Endpoint, Needs, Profile, Raw, RawText, SafeField
from collector.redaction.artifact import Passed
from collector.redaction.door import Door
from collector.redaction.engine import Engine
from collector.redaction.marks import Pseudonyms
from collector.redaction.rules import load_rules
from collector.target import Attempt, Result

RULES = load_rules(resources.rules_text())
KEY = b"a key that tests use, 32 bytes.."
HOST = Pseudonyms(KEY).mark("host", "db7")


def door(*credentials: str, key: bytes = KEY) -> Door:
    return Door(RULES, key=key, credentials=[RawText(c) for c in credentials])


def passed(text: str | bytes, name: str = "collected/a.log", *, by: Door | None = None) -> Passed:
    raw = Raw(name, text.encode() if isinstance(text, str) else text)
    by = by or door()
    by.learn(raw)
    return by.clean(raw)


def clean(text: str | bytes, name: str = "collected/a.log", *, by: Door | None = None) -> bytes:
    result = passed(text, name, by=by)
    assert result.clean is not None, result.withheld
    return result.clean.content


def document(value: object, **kwargs: Door) -> dict[str, object]:
    result: dict[str, object] = json.loads(clean(json.dumps(value), "collected/support.json", **kwargs))
    return result


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            ["WA_DB_ENGINE=MYSQL", 'WA_DB_PASSWORD=tulips "9"', "SOME_THING=plain", "EMPTY="],
            ["WA_DB_ENGINE=MYSQL", "WA_DB_PASSWORD=[env]", "SOME_THING=[env]", "EMPTY="],
        ),
        (
            [{"name": "WA_DB_ENGINE", "value": "MYSQL"}, {"value": "plain", "name": "OTHER"}],
            [{"name": "WA_DB_ENGINE", "value": "MYSQL"}, {"value": "[env]", "name": "OTHER"}],
        ),
        ({"TZ": "UTC", "OTHER": "plain", "NUMBER": 17}, {"TZ": "UTC", "OTHER": "[env]", "NUMBER": "[env]"}),
    ],
)
def test_env_keeps_names_and_harmless_values_in_every_form(given: object, expected: object) -> None:
    assert document({"support": {"env": given}}) == {"support": {"env": expected}}
    assert document({"support": {"db7:c1": {"env": given}}})["support"] == {f"{HOST}:c1": {"env": expected}}


def test_an_env_file_is_an_environment() -> None:
    text = "# db\nWA_DB_ENGINE=MYSQL\nexport WA_DB_PASSWORD='tulips 9'\nWA_SECRET=x\n"
    assert clean(text, "wa.env") == b"# db\nWA_DB_ENGINE=MYSQL\nexport WA_DB_PASSWORD=[env]\nWA_SECRET=[env]\n"


def test_both_of_two_keys_env_are_stripped() -> None:
    text = '{"support": {"env": ["A=hyacinth"], "env": ["B=daffodil"]}}'
    assert clean(text, "support.json") == b'{"support": {"env": ["A=[env]"], "env": ["B=[env]"]}}'


def test_a_published_default_is_told_without_the_value() -> None:
    result = passed('{"support": {"env": ["WA_DB_PASSWORD=testpass"]}}', "support.json")
    assert "published-default" in [trait for row in result.redactions for trait in row.traits]
    assert "testpass" not in repr(result)


def test_the_host_of_a_node_key_is_gone_everywhere_its_container_stays() -> None:
    by = door()
    support = Raw("support.json", b'{"support": {"db7.wa.corp:8f3a": {"role": "coreapp"}}}')
    log = Raw("db7.wa.corp.log", b"connect to db7.wa.corp failed; container 8f3a\n")
    by.learn(support)
    by.learn(log)
    first, second = by.clean(support).clean, by.clean(log).clean
    assert first
    assert second
    host = next(iter(json.loads(first.content)["support"])).removesuffix(":8f3a")
    assert host.startswith("[host:")
    assert second.content.decode() == f"connect to {host} failed; container 8f3a\n"
    assert second.name == f"{host}.log"


def test_what_a_later_artifact_teaches_is_gone_from_an_earlier_one() -> None:
    by = door()
    early, late = Raw("a.log", b"retry with qpx92KLm3zz\n"), Raw("b.log", b"DB_PASSWORD=qpx92KLm3zz\n")
    by.learn(early)
    by.learn(late)
    result = by.clean(early).clean
    assert result
    assert result.content == b"retry with [secret]\n"


def test_a_default_account_does_not_blank_the_bundle() -> None:
    by = door("admin", "secret", "true")
    value = {
        "multi_connect": True,
        "note": "the secret admin page is true",
        "user": "admin",
        "password": "true",
        "db": "MYSQL",
    }
    assert document(value, by=by) == {**value, "password": "[secret]"}


def test_a_word_is_never_learned_from_a_password_field() -> None:
    text = "password=connected\nstate is connected\nDB_PASSWORD=MYSQL\nengine MYSQL up\n"
    assert clean(text) == b"password=[secret]\nstate is connected\nDB_PASSWORD=[secret]\nengine MYSQL up\n"


def test_a_token_that_begins_another_leaves_no_tail() -> None:
    by = door("Zx9kQ2mmL4", "Zx9kQ2mmL4pq7Rt")
    assert clean("a Zx9kQ2mmL4pq7Rt b Zx9kQ2mmL4 c Zx9kQ2mmL4Unknown9", by=by) == b"a [secret] b [secret] c [secret]"


def test_a_learned_value_that_would_blank_a_bundle_is_told_instead() -> None:
    by = door()
    text = "password=kernel7x9q2v\n" + "kernel7x9q2v something happened\n" * 300
    result = clean(text, by=by).decode()
    assert result.startswith("password=[secret]\n")
    assert result.count("kernel7x9q2v something happened") == 300
    assert len(by.warnings()) == 1
    assert "kernel7x9q2v" not in by.warnings()[0]
    assert len(by.known()) == 0


def test_known_values_are_what_was_applied() -> None:
    by = door("Zx9kQ2mmL4")
    clean("call +49 151 23456789 and DB_PASSWORD=qpx92KLm3zz", by=by)
    assert by.known().expose_texts() == {"Zx9kQ2mmL4", "qpx92KLm3zz"}
    assert by.known().expose_numbers() == {"4915123456789"}


def test_places_are_pointers_into_the_clean_document_or_lines_of_clean_text() -> None:
    rows = passed('{"a/b": [{"password": "tulips9"}]}', "x.json").redactions
    assert [(row.place, row.mark) for row in rows] == [("/a~1b/0/password", "[secret]")]
    rows = passed("one\ntwo password=tulips9 and +49 151 23456789\n").redactions
    assert [row.place for row in rows] == ["2:14", "2:27"]


@pytest.mark.parametrize(
    "text",
    [
        '{"big": 9223372036854775807, "one": 1.0, "e": 1E5, "dup": 1, "dup": 2}\r\n',
        '{"esc": "\\u00e9\\/\\n", "sp" :  [ ] }',
        '\ufeff{"a": null}',
        "{}",
        " [1, 2,\t3] ",
    ],
)
def test_json_without_secrets_is_the_same_byte_for_byte(text: str) -> None:
    assert clean(text, "x.json") == text.encode()


def test_a_number_that_goes_becomes_a_string_in_json_and_json_lines() -> None:
    assert json.loads(clean('{"wa_id": 4915123456789, "n": 1.0}', "x.json"))["wa_id"].startswith("[phone:")
    lines = clean('start\n{"wa_id": 4915123456789}\n{"n": 4915123456780}\n').decode().splitlines()
    assert json.loads(lines[1])["wa_id"].startswith("[phone:")
    assert json.loads(lines[2]) == {"n": 4915123456780}


def test_keys_pass_the_door_too() -> None:
    assert (
        "4915123456789" not in clean('{"contacts": {"4915123456789": "valid", "jane@firm.io": 1}}', "x.json").decode()
    )
    assert "jane" not in clean('{"jane@firm.io": 1}', "x.json").decode()


def test_invalid_json_is_read_as_text_and_the_note_says_where() -> None:
    result = passed('{"password": "tulips9",\n "x": NaN}', "collected/support.json")
    assert result.note == "read as text: not valid JSON at 2:7"
    assert result.clean
    assert b"tulips9" not in result.clean.content


def test_yaml_stays_yaml() -> None:
    text = (
        "# a comment\na: &x {password: tulips9, n: 1}\nb: *x\n"
        "phone: +49 151 23456789 # mine\n---\nurl: 'redis://u:tulips9@h/1'\n"
    )
    got = clean(text, "x.yaml").decode()
    assert got.startswith("# a comment\na: &x {password: '[secret]', n: 1}\nb: *x\nphone: '[phone:")
    assert got.endswith("]' # mine\n---\nurl: 'redis://[secret]@h/1'\n")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("x: {b: 'password: tulips9', to: it}\n", "x: {b: 'password: [secret]', to: it}\n"),
        ("b: 'password:\n  tulips-99xK'\nc: 1\n", "b: 'password:\n  [secret]'\nc: 1\n"),
        ("b: 'name: X_TOKEN\n\n  value: '\nc: ';https://a:tulips9@h/'\n", "b: 'name: X_TOKEN\n\n  value: '\nc: ';https://[secret]@h/'\n"),
        ("password:\n- |-\n  redis://a:tulips9@h/\n- b\n", "password:\n- |-\n  [secret]\n- '[secret]'\n"),
        ('b: "\\nghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6"\n', 'b: "[secret]"\n'),
        ("b: [with password=tulips9, x]\n", "b: ['with password=[secret]', x]\n"),
        ("# password: tulips9\nb: 1\n", "# password: [secret]\nb: 1\n"),
    ],
)  # fmt: skip
def test_a_mark_takes_nothing_that_holds_a_yaml_scalar(given: str, expected: str) -> None:
    assert clean(given, "x.yaml").decode() == expected
    assert clean(expected, "x.yaml").decode() == expected


def test_a_key_that_ends_with_a_mark_names_its_value_at_once() -> None:
    once = clean('{"a": {"password: tulips9": "%25%2B"}}', "x.json")
    assert clean(once, "x.json") == once


def test_bytes_that_are_no_text_survive_around_a_mark_and_utf16_stays_utf16() -> None:
    assert clean(b"\xff\xfe\xfd x password=tulips9 \x80\r\n") == b"\xff\xfe\xfd x password=[secret] \x80\r\n"
    wide = "\ufeffpassword=tulips9\n".encode("utf-16-le")
    assert clean(wide) == "\ufeffpassword=[secret]\n".encode("utf-16-le")


UTF_16 = "\ufeffpassword=tulips9\n".encode("utf-16-le")


@pytest.mark.parametrize(
    "content",
    [b"\x7fELF\0\0password=tulips9", UTF_16 + b"x", UTF_16 + b"\x00\xd8", "password=tulips9\n".encode("utf-32")],
    ids=["executable", "cut UTF-16", "half a character of UTF-16", "UTF-32"],
)
def test_what_cannot_be_read_as_text_is_withheld(content: bytes) -> None:
    result = passed(content)
    assert result.clean is None
    assert result.withheld is not None
    assert "binary" in result.withheld.reason


def test_whatever_fails_is_withheld_in_our_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Engine, *arguments: object) -> None:
        raise RuntimeError("tulips9")

    by = door()
    raw = Raw("tulips9.log", b"password=tulips9")
    monkeypatch.setattr(Engine, "find", broken)
    by.learn(raw)
    result = by.clean(raw)
    assert result.clean is None
    assert "tulips9" not in repr(result)


def test_a_forged_mark_hides_no_number() -> None:
    assert b"4915123456789" not in clean("see [phone:4915123456789] there")
    genuine = "[phone:k3v9m2q7x4td8]"
    assert (
        clean(f"see {genuine} and [secret] and password=[secret]").decode()
        == f"see {genuine} and [secret] and password=[secret]"
    )


@pytest.mark.parametrize("line", ["1234567890 {} 200", "1 2 3 4 5 6 7 8 {} 9 8 7 6 5 4", "17-6555 {}", "{} {}"])
@pytest.mark.parametrize("number", ["49 151 23456789", "49-151-2345-6789", "49 15 12 34 56 78 9"])
def test_a_known_number_goes_that_stands_among_other_numbers(line: str, number: str) -> None:
    by = door()
    mark = clean("+4915123456789\n", by=by).decode().strip()
    assert clean(line.format(number, number), by=by).decode() == line.format(mark, mark)


def test_one_person_has_one_pseudonym_a_key_and_another_under_another_key() -> None:
    spellings = "+49 151 23456789, 004915123456789, 4915123456789@s.whatsapp.net, +49 (0)151 2345-6789"
    marks = {part.strip().split("@")[0] for part in clean(spellings).decode().split(",")}
    assert len(marks) == 1
    other = clean("+4915123456789", by=door(key=b"b" * 32)).decode()
    assert other not in marks


def test_a_message_id_says_whose_mark_it_held() -> None:
    result = passed("+15550100123 sent gBGGFVUBABI_AgkBAgMEBQYHCAk")
    phone, message = result.redactions
    assert message.mark.startswith("[message-id:")
    assert message.traits == (f"holds {phone.mark}",)


def test_an_attempt_passes_with_every_text_of_it() -> None:
    attempt: Attempt[RawText] = Attempt(
        source="support", result=Result.FAILED, code="http-500", request=RawText("GET /v1/contacts/+4915123456789"),
        reason=RawText("password=tulips9 refused"), started=datetime(2026, 11, 23, tzinfo=UTC), seconds=0.5,
        facts=(("Date", RawText("Mon")), ("X-Api-Key", RawText("api_key=tulips9"))), member="logs/+4915123456789.log",
    )  # fmt: skip
    got = door().clean_attempt(attempt)
    assert "4915123456789" not in f"{got}"
    assert "tulips9" not in f"{got}"
    assert got.facts[0] == ("Date", "Mon")
    assert got.code == "http-500"


PROFILE = Profile(
    name="p", title="P", main="support", sign_in=None, api_key_scheme=None, error_code_at="", error_text_at=(),
    endpoints=(Endpoint("support", "/v1/support", "why", Needs.NOTHING, Cost.CHEAP, "collected/support.json"),),
    safe=(SafeField("collected/support.json", "$.support.db_engine", "enum", ("MYSQL", "connected9x")),),
    personal=("$..body",), absent_codes=frozenset(), transient_codes=frozenset(), denied_codes=frozenset(),
)  # fmt: skip


def test_peoples_own_words_go_whole_and_strict_masks_what_the_profile_does_not_list() -> None:
    given = {"support": {"db_engine": "MYSQL", "body": "see you at 8", "note": "fine", "n": 7}}
    standard = Door(RULES, key=KEY, profile=PROFILE)
    strict = Door(load_rules(resources.rules_text(), level="strict"), key=KEY, profile=PROFILE)
    assert document(given, by=standard)["support"] == {**given["support"], "body": "[personal]"}
    expected = {"db_engine": "MYSQL", "body": "[personal]", "note": "[field]", "n": 7}
    assert document(given, by=strict)["support"] == expected


def test_a_word_the_profile_lists_is_never_learned() -> None:
    by = Door(RULES, key=KEY, profile=PROFILE)
    assert clean("password=connected9x\nstate connected9x\n", by=by) == b"password=[secret]\nstate connected9x\n"


NUMBERS = [(37 * number + 11) % 256 for number in range(32)]


@pytest.mark.parametrize(
    ("name", "text", "left", "stays"),
    [
        ("a.json", '{"kind": "Secret", "data": {"extra": "dHVsaXBzOXR1bGlwcw=="}, "x": "y17"}', "dHVsaXBz", "y17"),
        (
            "a.json",
            '{"items": [{"kind": "Secret", "data": {"a": "tulips"}}, {"kind": "ConfigMap", "data": {"a": "blue"}}]}',
            "tulips",
            "blue",
        ),
        ("a.log", 'I get\n{"kind": "Secret", "data": {"extra": "dHVsaXBzOXR1bGlwcw=="}}\n', "dHVsaXBz", "I get"),
        ("a.yaml", "kind: Secret\ndata: {extra: dHVsaXBzOXR1bGlwcw==}\n", "dHVsaXBz", "extra"),
        ("a.json", '{"Cmd": ["serve", "--requirepass", "tulips", "--port", "6379"]}', "tulips", "6379"),
        ("a.json", '{"Args": ["mysql", "-ptulips", "orders"]}', "tulips", "orders"),
        ("a.yaml", "args:\n- --password\n- tulips\n- --port\n- '17'\n", "tulips", "17"),
        ("a.log", 'exec ["serve", "--password", "tulips", "--port", "17"]\n', "tulips", "17"),
        ("a.json", '{"headers": [["Authorization", "Bearer tulips"], ["Host", "db"]]}', "tulips", "Host"),
        ("a.json", f'{{"signingKey": {NUMBERS}, "port": 5432}}', "233", "5432"),
        ("a.json", f'{{"private": {{"type": "Buffer", "data": {NUMBERS}}}, "sizes": [17, 18]}}', "233", "17, 18"),
        ("a.log", f"private_key={[number - 128 for number in NUMBERS]} on port 5432\n", "105", "5432"),
        ("a.csv", 'user,password,role\nann,"two,parts",admin\n', "parts", "admin"),
        ("a.txt", "name | password | role\n-----+----------+------\nann  | tulips   | admin\n", "tulips", "admin"),
        ("a.txt", "+----+-----+\n| id | pwd |\n+----+-----+\n| 17 | tulips |\n+----+-----+\n", "tulips", "17"),
    ],
)
def test_what_the_structure_says_is_a_secret_goes(name: str, text: str, left: str, stays: str) -> None:
    got = clean(text, name).decode()
    assert left not in got
    assert stays in got
    assert clean(got, name).decode() == got


@pytest.mark.parametrize(
    "text",
    [
        '{"args": ["serve", "--token-ttl", "3600s", "--password-file", "/run/secrets/x"]}',
        '{"pairs": [["password", "username"], ["token", "expired"]]}',
        '{"kind": "ConfigMap", "data": {"a": "Secret"}}',
    ],
)
def test_arguments_and_pairs_that_hold_no_secret_stay(text: str) -> None:
    assert clean(text, "a.json").decode() == text
