"""Credentials in the files, commands, sentences and code in which they are written, and tokens of vendors."""

# ruff: noqa: E501  a template is read in one piece
from __future__ import annotations

import base64
import random
from collections.abc import Iterator

from benchmarks.cases import Case, drawn

CREDENTIALS = (
    "password={}", "DB_PASSWORD={}", "export API_SECRET='{}'", 'password: "{}"', '{{"password": "{}", "n": 1}}', "pwd={};Port=1",
    "mysql://svc:{}@db:3306/wa", "redis://:{}@cache:6379/0", "curl -u admin:{} https://h/x", "mysql -u root -p{} wa",
    "--password {} --port 1", "<password>{}</password>", "Authorization: Basic {b64}", "auth_token={}", "client_secret: {}",
    "IDENTIFIED BY '{}'", "sshpass -p {} ssh h", "requirepass {}", "GET /x?api_key={}&page=2", "password => '{}',",
    'name="DB_PASSWORD" value="{}"', "user,password\njane,{}\n", "- name: TOKEN\n  value: {}", "secret = {}", "passphrase: {}",
    "Set-Cookie: session={}; Path=/", "machine h login jane password {}", "X-Api-Key: {}", "spring.datasource.password={}",
    '"[\\"--token\\", \\"{}\\"]"', 'password: Some("{}"), port: 1', '{{default_pass, <<"{}">>}},', '["password"]=> string(9) "{}"',
    'cqlsh -u svc -p {} db7', "snmpget -v3 -u mon -A {} -x AES db7", "net user jane {} /add", "app --verbose --password {} run",
    "proxy_set_header X-Api-Key {};", "mysqli_connect('db', 'svc', '{}', 'wa')", "stats auth svc:{}", "[smtp.firm.io]:587 svc:{}",
    '10.0.0.2 10.0.0.3 : PSK "{}"', "334 UGFzc3dvcmQ6\n{b64}\n", '"Type": "SecureString", "Value": "{}"', "user svc on >{} +@all",
    'form-data; name="password"\n\n{}\n--', "a1 LOGIN jane {}", "USER jane\n331 go on\nPASS {}\n", "$CFG->dbpass = '{}';",
    '"HSET" "user:17" "password" "{}"', "db.changeUserPassword('jane', '{}')", "db.auth('jane', '{}')", 'variable "db_password" {{\n  default = "{}"\n}}',
    "Password ........ : {}", "db_password -> {}", "| db_password | {} |", "DB_PASSWORD    {}\nTZ             UTC", "consul kv put wa/db_password {}",
    '["password"]=>\n  string(9) "{}"', "creds: jane / {}", "Login incorrect: [jane/{}] (from client x)", "authtok = {}", "password: \u00ab {} \u00bb",
    "<dt>Password</dt><dd>{}</dd>", "<td>DB password</td>\n<td><code>{}</code></td>", "<b>Password:</b> <i>{}</i>", '<input value="{}" id="password">',
    "- `password` \u2014 `{}`", "| **Password** | `{}` |", "New password for jane: {}", "password (string): {}", "password [default]: {}", "Pass phrase: {}",
    "user jane pass {}", "creds are jane:{}", "admin / {}", "please use {} as the password", "my password ({}-9) is refused",
    "rocommunity {}", "read community: {}", "snmp-server user m G v3 auth sha {} priv aes 128 roses77-Q", "username jane privilege 15 secret {}", "pre-shared-key local {}",
    "ntp authentication-key 7 md5 {}", "local-user jane password cipher {}", "vrrp 1 authentication text {}", '"{}"; ## SECRET-DATA', "jane * {} *", "WIFI:T:WPA;S:Hall;P:{};;",
    'execve("/bin/mysql", ["mysql", "-uroot", "-p{}"], 0x7ffd) = 0', "run(['redis-cli', '-a', '{}', 'ping'])", 'argc=3 a0="app" a1="--password" a2="{}"', '1) "password"\n2) "{}"\n', "usuario;contrase\u00f1a\njane;{}\n", 'password {{\n  value: "{}"\n}}',
    '~ password = "a" -> "{}"', "COPY users (id, password) FROM stdin;\n7\t{}\n\\.", "Key Content            : {}",
    'if password != "{}" then', 'if ("{}" === my.password) {{', "const pw = process.env.DB_PASSWORD || '{}';", 'pw = os.environ.get("DB_PASSWORD") or "{}"',
    'var dbPassword string = "{}"', "$dbPassword .= '{}';", "DB_PASSWORD_PROD={}", "DB_PASWD={}", 'new DirectoryEntry("LDAP://dc7",\n  "svc",\n  "{}")',
    'x.Credentials = new-object System.Net.NetworkCredential("svc", "{}")', "Db=wa;Password={};Initial Catalog=wa", 'PASSWORD = os.getenv("WA_PW", "{}")', 'secret.assign("{}", 9);', 'if ($password -eq "{}") {{', 'if (user.getPassword().equals("{}")) {{', "net rpc -U svc%{} info", "kinit svc <<< {}", "npm config set //r.io/:_authToken {}", '.header("Authorization", "Token {}")',
    "openssl enc -aes-256-cbc -k {} -in x", "xfreerdp /u:svc /p:{} /v:h", "lftp -u jane,{} sftp://h", "ldapsearch -D cn=x -w {} -b dc=y", "openssl rsa -passin pass:{} -in k",
    "redis-cli -h cache -a {} ping", "useradd -m -p {} jane", 'expect "assword:" {{ send "{}\\r" }}', "schtasks /create /ru svc /rp {}", "tacacs-server host 10.0.0.5 key {}", "set db_password {}",
    "createUser jane SHA {} AES roses77-Q", "smtp_sasl_password_maps = static:svc:{}", "BUNDLE_GEMS__FIRM__IO=svc:{}", "PASSWORD jane = {}", "/msg NickServ identify {}", 'client.auth("{}")',
    "SET PASSWORD FOR 'jane'@'%' = '{}'", 'a:1:{{s:8:"password";s:9:"{}";}}', "a temporary password is generated for root@localhost: {}", '    password "{}"', 'mapOf("user" to "jane", "password" to "{}")',
    "db_password,{}", "user=[jane] password=[{}]", "the client_secret is {}",
)  # fmt: skip
TOKENS = (
    "ghp_{a36}", "github_pat_{a22}_{a59}", "glpat-{a20}", "xoxb-{d11}-{d11}-{a24}", "AKIA{u16}", "AIza{w35}", "sk_live_{a24}",
    "SG.{w22}.{w43}", "npm_{a36}", "hf_{l34}", "dop_v1_{h64}", "shpat_{h32}", "glsa_{a32}_{h8}", "sk-ant-api03-{w80}",
    "hvs.{w28}", "odt_{a40}", "pat-na1-{uuid}", "lsv2_sk_{h32}_{h10}", "apify_api_{a36}", "cfut_{a48}", "tfp_{w44}", "1/{d16}:{h32}", "BBDC-{a44}", "{h36}NRAL", "hawk.{a20}.{a20}",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ7YTEwfSJ9.{w43}", "lin_api_{a40}", "PMAK-{h24}-{h34}", "key-{h32}", "EAA{a120}",
    "{a14}.atlasv1.{w60}", "{a3}8Q~{w34}", "{a6}_{a29}_mmk", "{h32}-us{d2}", "{d15}|{w27}", "AAAAAAAAAAAAAAAAAAAAA{a80}", "{l5}{d6}AAAAAAAAA{w43}",
    "{d9}:AA{w33}", "{a52}JQQJ9{a24}", "{s76}+ASt{s6}==", "{s76}ACDb{s6}==", "{h32}-{h8}-{h8}",
)  # fmt: skip


def credential_cases(draw: random.Random) -> Iterator[Case]:
    """Yield passwords in every form, and tokens that are known by their own shape."""
    for form in CREDENTIALS:
        for _ in range(12):
            value = draw.choice((drawn("{w12}", draw), drawn("{l6}{d3}", draw), drawn("{a8}!{d2}", draw)))
            encoded = base64.b64encode(f"svc:{value}".encode()).decode()
            gone = encoded if "{b64}" in form else value
            text, finder = (
                form.format(value, b64=encoded),
                "url" if "://svc" in form or "://:" in form else "credential",
            )
            yield Case("credential forms", form, text, secrets=(gone,), detector=finder)
    for form in TOKENS:
        for _ in range(10):
            value = drawn(form, draw)
            finder = "jwt" if form.startswith("eyJ") else "token"
            yield Case("tokens", form, f"using {value} for upstream", secrets=(value,), detector=finder)
