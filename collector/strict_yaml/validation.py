"""Makes a pydantic model of what was read; what it complains about stands at its line and column, in our words."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from collector.errors import Problem
from collector.sentence import Sentence, either
from collector.strict_yaml.reader import Document, Path, Value, refused
from collector.strict_yaml.suggestion import did_you_mean

if TYPE_CHECKING:
    import pydantic
    from pydantic_core import ErrorDetails

_A_MAPPING = Sentence("keys and values")
_A_LIST = Sentence("a list")
_EXPECTED: Mapping[str, Sentence] = {
    "model_type": _A_MAPPING,
    "dict_type": _A_MAPPING,
    "list_type": _A_LIST,
    "tuple_type": _A_LIST,
    "string_type": Sentence("a text"),
    "int_type": Sentence("a whole number"),
    "float_type": Sentence("a number"),
    "bool_type": Sentence("true or false"),
}
"""What pydantic misses, by the name it has for that."""

Model = TypeVar("Model", bound="pydantic.BaseModel")


def validate(document: Document, model: type[Model]) -> Model:
    """Make a `model` of the document; raise ConfigError with every problem of either at its line and column."""
    import pydantic  # noqa: PLC0415  costs more than all the rest; a cached rule set never comes here

    problems = list(document.problems)
    try:
        valid = model.model_validate_json(json.dumps(document.value), strict=True)
    except pydantic.ValidationError as error:
        told = {(problem.line, problem.column) for problem in problems}
        located = _complaints(document, model, error)
        problems += [problem for problem in located if (problem.line, problem.column) not in told]
    else:
        if not problems:
            return valid
    raise refused(document.file, problems)


def _complaints(document: Document, model: type[Model], error: pydantic.ValidationError) -> Iterator[Problem]:
    """Yield what is wrong; a value that is none of several types is told once, with what all of them expect."""
    expected: dict[Path, dict[Sentence, None]] = {}
    for detail in error.errors(include_url=False):
        if wanted := _EXPECTED.get(detail["type"]):
            expected.setdefault(_existing(document.value, detail["loc"]), {})[wanted] = None
        else:
            yield _located(document, model, detail)
    for path, kinds in expected.items():
        yield document.problem(path, Sentence("expected here: {kinds}", kinds=either(kinds)))


def _located(document: Document, model: type[pydantic.BaseModel], detail: ErrorDetails) -> Problem:
    path = _existing(document.value, detail["loc"])
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = _fields(model, detail["loc"][:-1])
        return document.problem(
            path, Sentence("unknown key {key!r}{hint}", key=last, hint=did_you_mean(last, known)), key=True
        )
    if kind == "missing":
        return document.problem(path, Sentence("the key {key!r} is missing here", key=last))
    if kind in {"literal_error", "enum"}:
        words = [word.strip("'") for word in re.split(r", | or ", str(context.get("expected", "")))]
        given = detail.get("input")
        return document.problem(
            path,
            Sentence(
                "{given!r} is none of {words}{hint}",
                given=given,
                words=", ".join(words),
                hint=did_you_mean(str(given), words),
            ),
        )
    return document.problem(path, _own_words(context) or Sentence("{complaint}", complaint=_lowered(detail["msg"])))


def _own_words(context: Mapping[str, Any]) -> Sentence | None:
    """Return what a model of ours objects to, where it is not pydantic that complains."""
    error = context.get("error")
    own = error.args[0] if isinstance(error, ValueError) and error.args else None
    return own if isinstance(own, Sentence) else None


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _existing(value: Value, loc: tuple[int | str, ...]) -> Path:
    """Return the part of pydantic's location that exists in the file (it names union members too)."""
    path: list[str | int] = []
    for step in loc:
        inner = _child(value, step)
        if inner is None:
            continue
        (value,) = inner
        path.append(step)
    return tuple(path)


def _child(value: Value, step: int | str) -> tuple[Value] | None:
    if isinstance(value, dict):
        return (value[step],) if isinstance(step, str) and step in value else None
    if isinstance(value, list):
        return (value[step],) if isinstance(step, int) and step < len(value) else None
    return None


def _fields(model: type[pydantic.BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """Return the names a mapping at `loc` may have."""
    types_: list[Any] = [model]
    for step in loc:
        reached = [found for type_ in types_ for found in _step(type_, step)]
        types_ = reached or types_
    return [name for type_ in types_ for name in _names(type_)]


def _step(type_: Any, step: int | str) -> list[Any]:
    fields = getattr(type_, "model_fields", None)
    if fields is None:
        return []
    for name, info in fields.items():
        if step in (name, info.alias):
            return list(_models(info.annotation))
    return []


def _models(annotation: Any) -> Iterator[Any]:
    if hasattr(annotation, "model_fields"):
        yield annotation
    elif isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        for inner in typing.get_args(annotation):
            yield from _models(inner)


def _names(type_: Any) -> list[str]:
    return [info.alias or name for name, info in type_.model_fields.items()]
