"""Whether a sentence says that a quantity is set, moved or grown to a number: `Setting offset of x to N`."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

from collector.compiled import compiled
from collector.redaction.detectors._wordlist import words


class _Says(Enum):
    """What a word of a sentence says."""

    AMOUNT = auto()
    CHANGED = auto()
    """Of a quantity where one is named; of others, too."""
    MOVED = auto()
    """Of a quantity, whatever its name."""
    SOMEBODY = auto()
    JOINS = auto()
    NOTHING = auto()


_KINDS = (
    (
        _Says.SOMEBODY,
        compiled(
            r"sen[dt]\w{0,3}|messages?|sms|texts?|deliver\w{0,4}|forward\w{1,4}|notif\w{0,8}|repl\w{0,4}|phone|mobile|users?|contacts?|numbers?|callers?|customers?|call\w{0,4}"
            r"|assign\w{0,4}|belong\w{0,4}|report\w{0,4}|address\w{0,4}|invit\w{0,6}|who|whose|wr[io]t\w{1,3}|sa[iy]\w{0,4}|talk\w{0,3}|connect\w{0,6}"
        ),
    ),
    (
        _Says.CHANGED,
        compiled(
            r"(?:re)?set(?:ting)?|(?:chang|updat|mov|initiali[sz]|restor)(?:ed|ing|e)|adjust(?:ed|ing)?|configured|defaults?|equals?|went|goes|jump(?:ed|s|ing)?|drop(?:ped|s|ping)?|fell|rose"
            r"|rais(?:ed|ing|es?)|(?:lower|extend|bump)(?:ed|ing|s)?|limited|up|down|equal|flushed|acked|committed"
        ),
    ),
    (
        _Says.MOVED,
        compiled(
            r"seek(?:ing|ed)?|rewind(?:ing)?|rewound|fast-?forward(?:ed|ing)?|(?:truncat|advanc|increas|decreas|reduc|resiz|scal)(?:ed|ing|es?)|(?:clamp|round)(?:ed|ing|s)?"
            r"|grew|grow(?:n|ing|s)?|shr[aiu]nk(?:ing|s)?|capp?(?:ed|ing|s)?|incremented|decremented"
        ),
    ),
    (_Says.JOINS, compiled(r"was|is|has|been|will|be|got|being|value|id|back|forward|over")),
    (
        _Says.AMOUNT,
        compiled(
            r"\w{0,24}(?:offset|position|index|idx|lsn|seq(?:uence|no|num)?|watermark|size|length|limit|threshold|timeout|interval|delay|ttl|epoch|timestamp|counter|total|quota|capacity|balance"
            r"|revision|generation|memory|heap|buffer|height|cursor|checkpoint|bandwidth|weight|rowid|serial|(?:producer|txn?|transaction|trx|commit|event)_?id|xid|bytes|pages|blocks|budget|backlog|segment|maximum|minimum)s?"
            r"|(?:\w{0,24}_|row|hit|ref|byte|page|item|entry|line|record|retry|thread)?(?:count|term|score|rate|level|depth|lag|log|max|min|clock|time)s?"
        ),
    ),
)
_BREAKS = (",", ";", ":", ".", ")", "]")
_LEADS = words("to from")
_MOST_WORDS = 8


def is_of_an_amount(before: str) -> bool:
    """Tell whether what stands before a number says that it is what a quantity becomes or was."""
    said = before.lower().split()[-_MOST_WORDS - 3 :]
    if not said or said.pop() not in _LEADS:
        return False
    if len(said) > 1 and said[-1].isdigit() and said[-2] == "from":
        del said[-2:]
    has_amount = is_near = False
    for distance, word in enumerate(reversed(said)):
        says = _says(word)
        if says is _Says.SOMEBODY or (distance and word.endswith(_BREAKS)):
            return False
        if says is _Says.AMOUNT:
            if is_near:
                return True
            has_amount = True
        elif (says is _Says.MOVED and (has_amount or not distance)) or (says is _Says.CHANGED and has_amount):
            return True
        # `limit was reset to N`: only verbs between a quantity and where the number is led to.
        is_near = says is _Says.CHANGED if not distance else is_near and says in (_Says.CHANGED, _Says.JOINS)
    return False


@lru_cache(maxsize=4096)
def _says(word: str) -> _Says:
    return next((says for says, pattern in _KINDS if pattern.fullmatch(word)), _Says.NOTHING)
