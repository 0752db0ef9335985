"""`collect-bundle verify`: is this bundle whole, and does nothing unmistakable stand in it?"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from collector.cli.console import Console, fields
from collector.cli.talk import talks
from collector.errors import ExitCode

if TYPE_CHECKING:
    from collector.language import Language

EPILOG = """\b
Examples:
  collect-bundle verify support-whatsapp-onprem-20261123T084512Z-1a2b3c4d.tar.gz
  ssh host cat support-....tar.gz | collect-bundle verify -
  collect-bundle verify --json BUNDLE | jq .manifest.complete
"""


@click.command(epilog=EPILOG, short_help="Check that a bundle is whole and unchanged.")
@click.argument("bundle", type=click.Path(allow_dash=True), metavar="BUNDLE|-")
@click.option("--lang", metavar="CODE", help="Language of the words: en or zh. [default: the bundle's]")
@talks
def verify(console: Console, bundle: str, lang: str | None) -> int:
    """Read a bundle as a stranger would and compare every byte with its manifest; nothing is extracted.

    \b
    Exit codes: 0 whole, 10 not a bundle or not the one its manifest describes.
    """
    from collector.pipeline.verify import verify as check

    verified = check(sys.stdin.buffer if bundle == "-" else bundle)
    say = _language(lang, verified.manifest)
    complete = say("complete") if verified.manifest.get("complete") else say("incomplete: see attempts.json inside")
    text = fields(
        [
            (say("whole"), verified.name),
            (say("members"), say("{count}, {state}", count=verified.members, state=complete)),
            (say("sha256"), verified.sha256),
        ]
    )
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


def _language(asked: str | None, manifest: Mapping[str, Any]) -> Language:
    """Return the language that was asked for, else the bundle's own where it can be said here, else English."""
    from collector.language import ENGLISH, language, languages

    own = manifest.get("language")
    return language(asked or (own if own in languages() else ENGLISH))
