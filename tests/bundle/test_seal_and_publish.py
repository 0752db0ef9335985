"""A bundle is packed the same way every time, and published whole or not at all."""

import errno
import hashlib
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from sealed import published, sealed

from collector.bundle.publish import publish, write_files, write_folder
from collector.bundle.seal import pack
from collector.bundle.verify import verify
from collector.errors import OutputError
from collector.model import Authored, KnownValues


def test_a_published_bundle_verifies_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    bundle = published(tmp_path)

    verified = verify(bundle.path)

    assert verified.sha256 == bundle.sha256 == hashlib.sha256(bundle.path.read_bytes()).hexdigest()
    assert bundle.path.name == f"{verified.name}.tar.gz"
    assert verified.name.startswith("support-whatsapp-onprem-20261123T084512Z-")
    assert {oct(p.stat().st_mode & 0o777) for p in tmp_path.iterdir()} == {"0o600"}


def test_the_sidecar_is_what_sha256sum_checks(tmp_path: Path) -> None:
    bundle = published(tmp_path)

    checked = subprocess.run(["sha256sum", "-c", f"{bundle.path.name}.sha256"], cwd=tmp_path, check=False)

    assert checked.returncode == 0


def test_gnu_tar_lists_one_folder_of_plain_files(tmp_path: Path) -> None:
    bundle = published(tmp_path)

    listed = subprocess.run(["tar", "-tzvf", bundle.path], capture_output=True, text=True, check=True).stdout

    assert [line.split()[0] for line in listed.splitlines()] == ["-rw-------"] * 3
    assert {line.split()[-1].partition("/")[0] for line in listed.splitlines()} == {verify(bundle.path).name}


def test_the_same_members_in_any_order_give_the_same_tar() -> None:
    members = [Authored("b.txt", b"2"), Authored("a.txt", b"1")]

    assert pack("support-x", members, mtime=7) == pack("support-x", members[::-1], mtime=7)


def test_a_residue_is_found_in_the_finished_bytes_and_blocks_publication(tmp_path: Path) -> None:
    found = sealed(
        Authored("notes.txt", b"the token is Zm9vYmFyLTk5MTc="),
        known=KnownValues(frozenset({"foobar-9917"}), frozenset()),
    )

    assert [str(r) for r in found.residues] == ["notes.txt: known value (base64)"]
    with pytest.raises(AssertionError):
        publish(found, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    first = published(tmp_path)
    before = first.path.read_bytes()

    with pytest.raises(OutputError, match="File exists"):
        published(tmp_path)

    assert first.path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_a_side_file_in_the_way_takes_the_bundle_with_it(tmp_path: Path) -> None:
    bundle = sealed()
    (tmp_path / f"{bundle.file_name}.sha256").symlink_to("/nonexistent")

    with pytest.raises(OutputError):
        publish(bundle, tmp_path)

    assert [p.name for p in tmp_path.iterdir()] == [f"{bundle.file_name}.sha256"]


@pytest.mark.parametrize("where", ["missing", "file"])
def test_a_directory_that_is_none_gives_a_sentence_with_the_next_step(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputError) as caught:
        publish(sealed(), tmp_path / where)

    assert "--output" in caught.value.cure


def test_a_full_disk_leaves_nothing_behind(small_disk: Path) -> None:
    noise = b"".join(b"%05d " % (int.from_bytes(hashlib.sha256(b"%d" % i).digest()) % 10**5) for i in range(900_000))

    with pytest.raises(OutputError, match="No space left"):
        published(small_disk, Authored("big.txt", noise))

    assert list(small_disk.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if os.geteuid() != 0:
        pytest.skip("NOT RUN: a file system of its own needs root")
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=True)
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_without_anonymous_files_the_temporary_one_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE")

    write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"})

    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"1", "b": b"2"}


def test_a_kill_at_any_moment_leaves_a_whole_bundle_or_none(tmp_path: Path) -> None:
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from collector.bundle.publish import write_files
        print("ready", flush=True)
        n = 0
        while True:
            n += 1
            write_files({Path(sys.argv[1]) / f"{n}.bin": bytes([n % 256]) * 2_000_000})
    """)
    for pause in (0.02, 0.05, 0.09):
        folder = tmp_path / str(pause)
        folder.mkdir()
        with subprocess.Popen([sys.executable, "-c", script, folder], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(pause)
            process.send_signal(signal.SIGKILL)

        for file in folder.iterdir():
            number = int(file.stem)
            assert file.read_bytes() == bytes([number % 256]) * 2_000_000


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    def failing() -> Iterator[tuple[str, bytes]]:
        yield "a/b.txt", b"1"
        raise OSError(28, "full")

    with pytest.raises(OutputError):
        write_folder(tmp_path / "out", failing())
    assert list(tmp_path.iterdir()) == []

    assert write_folder(tmp_path / "out", [("a/b.txt", b"1"), ("c.txt", b"2")]) == 2
    assert (tmp_path / "out/a/b.txt").read_bytes() == b"1"


def test_a_folder_and_all_in_it_is_on_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    real = os.fsync

    def fsync(fd: int) -> None:
        synced.append(Path(f"/proc/self/fd/{fd}").readlink())
        real(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    write_folder(tmp_path / "out", [("a/b/c.txt", b"1"), ("d.txt", b"2")])

    *before, last = synced
    (part,) = {path.relative_to(tmp_path).parts[0] for path in before}
    assert part.endswith(".part")
    assert {str(path.relative_to(tmp_path / part)) for path in before} == {"a/b/c.txt", "d.txt", ".", "a", "a/b"}
    assert last == tmp_path


@pytest.mark.parametrize("name", ["c.txt", "a", ""], ids=["a file", "a folder in it", "the folder it is in"])
def test_a_folder_that_does_not_get_to_disk_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fsync(fd: int) -> None:
        if Path(f"/proc/self/fd/{fd}").readlink().name == (name or tmp_path.name):
            raise OSError(errno.EIO, "")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OutputError, match=r"nothing was written to .*/out: Input/output error"):
        write_folder(tmp_path / "out", [("a/b.txt", b"1"), ("c.txt", b"2")])
    assert list(tmp_path.iterdir()) == []


def test_a_signal_between_the_two_names_takes_both_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.link

    def link(source: str, target: Path, **options: bool) -> None:
        if str(target).endswith(".sha256"):
            raise KeyboardInterrupt
        real(source, target, **options)

    monkeypatch.setattr(os, "link", link)

    with pytest.raises(KeyboardInterrupt):
        publish(sealed(), tmp_path)
    assert list(tmp_path.iterdir()) == []
