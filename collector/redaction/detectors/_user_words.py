"""Which words are no user's name: accounts that every system has, and what is said about users."""

# ruff: noqa: E501  a list is read in one piece
from __future__ import annotations

import functools

from collector.compiled import compiled
from collector.redaction.detectors._wordlist import words

COMMON = words(
    " root admin administrator postgres mysql nobody daemon www-data www wa whatsapp guest system sshd nginx"
    " apache lighttpd redis docker ubuntu debian centos"
    " ec2-user test user users username anonymous default none null true false unknown invalid is was not and"
    " or for from to has the a an not_set service operator"
    " ldap sync ftp mail bin sys backup app web core node server client me self shared public home lib opt"
    " www-data runner git jenkins vagrant hadoop spark"
    " password pass passwd pwd secret token key email mail host port database db name id agent agents data"
    " success successful succeeded failed failure error ok denied required expired disabled enabled"
    # Accounts and groups of every Linux, and of programs.
    " adm tty disk lp news uucp man proxy kmem dialout fax voice cdrom floppy tape audio dip src utmp video plugdev staff"
    " games nogroup shadow crontab irc list gnats messagebus polkitd wheel dbus input kvm render sgx lxd halt shutdown"
    " systemd-network systemd-resolve systemd-timesync systemd-coredump systemd-journal systemd-oom _apt syslog netdev"
    " avahi ntp chrony postfix dovecot bind named unbound rabbitmq kafka zookeeper elasticsearch mongodb memcache cyrus"
    " prometheus grafana haproxy squid tomcat cassandra asterisk freeswitch kamailio nfsnobody rpc tcpdump tss logstash"
    # Types and words of programs.
    " yes no on off array hash map nil undefined empty main info warn warning debug trace fatal notice preauth svc str int bool string vec type async await new varchar text function object"
    " linux freebsd exit found probably authentication authorization must see should may cannot"
    # Nobody, somebody who runs a database, and what works by itself.
    " anonymoususer unauthenticated sa bot dependabot renovate automation"
    " public phone cron login logins group groups info session sessions list mode count space interface input"
)
# What people's sentences call a user's instead of one.
ABOUT = words(
    " account accounts profile profiles record records role roles permission permissions request requests message"
    " messages table tables field column entry entries object objects model agreement interface guide manual story type"
    " types feedback experience defined supplied provided created deleted updated limit limits quota preference"
    " preferences setting settings activity action actions event events login logins context cache lookup directory"
    " home folder space-time certificate key keys credential credentials identity authentication authorization access"
    " slice manager service services connection connections query queries process processes thread privileges base pool"
    " does did has had have was were is are can cannot could may must should will would with without in on at by of as"
    " that this which who whose it its they you we he she already currently just never now still then also only both"
    " all any no some every each other another new old same next last first second successfully automatically"
    " anonymous authenticating unprivileged privileged normal regular given valid root-level specified current"
    " code instances environment before into mapping over after when where while if unless until since because only more"
    " most many few several such than then here very too be been being get gets stay command commands fields variable"
    " variables programs space option options states usage directories"
    " prompt configuration configurations config configs json xml ids identification identifications notification"
    " notifications faults part parts but so if though errors error data docs documentation preview interaction intent"
    " instance presence balance compliance maintenance dependency frequency handling mapping tracking testing training logging"
    " billing pricing rating onboarding provisioning caching polling routing pairing security capacity visibility"
    " availability eligibility quality priority policy policies registry storage usage image images language messaging"
    " memory buffer buffers auth certificates workload workloads symlink symlinks consumption based case comparison"
    " comparisons function functions"
    " staying getting becoming became become remains remained kept keeping"
    " namespace namespaces bus supervisor manager attacker somebody someone nobody everyone bot customer developer employee"
)
# Of as many digits as an object's id, MD5, and the SHA family have: a name's are other.
_DIGEST = compiled(r"[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}")
# What a name that begins with a digit has, and no count, time or version.
_IS_NAME = compiled(r"\A(?=[\d\-]*[a-z])[0-9a-f\-]{16,}\Z|\A\d{1,4}[a-z]{4,}|\A(?!0x)\d{1,4}[a-z]{2,}[._\-]?\d")


@functools.lru_cache(maxsize=4096)
def is_somebody(name: str) -> bool:
    """Tell whether a text can be a user's name, and is not one that every system has."""
    if _DIGEST.fullmatch(name) or (name[:1].isdigit() and not _IS_NAME.search(name.lower())):
        return False
    return len(name) > 1 and not name.isdigit() and name.lower() not in COMMON


_OBJECTS = words("self this")
_SCOPES = words("env var local module each props params args req ctx")
_PACKAGES = words("com org net java javax sun io")
_ATTRIBUTES = words(
    "user username uname login owner name account principal actor author sender creator reporter assignee value current portable id"
)


# What a role is called by what it may do: `GRANT SELECT … TO readonly`.
_ROLE = compiled(
    r"(?:[a-z]+_){0,3}(?:read_?only|read_?write|(?<=_)(?:roles?|readers?|writers?|viewers?|editors?|ro|rw)|monitor(?:ing)?|replicat(?:or|ion)|reporting|analytics|superuser)"
)


def is_role(name: str) -> bool:
    """Tell whether a name says what one may do, and not who one is."""
    return _ROLE.fullmatch(name.lower().replace("-", "_")) is not None


@functools.lru_cache(maxsize=4096)
def is_attribute(name: str) -> bool:
    """Tell whether a name with dots is one of a program's, or a class of one: `self.owner`, `com.acme.Job`."""
    first, _, rest = name.partition(".")
    is_class = first in _PACKAGES and "." in rest
    if first in _SCOPES and "_" in rest:
        return True
    return bool(rest) and (is_class or first in _OBJECTS or rest.rpartition(".")[2] in _ATTRIBUTES)
