"""`explain BUNDLE PLACE`: why a mark stands where it stands, from what the bundle itself says."""

import json
import re
import shlex
import shutil
import tarfile
from pathlib import Path
from typing import Any

import pytest

SUPPORT = {
    "support": {
        "context": "healthcheck",
        "note": "call +49 151 23456789 or jane@firm.io, see wamid.HBgLMTU1NTAxMDAxMjMVAgARGBIwMTIzNDU2Nzg5QUJDREVGMDEA",
        "password": "tulip9Kx",
        "uptime": 5,
    }
}
LOG = "started\nno ack from +49 151 23456789 twice\n\ttab, INT-123456 and caf\u00e9 +49 151 23456789\n"
LOG += '{"to": 4915198765432, "n": 1}\n'
RULES = """\
version: 1
rules:
  - name: internal-ticket
    why: ticket numbers of our own system mean nothing outside
    match: 'INT-\\d{6}'
    keywords: [INT-]
    replace: mask
    examples:
      - {text: "see INT-123456", becomes: "see [internal-ticket]"}
      - {text: "INT-12 is a rack", unchanged: true}
"""


@pytest.fixture(scope="module")
def collected(run_in: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Collect an answer and a log, with a rule of one's own; return the bundle."""
    folder = tmp_path_factory.mktemp("collected")
    (folder / "answers").mkdir()
    (folder / "answers/support.json").write_text(json.dumps(SUPPORT, indent=2))
    (folder / "answers/coreapp.log").write_text(LOG)
    (folder / "rules.yaml").write_text(RULES)
    told = json.loads(run_in(folder, "--from", "answers", "--rules", "rules.yaml", "--json").out)
    return folder / str(told["bundle"])


@pytest.fixture
def bundle(collected: Path, tmp_path: Path) -> Path:
    """Return the bundle where a test may do with it what it likes, beside the rule."""
    (tmp_path / "rules.yaml").write_text(RULES)
    return Path(shutil.copy(collected, tmp_path))


@pytest.fixture
def ledger(bundle: Path) -> list[dict[str, Any]]:
    """Return the rows of redactions.json."""
    with tarfile.open(bundle) as archive:
        [name] = [name for name in archive.getnames() if name.endswith("/redactions.json")]
        content = archive.extractfile(name)
        assert content
        rows: list[dict[str, Any]] = json.load(content)["redactions"]
    return rows


def place_of(ledger: list[dict[str, Any]], rule: str, member: str = "") -> str:
    row = next(row for row in ledger if row["rule"] == rule and member in row["member"])
    return f"{row['member']}:{row['place']}"


def test_every_place_of_the_ledger_is_explained(run: Any, bundle: Path, ledger: list[dict[str, Any]]) -> None:
    assert {row["rule"] for row in ledger} == {
        "phone-numbers", "email-addresses", "message-ids", "credentials", "internal-ticket",
    }  # fmt: skip
    for row in ledger:
        ran = run("explain", bundle, f"{row['member']}:{row['place']}", "--json")
        assert ran.code == 0, ran.err
        document = json.loads(ran.out)
        assert document["schema"] == "collect-bundle/explained-place/1"
        told = {(mark["rule"]["name"], mark["mark"], mark["place"]) for mark in document["marks"]}
        assert (row["rule"], row["mark"], row["place"]) in told


def test_the_caret_stands_under_the_mark_of_a_log(run: Any, bundle: Path, ledger: list[dict[str, Any]]) -> None:
    place = place_of(ledger, "phone-numbers", ".log")
    ran = run("explain", bundle, place)

    head, _, line, carets, *_ = ran.out.splitlines()
    assert head == f"{place}  (line 2, column 13)"
    start, length = carets.index("^"), carets.count("^")
    assert line[:start] == "    no ack from "
    assert line[start : start + length].startswith("[phone:")
    assert line[start + length :] == " twice"


def test_any_column_of_a_mark_is_its_place_and_the_next_is_not(run: Any, bundle: Path) -> None:
    told = run("explain", bundle, "collected/other/coreapp.log:2:13", "--json").out
    [mark] = json.loads(told)["marks"]
    last = mark["column"] + len(mark["mark"]) - 1
    assert json.loads(run("explain", bundle, f"collected/other/coreapp.log:2:{last}", "--json").out)["marks"] == [mark]
    assert run("explain", bundle, f"collected/other/coreapp.log:2:{last + 1}").code == 2
    assert run("explain", bundle, "collected/other/coreapp.log:2:12").code == 2


def test_a_pointer_names_every_mark_of_its_text(run: Any, bundle: Path) -> None:
    ran = run("explain", bundle, "collected/support.json:/support/note")
    assert ran.out.count("(line 4, column ") == 3
    by_line = json.loads(run("explain", bundle, "collected/support.json:4:20", "--json").out)
    assert [mark["rule"]["name"] for mark in by_line["marks"]] == ["phone-numbers"]


def test_it_says_what_the_mark_means_and_where_else_it_stands(run: Any, bundle: Path) -> None:
    out = run("explain", bundle, "collected/other/coreapp.log:2:13").out
    assert "numbers of businesses and their customers are personal data" in out
    assert "the detector phone, a kind of identity" in out
    assert "stands for one value: the same value has it everywhere in this bundle, and in no other" in out
    assert "3 times in this bundle" in out
    assert "collected/support.json:/support/note" in out
    assert "collected/other/coreapp.log:3:" in out
    assert "`without: [phone-numbers]`" in out


def test_a_mask_is_no_pseudonym_and_is_not_counted_as_one(run: Any, bundle: Path) -> None:
    out = run("explain", bundle, "collected/support.json:/support/password").out
    assert "[secret] is one word for every value of its kind" in out
    assert "its rule removed 1 value in this bundle" in out
    assert "also at" not in out


def test_what_stood_inside_is_told_by_its_own_mark(run: Any, bundle: Path, ledger: list[dict[str, Any]]) -> None:
    out = run("explain", bundle, place_of(ledger, "message-ids")).out
    assert "inside it stood a value with a mark of its own, [phone:" in out


def test_a_rule_of_ones_own_is_explained_from_its_file(run: Any, bundle: Path, ledger: list[dict[str, Any]]) -> None:
    place = place_of(ledger, "internal-ticket")
    without, named = run("explain", bundle, place), run("explain", bundle, place, "--rules", "rules.yaml")
    assert "name its file with --rules" in without.out
    assert "ticket numbers of our own system mean nothing outside" in named.out
    assert "narrow internal-ticket in your rules file" in named.out


def test_an_unpacked_bundle_is_as_good_as_a_packed_one(run: Any, bundle: Path, tmp_path: Path) -> None:
    with tarfile.open(bundle) as archive:
        archive.extractall(tmp_path / "out", filter="data")
    [folder] = (tmp_path / "out").iterdir()
    folder = folder.rename(tmp_path / "renamed")
    place = "collected/support.json:/support/note"
    assert run("explain", folder, place).out == run("explain", bundle, place).out

    (folder / "collected/other/coreapp.log").write_text("changed")
    ran = run("explain", folder, place)
    assert ran.code == 10
    assert "collected/other/coreapp.log is not what the manifest describes" in ran.err


def test_where_nothing_was_removed_the_nearest_mark_is_the_next_step(run: Any, bundle: Path, tmp_path: Path) -> None:
    ran = run("explain", bundle, "collected/support.json:/support/uptime")
    assert ran.code == 2
    assert "no mark stands at collected/support.json:/support/uptime: no rule removed anything there" in ran.err

    ran = run("explain", bundle, "collected/other/coreapp.log:1:1")
    assert ran.code == 2
    [command] = [line.partition("collect-bundle ")[2] for line in ran.err.splitlines() if "next:" in line]
    assert run(*shlex.split(command)).out.startswith("collected/other/coreapp.log:2:13  ")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("collected/suport.json:1:1", "did you mean collected/support.json"),
        ("collected/support.json", "MEMBER:LINE:COLUMN or MEMBER:/JSON/POINTER"),
        ("collected/support.json:12", "MEMBER:LINE:COLUMN or MEMBER:/JSON/POINTER"),
        ("summary.html:1:1", "nothing was removed from this member"),
        ("collected/support.json:0:0", "the nearest mark: collect-bundle explain"),
        ("collected/support.json:999999999:999999999", "the nearest mark: collect-bundle explain"),
    ],
)
def test_a_place_that_is_none_says_what_one_is(run: Any, bundle: Path, place: str, told: str) -> None:
    ran = run("explain", bundle, place)
    assert ran.code == 2
    assert told in ran.err


def test_a_bundle_alone_is_asked_for_a_place(run: Any, bundle: Path) -> None:
    ran = run("explain", bundle)
    assert ran.code == 2
    assert "a bundle is explained place by place" in ran.err
    assert "MEMBER:/JSON/POINTER" in ran.err


def test_a_bundle_that_was_cut_is_none(run: Any, bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.tar.gz").write_bytes(bundle.read_bytes()[:-9])
    assert run("explain", "cut.tar.gz", "collected/other/coreapp.log:2:13").code == 10
    assert run("explain", "nowhere", "collected/other/coreapp.log:2:13").code == 2


ENGLISH_WORDS = re.compile(r"(?<![-/])\b(the|is|was|were|and|or|of|not|with|nothing|next|in|this)\b(?!-)")


def test_every_kind_of_mark_is_explained_in_the_language(run: Any, bundle: Path, ledger: list[dict[str, Any]]) -> None:
    one_of_a_kind = {(row["rule"], row["member"]): f"{row['member']}:{row['place']}" for row in ledger}
    for place in one_of_a_kind.values():
        english, chinese = (run("explain", bundle, place, "--lang", code).out for code in ("en", "zh"))
        blocks = [told.split("\n\n") for told in (english, chinese)]
        assert blocks[0][1::3] == blocks[1][1::3]
        told = "".join(block for number, block in enumerate(blocks[1]) if number % 3 != 1)
        assert not ENGLISH_WORDS.search(told.replace("docs/detectors.md", ""))


def test_a_mark_is_explained_in_the_language_and_to_a_script_in_english(run: Any, bundle: Path) -> None:
    place = "collected/other/coreapp.log:2:13"
    head, _, line, carets, _, *told = run("explain", bundle, place, "--lang", "zh").out.splitlines()
    assert head == f"{place}  （第 2 行，第 13 列）"
    assert line.startswith("    no ack from [phone:")
    assert carets.strip("^ ") == ""
    assert told[:3] == [
        "  规则      phone-numbers",
        "  原因      企业及其客户的号码属于个人数据",
        "  识别方式  检测器 phone，类别为身份信息：docs/detectors.md",
    ]
    assert "代表一个值：同一个值在本诊断包各处都对应该标记，且仅限本诊断包" in told[3]
    assert told[4] == "  出现      在本诊断包中共 3 次"
    assert told[5].startswith("  还见于    collected/")
    assert run("explain", bundle, place, "--lang", "zh", "--json").out == run("explain", bundle, place, "--json").out


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (
            "collected/suport.json:1:1",
            "错误：诊断包中没有 'collected/suport.json' 这个文件\n  下一步：是否想写 collected/support.json",
        ),
        ("collected/support.json", "错误：'collected/support.json' 不是诊断包中的位置\n  下一步：位置的写法为"),
        ("summary.html:1:1", "错误：summary.html:1:1 处没有标记：没有规则在该处移除内容\n  下一步：此文件未移除"),
        ("collected/support.json:0:0", "下一步：最近的标记：collect-bundle explain "),
    ],
)
def test_a_place_that_is_none_is_told_in_the_language(run: Any, bundle: Path, place: str, told: str) -> None:
    assert told in run("explain", bundle, place, "--lang", "zh").err
