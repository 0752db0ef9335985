"""`collect-bundle completion`: the script that lets a shell complete verbs and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from collector.cli.common_options import talks
from collector.cli.console import Console
from collector.errors import ExitCode

EPILOG = """\b
Examples:
  collect-bundle completion bash > ~/.local/share/bash-completion/completions/collect-bundle
  collect-bundle completion zsh  > "${fpath[1]}/_collect-bundle"
  collect-bundle completion fish > ~/.config/fish/completions/collect-bundle.fish
"""


@click.command(epilog=EPILOG, short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@talks
def completion(console: Console, shell: str) -> int:
    """Print the completion script for bash, zsh or fish."""
    from collector.cli.main import COMPLETING, program

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101
    script = kind(program, {}, "collect-bundle", COMPLETING).source()
    console.result(script, {"schema": "collect-bundle/completion/1", "exit": 0, "shell": shell, "script": script})
    return ExitCode.DONE
