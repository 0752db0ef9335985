"""Labelled cases of the detectors for identities and for secrets with a shape: what each must find, and what it must leave."""

# ruff: noqa: E501  a template is read in one piece
from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable, Iterator
from string import Template
from urllib.parse import quote

from benchmarks import identity_cases
from benchmarks.cases import Case, drawn

DRAWS = 12
"""Cases of every form."""

WRITTEN: dict[str, Callable[[str], str]] = {
    "value": str,
    "upper": str.upper,
    "percent": lambda value: quote(value, safe=""),
    "html": lambda value: "".join(c if c.isalnum() else f"&#{ord(c)};" for c in value),
    "escaped": lambda value: "".join(c if c.isalnum() else f"\\u{ord(c):04x}" for c in value),
    "base64": lambda value: base64.b64encode(f"to={value};n=1".encode()).decode(),
    "one_line": lambda value: value.replace("\n", "\\n"),
    "logged": lambda value: value.replace("\n", "\n2026-11-23 08:45:12 app | "),
    "indented": lambda value: value.replace("\n", "\n    "),
    "windows": lambda value: value.replace("\n", "\r\n"),
    "components": lambda value: ",DC=".join(value.split(".")),
}
"""How a form may write its value; what is written must not be legible afterwards."""
_BY_LINE = {"one_line", "logged", "indented", "windows"}


def _one_of(*forms: str) -> Callable[[random.Random], str]:
    return lambda draw: drawn(draw.choice(forms), draw)


def _public_v4(draw: random.Random) -> str:
    """Return an address of a block that is neither private nor reserved (IANA registry of special-purpose addresses)."""
    return drawn(f"{draw.choice((23, 34, 52, 77, 81, 93, 109, 151, 178, 185, 195, 212))}.{{octet}}.{{octet}}.{{octet}}", draw)  # fmt: skip


def _public_v6(draw: random.Random) -> str:
    prefix = draw.choice(("2a00:{h4}", "2600:{h4}", "2400:{h4}", "2a02:{h3}", "2800:{h3}"))
    rest = draw.choice((":{h4}:{h4}:{h4}:{h4}:{h4}:{h4}", "::{h4}", "::1:{h2}", ":{h4}::{h4}:{h4}", ":{h3}:{h2}::{h1}"))
    return drawn(prefix + rest, draw)


def _mac(by: str, every: int = 2) -> Callable[[random.Random], str]:
    def value(draw: random.Random) -> str:
        digits = drawn("{h1}", draw) + draw.choice("02468ace") + drawn("{h4}{d1}a{h3}", draw) + "7"
        return by.join(digits[at : at + every] for at in range(0, 12, every))

    return value


def _numbers(form: str, by: str) -> Callable[[random.Random], str]:
    return lambda draw: by.join(drawn(form, draw) for _ in range(24))


def _interface(draw: random.Random) -> str:
    """Return what an interface makes an address of by itself: its card's (RFC 4291, appendix A)."""
    return drawn("{d1}{h1}2e:{h2}ff:fe{h2}:{d1}{h3}", draw)


def _jwt(draw: random.Random) -> str:
    kind = draw.choice(("signed", "encrypted", "unsigned"))
    head = {"alg": {"signed": "RS256", "encrypted": "RSA-OAEP", "unsigned": "none"}[kind], "kid": drawn("{a8}", draw)}
    parts = [head, {"sub": drawn("{l6}", draw), "iat": int(drawn("{epoch}", draw))}]
    first, claims = (base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
    if kind == "encrypted":
        return drawn(f"{first}.{{w86}}.{{w16}}.{{w48}}.{{w22}}", draw)
    return f"{first}.{claims}." + (drawn("{w43}", draw) if kind == "signed" else "")


def _armour(draw: random.Random) -> str:
    return drawn("\n".join(["{s64}"] * draw.randrange(3, 8) + ["{s30}=="]), draw)


def _any(draw: random.Random) -> str:
    return base64.b64encode(drawn(draw.choice(("{l7}{d2}", "{w14}", "{l5}-{l5}")), draw).encode()).decode()


_EMAIL = _one_of("{l5}.{l6}@{l6}.io", "{l6}{d2}@mail.{l7}.co.uk", "{l4}+{l3}@{l5}-{l4}.com", "{l3}_{l5}@{l8}.example.org", "{l2}@{l6}.de")  # fmt: skip
_HOST = _one_of("{l4}{d1}.{l4}.{l6}.io", "{l3}-{l5}-{d2}.{l6}.internal", "ip-10-{d2}-{d2}-{d2}.ec2.internal", "{l8}.{l5}.corp.local", "node{d2}.{l7}.de")  # fmt: skip
_USER = _one_of("{l5}{d2}", "{l1}{l7}", "{l4}.{l6}", "{l5}_{l5}", "{l6}-{l3}")
_PASSWORD = _one_of("{w12}", "{l6}{d3}", "{a8}!{d2}", "{l4}-{l6}")

_WORDS = _one_of("{l5} {l4} {l6}", "{l6}, {l7} {l4}!", "{l8} {l5}", "{l4} {l3} {l9}?")

SENSITIVE: dict[str, tuple[tuple[Callable[[random.Random], str], tuple[str, ...]], ...]] = {
    "phone": (
        (_one_of("49-151-23{d6}", "44 7400 {d6}", "1-415-55{d1}-{d4}"), ("delivered to $value", "from $value: busy", "user $value left", "number $value blocked us")),
        (_one_of("+1{d9}", "+52 1 55 {d4} {d4}"), ("call $value back", "no route to $value", '{"from": "$value"}')),
        (_one_of("52155{d8}", "55118{d7}", "447700900{d3}"), ("$value left the group", "forward to $value failed", "contact $value blocked us")),
        (_one_of("415555{d4}"), ("phone changed from $value to 4155550100", "call back $value", 'x {"number": "$value", "type": "mobile"}', "a_num=$value")),
        (_one_of("73{d5}"), ('{"msg": "cell $value"}', 'msg="Ann Roe, cell $value"')),
    ),
    "email": (
        (_EMAIL, (
            "owner $value asked", "<$value>", "reached jane.$value at noon", '{"email": "$value", "n": 1}', "mailto:$value?subject=hi", "From: Jane <$value>",
            "ADMIN_EMAIL=$value", "postfix/smtp: to=<$value>, relay=none", "GET /v1/users?mail=$percent&page=2", "GET /users/$value/settings 200",
            "mail: $value", "cc=$value;ops", "<td>$html</td>", '{"msg": "to $escaped failed"}', "sent to $upper twice", "payload $base64",
            "Author: Jane Doe <$value>", "550 5.1.1 <$value>: Recipient address rejected", "name,mail\njane,$value\n", "'$value' is no account", "user=$value action=login",
            "ldap: bind as mail=$value,ou=people", "git push: denied to $value.", "[$value](mailto:x)", "contact:$value", '"to":["$value","x"]',
        )),
    ),
    "ip": (
        (_public_v4, (
            "server $value up", "srv=$value", "via dev $value", "receiver: $value", "resolv: $value", "agent $value joined", "/api/ips/$value/info", "broker.firm.io/$value", "node-$value",
            "peer $value:5222 closed", "from $value port 22", '{"ip": "$value", "n": 1}', "PUBLIC_IP=$value", "GET http://$value:8080/x", "[$value]",
            '$value - - [23/Nov/2026:08:45:12 +0000] "GET / HTTP/1.1" 200 5', "X-Forwarded-For: $value, 10.0.0.7", "route $value/24 via 10.0.0.1", "inet $value/20 brd 10.0.15.255",
            "connect to broker.internal/$value:9092 failed", "/$value:41532 closed", "IP $value.443 > 10.0.0.7.51532: Flags [S]", "IP 10.0.0.7.51532 > $value.443: Flags [.]", "SRC=$value DST=10.0.0.7 LEN=60",
            "next=http%3A%2F%2F$value%2Fx", '{"msg": "to $escaped failed"}', "agent $value is unreachable", "dial tcp $value:443: i/o timeout", "payload $base64", "upstream: \"https://$value:443/v1\"",
            "tcp 0 0 10.0.0.7:443 $value:51532 ESTABLISHED", "client_$value joined", "node-$value is ready", "ssh admin@$value", "IN A $value", "Connection reset by $value (104)", "allow $value;",
            "Accepted publickey for root from $value port 51532 ssh2", "dnsmasq[411]: reply x is $value", "PING x ($value) 56(84) bytes of data.", " 3  * $value  1.2 ms", "rhost=$value  user=root", "DHCPACK on $value to x via eth0", "Ban $value", "peer_$value is gone", "server-$value joined", "Source Network Address:\t$value", "X-Real-IP: $value", "for=$value;proto=https", "0.0.0.0/0 via $value", "host \"$value\" (port 5432)", "moved from $value to 10.0.0.7", "$value:6379> PING",
        )),
        (_public_v6, (
            "client:$value", "source:$value", "server $value up",
            "peer [$value]:5222 closed", "from $value port 22", '{"ip": "$value"}', "PUBLIC_IP=$value", "GET http://[$value]:8080/x", "inet6 $value/64 scope global",
            "$value - - [23/Nov/2026:08:45:12 +0000]", "X-Forwarded-For: $value, 10.0.0.7", "host=$percent&n=1", "bound to $upper", "AAAA $value", "via $value dev eth0",
        )),
        (_public_v4, ("peer ::ffff:$value closed", "from [::ffff:$value]:443")),
    ),
    "mac": (
        (_mac(":"), (
            "link/ether $value brd ff:ff:ff:ff:ff:ff", "10.0.0.1 dev eth0 lladdr $value REACHABLE", '{"MacAddress": "$value"}', "HWADDR=$value", "eth0: $upper, 1000 Mb/s",
            "DHCPACK on 10.0.0.5 to $value via eth0", "? (10.0.0.7) at $value [ether] on eth0", "GET /nodes?mac=$percent", "IN=eth0 OUT= MAC=ff:ff:ff:ff:ff:ff:$value:08:00 SRC=10.0.0.7", "IN=eth0 MAC=$value:02:42:ac:11:00:02:08:00 SRC=10.0.0.7", "[$value]",
            "net.ifnames: eth0=$value", "SSID wa, station $value disassociated", "wake:$value/now", "dnsmasq-dhcp[411]: DHCPACK(eth0) 10.0.0.5 $value", "hostapd: wlan0: STA $value IEEE 802.11: associated", "br0: port 2(veth1) mac:$value learning", "arping: $value replied",
        )),
        (_interface, ("inet6 fe80::$value/64 scope link", "fe80::$value%eth0 is stale", "Link-local fe80:0:0:0:$value", '{"ip": "fe80::$value"}', "fd00:12:34:56:$value dev eth0")),
        (_mac("-"), ("Physical Address: $upper", '{"mac": "$value"}', "arp 10.0.0.7 $value dynamic")),
        (_mac(".", 4), ("port $value learned", "10 $value DYNAMIC Gi0/1")),
        (_mac(""), ("hwaddr=$value", '{"mac_address": "$value"}', "MAC: $upper")),
    ),
    "host": (
        (_HOST, (
            "amqp://$value/wa", "server_name $value;", "Received: from mail (mail [10.0.0.7]) by $value with ESMTP id 4711", "serveur: $value",
            "hostname=$value port=3306", '{"host": "$value"}', "DB_HOST=$value", "Host: $value", "fqdn: $value", '{"server_name": "$value", "n": 1}', "webhook_url=https://$value/wa", '{"endpoint": "https://$value:8443/v1"}',
            "$value via TCP/IP", "Unknown MySQL server host '$value' (110)", "Can't connect to MySQL server on '$value' (110)", 'could not translate host name "$value" to address', "dial tcp: lookup $value on 10.0.0.2:53: no such host",
            "java.net.UnknownHostException: $value", "getaddrinfo ENOTFOUND $value", "curl: (6) Could not resolve host: $value", "Access denied for user 'wa'@'$value' (using password: YES)", "rhost=$value", "http_proxy=http://$value:3128",
            'connection to server at "$value" (10.0.0.7), port 5432 failed', "redirect_uri=https%3A%2F%2F$value%2Fcb", "ssh: Could not resolve hostname $value: Name or service not known",
            "nslookup $value", "connect to $value:5432 failed", "certificate is valid for $value, not for this", "Host $value not found: 3(NXDOMAIN)", "search $value in resolv.conf", "broker list $value:9092,10.0.0.7:9092", "smtp.connect($value, 25)",
            "Nov 23 08:45:12 $value sshd[4711]: Server listening on 0.0.0.0 port 22.", "Nov  3 08:45:12 $value kernel: eth0: link up", "2026-11-23T08:45:12.123456+00:00 $value kubelet[911]: started", "<34>1 2026-11-23T08:45:12.003Z $value su - ID47 - failed for root",
            "Accepted publickey for root from $value port 51532 ssh2", "reverse mapping checking getaddrinfo for $value [10.0.0.7] failed", "Connection closed by $value port 51532", "Received disconnect from $value: 11: Bye", "PING $value (10.0.0.7) 56(84) bytes of data.", "64 bytes from $value (10.0.0.7): icmp_seq=1 ttl=64 time=0.4 ms", "ping: $value: Name or service not known", "--- $value ping statistics ---",
            "traceroute to $value (10.0.0.7), 30 hops max", " 3  $value (10.0.0.7)  1.204 ms  1.1 ms", "* Connected to $value (10.0.0.7) port 443 (#0)", "* Host $value:443 was resolved.", "*  subject: CN=$value", "X509v3 Subject Alternative Name: DNS:$value, DNS:localhost", "SSL: no alternative certificate subject name matches target host name '$value'", "Verify return code: certificate issued for $value",
            "postfix/smtp[411]: connect to $value[10.0.0.7]:25: Connection timed out", "to=<root>, relay=$value[10.0.0.7]:25, delay=0.1", "Received: from $value (unknown [10.0.0.7]) by mx", "by $value with ESMTP id 4711", "220 $value ESMTP Postfix", "EHLO $value", "helo=<$value>", "dnsmasq[411]: query[A] $value from 10.0.0.7", "dnsmasq[411]: forwarded $value to 10.0.0.53", "dnsmasq[411]: reply $value is 10.0.0.7",
            "client 10.0.0.7#51532 ($value): query: $value IN A", "upstream server $value is down", "no live upstreams while connecting to upstream, server: $value, request: \"GET / HTTP/1.1\"", 'kubelet: node "$value" not found', "Node $value status is now: NodeReady", "Readiness probe failed: dial tcp: lookup $value: no such host", "Error response from daemon: Get https://$value/v2/: connection refused", "Logged in to $value as svc", "psql -h $value -U svc wa", "mysqladmin --host=$value ping", "redis-cli -h $value ping",
            "kafka-topics --bootstrap-server $value:9092 --list", "bootstrap.servers=$value:9092", "replication of shard 7 from $value stopped", "failover: promoted $value to primary", "peer $value did not answer", "Workstation Name:\t$value", "Computer: $value", "CN=web,OU=servers,DC=$components", "ldap_bind to $value failed", "host/$value is the principal", "tcp 0 0 10.0.0.7:443 $value:51532 ESTABLISHED", "timed out waiting for a reply from $value", "wget: unable to resolve host address '$value'", "telnet $value 25", "ssh -p 22 $value uptime", "domain $value", "$value has address 10.0.0.7", "proxied to http://$value:8080/x",
            "ssh: connect to host $value port 22: Connection refused", "Warning: Permanently added '$value' (ED25519) to the list of known hosts.", "mount.nfs: mounting $value:/export failed", "nfs: server $value not responding, still trying", "ntpd[7]: peer $value unreachable", "chronyd[7]: Selected source $value", "Deploying to $value ...", "ERROR 2003 (HY000): Can't connect to MySQL server on '$value:3306' (111)", "replicaof $value 6379", "zookeeper: Session establishment complete on server $value/10.0.0.7:2181", "[Producer clientId=p] Connection to node 1 ($value/10.0.0.7:9092) could not be established",
            "rafthttp: lost the TCP streaming connection with peer at $value:2380", "haproxy: Server bk/$value is DOWN", "x509: certificate is valid for localhost, not $value", "tls: failed to verify certificate for $value", "RCPT from $value[10.0.0.7]: 450", "Reply from $value: bytes=32", "Name:    $value\nAddress: 10.0.0.7", "$value.\t300\tIN\tA\t10.0.0.7", "--add-host $value:10.0.0.7", "10.0.0.7   $value", "connection from 10.0.0.7 ($value) at 12:20", "Uploading to sftp://$value/in", "node.name: $value", "SRV record points to $value", "$value | SUCCESS => {", "ok: [$value]", "TGS_REQ for HTTP/$value@REALM",
        )),
    ),
    "user": (
        (_USER, (
            "Benutzername: $value", "usuario: $value", "\u7528\u6237\u540d: $value", "reported by: $value", "Assignee: $value", 'event {"owner": {"name": "$value"}} done', "[$value@db7 ~]$$ ls",
            "Accepted password for $value from 10.0.0.7", "cd /home/$value/wa", "/Users/$value/Library", "user=$value uid=1000", '{"username": "$value", "n": 1}', "login: $value", "owner=$value",
            "session opened for user $value(uid=0) by (uid=0)", "Invalid user $value from 10.0.0.7", "DB_USER=$value", "Failed password for invalid user $value from 10.0.0.7", "Access denied for user '$value'@'10.0.0.7'",
            'FATAL: password authentication failed for user "$value"', "sudo: $value : TTY=pts/0 ; COMMAND=/bin/ls", "uid=1000($value) gid=1000", "uid=1000(root) groups=1000($value),27(sudo)", "C:\\Users\\$value\\AppData", "user_name: $value", "?user=$value&n=1", 'user="$value"', "account_name=$value",
            "su: (to root) $value on pts/0", "CORP\\$value logged on from 10.0.0.7", "chown $value: /srv/x", "new user: name=$value, UID=1001", "ssh $value@10.0.0.7", "chown $value:$value /srv/x", "user: '$value', action: login", "CN=$value,OU=staff", "$value logged in from 10.0.0.7", "User $value not found",
            "sshd[411]: Postponed publickey for $value from 10.0.0.7 port 51532 ssh2 [preauth]", "Connection closed by authenticating user $value 10.0.0.7 port 51532 [preauth]", "Disconnected from user $value 10.0.0.7 port 51532", "Disconnected from invalid user $value 10.0.0.7 port 51532", "maximum authentication attempts exceeded for $value from 10.0.0.7 port 51532", "User $value from 10.0.0.7 not allowed because not listed in AllowUsers", "Starting session: shell on pts/0 for $value from 10.0.0.7 port 51532", "pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.7  user=$value",
            "pam_unix(su:session): session opened for user root by $value(uid=1001)", "su[411]: FAILED SU (to root) $value on pts/0", "su[411]: Successful su for root by $value", "su[411]: + pts/0 $value:root", "sudo: $value : user NOT in sudoers ; TTY=pts/0", "[sudo] password for $value: ", "CRON[411]: ($value) CMD (/usr/local/bin/rotate)", "crond[411]: ($value) RELOAD (cron/root)", "systemd-logind[7]: New session 3 of user $value.", "Started Session 3 of user $value.", "systemd[1]: Created slice User Slice of $value.",
            "useradd[411]: new user: name=$value, UID=1001, GID=1001, home=/srv", "usermod[411]: add '$value' to group 'docker'", "userdel[411]: delete user '$value'", "passwd[411]: pam_unix(passwd:chauthtok): password changed for $value", "chage[411]: changed password expiry for $value", "usermod -aG docker $value", "useradd -m -s /bin/bash $value", "sudo -u $value id", "su - $value -c id", "crontab -u $value -l", "rsync -a /srv $value@db7:/srv", "scp x $value@10.0.0.7:/tmp", "chown -R $value /srv/x", "getent passwd $value",
            "-rw-r--r-- 1 $value $value 4096 Nov 23 08:45 notes.txt", "$value:x:1001:1001:,,,:/srv/x:/bin/bash", "$value   pts/0   2026-11-23 08:45 (10.0.0.7)", "$value 4711 0.0 0.1 12000 4000 ? Ss 08:45 0:00 vim x", '10.0.0.7 - $value [23/Nov/2026:08:45:12 +0000] "GET / HTTP/1.1" 200 5', 'type=USER_LOGIN msg=audit(1795423512.1:4): acct="$value" exe="/usr/sbin/sshd"', 'FATAL: role "$value" does not exist', "connection authorized: user=$value database=wa", "CREATE USER '$value'@'%'", "Aborted connection 12 to db: 'wa' user: '$value' host: '10.0.0.7'", 'no pg_hba.conf entry for host "10.0.0.7", user "$value", database "wa"',
            "Account Name:\t\t$value", "Logon Account:\t$value", "Subject: Security ID: S-1-5-18 Account Name: $value", "TargetUserName: $value", "User: CORP\\$value", "sAMAccountName: $value", "uid=$value,ou=people,dc=firm,dc=io", "CN=$value,OU=Staff,DC=firm,DC=io", "ldap_bind: Invalid credentials for uid=$value,ou=people", '{"user": {"username": "$value"}, "verb": "get"}', "created_by: $value", "login as: $value", "Failed keyboard-interactive/pam for $value from 10.0.0.7 port 22 ssh2", "user $value does not exist", "User '$value' logged out", "$value signed in via SSO", "DOCKER_USER=$value", "remote_user=$value",
            "Failed none for $value from 10.0.0.7 port 22 ssh2", "error: PAM: Authentication failure for $value from 10.0.0.7", "pam_unix(cron:session): session closed for user $value", "polkitd[7]: Operator of unix-process:1 successfully authenticated as unix-user:$value", "login[7]: LOGIN ON tty1 BY $value", "login[7]: FAILED LOGIN (1) on '/dev/tty1' FOR '$value', Authentication failure", 'vsftpd: [$value] OK LOGIN: Client "10.0.0.7"', "proftpd: USER $value: Login successful", "dovecot: imap-login: Login: user=<$value>, method=PLAIN", "postfix/smtpd: sasl_username=$value", "SHOW GRANTS FOR '$value'@'localhost'", "ERROR:  permission denied for role $value", "GRANT ALL ON wa TO $value;", "ALTER ROLE $value SET x",
            "postgres[7]: [3] $value@wa LOG:  checkpoint", "Subject: User Name: $value", "New Logon: Account Name:\t\t$value Account Domain: CORP", "net user $value /add", "runas /user:CORP\\$value cmd", "memberUid: $value", 'User "$value" cannot list resource "pods"', "impersonating user $value", "$value ALL=(ALL) NOPASSWD: ALL", "AllowUsers $value", "Job submitted by $value", "process owned by $value",
        )),
    ),
    "jwt": (
        (_jwt, (
            "Authorization: Bearer $value", '{"token": "$value"}', "GET /x?access_token=$value", "token $value used", "API_TOKEN=$value", "Cookie: id=$value; theme=dark", "wss://h/#id_token=$value",
            '{"users": [{"expires_after": "2026-11-23", "t": "$value"}]}', "<t>$value</t>", "payload $base64", "'$value'", "got:$value",
        )),
    ),
    "pem": tuple((_armour, (
        f"-----BEGIN {kind}-----\n$value\n-----END {kind}-----\n", f'{{"key": "-----BEGIN {kind}-----\\n$one_line\\n-----END {kind}-----\\n"}}',
        f"2026-11-23 08:45:12 app | -----BEGIN {kind}-----\n2026-11-23 08:45:12 app | $logged\n2026-11-23 08:45:12 app | -----END {kind}-----\n", f'TLS_KEY="-----BEGIN {kind}-----\\n$one_line\\n-----END {kind}-----"',
        f"tls:\n  key: |\n    -----BEGIN {kind}-----\n    $indented\n    -----END {kind}-----\n", f"-----BEGIN {kind}-----\n$value\n", f"-----BEGIN {kind}-----\r\n$windows\r\n-----END {kind}-----\r\n",
    )) for kind in ("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PGP PRIVATE KEY BLOCK")),
    "k8s-secret": (
        (_any, (
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: tulip\ndata:\n  extra: $value\n", "apiVersion: v1\ndata:\n  extra: $value\nkind: Secret\n", 'kind: Secret\nstringData:\n  "blob": "$value"\n',
            '{"apiVersion": "v1", "data": {"extra": "$value"}, "kind": "Secret"}', '{\n  "kind": "Secret",\n  "data": {\n    "extra": "$value"\n  }\n}\n', "kind: Secret\nstringData:\n  conf: |\n    first $value\n    second line\n",
            "kind: ConfigMap\ndata:\n  colour: blue\n---\nkind: Secret\ndata:\n  extra: $value\n", '{"kind": "List", "items": [{"kind": "Secret", "data": {"extra": "$value"}}]}',
            "items:\n- apiVersion: v1\n  data:\n    extra: $value\n  kind: Secret\n", "kind: Secret\r\ndata:\r\n  extra: $value\r\n", 'kind: "Secret"\ntype: Opaque\ndata:\n  a.b: $value\n  c: $value\n',
        )),
    ),
    "credential": (
        (_one_of("{h32}", "{h40}", "{uuid}", "{a12}{d3}{a12}"), (
            "acme-secret-$value", "ACME TOKEN $value", "acmeApiKey $value", 'SECRET KEY "$value"', "GET /reset/token/$value 200", "acme.access.token-$value", "ACME_PRIVATE_KEY $value",
        )),
        (_numbers("{d2}", ", "), ("private_key: [$value]", "SecretKey([$value])", "uint8_t aes_key[24] = {$value};", "Config { signingKey: [$value] }")),
        (_numbers("{d2}", " "), ("psk=[$value]",)),
        (_numbers("{h2}", ":"), ("master key: $value", "priv:\n    $value\npub:\n    04:ab:cd:ef")),
        (_numbers("{h2}", " "), ("wlan0: WPA: PSK - hexdump(len=24): $value",)),
        (_one_of("{l6}{d3}", "{a10}{d2}"), (
            'env::var("DB_PASSWORD").unwrap_or("$value".into())', 'setenv("DB_PASSWORD", "$value", 1);', 'MySQLdb.connect("h", "svc", "$value", "wa")', "cx_Oracle.connect('svc', '$value', 'h/wa')",
            "[System.Net.NetworkCredential]::new('svc','$value')", 'env.put(Context.SECURITY_CREDENTIALS, "$value");', "createHmac('sha256', '$value')", "jwt.sign({ id: 7 }, '$value')", 'Algorithm.HMAC256("$value")',
            '(setq smtp-password "$value")', '{password, "$value"}', '{ { "user", "svc" }, { "password", "$value" } }', "curl -u 'svc:$value two' https://h/", 'send "$value\\r"', "radtest svc $value 127.0.0.1 0 x",
            '"svc" * "$value" *', "register => svc:$value@sip7/6001", 'PlainLoginModule required user_svc="$value";', "<auth-user-pass>\nsvc\n$value\n</auth-user-pass>", "HELLO 3 AUTH default $value",
            "    DefaultPassword    REG_SZ    $value", "The password of jane is reset.\nNew value: $value", "export 'DB_PASSWORD=$value two'", '#define WIFI_PASS "$value"', "echo $value | kinit svc", "cookieParser('$value')",
        )),
        (_one_of("{a6}{d2}{a6}{d2}"), ("token($value)", "secret($value) is set")),
        (_one_of("{u5}-{u5}-{u5}"), ("license key $value",)),
        (_one_of("{h96}"), ("CLIENT_RANDOM 9c1f0a7be2d34856a1907cde44f0b8129c1f0a7be2d34856a1907cde44f0b812 $value",)),
        (_one_of("{s43}="), ("vault operator unseal $value", "$$ vault operator unseal -address=https://h:8200 $value")),
    ),
    "url": (
        (_PASSWORD, (
            "postgres://svc:$value@db:5432/orders?sslmode=require", "mysql://svc:$value@db:3306/wa", "amqp://svc:$value@mq:5672/", "mongodb+srv://svc:$value@c0.mongodb.net/x", "redis://:$value@cache:6379/0", "https_proxy=http://svc:$value@proxy:3128",
            "DATA_SOURCE_NAME=svc:$value@(db:3306)/", "svc:$value@tcp(db:3306)/wa?parseTime=true", '{"dsn": "postgresql://svc:$value@10.0.0.7/wa"}', "git clone https://svc:$value@git.internal/wa.git", "ftp://svc:$value@files/x", "smtp://svc%40firm:$value@mail:587",
            "dial postgres://svc:p@$value@db:5432/x: refused", "postgres://svc:a/$value@db:5432/x", "next=postgres%3A%2F%2Fsvc%3A$percent%40db%2Fx", "jdbc:postgresql://svc:$value@db:5432/x", "dsn svc:$value@db:3306/wa",
        )),
        (_one_of("{a24}{d3}", "{w40}{d2}"), ("remote https://$value@git.internal/wa.git", "https://discord.com/api/webhooks/123456789012345678/$value", "https://api.telegram.org/bot123456789:$value/getMe", "https://hooks.zapier.com/hooks/catch/$value/")),
    ),
    "jid": (
        (_one_of("49151{d8}-14{d8}", "1202555{d4}-15{d8}", "120363{d12}"), ("to $value@g.us failed", '{"to": "$value@g.us"}', "chat=$value%40g.us", "GET /groups/$value@g.us 200", "left $value@g.us:", "<td>$value&#64;g.us</td>")),
        (_one_of("{d15}", "{d14}:{d1}"), ("peer $value@lid gone", '{"from": "$value@lid"}', "lid=$value%40lid")),
        (_one_of("120363{d12}",), ("post to $value@newsletter", '{"chat": "$value@newsletter"}')),
        (_one_of("DE.{d20}", "US.ENT.{d20}", "BR.{d18}"), ("from $value", '{"user_id": "$value"}', "GET /v1/users/$value", "user=$value&n=1", "sent to $value.")),
    ),
    "message-words": (
        (_WORDS, (
            '{"to": "x", "type": "text", "text": {"body": "$value"}}', 'sent {"to":"x","text":{"body":"$value"}} in 12 ms', '{"contacts": [{"profile": {"name": "$value"}, "wa_id": "1"}]}', 'in {"contacts":[{"profile":{"name":"$value"},"wa_id":"1"}]}',
            '{"messages": [{"image": {"id": "7", "caption": "$value"}}]}', 'got {"type":"image","image":{"id":"7","caption":"$value"}}', '{"messages": [{"interactive": {"button_reply": {"id": "7", "title": "$value"}}}]}', '{"template": {"components": [{"type": "body", "parameters": [{"type": "text", "text": "$value"}]}]}}',
            '{"hsm": {"localizable_params": [{"default": "$value"}]}}', '{"messages": [{"location": {"name": "$value", "latitude": 1}}]}', '{"pushName": "$value", "n": 1}', "key: { pushName: '$value', n: 1 }", 'up {"message":{"conversation":"$value"}}', '{"message": {"extendedTextMessage": {"text": "$value"}}}', "got {'to': 'x', 'text': {'body': '$value'}} twice", "got { profile: { name: '$value' }, wa_id: '1' }",
            "recv map[from:x text:map[body:$value] type:text]", "Message{type=text, text=Text{body=$value}, timestamp=1795423512}", "Message(id='x', text=Text(body='$value'))", '7;"{""text"":{""body"":""$value""}}";ok', "[text] => Array\n(\n    [body] => $value\n)", "Message { id: { fromMe: false, remote: 'x@c.us' }, body: '$value', type: 'chat' }", "ID:3EB0 PushName:$value Timestamp:2026-11-23", "Body=$value&MessageSid=SM0&NumMedia=0",
            '{"messages": [{"contacts": [{"name": {"formatted_name": "$value"}}]}]}', '{"body": "{\\"text\\":{\\"body\\":\\"$value\\"}}"}',
        )),
    ),
}  # fmt: skip

INNOCENT: dict[str, tuple[str, ...]] = {
    "email": (
        "user@1000.service started", "git@github.com:owner/{l6}.git", '@app.route("/{l5}/<int:id>")', "@Override public void {l5}()", "npm i @types/node@18.2.{d2}", "lodash@4.17.{d2} is old", "image wa/core@sha256:{h64}", "getty@tty{d1}.service: done",
        "root@{l5}:~# ls", "com.acme.{l6}@{h8}", "{d2} @ {d2} MHz", "icon@2x.png", "deploy@10.0.0.{octet}:/srv", "@babel/core@7.{d2}.1", "uses: actions/checkout@v{d1}", "$@ and $< of a rule", "@media print {{", "at {d2}:{d2} @{l5} said so",
    ),
    "ip": (
        "zlib1g (>= 1:1.2.{octet}.3)", "libssl (<= 1.8.{d1}.1-3)", "configure alsa:all 1.2.{octet}.1-2 <none>", "Package_for_KB{d7}~31bf3856ad364e35~amd64~~6.1.{octet}.3", "upgradable to: 17.0.{octet}.1+2-1",
        "Standards-Version to 4.6.{octet}.1", "label 2002::/16 and 64:ff9b::/96",
        "bind 10.{octet}.{octet}.{octet} and 192.168.{octet}.{octet}", "via 172.16.{octet}.{octet} dev eth0", "on 127.0.0.1:{d4}", "link 169.254.{octet}.{octet}", "peer 100.64.{octet}.{octet}", "fe80::{h4}:{h4}:{h4}:{h4} dev eth0", "ula fd00:{h4}::{h4}", "[::1]:{d4} and :::{d4}",
        "group 224.0.0.{octet}", "mask 255.255.{d1}0.0", "see 203.0.113.{octet} and 2001:db8::{h4}", "version 4.{octet}.12.{d1}", "lib{l5}-1.{octet}.3.{d1}.jar", "Chrome/120.0.6099.{d3} Safari", "v2.{octet}.3.{d1} released", "libssl3 3.0.{octet}.1-1ubuntu{d1}",
        "OID 1.3.6.1.4.1.{d5}.2", "12:{d2}:45 started", "std::{l5}::{l4}", "10.0.19041.{d4} of Windows", '"version": "4.{octet}.12.1"', "step 1.2.3 of {d1}", "{{a::b}} {h2}::{l4}", "ip-10-0-{octet}-{octet} joined", "upgraded from 4.{octet}.12.1 to 4.{octet}.13.0", "section 4.2.{octet}.3 of the manual",
        "downgraded wa-core from 4.{octet}.12.1 to 4.{octet}.11.9", "tool_4.{octet}.12.1_amd64.deb", "{l5}-4.{octet}.12.1.tar.gz", "client-4.{octet}.12.1.jar", "release_4.{octet}.12.1 is out", "wa/core:4.{octet}.12.1-{h7}", "peer_10.{octet}.0.7 is gone", "node-192.168.{octet}.7 is ready", "server_127.0.0.1 joined", "firmware 4.{octet}.12.1", "rev 1.{octet}.3.{d1}", "ldap OID 1.{d1}.840.113556.1.4.{d3}", "python-4.{octet}.12.1-cp311", "build-4.{octet}.12.1 passed", "pkg {l5}_4.{octet}.12.1-1 was removed", "snmp .1.3.6.1.2.1.{d1}.0", "v4.{octet}.12.1-rc1", "openssl-3.0.{octet}.1", "version=4.{octet}.0.0, Culture=neutral", "Firefox/120.0.{octet}.1", "0.0.0.0:{d4}", "255.255.255.255", "dns 10.{octet}.0.53 and 192.168.1.{octet}", "release: 2.{octet}.3.1", "upgraded core from 1.{octet}.3.4 to 1.{octet}.3.5", "x {h4}::{l2}z", "a.b.c.{d1}", "1.2.3.{octet}.5 of the outline",
    ),
    "mac": (
        "inet6 fe80::1/64", "fe80::{d2}:fe{h2}", "[*{h3}C.0020.0002] # SIGN",
        "brd ff:ff:ff:ff:ff:ff", "none 00:00:00:00:00:00", "group 01:00:5e:00:00:{h2}", "SHA1 Fingerprint=" + ":".join(["{h2}"] * 20), "SHA256:" + ":".join(["{h2}"] * 32), "wwn 50:06:01:60:{h2}:{h2}:{h2}:{h2}", "id 3c5ab4{h6}", "request {uuid}", "version {d4}.{d4}.{d4}", "{d2}:{d2}:{d2} up",
        "0000 {h2} {h2} {h2} {h2} {h2} {h2}", "serial " + ":".join(["{h2}"] * 9), "timecode 01:{d2}:{d2}:{d2}", "2026-11-23-08-45-{d2}", "machine {h12}", "ether type 0x0800", "fe80:{h4}:0a:1b:2c:3d:4e:5f up", "net {h4}:{h2}:{h2}:{h2}:{h2}:{h2}:{h2}", "dev:00:00:00:00:00:00 is none", "uuid {uuid}", "{h2}:{h2}:{h2} is short", "{h2}-{h2}-{h2}-{h2} is short", "sha1 {h40}", "wwpn {h2}:{h2}:{h2}:{h2}:{h2}:{h2}:{h2}:{h2}", "GUID {h8}-{h4}", "port 33:33:00:00:00:01 joined", "{d4}.{d4}.{d4} is a number", "ff:ff:ff:ff:ff:ff is all",
    ),
    "host": (
        "host: options.proxies[{d1}]", "host = this.options.proxy.host", "added version.h.in of {l5}", "cache in process.env.home", "moved to requires.private",
        "host: localhost", "DB_HOST=mysql", '"url": "https://graph.facebook.com/v23.0/{d8}"', "see https://www.rfc-editor.org/rfc/rfc{d4}", "at org.springframework.beans.{l6}", "no route to host", "host is down since {d2} s", "Host key verification failed.", "hosts: all", "host=${{DB_HOST}}", "hostname -f", "read /etc/{l5}/config.yaml",
        "lookup took {d2} ms", "server on port {d4} is up", "from https://pypi.org/simple/{l5}", "domain_name: default", "proxy: none", "can't connect to server on '127.0.0.1' ({d3})", "UnknownHostException: localhost", "virtual host / of the broker", "hostNetwork: true", "index lookup {l5}.{l4} on disk", "at java.net.{l6}(Host.java:{d3})",
        "main.py:{d2} in run", "at com.acme.{l6}.Main.run(Main.java:{d3})", "lib{l5}.so:{d2} is loaded", "/srv/{l5}/app.py:{d2}: warning", "server.go:{d3}] done", "index.js:{d2}:{d2} error", "request to user.name failed", "error at app.module.{l5}", "read from config.yaml", "fetched from https://pypi.org/simple/{l5}", "pulled from docker.io/library/{l5}:{d1}", "sent to stdout.log at 12:{d2}", "Nov 23 08:45:12 gateway sshd[{d4}]: done", "2026-11-23T08:45:12Z thread-{d2} INFO: done", "2026-11-23T08:45:12.123Z worker{d2} started: ok",
        "connected to broker after {d2} ms", "connection to server was lost", "certificate is valid for {d3} days", "Host header is missing", "search index {l5} is rebuilt", "broker list is empty: {d2}", "smtp.connect(host, 25)", "ping statistics of {d2} peers", "64 bytes from 10.0.0.{octet}: icmp_seq={d1}", "220 files in {d2} folders", "250-SIZE {d8}", "EHLO is expected", "helo world", "query[A] took {d2} ms", "reply to {d4} is late", "forwarded {d3} messages to queue", "server: nginx, request: \"GET / HTTP/1.1\"", "node is not ready: {l5}",
        "Node status is now: NodeReady", "image quay.io/{l5}/{l6}:v1.{d1}", "psql -h localhost -U svc", "redis-cli -h 127.0.0.1 ping", "bootstrap.servers=localhost:{d4}", "replication from offset {d5}", "peer reset the connection", "Workstation Name: -", "Computer: none", "CN=Users,OU=x", "telnet localhost {d2}", "domain default is used", "proxied to 127.0.0.1:{d4}", "package com.acme.{l5}.internal is sealed", "com.sun.jndi.ldap.connect.timeout={d4}", "spring.datasource.url is set", "log4j.rootLogger=INFO", "object.name: {l5}", "this.socket.on:{d2}", "route v1.api.{l5} is gone", "from java.util.{l6}",
        "* configure.ac: Add {l5}.lo", "from sos.{l5}.local import X", "http_proxy=http://X.X.X.X:8080", "host=x86-64", "see https://www.gnu.org/software/{l5}", "host = cfg.host",
        "to the file report.final.docx", "with lib.{l5}.min.js", "by step 1.2 of {d2}", "version 2.{d1}.0.dev of tool", "kernel.sched_{l5} = {d2}", "vm.swappiness = {d2}", "failed with exit.code {d2}", "listening on *.{d4}", "target main.o is up to date", "leader election took {d2} ms", "master branch of {l5}", "dc = direct current, {d2} V", "readme.md:{d2} is long", "mapping values.yaml to {l5}", "http://s3.amazonaws.com/{l6}/x", "https://cdn{d1}.jsdelivr.net/npm/{l5}", "com.acme.service{d1}.internal.{l5} is loaded", "x86-64.{l5}.config", "10.0.0.7   localhost", "ok: [localhost]", "name: {l5}.service", "mounting /srv/{l5}.img failed", "deployed build.{d2}.zip in {d2} s", "mount: {l5}.conf is read only", "HTTP/1.{d1} 200 OK", "moved to archive.tar.gz", "server {l5}/main.o is linked", "record points to {l8}", "[Producer] node {d1} is gone", "$ORIGIN . ; 300 IN", "wrote {l5}.tar.xz and {l6}.sql", "os.path.join took {d2} us", "queue.size: {d3}", "request.session.id: {d4}", "reached level {d1}.{d2} of 5", "certificate chain of {d1} certs", "ok: [{d2}/{d2}]",
        "lookup table of {d3} rows: no such host key", "members: {d2}", "host.docker is set", "remote: Counting objects: {d2}", "address: none given",
    ),
    "user": (
        "drwxr-x--- 2 root adm {d4} Nov 23 08:45 log", "-rw-r----- 1 root shadow {d3} Nov 23 08:45 x", "games:x:5:60:games:/usr/games:/usr/sbin/nologin", "username = self.username", "owner: type",
        "add '{l6}' to the list", "partial matches for {l6}", "the chown and chgrp {l6} of files", "run by user code", 'tells the user "Tu as', "Owner: com.acme.{l6}",
        "user=root uid=0", "user admin may not", "username: null", "drwxr-xr-x 2 root root /home", "POST /v1/users/login: http-500", "User-Agent: curl/7.{d2}", "session opened for user root", "login: success", "username is required", "user_id={d5}", "/usr/local/home/{d3}", "owner: true", "{d2} users online",
        "for user admin", "user 'root'@'localhost'", 'failed for user "postgres"', "userspace: {d4} kB", "login failed {d1} times", "Accepted publickey for root from 10.0.0.7", "user data is {d3} MB", "uid=0(root) gid=0(root)", "multi-user.target reached", "sudo: command not found",
        "user profile not found", "user account is locked", "user session is unknown", "the user logged in from a new device", "nobody logged in from here", "{d2} users logged in", "successfully logged in from cache", "not logged in to the registry", "User is not in the sudoers file", "User request from {d3} ms ago", "for user interface {d1}", "New session {d2} of user root.", "Created slice User Slice of UID {d4}.", "systemd[1]: Started Session {d1} of user root.", "CRON[{d3}]: (root) CMD (/usr/bin/x)", "crond[{d3}]: (CRON) STARTUP (1.5)", "su: (to root) root on none", "su: Authentication failure",
        "chown root:root /srv/x", "chown -R www-data:www-data /srv", "chown failed for {d2} files", "ssh root@10.0.0.{octet}", "rsync finished in {d2} s", "scp: /srv/{l5}: No such file", "-rw-r--r-- 1 root root 4096 Nov 23 08:45 {l5}", "drwxr-xr-x 2 www-data www-data 4096 Nov 23 08:45 x", "root:x:0:0:root:/root:/bin/bash", "daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin", "root 4711 0.0 0.1 12000 4000 ? Ss 08:45 0:00 init", '10.0.0.7 - - [23/Nov/2026:08:45:12 +0000] "GET / HTTP/1.1" 200 5', 'FATAL: role "postgres" does not exist', "connection authorized: user=postgres database=wa",
        "CREATE USER 'root'@'%'", "role based access is off", "the role of the cache is small", "Account Name: -", "Account Name:\t\tSYSTEM", "Logon Type: {d1}", "CN=Users,CN=Builtin", "CN=Root CA,OU=x", "uid=0,gid=0", "owner=root", "created_by: system", "login as: root", "passwd[{d3}]: password unchanged", "[sudo] password for root: ", "password for the vault is wrong", "passwd file is missing", "usermod: no changes", "useradd: group exists", "useradd -m is deprecated", "id {d4} of user", "finger printing took {d2} ms", "su - postgres -c x", "sudo -u www-data id",
        "owner=owner, user=user", "self.mark(from_user=from_user)", "finding.Author = commit.AuthorName", "pub user: Vec<String>", "we're logged in to it", "reviewed by: two people", "user=0m24.{d3}s", "user: 12.5%", "list of user ids", "login: 2fa",
        "by user action", "as user input", "of user agents", "from user space {h8}", "user name is required", "invalid user input", "for user-defined types", "accepted connection for {d2} s", "failed attempt for {d2} s", "user experience team", "logged out after {d2} min", "signed in with {d1} factors", "ruser= rhost=", "logname= uid=0 euid=0", "user=, action=login", "actor: none", "principal: default", "acct=root", "remote_user=-", "adduser is not installed", "kinit failed: {d2}", "job submitted by the scheduler", "process owned by root", "USER: unknown", "USER daemon", "LOGIN ON tty1 BY root", "[{d3}] OK {l5}", "GRANT ALL ON wa TO PUBLIC;", "granted to {d2} clients", "%admin ALL=(ALL) ALL", "root@wa LOG:  checkpoint", "permission denied for table {l5}", "removing user data", "adding user agent {l5}", "AllowUsers root", "/usr:/usr/bin", "Disconnected from 10.0.0.{octet} port {d5}", "Connection closed by 10.0.0.{octet} port {d5} [preauth]",
    ),
    "jwt": (
        "state=eyJzdGVwIjogNywgIm9rIjogdHJ1ZX0=", "keyboard.layout.{l5}", "eyewitness-account.{l5}.txt", "eyeglasses_frame.blue.{d3}", "eyebrow-{l6}.css", "com.eyesopen.{l8}.{l5}", "the token has three parts: a.b.c", "json eyJ is the beginning", "monkey.{l8}.{l8}", "{h8}.{h8}.{h8}",
    ),
    "pem": (
        "-----BEGIN CERTIFICATE-----\n{s64}\n{s20}==\n-----END CERTIFICATE-----\n", "-----BEGIN PUBLIC KEY-----\n{s64}\n-----END PUBLIC KEY-----\n", "-----BEGIN CERTIFICATE REQUEST-----\n{s64}\n-----END CERTIFICATE REQUEST-----\n", "expected -----BEGIN PRIVATE KEY----- in {l5}.pem",
        "the private key is {d4} bits long", "openssl rsa -in {l5}.pem -check", "-----BEGIN PRIVATE KEY-----\n<your key here>\n-----END PRIVATE KEY-----\n", "PEM_read_bio_PrivateKey failed: no start line",
    ),
    "k8s-secret": (
        "kind: ConfigMap\ndata:\n  colour: {l5}\n", "kind: SecretStore\ndata:\n  colour: {l5}\n", "valueFrom:\n  secretKeyRef:\n    name: {l5}\n", "kind: ServiceAccount\nsecrets:\n- name: {l5}\n", "kind: Secret\nmetadata:\n  name: {l5}\n", '{{"kind": "ConfigMap", "data": {{"colour": "{l5}"}}}}',
        "volumes:\n- secret:\n    secretName: {l5}\n", "kind: Secret\ntype: Opaque\n---\nkind: ConfigMap\ndata:\n  colour: {l5}\n", "secret/{l5} created", "kind: Event\nmessage: Secret {l5} not found\n",
    ),
    "url": (
        "https://example.com:8443/{l3}@{l3}", "scp {l4}:/srv/x /srv/y", "ssh://git@github.com/owner/{l5}", "redis://cache:6379/{d1}", "http://10.0.0.{octet}:80/@scope/pkg", "https://unpkg.com/react@18.2.{d1}/umd", "postgres://db:5432/{l5}", "mysql://${{USER}}:${{PASS}}@db/wa",
        "https://medium.com/@{l6}/post-{d5}", "postgres://svc:****@db:5432/x", "cron 12:{d2}@daily", "GET /a:b@c/{l4} 404", "https://git.internal/{l5}.git", "http://h/x?time=12:30&to=a@b", "registry:5000/wa@sha256:{h64}", "tcp(db:3306) refused {d2} times",
    ),
    "jid": (
        "DE.WIKIPEDIA", "US.{d6}", "status@broadcast seen", "@lid of the pot", "@newsletter weekly", "the group g.us is empty", "s.whatsapp.net is up", "EN.{d3}.{d2}", "lid@{d2} closed", "ISO.{d5}-1", "g.us={d2} c.us={d2}", "IS.{d4}",
    ),
    "message-words": (
        '{{"profile": {{"name": "{l6}-{l4}"}}}}', '{{"text": {{"length": {d2}, "body": null}}}}', '{{"http": {{"body": "{l6}", "text": "{l5}"}}}}', '{{"image": "wa/{l5}:2.{d2}", "caption": "{l6}"}}', '{{"template": {{"name": "{l6}", "language": {{"code": "de"}}}}}}',
        '{{"message": "{l5} {l6}", "name": "{l7}"}}', '{{"location": {{"name": "{l6}"}}}}', "text: the body of {l5} is empty", '{{"button": {{"payload": "{l5}"}}}}', '{{"parameters": [{{"type": "text", "text": "{l5}"}}]}}',
        "profile{{name={l6}, active=true}}", '{{"body": "{l5}", "status": {d3}}}', "document{{id={d2}, pages={d2}}}", "text:map[length:{d2} body:<nil>]", "response body: {l6} {l5}", "Message(text='{l5}')",
    ),
    "message-id": ("class AB{l1}ventHandlerFactoryBean loaded", "gBits per second: {d3}", "wamid is missing", "wamid. {d3} of them", "ABEF{d3}", "GB{d2} free"),
    "phone": ("offset: +{d10}", "uptime +{d8}", "from 12 345 {d3} to 33 612 345 {d3} bytes", "order number 49-151-{d8}", "for 10 100 {d4} iterations", "recipient 3{d6} emails", '"cells 7{d6}"', "active=47{d8}, inactive={d10}", "size=447700900{d3}"),
    "credential": (
        "    {l5}_key: ed448.Ed448PrivateKey, rest: bytes", "    password: _PasswordType | None", "    password: str or None", "pub password: HashedPassword,", "    user, password = {l6}", "    self._index[key] = {l5}_of_{l4}", "    keys = [self._key_to_str({l1}) for {l1} in keys]",
        '    token=f"{{self._prefix}}{l6}",', "    r'AuthPass=(\\S*)'", "    :arg str proxy_password: HTTP proxy password", "password(characters8-{d2})", 'jwt.verify(token, secret, "HS256")', '"client_token":"hmac-sha256:{h64}"', "check_ntlm_password:  Authentication for {l6} failed", "node identified by '{l4}-{d1}' joined", 'send "show {l6}\\r"', "attrs = ['keyPass', 'keystorePass']",
        "password_reset_at={epoch}", "the password of {l5} was wrong", "tokens used: {d4}", "secret_name: {l5}-tls", "auth_method: none", "api_key_id missing", "passwords must have {d1} characters", "pod/acme-secret-injector-{h10}-{l5} ready", "secret/acme-secret-{h10} created", "acme-token-review-{h10}", "tokens: [101, {d4}, {d4}, {d3}, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]", "shard_keys = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]", "public key: 12:34:ab:cd:ef:01:12:34:ab:cd:ef:01:12:34:ab:{h2}", "Private-Key: ({d4} bit, 2 primes)", "WPA: nonce - hexdump(len=8): 12 34 ab cd ef 01 12 {h2}"),
    "token": ("org.springframework.beans.factory.BeanCreationException", "layer sha256:{h64}", "etag W/{h16}", "trace_id={h32}", "waweb-{h10}-{l5} 1/1 Running", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "arn:aws:iam::{d12}:role/{l8}", "revision {h40}"),
}  # fmt: skip


def detector_cases(draw: random.Random) -> Iterator[Case]:
    """Yield a number of cases of every form: first what must go, then what must stay."""
    for detector, value, form in _forms_that_go():
        yield from (_sensitive(detector, form, value(draw)) for _ in range(DRAWS))
    for detector, forms in (*INNOCENT.items(), *identity_cases.INNOCENT.items()):
        for form in forms:
            yield from (Case(f"{detector}, must stay", form, drawn(form, draw), detector=detector) for _ in range(DRAWS))  # fmt: skip


def _forms_that_go() -> Iterator[tuple[str, Callable[[random.Random], str], str]]:
    for detector, listed in (*SENSITIVE.items(), *identity_cases.SENSITIVE.items()):
        for value, forms in listed:
            yield from ((detector, value, form) for form in forms)


def _sensitive(detector: str, form: str, value: str) -> Case:
    template = Template(form)
    written = {name: WRITTEN[name](value) for name in template.get_identifiers()}
    gone = tuple(part for name, text in written.items() for part in (value if name in _BY_LINE else text).splitlines())
    return Case(f"{detector}, must go", form, template.substitute(written), secrets=gone, detector=detector)
