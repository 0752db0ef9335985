"""Where do callbacks go, and are they kept until they are taken?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.documents import mapping
from collector.finding import Finding, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence
from collector.language import message

SETTINGS = "collected/app-settings.json"
_PLACE = ("settings", "application")
_SOURCE = message("reference of /v1/settings/application, webhooks.url; WADebug 0.1.5, check_webhook: set, and https")
_HTTPS = re.compile(r"(?i)\s*(?:https:|\[[a-z])")
"""What begins with a mark was removed as a whole, and may have been anything."""
MISSING = Told(
    "webhook-missing",
    Severity.WARNING,
    message("No webhook is set: nobody hears of incoming messages and delivery states"),
    message("an https address that answers 200"),
    message("set webhooks.url in the application settings"),
    _SOURCE,
)
UNENCRYPTED = Told(
    "webhook-http",
    Severity.WARNING,
    message("Callbacks travel unencrypted: the webhook's address begins with http"),
    message("an https address that answers 200"),
    message("give the receiver a certificate and set its https address in the application settings"),
    _SOURCE,
)
NOT_HTTPS = Told(
    "webhook-not-https",
    Severity.CRITICAL,
    message("The webhook's address does not begin with https: nothing can be delivered there"),
    message("an https address that answers 200"),
    message("set webhooks.url in the application settings to the receiver's whole https address"),
    _SOURCE,
)
UNREADABLE = Told(
    "webhook-unreadable",
    Severity.UNJUDGED,
    message("Where callbacks go could not be read"),
    message("webhooks is an object, and its url a string"),
    message("see the application settings yourself: GET /v1/settings/application"),
    _SOURCE,
)
NOT_KEPT = Told(
    "callbacks-not-kept",
    Severity.INFO,
    message("Callbacks are not kept: those that wait are lost when the client restarts"),
    message("callback_persist true"),
    message("set callback_persist to true, unless you want it so"),
    message("reference of /v1/settings/application, callback_persist"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find a webhook that is not set, not https or nothing we can read, and callbacks that are not kept."""
    application = mapping(evidence.find(SETTINGS, *_PLACE))
    webhooks = application.get("webhooks")
    if application.get("callback_persist") is False:
        point = evidence.point(SETTINGS, *_PLACE, "callback_persist")
        yield NOT_KEPT.found(evidence, seen="callback_persist false", at=[point])
    if not application:
        if SETTINGS in evidence.documents:
            whole = evidence.point(SETTINGS)
            seen = evidence.say("the answer holds {value}", value=whole.shown)
            yield UNREADABLE.found(evidence, seen=seen, at=[whole])
        return
    if not (webhooks is None or isinstance(webhooks, dict)):
        point = evidence.point(SETTINGS, *_PLACE, "webhooks")
        yield UNREADABLE.found(evidence, seen=f"webhooks {point.shown}", at=[point])
        return
    url, say = mapping(webhooks).get("url"), evidence.say
    point = evidence.point(SETTINGS, *_PLACE, "webhooks", "url")
    if url is None:
        whole = evidence.point(SETTINGS, *_PLACE, *(["webhooks"] if webhooks else []))
        yield MISSING.found(evidence, seen=say("webhooks.url is not there"), at=[whole])
    elif isinstance(url, str) and not url.strip():
        yield MISSING.found(evidence, seen=say("webhooks.url is empty"), at=[point])
    elif isinstance(url, str) and url.strip().lower().startswith("http:"):
        yield UNENCRYPTED.found(evidence, seen=say("webhooks.url is an http address"), at=[point])
    elif not isinstance(url, str):
        yield UNREADABLE.found(evidence, seen=f"webhooks.url {point.shown}", at=[point])
    elif not _HTTPS.match(url):
        yield NOT_HTTPS.found(evidence, seen=f"webhooks.url {point.shown}", at=[point])


CHECK = Check(
    id="webhook",
    title=message("Where do callbacks go?"),
    why=message("Without a webhook nobody hears of incoming messages; over http everybody on the way can read them."),
    looks_at=message("/v1/settings/application: webhooks.url, callback_persist"),
    tells=(MISSING, UNENCRYPTED, NOT_HTTPS, NOT_KEPT, UNREADABLE),
    look=look,
    version=4,
)
