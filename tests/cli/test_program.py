"""The program as a whole: help, errors, exit codes, and nothing on the terminal that is not ours."""

import ast
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

import collector
from collector.cli.console import printable
from collector.cli.main import GROUPS, program
from collector.errors import MEANINGS, ExitCode


def test_help_names_every_verb_under_its_use_and_begins_with_examples(run: Any) -> None:
    ran = run("--help")

    assert ran.code == 0
    assert [title for title in GROUPS if f"{title}:" in ran.out] == list(GROUPS)
    assert all(f"  {verb} " in ran.out for verbs in GROUPS.values() for verb in verbs)
    assert ran.out.index("collect-bundle demo") < ran.out.index("Options:")


def every_verb() -> list[tuple[str, ...]]:
    context = click.Context(program, **program.context_settings)
    verbs: list[tuple[str, ...]] = []
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        verbs += [(name, below) for below in command.commands] if isinstance(command, click.Group) else [(name,)]
    return verbs


@pytest.mark.parametrize("verb", every_verb(), ids=" ".join)
def test_every_verb_has_help_with_an_example_and_json(run: Any, verb: tuple[str, ...]) -> None:
    ran = run(*verb, "-h")

    assert ran.code == 0
    named = "--url" if verb == ("collect",) else " ".join(verb)  # which needs no verb
    assert f"collect-bundle {named}" in ran.out.partition("Examples:\n")[2]
    assert "--json" in ran.out
    assert "--lang" in ran.out


def test_the_main_act_has_at_most_fifteen_options_of_its_own() -> None:
    from collector.cli.collect import collect

    shared = {"as_json", "quiet", "verbose", "no_input", "lang", "fail_on"}
    assert len([p for p in collect.params if p.name not in shared]) <= 15


def test_no_option_takes_a_secret() -> None:
    from collector.cli.collect import collect

    assert not {"--token", "--password", "--api-key", "--secret"} & {o for p in collect.params for o in p.opts}


def test_options_without_a_verb_belong_to_collect(run: Any) -> None:
    ran = run("--url", "ftp://wa.internal")

    assert ran.code == ExitCode.USAGE
    assert "the URL does not begin with https:// or http://" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["collect"], ExitCode.USAGE),
        (["--url", "https://a", "--from", "b"], ExitCode.USAGE),
        (["--nonsense"], ExitCode.USAGE),
        (["--from", "nowhere"], ExitCode.USAGE),
        (["--from", ".", "--profile", "nonsense"], ExitCode.CONFIG),
        (["--from", ".", "--rules", "nowhere.yaml"], ExitCode.CONFIG),
        (["--from", "."], ExitCode.NOTHING_USABLE),
        (["--url", "https://127.0.0.1:1"], ExitCode.UNREACHABLE),
        (["--url", "https://localhost:1", "--credentials", "nowhere"], ExitCode.USAGE),
        (["--url", "https://localhost:1", "--credentials", "."], ExitCode.USAGE),
        (["verify", "nowhere.tar.gz"], ExitCode.USAGE),
        (["rules", "show", "nonsense"], ExitCode.USAGE),
        (["demo", "--scenario", "nonsense"], ExitCode.USAGE),
    ],
)
def test_a_failure_is_one_error_with_the_next_step_and_its_code(run: Any, arguments: list[str], code: ExitCode) -> None:
    ran = run(*arguments, "--json")

    assert ran.code == code
    document = json.loads(ran.out)
    assert document["schema"] == "collect-bundle/error/1"
    assert document["exit"] == code
    assert document["error"]
    assert f"  next: {document['next']}\n" in ran.err
    assert "Traceback" not in ran.err


def test_every_exit_code_has_a_meaning() -> None:
    assert set(MEANINGS) == set(ExitCode)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(run: Any, shell: str) -> None:
    ran = run("completion", shell)

    assert ran.code == 0
    assert "_COLLECT_BUNDLE_COMPLETE" in ran.out


def test_the_bash_script_completes_verbs(run: Any) -> None:
    ran = run(env={"_COLLECT_BUNDLE_COMPLETE": "bash_complete", "COMP_WORDS": "collect-bundle ver", "COMP_CWORD": "1"})

    assert ran.out.split() == ["plain,verify"]


@pytest.mark.parametrize("text", ["\x1b[2J", "\x07", "\x9b1m", "a\rb", "\u202etxt.exe", "\u2028", "\U000e0041", "\x00"])
def test_nothing_from_outside_moves_the_terminal(text: str) -> None:
    shown = printable(f"a{text}b")

    assert shown.isprintable()
    assert shown.startswith(("a\\", "aa\\"))


def test_colour_is_for_terminals_that_want_it(tmp_path: Path) -> None:
    def on_terminal(env: dict[str, str]) -> bytes:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "collector", "verify", "nowhere"],
            stderr=theirs,
            env={**os.environ, "TERM": "xterm", **env},
        )
        os.close(theirs)
        process.wait()
        written = os.read(ours, 65536)
        os.close(ours)
        return written

    assert b"\x1b[31m" in on_terminal({})
    assert b"\x1b" not in on_terminal({"NO_COLOR": "1"})
    assert b"\x1b" not in on_terminal({"TERM": "dumb"})


def test_what_is_raw_is_exposed_only_where_it_is_sent_or_cleaned() -> None:
    """`expose()` is the one way into Raw: to send credentials, to redact, and for the verb that shows originals."""
    root = Path(collector.__file__).parent
    allowed = {"sources", "redaction", "bundle", "model.py", "simulator"}
    callers = {
        path.relative_to(root)
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr.startswith("expose")
    }

    assert {c.parts[0] for c in callers} - allowed == {"cli"}
    assert {c.name for c in callers if c.parts[0] == "cli"} == {"reveal.py"}
    assert {c.name for c in callers if c.parts[0] == "bundle"} <= {"residue.py"}


def test_only_the_door_makes_clean_things() -> None:
    root = Path(collector.__file__).parent
    makers = {
        path.relative_to(root).parts[0]
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Clean"
    }

    assert makers == {"redaction"}


@pytest.mark.parametrize(
    "words", ["collect-bundle ver", "collect-bundle collect --pro", "collect-bundle rules check x"]
)
def test_completing_says_nothing_on_the_terminal(run: Any, words: str) -> None:
    position = str(len(words.split()) - 1)
    ran = run(env={"_COLLECT_BUNDLE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": position})

    assert ran.code == 0
    assert ran.err == ""
    assert ran.out


@pytest.mark.parametrize(
    ("arguments", "says", "next_step"),
    [
        (["colect"], "there is no verb 'colect'", "collect-bundle collect"),
        (["https://wa.internal:9090"], "a URL is given with --url", "collect-bundle --url https://HOST:9090"),
        (["--ulr", "x"], "no such option '--ulr'", "collect-bundle collect --help"),
        (["verify"], "missing argument 'BUNDLE|-'", "collect-bundle verify --help"),
        (["--url", "https://a", "--timeout", "-1"], "'--timeout'", "collect-bundle collect --help"),
    ],
)
def test_a_slip_in_the_command_line_reads_like_every_other_error(
    run: Any, arguments: list[str], says: str, next_step: str
) -> None:
    ran = run(*arguments)

    assert ran.code == ExitCode.USAGE
    assert ran.err.startswith("error: ")
    assert says in ran.err
    assert ran.err.endswith(f"\n  next: {next_step}\n")


@pytest.mark.parametrize(("words", "offers"), [("--ur", "--url"), ("demo --scenario mc-h", "mc-healthy")])
def test_completion_offers_what_needs_no_verb_and_names(run: Any, words: str, offers: str) -> None:
    env = {"_COLLECT_BUNDLE_COMPLETE": "bash_complete", "COMP_WORDS": f"collect-bundle {words}"}
    ran = run(env={**env, "COMP_CWORD": str(len(words.split()))})

    assert ran.out.split() == [f"plain,{offers}"]


@pytest.mark.parametrize("arguments", [["rules", "list"], ["--help"], ["rules", "list", "--json"], ["redact", "a.log"]])
@pytest.mark.parametrize("target", ["full", "closed"])
def test_a_standard_output_that_takes_nothing_is_exit_code_9_and_a_sentence(
    tmp_path: Path, arguments: list[str], target: str
) -> None:
    (tmp_path / "a.log").write_text("hello\n")
    redirect = ">/dev/full" if target == "full" else ">&-"
    command = [sys.executable, "-m", "collector", *arguments]
    ran = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirect}', "sh", *command],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == ExitCode.OUTPUT
    assert "standard output" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "bug" not in ran.stderr


def test_without_anybody_listening_on_stderr_the_result_and_the_exit_code_are_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "collector", "redact", "nothing-there"]
    for redirect in ("2>&-", "2>/dev/full"):
        ran = subprocess.run(
            ["sh", "-c", f'exec "$@" {redirect}', "sh", *command],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            check=False,
        )
        assert ran.returncode == ExitCode.USAGE


@pytest.mark.parametrize("verb", ["collect", "doctor"])
@pytest.mark.parametrize(
    "url", ["https://bob:hunter2-swordfish@127.0.0.1:1", "https://127.0.0.1:1/?access=hunter2-swordfish"]
)
def test_a_url_with_a_secret_in_it_is_refused_and_never_repeated(run: Any, verb: str, url: str) -> None:
    ran = run(verb, "--url", url)

    assert ran.code != 0
    assert "hunter2" not in ran.out + ran.err


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf"])
def test_a_time_that_no_run_can_have_is_a_usage_error(run: Any, seconds: str) -> None:
    ran = run("--url", "https://127.0.0.1:1", f"--timeout={seconds}")

    assert ran.code == ExitCode.USAGE
    assert "--timeout" in ran.err


def test_verify_does_not_wait_for_a_pipe_or_a_device(run: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path / "pipe", Path("/dev/zero")):
        ran = run("verify", path)
        assert ran.code == ExitCode.NOT_A_BUNDLE
        assert "regular file" in ran.err


def test_a_reader_that_leaves_is_told_by_the_exit_code_alone(tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("call +49 151 12345678\n" * 4_000)
    for arguments in (["redact", "app.log"], ["redact", "app.log", "--dry-run", "-q"], ["rules", "list"], ["--help"]):
        reading, writing = os.pipe()
        os.close(reading)
        command = [sys.executable, "-m", "collector", *arguments]
        env = {**os.environ, "PYTHONPATH": str(Path.cwd())}
        ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=tmp_path, env=env, check=False)
        os.close(writing)
        assert ran.returncode == ExitCode.OUTPUT
        assert b"error" not in ran.stderr
        assert b"Traceback" not in ran.stderr


def test_an_interruption_before_anything_is_loaded_is_one_sentence() -> None:
    program = """
import sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "collector.cli.main":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from collector.cli import run
run()
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ran.returncode == ExitCode.INTERRUPTED
    assert ran.stderr == "error: interrupted: no file was written\n"


def test_the_memory_of_a_run_is_its_own() -> None:
    program = """
import atexit, ctypes, resource
from collector.cli.main import main
GET_DUMPABLE = 3
atexit.register(lambda: print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(GET_DUMPABLE)))
main(["verify", "nowhere"])
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ran.stdout == "(0, 0) 0\n"
