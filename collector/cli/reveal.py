"""`collect-bundle reveal`: which value of your own originals does a mark stand for?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from collector.cli.common_options import PATH, talks, told_settings
from collector.cli.console import Console
from collector.errors import ExitCode, UsageError

EPILOG = """\b
Examples:
  collect-bundle reveal '[phone:k3v9m2q7x4td8]' --in answers/
  collect-bundle reveal '[host:m2q7x4td8k3v9]' --in app.log --key-scope case --label ops-12

Only marks made with --key-scope case or site can be found again: the key of a
single bundle is thrown away with it. What is asked for is recorded.
"""


@click.command(epilog=EPILOG, short_help="Find which value of your originals a mark stands for.")
@click.argument("mark")
@click.option("--in", "originals", type=PATH, required=True, metavar="FILE|DIR", help="The originals, where they lie.")
@click.option("--key-scope", type=click.Choice(["case", "site"]), help="Whose key made the mark. [default: site]")
@click.option("--label", metavar="WORD", help="The case's name, for --key-scope case.")
@click.option("--rules", type=PATH, metavar="FILE", help="Your redaction rules, if the mark is one of theirs.")
@click.option("--level", type=click.Choice(["standard", "strict"]), help="As it was redacted. [default: standard]")
@click.option("--region", metavar="CC", help="As it was redacted, for example DE.")
@click.option("--private-list", type=PATH, metavar="FILE", help="Your private list, if the mark is one of its names.")
@talks
def reveal(console: Console, mark: str, originals: str, **choices: str | None) -> int:
    """Search your own originals for the value that a mark stands for; shown on a terminal only.

    Exit codes: 0 done, 2 no such key or no terminal, 3 rules or key invalid, 9 it could not be recorded.
    """
    from collector.pipeline.keys import check_label_is_used
    from collector.pipeline.reveal import reveal as find

    if not sys.stdout.isatty() or console.json:
        raise UsageError(
            "originals are shown on a terminal only", cure="run it there, without --json and without a pipe"
        )
    settings = told_settings(console, choices)
    check_label_is_used(choices["label"], settings)
    found = find(mark, Path(originals), settings)
    say = console.language
    for one in found.places:
        console.result(f"{one.file.expose()}:{one.at}  {one.value.expose()}", {})
    if found.passed_over:
        files = say.counted(found.passed_over, "file")
        console.warn(say("{files} passed over: links, binary or not readable, which redacting withholds", files=files))
    if not found.places:
        console.say(say("no value in these originals has this mark, with this key"))
    return ExitCode.DONE
