"""Same input, clock and key: the same tar, whatever the process around it is like."""

import gzip
import os
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.pipeline.collect import collect
from collector.settings import settle
from collector.simulator import Simulator
from collector.sources.instruments import Instruments

SCRIPT = textwrap.dedent("""
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from collector import collect
    from collector.settings import settle
    from collector.sources.instruments import Instruments

    now = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
    instruments = Instruments(now=lambda: now, clock=lambda: 0.0, environ={})
    settings = settle({"output": sys.argv[2]})
    capture = collect(saved=Path(sys.argv[1]), settings=settings, key=bytes(32), instruments=instruments)
    print(capture.published.path)
""")
SURROUNDINGS = [
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711"},
]


@pytest.fixture
def answers(tmp_path: Path, demo_service: Simulator) -> Path:
    from http.client import HTTPSConnection
    from ssl import create_default_context

    folder = tmp_path / "answers"
    folder.mkdir()
    context = create_default_context(cadata=demo_service.ca_pem.decode())
    connection = HTTPSConnection("localhost", int(demo_service.url.rpartition(":")[2]), context=context)
    connection.request("GET", "/v1/health", headers={"Authorization": f"Apikey {demo_service.accounts.api_key}"})
    (folder / "health.json").write_bytes(connection.getresponse().read())
    connection.close()
    (folder / "coreapp.log").write_text("to 4915112345678 password=Tr0ub4dor&3xyz\n")
    return folder


def test_the_tar_is_byte_identical_across_processes(tmp_path: Path, answers: Path) -> None:
    tars = []
    for number, surroundings in enumerate(SURROUNDINGS):
        out = tmp_path / str(number)
        out.mkdir()
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, answers, out],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, **surroundings},
            umask=0o022 if number else 0o077,
        )
        tars.append(gzip.decompress(Path(ran.stdout.strip()).read_bytes()))

    assert tars[0] == tars[1]


def test_another_key_gives_other_pseudonyms(tmp_path: Path, answers: Path) -> None:
    now = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
    instruments = Instruments(now=lambda: now, clock=lambda: 0.0, environ={})
    settings = settle({"output": str(tmp_path)})
    names = {
        collect(saved=answers, settings=settings, key=key, instruments=instruments).sealed.name
        for key in (bytes(32), bytes(31) + b"1")
    }

    assert len(names) == 2
