"""The program: verbs grouped by use, one place where every error becomes a sentence and an exit code."""

from __future__ import annotations

import errno
import importlib
import os
import re
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from types import FrameType
from typing import Any, NoReturn

import click
from click.shell_completion import CompletionItem

from collector.cli.chosen_language import spoken
from collector.cli.common_options import LANG
from collector.cli.console import Console, delivering
from collector.cli.help import SpokenContext
from collector.errors import CollectBundleError, ExitCode, OutputError, UsageError
from collector.language import message
from collector.sentence import Sentence

GROUPS = {
    message("Before a ticket"): ("collect", "demo", "doctor", "redact"),
    message("Reviewing what leaves"): ("verify", "check", "explain", "rules", "reveal"),
    message("This program"): ("completion",),
}
COMPLETING = "_COLLECT_BUNDLE_COMPLETE"
"""The variable by which a shell asks click for completions."""
EXAMPLES = """
Collects a service's diagnostics, removes what must not leave the house,
explains what is wrong and packs one verified file for the ticket.

\b
  collect-bundle demo                              see it work, no service needed
  collect-bundle --url https://wa.internal:9090    ask a service, write a bundle here
  collect-bundle --from answers/                   the same from answers saved earlier
  collect-bundle doctor --url https://...          why does it not connect?
  collect-bundle redact app.log > app.clean.log    only redact what is at hand
  collect-bundle verify support-....tar.gz         is this bundle whole?
  collect-bundle check support-....tar.gz          what is wrong, by today's checks?
"""


class Verbs(click.Group):
    """Loads a verb when it is needed; what is not a verb belongs to `collect`."""

    context_class = SpokenContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return every verb in the order of the help."""
        return [verb for verbs in GROUPS.values() for verb in verbs]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb's command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = getattr(importlib.import_module(f"collector.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101
        for one in (command, *getattr(command, "commands", {}).values()):
            one.context_class = SpokenContext
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `collect` in front of options that are not the program's own."""
        own = {"--help", "-h", "--version"}
        rest = _without_language(args)
        if not rest:
            return super().parse_args(ctx, [])
        if rest[0].startswith("-") and rest[0] not in own:
            args = ["collect", *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb that is meant; one that does not exist gets the nearest as the next step."""
        if not ctx.resilient_parsing and args[0] not in self.list_commands(ctx):
            import difflib

            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            if re.match(r"(?i)https?://", args[0]):
                raise UsageError("a URL is given with --url", cure="collect-bundle --url https://HOST:9090")
            raise UsageError(
                "there is no verb {verb!r}",
                cure="collect-bundle {nearest}",
                verb=args[0],
                nearest=near[0] if near else "--help",
            )
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the program's own options and verbs, and what `collect` takes, which needs no verb."""
        found = super().shell_complete(ctx, incomplete)
        collect = self.get_command(ctx, "collect") if incomplete.startswith("-") else None
        if collect is None:
            return found
        own = {item.value for item in found}
        inner = click.Context(collect, info_name="collect", parent=ctx, resilient_parsing=True)
        return found + [item for item in collect.shell_complete(inner, incomplete) if item.value not in own]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs under the use they serve."""
        for title, verbs in GROUPS.items():
            rows = []
            for verb in verbs:
                command = self.get_command(ctx, verb)
                rows.append((verb, command.get_short_help_str(80) if command else ""))
            with formatter.section(title):
                formatter.write_dl(rows)


def _without_language(args: list[str]) -> list[str]:
    """Return what follows a leading `--lang CODE`, which the program takes itself, too."""
    if args[:1] == ["--lang"]:
        return args[2:]
    return args[1:] if args and args[0].startswith("--lang=") else args


@click.group(cls=Verbs, help=EXAMPLES, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
@LANG
@click.version_option(package_name="collect-bundle", prog_name="collect-bundle")
def program(lang: str | None) -> None:
    """Collect, redact, explain, pack and verify."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the program and leave with one of the documented exit codes."""
    _open_streams()
    signal.signal(signal.SIGTERM, _terminate)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup
        signal.signal(signal.SIGHUP, _terminate)
    arguments = list(sys.argv[1:] if args is None else args)
    console = Console(json="--json" in arguments)
    try:
        console = replace(console, language=spoken(arguments, os.environ))
    except CollectBundleError as error:
        code = _report(error, console)
    else:
        code = _run(arguments, console)
    try:
        with delivering():
            sys.stdout.flush()
    except (BrokenPipeError, OutputError) as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or _report(error, replace(console, json=False))
    sys.exit(code)


def _open_streams() -> None:
    """Occupy standard streams that are closed, so that no file or socket of ours gets their number.

    Standard output is then one that cannot be written: what would be lost is told with exit code 9.
    """
    for number, flags in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            opened = os.open(os.devnull, flags)
            os.dup2(opened, number)
            if opened != number:
                os.close(opened)
    sys.stdin = sys.stdin or open(0, closefd=False, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", closefd=False, encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False, encoding="utf-8")  # noqa: SIM115


def _run(arguments: list[str], console: Console) -> int:
    try:
        code = program.main(arguments, prog_name="collect-bundle", standalone_mode=False, obj=console)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = _error_document(console, "no verb and no option was given", "collect-bundle --help", ExitCode.USAGE)
    except click.UsageError as error:
        code = _report(_in_our_words(error), console)
    except SystemExit as stop:  # how click ends the completion of a shell; otherwise, whoever read our output has left
        code = stop.code if COMPLETING in os.environ else ExitCode.OUTPUT
    except BaseException as error:  # noqa: BLE001  (whatever it is becomes a sentence and an exit code)
        code = _report(error, console)
    return int(code) if isinstance(code, int) else ExitCode.DONE


def _in_our_words(error: click.UsageError) -> UsageError:
    """Return click's complaint as every other error reads; a mistyped option may be close to a real one."""
    what = " ".join(error.format_message().split()).replace(". (", " (").removesuffix(".")
    path = error.ctx.command_path if error.ctx else "collect-bundle"
    complaint = what[:1].lower() + what[1:]
    return UsageError("{misunderstood}", cure="{path} --help", misunderstood=complaint, path=path)


def _report(error: BaseException, console: Console) -> int:
    match error:
        case CollectBundleError():
            console.error(error.told(console.language.told))
            return _error_document(console, error.what, error.cure, error.exit_code)
        case KeyboardInterrupt() | click.Abort():
            return _ended(console, Sentence("interrupted: no file was written"), ExitCode.INTERRUPTED)
        case _TerminatedError():
            return _ended(console, Sentence("terminated: no file was written"), ExitCode.TERMINATED)
        case BrokenPipeError():
            return ExitCode.OUTPUT
        case OSError(errno=errno.ENOSPC | errno.EBADF | errno.EDQUOT, filename=None):  # click's own printing
            lost = OutputError("standard output could not be written: {why}", why=error.strerror)
            console.error(lost.told(console.language.told))
            return lost.exit_code
    return _bug(error, console)


def _ended(console: Console, what: Sentence, code: ExitCode) -> int:
    console.error(console.language.told(what))
    return _error_document(console, what, "", code)


class _TerminatedError(BaseException):
    pass


def _terminate(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001  (signal's signature)
    raise _TerminatedError


def _bug(error: BaseException, console: Console) -> int:
    """Name the place and the type only: a traceback or a foreign text could hold anything."""
    frames = []
    trace = error.__traceback__
    while trace:
        frames.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
        trace = trace.tb_next
    told = CollectBundleError(
        "this is a bug in collect-bundle ({kind} at {place}); no file was written",
        cure="report this line and the command; it holds no data",
        kind=type(error).__name__,
        place=" > ".join(frames[-4:]),
    )
    return _report(told, console)


def _error_document(console: Console, what: str, cure: str, code: ExitCode) -> ExitCode:
    if console.json:
        document: dict[str, Any] = {"schema": "collect-bundle/error/1", "exit": int(code), "error": what, "next": cure}
        with suppress(OSError, OutputError):  # the exit code and stderr have said it
            console.result("", document)
    return code
