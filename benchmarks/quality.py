"""Measures what the shipped rules find and what they leave, on labelled cases made here: `make quality`.

Every case is drawn from templates of the project's own with a fixed seed: numbers of all plans, ids, secrets, innocent
text; a case names the detector that is to find it, or beside whose finds it stands. `CORPORA=DIR` adds cases from a folder of `*.jsonl` files with `text` or `json`, `label`, `kind`, and
`digits` or `secret` for what must go; a case with neither must stay as it is.
"""

# ruff: noqa: E501  a template is read in one piece
from __future__ import annotations

import base64
import json
import os
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from benchmarks.cases import Case, drawn
from benchmarks.detector_cases import detector_cases
from collector import Redactor
from collector.redaction.detectors import load

SEED = 20261125
Key = TypeVar("Key", bound=Hashable)
LEGIBLE = 6
"""Digits of a number in a row that are too many to be left."""

FORMS: dict[str, Callable[[str, str, random.Random], str]] = {
    "plus": lambda e164, _, __: f"no route to +{e164} yet",
    "plus, spaced": lambda _, spaced, __: f"call from {spaced} ended after 12 s",
    "plus, dashed": lambda _, spaced, __: f"caller {spaced.replace(' ', '-')} hung up",
    "plus, dotted": lambda _, spaced, __: f"dialled {spaced.replace(' ', '.')} twice",
    "exit code 00": lambda e164, _, __: f"dialled 00{e164} at 12:20:42",
    "tel: address": lambda _, spaced, __: f"<a href=\"tel:{spaced.replace(' ', '-')}\">",
    "key=value": lambda e164, _, draw: f"{draw.choice(('wa_id', 'phone', 'msisdn', 'recipient_id'))}={e164} queued",
    "JSON string": lambda e164, _, draw: json.dumps({draw.choice(("wa_id", "to", "from", "phone_number")): e164, "n": 3}),
    "JID": lambda e164, _, draw: f"upsert {e164}@{draw.choice(('s.whatsapp.net', 'c.us'))} done",
    "group id": lambda e164, _, draw: f"left {e164}-14{draw.randrange(10**8):08}@g.us",
    "percent-encoded": lambda e164, _, __: f"GET /v1/contacts?to=%2B{e164} 200",
    "percent-encoded twice": lambda e164, _, __: f"GET /?next={quote(quote('/c?to=+' + e164))} 302",
    "HTML entity": lambda e164, _, __: f"<td>&#43;{e164}</td>",
    "JSON escape": lambda e164, _, __: f'{{"msg": "to \\u002b{e164} failed"}}',
    "full-width": lambda e164, _, __: f"to {_wide('+' + e164)} failed",
    "Arabic digits": lambda e164, _, __: "to +" + "".join(chr(0x660 + int(d)) for d in e164) + " failed",
    "zero-width between": lambda e164, _, __: "to +" + "\u200b".join(e164) + " failed",
    "no-break spaces": lambda _, spaced, __: f"to {spaced.replace(' ', chr(0xA0))} failed",
    "base64": lambda e164, _, __: "payload " + base64.b64encode(f"to=+{e164}&n=1".encode()).decode(),
}  # fmt: skip
BARE = (
    "forward to {} failed", "contact {} blocked us", "no session for {}", "sent template to {}", "opt-in of {} recorded",
    "{} is not on the allow list", "message for {} expired", "retry {} in 30 s", "customer {} asked again",
    "chat with {} archived", "skipping {}: unknown", "user {} signed in",
)  # fmt: skip
TOLD = (
    "phone: {}",
    "mobile {}",
    "Tel. {}",
    "fax {}",
    "call me at phone {}",
    "whatsapp: {}",
    "msisdn {}",
    '"phone": "{}"',
    '{{"customerPhone": "{}", "n": 3}}',
    "caller {} hung up",
    "name,phone\njane,{}\n",
    "TEL;TYPE=WORK,VOICE:{}",
    'name="phone" value="{}"',
    '{{"phones": [{{"type": "home", "number": "{}"}}]}}',
    "WhatsApp number {}",
    "puhelin: {}",
    "Телефон: {}",
    "số điện thoại: {}",
    "☎ {}",
    "MobilePhone: ({})",
    "Tel. privat: {}",
    "phones: 030 1234567, {}",
    "caller {} (12 s)",
    "Kontakttelefon: {}",
    '{{"phoneHome": "{}"}}',
    "Telefonnummer der Kundin: {}",
    "[phone] => {}",
    '{{"workPhone": {{"number": "{}"}}}}',
    '<TelephoneNumber type="work">{}</TelephoneNumber>',
    "numero de telefone: {}",
    "callto:{}",
    "viber:{}",
    "meine neue Nummer ist {}",
    "unter der Nummer {} zu erreichen",
    "Name,Handynummer\nIna,{}\n",
    "id;celular;ciudad\n7;{};Cali\n",
    "calldate,src,dst,duration\n2026-11-23,{},201,59\n",
    "id,Phone 1 - Value\n7,{}\n",
    "INSERT INTO people (id, phone) VALUES (7, '{}');",
    "<tr><th>Phone</th><td>{}</td></tr>",
    "- **Phone**: {}",
    "contact number on file: {}",
    'Lead {{ phone: Some("{}"), n: 3 }}',
    'phones {{\n  value: "{}"\n}}',
    '1) "phone"\n2) "{}"\n',
    "mobile: Optional[{}]",
    "<phone><number>{}</number></phone>",
    "id;ime;broj telefona\n7;Ana;{}\n",
    "id,\u0e0a\u0e37\u0e48\u0e2d,\u0e40\u0e1a\u0e2d\u0e23\u0e4c\u0e42\u0e17\u0e23\n7,Nok,{}\n",
    "\u0e40\u0e1a\u0e2d\u0e23\u0e4c\u0e15\u0e34\u0e14\u0e15\u0e48\u0e2d: {}",
    "\u043d\u043e\u043c\u0435\u0440 \u0442\u0435\u043b\u0435\u0444\u043e\u043d\u0430 \u043a\u043b\u0438\u0435\u043d\u0442\u0430: {}",
    "phone: {} 2026-11-23 08:45",
)
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
INNOCENT = {
    "phone": (
        "took {d7} ms", "read {d11} bytes", "offset {d12} of partition 7", "epoch {epoch}", "ts={epoch}{d3}", "heap {d10} of {d10}",
        "txid {d9} lag {d8}", "blk_{d19} replicated", "2026-11-23 08:45:12,{d3} job {d5} ok", "rx_bytes {d11} tx_bytes {d11}",
        "queue_depth={d9}", "free_space_data: {d12}", "registration_id={d10}", "shard {d2} owner ok", "id={d17}", "build {d8}",
        "at Worker.run(Worker.java:{d3})", "sequence number {d10}", "memory: {d11} / {d11}", "cep: 01310-{d3}", "T: 12.{d1} C", "SMS from {d4} to {d4}", "sms: {d5} / {d6}",
        "order no. {d11} cancelled", "Rechnungsnummer {d10}", "num\u00e9ro de facture {d11}", '{{"customer_id": "{d10}"}}', "GET /orders/{d10} 200", "| Bytes_sent   | {d11}  |",
        "-rw-r--r-- 1 root root {d10} Nov 23 08:45 core.1", "4915123456 {d4} /srv/x", "Timeticks: ({d10}) 12 days", "the limit is {d11}", "Duplicate entry '{d10}' for key 'PRIMARY'",
        "-{d10}", "parcel {d12} is out", "a={d10};b={d10}", "build {d11} of phone_model {d8}", "ssrc={d10}", "goroutine {d10} [running]", "distance {d9} km", "S/N {d12}",
        "cursor {d12}", "collisions {d9}", "iteration {d9}", "rowid={d10}", "Gauge32: {d9}", "loginuid={d10}", "$ {d9}", "meter {d9} kWh", "src,dst,bytes\n10.0.0.5,10.0.0.7,{d9}\n", "from,to,weight\n{d7},{d7},3\n", "U+FD76 => 0639 0645 0645",
        "261123 084512 {d3} INFO started", "on 04 11 2026 at 09 14", "name,cep\nAna,01310-{d3}\n", "0000020 00 45 32 12 34 56 78 90 0a 00", "octets 041 117 132 in base 8", "see ISO 10918-5 (05/2013)",
    ),
    "token": (
        "commit {h40}", "layer sha256:{h64}", "request {uuid}", "pod waweb-{h10}-{l5} ready", "0x{h12} mapped", "crc32={h8}",
        "etag W/{h16}", "cache key {h32}", "next-page-token {h32}", "secret/db-secret-{h10} created", "sk_test_{l8}", "cio{l6}", "re_{l6}_{l8}", "public_key=ssh-ed25519 {a68}", "------WebKitFormBoundary{a16}",
    ),
    "ip": ("11-Mar-2025::09:14:22 report", "oid 1.3.6.1 walked", "version 2.{d2}.{d1}", "10.0.{d2}.{d2}:{d4} closed", "jdk-17.0.{d2}+8"),
    "credential": (
        "password_file=/run/secrets/db", "max_tokens=4096 primary_key=id", "password: ****", "token expired, log in again",
        "DB_PASSWORD=${{DB_PASSWORD}}", "the key is under the mat", "secret santa party at 19:30", "auth failed: wrong password",
        "cookie policy updated", "password = module.db.password", "password = System.getenv(\"DB_PASSWORD\")", "password: (sensitive value)",
        "pam_unix(passwd:chauthtok): password changed", "existingSecret: wa-db", "LoadCredential=db:/etc/creds/db", "WHERE password = ?",
        "password: %DB_PASSWORD%", "arn:aws:secretsmanager:eu-west-1:{d12}:secret:wa/db", "passwd: password updated successfully", "public key: SHA256:{a43}", "host key: {h40}", "password -> password_hash", "| password | varchar({d3}) |",
        "tls-secret   {d1}d4h", "app --password PASSWORD --port 1", "self.password = password", "def connect(host, password=None):", "{d4} is the error code",
        "env:\n- name: DB_PASSWORD\n  value: ****\n- name: LOG_LEVEL\n  value: info\n", '{{"sid": "SM{h32}"}}', "$token = Get-AzAccessToken", "pass, fail, 3of{d1}",
        "Enter password for the console:", "password (string, required): Password of the account", "<dt>Password</dt><dd>required</dd>", '"error.password": "The password is wrong",',
        'print("Password:", end="")', "--- PASS: TestToken (0.{d2}s)", "authorization: RBAC", "usage: app login username=NAME password=SECRET", "your error code is {d6}", "community: open source",
        "if (password != confirmPassword) {{", "pwd = (char *) (p + {d1});", "PASSWORD=$($(dirname $0)/get db)", "echo 'password = '.$p['set']['pw'];", 'this.field = "#new-password";', "x = 'password: \"' + y + '\"'",
        "line_pat = r'([a-z0-9]+):([0-9]{{2,4}})'", "proxy_pass = config.get('relay', 'relay_password')", '"/help/choose-a-strong-password": "/help/new/auth"',
    ),
    "user": ("user admin may not",),
}  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """Whether a case holds, whether it would with its own detector alone, and which rules left marks."""

    case: Case
    holds: bool
    alone: bool
    rules: tuple[str, ...]


def main() -> int:
    redactor = Redactor.from_file()
    alone = {rule.detect.name: Redactor(redactor.rules.only(rule.name)) for rule in redactor.rules.rules if rule.detect}
    outcomes = []
    for case in (*cases(random.Random(SEED)), *_from_folder(os.environ.get("CORPORA"))):
        result = redactor.redact_text(case.text)
        itself = bool(case.detector) and _holds(case, alone[case.detector].redact_text(case.text).text)
        rules = tuple(redaction.rule for redaction in result.redactions)
        outcomes.append(Outcome(case, _holds(case, result.text), itself, rules))
    print("# Quality\n")
    print("Made by `make quality` from labelled cases of the project's own (`benchmarks/quality.py`, fixed seed).")
    print("Recall: nothing of what must go is legible. Innocence: the text is unchanged, byte for byte.\n")
    _by_group(outcomes)
    _by_detector(outcomes)
    _by_kind(outcomes)
    _by_rule(outcomes)
    if "-v" in sys.argv:
        for case in (outcome.case for outcome in outcomes if not outcome.holds):
            print(f"- {case.group}, {case.kind}: {case.text!r}", file=sys.stderr)
    return 0


def _by_group(outcomes: list[Outcome]) -> None:
    print("| group | cases | hold | % |\n| --- | ---: | ---: | ---: |")
    for group, among in _grouped(outcomes, lambda case: case.group).items():
        hold = sum(outcome.holds for outcome in among)
        print(f"| {group} | {len(among)} | {hold} | {100 * hold / len(among):.2f} |")


def _by_detector(outcomes: list[Outcome]) -> None:
    print(
        "\n## By detector\n\nCases that a detector is to find, and innocent ones beside what it finds, with all shipped rules at work."
    )
    print("`alone`: the same cases with no other rule than the detector's own.\n")
    print(
        "| detector | must go | recall % | alone % | must stay | innocence % |\n| --- | ---: | ---: | ---: | ---: | ---: |"
    )
    by_detector = _grouped(outcomes, lambda case: case.detector)
    for name in load():
        among = by_detector.get(name, [])
        sensitive = [outcome for outcome in among if outcome.case.is_sensitive]
        innocent = [outcome for outcome in among if not outcome.case.is_sensitive]
        shares = (
            _share([o.holds for o in sensitive]),
            _share([o.alone for o in sensitive]),
            _share([o.holds for o in innocent]),
        )
        print(f"| `{name}` | {len(sensitive)} | {shares[0]} | {shares[1]} | {len(innocent)} | {shares[2]} |")


def _by_kind(outcomes: list[Outcome]) -> None:
    print("\n## By kind\n\n| group | kind | cases | % |\n| --- | --- | ---: | ---: |")
    for (group, kind), among in _grouped(outcomes, lambda case: (case.group, case.kind)).items():
        shown = json.dumps(kind, ensure_ascii=False)[1:-1].replace("|", "\\|")
        print(f"| {group} | `{shown}` | {len(among)} | {_share([o.holds for o in among])} |")


def _by_rule(outcomes: list[Outcome]) -> None:
    print("\n## By rule\n\nMarks left in cases where something must go, and in innocent ones.\n")
    print("| rule | in sensitive cases | in innocent cases |\n| --- | ---: | ---: |")
    marks = Counter((rule, outcome.case.is_sensitive) for outcome in outcomes for rule in outcome.rules)
    for rule in sorted({rule for rule, _ in marks}):
        print(f"| `{rule}` | {marks[rule, True]} | {marks[rule, False]} |")


def _grouped(outcomes: list[Outcome], key: Callable[[Case], Key]) -> dict[Key, list[Outcome]]:
    found: dict[Key, list[Outcome]] = {}
    for outcome in outcomes:
        found.setdefault(key(outcome.case), []).append(outcome)
    return found


def _share(holds: list[bool]) -> str:
    return f"{100 * sum(holds) / len(holds):.1f}" if holds else "-"


def cases(draw: random.Random) -> Iterator[Case]:
    """Yield the labelled cases of every detector."""
    numbers = list(_numbers(draw))
    yield from _phones(numbers, draw)
    for e164, _, _ in draw.sample(numbers, 150):
        yield Case(
            "message ids", "on-premises", f"status of {_bcd(e164, draw)} is read", digits=e164, detector="message-id"
        )
        yield Case(
            "message ids", "wamid", f'{{"id": "wamid.{_cloud(e164, draw)}"}}', digits=e164, detector="message-id"
        )
    yield from _secrets(draw)
    for detector, forms in INNOCENT.items():
        for form in forms:
            yield from (Case("innocents", form, drawn(form, draw), detector=detector) for _ in range(25))
    yield from detector_cases(draw)


def _phones(numbers: list[tuple[str, str, str]], draw: random.Random) -> Iterator[Case]:
    for form, write in FORMS.items():
        for e164, spaced, _ in draw.sample(numbers, 60):
            yield Case("phones, marked", form, write(e164, spaced, draw), digits=e164, detector="phone")
    long_ones = [number for number in numbers if len(number[0]) >= 10]
    for context in BARE:
        for e164, _, _ in draw.sample(long_ones, 30):
            yield Case("phones, bare", context, context.format(e164), digits=e164, detector="phone")
    for context in TOLD:
        for _, _, national in draw.sample(numbers, 40):
            digits = re.sub(r"\D", "", national)
            yield Case("phones, national", context, context.format(national), digits=digits, detector="phone")


def _secrets(draw: random.Random) -> Iterator[Case]:
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


def _numbers(draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """Yield numbers of every region: E.164 digits, international and national form."""
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE):
            example = phonenumbers.example_number_for_type(region, kind)
            if example is None:
                continue
            for _ in range(40):
                tail = f"{draw.randrange(10**4):04}"
                digits = str(example.national_number)[:-4] + tail
                number = phonenumbers.PhoneNumber(country_code=example.country_code, national_number=int(digits))
                if phonenumbers.is_valid_number(number):
                    yield (
                        phonenumbers.format_number(number, PhoneNumberFormat.E164)[1:],
                        phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
                        phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
                    )
                    break


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in text)


def _bcd(digits: str, draw: random.Random) -> str:
    odd = len(digits) % 2
    body = bytes([0x80, 0x11, 0x80 * odd | (len(digits) + odd) // 2]) + bytes.fromhex(digits + "f" * odd)
    return base64.urlsafe_b64encode(body + b"\x02\x09" + draw.randbytes(8)).decode().rstrip("=")


def _cloud(digits: str, draw: random.Random) -> str:
    body = bytes([0x1C, 0x18, len(digits)]) + digits.encode() + b"\x15\x02\x00\x11\x18\x12"
    return base64.b64encode(body + draw.randbytes(9).hex().upper().encode() + b"\0").decode()


def _from_folder(folder: str | None) -> Iterator[Case]:
    for path in sorted(Path(folder).glob("*.jsonl")) if folder else ():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["text"] if "text" in row else json.dumps(row["json"], ensure_ascii=False)
            secrets = row.get("secret", ())
            yield Case(
                f"{path.stem}: {row['label']}" if "label" in row else path.stem, row.get("kind", ""), text,
                row.get("digits", ""), (secrets,) if isinstance(secrets, str) else tuple(secrets),
            )  # fmt: skip


def _holds(case: Case, clean: str) -> bool:
    if case.digits:
        return not _legible(clean, case.digits, case.text.replace(case.digits, "|"))
    if case.secrets:
        return not any(_survives(clean, secret) for secret in case.secrets)
    return clean == case.text


def _legible(clean: str, digits: str, around: str) -> bool:
    """Tell whether a run of the number's digits can be read that does not stand beside it anyway."""
    plain = "".join(_plain(c) for c in re.sub(r"\[[a-z-]+(?::[a-z0-9]+)?\]", "[]", clean))
    joined = re.sub(r"(?<=\d)[\s()./\-]{1,3}(?=\d)", "", plain)
    runs = {digits[at : at + LEGIBLE] for at in range(len(digits) - LEGIBLE + 1)}
    if any(run in joined and run not in re.sub(r"\D", " ", around) for run in runs):
        return True
    for token in re.findall(r"[A-Za-z0-9+/_-]{16,}", clean):
        whole = token[: len(token) // 4 * 4].replace("-", "+").replace("_", "/")
        raw = base64.b64decode(whole)
        if digits.encode() in raw or digits in raw.hex():
            return True
    return False


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return str(digit) if digit is not None else "" if unicodedata.category(character) == "Cf" else character


def _survives(clean: str, secret: str) -> bool:
    """Tell whether a third of a secret, or eight characters of it, can still be read."""
    length = min(len(secret), max(8, len(secret) // 3))
    return any(secret[at : at + length] in clean for at in range(len(secret) - length + 1))


if __name__ == "__main__":
    sys.exit(main())
