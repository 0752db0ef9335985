"""What clients store under a name: commands of Redis and etcd, and constants with a type."""

import pytest
from amid import clean, clean_amid_many

GONE = [
    ('1700000000.123 [0 10.0.0.7:51234] "SET" "db_password" "tulips9-Q"', ("tulips9-Q",)),
    (
        (
            '1700000000.123 [0 10.0.0.7:51234] "HSET" "user:7" "phone" "01765550314" "username" "mkranz42" '
            '"password" "tulips9-Q"'
        ),
        ("tulips9-Q", "01765550314", "mkranz42"),
    ),
    ('"SETEX" "session:7:access_token" "3600" "kZ3Qm9vXaJ1Lw7TgR2b"', ("kZ3Qm9vXaJ1Lw7TgR2b",)),
    ('"MSET" "cfg:db_host" "db7.firma7.de" "cfg:db_user" "mkranz42"', ("db7.firma7.de", "mkranz42")),
    ("127.0.0.1:6379> SET username mkranz42\n", ("mkranz42",)),
    ("127.0.0.1:6379> HSET user:7 phone 01765550314 login mkranz42\n", ("01765550314", "mkranz42")),
    ("redis-cli -h db7 set smtp_user mkranz42\n", ("mkranz42",)),
    ("etcdctl put /wa/db/username mkranz42\n", ("mkranz42",)),
    ("consul kv put wa/db_host db7.firma7.de\n", ("db7.firma7.de",)),
    ('val dbUser: String = "mkranz42"', ("mkranz42",)),
    ('let mailHost: string = "mail.firma7.de";', ("mail.firma7.de",)),
]
STAYS = [
    '"SET" "jobs:7:state" "done"',
    '"HSET" "job:7" "host" "localhost" "state" "done"',
    '"SET" "lock:token" "1"',
    "SET NAMES utf8mb4\n",
    "set -e\nset -o pipefail\n",
    "set username is not allowed here\n",
    "127.0.0.1:6379> SET counter 42\n",
    'val owner: String = "none"',
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_a_stored_value_goes_by_its_name(text: str, gone: tuple[str, ...]) -> None:
    alone = clean(f"{text}\n")
    assert [part for part in gone if part in alone] == []
    assert clean_amid_many(text) == alone.removesuffix("\n")


@pytest.mark.parametrize("text", STAYS)
def test_what_is_stored_otherwise_stays(text: str) -> None:
    assert clean(f"{text}\n") == f"{text}\n"
    assert clean_amid_many(text) == text
