"""Credentials as many a program is told them, and what programs only say about credentials.

Each is looked for alone, and on its line in a log large enough to be scanned for lines worth reading.
"""

import pytest
from credentials import goes

from collector import Redactor

QUIET = "took 15 ms\n"
DIGEST = "9c1f0a7be2d348569c1f0a7be2d34856"
GONE = [
    # What statements say on a line of their own; what devices keep, by its salt.
    ("create user n7\n    identified by 'tulips9';", ("tulips9",)),
    ("enable secret\n key 7 0822455D0A16", ("0822455D",)),
    # What is taken where a variable is missing.
    ('let p = env::var("DB_PASSWORD").unwrap_or("tulips-4".to_string());', ("tulips-4",)),
    ('env::var("API_TOKEN").unwrap_or_else(|_| "t4KxQ9wZ7m".into())', ("t4KxQ9",)),
    ('setenv("DB_PASSWORD", "tulips", 1);', ("tulips",)),
    ("+ export 'DB_PASSWORD=two tulips4'", ("two", "tulips4")),
    # Calls of libraries: where, who, and with which password; Oracle's asks for who first.
    ('MySQLdb.connect("db7", "n7", "tulips", "orders")', ("tulips",)),
    ("pymysql.connect('db7', 'n7', 'tulips')", ("tulips",)),
    ("cx_Oracle.connect('n7', 'tulips', 'db7/ORCL')", ("tulips",)),
    ('oracledb.connect("n7/tulips4@db7/ORCL")', ("tulips4",)),
    ("[System.Net.NetworkCredential]::new('n7','tulips')", ("tulips",)),
    ('env.put(Context.SECURITY_CREDENTIALS, "tulips");', ("tulips",)),
    ("createHmac('sha256', 'tulips').update(x)", ("tulips",)),
    ("jwt.sign({ id: 7 }, 'tulips')", ("tulips",)),
    ('Algorithm.HMAC256("tulips")', ("tulips",)),
    ('Jwts.builder().signWith(SignatureAlgorithm.HS256, "tulips")', ("tulips",)),
    ('Keys.hmacShaKeyFor("tulips4KxQ9".getBytes())', ("tulips4",)),
    ("app.use(cookieParser('tulips-44'))", ("tulips-44",)),
    ("token(t4KxQ9wZ7m)", ("t4KxQ9",)),
    ("secret(t4KxQ9wZ7m) is set", ("t4KxQ9",)),
    # Lisp, Erlang, pairs of C#.
    ('(setq smtp-password "tulips")', ("tulips",)),
    ('{default_pass, <<"tulips">>},', ("tulips",)),
    ('{password, "tulips"}', ("tulips",)),
    ('d = { { "user", "n7" }, { "password", "tulips" } };', ("tulips",)),
    # Programs and their files.
    ("curl -u 'n7:two tulips4' https://h/", ("two", "tulips4")),
    ('curl --user "n7:two tulips4" https://h/', ("two", "tulips4")),
    ('send "tulips-4\\r"', ("tulips-4",)),
    ("radtest n7 tulips 127.0.0.1 0 harbour", ("tulips", "harbour")),
    ('"n7" * "tulips" *', ("tulips",)),
    ("register => n7:tulips@sip7/6001", ("tulips",)),
    ('PlainLoginModule required user_n7="tulips" user_n8="harbour";', ("tulips", "harbour")),
    ("<auth-user-pass>\nn7\ntulips4\n</auth-user-pass>", ("tulips4",)),
    ("HELLO 3 AUTH default tulips-4", ("tulips-4",)),
    ("PASS oauth:t4kxq9wz7mt4kxq9", ("t4kxq9",)),
    ("    DefaultPassword    REG_SZ    tulips", ("tulips",)),
    ("asked: DefaultPassword    REG_SZ    tulips", ("tulips",)),
    ("app: machine h login n7 password tulips", ("tulips",)),
    ('{"msg":"logged command:username n7 password 7 094F471A1A0A"}', ("094F471A",)),
    ("said 'tacacs-server key tulips'", ("tulips",)),
    ('"encrypt": "Zr8Tq0bLmYw3VukZ3Qm9vQ=="', ("Zr8Tq0",)),
    ("echo -n tulips | cryptsetup open /dev/x y -", ("tulips",)),
    ("echo tulips4 | kinit n7", ("tulips4",)),
    ("Password for the user n7 is reset.\nNew value: t4KxQ9wZ", ("t4KxQ9",)),
    (f"<password_sha256_hex>{DIGEST}{DIGEST}</password_sha256_hex>", (DIGEST,)),
    (f"K3S_TOKEN=K10{DIGEST}{DIGEST}::server:{DIGEST}", (DIGEST,)),
    ("license key T4KXQ-9WZ7M-T4KXQ", ("T4KXQ",)),
]
STAYS = [
    "partition key 7 1048576",
    "key 7 202611280215 evicted",
    'encrypt = "gossip"',
    "echo done | cryptsetups",
    'send "show version\\r"',
    'send "AT+CGMI\\r"',
    'send "$password\\r"',
    "usage: radtest user password server",
    '{token, "expired"}',
    '{reason, "password too short"}',
    "(setq password-cache-expiry 16)",
    'env::var("PORT").unwrap_or("8080".to_string())',
    'setenv("TOKEN_FILE", "/run/x", 1);',
    '{ {"user", "string"}, {"password", "string"} }',
    '{{"password", "username"}, {"a", "b"}}',
    'export "TOKEN_COUNT=7"',
    "    PasswordExpiry    REG_DWORD    0x5a",
    "    TokenType    REG_SZ    user",
    "New value: 7",
    "register => handler",
    "PASS oauth_login_test",
    "crypto.createHmac('sha256', key)",
    "jwt.sign(payload, privateKey, { algorithm: 'RS256' })",
    'jwt.verify(token, secret, "HS256")',
    "cx_Oracle.connect(user, password, dsn)",
    "[Security.Token]::new('x')",
    "token(12345678)",
    "token(IDENTIFIER)",
    "secret(sha256)",
    "password(characters8-16)",
    "password(8-16characters)",
    "password(min8)",
    "password: required, at least 8 characters",
    "password_md5=none",
    "alg password: HS256",
    "token: urn:example:params:token-type:jwt",
    # What programs say, and what they show in place of a secret.
    f'"client_token":"hmac-sha256:{DIGEST}{DIGEST}"',
    "check_ntlm_password:  Authentication for the account failed",
    "a library identified by 'harbour7'.",
    "node identified by 'db-7' joined",
    f"GPU 0: X (UUID: GPU-{DIGEST[:8]}-0f2f-01ac-6b05-8da14d6e9005)",
    "charge ch_3MtwBwLkdIwHu7ix0snN0B15 succeeded",
    "a list, pass <tt>true</tt> to sort it",
    "xsrf_token: property",
    "2nd pass: check the rest",
    "coalescing pass: adjacent intervals",
    "Pass :meth:`peek` a value",
    ".icon-secret:before{content:none}",
    "myapp -u --unit -p --property",
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_it_goes(of_large_logs: Redactor, text: str, gone: tuple[str, ...]) -> None:
    assert all(goes(f"at 08:45 {QUIET}{text}\n", each) for each in gone)
    clean = of_large_logs.redact_text(f"{QUIET}{text}\n{QUIET}").text
    assert not any(each in clean for each in gone)


@pytest.mark.parametrize("text", STAYS)
def test_what_is_only_written_like_it_stays(of_large_logs: Redactor, text: str) -> None:
    assert of_large_logs.redact_text(f"{QUIET}{text}\n{QUIET}").text == f"{QUIET}{text}\n{QUIET}"
