from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

from collector.errors import ConfigError
from collector.model import Cost, Needs, Profile
from collector.profile import load_profile

SMALL = """\
version: 1
name: little
title: A little service
main: status
errors: {code_at: /errors/0/code}
endpoints:
  - {name: status, path: /status, why: says how it is, needs: token, cost: cheap, member: collected/status.json}
"""


def shipped() -> Profile:
    text = files("collector.profiles").joinpath("whatsapp-onprem.yaml").read_text("utf-8")
    return load_profile(text, file="whatsapp-onprem.yaml")


def complaints(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_profile(text, file="p.yaml")
    return [f"{p.file}:{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


def test_a_profile_carries_the_digest_of_its_text() -> None:
    assert load_profile(SMALL, file="p.yaml").digest == hashlib.sha256(SMALL.encode()).hexdigest()


def test_the_shipped_profile_asks_support_first_and_only_cheap_things_by_default() -> None:
    asked = [e.name for e in shipped().endpoints if e.by_default]
    assert asked == ["support", "health", "app-settings", "app-stats", "external-ca", "shards", "webapp-metrics"]


def test_the_shipped_profile_leaves_costly_and_delicate_things_to_those_who_ask() -> None:
    costs = {e.name: e.cost for e in shipped().endpoints if not e.by_default}
    assert costs["db-stats"] is Cost.SLOW
    assert costs["db-stats-internal"] is Cost.SLOW
    assert {n for n, c in costs.items() if c is Cost.DELICATE} == {
        "app-stats-internal", "business-profile", "media-providers", "profile-about", "webhook-ca",
    }  # fmt: skip


@pytest.mark.parametrize("word", ["contacts", "backup", "restore", "users", "messages", "gc"])
def test_the_shipped_profile_never_asks_for(word: str) -> None:
    assert not [e.path for e in shipped().endpoints if word in e.path.split("/")]


def test_the_shipped_profile_knows_what_an_api_key_reaches() -> None:
    reach = {e.name for e in shipped().endpoints if e.needs is Needs.API_KEY}
    assert reach == {"health", "app-stats", "webapp-metrics", "db-stats"}


def test_the_shipped_profile_reads_errors_as_the_service_writes_them() -> None:
    profile = shipped()
    assert profile.error_code_at == "/errors/0/code"
    assert profile.absent_codes == {1006}
    assert profile.denied_codes == {1005}
    assert profile.transient_codes == {1011, 1015, 1017, 1018}
    assert profile.sign_in is not None
    assert profile.sign_in.token_at == "/users/0/token"


def test_words_a_service_uses_as_values_are_known_so_that_none_is_taken_for_a_secret() -> None:
    assert {"mysql", "connected", "up", "unregistered", "primary_master"} <= shipped().words()


def test_fields_that_may_hold_a_person_or_a_secret_are_not_listed_as_safe() -> None:
    listed = " ".join(field.at for field in shipped().safe)
    for name in ("env", "db_info", "registration_id", "wa_id", "url", "on_call_pager"):
        assert f".{name}" not in listed


@pytest.mark.parametrize(
    "path",
    ["status", "//evil.example/x", "https://evil.example/", "/a/../b", "/%2e%2e/b", "/a b", "/a@b", "/ä", "/a\\b", ""],
)
def test_a_path_that_could_leave_the_target_is_refused(path: str) -> None:
    text = SMALL.replace("path: /status", f"path: '{path}'")
    assert complaints(text) == [
        "p.yaml:7:26: a path begins with one / and stays on the target: no scheme, no host, no //, no .."
    ]


def test_every_mistake_is_told_at_once_where_it_stands() -> None:
    second = "  - {name: status, path: /b, why: again, needs: token, cost: cheap, member: collected/status.json}\n"
    safe = "safe:\n  - {member: collected/statsu.json, at: [status], shape: enum}\npersonal: ['$.a[']\n"
    assert complaints(SMALL.replace("main: status", "main: statos") + second + safe) == [
        "p.yaml:4:7: no endpoint is called 'statos'; did you mean 'status'?",
        "p.yaml:8:12: the name 'status' is already taken by an endpoint above",
        "p.yaml:8:77: the member 'collected/status.json' is already taken by an endpoint above",
        "p.yaml:10:14: no endpoint fills 'collected/statsu.json'; did you mean 'collected/status.json'?",
        "p.yaml:10:42: 'status' is not an RFC 9535 path such as $.support.version",
        "p.yaml:10:58: the shape enum, and only it, lists its words",
        "p.yaml:11:12: '$.a[' is not an RFC 9535 path such as $.support.version",
    ]


def test_an_unknown_key_is_refused_with_the_nearest_known_one() -> None:
    assert complaints(SMALL.replace("cost: cheap", "costs: cheap")) == [
        "p.yaml:7:5: the key 'cost' is missing here",
        "p.yaml:7:70: unknown key 'costs'; did you mean 'cost'?",
    ]


def test_a_member_cannot_lead_out_of_the_bundle() -> None:
    assert complaints(SMALL.replace("collected/status.json", "collected/../../x")) == [
        "p.yaml:7:91: a member is collected/ and a file name of a-z, 0-9, dots, dashes"
    ]
