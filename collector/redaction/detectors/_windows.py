"""Credentials on command lines of Windows and in what PowerShell writes."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import VALUE, by_literals, written

FORMS = (
    # A wireless network's key, as `netsh wlan show profile … key=clear` shows it.
    by_literals(
        ("Key Content", "Key content", "Schl\u00fcsselinhalt", "Contenu de la cl", "Contenido de la clave"),
        r"(?:Key [Cc]ontent|Schl\u00fcsselinhalt|Contenu de la cl\u00e9|Contenido de la clave)[ \t]{0,40}:[ \t]{0,8}(?P<b>[^\s]{8,64})",
    ),
    written(
        ("net user",),
        r"(?im)\bnet[ \t]{1,8}user[ \t]{1,8}[\"']?[\w.\\\-]{1,64}[\"']?[ \t]{1,8}(?:(?P<b>[^\s/*\"'][^\s\"']{0,200})(?=[ \t]{1,8}/[a-z])|(?P<lone>[^\s/*\"'][^\s\"']{5,200})(?=[ \t\r]*$))",
        head=r"(?i)net[ \t]{1,8}user\b",
    ),
    by_literals(
        ("reg add",),
        rf"\breg[ \t]{{1,4}}add\b[^\n]{{0,200}}?[ \t]/v[ \t]{{1,4}}(?P<key>\w{{2,60}})[ \t][^\n]{{0,60}}?/d[ \t]{{1,4}}{VALUE}",
    ),
    # As `reg query` shows what the registry holds.
    by_literals(
        ("REG_SZ", "REG_EXPAND_SZ", "REG_MULTI_SZ"),
        r"(?<![\w\\])(?P<key>\w{2,60})[ \t]{1,20}REG_(?:EXPAND_|MULTI_)?SZ[ \t]{1,20}(?P<b>[^\s\"']{1,200})",
    ),
    by_literals(("schtasks",), rf"\bschtasks\b[^\n]{{0,300}}?[ \t]/rp[ \t]{{1,3}}{VALUE}"),
    by_literals(
        ("ConvertTo-SecureString",),
        r"\bConvertTo-SecureString[ \t]{1,4}(?:-[A-Za-z]{1,12}[ \t]{1,4}){0,4}(?:\"(?P<d>(?:[^\"\\`\n]|[\\`].|\"\"){1,400})\"|'(?P<s>(?:[^'\n]|''){1,400})'|(?P<lone>[^\s\"'$(\-][^\s\"'|;)]{3,400}))",
    ),
    written(
        ("net use",),
        r"(?i)\bnet[ \t]{1,8}use\b[^\n]{0,60}?\\\\[^\s]{1,200}[ \t]{1,8}(?P<b>[^\s/*\"'][^\s\"']{0,200})(?=[^\n]{0,80}/user:)|\bnet[ \t]{1,8}use\b[^\n]{0,200}?[ \t]/user:[^\s]{1,80}[ \t]{1,8}[\"']?(?P<d>[^\s/*\"'][^\s\"']{0,200})",
        head=r"(?i)net[ \t]{1,8}use\b",
    ),
    by_literals(("setx", "SETX"), rf"(?i)\bsetx[ \t]{{1,8}}(?P<key>\w{{2,60}})[ \t]{{1,8}}{VALUE}"),
    by_literals(
        ("SecureString",),
        r"\"SecureString\"[ \t]{0,4}(?:,|\n)\s{0,80}\"Value\"[ \t]{0,4}:[ \t]{0,4}\"(?P<d>[^\"\n]{1,4096})\"",
        reach=around,
    ),
)
"""Programs of Windows that are told a credential."""
