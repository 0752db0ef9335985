"""Versions of four numbers stay, and addresses of the same look go."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"versions have a key of their own")

VERSIONS = [
    "plugin/nvidia driver 8.4.11.12",
    "nvidia driver 8.4.11.54 loaded",
    "kernel installed 5.10.0.12",
    "ODBC Driver 17.10.7.1",
    "ASP.NET Core 8.0.9.0",
    "BIOS 2.4.2.0 2026-01-01",
    "schema 5.7.3.2 migrated",
    "oracle client 19.0.0.0 found",
    "updated V8 to 4.4.63.26 (Jane)",
    "Bump to 1.2.99.4",
    "version bump: 1.0.99.2",
    "requires inputproto 1.99.9.8",
    "broken since libxcb 1.1.90.1",
    "this was fixed in 1.5.4.1.",
    "older than 3.6.23.1",
    "<version>4.81.12.1</version>",
    '"wa-core": "^4.56.12.1",',
    "com.acme:wa-core:jar:4.51.12.1:compile",
    "Downloading wa-core 4.43.12.1 (12.8 MB)",
    "Removing wa-core (4.64.12.1) ...",
    "Candidate: 4.94.13.0",
    "Upgrade available: 4.77.12.1 -> 4.56.13.0",
    "WhatsApp Business API client 2.53.8.7 starting",
    "sdk=3.21.1.6 os=iOS 17.7.1",
    "Figure 2.3.1.6",
    # Images, packages, assemblies.
    "wa/core:4.1.12.1-4253339",
    'Pulling image "wa/core:4.82.12.1"',
    '<bindingRedirect oldVersion="0.0.0.0-13.0.0.0" newVersion="13.0.0.0" />',
    # Releases and their notes.
    "Git 1.8.1.5 Release Notes",
    "man-db 2.6.0.2 (13 April 2011)",
    "  2008-11-22 (3.6.6.1)",
    "4.8.0.0 was released",
    "Firefox [5.8.12.1]",
    "5.9.0.0 -> 5.10.0.0",
    "Pulling image wa/db2:11.5.8.0",
    "updated Log4j2 to 2.17.1.4",
    # Places in a document, and in the tree of identifiers.
    "2.1.2.4. Footer Magic Bytes",
    "RFC 4291 \u00a72.5.5.2",
    "(RFC 7540 8.1.2.4)",
    "EXTENSION_OID_KEY_USAGE = '2.5.29.15'",
]
ADDRESSES = [
    "updated DNS to 8.8.4.4",
    "switched upstream to 23.4.5.6",
    "moved peer from 3.4.5.6 to 8.8.8.8",
    "no reply since peer 8.8.8.8",
    "requires host 8.8.8.8",
    "until 8.8.8.8 answers",
    "auth/login:8.8.4.4",
    "client 8.8.4.4 disconnected",
    "the driver at 8.8.8.8",
    "range 8.8.8.8-9.9.9.9",
    "session 3.120.4.5-1700000001 began",
    "connected to 93.184.216.34 (2026-11-27)",
    "route 93.184.0.0 is gone",
    "3.4.5.6 - - [27/Nov/2026:09:14:07 +0000]",
    "resolver '8.8.4.4'",
    "8.8.8.8 -> 9.9.9.9",
    "available: 93.184.216.34",
    "Removing node-3 4.5.6.7",
    "Fetching from 4.5.6.7",
    "jane@4.71.12.1",
    "whatsapp 3.4.5.6:5222",
    "whatsapp server 2.4.5.6 is up",
    "from 13.0.5.7-1234567",
    "Removing 93.184.216.34 (5 June 2026)",
    "answer from 8.34.56.78 (5 June 2026)",
    "at 2026-11-27 (93.184.216.34)",
    "0.0.0.0-93.184.216.34",
    "installed 93.184.216.34",
    "update route to 1.1.1.1",
    "switched primary to 4.4.8.8",
    "moved app to 18.196.7.8",
    "bump in traffic from 3.4.5.6",
    "image registry/peer:3.4.5.6",
    "93.184.216.34. Then it was gone",
    "com.acme:peer:3.4.5.6",
    "mobile^8.34.56.78^2",
    "latest 3.4.5.6:443 is down",
    "io.broker.7:93.184.216.34",
    # Behind words of networks, whatever is said of programs around them.
    "updated eth0 to 3.4.5.6",
    "updated frankfurt1 from 3.4.5.6 to 5.9.12.77",
    "requires route 8.34.56.78",
    "removed member 8.34.56.78",
    "downloading mirror 4.5.6.7",
    "removing vip 3.4.5.6",
    "added in zone 8.8.8.8",
    "whatsapp login from 2.16.77.8",
    "ICE candidate 8.34.56.78",
    "live migration -> 8.34.56.78",
    "firefox -> 93.184.216.34",
    "chrome [93.184.216.34]",
    "build -> 5.9.12.77:443",
    "DHCP 8.34.56.78 release",
    "8.34.56.78 release lease",
    "floating IP 93.184.216.34 was released",
    "last login 2026-11-03 (5.9.12.77)",
    "2026-11-03 (5.9.12.77) jane",
    "   8.34.56.78. Connection refused",
    "snmp oid query from 2.16.77.8",
    "firefox -> 18.9.8.6",
    "10.0.0.0 -> 18.9.8.6",
    "candidate 8.34.5.6 typ srflx",
    "core 18.178.201.90 is down",
    "new in 23.214.109.201",
    "tcp4       0      0  192.168.1.5.52344     17.57.144.84.5223    ESTABLISHED",
    "udp4       0      0  17.57.144.84.5223      *.*",
    "reader 18.9.8.6 is offline",
    "MQ 3.16.94.85 disconnected",
    # A line says nothing of the next.
    "an OID\n2.16.77.8 asks",
    "the new version\n93.184.216.34 - - [27/Nov/2026:09:14:07 +0000]",
    "subnet 20.50.0.0",
    "route 20.50.0.0 255.255.0.0",
    "20.50.0.0 -> 93.184.216.34",
    '8.20.0.0 - - [27/Nov/2026:09:14:07 +0000] "GET / HTTP/1.1" 200 12',
]


@pytest.mark.parametrize("text", VERSIONS)
def test_a_version_stays(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_goes(text: str) -> None:
    found = {redaction.rule for redaction in REDACTOR.redact_text(text).redactions}
    assert found == {"ip-addresses"}
