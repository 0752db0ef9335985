"""User names that a key or a form marks as such; accounts every system has stay."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors import _domains
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._wordlist import words
from collector.redaction.head_patterns import ignoring_case

_COMMON = words(
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
    " str int bool string vec type async await new varchar text function object"
    " found probably authentication authorization"
    " public phone cron login logins group groups info session sessions list mode count space interface input"
)
# What people's sentences call a user's instead of one.
_ABOUT = words(
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
    " supervisor manager attacker somebody someone nobody everyone bot customer developer employee"
)
_PLAIN = r"[A-Za-z][\w.\-]{1,31}"
_NAME = rf"(?P<name>{_PLAIN})"
_DOMAIN = r"(?:[A-Za-z0-9][\w.\-]{0,30}\\{1,4})?"
_KEYED = compiled(
    r"(?<![A-Za-z/])(?<!imap-)(?<!pop3-)(?<!sieve-)(?<!submission-)(?:user[_\-]?name|user|login|uname|ruser|account[_\-]?name|owner|logname|acct|remote[_\-]?user|sudo[_\-]?user|auth[_\-]?user|run[_\-]?as|login as|principal|created[_\-]?by|updated[_\-]?by|modified[_\-]?by|assignee|s ?am ?account ?name|(?:target|subject) ?user ?name|member ?uid|logon account|account name|user name|actor|benutzer(?:name)?|anwender|utilisateur|nom d'utilisateur|usuario|usu\u00e1rio|utente|gebruiker(?:snaam)?|kullan\u0131c\u0131(?: ad\u0131)?|u\u017cytkownik|korisnik|bruger(?:navn)?|brukernavn|anv\u00e4ndar(?:e|namn)|k\u00e4ytt\u00e4j\u00e4(?:tunnus)?|\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044c|\u7528\u6237(?:\u540d)?|\u4f7f\u7528\u8005(?:\u540d\u7a31)?|\u30e6\u30fc\u30b6\u30fc?\u540d?|\uc0ac\uc6a9\uc790|(?:user|owner|author|actor|account|creator)[\"']?:[ ]?\{[ ]?[\"']name)(?P<close>[\"']?)[ \t]{0,2}[=:\uff1a][ \t]{0,8}(?P<open>[\"'<]?)"
    r"(?:[a-z0-9][\w.\-]{0,30}\\{1,4})?(?P<name>[a-z0-9][a-z0-9._\-]{2,63})(?![\w@:/(\\=\-]|\[[\"'])(?!\.\w)"
)
# Whose work it is; before a word more stands no user's name but a sentence, a team, a first name.
_WORKED = compiled(
    r"(?<![a-z/])(?:(?:reported|modified|changed|submitted|approved|requested|reviewed|assigned|opened|closed|owned|pushed|merged|deployed|initiated|triggered|started|executed|committed|locked)[_ \-]?by|assigned to|reporter|author|committer|approver|reviewer|requester|submitter)[\"']?[ \t]{0,2}[=:][ \t]{0,8}[\"'<]?"
    r"(?P<name>[a-z][a-z0-9._\-]{2,63})(?=[\"'>]?[ \t]{0,4}(?:[\r\n<,;|)}\]]|$))"
)
_HOME = compiled(r"(?<![\w.])/(?:home|Users)/(?P<name>[A-Za-z][\w.\-]{1,31})(?=/|$|[\s\"',;:)])")
_WINDOWS_HOME = compiled(r"[A-Za-z]:\\{1,4}Users\\{1,4}(?P<name>[A-Za-z][\w.\-]{1,31})(?=\\|$|[\s\"',;:)])")
_METHOD = r"(?:password|publickey|keyboard-interactive|gssapi|hostbased|none|pam|cert|key|login|sudo|su|authentication)[\w/\-]{0,24}"
# sshd and PAM, and with quotes MySQL and PostgreSQL.
_SIGN_IN = compiled(
    rf"(?:[Ii]nvalid user|for user|by user|(?:[Aa]ccepted|[Ff]ailed|[Pp]ostponed|[Pp]artial) {_METHOD} for(?: invalid user)?|[Uu]ser name|authenticating user|(?:from|of|as|impersonating|switching to|adding|removing|deleting|creating|locking|mapped) user|LOGIN ON \S{{1,20}} BY|FAILED LOGIN [^\n]{{1,60}} FOR|(?:GRANT|REVOKE) [^\n;]{{1,120}}? (?:TO|FROM)|(?:denied|member|owner|granted) (?:for|of|to) role|net user|(?:[Uu]ser|[Rr]ole)(?= [\"'][\w.@\\\-]{{1,64}}[\"'])|attempts exceeded for(?: invalid user)?|[Aa]uthentication failure for|pts/\d{{1,4}} for|opened for user \S{{1,32}} by) [\"']?{_NAME}(?=\s|$|[(\"']|[,;.:](?:\s|$))"
)
_OPENED_BY = compiled(rf"opened for user [^\s(]{{1,32}}(?:\(uid=\d{{1,10}}\))? by {_NAME}\(uid=")
# Dovecot's ways to look somebody up.
_LOOKED_UP = compiled(
    rf"\b(?:ldap|lua|pam|passwd-file|shadow|sql|static)\({_NAME},(?=(?:\d{{1,3}}\.){{3}}\d|[0-9a-f]{{0,4}}:[0-9a-f:]{{2,40}}[,)])"
)
_SUDO = compiled(rf"(?:sudo|doas)(?:\[\d{{1,8}}\])?:[ ]{{1,12}}{_NAME}(?= : )")
_ID = compiled(rf"(?:(?<![a-z])(?:[ug]id|groups)=|(?<=\),))\d{{1,10}}\({_NAME}\)")
# su, cron, shadow's programs.
_SU = compiled(
    rf"\bsu(?:\[\d{{1,8}}\])?: (?:(?:FAILED SU )?\(to (?P<to>{_PLAIN})\) {_NAME} on |(?:FAILED|Successful|successful|failed) su for (?P<for>{_PLAIN}) by {_NAME}|[+\-] \S{{1,20}} {_NAME}:(?P<as>{_PLAIN}))".replace(
        "(?P<name>", "(?P<by>", 1
    ).replace("(?P<name>", "(?P<of>", 1)
)
_CRON = compiled(
    rf"(?i)\b(?:cron|crond|anacron|crontab|atd)(?:\[\d{{1,8}}\])?: (?:\([a-z]{{1,20}}\) )?\({_NAME}\) [A-Z]"
)
_SHADOW = compiled(
    rf"(?:new (?:user|group|account)(?: added)?: (?:name=|'|account=)|(?:add|change|delete|remove|lock|unlock|deleted|removed) (?:user|shadow|group|shadow group|home directory of) '|\b(?:add|delete|remove) '(?=[^'\s]{{1,32}}' (?:to|from) (?:shadow )?group)|\b(?:(?:password|expiry|shell|home directory) changed for|changed password expiry for|password for(?= '[^'\n]{{1,40}}' changed)) (?:user )?'?|\[sudo\] password for |\bto group '){_NAME}(?=['\s,:]|$)"
)
# SQL.
_GRANTED = compiled(
    rf"['`\"]{_NAME}['`\"]@['`\"]|(?i:\b(?:create|alter|drop|rename) (?:user|role|login)(?: if (?:not )?exists)?(?! mapping\b)|\bdefiner ?=) ?['`\"\[]?(?P<who>{_PLAIN})"
)
_LOGGED_IN = compiled(
    rf"(?:^|[\s\"(\[:>\\]|(?<![A-Za-z])'){_NAME}[\"']? (?:has )?(?:logged|signed) (?:in|on|out|off)(?= (?:from|via|at|to|as|with|after|again)\b|[.,;]?\s*$)|\b[Uu]ser [\"']?(?P<who>{_PLAIN})[\"']?:? (?:not (?:found|allowed|in sudoers|known)|(?:has )?(?:logged|signed) (?:in|on|out|off)|does not exist|doesn't exist|is (?:not in the sudoers|locked|disabled|unknown)|from \d|authenticated|unknown|NOT in sudoers)"
)
_SESSION = compiled(
    rf"(?:[Ss]ession [\w\-]{{1,12}} of [Uu]ser|User Slice of(?! UID)|User Manager for(?! UID)|[Ss]tarting session: \S{{1,30}}(?: on \S{{1,20}})? for|[Cc]lose session: user|Connection (?:closed|reset) by (?:authenticating|invalid) user|Disconnected from(?: (?:authenticating|invalid))? user|authorized: user=|subsystem request for \S{{1,30}} by user) {_NAME}(?=[\s.,]|$)"
)
# Commands that name somebody.
_COMMAND = compiled(
    rf"(?<![\w.])(?:(?P<files>(?:chown|chgrp)(?: -{{1,2}}[\w\-]{{1,20}}){{0,4}})|sudo -u|crontab -u|usermod(?: -\w{{1,4}}(?: [a-z][\w,\-]{{1,40}})?){{0,4}}|useradd(?: -\w{{1,4}}(?: /\S{{1,60}})?){{0,6}}|chage -\w|loginctl \S{{1,20}}-user|getent passwd|pkill -u|runuser -u|gpasswd -a|(?P<alone>su(?: -l?| --login)?|passwd(?: -\w)?|userdel(?: -\w)?|adduser|deluser|kinit|finger)) {_NAME}(?P<colon>:(?P<group>{_PLAIN})?)?(?(alone)(?=[ \t\r]*(?:$|[;&|\"'\n]|-c? ?))|(?(files)(?(colon)(?=\s|$)|(?= [\"'\w\-]*[/.$*~{{]))|(?=\s|$|[\"';])))"
)
_REMOTE = compiled(
    rf"\b(?:ssh|scp|sftp|rsync|sshfs|mosh|ssh-copy-id|autossh)\b[^\n|;@]{{0,120}}?[\s\"'=]{_NAME}@(?=[\w\[])"
)
# Servers of files and mail, sudoers, sshd_config, PostgreSQL's lines, Windows's options.
_SERVED = compiled(
    rf"\[{_NAME}\] (?:OK|FAIL) (?=[A-Z]{{2}})|\[(?P<to>{_PLAIN})@[\w.\-]{{1,63}} [^\]\n]{{1,60}}\][$#] |\bUSER (?P<who>{_PLAIN})(?=:|[ \t\r]*$)|^(?P<of>{_PLAIN})[ \t]{{1,20}}ALL ?= ?\(|^(?:AllowUsers|DenyUsers)[ \t]{{1,8}}(?P<as>{_PLAIN})|(?<![\w.@\-])(?P<by>{_PLAIN})@[\w\-]{{1,63}} (?:LOG|ERROR|FATAL|WARNING|STATEMENT|DETAIL|HINT|PANIC): |(?<!\S)/(?:user|u):{_DOMAIN}(?P<for>{_PLAIN})",
    re.MULTILINE,
)
# Lists: files, processes, sessions, accounts, requests.
_FILE = compiled(
    rf"[\-dlcbps](?:[r\-][w\-][xsStT\-]){{3}}[.+@]? +\d{{1,6}} {_NAME} +(?P<group>{_PLAIN}|\d{{1,10}}) +[\d,]"
)
_TERMINAL = compiled(
    rf"(?m)^{_NAME} +(?:pts/\d{{1,4}}|tty\w{{1,4}}|:\d) +(?:\S{{1,60}} +)?(?:\d{{4}}-\d\d|[A-Z][a-z]{{2}} |\d\d:\d\d)"
)
_PROCESS = compiled(rf"(?m)^{_NAME} +\d{{1,8}} +\d{{1,3}}\.\d +\d{{1,3}}\.\d +\d+ +\d+ +\S")
_ACCOUNT = compiled(
    rf"(?m)(?:^|(?<=[\s\"'])){_NAME}:[x*!]?:\d{{1,10}}:\d{{1,10}}:(?P<full>[^:\n]{{0,120}}):/[^:\n]{{0,200}}:/"
)
_REQUEST = compiled(rf"(?<=[0-9a-f\]] - ){_NAME}(?= \[\d\d/[A-Z][a-z]{{2}}/\d{{4}}:)")
_DISTINGUISHED = compiled(
    r"(?i)(?<![a-z])(?:cn|uid|samaccountname|userid) ?= ?(?P<name>[^\W\d_][\w.\- ']{1,60}?)(?=\\?, ?(?:ou|dc|cn) ?= ?)"
)
# Events of Windows, of Linux's audit; a shell's prompt; options of clients; sentences of other languages.
_EVENT = compiled(
    rf"\bName=[\"'](?:\w{{0,20}}UserName|AccountName|SamAccountName|User)[\"']>(?:[\w.\-]{{1,30}}\\)?{_NAME}(?=<)|\b(?:A|E|S|FS|OA)?UID=\"(?P<who>{_PLAIN})\""
)
_PROMPT = compiled(rf"(?m)^(?:\([\w.\-]{{1,40}}\) )?{_NAME}@[\w.\-]{{1,63}}:[~/][^\n$#]{{0,120}}[$#] ")
_OPTION = compiled(rf"(?:^|(?<=[ \t]))--(?:user(?:name)?|login|run-as|as-user)[ =][\"']?{_NAME}(?=[\"']?(?:\s|$))")
_AS = compiled(
    rf"\b(?:[Ll]ogged|[Ss]igned) in as [\"']?{_NAME}(?=[\"']?(?:\s|[,.;)]|$))|\b(?:[Aa]uthenticat(?:ed|ion (?:failed|succeeded|failure))|[Ss]ession (?:opened|closed)) (?:as|for) [\"']?(?P<for>{_PLAIN})(?=[\"']?(?:[,.;]|[ \t\r]*$| (?:from|at|via|on)\b))"
    rf"|\b(?:Benutzer|Utilisateur|Usuario|Usu\u00e1rio|Utente|Gebruiker|Anv\u00e4ndare|Bruger) [\"']?(?P<who>{_PLAIN})[\"']? (?:hat sich |s'est |ha |est |se ha |foi |is )?(?:an|ab|ein)?(?:gemeldet|gesperrt|geloggt|connect\u00e9|d\u00e9connect\u00e9|conectado|desconectado|inici\u00f3|autenticado|bloqueado|ingelogd|aangemeld|uitgelogd|inloggad|connesso|logget)",
    re.MULTILINE,
)
_UNIT = words("users computers administrators system builtin servers groups people configuration schema services sites")
_AUTHORITY = compiled(
    r"(?i)\b(?:ca|root|authority|certificate|server|service|admins?|operators?|group|domain \w+|web|proxy|ldap)\b"
)
_FORMS: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...] = (
    (_HOME, "", ("/home/", "/Users/")),
    (_WINDOWS_HOME, "", ("Users\\",)),
    (
        _SIGN_IN,
        r"(?:nvalid user|for user|by user|(?:ccepted|ailed|ostponed|artial) [^ \n]+ for|ser name|authenticating user|(?:from|of|as|ing|ing to|mapped) user|LOGIN ON [^ \n]+ BY|FAILED LOGIN [^\n]+ FOR|(?:GRANT|REVOKE) [^\n;]+ (?:TO|FROM)|(?:denied|member|owner|granted) (?:for|of|to) role|net user|(?:ser|ole) [\"']|exceeded for|failure for|pts/[0-9]+ for) ?(?:invalid user )?[\"']?[A-Za-z]",
        ("ser ", " for ", "ole ", "LOGIN", "GRANT", "REVOKE"),
    ),
    (_OPENED_BY, r"opened for user [^\n]+ by [A-Za-z]", (" by ",)),
    (_LOOKED_UP, "", ("ldap(", "lua(", "pam(", "file(", "shadow(", "sql(", "static(")),
    (_SUDO, "", ("sudo", "doas")),
    (_ID, r"(?:[ug]id|groups)=[0-9]{1,10}\(", ("id=", "groups=")),
    (_SU, r"\bsu(?:\[[0-9]{1,8}\])?: (?:FAILED|\(to|[Ss]uccessful|failed|[+\-])", ("su:", "su[")),
    (_CRON, "", ("cron", "CRON", "atd")),
    (_SHADOW, "", ("new user", "new group", "new account", "password", "hanged", " '")),
    (
        _LOGGED_IN,
        r"(?:logged|signed) (?:in|on|out|off)|[Uu]ser [\"']?[A-Za-z][\w.\-\x80-\xff]+[\"']?:? (?:not |has |logged|signed|does|is |from [0-9]|authenticated|unknown|NOT )",
        ("logged ", "signed ", "ser "),
    ),
    (
        _SESSION,
        r"ession [\w\-]+ of [Uu]ser|User (?:Slice of|Manager for)|tarting session: |lose session: user|onnection (?:closed|reset) by [a-z]+ user|isconnected from(?: [a-z]+)? user|authorized: user=|subsystem request for [^\n]+ by user",
        ("ser ", "ession", "user="),
    ),
    (
        _COMMAND,
        r"\b(?:chown|chgrp|su|sudo -u|crontab -u|passwd|user(?:mod|add|del)|adduser|deluser|kinit|finger|chage|loginctl|getent passwd|pkill -u|runuser -u|gpasswd -a) [A-Za-z\-]",
        ("ch", "su", "pass", "user", "kinit", "finger", "loginctl", "cron", "getent", "kill"),
    ),
    (_GRANTED, "", ("'@'", "`@`", '"@"', "USER", "user", "ROLE", "role", "LOGIN", "login", "DEFINER", "definer")),
    (
        _SERVED,
        r"\] (?:OK|FAIL) |\][$#] |\bUSER [A-Za-z]|[ \t]ALL ?= ?\(|^(?:AllowUsers|DenyUsers)[ \t]|@[\w\-\x80-\xff]+ (?:LOG|ERROR|FATAL|WARNING|STATEMENT|DETAIL|HINT|PANIC): |/(?:user|u):[A-Za-z0-9]",
        ("] OK ", "] FAIL ", "USER ", "ALL", "Users", "@", "/u"),
    ),
    (_REMOTE, "", ("@",)),
    (_EVENT, r"Name=[\"'][\w\x80-\xff]*(?:User|AccountName)|UID=\"[A-Za-z]", ("Name=", "UID=")),
    (_PROMPT, r"^[^@\n]{1,80}@[\w.\-]{1,63}:[~/][^\n$#]*[$#] ", ("$ ", "# ")),
    (_OPTION, r"(?:^|[ \t])--(?:user|login|run-as|as-user)", ("--",)),
    (
        _AS,
        r"(?:ogged|igned) in as |(?:uthenticat|ession )[^\n]{2,30} (?:as|for) |(?:Benutzer|Utilisateur|Usuario|Usu\xc3\xa1rio|Utente|Gebruiker|Anv\xc3\xa4ndare|Bruger) ",
        (
            " in as ",
            "uthenticat",
            "ession ",
            "Benutzer",
            "Utilisateur",
            "Usuario",
            "Usu\u00e1rio",
            "Utente",
            "Gebruiker",
            "Anv\u00e4ndare",
            "Bruger",
        ),
    ),
    (_FILE, r"[\-dlcbps](?:[r\-][w\-][xsStT\-]){3}[.+@]? +[0-9]{1,6} [A-Za-z]", ("rw", "r-", "--")),
    (_TERMINAL, r"^[A-Za-z][\w.\-\x80-\xff]+ +(?:pts/[0-9]|tty[0-9A-Za-z]|:[0-9])", ("pts/", "tty", " :")),
    (_PROCESS, r"[0-9]\.[0-9] +[0-9]+\.[0-9] +[0-9]+ +[0-9]+ +[^ ]", (".",)),
    (_ACCOUNT, r":[x*!]?:[0-9]+:[0-9]+:[^:\n]*:/", (":/",)),
    (_REQUEST, r" - [A-Za-z][\w.\-\x80-\xff]+ \[[0-9]{2}/", (" - ",)),
    (
        _DISTINGUISHED,
        r"(?i)(?:cn|uid|samaccountname|userid) ?= ?[^\n=]{2,250}, ?(?:ou|dc|cn) ?=",
        ("OU", "ou=", "DC", "dc=", "CN", "cn="),
    ),
)
_GROUPS = ("name", "by", "of", "to", "for", "as", "who", "group", "full")


def _keyed(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for pattern in (_KEYED, _WORKED):
        for match in pattern.finditer(lower(text)):
            yield from _hit(text, match, "name")


def _written(pattern: re.Pattern[str], head: str, literals: tuple[str, ...]) -> Form:
    groups = [group for group in _GROUPS if group in pattern.groupindex]

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        if any(literal in text for literal in literals):
            for match in pattern.finditer(text):
                for group in groups:
                    if match[group]:
                        yield from _hit(text, match, group)

    return Form(lambda _: (head or pattern,), find)


def _hit(text: str, match: re.Match[str], group: str) -> Iterator[Hit]:
    start, end = match.span(group)
    name = text[start:end].rstrip(".-,' ")
    if match.re is _DISTINGUISHED and (
        _domains.may_be_host(name.lower()) or _AUTHORITY.search(name) or name.lower() in _UNIT
    ):
        return
    if match.re in _IN_SENTENCES and name.lower() in _ABOUT:
        return
    if group == "full" and match["name"].lower() in _COMMON:
        return
    if _DIGEST.fullmatch(name) or (name[:1].isdigit() and not _IS_NAME.search(name.lower())):
        return
    if match.re in _TOLD and (_is_attribute(name.lower()) or _is_passed_on(text, match, name)):
        return
    if len(name) > 1 and not name.isdigit() and name.lower() not in _COMMON:
        yield Hit(start, start + len(name), name)


# Of as many digits as an object's id, MD5, and the SHA family have: a name's are other.
_DIGEST = compiled(r"[0-9a-f]{24}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}")
# What a name that begins with a digit has, and no count, time or version.
_IS_NAME = compiled(r"\A(?=[\d\-]*[a-z])[0-9a-f\-]{16,}\Z|\A\d{1,4}[a-z]{4,}|\A\d{1,4}[a-z]{2,}[._\-]?\d")
_OBJECTS = words("self this")
_PACKAGES = words("com org net java javax sun io")
_ATTRIBUTES = words("user username uname login owner name account principal actor value current portable id")


def _is_attribute(name: str) -> bool:
    """Tell whether a name with dots is one of a program's, or a class of one: `self.owner`, `com.acme.Job`."""
    first, _, rest = name.partition(".")
    is_class = first in _PACKAGES and "." in rest
    return bool(rest) and (is_class or first in _OBJECTS or rest.rpartition(".")[2] in _ATTRIBUTES)


def _is_passed_on(text: str, match: re.Match[str], name: str) -> bool:
    """Tell whether a program hands on a value: `owner=owner`, `from_user=from_user`, `author = commit.AuthorName`."""
    key = _ASSIGNED.search(text, max(0, match.start() - 40), match.start("name"))
    if match.re is _WORKED and _FIELD.search(name):
        return True
    return key is not None and key.group(1).lower() == name.lower()


_TOLD = frozenset({_KEYED, _WORKED})
_FIELD = compiled(r"\.[A-Z]")
_ASSIGNED = compiled(r"(\w+) ?= ?\Z")
_IN_SENTENCES = frozenset(
    {_SIGN_IN, _GRANTED, _SERVED, _LOGGED_IN, _SESSION, _SHADOW, _COMMAND, _TERMINAL, _AS, _OPTION}
)


DETECTOR = Detector(
    name="user",
    kind="identity",
    mark="user",
    forms=(
        Form(lambda _: (ignoring_case(_KEYED), ignoring_case(_WORKED)), _keyed),
        *(_written(pattern, head, literals) for pattern, head, literals in _FORMS),
    ),
    examples=(
        Example("Accepted password for jdoe42 from 10.0.0.7", ("jdoe42",)),
        Example("cd /home/jdoe42/wa", ("jdoe42",)),
        Example("Failed password for invalid user jdoe42 from 10.0.0.7", ("jdoe42",)),
        Example("Access denied for user 'jdoe42'@'10.0.0.7'", ("jdoe42",)),
        Example(r"C:\Users\jdoe42\AppData", ("jdoe42",)),
        Example("sudo:   jdoe42 : TTY=pts/0 ; COMMAND=/bin/ls", ("jdoe42",)),
        Example("uid=1000(jdoe42) gid=1000(jdoe42)", ("jdoe42",)),
        Example("login: net.harbour", ("net.harbour",)),
        Example("user=root uid=0"),
        Example("owner: com.acme.Job, user=self.owner"),
        Example("POST /v1/users/login: http-500"),
        Example("<Data Name='TargetUserName'>jdoe42</Data>", ("jdoe42",)),
        Example("jdoe42@db7:~$ ls -l", ("jdoe42",)),
        Example("app --run-as jdoe42 --port 1", ("jdoe42",)),
        Example("auth-worker<13>: sql(jdoe42,10.0.0.7): unknown user", ("jdoe42",)),
        Example("imap-login: Disconnected (auth failed): rip=10.0.0.7"),
        Example("no such user found from 10.0.0.7"),
        Example("for user admin"),
    ),
)
