"""Message ids and JIDs as the client writes them; each can be read back into a telephone number."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode

_OUTBOUND, _INBOUND = 0x80, 0x00
_TAIL = bytes([0x02, 0x09, 1, 2, 3, 4, 5, 6, 7, 8, 9])


def outbound_id(phone: str) -> str:
    """Return an id `gB…` of a message sent to `phone` (digits), as the on-premises client writes it."""
    return _on_premises_id(_OUTBOUND, phone)


def inbound_id(phone: str) -> str:
    """Return an id `AB…` of a message received from `phone` (digits)."""
    return _on_premises_id(_INBOUND, phone)


def cloud_id(phone: str) -> str:
    """Return an id `wamid.…` as the Cloud API writes it: 0x1c 0x18, length, ASCII digits, then a serial number."""
    head = bytes([0x1C, 0x18, len(phone)]) + phone.encode()
    return "wamid." + b64encode(head + bytes([0x15, 2, 0, 0x11, 0x18, 0x12]) + b"0123456789ABCDEF01\0").decode()


def group_jid(phone: str) -> str:
    """Return the JID of a group that `phone` founded; the number stands before the dash."""
    return f"{phone}-1416322108@g.us"


def user_jid(phone: str) -> str:
    """Return the JID of a user."""
    return f"{phone}@s.whatsapp.net"


def _on_premises_id(direction: int, phone: str) -> str:
    odd = len(phone) % 2
    digits = bytes.fromhex(phone + "f" * odd)
    length = len(digits) | (0x80 if odd else 0)
    return urlsafe_b64encode(bytes([direction, 0x11, length]) + digits + _TAIL).decode().rstrip("=")
