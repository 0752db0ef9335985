"""Credentials in the syntaxes people log them in."""

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
    # Environments at the end of a name; a personal token; other spellings.
    ("DB_PASSWORD_PROD=tulips9-Q", "tulips9-Q"),
    ("API_KEY_STAGING=tulips9-Q", "tulips9-Q"),
    ("PORTAL_PAT=kz3qm9vxaj1lw7tgr2bync8nde5fhs0puzr8", "kz3qm9vxaj1lw7tgr2bync8nde5fhs0puzr8"),
    ("DB_PASWD=tulips9-Q", "tulips9-Q"),
    # What is compared with a name, added to it, or stands in for it.
    ('if password != "tulips" then', "tulips"),
    ('if ("tulips9-Q" === my.password) {', "tulips9-Q"),
    ("$dbPassword .= 'tulips9-Q';", "tulips9-Q"),
    ('var portalToken string = "tulips99qk2"', "tulips99qk2"),
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
    # Arguments one below the other; programs that are told a key alone.
    ('new DirectoryEntry("LDAP://dc7",\n    "svc",\n    "tulips9-Q")', "tulips9-Q"),
    ("vault operator unseal -tls-skip-verify kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0PuZr8Tq0bLmY8=", "kZ3Qm9vXaJ1Lw7TgR2bYc8Nd"),
    ("curl -u kZ3Qm9vXaJ1Lw7: https://h/x", "kZ3Qm9vXaJ1Lw7"),
    ("ConvertTo-SecureString -AsPlainText -Force tulips9-Q", "tulips9-Q"),
    (f"$krb5asrep$23$jane@FIRM.IO:{DIGEST}${DIGEST}{DIGEST}", DIGEST),
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
    # Cells, terms and labels: in HTML and in Markdown.
    ("<dt>Password</dt><dd>tulips9-Q</dd>", "tulips9-Q"),
    ("<tr>\n  <td>DB password</td>\n  <td><code>tulips9-Q</code></td>\n</tr>", "tulips9-Q"),
    ("<p><b>Temporary password:</b> <i>tulips9-Q</i></p>", "tulips9-Q"),
    ('<input value="tulips9-Q" type="text" id="password"/>', "tulips9-Q"),
    ("<input type=password value=tulips9-Q>", "tulips9-Q"),
    ("* `password` \u2014 `tulips9-Q`", "tulips9-Q"),
    ("| **Password** | `tulips9-Q` |", "tulips9-Q"),
    # What is said between the name and the sign; brackets, and the word order of sentences.
    ("New password for jane: tulips9-Q", "tulips9-Q"),
    ("Enter passphrase for key '/srv/x y': tulips9-Q", "tulips9-Q"),
    ("password (string, required): tulips9-Q", "tulips9-Q"),
    ("password [default]: tulips9-Q", "tulips9-Q"),
    ("Password for user 'jane' [tulips9-Q]", "tulips9-Q"),
    ("Pass Phrase : tulips9-Q", "tulips9-Q"),
    ("my password (tulips9-Q) is refused", "tulips9-Q"),
    ("please use tulips9-Q as the password.", "tulips9-Q"),
    ("API key for the gateway: kZ3Qm9vXaJ1Lw7Tg", "kZ3Qm9vX"),
    ("has\u0142o do serwera to tulips9-Q", "tulips9-Q"),
    ("\u5bc6\u7801\u662ftulips9-Q", "tulips9-Q"),
    # A user, and divided from it a password.
    ("user jane pass tulips9-Q", "tulips9-Q"),
    ("U: jane P: tulips9-Q", "tulips9-Q"),
    ("creds are jane:tulips9-Q", "tulips9-Q"),
    ("admin / tulips9-Q (old)", "tulips9-Q"),
    # Network devices and their neighbours.
    ("snmp-server user mon GRP v3 auth sha tulips9-Q priv aes 128 roses77-Q", "roses77-Q"),
    ("rocommunity tulips 10.0.0.0/8", "tulips"),
    ("com2sec local localhost tulips9-Q", "tulips9-Q"),
    ("/snmp community add name=tulips9-Q", "tulips9-Q"),
    ("read community: tulips9-Q", "tulips9-Q"),
    ("username jane privilege 15 secret tulips9-Q", "tulips9-Q"),
    (" ikev2 local-authentication pre-shared-key tulips9-Q", "tulips9-Q"),
    ("aaa-server RAD (inside) host 10.0.0.5\n key tulips9-Q\n", "tulips9-Q"),
    ("ntp authentication-key 7 md5 tulips9-Q", "tulips9-Q"),
    ("local-user jane password cipher tulips9-Q", "tulips9-Q"),
    ("vrrp 1 authentication text tulips", "tulips"),
    ('pre-shared-key ascii-text "tulips9-Q"; ## SECRET-DATA', "tulips9-Q"),
    ('"jane"\t*\t"tulips9-Q"\t*', "tulips9-Q"),
    ("WIFI:T:WPA;S:Hall;P:tulips9-Q;;", "tulips9-Q"),
    ("wpa_passphrase Hall tulips9-Q", "tulips9-Q"),
    ("Key Content            : tulips9-Q", "tulips9-Q"),
    # What a plan changes it to; what a dump copies in.
    ('  ~ db_password = "tulips9-Q" -> "roses77-Q"', "roses77-Q"),
    ("COPY public.users (id, login, password) FROM stdin;\n7\tjane\ttulips9-Q\n\\.\n", "tulips9-Q"),
    ("EXEC sp_addlinkedsrvlogin 'far', 'false', NULL, 'sa', 'tulips9-Q';", "tulips9-Q"),
    ("Auth->login('jane', 'tulips9-Q')", "tulips9-Q"),
    ("secret_id                7c913875-5b6a-4cc9-a9b7-fa90efcca52c", "7c913875"),
    ("jane:1004:aad3b435b51404eeaad3b435b51404ee:" + DIGEST + ":::", DIGEST),
    # Codes by whose they are and what to do with them, in many languages.
    ("Your Shop code: 482913.", "482913"),
    ("482913 ist Ihr Best\u00e4tigungscode", "482913"),
    ("Use 482913 to verify your account.", "482913"),
    ("Your WhatsApp code: 482-913", "482-913"),
    ("Tw\u00f3j kod weryfikacyjny to 482913", "482913"),
    ("Do\u011frulama kodunuz: 482913", "482913"),
    ("\u9a8c\u8bc1\u7801\uff1a482913", "482913"),
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
    # Who it is for, what was done with it, and pairs.
    ("Setting password for jane to tulips9-Q", "tulips9-Q"),
    ("password entered: tulips9-Q", "tulips9-Q"),
    ("Das neue Passwort f\u00fcr jane ist tulips9-Q", "tulips9-Q"),
    ("default login is jane/tulips9-Q", "tulips9-Q"),
    ('"auth": "jane:tulips9-Q"', "tulips9-Q"),
    ("nats --user jane:tulips9-Q sub x", "tulips9-Q"),
    ('auth: ("jane", "tulips9-Q")', "tulips9-Q"),
    ('connect("db7", "jane", "tulips9-Q")', "tulips9-Q"),
    ("ipmitool user set password 2 tulips9-Q", "tulips9-Q"),
    ("la clave es tulips9-Q", "tulips9-Q"),
    ("community string tulips9-Q", "tulips9-Q"),
    ("ip nhrp authentication tulips9-Q", "tulips9-Q"),
    ("Serial number: 7QX2A-9KD3B-TT1Z8-P0W4R", "9KD3B"),
    ("Sicherheitscode 482913", "482913"),
    ("OTP Anda: 482913", "482913"),
    ("482913 \u2014 \u0432\u0430\u0448 \u043a\u043e\u0434", "482913"),
    ("csrf=kZ3Qm9vXaJ1Lw7Tg", "kZ3Qm9vX"),
    ("password for the backup: tulips", "tulips"),
    ('POST /v1/account/verify {"code":"482-913"}', "482-913"),
    ('curl https://db7/v1/account/verify -d \'{"code": "482913"}\'', "482913"),
    ("registered with code 482913", "482913"),
    ('{"token": "eyJhbGciOiAiSFMyNTYifQ.x"}', "eyJhbGci"),
    ("login attempt [b'root'/b'tulips9-Q'] failed", "tulips9-Q"),
    ("Invalid credentials for jane:tulips9-Q", "tulips9-Q"),
    ("db pass tulips9-Q", "tulips9-Q"),
    ("SQL> connect scott/tulips9-Q@orcl", "tulips9-Q"),
    ('driver.find_element("password").send_keys("tulips9-Q")', "tulips9-Q"),
    ("PUK: 71177600", "71177600"),
    ("unlock code 482913", "482913"),
    ("please enter this code: 482913", "482913"),
    ("code 482913 sent", "482913"),
    ("https://v.whatsapp.com/482913", "482913"),
    ("recovery key: 123456-234567-345678-456789-567890-678901-789012-890123", "345678"),
    ('passwords = ["two words", "tulips"]', "two words"),
    # Commands as lists of their arguments.
    ('execve("/usr/bin/mysql", ["mysql", "-uroot", "-ptulips9", "-hdb"], 0x7ffd /* 21 vars */) = 0', "tulips9"),
    ('execve("/usr/bin/sshpass", ["sshpass", "-p", "tulips9", "ssh"], 0x55 /* 9 vars */) = 0', "tulips9"),
    ("run(['redis-cli', '-a', 'tulips9', 'ping'])", "tulips9"),
    ('argc=3 a0="curl" a1="-u" a2="svc:tulips9"', "tulips9"),
    ("    command:\n    - redis-server\n    - --requirepass\n    - tulips9\n    - --port", "tulips9"),
    # What is sent, and shown of a hash.
    ('write(3, "AUTH tulips-roses\\r\\n", 18) = 18', "tulips-roses"),
    ('write(3, "*2\\r\\n$4\\r\\nAUTH\\r\\n$7\\r\\ntulips9\\r\\n", 30) = 30', "tulips9"),
    ('1) "password"\n2) "tulips9"', "tulips9"),
    ("AUTH PLAIN AGphbmUAdHVsaXBzOQ==", "AGphbmUA"),
    ("ssh-keygen -N tulips-roses -f key", "tulips-roses"),
    ("aws ssm put-parameter --name /wa/db --type SecureString --value tulips-roses", "tulips-roses"),
    ("login attempt [root/tulips-roses] failed", "tulips-roses"),
    # Mails.
    ("Content-Transfer-Encoding: quoted-printable\n\napi_key=3Dtulips9Q7Lm2=\nVb8Rt5Yw bitte\n", "Vb8Rt5Yw"),
    # Other languages and notations.
    (
        "id,\u0e1c\u0e39\u0e49\u0e43\u0e0a\u0e49,\u0e23\u0e2b\u0e31\u0e2a\u0e1c\u0e48\u0e32\u0e19\n7,nok,tulips9",
        "tulips9",
    ),
    ("usuario;contrase\u00f1a\njane;tulips9", "tulips9"),
    ("La contrase\u00f1a es tulips-roses", "tulips-roses"),
    ("Lozinka: tulips9", "tulips9"),
    ("define( 'LOGGED_IN_SALT', 'tulips and roses' );", "tulips and roses"),
    ("define( 'DB_PASSWORD', 'tulips' );", "tulips"),
    ('password {\n  value: "tulips-roses"\n}', "tulips-roses"),
    ('<<"password">> => <<"tulips9">>', "tulips9"),
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
def test_a_credential_goes_in_every_syntax(text: str, secret: str) -> None:
    clean = REDACTOR.redact_text(text).text
    assert secret not in clean
    assert REDACTOR.redact_text(clean).text == clean


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
