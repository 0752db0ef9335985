"""Made-up credentials, and whether one goes from a text."""

import base64

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"credential forms have their key")
BASIC = base64.b64encode(b"tulip:harbour").decode()
DIGEST = "9c1f0a7be2d34856a1907cde44f0b812"


def goes(text: str, secret: str) -> bool:
    """Tell whether a secret is gone from the clean text, which stays as it is when it is cleaned again."""
    clean = REDACTOR.redact_text(text).text
    return secret not in clean and REDACTOR.redact_text(clean).text == clean
