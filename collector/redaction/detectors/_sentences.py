"""Credentials in sentences and remarks."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import written

FORMS = (
    # Alone below the sentence that announces it.
    written(
        ("assword", "token", "secret"),
        r"(?i)\b(?:password|token|secret)\b[^\n:=]{0,80}:[ \t\r]*\n(?:[ \t\r]*\n)?[ \t]{0,8}(?P<made>[^\s:]{8,200})[ \t\r]*(?:\n|$)",
        head=r"(?i)(?:password|token|secret)[^\n:=]{0,80}:[ \t\r]*$",
        reach=around,
    ),
    written(("password to ",), r"\bpassword to [a-z \t]{2,60}:[ \t]{1,4}(?P<made>[^\s]{8,200})"),
    written(
        (
            "password",
            "Password",
            "passphrase",
            "PASSWORD",
            "passwort",
            "Passwort",
            "passwd",
            "pwd",
            "pw ",
            "PW ",
            "ennwort",
        ),
        r"(?i)\b(?:password|passphrase|passcode|passwort|passwd|pwd|pw|kennwort)[ \t]+(?:(?:for|of)[ \t]+(?:[^\s:]{1,60}[ \t]+){1,5}?(?=(?:is|was|has|set|changed|reset)\b))?(?:(?:is|was|to|of|ist|lautet|as|with|using|(?:(?:is|was|has been|been) )?(?:now )?(?:set|changed|reset|updated)(?: to|:))[ \t:]+)?[\"']?(?P<prose>[^\s\"',;<>()]{4,100})",
        head=r"(?i)(?:password|passphrase|passcode|passwort|passwd|pwd|pw|kennwort)[ \t]+[\"'(]?[^\s]",
    ),
    written(
        ("token", "Token", "secret", "key", "Key", "credential"),
        r"(?i)\b(?:(?:api|access|secret|auth|bearer|private|session)[ _-]?(?:key|token)|token|secret|credentials?|key)[ \t]+(?:(?:is|was|as|to|with|using|value):?[ \t]+|\d{1,2}:[ \t]+)?[\"'`]?(?P<made>[^\s\"'`,;<>()]{8,400})",
        head=r"(?i)(?:token|secret|credentials?|key)[ \t]+[\"'`]?[^\s\"'`,;<>()]{2}",
    ),
    # A user and a password divided by a stroke; a password after another word of a list.
    written(
        ("redential", "creds", "pass", "ogin", "ogon", "ccount", "REDENTIAL"),
        r"(?i)\b(?:creds?|credentials?|log[io]ns?|account|user[\-_/]?pass(?:word)?|zugang(?:sdaten)?|acc[eè]s)[ \t]{0,3}[:=][ \t]{0,3}[\"']?[\w.@\-\\]{2,64}[ \t]{1,3}/[ \t]{1,3}(?P<lone>[^\s\"']{4,100})",
        head=r"(?i)(?:creds?|credentials?|log[io]ns?|account|user[\-_/]?pass(?:word)?|zugang(?:sdaten)?|acc[e\x80-\xff]{1,2}s)[ \t]{0,3}[:=][^\n]{2,80}[ \t]/[ \t]",
    ),
    written(("Login ",), r"\bLogin (?:incorrect|OK)[^\n\[]{0,120}\[[^\]/\n]{1,100}/(?!<)(?P<b>[^\]\n]{1,200})\]"),
    written(
        ("/", ",", ";", "|", "("),
        r"(?i)[/,;|(][ \t]{0,3}(?:pass|pw|pwd|psw|psk|kw)[ \t]{1,3}(?P<lone>[^\s\"',;|:=()]{4,100})(?=[ \t\r]*(?:$|[\n,;|)/]))",
        head=r"(?i)[/,;|(][ \t]{0,3}(?:pass|pw|pwd|psw|psk|kw)[ \t]",
    ),
)
"""After a telling word, as a word that looks like no word."""
