"""The collected members in the page: lines, numbers, links from the evidence, and a limit on it all."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from collector.finding import Finding, Pointer, Severity
from collector.model import Clean, CleanText, Redaction
from collector.report.listing import listing
from collector.report.members import lay_out, measure
from collector.report.pages import largest_page, pages
from collector.run import Contents

Make = Callable[..., Contents]


def _html(contents: Contents) -> str:
    return next(page.content for page in pages(contents) if page.name == "summary.html").decode()


def _pointing(member: str, place: str) -> Finding:
    return Finding("x", Severity.WARNING, "x", "x", "x", "x", "x", (Pointer(member, place, "x"),))


def test_json_is_laid_out_without_changing_a_number() -> None:
    text = (
        b'{"a": 9223372036853727232, "b": [1.50, 1e999, -0], "c": {"d": [], "e": "\\u00e9"}, "s": [[-1, -1], [0, 0]]}'
    )
    assert listing(text).lines == [
        "{",
        '  "a": 9223372036853727232,',
        '  "b": [1.50, 1e999, -0],',
        '  "c": {',
        '    "d": [],',
        '    "e": "é"',
        "  },",
        '  "s": [[-1, -1], [0, 0]]',
        "}",
    ]


@pytest.mark.parametrize(
    ("place", "line"),
    [("", 1), ("/a", 2), ("/b/1", 3), ("/c", 4), ("/c/x~1y/0", 6), ("/c/x~1y/7/z", 5), ("/c/none", 4), ("/none", None)],
)
def test_a_pointer_leads_to_its_line_or_its_nearest_parent(place: str, line: int | None) -> None:
    laid = listing(b'{"a": 1, "b": [1, 2], "c": {"x/y": ["one"]}}')
    assert laid.line_of(place) == (line if place != "/none" else 1)


def test_a_place_in_a_text_is_its_line() -> None:
    laid = listing(b"one\ntwo\n")
    assert (laid.line_of("2:14"), laid.line_of("3:1"), laid.line_of("0:1")) == (2, None, None)


@pytest.mark.parametrize("content", [b"[" * 50_000, b'{"a":' * 300 + b"1" + b"}" * 300, b"\xff\xfe", b"{", b""])
def test_what_is_no_sound_json_is_shown_as_text(content: bytes) -> None:
    assert all(len(line) < 1_100 for line in listing(content).lines)


def test_every_line_stands_under_its_number(contents: Make) -> None:
    text = _html(contents(members=(Clean(CleanText("collected/a.json"), b'{"a": {"b": "c"}}'),)))
    assert re.findall(r'<span data-n="(\d+)">([^<]*)</span>', text) == [
        ("1", "{"),
        ("2", "  &#34;a&#34;: {"),
        ("3", "    &#34;b&#34;: &#34;c&#34;"),
        ("4", "  }"),
        ("5", "}"),
    ]


def test_evidence_links_to_the_line_that_shows_it(contents: Make) -> None:
    text = _html(contents())
    [anchor] = re.findall(r'<span data-n="\d+" id="([^"]+)" class="e">\s*&#34;free_space_data&#34;: 742391808', text)
    assert f'<a href="#{anchor}"><code>collected/support.json</code></a>' in text
    assert '<a href="#request-1"><code>attempts.json</code></a>' in text


def _large(rows: int, filler: str = "x" * 60) -> dict[str, Any]:
    return {"rows": [{"id": n, "text": filler} for n in range(rows)]}


def test_of_a_large_member_the_surroundings_of_the_evidence_are_shown_and_the_gap_is_told(contents: Make) -> None:
    member = Clean(CleanText("collected/big.json"), json.dumps(_large(9_000)).encode())
    big = contents(members=(member,), findings=(_pointing("collected/big.json", "/rows/8000/id"),))
    text = _html(big)
    assert len(text.encode()) <= largest_page(8)
    assert re.search(r'class="e">\s*&#34;id&#34;: 8000,', text)
    assert re.search(r"<i>… [\d,]+ lines not shown, see the file</i>", text)
    assert lay_out(big, measure(big, most=5), budget=0, most=5).anchors == {}


@pytest.mark.parametrize("filler", ["<&\"'>" * 150, "\x1b\u202e" * 300, "漢" * 700])
def test_the_page_stays_below_its_limit_whatever_is_in_it(filler: str, contents: Make) -> None:
    members = tuple(
        Clean(CleanText(f"collected/{n}{filler[:80]}.json"), json.dumps(_large(60, filler)).encode()) for n in range(20)
    )
    base = contents(filler)
    evidence = tuple(Pointer(str(members[0].name), f"/rows/{n}/text", filler) for n in range(400))
    findings = tuple(replace(base.findings[2], id=f"f{n}", evidence=evidence) for n in range(40))
    redactions = tuple(Redaction(f"{filler}{n}", "1:1", f"{filler}{n}", "mask", "[x]") for n in range(3_000))
    crowded = replace(
        base,
        members=members,
        attempts=base.attempts * 300,
        findings=findings,
        redactions=redactions,
        withheld=base.withheld * 500,
    )
    assert len(_html(crowded).encode()) <= largest_page(8)
