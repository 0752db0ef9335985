"""Codes that people are sent to sign in once."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._written import written

FORMS = (
    written(
        ("code", "pin", "PIN", "OTP", "otp", "Code"),
        r"(?i)\b(?:(?:verification|registration|confirmation|security|one[- ]time|login|2fa|two[- ]step|sms|otp|auth|your)[ _-]{0,2}(?:verification[ _-]|pass)?(?:code|pin|password)|otp)[\"']?[ \t]{0,8}(?:is|was|:|=|->|(?:(?:was|has been) )?(?:set|changed|reset) to|lautet|ist|est|es|\u00e9|:? ?is:?)?[ \t]{0,8}[\"']?(?P<b>\d{3}[- ]?\d{3}|\d{4}|\d{8})(?![\w:/-]|\.\w|[ \t]{0,8}(?:ms|s|seconds|bytes)\b)",
        head=r"(?i)(?:code|pin|password|otp)[\"']?[ \t]{0,8}(?:is|was|:|=|->|(?:was |has been )?(?:set|changed|reset) to|lautet|ist|est|es)?[ \t]{0,8}[\"']?[0-9]{3}",
    ),
    # The code before what it is; as people of other languages are told it.
    written(
        (" code", "Code", "pin", "PIN", "OTP", "passcode", "TAN"),
        r"(?i)(?<![\w.:/\-])(?:[a-z]-)?(?P<b>\d{3}[- ]?\d{3}|\d{4,8})[ \t]{1,3}(?:is|as|ist|est|es|\u00e9|als)[ \t]{1,3}(?:your|dein|deine|ihr|ihre|votre|ton|tu|su|seu|il tuo|o seu|je|uw)[ \t]{1,3}(?:[^\W\d]{2,20}[ \t\-]{1,3}){0,4}(?:(?:sicherheits|best\u00e4tigungs|verifizierungs|zugangs)?code|pin|otp|tan|passcode|password)\b",
        head=r"(?i)[0-9]{3}[ \t]{1,3}(?:is|as|ist|est|es|\xc3\x89|\xc3\xa9|als)[ \t]{1,3}[a-z]",
    ),
    written(
        ("c\u00f3digo", "code", "Code", "TAN", "C\u00f3digo", "codice", "Codice", "\u043e\u0434"),
        r"(?i)(?:\b(?:(?:dein|ihr|votre|ton|tu|su|seu|il tuo|uw|je|o seu)[ \t](?:[^\W\d]{2,20}[ \t\-]{1,3})?(?:[^\W\d]{0,16}code|c\u00f3digo|codice|tan)|(?:c\u00f3digo|codice|code)[ \t](?:de|di|da)[ \t](?:verifica\w{2,4}|v\u00e9rification|confirma\w{2,4}|seguran\u00e7a|seguridad|s\u00e9curit\u00e9|sicurezza|conferma|acceso|acesso)|mtan)|\u0432\u0430\u0448 \u043a\u043e\u0434|\u043a\u043e\u0434 \u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434\u0435\u043d\u0438\u044f)[ \t]{0,3}(?:ist|lautet|est|es|\u00e9|\u00e8|is)?[ \t]{0,3}[:=]?[ \t]{0,3}(?P<b>\d{3}[- ]?\d{3}|\d{4,8})(?![\w:/-]|\.\w)",
        head=r"(?i)(?:(?:dein|ihr|votre|ton|tu|su|seu|tuo|uw|je)[ ][^\n0-9]{0,30}(?:code|c\xc3[\xb3\x93]digo|codice|tan)|(?:c\xc3[\xb3\x93]digo|codice|code)[ ]d[eia][ ]|mtan|\xba\xd0\xbe\xd0\xb4|\x9a\xd0\xbe\xd0\xb4)[^\n0-9]{0,60}[ :=][0-9]{3}",
    ),
)
"""Before or after what they are, in the languages they are sent in."""
