"""Which digits are a phone number: one compiled pattern a calling code, made from libphonenumber's metadata."""

from __future__ import annotations

import functools
import importlib.util
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from collector.cache import cached, keep
from collector.compiled import compiled
from collector.frozen import digest

if TYPE_CHECKING:
    from phonenumbers import PhoneMetadata

_TYPES = (
    "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost",
    "personal_number", "voip", "pager", "uan", "voicemail",
)  # fmt: skip

Table = dict[str, tuple[str, list[int], int]]
"""By calling code: the pattern of every valid national number, the possible lengths, and a mobile's least one."""
LONGEST = 15
"""Digits that E.164 allows."""
SHORTEST_ALONE = 9
"""Digits of the shortest number that is looked for without a word beside it: of 40 runs of eight one is valid."""


@functools.cache
def _table() -> Table:
    """Return the table, kept from run to run: libphonenumber's metadata take longer to read than most texts."""
    found = importlib.util.find_spec("phonenumbers")
    assert found is not None  # noqa: S101
    name = f"numbering-{digest(Path(str(found.origin)), Path(__file__))}.json"
    if (content := cached(name)) is not None:
        kept: Table = json.loads(content)
        return kept
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE  # noqa: PLC0415  heavy

    made = {str(code): _described(code, regions) for code, regions in COUNTRY_CODE_TO_REGION_CODE.items()}
    keep(name, json.dumps(made).encode())
    return made


def _described(code: int, regions: tuple[str, ...]) -> tuple[str, list[int], int]:
    patterns: set[str] = set()
    lengths: set[int] = set()
    of_mobiles: set[int] = set()
    for metadata in _metadata(code, regions):
        for name in _TYPES:
            description = getattr(metadata, name)
            if description is not None and description.national_number_pattern:
                patterns.add(description.national_number_pattern)
        if metadata.general_desc is not None:
            lengths.update(n for n in metadata.general_desc.possible_length if n > 0)
            # A description without lengths of its own has the general ones.
            of_mobiles.update(n for n in (metadata.mobile or metadata.general_desc).possible_length if n > 0)
    pattern = "|".join(f"(?:{pattern})" for pattern in sorted(patterns)) or r"(?!)"
    return pattern, sorted(lengths), min(of_mobiles or lengths)


def _metadata(code: int, regions: tuple[str, ...]) -> list[PhoneMetadata]:
    from phonenumbers import PhoneMetadata  # noqa: PLC0415  heavy

    if regions == ("001",):
        found = [PhoneMetadata.metadata_for_nongeo_region(code)]
    else:
        found = [PhoneMetadata.metadata_for_region(region) for region in regions]
    return [metadata for metadata in found if metadata is not None]


# WhatsApp knows mobiles of Mexico by the 1 that was dropped in 2019.
_MEXICAN_DIGITS = 10
_WITH_ONE = compiled(r"521(?P<rest>\d{10})")
# And older ones of Brazil without the 9 of 2012; Britain keeps some for plays and manuals (Ofcom).
_WITHOUT_PLAN = compiled(r"55[1-9][1-9][6-9]\d{7}|44(?:7700900|2079460|1632960)\d{3}")


@functools.cache
def _valid(code: str) -> re.Pattern[str]:
    return compiled(_table()[code][0])


def calling_code(digits: str) -> str | None:
    """Return the calling code international digits begin with; no code is the beginning of another."""
    return next((digits[:length] for length in (1, 2, 3) if digits[:length] in _table()), None)


@functools.lru_cache(maxsize=65536)
def is_valid(digits: str) -> bool:
    """Tell whether ASCII digits (no `+`) are a valid international number, or one of those in use that no plan has."""
    if without_one := _mexican(digits):
        return is_valid(without_one)
    return _is_in_a_plan(digits) or _WITHOUT_PLAN.fullmatch(digits) is not None


def _is_in_a_plan(digits: str) -> bool:
    # The length first: compiling a country's pattern takes milliseconds.
    if not is_possible(digits):
        return False
    code = calling_code(digits)
    return code is not None and _valid(code).fullmatch(digits, len(code)) is not None


def _mexican(digits: str) -> str | None:
    """Return a mobile of Mexico without the 1 that is written in it."""
    written = _WITH_ONE.fullmatch(digits)
    return f"52{written['rest']}" if written else None


def spellings(digits: str) -> tuple[str, ...]:
    """Return E.164 digits, and those by which the same number is known, too."""
    national = digits.removeprefix("52")
    return (digits, f"521{national}") if digits.startswith("52") and len(national) == _MEXICAN_DIGITS else (digits,)


def is_usual(digits: str) -> bool:
    """Tell whether digits that are a valid number are as long as most: two fewer than a mobile's, or more."""
    code = calling_code(digits)
    return code is not None and len(digits) >= max(SHORTEST_ALONE, len(code) + _table()[code][2] - 2)


def is_possible(digits: str) -> bool:
    """Tell whether ASCII digits (no `+`) have a calling code and a length it knows."""
    if not 7 <= len(digits) <= 17 or digits[0] == "0":
        return False
    code = calling_code(digits)
    return code is not None and len(digits) - len(code) in _table()[code][1]


def international(digits: str, region: str | None) -> str | None:
    """Return the E.164 digits of a national number of the region, or None where it is no valid one."""
    if region is None:
        return None
    import phonenumbers  # noqa: PLC0415  heavy, and seldom asked for

    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)[1:]


def canonical(digits: str) -> str:
    """Return E.164 digits for an international number in any spelling: an exit code 00 and a trunk 0 are dropped."""
    digits = digits.removeprefix("00")
    if (without_one := _mexican(digits)) and is_valid(without_one):
        return without_one
    if not is_valid(digits):
        code = calling_code(digits)
        if code is not None:
            national = digits[len(code) :]
            if national.startswith("0") and is_valid(f"{code}{national[1:]}"):
                return f"{code}{national[1:]}"
    return digits
