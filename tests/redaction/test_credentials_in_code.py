"""Credentials in source code: beside types, calls and comparisons, over several lines, byte by byte."""

import pytest
from credentials import DIGEST, goes

GONE = [
    # What things begin as, and what options, templates and calls for secrets take.
    ('std::string password{"tulips9-Q"};', "tulips9-Q"),
    ('let password: &str = "tulips9-Q";', "tulips9-Q"),
    ('Dim password As String = "tulips9-Q"', "tulips9-Q"),
    ("one.password = lambda: 'tulips9-Q'", "tulips9-Q"),
    ("parser.add_argument('--password', default='tulips')", "tulips"),
    ('{{ env "DB_PASSWORD" | default "tulips" }}', "tulips"),
    ("{{ db_password | default('tulips') }}", "tulips"),
    ("jwt.encode(payload, 'tulips9-Q', algorithm='HS256')", "tulips9-Q"),
    ("crypto.createHmac('sha256', 'tulips9-Q')", "tulips9-Q"),
    ("SELECT pgp_sym_decrypt(said, 'tulips9-Q')", "tulips9-Q"),
    ('new SecretKeySpec("tulips9-Q".getBytes(), "AES")', "tulips9-Q"),
    ("bcrypt.hash('tulips9-Q', 10)", "tulips9-Q"),
    ('client.Login("jane", "tulips9-Q")', "tulips9-Q"),
    ('ssh.connect("db7", 22, "jane", "tulips9-Q")', "tulips9-Q"),
    # What a debugger or a program puts around a literal; a further name is no value of the one before.
    ('password: Some("tulips9-Q"), port: 1', "tulips9-Q"),
    ('{default_pass, <<"tulips9-Q">>},', "tulips9-Q"),
    ('["password"]=> string(9) "tulips9-Q"', "tulips9-Q"),
    ('password = decrypt("tulips9-Q")', "tulips9-Q"),
    ('{"Name": "/wa/db/password", "Type": "SecureString", "Value": "tulips9-Q"}', "tulips9-Q"),
    ("define('AUTH_KEY',         'tulips9-Qq7Zk2');", "tulips9-Q"),
    # What is compared with a name, added to it, or stands in for it.
    ('if password != "tulips" then', "tulips"),
    ('if ("tulips9-Q" === my.password) {', "tulips9-Q"),
    ("$dbPassword .= 'tulips9-Q';", "tulips9-Q"),
    ('var portalToken string = "tulips99qk2"', "tulips99qk2"),
    ('mapOf("user" to "jane", "password" to "tulips9")', "tulips9"),
    ('credentials {\n    username "jane"\n    password "tulips_of_may"\n}', "tulips_of_may"),
    ('passphrase "blue tulips in may"', "blue tulips"),
    ("<secret>{AQAAABAAAAAQzrqCdLlpZ8wVvYxg0rYJ3mmYfKtz9mN0 x9K}</secret>", "zrqCdLlpZ8w"),
    ('password="{tulips9!Q}"', "tulips9"),
    ("using Key=wdvnousa87acfxp9ioasrea4tbeasrfa", "wdvnousa87"),
    ("https://jane@example.com:tu#li@ps!9@git.example.com/x", "li@ps"),
    ("postgres://app:tu@lips#9?x@db:5432/wa", "lips#9"),
    ("key AKIA1234567890ABCDEF is used", "7890ABC"),
    # The last part of a longer name; values as programs log them, as lists hold them, as word processors quote them.
    ('{"token": "Qz7a(Wk9b7x"}', "Wk9b7x"),
    ('{"recovery_code": "A7K9-Q2XM"}', "A7K9"),
    ("page_access_token=Tr0ub4dor&3xyz", "3xyz"),
    ("id,otp,ts\n1,482913,2026\n2,482914,2026", "482914"),
    ("the client_secret is x9Kq3Lm7Zt4Vb8Rt", "x9Kq3Lm7"),
    ("dbPassword is tulips9-Q", "tulips9-Q"),
    ("login user=[jane], password=[tulips9]", "tulips9"),
    ("db_password;tulips9-Q", "tulips9-Q"),
    ("api_key,x9Kq3Lm7Zt4Vb8Rt5Yw1", "x9Kq3Lm7"),
    ("\u201cpassword\u201d: \u201ctulips9\u201d", "tulips9"),
    ("db_password ==> tulips9", "tulips9"),
    ("if $password eq 'tulips9'", "tulips9"),
    ('secret_key("x9Kq3Lm7Zt4Vb8Rt")', "x9Kq3Lm7"),
    ("const pw = process.env.DB_PASSWORD || 'tulips9-Q';", "tulips9-Q"),
    ('PASSWORD = os.environ.get("WA_PW", "tulips9-Q")', "tulips9-Q"),
    ('System.setProperty("PORTAL_TOKEN", "tulips99harbour")', "tulips99harbour"),
    ('secret.assign("tulips9-Q", 9);', "tulips9-Q"),
    # Byte by byte.
    (f"private_key: [{', '.join(map(str, range(7, 250, 10)))}]", "107, 117"),
    (f"uint8_t aes_key[16] = {{\n  {', '.join(map(hex, range(9, 250, 15)))}}};", "0x36, 0x45"),
    (f"master key: {':'.join(DIGEST[at : at + 2] for at in range(0, 32, 2))}", "0a:7b"),
    ("priv:\n    00:9c:1f:0a:7b:e2:d3:48:56:\n    a1:90\npub:\n    04:ab", "a1:90"),
    ("WPA: PSK - hexdump(len=8): 9c 1f 0a 7b e2 d3 48 56", "0a 7b"),
    (f"CLIENT_RANDOM {DIGEST * 2} {DIGEST[::-1] * 3}", DIGEST[::-1]),
    ('if ($password -eq "tulips") {', "tulips"),
    ('if (user.getPassword().equals("tulips9-Q")) {', "tulips9-Q"),
    ("net rpc -U svc%tulips9-Q info", "tulips9-Q"),
    ("kinit svc <<< tulips9-Q", "tulips9-Q"),
    ("npm config set //r.io/:_authToken tulips9-Q", "tulips9-Q"),
    ('.header("Authorization", "Token tulips9-Q")', "tulips9-Q"),
    # Values on the next line, and in several literals.
    ("gateway --password \\\n  tulips9-Q --port 8080", "tulips9-Q"),
    ("gateway --password ^\r\n  tulips9-Q --port 8080", "tulips9-Q"),
    ("password=\\\ntulips9", "tulips9"),
    ("Authorization: Bearer\n  kZ3Qm9vXaJ1Lw7\nHost: h", "kZ3Qm9vX"),
    ("token = (\n    'tulips9Qx'\n)", "tulips9Qx"),
    ("password = ('tulips9'\n            'harbour7')", "harbour7"),
    ('const char *password = "tulips9" "harbour7";', "harbour7"),
    ("password = 'tulips9' + 'harbour7'", "harbour7"),
    ('password = "tulips9" .\n    "harbour7"', "harbour7"),
    # What a sign may look like, and what may stand before a literal.
    ("**Password**: tulips", "tulips"),
    ('val password: String = "tulips"', "tulips"),
    ('String password = new String("tulips");', "tulips"),
    ('password <- "tulips"', "tulips"),
    ("Password:\n```\ntulips9-Q\n```", "tulips9-Q"),
    ("| password: | tulips9-Q |", "tulips9-Q"),
    ("Password:<br>tulips9-Q", "tulips9-Q"),
    ("set -gx DB_PASSWORD tulips9-Q", "tulips9-Q"),
    ("[('user', 'jane'), ('password', 'tulips')]", "tulips"),
    # Beside names, members, choices and calls that are none.
    ("MAX_BOT_TOKEN=tulips9Q", "tulips9Q"),
    ("max_token: kZ3Qm9vXaJ1Lw7Tg", "kZ3Qm9vX"),
    ("signing_key: OurSigningKey9", "OurSigningKey9"),
    ("token = Sunflower", "Sunflower"),
    ("clientAuth=tulipsAuth9", "tulipsAuth9"),
    ("password=tulips|harbour", "tulips"),
    ('db.pass("tulips9-Q")', "tulips9-Q"),
    ('password = encrypt("tulips", salt)', "tulips"),
    ('token = login("kZ3Qm9vXaJ1Lw7Tg", 7)', "kZ3Qm9vX"),
    ("key: sha256-kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0Pu", "kZ3Qm9vX"),
]


@pytest.mark.parametrize(("text", "secret"), GONE)
def test_it_goes(text: str, secret: str) -> None:
    assert goes(text, secret)


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ('user.setPassword("', "it's9KxQ7", '");'),
        ('.withPassword("', 'a\\"bTulips7Q', '")'),
        ('client.login("jane.doe", "', 'a\\"bTulips7Q', '")'),
        ("HTTPBasicAuth('jane.doe', '", "it\\'sTulips7Q", "')"),
        ("ALTER USER app WITH PASSWORD '", "it''s9KxQ7", "';"),
        ("CREATE ROLE app LOGIN PASSWORD '", "it''s9KxQ7", "' VALID UNTIL 'infinity';"),
        ("GRANT ALL ON x.* TO app IDENTIFIED BY '", "it''s9KxQ7", "' REQUIRE SSL;"),
        ("ConvertTo-SecureString '", "it''s9KxQ7", "' -AsPlainText -Force"),
        ('ConvertTo-SecureString "', 'a`"bTulips7Q', '" -AsPlainText -Force'),
    ],
)
def test_a_value_goes_with_the_quotes_in_it(before: str, value: str, after: str) -> None:
    text = f"{before}{value}{after}\n"
    assert goes(text, value)
    assert goes(text, value[-5:])
