"""Asks a service everything its profile names, one attempt an endpoint, whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from collector.errors import AccessError, CollectBundleError, NothingUsableError, UnreachableError
from collector.model import Cost, Endpoint, Profile, RawText
from collector.sentence import Sentence
from collector.sources.answer import Answer
from collector.sources.answer_verdict import Verdict, judge, service_error
from collector.sources.attempts import attempted, not_asked
from collector.sources.instruments import Instruments
from collector.sources.net import Net
from collector.sources.selection import Choice, select
from collector.sources.session import HOW_TO_SIGN_IN, Session
from collector.target import Attempt, Result, Taken, Target

_CHEAP_SECONDS = 30.0

OnAsking = Callable[[str], None]
OnAttempt = Callable[[Attempt[RawText]], None]


@dataclass(frozen=True, slots=True)
class Collected:
    """What a run brought: attempts with their answers in the order asked, and every credential it used."""

    taken: tuple[Taken, ...]
    secrets: tuple[RawText, ...]
    main: Taken | None
    """What asking the profile's main endpoint gave."""
    error: CollectBundleError | None
    """What to raise if a bundle without a single answer is not wanted; None if any answer came."""


def ask(
    profile: Profile,
    target: Target,
    *,
    names: Collection[str] = (),
    instruments: Instruments | None = None,
    on_asking: OnAsking = lambda _source: None,
    on_attempt: OnAttempt = lambda _attempt: None,
) -> Collected:
    """Ask the endpoints asked by default and those in `names`; report each source as it is asked and as it ends.

    Raises UsageError, before anything is sent, for an unknown name, an unusable URL, proxy or credential, or one that
    would travel unprotected. Signs out of what it signed in to, also when interrupted.
    """
    choices = select(profile, target.credentials.kind, names)
    with Net(target, instruments) as net:
        run = _Run(profile, net, Session(net, profile, target.credentials), on_asking, on_attempt)
        try:
            run.sign_in()
            for index, choice in enumerate(choices):
                run.ask(choice, sum(later.asked for later in choices[index:]))
        finally:
            run.sign_out()
    return run.collected()


class _Run:
    """One pass over a profile."""

    def __init__(
        self, profile: Profile, net: Net, session: Session, on_asking: OnAsking, on_attempt: OnAttempt
    ) -> None:
        self._profile, self._net, self._session = profile, net, session
        self._on_asking, self._on_attempt = on_asking, on_attempt
        self._taken: list[Taken] = []
        self._error: CollectBundleError | None = None
        self._stopped: Verdict | None = None
        """Why nothing more is asked."""
        self._answered = False

    def sign_in(self) -> None:
        signed = self._session.sign_in(min(_CHEAP_SECONDS, self._net.remaining() / 2))
        if signed is None:
            return
        taken, failed = signed
        self._note(taken)
        self._answered = taken.attempt.status is not None
        if failed:
            self._error = failed.error
            reason = f"not asked, because signing in failed ({failed.code})"
            self._stopped = Verdict(Result.SKIPPED, "not-signed-in", reason)

    def sign_out(self) -> None:
        taken = self._session.sign_out()
        if taken:
            self._note(taken)

    def ask(self, choice: Choice, left: int) -> None:
        """Ask one endpoint, or note why not; `left` counts those still to ask, this one included."""
        endpoint = choice.endpoint
        request = f"GET {endpoint.path}"
        skipped = Verdict(Result.SKIPPED, choice.code, choice.because) if not choice.asked else self._stopped
        if skipped:
            self._note(not_asked(endpoint.name, request, skipped, self._net.instruments.now()))
            return
        self._on_asking(endpoint.name)
        answer = self._answer(endpoint, left)
        if answer.status == 401 and self._session.can_renew:
            answer = self._renewed(endpoint, left) or answer
        verdict = judge(request, answer, self._profile, as_json=endpoint.member.endswith(".json"))
        self._note(attempted(endpoint.name, request, answer, verdict, endpoint.member))
        self._learn(endpoint, answer, verdict)

    def _answer(self, endpoint: Endpoint, left: int) -> Answer:
        authorization, limit = self._session.authorization, self._share(endpoint, left)
        return self._net.request("GET", endpoint.path, limit=limit, authorization=authorization, again=self._is_passing)

    def _is_passing(self, answer: Answer) -> bool:
        error = service_error(answer, self._profile) if answer.failure is None else None
        return error is not None and error.code in self._profile.transient_codes

    def _renewed(self, endpoint: Endpoint, left: int) -> Answer | None:
        """Sign in once more, for a token that was revoked in between, and ask again."""
        signed = self._session.sign_in(self._share(endpoint, left))
        if signed is None:
            return None
        self._note(signed[0])
        return self._answer(endpoint, left) if signed[1] is None else None

    def _share(self, endpoint: Endpoint, left: int) -> float:
        """Return the seconds one endpoint may take: twice its even share, so that a slow one leaves the others some."""
        available = max(0.0, self._net.remaining() - self._session.reserve)
        share = 2 * available / (left + 1)
        return share if endpoint.cost is Cost.SLOW else min(_CHEAP_SECONDS, share)

    def _learn(self, endpoint: Endpoint, answer: Answer, verdict: Verdict) -> None:
        self._answered = self._answered or answer.status is not None
        if verdict.result.is_loss and (self._error is None or endpoint.name == self._profile.main):
            self._error = self._error_of(f"GET {endpoint.path}", answer, verdict)
        if not self._answered and answer.failure and answer.failure.code != "deadline":
            reason = f"not asked, because the service was not reached ({answer.failure.code})"
            self._stopped = Verdict(Result.SKIPPED, "not-reached", reason)

    def _error_of(self, request: str, answer: Answer, verdict: Verdict) -> CollectBundleError:
        if answer.status is None and answer.failure:
            return UnreachableError(answer.failure.what, cure=answer.failure.cure)
        where, status, code = self._net.origin, answer.status, verdict.code
        what = Sentence(
            "{where}: {request} answered {status} ({code})", where=where, request=request, status=status, code=code
        )
        if verdict.code in {"not-authorised", "not-permitted"}:
            if self._session.is_nobody:
                return AccessError("{what}, and no credential was given", cure=HOW_TO_SIGN_IN, what=what)
            return AccessError(what, cure="check the credential and what its account may read")
        if verdict.code == "redirect":
            return NothingUsableError(what, cure="give the address it redirects to, if it is the service's own")
        return NothingUsableError(what, cure="look at the service's log; the attempts say what each request met")

    def _note(self, taken: Taken) -> None:
        self._taken.append(taken)
        self._on_attempt(taken.attempt)

    def collected(self) -> Collected:
        main = next((taken for taken in self._taken if taken.attempt.source == self._profile.main), None)
        error = self._error or NothingUsableError(
            "{origin}: none of the endpoints asked has an answer",
            cure="the attempts say what each request met; `--dry-run` shows what a credential reaches",
            origin=self._net.origin,
        )
        usable = any(taken.raw for taken in self._taken)
        return Collected(tuple(self._taken), self._session.secrets(), main, None if usable else error)
