"""Credentials in protocol lines, lists, maps of headers, defaults and notes; and what is only written like them.

Each is looked for alone, and on its line in a log large enough to be scanned for lines worth reading.
"""

import pytest
from credentials import goes

from collector import Redactor

QUIET = "took 15 ms\n"
GONE = [
    # SNMP: in either order, as arguments, from a monitor.
    ("snmpget -v3 -l authPriv -a SHA -x AES -X harbour-4 -A tulips-4 10.0.0.7 1.3.6", ("harbour-4", "tulips-4")),
    ("snmpwalk -v 3 -A 'two tulips' -X \"three roses\" db7", ("two tulips", "three roses")),
    ("check_snmp -H db7 -L authPriv -a SHA -A tulips-4 -X harbour-4", ("harbour-4", "tulips-4")),
    ("running ['snmpgetnext', '-v3', '-A', 'tulips-4', '-X', 'harbour-4', 'db7']", ("harbour-4", "tulips-4")),
    ("snmpset -v2c -c tulips-4 db7 1.3.6 i 1", ("tulips-4",)),
    # FTP and POP3: beside who says it, as bytes.
    ("DEBUG ftplib *cmd* 'PASS tulips-4'", ("tulips-4",)),
    ("pop3: >> PASS tulips!4", ("tulips!4",)),
    ("Command: PASS tulips4", ("tulips4",)),
    ("send: b'PASS tulips-4\\r\\n'", ("tulips-4",)),
    ("[7] PASS tul!ps-4", ("tul!ps-4",)),
    # Go prints maps of lists; headers have several values.
    ("headers: map[Accept:[*/*] Authorization:[Bearer tulips4Kx]]", ("tulips4Kx",)),
    ('http.Header{"Authorization":[]string{"Bearer tulips4Kx"}}', ("tulips4Kx",)),
    ("{Authorization=[Token tulips4Kx], Accept=[*/*]}", ("tulips4Kx",)),
    ("form map[password:[tulips] username:[n7]] refused", ("tulips",)),
    # What is taken where a variable is missing.
    ("$pw = getenv('DB_PASSWORD') ? getenv('DB_PASSWORD') : 'tulips-4';", ("tulips-4",)),
    ('p = System.getenv("DB_PASSWORD") != null ? System.getenv("DB_PASSWORD") : "tulips-4";', ("tulips-4",)),
    ('ENV.fetch("DB_PASSWORD") { "tulips-4" }', ("tulips-4",)),
    ("config('DB_PASSWORD', default='tulips-4')", ("tulips-4",)),
    # A variable of an environment is an item of a list, whose quote ends it.
    ('    - "DB_PASSWORD=tul;ips=4"', ("tul", "ips=4")),
    ("docker run -e 'DB_PASSWORD=two tulips4' app", ("two", "tulips4")),
    ('up with ["DB_PASSWORD=two tulips4", "B=c"]', ("two", "tulips4")),
    # Pairs among pairs.
    ('sent [["user","n7"],["password","tulips"]]', ("tulips",)),
    # Keys that were refused, and keys as people write them.
    ("invalid api key p@Zb7!k", ("p@Zb7",)),
    ("Unknown API key: z9#kk", ("z9#kk",)),
    ("ERROR 401 invalid access token: t4l5p6", ("t4l5p6",)),
    ("api key: 8d3k", ("8d3k",)),
    ("license key = 9x4rb8", ("9x4rb8",)),
    # Notes of people: whose it is, spelt in a hurry, compared, in brackets.
    ("password for master:tulips-4", ("tulips-4",)),
    ("passphrase for vault=tulips-4", ("tulips-4",)),
    ("passworsd == tulips4", ("tulips4",)),
    ("passsword: tulips", ("tulips",)),
    ("db_passwrod=tulips", ("tulips",)),
    ("passowrd: tulips", ("tulips",)),
    ("psasword: tulips", ("tulips",)),
    ("paswrod: tulips", ("tulips",)),
    ("token for bot:t4KxQ9wZ7m", ("t4KxQ9",)),
    ("password == tulips4", ("tulips4",)),
    ("auth password(tul!ps-4) ok", ("tul!ps-4",)),
    ("password(tulips4Kx)", ("tulips4Kx",)),
    ("DEFINE CHANNEL(X) USERID(n7) PASSWORD(tulips)", ("tulips",)),
    # Several words between quotes.
    ("password: `maple copper harbour` works", ("maple", "harbour")),
    ("WIFI_PSK=`silver copper harbour`", ("silver", "harbour")),
    ('the passphrase is "maple copper harbour"', ("maple", "harbour")),
    ("psk `maple copper harbour` is in use", ("maple", "harbour")),
]
STAYS = [
    "snmpwalk -v2c -On -Cc db7 .1.3.6",
    "snmpd -A -Lf /var/log/snmpd.log",
    "PASS 14 tests",
    "PASS tests/unit/test_a.py",
    "PASS test-suite",
    "<- PASS",
    "command PASS accepted",
    "map[secrets:[get list watch] pods:[get]]",
    "map[password:[] token:[]]",
    "Authorization: [Bearer token required]",
    "getenv('DEBUG_TOKEN') ? 'set' : 'unset'",
    "has('password') ? 'change' : 'create'",
    "env('DB_PASSWORD', null)",
    '    - "DB_PASSWORD=${DB_PASSWORD}"',
    '    - "PASSWORD_POLICY=strict;min=8"',
    'keys [["user","password"],["id","email"]]',
    'keys [["password","email"],["a","b"]]',
    "invalid api key id",
    "invalid api key: status 401",
    "invalid token '}' at position 7",
    "api key: key1",
    "access key: prod-2",
    "private key: 2048 bits",
    "license key: AES256",
    "password for db:5432",
    "password for realm:acme-7",
    "password for master: required",
    "password for harbour at 12:30:45",
    "passwords == 3",
    "if password == password2:",
    "passworld: hello",
    "crossword: 12 across",
    "password(SHA256)",
    "password(s)",
    "hash_password(value7)",
    "def password(arg123):",
    "psk=`cat /etc/psk`",
    "password=`openssl rand -hex 16`",
    "the password: `must be changed`",
    "the password `is required here` now",
    'password "does not match"',
    "psk: none",
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_it_goes(of_large_logs: Redactor, text: str, gone: tuple[str, ...]) -> None:
    assert all(goes(f"at 08:45 {QUIET}{text}\n", each) for each in gone)
    clean = of_large_logs.redact_text(f"{QUIET}{text}\n{QUIET}").text
    assert not any(each in clean for each in gone)


@pytest.mark.parametrize("text", STAYS)
def test_what_is_only_written_like_it_stays(of_large_logs: Redactor, text: str) -> None:
    assert of_large_logs.redact_text(f"{QUIET}{text}\n{QUIET}").text == f"{QUIET}{text}\n{QUIET}"
