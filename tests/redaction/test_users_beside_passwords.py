"""Users beside passwords, and both: in calls, files of accounts, protocols and commands; vaults."""

import pytest
from amid import clean, clean_amid_many

GONE = [
    ("new PDO($dsn, 'mkranz', 'tulips9-Q')", ("mkranz", "tulips9-Q")),
    ("new PDO('mysql:host=db;dbname=wa','mkranz','tulips9-Q')", ("mkranz", "tulips9-Q")),
    ("mysqli_connect('db7', 'mkranz', 'tulips9-Q', 'wa')", ("mkranz", "tulips9-Q")),
    ("requests.get(url, auth=('mkranz', 'tulips9-Q'))", ("mkranz", "tulips9-Q")),
    ('auth=("mkranz","tulips9-Q")', ("mkranz", "tulips9-Q")),
    ("smtp.login('mkranz', 'tulips9-Q')", ("mkranz", "tulips9-Q")),
    ("HTTPBasicAuth('mkranz', 'tulips9-Q')", ("mkranz", "tulips9-Q")),
    ('DriverManager.getConnection(url, "mkranz", "tulips9-Q")', ("mkranz", "tulips9-Q")),
    ('new NetworkCredential("mkranz", "tulips9-Q")', ("mkranz", "tulips9-Q")),
    ('req.SetBasicAuth("mkranz", "tulips9-Q")', ("mkranz", "tulips9-Q")),
    ("ftp_login($c, 'mkranz', 'tulips9-Q')", ("mkranz", "tulips9-Q")),
    ("mkranz:$apr1$Zr8Tq0bL$mYw3VuX5eNc7PAkZ3Qm9v.\n", ("mkranz", "mYw3VuX5")),
    ("mkranz:$2y$05$Zr8Tq0bLmYw3VuX5eNc7PAkZ3Qm9vXaJ1Lw7TgR2b", ("mkranz", "Zr8Tq0bL")),
    ("mkranz:{SHA}kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5f=\n", ("mkranz", "kZ3Qm9v")),
    ("db7:5432:wa:mkranz:tulips9\n", ("mkranz", "tulips9")),
    ("db7.firma7.de:5432:*:mkranz:tulips9\n", ("mkranz", "tulips9")),
    ("*:*:*:mkranz:tulips9\n", ("mkranz", "tulips9")),
    ("a1 LOGIN mkranz tulips9-Q\r\n", ("mkranz", "tulips9-Q")),
    ('C: A001 LOGIN "mkranz" "tulips9-Q"', ("mkranz", "tulips9-Q")),
    ("USER mkranz\r\nPASS tulips9-Q\r\n", ("mkranz", "tulips9-Q")),
    ("smtp.firma7.de:587 m.kranz@firma7.de:tulips9-Q", ("tulips9-Q", "m.kranz")),
    ("[smtp.firma7.de]:587 m.kranz@firma7.de:tulips9-Q", ("tulips9-Q", "m.kranz")),
    ("imap.firma7.de:993:m.kranz@firma7.de:tulips9-Q", ("tulips9-Q", "m.kranz")),
    ("m.kranz@firma7.de:tulips9-Q", ("tulips9-Q", "m.kranz")),
    ("net use Z: \\\\fs07\\wa tulips9-Q /user:FIRMA\\mkranz", ("tulips9-Q", "mkranz")),
    ("net use \\\\fs07\\wa /user:mkranz tulips9-Q", ("tulips9-Q", "mkranz")),
    ("net use Z: \\\\fs07\\wa /user:mkranz tulips9-Q /persistent:yes", ("tulips9-Q", "mkranz")),
    ("cmdkey /add:fs07 /user:mkranz /pass:tulips9-Q", ("tulips9-Q", "mkranz")),
    ("user=mkranz psw=tulips9-Q", ("tulips9-Q", "mkranz")),
    ("psw: tulips9-Q", ("tulips9-Q",)),
    ("db_psw=tulips9", ("tulips9",)),
    (
        (
            "$ANSIBLE_VAULT;1.1;AES256\n"
            "62313365396662343061393464336163383764373764613633653634306231386433626436623361\n"
            "6134333665353966363534333632666535333761666131620a663537646436643839616531643561\n"
        ),
        ("62313365396662343061", "6134333665353966"),
    ),
    (
        (
            "password: !vault |\n"
            "          $ANSIBLE_VAULT;1.1;AES256\n"
            "          62313365396662343061393464336163383764373764613633653634306231386433626436623361\n"
            "          6134333665353966363534333632666535333761666131620a663537646436643839616531643561\n"
        ),
        ("62313365396662343061", "6134333665353966"),
    ),
    ("machine smtp.firma7.de login mkranz password tulips9-Q", ("mkranz", "tulips9-Q")),
    ("authenticate('mkranz', 'tulips9-Q')", ("mkranz", "tulips9-Q")),
    ("sftp.connect(username='mkranz', password='tulips9-Q')", ("mkranz", "tulips9-Q")),
    ('pg_connect("host=db7 user=mkranz password=tulips9-Q")', ("mkranz", "tulips9-Q")),
    ("smtp.firma7.de:587 connected", ("smtp.firma7.de",)),
]
STAYS = [
    "new PDO($dsn, $user, $pass)",
    "auth=('user', 'password')",
    "smtp.login(user, password)",
    "db7:5432:wa:connected\n",
    "a1 LOGIN failed\r\n",
    "net use Z: \\\\server\\share /persistent:yes",
    "psw: true",
    "time 10:11:12:13 done",
    "$ANSIBLE_VAULT;1.1;AES256\n",
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_both_go(text: str, gone: tuple[str, ...]) -> None:
    alone = clean(f"{text}\n")
    assert [part for part in gone if part in alone] == []
    assert clean_amid_many(text) == alone.removesuffix("\n")


@pytest.mark.parametrize("text", STAYS)
def test_what_is_neither_stays(text: str) -> None:
    assert clean(f"{text}\n") == f"{text}\n"
    assert clean_amid_many(text) == text
