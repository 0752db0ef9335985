"""In another language the pages say the same, and data in them is as inert."""

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from collector.language import language, languages
from collector.model import CleanText
from collector.report.pages import largest_page, pages
from collector.report.plain import columns, wrapped
from collector.run import Contents

Make = Callable[..., Contents]
TEMPLATES = Path(__file__).parents[2] / "templates"
OTHERS = [code for code in languages() if code != "en"]


def read(contents: Contents, code: str) -> dict[str, str]:
    spoken = replace(contents, run=replace(contents.run, language=code))
    return {page.name: page.content.decode() for page in pages(spoken)}


@pytest.mark.parametrize("code", OTHERS)
def test_the_language_is_told_and_the_tags_are_the_same(code: str, contents: Make) -> None:
    english, other = read(contents(), "en"), read(contents(), code)
    assert f'<html lang="{code}">' in other["summary.html"]
    tags = re.compile(r"<[a-z0-9]+|</[a-z0-9]+>")
    shapes = {"text", "rect"}  # a chip of a drawing is as wide as its word

    def skeleton(page: str) -> list[str]:
        return [tag for tag in tags.findall(page) if tag.strip("</>") not in shapes]

    assert skeleton(other["summary.html"]) == skeleton(english["summary.html"])


@pytest.mark.parametrize("code", OTHERS)
def test_a_reason_is_said_in_the_language_and_in_english(code: str, contents: Make) -> None:
    base = contents()
    failed = replace(base.attempts[1], code="not-permitted", reason=CleanText("answered 403: no"))
    page = read(replace(base, attempts=(failed,)), code)["summary.html"]
    told = html.unescape(page)
    assert re.search(r"[^<>]+answered 403: no[^<>]*", told)
    assert language(code)("this account may not read it; an administrator may") in told


def test_chinese_says_it(contents: Make) -> None:
    ticket = read(contents(), "zh")["ticket.md"]
    assert "发现 1 个严重问题、1 条警告、1 项无法判断。" in ticket
    assert "- **何时开始：** （请填写；诊断包无法判断）" in ticket
    assert "未请求：`db-stats`。" in ticket


@pytest.mark.parametrize("code", languages())
def test_lines_of_the_readme_fit_a_terminal(code: str, contents: Make) -> None:
    assert max(columns(line) for line in read(contents(), code)["README.txt"].splitlines()) <= 90


def test_text_is_wrapped_by_columns_and_keeps_every_word() -> None:
    text = "数据经过假名化处理，并非匿名：times and counts remain，熟悉该系统的人可能认出它。" * 3
    lines = wrapped(text, width=40).split("\n  ")
    assert all(columns(line) <= 40 for line in lines)
    assert not any(line.startswith(("，", "。", "：")) for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_the_limit_grows_with_the_installation() -> None:
    assert [largest_page(n) for n in (0, 8, 36, 64, 500)] == [500_000, 500_000, 1_250_000, 2_000_000, 2_000_000]


@pytest.mark.parametrize("code", languages())
def test_what_a_template_says_holds_no_markup(code: str) -> None:
    """It passes the escaping of Markdown unchanged, and so does its translation."""
    texts = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2"))
    said = re.findall(r'say\("([^"]+)"', texts)
    assert len(said) > 100
    assert not [one for one in said if re.search(r"[<>`*|&#\\]", language(code).messages.get(one, one))]
