"""`collect-bundle [collect]`: the main act."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from collector.cli.common_options import FAIL_ON, PATH, SECONDS, talks, told_settings
from collector.cli.console import Console, fields, padded
from collector.cli.progress import progress
from collector.errors import ExitCode, OutputError, UsageError

if TYPE_CHECKING:
    from collector.language import Language
    from collector.pipeline.collect import Capture
    from collector.pipeline.plan import Planned
    from collector.settings import Settings
    from collector.target import Target

EPILOG = """\b
Examples:
  COLLECT_BUNDLE_TOKEN=... collect-bundle --url https://wa.internal:9090
  collect-bundle --url https://wa.internal:9090 --user admin --ca-file ca.pem
  collect-bundle --url https://wa.internal:9090 --with db-stats --dry-run
  collect-bundle --from answers/ --label case-4711 --output /var/tmp

\b
Credentials, the first that is found:
  --credentials FILE                                         - for stdin
  CREDENTIALS_DIRECTORY/collect-bundle.token                 from systemd; also .api_key, .username, .password
  COLLECT_BUNDLE_TOKEN, _API_KEY, _USERNAME, _PASSWORD       from the environment
  --user NAME                                                the password is asked for, hidden
"""


@click.command(epilog=EPILOG, short_help="Ask a service, or saved answers, and write a bundle.")
@click.option("--url", metavar="URL", help="The service's origin, for example https://wa.internal:9090.")
@click.option(
    "--from",
    "saved",
    type=PATH,
    metavar="PATH",
    help="Answers saved earlier: a folder, a file, or - for stdin.",
)
@click.option("--profile", type=PATH, metavar="NAME|FILE", help="What to ask. [default: whatsapp-onprem]")
@click.option("--with", "with_", metavar="NAME", multiple=True, help="Also ask this costly endpoint; repeatable.")
@click.option(
    "--credentials", "credentials_file", type=PATH, metavar="FILE", help="Who we are; see below. - for stdin."
)
@click.option("--user", metavar="NAME", help="Sign in with this name; the password is asked for, hidden.")
@click.option("--ca-file", type=PATH, metavar="FILE", help="Trust this CA certificate (PEM).")
@click.option("--pin-sha256", metavar="HEX", help="Trust the certificate with this SHA-256; `doctor` prints it.")
@click.option("--insecure", is_flag=True, help="Check no certificate. Never with a credential, except to loopback.")
@click.option("--timeout", type=SECONDS, metavar="SECONDS", help="For the whole run. [default: 120]")
@click.option("--rules", type=PATH, metavar="FILE", help="Your redaction rules; they add to the shipped ones.")
@click.option("--label", metavar="WORD", help="A word for the bundle's name, such as a ticket number.")
@click.option("-o", "--output", type=PATH, metavar="DIR", help="Where the bundle goes; - for stdout. [default: .]")
@click.option("--dry-run", is_flag=True, help="Show every request that would be made, and why; make none.")
@click.option("--fail-on", type=FAIL_ON, metavar="SEVERITY", help="Exit 13 at a finding as bad, or worse.")
@click.option("--settings", "settings_file", type=PATH, metavar="FILE", help="A settings file; flags win over it.")
@click.option("--no-input", is_flag=True, help="Never ask; fail instead.")
@talks
def collect(console: Console, **options: Any) -> int:
    """Ask a service for what support will ask you, and write one redacted, verified bundle.

    Exit codes: 0 complete, 8 written but something is missing (named inside),
    4 not authorised, 5 not reached, 6 nothing usable, 7 a residue, 9 output,
    13 written, with a finding at or above --fail-on.
    """
    if options["saved"] and options["dry_run"]:
        raise UsageError("--dry-run shows requests, and --from makes none", cure="leave one of the two out")
    begun = _begin(options, console)
    settings = _settings(options, console)
    if options["saved"]:
        _refuse_what_only_a_service_takes(options)
    elif not begun:
        from collector.pipeline.configuration import origin_of

        _announce(origin_of(settings["url"]), options, console)
    target = _target(settings, options, console.language) if settings["url"] else None
    if target and options["dry_run"]:
        return _plan(settings, target, console)
    capture = _collect(settings, target, options["saved"], console)
    return _tell(capture, settings, console)


def _begin(options: dict[str, Any], console: Console) -> bool:
    """Say at once, before anything slow is loaded, what is collected from; a URL only if it holds nothing else."""
    say = console.language
    place = say("standard input") if options["saved"] == "-" else options["saved"] or options["url"]
    if not place or (place == options["url"] and not re.fullmatch(r"https?://[^/@?#\\]+/?", place)):
        return False
    _announce(place, options, console)
    return True


def _announce(place: str, options: dict[str, Any], console: Console) -> None:
    say = console.language
    console.say(
        say("would ask {place}", place=place) if options["dry_run"] else say("collecting from {place}", place=place)
    )


SET_BY_FLAGS = ("url", "profile", "ca_file", "pin_sha256", "timeout", "rules", "label", "output", "fail_on")


def _settings(options: dict[str, Any], console: Console) -> Settings:
    """Return the settings of the run, with either a URL or saved answers to collect from. Raises UsageError."""
    flags = {name: options[name] for name in SET_BY_FLAGS} | {"with": options["with_"]}
    settings = told_settings(console, flags, options["settings_file"])
    if options["saved"] and not options["url"]:
        settings = settings.without("url")
    if bool(settings["url"]) == bool(options["saved"]):
        raise UsageError(
            "say what to collect from: either --url or --from",
            cure="collect-bundle --url https://HOST:9090, or collect-bundle --from DIR, or collect-bundle demo",
        )
    return settings


ASKING = {
    "with_": "--with",
    "credentials_file": "--credentials",
    "user": "--user",
    "ca_file": "--ca-file",
    "pin_sha256": "--pin-sha256",
    "insecure": "--insecure",
    "timeout": "--timeout",
}
"""The options that say how a service is asked."""


def _refuse_what_only_a_service_takes(options: dict[str, Any]) -> None:
    given = [name for name in ASKING if options[name]]
    if given:
        raise UsageError(
            "{option} is for asking a service, and --from asks none", cure="leave it out", option=ASKING[given[0]]
        )


def _target(settings: Settings, options: dict[str, Any], say: Language) -> Target:
    from collector.cli.credentials import credentials
    from collector.target import Target, Trust

    may_prompt = not options["no_input"]
    who = credentials(
        options["credentials_file"],
        options["user"],
        os.environ,
        may_prompt=may_prompt,
        used=not options["dry_run"],
        say=say,
    )
    trust = Trust(settings["ca_file"], settings["pin_sha256"], options["insecure"])
    return Target(settings["url"], who, trust, settings["timeout"], settings["max_mib"] * 1024 * 1024)


def _plan(settings: Settings, target: Target, console: Console) -> int:
    from collector.pipeline.plan import plan

    planned, say = plan(settings, target), console.language
    lines = [
        f"{padded(say('ask') if p.asked else say('leave'), 6)} {p.method:<4} {p.path:<42} {_why(p, say)}"
        for p in planned
    ]
    rows = [
        {
            "name": p.name,
            "method": p.method,
            "path": p.path,
            "asked": p.asked,
            "because": p.because,
            "why": p.why,
            "needs": p.needs,
            "cost": p.cost,
        }
        for p in planned
    ]
    console.result("\n".join(lines), {"schema": "collect-bundle/plan/1", "exit": 0, "requests": rows})
    return ExitCode.DONE


def _why(planned: Planned, say: Language) -> str:
    return say.pattern(planned.why) if planned.asked else say.told(planned.because)


def _collect(settings: Settings, target: Target | None, saved: str | None, console: Console) -> Capture:
    if settings["output"] == "-" and console.json:
        raise UsageError("--json and the bundle both want stdout", cure="give --output DIR")
    if settings["output"] == "-" and sys.stdout.isatty():
        raise OutputError("a bundle is not written to a terminal", cure="redirect stdout, or leave --output out")
    if target and target.trust.insecure:
        say = console.language
        console.warn(
            say("--insecure: the server's certificate is not checked; whoever answers may not be your service")
        )
    from collector.pipeline.collect import collect as run

    with progress(console, console.language) as shown:
        return run(target, saved=_answers(saved), settings=settings, progress=shown)


def _answers(saved: str | None) -> Path | bytes | None:
    from collector.pipeline.collect import LARGEST_ANSWER

    if saved == "-":
        return sys.stdin.buffer.read(LARGEST_ANSWER + 1)
    return Path(saved) if saved else None


def _tell(capture: Capture, settings: Settings, console: Console) -> int:
    from collector.verdict import reason

    say = console.language
    if capture.error:
        console.error(capture.error.told(say.told))
    for warning in capture.contents.run.warnings:
        if not warning.startswith("--insecure"):  # said before the first request
            console.warn(say.told(warning))
    if capture.contents.run.trust == "none" and capture.contents.run.signed_in == "none":
        console.say(_recognised(capture, say))
    for attempt in capture.contents.attempts:
        if attempt.result.is_loss:
            console.warn(reason(attempt, say))
    for withheld in capture.contents.withheld:
        console.warn(say("{member} was withheld: {reason}", member=withheld.name, reason=say.told(withheld.reason)))
    if settings["output"] == "-":
        capture.write(sys.stdout.buffer)
    else:
        console.result(_summary(capture, say), _document(capture))
    return capture.exit_code


TOLD = {"critical", "warning", "unjudged"}


def _recognised(capture: Capture, say: Language) -> str:
    """Say which endpoints' answers the saved files turned out to be, and which are not there."""
    read = Counter(a.source for a in capture.contents.attempts if a.member)
    other = read.pop("saved", 0)
    parts = [*sorted(read), *([say("{count} kept as found", count=other)] if other else [])]
    absent = [a.source for a in capture.contents.attempts if a.code == "not-saved"]
    rows = [(say("read"), say(", ").join(parts) or say("nothing"))]
    rows += [(say("not saved"), say(", ").join(absent))] if absent else []
    return "\n".join(f"  {line}" for line in fields(rows).splitlines())


def _summary(capture: Capture, say: Language) -> str:
    from collector.units import size
    from collector.verdict import WORDS, completeness, verdict

    published, contents = capture.published, capture.contents
    assert published is not None  # noqa: S101
    told = [(say(WORDS[f.severity]), f.title) for f in contents.findings if f.severity.value in TOLD]
    facts = [
        (say("bundle"), str(published.path)),
        (say("size"), size(published.size)),
        (say("sha256"), published.sha256),
        (say("next"), say("unpack it (tar -xzf), read summary.html, then attach the file to your ticket")),
        (say("check"), f"collect-bundle verify {published.path}"),
    ]
    whole = say("{completeness}.", completeness=completeness(contents, say))
    return "\n".join([verdict(contents.findings, say), *([fields(told)] if told else []), "", whole, "", fields(facts)])


def _document(capture: Capture) -> dict[str, Any]:
    published, contents = capture.published, capture.contents
    return {
        "schema": "collect-bundle/result/1",
        "exit": int(capture.exit_code),
        "bundle": str(published.path) if published else None,
        "bytes": published.size if published else None,
        "sha256": published.sha256 if published else None,
        "complete": contents.complete,
        "error": capture.error.what if capture.error else None,
        "findings": [{"id": f.id, "severity": f.severity.value, "title": f.title} for f in contents.findings],
        "attempts": [
            {"source": a.source, "result": a.result.value, "code": a.code, "reason": a.reason}
            for a in contents.attempts
        ],
        "withheld": [{"member": w.name, "reason": w.reason} for w in contents.withheld],
        "warnings": list(contents.run.warnings),
    }
