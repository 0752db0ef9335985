"""`collect-bundle explain`: what a finding means, why a rule removes something, or why a mark stands at a place."""

from __future__ import annotations

import shlex
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from collector.cli.common_options import PATH, talks, told_settings
from collector.cli.console import Console, fields
from collector.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collector.language import Language
    from collector.pipeline.explain import Page, Rule
    from collector.settings import Settings

EPILOG = """\b
Examples:
  collect-bundle explain shard-without-owner
  collect-bundle explain disk                       every finding of a check
  collect-bundle explain phone-numbers              a redaction rule
  collect-bundle explain queue-full --profile ./mine.yaml
  collect-bundle explain BUNDLE collected/support.json:/support/debug_info
  collect-bundle explain BUNDLE collected/coreapp.log:12:34
"""


@click.command(epilog=EPILOG, short_help="Explain a finding or a rule, or a mark in a bundle.")
@click.argument("name", metavar="FINDING|CHECK|RULE|BUNDLE")
@click.argument("place", metavar="[PLACE]", required=False)
@click.option("--profile", type=PATH, metavar="NAME|FILE", help="Also its checks. [default: whatsapp-onprem]")
@click.option("--rules", type=PATH, metavar="FILE", help="Your redaction rules; they add to the shipped ones.")
@talks
def explain(console: Console, name: str, place: str | None, **flags: Any) -> int:
    """Print what is documented about a finding: why it matters, what is looked at, limits, remedy and source.

    With a bundle, packed or not, and a PLACE in it (member and place of a row in redactions.json, with a colon between
    them): which rule left the mark there, why, what the mark means, and where else it stands.

    \b
    Exit codes: 0 explained, 2 there is no such name, bundle or mark, 10 not a bundle.
    """
    from collector.pipeline.explain import explain as find

    settings = told_settings(console, flags)
    if place is not None:
        return _explain_place(console, name, place, settings)
    if name.endswith(".tar.gz") or Path(name, "manifest.json").is_file():
        raise UsageError(
            "a bundle is explained place by place",
            cure="collect-bundle explain {bundle} MEMBER:/JSON/POINTER, or MEMBER:LINE:COLUMN; redactions.json inside "
            "has every place",
            bundle=shlex.quote(name),
        )
    say = console.language
    found = find(name, settings)
    if isinstance(found, tuple):
        document: dict[str, Any] = {"findings": [_row(page) for page in found]}
        text = "\n\n".join(_page(page, say) for page in found)
    else:
        document = {"rule": {"name": found.name, "why": found.why, "how": found.kind, "replace": found.replace}}
        text = _rule(found, say)
    console.result(text, {"schema": "collect-bundle/explained/1", "exit": 0, **document})
    return ExitCode.DONE


def _explain_place(console: Console, bundle: str, place: str, settings: Settings) -> int:
    from collector.cli.explain_place import document, text
    from collector.pipeline.explain_place import explain_place

    found = explain_place(Path(bundle), place, settings)
    console.result(text(found, console.language), document(found))
    return ExitCode.DONE


def _row(page: Page) -> dict[str, Any]:
    limits = [{"name": name, "default": value, "source": source} for name, value, source in page.limits]
    return asdict(page) | {"limits": limits}


def _page(page: Page, say: Language) -> str:
    from collector.finding import Severity
    from collector.verdict import WORDS

    rows = [
        (say("why"), page.why),
        (say("looks at"), page.looks_at),
        (say("expected"), page.expected),
        *(
            (say("limit"), say("{limit}: {source}", limit=f"{name} {value:,g}", source=source))
            for name, value, source in page.limits
        ),
        *([("", say("set it under limits: in the settings file"))] if page.limits else []),
        (say("remedy"), page.remedy),
        (say("source"), page.source),
    ]
    head = say(
        "{finding}  ({severity}, check {name}, version {version})",
        finding=page.id,
        severity=say(WORDS[Severity(page.severity)]),
        name=page.check,
        version=page.version,
    )
    return "\n".join([head, f"  {page.title}", *(f"  {line}" for line in fields(rows).splitlines())])


def _rule(rule: Rule, say: Language) -> str:
    rows = [
        (say("why"), say.pattern(rule.why)),
        (say("how"), rule.kind),
        (say("replace"), rule.replace),
        (say("more"), f"collect-bundle rules show {rule.name}"),
    ]
    head = say("{rule}  (a redaction rule)", rule=rule.name)
    return "\n".join([head, *(f"  {line}" for line in fields(rows).splitlines())])
