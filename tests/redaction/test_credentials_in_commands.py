"""Credentials on command lines, in what programs and devices are told, and in protocols."""

import pytest
from credentials import DIGEST, goes

GONE = [
    # Arguments one below the other; programs that are told a key alone.
    ('new DirectoryEntry("LDAP://dc7",\n    "svc",\n    "tulips9-Q")', "tulips9-Q"),
    ("vault operator unseal -tls-skip-verify kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0PuZr8Tq0bLmY8=", "kZ3Qm9vXaJ1Lw7TgR2bYc8Nd"),
    ("curl -u kZ3Qm9vXaJ1Lw7: https://h/x", "kZ3Qm9vXaJ1Lw7"),
    ("ConvertTo-SecureString -AsPlainText -Force tulips9-Q", "tulips9-Q"),
    (f"$krb5asrep$23$jane@FIRM.IO:{DIGEST}${DIGEST}{DIGEST}", DIGEST),
    # Options one after the other; programs with options of one letter.
    ("app --verbose --password tulips run", "tulips"),
    ("cqlsh -u svc -p tulips9-Q db7", "tulips9-Q"),
    ("sqlcmd -S db7 -U sa -P tulips9-Q", "tulips9-Q"),
    ("snmpget -v3 -a SHA -A tulips9-Q -x AES -X roses77-Q db7", "roses77-Q"),
    ("net user jane tulips9-Q /add", "tulips9-Q"),
    ("7z x -ptulips9-Q a.7z", "tulips9-Q"),
    # Programs with options of two letters, without an option, with words between, and what stands behind three signs.
    ("swaks --to a@b.io -au jane -ap tulips9-Q", "tulips9-Q"),
    ("vault login -address=https://v:8200 tulips9-Q77", "tulips9-Q77"),
    ("mc alias set store http://store:9000 jane tulips9-Q --api S3v4", "tulips9-Q"),
    ("winrs /r:db7 /u:jane /p:tulips9-Q ipconfig", "tulips9-Q"),
    ("certutil -p tulips9-Q -importpfx a.pfx", "tulips9-Q"),
    ("security add-generic-password -a jane -s wa -w tulips9-Q", "tulips9-Q"),
    ("db2 connect to wa user jane using tulips9-Q", "tulips9-Q"),
    ("addauth digest jane:tulips9-Q", "tulips9-Q"),
    ("hydra -l jane -p tulips9-Q ssh://db7", "tulips9-Q"),
    ("dsconf -D cn=admin -w tulips9-Q db7", "tulips9-Q"),
    ("smbclient //db7/share tulips9-Q -U jane", "tulips9-Q"),
    ("impacket-wmiexec jane:tulips9-Q@db7", "tulips9-Q"),
    ("secret-tool store --label=wa k v <<< tulips9-Q", "tulips9-Q"),
    ("jboss-cli.sh -u=jane -p=tulips9-Q", "tulips9-Q"),
    ("enable secret tulips9-Q", "tulips9-Q"),
    ("standby 1 authentication tulips9-Q", "tulips9-Q"),
    ("wep_key0=tulips9Qx12", "tulips9Qx12"),
    # Protocols.
    ("*3\r\n$4\r\nAUTH\r\n$4\r\njane\r\n$9\r\ntulips9-Q\r\n", "tulips9-Q"),
    ("334 UGFzc3dvcmQ6\ndHVsaXBzOS1R\n", "dHVsaXBzOS1R"),
    ("USER jane\n331 go on\nPASS tulips9-Q\n", "tulips9-Q"),
    ("a1 LOGIN jane tulips9-Q", "tulips9-Q"),
    ('Content-Disposition: form-data; name="password"\r\n\r\ntulips9-Q\r\n--x', "tulips9-Q"),
    # Command lines.
    ("keytool -storepass tulips -keypass harbour", "harbour"),
    ("setx API_TOKEN tulips9", "tulips9"),
    ("docker login -u me -p tulips reg.firm.io", "tulips"),
    ("echo tulips | sudo -S id", "tulips"),
    ("printf 'me:tulips' | chpasswd", "tulips"),
    ("mongodump -u me -p tulips --db x", "tulips"),
    ("smbclient //srv/share -U me%tulips", "tulips"),
    ("htpasswd -b users me tulips", "tulips"),
    ("rabbitmqctl change_password me tulips", "tulips"),
    ("sqlplus me/tulips@orders", "tulips"),
    ("jdbc:oracle:thin:me/tulips@//db:1521/orders", "tulips"),
    ("net use Z: \\\\srv\\share tulips /user:me", "tulips"),
    # What programs are told, and what they show of it.
    ('1.5 [0 10.0.0.5:4102] "HSET" "user:17" "password" "tulips9"', "tulips9"),
    ("consul kv put wa/db_password tulips9", "tulips9"),
    ("echo -n tulips9 | base64", "tulips9"),
    ("az keyvault secret set --name x --value tulips9", "tulips9"),
    ('chpasswd <<< "jane:tulips9"', "tulips9"),
    ("line vty 0 4\n password 7 08224D4A1D0C17\n", "08224D4A"),
    ('variable "db_password" {\n  type = string\n  default = "tulips9"\n}', "tulips9"),
    ("private_key=0x" + 2 * DIGEST, DIGEST),
    # Network devices and their neighbours.
    ("snmp-server user mon GRP v3 auth sha tulips9-Q priv aes 128 roses77-Q", "roses77-Q"),
    ("rocommunity tulips 10.0.0.0/8", "tulips"),
    ("com2sec local localhost tulips9-Q", "tulips9-Q"),
    ("/snmp community add name=tulips9-Q", "tulips9-Q"),
    ("read community: tulips9-Q", "tulips9-Q"),
    ("username jane privilege 15 secret tulips9-Q", "tulips9-Q"),
    (" ikev2 local-authentication pre-shared-key tulips9-Q", "tulips9-Q"),
    ("aaa-server RAD (inside) host 10.0.0.5\n key tulips9-Q\n", "tulips9-Q"),
    ("ntp authentication-key 7 md5 tulips9-Q", "tulips9-Q"),
    ("local-user jane password cipher tulips9-Q", "tulips9-Q"),
    ("vrrp 1 authentication text tulips", "tulips"),
    ('pre-shared-key ascii-text "tulips9-Q"; ## SECRET-DATA', "tulips9-Q"),
    ('"jane"\t*\t"tulips9-Q"\t*', "tulips9-Q"),
    ("WIFI:T:WPA;S:Hall;P:tulips9-Q;;", "tulips9-Q"),
    ("wpa_passphrase Hall tulips9-Q", "tulips9-Q"),
    ("Key Content            : tulips9-Q", "tulips9-Q"),
    # Commands as lists of their arguments.
    ('execve("/usr/bin/mysql", ["mysql", "-uroot", "-ptulips9", "-hdb"], 0x7ffd /* 21 vars */) = 0', "tulips9"),
    ('execve("/usr/bin/sshpass", ["sshpass", "-p", "tulips9", "ssh"], 0x55 /* 9 vars */) = 0', "tulips9"),
    ("run(['redis-cli', '-a', 'tulips9', 'ping'])", "tulips9"),
    ('argc=3 a0="curl" a1="-u" a2="svc:tulips9"', "tulips9"),
    ("    command:\n    - redis-server\n    - --requirepass\n    - tulips9\n    - --port", "tulips9"),
    # What is sent, and shown of a hash.
    ('write(3, "AUTH tulips-roses\\r\\n", 18) = 18', "tulips-roses"),
    ('write(3, "*2\\r\\n$4\\r\\nAUTH\\r\\n$7\\r\\ntulips9\\r\\n", 30) = 30', "tulips9"),
    ('1) "password"\n2) "tulips9"', "tulips9"),
    ("AUTH PLAIN AGphbmUAdHVsaXBzOQ==", "AGphbmUA"),
    ("ssh-keygen -N tulips-roses -f key", "tulips-roses"),
    ("aws ssm put-parameter --name /wa/db --type SecureString --value tulips-roses", "tulips-roses"),
    ("login attempt [root/tulips-roses] failed", "tulips-roses"),
    # Mails.
    ("Content-Transfer-Encoding: quoted-printable\n\napi_key=3Dtulips9Q7Lm2=\nVb8Rt5Yw bitte\n", "Vb8Rt5Yw"),
    # Other languages and notations.
    (
        "id,\u0e1c\u0e39\u0e49\u0e43\u0e0a\u0e49,\u0e23\u0e2b\u0e31\u0e2a\u0e1c\u0e48\u0e32\u0e19\n7,nok,tulips9",
        "tulips9",
    ),
    ("usuario;contrase\u00f1a\njane;tulips9", "tulips9"),
    ("La contrase\u00f1a es tulips-roses", "tulips-roses"),
    ("Lozinka: tulips9", "tulips9"),
    ("define( 'LOGGED_IN_SALT', 'tulips and roses' );", "tulips and roses"),
    ("define( 'DB_PASSWORD', 'tulips' );", "tulips"),
    ('password {\n  value: "tulips-roses"\n}', "tulips-roses"),
    ('<<"password">> => <<"tulips9">>', "tulips9"),
]


@pytest.mark.parametrize(("text", "secret"), GONE)
def test_it_goes(text: str, secret: str) -> None:
    assert goes(text, secret)
