"""The service behind the wire: it knows who asks, what they may have, and what goes wrong; requests in, answers out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from collector.simulator.accounts import Account, AccountRole, Accounts, TokenDesk
from collector.simulator.answer import JSON_TYPE, Answer, Json, error_answer, json_answer
from collector.simulator.faults import EVERY_PATH, Fault, apply
from collector.simulator.request import Request, Seen, remember
from collector.simulator.routes import LOGIN, LOGOUT, Moment, Right, no_such_endpoint, route
from collector.simulator.scenario import Scenario

_EXPIRES = "%Y-%m-%d %H:%M:%S+00:00"


class Log:
    """What was asked, in order, and how often each path; may be used from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: list[Seen] = []
        self._calls: Counter[str] = Counter()

    @property
    def seen(self) -> tuple[Seen, ...]:
        """Return everything asked so far."""
        with self._lock:
            return tuple(self._seen)

    def add(self, request: Request) -> int:
        """Remember the request; return which call for its path it is, from 1."""
        with self._lock:
            self._seen.append(remember(request))
            self._calls[request.path] += 1
            return self._calls[request.path]


@dataclass(frozen=True, slots=True)
class Service:
    """One installation: scenario, accounts, tokens, faults by path, and the log of requests."""

    scenario: Scenario
    accounts: Accounts
    tokens: TokenDesk
    faults: Mapping[str, Fault]
    log: Log
    clock: Callable[[], datetime]
    started: datetime
    certificate: bytes | None
    """What `/v1/certificates/external/ca` shows, PEM."""

    def answer(self, request: Request) -> Answer:
        """Return the answer as it is to be sent: the good one, with meta, the request's id echoed, then the fault."""
        call = self.log.add(request)
        answer = self._with_meta(self._good_answer(request))
        if "x-request-id" in request.headers:
            answer = replace(answer, headers=(*answer.headers, ("X-Request-ID", request.headers["x-request-id"])))
        fault = self.faults.get(request.path, self.faults.get(EVERY_PATH))
        return apply(fault, answer, call) if fault else answer

    def _good_answer(self, request: Request) -> Answer:
        match request.method, request.path:
            case "POST", path if path == LOGIN:
                return self._login(request)
            case "POST", path if path == LOGOUT:
                return self._logout(request)
            case "GET", path if path not in {LOGIN, LOGOUT}:
                return self._get(request)
        return replace(error_answer(405, 1000, "Generic error", "Method not allowed"), headers=(("Allow", "GET"),))

    def _login(self, request: Request) -> Answer:
        account = self.accounts.by_basic(request.credentials) if request.scheme == "Basic" else None
        if account is None:
            return _unauthorised(request)
        if account.must_change_password:
            # No public page confirms the number 1024; a client must not rely on it.
            return error_answer(401, 1024, "Password change required", "Please set a new password")
        token = self.tokens.issue(account)
        entry: dict[str, Json] = {"token": token.text, "expires_after": token.expires.strftime(_EXPIRES)}
        return json_answer({"users": [entry]})

    def _logout(self, request: Request) -> Answer:
        if request.scheme != "Bearer" or self.tokens.holder(request.credentials) is None:
            return _unauthorised(request)
        self.tokens.revoke(request.credentials)
        return json_answer({})

    def _get(self, request: Request) -> Answer:
        found = route(request.path)
        right = found.right if found else Right.TOKEN
        refusal = self._refusal(request, right)
        if refusal:
            return refusal
        return found.answer(self._moment(request)) if found else no_such_endpoint()

    def _refusal(self, request: Request, right: Right) -> Answer | None:
        if request.scheme == "Apikey":
            is_good = right is Right.API_KEY and request.credentials == self.accounts.api_key
            return None if is_good else _unauthorised(request)
        holder: Account | None = self.tokens.holder(request.credentials) if request.scheme == "Bearer" else None
        if holder is None:
            return _unauthorised(request)
        if right is Right.ADMIN and holder.role is not AccountRole.ADMIN:
            return error_answer(403, 1005, "Access denied", "This operation needs the role ROLE_ADMIN")
        return None

    def _moment(self, request: Request) -> Moment:
        return Moment(self.scenario, self.accounts, self.certificate, self.started, self.clock(), request)

    def _with_meta(self, answer: Answer) -> Answer:
        if not self.scenario.has_meta or answer.content_type != JSON_TYPE:
            return answer
        meta = {"api_status": "stable", "version": f"v{self.scenario.nodes[0].version}"}
        return replace(answer, body=json.dumps({**json.loads(answer.body), "meta": meta}).encode())


def _unauthorised(request: Request) -> Answer:
    """Return 401: without a body if nobody said who they are, with code 1005 if they said it wrongly."""
    if not request.scheme:
        return Answer(401, b"", None)
    return error_answer(401, 1005, "Access denied", "Invalid credentials")
