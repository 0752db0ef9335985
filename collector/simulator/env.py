"""The environment that `/v1/support` shows: names from the setup scripts and deployment templates, values invented."""

from __future__ import annotations

from collector.simulator import canaries as c
from collector.simulator.answer import Json
from collector.simulator.scenario import EnvShape, Node, Role, Scenario


def environment(scenario: Scenario, node: Node) -> Json:
    """Return the variables of a node in the scenario's shape."""
    variables = _variables(scenario, node)
    match scenario.env_shape:
        case EnvShape.LIST:
            return [f"{name}={value}" for name, value in variables.items()]
        case EnvShape.PAIRS:
            return [{"name": name, "value": value} for name, value in variables.items()]
        case EnvShape.OBJECT:
            return {**variables}


def _variables(scenario: Scenario, node: Node) -> dict[str, str]:
    return {
        **_installation(scenario, node),
        **_credentials(scenario.database_password or c.DATABASE_PASSWORD),
        **_linked(),
        **({"EXTERNAL_CONTACT": f"+{c.ON_CALL_PHONE}"} if scenario.phone else {}),
    }


def _installation(scenario: Scenario, node: Node) -> dict[str, str]:
    return {
        "WA_DB_ENGINE": "MYSQL",
        "WA_DB_HOSTNAME": c.DATABASE_HOST,
        "WA_DB_PORT": "3306",
        "WA_DB_CONNECTION_IDLE_TIMEOUT": "180000",
        "WA_CONFIG_ON_DB": "1",
        "WA_APP_MULTICONNECT": "1" if scenario.clustered else "0",
        "WA_MASTER_NODE": "0" if node.role is Role.COREAPP else "1",
        "WA_RUNNING_ENV": "AWS",
        "ORCHESTRATION": "DOCKER-COMPOSE",
        "COREAPP_HOSTNAME": node.host,
        "COREAPP_EXTERNAL_PORTS": "6250,6251,6252,6253",
        "TZ": "UTC",
    }


def _credentials(database_password: str) -> dict[str, str]:
    return {
        "WA_DB_USERNAME": "wa_app",
        "WA_DB_PASSWORD": database_password,
        "WA_SECRET": c.WEB_SECRET,
        "WA_API_KEY": c.API_KEY,
        "WA_WEB_JWT_CRYPTO_KEY": c.JWT_KEY,
        "WA_WEB_USERNAME": "admin",
        "WA_WEB_PASSWORD": c.WEB_PASSWORD,
        "DATA_SOURCE_NAME": f"exporter:{c.EXPORTER_PASSWORD}@({c.DATABASE_HOST}:3306)/",
        "GF_SECURITY_ADMIN_PASSWORD": "admin",
        "https_proxy": f"http://egress:{c.PROXY_PASSWORD}@{c.PROXY_HOST}:3128",
    }


def _linked() -> dict[str, str]:
    """Return what `docker --link` adds: another container's variables under a prefix."""
    return {
        "WACORE_PORT_6250_TCP": "tcp://172.17.0.4:6250",
        "WA_COREAPP_ENV_WA_DB_PASSWORD": c.LINKED_PASSWORD,
    }
