"""`check` and `explain`: yesterday's bundle by today's checks, and what a finding means."""

import json
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from collector.simulator import Simulator
from tests.conftest import account

PROFILE = """\
version: 1
name: little
title: A little service
main: status
errors: {code_at: /errors/0/code}
endpoints:
  - {name: status, path: /status, why: says how it is, needs: nothing, cost: cheap, member: collected/status.json}
checks:
  - id: jobs-waiting
    why: jobs that wait are jobs that are late
    member: collected/status.json
    at: "$.queues[*].waiting"
    above: 100
    severity: warning
    title: "{value} jobs wait"
    expected: at most 100 jobs wait
    remedy: start another worker
    basis: the service's manual, chapter 4
    examples:
      - {given: {queues: [{waiting: 101}]}, fires: true}
      - {given: {queues: [{waiting: 100}, {waiting: "101"}]}, silent: true}
"""
Ca = Callable[[Simulator], Path]


@pytest.fixture(scope="module")
def demo(run_in: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Collect the demo scenario; return the folder and the run's result."""
    folder = tmp_path_factory.mktemp("demo")
    with Simulator("demo") as service:
        (folder / "ca.pem").write_bytes(service.ca_pem)
        ran = run_in(folder, "--url", service.url, "--ca-file", "ca.pem", "--json", env=account(service))
    return folder, json.loads(ran.out)


@pytest.fixture
def collected(demo: tuple[Path, dict[str, Any]], tmp_path: Path) -> dict[str, Any]:
    """Return the result of a run whose bundle lies where a test may do with it what it likes."""
    folder, result = demo
    shutil.copy(folder / result["bundle"], tmp_path)
    return dict(result)


def test_an_old_bundle_gives_the_findings_it_was_packed_with(run: Any, collected: Any) -> None:
    ran = run("check", collected["bundle"], "--json")

    document = json.loads(ran.out)
    assert ran.code == 0
    assert document["schema"] == "collect-bundle/checked/1"
    then = [(f["id"], f["severity"], f["title"]) for f in collected["findings"]]
    assert [(f["id"], f["severity"], f["title"]) for f in document["findings"]] == then
    assert all(finding["check"] and finding["version"] for finding in document["findings"])


def test_an_unpacked_bundle_is_as_good_as_a_packed_one(run: Any, collected: Any, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / collected["bundle"]) as archive:
        archive.extractall(tmp_path / "out", filter="data")
    [folder] = (tmp_path / "out").iterdir()

    packed, unpacked = run("check", collected["bundle"], "--json"), run("check", folder, "--json")

    assert json.loads(packed.out)["findings"] == json.loads(unpacked.out)["findings"]


def test_a_folder_of_answers_is_checked_and_shows_nothing_that_was_not_redacted(run: Any, tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()
    nodes = {
        f"host{n}:c0ffee": {"role": "coreapp", "debug_info": number, "shards": [[n, n]], "socket_conn": "UP"}
        for n, number in enumerate(["12025550143", "12025550177"])
    }
    (tmp_path / "answers/support.json").write_text(json.dumps({"support": nodes}))

    ran = run("check", "answers", "--json")

    assert "number-skew" in {finding["id"] for finding in json.loads(ran.out)["findings"]}
    assert "1202555" not in ran.out


@pytest.mark.parametrize(("severity", "code"), [("critical", 13), ("warning", 13)])
def test_fail_on_gives_13_for_a_finding_as_bad_or_worse(run: Any, collected: Any, severity: str, code: int) -> None:
    assert run("check", collected["bundle"], "--fail-on", severity).code == code


def test_fail_on_critical_lets_warnings_pass(run: Any, ca_file: Ca) -> None:
    with Simulator("webhook-http") as service:
        options = ("--url", service.url, "--ca-file", ca_file(service), "--json")
        passing = run(*options, "--fail-on", "critical", env=account(service))
        failing = run(*options, "--fail-on", "warning", env=account(service))
    assert (passing.code, failing.code) == (0, 13)
    assert json.loads(failing.out)["exit"] == 13


def test_what_is_missing_outranks_what_is_found(run: Any, ca_file: Ca) -> None:
    with Simulator("core-unreachable") as service:
        options = ("--url", service.url, "--ca-file", ca_file(service))
        assert run(*options, "--fail-on", "warning", env=account(service)).code == 8


def test_limits_come_from_a_settings_file_and_mistakes_have_a_place(run: Any, collected: Any, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("version: 1\nlimits:\n  disk_low_gib: 0.5\n  disk_full_gib: 0.1\n")
    found = json.loads(run("check", collected["bundle"], "--settings", "s.yaml", "--json").out)["findings"]
    assert not {"disk-full", "disk-low"} & {finding["id"] for finding in found}

    (tmp_path / "bad.yaml").write_text("version: 1\nlimits:\n  disk_lwo_gib: 1\n")
    ran = run("check", collected["bundle"], "--settings", "bad.yaml")
    assert ran.code == 3
    assert "bad.yaml:3:3: unknown key 'disk_lwo_gib'; did you mean 'disk_low_gib'?" in ran.err

    (tmp_path / "bad.yaml").write_text("version: 1\nlimits: {disk_low_gib: 1, disk_full_gib: 2}\n")
    ran = run("check", collected["bundle"], "--settings", "bad.yaml")
    assert "disk_full_gib (2) is above disk_low_gib (1)" in ran.err


def test_findings_speak_chinese(run: Any, collected: Any) -> None:
    ran = run("check", collected["bundle"], "--lang", "zh", "--json")
    titles = {finding["id"]: finding["title"] for finding in json.loads(ran.out)["findings"]}
    assert titles["shard-without-owner"] == "2 个分片中的分片 1 没有所有者：发给部分收件人的消息在等待"


def test_what_is_no_bundle_is_refused_with_10_and_what_is_not_there_with_2(run: Any, tmp_path: Path) -> None:
    (tmp_path / "x.tar.gz").write_bytes(b"\x1f\x8b\x08\x00no")
    (tmp_path / "empty").mkdir()
    assert run("check", "x.tar.gz").code == 10
    assert run("check", "empty").code == 10
    assert run("check", "nowhere").code == 2


@pytest.mark.parametrize("rows", ['{"attempts": [7, null, {}]}', '{"attempts": {"a": 1}}', "[]"])
def test_a_bundle_whose_lists_hold_anything_is_checked(run: Any, tmp_path: Path, rows: str) -> None:
    folder = tmp_path / "odd"
    (folder / "collected").mkdir(parents=True)
    (folder / "manifest.json").write_text('{"schema": "collect-bundle/manifest/1", "started": 7, "withheld": [[]]}')
    (folder / "attempts.json").write_text(rows)
    (folder / "redactions.json").write_text(rows.replace("attempts", "redactions"))
    (folder / "collected/support.json").write_text('{"support": {"context": "healthcheck", "socket_conn": "DN"}}')
    ran = run("check", folder, "--json")
    assert ran.code == 0, ran.err
    assert "connection-down" in {finding["id"] for finding in json.loads(ran.out)["findings"]}


def test_a_finding_is_explained(run: Any) -> None:
    ran = run("explain", "disk-low")
    assert ran.code == 0
    assert "disk_low_gib 5: chosen by collect-bundle" in ran.out
    assert "reference of /v1/support" in ran.out
    assert all(word in ran.out for word in ("why", "looks at", "expected", "remedy", "source"))


def test_a_check_its_failure_and_a_rule_are_explained(run: Any) -> None:
    assert run("explain", "disk").out.count("looks at") == 4
    assert "Not judged" in run("explain", "unjudged-disk").out
    assert "rules show phone-numbers" in run("explain", "phone-numbers").out
    document = json.loads(run("explain", "disk-full", "--json").out)
    assert document["schema"] == "collect-bundle/explained/1"
    assert document["findings"][0]["limits"][0]["name"] == "disk_full_gib"


def test_a_name_that_is_none_gets_the_nearest(run: Any) -> None:
    ran = run("explain", "shard-without-owners")
    assert ran.code == 2
    assert "did you mean shard-without-owner" in ran.err


def test_the_whole_way_from_a_profile_to_a_bundle_checked_again(run: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(PROFILE)
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers/status.json").write_text('{"queues": [{"waiting": 640}]}')

    ran = run("--from", "answers", "--profile", "./mine.yaml", "--json", "--fail-on", "warning")
    assert ran.code == 13
    document = json.loads(ran.out)
    assert "jobs-waiting" in {finding["id"] for finding in document["findings"]}

    again = run("check", document["bundle"], "--profile", "./mine.yaml", "--json")
    assert "640 jobs wait" in {finding["title"] for finding in json.loads(again.out)["findings"]}

    explained = run("explain", "jobs-waiting", "--profile", "./mine.yaml")
    assert "jobs that wait are jobs that are late" in explained.out
    assert "$.queues[*].waiting above 100" in explained.out


def test_every_word_of_check_and_explain_is_said_in_the_language_asked_for(run: Any, tmp_path: Path) -> None:
    (tmp_path / "support.json").write_text('{"support": {"version": "2.57.2", "socket_conn": "DN"}}')
    checked = run("check", str(tmp_path), "--lang", "zh")
    assert checked.out.startswith("发现 1 个严重问题")
    assert "严重" in checked.out
    assert not any(word in checked.out + checked.err for word in ("critical", "next:", "checked", "means"))
    explained = run("explain", "disk-low", "--lang", "zh")
    assert not any(word in explained.out for word in ("why", "looks at", "expected", "remedy", "source", "every node"))
    assert "原因" in explained.out
    assert run("explain", "disk-low", "--lang", "tlh").code == 3
