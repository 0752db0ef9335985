"""Every sentence a person reads is in every catalogue, with the same names in it; no catalogue holds a stale one."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from collector.errors import ConfigError
from collector.language import Language, language, languages

ROOT = Path(__file__).parents[1]
CALLED = re.compile(r"(?:[\w.]+\.)?(?P<verb>say|say\.counted|message|noun)")
SAID = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"|\bsay\.counted\([^"]*"((?:[^"\\]|\\.)*)"')


def sentences_in(source: str, file: str) -> Iterator[str]:
    """Yield what a Python file says; a sentence that is no literal must have been marked where it is one."""
    for node in ast.walk(ast.parse(source)):
        called = CALLED.fullmatch(ast.unparse(node.func)) if isinstance(node, ast.Call) else None
        if not isinstance(node, ast.Call) or not called or "console" in called.group():
            continue
        counts = called["verb"] in {"noun", "say.counted"}
        said = node.args[1 if called["verb"] == "say.counted" else 0]
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            yield from numbers_of(said.value) if counts else (said.value,)
        else:
            assert called["verb"] not in {"message", "noun"}, f"{file}:{node.lineno}: only a literal can be marked"


def numbers_of(noun: str) -> tuple[str, str]:
    return f"{{count}} {noun}", f"{{count}} {noun}s"


def sentences() -> frozenset[str]:
    found: set[str] = set()
    for path in sorted((ROOT / "collector").rglob("*.py")):
        found.update(sentences_in(path.read_text(encoding="utf-8"), path.name))
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        for match in SAID.finditer(path.read_text(encoding="utf-8")):
            sentence, noun = (ast.literal_eval(f'"{text}"') if text else "" for text in match.groups(default=""))
            found.update(numbers_of(noun) if noun else (sentence,))
    return frozenset(found)


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
