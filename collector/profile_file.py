"""A profile as a person writes it: YAML to a Profile, every mistake at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Annotated, Any, Literal, Self

import jsonpath
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from collector.lint import complaints
from collector.model import Cost, Endpoint, Needs, Profile, SafeField, SignIn, WrittenCheck, sha256
from collector.sentence import Sentence
from collector.strict_yaml import did_you_mean, parse, refused, validate
from collector.written_checks import fires

# What a path may hold keeps it on the target's origin: no scheme, no authority, no userinfo, no way up.
_PATH = re.compile(r"/(?!/)[A-Za-z0-9._~!$&'()*+,;=:%/-]*(?:\?[A-Za-z0-9._~!$&'()*+,;=:%/?-]*)?")
_MEMBER = re.compile(r"collected/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_POINTER = re.compile(r"(?:/(?:[^~/]|~[01])*)+")
_JSONPATH = jsonpath.JSONPathEnvironment(strict=True)

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Shape = Literal["integer", "number", "boolean", "timestamp", "version", "text", "enum"]
Scalar = str | int | float | bool | None
Place = tuple[str | int, ...]
_OPERATORS = ("above", "below", "equals", "differs", "in", "contains", "matches", "exists")


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class EndpointRow(_Row):
    """One GET worth making."""

    name: Name
    path: str
    why: Words
    needs: Needs
    cost: Cost
    member: str


class SignInRow(_Row):
    """Where a user and password become a token."""

    login: str
    logout: str
    token_at: str


class SafeRow(_Row):
    """Fields of one member that pass as a type or shape."""

    member: str
    at: list[str] = Field(min_length=1)
    shape: Shape
    words: list[str] = []


class ErrorRows(_Row):
    """How an error answer is read."""

    code_at: str
    text_at: list[str] = []
    absent_codes: list[int] = []
    transient_codes: list[int] = []
    denied_codes: list[int] = []


class ExampleRow(_Row):
    """A document and what the check makes of it: `fires: true` or `silent: true`."""

    given: Any
    fires: Literal[True] | None = None
    silent: Literal[True] | None = None

    @model_validator(mode="after")
    def _one_outcome(self) -> Self:
        if bool(self.fires) == bool(self.silent):
            raise ValueError(Sentence("an example says either `fires: true` or `silent: true`"))
        return self


class CheckRow(_Row):
    """One check: the values under a path, one comparison, and the finding's words."""

    id: Name
    why: Words
    member: str
    at: str
    above: int | float | None = None
    below: int | float | None = None
    equals: Scalar = None
    differs: Scalar = None
    in_: list[Scalar] | None = Field(default=None, alias="in", min_length=1)
    contains: Annotated[str, StringConstraints(min_length=1)] | None = None
    matches: Annotated[str, StringConstraints(min_length=1, max_length=300)] | None = None
    exists: bool | None = None
    severity: Literal["critical", "warning", "info"]
    title: Words
    expected: Words
    remedy: Words
    basis: Words
    examples: list[ExampleRow]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if len(self.comparisons()) != 1:
            raise ValueError(Sentence("a check has exactly one of {operators}", operators=", ".join(_OPERATORS)))
        if len({bool(example.fires) for example in self.examples}) != 2:
            raise ValueError(Sentence("a check has examples: at least one that fires and one that is silent"))
        return self

    def comparisons(self) -> dict[str, object]:
        """Return the comparisons that are written, by operator."""
        named = {"in": "in_"}
        written = {operator: named.get(operator, operator) for operator in _OPERATORS}
        return {operator: getattr(self, field) for operator, field in written.items() if field in self.model_fields_set}

    def check(self) -> WrittenCheck:
        """Return the check itself."""
        [(operator, written)] = self.comparisons().items()
        operand = tuple(written) if isinstance(written, list) else written
        words = (self.severity, self.title, self.expected, self.remedy, self.basis)
        return WrittenCheck(self.id, self.why, self.member, self.at, operator, operand, *words)


class ProfileFile(_Row):
    """A profile as a person writes it."""

    version: Literal[1]
    name: Name
    title: Words
    main: Name
    endpoints: list[EndpointRow] = Field(min_length=1)
    sign_in: SignInRow | None = None
    api_key_scheme: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]+$")] | None = None
    errors: ErrorRows
    safe: list[SafeRow] = []
    personal: list[str] = []
    checks: list[CheckRow] = []


def read_profile(text: str, *, file: str, taken: Collection[str] = ()) -> Profile:
    """Read a profile; its digest is the SHA-256 of the text, `taken` are ids that its checks cannot have.

    Raises ConfigError with every problem at once.
    """
    document = parse(text, file=file)
    rows = validate(document, ProfileFile)
    problems = tuple(document.problem(place, message) for place, message in _mistakes(rows, taken))
    if problems:
        raise refused(document.file, problems)
    return _profile(rows, sha256(text.encode()))


def _mistakes(rows: ProfileFile, taken: Collection[str]) -> Iterator[tuple[Place, Sentence]]:
    yield from _endpoint_mistakes(rows)
    if rows.sign_in:
        yield from _path_mistakes(("sign_in", "login"), rows.sign_in.login)
        yield from _path_mistakes(("sign_in", "logout"), rows.sign_in.logout)
        yield from _pointer_mistakes(("sign_in", "token_at"), rows.sign_in.token_at)
    yield from _pointer_mistakes(("errors", "code_at"), rows.errors.code_at)
    for index, pointer in enumerate(rows.errors.text_at):
        yield from _pointer_mistakes(("errors", "text_at", index), pointer)
    yield from _safe_mistakes(rows)
    for index, path in enumerate(rows.personal):
        yield from _jsonpath_mistakes(("personal", index), path)
    yield from _check_mistakes(rows, taken)


def _check_mistakes(rows: ProfileFile, taken: Collection[str]) -> Iterator[tuple[Place, Sentence]]:
    members = {row.member for row in rows.endpoints}
    for index, row in enumerate(rows.checks):
        place: Place = ("checks", index)
        if row.id in [other.id for other in rows.checks[:index]]:
            yield (*place, "id"), Sentence("the id {id!r} is already taken by a check above", id=row.id)
        if row.id in taken:
            yield (*place, "id"), Sentence("the id {id!r} is that of a check or finding of collect-bundle", id=row.id)
        if row.member not in members:
            yield (*place, "member"), _unfilled(row.member, members)
        unsafe = complaints(row.matches) if row.matches is not None else []
        wrong = (*_jsonpath_mistakes((*place, "at"), row.at), *(((*place, "matches"), told) for told in unsafe))
        yield from wrong
        for number, example in enumerate([] if wrong else row.examples):
            if bool(fires(row.check(), example.given)) is not bool(example.fires):
                yield (
                    (*place, "examples", number),
                    Sentence(
                        "the example says fires, but the check is silent"
                        if example.fires
                        else "the example says silent, but the check fires"
                    ),
                )


def _endpoint_mistakes(rows: ProfileFile) -> Iterator[tuple[Place, Sentence]]:
    names = [row.name for row in rows.endpoints]
    members = [row.member for row in rows.endpoints]
    for index, row in enumerate(rows.endpoints):
        place: Place = ("endpoints", index)
        if row.name in names[:index]:
            yield (*place, "name"), Sentence("the name {name!r} is already taken by an endpoint above", name=row.name)
        if row.member in members[:index]:
            yield (
                (*place, "member"),
                Sentence("the member {member!r} is already taken by an endpoint above", member=row.member),
            )
        if not _MEMBER.fullmatch(row.member):
            yield (*place, "member"), Sentence("a member is collected/ and a file name of a-z, 0-9, dots, dashes")
        yield from _path_mistakes((*place, "path"), row.path)
    if rows.main not in names:
        yield (
            ("main",),
            Sentence("no endpoint is called {name!r}{hint}", name=rows.main, hint=did_you_mean(rows.main, names)),
        )


def _path_mistakes(place: Place, path: str) -> Iterator[tuple[Place, Sentence]]:
    if not _PATH.fullmatch(path) or ".." in path or "%2e" in path.lower():
        yield place, Sentence("a path begins with one / and stays on the target: no scheme, no host, no //, no ..")


def _pointer_mistakes(place: Place, pointer: str) -> Iterator[tuple[Place, Sentence]]:
    if not _POINTER.fullmatch(pointer):
        yield place, Sentence("{pointer!r} is not a JSON pointer such as /errors/0/code", pointer=pointer)


def _safe_mistakes(rows: ProfileFile) -> Iterator[tuple[Place, Sentence]]:
    members = {row.member for row in rows.endpoints}
    for index, row in enumerate(rows.safe):
        place: Place = ("safe", index)
        if row.member not in members:
            yield (*place, "member"), _unfilled(row.member, members)
        if (row.shape == "enum") != bool(row.words):
            yield (*place, "shape"), Sentence("the shape enum, and only it, lists its words")
        for at, path in enumerate(row.at):
            yield from _jsonpath_mistakes((*place, "at", at), path)


def _jsonpath_mistakes(place: Place, path: str) -> Iterator[tuple[Place, Sentence]]:
    try:
        _JSONPATH.compile(path)
    except jsonpath.JSONPathError:
        yield place, Sentence("{path!r} is not an RFC 9535 path such as $.support.version", path=path)


def _unfilled(member: str, members: Collection[str]) -> Sentence:
    return Sentence("no endpoint fills {member!r}{hint}", member=member, hint=did_you_mean(member, members))


def _profile(rows: ProfileFile, digest: str) -> Profile:
    return Profile(
        name=rows.name,
        title=rows.title,
        main=rows.main,
        endpoints=tuple(Endpoint(e.name, e.path, e.why, e.needs, e.cost, e.member) for e in rows.endpoints),
        sign_in=SignIn(**rows.sign_in.model_dump()) if rows.sign_in else None,
        api_key_scheme=rows.api_key_scheme,
        safe=tuple(SafeField(row.member, at, row.shape, tuple(row.words)) for row in rows.safe for at in row.at),
        personal=tuple(rows.personal),
        error_code_at=rows.errors.code_at,
        error_text_at=tuple(rows.errors.text_at),
        absent_codes=frozenset(rows.errors.absent_codes),
        transient_codes=frozenset(rows.errors.transient_codes),
        denied_codes=frozenset(rows.errors.denied_codes),
        checks=tuple(row.check() for row in rows.checks),
        digest=digest,
    )
