"""What has made redactors leak, or take too much, before: each in words and data of our own."""

import io
import json
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

from collector import Redactor
from collector.errors import UsageError

REDACTOR = Redactor.from_file()
MARK = re.compile(r"\[[a-z-]+:[a-z0-9]{13}\]")


def clean(text: str) -> str:
    return REDACTOR.redact_text(text).text


def test_a_longer_neighbour_is_not_cut_by_a_shorter_one() -> None:
    result = clean("from 93.184.216.3 to 93.184.216.34, then 93.184.216.3 again")
    marks = MARK.findall(result)
    assert len(marks) == 3
    assert marks[0] == marks[2] != marks[1]
    assert not re.search(r"\d", MARK.sub("", result))


def test_a_value_full_of_signs_is_found_again_as_it_stands() -> None:
    assert "t.l(p+)*[x" not in clean("password='t.l(p+)*[x?|9' was tried\nthen t.l(p+)*[x?|9 alone")


def test_two_people_on_a_line_have_two_marks() -> None:
    assert len(set(MARK.findall(clean("from +4915123456789 to +16502530000")))) == 2


@pytest.mark.parametrize("address", ["1.2.3.4", "1.1.1.1", "8.8.8.80", "93.184.216.255", "223.5.5.5"])
def test_no_public_address_is_taken_for_a_special_one(address: str) -> None:
    assert address not in clean(f"peer {address} closed")


@pytest.mark.parametrize("key", ["DB_PASSWORD", "_password", "dbPassword", "db.password", "X-Api-Key", "pAssWord"])
def test_a_name_around_the_telling_word_hides_nothing(key: str) -> None:
    assert "tulip9" not in clean(f"{key}=tulip9")


@pytest.mark.parametrize("secret", ["a1!", "ab12", "tulip", "x9"])
def test_a_short_secret_goes_where_its_name_tells(secret: str) -> None:
    assert f"={secret}" not in clean(f"password={secret}")


@pytest.mark.parametrize(
    "text",
    [
        "password=tulip&daffodil9",
        'password="tulip daffodil9"',
        "SECRET='tulip daffodil9 iris'",
        "password=tulip!daffodil9",
        'password="tulip\\"daffodil9"',
        "password=tulip:daffodil9",
    ],
)
def test_no_tail_of_a_value_is_left(text: str) -> None:
    result = clean(text)
    assert "tulip" not in result
    assert "daffodil" not in result


@pytest.mark.parametrize("end", ["", "\n-----END PRIVATE KEY-----", "\nnext line of the log"])
def test_the_body_of_a_key_goes_with_and_without_its_end(end: str) -> None:
    body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj"
    assert body not in clean(f"-----BEGIN PRIVATE KEY-----\n{body}{end}\n")
    assert body not in clean(f'{{"key": "-----BEGIN PRIVATE KEY-----\\n{body}"}}')


@pytest.mark.parametrize("length", [70_000, 1_100_000])
def test_a_long_line_is_read_to_its_end(length: int) -> None:
    assert "tulip9" not in clean("x " * (length // 2) + "password=tulip9")


def test_bytes_that_are_no_text_stay_and_what_is_beside_them_goes() -> None:
    writer = io.BytesIO()
    REDACTOR.redact_stream(io.BytesIO(b"\xff\xfe\x80 password=tulip9 \x80\xff\n"), writer)
    assert writer.getvalue() == b"\xff\xfe\x80 password=[secret] \x80\xff\n"


def test_a_broken_byte_within_a_secret_saves_no_half_of_it() -> None:
    writer = io.BytesIO()
    REDACTOR.redact_stream(io.BytesIO(b"password=tulip\xff9daffodil next\n"), writer)
    assert writer.getvalue() == b"password=[secret] next\n"


def test_a_stream_that_cannot_be_read_as_it_comes_is_refused() -> None:
    writer = io.BytesIO()
    with pytest.raises(UsageError, match="binary or UTF-16"):
        REDACTOR.redact_stream(io.BytesIO("password=tulip9\n".encode("utf-16")), writer)
    assert writer.getvalue() == b""


def test_the_second_document_of_a_yaml_stream_is_kept_and_cleaned(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("# first\ncolour: blue\n---\npassword: tulip9\ncount: 1.0\n")
    assert run("redact", "a.yaml").out == "# first\ncolour: blue\n---\npassword: '[secret]'\ncount: 1.0\n"


def test_an_archive_within_a_folder_is_withheld_and_named(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    with tarfile.open(tmp_path / "logs" / "debug.tar.gz", "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("a"), io.BytesIO())

    ran = run("redact", "logs", "-o", "clean")

    assert ran.code == 8
    assert "debug.tar.gz was withheld" in ran.err
    assert (tmp_path / "clean" / "debug.tar.gz.withheld.txt").is_file()


def test_what_is_written_is_its_owners_from_the_first_byte(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("quiet\n")
    run("redact", "app.log", "-o", "clean.log")
    assert (tmp_path / "clean.log").stat().st_mode & 0o777 == 0o600


def test_a_link_does_not_lead_out_of_the_folder(run: Any, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("nobody asked for this\n")
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "link").symlink_to(tmp_path / "outside.txt")

    ran = run("redact", "logs", "-o", "clean")

    assert ran.code == 8
    assert "nobody asked" not in "".join(p.read_text() for p in (tmp_path / "clean").rglob("*") if p.is_file())


def test_a_mark_is_keyed_and_holds_nothing_of_its_value() -> None:
    number = "4915123456789"
    one, other = (Redactor.from_file().redact_text(f"+{number}").text for _ in range(2))
    assert one != other
    assert not any(number[at : at + 3] in one for at in range(len(number) - 2))


def test_an_output_that_is_there_is_never_added_to(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "stale.log").write_text("from another time\n")
    assert run("redact", "logs", "-o", "clean").code == 9


def test_beside_a_bundle_lies_its_digest_and_no_list_of_originals(run: Any, tmp_path: Path) -> None:
    (tmp_path / "support.json").write_text('{"support": {"debug_info": "4915123456789"}}')
    (tmp_path / "out").mkdir()
    bundle = json.loads(run("--from", "support.json", "-o", "out", "--json").out)["bundle"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        Path(bundle).name,
        f"{Path(bundle).name}.sha256",
    ]


def test_marks_do_not_depend_on_the_order_of_hashes(tmp_path: Path) -> None:
    program = (
        "from collector import Redactor; print(Redactor.from_file(key=b'k'*32).redact_text(open('a').read()).text)"
    )
    (tmp_path / "a").write_text("a@firm.io b@firm.io password=tulip9 +4915123456789 93.184.216.34\n" * 3)
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


@pytest.mark.parametrize(
    "text",
    [
        "keyboard KeyError bypass tokenize passed compass turkey monkey secretary authored",
        "see http://wiki/page and https://wiki/page for the key points",
        "systemd-logind SHELL=/sbin/nologin passwd -S",
        "2021_08_03_09_14_14_26 and ed::A and trusted_ca::ca",
        "Serial Number: - - -",
        "mask 255.255.255.0 of 10.0.0.0/8, version 4.9.12.1",
    ],
)
def test_words_that_only_look_like_it_stay(text: str) -> None:
    assert clean(text) == text
