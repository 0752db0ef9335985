"""Whether a sentence says that a quantity is set, moved or grown to a number: `Setting offset of x to N`."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled

_AMOUNT = (
    r"\w{0,24}(?:offset|position|index|idx|lsn|seq(?:uence|no|num)?|watermark|size|length|limit|threshold|timeout|interval|delay|ttl|epoch|timestamp|count|counter|total|quota|capacity|balance"
    r"|revision|generation|term|memory|heap|buffer|height|cursor|checkpoint|score|rate|bandwidth|level|depth|lag|weight|rowid|serial|(?:producer|txn?|transaction|trx|commit|event) ?id|xid|bytes|budget|backlog|log|segment|max|min|maximum|minimum|clock|time)s?"
)
_CHANGED = r"(?:(?:re)?set(?:ting)?|reset(?:ting)?|chang(?:ed|ing|e)|updat(?:ed|ing|e)|mov(?:ed|ing|e)|initiali[sz](?:ed|ing|e)|restor(?:ed|ing|e)|adjust(?:ed|ing)?|configured|defaults?|equals?|went|goes|jump(?:ed|s|ing)?|drop(?:ped|s|ping)?|fell|rose)"
_MOVED = (
    r"(?:seek(?:ing|ed)?|rewind(?:ing)?|rewound|truncat(?:ed|ing|e)|fast-?forward(?:ed|ing)?|advanc(?:ed|ing|es?)|increas(?:ed|ing|es?)|decreas(?:ed|ing|es?)|rais(?:ed|ing|es?)|lower(?:ed|ing|s)?|reduc(?:ed|ing|es?)"
    r"|grew|grown?|grow(?:ing|s)|shr[aiu]nk(?:ing|s)?|resiz(?:ed|ing|es?)|extend(?:ed|ing|s)?|bump(?:ed|ing|s)?|clamp(?:ed|ing|s)?|capp?(?:ed|ing|s)?|round(?:ed|ing|s)?|scal(?:ed|ing|es?)|incremented|decremented|limited|up|down|equal|flushed|acked|committed|caught up)"
)
_NOBODY = r"(?:(?!\b(?:sen[dt]\w{0,3}|messages?|sms|texts?|deliver\w{0,4}|forward\w{0,4}|notif\w{0,8}|repl\w{0,4}|phone|mobile|users?|contacts?|numbers?|callers?|customers?|call\w{0,4}|assign\w{0,4}|belong\w{0,4}|report\w{0,4}|address\w{0,4}|invit\w{0,6}|who|whose|wr[io]t\w{1,3}|sa[iy]\w{0,4}|talk\w{0,3}|connect\w{0,6})\b)[^\n;])"
_SET = compiled(
    rf"(?i)(?:\b(?:{_CHANGED}|{_MOVED}) {_NOBODY}{{0,24}}?\b{_AMOUNT}\b{_NOBODY}{{0,40}}?|\b{_AMOUNT}(?: (?:was|is|has|been|will|be|got|being|value|id)){{0,3}} (?:{_CHANGED}|{_MOVED})|\b{_MOVED})"
    r"(?: (?:back|up|down|forward|over))? (?:from \d{1,17} to|to|from)[ ]{1,3}\Z"
)


def is_of_an_amount(before: str) -> bool:
    """Tell whether what stands before a number says that it is what a quantity becomes or was."""
    return _SET.search(before) is not None
