"""Whether the name of a value says that it is a credential: the last word decides."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
from enum import IntEnum

from collector.compiled import compiled
from collector.redaction.detectors import _placeholders
from collector.redaction.detectors._entropy import is_machine_made
from collector.redaction.detectors._marks import unmarked
from collector.redaction.detectors._password_words import ELSEWHERE
from collector.redaction.detectors._wordlist import words as wordlist

HEAD = compiled(
    r"pass|pwd|secret|token|key|cred|auth|cookie|sess|private|signature|dsn|data_source|otp|bearer|login|salt|pin\b|puk\b|jwt|hmac|cert"
    r"|csrf|xsrf|crumb|pepper|nonce_key|sig\b|sas\b|contribsys|p12|pfx|webhook|community|sid\b|psk\b|pw\b"
    r"|senha|contrasen|clave|mdp|wachtwoord|kennwort|parola|salasana|heslo|adgangskode"
    r"|pswd|psswd|paswd|pasword|passwrd|psword|[_\-]pat\b"
)
_PART = HEAD.pattern.removesuffix(r"|[_\-]pat\b").replace(r"\b", "")
ASSIGNED = (
    rf"(?i)(?:(?:{_PART})[\w.\-\x80-\xff]{{0,256}}|[_\-]pat)(?:\\{{0,3}}[\"'`](?:>>)?|\*{{1,2}})?(?:\]|\[\w{{0,20}}\])?[ \t]{{0,40}}"
    r"(?:[?+!.]?=|:|\*?string[ ]=|(?:-c?|[ ])(?:eq|ne)[ ][\"']|->[ \t]|<-[ ]|to[ ][\"']|\xe2\x86\x92|,[ \t]{0,20}(?:<<)?\\{0,3}[\"'])"
)
"""A head: a telling word, the rest of the name and what joins it to a value."""
TELLING = rf"(?:{_PART}|pswd|pw|puk|cvv|cvc|connection[_\-. ]?string|data[_\-. ]?source|proof)"
"""A part of every name that tells anything."""
_WORDS = compiled(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_MARK = compiled(r"\[(?:secret|env|personal|field)\]")


class Tells(IntEnum):
    """How much a key tells about its value."""

    NOTHING = 0
    MAYBE = 1
    """A value made by a machine is a credential (`key`, `token_id`)."""
    CODE = 2
    """A value with a digit is a credential (`pin`, `otp`)."""
    TOKEN = 3
    """Any value that is no word of state is a credential (`api_key`, `token`)."""
    PASSWORD = 4
    """Any value but a placeholder or a reference is a credential."""


_PASSWORD = wordlist(
    " password passwd passwort passphrase passcode pwd pswd pass passwords secret secrets pw passwdhash rootpw"
    " authtok userpassword contrasena clave senha wachtwoord kennwort parola salasana heslo adgangskode passe mdp passord"
    " pswd psswd paswd pasword passwrd psword passw"
    " haslo jelszo losenord losen sifre geslo lozinka slaptazodis matkhau katasandi sandi parol"
    " storepass keypass trustpass bindpw rootbindpw adminpw userpw dbpw masterauth"
)
_LABELS = _PASSWORD - wordlist("secret secrets pass passe pw clave senha parola passwords") | wordlist(
    "contraseña passwords"
)
_BEGINS_A_RULE = wordlist("is are was must should can can't cannot may has needs does too minimum")
_PASSWORD_NAMES = (
    "password", "passphrase", "motdepasse", "clavesecreta", "clavedeacceso", "claveacceso", "matkhau",
    # What WordPress signs its cookies with.
    "authsalt", "loggedinsalt", "loggedinkey", "noncesalt", "noncekey", "secureauthkey",
)  # fmt: skip
_PASSWORD_TAILS = ("password", "passwd", "passphrase", "pwd", "secret", "pass")
_NO_PASSWORD = (
    "bypass",
    "compass",
    "trespass",
    "surpass",
    "overpass",
    "underpass",
    "lowpass",
    "highpass",
    "bandpass",
    "allpass",
    "onepass",
    "multipass",
)
# `password_value` is still the password, `new_password_confirmation` too.
_SAME = wordlist(
    " value val plain plaintext raw confirm confirmation verify repeat again base"
    " prod production staging stage live dev development qa uat sandbox old new current previous"
)
# `password_hash` is as good as the password to who can guess; `client-key-data` is the key itself.
_HASHES = wordlist(" hash digest")
_HELD = wordlist(" key keys token secret password")
# What names a secret that is kept elsewhere: charts, service managers, pods.
_ELSEWHERE = (
    "existingsecret", "pullsecret", "pullsecrets", "loadcredential", "loadcredentialencrypted", "importcredential",
)  # fmt: skip
# Under which errors of Apple's systems hold an address (developer.apple.com/documentation/foundation/nserror).
_ADDRESS_KEYS = ("urlkey", "urlstringkey")
_TOKEN_TAILS = (
    "apikey", "accesskey", "secretkey", "privatekey", "authtoken", "accesstoken", "connectionstring", "datasourcename",
    "secretstring", "securestring", "authuserinfo", "communitystring",
)  # fmt: skip
_TOKEN = wordlist(
    " token tokens apikey apikeys credential credentials cred creds accesskey secretkey privatekey authtoken"
    " accesstoken auth authorization jwt bearer psk"
    " connectionstring dsn setcookie signingkey masterkey encryptionkey sessionid sessid jsessionid phpsessid"
)
_QUALIFIERS = wordlist(
    " api access secret private auth app application encryption decryption signing signature master license"
    " licence client account admin root server service"
    " consumer write ingest deploy webhook user session storage shared hmac crypto jwt bot org rsa dsa ssh pgp"
    " gpg aes des shared subscription license developer"
    " publishable restricted personal refresh integration internal live test prod production token bearer"
    " function host sas"
)
# A key that ends so names where, when, how or how much; the value is no credential.
_HARMLESS_TAILS = wordlist(
    " file path dir url uri endpoint host port expiry expires expiration expired ttl age length len size count"
    " limit max min type kind name id version"
    " algorithm alg policy hint required enabled disabled timeout retries attempts status state valid invalid"
    " error errors rotation format"
    " field fields prefix suffix header scheme method mode store provider manager service ref reference source"
    " class bits strength usage usages"
    " location created updated at by in used left remaining issued seconds minutes days hours ms checksum"
    " fingerprint change changed reset"
    " layout board store word words map set list index range events press pressed code"
)
_NPM = "_auth"
"""A user and a password, as npm keeps them (docs.npmjs.com/cli/configuring-npm/npmrc)."""
# A bound of a number, or the member that says where a list is read on: a token only if it looks made by a machine.
_OF_CODES = wordlist(
    "mfa otp totp sms authorization verification confirmation recovery backup activation security access login unlock"
)
_BOUNDS = wordlist("max maximum min minimum num input output")
_COUNTED = wordlist("max min num number count total used prompt completion input output cached reasoning remaining per")
# A place in a list, a version of a thing: what lists are read on from, what locks a rule.
_PLACES = wordlist("next page pagination continuation starting cursor lock sequence")
_PUBLIC = wordlist(
    " public primary foreign partition sort row cache shard hash lookup routing partition unique composite map"
    " registry host idempotency dedup object meta"
)


def words(key: str) -> list[str]:
    """Return the words of a name in snake, kebab, dotted or camel case, in lower case."""
    return [word.lower() for word in _WORDS.findall(key)]


@functools.lru_cache(maxsize=4096)
def tells(key: str) -> Tells:
    """Return what the name of a value tells about it; a mark of ours in it tells nothing."""
    if not key.isascii() and any(word in key.lower() for word in ELSEWHERE):
        return Tells.PASSWORD
    if key == _NPM:
        return Tells.TOKEN
    return _of_parts(words(_MARK.sub("", unmarked(key))))


def _of_parts(parts: list[str]) -> Tells:
    while parts and (parts[-1].isdigit() or (len(parts) > 1 and parts[-1] in _SAME)):
        parts.pop()
    if len(parts) > 1 and parts[-1] == "data" and parts[-2] in _HELD:
        parts.pop()
    joined = "".join(parts)
    if not parts or joined.endswith((*_ELSEWHERE, *_ADDRESS_KEYS)):
        return Tells.NOTHING
    last = parts[-1]
    if (
        last in _PASSWORD
        or (last == "key" and "secret" in parts)
        or joined.endswith(_PASSWORD_NAMES)
        or (last.endswith(_PASSWORD_TAILS) and not last.endswith(_NO_PASSWORD))
    ):
        return Tells.PASSWORD
    if (last.endswith("s") and set(parts) & _COUNTED) or (
        last == "token" and set(parts) & _PLACES and "access" not in parts
    ):
        return Tells.NOTHING
    if last in {"key", "keys"} and not joined.endswith(_TOKEN_TAILS):
        return _key(parts[-2] if len(parts) > 1 else "")
    hashed = last in _HASHES and len(parts) > 1 and parts[-2] in _PASSWORD
    if hashed or (last in _TOKEN and parts != ["auth"] and not _is_bound(parts)) or joined.endswith(_TOKEN_TAILS):
        return Tells.TOKEN
    return _weaker(parts, last)


def _is_bound(parts: list[str]) -> bool:
    return parts[-1] == "token" and not _BOUNDS.isdisjoint(parts[-2:-1])


def _key(before: str) -> Tells:
    if before in _PUBLIC:
        return Tells.NOTHING
    return Tells.TOKEN if before in _QUALIFIERS else Tells.MAYBE


def _weaker(parts: list[str], last: str) -> Tells:
    if last == "id" and len(parts) > 1 and parts[-2] in {"session", "sess", "secret", "key", "token"}:
        return Tells.MAYBE
    if last in {"pin", "puk", "cvv", "cvc", "otp"} or (last == "code" and parts[-2:-1] and parts[-2] in _OF_CODES):
        return Tells.CODE
    if last in {
        "login",
        "signature",
        "sig",
        "salt",
        "pepper",
        "cookie",
        "session",
        "sid",
        "hmac",
        "cert",
        "certificate",
        "webhook",
        "apppass",
        "auth",
        "proof",
        "community",
        "csrf",
        "xsrf",
        "crumb",
        "pat",
    }:
        return Tells.MAYBE
    if last in _HARMLESS_TAILS:
        return Tells.NOTHING
    return (
        Tells.MAYBE
        if last.endswith(("key", "token")) and last not in {"pubkey", "monkey", "turkey", "donkey", "hockey", "jockey"}
        else Tells.NOTHING
    )


# Signs in place of most of it, or between no more than its ends.
_HIDDEN = compiled(
    r"(?i)redacted|[*•●]{6,}|(?<![a-z0-9])x{6,}(?![a-z0-9])|^\w{0,12}\*{3,}$|^\W*\.{4,}|^\w{0,4}\.{4,}\w{0,4}$|^\w{0,8}\.{4,}$"
)
# No name has these signs: `{tulips9!Q}`; a format has `!r` at its end.
_SIGNED = compiled(r"(?=[^A-Za-z]*[A-Za-z])(?=[^0-9]*[0-9])(?=[^!^&*+~]*[!^&*+~])(?!.*![rsa]$)[^\s{}<>\[\]]{6,200}")
# As programs log what they were given: `user=[jane], password=[tulips9]`.
_WITH_DIGITS = compiled(r"(?=[^A-Za-z]*[A-Za-z])(?=[^0-9]*[0-9])[^\s:\[\]]{6,80}")
_CROSSED_OUT = compiled(r"(?i)x{6,}")
_QUOTES = "\"'"


def is_placeholder(value: str) -> bool:
    """Tell whether a value stands for a credential kept elsewhere, or for none at all."""
    if value[:1] in _QUOTES and value != value.strip(_QUOTES):
        return is_placeholder(value.strip(_QUOTES))
    if (
        not value
        or value.startswith(("<%=", "<% "))
        or _HIDDEN.search(value)
        or _is_crossed_out(value)
        or (value.startswith("{{") and value.endswith("}}"))
    ):
        return True
    if value[0] in "{<[" and _is_value(value[0], value.strip("{}<>[]")):
        return False
    if _placeholders.PLACEHOLDER.fullmatch(value) is not None:
        return True
    return (
        len(value) == 1 or _placeholders.MAY_BE_REFERENCE.match(value) is not None
    ) and _placeholders.REFERENCE.fullmatch(value) is not None


def _is_value(bracket: str, inner: str) -> bool:
    """Tell whether what stands in brackets is a credential, and no name of one."""
    if bracket == "[" and _WITH_DIGITS.fullmatch(inner) and not is_state(inner):
        return True
    return any(map(is_machine_made, inner.split())) or _SIGNED.fullmatch(inner) is not None


def _is_crossed_out(value: str) -> bool:
    """Tell whether at least half of it are crosses."""
    return _CROSSED_OUT.search(value) is not None and 2 * value.lower().count("x") >= len(value)


_LETTERS_AND_DIGITS = compiled(r"[^\W\d_]\d|\d[^\W\d_]")


def is_label(value: str) -> bool:
    """Tell whether a value says what a password is called, what it must be, or a sentence about one."""
    said = value.split()
    if any(_LETTERS_AND_DIGITS.search(word) for word in said):
        return False
    if len(said) > 1 and said[0].lower() in _BEGINS_A_RULE:
        return True
    named = any(word.strip(".,:;!?").lower() in _LABELS for word in said)
    return named and value[0].isupper() and (len(said) > 2 or (value[1:].islower() and value[-1].isalpha()))


def is_condition(value: str) -> bool:
    """Tell whether a value says what a password must be or has become; nobody's password is called so."""
    return value.lower().rstrip(".,;:!") in _placeholders.CONDITION


def is_state(value: str) -> bool:
    """Tell whether a value is a word about the credential, not the credential."""
    return value.lower().rstrip(".,;:!") in _placeholders.STATE
