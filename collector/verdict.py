"""What a run comes to, in one sentence each: what is wrong, what is missing, why a request brought nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from collector.finding import Finding, Severity
from collector.language import ENGLISH, Language, message, noun
from collector.model import CleanText
from collector.run import Contents
from collector.target import Attempt

WORDS = {
    Severity.CRITICAL: message("Critical"),
    Severity.WARNING: message("Warning"),
    Severity.INFO: message("Info"),
    Severity.UNJUDGED: message("Not judged"),
}
_NOUNS = {
    Severity.CRITICAL: noun("critical problem"),
    Severity.WARNING: noun("warning"),
    Severity.UNJUDGED: noun("open question"),
}
_REASONS = {
    "absent": message("this installation does not have it"),
    "closed": message("the connection was closed without an answer"),
    "connection-failed": message("no connection came about"),
    "connection-refused": message("nothing listens there"),
    "connection-reset": message("the connection was broken off"),
    "connection-timeout": message("the connection was not taken in time"),
    "deadline": message("the time ran out"),
    "empty-answer": message("the answer was empty"),
    "empty-file": message("the file is empty"),
    "encoding-broken": message("the compressed answer is broken"),
    "encoding-not-offered": message("the answer came in a compression that was not offered"),
    "exchange-failed": message("the exchange failed"),
    "link": message("it is a link, which is not followed"),
    "name-not-loopback": message("the name does not lead to this machine"),
    "name-timeout": message("the name was not looked up in time"),
    "name-unknown": message("the name is not known here"),
    "needs-token": message("it needs more than the credential that was given"),
    "no-route": message("there is no route there"),
    "no-token": message("the answer held no usable token"),
    "not-asked": message("it is asked only where it is named"),
    "not-authorised": message("the credential was not accepted, or none was given"),
    "not-a-file": message("it is not a regular file"),
    "not-http": message("the answer is not HTTP"),
    "not-http-tls-port": message("the port speaks TLS, and was asked without"),
    "not-json": message("the answer is not JSON"),
    "not-permitted": message("this account may not read it; an administrator may"),
    "not-reached": message("the service was not reached"),
    "not-readable": message("it cannot be read"),
    "not-saved": message("it is not among the saved answers"),
    "not-signed-in": message("it needs a sign-in, and there was none"),
    "null-answer": message("the answer was null"),
    "over-limit": message("the answer is larger than the limit"),
    "packed": message("it is packed: unpack it, then collect again"),
    "password-change": message("the account must change its password first"),
    "proxy-refused": message("the proxy did not let the connection through"),
    "proxy-sign-in": message("the proxy wants a user and password"),
    "redirect": message("the service redirects elsewhere; that was not followed"),
    "sign-out-failed": message("the token could not be given back"),
    "tls-expired": message("the certificate has expired"),
    "tls-failed": message("the TLS handshake failed"),
    "tls-not-spoken": message("the service does not speak TLS there"),
    "tls-not-yet-valid": message("the certificate is not valid yet"),
    "tls-self-signed": message("the certificate is self-signed"),
    "tls-timeout": message("no TLS connection came about in time"),
    "tls-unknown-ca": message("the certificate was issued by a CA unknown to this machine"),
    "tls-untrusted": message("the certificate was not accepted"),
    "tls-version": message("the service offers no TLS version that is still safe"),
    "tls-wrong-name": message("the certificate is for another name"),
    "tls-wrong-pin": message("the certificate is not the pinned one"),
    "too-deep": message("the folder is nested too deep"),
    "truncated": message("the answer ended too early"),
}
_HTTP = message("the service answered {status}")


def verdict(findings: tuple[Finding, ...], say: Language) -> str:
    """Return what is wrong as one sentence."""
    counts = Counter(finding.severity for finding in findings)
    told = [severity for severity in _NOUNS if counts[severity]]
    said = say.listed([say.counted(counts[severity], _NOUNS[severity]) for severity in told])
    if counts[Severity.CRITICAL] + counts[Severity.WARNING]:
        return say("{problems}.", problems=said)
    if counts[Severity.UNJUDGED]:
        return say("No verdict: {questions}; nothing wrong was found in the rest.", questions=said)
    return say("Nothing wrong was found in what was collected.")


def completeness(contents: Contents, say: Language) -> str:
    """Return whether everything asked for is inside, without a full stop."""
    missing = list(_missing(contents, say))
    if not missing:
        return say("Complete: everything asked for is inside")
    return say("Incomplete: {missing}", missing=say("; ").join(missing))


def reason(attempt: Attempt[CleanText], say: Language) -> str:
    """Return why a request brought nothing: our sentence in the language where its code has one, then the English."""
    sentence = _HTTP if attempt.code.startswith("http-") else _REASONS.get(attempt.code)
    if say.code == ENGLISH or sentence is None or not attempt.reason:
        return attempt.reason
    return say("{reason} (in English: {english})", reason=say(sentence, status=attempt.status), english=attempt.reason)


def _missing(contents: Contents, say: Language) -> Iterator[str]:
    losses = sum(1 for attempt in contents.attempts if attempt.result.is_loss)
    if losses:
        requests = say.counted(len(contents.attempts), "request")
        yield say("{count} of {requests} brought nothing or a part", count=losses, requests=requests)
    if contents.withheld:
        yield say("{members} withheld", members=say.counted(len(contents.withheld), "member"))
