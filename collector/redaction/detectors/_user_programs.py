"""User names as programs write them: in their logs, lists and commands."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors import _domains
from collector.redaction.detectors._user_words import ABOUT, COMMON, is_role, is_somebody
from collector.redaction.detectors._wordlist import words

_PLAIN = r"[A-Za-z][\w.\-]{1,31}"
_NAME = rf"(?P<name>{_PLAIN})"
_DOMAIN = r"(?:[A-Za-z0-9][\w.\-]{0,30}\\{1,4})?"
_HOME = compiled(
    r"(?<![\w.])(?:/(?:export|mnt/[a-z]|[a-z]|data|nfs|net))?/(?:home|Users|var/(?:spool/)?(?:mail|cron(?:/crontabs|/tabs)?))/(?P<name>[A-Za-z\u00c0-\uffff][\w.\-]{1,31})(?=/|$|[\s\"',;:)])"
)
_WINDOWS_HOME = compiled(
    r"[A-Za-z]:\\{1,4}(?:Users|Documents and Settings)\\{1,4}(?!All Users|Default|Public\b)(?P<name>[A-Za-z\u00c0-\uffff][\w.\-]{1,31})(?=\\|$|[\s\"',;:)>])"
)
_METHOD = r"(?:password|publickey|keyboard-interactive|gssapi|hostbased|none|pam|cert|key|login|sudo|su|authentication)[\w/\-]{0,24}"
# sshd and PAM, and with quotes MySQL and PostgreSQL.
_SIGN_IN = compiled(
    rf"(?:[Ii]nvalid user|for user|by user|(?:[Aa]ccepted|[Ff]ailed|[Pp]ostponed|[Pp]artial) {_METHOD} for(?: invalid user)?|[Uu]ser name|authenticating user|(?:from|of|as|impersonating|switching to|adding|removing|deleting|creating|locking|mapped) user|LOGIN ON \S{{1,20}} BY|FAILED LOGIN [^\n]{{1,60}} FOR|(?:GRANT|REVOKE) [^\n;]{{1,120}}? (?:TO|FROM)|(?:denied|member|owner|granted) (?:for|of|to) role|net user|(?:[Uu]ser|[Rr]ole)(?= [\"'`][\w.@\\\-]{{1,64}}[\"'`])|attempts exceeded for(?: invalid user)?|[Aa]uthentication failure for|pts/\d{{1,4}} for|opened for user \S{{1,32}} by) [\"'`]?{_DOMAIN}{_NAME}(?=\s|$|[(\"'`]|[,;.:](?:\s|$)|@[\w\-]{{1,63}}(?![\w.@\-]))"
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
    rf"(?im)\b(?:cron|crond|anacron|crontab|atd)(?:\[\d{{1,8}}\])?: (?:\([a-z]{{1,20}}\) )?\({_NAME}\) [A-Z](?:[A-Z ]{{3,12}} \((?P<for>{_PLAIN})\)$)?"
)
_SHADOW = compiled(
    rf"(?:new (?:user|group|account)(?: added)?: (?:name=|'|account=)|(?:add|change|delete|remove|lock|unlock|deleted|removed) (?:user|shadow|group|shadow group|home directory of) '|\b(?:add|delete|remove) '(?=[^'\s]{{1,32}}' (?:to|from) (?:shadow )?group)|\b(?:(?:password|expiry|shell|home directory) changed for|changed password expiry for|password for(?= '[^'\n]{{1,40}}' changed)) (?:user )?'?|\[sudo\] password for |\bto group '){_NAME}(?=['\s,:]|$)"
)
# SQL.
_GRANTED = compiled(
    rf"['`\"]{_NAME}['`\"]@['`\"]|(?i:\b(?:create|alter|drop|rename) (?:user|role|login)(?: if (?:not )?exists)?(?! mapping\b)|\bdefiner ?=) ?['`\"\[]?(?P<who>{_PLAIN})"
)
_LOGGED_IN = compiled(
    rf"(?:^|[\s\"(\[:>\\]|(?<![A-Za-z])'){_NAME}[\"']? (?:has )?(?:logged|signed) (?:in|on|out|off)(?= (?:from|via|at|to|as|with|after|again)\b|[.,;]?[ \t\r]*$)|\b[Uu]ser [\"']?(?P<who>{_PLAIN})[\"']?:? (?:not (?:found|allowed|in sudoers|known)|(?:has )?(?:logged|signed) (?:in|on|out|off)|does not exist|doesn't exist|is (?:not in the sudoers|locked|disabled|unknown)|from \d|authenticated|unknown|NOT in sudoers)",
    re.MULTILINE,
)
_SESSION = compiled(
    rf"(?:[Ss]ession [\w\-]{{1,12}} of [Uu]ser|User Slice of(?! UID)|User Manager for(?! UID)|[Ss]tarting session: \S{{1,30}}(?: on \S{{1,20}})? for|[Cc]lose session: user|Connection (?:closed|reset) by (?:authenticating|invalid) user|Disconnected from(?: (?:authenticating|invalid))? user|authorized: user=|subsystem request for \S{{1,30}} by user|unix-(?:session|process):\S{{1,30}} (?:\[[^\]\n]{{1,60}}\] )?\(?owned by) {_NAME}(?=[\s.,)]|$)"
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
    rf"\[{_NAME}\] (?:(?:OK|FAIL) (?=[A-Z]{{2}})|Peer Connection)|\bLogin (?:OK|incorrect[^\n\[\]]{{0,40}}): \[(?P<group>{_PLAIN})(?=[\]/])|\[(?P<to>{_PLAIN})@[\w.\-]{{1,63}} [^\]\n]{{1,60}}\][$#] |\bUSER (?P<who>{_PLAIN})(?=:|[ \t\r]*$)|^(?P<of>{_PLAIN})[ \t]{{1,20}}ALL ?= ?\(|^(?:AllowUsers|DenyUsers)[ \t]{{1,8}}(?P<as>{_PLAIN})|(?<![\w.@\-])(?P<by>{_PLAIN})@[\w\-]{{1,63}} (?:LOG|ERROR|FATAL|WARNING|STATEMENT|DETAIL|HINT|PANIC): |(?<!\S)/(?:user|u):{_DOMAIN}(?P<for>{_PLAIN})",
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
_PROMPT = compiled(
    rf"(?m)^(?:\([\w.\-]{{1,40}}\) )?{_NAME}@[\w.\-]{{1,63}}(?::[~/][^\n$#]{{0,120}}[$#]| [^\s%]{{1,60}} %) "
)
_OPTION = compiled(
    rf"(?:^|(?<=[ \t]))--(?:user(?:name)?|login|run-as|as-user)[ =][\"']?{_NAME}(?=[\"']?(?:\s|$|:[\w\-]))"
)
_AS = compiled(
    rf"\b(?:[Ll]ogg(?:ed|ing)|[Ss]ign(?:ed|ing)) in as [\"']?{_NAME}(?=[\"']?(?:\s|[,.;)]|$))|\b(?:[Aa]uthenticat(?:ed|ing|ion (?:failed|succeeded|failure))|[Ss]ession (?:opened|closed)) (?:as|for) [\"']?(?P<for>{_PLAIN})(?=[\"']?(?:[,.;]|[ \t\r]*$| (?:from|at|via|on)\b))"
    rf"|\b(?:Benutzer|Utilisateur|Usuario|Usu\u00e1rio|Utente|Gebruiker|Anv\u00e4ndare|Bruger) [\"']?(?P<who>{_PLAIN})[\"']? (?:hat sich |s'est |ha |est |se ha |foi |is )?(?:an|ab|ein)?(?:gemeldet|gesperrt|geloggt|connect\u00e9|d\u00e9connect\u00e9|conectado|desconectado|inici\u00f3|autenticado|bloqueado|ingelogd|aangemeld|uitgelogd|inloggad|connesso|logget)",
    re.MULTILINE,
)
_UNIT = words("users computers administrators system builtin servers groups people configuration schema services sites")
_AUTHORITY = compiled(
    r"(?i)\b(?:ca|root|authority|certificate|server|service|admins?|operators?|group|domain \w+|web|proxy|ldap)\b"
)
_IN_SENTENCES = frozenset(
    {_SIGN_IN, _GRANTED, _SERVED, _LOGGED_IN, _SESSION, _SHADOW, _COMMAND, _TERMINAL, _AS, _OPTION}
)
_OF_A_ROLE = compiled(r"(?i:grant|revoke|(?:create|alter|drop) role)\b")
# Programs whose `--user` takes no name: what is done is done for oneself.
_OF_ONE_SELF = compiled(
    r"\b(?:systemctl|journalctl|systemd(?:-\w{1,20})?|busctl|pip3?|flatpak|gem|dconf)(?:[ \t][^\n|;&]{0,40})?[ \t]\Z"
)
_FORMS: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...] = (
    (_HOME, "", ("/home/", "/Users/", "/mail/", "/cron")),
    (_WINDOWS_HOME, "", ("Users\\", "Settings\\")),
    (
        _SIGN_IN,
        r"(?:nvalid user|for user|by user|(?:ccepted|ailed|ostponed|artial) [^ \n]+ for|ser name|authenticating user|(?:from|of|as|ing|ing to|mapped) user|LOGIN ON [^ \n]+ BY|FAILED LOGIN [^\n]+ FOR|(?:GRANT|REVOKE) [^\n;]+ (?:TO|FROM)|(?:denied|member|owner|granted) (?:for|of|to) role|net user|(?:ser|ole) [\"'`]|exceeded for|failure for|pts/[0-9]+ for) ?(?:invalid user )?[\"'`]?[A-Za-z0-9]",
        ("ser ", " for ", "ole ", "LOGIN", "GRANT", "REVOKE"),
    ),
    (_OPENED_BY, r"opened for user [^\n]+ by [A-Za-z]", (" by ",)),
    (_LOOKED_UP, "", ("ldap(", "lua(", "pam(", "file(", "shadow(", "sql(", "static(")),
    (_SUDO, "", ("sudo", "doas")),
    (_ID, r"(?:[ug]id|groups)=[0-9]{1,10}\(", ("id=", "groups=")),
    (_SU, r"\bsu(?:\[[0-9]{1,8}\])?: (?:FAILED|\(to|[Ss]uccessful|failed|[+\-])", ("su:", "su[")),
    (_CRON, "", ("cron", "CRON", "atd")),
    (
        _SHADOW,
        (
            r"new (?:user|group|account)(?: added)?: (?:name=|'|account=)|(?:add|change|delete|remove|lock|unlock|deleted|removed) (?:user|shadow|group|shadow group|home directory of) '|(?:add|delete|remove) '[^'\s]{1,32}' (?:to|from) (?:shadow )?group"
            r"|(?:password|expiry|shell|home directory) changed for |changed password expiry for |password for '[^'\n]{1,40}' changed|\[sudo\] password for |to group '"
        ),
        ("new user", "new group", "new account", "password", "hanged", " '"),
    ),
    (
        _LOGGED_IN,
        r"(?:logged|signed) (?:in|on|out|off)|[Uu]ser [\"']?[A-Za-z][\w.\-\x80-\xff]+[\"']?:? (?:not |has |logged|signed|does|is |from [0-9]|authenticated|unknown|NOT )",
        ("logged ", "signed ", "ser "),
    ),
    (
        _SESSION,
        r"ession [\w\-]+ of [Uu]ser|User (?:Slice of|Manager for)|tarting session: |lose session: user|onnection (?:closed|reset) by [a-z]+ user|isconnected from(?: [a-z]+)? user|authorized: user=|subsystem request for [^\n]+ by user|unix-[a-z]+:[^\n]+ owned by|unix-[a-z]+:[^\n]+\(owned by",
        ("ser ", "ession", "user=", "owned by "),
    ),
    (
        _COMMAND,
        r"\b(?:chown|chgrp|su|sudo -u|crontab -u|passwd|user(?:mod|add|del)|adduser|deluser|kinit|finger|chage|loginctl|getent passwd|pkill -u|runuser -u|gpasswd -a) [A-Za-z\-]",
        ("ch", "su", "pass", "user", "kinit", "finger", "loginctl", "cron", "getent", "kill"),
    ),
    (_GRANTED, "", ("'@'", "`@`", '"@"', "USER", "user", "ROLE", "role", "LOGIN", "login", "DEFINER", "definer")),
    (
        _SERVED,
        r"\] (?:OK|FAIL|Peer Connection) ?|Login (?:OK|incorrect[^\n]*): \[|\][$#] |\bUSER [A-Za-z]|[ \t]ALL ?= ?\(|^(?:AllowUsers|DenyUsers)[ \t]|@[\w\-\x80-\xff]+ (?:LOG|ERROR|FATAL|WARNING|STATEMENT|DETAIL|HINT|PANIC): |/(?:user|u):[A-Za-z0-9]",
        ("] OK ", "] FAIL ", "] Peer", "Login ", "USER ", "ALL", "Users", "@", "/u"),
    ),
    (_REMOTE, "", ("@",)),
    (_EVENT, r"Name=[\"'][\w\x80-\xff]*(?:User|AccountName)|UID=\"[A-Za-z]", ("Name=", "UID=")),
    (_PROMPT, r"^[^@\n]{1,80}@[\w.\-]{1,63}(?::[~/][^\n$#]*[$#]| [^ \n%]{1,80} %) ", ("$ ", "# ", "% ")),
    (_OPTION, r"(?:^|[ \t])--(?:user|login|run-as|as-user)", ("--",)),
    (
        _AS,
        r"(?:gged|gging|gned|gning) in as |(?:uthenticat|ession )[^\n]{2,30} (?:as|for) |(?:Benutzer|Utilisateur|Usuario|Usu\xc3\xa1rio|Utente|Gebruiker|Anv\xc3\xa4ndare|Bruger) ",
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


def _written(pattern: re.Pattern[str], head: str, literals: tuple[str, ...]) -> Form:
    groups = [group for group in _GROUPS if group in pattern.groupindex]

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        if any(literal in text for literal in literals):
            for match in pattern.finditer(text):
                for group in groups:
                    if match[group]:
                        yield from _hit(match, group)

    return Form(lambda _: (head or pattern,), find)


def _hit(match: re.Match[str], group: str) -> Iterator[Hit]:
    name = match[group].rstrip(".-,' ")
    if match.re is _DISTINGUISHED and (
        _domains.may_be_host(name.lower()) or _AUTHORITY.search(name) or name.lower() in _UNIT
    ):
        return
    if match.re in _IN_SENTENCES and name.lower() in ABOUT:
        return
    if _OF_A_ROLE.match(match.group()) and is_role(name):
        return
    if match.re is _OPTION and _OF_ONE_SELF.search(match.string, max(0, match.start() - 80), match.start()):
        return
    if group == "full" and match["name"].lower() in COMMON:
        return
    if is_somebody(name):
        yield Hit(match.start(group), match.start(group) + len(name), name)


FORMS = tuple(_written(pattern, head, literals) for pattern, head, literals in _FORMS)
"""A form of each pattern."""
