"""A bundle is packed the same way every time, published whole or not at all, and verified by a stranger."""

import gzip
import hashlib
import io
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import textwrap
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.bundle.layout import MANIFEST, bundle_name, may_hold, member_name, unused
from collector.bundle.manifest import manifest
from collector.bundle.publish import Published, publish, write_files, write_folder
from collector.bundle.reader import entries
from collector.bundle.residue import wanted
from collector.bundle.seal import Sealed, pack, seal
from collector.bundle.verify import verify
from collector.errors import NotABundleError, OutputError
from collector.model import Authored, CleanText, Contents, KnownValues, Member, Run

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
NOTHING_KNOWN = wanted(KnownValues(frozenset(), frozenset()))
RUN = Run(
    tool_version="1",
    profile="whatsapp-onprem",
    profile_title="WhatsApp",
    profile_digest="a" * 64,
    rules_digest="b" * 64,
    level="standard",
    without=(),
    key_scope="one bundle",
    started=NOW,
    ended=NOW,
    target=CleanText("https://[host:abcdefghjkmnp]:9090"),
    trust="verified",
    signed_in="token",
)


def sealed(*members: Authored, known: KnownValues | None = None) -> Sealed:
    every: tuple[Member, ...] = members or (
        Authored("collected/support.json", b'{"support":{}}\n'),
        Authored("a.txt", b"x"),
    )
    name = bundle_name("whatsapp-onprem", None, NOW, every)
    everything = (*every, manifest(name, Contents(RUN, (), (), ()), every))
    return seal(name, everything, wanted(known) if known else NOTHING_KNOWN, mtime=int(NOW.timestamp()))


def published(tmp_path: Path, *members: Authored) -> Published:
    return publish(sealed(*members), tmp_path)


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


def tampered(
    tmp_path: Path, change: Callable[[list[tarfile.TarInfo], dict[str, bytes]], None], **options: object
) -> Path:
    """Rebuild a published bundle after a change to its headers and contents."""
    whole = published(tmp_path)
    with tarfile.open(whole.path) as archive:
        infos = archive.getmembers()
        contents = {i.name: (archive.extractfile(i) or io.BytesIO()).read() for i in infos}
    change(infos, contents)
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for info in infos:
            data = contents.get(info.name, b"")
            info.size = len(data) if info.isreg() else 0
            archive.addfile(info, io.BytesIO(data))
    path = tmp_path / "tampered.tar.gz"
    path.write_bytes(gzip.compress(buffer.getvalue()))
    return path


def edit(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    contents[infos[0].name] += b" "


def drop(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    del infos[0]


def entry(infos: list[tarfile.TarInfo], name: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(f"{infos[0].name.partition('/')[0]}/{name}" if name[0] != "/" else name)
    info.mode = 0o600
    return info


def add(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    infos.append(entry(infos, "more.txt"))


def give_away(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    infos[0].uname = "password=Tr0ub4dor&3xyz"


def open_up(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    infos[0].mode = 0o4777


def reverse(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    infos.reverse()


def rename(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    contents[infos[0].name + "x"] = contents.pop(infos[0].name)
    infos[0].name += "x"


def rename_folder(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    for info in infos:
        new = info.name.replace("-20261123T084512Z-", "-20261124T084512Z-")
        contents[new] = contents.pop(info.name)
        info.name = new


def climb(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    infos.append(entry(infos, "../evil"))


def absolute(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    infos.insert(0, entry(infos, "/etc/passwd"))


def double(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    infos.append(infos[0])


def of_type(kind: bytes) -> Callable[[list[tarfile.TarInfo], dict[str, bytes]], None]:
    def change(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
        info = tarfile.TarInfo(f"{infos[0].name.partition('/')[0]}/odd")
        info.type, info.linkname = kind, "/etc/passwd"
        infos.append(info)

    return change


def without_manifest(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    infos[:] = [i for i in infos if not i.name.endswith(MANIFEST)]


def plant_token(infos: list[tarfile.TarInfo], contents: dict[str, bytes]) -> None:
    contents[infos[0].name] += b" ghp_" + b"aB3d" * 9


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (edit, "is not what the manifest describes"),
        (drop, "is missing"),
        (add, "is not in the manifest"),
        (rename, "is not in the manifest"),
        (rename_folder, "name does not fit"),
        (climb, "a name that a bundle cannot hold"),
        (absolute, "outside the one folder"),
        (double, "(not in order|the name of an earlier member)"),
        (of_type(tarfile.SYMTYPE), "is not a regular file"),
        (of_type(tarfile.LNKTYPE), "is not a regular file"),
        (of_type(tarfile.CHRTYPE), "is not a regular file"),
        (of_type(tarfile.FIFOTYPE), "is not a regular file"),
        (of_type(tarfile.XHDTYPE), "is not a regular file"),
        (of_type(tarfile.GNUTYPE_LONGNAME), "is not a regular file"),
        (give_away, "an owner or a mode"),
        (open_up, "an owner or a mode"),
        (reverse, "not in order"),
        (without_manifest, "no manifest.json"),
        (plant_token, "something sensitive"),
    ],
)
def test_every_change_inside_a_bundle_is_found(
    tmp_path: Path, change: Callable[[list[tarfile.TarInfo], dict[str, bytes]], None], says: str
) -> None:
    with pytest.raises(NotABundleError, match=says):
        verify(tampered(tmp_path, change))


def test_a_rebuilt_bundle_without_a_change_still_verifies(tmp_path: Path) -> None:
    assert verify(tampered(tmp_path, lambda infos, contents: None)).members == 3


def test_every_changed_byte_that_changes_anything_inside_is_found(tmp_path: Path) -> None:
    bundle = published(tmp_path)
    content = bundle.path.read_bytes()
    copy = tmp_path / "copy.tar.gz"

    for place in range(len(content)):
        flipped = bytearray(content)
        flipped[place] ^= 0x20
        copy.write_bytes(flipped)
        try:
            verify(copy)
        except NotABundleError:
            continue
        # Deflate can say the same in several ways, and gzip's own clock says nothing: the tar must be the same.
        assert gzip.decompress(flipped) == gzip.decompress(content)


@pytest.mark.parametrize("place", [0, 1, 30, 300, -1])
def test_a_truncated_file_is_refused(tmp_path: Path, place: int) -> None:
    bundle = published(tmp_path)
    copy = tmp_path / "copy.tar.gz"
    copy.write_bytes(bundle.path.read_bytes()[:place])

    with pytest.raises(NotABundleError):
        verify(copy)


@pytest.mark.parametrize("tail", [b"x", gzip.compress(b"second"), bytes(512)])
def test_bytes_behind_the_end_are_refused(tmp_path: Path, tail: bytes) -> None:
    bundle = published(tmp_path)
    copy = tmp_path / "copy.tar.gz"
    copy.write_bytes(bundle.path.read_bytes() + tail)

    with pytest.raises(NotABundleError, match="behind the end"):
        verify(copy)


def test_a_changed_file_is_refused_by_its_sidecar(tmp_path: Path) -> None:
    bundle = published(tmp_path)
    other = published(tmp_path, Authored("other.txt", b"y"))
    shutil.copyfile(other.path, bundle.path)

    with pytest.raises(NotABundleError, match="SHA-256"):
        verify(bundle.path)


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    path = tmp_path / "bomb.tar.gz"
    header = tarfile.TarInfo("support-x/a.txt")
    header.size = 200 * 1024 * 1024 * 1024
    path.write_bytes(gzip.compress(header.tobuf(tarfile.GNU_FORMAT)))

    with pytest.raises(NotABundleError):
        verify(path)


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
    assert unused(name, used) == given


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


def test_a_name_in_the_gzip_header_is_refused(tmp_path: Path) -> None:
    whole = published(tmp_path)
    path = tmp_path / "named.tar.gz"
    with path.open("wb") as raw, gzip.GzipFile("password=Tr0ub4dor&3xyz", "wb", fileobj=raw) as stream:
        stream.write(gzip.decompress(whole.path.read_bytes()))

    with pytest.raises(NotABundleError, match="not gzip as a bundle has it"):
        verify(path)
