"""No form of a detector goes blind unnoticed: each finds something in what is measured or tested here."""

import ast
import functools
import random
from pathlib import Path

import pytest

from benchmarks.labelled_cases import cases
from collector.redaction.detector import Form, Options
from collector.redaction.detectors import load

DETECTORS = load()


@functools.cache
def text() -> str:
    """Return the labelled cases, the detectors' own examples, and the texts that the tests of this folder redact."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in Path(__file__).parent.glob("test_*.py"))
    texts = [
        *(case.text for case in cases(random.Random(7))),
        *(example.text for detector in DETECTORS.values() for example in detector.examples),
        *(
            node.value
            for tree in trees
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ),
    ]
    return "\n\n".join(dict.fromkeys(texts))


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(form, id=f"{name}-{number}")
        for name, detector in DETECTORS.items()
        for number, form in enumerate(detector.forms)
    ],
)
def test_a_form_finds_something(form: Form) -> None:
    assert next(form.find(text(), Options()), None)
