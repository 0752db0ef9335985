"""Signs in with user and password, lends the token, and gives every token it obtained back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from jsonpath import JSONPointer

from collector.errors import AccessError, CollectBundleError, NothingUsableError, UnreachableError
from collector.model import Profile, RawText
from collector.sentence import Sentence
from collector.sources.answer import Answer
from collector.sources.answer_verdict import Verdict, judge, parse
from collector.sources.attempts import attempted
from collector.sources.credentials import basic, bearer, of_user
from collector.sources.net import Net
from collector.target import Credentials, Result, Taken

HOW_TO_SIGN_IN = Sentence("give --user NAME, --credentials FILE, or COLLECT_BUNDLE_TOKEN in the environment")
_SIGN_OUT_SECONDS = 5.0
_CHANGE_WANTED = re.compile(
    r"new_password|password\W+(?:\w+\W+){0,3}chang|chang\w*\W+(?:\w+\W+){0,3}password", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SignInFailure:
    """Why there is no token: the attempt that shows it and the error that ends a run with nothing else to show."""

    code: str
    error: CollectBundleError


class Session:
    """Who asks: nobody, the owner of a token or API key, or a user who signs in for the run."""

    def __init__(self, net: Net, profile: Profile, credentials: Credentials) -> None:
        """Raise UsageError for credentials that cannot be sent; nothing is sent yet."""
        self._net, self._profile, self._credentials = net, profile, credentials
        self._brought = of_user(credentials, profile)
        self._basic = basic(credentials) if credentials.kind == "password" else None
        self._tokens: list[RawText] = []
        self._renewed = False

    @property
    def reserve(self) -> float:
        """Return the seconds to keep for signing out."""
        return min(_SIGN_OUT_SECONDS, max(0.0, self._net.remaining()) / 5) if self._basic else 0.0

    @property
    def authorization(self) -> RawText | None:
        """Return the header to send, or None."""
        return bearer(self._tokens[-1]) if self._tokens else self._brought

    @property
    def is_nobody(self) -> bool:
        """Tell whether nobody said who asks."""
        return self._credentials.kind == "none"

    @property
    def can_renew(self) -> bool:
        """Tell whether a refused token is worth one more sign-in."""
        return bool(self._tokens) and not self._renewed

    def secrets(self) -> tuple[RawText, ...]:
        """Return every value that must be found nowhere: what the user brought and what was obtained."""
        encoded = [RawText(self._basic.expose().removeprefix("Basic "))] if self._basic else []
        proxy = self._net.proxy.secrets() if self._net.proxy else ()
        return (*self._credentials.secrets(), *encoded, *self._tokens, *proxy)

    def sign_in(self, limit: float) -> tuple[Taken, SignInFailure | None] | None:
        """Exchange user and password for a token; return the attempt and what went wrong, or None if not needed."""
        if self._basic is None or self._profile.sign_in is None:
            return None
        name = "sign-in-again" if self._tokens else "sign-in"
        self._renewed = bool(self._tokens)
        request = f"POST {self._profile.sign_in.login}"
        answer = self._net.request("POST", self._profile.sign_in.login, limit=limit, authorization=self._basic)
        verdict = judge(request, answer, self._profile, as_json=True)
        token = _token(answer, self._profile.sign_in.token_at) if verdict.result is Result.COLLECTED else None
        if token is not None:
            self._tokens.append(token)
            return attempted(name, request, answer, replace(verdict, keep=False)), None
        verdict, error = self._refusal(request, answer, verdict)
        return attempted(name, request, answer, verdict), SignInFailure(verdict.code, error)

    def _refusal(self, request: str, answer: Answer, verdict: Verdict) -> tuple[Verdict, CollectBundleError]:
        where = f"{self._net.origin}"
        if answer.status is None and answer.failure:
            return verdict, UnreachableError(answer.failure.what, cure=answer.failure.cure)
        if _CHANGE_WANTED.search(verdict.reason):
            reason = f"{request} answered {answer.status}: the password must be changed before its first use"
            return Verdict(Result.REFUSED, "password-change", reason), AccessError(
                "{where} wants the password changed before its first use; collect-bundle never changes one",
                cure="change it as the product's documentation says, then give the new one",
                where=where,
            )
        if verdict.result is Result.REFUSED and verdict.code != "redirect":
            return verdict, AccessError(
                "{where} did not accept user and password ({request} answered {status})",
                cure="check both; after a change give the new password",
                where=where,
                request=request,
                status=answer.status,
            )
        if verdict.result not in {Result.FAILED, Result.REFUSED, Result.TIMED_OUT}:
            verdict = Verdict(Result.FAILED, "no-token", f"{request} answered {answer.status} without a usable token")
        return verdict, NothingUsableError(
            "signing in at {where} failed ({request}: {code})",
            cure="look at the service's log, and at what stands in front of it",
            where=where,
            request=request,
            code=verdict.code,
        )

    def sign_out(self) -> Taken | None:
        """Give back every token obtained here, never one the user brought; failing to is told, but is no loss."""
        if not self._tokens or self._profile.sign_in is None:
            return None
        path, limit = self._profile.sign_in.logout, max(min(_SIGN_OUT_SECONDS, self._net.remaining()), 1.0)
        taken: Taken | None = None
        for token in self._tokens:
            answer = self._net.request("POST", path, limit=limit, authorization=bearer(token))
            taken = attempted("sign-out", f"POST {path}", answer, self._farewell(f"POST {path}", answer))
        return taken

    def _farewell(self, request: str, answer: Answer) -> Verdict:
        done = answer.status is not None and (200 <= answer.status < 300 or answer.status == 401)
        if done:
            return Verdict(Result.COLLECTED, "", "")
        reason = judge(request, answer, self._profile, as_json=False).reason
        return Verdict(Result.SKIPPED, "sign-out-failed", f"{reason}; the token lives until it expires")


def _token(answer: Answer, pointer: str) -> RawText | None:
    document = parse(answer.body)
    found = JSONPointer(pointer).resolve(document, default=None) if isinstance(document, dict | list) else None
    return RawText(found) if isinstance(found, str) and re.fullmatch(r"[!-~]{1,16384}", found) else None
