"""Credentials in forms without `key=value`: command lines, headers, SQL, XML, calls, prose, tables, pairs."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from collector.redaction.detector import Form, Hit, Options, alone
from collector.redaction.detectors import _entropy, _keys, _markup, _tables
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._wordlist import words
from collector.redaction.head_patterns import ignoring_case, literal

_GAP = r"(?:[ \t]{1,40}|[ \t\r]{0,40}\n[ \t]{0,40})"
_V = r"(?:\"(?P<d>[^\"\n]{1,400})\"|'(?P<s>[^'\n]{1,400})'|(?P<b>[^\s\"'|&;<>]{1,400}))"
_FORMS = (
    ((" -", "\t-", "\n-", "--", "'-", '"-', "-setcookie"), rf"(?<![\w-])--?(?P<key>[A-Za-z][\w\-]{{1,40}})(?:[ \t]+(?:[\\`^][ \t\r]*\n[ \t]{{0,40}})?|[\"'],[ \t]{{0,4}}(?=[\"']))(?!--?[A-Za-z]){_V}"),
    (("-p",), rf"\b(?:mysql\w*|mariadb\w*|mycli|mysqldump|mysqladmin)\b[^\n|;]{{0,160}}?[ \t]-p{_V}"),
    (("login",), rf"\b(?:docker|podman|buildah|skopeo|nerdctl|helm[ \t]{{1,4}}registry|az|cf|oc)[ \t]{{1,4}}login\b[^\n|;]{{0,200}}?[ \t]-p[ \t]{{0,3}}{_V}"),
    (("mongo", "cqlsh", "influx", "psexec", "PsExec"), rf"\b(?:mongo(?:sh|dump|restore|export|import)?|cqlsh|influx|[Pp]s[Ee]xec(?:64)?(?:\.exe)?)[ \t][^\n|;]{{0,200}}?[ \t]-p[ \t]{{1,3}}(?!-){_V}"),
    # A user, and beside it a password, as many programs take them; ports and numbers are none. MySQL's programs ask for it.
    (("-u", "-U", "--user"), rf"(?m)(?:^|[|;&(\"'])(?![^\n|;&]{{0,400}}\b(?:mysql|maria|mycli))[^\n|;&]{{0,400}}?[ \t](?:-[uU][ \t]{{0,2}}|--user(?:name)?[ \t=])[\"']?[\w.@\\\-]{{1,64}}[\"']?[ \t]{{1,8}}-[pP][ \t]{{1,3}}(?![\d:./\-]{{1,80}}(?:\s|$)){_V}"),
    (("sqlcmd", "bcp", "osql", "ipmitool", "mosquitto_"), rf"\b(?:sqlcmd|bcp|osql|ipmitool|mosquitto_(?:pub|sub|rr))\b[^\n|;]{{0,200}}?[ \t]-P[ \t]{{0,3}}{_V}"),
    (("zip", "7z", "rar "), rf"\b(?:(?:un)?zip\b[^\n|;]{{0,200}}?[ \t]-P[ \t]{{0,3}}{_V}|(?:7z[ar]?|(?:un)?rar)[ \t]{{1,4}}\w[^\n|;]{{0,200}}?[ \t]-h?p(?P<glued>[^\s|;&\"'\-][^\s|;&\"']{{2,200}}))"),
    (("snmpwalk", "snmpget", "snmpbulk", "snmpset", "snmptrap", "snmpinform", "snmptable", "snmpstatus"),
        r"\bsnmp(?:walk|get|getnext|bulkwalk|bulkget|set|trap|inform|table|status)\b[^\n|;]{0,200}?[ \t](?:-c[ \t]{0,3}[\"']?(?P<b>[^\s\"']{1,200})|-A[ \t]{0,3}[\"']?(?P<d>[^\s\"']{1,200})[\"']?(?:[^\n|;]{0,80}?[ \t]-X[ \t]{0,3}[\"']?(?P<s>[^\s\"']{1,200}))?)"),
    (("openssl ",), rf"\bopenssl[ \t]{{1,4}}(?:enc|aes|des|smime|camellia|aria)[\w\-]{{0,20}}\b[^\n|;]{{0,200}}?[ \t]-[kK][ \t]{{1,3}}{_V}"),
    (("freerdp", "rdesktop"), r"\b(?:\w{0,4}freerdp\d?|rdesktop)\b[^\n|;]{0,200}?[ \t](?:/p:|-p[ \t]{1,3})[\"']?(?P<b>[^\s\"']{1,200})"),
    (("lftp",), r"\blftp\b[^\n|;]{0,120}?[ \t]-u[ \t]{0,3}[\"']?[^\s,\"']{1,64},(?P<b>[^\s\"']{1,200})"),
    (("net user",), r"(?i)\bnet[ \t]{1,8}user[ \t]{1,8}[\"']?[\w.\\\-]{1,64}[\"']?[ \t]{1,8}(?:(?P<b>[^\s/*\"'][^\s\"']{0,200})(?=[ \t]{1,8}/[a-z])|(?P<lone>[^\s/*\"'][^\s\"']{5,200})(?=[ \t\r]*$))"),
    (("reg add",), rf"\breg[ \t]{{1,4}}add\b[^\n]{{0,200}}?[ \t]/v[ \t]{{1,4}}(?P<key>\w{{2,60}})[ \t][^\n]{{0,60}}?/d[ \t]{{1,4}}{_V}"),
    (("schtasks",), rf"\bschtasks\b[^\n]{{0,300}}?[ \t]/rp[ \t]{{1,3}}{_V}"),
    (("ConvertTo-SecureString",), r"\bConvertTo-SecureString[ \t]{1,4}(?:-[A-Za-z]{1,12}[ \t]{1,4}){0,4}(?:\"(?P<d>[^\"\n]{1,400})\"|'(?P<s>[^'\n]{1,400})')"),
    (("smbclient", "rpcclient", "mount"), r"\b(?:smbclient|rpcclient)\b[^\n|;]{0,160}?[ \t]-U[ \t]{0,3}[\"']?[\w.\\\-]{1,64}%(?P<b>[^\s\"'|&;<>]{1,200})"),
    (("htpasswd",), rf"\bhtpasswd[ \t]{{1,8}}-\w{{0,6}}b\w{{0,6}}(?:[ \t]{{1,4}}-\w{{1,20}}){{0,4}}(?:[ \t]{{1,8}}[^\s|&;<>]{{1,200}}){{1,2}}?[ \t]{{1,8}}{_V}[ \t\r]*(?=$|[\n|&;])"),
    (("rabbitmqctl",), rf"\brabbitmqctl\b[^\n|;]{{0,80}}?[ \t](?:add_user|change_password|authenticate_user)[ \t]{{1,8}}[^\s|;]{{1,100}}[ \t]{{1,8}}{_V}"),
    (("useradd", "usermod"), rf"\buser(?:add|mod)\b[^\n|;]{{0,160}}?[ \t](?:-p|--password)[ \t]{{1,8}}{_V}"),
    (("net use",), r"(?i)\bnet[ \t]{1,8}use\b[^\n]{0,60}?\\\\[^\s]{1,200}[ \t]{1,8}(?P<b>[^\s/*\"'][^\s\"']{0,200})(?=[^\n]{0,80}/user:)"),
    (("chpasswd",), r"\bchpasswd[ \t]{0,4}<<<[ \t]{0,4}[\"']?[\w.\-]{1,64}:(?P<b>[^\s\"']{1,200})"),
    (("kv put", "etcdctl", "config:set"), rf"\b(?:consul[ \t]{{1,4}}kv[ \t]{{1,4}}put|etcdctl[ \t]{{1,4}}(?:put|set|mk))[ \t]{{1,4}}(?P<key>[\w.\-/]{{2,200}})[ \t]{{1,4}}{_V}"),
    (("sudo", "password-stdin", "chpasswd", "passwd"), rf"\b(?:echo|printf)[ \t]{{1,8}}(?:-\w{{1,3}}[ \t]{{1,8}})?{_V}[ \t]{{0,8}}\|[ \t]{{0,8}}(?:sudo[ \t]{{1,8}}(?:-\w{{1,20}}[ \t]{{1,8}}){{0,4}}-S|[^\n|]{{1,160}}--password-stdin|(?:sudo[ \t]{{1,8}})?chpasswd|(?:sudo[ \t]{{1,8}})?passwd\b[^\n|]{{0,60}}--stdin)"),
    (("sqlplus", "thin:", "oci:", "oci8:", "expdp", "impdp", "rman", "sqlldr"), r"\b(?:(?:sqlplus|expdp|impdp|sqlldr|sqlcl)(?:[ \t]{1,4}-\w{1,20}){0,4}[ \t]{1,8}[\"']?(?:userid=)?|rman[ \t]{1,8}target[ \t]{1,8}[\"']?|jdbc:oracle:(?:thin|oci8?):)[\w$#]{1,64}/(?P<b>[^\s/\"'@]{1,128})(?=@)"),
    # Names and values in columns, under a word that sets them.
    (("ENV ", "etenv ", "etEnv ", "_param ", "_set_header ", "Header ", "onfigure set ", "config "),
        rf"(?m)(?<![\w\-])(?:ENV|[Ss]et[Ee]nv|(?:fastcgi|uwsgi)_param|proxy_set_header|(?:Request)?Header[ \t]{{1,4}}(?:always[ \t]{{1,4}})?(?:set|add|append)|aws[ \t]{{1,4}}configure[ \t]{{1,4}}set|(?:git|npm|pip|composer|yarn|pulumi)[ \t]{{1,4}}config(?:[ \t]{{1,4}}(?:set|--\w{{1,12}})){{0,3}})[ \t]{{1,8}}[\"']?(?P<key>[\w.\-$]{{2,60}})[\"']?[ \t]{{1,20}}(?![=:]){_V}"),
    # Switches and routers, wireless and firewalls.
    (("tacacs", "radius", "isakmp", "ppp ", "option "), r"(?m)\b(?:tacacs|radius|isakmp|ppp[ \t]{1,4}(?:chap|pap))\b[^\n]{0,60}?[ \t](?:key|password|secret)[ \t]{1,4}(?:[05-9][ \t]{1,4})?(?P<d>[^\s\"':=]{4,200})(?=[ \t\r]*$|[ \t]{1,4}(?:address|hostname|timeout)\b)|^[ \t]{0,20}option[ \t]{1,4}key[ \t]{1,4}'(?P<s>[^'\n]{4,200})'"),
    (("set ",), r"(?m)^[ \t]{0,20}set[ \t]{1,4}(?P<key>[\w\-]{2,40})[ \t]{1,4}(?:ENC[ \t]{1,4})?(?:\"(?P<d>[^\"\n]{1,400})\"|(?P<b>[^\s\"'=;]{1,400}))[ \t\r]*$"),
    # Protocols of lines: FTP, POP3, IMAP, IRC.
    (("PASS ",), r"(?m)(?:\bUSER[ \t]{1,4}\S{1,100}|\b331[ \-][^\n]{0,200})[ \t\r]*\n(?:[^\n]{0,200}\n){0,2}?[^\n]{0,60}?\bPASS[ \t]{1,4}(?P<b>[^\s\"']{1,200})|(?:\bC: |\"|> ?|--> )PASS[ \t]{1,4}(?P<d>[^\s\"'/]{1,200})(?=[\"'\s]|$)"),
    ((" LOGIN ",), r"(?m)\b[A-Za-z]{0,4}\d{1,6} LOGIN (?:\"[^\"\n]{1,100}\"|[^\s\"]{1,100}) (?:\"(?P<d>[^\"\n]{1,200})\"|(?P<b>[^\s\"]{1,200})[ \t\r]*$)"),
    (("ickserv", "ickServ", "NICKSERV", "ftp> user"), r"(?i)\b(?:nickserv\b[^\n]{0,20}\bidentify[ \t]{1,4}(?:[^\s]{1,64}[ \t]{1,4})?|ftp>[ \t]{0,4}user[ \t]{1,4}[^\s]{1,64}[ \t]{1,4})(?P<b>[^\s\"']{1,200})[ \t\r]*(?=\n|$)"),
    # Alone below the sentence that announces it.
    (("assword", "token", "secret"), r"(?i)\b(?:password|token|secret)\b[^\n:=]{0,80}:[ \t\r]*\n(?:[ \t\r]*\n)?[ \t]{0,8}(?P<made>[^\s:]{8,200})[ \t\r]*(?:\n|$)"),
    (("password to ",), r"\bpassword to [a-z \t]{2,60}:[ \t]{1,4}(?P<made>[^\s]{8,200})"),
    (("PASSWORD ",), r"(?m)^PASSWORD[ \t]{1,4}[\w.\-]{1,64}[ \t]{0,4}=[ \t]{0,4}(?P<b>[^\s\"']{4,200})"),
    # Arguments of a call that signs in: address, user, password; user, password.
    (("PDO", "mysqli", "mysql_", "getConnection", "ldap_bind", "ftp_login", "imap_open", "ssh2_auth", "_connect("),
        r"\b(?:PDO(?:->__construct)?|mysqli?(?:->__construct|_(?:real_|p)?connect)?|getConnection|ldap_bind|ftp_login|imap_open|ssh2_auth_password|(?:odbc|sqlsrv|ibase|db2)_p?connect)\((?:(?:Object\([\w\\]{1,60}\)|Resource id #\d{1,6}|\$\w{1,40}),[ ]?)?(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[\w.$]{1,60})[ ]?,[ ]?(?:\"[^\"\n]{0,100}\"|'[^'\n]{0,100}')[ ]?,[ ]?(?:\"(?P<d>[^\"\n]{1,200})\"|'(?P<s>[^'\n]{1,200})')"),
    ((".login(", ".auth(", ".authenticate(", "Credential", "Auth", "auth", "NetworkCredential"),
        r"(?:\.(?:login|auth|authenticate|sign_?[iI]n|createUser)|\b(?:PSCredential|UsernamePasswordCredentials|NetworkCredential|Credentials|HTTP(?:Basic|Digest)Auth|PlainTextAuthProvider|[sS]et_?[bB]asic_?[aA]uth|[bB]asic_?[aA]uth|PasswordAuthentication|UsernamePasswordAuthenticationToken)|\bauth ?= ?)\([ ]?(?:\"[^\"\n]{1,100}\"|'[^'\n]{1,100}')[ ]?,[ ]?(?:\"(?P<d>[^\"\n]{1,200})\"|'(?P<s>[^'\n]{1,200})')"),
    ((".auth(",), r"(?<!_)\.auth\([ ]?[\"'](?P<lone>[^\"'\n]{4,200})[\"'][ ]?\)"),
    (("AC",), r"\bAC[0-9a-f]{32}[\"'],[ ]?[\"'](?P<b>[0-9a-f]{32})(?![0-9a-f])"),
    (("sp_addlogin", "sp_password"), r"\bsp_(?:addlogin|password)[ \t(]{1,4}N?'[^'\n]{1,200}',[ ]?N?'(?P<s>[^'\n]{1,200})'"),
    (("s:",), r"\bs:\d{1,4}:\\?\"(?P<key>[\w.\-]{2,60})\\?\";s:\d{1,5}:\\?\"(?P<d>[^\"\n\\]{1,400})"),
    # Servers' own files: Redis's users, HAProxy's pages, Postfix's relays, IPsec's keys, Asterisk's mailboxes.
    (("user ", "setuser", "SETUSER"), r"(?im)(?:^user|\bsetuser)[ \t]{1,4}[^\s\"']{1,64}[ \t][^\n]{0,400}?(?<=[ \t])>(?P<b>[^\s\"']{1,400})"),
    (("stats ",), r"\bstats[ \t]{1,8}auth[ \t]{1,8}[^\s:]{1,64}:(?P<b>[^\s]{1,200})"),
    (("]:",), r"(?m)^[ \t]{0,8}\[[\w.\-]{2,253}\]:\d{2,5}[ \t]{1,40}[^\s:/]{2,128}:(?P<b>[^\s:/][^\s:]{2,200})[ \t\r]*$"),
    ((" PSK ", " EAP ", " XAUTH ", " NTLM "), r"(?:^|[ \t]):[ \t]{1,8}(?:PSK|EAP|XAUTH|NTLM)[ \t]{1,8}(?:\"(?P<d>[^\"\n]{1,400})\"|(?P<b>0[sx][\w+/=]{4,400}))"),
    ((" => ",), r"(?m)^\d{2,6} => (?P<b>\d{3,10}),"),
    # Who signs in to a mail server says so in base64.
    (("334 ", "resp="), r"\b334 (?:UGFzc3dvcmQ6|VXNlcm5hbWU6|dXNlcm5hbWU6|cGFzc3dvcmQ6)[ \t\r]*\n(?:[^\n]{0,120}?[:>\]][ \t]{0,3})?(?P<b>[A-Za-z0-9+/]{2,400}={0,2})(?=[ \t\r]*(?:\n|$))|\bAUTH\s\d{1,9}\s(?:PLAIN|LOGIN)\s[^\n]{0,300}?\bresp=(?P<d>[A-Za-z0-9+/=]{4,1000})"),
    (("SecureString",), r"\"SecureString\"[ \t]{0,4}(?:,|\n)\s{0,80}\"Value\"[ \t]{0,4}:[ \t]{0,4}\"(?P<d>[^\"\n]{1,4096})\""),
    (("expect",), r"\bexpect\b[^\n]{0,40}assword:?[^\n]{0,20}[\"'][^\n]{0,40}(?:\n[ \t]{0,20})?\bsend(?:line)?[ \t(]{1,3}(?:--[ \t]{1,4})?\"(?P<d>[^\"\\\r\n]{2,200})"),
    (("form-data",), r"(?i)\bform-data;[ \t]{0,4}name=\"?(?P<key>[\w.\-\[\]]{2,80})\"?[ \t\r]{0,4}\n(?:[\w\-]{2,40}:[^\n]{0,200}\n){0,3}[ \t\r]{0,4}\n(?P<b>[^\r\n]{1,400})"),
    (("AUTH", "auth"), r"(?m)(?:^|\"|\+ |[>:] )(?:(?:AUTH|auth)\"[ \t]{1,8}\"(?:[\w.\-]{1,64}\"[ \t]{1,8}\")?(?P<d>[^\"\n]{1,400})\"|AUTH[ \t]{1,8}(?:[\w.\-]{1,64}[ \t]{1,8})?(?P<lone>[^\s\"]{6,400})[ \t\r]*$)"),
    (("community", "secret", "password", "key"), r"(?m)\bsnmp-server[ \t]{1,8}community[ \t]{1,8}(?P<b>[^\s\"']{1,100})|(?:\b(?:username|user|enable|neighbor)\b[^\n]{0,80}?[ \t](?:password|secret)|^[ \t]{0,8}(?:password|server-key|key-string))[ \t]{1,8}[05-9][ \t]{1,8}(?P<d>[^\s\"']{4,200})[ \t\r]*$"),
    (("bindpw", "rootpw", "auth_pass", "psk", "password"), rf"(?m)^[ \t#]{{0,20}}(?:bindpw|rootpw|rootbindpw|auth_pass|wpa-psk|wpa-passphrase)[ \t]{{1,8}}{_V}"),
    (("machine ", "default "), rf"(?m)^[ \t]{{0,8}}(?:machine[ \t]{{1,8}}\S{{1,200}}|default){_GAP}(?:(?:login|account)[ \t]{{1,8}}\S{{1,200}}{_GAP}){{0,2}}password[ \t]{{1,8}}{_V}"),
    (("grant_type=", "code=", "code_verifier="), r"(?:[?&\s]|^)(?:code|code_verifier|client_assertion|assertion)=(?P<made>[\w.~%/+\-]{8,4096})"),
    (("code", "pin", "PIN", "OTP", "otp", "Code"), r"(?i)\b(?:(?:verification|registration|confirmation|security|one[- ]time|login|2fa|two[- ]step|sms|otp|auth|your)[ _-]{0,2}(?:verification[ _-]|pass)?(?:code|pin|password)|otp)[\"']?[ \t]{0,8}(?:is|was|:|=|->|(?:(?:was|has been) )?(?:set|changed|reset) to|lautet|ist|est|es|\u00e9|:? ?is:?)?[ \t]{0,8}[\"']?(?P<b>\d{3}[- ]?\d{3}|\d{4}|\d{8})(?![\w:/-]|\.\w|[ \t]{0,8}(?:ms|s|seconds|bytes)\b)"),
    # The code before what it is; as people of other languages are told it.
    ((" code", "Code", "pin", "PIN", "OTP", "passcode", "TAN"), r"(?i)(?<![\w.:/\-])(?:[a-z]-)?(?P<b>\d{3}[- ]?\d{3}|\d{4,8})[ \t]{1,3}(?:is|as|ist|est|es|\u00e9|als)[ \t]{1,3}(?:your|dein|deine|ihr|ihre|votre|ton|tu|su|seu|il tuo|o seu|je|uw)[ \t]{1,3}(?:[^\W\d]{2,20}[ \t\-]{1,3}){0,4}(?:(?:sicherheits|best\u00e4tigungs|verifizierungs|zugangs)?code|pin|otp|tan|passcode|password)\b"),
    (("c\u00f3digo", "code", "Code", "TAN", "C\u00f3digo", "codice", "Codice", "\u043e\u0434"),
        r"(?i)(?:\b(?:(?:dein|ihr|votre|ton|tu|su|seu|il tuo|uw|je|o seu)[ \t](?:[^\W\d]{2,20}[ \t\-]{1,3})?(?:[^\W\d]{0,16}code|c\u00f3digo|codice|tan)|(?:c\u00f3digo|codice|code)[ \t](?:de|di|da)[ \t](?:verifica\w{2,4}|v\u00e9rification|confirma\w{2,4}|seguran\u00e7a|seguridad|s\u00e9curit\u00e9|sicurezza|conferma|acceso|acesso)|mtan)|\u0432\u0430\u0448 \u043a\u043e\u0434|\u043a\u043e\u0434 \u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434\u0435\u043d\u0438\u044f)[ \t]{0,3}(?:ist|lautet|est|es|\u00e9|\u00e8|is)?[ \t]{0,3}[:=]?[ \t]{0,3}(?P<b>\d{3}[- ]?\d{3}|\d{4,8})(?![\w:/-]|\.\w)"),
    (("e passe", "ra-passe", "sandi", "haslo", "jelszo", "losenord", "sifre", "geslo", "lozinka", "slaptazodis", "matkhau"),
        rf"(?i)\b(?:mot de passe|palavra-passe|kata[ _]?sandi|haslo|jelszo|losenord|sifre|geslo|lozinka|slaptazodis|matkhau)(?:_\w{{1,20}})?[\"']?[ \t\xa0\u202f]{{0,8}}[:=][ \t]{{0,8}}(?:\xab[ \xa0\u202f]?)?{_V}"),
    (("mot de passe", "senha", "wachtwoord", "heslo", "salasana", "ennwort"),
        r"(?i)\b(?:mot de passe|senha|wachtwoord|heslo|salasana|kennwort|adgangskode)[ \t]{1,3}(?:est|\u00e9|is|je|on|er|ist|lautet)[ \t]{1,3}:?[ \t]{0,3}[\"']?(?P<lone>[^\s\"',;<>()]{4,100})"),
    (("setx", "SETX"), rf"(?i)\bsetx[ \t]{{1,8}}(?P<key>\w{{2,60}})[ \t]{{1,8}}{_V}"),
    (("Digest ", "Signature=", "digest "), r"\b(?:response|cnonce|Signature)=\"?(?P<b>[0-9a-fA-F]{16,128})"),
    (("$", "{"), r"(?:\$(?:[1567y]|2[abxy]?|apr1|argon2(?:id|i|d)|scrypt|pbkdf2(?:-\w{1,10})?|bcrypt-sha256)\$|\bpbkdf2_sha\d{1,3}\$|\{(?:S?SHA\d{0,3}|S?MD5|CRYPT|PBKDF2\w{0,10}|ARGON2)\})(?P<b>[\w./$=,+\-]{16,400})"),
    ((":54", ":64", ":*"), r"(?m)^(?:[\w.\-]{1,253}|\*):(?:54\d\d|64\d\d|\*):[\w\-*]{1,63}:[\w.\-*]{1,63}:(?P<b>[^\s:]{1,400})[ \t\r]*$"),
    (("sshpass",), rf"\bsshpass[ \t]{{1,3}}-p[ \t]{{0,3}}{_V}"),
    (("redis-cli", "keydb-cli", "valkey-cli"), rf"\b(?:redis|keydb|valkey)-cli\b[^\n|;]{{0,120}}?[ \t](?:-a|--pass)[ \t]{{1,3}}{_V}"),
    (("curl", "wget", "http"), r"\b(?:curl|wget|https?|xh)\b[^\n|;]{0,400}?(?:\\\n[^\n|;]{0,400}?){0,4}[ \t](?:-u|-U|--user|--proxy-user|-a|--auth)[ \t=]{0,3}[\"']?[^\s:\"'$<>]{0,100}[\"']?:[\"']?(?P<b>[^\s\"'$<>][^\s\"']{0,200})"),
    (("ldap",), rf"\bldap\w+\b[^\n|;]{{0,200}}?[ \t]-w[ \t]{{1,3}}{_V}"),
    (("openssl", "pass:"), r"\bpass:(?P<b>[^\s\"'<>:]{3,200})"),
    (("IDENTIFIED", "identified"), rf"(?i)\bidentified[ \t]+(?:with[ \t]+[\w\"']+[ \t]+)?(?:by|as)[ \t]+(?:password[ \t]+)?{_V}"),
    (("PASSWORD", "password"), r"(?i)\bpassword[ \t]+'(?P<s>[^'\n]{1,200})'|\bset[ \t]+password[^=\n]{0,80}=[ \t]*'(?P<b>[^'\n]{1,200})'|\bpassword\('(?P<d>[^'\n]{1,200})'\)"),
    (("requirepass", "masterauth"), rf"\b(?:requirepass|masterauth)[ \t]+{_V}"),
    (("password", "Password", "passphrase", "PASSWORD", "passwort", "Passwort", "passwd", "pwd", "pw ", "PW ", "ennwort"), r"(?i)\b(?:password|passphrase|passcode|passwort|passwd|pwd|pw|kennwort)[ \t]+(?:(?:for|of)[ \t]+(?:[^\s:]{1,60}[ \t]+){1,5}?(?=(?:is|was|has|set|changed|reset)\b))?(?:(?:is|was|to|of|ist|lautet|as|with|using|(?:(?:is|was|has been|been) )?(?:now )?(?:set|changed|reset|updated)(?: to|:))[ \t:]+)?[\"']?(?P<prose>[^\s\"',;<>()]{4,100})"),
    # A user and a password divided by a stroke; a password after another word of a list.
    (("redential", "creds", "pass", "ogin", "ogon", "ccount", "REDENTIAL"), r"(?i)\b(?:creds?|credentials?|log[io]ns?|account|user[\-_/]?pass(?:word)?|zugang(?:sdaten)?|acc[eè]s)[ \t]{0,3}[:=][ \t]{0,3}[\"']?[\w.@\-\\]{2,64}[ \t]{1,3}/[ \t]{1,3}(?P<lone>[^\s\"']{4,100})"),
    (("Login ",), r"\bLogin (?:incorrect|OK)[^\n\[]{0,120}\[[^\]/\n]{1,100}/(?!<)(?P<b>[^\]\n]{1,200})\]"),
    ((" base64",), r"\b(?:echo|printf)[ \t]{1,8}(?:-\w{1,3}[ \t]{1,8})?[\"']?(?P<lone>[^\s\"'|&;<>]{4,400})[\"']?[ \t]{0,8}\|[ \t]{0,8}base64\b"),
    (("keyvault", "put-parameter"), rf"\bkeyvault[ \t]{{1,4}}secret[ \t]{{1,4}}set\b[^\n|;]{{0,300}}?[ \t]--value[ \t=]{{1,3}}{_V}|\bput-parameter\b(?=[^\n|;]{{0,400}}SecureString)[^\n|;]{{0,300}}?[ \t]--value[ \t=]{{1,3}}(?P<lone>[^\s\"'|&;<>]{{4,400}})"),
    (("/", ",", ";", "|", "("), r"(?i)[/,;|(][ \t]{0,3}(?:pass|pw|pwd|psw|psk|kw)[ \t]{1,3}(?P<lone>[^\s\"',;|:=()]{4,100})(?=[ \t\r]*(?:$|[\n,;|)/]))"),
    # A name led to its value by dots, or beside it in a table of names and values.
    (("....",), r"(?m)(?<![\w.])(?P<key>[A-Za-z][\w\-]{1,60}(?:\.[\w\-]{1,60}){0,6}?(?:[ ][A-Za-z]{2,20}){0,2})(?:[ ]?\.){4,120}[ \t]{0,3}:?[ \t]{0,3}(?:\"(?P<d>[^\"\n]{1,400})\"|(?P<cell>[^\s\"'.:][^\s\"']{3,400}))"),
    (("|", "\u2502"), r"(?m)^[ \t]{0,20}[|\u2502]?[ \t]{0,40}(?P<key>[\w.\-]{2,80}(?:[ ][\w.\-]{2,40}){0,2})[ \t]{0,80}[|\u2502][ \t]{0,4}(?P<cell>[^\s|\u2502][^\s|\u2502]{2,400})[ \t]{0,400}(?:[|\u2502][^\n]{0,200})?\r?$"),
    (("\" \"",), r"\"(?P<key>[\w.\-:]{2,80})\" \"(?P<cell>[^\"\n]{1,400})\""),
    # A setting or a variable of several words, and after blanks its value, alone on a line.
    (("pass", "Pass", "PASS", "pwd", "PWD", "ecret", "ECRET", "oken", "OKEN", "KEY", "key"),
        r"(?m)^[ \t]{0,40}(?P<key>[A-Za-z][A-Za-z0-9]{0,30}(?:[_.\-][A-Za-z0-9]{1,30}){1,6})(?:[ ]{1,200}|\t{1,4})(?:\"(?P<d>[^\"\n]{3,400})\";?|(?P<cell>[^\s\"'=:{}()\[\]][^\s\"'(){}]{3,400}))[ \t]{0,200}\r?$"),
    (("token", "Token", "secret", "key", "Key", "credential"), r"(?i)\b(?:(?:api|access|secret|auth|bearer|private|session)[ _-]?(?:key|token)|token|secret|credentials?|key)[ \t]+(?:(?:is|was|as|to|with|using|value):?[ \t]+|\d{1,2}:[ \t]+)?[\"'`]?(?P<made>[^\s\"'`,;<>()]{8,400})"),
    (("Authorization", "authorization", "AUTHORIZATION"), r"(?i)\bauthorization(?:\\{0,2}[\"'])?[ \t]{0,4}[:=][ \t]{0,4}(?:\\{0,2}[\"'])?(?:[A-Za-z][\w\-]{1,20}(?:[ \t]+|[ \t\r]{0,8}\n[ \t]{1,40}(?![\w\-]{1,60}:)))?+(?!(?:username|realm|nonce|uri|Credential|token|oauth_\w{1,40})=|[\[{])(?P<header>[^\s\"',\\]{4,4096})"),
    (("Basic ", "basic ", "Bearer ", "bearer ", "Apikey ", "ApiKey "), r"\b(?i:basic|bearer|apikey)[ \t]+(?P<made>[A-Za-z0-9+/_.~\-]{8,4096}={0,2})"),
    (("BUNDLE_",), r"\bBUNDLE_[A-Z0-9_]{2,80}(?:[ \t]*[:=][ \t]*|[ \t]+)[\"']?(?P<b>[\w.%+\-]{2,100}:[\w.%+\-]{4,200})"),
    (("ookie",), r"(?i)\b(?:set-)?cookie2?(?:[\"'])?[ \t]*[:=][ \t]*\[?[\"']?(?P<cookies>[^\r\n\"']{3,4096})"),
)  # fmt: skip
# As people of many languages call a password, where ASCII does not suffice.
_NAMES = tuple(
    form
    for word in (
        "contrase\u00f1a", "has\u0142o", "parol\u0103", "\u015fifre", "l\u00f6senord", "jelsz\u00f3", "salas\u00f5na",
        "slapta\u017eodis", "lykilor\u00f0", "m\u1eadt kh\u1ea9u", "\u043f\u0430\u0440\u043e\u043b\u044c", "\u043f\u0430\u0440\u043e\u043b\u0430", "\u043b\u043e\u0437\u0438\u043d\u043a\u0430", "\u03ba\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2", "\u5bc6\u7801", "\u5bc6\u78bc",
        "\u53e3\u4ee4", "\u30d1\u30b9\u30ef\u30fc\u30c9", "\ube44\ubc00\ubc88\ud638", "\uc554\ud638", "\u0643\u0644\u0645\u0629 \u0627\u0644\u0645\u0631\u0648\u0631", "\u0643\u0644\u0645\u0629 \u0627\u0644\u0633\u0631", "\u05e1\u05d9\u05e1\u05de\u05d4", "\u092a\u093e\u0938\u0935\u0930\u094d\u0921", "\u0e23\u0e2b\u0e31\u0e2a\u0e1c\u0e48\u0e32\u0e19",
    )
    for form in dict.fromkeys((word, word.capitalize(), word.upper()))
)  # fmt: skip
_FOREIGN = (
    (
        _NAMES,
        rf"(?:{'|'.join(_NAMES)})(?:_\w{{1,20}})?[\"']?[ \t]{{0,8}}[:=\uff1a\uff1d][ \t]{{0,8}}{_V}|(?:{'|'.join(_NAMES)})[ \t]{{1,3}}(?:(?:es|to|\u00e4r|je|on|er)[ \t]{{1,3}})?[\"']?(?P<lone>[^\s\"',;<>()]{{4,100}})",
    ),
)
_compiled = functools.cache(re.compile)
BESIDE = 4096
"""Characters of a line on either side in which a form's literal stands."""
_PAIR = re.compile(
    r"(?i)(?:\b|(?<=key))(?:name|key|variable|id|property|param)\\{0,3}[\"']?[ \t]*[:=][ \t]*\\{0,3}[\"']?(?P<key>[\w.\-/]{2,80})\\{0,3}[\"']?[ \t]*[,;]?[ \t\r]{0,80}(?:\n[ \t\r]{0,80}){0,2}"
    # Other fields may stand between.
    r"(?:[\"'](?!value|val|default|content)\w{2,24}[\"'][ \t]*:[ \t]*(?:[\"'][^\"'\n]{0,80}[\"']|true|false|null|\d{1,20})[ \t]*(?:,[ \t\r]{0,80}\n?|\n)[ \t\r]{0,80}){0,2}"
    r"\\{0,3}[\"']?\b(?:value|secret_value|val|default|content)\\{0,3}[\"']?[ \t]*[:=][ \t]*"
    r"(?:(?P<q>\\{0,3}[\"'])(?P<quoted>[^\"'\n\\]{1,2000})(?P=q)|(?P<bare>[^\s\"',;<>\[{]{1,2000}))"
)
_REVERSED = re.compile(
    r"(?i)[\"']\bvalue[\"'][ \t]*:[ \t]*[\"'](?P<value>[^\"'\n]{1,2000})[\"'][ \t\r]{0,40}(?:\n[ \t\r]{0,40})?,[ \t\r]{0,80}(?:\n[ \t\r]{0,80}){0,2}[\"'](?:name|key)[\"'][ \t]*:[ \t]*[\"'](?P<key>[\w.\-]{2,80})[\"']"
)
# Below its name, as the one thing that has no other: `token: {"value": "…"}`, `[db.token]` with `value = "…"`.
_VALUE_NAMED = r"(?i)(?:val|value|default|content|plain|plaintext|raw)\\{0,3}[\"']?[ \t]*[:=]"
_VALUE = re.compile(
    r"(?:\bdefault|val(?:ue)?|plain(?:text)?|raw)[\"']?[ \t]*[:=][ \t]*(?:(?P<q>[\"'])(?P<quoted>[^\"'\n]{1,2000})(?P=q)|(?P<bare>[^\s\"',;<>\[{}]{1,2000}))"
)
_NAME_ABOVE = re.compile(
    r"(?:(?<![\w.\-])(?P<key>[\w.\-]{2,80})(?:[\"']?[ \t]*[:=][ \t]*(?:\{\s{0,80}|\r?\n[ \t]{0,80})"
    # A block with a name and other settings: `variable "db_password" {`.
    r"|\"[ \t]{0,4}\{[ \t\r]{0,8}\n(?:[ \t]{0,40}[a-z_]{2,40}[ \t]{0,40}=[^\n]{0,200}\n){0,4}[ \t]{0,40})"
    # A section begins its line; our own marks do not.
    r"|(?:\A|\n)[ \t]{0,40}\[{1,2}[\"']?(?P<section>[\w.\-]{2,80})[\"']?\]{1,2}[ \t\r]*\n(?:[^\n\[]{0,200}\n){0,2}[ \t]{0,80})[\"']?\Z"
)
_ABOVE = 400
_CALL = re.compile(
    r"(?P<key>pass|passwd|password|passphrase|pwd|secret|token|apikey|api_key|credential)\([ \t]*[\"'](?P<v>[^\"'\n]{1,400})[\"']"
)
# Whose it is comes first: `changeUserPassword("jane", "…")`.
MOST_OF_LANGUAGE = 5
"""Letters that are rather a language or a kind than a password: `resetPassword("jane", "en-us")`."""
_OF_WHOM = re.compile(r"[ ]?,[ ]?[\"'](?P<v>[^\"'\n]{1,400})[\"']")
_COOKIE = re.compile(r"(?:^|;[ \t]*)(?P<name>[^=;\s]{1,80})=(?P<v>[^;\s]{1,4096})")
_COOKIE_ATTRIBUTES = words("path domain expires max-age samesite version comment priority httponly secure")
_COOKIE_NAMES = re.compile(r"(?i)sess|sid\b|auth|token|csrf|xsrf|jwt|login|remember|key|id$|secret|credential")


def _written(literals: tuple[str, ...], pattern: str) -> Form:
    """Return the form of a pattern that is looked for where one of the literals stands on the same lines."""

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        if any(literal in text for literal in literals):
            for match in _compiled(pattern).finditer(text):
                if _stands_beside(literals, match):
                    yield from _form(match)

    def heads(options: Options) -> tuple[str | re.Pattern[str], ...]:  # noqa: ARG001
        if literals[0] in _LITERAL:
            return tuple(map(re.escape, literals))
        return (_HEADS.get(literals[0]) or _compiled(pattern),)

    return Form(heads, find, around if literals[0] in _SEVERAL_LINES else alone)


def _pairs(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values that stand in a field of their own beside or below their name."""
    lowered = lower(text)
    if not any(word in lowered for word in ("val", "plain", "raw", "default", "content")):
        return
    for match in _PAIR.finditer(text):
        yield from _telling(match["key"], match, "quoted" if match["quoted"] else "bare", text)
    yield from _keyed(_REVERSED, text, "value")
    for match in _VALUE.finditer(lowered):
        name = _NAME_ABOVE.search(text[max(0, match.start() - _ABOVE) : match.start()])
        group = "quoted" if match["quoted"] else "bare"
        if name and match[group] and not match[group].isdigit():
            yield from _telling(name["key"] or name["section"], match, group, text)


def _calls(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    if "(" in text:
        lowered = lower(text)
        for match in _CALL.finditer(lowered):
            whose = lowered[max(0, match.start() - 1) : match.start()].isalpha()
            second = _OF_WHOM.match(lowered, match.end()) if whose else None
            if not second or len(second["v"]) > MOST_OF_LANGUAGE or _is_prose_secret(second["v"]):
                yield from _telling(match["key"], second or match, "v", text)


def _stands_beside(literals: tuple[str, ...], match: re.Match[str]) -> bool:
    text = match.string
    start = text.rfind("\n", max(0, match.start() - BESIDE), match.start() + 1)
    end = text.find("\n", match.end(), match.end() + BESIDE)
    lines = text[start if start >= 0 else max(0, match.start() - BESIDE) : end if end >= 0 else match.end() + BESIDE]
    return any(literal in lines for literal in literals)


def _hit(match: re.Match[str], group: str) -> Hit:
    return Hit(match.start(group), match.end(group), match[group], learn=True)


def _keyed(pattern: re.Pattern[str], text: str, group: str) -> Iterator[Hit]:
    for match in pattern.finditer(text):
        yield from _telling(match["key"], match, group, text)


def _telling(key: str, match: re.Match[str], group: str, text: str) -> Iterator[Hit]:
    start, end = match.span(group)
    if accepts(_keys.tells(key), text[start:end].strip()):
        yield Hit(start, end, text[start:end], learn=True)


def _form(match: re.Match[str]) -> Iterator[Hit]:
    groups = match.re.groupindex
    if "cookies" in groups:
        yield from _cookies(match)
        return
    if "cell" in groups and match["cell"]:
        if _is_cell_secret(match["key"], match["cell"]):
            yield from _telling(match["key"], match, "cell", match.string)
        return
    if "key" in groups:
        group = next((g for g in "dsb" if g in groups and match[g]), None)
        if group and not match[group].startswith("-") and not _is_word_about(match, group):
            yield from _telling(match["key"], match, group, match.string)
        return
    if "prose" in groups:
        if _is_prose_secret(match["prose"]) or _is_told(match):
            value = match["prose"].rstrip(".!?:")
            yield Hit(match.start("prose"), match.start("prose") + len(value), value, learn=True)
    elif "made" in groups:
        if _is_made(match["made"]):
            yield _hit(match, "made")
    else:
        yield from _plain(match)


_TYPE = re.compile(r"[A-Za-z_]+\([\d, ]{0,12}\)")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")


def _is_cell_secret(key: str, value: str) -> bool:
    """Tell whether what stands beside a name, by blanks or a sign alone, looks like a password and not like a word or a type."""
    telling = _keys.tells(key)
    if telling < Tells.TOKEN or not _is_prose_secret(value) or _TYPE.fullmatch(value):
        return False
    return telling is Tells.PASSWORD or _VARIABLE.fullmatch(key) is not None or _entropy.is_machine_made(value)


def _is_word_about(match: re.Match[str], group: str) -> bool:
    """Tell whether a bare value is a word about the credential, or the name of one: `--secret dbPassword`."""
    value = match[group]
    if group != "b":
        return False
    is_name = len(_keys.words(value)) > 1 and value.isalpha() and _keys.tells(value) >= Tells.TOKEN
    # What usage lines call what is to be given: `--password PASSWORD`.
    metavariable = value.isupper() and value.lower().strip("]") in _keys.words(match["key"])
    return metavariable or _keys.is_condition(value) or (match["key"].lower() == "secret" and is_name)


def _is_made(value: str) -> bool:
    return (
        _entropy.is_machine_made(value.rstrip(".:="))
        and not _keys.is_placeholder(value)
        and not _looks_like_name(value)
    )


def _plain(match: re.Match[str]) -> Iterator[Hit]:
    for group in match.re.groupindex:
        if (
            match[group]
            and (group != "lone" or _is_prose_secret(match[group]))
            and not _keys.is_placeholder(match[group])
            and not _keys.is_state(match[group])
        ):
            yield _hit(match, group)


def _looks_like_name(value: str) -> bool:
    return re.match(r"(?i)(?:sha\d+[:\-]|req-|https?:|/|[a-z]+\.[a-z]+\.[a-z]+$|\w+=[^=]|\w+\(|0x)", value) is not None


_MIXED = re.compile(r"[a-z][A-Z]|[A-Za-z].*[0-9]|[0-9].*[A-Za-z]|^[0-9]{6,}$|[^\w.\-:/]")


# Durations, sizes, shares: `0.12s`, `3d4h`, `3of4`.
_MEASURED = re.compile(r"(?:\d{1,6}(?:\.\d{1,4})?(?:ms|us|ns|[smhdwy]|[KMGT]i?B?|of|%)\d{0,4}){1,4}")


def _is_prose_secret(value: str) -> bool:
    """Tell whether a word of a sentence looks like a password, and not like a word."""
    value = value.rstrip(".!?:")
    if _keys.is_placeholder(value) or _keys.is_state(value) or re.fullmatch(r"[\w.\-]*[=:].*", value):
        return False
    if _MEASURED.fullmatch(value):
        return False
    return _MIXED.search(value) is not None


_TOLD = re.compile(r"(?i)\b(?:is|was|ist|lautet)[ \t:]+[\"']?$|\bwith password[ \t]+$")
_ABOUT = re.compile(r"(?i)[a-z]*(?:ed|ing|able|ible|ory|ary|ful|less|ive|ong|ort|ect|ent|ant|en|ly)")


def _is_told(match: re.Match[str]) -> bool:
    """Tell whether a sentence ends by telling the password (`the password is tulips`)."""
    value = match["prose"].rstrip(".!?:")
    before = match.string[max(0, match.start("prose") - 20) : match.start("prose")]
    after = match.string[match.end("prose") : match.end("prose") + 1]
    if after not in {"", "\n", "\r", '"', "'"} or not _TOLD.search(before):
        return False
    return (
        value.isalnum()
        and len(value) >= 6
        and not _keys.is_state(value)
        and not _keys.is_placeholder(value)
        and not _ABOUT.fullmatch(value)
    )


def _cookies(match: re.Match[str]) -> Iterator[Hit]:
    base = match.start("cookies")
    for cookie in _COOKIE.finditer(match["cookies"]):
        name, value = cookie["name"], cookie["v"]
        if name.lower() in _COOKIE_ATTRIBUTES or _keys.is_placeholder(value):
            continue
        if _COOKIE_NAMES.search(name) or _entropy.is_machine_made(value):
            yield Hit(base + cookie.start("v"), base + cookie.end("v"), value, learn=True)


# Heads of their own, where the pattern would make a slow or a large one.
_HEADS = {
    "redential": r"(?i)(?:creds?|credentials?|log[io]ns?|account|user[\-_/]?pass(?:word)?|zugang(?:sdaten)?|acc[e\x80-\xff]{1,2}s)[ \t]{0,3}[:=][^\n]{2,80}[ \t]/[ \t]",
    "/": r"(?i)[/,;|(][ \t]{0,3}(?:pass|pw|pwd|psw|psk|kw)[ \t]",
    "....": rf"(?i){_keys.TELLING}[\w\-]{{0,40}}[ A-Za-z]{{0,40}}[ ]?\.[ ]?\.[ ]?\.",
    "|": r"(?i)(?:pass|pwd|secret|token|key|credential)[\w.\-]{0,30}[ \t]{0,80}(?:[|]|\xe2\x94\x82)[ \t]",
    '" "': rf"(?i)\"[\w.\-:]{{0,80}}{_keys.TELLING}[\w.\-:]{{0,80}}\" \"",
    "pass": r"(?i)^[ \t]{0,40}[\w.\-]{0,100}(?:pass|pwd|secret|token|key)[\w.\-]{0,40}[ \t]{1,200}[^ \t]{4,404}[ \t]{0,200}$",
    " code": r"(?i)[0-9]{3}[ \t]{1,3}(?:is|as|ist|est|es|\xc3\x89|\xc3\xa9|als)[ \t]{1,3}[a-z]",
    "c\u00f3digo": r"(?i)(?:(?:dein|ihr|votre|ton|tu|su|seu|tuo|uw|je)[ ][^\n0-9]{0,30}(?:code|c\xc3[\xb3\x93]digo|codice|tan)|(?:c\xc3[\xb3\x93]digo|codice|code)[ ]d[eia][ ]|mtan|\xba\xd0\xbe\xd0\xb4|\x9a\xd0\xbe\xd0\xb4)[^\n0-9]{0,60}[ :=][0-9]{3}",
    "mot de passe": r"(?i)(?:passe|senha|wachtwoord|heslo|salasana|kennwort|adgangskode)[ \t]{1,3}(?:est|\xc3[\x89\xa9]|is|je|on|er|ist|lautet)[ \t]",
    "kv put": r"(?:kv[ \t]{1,4}put|etcdctl)[ \t]",
    "e passe": r"(?i)(?:passe|sandi|haslo|jelszo|losenord|sifre|geslo|lozinka|slaptazodis|matkhau)(?:_[\w\x80-\xff]{1,80})?[\"']?[ \t]{0,8}[:=]",
    _NAMES[0]: rf"(?:{'|'.join(map(literal, _NAMES))})",
    " -": rf"(?i)--?[A-Za-z]?[\w\-]{{0,40}}?{_keys.TELLING}[\w\-]{{0,40}}(?:[ \t]|[\"'],)",
    "-p": r"[ \t]-p[^\s|&;<>]",
    "login": r"[ \t]login\b[^\n|;]{0,800}[ \t]-p",
    "net use": r"(?i)net[ \t]{1,8}use\b",
    "net user": r"(?i)net[ \t]{1,8}user\b",
    "zip": r"(?:zip[^\n|;]{0,200}[ \t]-P|(?:7z[ar]?|rar)[ \t][^\n|;]{0,200}[ \t]-h?p)[^ \t]?",
    "ENV ": r"(?:ENV|[Ss]et[Ee]nv|_param|_set_header|Header[ \t]{1,4}(?:always[ \t]{1,4})?(?:set|add|append)|onfigure[ \t]{1,4}set|config)[ \t]",
    "PDO": r"(?:PDO(?:->__construct)?|mysqli?(?:->__construct|_(?:real_|p)?connect)?|getConnection|ldap_bind|ftp_login|imap_open|ssh2_auth_password|_p?connect)\(",
    ".login(": r"(?:login|authenticate|sign_?[iI]n|createUser|Credentials?|Auth|[aA]uth|PlainTextAuthProvider|PasswordAuthentication|AuthenticationToken|auth ?= ?)\([ ]?[\"']",
    "user ": r"(?i)(?:^user|setuser)[ \t][^\n]{1,500}[ \t]>",
    "]:": r"^[ \t]{0,8}\[[\w.\-]{2,253}\]:[0-9]{2,5}[ \t]",
    "-u": r"[ \t](?:-[uU]|--user)[^\n]{1,80}[ \t]-[pP][ \t]",
    "tacacs": r"(?:tacacs|radius|isakmp|ppp)[^\n]{1,90}(?:key|password|secret)[ \t]|option[ \t]{1,4}key[ \t]",
    "set ": rf"(?i)^[ \t]{{0,20}}set[ \t]{{1,4}}[\w\-]{{0,40}}{_keys.TELLING}[\w\-]{{0,40}}[ \t]",
    "PASS ": r"PASS[ \t]",
    "assword": r"(?i)(?:password|token|secret)[^\n:=]{0,80}:[ \t\r]*$",
    "334 ": r"334 (?:UGFzc3dvcmQ6|VXNlcm5hbWU6|dXNlcm5hbWU6|cGFzc3dvcmQ6)|resp=",
    "expect": r"expect[^\n]{1,60}assword",
    "code": r"(?i)(?:code|pin|password|otp)[\"']?[ \t]{0,8}(?:is|was|:|=|->|(?:was |has been )?(?:set|changed|reset) to|lautet|ist|est|es)?[ \t]{0,8}[\"']?[0-9]{3}",
    "curl": r"[ \t](?:-u|-U|--user|--proxy-user|-a|--auth)[ \t=]{0,3}[\"']?[^\s:\"'$<>]{0,400}[\"']?:[\"']?[^\s\"'$<>]",
    "ldap": r"[ \t]-w[ \t]{1,3}[^\s|&;<>]",
    "token": r"(?i)(?:token|secret|credentials?|key)[ \t]+[\"'`]?[^\s\"'`,;<>()]{2}",
    "password": r"(?i)(?:password|passphrase|passcode|passwort|passwd|pwd|pw|kennwort)[ \t]+[\"'(]?[^\s]",
    "PASSWORD": r"(?i)password[ \t]+'|set[ \t]+password|password\('",
    "Basic ": r"(?i)(?:basic|bearer|apikey)[ \t]+[A-Za-z0-9+/_.~\-]{8}",
    "ookie": r"(?i)cookie2?[\"']?[ \t]*[:=]",
    "IDENTIFIED": r"(?i)identified[ \t]+(?:with|by|as)[ \t]",
    "Authorization": r"(?i)authorization(?:\\{0,2}[\"'])?[ \t]{0,4}[:=]",
    "machine ": r"password[ \t]{1,8}[^\s]",
    "bindpw": r"^[ \t#]{0,20}(?:bindpw|rootpw|rootbindpw|auth_pass|wpa-psk|wpa-passphrase)[ \t]",
    "sudo": r"(?:echo|printf)[ \t][^\n]{1,2000}\|",
}
_LITERAL = frozenset(
    (
        "sqlcmd",
        "snmpwalk",
        "freerdp",
        "lftp",
        "schtasks",
        "reg add",
        "ConvertTo-SecureString",
        "SecureString",
        "form-data",
        "htpasswd",
        "rabbitmqctl",
        "useradd",
        "sshpass",
        "redis-cli",
        "requirepass",
        "smbclient",
        "setx",
        "sqlplus",
    )
)
_SEVERAL_LINES = frozenset(
    (
        " -",
        "Authorization",
        "machine ",
        "grant_type=",
        "curl",
        "334 ",
        "SecureString",
        "assword",
        "expect",
        "PASS ",
        "form-data",
    )
)
FORMS = (
    *(_written(literals, pattern) for literals, pattern in (*_FORMS, *_FOREIGN)),
    Form(lambda _: (_VALUE_NAMED,), _pairs, around),
    Form(lambda _: (ignoring_case(_CALL),), _calls),
    *_markup.FORMS,
    *_tables.FORMS,
)
"""Every form in which a credential stands without `key=value`."""
