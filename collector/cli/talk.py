"""The options every verb has, so that each is spelled and explained once."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from collector.cli.console import Console

PATH = click.Path()
"""Of an option that names a file or folder, so that a shell completes it."""
FAIL_ON = click.Choice(["critical", "warning"])
SECONDS = click.FloatRange(min=0, min_open=True)


def talks(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb `--json`, `--quiet` and `-v`, and pass it the console they describe."""

    @click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, with its schema's name.")
    @click.option("-q", "--quiet", is_flag=True, help="Only results, warnings and errors.")
    @click.option("-v", "--verbose", count=True, help="More talk on stderr.")
    @functools.wraps(verb)
    def talking(*args: Any, as_json: bool, quiet: bool, verbose: int, **options: Any) -> Any:
        from collector.cli.process import protect

        protect()
        return verb(*args, console=Console(json=as_json, quiet=quiet, verbose=verbose), **options)

    return talking
