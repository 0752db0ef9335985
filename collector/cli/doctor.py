"""`collect-bundle doctor`: would it work? Collects nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from collector.cli.common_options import PATH, SECONDS, talks, told_settings
from collector.cli.console import Console, columns, one_line, padded
from collector.errors import ExitCode, UsageError
from collector.language import message

if TYPE_CHECKING:
    from collector.language import Language
    from collector.pipeline.doctor import Probe

STEPS = {
    "url": message("url"),
    "name": message("name"),
    "connection": message("connection"),
    "tls": message("tls"),
    "trust": message("trust"),
    "credential": message("credential"),
    "answer": message("answer"),
    "role": message("role"),
    "clock": message("clock"),
    "disk": message("disk"),
    "rules": message("rules"),
}

EPILOG = """\b
Examples:
  collect-bundle doctor --url https://wa.internal:9090
  collect-bundle doctor --url https://wa.internal:9090 --user admin --ca-file ca.pem
"""


@click.command(epilog=EPILOG, short_help="Find out why it would not work, without collecting.")
@click.option("--url", metavar="URL", help="The service's origin.")
@click.option("--profile", type=PATH, metavar="NAME|FILE", help="What would be asked. [default: whatsapp-onprem]")
@click.option("--credentials", "credentials_file", type=PATH, metavar="FILE", help="Who we are; - for stdin.")
@click.option("--user", metavar="NAME", help="Sign in with this name; the password is asked for, hidden.")
@click.option("--ca-file", type=PATH, metavar="FILE", help="Trust this CA certificate (PEM).")
@click.option("--pin-sha256", metavar="HEX", help="Trust the certificate with this SHA-256.")
@click.option("--timeout", type=SECONDS, metavar="SECONDS", help="For everything. [default: 120]")
@click.option("--rules", type=PATH, metavar="FILE", help="Your redaction rules.")
@click.option("-o", "--output", type=PATH, metavar="DIR", help="Where a bundle would go. [default: .]")
@click.option("--settings", "settings_file", type=PATH, metavar="FILE", help="A settings file; flags win over it.")
@click.option("--no-input", is_flag=True, help="Never ask; fail instead.")
@talks
def doctor(console: Console, **options: Any) -> int:
    """Check URL, name lookup, TLS, credential and role, clock, disk and rules, and say what to do about each.

    Prints the SHA-256 of the server's certificate. Compare it on the server before you pass it to --pin-sha256.
    No credential is sent over a connection that is not verified.

    Exit codes: 0 all well, 3 rules or settings, 4 not authorised, 5 not reached,
    8 the account may not read everything, 9 output.
    """
    from collector.cli.credentials import credentials
    from collector.pipeline.configuration import origin_of
    from collector.pipeline.doctor import examine
    from collector.target import Target, Trust

    say = console.language
    names = ("url", "profile", "ca_file", "pin_sha256", "timeout", "rules", "output")
    settings = told_settings(console, {name: options[name] for name in names}, options["settings_file"])
    if not settings["url"]:
        raise UsageError("say which service", cure="collect-bundle doctor --url https://HOST:9090")
    origin = origin_of(settings["url"])
    who = credentials(
        options["credentials_file"], options["user"], os.environ, may_prompt=not options["no_input"], say=say
    )
    target = Target(settings["url"], who, Trust(settings["ca_file"], settings["pin_sha256"]), settings["timeout"])
    console.say(say("examining {origin}", origin=origin))
    examined = examine(target, settings)
    rows = [{"name": p.name, "ok": p.ok, "said": p.said, "next": p.next} for p in examined.probes]
    code = int(examined.exit_code)
    console.result(_text(examined.probes, say), {"schema": "collect-bundle/doctor/1", "exit": code, "probes": rows})
    return code or ExitCode.DONE


def _text(probes: Sequence[Probe], say: Language) -> str:
    width = max(columns(say(STEPS[probe.name])) for probe in probes)
    lines = []
    for probe in probes:
        sign = say("ok") if probe.ok else say("FAILED")
        lines.append(f"{padded(sign, 7)} {padded(say(STEPS[probe.name]), width)}  {one_line(say.told(probe.said))}")
        step = say("next: {step}", step=one_line(say.told(probe.next)))
        lines += [f"{'':<7} {'':<{width}}  {step}"] if probe.next else []
    return "\n".join(lines)
