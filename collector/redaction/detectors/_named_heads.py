"""Heads of the lines with a name and its value: how such names end, what joins both, and how a value begins."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._named_fields import Named
from collector.redaction.head_patterns import in_bytes

_IN_NAME = r"[\w.\-\x80-\xff]"
_BAR = r"(?:\||\xe2\x94\x82)"
_VERB = r"(?:(?:get|h|hm|m)?set(?:nx)?|p?setex|append)"


def on_lines(kind: Named, quoted: str, bare: str) -> tuple[str, ...]:
    """Return heads of the lines with a name and its value, which begins so in quotes and without.

    Few: each holds all words of a kind, which the scan pays for on every line.
    """
    stem = f"(?:{in_bytes(kind.stem.pattern)})"
    name = _name(kind)
    quoted = rf"[ \t]{{0,8}}[\"']{quoted}"
    joined = "|".join(
        (
            rf"[\"'`]?\]?[ \t]{{0,40}}(?::=|=+>|->|==+|!=+|: ?string\?? =){quoted}",
            rf"[\"']\][ \t]{{0,8}}={quoted}",
            r"\][ \t]{0,40}=>[ \t]{0,8}[^ \t\n\"'<>()\[\]{},;]{2}",
            r"(?: =? ?|=)\[[^ \t\n\"'<>()\[\]{},;=]{2,253}\]",
            r"[\"'`]?[ \t]{0,4}[:=][ \t]{0,4}(?:(?:some|ok|just|string(?:::from)?)\(|<<)[\"']",
            r"\( ?[\"'][^\"'\n\\]{2,253}[\"'] ?[,)]",
            r"[\"']?,[ \t]{0,8}(?:<<)?[\"'][^\"'\n\\]{2,253}[\"'](?:>>)? ?[)}\]]",
            # A list behind what may stand around the name and before the list.
            r"[\\\"'`*_)\]>\x80-\xff]{0,8}(?:\[\w{0,20}\])?[ \t]{0,40}[:=!?+.\-]{0,3}[:=>][*_]{0,2}[ \t\r]{0,40}(?:[&!(\x80-\xff][^\n\[]{1,80})?\[[^\[\]{}\n]{0,2000}[,\"']",
            r":?[ \t]{0,8}</",
        )
    )
    return (
        rf"(?i){name}(?:{joined})",
        # Alone on a line, in cells or apart.
        rf"(?i)^[ \t]{{0,40}}(?:{_BAR}[ \t]{{0,8}})?[*_`\"]{{0,3}}(?:{_IN_NAME}{{1,64}} ){{0,2}}{_IN_NAME}{{0,64}}{name}[*_`\"]{{0,3}}:?[*_`]{{0,2}}(?:[ \t]{{0,80}}{_BAR}| {{0,8}}\t|  | ?\.\.\.)[ \t|.:*_`\"\x80-\xff]{{0,200}}[^ \t\n|\"'`*<>(){{}}\[\],;=]{{2,253}}[*_`\"]{{0,3}}[ \t]{{0,80}}{_BAR}?[ \t\r]{{0,40}}$",
        rf"(?i)(?:^|[ \"'(\[`])--{_IN_NAME}{{0,64}}{name}[ =][\"']?[^ \t\n\"'<>()\[\]{{}},;|&=]{{2}}",
        r"Key \([^()\n]+\)=\(|' for key '",
        rf"(?i)\"{_VERB}\" \"|[0-9]> {_VERB} |redis-cli |etcdctl (?:put|set|mk)|consul kv put ",
        rf"(?i)^[ \t]{{0,40}}(?:# ?define[ \t]{{1,8}})?{_IN_NAME}{{0,64}}{name}[ \t]{{1,8}}(?:[\"'][^ \t\"'\n]{{2,253}}[\"'];?|[^ \t\"'\n]{{2,253}};)[ \t\r]{{0,40}}$",
        # One that is a word of several, or of several values.
        rf"(?i)(?:[a-z\x80-\xff]{stem}{_IN_NAME}{{0,64}}|{stem}{_IN_NAME}{{0,64}}s)[\"'`*]{{0,2}}[ \t]{{0,3}}[:=]\*{{0,2}}[ \t]{{0,8}}[\"'`]?{bare}",
        rf"(?i)(?:name|key|id|type|property)[\"']?[ \t]{{0,40}}[:=>][ \t]{{0,40}}[\"']?{_IN_NAME}{{0,64}}{stem}",
        rf"(?i)<[\w:.\-\x80-\xff]{{0,64}}{name}(?:[ \t][^<>\n]{{0,200}})?>[ \t]{{0,80}}(?:[^<\s]|<(?:!\[cdata|value|plaintext))",
    )


def over_lines(kind: Named) -> tuple[str, ...]:
    """Return heads of the lines with a name whose value stands on a further line."""
    name = _name(kind)
    return (
        rf"(?i){name}(?:[\"']?[ \t]{{0,40}}:[ \t]{{0,40}}(?:[|>][+\-1-9]{{0,2}}|\{{)?[ \t]{{0,40}}\r?$|[\"']\]=>[ \t\r]{{0,40}}$|(?: {_IN_NAME}{{1,40}})?:?[ \t]{{0,40}}</[a-z]+>[ \t\r]{{0,40}}(?:<[^<>\n]{{0,200}}>[ \t\r]{{0,40}})*$)",
        rf"(?i)<(?:[^<>\n]{{0,200}}[^<>\w\n])?[\w:.\-\x80-\xff]{{0,64}}{name}(?:[ \t\"'][^<>\n]{{0,200}})?>[ \t]{{0,40}}\r?$",
        r"(?i)form-data; ?name=\"",
        r"^[ \t]{0,40}[0-9]{1,6}\) \"",
        rf"(?i)(?:^|[\W_]|key)(?:name|key|variable|id|property|param)[\"']?[ \t]{{0,40}}[:=>][ \t]{{0,40}}[\"']?[\w.\-/]{{0,64}}{name}[\"']?[ \t]{{0,40}}(?:,|</[^\n]{{0,200}})?[ \t]{{0,40}}\r?$",
    )


def _name(kind: Named) -> str:
    """Return how names of a kind end, from where their part that tells begins."""
    stem = f"(?:{in_bytes(kind.stem.pattern)})"
    return (
        rf"(?:(?:{in_bytes(kind.ends)})s?|{stem}[\w.\- ]{{0,64}}(?:{kind.tails})|{_elsewhere(stem)})[0-9_.\-]{{0,16}}"
    )


def _elsewhere(stem: str) -> str:
    return rf"{stem}[\w.\-]{{0,64}}[\x80-\xff]{_IN_NAME}{{0,64}}"
