"""The settings, shards and users that a bundle may ask for."""

from __future__ import annotations

from collector.simulator import canaries as c
from collector.simulator.answer import Json
from collector.simulator.scenario import Scenario


def application(scenario: Scenario) -> Json:
    """Return `/v1/settings/application`."""
    return {
        "settings": {
            "application": {
                "callback_backoff_delay_ms": 3000,
                "max_callback_backoff_delay_ms": "900000",
                "callback_persist": True,
                "garbagecollector_enable": {"media": True, "messages": False},
                "heartbeat_interval": 5,
                "unhealthy_interval": 30,
                "log_level": "info",
                "media": {"auto_download": ["image", "document"]},
                "notify_user_change_number": False,
                "on_call_pager": c.EMAIL,
                "pass_through": False,
                "sent_status": True,
                "show_security_notifications": False,
                "verbose_logging": False,
                "wa_id": scenario.phone or "",
                "webhooks": _webhooks(scenario),
            }
        }
    }


def webhook_url(scenario: Scenario) -> str:
    """Return the callback address, with the number in its path and a token in its query; empty if none is set."""
    if not scenario.webhook_scheme:
        return ""
    number = scenario.phone or "new"
    return f"{scenario.webhook_scheme}://{c.WEBHOOK_HOST}/wa/{number}/inbound?token={c.WEBHOOK_TOKEN}&v=2"


def media_providers() -> Json:
    """Return `/v1/settings/application/media/providers`: credentials in plain sight, as the API returns them."""
    basic: dict[str, Json] = {"username": "media-fetch", "password": c.PROVIDER_PASSWORD}
    return {
        "settings": {
            "application": {
                "media": {
                    "providers": [
                        {"name": "shop", "type": "www", "config": {"basic": basic}},
                        {"name": c.MEDIA_HOST, "type": "www", "config": {"bearer": c.PROVIDER_TOKEN}},
                    ]
                }
            }
        }
    }


def business_profile() -> Json:
    """Return `/v1/settings/business/profile`."""
    profile: dict[str, Json] = {
        "address": "1 Example Street",
        "description": "Everything for the kitchen",
        "email": c.EMAIL,
        "vertical": "Retail",
        "websites": ["https://www.acme-retail.example"],
    }
    return {"settings": {"business": {"profile": profile}}}


def profile_about() -> Json:
    """Return `/v1/settings/profile/about`."""
    return {"settings": {"profile": {"about": {"text": "Hello, we are open from 9 to 5"}}}}


def shards(scenario: Scenario) -> Json:
    """Return `/v1/account/shards`."""
    return {"account": {"shards": scenario.shards}}


def user(name: str, role: str) -> Json:
    """Return `/v1/users/{name}`; the key of the role is in capitals."""
    return {"users": [{"username": name, "ROLES": role}]}


def _webhooks(scenario: Scenario) -> Json:
    return {
        "max_concurrent_requests": 6,
        "message": {"sent": False, "delivered": True, "read": False},
        "url": webhook_url(scenario),
    }
