"""What names with dots are names of hosts: by their top-level domain, and by what else looks like them."""

from __future__ import annotations

import functools

from collector.compiled import compiled
from collector.redaction.detectors._wordlist import words

# Domains of countries (ISO 3166), without those that end files' names.
_COUNTRIES = words(
    "ad ae af ag al ao ar at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cd cf cg ch ci ck"
    " cl cm cn cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl"
    " gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu ie il im iq ir je jm jo jp ke kg kh ki km kn kp kr kw ky kz lb lc li"
    " lk lr ls lt lu lv ly ma mc mg mh mn mo mp mq mr mt mu mv mw mx mz na nc ne nf ng ni nl np nr nu nz om pa pe pf pg"
    " ph pk pn pr pt pw qa re ro ru rw sa sb sc sd se sg si sk sl sm sn sr ss sv sx sy sz tc td tg th tj tk tl tn tr tt"
    " tv tw tz ua ug uk uy uz va vc ve vg vn vu wf ws ye yt za zm zw"
)
_GENERIC = words(
    "com net org edu gov mil int arpa io dev cloud app tech online site shop store xyz biz ai bank agency company"
    " digital network systems solutions services software hosting email media global group world asia africa berlin"
    " london paris tokyo health finance social global aero mobi travel jobs museum coop"
    " top club icu vip wiki fun work zone"
)
_PRIVATE = words("internal local lan corp intranet intra private localdomain consul home svc ad example")
# Two letters that are as often the end of a file's name, an attribute or a word.
EITHER = words("ac am py rs sh pl cc md so ps ml st tf mk pm la as in is it id me my no to us info name pro test")
ALL = _COUNTRIES | _GENERIC | _PRIVATE | EITHER
_PUBLIC_DOMAINS = _COUNTRIES | _GENERIC
_OF_PACKAGES = _PRIVATE | {"com", "net", "org"}
_PACKAGES = words("com org net java javax jdk sun io android kotlin scala akka self this")
# Platforms everybody uses say nothing about an installation.
_PUBLIC = compiled(
    r"(?:.*\.)?(?:facebook\.com|fbcdn\.net|whatsapp\.(?:com|net|biz)|github(?:usercontent)?\.com|ghcr\.io|googleapis\.com|google\.com|w3\.org"
    r"|docker\.(?:io|com)|gcr\.io|k8s\.io|quay\.io|pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|debian\.org|ubuntu\.com|kernel\.org|apache\.org"
    r"|python\.org|mozilla\.org|ietf\.org|rfc-editor\.org|letsencrypt\.org|ntp\.org|gnu\.org|nodejs\.org|go(?:lang)?\.(?:org|dev)|rust-lang\.org|crates\.io|cpan\.org|openssl\.org|postgresql\.org|nginx\.org|redis\.io|prometheus\.io|openpgp\.org|wikipedia\.org|stackoverflow\.com|json(?:-ld|-schema)?\.org|schema\.org|xmlsoap\.org|openid\.net|example\.(?:com|org|net)|(?:svc\.)?cluster\.local)"
)

# Those of a vendor for everybody; not the one that a customer has there: `acme.slack.com`.
_VENDOR = compiled(
    r"(?:(?:www|api|apis|docs?|hooks?|downloads?|dl|cdn|static|status|support|help|developers?|dev|blog|login|accounts?|auth|id|registry|repo|repo1|packages|security|learn|learning|services?|rest|web|m|search|raw|gist|graph|business|vault|mirror|ftp|get|go|my|app|platform|forums?|community|discuss|wiki|bugs|bugzilla|issues|lists|git|gitlab|source|code|people|metadata|time|pool|ocsp|crl|\d|v\d)\.){0,2}"
    r"(?:stripe\.com|slack\.com|twilio\.com|sendgrid\.(?:com|net)|mailgun\.(?:com|net)|paypal\.com|microsoft\.com|microsoftonline\.com|office(?:365)?\.com|live\.com|visualstudio\.com|apple\.com|icloud\.com|amazon\.com|cloudflare\.com|gitlab\.com|bitbucket\.org|atlassian\.com|maven\.org|sentry\.io|datadoghq\.(?:com|eu)|newrelic\.com|pagerduty\.com|zoom\.us|telegram\.org|discord(?:app)?\.com|openai\.com|anthropic\.com"
    r"|jsdelivr\.net|unpkg\.com|cdnjs\.com|bootstrapcdn\.com|gstatic\.com|youtube\.com|twitter\.com|x\.com|linkedin\.com|instagram\.com|medium\.com|oracle\.com|ibm\.com|redhat\.com|fedoraproject\.org|centos\.org|archlinux\.org|alpinelinux\.org|opensuse\.org|suse\.com|canonical\.com|snapcraft\.io|launchpad\.net|elastic\.co|mongodb\.(?:com|org)|mysql\.com|mariadb\.(?:com|org)|hashicorp\.com|terraform\.io|jenkins\.io|grafana\.com|spring\.io|eclipse\.org|jetbrains\.com"
    r"|ruby-lang\.org|rubygems\.org|php\.net|packagist\.org|perl\.org|readthedocs\.(?:io|org)|sourceforge\.net|freedesktop\.org|gnome\.org|kde\.org|x\.org|isc\.org|iana\.org|icann\.org|digicert\.com|sectigo\.com|globalsign\.com|bit\.ly|t\.co|aka\.ms|wa\.me|yarnpkg\.com|deno\.land|nuget\.org|gradle\.org|jcenter\.bintray\.com|kubernetes\.io|helm\.sh|istio\.io|envoyproxy\.io|etcd\.io|opentelemetry\.io|opencontainers\.org|haproxy\.org|varnish-cache\.org|sqlite\.org|erlang\.org|elixir-lang\.org|haskell\.org|scala-lang\.org|kotlinlang\.org|swift\.org|dart\.dev|flutter\.dev|llvm\.org|cmake\.org|ipify\.org|ifconfig\.me|httpbin\.org|localtest\.me)"
)

_OBJECTS = words("self this options opts args params props process")
_ATTRIBUTES = words("host hostname hosts port address addr ipaddress url uri value length proxies proxy")
# A file that another is made of, a class, a field of a package.
_SOURCE = compiled(
    r"\.(?:h|c|pc|cfg|conf|mk|ac)\.in\.?\Z|(?:^|\.)com\.(?:sun|apple|google|android|microsoft|oracle)\.|(?:^|\.)(?:package|requires|libs|cflags)\.private\Z"
)

# `db7`, `node-12`, `ip-10-0-1-2`; not `s3`, `oauth2`, `x86`, which are names of things.
_NUMBERED = compiled(r"(?!s3|oauth2|log4j|log4net|x86|utf8|i18n|k8s|http2|sha\d|md5)[a-z]{2,}[a-z\-]*\d[a-z0-9\-]*")


@functools.lru_cache(maxsize=4096)
def is_public(name: str) -> bool:
    """Tell whether a name is one of a platform that everybody uses."""
    return _PUBLIC.fullmatch(name) is not None or _VENDOR.fullmatch(name) is not None


@functools.lru_cache(maxsize=4096)
def may_be_host(name: str) -> bool:
    """Tell whether a name in lower case can be a host's where something marks it as one."""
    first, last = name.partition(".")[0], name.rpartition(".")[2]
    if first in _PACKAGES and last not in _OF_PACKAGES:
        return False
    return last in ALL and (last not in EITHER or name.count(".") > 1) and not is_attribute(name)


@functools.lru_cache(maxsize=4096)
def ends_in_one(name: str) -> bool:
    """Tell whether a name in lower case ends in a domain there is, and is none of a package or a program's."""
    first, last = name.partition(".")[0], name.rpartition(".")[2]
    return last in ALL and not is_attribute(name) and (first not in _PACKAGES or last in _OF_PACKAGES)


def is_host(name: str) -> bool:
    """Tell whether a name in lower case is a host's where only a port stands beside it."""
    return may_be_host(name) and name.rsplit(".", 1)[1] not in EITHER


@functools.lru_cache(maxsize=4096)
def is_attribute(name: str) -> bool:
    """Tell whether a name in lower case is one of a program's: `options.proxy.host`, `this.node`, `version.h.in`."""
    first, last = name.partition(".")[0], name.rpartition(".")[2]
    in_domain = last in _PUBLIC_DOMAINS or (last in _PRIVATE and last != "home" and name.count(".") > 1)
    of_program = first in _OBJECTS and not in_domain
    return "." in name and (of_program or last in _ATTRIBUTES or _SOURCE.search(name) is not None)


@functools.lru_cache(maxsize=4096)
def is_machine(name: str, *, in_address: bool) -> bool:
    """Tell whether a name in lower case is a machine's whatever stands beside it: in a private domain, or numbered.

    Numbered names in addresses of pages are as often a platform's that everybody uses.
    """
    first, last = name.partition(".")[0], name.rpartition(".")[2]
    if first in _PACKAGES or name.count(".") < 2 or is_attribute(name):
        return False
    if last in _PRIVATE:
        return True
    return not in_address and last not in EITHER and _NUMBERED.fullmatch(first) is not None
