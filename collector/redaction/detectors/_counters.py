"""What says that a run of digits counts, measures or identifies something: its key, its unit, its neighbours."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
import unicodedata

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detectors._wordlist import words

_PHONE_KEYS = words(
    " phone telephone tel mobile cell msisdn waid wa whatsapp fax pager sms from to sender recipient receiver"
    " caller callee contact"
    " customer subscriber user peer participant jid debug_info input number rcpt destination dest source src"
    " author chat"
    " recipients receivers phones numbers contacts participants members customers msisdns"
    " callback ani dnis handset owner member rufnummer nummer numero telefon handy client"
    " called calling dialed dialled"
)
_RECORDS = words("customer contact client account member owner author callback cell sms fax pager")
"""Of whom `id` is a database's."""

_QUANTITIES = words(
    " byte bytes b kb mb gb tb kib mib gib size sizes length len count counts counter counters total totals sum"
    " max min avg mean median"
    " p50 p90 p95 p99 ms us ns s sec secs second seconds millis micros nanos minute minutes hour hours day days"
    " time times timestamp ts"
    " epoch date created updated modified started ended expires expiry expire age uptime duration elapsed"
    " latency delay timeout ttl"
    " interval period offset offsets lag seq sequence seqno position pos index idx lsn txid xid zxid scn gtid"
    " transaction id ids uid gid"
    " pid tid ppid inode ino ino_t block blk blocks page pages frame frames row rows record records line lines"
    " item items key keys"
    " entry entries message messages msg msgs packet packets request requests req reqs response responses op"
    " ops cycle cycles tick ticks"
    " jiffies heap rss vsz vss mem memory free used cached buffers buffer available swap disk space capacity"
    " limit quota threshold"
    " rate speed bandwidth rx tx read reads write writes written sent received in out hits misses hit miss"
    " ratio percent pct load cpu"
    " usage utilization version build revision rev release commit hash checksum crc crc32 digest random seed"
    " nonce shard shards bucket"
    " buckets port ports code status error errno level line bits bit words word chars characters chunk chunks"
    " allocated alloc"
    " registration_id registration address addr pointer ptr fd handle thread job task batch run step generation"
    " gen epochs term"
    " slot slots partition segment segments file files node nodes wrapped at value values val v t n x y z i j k h w"
    " num cost price amount"
    " balance amt sum_us count_us score weight order invoice ticket case serial imei iccid imsi mac isbn ean"
    " upc sku vat account iban"
    " pts dts delta diff drift skew stamp nsec usec msec lastmodified mtime ctime atime dev sector sectors"
    " cylinder lba"
    " objectid timestampms content checkpoint watermark snapshot cluster range samples sample"
    # Things that are numbered, and what people count.
    " goods parcel parcels package shipment consignment delivery booking reservation receipt transfer payment purchase"
    " event connection product products issue bug claim passport licence license policy document documents image images photo volume"
    " volumes object objects build builds worker workers goroutine fiber process relation oid sku org"
    " organization organisation store shop merchant vendor campaign branch site region tag category"
    " limit magic fingerprint serial firmware model population distance ssrc ntp timeticks seqnum ctxt pgfault rchar"
    " wchar syscr syscw stripe lac cid cellid wrote contains impressions clicks views likes followers subscribers cells"
    " usd eur gbp inr idr rp rs jpy vnd krw cny brl mxn zar ngn kes chf"
    " gauge state challenge difficulty loginuid auid sess ses token tokens cursor etag ledger workflow artifact rowid"
    " relfilenode tuples reltuples pgscan pgsteal faults switches instructions branches loads stores interrupts softirq"
    " hz tsc clock ssthresh cwnd dropped overruns collisions retransmits flow spi label asn bitrate timescale"
    " conference cart qty matricule ref rrn utr trace rank iteration iterations loops cap params parameters weights"
    " evictions allocs frees mallocs lookups inserts deletes updates scans fetches commits rollbacks merges flushes"
    " compactions snapshots wakeups migrations signals forks retries resets timeouts failures attempts connects polls"
    " waits locks vertices triangles edges features classes clusters drops pops"
    " barcode xmin xmax examined questions queries increment mask ecr conns"
    " ipv4 ipv6 reg chr dir fifo sock unix"
    # The same in other languages.
    " bestellung auftrag rechnung vertrag artikel vorgang aktenzeichen sendung paket konto buchung beleg"
    " commande facture reference dossier colis compte contrat article"
    " pedido factura referencia guia cuenta contrato fatura protocolo conta nota ordine fattura pratica conto"
    " bestelling factuur zending rekening zamowienia faktury umowy paczki konta fakturanummer ordernummer bestallning"
    " siparis fatura kargo pesanan resi faktur"
    " заказ заказа счет счета счёта договора"
    " 订单号 訂單編號 注文番号 주문번호"
)
_NUMBER_ITSELF = words("wa whatsapp phone msisdn recipient")
"""Of whom an id is the number also where JSON has no quotes around it."""
_PHONE_STEMS = ("ruf", "fon", "phone", "mobil", "handy", "fax", "kontakt", "notfall", "hotline", "durchwahl")
"""What a compound word that ends in `nummer` numbers, where it numbers a phone."""
_COMPOUND = compiled(r"(.{3,40}?)(?:nummer|nr)")
_MEASURES = words("space size bytes count total free used memory disk")
"""Words that make a quantity of whatever the key ends with: `free_space_data`."""
_QUANTITY_ENDS = ("bytes", "time", "count", "size", "total", "offset", "stamp", "seq", "millis", "nanos")
_MORE = words(
    " txn freed transferred boot copied flushed scanned processed reclaimed consumed produced committed acked compacted"
    " depth truncated serial allocations reserved elapsed budget quota"
)
_MEDIA = compiled(r"\.(?:jpe?g|png|webp|gif|ogg|opus|mp[34]|amr|3gp|aac|wav|m4a|pdf|vcf|docx?|xlsx?)\b")
_SEPARATED = frozenset({"a", "ack", "win", "mark", "generation", "lock"})
"""Words that count only where a colon or an equals sign follows."""
_UNITS = (
    r"(?i:[kmgtp]i?b|b|bytes?|octets?|bits?|[kmg]?bps|ns|us|µs|ms|msecs?|usecs?|nsecs?|s|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?"
    r"|millis\w*|micros\w*|nanos\w*|rows?|packets?|records?|lines?|items?|entries|entry|messages|msgs|requests?|reqs?|responses?|ops|operations?|cycles?|ticks?"
    r"|blocks?|pages?|frames?|chunks?|keys|files?|objects?|docs?|documents?|events?|times|tokens?|chars?|characters?|words?|samples?|points?|errors?|hits?"
    r"|misses|inodes?|sectors?|elements?|partitions?|segments?|tuples?|hz|[kmg]hz|iops|rpm|percent|of"
    r"|km|[kmg]?wh|mah|buffers?|conns|(?:in|out)?pkts|\d{3,4}-byte|impressions?|clicks?|views?|likes?|followers?|eur|usd|gbp|inr|idr|jpy|vnd|krw)\b"
)
_UNIT_FOLLOWS = compiled(rf"[ \t]{{0,2}}(?:{_UNITS}(?![ \t]*[=:][ \t]*\S)|%|/\s?\d|[ ]?(?:out of|/s\b))")
# Units of which there are no persons: not even `to N ms` is one's number.
_MEASURED = compiled(
    r"[ \t]{0,2}(?i:[kmgt]i?b|bytes?|octets?|[munµ]?s|msecs?|usecs?|rows|records|times)\b(?![ \t]*[=:])"
)
_OWN_KEY = compiled(
    r"([^\W\d_][\w.\-]{0,60})(?:\{[^{}\n]{0,200}\})?[\"'\])]{0,2}[ \t]{0,40}(?:(?:=>|:=|[:=\uff1a]|(?<=[ \t])\||(?<=[\"']),)[ \t]{0,40}| is | n\xb0 |[ \t]{1,3}(?![(\[<]?[\"'])|[>(\[{](?![\"'])|\t)[\[\"'(<]{0,2}(?:(?:[\d.]{1,20}[,;]?[ \t]{1,4}|\d{1,20},[ ]?){0,8})$"
)
# What a part of a path names: `/orders/N`.
_SEGMENT = compiled(r"(?:^|[/ \t\"'])([A-Za-z][\w\-]{0,60})/$")
# What a row of a list holds that a number stands in: SDP's origin, files, an answer's status and size, a checksum.
_ROW = compiled(
    r"^o=\S{1,60} (?:\d{1,20} )?$|(?:^|\s)[\-dlcbps](?:[r\-][w\-][xsStT\-]){3}[.+@]?[ \t][^\n]*$|\" [1-5]\d\d $"
)
_CHECKED = compiled(r"[ \t]{1,2}\d{1,15}[ \t]{1,2}[./~]")
_UNIQUE = compiled(r"' for key '(?:[\w]{1,64}\.)?([\w\-]{1,64})'")
_NEGATIVE = compiled(r"(?:^|[\s(\[,=])-$")
# An element of XML, whose attributes are no names of what it holds.
_ELEMENT = compiled(r"<(?:[\w.\-]{1,40}:)?([A-Za-z][\w.\-]{0,60})(?:[ \t][^<>]{0,180})?>$")
_METRIC = compiled(r"^(?:[a-zA-Z_:][\w:]{0,120}\{[^{}\n]{0,400}\}|[a-zA-Z][a-zA-Z0-9:]{0,60}_\w{1,80})[ \t]{1,4}$")
_METRIC_ENDS = compiled(r"[ \t]*(?:\d{10,13}[ \t]*)?\r?(?:\n|$)")
_WORDS = compiled(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_a-zA-Z]+|\d+")
_MONEY = frozenset("$\u20ac\u00a3\u00a5\u20b9\u20a9\u20ab\u20ba\u20bd\u20b4\u0e3f")
_GLUED_BEFORE = _MONEY | frozenset("#+*^~\\")
_GLUED_AFTER = frozenset("%$€")
_NOT_TOKEN = compiled(r"[\w+]")


def unit_follows(text: str, end: int) -> bool:
    """Tell whether a unit or a countable noun follows."""
    return _UNIT_FOLLOWS.match(text, end) is not None


def measure_follows(text: str, end: int) -> bool:
    """Tell whether a unit follows that measures: what is counted may also be done by or with somebody's number."""
    return _MEASURED.match(text, end) is not None


# ISO 6709: degrees, minutes and perhaps seconds, those of east or west with three digits of degrees.
_COORDINATES = compiled(
    r"\+[0-8]\d(?:[0-5]\d[+\-][01]\d\d[0-5]\d|(?:[0-5]\d){2}[+\-][01]\d\d(?:[0-5]\d){2})(?![\d\-/(])"
)
_VERSION_BEFORE = compiled(r"\d[A-Za-z]{1,2}\Z")


def begins_coordinates(text: str, plus: int) -> bool:
    """Tell whether a plus begins a place on the earth: `+5230+01322`."""
    return _COORDINATES.match(text, plus) is not None


def is_in_a_version(text: str, plus: int) -> bool:
    """Tell whether a plus stands in a version: `93u+20120801`."""
    return _VERSION_BEFORE.search(text, max(0, plus - 3), plus) is not None


def is_part(text: str, start: int, end: int) -> bool:
    """Tell whether the digits are a part of a longer thing: a fraction, a version, a hex string, a UUID, an issue."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:].isalpha() or after[:1].isalpha() or before[-1:] in _GLUED_BEFORE or after[:1] in _GLUED_AFTER:
        return True
    if before[-1:] == " " and before[:1] in _MONEY:
        return True
    if (before[-1:] in {".", ":", "-", "/"} and before[:1].isdigit()) or _NEGATIVE.search(before):
        return True
    if before[-1:] == ":" == after[:1] and _ACCOUNT.search(text, max(0, start - 100), start):
        return True
    if _named_by(text, start) or _MEDIA.match(text, end):
        return False
    return _is_joined(text, start, before, after)


def _is_joined(text: str, start: int, before: str, after: str) -> bool:
    if after[:1] in {".", ":", "-"} and _NOT_TOKEN.match(after[1:2] or ""):
        return not (after[:1] == ":" and not after[1:2].isdigit())
    if before[-1:] == "-" and _NOT_TOKEN.match(before[:1] or ""):
        return True
    return (before[-1:] == "_" or after[:1] == "_") and not _is_file_part(text, start)


# Whose a resource of a cloud is: `arn:aws:iam::N:role/…`.
_ACCOUNT = compiled(r"\barn:aws[\w\-]{0,8}:[\w\-]{0,40}:[\w\-]{0,40}:$")
_NAME_BEFORE = compiled(r"([A-Za-z]+)[_\-]$")


def _named_by(text: str, start: int) -> bool:
    """Tell whether a word for a person or a phone is joined to it, as in `user-N-session`."""
    name = _NAME_BEFORE.search(text, max(0, start - 24), start)
    return name is not None and name.group(1).lower() in _PHONE_KEYS


def _is_file_part(text: str, start: int) -> bool:
    """Tell whether a word stands before the underscore, as in `media_N_a`."""
    head = re.search(r"([A-Za-z]+)_$", text[max(0, start - 24) : start])
    return head is not None and not _is_quantity(head.group(1))


def counts(text: str, start: int, end: int) -> bool:
    """Tell whether the surroundings of a bare number say that it is a quantity or an id."""
    return _is_of_a_range(text, start, end) or _counts_by_itself(text, start, end)


def _counts_by_itself(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", max(0, start - 400), start) + 1 or max(0, start - 400)
    before = text[line_start:start]
    key = _OWN_KEY.search(before[-160:])
    words = _named(text, before, end, key)
    if len(words) > 1 and words[-1] in _PARTIES and words[-2] in _PHONE_KEYS:
        words.pop()
    if _MEASURED.match(text, end) or _is_numbered(words):
        return True
    if words[-1:] == ["id"] and _NUMBER_ITSELF.isdisjoint(words) and _is_json_number(text, key, start):
        return True
    if words and (words[-1] in _PHONE_KEYS or _is_person(words)):
        return False
    if _is_in_a_row(text, before, end) or _is_listed_with_figures(text, before, start):
        return True
    if words and (_is_quantity_key(words) or (words[-1] in _SEPARATED and before.rstrip()[-1:] in {":", "="})):
        return True
    return _is_json_number(text, key, start)


def _named(text: str, before: str, end: int, key: re.Match[str] | None) -> list[str]:
    """Return the words of what the number is called by: an element, a key, a part of a path, a key of a table."""
    if unique := _UNIQUE.match(text, end):
        words = key_words(unique.group(1))
        return ["id"] if words[-1:] == ["primary"] else [word for word in words if word in _PHONE_KEYS] or words
    if before.endswith(">") and (element := _ELEMENT.search(before[-260:])):
        return key_words(element.group(1))
    if key:
        words = key_words(key.group(1))
        return words if len(words) > 1 else _word_before(before[-160:], key) + words
    segment = _SEGMENT.search(before[-64:])
    return ["id"] if segment and key_words(segment.group(1))[-1].removesuffix("s") in _KEPT_BY_NUMBER else []


def _is_in_a_row(text: str, before: str, end: int) -> bool:
    """Tell whether a unit follows or it stands in a row of a list, a table, or figures."""
    within_a_path = before.endswith("/") and text[end : end + 1] == "/"
    return bool(
        (unit_follows(text, end) and not within_a_path)
        or (_METRIC.match(before) and _METRIC_ENDS.match(text, end))
        or _in_columns(text, before, end)
        or _OF.search(before[-24:])
        or _ROW.search(before[-260:])
        or (not before and _CHECKED.match(text, end))
    )


_NUMBER = frozenset({"number", "no", "nr", "n", "num"})
_PARTIES = frozenset({"a", "b"})
"""Who calls and who is called, as telephone networks name them: `b-number`, `msisdn_a`."""
_NUMBERED = words(
    "sequence serial line order invoice account port version transaction tracking ticket case build block batch frame page"
    " part model row track issue job run revision policy document confirmation booking reference receipt process"
    " product item payment shipment parcel image post article task claim"
)
_KEPT_BY_NUMBER = _NUMBERED - {"account"}
"""What a path leads to by a number: `/orders/N`."""
_LAST_WORD = compiled(r"([^\W\d_]{2,20})[ ]$")
_ADDRESSES = frozenset({"address", "addr", "id", "party"})


def _word_before(before: str, key: re.Match[str]) -> list[str]:
    """Return the word before `number` or `address`, which says what it numbers."""
    last = key.group(1).lower().rstrip(".")
    word = _LAST_WORD.search(before, 0, key.start()) if last in _NUMBER or last in _ADDRESSES else None
    return key_words(word.group(1)) if word else []


def _is_numbered(words: list[str]) -> bool:
    """Tell whether words name the number of a thing: `order_no`, `facture n\u00b0`."""
    if len(words) < 2 or words[-1] not in _NUMBER or words[-2] in _PARTIES:
        return False
    return words[-2] in _NUMBERED or words[-2] in _QUANTITIES


def _is_person(words: list[str]) -> bool:
    """Tell whether words name a person's address or a person's wish: `wa_id`, `destinationAddress`, `opt-out`."""
    if words[-2:-1] == ["opt"] and words[-1] in {"in", "out"}:
        return True
    if len(words) > 2 and words[-2] in {"station", "line"}:
        words = [*words[:-2], words[-1]]
    if len(words) < 2 or words[-2] not in _PHONE_KEYS:
        return False
    return words[-1] in {"number", "no", "nr", "num", "input"} or (
        words[-1] in _ADDRESSES and words[-2] not in _RECORDS
    )


def key_words(key: str) -> list[str]:
    """Return the words of a name in small letters, Latin ones without marks."""
    if not key.isascii():
        plain = (char for char in unicodedata.normalize("NFD", key) if not unicodedata.combining(char))
        key = unicodedata.normalize("NFC", "".join(plain))
    return [word.lower() for word in _WORDS.findall(key)]


def _is_quantity(word: str) -> bool:
    return word.lower() in _QUANTITIES


def _is_quantity_key(words: list[str]) -> bool:
    if len(words) > 1 and (words[0] in {"max", "min"} or not _MEASURES.isdisjoint(words[:-1])):
        return True
    last = words[-2] if words[-1].isdigit() and len(words) > 1 else words[-1]
    return last in _QUANTITIES or last in _MORE or last.endswith(_QUANTITY_ENDS) or _numbers_a_thing(last)


def names_a_quantity(name: str) -> bool:
    """Tell whether a word of a name says that it counts, measures or identifies something: `phoneCount`."""
    return any(word in _QUANTITIES for word in key_words(name))


def _numbers_a_thing(word: str) -> bool:
    """Tell whether a compound word names the number of something else than a phone: `rechnungsnummer`."""
    compound = _COMPOUND.fullmatch(word)
    if compound is None or compound.group(1).startswith(("tel", "tlf")):
        return False
    return not any(stem in compound.group(1) for stem in _PHONE_STEMS)


_OF = compiled(r"(?<![\w.])\d{1,17}[ \t](?:of|/)[ \t]$")
_NUMBERS_BEFORE = compiled(r"(?:(?<!\S)\d[\d.,]*[ \t]{1,8}){1,8}$")
_NUMBERS_AFTER = compiled(r"(?:[ \t]{1,8}\d[\d.,]*(?!\S)){1,8}")
_LABELLED_ROW = compiled(r"[A-Za-z]:?[ \t]+(?:\d[\d.,]*[ \t]+)*$")
_LARGE = compiled(r"(?<![\w.])\d{6,}(?![\w.])")
_TO_FURTHER = compiled(r" (?:to|-) \d{6,17}(?!\d)")
_LISTED = compiled(r"[\[(](?:\d{1,17},[ ]?){0,40}$")
_LIST_OF_NUMBERS = compiled(r"(?:\d{1,17},[ ]?){0,40}\d{1,17}(?=[\])])")
_RANGE = compiled(r"(?<![\w.+])(\d{6,17})(?: [a-z]{1,10})? (?:to|->|\.\.) $")


def _in_columns(text: str, before: str, end: int) -> bool:
    """Tell whether the number stands in a row of numbers that are not all numbers of phones: a table."""
    previous = _NUMBERS_BEFORE.search(before[-120:])
    following = _NUMBERS_AFTER.match(text, end)
    others = [number for run in (previous, following) if run for number in run.group().split()]
    if len(others) > 1:
        return not all(map(numbering.is_valid, others))
    if not others or not _LABELLED_ROW.search(before[-200:]):
        return False
    stop = text.find("\n", end, end + 200)
    rest = text[end : stop if stop >= 0 else end + 200]
    return len(_LARGE.findall(before[-200:])) + len(_LARGE.findall(rest)) >= 2


def _is_listed_with_figures(text: str, before: str, start: int) -> bool:
    """Tell whether it stands in brackets with numbers as long as itself that are no phones and no times."""
    opened = _LISTED.search(before[-200:])
    listed = _LIST_OF_NUMBERS.match(text, start - len(opened.group()) + 1) if opened else None
    if listed is None:
        return False
    numbers = [number.strip() for number in listed.group().split(",")]
    return any(
        len(number) >= numbering.SHORTEST_ALONE and number[0] != "1" and not numbering.is_valid(number)
        for number in numbers
    )


def _is_of_a_range(text: str, start: int, end: int) -> bool:
    """Tell whether it begins or ends a range that is of no phones: `from offset N to N`, `N to N rows`."""
    further = _TO_FURTHER.match(text, end)
    if further and _MEASURED.match(text, further.end()):
        return True
    first = _RANGE.search(text, max(0, start - 40), start)
    return first is not None and (not numbering.is_valid(first.group(1)) or _counts_by_itself(text, *first.span(1)))


def _is_json_number(text: str, key: re.Match[str] | None, start: int) -> bool:
    """Tell whether it is an unquoted JSON number: the client writes numbers of people as strings."""
    if key is None or not re.search(r"[\"'][ \t]*:[ \t]*\[?[\d,. ]*$", text[max(0, start - 40) : start]):
        return False
    return text[start - 1 : start] not in {'"', "'"}
