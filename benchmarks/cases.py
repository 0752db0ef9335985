"""A labelled case, and how values in it are drawn: a template's slots, filled with a seed's chance."""

from __future__ import annotations

import random
import re
import string
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A text, its group and kind, and what must not be legible in what comes out; nothing: it must stay as it is."""

    group: str
    kind: str
    text: str
    digits: str = ""
    secrets: tuple[str, ...] = ()
    detector: str = ""
    """The detector that is to find it, or beside whose finds it stands; none: nobody says."""

    @property
    def is_sensitive(self) -> bool:
        """Tell whether something in the text must go."""
        return bool(self.digits or self.secrets)


_ALPHABETS = {
    "d": string.digits, "h": "0123456789abcdef", "a": string.ascii_letters + string.digits, "l": string.ascii_lowercase,
    "w": string.ascii_letters + string.digits + "_", "u": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "s": string.ascii_letters + string.digits + "+/",
}  # fmt: skip
_SLOT = re.compile(r"\{(?:(?P<set>[dhalwus])(?P<length>\d+)|(?P<name>uuid|epoch|octet))\}")


def drawn(form: str, draw: random.Random) -> str:
    """Return a form with its slots filled: `{l5}` five small letters, `{octet}` 1 to 254; `{{` is a brace."""

    def fill(match: re.Match[str]) -> str:
        if match["name"] == "uuid":
            return drawn("{h8}-{h4}-{h4}-{h4}-{h12}", draw)
        if match["name"] == "octet":
            return str(draw.randrange(1, 255))
        if match["name"]:
            return str(1_700_000_000 + draw.randrange(10**8))
        first = "123456789" if match["set"] == "d" else _ALPHABETS[match["set"]]
        rest = draw.choices(_ALPHABETS[match["set"]], k=int(match["length"]) - 1)
        return draw.choice(first) + "".join(rest)

    return _SLOT.sub(fill, form).replace("{{", "{").replace("}}", "}")
