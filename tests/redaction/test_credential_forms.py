"""Credentials in the syntaxes people log them in, and the words around credentials that are none."""

import base64

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"credential forms have their key")
BASIC = base64.b64encode(b"tulip:harbour").decode()
DIGEST = "9c1f0a7be2d34856a1907cde44f0b812"

GONE = [
    # What a debugger or a program puts around a literal; a further name is no value of the one before.
    ('password: Some("tulips9-Q"), port: 1', "tulips9-Q"),
    ('{default_pass, <<"tulips9-Q">>},', "tulips9-Q"),
    ('["password"]=> string(9) "tulips9-Q"', "tulips9-Q"),
    ('password = decrypt("tulips9-Q")', "tulips9-Q"),
    ('{"Name": "/wa/db/password", "Type": "SecureString", "Value": "tulips9-Q"}', "tulips9-Q"),
    ("define('AUTH_KEY',         'tulips9-Qq7Zk2');", "tulips9-Q"),
    # Options one after the other; programs with options of one letter.
    ("app --verbose --password tulips run", "tulips"),
    ("cqlsh -u svc -p tulips9-Q db7", "tulips9-Q"),
    ("sqlcmd -S db7 -U sa -P tulips9-Q", "tulips9-Q"),
    ("snmpget -v3 -a SHA -A tulips9-Q -x AES -X roses77-Q db7", "roses77-Q"),
    ("net user jane tulips9-Q /add", "tulips9-Q"),
    ("7z x -ptulips9-Q a.7z", "tulips9-Q"),
    # Names and values in columns, calls, files of servers.
    ("proxy_set_header X-Api-Key tulips9-Q;", "tulips9-Q"),
    ("ENV SECRET_KEY_BASE tulips9-Q", "tulips9-Q"),
    ("PDO->__construct('mysql:host=db;d...', 'svc', 'tulips9-Q', Array)", "tulips9-Q"),
    ('smtp.login("svc", "tulips9-Q")', "tulips9-Q"),
    ("user svc on >tulips9-Q ~* +@all", "tulips9-Q"),
    ("[smtp.firm.io]:587 svc:tulips9-Q", "tulips9-Q"),
    ('10.0.0.2 : PSK "tulips9-Q"', "tulips9-Q"),
    # Protocols.
    ("334 UGFzc3dvcmQ6\ndHVsaXBzOS1R\n", "dHVsaXBzOS1R"),
    ("USER jane\n331 go on\nPASS tulips9-Q\n", "tulips9-Q"),
    ("a1 LOGIN jane tulips9-Q", "tulips9-Q"),
    ('Content-Disposition: form-data; name="password"\r\n\r\ntulips9-Q\r\n--x', "tulips9-Q"),
    # Further down in an element, in a registry, at the end of a sentence.
    ("<Password><Value>tulips9-Q</Value></Password>", "tulips9-Q"),
    (r"reg add HKLM\\X /v DefaultPassword /d tulips9-Q", "tulips9-Q"),
    ("password for svc account set to tulips9-Q", "tulips9-Q"),
    # What is said after a password, or beside a token, makes it none the less one.
    ("bad password: tulips9-Q: access denied", "tulips9-Q"),
    ("password='tulips9-Q': access denied", "tulips9-Q"),
    ("authorization: k7Q2m9Vx4Bz1Nw8R user=x", "k7Q2m9Vx4Bz1Nw8R"),
    ("app --password admin -v", "admin"),
    # Names.
    ("secret_key_base: tulips9-Q", "tulips9-Q"),
    (" id | password_hash\n----+---------------\n  1 | dac1a4b7d0b352ad6074dce1\n", "dac1a4b7d0b352ad6074dce1"),
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
    # Led to by arrows and dots, beside the name in a table or after blanks, and in other quotes.
    ("db.password -> tulips9", "tulips9"),
    ("api_token \u2192 tulips9Qx", "tulips9Qx"),
    ("Password ......... : tulips9", "tulips9"),
    ('pool: password............"tulips9"', "tulips9"),
    ("| db_password | tulips9 | from the environment |", "tulips9"),
    ("id       | 1\npassword | tulips9\n", "tulips9"),
    ("Name          Value\n----          -----\nDB_PASSWORD   tulips9\nTZ            UTC\n", "tulips9"),
    ("mot de passe : \u00ab tulips9 \u00bb", "tulips9"),
    ('["password"]=>\n  string(7) "tulips9"\n', "tulips9"),
    # Users first.
    ("creds: jane / tulips9", "tulips9"),
    ("SSID Guest, pass tulips9", "tulips9"),
    ('db.changeUserPassword("jane", "tulips9")', "tulips9"),
    ('db.auth("jane", "tulips9")', "tulips9"),
    ("Login incorrect: [jane/tulips9] (from client x port 0)", "tulips9"),
    ("the pw for the jane account is tulips9", "tulips9"),
    # What programs are told, and what they show of it.
    ('1.5 [0 10.0.0.5:4102] "HSET" "user:17" "password" "tulips9"', "tulips9"),
    ("consul kv put wa/db_password tulips9", "tulips9"),
    ("echo -n tulips9 | base64", "tulips9"),
    ("az keyvault secret set --name x --value tulips9", "tulips9"),
    ('chpasswd <<< "jane:tulips9"', "tulips9"),
    ("line vty 0 4\n password 7 08224D4A1D0C17\n", "08224D4A"),
    ('variable "db_password" {\n  type = string\n  default = "tulips9"\n}', "tulips9"),
    ("private_key=0x" + 2 * DIGEST, DIGEST),
    # Codes that people are sent, whatever ends the sentence.
    ("Your verification code is 482913. Do not share it.", "482913"),
    ("482-913 is your WhatsApp code", "482-913"),
    ("Use 739201 as your login code", "739201"),
    ("Votre code de v\u00e9rification est 482913", "482913"),
    ("C\u00f3digo de verificaci\u00f3n: 482913", "482913"),
    ("\u041a\u043e\u0434 \u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434\u0435\u043d\u0438\u044f: 4829", "4829"),
    ("two-step PIN set to 482913", "482913"),
    ("la contrase\u00f1a es tulips9", "tulips9"),
]

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
    # Programs, services and types of that name.
    "pam_unix(passwd:chauthtok): password changed",
    "passwd: password updated successfully",
    "arn:aws:secretsmanager:eu-west-1:491512345678:secret:wa/db-x7Kq2L",
    "invalid token: unexpected end of input",
    "mysql -u root -p shop",
    "docker run -u 1000 -p 8080:80 wa",
    "public_key=ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIq7ZkV2xW9pT4mJ8rB6nC1yL5sD3fG0hKaQeRtYuIoP",
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
