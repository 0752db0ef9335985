"""What the sealed search finds is withheld once; what cannot be withheld stops the run."""

import io
import json
import tarfile
from datetime import UTC, datetime

import pytest

from collector.errors import ExitCode, ResidueError
from collector.model import Clean, CleanText, KnownValues, Redaction
from collector.pipeline.assemble import Assembled, assemble
from collector.pipeline.collect import Capture
from collector.run import Contents, Run
from collector.target import Attempt, Result

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
SECRET = "Tr0ub4dor&3xyz"


def contents(*members: Clean, target: str = "https://[host:abcdefghjkmnp]:9090") -> Contents:
    run = Run(
        tool_version="1",
        profile="whatsapp-onprem",
        profile_title="WhatsApp Business API client (On-Premises)",
        profile_digest="a" * 64,
        rules_digest="b" * 64,
        level="standard",
        without=(),
        key_scope="one bundle",
        started=NOW,
        ended=NOW,
        target=CleanText(target),
        trust="verified",
        signed_in="token",
    )
    attempts = tuple(
        Attempt(
            f"source-{number}",
            Result.COLLECTED,
            "",
            CleanText("GET /v1/x"),
            CleanText(""),
            NOW,
            0.1,
            200,
            member=m.name,
        )
        for number, m in enumerate(members, 1)
    )
    redactions = tuple(Redaction(m.name, "/a", "credentials", "mask", "[secret]") for m in members)
    return Contents(run, attempts, members, redactions)


def member(name: str, text: str) -> Clean:
    return Clean(CleanText(f"collected/{name}"), text.encode())


def files(assembled: Assembled) -> dict[str, str]:
    with tarfile.open(fileobj=io.BytesIO(assembled.sealed.content)) as archive:
        return {m.name.partition("/")[2]: (archive.extractfile(m) or io.BytesIO()).read().decode() for m in archive}


KNOWN = KnownValues(frozenset({SECRET}), frozenset({"15550100123"}))


def test_a_bundle_without_residue_is_sealed_as_it_is() -> None:
    assembled = assemble(contents(member("health.json", '{"a": "[secret]"}')), KNOWN)

    assert assembled.sealed.residues == ()
    assert assembled.contents.complete


@pytest.mark.parametrize(
    "leak",
    [
        SECRET,
        "VHIwdWI0ZG9yJjN4eXo=",
        "Tr0ub4dor\\u00263xyz",
        "Tr0ub4dor%263xyz",
        "+1 555 010-0123",
        "-----BEGIN PRIVATE KEY-----",
    ],
)
def test_a_member_that_still_holds_something_is_withheld_and_named(leak: str) -> None:
    good, bad = member("health.json", '{"a": 1}'), member("support.json", f'{{"a": "{leak}"}}')

    assembled = assemble(contents(good, bad), KNOWN)

    inside = files(assembled)
    assert "collected/support.json" not in inside
    assert "withheld" in inside["collected/support.json.withheld.txt"]
    assert inside["collected/health.json"] == '{"a": 1}'
    assert not any(leak in text for text in inside.values())
    assert [w.name for w in assembled.contents.withheld] == ["collected/support.json"]
    assert [r["member"] for r in json.loads(inside["redactions.json"])["redactions"]] == ["collected/health.json"]
    assert [a["member"] for a in json.loads(inside["attempts.json"])["attempts"]] == ["collected/health.json", None]
    assert json.loads(inside["manifest.json"])["complete"] is False
    assert "collected/support.json" in inside["summary.md"]
    assert Capture(assembled.contents, assembled.sealed, None).exit_code == ExitCode.PARTIAL


def test_a_member_whose_name_holds_something_is_withheld_under_another_name() -> None:
    assembled = assemble(contents(member("a.json", "{}"), member("15550100123.log", "x")), KNOWN)

    inside = files(assembled)
    assert not any("15550100123" in name + text for name, text in inside.items())
    assert "collected/member-2.withheld.txt" in inside


def test_a_residue_outside_the_members_stops_the_run_without_being_repeated() -> None:
    with pytest.raises(ResidueError) as caught:
        assemble(contents(member("a.json", "{}"), target=f"https://{SECRET}:9090"), KNOWN)

    assert caught.value.exit_code == ExitCode.RESIDUE
    assert SECRET not in str(caught.value)
    assert "manifest.json: known value" in str(caught.value)


def test_a_residue_that_withholding_does_not_remove_stops_the_run() -> None:
    leaking = member("a.json", f'"{SECRET}"')

    with pytest.raises(ResidueError):
        assemble(contents(leaking, target=f"https://{SECRET}:9090"), KNOWN)
