"""The library as its users see it: three calls, cheap to import, one key for its life."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import collector
from collector import Redactor
from collector.errors import ConfigError, UsageError

REDACTOR = Redactor.from_file(key=b"library tests have their own key")


def test_the_public_names_are_these() -> None:
    assert collector.__all__ == ["Redactor", "collect", "verify"]
    with pytest.raises(AttributeError):
        _ = collector.nothing


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = {"httpx", "rich", "pydantic", "phonenumbers", "yaml", "jinja2", "click", "cryptography"}
    code = f"import sys, collector; print(*{heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_text_and_what_was_removed_from_it() -> None:
    redacted = REDACTOR.redact_text("call +1 650 555 1234")
    assert redacted.text.startswith("call [phone:")
    assert [(row.place, row.rule, row.action) for row in redacted.redactions] == [("1:6", "phone-numbers", "pseudonym")]


def test_a_value_keeps_its_shape_and_its_numbers() -> None:
    value = {"wa_id": 4915123456789, "n": [1, 2.5, 9223372036854775807, None, True], "k": {"password": "tulips9"}}
    got = REDACTOR.redact_json(value).value  # type: ignore[arg-type]
    assert isinstance(got, dict)
    assert got["n"] == value["n"]
    assert got["k"] == {"password": "[secret]"}
    assert str(got["wa_id"]).startswith("[phone:")


def test_names_that_become_one_mark_keep_their_values() -> None:
    value = {f"ghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F{n}": n for n in range(3)}
    got = REDACTOR.redact_json({**value, "[secret] 2": 7}).value
    assert got == {"[secret]": 0, "[secret] 2": 1, "[secret] 3": 2, "[secret] 2 2": 7}


def test_a_call_remembers_nothing_of_the_one_before() -> None:
    REDACTOR.redact_text("DB_PASSWORD=qpx92KLm3zz")
    assert REDACTOR.redact_text("retry qpx92KLm3zz").text == "retry qpx92KLm3zz"


def test_one_redactor_one_pseudonym_and_a_new_key_by_default() -> None:
    first = REDACTOR.redact_text("+4915123456789").text
    assert REDACTOR.redact_json(["+49 151 23456789"]).value == [first]
    assert Redactor.from_file().redact_text("+4915123456789").text != first


def test_a_long_stream_is_cleaned_in_one_pass_whatever_the_block() -> None:
    key = (
        "-----BEGIN PRIVATE KEY-----\n"
        + "TUlJRXZRSUJBREFOQmdrcWhraUc5dzBCQVFFRg\n" * 40
        + "-----END PRIVATE KEY-----\n"
    )
    line = b"2026-11-23 08:45:12 INFO sender.cpp:210] no ack, 17 retries\n"
    given = line * 69_897 + key.encode() + line * 80_000 + b"password=tulips9 \xff\n"
    writer = io.BytesIO()
    result = REDACTOR.redact_stream(io.BytesIO(given), writer)
    assert writer.getvalue() == line * 69_897 + b"[secret]\n" + line * 80_000 + b"password=[secret] \xff\n"
    assert (result.bytes_read, result.bytes_written, result.passes) == (len(given), len(writer.getvalue()), 1)


def test_a_stream_without_a_buffer_gets_every_byte() -> None:
    class Narrow(io.RawIOBase):
        got = b""

        def write(self, block: Any) -> int:
            self.got += bytes(block[:7])
            return len(block[:7])

    narrow = Narrow()
    told = REDACTOR.redact_stream(io.BytesIO(b"call +4915123456789\n" * 3), narrow)  # type: ignore[arg-type]
    assert narrow.got.count(b"call [phone:") == 3
    assert told.bytes_written == len(narrow.got)


@pytest.mark.parametrize("wrong", [{"region": "Germany"}, {"key": b"short"}])
def test_what_would_silently_do_less_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Redactor.from_file(**wrong)


def test_rules_that_are_no_text_are_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8 text\n  next: save it as UTF-8"):
        Redactor.from_file(tmp_path / "own.yaml")


def test_a_stream_reads_rows_with_the_line_that_names_their_columns() -> None:
    writer = io.BytesIO()
    wide = b"of the first floor " * 8
    rows = b"".join(b"%b,tulip-%05d-Xq9,2026\n" % (wide, number) for number in range(8_000))
    REDACTOR.redact_stream(io.BytesIO(b"user,password,since\n" + rows), writer)
    assert b"tulip" not in writer.getvalue()
    assert writer.getvalue().count(b"\n") == 8_001


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_stream_that_is_no_utf_8_does_not_pass(encoding: str) -> None:
    writer = io.BytesIO()
    with pytest.raises(UsageError, match="is binary or UTF-16"):
        REDACTOR.redact_stream(io.BytesIO("password=tulips9\n".encode(encoding)), writer)
    assert not writer.getvalue()


def test_strict_takes_what_standard_leaves_readable() -> None:
    text = "peer 10.0.0.7 and fd00::7"
    assert REDACTOR.redact_text(text).text == text
    strict = Redactor.from_file(level="strict").redact_text(text).text
    assert "10.0.0.7" not in strict
    assert "fd00::7" not in strict


def test_a_region_makes_its_national_numbers_the_same_person() -> None:
    german = Redactor.from_file(key=b"k" * 32, region="DE")
    national, international = (
        german.redact_text("tel 0151 23456789").text,
        german.redact_text("tel +49 151 23456789").text,
    )
    assert national == international


def test_json_in_a_string_in_json() -> None:
    inner = json.dumps({"password": 'tul"ips9', "wa_id": "4915123456789"})
    got = REDACTOR.redact_json({"payload": inner}).value
    assert isinstance(got, dict)
    assert json.loads(str(got["payload"]))["password"] == "[secret]"


def test_no_mark_names_what_stands_behind_it() -> None:
    lines = [f"peer {first}.{second}.69.223:443/closed" for first in range(80, 100) for second in range(1, 200)]
    clean = REDACTOR.redact_text("\n".join(lines)).text
    assert clean.count("[ip:") == clean.count("]:443/closed") == len(lines)


@pytest.mark.parametrize(
    "given",
    [
        "mysql --password=Tr0mbone77x\\\n  --host db\n",
        "sshpass -p Tr0mbone77x\\\n  ssh app\n",
        'note: "tried password=Tr0mbone77x\\\n  \\ twice"\n',
        'password "Tr0mbone77x\\\n  more"\n',
    ],
)
def test_a_backslash_that_says_that_a_line_goes_on_is_no_part_of_a_value(given: str) -> None:
    clean = Redactor.from_file().redact_text(f"{given}later Tr0mbone77x came back\n").text
    assert "Tr0mbone" not in clean
    assert clean.count("[secret]") == 2
    assert "[secret]\\\n" in clean


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("password: 'Tr0mb C:\\dir\\'\nx: y\n", "password: '[secret]'\nx: y\n"),
        ("{'password': 'Tr0mbone\\'}\n", "{'password': '[secret]'}\n"),
        ('password="Hun\\",ter2!x\n', 'password="[secret]\n'),
        ("password='it\\'s Tr0mbone'\n", "password='[secret]'\n"),
        ("password='Tr0m\\'bone\n", "password='[secret]\n"),
    ],
)
def test_the_last_quote_of_a_line_closes_where_backslashes_escape_nothing(given: str, expected: str) -> None:
    assert Redactor.from_file().redact_text(given).text == expected


@pytest.mark.parametrize("begin", ["---\n", "# of the cluster\n---\n", "%YAML 1.2\n---\n", "apiVersion: v1\n"])
def test_yaml_without_a_name_stays_yaml(begin: str) -> None:
    clean = Redactor.from_file().redact_text(f"{begin}password: Tr0mbone 77x  # ours\nnext: 1\n").text
    assert clean == f"{begin}password: '[secret]'  # ours\nnext: 1\n"


@pytest.mark.parametrize(
    "text",
    ["--- a/x.py\n+++ b/x.py\n-pin: 3\n", "---\nrestarted\nall is well\n", "---\nnot: [closed\n", "-----BEGIN\n"],
)
def test_what_only_begins_like_yaml_is_a_text(text: str) -> None:
    assert Redactor.from_file().redact_text(text).text == text


WEBHOOK = (
    '{"contacts":[{"profile":{"name":"Ada \\"L\\" B"},"wa_id":"4915123456789"}],'
    '"messages":[{"type":"text","text":{"body":"see you\\nat noon"},"timestamp":"1763399138"},'
    '{"location":{"latitude":52.51,"longitude":-13.4}},{"text":{"body":null}}]}'
)


@pytest.mark.parametrize("line", ["{}", "INFO webhook {} in 12 ms", '{{"level":"info","in":{}}}'])
def test_what_people_say_and_are_called_goes_from_a_webhook(line: str) -> None:
    clean = Redactor.from_file().redact_text(line.format(WEBHOOK)).text
    assert not [word for word in ("Ada", "see you", "noon", "4915123456789") if word in clean]
    assert '"type":"text","text":{"body":"[personal]"},"timestamp":"1763399138"' in clean
    assert '"text":{"body":null}' in clean
    assert Redactor.from_file().redact_text(clean).text == clean


def test_where_somebody_is_goes_from_a_payload() -> None:
    clean = Redactor.from_file().redact_text(WEBHOOK).text
    assert '"location":{"latitude":"[personal]","longitude":"[personal]"}' in clean
