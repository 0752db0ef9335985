"""`GET /v1/support`, as its reference page describes it; field by field in docs order."""

from __future__ import annotations

from datetime import datetime, timedelta

from collector.simulator import canaries as c
from collector.simulator.answer import Json
from collector.simulator.env import environment
from collector.simulator.message_ids import cloud_id, group_jid, inbound_id, outbound_id, user_jid
from collector.simulator.scenario import Disk, Node, Scenario

_SECONDS = "%Y-%m-%dT%H:%M:%S"
_SCHEMA = {"axolotl": 10, "callback": 4, "cluster": 3, "config": 21, "contact": 12, "jobqueue": 6, "message": 17}


def support(scenario: Scenario, started: datetime, now: datetime) -> Json:
    """Return the answer: one flat node, or an object of nodes by `host:container`.

    `started` fixes the build's expiry; `now` is the nodes' clock, UTC, written without a zone as in the reference.
    """
    if scenario.clustered:
        return {"support": {node.key: _clustered(scenario, node, started, now) for node in scenario.nodes}}
    return {"support": _node(scenario, scenario.nodes[0], started, now)}


def _clustered(scenario: Scenario, node: Node, started: datetime, now: datetime) -> Json:
    if node.unreachable:
        return node.unreachable
    place: dict[str, Json] = {"role": node.role.value, "shards": [list(pair) for pair in node.shards]}
    return {**_node(scenario, node, started, now), **place}


def _node(scenario: Scenario, node: Node, started: datetime, now: datetime) -> dict[str, Json]:
    return {
        "context": "healthcheck",
        "db_engine": "MYSQL",
        "db_info": _database(scenario),
        "debug_info": scenario.phone or "unregistered",
        "description": f"WhatsApp Business API client {node.version} release",
        "device_iso8601": (now + node.clock_off).strftime(_SECONDS),
        "e2e": {"identity_timestamp": "1610457600", "registration_id": 1_417_215_063},
        "env": environment(scenario, node),
        "expire_timestamp": _expiry(scenario, started),
        **_disk(node.disk),
        "lc": "en",
        "lg": "ZZ",
        "multi_connect": scenario.clustered,
        "os_name": "ubuntu-x86_64",
        "os_version": "20.04",
        "schema": {**_SCHEMA, "message": _SCHEMA["message"] + node.schema_ahead},
        "socket_conn": node.socket,
        "version": node.version,
        **(_unknown_fields(scenario) if scenario.has_unknown_fields else {}),
    }


def _database(scenario: Scenario) -> Json:
    info: list[Json] = ["QMYSQL", "8.0.33", f"{c.DATABASE_HOST} via TCP/IP"]
    if scenario.phone:
        duplicate = f"Duplicate entry '{outbound_id(c.OUTBOUND_PHONE)}' for key 'PRIMARY', wa_id {c.DATABASE_PHONE}"
        info.append(f"last error: {duplicate}")
    return info


def _expiry(scenario: Scenario, started: datetime) -> str:
    expires = scenario.expires
    return (started + expires if isinstance(expires, timedelta) else expires).strftime(_SECONDS)


def _disk(disk: Disk) -> dict[str, Json]:
    return {
        "free_space_data": disk.data,
        "free_space_logs": disk.logs,
        "free_space_media_incoming": disk.media_incoming,
        "free_space_media_outgoing": disk.media_outgoing,
    }


def _unknown_fields(scenario: Scenario) -> dict[str, Json]:
    """Return fields no document names: a later build's, holding free text."""
    if scenario.phone is None:
        return {"arch": "x86_64", "uptime_s": 348_842}
    messages = f"receipt {inbound_id(c.INBOUND_PHONE)} for {user_jid(c.INBOUND_PHONE)} is late"
    return {
        "arch": "x86_64",
        "uptime_s": 348_842,
        "last_errors": [messages, f"group {group_jid(c.GROUP_PHONE)}: no session; see {cloud_id(c.CLOUD_PHONE)}"],
        "contacts": {"on_call": {"email": c.EMAIL}},
    }
