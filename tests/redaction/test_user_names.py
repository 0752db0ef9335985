"""Names of users in fields, columns, sentences and commands; what every system has and what people say stays."""

import io

import pytest

from collector import Redactor
from collector.redaction import redactor

REDACTOR = Redactor.from_file()


def clean(text: str) -> str:
    return REDACTOR.redact_text(text).text


@pytest.mark.parametrize("name", ["jdoe42", "jane.roe", "mkowalski"])
@pytest.mark.parametrize(
    "text",
    [
        "<connection><username>{}</username></connection>",
        'INSERT INTO users (id, username) VALUES (1, "{}");',
        '<add key="DbUser" value="{}"/>',
        "<property>\n  <name>db.user</name>\n  <value>{}</value>\n</property>",
        "- name: DB_USER\n  value: {}\n",
        "'user' => '{}',",
        "Array\n(\n    [user] => {}\n)",
        "| user | role |\n| --- | --- |\n| {} | reader |\n",
        "id,user,host\n1,{},10.0.0.7\n",
        "login attempt by user [{}] refused",
        "Server=x;User ID={};Password=;Database=wa",
        "Data Source=x;Uid={};Database=wa",
        "Login failed for user 'FIRM\\{}'.",
        "User {} has been locked after 5 attempts",
        "ALTER TABLE orders OWNER TO {};",
        '{{"sub": "{}", "iss": "wa", "iat": 1795423512}}',
        '{{"users": ["root", "{}"]}}',
        '{{"user": {{"name": "{}"}}}}',
        "users:\n  - root\n  - {}\n",
        "export PGUSER={}",
        "{} logged in\nthe next line",
        "09:14:07 {} has logged out.\r\nthe next line",
        "psql -h db7 -U {} wa",
        "ssh -l {} db7",
        "docker:x:999:root,{}",
        "17 * * * * {} /srv/wa/bin/rotate",
        "postgres://{}@db7:5432/wa",
        "access denied for {}",
    ],
)
def test_a_name_goes_wherever_something_leads_to_it(text: str, name: str) -> None:
    assert name not in clean(text.format(name))


@pytest.mark.parametrize("account", ["root", "www-data", "nobody", "postgres"])
@pytest.mark.parametrize(
    "text",
    [
        "<user>{}</user>",
        '<add key="user" value="{}"/>',
        "id,user\n1,{}\n",
        "[user] => {}",
        "Uid={};Database=wa",
        "OWNER TO {};",
        '{{"users": ["{}"]}}',
        "PGUSER={}",
        "docker:x:999:{}",
    ],
)
def test_accounts_that_every_system_has_stay(text: str, account: str) -> None:
    whole = text.format(account)
    assert clean(whole) == whole


@pytest.mark.parametrize(
    "text",
    [
        "owner: platform-team",
        "user: service",
        "'user' => 'required|string'",
        "users.map(user => user)",
        "self.proxyUser = proxyUser",
        "DynamicUser=yes",
        "User registration has been disabled",
        "permission denied for schema public",
        "the authorization form of the user, and why",
        "status changed to 'sent' by the queue",
        "/usr/lib/systemd/user/sockets.target.wants/x",
        "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
        "NT AUTHORITY\\SYSTEM",
        "user, host = parts",
        "everyone is granted permission to copy, modify and redistribute",
        "an error of ~eps/1e-3 is met",
        "see source/user/basics.subclassing.rst",
        "you must be logged in\nto see it",
        "while staying logged in\nfor long",
    ],
)
def test_what_programs_and_people_say_of_users_stays(text: str) -> None:
    assert clean(text) == text


PROCESSES = "USER         PID %CPU %MEM COMMAND\nroot           1  0.0  0.1 init\njdoe42      4711  0.0  0.1 vim x\n"


def test_a_column_is_named_by_its_header_and_ends_with_the_table() -> None:
    assert clean(f"{PROCESSES}\njdoe42x      4711\n").count("jdoe42") == 1
    assert "root           1" in clean(PROCESSES)


def test_a_header_far_above_names_the_cells_of_a_large_table() -> None:
    rows = "".join(f"{number},{'jdoe42' if number == 3000 else 'root'},10.0.0.7\n" for number in range(4000))
    found = clean(f"id,user,host\n{rows}")
    assert "jdoe42" not in found
    assert found.count("root") == 3999


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have streams read in blocks that a few rows fill."""
    monkeypatch.setattr(redactor, "STREAM_CHUNK", 256 * 1024)


@pytest.mark.usefixtures("small_blocks")
def test_a_header_names_the_cells_of_a_stream_however_long() -> None:
    rows = "1,root,10.0.0.7,a line of no interest to anybody at all\n" * 16_000
    writer = io.BytesIO()
    REDACTOR.redact_stream(io.BytesIO(f"id,user,host,note\n{rows}2,jdoe42,10.0.0.7,-\n".encode()), writer)
    assert b"jdoe42" not in writer.getvalue()
    assert writer.getvalue().count(b"root") == 16_000


@pytest.mark.usefixtures("small_blocks")
def test_an_insertion_names_the_cells_of_a_stream_however_long() -> None:
    rows = "(1, 'root', 'a line of no interest to anybody at all'),\n" * 16_000
    writer = io.BytesIO()
    text = f"INSERT INTO users (id, username, note) VALUES\n{rows}(2, 'jdoe42', '-');\n"
    REDACTOR.redact_stream(io.BytesIO(text.encode()), writer)
    assert b"jdoe42" not in writer.getvalue()
    assert writer.getvalue().count(b"root") == 16_000


def test_redacting_twice_changes_nothing() -> None:
    once = clean(
        f"{PROCESSES}<user>jdoe42</user>\n[user] => jdoe42\nUser jane.roe has been locked\nid,user\n1,jdoe42\n"
    )
    assert clean(once) == once
