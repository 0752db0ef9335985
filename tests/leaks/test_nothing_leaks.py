"""Nothing that a scenario hides is in anything a run leaves behind: bundle, side file, stdout, talkative stderr.

The search here knows the planted values from the simulator, not from the redactor. Its twin switches rules off and must
see the same search fail.
"""

import io
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from given import NAMES, credentials, read, served

from collector.bundle.residue import search, wanted
from collector.errors import ExitCode
from collector.model import KnownValues
from collector.simulator import Simulator, scenario_names

FIELDS = ("username", "password", "token", "api_key")
WITHOUT_RULES = """
version: 1
without: [phone-numbers, message-ids, env-variables, credentials, whatsapp-ids, host-names, url-credentials]
"""


def left_behind(folder: Path, ran: Any) -> Iterator[tuple[str, bytes]]:
    """Yield everything a run left: streams, files, and what the archive holds, headers and names included."""
    yield "stdout", ran.out.encode()
    yield "stderr", ran.err.encode()
    for path in folder.glob("support-*"):
        yield "file name", path.name.encode()
        if path.suffix == ".sha256":
            yield "side file", path.read_bytes()
        else:
            with tarfile.open(path) as archive:
                for member in archive:
                    yield "member name", member.name.encode()
                    yield member.name, (archive.extractfile(member) or io.BytesIO()).read()


def planted(service: Simulator) -> KnownValues:
    plants, accounts = service.plants, service.accounts
    passwords = {accounts.admin.password, accounts.support.password, accounts.api_key}
    texts = {*plants.secrets, *plants.hosts, *plants.identities, *service.tokens, *passwords}
    return KnownValues(frozenset(texts), frozenset(plants.phones))


def leaks(folder: Path, ran: Any, service: Simulator) -> list[str]:
    values = wanted(planted(service))
    return [f"{name}: {r.kind}" for name, content in left_behind(folder, ran) for r in search(name, content, values)]


def collected(
    service: Simulator,
    run: Callable[..., Any],
    ca_file: Callable[[Simulator], Path],
    *options: str,
    apart: bool = False,
) -> Any:
    admin = service.accounts.admin
    signing_in = {"COLLECT_BUNDLE_USERNAME": admin.username, "COLLECT_BUNDLE_PASSWORD": admin.password}
    costly = ("db-stats", "media-providers", "business-profile", "profile-about")
    every = [option for name in costly for option in ("--with", name)]
    return run(
        "--url", service.url, "--ca-file", ca_file(service), "-vv", *every, *options, env=signing_in, apart=apart
    )


@pytest.mark.parametrize("name", scenario_names())
def test_nothing_that_a_scenario_hides_is_left_behind(
    name: str, tmp_path: Path, run: Callable[..., Any], ca_file: Callable[[Simulator], Path]
) -> None:
    with Simulator(name) as service:
        ran = collected(service, run, ca_file)

        assert ran.code in {ExitCode.DONE, ExitCode.PARTIAL, ExitCode.NOTHING_USABLE}, ran.err
        assert leaks(tmp_path, ran, service) == []


def test_nothing_is_left_behind_by_a_process_of_its_own(
    tmp_path: Path, run: Callable[..., Any], ca_file: Callable[[Simulator], Path]
) -> None:
    with Simulator("demo") as service:
        ran = collected(service, run, ca_file, apart=True)

        assert ran.code in {ExitCode.DONE, ExitCode.PARTIAL}, ran.err
        assert leaks(tmp_path, ran, service) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_behind_by_any_golden_run_either(
    name: str, tmp_path: Path, run: Callable[..., Any], ca_file: Callable[[Simulator], Path]
) -> None:
    given = read(name)
    with served(given) as service:
        who = credentials(service, given.get("signs_in", "password"))
        env = {f"COLLECT_BUNDLE_{k.upper()}": v.expose() for k in FIELDS if (v := getattr(who, k))}
        trust = ["--ca-file", ca_file(service)] if given.get("trust") != "system" else []
        ran = run("--url", service.url, *trust, "-vv", "--timeout", str(given.get("timeout", 30)), env=env)

        assert "Traceback" not in ran.err
        assert leaks(tmp_path, ran, service) == []
        assert not [value for value in env.values() if len(value) > 8 and value in ran.out + ran.err]


def test_with_its_rules_switched_off_a_run_leaks_and_the_search_says_so(
    tmp_path: Path, run: Callable[..., Any], ca_file: Callable[[Simulator], Path]
) -> None:
    (tmp_path / "rules.yaml").write_text(WITHOUT_RULES)
    with Simulator("unknown-fields") as service:
        ran = collected(service, run, ca_file, "--rules", "rules.yaml")

        assert "switched off" in ran.err
        assert leaks(tmp_path, ran, service)
