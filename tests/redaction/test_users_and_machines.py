"""Users in what happened to them, and machines in prompts, shares, registries and rules of proxies."""

import pytest
from amid import clean, clean_amid_many

GONE = [
    ("Login failed: mkranz42", ("mkranz42",)),
    ("login failed: m.kranz", ("m.kranz",)),
    ("Login failed for mkranz", ("mkranz",)),
    ("account locked: mkranz42", ("mkranz42",)),
    ("Account locked out: pbauer7", ("pbauer7",)),
    ("Deployed by mkranz42", ("mkranz42",)),
    ("Deployed by m.kranz at 10:00", ("m.kranz",)),
    ("deployed by: mkranz", ("mkranz",)),
    ("Released by mkranz42", ("mkranz42",)),
    ("Restarted by m.kranz", ("m.kranz",)),
    ("Built by mkranz42 on 2026-01-01", ("mkranz42",)),
    ("authentication failure: mkranz42", ("mkranz42",)),
    ("unknown user: mkranz", ("mkranz",)),
    ("invalid user: mkranz", ("mkranz",)),
    ("password changed: mkranz42", ("mkranz42",)),
    ("root@worker-07:~# ls", ("worker-07",)),
    ("root@db7-prod:/var/lib# systemctl status", ("db7-prod",)),
    ("[root@db7-prod ~]# ls", ("db7-prod",)),
    ("[mkranz@db7-prod wa]$ ls", ("db7-prod", "mkranz")),
    ("mkranz@worker-07:~$ ls", ("worker-07", "mkranz")),
    ("mkranz@MacBook-Pro-von-Mara wa % ls", ("mkranz", "Mara")),
    ("PS C:\\Users\\mkranz> dir", ("mkranz",)),
    ("PS C:\\Users\\m.kranz\\wa> dir", ("m.kranz",)),
    ("C:\\Users\\mkranz>dir", ("mkranz",)),
    ("COMPUTERNAME=WS-MARA", ("WS-MARA",)),
    ("USERDOMAIN=FIRMA7", ("FIRMA7",)),
    ("WorkstationName=WS-MARA", ("WS-MARA",)),
    ("Workstation Name:\tWS-MARA", ("WS-MARA",)),
    ("Source Workstation:\tWS-MARA", ("WS-MARA",)),
    ("LOGONSERVER=\\\\DC07", ("DC07",)),
    ("\\\\fs07\\share\\x.txt not found", ("fs07",)),
    ("copy to \\\\fs07.firma.de\\backup$", ("fs07",)),
    ("mount -t cifs //fs07/share /mnt", ("fs07",)),
    ("net use Z: \\\\fs07\\wa", ("fs07",)),
    ("image: registry.firma7.de/wa/core:2.45", ("registry.firma7.de",)),
    ('Pulling image "registry.firma7.de:5000/wa/core:2.45"', ("registry.firma7.de",)),
    ("docker pull harbor.firma7.de/wa/core", ("harbor.firma7.de",)),
    (
        '{"auths":{"registry.firma7.de":{"auth":"bWtyYW56OnR1bGlwcw=="}}}',
        ("registry.firma7.de", "bWtyYW56OnR1bGlwcw=="),
    ),
    ('{\n  "auths": {\n    "harbor.firma7.de": {}\n  }\n}', ("harbor.firma7.de",)),
    (
        (
            "NAME   CLASS   HOSTS            ADDRESS   PORTS   AGE\n"
            "wa     nginx   wa.firma7.de     10.0.0.7   80, 443   4d\n"
        ),
        ("wa.firma7.de",),
    ),
    ("spec:\n  rules:\n  - host: wa.firma7.de\n", ("wa.firma7.de",)),
    ("  tls:\n  - hosts:\n    - wa.firma7.de\n", ("wa.firma7.de",)),
    (
        (
            "Rules:\n"
            "  Host             Path  Backends\n"
            "  ----             ----  --------\n"
            "  wa.firma7.de  /  wa:80 (10.0.0.7:80)\n"
        ),
        ("wa.firma7.de",),
    ),
    ("LoadBalancer Ingress:     a1b2c3.eu-west-1.elb.amazonaws.com", ("a1b2c3",)),
    ("LoadBalancer Ingress:     lb07.firma7.de", ("lb07.firma7.de",)),
    ("wa   LoadBalancer   10.0.0.7   lb07.firma7.de   443:30443/TCP   4d", ("lb07.firma7.de",)),
    ("rule: Host(`wa.firma7.de`)", ("wa.firma7.de",)),
    ("traefik.http.routers.wa.rule=Host(`wa.firma7.de`) && PathPrefix(`/v1`)", ("wa.firma7.de",)),
    ("HostSNI(`wa.firma7.de`)", ("wa.firma7.de",)),
    ("server_name wa.firma7.de;", ("wa.firma7.de",)),
    ("SNI: wa.firma7.de", ("wa.firma7.de",)),
    ("sni=wa.firma7.de alpn=h2", ("wa.firma7.de",)),
    ("server name indication wa.firma7.de", ("wa.firma7.de",)),
    ('tls: no certificate for server name "wa.firma7.de"', ("wa.firma7.de",)),
    ("x509: certificate is valid for wa.firma7.de, not db.firma7.de", ("wa.firma7.de", "db.firma7.de")),
    ("subject: CN=wa.firma7.de; O=Firma", ("wa.firma7.de",)),
    ("DNS:wa.firma7.de, DNS:db.firma7.de", ("wa.firma7.de", "db.firma7.de")),
]
STAYS = [
    "Login failed: timeout",
    "Login failed: invalid credentials",
    "login failed: 401",
    "Account locked: too many attempts",
    "account locked: true",
    "Deployed by Helm",
    "Deployed by Argo CD",
    "Restarted by systemd",
    "Built by maven",
    "new session: 4711",
    "password changed: true",
    "authentication failure: expired",
    "image: docker.io/library/redis:7",
    "image: quay.io/prometheus/node-exporter:v1.7.0",
    "image: ghcr.io/org/app:v1",
    "image: registry.k8s.io/pause:3.9",
    "image: wa/core:2.45",
    '{"auths":{"https://index.docker.io/v1/":{}}}',
    "root@localhost:~# ls",
    "PS C:\\Windows\\system32> dir",
    "C:\\Users\\Public\\x",
    "COMPUTERNAME=localhost",
    "regex \\\\d+\\\\w and \\\\n",
    "path C:\\\\temp\\\\x",
    "\\\\.\\pipe\\docker_engine",
    "\\\\?\\C:\\x",
    "Host(`localhost`)",
    "server_name _;",
    "server_name localhost;",
    "npm:// //foo/bar comment",
    "SNI: none",
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_who_it_was_and_where_goes(text: str, gone: tuple[str, ...]) -> None:
    alone = clean(f"{text}\n")
    assert [part for part in gone if part in alone] == []
    assert clean_amid_many(text) == alone.removesuffix("\n")


@pytest.mark.parametrize("text", STAYS)
def test_words_and_names_of_everybody_stay(text: str) -> None:
    assert clean(f"{text}\n") == f"{text}\n"
    assert clean_amid_many(text) == text
