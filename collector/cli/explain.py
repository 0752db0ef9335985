"""`collect-bundle explain`: what a finding means, or why a rule removes something."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from collector.cli.console import Console, fields
from collector.cli.talk import PATH, asked_language, talks
from collector.errors import ExitCode

if TYPE_CHECKING:
    from collector.language import Language
    from collector.pipeline.explain import Page, Rule

EPILOG = """\b
Examples:
  collect-bundle explain shard-without-owner
  collect-bundle explain disk                       every finding of a check
  collect-bundle explain phone-numbers              a redaction rule
  collect-bundle explain queue-full --profile ./mine.yaml
"""


@click.command(epilog=EPILOG, short_help="Explain a finding or a rule by its name.")
@click.argument("name", metavar="FINDING|CHECK|RULE")
@click.option("--profile", type=PATH, metavar="NAME|FILE", help="Also its checks. [default: whatsapp-onprem]")
@click.option("--rules", type=PATH, metavar="FILE", help="Your redaction rules; they add to the shipped ones.")
@talks
def explain(console: Console, name: str, **flags: Any) -> int:
    """Print what is documented about a finding: why it matters, what is looked at, limits, remedy and source.

    Exit codes: 0 explained, 2 there is no such name.
    """
    from collector.pipeline.explain import explain as find
    from collector.pipeline.options import load_settings

    settings = load_settings(flags | {"lang": asked_language()}, None)
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


def _row(page: Page) -> dict[str, Any]:
    limits = [{"name": name, "default": value, "source": source} for name, value, source in page.limits]
    return asdict(page) | {"limits": limits}


def _page(page: Page, say: Language) -> str:
    from collector.model import Severity
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
