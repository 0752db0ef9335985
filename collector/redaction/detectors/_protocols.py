"""Credentials in protocols of lines and in the headers and forms of HTTP."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._keys import TELLING
from collector.redaction.detectors._surroundings import around, four_below
from collector.redaction.detectors._written import by_literals, written

FORMS = (
    # FTP, POP3, IMAP, IRC, Redis.
    written(
        ("PASS ",),
        r"(?m)(?:\bUSER[ \t]{1,4}\S{1,100}|\b331[ \-][^\n]{0,200})[ \t\r]*\n(?:[^\n]{0,200}\n){0,2}?[^\n]{0,60}?\bPASS[ \t]{1,4}(?P<b>[^\s\"']{1,200})|(?:\bC: |\"|> ?|--> )PASS[ \t]{1,4}(?P<d>[^\s\"'/]{1,200})(?=[\"'\s]|$)",
        head=r"PASS[ \t]",
        reach=around,
    ),
    # With who says it before it, or as bytes; alone, what no test and no file is called.
    written(
        ("PASS ",),
        r"(?:\b(?:[Ss]en[dt]|SENT|SEND|[Cc]ommand|CMD|cmd|[Cc]lient|CLIENT|[Rr]equest)\*?:?|<--?|->|<{1,3}|>{2,3}|(?m:^)\*)[ ]['\"]?PASS[ \t]{1,4}(?P<lone>(?![a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){1,6}\b)[^\s\"'/\\]{4,200})(?=[\"']?[ \t\r]*(?:\n|$))"
        r"|(?:(?<!\w)b['\"]|')PASS[ \t](?P<lone2>[^\s\"'/\\]{4,200})(?=\\r|\\n|['\"])"
        r"|(?m:^|[\])>:])[ \t]{0,4}PASS[ ](?:(?P<b>oauth:\w{10,80})|(?P<lone3>(?=[^\s]{0,60}[!@#$%^&*?+=])(?=[^\s]{0,60}[A-Za-z0-9])[^\s\"'/\\()\[\]:]{6,100}))[ \t\r]*(?=\n|$)",
        head=r"PASS[ \t]",
    ),
    written(
        (" LOGIN ",),
        r"(?m)\b[A-Za-z]{0,4}\d{1,6} LOGIN (?:\"[^\"\n]{1,100}\"|[^\s\"]{1,100}) (?:\"(?P<d>[^\"\n]{1,200})\"|(?P<b>[^\s\"]{1,200})[ \t\r]*$)",
    ),
    written(
        ("ickserv", "ickServ", "NICKSERV", "ftp> user"),
        r"(?i)\b(?:nickserv\b[^\n]{0,20}\bidentify[ \t]{1,4}(?:[^\s]{1,64}[ \t]{1,4})?|ftp>[ \t]{0,4}user[ \t]{1,4}[^\s]{1,64}[ \t]{1,4})(?P<b>[^\s\"']{1,200})[ \t\r]*(?=\n|$)",
    ),
    written(
        ("AUTH", "auth"),
        r"(?m)(?:^|\"|\+ |[>:] |HELLO [23] )(?:(?:AUTH|auth)\"[ \t]{1,8}\"(?:[\w.\-]{1,64}\"[ \t]{1,8}\")?(?P<d>[^\"\n]{1,400})\"|AUTH[ \t]{1,8}(?:[\w.\-]{1,64}[ \t]{1,8})?(?P<lone>[^\s\"]{6,400})[ \t\r]*$)",
    ),
    written(
        ("AUTH ",),
        r"\bAUTH (?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER)[ \t]{1,4}(?P<b>[A-Za-z0-9+/]{8,4000}={0,2})(?![\w=])",
        head=r"AUTH (?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER)[ \t]{1,4}[A-Za-z0-9+/]{8}",
    ),
    # What a client of Redis writes, and what it shows of a hash.
    written(
        ("AUTH", "auth"),
        r"(?m)^(?:AUTH|auth)\r?\n(?:\$\d{1,3}\r?\n[\w.\-]{1,64}\r?\n)??\$\d{1,4}\r?\n(?P<b>[^\r\n$*]{1,400})\r?\n(?!\$)|\"AUTH[ ](?:[\w.\-]{1,64}[ ])?(?P<d>[^\s\"\\]{1,400})\\[rn]",
        head=r"^(?:AUTH|auth)\r?$|\"AUTH ",
        reach=four_below,
    ),
    written(
        (') "',),
        r"(?m)^[ \t]{0,20}\d{1,6}\) \"(?P<key>[\w.\-:]{2,80})\"[ \t\r]*\n[ \t]{0,20}\d{1,6}\) \"(?P<d>[^\"\n]{1,400})\"",
        head=rf"(?i)[0-9]\) \"[\w.\-:]{{0,80}}{TELLING}",
        reach=around,
    ),
    # Who signs in to a mail server says so in base64.
    written(
        ("334 ", "resp="),
        r"\b334 (?:UGFzc3dvcmQ6|VXNlcm5hbWU6|dXNlcm5hbWU6|cGFzc3dvcmQ6)[ \t\r]*\n(?:[^\n]{0,120}?[:>\]][ \t]{0,3})?(?P<b>[A-Za-z0-9+/]{2,400}={0,2})(?=[ \t\r]*(?:\n|$))|\bAUTH\s\d{1,9}\s(?:PLAIN|LOGIN)\s[^\n]{0,300}?\bresp=(?P<d>[A-Za-z0-9+/=]{4,1000})",
        head=r"334 (?:UGFzc3dvcmQ6|VXNlcm5hbWU6|dXNlcm5hbWU6|cGFzc3dvcmQ6)|resp=",
        reach=around,
    ),
    # HTTP.
    by_literals(
        ("form-data",),
        r"(?i)\bform-data;[ \t]{0,4}name=\"?(?P<key>[\w.\-\[\]]{2,80})\"?[ \t\r]{0,4}\n(?:[\w\-]{2,40}:[^\n]{0,200}\n){0,3}[ \t\r]{0,4}\n(?P<b>[^\r\n]{1,400})",
        reach=around,
    ),
    written(
        ("grant_type=", "code=", "code_verifier="),
        r"(?:[?&\s]|^)(?:code|code_verifier|client_assertion|assertion)=(?P<made>[\w.~%/+\-]{8,4096})",
        reach=around,
    ),
    written(("Digest ", "Signature=", "digest "), r"\b(?:response|cnonce|Signature)=\"?(?P<b>[0-9a-fA-F]{16,128})"),
    written(
        ("Authorization", "authorization", "AUTHORIZATION"),
        r"(?i)\bauthorization(?:\\{0,2}[\"'])?[ \t]{0,4}[:=][ \t]{0,4}(?![a-z]{2,16}[ ](?:message|error|reason|response|reply|status|details?|body|request):[ ])(?:\\{0,2}[\"'`])?(?:[A-Za-z][\w\-]{1,20}(?:[ \t]+|[ \t\r]{0,8}\n[ \t]{1,40}(?![\w\-]{1,60}:)))?+(?!(?:username|realm|nonce|uri|Credential|token|oauth_\w{1,40})=|[\[{]|\$\{)(?P<header>[^\s\"'`,\\]{4,4096})|(?i:\bauthorization[\"'],)[ ]{0,2}[\"'][A-Za-z][\w\-]{1,20}[ ]+(?P<b>[^\s\"'`,\\{}]{4,4096})[\"']",
        head=r"(?i)authorization(?:\\{0,2}[\"'])?[ \t]{0,4}(?:[:=]|,[ ]{0,2}[\"'])",
        reach=around,
    ),
    # As programs print headers of several values: `map[Authorization:[Basic …]]`, `Authorization=[Bearer …]`.
    written(
        ("uthorization", "AUTHORIZATION"),
        r"(?i)\bauthorization[\"']?[ ]?[:=][ ]?(?:\[\]string\{|\[)[\"']?[A-Za-z][\w\-]{1,20}[ ]{1,3}(?P<b>[^\s\"'`,\\\[\]{}]{4,4096})(?=[\"']?[\]}])",
        head=r"(?i)authorization(?:\\{0,2}[\"'])?[ \t]{0,4}(?:[:=]|,[ ]{0,2}[\"'])",
    ),
    # A map of Go's of lists: a form, a header.
    written(
        ("map[",),
        r"(?:\bmap\[|\][ ])(?P<key>[A-Za-z][\w.\-]{1,60})(?<!keys)(?<!ecrets)(?<!okens):\[(?P<b>[^\[\]\n]{1,400})\]",
        head=r"map\[[^\n]*:\[[^\s\]]",
    ),
    written(
        ("Basic ", "basic ", "Bearer ", "bearer ", "Apikey ", "ApiKey "),
        r"\b(?i:basic|bearer|apikey)[ \t]+(?P<made>[A-Za-z0-9+/_.~\-]{8,4096}={0,2})",
        head=r"(?i)(?:basic|bearer|apikey)[ \t]+[A-Za-z0-9+/_.~\-]{8}",
    ),
)
"""What a client says to sign in."""
