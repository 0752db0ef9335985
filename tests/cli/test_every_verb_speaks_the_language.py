"""Errors, help and talk of every verb in the language that was asked for; JSON documents are English all the same."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from collector.simulator import Simulator
from tests.cli.test_reveal_verb import on_a_terminal
from tests.conftest import account

CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH_WORDS = re.compile(r"(?<!-)\b(the|is|was|were|and|or|of|not|with|nothing|next)\b(?!-)")

ERRORS = [
    (2, ("nope",), "错误：没有 'nope' 这个命令\n  下一步：collect-bundle ", "there is no verb 'nope'"),
    (2, ("--nope",), "错误：无法理解命令行：no such option", "no such option"),
    (
        2,
        ("--url", "ftp://x"),
        "错误：URL 不以 https:// 或 http:// 开头\n  下一步：请给出协议和主机，例如 https://",
        "the URL does not",
    ),
    (2, ("redact", "gone.log"), "错误：无法读取 gone.log：No such file", "gone.log cannot be read: No such file"),
    (3, ("--from", "answers", "--profile", "gone"), "错误：没有 'gone' 这个 profile", "there is no profile 'gone'"),
    (
        3,
        ("redact", "app.log", "--rules", "bad.yaml"),
        "错误：bad.yaml 不可用：有 2 个问题",
        "bad.yaml is not usable: 2 problems",
    ),
    (
        5,
        ("--url", "http://127.0.0.1:1"),
        "错误：http://127.0.0.1:1 上没有服务监听\n  下一步：请检查主机和端口",
        "nothing listens at",
    ),
    (6, ("--from", "empty"), "错误：目录中没有文件\n  下一步：请指定含有 support.json", "the folder holds no file"),
    (
        9,
        ("--from", "answers", "-o", "gone"),
        "错误：未写入 gone：No such file",
        "nothing was written to gone: No such file",
    ),
    (10, ("verify", "app.log"), "错误：不是诊断包：已损坏，或不是诊断包所用的 gzip", "not a bundle: damaged"),
]


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("call from +49 151 23456789\n")
    (tmp_path / "bad.yaml").write_text("version: 1\nrulez: []\nrules: [{name: mine, detect: phon}]\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers/support.json").write_text('{"support": {}}')


@pytest.mark.parametrize(("code", "arguments", "chinese", "english"), ERRORS)
def test_an_error_is_told_in_the_language_and_in_english_to_a_script(
    code: int, arguments: tuple[str, ...], chinese: str, english: str, run: Any
) -> None:
    ran = run(*arguments, "--lang", "zh", "--json")
    document = json.loads(ran.out)

    assert (ran.code, document["exit"]) == (code, code)
    assert chinese in ran.err
    assert document["error"].startswith(english)
    assert not CHINESE.search(ran.out)
    assert f"error: {english}" in run(*arguments).err


def test_a_service_that_does_not_accept_the_credential_is_told_in_the_language(
    run: Any, demo_service: Simulator, ca_file: Callable[[Simulator], Path]
) -> None:
    asked = ("--url", demo_service.url, "--ca-file", ca_file(demo_service), "--lang", "zh")
    ran = run(*asked, env={"COLLECT_BUNDLE_USERNAME": "admin", "COLLECT_BUNDLE_PASSWORD": "wrong"})
    assert ran.code == 4
    assert (
        f"错误：{demo_service.url} 未接受用户名和密码（POST /v1/users/login 返回 401）\n  下一步：请检查二者" in ran.err
    )


def test_mistakes_in_a_file_are_told_in_the_language_each_at_its_place(run: Any) -> None:
    ran = run("rules", "check", "bad.yaml", "--lang", "zh")
    assert ran.code == 3
    assert "bad.yaml:2:1: 未知的键 'rulez'；是否想写 'rules'？\n    rulez: []\n    ^" in ran.err
    assert "没有 'phon' 这个检测器；是否想写 'phone'？" in ran.err
    problems = json.loads(run("rules", "check", "bad.yaml", "--lang", "zh", "--json").out)["problems"]
    assert problems[0]["message"] == "unknown key 'rulez'; did you mean 'rules'?"


@pytest.mark.parametrize("arguments", [("--lang", "zh", "--help"), ("--help", "--lang", "zh"), ("--lang=zh",)])
def test_the_help_of_the_program_is_in_the_language(arguments: tuple[str, ...], run: Any) -> None:
    ran = run(*arguments)
    shown = ran.out + ran.err
    assert shown.startswith("用法：collect-bundle ")
    assert "\n提交工单之前：\n" in shown
    assert "  collect-bundle demo                              演示运行，无需任何服务\n" in shown
    assert not ENGLISH_WORDS.search(shown)


@pytest.mark.parametrize(
    "verb", ["collect", "demo", "doctor", "redact", "verify", "check", "explain", "rules", "reveal"]
)
def test_the_help_of_every_verb_is_in_the_language_and_fits_the_terminal(verb: str, run: Any) -> None:
    ran = run(verb, "--help", env={"COLLECT_BUNDLE_LANG": "zh"})
    words = ran.out.partition("示例：")[0]
    assert ran.code == 0
    assert "显示此帮助并退出。" in words
    assert not ENGLISH_WORDS.search(words)
    assert max(len(line.encode("gb18030")) for line in words.splitlines()) <= 80


def test_the_option_wins_over_the_environment_and_the_environment_over_the_settings(run: Any, tmp_path: Path) -> None:
    (tmp_path / "config/collect-bundle").mkdir(parents=True)
    (tmp_path / "config/collect-bundle/settings.yaml").write_text("version: 1\nlang: zh\n")
    assert run("nope").err.startswith("错误：")
    assert run("nope", env={"COLLECT_BUNDLE_LANG": "en"}).err.startswith("error: ")
    assert run("nope", "--lang", "zh", env={"COLLECT_BUNDLE_LANG": "en"}).err.startswith("错误：")
    assert run("redact", "app.log").err.startswith("已脱敏 1 个文件：phone-numbers 1")


@pytest.mark.parametrize("arguments", [("redact", "app.log"), ("--help",), ("--from", "answers", "--lang", "zh")])
def test_a_language_nobody_has_is_told_in_english(arguments: tuple[str, ...], run: Any) -> None:
    ran = run(*arguments, "--lang", "tlh")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "error: there is no language 'tlh'\n  next: use one of: en, zh\n"


def test_doctor_speaks_the_language(run: Any, demo_service: Simulator, ca_file: Callable[[Simulator], Path]) -> None:
    asked = ("--url", demo_service.url, "--lang", "zh")
    distrusted, trusted = (
        run("doctor", *asked),
        run("doctor", *asked, "--ca-file", ca_file(demo_service), env=account(demo_service)),
    )
    assert re.search("^失败 +信任 +.* 的证书由本机不信任的 CA 签发$", distrusted.out, re.MULTILINE)
    assert "  下一步：请用 --ca-file 给出该 CA 的证书；或者，如果在服务器上 `openssl x509" in distrusted.out
    assert re.search(r"^成功 +凭据 +GET /v1/support 返回 200，使用密码$", trusted.out, re.MULTILINE)
    assert re.search(r"^成功 +规则 +\d+ 条生效，级别 standard$", trusted.out, re.MULTILINE)
    assert not ENGLISH_WORDS.search(re.sub("`.*?`", "", distrusted.out + trusted.out))


def test_redact_and_its_forecast_speak_the_language(run: Any, tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "core.bin").write_bytes(b"\x7fELF\0\1")
    (logs / "app.log").write_text("call from +49 151 23456789\n")
    (logs / "broken.json").write_text("{")
    ran = run("redact", "logs", "-o", "clean", "--lang", "zh")
    assert ran.code == 8
    assert "警告：core.bin 未予收录：这是二进制内容：无人能断定其中有什么\n" in ran.err
    assert "说明：broken.json：按文本读取：1:2 处不是有效的 JSON\n" in ran.err
    assert "已脱敏 2 个文件：phone-numbers 1\n" in ran.err
    assert (tmp_path / "clean/core.bin.withheld.txt").read_text() == (
        "此文件未予收录。\n原因：这是二进制内容：无人能断定其中有什么。\n"
    )
    reasons = json.loads(run("redact", "logs", "--dry-run", "--lang", "zh", "--json").out)["withheld"]
    assert reasons == [{"member": "core.bin", "reason": "it is binary: nobody can say what it holds"}]


def test_a_pipe_is_named_in_the_language(run: Any) -> None:
    ran = run("redact", "-", "-o", "clean.bin", "--lang", "zh", stdin=b"\x7fELF\0\1")
    assert "警告：标准输入 未予收录：这是二进制内容" in ran.err
    asked = run("redact", "-", "-o", "clean.bin", "--lang", "zh", "--json", stdin=b"\x7fELF\0\1")
    assert json.loads(asked.out)["withheld"][0]["member"] == "standard input"


def test_rules_speak_the_language(run: Any) -> None:
    listed, shown = run("rules", "list", "--lang", "zh").out, run("rules", "show", "phone-numbers", "--lang", "zh").out
    assert "企业及其客户的号码属于个人数据" in listed
    assert not ENGLISH_WORDS.search(listed)
    assert re.match("phone-numbers\n  原因  企业及其客户的号码属于个人数据\n  方式  detect phone\n", shown)
    assert run("rules", "check", "--lang", "zh").out.endswith(" 条规则生效，没有错误\n")
    assert run("rules", "coverage", "app.log", "--lang", "zh").out.startswith("规则 ")
    assert "\n  原因  企业及其客户的号码属于个人数据\n" in run("explain", "phone-numbers", "--lang", "zh").out


def test_a_plan_and_the_scenarios_speak_the_language(run: Any) -> None:
    planned = run("--url", "https://wa.example", "--dry-run", "--lang", "zh", env={"COLLECT_BUNDLE_TOKEN": "x"}).out
    listed = run("demo", "--list", "--lang", "zh").out
    assert "各节点是否已连接到 WhatsApp 服务器" in planned
    assert "仅在明确指定时才请求（--with db-stats）" in planned
    assert not ENGLISH_WORDS.search(planned + listed)


def test_reveal_speaks_the_language(tmp_path: Path, run: Any) -> None:
    assert (
        "错误：原件内容只在终端上显示\n"
        in run("reveal", "[phone:k3v9m2q7x4td8]", "--in", "app.log", "--lang", "zh").err
    )
    run("redact", "app.log", "--key-scope", "site", env={"XDG_STATE_HOME": str(tmp_path / "state")})
    shown = on_a_terminal(tmp_path, "reveal", "[phone:k3v9m2q7x4td8]", "--in", "app.log", "--lang", "zh")
    assert shown == "用此密钥，这些原件中没有任何值对应该标记\r\n"
