"""A bundle is verified by a stranger: every change is found."""

import gzip
import io
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sealed import published

from collector.bundle.layout import MANIFEST
from collector.bundle.verify import verify
from collector.errors import NotABundleError
from collector.model import Authored


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


@pytest.mark.parametrize("tail", [b"x", gzip.compress(b"second", mtime=0), bytes(512)])
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


def test_a_name_in_the_gzip_header_is_refused(tmp_path: Path) -> None:
    whole = published(tmp_path)
    path = tmp_path / "named.tar.gz"
    with path.open("wb") as raw, gzip.GzipFile("password=Tr0ub4dor&3xyz", "wb", fileobj=raw) as stream:
        stream.write(gzip.decompress(whole.path.read_bytes()))

    with pytest.raises(NotABundleError, match="not gzip as a bundle has it"):
        verify(path)
