"""Credentials in the syntaxes people log them in, and the words around credentials that are none."""

import base64

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"credential forms have their key")
BASIC = base64.b64encode(b"tulip:harbour").decode()
DIGEST = "9c1f0a7be2d34856a1907cde44f0b812"

GONE = [
    # YAML: indentation marks, anchors, tags, the line below, lists.
    ("password: |2-\n    tulips9-Q\nuser: x\n", "tulips9-Q"),
    ("password: &main tulips9-Q\nother: *main\n", "tulips9-Q"),
    ("password: !vault tulips9-Q\n", "tulips9-Q"),
    ("password:\n  tulips9-Q\nuser: x\n", "tulips9-Q"),
    ("passwords:\n  - tulips9-Q\n  - harbour\n", "harbour"),
    ("passwords: [tulips, harbour]\n", "harbour"),
    ('"tokens": ["tulips9Q", "harbour77"]', "harbour77"),
    ("userPassword:: dHVsaXBzIG9uIGEgaGlsbA==", "dHVsaXBz"),
    ("password[]=tulips", "tulips"),
    ('password = """tulips"""', "tulips"),
    ("password = tulips by harbour\nport = 7\n", "harbour"),
    ("password: it's9", "s9"),
    ("Pass-word: tulips", "tulips"),
    # XML: named elements, pairs of elements, CDATA.
    ("<entry key='password'>tulips</entry>", "tulips"),
    ("<property>\n <name>db.password</name>\n <value>tulips</value>\n</property>", "tulips"),
    ("<key>Password</key>\n<string>tulips</string>", "tulips"),
    ("<password><![CDATA[tulips]]></password>", "tulips"),
    # Command lines.
    ("keytool -storepass tulips -keypass harbour", "harbour"),
    ("setx API_TOKEN tulips9", "tulips9"),
    ("docker login -u me -p tulips reg.firm.io", "tulips"),
    ("echo tulips | sudo -S id", "tulips"),
    ("printf 'me:tulips' | chpasswd", "tulips"),
    ("mongodump -u me -p tulips --db x", "tulips"),
    ("smbclient //srv/share -U me%tulips", "tulips"),
    ("htpasswd -b users me tulips", "tulips"),
    ("rabbitmqctl change_password me tulips", "tulips"),
    ("sqlplus me/tulips@orders", "tulips"),
    ("jdbc:oracle:thin:me/tulips@//db:1521/orders", "tulips"),
    ("net use Z: \\\\srv\\share tulips /user:me", "tulips"),
    # Settings of servers, devices and clients.
    ("bindpw tulips", "tulips"),
    ("snmp-server community tulips RO", "tulips"),
    ("enable secret 5 tulips9Q", "tulips9Q"),
    ("machine h\n  login me\n  password tulips\n", "tulips"),
    ("db7:5432:orders:me:tulips\n", "tulips"),
    ('"AUTH" "tulips"', "tulips"),
    ("me:$2y$05$Zr8Tq0bLmYw3VuX5eNc7PAkZ3Qm9vXaJ1Lw7TgR2b", "Zr8Tq0bL"),
    ("{SSHA}kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0Pu", "kZ3Qm9vX"),
    (f'{{"auths": {{"reg.firm.io": {{"auth": "{BASIC}"}}}}}}', BASIC),
    # SQL, OAuth, HTTP.
    ("INSERT INTO people (name, password) VALUES ('me', 'tulips'), ('you', 'harbour');", "harbour"),
    ("POST code=Zr8Tq0bLmYw3&grant_type=authorization_code", "Zr8Tq0bLmYw3"),
    (f"Basic {BASIC}", BASIC),
    (f'Authorization: Digest username="me", response="{DIGEST}"', DIGEST),
    ('"set-cookie": ["sid=tulips; Path=/"]', "tulips"),
    ("//me:tulips@mirror/x", "tulips"),
    ("appsecret_proof=" + DIGEST, DIGEST),
    # Words of people.
    ("the password was set to tulips9", "tulips9"),
    ("verification code: 482915", "482915"),
    ("contraseña: tulips9", "tulips9"),
    ("密码：tulips9", "tulips9"),
    ("senha=tulips", "tulips"),
    ("new_password_confirmation=tulips", "tulips"),
    ("passphrase: correct tulips battery harbour", "harbour"),
    # Names in other languages.
    ("clave: tulips9", "tulips9"),
    ("mot_de_passe=tulips9", "tulips9"),
    ("mdp: tulips9", "tulips9"),
    ("passord: tulips9", "tulips9"),
    ("kata_sandi=tulips9", "tulips9"),
    ("Has\u0142o: tulips9", "tulips9"),
    ("\u041f\u0410\u0420\u041e\u041b\u042c=tulips9", "tulips9"),
    ('"\u5bc6\u7801": "tulips9"', "tulips9"),
    ("Contrase\u00f1a: tulips9", "tulips9"),
    ("m\u1eadt kh\u1ea9u: tulips9", "tulips9"),
    ("\u03ba\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2: tulips9", "tulips9"),
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
    # A name above, the value under `value`.
    ('[db.token]\nvalue = "tulips9"\n', "tulips9"),
    ("[password]\nuser = me\nvalue = tulips9\n", "tulips9"),
    ("token:\n  value: tulips9\n", "tulips9"),
    ('{"token": {"value": "tulips9", "n": 1}}', "tulips9"),
    # Tables aligned by blanks.
    ("USER      PASSWORD     AGE\njane      tulips9      3d\njoe       harbour7     4d\n", "harbour7"),
    ("USER      PASSWORD     AGE\njane      tulips9      3d\n          harbour7     4d\n", "harbour7"),
    (" user  |  password \n-------+-----------\n jane  |  tulips9\n", "tulips9"),
    ("NAME   API KEY\n----   -------\njane   kZ3Qm9vX\n", "kZ3Qm9vX"),
    ("GET /x?token=abc HTTP/1.1", "=abc"),
]

UNCHANGED = [
    "first pass: 120 ms",
    "tokens: [the, quick, brown, fox]",
    "secrets: [db_password, api_cert]",
    "secrets:\n  - db_password\n  - api_cert\n",
    "password:\n  secretKeyRef:\n    name: wa\n",
    "Password:\n    at io.firm.Login.run(Login.java:17)\n",
    "password: |\n\nnext: 1\n",
    "pin: connected",
    "psk: disabled",
    "login: success",
    "RSA SHA256:kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0PuZr8Tq0bLmYw",
    "docker run -p 8080:80 nginx",
    "mkdir -p /srv/wa",
    "echo ok | sudo tee /srv/x",
    "net use Z: \\\\srv\\share /persistent:yes",
    "SMTP AUTH required",
    "INSERT INTO sizes (name, value) VALUES ('cpu', '17')",
    '<entry key="timeout">300</entry>',
    "password 8 characters minimum",
    '{"code": "131047", "title": "too late"}',
    "password has been set to never expire",
    "it costs $5$ or $6$",
    "auth backend42",
    "key 5 rotation99",
    "pass: 12/12",
    "pass,fail\n12,3\n",
    "Password: required",
    "password: optional",
    "Password: must be changed at the next login",
    "password: unset\nuser: me\n",
    "Passphrase: must be set",
    '"\u5bc6\u7801": "\u9519\u8bef"',
    "enclave: zone-7 and autoclave: 121 C",
    "palabra_clave_id: 7711",
    "wrong password  for user\nthen tulips  came in\n",
    "TOKENS   COST\n4        3\n",
    "NAME     TOKEN\nbroker   <none>\n",
    '"tokens": {"value": 4096}',
    "[tokens]\nvalue = 4096\n",
    "token:\n  name: value\n",
    'auth="none" "Mozilla/5.0 (X11)"',
    "Authorization: Bearer\n  realm: x\n",
    "token = (\n    None\n)",
    "GET /x?token=7 HTTP/1.1",
]


@pytest.mark.parametrize(("text", "secret"), GONE)
def test_a_credential_goes_in_every_syntax(text: str, secret: str) -> None:
    clean = REDACTOR.redact_text(text).text
    assert secret not in clean
    assert REDACTOR.redact_text(clean).text == clean


@pytest.mark.parametrize("text", UNCHANGED)
def test_what_only_speaks_of_credentials_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text


@pytest.mark.parametrize("piece", ["password=[", "password=a<", "password=a'", "password: [a,", "password:\n  "])
def test_a_hostile_text_of_many_beginnings_ends(piece: str) -> None:
    assert REDACTOR.redact_text(piece * 12_000).text
