"""`collect-bundle rules`: check, test, list and show redaction rules."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from collector.cli.common_options import LANG, PATH, talks
from collector.cli.console import Console, columns, fields, padded
from collector.errors import ConfigError, ExitCode, UsageError

if TYPE_CHECKING:
    from collector.language import Language
    from collector.pipeline.rules import ExampleResult, Rule

EPILOG = """\b
Examples:
  collect-bundle rules list
  collect-bundle rules check my-rules.yaml
  collect-bundle rules test my-rules.yaml
  collect-bundle rules show phone-numbers
  collect-bundle rules coverage app.log
"""

EPILOG_CHECK = """\b
Examples:
  collect-bundle rules check
  collect-bundle rules check my-rules.yaml
  collect-bundle rules check my-rules.yaml --json
"""
EPILOG_TEST = """\b
Examples:
  collect-bundle rules test
  collect-bundle rules test my-rules.yaml
"""
EPILOG_LIST = """\b
Examples:
  collect-bundle rules list
  collect-bundle rules list my-rules.yaml
"""
EPILOG_SHOW = """\b
Examples:
  collect-bundle rules show phone-numbers
  collect-bundle rules show internal-ticket my-rules.yaml
"""


EPILOG_COVERAGE = """\b
Examples:
  collect-bundle rules coverage app.log
  collect-bundle rules coverage logs/ --rules my-rules.yaml
"""
EPILOG_SCHEMA = """\b
Examples:
  collect-bundle rules schema > rules.schema.json

Then, as the first line of your rules file:

\b
  # yaml-language-server: $schema=rules.schema.json
"""


@click.group(epilog=EPILOG, short_help="Check, test, list or show redaction rules.")
@LANG
def rules(lang: str | None) -> None:
    """Work with redaction rules: the shipped ones, and a file of yours that adds to them."""


@rules.command("check", epilog=EPILOG_CHECK, short_help="Find every mistake in a rules file.")
@click.argument("file", type=PATH, required=False)
@talks
def check_rules(console: Console, file: str | None) -> int:
    """Compile the shipped rules and FILE, and report every mistake at once as file:line:col.

    Exit codes: 0 no mistake, 3 mistakes.
    """
    from collector.pipeline.rules import check

    try:
        compiled = check(file)
    except ConfigError as error:
        rows = [{"file": p.file, "line": p.line, "column": p.column, "message": p.message} for p in error.problems]
        console.error(error.told(console.language.told))
        document = {"schema": "collect-bundle/rules-check/1", "exit": int(error.exit_code), "problems": rows}
        console.result("", document)
        return error.exit_code
    say = console.language
    name = file or say("the shipped rules")
    text = say("{file}: {count} rules in force, no mistakes", file=name, count=len(compiled.rules))
    if compiled.without:
        text += "\n" + say("switched off: {rules}", rules=say(", ").join(compiled.without))
    console.result(text, {"schema": "collect-bundle/rules-check/1", "exit": 0, "problems": []})
    if file:
        console.say(say("next: {step}", step=f"collect-bundle rules test {file}"))
    return ExitCode.DONE


@rules.command("test", epilog=EPILOG_TEST, short_help="Run every example of every rule.")
@click.argument("file", type=PATH, required=False)
@talks
def test_rules(console: Console, file: str | None) -> int:
    """Run the examples of the shipped rules, of every detector, and of FILE.

    Exit codes: 0 every example holds, 3 one does not.
    """
    from collector.pipeline.rules import test

    tested = test(file)
    results = (*tested.own, *tested.shipped)
    failed = [r for r in results if not r.ok]
    say = console.language
    lines = []
    for r in failed:
        rows = fields([(say("expected"), repr(r.expected)), (say("got"), repr(r.got))]).splitlines()
        lines += [f"{r.name}: {r.text!r}", *(f"    {row}" for row in rows)]
    lines += [_held(tested.own_file, tested.own, say)] if tested.own_file else []
    lines.append(_held(say("the shipped rules"), tested.shipped, say))
    failures = [{"rule": r.name, "text": r.text, "expected": r.expected, "got": r.got} for r in failed]
    code = ExitCode.CONFIG if failed else ExitCode.DONE
    document = {
        "schema": "collect-bundle/rules-test/1",
        "exit": int(code),
        "examples": len(results),
        "failed": failures,
    }
    console.result("\n".join(lines), document)
    return code


def _held(file: str, results: Sequence[ExampleResult], say: Language) -> str:
    held = sum(result.ok for result in results)
    return say("{file}: {count} of {examples} examples hold", file=file, count=held, examples=len(results))


@rules.command("list", epilog=EPILOG_LIST, short_help="List the rules in force.")
@click.argument("file", type=PATH, required=False)
@talks
def list_rules(console: Console, file: str | None) -> int:
    """List every rule in force: the shipped ones, then those of FILE."""
    from collector.pipeline.rules import check

    listed = check(file).rules
    width = max(len(r.name) for r in listed)
    lines = [f"{r.name:<{width}}  {r.kind:<20}  {r.replace:<9}  {console.language.pattern(r.why)}" for r in listed]
    document = {"schema": "collect-bundle/rules/1", "exit": 0, "rules": [_row(r) for r in listed]}
    console.result("\n".join(lines), document)
    return ExitCode.DONE


@rules.command("show", epilog=EPILOG_SHOW, short_help="Show one rule with its examples.")
@click.argument("name")
@click.argument("file", type=PATH, required=False)
@talks
def show_rule(console: Console, name: str, file: str | None) -> int:
    """Show the rule NAME: why it exists, what it does, and its examples."""
    from collector.pipeline.rules import check

    compiled = check(file)
    rule = next((r for r in compiled.rules if r.name == name), None)
    if rule is None:
        raise UsageError(
            "there is no rule {name!r}",
            cure="collect-bundle rules list {file}" if file else "collect-bundle rules list, or rules show {name} FILE",
            name=name,
            file=file,
        )
    told = [f"  {line}" for line in fields(_told(rule, console.language)).splitlines()]
    console.result("\n".join([rule.name, *told]), {"schema": "collect-bundle/rule/1", "exit": 0, "rule": _row(rule)})
    return ExitCode.DONE


def _told(rule: Rule, say: Language) -> list[tuple[str, str]]:
    rows = [(say("why"), say.pattern(rule.why)), (say("how"), _how(rule)), (say("replace"), rule.replace)]
    rows += [(say("keywords"), say(", ").join(rule.keywords))] if rule.keywords else []
    rows += [(say("keeps"), say(", ").join(sorted(rule.keep)))] if rule.keep else []
    for one in rule.examples:
        stays, becomes = (
            say("{text!r} stays as it is", text=one.text),
            say("{text!r} becomes {mark!r}", text=one.text, mark=one.becomes),
        )
        rows.append((say("example"), stays if one.becomes is None else becomes))
    return rows


def _how(rule: Rule) -> str:
    if rule.match:
        return f"{rule.kind} {rule.match.pattern}"
    return f"{rule.kind}, strip: {rule.strip}" if rule.strip else rule.kind


def _row(rule: Rule) -> dict[str, object]:
    examples = [{"text": e.text, "becomes": e.becomes if e.becomes is not None else e.text} for e in rule.examples]
    return {
        "name": rule.name,
        "why": rule.why,
        "how": rule.kind,
        "match": rule.match.pattern if rule.match else None,
        "keywords": list(rule.keywords),
        "strip": rule.strip,
        "replace": rule.replace,
        "keep": sorted(rule.keep),
        "examples": examples,
    }


@rules.command("coverage", epilog=EPILOG_COVERAGE, short_help="What each rule does with files of yours.")
@click.argument("paths", type=PATH, nargs=-1, required=True, metavar="FILE|DIR...")
@click.option("--rules", "file", type=PATH, metavar="FILE", help="Your redaction rules; they add to the shipped ones.")
@talks
def cover_rules(console: Console, paths: tuple[str, ...], file: str | None) -> int:
    """Run every rule by itself over files, and tell hits, what other rules find too, time, and rules without a use.

    `looked` counts the lines a rule had to look at, with or without a hit: of a small file all, of a large one those
    that a word or sign of the rule stands on.

    Exit codes: 0 done, 2 a file cannot be read, 3 rules invalid, 8 a pattern of yours did not come to an end.
    """
    from collector.pipeline.rules import coverage

    covered = coverage(tuple(map(Path, paths)), file)
    rows = covered.rules
    say = console.language
    if covered.passed_over:
        files = say.counted(covered.passed_over, "file")
        console.warn(say("{files} passed over: links, binary or not readable, which redacting withholds", files=files))
    heads = "".join(_right(word, 9) for word in (say("hits"), say("shared"), say("looked")))
    lines = [padded(say("rule"), 24) + heads + _right(say("ms"), 10)]
    for row in rows:
        dead = "  " + say("found nothing") if row.is_dead else ""
        lines.append(
            f"{row.rule:<24} {row.hits:>8,} {row.shared:>8,} {row.looked:>8,} {row.seconds * 1000:>9,.1f}{dead}"
        )
    document = {
        "schema": "collect-bundle/rules-coverage/1",
        "exit": 0,
        "files": covered.files,
        "passed_over": covered.passed_over,
        "rules": [
            {"rule": r.rule, "hits": r.hits, "shared": r.shared, "looked": r.looked, "ms": round(r.seconds * 1000, 3)}
            for r in rows
        ],
    }
    console.result("\n".join(lines), document)
    console.say(say("looked at {files}", files=say.counted(covered.files, "file")))
    return ExitCode.DONE


def _right(word: str, width: int) -> str:
    return " " * (width - columns(word)) + word


@rules.command("schema", epilog=EPILOG_SCHEMA, short_help="Print the JSON Schema of a rules file.")
@talks
def print_schema(console: Console) -> int:
    """Print the JSON Schema of a rules file, so that an editor completes keys and marks mistakes."""
    from collector.pipeline.rules import schema

    document = schema()
    console.result(json.dumps(document, indent=2), document)
    return ExitCode.DONE
