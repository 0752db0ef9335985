"""The options every verb has, so that each is spelled and explained once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from collector.cli.chosen_language import VARIABLE
from collector.cli.console import Console
from collector.errors import UsageError

if TYPE_CHECKING:
    from collector.settings import Settings


class NamedPath(click.Path):
    """What names a file or folder, so that a shell completes it; who reads it says whether that can be done."""

    def __init__(self) -> None:
        super().__init__(readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; raises UsageError where it is empty, which Python takes for the current directory."""
        if value in ("", b""):
            raise UsageError(
                "{option} is empty",
                cure="name a file or folder; see whether a variable of your shell is not set",
                option=param.get_error_hint(ctx) if param and ctx else self.name,
            )
        return super().convert(value, param, ctx)


PATH = NamedPath()
FAIL_ON = click.Choice(["critical", "warning"])
LANG = click.option(
    "--lang", envvar=VARIABLE, metavar="CODE", help="Language of the words people read, for example zh. [default: en]"
)
SECONDS = click.FloatRange(min=0, min_open=True)


def talks(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb `--json`, `--lang`, `--quiet` and `-v`, and pass it the console they describe."""

    @click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, with its schema's name.")
    @LANG
    @click.option("-q", "--quiet", is_flag=True, help="Only results, warnings and errors.")
    @click.option("-v", "--verbose", count=True, help="More talk on stderr.")
    @functools.wraps(verb)
    def talking(*args: Any, as_json: bool, lang: str | None, quiet: bool, verbose: int, **options: Any) -> Any:  # noqa: ARG001  main read `lang` before us
        from collector.protection import protect

        protect()
        console = replace(_of_program(), json=as_json, quiet=quiet, verbose=verbose)
        return verb(*args, console=console, **options)

    return talking


def asked_language() -> str | None:
    """Return what the option or the environment says; None where the settings file or nothing decides."""
    context = click.get_current_context()
    asked: str | None = context.params["lang"] or context.find_root().params.get("lang")
    return asked


def told_settings(console: Console, flags: Mapping[str, Any], file: str | None = None) -> Settings:
    """Return the settings of a verb, and tell where each comes from to whoever wants more talk."""
    from collector.pipeline.configuration import load_settings

    settings = load_settings({"lang": asked_language(), **flags}, file)
    say = console.language
    for name, setting in settings.values.items():
        console.detail(say("setting {name} from {origin}", name=name, origin=say.told(setting.origin)))
    return settings


def _of_program() -> Console:
    return click.get_current_context().find_object(Console) or Console()
