"""Whether four numbers with dots between are a version, or a place in a document, and no address."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
import re

from collector.compiled import compiled
from collector.redaction.detectors._endings import Ending

_RANGE = compiled(r"(?:\d{1,3}\.){3}\d{1,3}-\Z")
# What an address is joined to that a machine or a connection is called by: `node-1.2.3.4`, `client_1.2.3.4`.
_NAMED = compiled(
    r"(?<![A-Za-z])(?:nodes?|clients?|hosts?|peers?|servers?|workers?|ip|ipv4|addr|address|users?|conn|connection|session|remote|local|src|dst|from|to|master|slave|primary|replica|broker|instance|vm|pod|agent|member|proxy|gw|gateway|router|switch|backend|upstream|target|endpoint|ec2)[_\-]\Z",
    re.IGNORECASE,
)
_NO_PRODUCT = (
    r"Ban|Unban|From|To|Host|Hosts|Server|Client|Peer|Node|Remote|Local|Source|Destination|Src|Dst|Address|Addr|Gateway|Router|Proxy|Block|Allow"
    r"|Deny|Drop|Accept|Reject|Connect|Ping|Reply|By|Via|At|On|For|User|Visitor|Attacker|Scanner|And|Or|Between|Network|Subnet|Range|Dns|Nameserver"
    r"|Upstream|Backend|Bind|Contact|Reach|Trace|Traceroute|Lookup|Whois|Relay|Next|Hop|Origin|In|Traffic|Sender|Receiver|Target|Endpoint|Machine|Computer"
    r"|Hosts|Servers|Clients|Peers|Nodes|Upstreams|Backends|Addresses|Ips?|Access|Vpn|Routes?|Zones?|Vip|Members?|Blackhole|Mirror|Cdn|Records?|Entry|Rule|Pool|Listener"
    r"|Tunnel|Interface|Link|Neighbou?r|Lease|\w{1,10}list|Acl|Firewall|Https?|Ssh|Api|Url|Sessions?|Connections?|Dhcp\w{0,12}|Login|Call|Webhook|Request|Trunk"
    # Of interfaces and machines, numbered.
    r"|(?:eth|eno|ens|enp|wg|vlan|tun|tap|bond|br|ppp|wlan|web|www|lb|ns|mx|gw|srv|vm|mail|dns|cache|route|zone)\d{1,4}"
)
# What is said of an address stands in front of it.
_ADDRESSED = compiled(rf"(?i)(?<![\w.\-])(?:{_NO_PRODUCT})[ \t:=\"']{{1,3}}\Z")
_UPGRADED = compiled(
    r"(?i)(?:up|down)grad\w{1,5} (?:[\w.\-]{1,40} ){0,2}?(?:from |to |from v?[\d.]{5,15} to )v?\Z|upgradable to \Z"
)
_NAMED_SO = rf"(?:(?!(?:{_NO_PRODUCT})\b)[\w.\-/]{{1,40}} )"
# What a program is moved to, in what something changed, since when, and what is needed.
_CHANGED = Ending(
    compiled(
        rf"(?i)\b(?:(?:bump\w{{0,3}} {_NAMED_SO}{{1,2}}|updat\w{{1,3}} (?:{_NAMED_SO})?(?:(?-i:[A-Z][A-Za-z]{{0,20}}\d[\w.\-]{{0,20}}|[A-Z][a-z]+[A-Z]\w{{0,20}}|\w{{0,12}}lib\w{{0,12}})|driver|plug-?in|library|kernel|sdk|framework|runtime|compiler|engine|policy references) )(?:from |to |from v?[\d.]{{5,15}} to )"
        r"|bump\w{0,3}:?(?: version)? (?:from |to )?|version\S{0,3} (?:bumped|updated|set) to "
        rf"|(?:(?:chang(?:ed|es)|fixed|introduced|added|new|broken|deprecated|removed|included) in|(?:prior|relative|compared) to|(?:older|newer|later|earlier) than|as of) {_NAMED_SO}?"
        rf"|(?:until|since|requires?|needs) {_NAMED_SO}"
        # What is done to a package.
        rf"|(?:(?:un)?install|download|remov|compil|(?:un)?pack|fetch|publish|build)(?:ing|ed) {_NAMED_SO}\(?)v?\Z"
    )
)
_VERSION = Ending(
    compiled(
        r"(?i)(?:version|release|build|revision|upgraded?|firmware|chrome|safari|firefox|chapter|(?<![a-z])(?:ver|v8?|rev|rpm|dpkg|packages?|section|user[ _\-]agent))\Z|versions? to\Z"
    )
)
# The same where the number is low: what a program for packages offers, what a program is built upon.
_VERSION_LOW = Ending(
    compiled(r"(?i)(?:\u00a7|(?<![a-z])(?:rfc \d{3,5},?|oid|bios|installed|installing|sdk|jdk|jre|schema|driver))\Z")
)
# What becomes of another: `4.8.12.1 -> 4.9.13.0`.
_BECOMES = Ending(compiled(r"(?<![\w.])v?(?P<other>(?:\d{1,3}\.){3}\d{1,3})[ ](?:->|=>|\u2192)[ ]v?\Z"))
_FOUR = compiled(r"(?:\d{1,3}\.){3}\d{1,3}")
# Between versions stand signs that compare; before one, Windows' empty fields.
_COMPARED = Ending(compiled(r"(?:(?:<<|>>|[<>~]=|\(=)[ ]?|~|(?<=[\"'])\^)\Z"))
# What a program for packages offers, what is written to read others; WhatsApp's own versions.
_OFFERED = Ending(
    compiled(
        r"(?i)(?<![a-z])(?:(?<!ice )(?<!host )(?<!peer )(?<!local )(?<!relay )(?<!remote )candidate|latest|wanted|newest|(?:upgrade|update|version|release) available|(?<!vm )(?<!live )migration)\Z"
    )
)
_WHATSAPP = Ending(
    compiled(
        r"(?i)\bwhatsapp(?: (?!server|host|peer|proxy|address|ip|node|user|from|to|by|via|at|for|login|call|session|webhook|request|connect|access)[a-z]{2,12}){0,4}\Z"
    )
)
# The same where the number is low: a filter compares addresses, too, and before one stands the line's number of `grep -n`.
_COMPARED_LOW = Ending(
    compiled(
        r"(?:(?<!=)(?<!ip)(?<!src|dst)(?<!addr|host|peer)(?<!address)[=!]=|(?<=[ \t(=])\d:|(?i:\b(?:clause|step|policy|standard|workflow|figure|appendix|annex|requirement|paragraph)[ \t]))\Z"
    )
)
_REVISION = compiled(
    r"-(?:[a-z]{2,12}\.\d|\d{1,3}(?:ubuntu|deb|\.el|\.fc|\.amzn|build)|rc\.?\d|beta|alpha|snapshot|(?=\d{0,40}[a-f])[0-9a-f]{7,40}\b)|[+~](?:dfsg|git|deb|rc|ds|snapshot|\d)",
    re.IGNORECASE,
)
# The number of a build, behind an image's tag.
_BUILD = compiled(r"-\d{6,9}(?![\w.])")
_DEBIAN = compiled(r"-\d{1,2}(?![\w.])")
_BETWEEN = " \t:=/\"'->[^"
_OPENED = frozenset(">[")
_ARROWS = frozenset(">\u2192")
_MOST_BETWEEN = 4
LOWEST_RANGE = 10
"""First octet below which `1.2.5.1-2`, `wheel==1.2.5.1` and `1:1.2.5.1` are versions."""
HIGHEST_MAJOR = 30
"""First octet from which what a word for a program stands before is an address."""
_LARGE = 100
_SEVERAL = 2
HIGHEST_VERSION = 100
"""First octet from which what a name is joined to is an address."""
# A name that begins with a capital or has some within, or a word for a program, and a number with a nought as versions have it: `OpenSSL 3.0.13.4`.
_CAPITALS = Ending(
    compiled(
        rf"(?<![\w/.\-])(?!(?:{_NO_PRODUCT})\b)(?:[A-Z][a-z]+[A-Z]\w*|[A-Z]{{2,}}[a-z]\w*|(?i:jdk|jre|sdk|framework|runtime|edition|driver|plugin|library|patch|hotfix|schema|engine|installer|module|assembly|compiler|kernel|java|oracle|openssl|curl|php|python|ruby|perl|golang|gcc|clang|glibc|dotnet|tag))(?<!IP)(?<!Addr)(?<!Host)(?<!Address)[ ]\Z"
    )
)
# Words that stand before a version whatever its numbers are.
_PROGRAM = Ending(
    compiled(
        r"(?i)(?<![\w/.\-])(?:driver|plug-?in|library|patch|hotfix|schema|jdk|jre|sdk|framework|runtime|edition|installer|assembly|compiler|kernel|core|engine|extension|add-?on|reader|sqlite|mq|chromium|electron)[ ]\Z"
    )
)
_NOUGHT = compiled(r"[1-9]\d?\.(?:\d+\.){0,2}0(?:\.\d+)*")
# No host's: the first of a network of a class or of a half of one.
_ROUND = compiled(r"\d+\.\d+\.0\.0")
# What a network has behind its first address, and who asks a server at the beginning of a line.
_NETWORK = compiled(r"/|[ \t]{1,8}(?:(?:net)?mask\b|255\.|0\.0\.|- - \[)")
_OF_NETWORKS = compiled(r"(?i)(?<![a-z])(?:(?:sub)?net(?:work)?s?|routes?|ranges?|cidr|prefix)[ \t:=\"']{1,3}\Z")
# A package of a registry's, an image: `@scope/name@1.2.3.4`, `registry.firm.io/app:1.2.3.4`.
_PACKAGE = compiled(
    rf"(?:(?<![\w.\-])(?:com|org|net|io|de|dev)\.[\w.\-]{{1,60}}:(?!(?i:{_NO_PRODUCT})\b)[\w.\-]{{1,60}}:(?:(?:jar|war|pom|aar|ear|zip|bundle|test-jar)(?::[\w\-]{{1,20}})?:)?|@[\w.\-]{{1,60}}/[\w.\-]{{1,60}}@|\b(?:npm|npx|yarn|pnpm|bunx?)[ ][^\n]{{0,40}}@|[\w\-][./][\w.\-]{{1,40}}/[\w.\-]{{1,60}}:)\Z"
)
# Bundler's list of what it installed.
_LOCKED = compiled(r"(?:^|\n)(?:[ ]{4}|[ ]{6})[a-z][\w.\-]{1,60}[ ]\(\Z")
_LOCKED_END = compiled(r"\)[ \t\r]*(?:\n|\Z)")
_TOLD_BEHIND = compiled(r" (?:is |was |has been )?(?:released|installed|deprecated|unpacked)\b")
# A title of a release, from where its line begins.
_TITLED = compiled(rf"(?i)(?:^|\n)[ \t*#\-]{{0,8}}(?:(?!(?:{_NO_PRODUCT})\b)[\w.+\-]{{1,40}} ){{0,3}}\Z")
_RELEASED = compiled(
    r" [Rr]elease\b(?! (?:lease|lock|address|of|from|by)\b)| \(\d{1,2} [A-Z][a-z]{2,8} \d{4}\)[ \t\r]*(?:\n|\Z)"
)
# An image, by a path of one part; the date of a release.
_IMAGE = compiled(
    rf"(?i)\b(?:images?|tags?|containers?|pull\w{{0,3}}|push\w{{0,3}}|deploy\w{{0,4}}|repository|docker|podman)\b[^\n]{{0,40}}?[ \"'=:][a-z][\w.\-]{{1,40}}/(?!(?:{_NO_PRODUCT})\b)[a-z][\w.\-]{{1,60}}:\Z"
)
_DATED = compiled(r"(?:^|\n)[ \t*#=\-]{0,8}\d{4}-\d\d-\d\d \(\Z")
_DATED_END = compiled(r"\)[ \t:]{0,4}\r?(?:\n|\Z)")
# What begins a heading, with a dot behind it.
_HEADING = compiled(r"(?:^|\n)[ \t]{0,40}\Z")
_HEADED = compiled(r"[12]?\d(?:\.[1-4]?\d){3}\.[ \t]{1,8}[A-Z]")
# A range of versions, as assemblies are bound.
_FROM_NOUGHT = "0.0.0.0-"
# An object's identifier, beneath the arcs of ISO and of directories (X.660), where something is named by it.
_OID = compiled(r"(?i)(?<![a-z])oids?(?![a-z])[^\n]{0,40}\Z")
_ARCS = ("1.2.", "1.3.", "2.5.", "2.16.", "0.9.")
_FILE = compiled(r"[_\-]|\.[A-Za-z]")
_PRODUCT = compiled(r"[A-Za-z]/\Z")
# A host and its address, as Java writes both; a path that leads to what is known of an address.
_HOST_OR_PATH = Ending(
    compiled(
        r"(?i)(?:[\w\-]\.[a-z]{2,12}(?<!\.js)|(?<![a-z])(?:ips?|ipv4|addr|address(?:es)?|hosts?|clients?|peers?|nodes?|servers?|users?|(?:un)?ban(?:ned)?|(?:un)?block(?:ed)?|allow|deny|whois|lookup|geo|geoip|reputation|check|localhost))/\Z"
    )
)
_TITLE = compiled(r"(?<![\w/.\-])(?:Node|Server|Client)/\Z")
_PORT = compiled(r":\d{2,5}(?!\d)")
# A port, a protocol, or how a machine is, behind its address.
_OF_A_MACHINE = compiled(
    r":\d{2,5}(?!\d)| (?:typ|udp|tcp|port|(?:(?:is|was|went|has) )?(?:up|down|offline|online|(?:dis|re)?connected|unreachable|refused|lost|timed))\b"
)


def is_version(text: str, match: re.Match[str]) -> bool:
    """Tell whether what stands around four numbers says that they are no address."""
    before = text[max(0, match.start() - 17) : match.start()]
    if (before.endswith(_FROM_NOUGHT) and _is_below(match, HIGHEST_MAJOR)) or _is_a_place(text, match):
        return True
    if before.endswith(("-", "_")) and not _RANGE.search(before):
        is_named = _NAMED.search(before) or not _is_below(match, HIGHEST_VERSION)
        return not is_named or _FILE.match(text, match.end()) is not None
    return _is_compared(text, match, before) or _is_told(text, match, before) or _is_of_a_product(text, match, before)


def _is_a_place(text: str, match: re.Match[str]) -> bool:
    """Tell whether it is a heading's number in a document, or one in a tree of identifiers."""
    start = match.start()
    if _HEADED.match(text, start) and _HEADING.search(text, max(0, start - 41), start):
        return True
    return (
        match.group().startswith(_ARCS)
        and _OID.search(text, max(0, start - 44), start) is not None
        and not _ADDRESSED.search(text, max(0, start - 24), start)
    )


def _is_compared(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether signs of versions stand before or behind a number."""
    if _REVISION.match(text, match.end()) or _ends_in_a_sign(before):
        return True
    # Debian's revision behind a version; ranges of addresses that begin so low are hardly met with.
    is_low = _is_below(match, LOWEST_RANGE)
    if is_low and before[-1:] in {":", "@"} and _BUILD.match(text, match.end()):
        return True
    return is_low and (_DEBIAN.match(text, match.end()) or _COMPARED_LOW.search(before)) is not None


def _is_told(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether a word says that a number is a version."""
    is_near, is_joined, is_named = _reads(before)
    if is_named and (not is_joined or _is_a_majors(text, match)):
        return True
    further = text[max(0, match.start() - 64) : match.start()]
    is_low = _is_a_majors(text, match)
    if is_near and is_low and _is_offered(match, further.rstrip(_BETWEEN)):
        return True
    becomes = None if _ARROWS.isdisjoint(before[-3:]) else _BECOMES.search(further)
    other = _FOUR.match(text, match.start() - len(further) + becomes.start("other")) if becomes else None
    # A round number may begin a network, from which something goes to any address.
    if other and is_version(text, other) and (_is_of_its_major(match, other) or not _ROUND.fullmatch(other.group())):
        return True
    if "grad" in further.lower() and _UPGRADED.search(further):
        return True
    return is_low and _CHANGED.search(further) is not None


@functools.lru_cache(maxsize=4096)
def _ends_in_a_sign(before: str) -> bool:
    """Tell whether what stands before a number compares versions."""
    return _COMPARED.search(before) is not None


@functools.lru_cache(maxsize=4096)
def _reads(before: str) -> tuple[bool, bool, bool]:
    """Tell of what stands before a number whether a word is near, whether a sign joins it, and whether it is for a version."""
    named = before.rstrip(_BETWEEN)
    # A process and what it is connected to: `firefox -> 93.184.216.34`.
    is_near = len(before) - len(named) <= _MOST_BETWEEN and "->" not in before[len(named) :]
    is_joined = not _OPENED.isdisjoint(before[len(named) :])
    return is_near, is_joined, is_near and _VERSION.search(named) is not None


def _is_offered(match: re.Match[str], named: str) -> bool:
    """Tell whether words say that a low number is a version."""
    return (
        _VERSION_LOW.search(named) is not None
        or (_is_below(match, LOWEST_RANGE) and _OFFERED.search(named) is not None)
        or (match.group().startswith("2.") and _WHATSAPP.search(named) is not None)
    )


def _is_of_a_product(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether what stands around a number is a product or a package: `Chrome/4.8.12.1`, not `peers/4.8.12.1`.

    `db.firm.io/93.184.216.34:9092` is an address as Java writes it.
    """
    if _PORT.match(text, match.end()):
        return False
    if _is_told_behind(text, match):
        return True
    last = before[-1:]
    if last == "/":
        is_product = _PRODUCT.search(before) is not None
        return is_product and (_TITLE.search(before) is not None or not _HOST_OR_PATH.search(before))
    if last == "(":
        return _is_dated(text, match) or _is_locked(text, match)
    if last in {"@", ":"}:
        at = max(0, match.start() - 128), match.start()
        is_image = last == ":" and _is_below(match, HIGHEST_MAJOR) and _IMAGE.search(text, *at) is not None
        return is_image or _PACKAGE.search(text, *at) is not None
    return last == " " and _is_a_majors(text, match) and _is_of_a_program(match, before)


def _is_told_behind(text: str, match: re.Match[str]) -> bool:
    """Tell whether what stands behind a number says so, or it is as round as no host's address is."""
    before = text[max(0, match.start() - 24) : match.start()]
    if _TOLD_BEHIND.match(text, match.end()) and not _ADDRESSED.search(before):
        return True
    if not _is_below(match, HIGHEST_MAJOR):
        return False
    if _ROUND.fullmatch(match.group()):
        return not (_NETWORK.match(text, match.end()) or _OF_NETWORKS.search(before))
    is_released = _RELEASED.match(text, match.end()) is not None
    return is_released and _TITLED.search(text, max(0, match.start() - 120), match.start()) is not None


def _is_of_a_program(match: re.Match[str], before: str) -> bool:
    """Tell whether the word before a number is for a program, or its name, and the number as versions are."""
    if _PROGRAM.search(before):
        return True
    return _NOUGHT.fullmatch(match.group()) is not None and _CAPITALS.search(before) is not None


def _is_dated(text: str, match: re.Match[str]) -> bool:
    """Tell whether it is a release's, alone on its line behind the day: people sign in on days from addresses, too."""
    return (
        _is_below(match, LOWEST_RANGE)
        and _DATED_END.match(text, match.end()) is not None
        and _DATED.search(text, max(0, match.start() - 24), match.start()) is not None
    )


def _is_locked(text: str, match: re.Match[str]) -> bool:
    """Tell whether it stands in a list of what a program for packages installed."""
    return (
        _is_below(match, LOWEST_RANGE)
        and _LOCKED_END.match(text, match.end()) is not None
        and _LOCKED.search(text, max(0, match.start() - 80), match.start()) is not None
    )


def _is_a_majors(text: str, match: re.Match[str]) -> bool:
    """Tell whether it begins as low as the versions of most programs, and nothing is behind it as behind an address."""
    return _is_below(match, HIGHEST_MAJOR) and not _OF_A_MACHINE.match(text, match.end())


def _is_of_its_major(match: re.Match[str], other: re.Match[str]) -> bool:
    return match.group().partition(".")[0] == other.group().partition(".")[0]


def _is_below(match: re.Match[str], octet: int) -> bool:
    return _begins_below(match.group(), octet)


@functools.lru_cache(maxsize=4096)
def _begins_below(numbers: str, octet: int) -> bool:
    """Tell whether it begins so low, and goes on as versions do: of addresses, most have several large numbers."""
    first, *further = map(int, numbers.split("."))
    return first < octet and sum(number >= _LARGE for number in further) < _SEVERAL
