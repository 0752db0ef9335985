"""The drawing shows every node once, every shard with its owner, and what is wrong by a sign besides its colour."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from collector.finding import Limits
from collector.language import language
from collector.model import Clean, CleanText
from collector.report.answers import answers
from collector.report.differences import differences
from collector.report.drawing import NARROW, WIDE, Sheet, drawing
from collector.report.measures import Chart, measures
from collector.report.nodes import node_table
from collector.report.plain import columns
from collector.run import Contents

Make = Callable[..., Contents]
SAY = language("en")


def drawn(contents: Contents, sheet: Sheet = WIDE) -> ET.Element:
    return ET.fromstring(drawing(node_table(contents, answers(contents), SAY, most=200), SAY, sheet))


def charted(contents: Contents) -> dict[str, Chart]:
    return {chart.name: chart for chart in measures(contents, answers(contents), SAY)}


def texts(svg: ET.Element) -> list[str]:
    return [one.text or "" for one in svg.iter("text")]


def cluster(contents: Make, nodes: int, shards: int) -> Contents:
    support = {
        f"host-{n}:c{n}": {"role": "coreapp", "shards": [[n, n]] if n < shards else [], "socket_conn": "UP"}
        for n in range(nodes)
    }
    return contents(members=(_member("support", {"support": support}),), findings=())


def _member(name: str, document: Any) -> Clean:
    return Clean(CleanText(f"collected/{name}.json"), json.dumps(document).encode())


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
@pytest.mark.parametrize(("nodes", "shards"), [(1, 1), (2, 2), (10, 8), (64, 32)])
def test_every_node_and_every_shard_is_there(nodes: int, shards: int, sheet: Sheet, contents: Make) -> None:
    svg = drawn(cluster(contents, nodes, shards), sheet)
    said = texts(svg)
    assert [text for text in said if re.fullmatch(r"coreapp-\d+", text)][:nodes] == [
        f"coreapp-{n}" for n in range(1, nodes + 1)
    ]
    assert said.count("control") == 1
    width, height = map(float, svg.attrib["viewBox"].split()[2:])
    assert width == sheet.width
    places = [re.findall(r"[\d.]+", g.attrib["transform"]) for g in svg.iter("g")]
    assert all(0 <= float(x) < width and 0 <= float(y) < height for x, y in places)
    assert len({(x, y) for x, y in places}) == len(places)


def test_what_is_wrong_has_a_sign_and_is_told(contents: Make) -> None:
    svg = drawn(contents())
    said = texts(svg)
    assert "✕" in said
    assert "▲" in said
    assert {"● connected", "○ idle", "✕ disconnected"} <= set(said)
    assert svg.attrib["role"] == "img"
    assert (svg.findtext("desc") or "").startswith("5 nodes: 2 connected, 1 idle, 1 disconnected and 1 not told; ")


def test_a_shard_without_owner_and_one_with_two(contents: Make) -> None:
    support = {
        "a:1": {"role": "coreapp", "shards": [[0, 0]], "socket_conn": "UP"},
        "b:2": {"role": "coreapp", "shards": [[0, 0]], "socket_conn": "UP"},
    }
    shards = {"account": {"shards": 2}}
    said = texts(drawn(contents(members=(_member("support", {"support": support}), _member("shards", shards)))))
    assert said[-6:] == ["control", "✕ no owner", "0", "▲ 2 owners", "1", "✕ no owner"]


def test_where_no_node_tells_its_shards_none_is_called_lost(contents: Make) -> None:
    health = {"health": {"a:1": {"gateway_status": "connected", "role": "coreapp"}}}
    shards = {"account": {"shards": 2}}
    said = texts(drawn(contents(members=(_member("health", health), _member("shards", shards)))))
    assert not [text for text in said if "no owner" in text]


def test_no_node_no_drawing(contents: Make) -> None:
    assert drawing(node_table(contents(members=()), answers(contents(members=())), SAY, most=9), SAY, WIDE) == ""


def test_differences_name_the_field_and_who_differs(contents: Make) -> None:
    support = {
        f"h{n}:{n}": {"role": "coreapp", "version": "2.55.4" if n == 2 else "2.57.2", "schema": {"message": 17}}
        for n in range(4)
    }
    [found] = differences(answers(contents(members=(_member("support", {"support": support}),))), SAY, most=9)
    assert (found.field, found.common, found.nodes, found.others) == (
        "version",
        "2.57.2",
        "3 nodes",
        (("2.55.4", "coreapp-3"),),
    )


def test_measures_carry_their_figures(contents: Make) -> None:
    charts = charted(contents())
    assert [(row.name, row.figure, row.level) for row in charts["disks"].rows] == [
        ("coreapp-1: data", "708.0 MiB", "critical"),
        ("primary-master: data", "21.0 GiB", ""),
    ]
    assert set(charts) == {"disks"}


def test_queues_clocks_and_expiry_are_measured(contents: Make) -> None:
    node = {
        "version": "2.57.2",
        "socket_conn": "UP",
        "device_iso8601": "2026-11-23T08:43:12",
        "expire_timestamp": "2026-11-28T08:45:12",
    }
    app = {
        "callback_queue_size": {"data": [{"value": 60_000}]},
        "callback_requests_duration_ms_sum": {"data": [{"value": 300}]},
        "callback_requests_duration_ms_count": {"data": [{"value": 4}]},
    }
    members = (_member("support", {"support": node}), _member("app-stats", {"stats": {"app": app}}))
    asked = replace(contents().attempts[0], facts=(("Date", CleanText("Mon, 23 Nov 2026 08:45:12 GMT")),))
    charts = {name: chart.rows for name, chart in charted(contents(members=members, attempts=(asked,))).items()}
    assert [(row.figure, row.level) for row in charts["queues"]] == [("60,000", "warning")]
    assert [row.figure for row in charts["latencies"]] == ["75.0 ms"]
    assert [(row.figure, row.level) for row in charts["dates"]] == [
        ("396 days ago", ""),
        ("now", ""),
        ("in 5 days", "warning"),
    ]
    assert [(row.figure, row.level) for row in charts["clocks"]] == [("2 minutes behind", "warning")]


@pytest.mark.parametrize("odd", [None, [], "x", {"data": "x"}, {"data": [{"value": True}, 7, {"value": "9"}]}])
def test_odd_statistics_measure_nothing(odd: Any, contents: Make) -> None:
    app = dict.fromkeys(["callback_queue_size", "pending_messages"], odd)
    stats = _member("app-stats", {"stats": {"app": app}})
    assert charted(contents(members=(stats,))) == {}


def test_a_limit_that_is_set_is_where_the_charts_stand_too(contents: Make) -> None:
    standard = contents()
    strict = replace(standard, run=replace(standard.run, limits=Limits(disk_full_gib=0.1, disk_low_gib=30)))
    charts = charted(strict)
    assert "102.4 MiB and 30.0 GiB" in charts["disks"].note
    assert [row.level for row in charts["disks"].rows] == ["warning", "warning"]


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
@pytest.mark.parametrize("role", ["secondary_master", "primary_master", "<b>" * 90, "主节点" * 30, "\ud800" * 40])
def test_a_name_stays_inside_its_card_and_keeps_its_end(sheet: Sheet, role: str, contents: Make) -> None:
    support = {f"host-{n}:c{n}": {"role": role, "shards": [[n, n]], "socket_conn": "UP"} for n in range(2)}
    rows = contents(members=(_member("support", {"support": support}),), findings=())
    svg = drawn(rows, sheet)
    names = [one.text or "" for one in svg.iter("text") if one.get("class") == "name"][1:3]
    assert all(columns(name) * 8 <= sheet.card - 18 for name in names)
    assert names[0] != names[1]
    boxes = [g for g in svg.iter("g") if g.find("rect") is not None]
    for box in boxes:
        x, card = float(re.findall(r"[\d.]+", box.attrib["transform"])[0]), box.find("rect")
        assert card is not None
        assert x + float(card.attrib["width"]) <= sheet.width - 0.9


def test_no_wire_leads_to_nodes_that_told_nothing(contents: Make) -> None:
    support = {"a:1": {"role": "primary_master", "socket_conn": "UP"}, "b:2": {"role": "coreapp", "shards": []}}
    svg = drawn(contents(members=(_member("support", {"support": support}),), findings=()))
    [trunk, *_] = [path.attrib["d"] for path in svg.iter("path")]
    assert trunk == "M12 34V76"


@pytest.mark.parametrize(("socket", "shown"), [("READY", "READY"), ("", "—"), (None, "—")])
def test_a_connection_in_words_nobody_documents_is_shown_as_it_stands(
    socket: object, shown: str, contents: Make
) -> None:
    support = {"h1:c1": {"role": "coreapp", "socket_conn": socket, "shards": []}}
    told = contents(members=(_member("support", {"support": support}),))
    [row] = node_table(told, answers(told), SAY, most=9).rows
    assert row.connection.text == shown


def test_rows_of_nodes_without_a_connection_stand_as_close_as_their_cards(contents: Make) -> None:
    support = {f"h{n}:{n}": {"role": "coreapp", "socket_conn": "DN", "shards": []} for n in range(12)}
    svg = drawn(contents(members=(_member("support", {"support": support}),)))
    places = [re.findall(r"[\d.]+", one.get("transform", "")) for one in svg.iter("g")]
    tops = sorted({float(top) for _, top in places})
    lefts = sorted({float(left) for left, _ in places})
    card = next(one for one in svg.iter("rect") if one.get("class") == "card")
    assert {round(b - a - float(card.get("height", 0))) for a, b in pairwise(tops)} == {16}
    assert {round(b - a - float(card.get("width", 0))) for a, b in pairwise(lefts)} == {16}
