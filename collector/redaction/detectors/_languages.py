"""As people of many languages call a password."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._password_words import ELSEWHERE
from collector.redaction.detectors._written import REMARK, VALUE, by_literals, written

# Where ASCII does not suffice.
_NAMES = tuple(
    form
    for word in (
        "contrase\u00f1a", "has\u0142o", "parol\u0103", "\u015fifre", "l\u00f6senord", "jelsz\u00f3", "salas\u00f5na",
        "slapta\u017eodis", "lykilor\u00f0", "m\u1eadt kh\u1ea9u", *ELSEWHERE,
    )
    for form in dict.fromkeys((word, word.capitalize(), word.upper()))
)  # fmt: skip

FORMS = (
    written(
        (
            "e passe",
            "ra-passe",
            "andi",
            "aslo",
            "elszo",
            "osenord",
            "ifre",
            "eslo",
            "ozinka",
            "laptazodis",
            "atkhau",
        ),
        rf"(?i)\b(?:mot de passe|palavra-passe|kata[ _]?sandi|haslo|jelszo|losenord|sifre|geslo|lozinka|slaptazodis|matkhau)(?:_\w{{1,20}})?[\"']?[ \t\xa0\u202f]{{0,8}}[:=][ \t]{{0,8}}(?:\xab[ \xa0\u202f]?)?{VALUE}",
        head=r"(?i)(?:passe|sandi|haslo|jelszo|losenord|sifre|geslo|lozinka|slaptazodis|matkhau)(?:_[\w\x80-\xff]{1,80})?[\"']?[ \t]{0,8}[:=]",
    ),
    written(
        ("ot de passe", "lave", "enha", "achtwoord", "eslo", "alasana", "ennwort", "arola", "dgangskode"),
        r"(?i)\b(?:mot de passe|clave(?: de acceso| secreta)?|senha|wachtwoord|heslo|salasana|kennwort|adgangskode|parola)[ \t]{1,3}(?:este|est|es|\u00e9|is|je|on|er|ist|lautet)[ \t]{1,3}:?[ \t]{0,3}[\"']?(?P<lone>[^\s\"',;<>()]{4,100})",
        head=r"(?i)(?:passe|clave|acceso|secreta|senha|wachtwoord|heslo|salasana|kennwort|adgangskode|parola)[ \t]{1,3}(?:este|est|es|\xc3[\x89\xa9]|is|je|on|er|ist|lautet)[ \t]",
    ),
    # Two words at the end of a sentence that tells it.
    written(
        (),
        rf"(?im)(?:\b(?:mot de passe|contrasena|clave|senha|wachtwoord|heslo|salasana|kennwort|adgangskode|parola|password|passwort)|{'|'.join(_NAMES)})[ \t]{{1,3}}(?:este|est|es|\u00e9|\u00e8|is|je|on|er|\u00e4r|ist|lautet|to)[ \t]{{1,3}}[\"']?(?P<told>[A-Za-z0-9]{{5,20}}-[A-Za-z0-9]{{5,20}}|[A-Za-z0-9]{{3,20}}(?:-[A-Za-z0-9]{{3,20}}){{2,5}})(?=[\"']?[.!]?[ \t\r]*$)",
        head=r"(?i)[ \t](?:este|est|es|\xc3[\x80-\xbf]r?|is|je|on|er|ist|lautet|to)[ \t]{1,3}[\"']?[A-Za-z0-9]{3,20}-[A-Za-z0-9\-]*[\"']?[.!]?[ \t\r]*$",
    ),
    by_literals(
        _NAMES,
        rf"(?:{'|'.join(_NAMES)})(?:_\w{{1,20}})?[\"']?[ \t]{{0,8}}[:=\uff1a\uff1d][ \t]{{0,8}}{VALUE}|(?:{'|'.join(_NAMES)})(?:{REMARK}|(?:[ ][^\W\d]{{2,24}}){{1,2}})[ \t]{{0,3}}[:\uff1a][ \t]{{0,8}}[\"']?(?P<lone3>[^\s\"',;<>()]{{4,100}})|(?:{'|'.join(_NAMES)})[ \t]{{1,3}}(?:(?:[^\W\d]{{1,20}}[ \t]{{1,3}}){{0,4}}?(?:es|to|\u00e4r|je|on|er|\u2014|-):?[ \t]{{1,3}})?[\"']?(?P<lone>[^\s\"',;<>()]{{4,100}})|(?:{'|'.join(_NAMES)})(?:\u662f|\u4e3a|\u70ba|\u306f|\ub294)[ \t:\uff1a]{{0,3}}[\"']?(?P<lone2>[!-~]{{3,99}}[^\s\"',;.<>()\u0080-\uffff])",
    ),
)
"""With a sign or without."""
