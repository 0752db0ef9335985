"""The words that names of credentials are made of, and those of names that only look so."""

from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.detectors._wordlist import words as wordlist

PASSWORD = wordlist(
    " password passwd passwort passphrase passcode pwd pswd psw pass passwords secret secrets pw passwdhash rootpw"
    " authtok userpassword contrasena clave senha wachtwoord kennwort parola salasana heslo adgangskode passe mdp"
    " passord passw"
    " haslo jelszo losenord losen sifre geslo lozinka slaptazodis matkhau katasandi sandi parol"
    " psk storepass keypass trustpass bindpw rootbindpw adminpw userpw dbpw masterauth"
)
LABELS = PASSWORD - wordlist("psk secret secrets pass passe pw clave senha parola passwords") | wordlist(
    "contraseña passwords"
)
# The same beside further words; alone, they are passwords of people.
LABELS_OF_SEVERAL = LABELS | wordlist("geheimnis secreto segredo segreto geheim")
BEGINS_A_RULE = wordlist("is are was must should can can't cannot may has needs does too minimum")
# Words of their own.
NEARLY_PASSWORD = wordlist("passworld passwords passcord")
PASSWORD_NAMES = (
    "password", "passphrase", "motdepasse", "clavesecreta", "clavedeacceso", "claveacceso", "matkhau",
    # What WordPress signs its cookies with.
    "seedphrase", "recoveryphrase", "backupphrase", "secretphrase", "walletmnemonic", "mnemonicphrase", "mnemonicseed",
    "authsalt", "loggedinsalt", "loggedinkey", "noncesalt", "noncekey", "secureauthkey",
)  # fmt: skip
PASSWORD_TAILS = ("password", "passwd", "passphrase", "pwd", "secret", "pass")
NO_PASSWORD = (
    "bypass",
    "askpass",
    "buypass",
    "getpass",
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
SAME = wordlist(
    " value val plain plaintext raw confirm confirmation verify repeat again base"
    " hex prod production staging stage live dev development qa uat sandbox old new current previous"
)
# `password_hash` is as good as the password to who can guess; `client-key-data` is the key itself.
HASHES = wordlist(" hash digest sha md bcrypt scrypt")
HELD = wordlist(" key keys token secret password")
# What names a secret that is kept elsewhere: charts, service managers, pods.
ELSEWHERE = (
    "existingsecret", "pullsecret", "pullsecrets", "loadcredential", "loadcredentialencrypted", "importcredential",
)  # fmt: skip
# Under which errors of Apple's systems hold an address (developer.apple.com/documentation/foundation/nserror).
ADDRESS_KEYS = ("failingurlkey", "failingurlstringkey")
TOKEN_TAILS = (
    "apikey", "accesskey", "secretkey", "privatekey", "authtoken", "accesstoken", "connectionstring", "datasourcename",
    "secretstring", "securestring", "authuserinfo", "communitystring", "authenticationstring",
)  # fmt: skip
TOKEN = wordlist(
    " token tokens apikey apikeys credential credentials cred creds accesskey secretkey privatekey authtoken"
    " accesstoken auth authorization jwt bearer"
    " connectionstring dsn setcookie signingkey masterkey encryptionkey sessionid sessid jsessionid phpsessid"
)
QUALIFIERS = wordlist(
    " api access secret private auth app application encryption decryption signing signature master license"
    " licence client account admin root server service"
    " consumer write ingest deploy webhook user session storage shared hmac crypto jwt bot org rsa dsa ssh pgp"
    " gpg aes des shared subscription license developer"
    " publishable restricted personal refresh integration internal live test prod production token bearer"
    " function host sas wep wpa ike"
)
# A key that ends so names where, when, how or how much; the value is no credential.
HARMLESS_TAILS = wordlist(
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
# What stands for a user's password in digest authentication (RFC 7616, 3.4.2).
DIGEST = compiled(r"(?i)(?:^|[^a-z0-9])ha1b?$")
# What is compared to see whether something has changed: `checksum/secret`; GnuPG's option for public keys.
NO_SECRET = compiled(r"(?i)(?:checksum|hash|digest|sha256(?:sum)?|md5(?:sum)?)/|(?:--)?recv-keys?\Z")
NPM = "_auth"
"""A user and a password, as npm keeps them (docs.npmjs.com/cli/configuring-npm/npmrc)."""
# A bound of a number, or the member that says where a list is read on: a token only if it looks made by a machine.
OF_CODES = wordlist(
    "mfa fa otp totp sms factor auth authorization verification verify confirmation recovery backup activation security"
    " access login unlock pairing pin"
)
# What one-time codes are made from.
OF_SEEDS = wordlist("mfa otp totp hotp authenticator recovery")
BOUNDS = wordlist("max maximum min minimum num input output")
COUNTED = wordlist("max min num number count total used prompt completion input output cached reasoning remaining per")
# A place in a list, a version of a thing: what lists are read on from, what locks a rule.
PLACES = wordlist("next page pagination continuation starting cursor lock sequence")
PUBLIC = wordlist(
    " public primary foreign partition sort row cache shard hash lookup routing partition unique composite map"
    " registry host idempotency dedup object meta"
)
# What settings beside a credential are called.
SETTINGS = HARMLESS_TAILS | wordlist(
    "user username login database db dbname server ssl tls email role region schema driver charset"
)
# A name that begins so asks whether there is one: `use_password`.
ASKS = wordlist("use uses has is require requires required enable disable allow needs show hide ask")
