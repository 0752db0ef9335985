"""What is listed as planted is there, so that a leak test that finds nothing has looked for something."""

import json
import re
import subprocess
import sys
from base64 import urlsafe_b64decode
from collections.abc import Callable
from typing import Any

import phonenumbers
import pytest

from collector.simulator import Plants, Simulator, plants, scenario_names
from collector.simulator import canaries as c
from collector.simulator.accounts import Account
from collector.simulator.message_ids import cloud_id, group_jid, inbound_id, outbound_id

Ask = Callable[..., tuple[int, Any, bytes]]
SignIn = Callable[[Simulator, Account], str]

PATHS = (
    "/v1/support",
    "/v1/health",
    "/v1/stats/app",
    "/v1/stats/app/internal",
    "/v1/stats/db/internal",
    "/v1/settings/application",
    "/v1/settings/application/media/providers",
    "/v1/settings/business/profile",
)
ALL_PHONES = {value for name, value in vars(c).items() if name.endswith("_PHONE")}


def everything(simulator: Simulator, ask: Ask, sign_in: SignIn) -> str:
    """Return all answers of a simulator as one text, escapes undone."""
    token = sign_in(simulator, simulator.accounts.admin)
    documents = [json.loads(ask(simulator, path, token)[2]) for path in PATHS]
    return json.dumps(documents, ensure_ascii=False).replace('\\"', '"')


def phones_in(text: str) -> set[str]:
    """Return digit runs, and the numbers inside message ids."""
    ids = re.findall(r"\b[gA]B[EG][\w-]{20,}", text)
    clouds = re.findall(r"wamid\.([\w+/=]+)", text)
    hidden = {on_premises_phone(found) for found in ids} | {cloud_phone(found) for found in clouds}
    return hidden | set(re.findall(r"\d{10,15}", text))


def on_premises_phone(identifier: str) -> str:
    content = urlsafe_b64decode(identifier + "=" * (-len(identifier) % 4))
    digits = content[3 : 3 + (content[2] & 0x7F)].hex()
    return digits[:-1] if content[2] >> 7 else digits


def cloud_phone(encoded: str) -> str:
    content = urlsafe_b64decode(encoded)
    return content[3 : 3 + content[2]].decode()


@pytest.mark.parametrize("name", scenario_names())
def test_every_plant_of_a_scenario_is_in_its_answers(
    name: str, healthy_wire: Callable[[str], Simulator], ask: Ask, sign_in: SignIn
) -> None:
    with healthy_wire(name) as simulator:
        text = everything(simulator, ask, sign_in)
        planted = simulator.plants
        strings = (*planted.secrets, *planted.hosts, *planted.identities, *planted.private_addresses)
        assert [value for value in (*strings, *planted.weak_secrets) if value not in text] == []
        assert set(planted.phones) <= phones_in(text)


@pytest.mark.parametrize("name", scenario_names())
def test_nothing_sensitive_is_in_the_answers_that_is_not_listed(
    name: str, healthy_wire: Callable[[str], Simulator], ask: Ask, sign_in: SignIn
) -> None:
    with healthy_wire(name) as simulator:
        text = everything(simulator, ask, sign_in)
        assert phones_in(text) & ALL_PHONES == set(simulator.plants.phones)
        named = set(re.findall(r"[\w-]+(?:\.[\w-]+)+\.(?:example|internal)", text))
        known = {*simulator.plants.hosts, "www.acme-retail.example"}
        assert {host for host in named if host not in known} <= {"on-call@acme-retail.example"}


def test_the_number_of_an_unregistered_client_is_nowhere() -> None:
    assert plants("single-unregistered").phones == ()


def test_plants_of_a_registered_client_have_every_kind() -> None:
    planted: Plants = plants("demo")
    assert set(planted.phones) == ALL_PHONES
    assert planted.private_addresses
    assert any(re.search(r"\d", host.partition(".")[0]) for host in planted.hosts)
    assert {c.API_KEY, c.JWT_KEY, c.WEB_SECRET, c.EXPORTER_PASSWORD, c.LINKED_PASSWORD} <= set(planted.secrets)


@pytest.mark.parametrize("phone", sorted(ALL_PHONES))
def test_planted_numbers_are_valid(phone: str) -> None:
    assert phonenumbers.is_valid_number(phonenumbers.parse(f"+{phone}"))


@pytest.mark.parametrize("phone", ["12025550178", "4915550100123"])
def test_message_ids_give_the_number_back(phone: str) -> None:
    assert outbound_id(phone)[:2] == "gB"
    assert inbound_id(phone)[:2] == "AB"
    assert outbound_id(phone)[2] in "EG"
    assert on_premises_phone(outbound_id(phone)) == on_premises_phone(inbound_id(phone)) == phone
    assert cloud_phone(cloud_id(phone).removeprefix("wamid.")) == phone
    assert group_jid(phone) == f"{phone}-1416322108@g.us"


def test_importing_the_simulator_loads_neither_trustme_nor_cryptography() -> None:
    code = "import sys, collector.simulator; print({'trustme', 'cryptography'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
