"""Marks that stay the same over bundles, and the way back for whoever holds the originals and the key."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

LOG = "call from +49 151 23456789 to 4915123456789@s.whatsapp.net\nother +1 650 253 0000\n"
MARK = re.compile(r"\[phone:[a-z0-9]{13}\]")


def on_a_terminal(tmp_path: Path, *arguments: str) -> str:
    """Return what a command line shows on a terminal of its own."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "collector", *arguments],
        stdout=follower,
        stderr=follower,
        stdin=follower,
        cwd=tmp_path,
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "PYTHONPATH": str(Path.cwd()),
        },
    )
    os.close(follower)
    shown = b""
    try:
        while block := os.read(leader, 4096):
            shown += block
    except OSError:
        pass
    process.wait(60)
    os.close(leader)
    return shown.decode()


def test_a_key_of_the_site_gives_one_value_one_mark_for_ever_and_back(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}

    first = run("redact", "app.log", "--key-scope", "site", env=env).out
    second = run("redact", "app.log", "--key-scope", "site", env=env).out
    mark = MARK.findall(first)[0]
    shown = on_a_terminal(tmp_path, "reveal", mark, "--in", "app.log")

    assert first == second
    assert "app.log:1:11  +49 151 23456789" in shown
    assert "app.log:1:31  4915123456789" in shown
    assert "650" not in shown
    assert (tmp_path / "state/collect-bundle/keys/site.key").stat().st_mode & 0o777 == 0o600
    (recorded,) = (tmp_path / "state/collect-bundle/revealed.jsonl").read_text().splitlines()
    assert json.loads(recorded)["mark"] == mark
    assert "151" not in recorded


def test_keys_of_two_cases_have_nothing_in_common(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)

    one, other = (run("redact", "app.log", "--key-scope", "case", "--label", label).out for label in ("a-1", "b-2"))

    assert not set(MARK.findall(one)) & set(MARK.findall(other))
    assert run("redact", "app.log", "--key-scope", "case").code == 2


def test_a_bundle_names_the_scope_and_the_random_id_of_its_key_and_no_more(run: Any, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("version: 1\nkey_scope: site\n")
    (tmp_path / "support.json").write_text('{"support": {"debug_info": "4915123456789"}}')
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}

    bundle = (
        tmp_path / json.loads(run("--settings", "s.yaml", "--from", "support.json", "--json", env=env).out)["bundle"]
    )

    name, content = (tmp_path / "state/collect-bundle/keys/site.key").read_text().split()
    manifest = json.loads(run("verify", bundle, "--json").out)["manifest"]
    assert manifest["pseudonyms"]["key"] == f"site, key {name}"
    assert content not in json.dumps(manifest)


def test_originals_are_shown_on_a_terminal_only(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)

    assert run("reveal", "[phone:k3v9m2q7x4td8]", "--in", "app.log").code == 2


def test_without_a_kept_key_the_way_back_is_closed(tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)

    shown = on_a_terminal(tmp_path, "reveal", "[phone:k3v9m2q7x4td8]", "--in", "app.log")

    assert "there is no key" in shown
    assert "thrown away" in shown


def test_a_key_that_others_can_read_is_not_used(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}
    run("redact", "app.log", "--key-scope", "site", env=env)
    (tmp_path / "state/collect-bundle/keys/site.key").chmod(0o640)

    ran = run("redact", "app.log", "--key-scope", "site", env=env)

    assert ran.code == 3
    assert "not yours alone" in ran.err


def test_what_cannot_be_searched_is_counted_and_the_rest_is_revealed(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs/app.log").write_text(LOG)
    (tmp_path / "logs/link").symlink_to("app.log")
    (tmp_path / "logs/core.bin").write_bytes(b"\0\1")
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}
    mark = MARK.findall(run("redact", "logs/app.log", "--key-scope", "site", env=env).out)[0]

    shown = on_a_terminal(tmp_path, "reveal", mark, "--in", "logs")

    assert "app.log:1:11  +49 151 23456789" in shown
    assert "2 files passed over" in shown


def test_a_mark_of_a_strict_run_is_found_as_strictly(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("peer 10.0.0.7 is up\n")
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}
    clean = run("redact", "app.log", "--key-scope", "site", "--level", "strict", env=env).out

    shown = on_a_terminal(tmp_path, "reveal", clean.split()[1], "--in", "app.log", "--level", "strict")

    assert "app.log:1:6  10.0.0.7" in shown


def test_a_case_is_named_only_with_its_scope(tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path, "reveal", "[phone:k3v9m2q7x4td8]", "--in", ".", "--label", "a-1")

    assert "give --key-scope case, too" in shown


def test_a_key_that_is_moved_away_is_followed_by_another(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)
    keys, env = tmp_path / "state/collect-bundle/keys", {"XDG_STATE_HOME": str(tmp_path / "state")}
    before = run("redact", "app.log", "--key-scope", "site", env=env).out
    (keys / "site.key").rename(tmp_path / "old.key")

    after = run("redact", "app.log", "--key-scope", "site", env=env).out

    assert not set(MARK.findall(before)) & set(MARK.findall(after))
    assert [path.name for path in keys.iterdir()] == ["site.key"]
