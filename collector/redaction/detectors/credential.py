"""Credentials beside their names: `key=value` in every syntax, options, headers, SQL, XML, calls, prose, CSV, pairs."""

from __future__ import annotations

from collector.redaction.detector import Detector, Example
from collector.redaction.detectors import _assigned, _forms

DETECTOR = Detector(
    name="credential",
    kind="secret",
    mark="secret",
    forms=(*_assigned.FORMS, *_forms.FORMS),
    examples=(
        Example("WA_DB_PASSWORD=k7Rvq-9wZ", ("k7Rvq",)),
        Example('{"client_secret": "with \\" quote", "user": 1}', ("with", "quote")),
        Example("Server=db;Uid=app;Pwd=tulip;Database=x", ("tulip",)),
        Example("GET /x?api_key=daffodil&page=2", ("daffodil",)),
        Example("Authorization: Bearer 3f9aQ7xLm2Vb", ("3f9aQ7xLm2Vb",)),
        Example("curl -u admin:tulips9 https://h/x", ("tulips9",)),
        Example("<password>tulips9</password>", ("tulips9",)),
        Example("password='it''s tulip9' next", ("tulip9",)),
        Example("password=$ecret9", ("ecret9",)),
        Example("password=tulip&def9", ("def9",)),
        Example('    password "daffodil_maven"\n', ("daffodil",)),
        Example('mapOf("user" to "jane", "password" to "daffodil")', ("daffodil",)),
        Example("//npm.example.com/:_auth=DaffodilTulipRose", ("Daffodil",)),
        Example('secrets = [os.environ["SECRET_KEY"]]'),
        Example("[default]\n201 => 48213,Jane\n", ("48213",)),
        Example('Digest realm="wa", response="9c1f0a7be2d348569c1f0a7be2d34856"', ("9c1f0a7b",)),
        Example(
            'Client("AC9c1f0a7be2d348569c1f0a7be2d34856", "1c1f0a7be2d348569c1f0a7be2d34857")', ("1c1f0a7be2d34856",)
        ),
        Example("snmpget -v3 -X roses77 -A tulips9 db7", ("roses77", "tulips9")),
        Example("*cmd* 'PASS tulips9'", ("tulips9",)),
        Example("map[Authorization:[Bearer tulips9Kx] Accept:[*/*]]", ("tulips9Kx",)),
        Example("form map[password:[tulip] user:[n7]]", ("tulip",)),
        Example('{"kty":"oct","k":"aaaabbbbccccddddeeee"}', ("aaaabbbb",)),
        Example("$p = getenv('DB_PASSWORD') ? getenv('DB_PASSWORD') : 'tulips9';", ("tulips9",)),
        Example('ENV.fetch("DB_PASSWORD") { "tulips9" }', ("tulips9",)),
        Example("USERID(n7) PASSWORD(tulip)", ("tulip",)),
        Example('- "DB_PASSWORD=tul;ip=9"', ("tul", "ip=9")),
        Example('[["user","n7"],["password","tulip"]] sent', ("tulip",)),
        Example("invalid api key t9l!ps", ("t9l",)),
        Example("api key: 8d3k", ("8d3k",)),
        Example("password for master:tulips9, passowrd: daffodil", ("tulips9", "daffodil")),
        Example("psk `maple copper harbour` is in use", ("maple", "harbour")),
        Example("password_file=/run/secrets/db"),
        Example("password: SecretStr, key: []byte, token: KEYWORD, api key: key1"),
        Example("password: &'a str, secret: SecretBox<str>, token: char[]"),
        Example("PASS test-suite, map[secrets:[get list]], password(SHA256)"),
        Example("SET password = :1, n = 7"),
        Example("max_tokens=4096 primary_key=id"),
        Example("PWD=/srv/app OLDPWD=/tmp"),
        Example("upgrade passwd:amd64 1:4.13-1 1:4.13-2"),
        Example("password: ****"),
        Example("token expired, please log in again"),
        Example("DB_PASSWORD=${DB_PASSWORD}"),
    ),
)
