"""What stands for a value or refers to one, and places that are empty."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"credential forms have their key")
DIGEST = "9c1f0a7be2d34856a1907cde44f0b812"

UNCHANGED = [
    # Names, types, times and states in the places of values.
    "password -> password_hash",
    "| password | varchar(255) | NO |",
    "tls-secret   3d4h",
    "session_key rsa2048",
    "Loading secrets..... done",
    "ok, pass 3of4",
    "account: active / closed",
    "app --password PASSWORD --token TOKEN",
    "self.password = password",
    "def connect(host, password=None, token=None):",
    "$password = Read-Host -AsSecureString",
    "credentials=(TYPE=ROLE)",
    "public key: SHA256:kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0PuZr8Tq0bLmYw",
    f"host key: {DIGEST}",
    f'{{"sid": "SM{DIGEST}"}}',
    "password: ENC(c2VhbGVkIGVsc2V3aGVyZQ==)",
    "Login OK: [jane/<via Auth-Type = EAP>]".replace("jane", "admin"),
    "131047 is the error code",
    "code postal: 75001",
    '"EXPIRE" "auth:token:17" "3600"',
    # Nothing before the sign that comes next.
    "7,password=,harbour,db7",
    "/in?password=&page=2&lang=de",
    "PWD=;Database=wa",
    "password=, host=db7",
    'placeholder="token: ">here</input>',
    # References, and what a program says it does not show.
    "password = module.db.password",
    'password = System.getenv("DB_PASSWORD")',
    "password = ENV['DB_PASSWORD']",
    "password = getpass.getpass()",
    "password: !secret db_password",
    "password: \"{{ lookup('env', 'DB_PASS') }}\"",
    "password: ${DB_PASSWORD:-}",
    "password: %DB_PASSWORD%",
    "  ~ password = (sensitive value)",
    "password=***MASKED***",
    "WHERE password = ?",
    "password: ((db-password))",
    "password: ref+vault://secret/db#password",
    "existingSecret: wa-db",
    "LoadCredential=db:/etc/creds/db",
    # Nothing between a name and the next setting; what a parser reads; what objects of a cluster are called.
    "password= port=3306",
    "unexpected token: X1f9",
    'secret "wa-token-x7k2p" not found',
    'secret "wa-db-7d9f8b6c5d" already exists',
    "tokens: pod-name",
    "passwordSecretKey: mysql-password",
    "tlsSecret: wa.local-tls",
    '# secretKey: "key.json"',
    "dsn=mysql://db:3306/wa?password=",
    "dsn=mysql:host=db;port=3306",
    "session=<9vXaJ1Lw7TgR2bYc>",
    "password: ${{ secrets.DB_PASSWORD }}",
    "{{- if and .Values.aws.secret_access_key .Values.aws.access_key_id }}",
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_a_reference_a_state_or_nothing_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text


STANDS_FOR_ONE = [
    # Crosses and dots, with no more than a few characters of what they hide.
    *("xxxx-xxxx-1234", "XXXX1234", "xxxxxxxx", "xxxx...1234", "sk-xxxxxxxxxxxx", "ab....yz", "db://jane:xxxxxxxx@h/x"),
    # Formats of programs and variables.
    *("%s", "%d", "%v", "%@", "%-10s", "%1$s", "%lu", "%s:%s", "%DB_LOGIN%", "%(login)s", "%env(DB_LOGIN)%"),
    *("${DB_LOGIN}", "${DB_LOGIN:-none}", "${db.login:}", "$(cat /srv/x)", "@DB_LOGIN@", "@db.login@", "@userPassword"),
    *("{login}", "{{ login }}", "{{login}}", "<login>", "<your login here>", "[login]", "(password)"),
    # Words for what is to be given.
    *("some_password", "someSecret", "some-token-here", "replaceme", "REPLACE_WITH_YOUR_TOKEN", "ReplaceWithYourKey"),
    *("insert_your_token_here", "insert-token", "insertYourKeyHere", "yourPasswordHere", "your-128-bit-secret"),
    *("YOUR_LOGIN", "your password", "your_password_1", "change-me", "my_password"),
    # Calls and places.
    *("Read-Host", "Get-AzAccessToken", "getenv('DB_LOGIN')", "var.db_login", "vault:secret/wa#db", "./wa/db.txt"),
    *("~/.wa/login", "file:/srv/login", "../wa.key", "$dir/wa.key"),
]


@pytest.mark.parametrize("placeholder", STANDS_FOR_ONE)
@pytest.mark.parametrize("form", ['password="{}"', '{{"password": "{}", "n": 1}}'])
def test_what_stands_for_a_password_stays(form: str, placeholder: str) -> None:
    text = form.format(placeholder)
    assert REDACTOR.redact_text(text).text == text
