"""Phone numbers: with a plus, after telling words, in JIDs, formatted, and bare digits that are a valid number.

Every seventh integer of 8 to 13 digits is a valid international number somewhere, so bare digits need more than that:
nothing in their surroundings may say that they count, measure or identify something else.
"""

from __future__ import annotations

from collector.redaction.detector import Detector, Example, Form
from collector.redaction.detectors import (
    _fields,
    _inserts,
    _national,
    _number_shapes,
    _subscriber_ids,
    _tables,
    _telling,
)
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._told import (
    anywhere,
    in_cells,
    is_alone,
    is_valid,
    names_a_phone,
    told,
    told_elsewhere,
)
from collector.redaction.head_patterns import ignoring_case

DETECTOR = Detector(
    name="phone",
    kind="identity",
    mark="phone",
    forms=(
        *_number_shapes.FORMS,
        told(_telling.KEYED),
        told_elsewhere(_telling.KEYED_ELSEWHERE, _telling.KEYED_ELSEWHERE_HEAD),
        told(_telling.KEYED_SHORT),
        told(_national.CALLED),
        told(_national.CALLED_ELSEWHERE),
        told(_telling.SIGN, _telling.SIGN_HEAD),
        told(_telling.SIGNED, _telling.SIGNED_HEAD),
        told(_national.IN_A_NAME, _national.IN_A_NAME_HEAD, accepts=names_a_phone),
        told(_national.BY_A_SIGN, _national.BY_A_SIGN_HEADS),
        told(_national.A_NUMBER, accepts=is_alone),
        told(_national.MINE),
        told(_national.UNDER),
        told(_national.FROM_OR_TO, accepts=is_valid),
        told(_national.RECIPIENT),
        told(_national.DONE_WITH),
        told(_national.CALLED_SOMEBODY),
        told(_national.TO_BE_CALLED),
        told(_national.CALLS),
        told_elsewhere(_national.CALLS_ELSEWHERE, ignoring_case(_national.CALLS_ELSEWHERE)),
        told(_national.DONE_ELSEWHERE),
        told(_national.REACHED),
        told(_national.FOLLOWED, _national.FOLLOWED_HEAD),
        told(_national.STATION, _national.STATION_HEAD),
        told(_national.GROUPED, _national.GROUPED_HEAD, accepts=anywhere),
        told(_national.TO_SOMEBODY, _national.TO_SOMEBODY_HEAD, accepts=anywhere),
        told(_national.SET, accepts=anywhere),
        told(_national.DIALLED),
        told(_national.CALLED_BY),
        told(_national.DIAL_PLAN),
        told(_national.RECORDED),
        told(_national.CALLER, accepts=anywhere),
        told(_national.ADDRESSED),
        told(_national.SIGNED, accepts=anywhere),
        told(_national.MODEM),
        told(_national.MODEM_DIALS),
        told(_national.AT_A_SERVER),
        told(_national.SIP),
        told(_national.SIP_NAME),
        told(_telling.BESIDE),
        told(_telling.LISTED, _telling.LISTED_HEAD, around),
        told(_telling.FORM_DATA, "(?i)form-data", around),
        *_subscriber_ids.FORMS,
        Form(lambda _: _fields.ON_LINES, in_cells(_fields.cells)),
        Form(lambda _: _fields.OVER_LINES, in_cells(_fields.cells_below), around),
        Form(lambda _: _tables.PHONE_HEADS, in_cells(_tables.phone_cells), _tables.tables),
        Form(lambda _: _inserts.HEADS, in_cells(_inserts.phone_cells), _inserts.insertions),
    ),
    examples=(
        Example("no ack from +49 (151) 2345-6789 after 3 tries", ("2345",)),
        Example("peer=tel:+33-6-12-34-56-78 state=UP", ("12-34",)),
        Example("upsert 4915123456789@s.whatsapp.net ok", ("4915123456789",)),
        Example("call 0044 20 7946 0018 again", ("7946",)),
        Example("mobile (0151) 23456789", ("23456789",)),
        Example('{"wa_id": "4915123456789"}', ("4915123456789",)),
        Example('Lead { id: 7, phone: Some("015123456789") }', ("23456789",)),
        Example("id;broj telefona\n7;015123456789", ("23456789",)),
        Example("forward to 4915123456789 failed", ("4915123456789",)),
        Example('{"recipient": "015123456789"}, GET /v1/contacts/017112345678/x', ("23456789", "12345678")),
        Example("user.setPhone(9876543210)", ("9876543210",)),
        Example(
            "\u5ba2\u62374915123456789\u5df2\u9000\u8ba2, peer:004915123456780", ("4915123456789", "4915123456780")
        ),
        Example('{"contact": {"id": "4915123456789"}}, Telefon 0458-06-13-77', ("4915123456789", "06-13")),
        Example("recipient 7345628 is not on it", ("7345628",)),
        Example("recipient 2345678 of 3000000, recipient 20261123"),
        Example("offset 4915123456789 of partition 7"),
        Example("limit raised from 33612345678 to 33612345679, x-ratelimit-remaining: 33612345678"),
        Example("4915123456789 bytes written"),
        Example("2026-11-23 08:45:12,123 job 4711 ok"),
        Example('{"t": 1795423512345, "usage_bytes": 33612345678}'),
        Example("Worker.run(Worker.java:520) took 5 ms"),
        Example("version 4.9.151.234567"),
    ),
)
