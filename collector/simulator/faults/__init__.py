"""What can go wrong between a client and a server, as data by path.

`First`, `After` and `Both` combine faults: `First(2, NOT_PRIMARY)` fails twice and then lets the good answer through.
"""

from collector.simulator.faults.answers import ErrorObject, HugeHeader, Redirect, Status
from collector.simulator.faults.base import EVERY_PATH, After, Both, Fault, First, apply
from collector.simulator.faults.bodies import Announced, Body, Gzip, GzipBomb
from collector.simulator.faults.known import (
    BAD_GATEWAY,
    EMPTY,
    INVALID_UTF8,
    NOT_FOUND,
    NOT_JSON,
    NOT_PRIMARY,
    NOT_READY,
    NULL,
    TERMINAL_CODES,
    TOO_MANY,
    UNAUTHORISED,
    UNREACHABLE_CORE,
)
from collector.simulator.faults.wires import (
    Chunked,
    Dripping,
    Endless,
    Hang,
    HangInHandshake,
    Reset,
    Slow,
    Truncated,
    WrongLength,
)

__all__ = [
    "BAD_GATEWAY",
    "EMPTY",
    "EVERY_PATH",
    "INVALID_UTF8",
    "NOT_FOUND",
    "NOT_JSON",
    "NOT_PRIMARY",
    "NOT_READY",
    "NULL",
    "TERMINAL_CODES",
    "TOO_MANY",
    "UNAUTHORISED",
    "UNREACHABLE_CORE",
    "After",
    "Announced",
    "Body",
    "Both",
    "Chunked",
    "Dripping",
    "Endless",
    "ErrorObject",
    "Fault",
    "First",
    "Gzip",
    "GzipBomb",
    "Hang",
    "HangInHandshake",
    "HugeHeader",
    "Redirect",
    "Reset",
    "Slow",
    "Status",
    "Truncated",
    "WrongLength",
    "apply",
]
