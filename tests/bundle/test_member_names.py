"""A member gets a name that any system can hold, and no other member has."""

import gzip
import io

import pytest

from collector.bundle.layout import Names, may_hold, member_name
from collector.bundle.reader import entries
from collector.bundle.seal import pack
from collector.model import Authored


@pytest.mark.parametrize(
    ("wished", "given"),
    [
        ("collected/support.json", "collected/support.json"),
        ("collected/../../etc/passwd", "collected/_/_/etc/passwd"),
        ("/abs", "_/abs"),
        ("a\nb/ü", "a_b/_"),
        ("collected/[phone:k3v9m2q7x4td8].log", "collected/[phone:k3v9m2q7x4td8].log"),
    ],
)
def test_a_member_gets_a_name_that_any_system_can_hold(wished: str, given: str) -> None:
    assert member_name(wished) == given
    assert may_hold(given)


@pytest.mark.parametrize("length", [90, 99, 100, 101, 120, 155, 400])
@pytest.mark.parametrize("folders", [0, 1, 12])
def test_a_name_of_any_length_can_be_packed_and_read(length: int, folders: int) -> None:
    wished = "folder/" * folders + "x" * length
    names = {member_name(f"{wished}{i}.json") for i in range(20)}

    assert len(names) == 20
    assert all(may_hold(name) and name.endswith(".json") for name in names)
    name = "support-" + "p" * 40 + "-" + "l" * 32 + "-20261123T084512Z-1a2b3c4d"
    packed = pack(name, [Authored(n, b"x") for n in names], mtime=0)
    assert {e.name for e in entries(io.BytesIO(gzip.compress(packed)))} == names


@pytest.mark.parametrize(
    ("name", "used", "given"),
    [
        ("a.bin", {"A.bin"}, "a-2.bin"),
        ("q/b", {"q"}, "q_b"),
        ("q", {"q/b"}, "q-2"),
        ("x.withheld.txt", {"x.withheld.txt"}, "x.withheld-2.txt"),
        ("fine.txt", {"other.txt"}, "fine.txt"),
    ],
)
def test_two_members_never_have_names_that_one_file_system_takes_for_one(name: str, used: set[str], given: str) -> None:
    assert Names(used).give(name) == given


def test_a_numbered_name_stands_in_no_file_either() -> None:
    names = Names(["a.txt/x"])
    given = [names.give(name) for name in ("a-2.txt", "a.txt/x", "a.txt/x", ".b", ".b")]
    assert given == ["a-2.txt", "a.txt/x-2", "a.txt/x-3", ".b", ".b-2"]
