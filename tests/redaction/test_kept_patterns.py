"""Patterns that were compiled in one run are there in the next, the same ones; nothing else is kept with them."""

import marshal
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from collector import Redactor, cache, compiled
from tests.conftest import Run

RULES = """
version: 1
rules:
  - name: order
    why: numbers of orders mean nothing outside
    match: 'ORD-[0-9]{6}'
    keywords: [ORD-]
    examples:
      - {text: "see ORD-123456", becomes: "see [order]"}
      - {text: "ORD-12 is a shelf", unchanged: true}
"""


@pytest.fixture
def _of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Keep in a folder of this test's own, and begin with nothing."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(compiled, "_new", {})
    monkeypatch.setattr(compiled, "_derived", {})
    compiled._kept.cache_clear()
    yield
    compiled._kept.cache_clear()


def _patterns() -> list[re.Pattern[str]]:
    """Return the patterns of all modules that a redaction has imported."""
    Redactor.from_file().redact_text("password=x9Yz77abcQ")
    modules = [module for name, module in sys.modules.items() if name.startswith("collector.")]
    values = [value for module in modules for value in vars(module).values()]
    return [value for value in values if isinstance(value, re.Pattern) and isinstance(value.pattern, str)]


@pytest.mark.usefixtures("_of_its_own")
def test_a_kept_pattern_equals_the_compiled_one() -> None:
    patterns = _patterns()
    assert len(patterns) > 200
    for pattern in patterns:
        compiled.compiled(pattern.pattern, pattern.flags)
    compiled.keep_compiled()
    compiled._kept.cache_clear()
    for pattern in patterns:
        kept = compiled.compiled(pattern.pattern, pattern.flags)
        assert kept == pattern  # two patterns are equal if their codes are
        assert kept.groupindex == pattern.groupindex
        assert kept.groups == pattern.groups
    assert not compiled._new


@pytest.mark.usefixtures("_of_its_own")
@pytest.mark.parametrize(
    "row",
    [
        pytest.param([0, bytes(4), 0, {}, [None]], id="numbers that are no pattern"),
        pytest.param([0, bytes(3), 0, {}, [None]], id="no whole numbers"),
        pytest.param([0, ["0"], 0, {}, [None]], id="no numbers"),
        pytest.param([0, b"", 0, {}], id="too short"),
        pytest.param(None, id="nothing"),
        pytest.param([0, b"", -1, {"a": "b"}, "x"], id="other kinds"),
    ],
)
def test_what_is_not_as_it_was_written_is_compiled_again(row: object) -> None:
    cache.keep(compiled._name(), marshal.dumps({"0 a+b": row}))
    assert compiled.compiled("a+b") == re.compile("a+b")


@pytest.mark.usefixtures("_of_its_own")
@pytest.mark.parametrize(
    "content", [b"", b"{", marshal.dumps([1]), marshal.dumps(7), b"\xff", marshal.dumps({"0 a+b": [0]})[:-1]]
)
def test_a_file_that_is_none_of_ours_is_compiled_anew(content: bytes) -> None:
    cache.keep(compiled._name(), content)
    assert compiled.compiled("a+b") == re.compile("a+b")
    compiled.keep_compiled()
    compiled._kept.cache_clear()
    assert list(compiled._kept()) == ["0 a+b"]


def test_the_second_run_compiles_hardly_any_pattern(run: Run, tmp_path: Path) -> None:
    def rows() -> dict[str, object]:
        (kept,) = (tmp_path / "cache/collect-bundle").glob("patterns-*.marshal")
        return dict(marshal.loads(kept.read_bytes()[cache._DIGEST_BYTES :]))

    (tmp_path / "app.log").write_text("wa_id=4915123456789 password=Tr0mbone88x host db-7.firm.io\n")
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert run("redact", "app.log", env=env, apart=True).code == 0
    first = rows()
    assert run("redact", "app.log", env=env, apart=True).code == 0
    assert len(first) > 300
    # Marks differ from run to run, and what looks like a number in one may ask for another country's pattern.
    assert len(rows().keys() - first.keys()) < 5


def test_nothing_of_a_text_or_of_a_rules_file_is_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("wa_id=4915123456789 password=Tr0mbone88x for ada.l@firm.io\n" * 50)
    (tmp_path / "private.txt").write_text("Zanzibar Project\n")
    (tmp_path / "private.txt").chmod(0o600)
    (tmp_path / "rules.yaml").write_text(RULES)
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    ran = run("redact", "app.log", "--rules", "rules.yaml", "--private-list", "private.txt", env=env, apart=True)
    assert ran.code == 0, ran.err
    (kept,) = (tmp_path / "cache/collect-bundle").glob("patterns-*.marshal")
    for text in (b"4915123456789", b"Tr0mbone", b"firm.io", b"ada.l", b"Zanzibar", b"ORD-"):
        assert text not in kept.read_bytes()


def test_what_was_derived_of_patterns_is_kept_too(run: Run, tmp_path: Path) -> None:
    def derived() -> set[str]:
        (kept,) = (tmp_path / "cache/collect-bundle").glob("patterns-*.marshal")
        rows = marshal.loads(kept.read_bytes()[cache._DIGEST_BYTES :])
        return {key for key, row in rows.items() if isinstance(row, str)}

    (tmp_path / "app.log").write_text("the shard waits for its turn\n" * 2_000)
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert run("redact", "app.log", env=env, apart=True).code == 0
    first = derived()
    assert len(first) > 100
    assert run("redact", "app.log", env=env, apart=True).code == 0
    assert derived() == first


def test_nothing_of_a_private_list_is_kept_where_a_large_text_is_read(tmp_path: Path, run: Run) -> None:
    def kept(*options: str) -> dict[str, bytes]:
        assert run("redact", "app.log", *options, env={"XDG_CACHE_HOME": str(tmp_path / "cache")}).code == 0
        return {path.name: path.read_bytes().lower() for path in (tmp_path / "cache/collect-bundle").glob("heads-*")}

    (tmp_path / "app.log").write_text("the zanzibar project waits for its shard\n" * 30_000)
    (tmp_path / "private.txt").write_text("Zanzibar Project\n")
    (tmp_path / "private.txt").chmod(0o600)
    with_list = kept("--private-list", "private.txt")
    assert with_list
    assert not any(b"zanzibar" in content for content in with_list.values())
    assert kept() == with_list  # under names that do not tell of a list
