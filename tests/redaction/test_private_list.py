"""Names that only their owner knows to be sensitive: they go from everything, and stand in no message."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collector import Redactor, resources
from collector.errors import ConfigError
from collector.redaction.private_list import private_rule
from collector.redaction.rules import load_rules

LIST = "# customers\nAcme Tulips\nSparrowfield\n\nM\u00fcller & S\u00f6hne\nacme.example\n\u6771\u4eac\u82b1\u58eb\n"


def redactor(listed: str = LIST) -> Redactor:
    rules = load_rules(resources.rules_text()).with_rule(private_rule(listed, file="names.txt"))
    return Redactor(rules, key=b"a key of the tests, 32 bytes....")


@pytest.mark.parametrize(
    "text",
    [
        "order of Acme Tulips failed",
        "bucket acme-tulips-prod, host acme_tulips.internal, class AcmeTulips",
        "ACME TULIPS",
        "project sparrowfield is late",
        "M\u00dcLLER & S\u00d6HNE GmbH",
        "mail to joe at acme.example",
        "YWNjb3VudCBvZiBTcGFycm93ZmllbGQ=",
        "order=acme%20tulips",
        '{"Sparrowfield": {"acme-tulips": 1}}',
        "Mu\u0308ller & So\u0308hne",
        "database muller_sohne_prod",
        "\u9867\u5ba2\u306f\u6771\u4eac\u82b1\u58eb\u3067\u3059",
    ],
)
def test_a_listed_name_goes_however_it_is_written(text: str) -> None:
    clean = redactor().redact_text(text).text
    for word in (
        "sparrow",
        "tulips",
        "m\u00fcller",
        "acme.ex",
        "U3BhcnJvd2ZpZWxk",
        "muller",
        "u\u0308ller",
        "\u6771\u4eac",
    ):
        assert word.casefold() not in clean.casefold()
    assert redactor().redact_text(clean).text == clean


@pytest.mark.parametrize(
    "text", ["acmetulipsx", "sparrowfields sang", "acme, tulip", "the acme of it", "3acme.example4"]
)
def test_what_only_resembles_a_name_stays(text: str) -> None:
    assert redactor().redact_text(text).text == text


def test_one_name_has_one_mark_in_every_spelling() -> None:
    marks = {redactor().redact_text(text).text for text in ("Acme Tulips", "acme-tulips", "AcmeTulips")}
    assert len(marks) == 1


def test_of_names_that_begin_alike_the_longest_goes() -> None:
    clean = redactor("Acme Tulips\nAcme Tulips North\nAcme Roses\n").redact_text
    marks = {clean(name).text for name in ("Acme Tulips", "Acme Tulips North", "Acme Roses")}
    assert len(marks) == 3
    assert all(mark.startswith("[private:") and mark.endswith("]") for mark in marks)


@settings(deadline=None)
@given(st.text(max_size=60).filter(lambda text: text.isascii()))
def test_text_without_the_name_is_as_without_the_list(text: str) -> None:
    plain = Redactor.from_file(key=b"a key of the tests, 32 bytes....")
    if "quetzalcoatlus" not in text.casefold():
        assert redactor("quetzalcoatlus\n").redact_text(text).text == plain.redact_text(text).text


def test_mistakes_name_the_line_and_not_the_name() -> None:
    with pytest.raises(ConfigError) as caught:
        private_rule("Sparrowfield\nab\n" + "x" * 300, file="names.txt")
    assert [problem.line for problem in caught.value.problems] == [2, 3]
    assert "xxx" not in str(caught.value)


def test_the_command_line_takes_a_file_that_only_its_owner_reads(run: Any, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text(LIST)
    (tmp_path / "app.log").write_text("order of Acme Tulips failed\n")

    (tmp_path / "names.txt").chmod(0o644)
    refused = run("redact", "app.log", "--private-list", "names.txt")
    (tmp_path / "names.txt").chmod(0o600)
    ran = run("redact", "app.log", "--private-list", "names.txt")

    assert refused.code == 3
    assert "chmod 600 names.txt" in refused.err
    assert ran.code == 0
    assert "Tulips" not in ran.out + ran.err
    assert "private-list 1" in ran.err


def test_a_bundle_holds_no_listed_name_and_not_the_list(run: Any, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text(LIST)
    (tmp_path / "names.txt").chmod(0o600)
    (tmp_path / "s.yaml").write_text("version: 1\nprivate_list: names.txt\n")
    (tmp_path / "support.json").write_text('{"support": {"context": "healthcheck", "description": "for Sparrowfield"}}')

    bundle = tmp_path / json.loads(run("--settings", "s.yaml", "--from", "support.json", "--json").out)["bundle"]
    unpacked = run("verify", bundle)

    assert unpacked.code == 0
    import gzip

    content = gzip.decompress(bundle.read_bytes()).lower()
    assert b"[private:" in content
    assert b"sparrowfield" not in content
    assert b"tulips" not in content
