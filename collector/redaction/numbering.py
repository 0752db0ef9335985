"""Which digits are a phone number: one compiled pattern a calling code, made from libphonenumber's metadata."""

from __future__ import annotations

import functools
import re

import phonenumbers

_TYPES = (
    "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost",
    "personal_number", "voip", "pager", "uan", "voicemail",
)  # fmt: skip


def _metadata(code: int) -> list[phonenumbers.PhoneMetadata]:
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(code, ())
    if regions == ("001",):
        found = [phonenumbers.PhoneMetadata.metadata_for_nongeo_region(code)]
    else:
        found = [phonenumbers.PhoneMetadata.metadata_for_region(region) for region in regions]
    return [metadata for metadata in found if metadata is not None]


@functools.cache
def _valid(code: int) -> re.Pattern[str]:
    """Return the pattern of every valid national number of a calling code."""
    patterns = set()
    for metadata in _metadata(code):
        for name in _TYPES:
            description = getattr(metadata, name)
            if description is not None and description.national_number_pattern:
                patterns.add(description.national_number_pattern)
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(patterns)) or r"(?!)")


@functools.cache
def _lengths(code: int) -> frozenset[int]:
    lengths: set[int] = set()
    for metadata in _metadata(code):
        if metadata.general_desc is not None:
            lengths.update(n for n in metadata.general_desc.possible_length if n > 0)
    return frozenset(lengths)


def calling_code(digits: str) -> int | None:
    """Return the calling code international digits begin with; no code is the beginning of another."""
    for length in (1, 2, 3):
        code = digits[:length]
        if len(code) == length and int(code) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            return int(code)
    return None


@functools.lru_cache(maxsize=65536)
def is_valid(digits: str) -> bool:
    """Tell whether ASCII digits (no `+`) are a valid international number."""
    if not 7 <= len(digits) <= 17 or digits[0] == "0":
        return False
    code = calling_code(digits)
    return code is not None and _valid(code).fullmatch(digits, len(str(code))) is not None


def is_possible(digits: str) -> bool:
    """Tell whether ASCII digits (no `+`) have a calling code and a length it knows."""
    if not 7 <= len(digits) <= 17 or digits[0] == "0":
        return False
    code = calling_code(digits)
    return code is not None and len(digits) - len(str(code)) in _lengths(code)


def international(digits: str, region: str | None) -> str | None:
    """Return the E.164 digits of a national number of the region, or None where it is no valid one."""
    if region is None:
        return None
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
    if not is_valid(digits):
        code = calling_code(digits)
        if code is not None:
            national = digits[len(str(code)) :]
            if national.startswith("0") and is_valid(f"{code}{national[1:]}"):
                return f"{code}{national[1:]}"
    return digits
