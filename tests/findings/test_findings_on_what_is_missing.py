"""A failure is evidence: what could not be collected, what it hides, and what the service's errors mean."""

from collections.abc import Callable
from typing import Any

import pytest

from collector.finding import Finding, Pointer, Severity
from collector.findings import judge
from collector.findings.checks.errors import MEANINGS
from collector.model import CleanText, Withheld
from collector.run import Contents
from collector.target import Attempt, Result

Bundle = Callable[..., Contents]
MakeAttempt = Callable[..., Attempt[CleanText]]
ALWAYS = {"platform-sunset", "secrets-in-environment"}


def _judged(contents: Contents) -> dict[str, Finding]:
    return {finding.id: finding for finding in judge(contents) if finding.id not in ALWAYS}


def _failed(attempt: MakeAttempt, source: str, code: int, title: str) -> Attempt[CleanText]:
    reason = CleanText(f"GET /v1/support answered 500: error {code}, {title}")
    return attempt(source, result=Result.FAILED, code="http-500", status=500, reason=reason, member=None)


def test_a_loss_says_what_it_hides_and_where_it_stands(bundle: Bundle, attempt: MakeAttempt) -> None:
    lost = attempt("support", result=Result.TIMED_OUT, code="deadline", reason="no answer in 30 s", member=None)
    finding = _judged(bundle({}, attempts=(attempt("health"), lost)))["parts-missing"]
    assert finding.title == "Not collected: support"
    assert finding.seen == "support timed-out (deadline)"
    assert "build and expiry" in finding.remedy
    assert finding.evidence == (Pointer("attempts.json", "/attempts/1", "no answer in 30 s"),)


def test_what_was_not_asked_or_is_not_there_is_no_loss(bundle: Bundle, attempt: MakeAttempt) -> None:
    skipped = attempt("db-stats", result=Result.SKIPPED, code="not-asked", status=None)
    absent = attempt("external-ca", result=Result.EMPTY, code="absent", status=404)
    assert _judged(bundle({}, attempts=(skipped, absent))) == {}


def test_an_answer_without_content_is_told(bundle: Bundle, attempt: MakeAttempt) -> None:
    null = attempt("support", result=Result.EMPTY, code="null-answer", reason="GET /v1/support answered null")
    assert _judged(bundle({}, attempts=(null,))).keys() == {"parts-empty"}


def test_a_withheld_member_is_named_with_its_reason(bundle: Bundle) -> None:
    withheld = (Withheld(CleanText("collected/support.json"), "it is nested too deep"),)
    finding = _judged(bundle({}, attempts=(), withheld=withheld))["members-withheld"]
    assert finding.seen == "collected/support.json: it is nested too deep"


@pytest.mark.parametrize("code", sorted(MEANINGS))
def test_every_known_error_code_is_explained(code: int, bundle: Bundle, attempt: MakeAttempt) -> None:
    found = _judged(bundle({}, attempts=(_failed(attempt, "support", code, "Some title"),)))
    finding = found[f"service-error-{code}"]
    assert finding.severity is MEANINGS[code].severity
    assert finding.title == MEANINGS[code].title
    assert finding.remedy == MEANINGS[code].remedy


def test_an_unknown_code_is_passed_on_as_such(bundle: Bundle, attempt: MakeAttempt) -> None:
    found = _judged(bundle({}, attempts=(_failed(attempt, "support", 4711, "New"),)))
    assert found["service-error"].title == "The service answered error 4711: not in our table of codes"


def test_a_coreapp_that_does_not_answer_its_webapp_gives_the_error_and_the_loss(
    bundle: Bundle, attempt: MakeAttempt
) -> None:
    failed = _failed(
        attempt, "support", 1014, "Internal error, Connection timed out. Please check if wacore is running"
    )
    found = _judged(bundle({}, attempts=(failed,)))
    assert found.keys() == {"service-error-1014", "parts-missing"}
    assert "wacore" in found["service-error-1014"].remedy


@pytest.mark.parametrize(
    "document",
    [
        {"errors": [{"code": 1016, "title": "System overloaded"}]},
        {"errors": [{"code": 1016}, {"code": "1016"}, {}, None, 7]},
        {"errors": [{"code": 1016.0, "details": {"deep": []}}], "support": None},
    ],
)
def test_error_objects_in_saved_answers_are_read_whatever_else_they_hold(document: Any, bundle: Bundle) -> None:
    found = _judged(bundle({"support": document}))
    assert {f.id: f.severity for f in found.values()} == {
        "service-error-1016": Severity.CRITICAL,
        "support-unreadable": Severity.UNJUDGED,
    }
    assert found["service-error-1016"].evidence[0].pointer == "/errors/0"


def test_words_of_the_server_that_look_like_ours_tell_no_code(bundle: Bundle, attempt: MakeAttempt) -> None:
    said = CleanText("GET /v1/support answered 502: <html> answered 500: error 1031, Account locked")
    failed = attempt("support", result=Result.FAILED, code="http-502", status=502, reason=said, member=None)
    assert _judged(bundle({}, attempts=(failed,))).keys() == {"parts-missing"}
