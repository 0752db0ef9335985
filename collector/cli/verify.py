"""`collect-bundle verify`: is this bundle whole, and does nothing unmistakable stand in it?"""

from __future__ import annotations

import sys

import click

from collector.cli.console import Console
from collector.cli.talk import talks
from collector.errors import ExitCode

EPILOG = """\b
Examples:
  collect-bundle verify support-whatsapp-onprem-20261123T084512Z-1a2b3c4d.tar.gz
  ssh host cat support-....tar.gz | collect-bundle verify -
  collect-bundle verify --json BUNDLE | jq .manifest.complete
"""


@click.command(epilog=EPILOG, short_help="Check that a bundle is whole and unchanged.")
@click.argument("bundle", type=click.Path(allow_dash=True), metavar="BUNDLE|-")
@talks
def verify(console: Console, bundle: str) -> int:
    """Read a bundle as a stranger would and compare every byte with its manifest; nothing is extracted.

    \b
    Exit codes: 0 whole, 10 not a bundle or not the one its manifest describes.
    """
    from collector.pipeline.verify import verify as check

    verified = check(sys.stdin.buffer if bundle == "-" else bundle)
    complete = "complete" if verified.manifest.get("complete") else "incomplete: see attempts.json inside"
    text = f"whole     {verified.name}\nmembers   {verified.members}, {complete}\nsha256    {verified.sha256}"
    document = {
        "schema": "collect-bundle/verified/1",
        "exit": 0,
        "bundle": verified.name,
        "members": verified.members,
        "sha256": verified.sha256,
        "manifest": verified.manifest,
    }
    console.result(text, document)
    return ExitCode.DONE
