"""The terminal says a run's verdict and result in the language of its bundle."""

import json
import re
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from collector.cli.console import fields
from collector.simulator import Simulator
from tests.conftest import account


def test_the_result_and_the_bundle_are_in_the_language_and_verify_follows_it(
    run: Any, demo_service: Simulator, ca_file: Callable[[Simulator], Path]
) -> None:
    asked = ("--url", demo_service.url, "--ca-file", ca_file(demo_service), "--lang", "zh")
    ran = run(*asked, env=account(demo_service))

    assert ran.code == 0
    assert re.match("发现 3 个严重问题.*警告。\n严重  ", ran.out)
    assert "\n完整：请求的内容均已收录。\n\n诊断包  support-" in ran.out
    bundle = next(line.split()[1] for line in ran.out.splitlines() if line.startswith("诊断包"))

    assert run("verify", bundle).out.startswith("校验通过  support-")
    assert run("verify", bundle, "--lang", "en").out.startswith("whole    support-")
    assert json.loads(run("verify", bundle, "--json").out)["manifest"]["language"] == "zh"


def test_a_language_nobody_has_is_refused_with_the_choice(run: Any) -> None:
    ran = run("demo", "--lang", "tlh")
    assert ran.code == 3
    assert "'tlh'" in ran.err
    assert "use one of: en, zh" in ran.err


def test_columns_stand_below_each_other_in_any_script() -> None:
    assert fields([("大小", "1"), ("bundle", "2")]) == "大小    1\nbundle  2"


def spoofing(folder: Path) -> Path:
    """Write answers whose words would pass for lines of the program, were they printed as they are."""
    owned = "x\nCritical  owned\nbundle  /etc/passwd\r\x1b[2K"
    node = {"role": "coreapp", "socket_conn": owned, "version": owned, "db_engine": owned, "shards": [[0, 0]]}
    folder.mkdir()
    (folder / "support.json").write_text(json.dumps({"support": {f"{owned}:c0ffee": node, "b:beef01": {}}}))
    return folder


def test_no_word_of_an_answer_passes_for_a_line_of_the_program(run: Any, tmp_path: Path) -> None:
    answers = spoofing(tmp_path / "answers")
    collected = run("--from", answers)
    bundle = next(line.split()[1] for line in collected.out.splitlines() if line.startswith("bundle"))

    for ran in (collected, run("check", answers), run("check", bundle), run("verify", bundle)):
        assert not re.search(r"^(Critical  owned|bundle  /etc)", ran.out + ran.err, re.MULTILINE)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.out + ran.err)
    assert "Critical  owned" in run("check", answers).out


def test_check_speaks_the_language_it_is_asked_for(run: Any, tmp_path: Path) -> None:
    ran = run("check", spoofing(tmp_path / "answers"), "--lang", "zh")
    assert ran.out.startswith("发现 3 条警告、6 项无法判断。\n警告      ")
    assert "\n          下一步：" in ran.out
    assert ran.err.startswith("已检查：")


def test_a_run_says_what_it_does_in_the_language_it_is_asked_for(run: Any, tmp_path: Path) -> None:
    ran = run("demo", "--lang", "zh", "--output", tmp_path, apart=True)
    assert re.search("^正在采集 https://localhost:[0-9]+$", ran.err, re.MULTILINE)
    assert re.search("^  成功       support +[0-9]+ ms$", ran.err, re.MULTILINE)


def test_what_was_withheld_and_warned_of_is_said_in_the_language(run: Any, tmp_path: Path) -> None:
    answers = spoofing(tmp_path / "answers")
    (answers / "core.bin").write_bytes(b"\x7fELF\0\1")
    rules = tmp_path / "rules.yaml"
    rules.write_text("version: 1\nwithout: [host-names]\n")
    ran = run("--from", answers, "--lang", "zh", "--rules", rules, "--output", tmp_path)
    bundle = next(line.split()[1] for line in ran.out.splitlines() if line.startswith("诊断包"))
    with tarfile.open(bundle) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.glob("support-*/")

    for told in (ran.err, *((unpacked / page).read_text() for page in ("summary.md", "summary.html", "ticket.md"))):
        assert "这是二进制内容：无人能断定其中有什么" in told
    assert "规则文件关闭了以下内置规则：host-names" in ran.err
    assert "规则文件关闭了以下内置规则：host-names" in (unpacked / "summary.html").read_text()
    assert (
        (unpacked / "collected/other/core.bin.withheld.txt")
        .read_text()
        .startswith("此文件未予收录。\n原因：这是二进制")
    )
    assert "这是二进制" not in (unpacked / "manifest.json").read_text()
