"""A name led to its value by dots, bars, blanks or quotes alone."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._keys import TELLING
from collector.redaction.detectors._written import VALUE, written

FORMS = (
    # Under a word that sets them.
    written(
        ("ENV ", "set -", "etenv ", "etEnv ", "_param ", "_set_header ", "Header ", "onfigure set ", "config "),
        rf"(?m)(?<![\w\-])(?:ENV|[Ss]et[Ee]nv|set[ \t]{{1,4}}-[a-zA-Z]{{1,3}}|(?:fastcgi|uwsgi)_param|proxy_set_header|(?:Request)?Header[ \t]{{1,4}}(?:always[ \t]{{1,4}})?(?:set|add|append)|aws[ \t]{{1,4}}configure[ \t]{{1,4}}set|(?:git|npm|pip|composer|yarn|pulumi)[ \t]{{1,4}}config(?:[ \t]{{1,4}}(?:set|--\w{{1,12}})){{0,3}})[ \t]{{1,8}}[\"']?(?://[\w.\-/]{{1,100}}:)?(?P<key>[\w.\-$]{{2,60}})[\"']?[ \t]{{1,20}}(?![=:]){VALUE}",
        head=r"(?:ENV|[Ss]et[Ee]nv|set[ \t]{1,4}-[a-zA-Z]{1,3}|_param|_set_header|Header[ \t]{1,4}(?:always[ \t]{1,4})?(?:set|add|append)|onfigure[ \t]{1,4}set|config)[ \t]",
    ),
    written(
        ("....",),
        r"(?m)(?<![\w.])(?P<key>[A-Za-z][\w\-]{1,60}(?:\.[\w\-]{1,60}){0,6}?(?:[ ][A-Za-z]{2,20}){0,2})(?:[ ]?\.){4,120}[ \t]{0,3}:?[ \t]{0,3}(?:\"(?P<d>[^\"\n]{1,400})\"|(?P<cell>[^\s\"'.:][^\s\"']{3,400}))",
        head=rf"(?i){TELLING}[\w\-]{{0,40}}[ A-Za-z]{{0,40}}(?:\.\.|\.[ ]\.)",
    ),
    written(
        ("|", "\u2502"),
        r"(?m)^[ \t]{0,20}[|\u2502]{0,2}[ \t]{0,40}[*_`]{0,3}(?P<key>[A-Za-z0-9.][\w.\-]{1,80}?(?:[ ][\w.\-]{2,40}){0,2}?):?[*_`]{0,3}[ \t]{0,80}[|\u2502]{1,2}[ \t]{0,4}[*_`]{0,3}(?P<cell>[^\s|\u2502*_`][^\s|\u2502]{2,400}?)[*_`]{0,3}[ \t]{0,400}(?:[|\u2502][^\n]{0,200})?\r?$",
        head=r"(?i)(?:pass|pwd|secret|token|key|credential)[\w.\-]{0,30}:?[*_`]{0,3}[ \t]{0,80}(?:[|]|\xe2\x94\x82)",
    ),
    written(
        ('" "',),
        r"\"(?P<key>[\w.\-:]{2,80})\" \"(?P<cell>[^\"\n]{1,400})\"",
        head=rf"(?i)\"[\w.\-:]{{0,80}}{TELLING}[\w.\-:]{{0,80}}\" \"",
    ),
    # Two cells and no more on a line.
    written(
        (),
        r"(?m)^(?P<key>[A-Za-z][\w.\-]{2,60})[,;](?P<cell>[^\s,;\"']{4,200})[ \t\r]*$",
        head=rf"(?i)^[\w.\-]{{0,60}}{TELLING}[\w.\-]{{0,60}}[,;][^\s,;\"']{{4,200}}[ \t\r]*$",
    ),
    # A setting or a variable of several words, and after blanks its value, alone on a line.
    written(
        ("pass", "Pass", "PASS", "pwd", "PWD", "ecret", "ECRET", "oken", "OKEN", "KEY", "key"),
        r"(?m)^[ \t]{0,40}(?P<key>[A-Za-z][A-Za-z0-9]{0,30}(?:[_.\-][A-Za-z0-9]{1,30}){1,6})(?:[ ]{1,200}|\t{1,4})(?:\"(?P<d>[^\"\n]{3,400})\";?|(?P<cell>[^\s\"'=:{}()\[\]][^\s\"'(){}]{3,400}))[ \t]{0,200}\r?$",
        head=r"(?i)^[ \t]{0,40}[\w.\-]{0,100}(?:pass|pwd|secret|token|key)[\w.\-]{0,40}[ \t]{1,200}[^ \t]{4,404}[ \t]{0,200}$",
    ),
)
"""One name and one value."""
