"""What programs and people say of passwords, keys and tokens without telling one."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"credential forms have their key")

UNCHANGED = [
    # What is said of passwords between a name and a sign, in labels, forms, usage lines and plans.
    "Enter password for the console:",
    "password (string, required): Password of the account",
    "Password: (leave empty to keep the current one)",
    "New password for jane: set",
    "<dt>Password</dt><dd>required</dd>",
    '<input type="password" name="password" placeholder="Password">',
    "* `password` \u2014 the password of the user",
    '"login.password": "Passwort",',
    '"error.password": "The password is wrong",',
    "usage: app login username=NAME password=SECRET",
    "password: %env(DB_PASSWORD)%",
    "api_key: your-api-key-here",
    "password = hash_password(raw)",
    "self._password = password",
    'print("Password:", end="")',
    'read -s -p "Password: " PASSWORD',
    "mutation Login($password: String!) {",
    "PASSWORD=${1:?password needed}",
    "set the password with `ALTER ROLE`",
    "--- PASS: TestToken (0.00s)",
    "authorization: RBAC",
    "otp: Erlang/OTP 26",
    "snmp-server community ?",
    "community: open source",
    "Your error code is 80004005",
    "Your zip code: 90210",
    "Use 100000 iterations to be safe",
    # What a program looks up, and what PAM and Apple's systems say.
    "tokenId: order.tokenId,",
    'settings = [os.environ["SECRET_KEY"]]',
    "private_key = $dir/private/cakey.pem",
    "password\t[success=1 default=ignore]\tpam_unix.so obscure yescrypt",
    "NSErrorFailingURLStringKey=https://dav.example.com/874161398/principal/x9Kq3Lm7,",
    # Requests for a path that ends in such a word.
    '"POST /oauth/token HTTP/1.1" 401 17',
    '"GET /../../etc/passwd HTTP/1.1" 404 196',
    # What a program says of them.
    'gpg: key 8D81803C0EBFCD88: public key "Harbour" imported',
    "- `password`: the password of the account",
    "**token**: an opaque string",
    "password accepted: policy",
    "password mismatch: expected hash got none",
    "token changed from v1 to v2",
    "secret rotated from 2024-11-01 to 2026-01-01",
    "Password:\nPermission denied\n",
    "password:\n  secretKeyRef:\n",
    "spin is 4821",
    '"client_secret": clientSecretRes,',
    # Whether there is one, what became of it, where it is kept.
    "use_password=yes",
    "has_secret=on",
    "user,require_token,b\njane,true,2\n".replace("jane", "root"),
    "password=missing",
    '{"errors": {"password": "required", "n": 1}}',
    "user,token,b\nroot,expired,2\n",
    "GET /x?password=<redacted>&b=2",
    "GET /x?token={{ password }}&b=2",
    "token=your-password port=3306",
    "GET /x?cookie=/run/secrets/db&b=2",
    "password=env:DB_PASSWORD",
    "password: ssm:/wa/db",
    "password: @Microsoft.KeyVault(SecretUri=https://kept.vault.azure.net/secrets/x)",
    "password={cipher}4f9c1f0a7be2d348569c1f0a7be2d348",
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_what_only_speaks_of_credentials_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
