"""`collect-bundle verify`: is this bundle whole, and does nothing unmistakable stand in it?"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from collector.cli.common_options import PATH, asked_language, talks
from collector.cli.console import Console, fields
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
@click.argument("bundle", type=PATH, metavar="BUNDLE|-")
@talks
def verify(console: Console, bundle: str) -> int:
    """Read a bundle as a stranger would and compare every byte with its manifest; nothing is extracted.

    It speaks the bundle's language unless another is asked for.

    Exit codes: 0 whole, 2 it cannot be read, 10 not a bundle or not the one its manifest describes.
    """
    from collector.pipeline.verify import verify as check

    verified = check(sys.stdin.buffer if bundle == "-" else bundle)
    say = console.language if asked_language() else _own(verified.manifest, console.language)
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


def _own(manifest: Mapping[str, Any], otherwise: Language) -> Language:
    """Return the bundle's own language where it can be said here."""
    from collector.language import language, languages

    own = manifest.get("language")
    return language(own) if own in languages() else otherwise
