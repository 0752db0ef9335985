"""`rules`: every mistake at once with its place, every example run, the rules in force as a list."""

import json
from pathlib import Path
from typing import Any

import pytest

GOOD = r"""
version: 1
rules:
  - name: internal-ticket
    why: our numbers mean nothing outside
    match: 'INT-\d{6}'
    keywords: [INT-]
    replace: mask
    examples:
      - {text: "see INT-123456", becomes: "see [internal-ticket]"}
      - {text: "INT-12 is a rack", unchanged: true}
"""


def test_the_shipped_rules_have_no_mistakes_and_their_examples_hold(run: Any) -> None:
    assert run("rules", "check").code == 0

    tested = run("rules", "test", "--json")

    assert tested.code == 0
    assert json.loads(tested.out)["failed"] == []
    assert json.loads(tested.out)["examples"] >= 30


def test_a_rule_of_ones_own_is_checked_tested_listed_shown_and_applied(run: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD)
    (tmp_path / "a.log").write_text("ticket INT-123456 opened\n")

    assert run("rules", "check", "mine.yaml").code == 0
    assert "mine.yaml: 2 of 2 examples hold\nthe shipped rules: " in run("rules", "test", "mine.yaml").out
    assert "internal-ticket" in run("rules", "list", "mine.yaml").out
    shown = run("rules", "show", "internal-ticket", "mine.yaml").out
    assert "becomes 'see [internal-ticket]'" in shown
    assert r"match INT-\d{6}" in shown
    assert "keywords  INT-" in shown
    assert run("redact", "a.log", "--rules", "mine.yaml").out == "ticket [internal-ticket] opened\n"


def test_every_mistake_is_reported_at_once_with_its_place(run: Any, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(
        "version: 1\nrules:\n  - name: a-rule\n    detct: phone\n"
        "  - name: b-rule\n    detect: phonee\n    replace: maskk\n"
    )

    ran = run("rules", "check", "bad.yaml")

    assert ran.code == 3
    assert "bad.yaml:4:5" in ran.err
    assert "did you mean" in ran.err
    assert "bad.yaml:7:14" in ran.err
    assert "^" in ran.err


def test_an_example_that_does_not_hold_is_shown_and_fails(run: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD.replace("see [internal-ticket]", "saw [internal-ticket]"))

    ran = run("rules", "test", "mine.yaml", "--json")

    assert ran.code == 3
    assert json.loads(ran.out)["failed"][0]["rule"] == "internal-ticket"


def test_a_pattern_that_can_take_for_ever_is_refused(run: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD.replace(r"INT-\d{6}", "INT-([a-z]+)+$"))

    ran = run("rules", "check", "mine.yaml")

    assert ran.code == 3
    assert "mine.yaml:6" in ran.err


def test_mistakes_of_form_and_of_content_are_told_together(run: Any, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(
        "version: 1\n"
        "rules:\n"
        "  - {name: Third One, detect: phoen}\n"
        "  - {name: one, match: 'a(', keyword: [a]}\n"
        "  - {name: two, at: '$.a[?(@.x)]'}\n"
    )

    ran = run("rules", "check", "r.yaml")

    assert ran.code == 3
    for told in ("did you mean 'phone'", "small letters", "did you mean 'keywords'", "not a regular", "filters"):
        assert told in ran.err
    assert [int(line.split(":")[1]) for line in ran.err.splitlines() if line.startswith("r.yaml:")] == [3, 3, 4, 4, 5]


def test_mistakes_of_form_and_of_meaning_are_told_together(run: Any, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(
        "version: 1\nlevel: medium\nwithout: [phone-nombers]\nrules:\n"
        "  - {name: a-rule, detect: fone}\n"
        "  - {name: a-rule, at: '$.a['}\n"
        "  - {name: b-rule, match: '(a+)+$', replace: maskk}\n"
    )

    ran = run("rules", "check", "bad.yaml", "--json")

    lines = [problem["line"] for problem in json.loads(ran.out)["problems"]]
    assert ran.code == 3
    assert lines == sorted(lines)
    assert {2, 3, 5, 6, 7} <= set(lines)
    assert lines.count(6) == 2
    assert lines.count(7) >= 2


def test_coverage_tells_what_each_rule_finds_and_which_find_nothing(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "a.log").write_text("password=tulip9Kx\nto +4915123456789 and +16502530000\n")
    (tmp_path / "logs" / "b.json").write_text('{"support": {"env": ["HOME=/srv"]}}')

    told = json.loads(run("rules", "coverage", "logs", "--json").out)
    shown = run("rules", "coverage", "logs").out

    hits = {row["rule"]: row["hits"] for row in told["rules"]}
    assert {rule: count for rule, count in hits.items() if count} == {
        "credentials": 1,
        "phone-numbers": 2,
        "env-variables": 1,
    }
    assert "message-ids" in shown
    assert "found nothing" in shown


def test_coverage_counts_the_lines_of_a_file_that_is_read_whole(run: Any, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DB_PASSWORD=tulip9Kx\nSMTP_PASSWORD=daffodil7Qz\n")
    told = json.loads(run("rules", "coverage", ".env", "--json").out)
    assert {row["looked"] for row in told["rules"]} == {2}


def test_the_schema_knows_every_key_of_the_language(run: Any) -> None:
    schema = json.loads(run("rules", "schema").out)

    assert set(schema["properties"]) == {"version", "without", "level", "rules"}
    assert {"name", "why", "detect", "match", "at", "keep", "strip"} <= set(schema["$defs"]["RuleModel"]["properties"])
    assert schema["additionalProperties"] is False


def test_the_schema_tells_an_editor_which_detectors_there_are_and_what_each_key_does(run: Any) -> None:
    rule = json.loads(run("rules", "schema").out)["$defs"]["RuleModel"]

    assert {"phone", "credential"} <= set(rule["properties"]["detect"]["enum"])
    assert all(one.get("description") for one in rule["properties"].values())
    assert {"required": ["match", "keywords", "examples"]} in rule["oneOf"]


def test_a_rule_whose_example_does_not_hold_stops_every_run(run: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD.replace("keywords: [INT-]", "keywords: [TNI-]"))
    (tmp_path / "a.log").write_text("ticket INT-123456 opened\n")

    for arguments in (["rules", "check", "mine.yaml"], ["redact", "a.log", "--rules", "mine.yaml"]):
        ran = run(*arguments)
        assert ran.code == 3
        assert "mine.yaml:10:9: the example does not hold: expected 'see [internal-ticket]'" in ran.err
        assert "INT-123456 opened" not in ran.out


def test_all_that_a_rule_lacks_is_told_at_once(run: Any, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("version: 1\nrules:\n  - {name: one, match: 'a(', keep: [b]}\n")

    told = run("rules", "check", "r.yaml").err

    for missing in ("names keywords", "at least one example", "belong to a rule with at", "not a regular expression"):
        assert missing in told


@pytest.mark.parametrize("rules", ["/dev/zero", "."])
def test_rules_that_are_no_file_are_refused(run: Any, rules: str) -> None:
    assert run("rules", "check", rules).code == 3


def test_coverage_counts_files_and_names_what_it_passed_over(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs/a.log").write_text("password=tulip9Kx\n")
    (tmp_path / "logs/core.bin").write_bytes(b"\0\1")
    (tmp_path / "logs/link").symlink_to("a.log")

    ran = run("rules", "coverage", "logs", "--json")

    assert {key: json.loads(ran.out)[key] for key in ("files", "passed_over")} == {"files": 1, "passed_over": 2}
    assert "2 files passed over" in ran.err
    assert "nothing.log cannot be read" in run("rules", "coverage", "nothing.log").err
