"""What the four pages say to whom."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from collector.model import Clean, CleanText
from collector.report.escape import path, sentence
from collector.report.pages import pages
from collector.run import Contents

Make = Callable[..., Contents]


def _read(contents: Contents) -> dict[str, str]:
    return {page.name: page.content.decode() for page in pages(contents)}


def test_the_pages_are_four_and_the_same_every_time(contents: Make) -> None:
    first, second = pages(contents()), pages(contents())
    assert [page.name for page in first] == ["README.txt", "summary.html", "summary.md", "ticket.md"]
    assert first == second


def test_the_verdict_is_one_sentence(contents: Make) -> None:
    assert _read(contents())["summary.md"].startswith("# 1 critical problem, 1 warning and 1 open question.\n")
    calm = replace(contents(), findings=(), withheld=(), attempts=contents().attempts[:1])
    assert _read(calm)["summary.md"].startswith(
        "# Nothing wrong was found in what was collected.\n\nComplete: everything asked for is inside."
    )


def test_what_is_missing_is_told_on_every_page(contents: Make) -> None:
    for text in _read(contents()).values():
        assert "Incomplete: 1 of 3 requests brought nothing or a part; 1 member withheld" in text


def test_every_page_says_pseudonymised_and_how_to_verify(contents: Make) -> None:
    read = _read(contents())
    assert all("pseudonymised, not anonymous" in text for text in read.values())
    assert all("sha256sum -c" in read[name] for name in ("README.txt", "ticket.md", "summary.html"))
    assert all("collect-bundle verify" in read[name] for name in ("README.txt", "ticket.md", "summary.html"))


@pytest.mark.parametrize("scope", ["case, key 38a92807", "site, key 38a92807", "given by the caller"])
def test_marks_of_a_key_of_several_bundles_are_not_called_those_of_one(contents: Make, scope: str) -> None:
    once, kept = contents(), replace(contents(), run=replace(contents().run, key_scope=scope))
    for text in _read(once).values():
        assert re.search(r"in\s+this\s+bundle\s+only|only here", text)
        assert "same key" not in text
    for text in _read(kept).values():
        assert not re.search(r"in\s+this\s+bundle\s+only|only here", text)
        assert re.search(r"made\s+with\s+the\s+same\s+key", text)


def test_a_ticket_holds_what_support_asks_for(contents: Make) -> None:
    ticket = _read(contents())["ticket.md"]
    assert "| Critical | Only 708.0 MiB left | `disk-full` |" in ticket
    assert "- **Seen at:** 2026-11-23 08:45:12 UTC" in ticket
    assert "- **Installation:** Multiconnect, 5 nodes, 2 shards" in ticket
    assert "- **Versions:** `2.55.4`, `2.57.2`, `plain`" in ticket
    assert (
        "- **Since when:** (please fill in; this bundle cannot tell)\n- **What was tried:** (please fill in)\n"
        in ticket
    )
    assert "| `plain` | failed | 500 | `plain` |\n\nNot asked: `db-stats`.\n\nThe attached bundle" in ticket


def test_a_finding_shows_evidence_remedy_and_basis(contents: Make) -> None:
    summary = _read(contents())["summary.md"]
    assert (
        "### Critical: Only 708.0 MiB left\n\n- Seen: `plain`\n- Expected: 5 GiB\n- What to do: make room\n"
        "- Evidence: `collected/support.json` `/support/[host:h7c4n9w2x5tq3]:beef01/free_space_data` "
        "shows `742391808`\n"
        "- Basis: ours (`disk-full`)\n"
    ) in summary


def test_times_and_sizes_have_one_form(contents: Make) -> None:
    summary = _read(contents())["summary.md"]
    assert "- Collected at: `2026-11-23 08:45:12 UTC, in 2.4 s`" in summary
    assert "| support | `plain` | collected | 200 | 43 |" in summary
    assert "`708.0 MiB (data)` (critical)" in summary


def test_nodes_are_named_and_what_stands_out_is_marked(contents: Make) -> None:
    rows = [
        line.split(" | ")
        for line in _read(contents())["summary.md"].partition("## Differences")[0].splitlines()
        if line.startswith(("| core", "| prim"))
    ]
    assert [row[0] for row in rows[:2]] == [
        "| primary-master `[host:k3v9m2q7x4td8]:c0ffee`",
        "| coreapp-1 `[host:h7c4n9w2x5tq3]:beef01`",
    ]
    assert [row[1:] for row in rows] == [
        ["`primary master`", "`control`", "`2.57.2`", "`connected (UP)`", "`21.0 GiB (data)` |"],
        ["`coreapp`", "`0`", "`2.57.2`", "`connected (UP)`", "`708.0 MiB (data)` (critical) |"],
        ["`coreapp`", "`1`", "`2.55.4` (differs)", "`disconnected (DN)` (warning)", "`network file system` |"],
        ["`coreapp`", "`none`", "`2.57.2`", "`disconnected, idle (DN)`", "`—` |"],
        ["`coreapp`", "`—`", "`plain` (differs)", "`plain, plain`", "`—` |"],
    ]


def test_one_is_not_written_as_many(contents: Make) -> None:
    run = contents()
    node = {"support": {"version": "2.57.2", "socket_conn": "UP"}}
    single = Clean(CleanText("collected/support.json"), json.dumps(node).encode())
    read = _read(replace(run, members=(single,), redactions=run.redactions[:1]))
    assert "1 value replaced" in read["summary.md"]
    assert "- **Installation:** single instance, 1 node\n- **Versions:** `2.57.2`\n" in read["ticket.md"]


def test_an_empty_run_has_pages_too(contents: Make) -> None:
    empty = Contents(contents().run, (), (), ())
    assert "Nothing was collected." in _read(empty)["summary.html"]


def test_paths_break_at_their_slashes_and_options_stay_whole() -> None:
    assert path("GET /v1/support") == "GET <wbr>/v1<wbr>/support"
    assert path("GET /v1/<b>") == "GET /v1/&lt;b&gt;"
    assert sentence("<i> named (--with db-stats)") == '&lt;i&gt; named <span class="option">(--with db-stats)</span>'
    assert sentence("\u202e{0.__class__} %s") == "\\u202e{0.__class__} %s"


def test_counts_are_grouped_everywhere(contents: Make) -> None:
    run = contents()
    read = _read(replace(run, redactions=run.redactions[:1] * 1_540))
    assert '<span class="count">1,540</span>' in read["summary.html"]
    assert '<td class="number">1,540</td>' in read["summary.html"]
    assert "1,540 values replaced" in read["ticket.md"]
