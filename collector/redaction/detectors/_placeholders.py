"""What stands in the place of a credential: signs, variables, templates, places, expressions, words about it."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.detectors._wordlist import words

# What words for a credential that is still to be given are made of: `YourPasswordHere`, `insert-token`.
_TOLD = r"(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|key|credentials?|here|value|string|text|your)"
_NAME = r"(?-i:[A-Z_][A-Z0-9_]*)"
_CMDLET = r"(?-i:(?:[Nn]ew|Get|Read|Set|Invoke|Import|Export|ConvertTo|ConvertFrom|Join|Select)-(?:[A-Z][A-Za-z]{0,30})?(?:Host|[Oo]bject|Guid|Item|ItemProperty|Content|Credential|Password|Secret|String|Token|Key|Parameter|Value|Variable|Random|Member|Path|Command|Expression|Request|RestMethod|Certificate|Json|Xml|Csv|Clixml))"
PLACEHOLDER = compiled(
    r"(?ix)(?:"
    # Signs, crosses with the last characters of what they hide, words for nothing.
    r"[*xX.•●_\-?#]{2,}|0{8}(?:-0{4}){3}-0{12}|\W{1,2}\*{3,}\W{0,2}|x{3,}(?:[\-._]{1,3}x+)*(?:[\-._]{0,3}\w{1,4})?|\(?(?:not?|un)[ _-]?(?:set|provided|configured|available|applicable|known|found|used|required|needed|specified)\)?|none|null|nil|n/?a|undefined"
    # Variables, formats, templates; one that is cut short only where no password looks so.
    rf"|\$(?:[A-Za-z_]+|{_NAME}|\d|\{{[^}}]*\}}|\{{\w[\w.\-]*[:?+=|].*|\{{{_NAME}|\([^)]*\)|\((?-i:[a-z_\-/.<$(]*)(?:64)?|(?-i:[A-Z][A-Z0-9]*_[A-Z0-9_]+|\{{[A-Z][A-Z0-9_]+\}}|HOME|PWD)(?:/[\w.\-\#{{}}$]*)+)|\#\{{[^}}]*\}}|\#\{{[\w.]+\[|\\\$_[A-Z]+\[?|\(\w+(?:[ ]\w+)?[ ]?\*{{1,2}}\)|&lt;[^&\d\n]{{0,60}}&gt;|\(\d{{1,5}}[ ]bits?(?:,[^()\n]{{0,40}})?\)|%\w+%|(?:%(?:\d\$)?[\-+\#0]?\d{{0,3}}(?:\.\d{{1,3}})?(?:hh?|ll?|z)?[a-z@][:/,.]?){{1,4}}|\([ ]?\?[ ]?\)|:\d{{1,3}}|@p\d{{1,3}}|%env(?:\([\w:.]+\)%)?|\\N|%\(\w+\)s"
    rf"|\{{+[^{{}}]*\}}+|\{{{{.*|\$?[\[{{(]+|\[?\{{\s?[\w.\-]+[:=].*|<[^<>]{{0,80}}>|\[[^\[\]]{{0,80}}\]|@(?:(?-i:[A-Z][A-Z_]*\d?)|[a-z]+(?:[._\-][a-z]+)+|[a-z]{{0,40}}{_TOLD})@"
    # What follows a path in a request; anything, to one who looks for text.
    r"|\(\.[*+]\??\)|HTTP/\d(?:\.\d)?"
    # Marks like ours; words in brackets whose end is elsewhere.
    r"|[\[({]{1,3}[a-z][a-z\-]{1,40}(?::[a-z0-9]{13})?[\])}]+,?|[\[({<]{1,2}[a-z][a-z_\-]{0,40}(?::[a-z0-9]{13})?"
    # Places.
    r"|\$\w+(?:/[\w.\-]+)+\.(?:pem|key|crt|cer|der|p12|pfx|jks)\#?|(?:/(?:path|run|etc|var|opt|usr|home|mnt|tmp|secrets|vault|data|root|proc|dev|srv|Users|Volumes|Library|Applications)\b|[A-Za-z]:\\)\S*|/(?:s?bin|lib|media|boot|app|src|code|builds|workspaces?|nix)(?:/[\w.+\-]+)+/?|(?:\.{1,2}|~)/(?:\S*\.[a-z]{1,5}|(?-i:[A-Z]?[a-z_\-.]*)(?:/\S*)?)|file:[\w\-]*[./]\S*|vault:[^\s/\#:]*[/\#:]\S*|(?:ssm|op|sm|gcpsm|awssm|kms|keyring|keychain|secretsmanager|doppler|akv):/\S*|env:[a-z_][a-z0-9_]*|@microsoft\.keyvault\(\S*|!vault|arn:aws[\w\-]{0,12}:\S*|projects/[\w\-]{1,40}/\S*"
    r"|env\.\w+|process\.env\.\w+|os\.environ\S*|getenv(?:\(\S*)?|var\.[\w.\-]+(?:\[\S*)?"
    rf"|{_CMDLET}"
    # What is said in place of it; what a log of a vault shows, a digest with a key of its own.
    r"|hmac-sha(?:256|512):[0-9a-f]{32,128}|(?:re)?dacted|(?:re)?moved|hidden|masked|filtered|empty|omitted|sanitized|withheld|stripped|obfuscated|\*+hidden\*+"
    rf"|change[_\-]?(?:me|it|this)|your(?:[a-z]{{0,40}}{_TOLD})?(?:[_\- ]+(?:\d{{1,4}}[_\- ]+)?[a-z]+)*(?:[_\-]\d)?|(?:some|insert|replace)[a-z_\- ]{{0,40}}{_TOLD}[a-z_\- ]{{0,40}}|(?:insert|replace)[_\-]?(?:me|it|this)|my[_\-](?:password|secret|token)|example|placeholder|todo|tbd"
    # A command, as scripts are named in packages.
    r"|(?:node|npx?|npm|yarn|pnpm|python3?|php|ruby|bash|sh|cargo|make|docker|tsx?|ts-node|deno|bun)[ ](?:-\S{1,20}[ ]){0,3}(?:[\w.\-]{1,40}/[\w.\-/]{1,80}|[\w\-]{1,40}\.(?:[cm]?[jt]sx?|py|sh|rb|php))(?:[ ][\w.\-/=:]{1,60}){0,8}"
    # Any text, to a program that looks for patterns.
    r"|(?=[^\n]{0,40}(?:\\[sSwWdD]|\.[*+]|\[\^))(?:\\{1,2}[sSwWdDb.]|[()\[\]{}.*+?^$|,/\"';:<>=!\-]|\d|[Aa]-[Zz])+"
    # How text is written as bytes.
    r"|utf-?(?:8|16(?:[lb]e)?)|base64(?:url)?|ascii|latin-?1|iso-8859-1"
    r"|token|apikey|api[_\-]key|key|\[?(?:string|str|int|bool|boolean|text|bytes|n?varchar2?|n?char|(?:var)?binary)(?:\(\d{1,5}\))?[!?\]]*|function|shift|attribute|property|value"
    # Types of Go.
    r"|(?-i:(?:\[\d{0,3}\]|map\[[a-z]\w{0,20}\])\*?(?:[a-z]\w{0,40}\.)?[A-Za-z]\w{0,60}(?:\{\}?)?|\*(?:[a-z]\w{0,40}\.[A-Z]\w{1,60}|string|bool|byte|rune|u?int\d{0,2}))"
    r"|(?-i:PASSWORD|PASSPHRASE|SECRET|PASS)"
    r")"
)
# Templates, bound parameters, values that a program says it does not show, what it keeps encrypted, its own attributes and
# calls: `module.db.password`, `getpass.getpass()`.
REFERENCE = compiled(
    r"(?ix)(?:"
    r"%\{[^}]*\}|[a-z_]\w{0,40}(?:\.[a-z_]\w{0,40}\([\w.,/^$\"' =:\-]{0,80}\)){1,8}|[a-z_]\w{0,40}(?:\.\w{1,40}){0,4}\.(?:NULL|None|Null|nil)|\.(?-i:[A-Z])\w{1,40}(?:\.\w{1,60}){1,8}|&(?:nbsp|lt|gt|quot|amp|\#\d{1,5});?|(?:\$\{[^{}]{1,80}\}[^\w\s]*)+|(?:[\-_:/|.@]{0,4}(?:[a-z]{1,3}[\-_:/|.@]{1,2}){0,2}\$\{[^{}]{1,80}\}){1,4}[\-_:/|.@]{0,4}|[^\w\s]|:[a-z_]{0,30}(?:passw(?:or)?d|pwd|secret|token|hash)|@(?:[a-z]{1,20}_|(?-i:[a-z]{1,20}(?=[A-Z]))){0,4}(?:passw(?:or)?d|pwd|secret|token|hash)|ENC\[AES256_GCM.*|ENC\([\w+/=\-]{8,}\)"
    r"|[ ]?[+.&]{1,2}[ ]?[\w$][\w$.>\[\]()'\"\-]{0,80}[ ]?[+.&]{1,2}[ ]?|[\#.*](?:[a-z]{1,20}[\-_]){0,3}(?:passw(?:or)?d|pwd|secret|token)(?:[\-_][a-z]{1,20}){0,3}"
    r"|[*<(\[\-_\#=]+[ ]?(?:redacted|masked|hidden|filtered|removed|omitted|sensitive(?:[ ]value)?|known[ ]after[ ]apply|sanitized|suppressed|protected|encrypted|not[ ]shown|snipped?)[ ]?[*>)\]\-_\#=]+"
    r"|[a-z_]\w*(?:\[[\"']?\w+[\"']?\])?(?:(?:\.|::|->)\w+(?:\[[\"']?\w+[\"']?\])?){0,6}(?:\.|::|->)(?:\w*_)?(?:passw(?:or)?d|pwd|secret|token|secret_string|result|api_?key|private_key)"
    r"|[a-z_]+(?:/[a-z_]+){1,6}\#[a-z_]+|[a-z_]+(?:(?:\.|::|->)[a-z_]+)+\([\w.,\[\]]*\)|\$[a-z_]\w*(?:(?:->|::)[\w\[\]{}()+$]+)+|[a-z_]{2,40}\(\)|(?:env|file)\([\w.\-/]+\)|\(\([\w.\-:/]+\)\)|ref\+\w+://.*|[a-z_]\w*\(\w*(?:passw(?:or)?d|pwd|secret|token)\w*\)|[a-z_]+\((?:var|local|data|module|each|self)(?:\.[\w\-]+)+\)|[a-z]+_\w*\([a-z_., ]*\)"
    r")"
)
MAY_BE_REFERENCE = compiled(r"[ +&*<(\[\-_#=:@$%.]|.[^\n]*?(?:[.(:\[#]|->)")
STATE = words(
    " true false yes no on off enabled disabled required optional missing invalid valid expired expires"
    " expiring wrong incorrect correct ok error failed failure"
    " success denied revoked rejected accepted present absent unknown default auto basic bearer digest ntlm"
    " negotiate kerberos none null nil is was are not has"
    " have must should will can cannot could rsa ec ed25519 ecdsa dsa aes des sha1 sha256 sha512 md5 hmac tls"
    " ssl jwt oauth oauth2 saml ldap pam local md5 scram"
    " trust peer cert ident password userpass token key and or for from in to with of the a an this that it new"
    " old loaded created updated deleted changed reset"
    " header body query rotation rotated refresh refreshed verified unverified mismatch empty undefined string"
    " number object array self user admin root"
    " auth connected disconnected connecting set unset ready active inactive locked unlocked pending open closed"
    " cram-md5 digest-md5 scram-sha-1 scram-sha-256 scram-sha-512 xoauth2 gssapi external plain login anonymous oauthbearer"
    " read write seconds minutes hours days"
    " got field values rbac abac mtls acl"
    " can't couldn't doesn't don't didn't hasn't haven't isn't wasn't aren't won't shouldn't mustn't"
    " include omit same-origin bcrypt argon2 argon2id scrypt pbkdf2 unexpected"
    " incorrecta incorrecto requerida obligatoria caducada incorreta obrigat\u00f3ria expirada requis invalide expir\u00e9"
    " ung\u00fcltig falsch abgelaufen erforderlich \u043d\u0435\u0432\u0435\u0440\u043d\u044b\u0439 \u043d\u0435\u0432\u0435\u0440\u0435\u043d \u0438\u0437\u043c\u0435\u043d\u0451\u043d \u9519\u8bef \u6b63\u786e \u65e0\u6548 \u8fc7\u671f \u4e3a\u7a7a"
)
CONDITION = words(
    " required optional mandatory needed yes no none set unset changed unchanged expired expires expiring incorrect"
    " invalid valid wrong correct missing empty unknown undefined present absent provided supplied given ok accepted"
    " rejected denied failed failure error updated reset enabled disabled verified unverified mismatch mismatched"
    " expected got rotated refreshed revoked must should shall may can cannot could will would has have had is was are were does did not too"
)
