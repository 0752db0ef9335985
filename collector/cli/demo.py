"""`collect-bundle demo`: the real thing, against a service that comes with the program."""

from __future__ import annotations

import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from collector.cli.common_options import PATH, asked_language, talks
from collector.cli.console import Console, fields
from collector.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collector.language import Language
    from collector.simulator.server import Simulator

SIGN_OUT = 10.0
"""Seconds within which what was interrupted ends by itself."""
EPILOG = """\b
Examples:
  collect-bundle demo
  collect-bundle demo --scenario ha-healthy --output /var/tmp
  collect-bundle demo --list
  collect-bundle demo --serve --port 9090
"""


SCENARIO = "Which installation to simulate. [default: demo]"


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001  (click's)
    from collector.simulator.scenarios import scenario_names

    return [name for name in scenario_names() if name.startswith(incomplete)]


@click.command(epilog=EPILOG, short_help="See it work against a simulated service.")
@click.option("--scenario", metavar="NAME", default="demo", shell_complete=_names, help=SCENARIO)
@click.option("--list", "listing", is_flag=True, help="List the scenarios.")
@click.option("--serve", is_flag=True, help="Only serve it, until Ctrl-C, for a command line of yours.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Where to serve. [default: a free one]"
)
@click.option("-o", "--output", type=PATH, metavar="DIR", default=".", help="Where the bundle goes. [default: .]")
@talks
def demo(console: Console, scenario: str, port: int, output: str, **modes: bool) -> int:
    """Start a simulated WhatsApp Business API client over HTTPS on loopback, and collect from it over the network.

    The command line it runs is printed first; it is the one you would type against a service of yours.
    """
    from collector.simulator.scenarios import describe, scenario_names

    say = console.language
    if modes["listing"]:
        rows = [{"name": name, "says": describe(name)} for name in scenario_names()]
        width = max(len(row["name"]) for row in rows)
        text = "\n".join(f"{row['name']:<{width}}  {say.pattern(row['says'])}" for row in rows)
        console.result(text, {"schema": "collect-bundle/scenarios/1", "exit": 0, "scenarios": rows})
        return ExitCode.DONE
    if scenario not in scenario_names():
        raise UsageError("there is no scenario {scenario!r}", cure="collect-bundle demo --list", scenario=scenario)
    from collector.simulator.server import Simulator

    with (
        Simulator(scenario, port=port) as service,
        tempfile.TemporaryDirectory(prefix="collect-bundle-demo-") as folder,
    ):
        ca_file = Path(folder) / "demo-ca.pem"
        ca_file.write_bytes(service.ca_pem)
        if modes["serve"]:
            return _serve(service, ca_file, say, console)
        lang = asked_language()
        return _collect(service, ca_file, ["--output", output, *(["--lang", lang] if lang else [])], console)


def _serve(service: Simulator, ca_file: Path, say: Language, console: Console) -> int:
    admin = service.accounts.admin
    account = f"{admin.username} / {admin.password}"
    rows = [
        (say("serving"), say("{scenario} at {url}, until Ctrl-C", scenario=service.scenario.name, url=service.url)),
        (say("CA file"), str(ca_file)),
        (say("account"), say("{account} (a made-up account of this simulation)", account=account)),
        (say("try"), f"collect-bundle --url {service.url} --ca-file {ca_file} --user {admin.username}"),
    ]
    document = {
        "schema": "collect-bundle/serving/1",
        "exit": 0,
        "url": service.url,
        "ca_file": str(ca_file),
        "username": admin.username,
        "password": admin.password,
    }
    console.result(fields(rows), document)
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        console.say(say("stopped"))
        return ExitCode.DONE


def _collect(service: Simulator, ca_file: Path, options: list[str], console: Console) -> int:
    arguments = ["--url", service.url, "--ca-file", str(ca_file), "--credentials", "-", *options]
    arguments += ["--label", "demo"] + (["--json"] if console.json else []) + (["--quiet"] if console.quiet else [])
    arguments += ["--verbose"] * console.verbose
    console.say(f"$ collect-bundle {shlex.join(arguments)}")
    admin = service.accounts.admin
    answers = f"username={admin.username}\npassword={admin.password}\n"
    command = [sys.executable, "-m", "collector", "collect", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, text=True) as collecting:  # noqa: S603  (our own program)
        try:
            collecting.communicate(answers)
        except KeyboardInterrupt:  # a terminal has told it, too: it signs out, and says so itself
            _end(collecting)
        return collecting.returncode


def _end(collecting: subprocess.Popen[str]) -> None:
    try:
        collecting.wait(SIGN_OUT)
    except subprocess.TimeoutExpired:
        collecting.terminate()
