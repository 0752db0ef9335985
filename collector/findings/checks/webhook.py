"""Where do callbacks go?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import mapping
from collector.findings.check import Check
from collector.findings.evidence import Evidence
from collector.model import Finding, Severity

SETTINGS = "collected/app-settings.json"
_BASIS = "reference of /v1/settings/application, webhooks.url; WADebug 0.1.5, check_webhook: set, and https"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find a webhook that is not set or not https."""
    application = mapping(evidence.find(SETTINGS, "settings", "application"))
    webhooks = application.get("webhooks")
    if not application or not (webhooks is None or isinstance(webhooks, dict)):
        return
    url = mapping(webhooks).get("url")
    if url is None or (isinstance(url, str) and not url.strip()):
        yield Finding(
            id="webhook-missing",
            severity=Severity.WARNING,
            title="No webhook is set: nobody hears of incoming messages and delivery states",
            seen="webhooks.url is empty" if url is not None else "webhooks.url is not there",
            expected="an https address that answers 200",
            remedy="set webhooks.url in the application settings",
            basis=_BASIS,
            evidence=(evidence.point(SETTINGS, "settings", "application", *(["webhooks"] if webhooks else [])),)
            if url is None
            else (evidence.point(SETTINGS, "settings", "application", "webhooks", "url"),),
        )
    elif isinstance(url, str) and url.strip().lower().startswith("http:"):
        yield Finding(
            id="webhook-http",
            severity=Severity.WARNING,
            title="Callbacks travel unencrypted: the webhook's address begins with http",
            seen="webhooks.url is an http address",
            expected="an https address that answers 200",
            remedy="give the receiver a certificate and set its https address in the application settings",
            basis=_BASIS,
            evidence=(evidence.point(SETTINGS, "settings", "application", "webhooks", "url"),),
        )


CHECK = Check(
    id="webhook",
    title="Where do callbacks go?",
    why=_BASIS,
    tells=("webhook-missing", "webhook-http"),
    look=look,
)
