"""Is a password in use that anybody can read, and what secrets does the environment hold?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence
from collector.findings.untold import untold
from collector.findings.variables import Variable, variables
from collector.language import message

TRAIT = "published-default"
PUBLISHED = Told(
    "published-default-credential",
    Severity.WARNING,
    message("A password in use is one that the product's own examples publish"),
    message("passwords of your own"),
    message("set another password there and at the service it opens; treat the old one as known to everybody"),
    message(
        "the setup scripts and manuals of the product publish these passwords; seen before redaction, never stored"
    ),
)
IN_ENVIRONMENT = Told(
    "secrets-in-environment",
    Severity.INFO,
    message("The client's environment holds secrets; their values were removed from this bundle"),
    message("secrets in the environment only, where the client reads them"),
    message(
        "whoever asks /v1/support sees them in the clear: give its accounts to few, and never send that answer raw"
    ),
    message("reference of /v1/support, env: the environment variables of the client"),
)

UNREADABLE = Told(
    "environment-unreadable",
    Severity.UNJUDGED,
    message("Which secrets the environment of {nodes} holds could not be read"),
    message("env holds variables as NAME=value, or as names with values"),
    message("see the environment of the container on its host"),
    message("reference of /v1/support, env: the environment variables of the client"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find removed values whose trait says they were published defaults, and variables that name a secret."""
    say = evidence.say
    found = [redaction for redaction in evidence.redactions if TRAIT in redaction.traits]
    if found:
        places = say.counted(len(found), "place")
        yield PUBLISHED.found(
            evidence,
            seen=say("{places} held a published default before it was removed", places=places),
            at=[Pointer(r.member, r.place, r.mark) for r in found],
        )
    first: dict[str, Variable] = {}
    unread = []
    for node in evidence.installation.answering:
        found_here = variables(node)
        if not found_here and node.report.get("env") not in ([], {}):
            unread.append((node, "env"))
        for variable in found_here:
            if variable.names_a_secret:
                first.setdefault(variable.name, variable)
    if first:
        yield IN_ENVIRONMENT.found(evidence, seen=say.listed(list(first)), at=[one.place for one in first.values()])
    if left := untold(evidence, unread):
        yield UNREADABLE.found(evidence, nodes=left.nodes, seen=left.seen, at=left.at)


CHECK = Check(
    id="credentials",
    title=message("Is a published password in use, and which secrets does the environment hold?"),
    why=message("A published password opens the database to everybody who reaches it."),
    looks_at=message(
        "the traits of what was removed (redactions.json), and the names of variables in /v1/support: env"
    ),
    tells=(PUBLISHED, IN_ENVIRONMENT, UNREADABLE),
    look=look,
    version=3,
)
