"""Every form in which a credential stands without `key=value`."""

from __future__ import annotations

from collector.redaction.detectors import (
    _aligned,
    _arguments,
    _bytes,
    _calls,
    _code_lists,
    _codes,
    _commands,
    _cookies,
    _devices,
    _inserts,
    _joined,
    _languages,
    _markup,
    _pairs,
    _protocols,
    _sentences,
    _servers,
    _stored,
    _tables,
    _vaults,
    _web_keys,
    _windows,
)

_IDEAS = (
    _commands, _arguments, _windows, _devices, _servers, _protocols, _cookies, _calls, _codes, _code_lists, _sentences,
    _joined, _bytes, _aligned, _languages, _pairs, _markup, _inserts, _tables,
    _vaults, _stored, _web_keys,
)  # fmt: skip
FORMS = tuple(form for idea in _IDEAS for form in idea.FORMS)
