"""JSON Web Tokens: two or three base64url parts, the first a JSON object."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options

# A JSON object begins with a brace, then a quote or a space: in base64 `ey` and a capital letter.
_JWT = compiled(
    r"(?<![A-Za-z0-9_\-])(?:ey[A-Z][A-Za-z0-9_\-]{7,8192}|ZXlK[A-Za-z0-9_\-]{8,8192})(?:\.[A-Za-z0-9_\-=+/]{4,16384}){1,4}\.?"
)


# A head of its own: the pattern's long repeats would make a large one.
_START = compiled(r"(?<![A-Za-z0-9_\-])(?:ey[A-Z]|ZXlK)[A-Za-z0-9_\-]{7}")


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every JSON Web Token, signed, unsigned or encrypted."""
    if "ey" in text or "ZXlK" in text:
        for match in _JWT.finditer(text):
            end = match.end() - match.group().endswith(".") * 1 if match.group().count(".") > 2 else match.end()
            yield Hit(match.start(), end, match.group(), learn=True)


DETECTOR = Detector(
    name="jwt",
    kind="secret",
    mark="secret",
    forms=(Form(heads=lambda _: (_START,), find=find),),
    examples=(
        Example(
            "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.dGhpcyBpcyBub3QgYSBzaWduYXR1cmU used",
            ("eyJhbGci", "eyJzdWIi"),
        ),
        Example("state=eyJzdGVwIjogNywgIm9rIjogdHJ1ZX0="),
        Example("keyboard.layout"),
        Example("eyewitness-account.page.txt"),
    ),
)
