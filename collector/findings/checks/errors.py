"""What the service's own error codes mean, and what to do about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from collector.documents import Json, at, figure, mapping, pointer
from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, shown
from collector.language import message
from collector.target import Result
from collector.units import cut

_PUBLISHED = message("published error codes of the API (whatsapp.turn.io/docs/api/errors)")
_MAPPED = message("Twilio's table of the API's error codes; no published page of the API names the text")
_STATUS = message("published codes of a message's status (on-premises/errors)")
_CHANGELOG = message("the product's changelog, which names the code")
_EXPECTED = message("answers without an error object")
_TOLD = re.compile(r"[A-Z]+ \S+ answered \d{3}: error (-?\d{1,9})(?!\d)")
_DEEPEST = 8
_MOST = 10_000
_NO_CODE = -(2**63)


def _warning(code: int, title: str, remedy: str, source: str = _PUBLISHED) -> tuple[int, Told]:
    return code, Told(f"service-error-{code}", Severity.WARNING, title, _EXPECTED, remedy, source)


def _critical(code: int, title: str, remedy: str, source: str = _PUBLISHED) -> tuple[int, Told]:
    return code, Told(f"service-error-{code}", Severity.CRITICAL, title, _EXPECTED, remedy, source)


_CERTIFICATE = message(
    "see whether number, certificate and verified name fit; request the certificate anew and register"
)
_TEMPLATE = message(
    "compare the template's name, language and parameters with the approved one in the business manager"
)

MEANINGS: Mapping[int, Told] = MappingProxyType(
    dict(
        (
            _warning(
                1000,
                message("The service answered error 1000: a general error"),
                message("look in the service's log at the time of the request"),
            ),
            _warning(
                1001,
                message("The service answered error 1001: a message is too long"),
                message("send texts of at most 4,096 characters"),
            ),
            _warning(
                1002,
                message("The service answered error 1002: the type of recipient is not valid"),
                message("send to individual or group, as the recipient is"),
            ),
            _warning(
                1003,
                message("The service answered error 1003: the sender is not in the group"),
                message("send to groups the business number is a member of"),
            ),
            _warning(
                1004,
                message("The service answered error 1004: the resource exists already"),
                message("nothing to be done, or use another name"),
            ),
            _warning(
                1005,
                message("The service answered error 1005: access denied"),
                message(
                    "use an account with the role ROLE_ADMIN for settings; if it says App Expired, upgrade the build"
                ),
            ),
            _warning(
                1006,
                message("The service answered error 1006: the file or resource is not there"),
                message("see what the request named: a certificate, a user or media that was never set or was deleted"),
            ),
            _warning(
                1007,
                message("The service answered error 1007: the recipient is not on the list of allowed ones"),
                message(
                    "an account in test reaches its allowed recipients only: add the number, or leave the test state"
                ),
            ),
            _warning(
                1008,
                message("The service answered error 1008: a required parameter is missing"),
                message("add the parameter that the error's text names"),
            ),
            _warning(
                1009,
                message("The service answered error 1009: the value of a parameter is not valid"),
                message("correct the parameter that the error's text names"),
            ),
            _warning(
                1010,
                message("The service answered error 1010: a parameter is not used here"),
                message("leave the parameter out that the error's text names"),
            ),
            _warning(
                1011,
                message("The service answered error 1011: the service is not ready"),
                message("wait until start or upgrade is complete, then collect again"),
            ),
            _warning(
                1013,
                message("The service answered error 1013: the user is not valid"),
                message("check the account's name and the number it asks about"),
            ),
            _warning(
                1014,
                message("The service answered error 1014: an internal error"),
                message(
                    "see whether the Coreapp (wacore) container runs and the Webapp reaches it on ports 6250 to 6253"
                ),
            ),
            _warning(
                1015,
                message("The service answered error 1015: too many requests"),
                message("ask less often; collect again when the load is lower"),
            ),
            _critical(
                1016,
                message("The service answered error 1016: the system is overloaded"),
                message("see whether the webhook answers 200 and the callback queue empties; send less until it does"),
            ),
            _warning(
                1017,
                message("The service answered error 1017: the request did not reach the primary master"),
                message("collect again; if it stays, see whether exactly one master is primary"),
            ),
            _warning(
                1018,
                message("The service answered error 1018: the request did not reach the Coreapp that owns the shard"),
                message("collect again after the failover; if it stays, see whether every shard has an owner"),
            ),
            _warning(
                1021,
                message("The service answered error 1021: the recipient was not found"),
                message("check the recipient's number and whether it uses WhatsApp"),
                _MAPPED,
            ),
            _warning(
                1022,
                message("The service answered error 1022: the webhook's address is not set"),
                message("set webhooks.url in the application settings"),
                _MAPPED,
            ),
            _critical(
                1023,
                message("The service answered error 1023: the database reported an error"),
                message("check that every node reaches the database, and look in the database's own log"),
                _MAPPED,
            ),
            _warning(
                1024,
                message("The service answered error 1024: the password must be changed before the first use"),
                message("change it as the product's documentation says"),
                message(
                    "reference of /v1/users/login: the first sign-in sets a new password; the number is not published"
                ),
            ),
            _warning(
                1025,
                message("The service answered error 1025: an error inside the service"),
                message("look in the service's log at the time of the request"),
                _MAPPED,
            ),
            _warning(
                1026,
                message("The service answered error 1026: the recipient cannot receive this message"),
                message("send another type of message: the recipient's app may be too old for this one"),
                _MAPPED,
            ),
            _critical(
                1031,
                message("The service answered error 1031: the account is locked for a breach of policy"),
                message("see the account's quality and policy notices in the business manager and appeal there"),
                _CHANGELOG,
            ),
            _warning(
                400,
                message("A message ended with code 400: it was not valid"),
                message("correct what the error's text names and send the message anew"),
                _STATUS,
            ),
            _critical(
                402,
                message("A message ended with code 402: there is a problem with payment"),
                message("see the payment method and credit line in the business manager"),
                _STATUS,
            ),
            _warning(
                408,
                message("A message ended with code 408: it waited for more than a day"),
                message(
                    "see whether the client was connected all that time, and send the message anew if still of use"
                ),
                _STATUS,
            ),
            _warning(
                410,
                message("A message ended with code 410: it expired before it was delivered"),
                message("nothing to be done: the recipient was not reached in time"),
                _STATUS,
            ),
            _warning(
                429,
                message("A message ended with code 429: too many messages were sent"),
                message("send more slowly, and see the messaging limit in the business manager"),
                _STATUS,
            ),
            _warning(
                430, message("A message ended with code 430: the certificate is not valid"), _CERTIFICATE, _STATUS
            ),
            _warning(
                432, message("A message ended with code 432: the certificate does not fit"), _CERTIFICATE, _STATUS
            ),
            _warning(
                433, message("A message ended with code 433: the certificate has a problem"), _CERTIFICATE, _STATUS
            ),
            _warning(
                470,
                message("A message ended with code 470: more than 24 hours since the customer's last message"),
                message("send a template instead: other messages are for open conversations only"),
                _STATUS,
            ),
            _warning(
                471,
                message("A message ended with code 471: the spam limit was reached"),
                message("see the quality rating in the business manager, and send fewer unwanted messages"),
                _STATUS,
            ),
            _warning(
                472,
                message("A message ended with code 472: the recipient is in an experiment of the platform"),
                message("nothing to be done: send the message through another channel"),
                _STATUS,
            ),
            _warning(
                500,
                message("A message ended with code 500: a general error of the platform"),
                message("send the message anew later"),
                _STATUS,
            ),
            _warning(
                2000,
                message("The service answered error 2000: a template's parameters are too few or too many"),
                _TEMPLATE,
            ),
            _warning(2001, message("The service answered error 2001: there is no such template"), _TEMPLATE),
            _warning(2002, message("The service answered error 2002: the template could not be fetched"), _TEMPLATE),
            _warning(
                2003,
                message("The service answered error 2003: there is no such translation of the template"),
                _TEMPLATE,
            ),
            _warning(
                2061,
                message("The service answered error 2061: the template is paused"),
                message("see why in the business manager: low quality pauses a template; use another meanwhile"),
                _CHANGELOG,
            ),
            _warning(
                2062,
                message("The service answered error 2062: the template is disabled"),
                message("see why in the business manager, and submit a better template"),
                _CHANGELOG,
            ),
        )
    )
)
OTHER = Told(
    "service-error",
    Severity.WARNING,
    message("The service answered error {codes}: not in our table of codes"),
    _EXPECTED,
    message("give the code and its text to the service's support"),
    _PUBLISHED,
)
UNCODED = Told(
    "service-error-uncoded",
    Severity.WARNING,
    message("The service told an error without a code"),
    _EXPECTED,
    message("read the error's text; give it to the service's support"),
    message("the API's error object: code, title, details and href; all but the code may lack"),
)
EXPIRED = re.compile(r"(?i)\bexpired\b")
"""Access denied for another reason than an account: `App Expired: a version upgrade is required`."""


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find every error code that an attempt tells or an answer holds, once a code."""
    told: dict[int, list[Pointer]] = {}
    for code, place in (*_in_attempts(evidence), *_in_documents(evidence)):
        told.setdefault(code, []).append(place)
    for code in sorted(told.keys() & MEANINGS.keys()):
        yield _finding(evidence, MEANINGS[code], told[code], _severity(code, told[code]))
    if uncoded := told.pop(_NO_CODE, []):
        yield _finding(evidence, UNCODED, uncoded, Severity.WARNING)
    if others := sorted(told.keys() - MEANINGS.keys()):
        places = [place for code in others for place in told[code]]
        codes = evidence.say.listed([str(code) for code in others])
        yield _finding(evidence, OTHER, places, Severity.WARNING, codes=codes)


def _severity(code: int, places: list[Pointer]) -> Severity:
    has_expired = code == 1005 and any(EXPIRED.search(place.shown) for place in places)
    return Severity.CRITICAL if has_expired else MEANINGS[code].severity


def _in_attempts(evidence: Evidence) -> Iterator[tuple[int, Pointer]]:
    for index, attempt in enumerate(evidence.attempts):
        match = _TOLD.match(attempt.reason)
        if match and attempt.result is not Result.EMPTY:
            yield int(match[1]), Pointer("attempts.json", f"/attempts/{index}/reason", shown(str(attempt.reason)))


def _in_documents(evidence: Evidence) -> Iterator[tuple[int, Pointer]]:
    for member, document in sorted(evidence.documents.items()):
        for place, error in _errors(document):
            code = figure(at(error, "code"))
            if code is not None and code == int(code):
                yield int(code), Pointer(member, pointer(place), shown(error))
            elif isinstance(error, dict) and ("title" in error or "details" in error or "code" in error):
                yield _NO_CODE, Pointer(member, pointer(place), shown(error))


def _errors(document: Json) -> Iterator[tuple[tuple[str | int, ...], Json]]:
    """Yield what stands in a list called `errors`, or is one, wherever that is, the outermost first."""
    level: list[tuple[tuple[str | int, ...], Json]] = [((), document)]
    for _ in range(_DEEPEST):
        below: list[tuple[tuple[str | int, ...], Json]] = []
        for place, value in level:
            for key, inner in mapping(value).items():
                below.append(((*place, key), inner))
                if key == "errors" and isinstance(inner, dict) and "code" in inner:
                    yield (*place, key), inner
                if key == "errors" and isinstance(inner, list):
                    yield from (((*place, key, index), error) for index, error in enumerate(inner[:_MOST]))
            below += [((*place, n), inner) for n, inner in enumerate(value)] if isinstance(value, list) else []
        level = [one for one in below if isinstance(one[1], dict | list)][:_MOST]


def _finding(evidence: Evidence, told: Told, places: list[Pointer], severity: Severity, **values: object) -> Finding:
    times = evidence.say.counted(len(places), "time")
    seen = evidence.say("{times}, first: {text}", times=times, text=cut(places[0].shown, 140))
    return told.found(evidence, seen=seen, at=places, severity=severity, **values)


CHECK = Check(
    id="errors",
    title=message("Which errors did the service tell?"),
    why=message("The service names its own trouble by number; the number decides what to do next."),
    looks_at=message(
        "the reasons of failed requests (attempts.json), and every list called errors in a collected answer"
    ),
    tells=(*MEANINGS.values(), OTHER, UNCODED),
    look=look,
    version=3,
)
