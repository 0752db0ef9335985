"""Whole runs against a real server, with the whole bundle as text in `expect/`, reviewed by eye.

`given.yaml` names the simulated installation, faults by path, the credential and what else is asked. Clock, key and
request ids are fixed; the server's port and what hangs on it (the bundle's digest) are written as 0.
"""

import io
import re
import shutil
import tarfile
from pathlib import Path
from typing import Any

import pytest
from given import NAMES, NOW, captured, read, served

from collector.bundle.residue import search, wanted
from collector.errors import CollectBundleError, ExitCode
from collector.model import KnownValues
from collector.pipeline.collect import Capture
from collector.pipeline.verify import verify
from collector.simulator import Simulator

HERE = Path(__file__).parent
# Large or full of digests; their contents are tested where they are made.
LEFT_OUT = {"summary.html", "README.txt", "manifest.json"}


def run(given: dict[str, Any], tmp_path: Path) -> tuple[dict[str, str], Capture | None]:
    """Return the run's outcome and bundle as texts by path."""
    with served(given, now=NOW) as service:
        try:
            capture = captured(given, service, tmp_path)
        except CollectBundleError as error:
            assert not list(tmp_path.glob("support-*"))
            return {"outcome.txt": neutral(f"exit {error.exit_code:d}\n{error}\n", service.url)}, None
        signed_in = given.get("signs_in", "password") not in {"api key", "unknown token"}
        assert [s.method for s in service.seen if s.method == "POST"] == ["POST"] * (2 if signed_in else 0)
        assert capture.published
        assert_nothing_leaks(capture, service)
        return neutral_tree(capture.published.path, capture.exit_code, service.url), capture


def assert_nothing_leaks(capture: Capture, service: Simulator) -> None:
    """Look for what the simulator hides, not for what the redactor found, in every member."""
    plants, accounts = service.plants, service.accounts
    texts = {*plants.secrets, *plants.hosts, *plants.identities, *service.tokens, accounts.admin.password}
    values = wanted(KnownValues(frozenset(texts), frozenset(plants.phones)))
    with tarfile.open(fileobj=io.BytesIO(capture.sealed.content)) as archive:
        for member in archive:
            stream = archive.extractfile(member)
            assert stream
            assert search(member.name, stream.read(), values) == ()


def neutral_tree(bundle: Path, code: ExitCode, url: str) -> dict[str, str]:
    tree = {"outcome.txt": f"exit {code:d}\n"}
    with tarfile.open(bundle) as archive:
        for member in archive:
            name = member.name.partition("/")[2]
            stream = archive.extractfile(member)
            if name not in LEFT_OUT and stream:
                tree[f"bundle/{name}"] = neutral(stream.read().decode("utf-8", "backslashreplace"), url)
    return tree


def neutral(text: str, url: str) -> str:
    """Return the text without what no run repeats.

    These are the port, the times it really took, how much of a dripping answer came by then, the server's certificate.
    """
    text = text.replace(f":{url.rpartition(':')[2]}", ":0")
    text = re.sub(r'"seconds": [0-9.]+', '"seconds": 0', text)
    text = re.sub(r"(\| [a-z ]+ \| (?:\d{3}|—) \| )[\d,]+( \|)", r"\g<1>0\2", text)
    text = re.sub(r'\A\{"?\w*\Z', "{ …", text)
    return re.sub(r"(BEGIN CERTIFICATE-----).*?(-----END)", r"\1 … \2", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", NAMES)
def test_a_run_gives_the_expected_bundle(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    given = read(name)

    tree, capture = run(given, tmp_path)

    expect = HERE / name / "expect"
    if request.config.getoption("--accept"):
        shutil.rmtree(expect, ignore_errors=True)
        for path, text in tree.items():
            (expect / path).parent.mkdir(parents=True, exist_ok=True)
            (expect / path).write_text(text)
    expected = {str(p.relative_to(expect)): p.read_text() for p in expect.rglob("*") if p.is_file()}
    assert expected == tree
    assert capture is None or verify(capture.published.path)  # type: ignore[union-attr]
