"""Credentials in settings, documents, tables and dumps."""

import pytest
from credentials import BASIC, DIGEST, goes

GONE = [
    # Names and values in columns, calls, files of servers.
    ("proxy_set_header X-Api-Key tulips9-Q;", "tulips9-Q"),
    ("ENV SECRET_KEY_BASE tulips9-Q", "tulips9-Q"),
    ("PDO->__construct('mysql:host=db;d...', 'svc', 'tulips9-Q', Array)", "tulips9-Q"),
    ('smtp.login("svc", "tulips9-Q")', "tulips9-Q"),
    ("user svc on >tulips9-Q ~* +@all", "tulips9-Q"),
    ("[smtp.firm.io]:587 svc:tulips9-Q", "tulips9-Q"),
    ('10.0.0.2 : PSK "tulips9-Q"', "tulips9-Q"),
    # Further down in an element, in a registry, at the end of a sentence.
    ("<Password><Value>tulips9-Q</Value></Password>", "tulips9-Q"),
    (r"reg add HKLM\\X /v DefaultPassword /d tulips9-Q", "tulips9-Q"),
    ("password for svc account set to tulips9-Q", "tulips9-Q"),
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
    # Settings of servers, devices and clients.
    ("bindpw tulips", "tulips"),
    ("snmp-server community tulips RO", "tulips"),
    ("enable secret 5 tulips9Q", "tulips9Q"),
    ("machine h\n  login me\n  password tulips\n", "tulips"),
    ("machine mail7 login me port 993 password tulips", "tulips"),
    ("machine mail7 port imaps login me force yes password tulips", "tulips"),
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
    # Columns of codes and of short words.
    ("name,pin\nJane,4821\n", "4821"),
    ("name;PIN code;city\nJane;4821;Ulm\n", "4821"),
    ("user,bindpw,host\njane,tulips,db7\n", "tulips"),
    ("user    mfa_code    state\njane    482913      ok\n", "482913"),
    # Signs of XML in a value; braces that a driver of databases takes; a folder's form.
    ("<password>tulips>9Q]x</password>", "tulips"),
    ("<password><![CDATA[tul]ips>9Q]]></password>", "ips>9Q"),
    ("DRIVER={x};UID=sa;PWD={tulips9;Q}", "tulips9"),
    ("password={tulips9Qx}", "tulips9Qx"),
    ("PWD=/two/segments;UID=sa", "segments"),
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
    # Cells, terms and labels: in HTML and in Markdown.
    ("<dt>Password</dt><dd>tulips9-Q</dd>", "tulips9-Q"),
    ("<tr>\n  <td>DB password</td>\n  <td><code>tulips9-Q</code></td>\n</tr>", "tulips9-Q"),
    ("<p><b>Temporary password:</b> <i>tulips9-Q</i></p>", "tulips9-Q"),
    ('<input value="tulips9-Q" type="text" id="password"/>', "tulips9-Q"),
    ("<input type=password value=tulips9-Q>", "tulips9-Q"),
    ("* `password` \u2014 `tulips9-Q`", "tulips9-Q"),
    ("| **Password** | `tulips9-Q` |", "tulips9-Q"),
    # What a plan changes it to; what a dump copies in.
    ('  ~ db_password = "tulips9-Q" -> "roses77-Q"', "roses77-Q"),
    ("COPY public.users (id, login, password) FROM stdin;\n7\tjane\ttulips9-Q\n\\.\n", "tulips9-Q"),
    ("EXEC sp_addlinkedsrvlogin 'far', 'false', NULL, 'sa', 'tulips9-Q';", "tulips9-Q"),
    ("Auth->login('jane', 'tulips9-Q')", "tulips9-Q"),
    ("secret_id                7c913875-5b6a-4cc9-a9b7-fa90efcca52c", "7c913875"),
    ("jane:1004:aad3b435b51404eeaad3b435b51404ee:" + DIGEST + ":::", DIGEST),
]


@pytest.mark.parametrize(("text", "secret"), GONE)
def test_it_goes(text: str, secret: str) -> None:
    assert goes(text, secret)
