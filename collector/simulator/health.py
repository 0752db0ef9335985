"""`GET /v1/health`."""

from __future__ import annotations

from collector.simulator.answer import Json
from collector.simulator.scenario import Scenario


def health(scenario: Scenario) -> Json:
    """Return the gateway status, of the one node or of each by `host:container` with its role."""
    if not scenario.clustered:
        return {"health": {"gateway_status": scenario.nodes[0].gateway}}
    return {"health": {node.key: {"gateway_status": node.gateway, "role": node.role.value} for node in scenario.nodes}}
