"""Credentials as arguments of calls and of statements in SQL."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors import _entropy
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._keys import TELLING
from collector.redaction.detectors._spoken import is_word
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import by_literals, telling, written
from collector.redaction.head_patterns import ignoring_case

_CALL = compiled(
    r"(?P<key>pass|passwd|password|passphrase|pwd|secret|token|(?:api|secret|access|private|signing|encryption|master)[_\-]?key|credential)(?:(?:\(\))?\.(?:assign|set|equals(?:ignorecase)?))?\([ \t]*[rbuf]?(?:\"(?P<v>(?:[^\"\\\n]|\\.){1,400})\"|'(?P<w>(?:[^'\\\n]|\\.){1,400})')"
)
_MOST_OF_LANGUAGE = 5
"""Letters that are rather a language or a kind than a password: `resetPassword("jane", "en-us")`."""
# Whose it is comes first: `changeUserPassword("jane", "…")`.
_OF_WHOM = compiled(r"[ ]?,[ ]?(?:\"(?P<v>(?:[^\"\\\n]|\\.){1,400})\"|'(?P<w>(?:[^'\\\n]|\\.){1,400})')")


def _calls(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    if "(" in text:
        lowered = lower(text)
        for match in _CALL.finditer(lowered):
            before = lowered[max(0, match.start() - 1) : match.start()]
            whose = before.isalpha()
            if match["key"] == "pass" and " " in _argument(match):
                # A test that says what passed.
                continue
            second = _OF_WHOM.match(lowered, match.end()) if whose else None
            of_call = second or match
            if match["key"] == "token" and not whose and before != "." and _argument(match).isalpha():
                # What a parser makes of a word.
                continue
            if whose and match["key"] == "token" and not _entropy.is_machine_made(_argument(of_call)):
                continue
            if not second or len(_argument(second)) > _MOST_OF_LANGUAGE or is_word(_argument(second)):
                yield from telling(match["key"], of_call, of_call.lastgroup or "", text)


def _argument(match: re.Match[str]) -> str:
    return match[match.lastgroup or 0]


# With quotes in it as code escapes them and as SQL doubles them.
_STRING = r"(?:\"(?P<d>(?:[^\"\\\n]|\\.){1,200})\"|'(?P<s>(?:[^'\\\n]|\\.){1,200})')"
_IN_SQL = r"(?:\"(?P<d>(?:[^\"\n]|\"\"){1,400})\"|'(?P<s>(?:[^'\n]|''){1,400})'|(?P<b>[^\s\"'|&;<>](?:[^\s\"'|&;<>]|(?<=\w)[|&;'](?=\w)){0,399}))"
AT_AN_ADDRESS = r"\b(?:PDO(?:->__construct)?|DirectoryEntry|mysqli?(?:->__construct|_(?:real_|p)?connect)?|getConnection|ldap_bind|ftp_login|imap_open|ssh2_auth_password|(?:odbc|sqlsrv|ibase|db2)_p?connect)\((?:(?:Object\([\w\\]{1,60}\)|Resource id #\d{1,6}|\$\w{1,40}),[ ]?)?(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[\w.$]{1,60})[ ]?,\s{0,40}"
"""What is called with an address, a user and a password, up to the user."""
AT_AN_ADDRESS_HEAD = r"(?:PDO(?:->__construct)?|DirectoryEntry|mysqli?(?:->__construct|_(?:real_|p)?connect)?|getConnection|ldap_bind|ftp_login|imap_open|ssh2_auth_password|_p?connect)\("
WITH_A_USER = r"(?:(?:\.|->|::)(?:[lL]ogin|auth|[aA]uthenticate|sign_?[iI]n|createUser)|\b(?:PSCredential|UsernamePasswordCredentials|NetworkCredential|Credentials|HTTP(?:Basic|Digest)Auth|PlainTextAuthProvider|[sS]et_?[bB]asic_?[aA]uth|[bB]asic_?[aA]uth|PasswordAuthentication|UsernamePasswordAuthenticationToken)(?:\]::new)?|\bauth[\"']? ?[=:] ?|(?<![\w.])(?:login|authenticate|sign_?[iI]n))\([ ]?"
"""What is called with a user and a password, up to the user."""
WITH_A_USER_HEAD = r"(?:[lL]ogin|[aA]uthenticate|sign_?[iI]n|createUser|Credentials?|Auth|[aA]uth|PlainTextAuthProvider|PasswordAuthentication|AuthenticationToken|Credential\]::new|auth[\"']? ?[=:] ?)\([ ]?[\"']"

FORMS = (
    # Address, user, password; user, password.
    written(
        (
            "PDO",
            "DirectoryEntry",
            "mysqli",
            "mysql_",
            "getConnection",
            "ldap_bind",
            "ftp_login",
            "imap_open",
            "ssh2_auth",
            "_connect(",
        ),
        rf"{AT_AN_ADDRESS}(?:\"[^\"\n]{{0,100}}\"|'[^'\n]{{0,100}}')[ ]?,\s{{0,40}}{_STRING}",
        head=AT_AN_ADDRESS_HEAD,
        reach=around,
    ),
    written(
        (
            "login(",
            "->login(",
            "::login(",
            "Login(",
            "Authenticate(",
            ".auth(",
            "authenticate(",
            "Credential",
            "Auth",
            "auth",
            "NetworkCredential",
        ),
        rf"{WITH_A_USER}(?:\"[^\"\n]{{1,100}}\"|'[^'\n]{{1,100}}')[ ]?,[ ]?{_STRING}",
        head=WITH_A_USER_HEAD,
    ),
    written(
        ("onnect(", "WiFi.begin("),
        r"(?:\b(?<!cx_Oracle\.)(?<!oracledb\.)[cC]onnect\([ ]?(?:\"[^\"\n]{1,200}\"|'[^'\n]{1,200}'),[ ]?(?:\d{2,5},[ ]?)?|\bWiFi\.begin\([ ]?)(?:\"[^\"\n]{1,100}\"|'[^'\n]{1,100}'),[ ]?(?:\"(?P<lone>[^\"\n]{4,200})\"|'(?P<lone2>[^'\n]{4,200})')",
        head=r"(?:[cC]onnect|WiFi\.begin)\([ ]?[\"']",
    ),
    # Of a database's library: where, who, and the password; Oracle's asks for who first.
    written(
        (".connect(",),
        r"\b(?:MySQLdb|pymysql|aiomysql|mariadb|pymssql|mysql\.connector)\.connect\([ ]?[\"'][^\"'\n]{1,200}[\"'],[ ]?[\"'][^\"'\n]{1,100}[\"'],[ ]?(?:\"(?P<d>[^\"\n]{1,200})\"|'(?P<s>[^'\n]{1,200})')"
        r"|\b(?:cx_Oracle|oracledb)\.(?:connect|SessionPool|create_pool)\([ ]?[\"'](?:[^\"'\n/]{1,100}[\"'],[ ]?[\"'](?P<b>[^\"'\n]{1,200})[\"']|\w{1,64}/(?P<lone>[^\s/\"'@]{4,128})@)",
        head=r"(?:MySQLdb|pymysql|aiomysql|mariadb|pymssql|mysql\.connector|cx_Oracle|oracledb)\.connect\(",
    ),
    by_literals(("SECURITY_CREDENTIALS",), r"\bSECURITY_CREDENTIALS[\"']?,[ ]?\"(?P<d>[^\"\n]{1,200})\""),
    # Programs in Lisp; tuples of Erlang.
    by_literals(
        ("(setq ", "(setf ", "(defvar ", "(defparameter "),
        r"\((?:setq|setf|defvar|defparameter)[ ]{1,4}[*+]?(?P<key>[A-Za-z][\w\-.]{2,60})[*+]?[ ]{1,4}\"(?P<d>[^\"\s]{1,200})\"",
    ),
    written(
        (', "', ',"', ", <<", ",<<"),
        r"\{(?P<key>[a-z][a-z_]{2,40}),[ ]?(?:<<)?\"(?P<d>[^\"\s]{1,200})\"(?:>>)?\}",
        head=rf"\{{[a-z_]{{0,30}}{TELLING}[a-z_]{{0,30}},[ ]?(?:<<)?\"",
    ),
    written((".auth(",), r"(?<!_)\.auth\([ ]?[\"'](?P<lone>[^\"'\n]{4,200})[\"'][ ]?\)"),
    written(("AC",), r"\bAC[0-9a-f]{32}[\"'],[ ]?[\"'](?P<b>[0-9a-f]{32})(?![0-9a-f])"),
    written(
        ("sp_addlogin", "sp_password", "sp_addlinkedsrvlogin"),
        r"\bsp_(?:addlogin|password)[ \t(]{1,4}N?'[^'\n]{1,200}',[ ]?N?'(?P<s>[^'\n]{1,200})'|\bsp_addlinkedsrvlogin\b[^\n;]{1,300}?,[ ]?N?'[^'\n]{1,200}',[ ]?N?'(?P<d>[^'\n]{1,200})'[ \t\r]{0,4}(?:;|$|\n)",
    ),
    written(
        ("IDENTIFIED", "identified"),
        rf"(?:\bIDENTIFIED|(?i:\b(?:user|role|grant|link|connect)\b[^\n;]{{0,200}}?\bidentified)|(?m:^)[ \t]{{0,20}}identified(?=[ \t]+(?:with[ \t]+[\w\"']+[ \t]+)?(?:by|as)[ \t]+(?:password[ \t]+)?['\"]))[ \t]+(?i:(?:with[ \t]+[\w\"']+[ \t]+)?(?:by|as)[ \t]+(?:password[ \t]+)?){_IN_SQL}",
        head=r"(?i)identified[ \t]+(?:with|by|as)[ \t]",
    ),
    written(
        ("PASSWORD", "password"),
        r"(?i)\bpassword[ \t]+'(?P<s>(?:[^'\n]|''){1,200})'|\bset[ \t]+password[^=\n]{0,80}=[ \t]*'(?P<b>(?:[^'\n]|''){1,200})'|\bpassword\('(?P<d>(?:[^'\n]|''){1,200})'\)",
        head=r"(?i)password[ \t]+'|set[ \t]+password|password\('",
    ),
    # A test that fills in a form; Oracle's client.
    written(
        (),
        r"(?i)password[\"'\])]{1,4}[^\n\"']{0,20}?(?:\.(?:send_?keys|type|fill|setvalue)\(|,[ ])[\"'](?P<lone>[^\"'\n]{4,200})[\"'](?=\))|\bconn(?:ect)?[ ][A-Za-z]\w{0,63}/(?P<lone2>[^\s/\"'@;]{6,128})(?=@|[;\s]|$)",
        head=r"(?i)password[\"'\])]{1,4}[^\n\"']{0,60}(?:keys|type|fill|setvalue)\([\"']|password[\"'\])]{1,4}[^\n\"']{0,60}, [\"']|conn(?:ect)? [A-Za-z][\w\x80-\xff]{0,252}/",
    ),
    # PHP's own way to write down arrays.
    written(("s:",), r"\bs:\d{1,4}:\\?\"(?P<key>[\w.\-]{2,60})\\?\";s:\d{1,5}:\\?\"(?P<d>[^\"\n\\]{1,400})"),
    # What stands in for a setting that is missing: `env.DB_PASSWORD || "…"`.
    written(
        (' or "', " or '", "|| ", "?? ", "?: "),
        r"(?<![\w.])(?P<key>[A-Za-z][\w.]{2,60})(?:[\"'][)\]]|\))?[ ](?:or|\|\||\?\?|\?:)[ ](?:\"(?P<d>(?![A-Z_]+\")[^\"\n]{3,200})\"|'(?P<s>(?![A-Z_]+')[^'\n]{3,200})')(?![ ]in\b)",
        head=rf"(?i){TELLING}[\w.\x80-\xff]{{0,60}}(?:[\"'][)\]]|\))? (?:or|\|\||\?\?|\?:) [\"']",
    ),
    # The same by a question whether it is there, and in a block.
    written(
        ("? ",),
        r"(?i:env|property|setting|config)\w{0,12}(?:\.get)?\([\"'](?P<key>[A-Za-z][\w.]{2,60})[\"']\)[^\n?]{0,30}\?[ ][^\n?]{0,160}?[ ]:[ ](?:\"(?P<d>[^\"\s]{3,200})\"|'(?P<s>[^'\s]{3,200})')",
        head=r"(?i)(?:env|property|setting|config)\w{0,12}(?:\.get)?\([\"'][a-z][^\"'\n]{1,60}[\"']\)[^\n?]{0,30}\? ",
    ),
    by_literals(
        ("unwrap_or",),
        r"\bvar\(\"(?P<key>[A-Za-z][\w.]{2,60})\"\)[^\n\"]{0,40}?\.unwrap_or(?:_else)?\([^\n\"]{0,12}\"(?P<d>[^\"\n]{3,200})\"",
    ),
    by_literals(
        ("fetch(",),
        r"\bfetch\([\"'](?P<key>[A-Za-z][\w.]{2,60})[\"']\)[ ]?\{[ ]?(?:\"(?P<d>[^\"\n]{3,200})\"|'(?P<s>[^'\n]{3,200})')[ ]?\}",
    ),
    # What an option or a template takes where nothing else is given.
    written(
        ("default",),
        r"(?:[\"']--?|(?i:env|setting|config)\w{0,12}(?:\.get)?\([\"'])(?P<key>[A-Za-z][\w\-]{1,40})[\"'],[^\n]{0,120}?\bdefault[ ]?=[ ]?(?:\"(?P<d>[^\"\n]{1,400})\"|'(?P<s>[^'\n]{1,400})')",
        head=rf"(?i)(?:[\"']--?|(?:env|setting|config)\w{{0,12}}(?:\.get)?\([\"'])[\w\-]{{0,40}}{TELLING}[\w\-]{{0,40}}[\"'],[^\n]{{0,150}}default[ ]?=",
    ),
    written(
        ("| default",),
        r"(?P<key>[A-Za-z][\w.\-]{1,60})[\"')]{0,3}[ ]\|[ ]default[ (]{1,2}(?:\"(?P<d>[^\"\n]{1,400})\"|'(?P<s>[^'\n]{1,400})')",
        head=rf"(?i){TELLING}[\w.\-]{{0,60}}[\"')]{{0,3}}[ ][|][ ]default",
    ),
    # What texts are signed, encrypted and hashed with.
    written(
        (),
        r"\b(?:createHmac\([\"'][\w\-]{2,20}[\"'][ ]?,|jwt\.(?:sign|verify|encode|decode)\((?:\{[^\n{}]{0,100}\}|\w{1,40}),|Algorithm\.HMAC\d{3}\(|signWith\([\w.]{2,40},)[ ]?[\"'](?P<b>(?!(?:secret|[A-Z]{2}\d{3})[\"'])[^\"'\n\s]{5,200})[\"']"
        r"|\b(?:createHmac|create(?:De|C)ipheriv|jwt\.(?:sign|verify|encode|decode)|AES_(?:EN|DE)CRYPT|pgp_sym_(?:en|de)crypt|CryptoJS\.\w{2,12}(?:\.\w{2,12})?)\([^\n()\"']{0,60}?(?:[\"'][\w\-]{2,20}[\"'][ ]?,|,)[ ]?b?[\"'](?P<lone>(?![A-Z]{2}\d{3}[\"'])[^\"'\n]{4,200})[\"']"
        r"|\b(?:hmac\.new|SecretKeySpec|hmacShaKeyFor|cookieParser|AES\.new|Fernet|bcrypt\.(?:hash|compare)\w{0,8}|(?:generate|check)_password_hash|make_password|hashpw|password_hash|crypt)\([ ]?b?[\"'](?P<lone2>[^\"'\n]{4,200})[\"']",
        head=r"(?:createHmac|ipheriv|jwt\.[a-z]{4,6}|AES_[ED][NE]CRYPT|pgp_sym_[ed][ne]crypt|CryptoJS\.[\w.]{2,30})\([^\n]{0,140},[ ]?b?[\"']|(?:HMAC[0-9]{3}|signWith)\([^\n\"']{0,40}[\"']|(?:hmac\.new|SecretKeySpec|hmacShaKeyFor|cookieParser|AES\.new|Fernet|bcrypt\.[\w]{4,16}|password_hash|make_password|hashpw|crypt)\([ ]?b?[\"']",
    ),
    # What a name is compared with stands before it.
    written(
        ("== ", "!= ", "==="),
        r"(?:\"(?P<d>[^\"\n]{6,200})\"|'(?P<s>[^'\n]{6,200})')[ ]?[!=]={1,2}[ ]?(?P<key>[A-Za-z][\w.]{2,60})(?![\w.(\[])",
        head=rf"[\"'][ ]?[!=]={{1,2}}[ ]?(?i:[\w.\x80-\xff]{{0,60}}{TELLING})",
    ),
    # A statement of words with values in brackets, and such a word alone.
    written(
        (),
        r"(?i)\b(?:user(?:id|name)?|login)\([^()\n]{1,64}\)[ ,]{1,3}(?:password|passwd|passphrase|pwd|pass)\((?P<lone>(?=[^()\s]{0,80}[^()\sa-z])[^()\s\"']{4,100})\)|(?-i:\bUSER(?:ID|NAME)?\([^()\n]{1,64}\)[ ]{1,3}(?:PASSWORD|PASSWD|PASSPHRASE|PWD)\((?P<b>[^()\s\"'$]{4,100})\))"
        r"|(?<![\w.>:$@\\])(?<!def )(?<!func )(?<!function )(?<!new )(?:password|passwd|passphrase|pwd)\((?P<lone2>(?=[^\s()]{0,100}[0-9!#$%&@?])(?!(?:pass|pw|arg|p|str|value|user|new|old)[a-z_]{0,20}[0-9]{1,2}\)|(?:sha|aes|md|rsa|scrypt|bcrypt|argon|pbkdf)[a-z0-9_\-]{0,12}\)|(?i:(?:\d{1,3}[\-\u2013~]?){0,2}\+?(?:char(?:acter)?s?|min(?:imum)?|max(?:imum)?|length|digits?|letters?|bits|bytes)(?:[\-_]?\d{1,3}[\-\u2013~]?){0,2}\+?(?:chars?|characters)?)\))[^\s\"'`,;<>()=.\[\]{}*]{6,100})\)(?![ ]?[{:;.])"
        r"|(?<![\w.>:$@\\\-])(?<!def )(?<!func )(?<!function )(?<!new )(?i:token|secret|api[_\-]?key)\((?P<made>(?=[^\s()]{0,100}[0-9])[\w.+/=\-]{8,200})\)(?![ ]?[{:;.])",
        head=r"(?i)(?:password|passwd|passphrase|pwd|pass)\([^\s\"'()]{4,100}\)|(?:token|secret|key)\([^\s\"'()]{8,200}\)",
    ),
    # A call that is named so.
    Form(lambda _: (ignoring_case(_CALL),), _calls),
)
"""Calls that sign in, and statements."""
