"""`collect-bundle redact`: only the door, for what is already at hand."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from collector.cli.common_options import PATH, talks, told_settings
from collector.cli.console import Console, delivering
from collector.cli.throughput import throughput
from collector.errors import UsageError

if TYPE_CHECKING:
    from collector.pipeline.passes import Watch
    from collector.pipeline.redact import Cleaned
    from collector.pipeline.steps import Where
    from collector.settings import Settings


class Aids(TypedDict):
    """What a pass over files is given besides them."""

    watch: Watch
    where: Where | None


OUTPUT = "Where it goes; needed for more than one file. [default: stdout]"
EPILOG = """\b
Examples:
  collect-bundle redact app.log > app.clean.log
  collect-bundle redact docker-inspect.json -o clean.json
  collect-bundle redact logs/ -o clean-logs/
  collect-bundle redact /var/log/wa/*.log -o clean-logs/
  collect-bundle redact logs/ --dry-run
  kubectl logs coreapp-0 | collect-bundle redact - > coreapp.log
  collect-bundle redact /shared/logs -o /shared/clean --dask tls://scheduler:8786
"""


@click.command(epilog=EPILOG, short_help="Redact files, a folder or a pipe.")
@click.argument("sources", type=PATH, nargs=-1, required=True, metavar="FILE...|DIR|-")
@click.option("-o", "--output", type=PATH, metavar="PATH", help=OUTPUT)
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
@click.option("--dask", "cluster", metavar="ADDRESS", help="Do the work on a Dask cluster that sees the same files.")
@click.option("--dry-run", is_flag=True, help="Tell what would go, place by place; write nothing.")
@talks
def redact(
    console: Console,
    sources: tuple[str, ...],
    output: str | None,
    *,
    cluster: str | None,
    dry_run: bool,
    **choices: str | None,
) -> int:
    """Remove phone numbers, secrets and identities from JSON, YAML, env files and logs, told apart by content.

    In several files that are named together the same value has the same mark, as in a folder.

    The places of --dry-run are those of the clean text: line and column, or a JSON pointer.

    Exit codes: 0 done, 3 rules invalid, 8 something was withheld (named), 9 output.
    """
    from collector.pipeline.keys import check_label_is_used

    settings = told_settings(console, choices)
    check_label_is_used(choices["label"], settings)
    source = sources[0]
    if len(sources) > 1 and "-" in sources:
        raise UsageError("a pipe goes by itself", cure="leave out - or the files")
    if cluster is not None and source == "-":
        raise UsageError(
            "a pipe cannot be read by a cluster", cure="save it where the workers see it, or leave --dask out"
        )
    if dry_run:
        return _foretell(sources, output, settings, console, cluster)
    output = None if output == "-" else output
    if output is None and console.json and source == "-":
        raise UsageError(
            "a pipe goes through as it comes, which is no JSON", cure="give --output PATH, or leave --json out"
        )
    is_folder = len(sources) > 1 or Path(source).is_dir()
    if output is None and source != "-" and not is_folder:
        return _show(source, settings, console, cluster)
    cleaned = _redact(sources, output, settings, console, cluster)
    # A folder is written with a stub for what was withheld; of a single file that was withheld nothing is.
    _tell(cleaned, output, console, written=is_folder or not cleaned.withheld)
    return cleaned.exit_code


def _show(source: str, settings: Settings, console: Console, cluster: str | None) -> int:
    """Put a single clean file on standard output, or its text into the document."""
    from collector.pipeline.redact import redacted_file

    with _aids(console, cluster) as aids, redacted_file(Path(source), settings, **aids) as (content, cleaned):
        text = None
        if content is not None and console.json:
            text = content.read().decode("utf-8", "replace")
        elif content is not None:
            with delivering():
                shutil.copyfileobj(content, sys.stdout.buffer)
                sys.stdout.buffer.flush()
    _tell(cleaned, None, console, written=not cleaned.withheld, text=text)
    return cleaned.exit_code


def _foretell(
    sources: tuple[str, ...], output: str | None, settings: Settings, console: Console, cluster: str | None
) -> int:
    from collector.pipeline.redact import would_redact

    if sources[0] == "-" or output is not None:
        raise UsageError(
            "--dry-run looks at a file or a folder, and writes nothing",
            cure="leave out {argument}",
            argument=output or "-",
        )
    say = console.language
    with _aids(console, cluster) as aids:
        foretold = would_redact([*map(Path, sources)], settings, **aids)
    _talk(foretold, console, is_foretold=True)
    lines = [f"{r.member}:{r.place}  {r.rule}  {r.mark or say('removed')}" for r in foretold.places]
    document = {
        "schema": "collect-bundle/would-redact/1",
        "exit": int(foretold.exit_code),
        "files": foretold.files,
        "redactions": dict(foretold.removed),
        "notes": list(foretold.notes),
        "warnings": list(foretold.warnings),
        "places": [{"file": r.member, "place": r.place, "rule": r.rule, "mark": r.mark} for r in foretold.places],
        "withheld": [{"member": w.name, "reason": w.reason} for w in foretold.withheld],
    }
    console.result("\n".join(lines), document)
    return foretold.exit_code


def _redact(
    sources: tuple[str, ...], output: str | None, settings: Settings, console: Console, cluster: str | None
) -> Cleaned:
    from collector.pipeline.redact import redact_bytes, redact_file, redact_files, redact_folder, redact_pipe

    source = sources[0]
    if source == "-" and output is None:
        return redact_pipe(sys.stdin.buffer, sys.stdout.buffer, settings)
    if output is None:
        raise UsageError(
            "several files need a folder to go to" if len(sources) > 1 else "a folder needs a place to go",
            cure="collect-bundle redact {source} --output NEW-FOLDER",
            source=shlex.join(sources),
        )
    with _aids(console, cluster) as aids:
        if source == "-":
            return redact_bytes(sys.stdin.buffer, settings, Path(output), watch=aids["watch"])
        if len(sources) > 1:
            return redact_files([*map(Path, sources)], settings, Path(output), **aids)
        redact = redact_folder if Path(source).is_dir() else redact_file
        return redact(Path(source), settings, Path(output), **aids)


@contextmanager
def _aids(console: Console, cluster: str | None) -> Iterator[Aids]:
    """Give long work its progress and, where one is named, a cluster."""
    with ExitStack() as stack:
        where = None
        if cluster is not None:
            from collector.pipeline.dask_cluster import connected

            where = stack.enter_context(connected(cluster))
        yield {"watch": stack.enter_context(throughput(console)), "where": where}


def _talk(cleaned: Cleaned, console: Console, *, is_foretold: bool = False) -> None:
    say = console.language
    for warning in cleaned.warnings:
        console.warn(say.told(warning))
    for note in cleaned.notes:
        console.say(say("note: {note}", note=say.told(note)))
    for withheld in cleaned.withheld:
        name, reason = say.told(withheld.name), say.told(withheld.reason)
        told = (
            say("{member} would be withheld: {reason}", member=name, reason=reason)
            if is_foretold
            else say("{member} was withheld: {reason}", member=name, reason=reason)
        )
        console.warn(told)
    if not cleaned.files:
        console.warn(say("there was nothing to redact: the folder holds no file"))
    passed = cleaned.files - len(cleaned.withheld)
    removed = say(", ").join(f"{rule} {count}" for rule, count in sorted(cleaned.removed.items()))
    if passed:
        files, removed = say.counted(passed, "file"), removed or say("nothing to remove")
        told = (
            say("would redact {files}: {removed}", files=files, removed=removed)
            if is_foretold
            else say("redacted {files}: {removed}", files=files, removed=removed)
        )
        console.say(told)


def _tell(cleaned: Cleaned, output: str | None, console: Console, *, written: bool, text: str | None = None) -> None:
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
        if text is not None:
            document["text"] = text
        console.result(output or "", document)
