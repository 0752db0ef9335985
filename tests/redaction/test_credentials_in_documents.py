"""Credentials by the structure of JSON and YAML: names beside values, names above them, lists; large texts alike."""

import json
from typing import Any

import pytest
import yaml

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"0123456789abcdef")
VALUE = "tulips9Qx"
HOLDS_ONE: list[Any] = [
    {"auth": {"password": VALUE}},
    {"users": [{"name": "jane", "pass": VALUE}]},
    {"passwords": {"jane": VALUE}},
    {"tokens": {"jane": "x9Kq3Lm7Zt4Vb8Rt5Yw1"}},
    {"cookies": {"session_id": VALUE}},
    {"credentials": [{"sites": [{"north": VALUE}]}]},
    {"password": {"value": VALUE}},
    {"password": [VALUE, "rosesR77"]},
    {"args": ["--password", VALUE]},
    {"headers": [{"name": "Authorization", "value": f"Bearer {VALUE}"}]},
    {"params": [{"key": "api_key", "value": VALUE}]},
    {"settings": [{"label": "Password", "value": VALUE}, {"field": "db password", "value": VALUE}]},
    {"tags": [{"k": "db_password", "v": VALUE}]},
    {"Parameters": [{"ParameterKey": "DBPassword", "ParameterValue": VALUE}]},
    {"inputs": [{"type": "password", "name": "p1", "value": VALUE}]},
    {"patch": [{"op": "replace", "path": "/spec/db/password", "value": VALUE}]},
    [["AUTH", VALUE], ["CONFIG", "SET", "requirepass", VALUE]],
]
HOLDS_NONE: list[Any] = [
    {"tokens": {"prompt": "12", "used": "total"}},
    {"fields": ["user", "password", "email"]},
    {"label": "Password", "hint": "at least 8 characters"},
    {"op": "test", "path": "/etc/hosts", "value": "0644"},
    {"type": "text", "name": "colour", "value": "blue"},
    ["AUTH", "none"],
    [["user", "host"]],
]


def written(value: Any) -> list[str]:
    """Return a value as JSON on a line and over several, as YAML, and as one line of a large log."""
    line = json.dumps(value)
    filler = "2026-11-23 08:45:12 job is up\n" * 40_000
    return [line, json.dumps(value, indent=2), "---\n" + yaml.safe_dump(value), f"{filler}{line}\n{filler}"]


@pytest.mark.parametrize("value", HOLDS_ONE, ids=json.dumps)
def test_what_the_structure_calls_a_credential_goes(value: Any) -> None:
    for text in written(value):
        clean = REDACTOR.redact_text(text).text
        assert VALUE not in clean
        assert "x9Kq3Lm7" not in clean


@pytest.mark.parametrize("value", HOLDS_NONE, ids=json.dumps)
def test_what_it_only_speaks_of_stays(value: Any) -> None:
    for text in written(value):
        assert REDACTOR.redact_text(text).text == text
