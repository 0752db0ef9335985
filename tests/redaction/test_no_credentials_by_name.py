"""Names, digests and numbers of other things that stand beside the words for credentials."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"credential forms have their key")
DIGEST = "9c1f0a7be2d34856a1907cde44f0b812"

UNCHANGED = [
    # A digest that something is kept under.
    f"<X_KEY_VAL>{DIGEST}</X_KEY_VAL>",
    f"entry_key_value={DIGEST}",
    "Error validating access token: Session has expired on Friday, 27-Nov-26",
    "Invalid token: Signature verification failed",
    "could not refresh token: Unauthorized",
    "could not load password: File not found",
    '{"password":["This field may not be blank."]}',
    "password: Ensure this field has at least 8 characters.",
    "kex: chacha20-poly1305@openssh.com,hmac-sha2-512-etm@openssh.com curve25519-sha256@libssh.org",
    "System.Core, Culture=neutral, PublicKeyToken=b77a5c561934e089",
    "#3 raise (sig=sig@entry=6) key=key@entry=0x7f1 token=token@entry=0x55",
    "  DB_PASSWORD: ${DB_PASSWORD:?missing}",
    "Tokens:              default-token-x2x7k",
    "Image pull secrets:  regcred",
    "at X509_STORE_CTX_get1_by_subject_fn (x509_vfy.c:17)",
    "#define DER_OID_SZ_id_dsa_with_sha3_256 11",
    # Names of other keys and tokens, of objects, of what is looked for.
    f"cache key {DIGEST}",
    f"next-page-token {DIGEST}",
    "secret/harbour-secret-7d9f8b6c5d created",
    "line_pat = r'([a-z0-9]+):([0-9]{2,4})'",
    '"/help/choose-a-strong-password": "/help/new/auth"',
    f"tokens: [{', '.join(map(str, range(7, 250, 10)))}]",
    f"shard_keys = [{', '.join(map(str, range(16)))}]",
    f"public key: {':'.join(DIGEST[at : at + 2] for at in range(0, 32, 2))}",
    "Private-Key: (2048 bit, 2 primes)",
    "Processed session termination for sessionid: 0x14ede63a5a70002",
    "processing sessionid:0x34ed93485090001 type:create cxid:0x55b8bb0f",
    'allow("Authorization", "Content-Type")',
    "printf -U user%s",
    "Enter passphrase for key 'id_ed25519':",
    "password: *db_password",
    "redis key wa:session:prekeys:17 expired",
    'execve("/bin/cp", ["cp", "-p", "a.txt", "b"], 0x7ffd /* 21 vars */) = 0',
    '["ssh", "-p", "2222", "host"]',
    "git clone https://$TOKEN@github.com/firm/wa.git",
    'SECRET = re.compile(r"(?i)PASS|SECRET|TOKEN")',
    # Places in lists, kinds, resources and versions.
    '"NextToken": "eyJzIjoxLCJpIjoibEhXdlNp"',
    '"SID": "S-1-5-21-3623811015-3361044348-30300820-1013"',
    "key: arn:aws:kms:eu-west-1:111122223333:alias/wa",
    "id-token: write",
    "apt\tpasswd\t1:4.13+dfsg1-1\napt\tperl\t5.36.0-7\n",
    "passwd:         files systemd",
    "issues identified by valgrind",
    "| kind | Regex must pass |\n| --- | --- |\n| `x` | Exact match |\n",
    "Single pass: remove what is doubled",
    "- **Secrets**: hashed at rest",
    "(in the <code>LintPass</code> level)",
    "Password for the backup: rejected",
    "verification failed with error code 500123",
    '{"code": "500123"}',
    "<p>Password:&nbsp;<b>required</b></p>",
    "Credentials: user=nobody",
    "error code 500123 received",
    "connect tcp/443",
    "our pass rate is up",
    '"password": "is required"',
    '"errors": {"password": "can\'t be blank"}',
    '"password": ["is too short"]',
    # Checksums, alphabets, packages, folders.
    "example.com/mod v0.5.11 h1:P7bYXFoao05z5uhOQzbC3Qd8JqF3jUoocoTeIxkp2cB=",
    "(-[0123456789abcdEFGhHiIKlLnoPqrRsTuUvVwxyzZ]*)",
    "upgrade passwd:amd64 1:4.13-1 1:4.13-2",
    'declare -x OLDPWD="/srv/app9"',
    '{"environment": {"PWD": "/srv/app9", "OLDPWD": "/"}}',
    # Signatures of attacks, objects as programs show them, ids of requests.
    "%IPS-4-SIGNATURE: Sig:3051 Subsig:1",
    "credentials: [UserCredential(source=null, customFields={})]",
    '[uri "/"] [unique_id "YVW7KjiKxXlACWj0fjsbkgAAAEk"]',
    '"connection_id":"SFTP_34e4ab426f1522416ac2d92815e2041f2e5d4f0af631d6edcd712afbac2ccf61_1"',
    # Tests that passed, keys of objects in a store.
    "PASS: TestSendMessage3",
    "PASS: src/login.test.js",
    '{"key": "logs/2026/11/app.log"}',
    # Pins of chips, sums, codes of other things, further words on command lines.
    "name,pin,mode\nled,GPIO17,out\n",
    "pin=GPIO17",
    "http_code,count\n2000,3\n",
    "item,product_code\nrose,AB1234\n",
    f"SHA1={DIGEST}",
    "mysql -u root -p orders1x",
    "psql -U root -w orders1x",
    "cat <<< hello9x",
    # Objects as their programs show them; addresses without a user.
    "opening wtoken = AppWindowToken{9f4ef63 token=Token{a64f992 ActivityRecord{de9231d u0}}}",
    'MONGO_NO_AUTH = "mongodb://localhost:27017/database"',
    # What texts are signed with, by its name; options and templates of other things.
    "jwt.verify(token, publicKey)",
    "crypto.createHmac('sha256', key)",
    'parser.add_argument("--password-file", default="/etc/x")',
    "{{ token_ttl | default('3600s') }}",
    'auth_failures_total{method="password"} 17',
    # What says which system it is, in the form of an environment.
    'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n',
    'LANG=C.UTF-8\nLANGUAGE=\nLC_CTYPE="C.UTF-8"\nLC_ALL=\n',
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_what_other_things_are_called_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
