"""What the pages show holds: links lead somewhere, commands have the options they name, examples do what is said."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from collector.cli.main import program
from collector.findings.judge import known_ids
from collector.profile import load_profile
from collector.redaction.rules import load_rules
from collector.resources import profile_text, rules_text
from collector.settings_model import SettingsFile

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
LINK = re.compile(r"\]\((?!https?:)(?P<file>[^)#]*)(?:#(?P<anchor>[^)]+))?\)")
FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
INLINE = re.compile(r"`(collect-bundle [^`]*)`")


def fences(page: str, kind: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [found["text"] for found in FENCE.finditer(text) if found["kind"] == kind]


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_title(page: Path) -> None:
    prose = CODE.sub("", FENCE.sub("", page.read_text(encoding="utf-8")))
    for link in LINK.finditer(prose):
        target = page.parent / link["file"] if link["file"] else page
        assert target.exists(), link.group()
        assert not link["anchor"] or link["anchor"] in anchors(target), link.group()


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield every command line of ours that a page shows, as words, up to what a shell takes for itself."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        shown = [line for fence in FENCE.finditer(text) for line in fence["text"].splitlines()]
        for line in [*shown, *INLINE.findall(FENCE.sub("", text))]:
            for found in re.finditer(r"(?:^|[ (`=/])collect-bundle (?P<rest>-.*|[a-z]+ .*)", line):
                rest = re.split(r"\s[|>&#]|\)\s\|\||\s{3,}|…|\.\.\.", found["rest"])[0]
                yield page.name, shlex.split(rest.replace("'", ""))


def test_every_command_that_is_shown_has_the_options_it_names() -> None:
    shown = list(commands())
    assert len(shown) > 60
    for page, words in shown:
        command: click.Command = program
        context = click.Context(program, **program.context_settings)
        for word in words:
            below = command.get_command(context, word) if isinstance(command, click.Group) else None
            command = below or command
        known = command if command is not program else program.get_command(context, "collect")
        options = {option for one in (known, program) if one for param in one.params for option in param.opts}
        named = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)} - {"--help", "-h"}
        assert named <= options, f"{page}: {' '.join(words)}"


def test_the_rule_to_write_in_five_minutes_holds_and_its_mistake_is_told_as_shown(run: Any, tmp_path: Path) -> None:
    rule, told = fences("docs/rules.md", "yaml")[0], fences("docs/rules.md", "")[0]
    assert "internal-ticket" in {one.name for one in load_rules(rules_text(), rule, own_file="my-rules.yaml").rules}

    (tmp_path / "my-rules.yaml").write_text(rule.replace("keywords:", "keyword:"))
    ran = run("rules", "check", "my-rules.yaml")

    assert ran.code == 3
    assert told.splitlines()[0] in ran.err


def test_the_check_to_write_in_yaml_is_one_and_its_examples_hold() -> None:
    shown = fences("docs/findings.md", "yaml")[-1].replace("collected/status.json", "collected/support.json")
    profile = load_profile(f"{profile_text('whatsapp-onprem')}\n{shown}", file="mine.yaml", taken=known_ids())

    assert [check.id for check in profile.checks] == ["jobs-waiting"]


def test_the_settings_file_that_is_shown_has_every_key() -> None:
    (shown,) = fences("docs/command-line.md", "yaml")

    keys = {field.alias or name for name, field in SettingsFile.model_fields.items()}
    assert {key for key in keys if not re.search(rf"(?:^|; or ){key}:", shown, re.MULTILINE)} == set()


def test_what_the_readme_shows_of_the_library_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = fences("README.md", "python")
    script = shown.replace("redactor.redact_stream(reader, writer)", "pass")
    names: dict[str, Any] = {}
    exec(script, names)

    assert "[phone:" in names["redactor"].redact_text("call +1 650 253 0000").text
