"""What looks like something that must go and is not, by the detector beside whose finds it stands."""

# ruff: noqa: E501  a template is read in one piece
from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.cases import Case, drawn

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


def innocent_cases(draw: random.Random) -> Iterator[Case]:
    """Yield each form some times."""
    for detector, forms in INNOCENT.items():
        for form in forms:
            yield from (Case("innocents", form, drawn(form, draw), detector=detector) for _ in range(25))
