"""Lines of programs, as traces and reviews show them: names, types, calls and patterns are no credentials."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"source in traces has a key too.")


@pytest.mark.parametrize(
    "text",
    [
        # Types.
        "    private_key: ed448.Ed448PrivateKey, rest: bytes",
        'def load(cls, crypto_key: _Key) -> "Key":',
        "def match(cert: _PeerCertType, name: str) -> None: ...",
        "def step(next: _Next, token: _Token) -> _Callback: ...",
        "    password: _PasswordType | None",
        "    password: str or None",
        "        include_password: bool, default True",
        "LOG_AUTH: Final = 32",
        "_Token: TypeAlias = tuple[str, str]",
        "__required_keys__: ClassVar[frozenset[str]]",
        "_on_pass: Callable[[int, str], None] | None = None",
        "password: Buffer,",
        "pub password: HashedPassword,",
        "password: ByteArray?",
        "password: CString",
        "password: Sequelize.STRING,",
        "secret: SecretKeyRef",
        "var tokens: list<string> = Split(line)",
        # Names and what they are set to.
        "    self._index[key] = place_of_pair",
        "    styles[token] = shown",
        "    username, password = split",
        '    user, pw = auth.split(":", 1)',
        "    exposed, token = result",
        '    password = password or ""',
        "    self.dbpasswd = line.split()[1]",
        "    der_sig = raw_to_der_sig(sig, key.curve)",
        "    cert = _lib.sk_X509_value(stack, i)",
        "    keys = [self._key_to_str(k) for k in keys]",
        "    tokens = [read_token2(one) for one in all_of_them]",
        "    'SecretStr': (__spec__.parent, '.types'),",
        "    cf_keys = (Core.TypeRef * size)(*keys)",
        "    data.sort(key=tree.Base.depth, reverse=True)",
        "    sorted(data, key=EqualityHashType)",
        "    'Authorization': auth,",
        '"TOKENS":  dom.TypeInfo(None, "tokens"),',
        # Literals.
        '    type_var_key = f"typevar={thing!r}"',
        '    token=f"{self._token_prefix}harbour7",',
        '    token = r"[-!#$%&*+.^_`|~0-9a-zA-Z]+"',
        r'    r"(bindPassword:\s*)(.*)"',
        r"    r'AuthPass=(\S*)'",
        '    scheme = token("scheme")',
        '    token = Token("inline", "", 0)',
        "attrs = ['keyPass', 'keystorePass', 'truststorePass']",
        '    ("dbpass", "password for the dumps" + warning, "", ""),',
        'flag.String("password", "", "the password to use")',
        "exports.NO_AUTH = exports.END_OF_AUTH = void 0;",
        "exports.END_OF_AUTH = END_OF_AUTH;",
        "state.tokens = tokens;",
        "    token = token[len(h):] if token else None",
        "const noCreds = !(creds.token || creds.name)",
        "this._noAuthorization = !req.headers.authorization;",
        "const listTokens = (opts = {}) => paginate('/tokens', opts)",
        "    credentials: corsAttribute === 'anonymous'",
        "    password: Buffer.from(password, 'utf8').toString('base64'),",
        "    { sig: envelope.signatures[0].sig.toString('base64'), publicKey },",
        'OF_A_PASSWORD = ObjectIdentifier("1.2.840.113549.1.9.7")',
        "const authTokenKey = `${regKey}:_authToken`",
        '    self.dbpassword = "-p %s" % line.split()[1]',
        '    creds = " --username=%s --password=%s" % (user, pw)',
        "createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')",
        "GIT_ASKPASS: 'echo'",
        "Decimal('+35236450.6')",
        "#define PASSWORD_MAX 64",
        "* `app profile set password`: Change your password.",
        # What documents say of arguments.
        "    :arg str proxy_password: HTTP proxy password",
        "    :param str | None password: HTTP proxy password",
    ],
)
def test_it_stays(text: str) -> None:
    assert REDACTOR.redact_text(f"took 15 ms\n{text}\n").text == f"took 15 ms\n{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "password: _tulips9",
        "    password = tulips or roses",
        "user, password = n7, tulips9",
        "[password] = tulips9",
        'token=f"t4KxQ9wZ7mt4KxQ9"',
        "token: Harbour7Ed9Tulips",
        'x.token("tulips")',
        "api_key=kZqVbXtRwYcNdPfHsJgEkAlM",
        "reset_password: Tulips9!",
        "password: (tulips9,",
        "password = !tulips9",
        "password: Abc.def(9",
        "token: Zx9.kLm(44qQw8",
        'password = "100%tulips"',
        "password=`t4KxQ9wZ`",
        "password: `Tr0mb0ne77x${n}`",
        'password=f"Hunter2-9xQ7w{n}"',
        "password=\\d" + "0-9" * 40 + "q",
        '#define WIFI_PASS "tulips"',
        "spring.datasource.password = tulips",
        "- `passphrase`: Correct horse battery staple",
    ],
)
def test_what_only_looks_like_it_goes(text: str) -> None:
    assert "[secret]" in REDACTOR.redact_text(f"took 15 ms\n{text}\n").text
