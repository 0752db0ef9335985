"""`/v1/stats/app`, `/v1/stats/db`, their undocumented `internal` twins, and the Webapp's `/metrics`."""

from __future__ import annotations

from datetime import datetime

from collector.simulator import canaries as c
from collector.simulator.answer import Json
from collector.simulator.message_ids import group_jid, inbound_id
from collector.simulator.metrics import Metric, Series, as_json, as_text
from collector.simulator.scenario import Node, Role, Scenario


def queue_size(scenario: Scenario, started: datetime, now: datetime) -> int:
    """Return how many callbacks wait, after what has come in since the start."""
    minutes = (now - started).total_seconds() / 60
    return scenario.queue.size + int(scenario.queue.growth * minutes)


def app_metrics(queue: int) -> tuple[Metric, ...]:
    """Return the Coreapp's metrics as the stats reference names them."""
    failed = (("result", "7"), ("type", "status_change"))
    sent = (("result", "success"), ("type", "inbound_message"))
    return (
        Metric("callback_queue_size", "gauge", "Current callback queue size", (Series(queue),)),
        Metric("callback_requests", "counter", "Callback requests", (Series(90_451, sent), Series(queue * 2, failed))),
        Metric("callback_requests_duration_ms_count", "counter", "Callbacks timed", (Series(90_451),)),
        Metric("callback_requests_duration_ms_sum", "counter", "Time in callbacks", (Series(7_416_982),)),
        Metric("concurrent_rate_limit_triggered", "counter", "Requests over the concurrency limit", (Series(0),)),
        Metric("db_request_duration_us_count", "counter", "Database requests", (_db("select", 1_204_554),)),
        Metric("db_request_duration_us_sum", "counter", "Time in database requests", (_db("select", 1_610_457_600),)),
        Metric("endpoint_requests", "counter", "Requests", (Series(450, (("method", "GET"), ("result", "200"))),)),
        Metric("in_message_from_server", "counter", "Messages received", (Series(41_234),)),
        Metric("in_message_persisted", "counter", "Messages stored", (Series(41_234),)),
        Metric("in_messages_pending_processing", "gauge", "Messages not yet processed", (Series(0),)),
        Metric("out_message_persisted", "counter", "Messages accepted", (Series(57_019),)),
        Metric("out_message_status", "counter", "Status changes", (Series(171_057, (("status", "delivered"),)),)),
        Metric("pending_callbacks", "gauge", "Callbacks waiting in the database", (Series(queue),)),
        Metric("pending_messages", "gauge", "Messages waiting to be sent", (Series(2),)),
    )


def db_metrics(queue: int) -> tuple[Metric, ...]:
    """Return what is counted in the database."""
    users = Series(12_843, (("type", "whatsapp_user"),))
    others = Series(977, (("type", "non_whatsapp_user"),))
    return (
        Metric("db_contacts", "gauge", "Contacts", (users, others)),
        Metric("db_message_receipts", "gauge", "Receipts", (Series(171_057),)),
        Metric("db_messages", "gauge", "Messages", (Series(98_253, (("type", "all"),)),)),
        Metric("db_pending_callbacks", "gauge", "Pending callbacks", (Series(queue),)),
        Metric("db_pending_messages", "gauge", "Pending messages", (Series(2),)),
    )


def web_metrics() -> tuple[Metric, ...]:
    """Return the Webapp's metrics; its node label is a container id."""
    node = ("node", "06475793be9d")
    call = (node, ("result", "200"), ("method", "GET_v1_support"))
    return (
        Metric("web_uptime", "gauge", "Number of seconds since web server has started", (Series(348_842, (node,)),)),
        Metric("web_connections", "gauge", "Open connections", (Series(4, (node,)),)),
        Metric("web_pending_connections", "gauge", "Pending connections", (Series(0, (node,)),)),
        Metric("web_queue_len", "gauge", "Requests waiting for a process", (Series(0, (node,)),)),
        Metric("web_idle_processes", "gauge", "Idle processes", (Series(29, (node,)),)),
        Metric("api_requests_duration_ms_sum", "counter", "Time in requests", (Series(1_337, call),)),
    )


def app_stats(scenario: Scenario, queue: int) -> Json:
    """Return `/v1/stats/app`; in a cluster each node has its own metrics, and idle ones have no queue."""
    if not scenario.clustered:
        return {"stats": {"app": as_json(app_metrics(queue))}}
    return {"stats": {"app": {n.key: as_json(app_metrics(_share(n, queue))) for n in scenario.nodes}}}


def app_stats_text(scenario: Scenario, queue: int) -> str:
    """Return `/v1/stats/app?format=prometheus`."""
    if not scenario.clustered:
        return as_text(app_metrics(queue))
    return "".join(as_text(app_metrics(_share(n, queue)), n.key) for n in scenario.nodes)


def db_stats(scenario: Scenario, queue: int) -> Json:
    """Return `/v1/stats/db`; in a cluster only the primary master counts, the others are `{}`."""
    if not scenario.clustered:
        return {"stats": {"db": as_json(db_metrics(queue))}}
    return {"stats": {"db": {n.key: as_json(db_metrics(queue)) if _counts(n) else {} for n in scenario.nodes}}}


def db_stats_text(scenario: Scenario, queue: int) -> str:
    """Return `/v1/stats/db?format=prometheus`."""
    if not scenario.clustered:
        return as_text(db_metrics(queue))
    return "".join(as_text(db_metrics(queue), n.key) for n in scenario.nodes if _counts(n))


def internal_app_stats(scenario: Scenario) -> Json:
    """Return something for `/v1/stats/app/internal`; its real shape is not documented."""
    note = "none"
    if scenario.phone:
        note = f"no route for {group_jid(c.GROUP_PHONE)}, message {inbound_id(c.INBOUND_PHONE)}"
    return {"stats": {"app": {"internal": {"threads": 38, "open_files": 211, "last_warning": note}}}}


def _db(operation: str, value: int) -> Series:
    return Series(value, (("db", "messageStore"), ("operation", operation)))


def _share(node: Node, queue: int) -> int:
    return queue if node.shards and node.role is Role.COREAPP else 0


def _counts(node: Node) -> bool:
    return node.role is Role.PRIMARY_MASTER
