"""Passwords of several words, and remarks about passwords, on the rest of a line."""

import pytest
from credentials import REDACTOR

PHRASES = [
    "tulip horse battery",
    "correct horse battery staple",
    "Purple Monkey Dishwasher",
    "tulip horse, battery; staple",
    "blue harbour 77 tulips",
    "my dog has fleas",
]


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize(
    "form",
    [
        *(
            "**password:** {}",
            "`password`: {}",
            "password: {}",
            "  db_password: {}\n",
            "- password: {}",
            "password = {}",
            "passphrase: {}  # of the archive",
        ),
        *('password: "{}"', "export DB_PASSWORD='{}'", "<password>{}</password>", '{{"password": "{}", "n": 1}}'),
    ],
)
def test_a_password_of_several_words_goes_whole(form: str, phrase: str) -> None:
    assert REDACTOR.redact_text(form.format(phrase)).text == form.format("[secret]")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("INFO db password: correct horse battery staple", "INFO db password: [secret]"),
        ("DB_PASSWORD=tulip horse battery staple", "DB_PASSWORD=[secret]"),
        ("INFO password: tulip horse battery staple port=5432 ok", "INFO password: [secret] port=5432 ok"),
        ("INFO passphrase=tulip horse battery staple, n=1", "INFO passphrase=[secret], n=1"),
        ("Server=db;Pwd=tulip b=c;Database=wa", "Server=db;Pwd=[secret];Database=wa"),
        (
            "mnemonic: abandon ability able about above absent absorb abstract absurd abuse access accident",
            "mnemonic: [secret]",
        ),
        ("seed phrase: abandon ability able about above absent", "seed phrase: [secret]"),
        ("password: ab;cd=ef9", "password: [secret]"),
        ("password: ab&cd[ef9", "password: [secret]"),
        # Further pairs, remarks and commands are none of it.
        ("password: tulips9 port: 3306", "password: [secret] port: 3306"),
        ("password: tulips9 is for the archive", "password: [secret] is for the archive"),
        ("PGPASSWORD=tulips9 psql -h db7", "PGPASSWORD=[secret] psql -h db7"),
        ("password: tulips9,", "password: [secret],"),
    ],
)
def test_it_ends_where_what_follows_is_none_of_it(text: str, clean: str) -> None:
    assert REDACTOR.redact_text(text).text == clean


@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize(
    "remark",
    [
        *("password: The password to use for login.", "password: password of the account", "password: not set"),
        *("password: hash mismatch detected", "password: authentication failed for the account"),
        *("password: stored in vault", "password: ask the administrator", "password: same as the login"),
        *("passwords: never store them in clear text", "password: read from environment", "password: see 1Password"),
        *("secret = # none so far", "pw = pw + c", "Mnemonic: Extra lines."),
        *("token: opaque string returned by login", "secret: name of the object in the cluster"),
        *("secrets: list of secrets to mount", "token: an API token", "password: must be at least 8 characters"),
    ],
)
def test_a_remark_about_a_password_stays(remark: str, indent: str) -> None:
    assert REDACTOR.redact_text(indent + remark).text == indent + remark
