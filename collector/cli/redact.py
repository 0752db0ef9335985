"""`collect-bundle redact`: only the door, for what is already at hand."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from collector.cli.console import Console, delivering
from collector.cli.talk import PATH, asked_language, talks
from collector.errors import UsageError

if TYPE_CHECKING:
    from collector.pipeline.redact import Cleaned
    from collector.settings import Settings

EPILOG = """\b
Examples:
  collect-bundle redact app.log > app.clean.log
  collect-bundle redact docker-inspect.json -o clean.json
  collect-bundle redact logs/ -o clean-logs/
  collect-bundle redact logs/ --dry-run
  kubectl logs coreapp-0 | collect-bundle redact - > coreapp.log
"""


@click.command(epilog=EPILOG, short_help="Redact a file, a folder or a pipe.")
@click.argument("source", type=PATH, metavar="FILE|DIR|-")
@click.option("-o", "--output", type=PATH, metavar="PATH", help="Where it goes; needed for a folder. [default: stdout]")
@click.option("--rules", type=PATH, metavar="FILE", help="Your redaction rules; they add to the shipped ones.")
@click.option("--level", type=click.Choice(["standard", "strict"]), help="How much identity goes. [default: standard]")
@click.option(
    "--private-list", type=PATH, metavar="FILE", help="Names that go too, one a line; a file only you can read."
)
@click.option("--region", metavar="CC", help="Read national phone numbers as this country's, for example DE.")
@click.option(
    "--key-scope", type=click.Choice(["bundle", "case", "site"]), help="Where marks are the same. [default: bundle]"
)
@click.option("--label", metavar="WORD", help="The case's name, for --key-scope case.")
@click.option("--dry-run", is_flag=True, help="Tell what would go, place by place; write nothing.")
@talks
def redact(console: Console, source: str, output: str | None, *, dry_run: bool, **choices: str | None) -> int:
    """Remove phone numbers, secrets and identities from JSON, YAML, env files and logs, told apart by content.

    Exit codes: 0 done, 3 rules invalid, 8 something was withheld (named), 9 output.
    """
    from collector.pipeline.options import load_settings

    settings = load_settings(choices | {"lang": asked_language()}, None)
    if dry_run:
        return _foretell(source, output, settings, console)
    output = None if output == "-" else output
    if output is None and console.json and source == "-":
        raise UsageError(
            "a pipe goes through as it comes, which is no JSON", cure="give --output PATH, or leave --json out"
        )
    cleaned = _redact(source, output, settings)
    if cleaned.content is not None and not console.json:
        with delivering():
            sys.stdout.buffer.write(cleaned.content)
            sys.stdout.buffer.flush()
    # A folder is written with a stub for what was withheld; of a single file that was withheld nothing is.
    _tell(cleaned, output, console, written=Path(source).is_dir() or not cleaned.withheld)
    return cleaned.exit_code


def _foretell(source: str, output: str | None, settings: Settings, console: Console) -> int:
    from collector.pipeline.redact import would_redact

    if source == "-" or output is not None:
        raise UsageError(
            "--dry-run looks at a file or a folder, and writes nothing",
            cure="leave out {argument}",
            argument=output or "-",
        )
    foretold, say = would_redact(Path(source), settings), console.language
    _talk(foretold, console)
    lines = [f"{r.member}:{r.place}  {r.rule}  {r.mark or say('removed')}" for r in foretold.places]
    document = {
        "schema": "collect-bundle/would-redact/1",
        "exit": int(foretold.exit_code),
        "files": foretold.files,
        "redactions": dict(foretold.removed),
        "places": [{"file": r.member, "place": r.place, "rule": r.rule, "mark": r.mark} for r in foretold.places],
        "withheld": [{"member": w.name, "reason": w.reason} for w in foretold.withheld],
    }
    console.result("\n".join(lines), document)
    return foretold.exit_code


def _redact(source: str, output: str | None, settings: Settings) -> Cleaned:
    from collector.pipeline.redact import redact_bytes, redact_file, redact_folder, redact_pipe

    if source == "-":
        if output is not None:
            return redact_bytes(sys.stdin.buffer, settings, Path(output))
        return redact_pipe(sys.stdin.buffer, sys.stdout.buffer, settings)
    path = Path(source)
    if not path.is_dir():
        return redact_file(path, settings, output=Path(output) if output else None)
    if output is None:
        raise UsageError(
            "a folder needs a place to go", cure="collect-bundle redact {source} --output NEW-FOLDER", source=source
        )
    return redact_folder(path, settings, Path(output))


def _talk(cleaned: Cleaned, console: Console) -> None:
    say = console.language
    for warning in cleaned.warnings:
        console.warn(say.told(warning))
    for note in cleaned.notes:
        console.say(say("note: {note}", note=say.told(note)))
    for withheld in cleaned.withheld:
        name, reason = say.told(withheld.name), say.told(withheld.reason)
        console.warn(say("{member} was withheld: {reason}", member=name, reason=reason))
    passed = cleaned.files - len(cleaned.withheld)
    removed = say(", ").join(f"{rule} {count}" for rule, count in sorted(cleaned.removed.items()))
    if passed:
        files, removed = say.counted(passed, "file"), removed or say("nothing to remove")
        console.say(say("redacted {files}: {removed}", files=files, removed=removed))


def _tell(cleaned: Cleaned, output: str | None, console: Console, *, written: bool) -> None:
    _talk(cleaned, console)
    if not written:
        say = console.language
        console.say(say("nothing was written: look at the original where it lies"))
    if console.json or (written and output is not None):
        document = {
            "schema": "collect-bundle/redacted/1",
            "exit": int(cleaned.exit_code),
            "output": output if written else None,
            "files": cleaned.files,
            "redactions": dict(cleaned.removed),
            "withheld": [{"member": w.name, "reason": w.reason} for w in cleaned.withheld],
            "notes": list(cleaned.notes),
            "warnings": list(cleaned.warnings),
        }
        if cleaned.content is not None:
            document["text"] = cleaned.content.decode("utf-8", "replace")
        console.result(output or "", document)
