"""Faults that have been seen or documented, ready to use."""

from __future__ import annotations

from collector.simulator.faults.answers import ErrorObject, Status
from collector.simulator.faults.bodies import Body

_NGINX = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"

NOT_JSON = Body(b"wa-service: starting, please wait\n")
INVALID_UTF8 = Body(b'{"support": {"version": "2.57\xff\xfe.2"}}')
EMPTY = Body(b"", None)
NULL = Body(b"null")
BAD_GATEWAY = Status(502, _NGINX)
UNAUTHORISED = Status(401)
NOT_FOUND = ErrorObject(1006, "Resource not found", "Resource does not exist", 404)
NOT_READY = ErrorObject(1011, "Service not ready", "The database schema is being upgraded")
UNREACHABLE_CORE = ErrorObject(1014, "Internal error", "Connection timed out. Please check if wacore is running")
TOO_MANY = ErrorObject(1015, "Too many requests", status=429, retry_after="2")
NOT_PRIMARY = ErrorObject(1017, "Not Primary Master", "Please retry on the primary master")
TERMINAL_CODES = ErrorObject(
    1014,
    "\x1b]0;owned\x07\x1b[2J\x1b[31mInternal error\x9b1m\r\n\x08\u202eeslaf",
    "line one\nline two\x00\u2028end",
)
"""Escape sequences, C1 controls, a backspace, a bidi override and line breaks in title and details."""
