"""What must not be found in anything made from a scenario's answers."""

from __future__ import annotations

from dataclasses import dataclass

from collector.simulator import canaries as c
from collector.simulator.message_ids import cloud_id, group_jid, inbound_id, outbound_id, user_jid
from collector.simulator.scenario import Scenario
from collector.simulator.scenarios import find


@dataclass(frozen=True, slots=True)
class Plants:
    """The sensitive values that a scenario's answers hold, as plain strings.

    `phones` are digits without `+`; look for them in every spelling and inside message ids.
    """

    secrets: tuple[str, ...]
    phones: tuple[str, ...]
    hosts: tuple[str, ...]
    """Host names, of nodes and in addresses."""
    identities: tuple[str, ...]
    """Message ids, JIDs and e-mail addresses."""
    private_addresses: tuple[str, ...]
    """Private IP addresses that stand for a node; level `standard` may leave them readable."""
    weak_secrets: tuple[str, ...]
    """Secrets that are also words (`admin`): they must be gone from their places, and cannot be searched for."""


def plants(scenario: Scenario | str) -> Plants:
    """Return what the scenario hides; raises UsageError for an unknown name."""
    known = find(scenario) if isinstance(scenario, str) else scenario
    names = tuple(node.host for node in known.nodes)
    addresses = tuple(name for name in names if name[0].isdigit())
    others = (c.DATABASE_HOST, c.PROXY_HOST, c.MEDIA_HOST, *((c.WEBHOOK_HOST,) if known.webhook_scheme else ()))
    return Plants(
        secrets=_secrets(known),
        phones=_phones(known),
        hosts=(*(name for name in names if name not in addresses), *others),
        identities=_identities(known),
        private_addresses=addresses,
        weak_secrets=("admin", *((known.database_password,) if known.database_password else ())),
    )


def _secrets(scenario: Scenario) -> tuple[str, ...]:
    return (
        c.API_KEY,
        c.JWT_KEY,
        c.WEB_SECRET,
        c.LINKED_PASSWORD,
        c.EXPORTER_PASSWORD,
        c.WEB_PASSWORD,
        c.PROXY_PASSWORD,
        c.PROVIDER_PASSWORD,
        c.PROVIDER_TOKEN,
        *(() if scenario.database_password else (c.DATABASE_PASSWORD,)),
        *((c.WEBHOOK_TOKEN,) if scenario.webhook_scheme else ()),
    )


def _phones(scenario: Scenario) -> tuple[str, ...]:
    if scenario.phone is None:
        return ()
    always = (c.ON_CALL_PHONE, c.DATABASE_PHONE, c.ERROR_PHONE, c.OUTBOUND_PHONE, c.INBOUND_PHONE, c.GROUP_PHONE)
    return (scenario.phone, *always, *((c.CLOUD_PHONE,) if scenario.has_unknown_fields else ()))


def _identities(scenario: Scenario) -> tuple[str, ...]:
    if scenario.phone is None:
        return (c.EMAIL,)
    always = (c.EMAIL, outbound_id(c.OUTBOUND_PHONE), inbound_id(c.INBOUND_PHONE), group_jid(c.GROUP_PHONE))
    return (*always, *((cloud_id(c.CLOUD_PHONE), user_jid(c.INBOUND_PHONE)) if scenario.has_unknown_fields else ()))
