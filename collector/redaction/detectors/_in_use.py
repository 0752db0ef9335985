"""Numbers of phones that are in use although no numbering plan has them any more, or yet."""

from __future__ import annotations

from collector.compiled import compiled
from collector.redaction import numbering

# WhatsApp knows mobiles of Mexico by the 1 that was dropped in 2019, and older ones of Brazil without the 9 of 2012.
_MEXICAN = compiled(r"521(?P<rest>\d{10})")
_BRAZILIAN = compiled(r"55[1-9][1-9][6-9]\d{7}")
# Britain keeps these for plays and manuals (Ofcom, Telephone numbers for drama use).
_OF_DRAMA = compiled(r"44(?:7700900|2079460|1632960)\d{3}")


def is_other(digits: str) -> bool:
    """Tell whether international digits are a number that no plan has and people do."""
    mexican = _MEXICAN.fullmatch(digits)
    if mexican:
        return numbering.is_valid(f"52{mexican['rest']}")
    return _BRAZILIAN.fullmatch(digits) is not None or _OF_DRAMA.fullmatch(digits) is not None


def is_valid(digits: str) -> bool:
    """Tell whether international digits are a number of a plan's or one of these."""
    return numbering.is_valid(digits) or is_other(digits)


def canonical(digits: str) -> str:
    """Return the E.164 digits of an international number as it is dialled today."""
    mexican = _MEXICAN.fullmatch(digits)
    if mexican and numbering.is_valid(f"52{mexican['rest']}"):
        return f"52{mexican['rest']}"
    return numbering.canonical(digits)
