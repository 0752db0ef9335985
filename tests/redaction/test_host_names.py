"""Names of machines in fields, columns and addresses; what everybody reads on the Internet stays."""

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file()


def clean(text: str) -> str:
    return REDACTOR.redact_text(text).text


@pytest.mark.parametrize("name", ["db.internal", "acme-db.corp", "mail.firm.io"])
@pytest.mark.parametrize(
    "text",
    [
        "<host>{}</host>",
        '<add key="DbHost" value="{}"/>',
        "- name: DB_HOST\n  value: {}\n",
        "'host' => '{}',",
        "    [host] => {}\n",
        "| user | host |\n| --- | --- |\n| root | {} |\n",
        "id,user,host\n1,root,{}\n",
        "DB_HOST\t{}",
        "hosts:\n  - localhost\n  - {}\n",
        '{{"host": {{"name": "{}"}}}}',
        "PGHOST={}",
        "endpoint: {}",
        '10.0.0.7 - - [23/Nov/2026:08:45:12 +0000] "GET / HTTP/1.1" 200 5 "https://{}/x" "Mozilla"',
        "Callback failed for https://{}/wa",
        "Access-Control-Allow-Origin: https://{}",
        "https://{}/wa: 502",
        "proxy_pass http://{};",
        "jdbc:oracle:thin:@{}:1521:wa",
        "rs0/{}:27017",
        "origin\tgit@{}:wa/core.git (fetch)",
        "Linux {} 6.1.0-18-amd64 #1 SMP",
        "TGS_REQ for HTTP/{}@FIRM.IO",
    ],
)
def test_a_name_goes_wherever_something_leads_to_it(text: str, name: str) -> None:
    assert name not in clean(text.format(name))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("dhcpd: DHCPACK on 10.0.0.5 to 3c:5a:b4:0e:91:7d (janes-laptop) via eth0", "janes-laptop"),
        ("dnsmasq-dhcp[411]: DHCPACK(eth0) 10.0.0.5 3c:5a:b4:0e:91:7d janes-laptop7", "janes-laptop7"),
        ("node ip-93-184-216-34 is ready", "93-184"),
    ],
)
def test_what_a_machine_calls_itself_goes(text: str, gone: str) -> None:
    assert gone not in clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "<host>localhost</host>",
        "id,host\n1,localhost\n",
        "see https://docs.firm.io/x for more",
        'href="https://firm.io/x"',
        "POST https://hooks.slack.com/services/x 200",
        "https://graph.facebook.com/v23.0/messages: 400",
        "calling https://api.github.com/repos",
        "git@github.com:owner/repository.git",
        "@app.route('/x')",
        "src/main.rs:12",
        "docker pull docker.io/library/redis:7",
        '{"node": "coreapp-1", "server": "nginx"}',
        "server [main] started",
    ],
)
def test_what_is_nobodys_or_everybodys_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "OpenSSL 3.0.13.4",
        "Node/18.17.1.0",
        "build 10.0.19041.1",
        "npm i gateway@4.9.12.1",
        "23.4.5.6 was released",
    ],
)
def test_versions_of_four_parts_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "kernel: 93.184.216.34 sent an invalid ICMP type",
        "nodes/93.184.216.34",
        "curl 8.8.4.4",
        "ServerIP 8.0.4.4",
        "ssh admin@93.184.216.34",
    ],
)
def test_addresses_beside_the_same_words_go(text: str) -> None:
    assert "[ip:" in clean(text)


def test_a_name_with_a_dollar_sign_is_an_address_and_a_variable_is_none() -> None:
    assert clean("$JANE@firm.io").startswith("[email:")
    assert "$TOKEN@" in clean("https://$TOKEN@git.firm.io/x")
