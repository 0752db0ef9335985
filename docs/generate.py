"""Writes the generated lists of the pages: exit codes, rules, detectors, endpoints, findings, scenarios, help.

`python docs/generate.py` writes them, `--check` says which are out of date and exits with 1.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import click

from collector.cli.main import program
from collector.errors import ExitCode
from collector.findings.judge import known_checks
from collector.pipeline.explain import limits as known_limits
from collector.pipeline.explain import pages as explained
from collector.profile import load_profile
from collector.redaction.detectors import load
from collector.redaction.rules import load_rules
from collector.resources import profile_names, profile_text, rules_text
from collector.simulator import describe, scenario_names

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
LIST = re.compile(r"(?P<head><!-- begin (?P<name>[a-z-]+) -->\n).*?(?P<foot><!-- end (?P=name) -->)", re.DOTALL)


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in lines)


def code(text: str) -> str:
    """Return a text as inline code on one line."""
    return "`" + text.replace("\n", "\\n").replace("`", "'") + "`"


def exit_codes() -> str:
    """Return the table of exit codes."""
    return table(("exit", "meaning"), [(str(int(code)), code.meaning) for code in ExitCode])


def rules() -> str:
    """Return the shipped rules."""
    shipped = load_rules(rules_text()).rules
    return table(("rule", "how", "leaves", "why"), [(f"`{r.name}`", f"`{r.kind}`", r.replace, r.why) for r in shipped])


def detectors() -> str:
    """Return the built-in detectors: what each finds, its mark, its examples, and what `make quality` measured."""
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    shares = {cells[0].strip("`"): cells[1:] for cells in measured(quality, "## By detector")}
    rule_of = {rule.detect.name: rule for rule in load_rules(rules_text()).rules if rule.detect}
    rows, sections = [], []
    for name, detector in load().items():
        cases, recall, _, innocents, innocence = shares.get(name, ("0", "-", "-", "0", "-"))
        mark = f"[{detector.mark}:…]" if rule_of[name].replace == "pseudonym" else f"[{detector.mark}]"
        rows.append((f"[`{name}`](#{name})", detector.kind, code(mark), cases, recall, innocents, innocence))
        examples = [("goes" if e.gone else "stays", code(e.text)) for e in detector.examples]
        told = [
            first_sentence(f"{load.__module__}.{name.replace('-', '_')}"),
            f"A find is of the kind {detector.kind} and becomes {code(mark)}; the rule is `{rule_of[name].name}`.",
            *_missed(quality, name),
        ]
        sections.append(f"### {name}\n\n{' '.join(told)}\n\n{table(('', 'for example'), examples)}")
    head = table(("detector", "kind", "mark", "must go", "recall %", "must stay", "innocence %"), rows)
    return "\n".join([head, *sections])


def _missed(quality: str, name: str) -> list[str]:
    """Return sentences about the forms of the measurement in which a detector does not do all it should."""
    kinds = [(kind, group) for group, kind, _, share in measured(quality, "## By kind") if float(share) < 100]
    told = {"must go": "It does not always find", "must stay": "It takes, though innocent,"}
    listed = {label: [kind for kind, group in kinds if group == f"{name}, {label}"] for label in told}
    return [f"{told[label]} {', '.join(forms)}." for label, forms in listed.items() if forms]


def measured(quality: str, title: str) -> list[tuple[str, ...]]:
    """Return the rows of the table under a title of docs/quality.md."""
    lines = quality.partition(f"{title}\n")[2].partition("\n## ")[0].splitlines()
    rows = [tuple(re.split(r" (?<!\\)\| ", line.strip("| "))) for line in lines if line.startswith("|")]
    return rows[2:]


def first_sentence(module: str) -> str:
    """Return the first sentence of a module's documentation."""
    documented = sys.modules[module].__doc__ or ""
    return documented.partition("\n")[0]


def endpoints() -> str:
    """Return what each shipped profile asks."""
    parts = []
    for name in profile_names():
        profile = load_profile(profile_text(name), file=name)
        rows = [(f"`{e.name}`", f"`GET {e.path}`", e.needs.value, e.cost.value, e.why) for e in profile.endpoints]
        parts.append(f"### {name}: {profile.title}\n\n" + table(("name", "request", "needs", "cost", "why"), rows))
    return "\n".join(parts)


def findings() -> str:
    """Return every check with all findings it can tell."""
    parts = []
    for check in known_checks():
        rows = [
            (
                f"`{page.id}`",
                page.severity,
                page.title,
                ", ".join(f"`{name}` {value:,g}" for name, value, _ in page.limits),
                page.source,
            )
            for page in explained(check)
            if page.severity != "unjudged" or not page.id.startswith("unjudged-")
        ]
        head = f"### `{check.id}`: {check.title}\n\n{check.why} Looks at {check.looks_at}.\n\n"
        parts.append(head + table(("finding", "severity", "title", "limits", "source"), rows))
    return "\n".join(parts)


def limits() -> str:
    """Return every limit that a settings file can set."""
    rows = [(f"`{name}`", f"{value:,g}", source) for name, value, source in known_limits()]
    return table(("limit", "default", "who states it"), rows)


def scenarios() -> str:
    """Return the simulator's scenarios."""
    return table(("scenario", "what it simulates"), [(f"`{name}`", describe(name)) for name in scenario_names()])


def verbs() -> str:
    """Return the help of the program and of every verb."""
    context = program.make_context("collect-bundle", ["--help"], terminal_width=100, resilient_parsing=True)
    parts = [f"```\n{program.get_help(context)}\n```\n"]
    for name in program.list_commands(context):
        parts += _help(program.get_command(context, name), context, name)
    return "\n".join(parts)


def _help(command: click.Command | None, parent: click.Context, name: str) -> list[str]:
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100)
    parts = [f"### {context.command_path}\n\n```\n{command.get_help(context)}\n```\n"]
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            parts += _help(command.get_command(context, below), context, below)
    return parts


LISTS: dict[str, Callable[[], str]] = {
    "exit-codes": exit_codes,
    "rules": rules,
    "detectors": detectors,
    "endpoints": endpoints,
    "findings": findings,
    "limits": limits,
    "scenarios": scenarios,
    "verbs": verbs,
}


def generated(text: str) -> str:
    """Return a page with its lists written anew."""
    return LIST.sub(lambda m: f"{m['head']}{LISTS[m['name']]()}{m['foot']}", text)


def main() -> int:
    """Write the pages, or check them."""
    stale = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        if (wanted := generated(text)) != text:
            stale.append(page.relative_to(ROOT))
            if "--check" not in sys.argv:
                page.write_text(wanted, encoding="utf-8")
    if stale and "--check" in sys.argv:
        print("out of date:", *stale, "- run: python docs/generate.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
