"""Credentials by their names and forms, and that nothing else goes with them."""

import pytest
from credentials import DIGEST, REDACTOR, goes

GONE = [
    # A plus for a blank before it, a sign at its beginning.
    ("q=pushed+with+ghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6&page=2", "ghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6"),
    ("password=,k7Rvq9wZt next", ",k7Rvq9wZt"),
    ("password=&k7Rvq9wZt", "&k7Rvq9wZt"),
    # What begins like a rule or a label.
    ('{"password": "is tulips9 ok"}', "tulips9"),
    ('{"password": "Password!"}', "Password!"),
    ("resume_token=qZ7tulips99xK00aa", "qZ7tulips99xK00aa"),
    (f"JOIN_TOKEN=T10{DIGEST}{DIGEST[::-1]}::server:{DIGEST}", f"::server:{DIGEST}"),
    # A name that tells, and behind a blank, a hyphen or a stroke what a machine made.
    (f"acme-secret-{DIGEST}", DIGEST),
    (f"ACME TOKEN {DIGEST}", DIGEST),
    (f"acmeApiKey {DIGEST}", DIGEST),
    (f'harbour SECRET KEY "{DIGEST}"', DIGEST),
    (f"https://firm.io/reset/token/{DIGEST}", DIGEST),
    ("see secret-token:tulips99%20harbour7 there", "tulips99%20harbour7"),
    ("otpauth-migration://offline?data=CjEKCnR1bGlwczlRTG0SBGphbmU%3D", "CjEKCnR1bGlwczlRTG0SBGphbmU"),
    # Environments at the end of a name; a personal token; other spellings.
    ("DB_PASSWORD_PROD=tulips9-Q", "tulips9-Q"),
    ("API_KEY_STAGING=tulips9-Q", "tulips9-Q"),
    ("PORTAL_PAT=kz3qm9vxaj1lw7tgr2bync8nde5fhs0puzr8", "kz3qm9vxaj1lw7tgr2bync8nde5fhs0puzr8"),
    ("DB_PASWD=tulips9-Q", "tulips9-Q"),
]


@pytest.mark.parametrize(("text", "secret"), GONE)
def test_a_credential_goes_that_its_name_or_its_form_tells(text: str, secret: str) -> None:
    assert goes(text, secret)


WRITTEN = [
    *("**db_password:** {}", "Server=db;Password={};Database=x", "java -Dtoken={} -jar x", "password={} port=3306"),
    *('#define DB_PASSWORD "{}"', '(db_password "{}")', "app --password {} run", "DB_PASSWORD set to {}"),
    *(
        "- name: DB_PASSWORD\n  value: {}",
        '- name: DB_PASSWORD\n  value: "{}"',
        "api_key={} ok",
        "curl -H 'token: {}' h",
    ),
]


@pytest.mark.parametrize("value", ["tul;ips9", "tul,ips9", "!tulips9", "tul&ips9Q", "Tulips9Qx"])
@pytest.mark.parametrize("form", WRITTEN)
def test_a_value_goes_whole_whatever_signs_are_in_it(form: str, value: str) -> None:
    assert REDACTOR.redact_text(form.format(value)).text == form.format("[secret]")


@pytest.mark.parametrize("value", ["tul<ips>9", "tul(ips)9", "tul{ips}9"])
@pytest.mark.parametrize("form", ["password={} port=3306", "token={}", "api_key: {}", "INFO login with token: {}"])
def test_a_value_goes_whole_whatever_brackets_are_in_it(form: str, value: str) -> None:
    assert REDACTOR.redact_text(form.format(value)).text == form.format("[secret]")


LIKE_A_PLACEHOLDER = [
    *("XXx2222222", "xxxTulips9", "Tulips2024xxxxxx", "tulips....9Zk", "%Zx81kQ", "%harbour", "@Tulips9@", "@h4rb0ur@"),
    *("Somerset2024", "some1Strong", "sometimes77", "Replace9Zk", "replacement7", "Insertcoin7", "insert2024Q"),
    *("Yourtulips99", "your2024Pass", "your_Zk91xQ", "your-tulips-1985", "mypassword", "@dm1nistrator", "New-York"),
    *("{Tulips9Q", "[Tulips9Q", "<Tulips9Q", "{Zk9!xQ", "${Tulips9Q", "$(Tulips9Q", "./Zk9xQ7Lm2", "getenv99"),
    *("var.Zk9!x", "file:Zk9xQ", "vault:Zk9xQ", "@dminpassword"),
]


@pytest.mark.parametrize("password", LIKE_A_PLACEHOLDER)
@pytest.mark.parametrize("form", ['password="{}"', "DB_PASSWORD={}", '{{"password": "{}", "n": 1}}'])
def test_a_password_goes_that_begins_like_a_placeholder(form: str, password: str) -> None:
    assert REDACTOR.redact_text(form.format(password)).text == form.format("[secret]")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("passwords: [tulips, roses]", "passwords: [[secret], [secret]]"),
        ("credentials: [role=dba, password=tulips9]", "credentials: [role=dba, password=[secret]]"),
        ("etcdctl --user root:tulips9$ get x", "etcdctl --user root:[secret] get x"),
        (
            '-Password (ConvertTo-SecureString "tulips9" -AsPlainText)',
            '-Password (ConvertTo-SecureString "[secret]" -AsPlainText)',
        ),
        ("<b>Password:</b>&nbsp;tulips9-Q", "<b>Password:</b>&nbsp;[secret]"),
        (
            "\u60a8\u7684\u5bc6\u7801\u662ftulips9-Q\uff0c\u8bf7\u4fdd\u7ba1",
            "\u60a8\u7684\u5bc6\u7801\u662f[secret]\uff0c\u8bf7\u4fdd\u7ba1",
        ),
        ('password = decrypt(b"tulips9-Q")', 'password = decrypt(b"[secret]")'),
        ('password = Secret(r"tulips9-Q")', 'password = Secret(r"[secret]")'),
        ("Password=tulips9-Q;Initial Catalog=wa", "Password=[secret];Initial Catalog=wa"),
        (
            'x.Credentials = new-object System.Net.NetworkCredential("svc", "tulips9-Q")',
            'x.Credentials = new-object System.Net.NetworkCredential("svc", "[secret]")',
        ),
        (
            '<add key="ConnectionString_W2A" value="Db=wa;Password=tulips9-Q" />',
            '<add key="ConnectionString_W2A" value="Db=wa;Password=[secret]" />',
        ),
        ("DATA_SOURCE_NAME=exporter:tulips9-Q@(db:3306)/", "DATA_SOURCE_NAME=[secret]@(db:3306)/"),
        ('["sshpass", "-p", "tulips9", "ssh", "db7"]', '["sshpass", "-p", "[secret]", "ssh", "db7"]'),
        ("the password is tulips9-Q, and tulips9-Qs7 is another", "the password is [secret], and [secret] is another"),
    ],
)
def test_nothing_but_the_credential_goes(text: str, clean: str) -> None:
    assert REDACTOR.redact_text(text).text == clean


@pytest.mark.parametrize("piece", ["password=[", "password=a<", "password=a'", "password: [a,", "password:\n  "])
def test_a_hostile_text_of_many_beginnings_ends(piece: str) -> None:
    assert REDACTOR.redact_text(piece * 12_000).text
