"""Credentials on command lines: after an option, as an argument, through a pipe."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._keys import TELLING
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import VALUE, by_literals, written

# The programs of Net-SNMP that ask.
_SNMP = "snmp(?:walk|get|getnext|bulkwalk|bulkget|set|trap|inform|table|status|translate|usm|vacm|delta|df|netstat|test|ping|ps)"

FORMS = (
    written(
        (" -", "\t-", "\n-", "--", "'-", '"-', "`-", "-setcookie"),
        rf"(?<![\w-])--?(?P<key>[A-Za-z][\w.\-]{{1,60}})(?:[ \t]+(?:[\\`^][ \t\r]*\n[ \t]{{0,40}})?|[\"'],[ \t]{{0,4}}(?=[\"']))(?!--?[A-Za-z]){VALUE}",
        head=rf"(?i)--?[A-Za-z]?[\w.\-]{{0,60}}?{TELLING}[\w.\-]{{0,60}}(?:[ \t]|[\"'],)",
        reach=around,
    ),
    written(
        ("-p",),
        rf"\b(?:mysql\w*|mariadb\w*|mycli|mysqldump|mysqladmin)\b[^\n|;]{{0,160}}?[ \t]-p{VALUE}",
        head=r"[ \t]-p[^\s|&;<>]",
    ),
    written(
        ("login",),
        rf"\b(?:docker|podman|buildah|skopeo|nerdctl|helm[ \t]{{1,4}}registry|az|cf|oc)[ \t]{{1,4}}login\b[^\n|;]{{0,200}}?[ \t]-p[ \t]{{0,3}}{VALUE}",
        head=r"[ \t]login\b[^\n|;]{0,800}[ \t]-p",
    ),
    written(
        ("mongo", "cqlsh", "influx", "psexec", "PsExec"),
        rf"\b(?:mongo(?:sh|dump|restore|export|import)?|cqlsh|influx|[Pp]s[Ee]xec(?:64)?(?:\.exe)?)[ \t][^\n|;]{{0,200}}?[ \t]-p[ \t]{{1,3}}(?!-){VALUE}",
    ),
    written(
        (),
        r"(?<=[ \t])(?:-u|-U|--user|--proxy-user|-a|--auth)[ \t=][\"']?[A-Za-z][\w.@\-]{0,63}:(?P<lone>[^\s\"'$<>:/][^\s\"'<>:/]{3,200})",
        head=r"[ \t](?:-u|-U|--user|--proxy-user|-a|--auth)[ \t=]{0,3}[\"']?[^\s:\"'$<>]{0,400}[\"']?:[\"']?[^\s\"'$<>]",
    ),
    # Addresses, users and keys, as arguments of programs that have no option for them.
    written(
        ("vault login", "alias set", "host add", "winrs"),
        r"\bvault[ \t]{1,4}login(?:[ \t]{1,4}-[\w\-=/.:]{1,100}){0,6}[ \t]{1,4}(?P<d>(?![\w\-]{1,40}=)[^\s\"'|&;<>$\-][^\s\"'|&;<>]{7,400})|\bmc[ \t]{1,4}(?:alias[ \t]{1,4}set|config[ \t]{1,4}host[ \t]{1,4}add)[ \t]{1,4}\S{1,80}[ \t]{1,4}[\"']?http\S{1,200}[ \t]{1,4}\S{1,100}[ \t]{1,4}[\"']?(?P<s>[^\s\"'|&;<>$\-][^\s\"'|&;<>]{1,200})|\bwinrs\b[^\n|;]{0,200}?[ \t][-/]p(?:assword)?:[\"']?(?P<b>[^\s\"'|&;<>]{1,200})",
        head=r"vault[ \t]{1,4}login[ \t]|(?:alias[ \t]{1,4}set|host[ \t]{1,4}add)[ \t]|winrs",
    ),
    # A user or a name, then the password, as the arguments of a program.
    written(
        ("mosquitto_passwd", "wpa_passphrase", "doctl", "ipmitool"),
        r"\bmosquitto_passwd[ \t]{1,4}-b[ \t]{1,4}[^\s]{1,200}[ \t]{1,4}[^\s]{1,64}[ \t]{1,4}(?P<d>[^\s\"'|&;<>]{1,200})|\bwpa_passphrase[ \t]{1,4}(?:\"[^\"\n]{1,64}\"|[^\s\"=]{1,64})[ \t]{1,4}(?P<s>[^\s|&;<>]{8,64})|\bipmitool\b[^\n|;]{0,200}?[ \t]set[ \t]{1,4}password[ \t]{1,4}\d{1,2}[ \t]{1,4}(?P<lone>[^\s\"'|&;<>]{1,200})|\bdoctl\b[^\n|;]{0,80}?[ \t]-t[ \t]{1,4}(?P<b>[^\s\"'|&;<>$]{8,400})",
        head=r"ipmitool[^\n]{1,250}[ \t]password[ \t]|mosquitto_passwd[ \t]|wpa_passphrase[ \t]|doctl[ \t]",
    ),
    # A user, and beside it a password, as many programs take them; ports and numbers are none. MySQL's programs ask for it.
    written(
        ("-u", "-U", "--user"),
        rf"(?m)(?:^|[|;&(\"'])(?![^\n|;&]{{0,400}}\b(?:mysql|maria|mycli))[^\n|;&]{{0,400}}?[ \t](?:-[uU][ \t=]{{0,2}}|--user(?:name)?[ \t=])[\"']?[\w.@\\\-]{{1,64}}[\"']?[ \t]{{1,8}}-[pP][ \t=]{{1,3}}(?!--|[\d:./\-]{{1,80}}(?:\s|$)){VALUE}",
        head=r"[ \t](?:-[uU]|--user)[^\n]{1,80}[ \t]-[pP][ \t=]",
    ),
    written(
        (" -l ", " -D ", "swaks", "send"),
        r"(?<=[ \t])-l[ \t]{1,3}[\w.@\-]{1,64}[ \t]{1,3}-p[ \t]{1,3}[\"']?(?P<lone>[^\s\"'|;&<>$\-/:\d][^\s\"'|;&<>/:]{3,200})|(?<=[ \t])-D[ \t]{1,3}(?:\"[^\"\n=]{1,20}=[^\"\n]{1,200}\"|[^\s=\"']{1,20}=\S{1,200})[ \t](?:[^\n|;]{0,120}?[ \t])?-w[ \t]{0,3}(?P<lone2>[^\s\"'|&;<>$\-/][^\s\"'|&;<>]{3,200})|\b(?:swaks|send[eE]mail)\b[^\n|;]{0,400}?[ \t]-[ax]p[ \t]{1,3}[\"']?(?P<b>[^\s\"'|&;<>]{1,200})",
        head=r"[ \t]-l[ \t]{1,3}[\w.@\-]{1,64}[ \t]{1,3}-p[ \t]|[ \t]-D[ \t]{1,3}[^\n]{3,300}[ \t]-w|[ \t]-[ax]p[ \t]",
    ),
    by_literals(
        ("sqlcmd", "bcp", "osql", "ipmitool", "mosquitto_"),
        rf"\b(?:sqlcmd|bcp|osql|ipmitool|mosquitto_(?:pub|sub|rr))\b[^\n|;]{{0,200}}?[ \t]-P[ \t]{{0,3}}{VALUE}",
    ),
    written(
        ("zip", "7z", "rar "),
        rf"\b(?:(?:un)?zip\b[^\n|;]{{0,200}}?[ \t]-P[ \t]{{0,3}}{VALUE}|(?:7z[ar]?|(?:un)?rar)[ \t]{{1,4}}\w[^\n|;]{{0,200}}?[ \t]-h?p(?P<glued>[^\s|;&\"'\-][^\s|;&\"']{{2,200}}))",
        head=r"(?:zip[^\n|;]{0,200}[ \t]-P|(?:7z[ar]?|rar)[ \t][^\n|;]{0,200}[ \t]-h?p)[^ \t]?",
    ),
    # What they sign and encrypt with stands in either order.
    *(
        written(
            ("snmp",),
            rf"\b(?:{_SNMP}{more})\b[^\n|;]{{0,200}}?[ \t]-{option}[ \t]{{0,3}}(?!-){VALUE}",
            head=r"snmp[^\n]*[ \t]-[cAX]",
        )
        for option, more in (("c", ""), ("A", r"|check_snmp\w{0,12}"), ("X", r"|check_snmp\w{0,12}"))
    ),
    written(
        ("openssl ",),
        rf"\bopenssl[ \t]{{1,4}}(?:enc|aes|des|smime|camellia|aria)[\w\-]{{0,20}}\b[^\n|;]{{0,200}}?[ \t]-[kK][ \t]{{1,3}}{VALUE}",
    ),
    by_literals(
        ("freerdp", "rdesktop"),
        r"\b(?:\w{0,4}freerdp\d?|rdesktop)\b[^\n|;]{0,200}?[ \t](?:/p:|-p[ \t]{1,3})[\"']?(?P<b>[^\s\"']{1,200})",
    ),
    by_literals(("lftp",), r"\blftp\b[^\n|;]{0,120}?[ \t]-u[ \t]{0,3}[\"']?[^\s,\"']{1,64},(?P<b>[^\s\"']{1,200})"),
    written(
        ("curl", "wget", "http"),
        r"\b(?:curl|wget|https?|xh)\b[^\n|;]{0,400}?(?:\\\n[^\n|;]{0,400}?){0,4}[ \t](?:-u|-U|--user|--proxy-user|-a|--auth)[ \t=]{0,3}(?:'[^\s:'$<>]{0,100}:(?P<s>[^'\n$<>][^'\n]{0,200})'|\"[^\s:\"$<>]{0,100}:(?P<d>[^\"\n$<>][^\"\n]{0,200})\"|[\"']?[^\s:\"'$<>]{0,100}[\"']?:[\"']?(?P<b>[^\s\"'$<>][^\s\"']{0,200}))",
        head=r"[ \t](?:-u|-U|--user|--proxy-user|-a|--auth)[ \t=]{0,3}[\"']?[^\s:\"'$<>]{0,400}[\"']?:[\"']?[^\s\"'$<>]",
        reach=around,
    ),
    # A key that needs no password: `curl -u KEY: …`.
    written(
        (" -u ", "--user", " -a ", "--auth"),
        r"\b(?:curl|wget|https?|xh)\b[^\n|;]{0,400}?[ \t](?:-u|--user|-a|--auth)[ \t=]{0,3}[\"']?(?P<made>[^\s:\"'$<>@]{12,200}):[\"']?(?=\s|$)",
        head=r"[ \t](?:-u|--user|-a|--auth)[ \t=]{0,3}[\"']?[^\s:\"'$<>]{12,400}:[\"']?(?:[ \t\r]|$)",
    ),
    written(("ldap",), rf"\bldap\w+\b[^\n|;]{{0,200}}?[ \t]-w[ \t]{{1,3}}{VALUE}", head=r"[ \t]-w[ \t]{1,3}[^\s|&;<>]"),
    written(
        (" unseal ", " rekey "),
        r"\b(?:unseal|rekey)(?:[ \t]{1,4}-[\w\-=/.:]{1,100}){0,6}[ \t]{1,4}(?P<made>[A-Za-z0-9+/=]{32,90})(?=\s|[\"'`]|$)",
    ),
    written(("openssl", "pass:"), r"\bpass:(?P<b>[^\s\"'<>:]{3,200})"),
    by_literals(("ssh-keygen",), rf"\bssh-keygen\b[^\n|;]{{0,200}}?[ \t]-[NP][ \t]{{1,3}}{VALUE}"),
    by_literals(
        (
            "certutil",
            "signtool",
            "find-generic-password",
            "add-generic-password",
            "add-internet-password",
            "unlock-keychain",
        ),
        rf"\b(?:certutil|signtool|security)(?:\.exe)?(?:[ \t][^\n|;]{{0,200}}?)?[ \t][-/][pw][ \t]{{1,3}}{VALUE}",
    ),
    # Words of their own between a user and a password.
    by_literals(
        ("db2 connect", "addauth digest", "rclone obscure", "iwconfig", "net rpc user password"),
        r"\bdb2[ \t]+connect[ \t]+to[ \t]+\S{1,64}[ \t]+user[ \t]+\S{1,64}[ \t]+using[ \t]+[\"']?(?P<b>[^\s\"';]{1,200})|\baddauth[ \t]+digest[ \t]+[^\s:]{1,64}:(?P<d>\S{1,200})|\brclone[ \t]+obscure[ \t]+[\"']?(?P<s>[^\s\"'\-][^\s\"']{0,200})|\biwconfig[ \t]+\S{1,20}[ \t]+key[ \t]+(?:s:)?(?P<lone>[^\s\"']{5,64})|\bnet[ \t]+rpc[ \t]+user[ \t]+password[ \t]+\S{1,64}[ \t]+(?P<lone2>[^\s\"'\-][^\s\"']{3,200})",
    ),
    written(
        ("smbclient", "sftp", "exec", "secretsdump", "impacket"),
        r"\bsmbclient[ \t]{1,4}[\"']?(?://|\\\\)\S{1,100}[ \t]{1,4}[\"']?(?P<lone>[^\s\"'%\-][^\s\"'%]{3,200})|\b(?:sftp|(?:impacket-)?(?:\w{2,5}exec|secretsdump)(?:\.py)?)[ \t]{1,4}(?:-\S{1,40}[ \t]{1,4}){0,4}[\"']?[\w./\\\-]{1,64}:(?P<lone2>[^\s\"'@/:]{4,200})@[\w.\-]",
        head=r"smbclient[ \t]{1,4}[\"']?(?://|\\\\)|(?:sftp|exec|exec\.py|secretsdump|secretsdump\.py)[ \t]{1,4}[^\n]{1,120}:[^\n]{4,200}@",
    ),
    by_literals(("sshpass",), rf"\bsshpass[ \t]{{1,3}}-p[ \t]{{0,3}}{VALUE}"),
    by_literals(
        ("redis-cli", "keydb-cli", "valkey-cli"),
        rf"\b(?:redis|keydb|valkey)-cli\b[^\n|;]{{0,120}}?[ \t](?:-a|--pass)[ \t]{{1,3}}{VALUE}",
    ),
    by_literals(
        ("smbclient", "rpcclient", "mount"),
        r"\b(?:smbclient|rpcclient)\b[^\n|;]{0,160}?[ \t]-U[ \t]{0,3}[\"']?[\w.\\\-]{1,64}%(?P<b>[^\s\"'|&;<>]{1,200})",
    ),
    written(
        (" -U", "--user"),
        r"(?<=[ \t])(?:-U|--user)[ \t=]{0,3}[\"']?[\w.\\/\-]{1,64}%(?P<lone>[^\s\"'|&;<>%]{4,200})",
        head=r"[ \t](?:-U|--user)[ \t=]{0,3}[\"']?[\w.\\/\-]{1,64}%[^ \t]{4}",
    ),
    by_literals(
        ("htpasswd",),
        rf"\bhtpasswd[ \t]{{1,8}}-\w{{0,6}}b\w{{0,6}}(?:[ \t]{{1,4}}-\w{{1,20}}){{0,4}}(?:[ \t]{{1,8}}[^\s|&;<>]{{1,200}}){{1,2}}?[ \t]{{1,8}}{VALUE}[ \t\r]*(?=$|[\n|&;])",
    ),
    by_literals(
        ("rabbitmqctl",),
        rf"\brabbitmqctl\b[^\n|;]{{0,80}}?[ \t](?:add_user|change_password|authenticate_user)[ \t]{{1,8}}[^\s|;]{{1,100}}[ \t]{{1,8}}{VALUE}",
    ),
    by_literals(
        ("useradd", "usermod"),
        rf"\buser(?:add|mod)\b[^\n|;]{{0,160}}?[ \t](?:-p|--password)[ \t]{{1,8}}{VALUE}",
    ),
    written(
        ("<<<",),
        r"\bchpasswd[ \t]{0,4}<<<[ \t]{0,4}[\"']?[\w.\-]{1,64}:(?P<b>[^\s\"']{1,200})|(?i:passw|secret|token|luks|keystore|sign-?in|log-?in|\bkinit|\bsudo|\bsu|-stdin|\bpass)[^\n|;<]{0,80}<<<[ \t]{0,4}[\"']?(?P<lone>[^\s\"':]{4,200})",
    ),
    by_literals(
        ("sqlplus", "exp ", "imp ", "thin:", "oci:", "oci8:", "expdp", "impdp", "rman", "sqlldr"),
        r"\b(?:(?:sqlplus|exp(?:dp)?|imp(?:dp)?|sqlldr|sqlcl)(?:[ \t]{1,4}-\w{1,20}){0,4}[ \t]{1,8}[\"']?(?:userid=)?|rman[ \t]{1,8}target[ \t]{1,8}[\"']?|jdbc:oracle:(?:thin|oci8?):)[\w$#]{1,64}/(?P<b>[^\s/\"'@]{1,128})(?=@)",
    ),
    # Names and values, as arguments of a word that sets them.
    written(
        ("kv put", "etcdctl", "config:set"),
        rf"\b(?:consul[ \t]{{1,4}}kv[ \t]{{1,4}}put|etcdctl[ \t]{{1,4}}(?:put|set|mk))[ \t]{{1,4}}(?P<key>[\w.\-/]{{2,200}})[ \t]{{1,4}}{VALUE}",
        head=r"(?:kv[ \t]{1,4}put|etcdctl)[ \t]",
    ),
    written(
        ("keyvault", "put-parameter"),
        rf"\bkeyvault[ \t]{{1,4}}secret[ \t]{{1,4}}set\b[^\n|;]{{0,300}}?[ \t]--value[ \t=]{{1,3}}{VALUE}|\bput-parameter\b(?=[^\n|;]{{0,400}}SecureString)[^\n|;]{{0,300}}?[ \t]--value[ \t=]{{1,3}}[\"']?(?P<stored>[^\s\"'|&;<>$]{{4,400}})",
    ),
    # Through a pipe.
    written(
        ("sudo", "password-stdin", "chpasswd", "passwd", "cryptsetup", "kinit"),
        rf"\b(?:echo|printf)[ \t]{{1,8}}(?:-\w{{1,3}}[ \t]{{1,8}})?{VALUE}[ \t]{{0,8}}\|[ \t]{{0,8}}(?:sudo[ \t]{{1,8}}(?:-\w{{1,20}}[ \t]{{1,8}}){{0,4}}-S|[^\n|]{{1,160}}--password-stdin|(?:sudo[ \t]{{1,8}})?(?:chpasswd|cryptsetup|kinit)\b|(?:sudo[ \t]{{1,8}})?passwd\b[^\n|]{{0,60}}--stdin)",
        head=r"(?:echo|printf)[ \t][^\n]{1,2000}\|",
    ),
    written(
        (" base64",),
        r"\b(?:echo|printf)[ \t]{1,8}(?:-\w{1,3}[ \t]{1,8})?[\"']?(?P<lone>[^\s\"'|&;<>]{4,400})[\"']?[ \t]{0,8}\|[ \t]{0,8}base64\b",
    ),
    written(
        ("expect",),
        r"\bexpect\b[^\n]{0,40}assword:?[^\n]{0,20}[\"'][^\n]{0,40}(?:\n[ \t]{0,20})?\bsend(?:line)?[ \t(]{1,3}(?:--[ \t]{1,4})?\"(?P<d>[^\"\\\r\n]{2,200})",
        head=r"expect[^\n]{1,60}assword",
        reach=around,
    ),
    # What is typed for somebody; modems have a language of their own.
    written(
        ('\\r"', '\\n"', "\\r'", "\\n'"),
        r"\bsend[ ](?:--[ ])?[\"'](?!AT[+D])(?P<lone>[^\s\"'\\$/]{6,100})\\[rn][\"']",
        head=r"send (?:-- )?[\"'][^\s\"'\\]{6,100}\\[rn][\"']",
    ),
    by_literals(
        ("radtest ",),
        r"\bradtest[ \t]{1,4}(?:-\w[ \t]{1,4}\w{1,12}[ \t]{1,4}){0,3}\S{1,64}[ \t]{1,4}[\"']?(?P<b>[^\s\"']{1,100})[\"']?[ \t]{1,4}\S{1,100}[ \t]{1,4}\d{1,5}[ \t]{1,4}[\"']?(?P<d>[^\s\"']{1,100})",
    ),
)
"""Programs that are told a credential."""
