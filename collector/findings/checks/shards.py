"""Does every shard have exactly one owner, and the control shard its own?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from collector.documents import figure, mapping
from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.findings.untold import untold
from collector.language import message
from collector.topology import ALLOWED_SHARDS, CONTROL, COREAPP, PRIMARY_MASTER, SECONDARY_MASTER, SHARDS, Node, Shape

_MASTERS = (PRIMARY_MASTER, SECONDARY_MASTER)
_SOURCE = message("reference of /v1/support (shards), multiconnect_mc: every shard is owned by one Coreapp at a time")
_CONTROL = message(
    "reference of /v1/support: shard -1 is the control shard; in High Availability a Coreapp owns it, in Multiconnect "
    "the primary master"
)
_ONE_OWNER = message("one owner: a Coreapp in High Availability, the primary master in Multiconnect")
_SAME_DATABASE = message(
    "check that all nodes reach the same database and agree on the time, then restart the wrong owner"
)
WITHOUT_OWNER = Told(
    "shard-without-owner",
    Severity.CRITICAL,
    message("Shard {shards} of {count} without an owner: messages to a part of the recipients wait"),
    message("every shard from 0 to the configured number less one has one owner"),
    message(
        "start Coreapps until there are more than shards; look in the primary master's log why the free ones were not "
        "given the shard"
    ),
    _SOURCE,
)
TWICE = Told(
    "shard-owned-twice",
    Severity.CRITICAL,
    message("Shard {shards} owned by several nodes at once"),
    message("one owner a shard"),
    message(
        "stop the nodes that should not own it, then see whether masters and Coreapps agree on one database and on the "
        "time"
    ),
    _SOURCE,
)
BEYOND = Told(
    "shard-beyond-configured",
    Severity.CRITICAL,
    message("Nodes own shards that are not configured: {shards}"),
    message("shards 0 to {last}"),
    message("see whether a change of the number of shards was completed; restart the nodes that were left behind"),
    _SOURCE,
)
CONTROL_SEVERAL = Told(
    "control-shard-several",
    Severity.CRITICAL,
    message("Several nodes own the control shard"),
    _ONE_OWNER,
    _SAME_DATABASE,
    _CONTROL,
)
CONTROL_MISSING = Told(
    "control-shard-missing",
    Severity.CRITICAL,
    message("No node owns the control shard"),
    _ONE_OWNER,
    _SAME_DATABASE,
    _CONTROL,
)
CONTROL_MISPLACED = Told(
    "control-shard-misplaced",
    Severity.CRITICAL,
    message("The control shard is owned by {owner}, not by a {role}"),
    _ONE_OWNER,
    _SAME_DATABASE,
    _CONTROL,
)
CONTROL_APART = Told(
    "control-shard-apart",
    Severity.CRITICAL,
    message("The control shard and the shard of messages are owned by two nodes: {nodes}"),
    message("in High Availability one Coreapp owns both: [[-1,-1],[0,0]]"),
    _SAME_DATABASE,
    _CONTROL,
)
MANY = Told(
    "coreapp-many-shards",
    Severity.WARNING,
    message("More than one shard on {nodes}"),
    message("at most one shard a Coreapp"),
    message("start more Coreapps than there are shards, and see whether they reach the masters"),
    message("multiconnect_mc: currently, one Coreapp can only own 1 shard at the same time"),
)
NOT_ALLOWED = Told(
    "shards-not-allowed",
    Severity.CRITICAL,
    message("The account is configured for {count} shards, a number the client does not know"),
    message("1, 2, 4, 8, 16 or 32 shards"),
    message("set the number of shards of the account anew"),
    message("multiconnect_mc: the number of shards is 1, 2, 4, 8, 16 or 32"),
)
NOT_USED = Told(
    "shards-on-single-instance",
    Severity.CRITICAL,
    message("The account is configured for {count} shards, but a single instance runs"),
    message("one shard on a single instance"),
    message("start the nodes of the cluster, or set the account's number of shards to 1"),
    message("multiconnect_mc: several shards need masters and a Coreapp for each"),
)
MISPLACED = Told(
    "shard-misplaced",
    Severity.WARNING,
    message("Shard {shards} owned by {owner}, not by a Coreapp"),
    message("every shard but the control shard is owned by a Coreapp"),
    _SAME_DATABASE,
    _SOURCE,
)
UNREADABLE = Told(
    "shards-unreadable",
    Severity.UNJUDGED,
    message("Which shards {nodes} owns could not be read"),
    message("a list of pairs such as [[0,0]]; an empty one where a node owns none"),
    message("see in the masters' log which Coreapp was given which shard"),
    message("reference of /v1/support (shards): shown in High Availability and Multiconnect"),
)
NOT_TOLD = Told(
    "shards-not-told",
    Severity.UNJUDGED,
    message("Who owns which shard could not be judged: no node told its shards"),
    message("a list of shards for every node"),
    message("see in the masters' log which Coreapp was given which shard"),
    message("reference of /v1/support (shards): shown in High Availability and Multiconnect"),
)

NO_FIGURE = Told(
    "account-shards-unreadable",
    Severity.UNJUDGED,
    message("How many shards the account is configured for could not be read"),
    message("account.shards is 1, 2, 4, 8, 16 or 32"),
    message("ask for it again: GET /v1/account/shards"),
    message("multiconnect_mc: the number of shards is 1, 2, 4, 8, 16 or 32"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find shards without owner, with several, unknown ones, and a control shard in the wrong hands."""
    installed = evidence.installation
    yield from _configured_oddly(evidence)
    tellers = [node for node in installed.nodes if isinstance(node.report.get("shards"), list)]
    if not installed.shape.is_cluster:
        return
    vague = [node for node in installed.nodes if node.is_vague_about_shards]
    odd = [n for n in vague if n.report.get("shards") is not None or (tellers and n.role not in _MASTERS)]
    if left := untold(evidence, [(node, "shards") for node in odd]):
        yield UNREADABLE.found(evidence, nodes=left.nodes, seen=left.seen, at=left.at)
    if tellers:
        yield from _coverage(evidence, tellers)
        yield from _control(evidence, tellers)
        if many := [node for node in tellers if node.role == COREAPP and len(node.shards) > 1]:
            counts = [f"{n.name}: {evidence.say.counted(len(n.shards), 'shard')}" for n in many]
            yield MANY.found(evidence, nodes=evidence.names(many), seen=evidence.lines(counts), at=_shards(many))
        if wrong := [node for node in tellers if node.role in _MASTERS and node.shards]:
            yield _misplaced(evidence, wrong)
    elif (answering := installed.answering) and not odd:
        seen = evidence.say("no shards: {nodes}", nodes=evidence.names(answering))
        yield NOT_TOLD.found(evidence, seen=seen, at=_shards(answering))


def _configured_oddly(evidence: Evidence) -> Iterator[Finding]:
    told = figure(evidence.find(SHARDS, "account", "shards"))
    if told is None:
        if SHARDS in evidence.documents:
            yield _no_figure(evidence)
        return
    is_single = evidence.installation.shape is Shape.SINGLE
    finding = NOT_ALLOWED if told not in ALLOWED_SHARDS else NOT_USED if is_single and told > 1 else None
    if finding:
        count = f"{told:,g}"
        seen = evidence.say("/v1/account/shards: {count}", count=count)
        yield finding.found(evidence, count=count, seen=seen, at=[evidence.point(SHARDS, "account", "shards")])


def _no_figure(evidence: Evidence) -> Finding:
    account = mapping(mapping(evidence.documents[SHARDS]).get("account"))
    keys = ["account", "shards"] if "shards" in account else []
    point = evidence.point(SHARDS, *keys)
    return NO_FIGURE.found(evidence, seen=f"/v1/account/shards: {point.shown}", at=[point])


def _coverage(evidence: Evidence, tellers: list[Node]) -> Iterator[Finding]:
    say, count = evidence.say, evidence.installation.shard_count or 1
    owners: dict[int, list[Node]] = defaultdict(list)
    for node in tellers:
        for shard in node.shards:
            owners[shard].append(node)
    if missing := [shard for shard in range(count) if shard not in owners]:
        yield _without_owner(evidence, missing, tellers)
    if several := {shard: nodes for shard, nodes in sorted(owners.items()) if len(nodes) > 1}:
        yield TWICE.found(
            evidence,
            shards=say.listed([str(shard) for shard in several]),
            seen=evidence.lines([f"{shard}: {evidence.names(nodes)}" for shard, nodes in several.items()]),
            at=_shards({node.name: node for nodes in several.values() for node in nodes}.values()),
        )
    if beyond := [shard for shard in sorted(owners) if shard >= count]:
        nodes = list({node.name: node for shard in beyond for node in owners[shard]}.values())
        configured = say.counted(count, "shard")
        yield BEYOND.found(
            evidence,
            shards=say.listed([str(shard) for shard in beyond]),
            last=count - 1,
            seen=say("{count} configured; {nodes}: others", count=configured, nodes=evidence.names(nodes)),
            at=(*_configured(evidence), *_shards(nodes)),
        )


def _misplaced(evidence: Evidence, wrong: list[Node]) -> Finding:
    say = evidence.say
    owned = {node.name: say.listed([str(shard) for shard in node.shards]) for node in wrong}
    return MISPLACED.found(
        evidence,
        shards=say.listed([str(shard) for shard in sorted({shard for node in wrong for shard in node.shards})]),
        owner=evidence.names(wrong),
        seen=evidence.lines([f"{name}: {shards}" for name, shards in owned.items()]),
        at=_shards(wrong),
    )


def _untold(evidence: Evidence) -> list[Node]:
    """Return the nodes that may own a shard without having told: masters that tell none own none."""
    vague = (node for node in evidence.installation.answering if node.is_vague_about_shards)
    told_none = (node for node in vague if node.role not in _MASTERS or node.report.get("shards") is not None)
    return [*evidence.installation.silent, *told_none]


def _without_owner(evidence: Evidence, missing: list[int], tellers: list[Node]) -> Finding:
    say, silent = evidence.say, _untold(evidence)
    shards = say.listed([str(shard) for shard in missing])
    seen = (
        say(
            "no node that answered owns shard {shards}; {nodes} told nothing and may own one",
            shards=shards,
            nodes=evidence.names(silent),
        )
        if silent
        else say("no node that answered owns shard {shards}", shards=shards)
    )
    return WITHOUT_OWNER.found(
        evidence,
        severity=Severity.WARNING if silent else Severity.CRITICAL,
        shards=shards,
        count=evidence.installation.shard_count or 1,
        seen=seen,
        at=(*_configured(evidence), *_shards(tellers)),
    )


def _control(evidence: Evidence, tellers: list[Node]) -> Iterator[Finding]:
    installed, say = evidence.installation, evidence.say
    owners = [node for node in tellers if CONTROL in node.owned]
    expected = {Shape.HA: COREAPP, Shape.MULTICONNECT: PRIMARY_MASTER}.get(installed.shape)
    seen = say("shard -1: {owners}", owners=evidence.names(owners) or say("no owner"))
    if len(owners) > 1:
        yield CONTROL_SEVERAL.found(evidence, seen=seen, at=_shards(owners))
    elif not owners:
        severity = Severity.WARNING if _untold(evidence) else Severity.CRITICAL
        yield CONTROL_MISSING.found(evidence, severity=severity, seen=seen, at=_shards(tellers))
    elif owners and expected and owners[0].role and owners[0].role != expected and installed.configured:
        yield CONTROL_MISPLACED.found(evidence, owner=owners[0].name, role=expected, seen=seen, at=_shards(owners))
    elif installed.configured == 1 and not owners[0].shards and (others := [n for n in tellers if n.shards]):
        pair = say.listed([owners[0].name, others[0].name])
        yield CONTROL_APART.found(evidence, nodes=pair, seen=seen, at=_shards([owners[0], *others]))


def _shards(nodes: Iterable[Node]) -> tuple[Pointer, ...]:
    return tuple(reported(node, "shards") for node in nodes)


def _configured(evidence: Evidence) -> tuple[Pointer, ...]:
    return (evidence.point(SHARDS, "account", "shards"),) if evidence.installation.configured else ()


CHECK = Check(
    id="shards",
    title=message("Does every shard have exactly one owner?"),
    why=message(
        "A shard is a part of all recipients: without an owner they get no message, with two the owners push each "
        "other out."
    ),
    looks_at=message("/v1/support: shards and role of every node; /v1/account/shards: the configured number"),
    tells=(
        WITHOUT_OWNER,
        TWICE,
        BEYOND,
        CONTROL_SEVERAL,
        CONTROL_MISSING,
        CONTROL_MISPLACED,
        CONTROL_APART,
        MANY,
        NOT_ALLOWED,
        NOT_USED,
        MISPLACED,
        UNREADABLE,
        NOT_TOLD,
        NO_FIGURE,
    ),
    look=look,
    version=4,
)
