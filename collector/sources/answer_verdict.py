"""Judges one answer: collected, partial, empty, refused, failed or timed out, and why, in one sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from jsonpath import JSONPointer

from collector.model import Profile
from collector.sources.answer import Answer
from collector.target import Result

_LARGEST_ERROR = 1024 * 1024
_LONGEST_TEXT = 300
_KEPT_WHEN_CUT = frozenset({"truncated", "connection-reset", "deadline"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """How asking ended; `reason` may repeat the server's words, and `keep` says whether the body is worth having."""

    result: Result
    code: str
    reason: str
    keep: bool = False


@dataclass(frozen=True, slots=True)
class _ServiceError:
    """The error a service tells in its own format."""

    code: int | None
    texts: tuple[str, ...]

    def __str__(self) -> str:
        number = [f"error {self.code}"] if self.code is not None else []
        return ", ".join([*number, *self.texts])


def judge(request: str, answer: Answer, profile: Profile, *, as_json: bool) -> Verdict:
    """Judge the answer to `request` (`GET /v1/support`); `as_json` is whether it must be JSON to be of use."""
    status = answer.status
    if status is None or (answer.failure and (200 <= status < 300 or answer.failure.is_lateness)):
        return _unfinished(request, answer)
    if 300 <= status < 400:
        to = redirect_origin(answer.headers.get("location", ""))
        return Verdict(Result.REFUSED, "redirect", f"{request} answered {status}, a redirect to {to}: not followed")
    error = service_error(answer, profile)
    if error is not None or not 200 <= status < 300:
        return _refused(request, status, error, answer, profile)
    return _content(request, answer.body, as_json=as_json)


def _unfinished(request: str, answer: Answer) -> Verdict:
    assert answer.failure is not None  # noqa: S101  no status without a failure
    reason = f"{request}: {answer.failure.what}; {answer.failure.cure}"
    begun = answer.status is not None and 200 <= answer.status < 300
    keep = begun and bool(answer.body) and answer.failure.code in _KEPT_WHEN_CUT
    if answer.failure.is_lateness:
        return Verdict(Result.TIMED_OUT, answer.failure.code, reason, keep)
    return Verdict(Result.PARTIAL if keep else Result.FAILED, answer.failure.code, reason, keep)


def _refused(request: str, status: int, error: _ServiceError | None, answer: Answer, profile: Profile) -> Verdict:
    said = f"{request} answered {status}" + (f": {error}" if error else "")
    code = error.code if error else None
    if code in profile.absent_codes or (status == 404 and not answer.body.strip()):
        return Verdict(Result.EMPTY, "absent", f"{said}: this installation does not have it")
    if status == 401:
        return Verdict(Result.REFUSED, "not-authorised", f"{said}: the credential was not accepted, or none was given")
    if status == 403 or code in profile.denied_codes:
        return Verdict(Result.REFUSED, "not-permitted", f"{said}: this account may not read it; an administrator may")
    if answer.retry_after and re.fullmatch(r"[0-9]{1,9}", answer.retry_after):
        said += f" (it asks to wait {answer.retry_after} s)"
    return Verdict(Result.FAILED, f"http-{status}", said)


def _content(request: str, body: bytes, *, as_json: bool) -> Verdict:
    if not body.strip():
        return Verdict(Result.EMPTY, "empty-answer", f"{request} answered without content")
    if not as_json:
        return Verdict(Result.COLLECTED, "", "", keep=True)
    try:
        value = parse(body)
    except ValueError:
        return Verdict(Result.PARTIAL, "not-json", f"{request} answered something that is not JSON", keep=True)
    if value is None:
        return Verdict(Result.EMPTY, "null-answer", f"{request} answered null")
    return Verdict(Result.COLLECTED, "", "", keep=True)


def parse(body: bytes, number: Callable[[str], object] = str) -> object:
    """Parse JSON as RFC 8259 has it, numbers by `number`; raise ValueError for anything else or nested too deep."""

    def refuse(constant: str) -> object:
        raise ValueError(constant)

    try:
        return json.loads(body, parse_int=number, parse_float=number, parse_constant=refuse)
    except RecursionError:
        raise ValueError("nested too deep") from None


def service_error(answer: Answer, profile: Profile) -> _ServiceError | None:
    """Return the error an answer tells in the profile's format, or None."""
    if len(answer.body) > _LARGEST_ERROR:
        return None
    try:
        document = parse(answer.body)
    except ValueError:
        return None
    code = _at(profile.error_code_at, document)
    texts = [_at(pointer, document) for pointer in profile.error_text_at]
    told = tuple(text[:_LONGEST_TEXT] for text in texts if isinstance(text, str) and text)
    number = int(code) if isinstance(code, str) and re.fullmatch(r"-?[0-9]{1,9}", code) else None
    return _ServiceError(number, told) if number is not None or told else None


def _at(pointer: str, document: object) -> object:
    if not isinstance(document, dict | list):
        return None
    found: object = JSONPointer(pointer).resolve(document, default=None)
    return found


def redirect_origin(location: str) -> str:
    """Return scheme and host of a Location header, without user, path and query: those may hold tokens."""
    found = re.match(r"(?:(https?):)?//(?:[^/?#\\]*@)?([A-Za-z0-9._:\[\]-]{1,255})", location, re.IGNORECASE)
    if not found:
        return "another path of the same host"
    return f"{found[1].lower()}://{found[2]}" if found[1] else f"//{found[2]}"
