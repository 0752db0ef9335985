"""`collect-bundle check`: run the checks of today over what was collected then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from collector.cli.common_options import FAIL_ON, PATH, talks, told_settings
from collector.cli.console import Console, fields, one_line

if TYPE_CHECKING:
    from collector.language import Language
    from collector.pipeline.check import Checked

EPILOG = """\b
Examples:
  collect-bundle check support-whatsapp-onprem-20261123T084512Z-1a2b3c4d.tar.gz
  collect-bundle check support-whatsapp-onprem-20261123T084512Z-1a2b3c4d/
  collect-bundle check answers/ --fail-on critical --quiet
  collect-bundle check BUNDLE --json | jq -r '.findings[].id'
"""


@click.command(epilog=EPILOG, short_help="Find what is wrong in a bundle, or in answers saved earlier.")
@click.argument("bundle", type=PATH, metavar="BUNDLE|DIR")
@click.option("--fail-on", type=FAIL_ON, metavar="SEVERITY", help="Exit 13 at a finding as bad, or worse.")
@click.option("--profile", type=PATH, metavar="NAME|FILE", help="Whose checks. [default: the bundle's]")
@click.option(
    "--settings", "settings_file", type=PATH, metavar="FILE", help="A settings file, for example with limits."
)
@talks
def check(console: Console, bundle: str, settings_file: str | None, **flags: Any) -> int:
    """Run every check over a bundle, read as a stream and never extracted, or over a folder; nothing is written.

    Exit codes: 0 checked, 2 it cannot be read, 10 not a bundle, 13 a finding at or above --fail-on.
    """
    from collector.pipeline.check import check as run

    settings = told_settings(console, flags, settings_file)
    checked = run(Path(bundle), settings)
    code = checked.exit_code(settings["fail_on"])
    say = console.language
    console.result(_text(checked, say), _document(checked, int(code)))
    console.say(
        say(
            "checked: {members} of {source}",
            members=say.counted(checked.members, "member"),
            source=one_line(checked.source),
        )
    )
    console.say(say("{command} says what a finding means", command="collect-bundle explain ID"))
    return code


def _text(checked: Checked, say: Language) -> str:
    from collector.verdict import WORDS, verdict

    rows = []
    for finding in checked.findings:
        rows += [
            (say(WORDS[finding.severity]), finding.title),
            ("", say("{label}: {value}", label=finding.id, value=finding.seen)),
        ]
        rows += [("", say("next: {step}", step=finding.remedy))] if finding.severity.value != "info" else []
    told = fields(rows).splitlines() if rows else []
    return "\n".join([verdict(checked.findings, say), *(line.rstrip() for line in told)])


def _document(checked: Checked, code: int) -> dict[str, Any]:
    return {
        "schema": "collect-bundle/checked/1",
        "exit": code,
        "source": checked.source,
        "collected": checked.collected.isoformat(),
        "members": checked.members,
        "findings": checked.rows,
    }
