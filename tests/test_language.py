"""Every sentence a person reads is in every catalogue, with the same names in it; no catalogue holds a stale one."""

import ast
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from collector.cli.console import Console
from collector.cli.help import SpokenContext
from collector.cli.main import program
from collector.errors import CollectBundleError, ConfigError
from collector.language import Language, language, languages
from collector.profile import load_profile
from collector.redaction.rules import load_rules
from collector.resources import profile_names, profile_text, rules_text
from collector.sentence import Sentence
from collector.simulator import describe, scenario_names

ROOT = Path(__file__).parents[1]
CALLED = re.compile(r"(?:[\w.]+\.)?(?P<verb>say|say\.counted|message|noun|Sentence)")
SAID = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"|\bsay\.counted\([^"]*"((?:[^"\\]|\\.)*)"')
ERRORS = {"refuse", *(kind.__name__ for kind in CollectBundleError.__subclasses__())}
MARKED = {"message", "noun"}
"""What these are given is said elsewhere: nothing but a literal can be found."""


def sentences_in(source: str, file: str) -> Iterator[str]:
    """Yield what a Python file says; a sentence that is no literal must have been marked where it is one."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        place, called = f"{file}:{node.lineno}", CALLED.fullmatch(ast.unparse(node.func))
        verb = "" if called is None or "console" in called.group() else called["verb"]
        if verb in {"noun", "say.counted"}:
            for noun in literals(node.args[1 if verb == "say.counted" else 0], place, strict=verb in MARKED):
                yield from numbers_of(noun)
        elif verb:
            yield from literals(node.args[0], place, strict=verb in MARKED)
        else:
            for part in parts_of_an_error(node):
                yield from literals(part, place, strict=False)


def parts_of_an_error(call: ast.Call) -> Iterator[ast.expr]:
    """Yield what failed and the next step of an error of ours; whatever is called with a cure is one."""
    cures = [keyword.value for keyword in call.keywords if keyword.arg == "cure"]
    if cures or ast.unparse(call.func) in ERRORS:
        yield from (*call.args[:1], *cures)


def literals(node: ast.expr, place: str, *, strict: bool) -> Iterator[str]:
    """Yield the sentence, or both of a choice; what is put together of parts can be in no catalogue."""
    if isinstance(node, ast.IfExp):
        yield from literals(node.body, place, strict=strict)
        yield from literals(node.orelse, place, strict=strict)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from (node.value,) if node.value else ()
    else:
        assert not strict, f"{place}: only a literal can be marked"
        assert not isinstance(node, ast.JoinedStr | ast.BinOp), f"{place}: a sentence names its values in braces"


def numbers_of(noun: str) -> tuple[str, str]:
    return f"{{count}} {noun}", f"{{count}} {noun}s"


class Asked(dict[str, str]):
    """A catalogue of nothing that remembers what was looked up in it."""

    def get(self, sentence: str, otherwise: Any = None) -> Any:
        self[sentence] = sentence
        return otherwise


def words_of_the_help() -> frozenset[str]:
    """Return every sentence of every verb's help, as a reader of another language asks for them."""
    asked = Asked()
    console = Console(language=Language("xx", asked))

    def read(command: click.Command, above: click.Context | None) -> None:
        context = SpokenContext(command, parent=above, info_name=command.name, obj=console, **command.context_settings)
        command.get_help(context)
        for verb in command.list_commands(context) if isinstance(command, click.Group) else ():
            below = command.get_command(context, verb) if isinstance(command, click.Group) else None
            assert below is not None
            read(below, context)

    read(program, None)
    return frozenset(asked) - {""}


def words_of_the_shipped_files() -> frozenset[str]:
    """Return why each shipped rule removes something, why each endpoint is asked, and what each scenario shows."""
    rules = {rule.why for rule in load_rules(rules_text()).rules}
    profiles = [load_profile(profile_text(name), file=name) for name in profile_names()]
    asked = {endpoint.why for profile in profiles for endpoint in profile.endpoints}
    return frozenset(rules | asked | {describe(name) for name in scenario_names()})


@cache
def sentences() -> frozenset[str]:
    found: set[str] = set()
    for path in sorted((ROOT / "collector").rglob("*.py")):
        found.update(sentences_in(path.read_text(encoding="utf-8"), path.name))
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        for match in SAID.finditer(path.read_text(encoding="utf-8")):
            sentence, noun = (ast.literal_eval(f'"{text}"') if text else "" for text in match.groups(default=""))
            found.update(numbers_of(noun) if noun else (sentence,))
    return frozenset(found) | words_of_the_help() | words_of_the_shipped_files()


def names_in(sentence: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_a_catalogue_holds_every_sentence_and_no_other(code: str) -> None:
    catalogue = language(code).messages
    assert sorted(sentences() - catalogue.keys()) == [], f"missing in {code}.yaml"
    assert sorted(catalogue.keys() - sentences()) == [], f"said nowhere, but in {code}.yaml"


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_a_translation_names_what_the_sentence_names(code: str) -> None:
    odd = {s: t for s, t in language(code).messages.items() if names_in(s) != names_in(t)}
    assert odd == {}


def test_a_value_is_never_read_as_a_sentence() -> None:
    say = Language("xx", {"{who} waits": "{who} attend"})
    assert say("{who} waits", who="{who} waits {0}") == "{who} waits {0} attend"


def test_a_sentence_is_said_with_the_sentences_in_it() -> None:
    say = Language("xx", {"{file}: {why}": "{why} ({file})", "it is empty": "vide"})
    told = Sentence("{file}: {why}", file="{0}", why=Sentence("it is empty"))
    assert say.told(told) == "vide ({0})"
    assert (told, str(told)) == ("{0}: it is empty", "{0}: it is empty")
    assert say.told("{file}: {why}") == "{file}: {why}"


@pytest.mark.parametrize(
    "source",
    ['message(f"no {x}")', 'Sentence("no " + x)', 'UsageError(f"no {x}")', 'kind("no {x}", cure=f"{x}")', "message(x)"],
)
def test_a_sentence_that_no_catalogue_can_hold_is_refused(source: str) -> None:
    with pytest.raises(AssertionError, match=r"some\.py:1"):
        list(sentences_in(source, "some.py"))


def test_numbers_lists_and_lengths_of_time() -> None:
    say = language("en")
    assert say.counted(1, "shard") == "1 shard"
    assert say.counted(98_500, "callback") == "98,500 callbacks"
    assert say.listed(["a", "b", "c"]) == "a, b and c"
    assert say.listed([str(n) for n in range(10)], most=2) == "0, 1 and 8 more"
    assert [say.span(s) for s in (59, 60, -7_300, 90_000)] == ["59 seconds", "1 minute", "2 hours", "1 day"]


def test_a_language_without_a_catalogue_is_refused_with_the_choice() -> None:
    with pytest.raises(ConfigError, match="'tlh'"):
        language("tlh")


def test_english_reads_no_catalogue(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom collector.cli.main import main\n"
        "try:\n    main(['--help'])\n"
        "except SystemExit:\n    print(*{'yaml', 'pydantic'} & set(sys.modules), file=sys.stderr)"
    )
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert "Usage: " in ran.stdout
    assert ran.stderr.split() == []
