"""Saved files and answers that are made to break a run cost only themselves."""

import io
import json
import tarfile
from pathlib import Path

from collector.pipeline.collect import Capture, collect
from collector.pipeline.verify import verify
from collector.settings import settle


def inside(capture: Capture) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(capture.sealed.content)) as archive:
        return {m.name.partition("/")[2]: (archive.extractfile(m) or io.BytesIO()).read() for m in archive}


def collected(tmp_path: Path, files: dict[str, bytes], **settings: str) -> Capture:
    folder = tmp_path / "answers"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    capture = collect(saved=folder, settings=settle({"output": str(tmp_path), **settings}))
    assert capture.published
    verify(capture.published.path)
    return capture


def test_binary_files_whose_names_differ_in_case_each_leave_a_stub(tmp_path: Path) -> None:
    members = inside(collected(tmp_path, {"A.bin": bytes(64), "a.bin": bytes(65), "a.bin.withheld.txt": b"mine\n"}))

    stubs = sorted(name for name in members if "withheld" in name)
    assert len(stubs) == 3
    assert members["collected/other/a.bin.withheld.txt"] == b"mine\n"


def test_a_name_as_long_as_a_file_system_allows_is_packed(tmp_path: Path) -> None:
    members = inside(collected(tmp_path, {"x" * 240 + ".log": b"fine\n", "y" * 250: bytes(64)}))

    assert b"fine\n" in members.values()


def test_values_that_nest_in_each_other_cost_only_their_own_file(tmp_path: Path) -> None:
    nested = "\n".join("password=" + "abcdefgh1" + "x" * i for i in range(1200))

    members = inside(collected(tmp_path, {"hostile.log": nested.encode(), "good.log": b"all is well\n"}))

    assert members["collected/other/good.log"] == b"all is well\n"
    assert b"xxxxx" not in b"".join(members.values())


def test_one_long_line_of_base64_is_searched_to_its_end(tmp_path: Path) -> None:
    members = inside(collected(tmp_path, {"blob.log": b"QUFB" * 50_000 + b"\n"}))

    assert "collected/other/blob.log" in members


def test_a_profile_of_ones_own_passes_the_door_too(tmp_path: Path) -> None:
    shipped = (Path("collector/profiles/whatsapp-onprem.yaml")).read_text()
    title = "title: WhatsApp Business API client (On-Premises)"
    assert title in shipped
    (tmp_path / "mine.yaml").write_text(shipped.replace(title, "title: Ask jane.doe@firm.io about it"))

    members = inside(collected(tmp_path, {"support.json": b'{"support": {}}'}, profile=str(tmp_path / "mine.yaml")))

    assert b"jane.doe" not in b"".join(members.values())
    assert "[email:" in json.loads(members["manifest.json"])["profile"]["title"]
