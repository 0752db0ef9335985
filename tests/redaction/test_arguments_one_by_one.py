"""Command lines whose options and values stand each on a line, or each in a place of a list."""

import pytest
from amid import clean, clean_amid_many

GONE = [
    "    Args:\n      --user\n      svc\n      --password\n      tulips9-Q\n      --port\n      5432\n",
    "    Command:\n      /bin/app\n      --api-key\n      tulips9-Q\n    State:          Running\n",
    "    Command:\n      mysql\n    Args:\n      -u\n      svc\n      -ptulips9-Q\n",
    "    Args:\n      -c\n      mysql -u svc -ptulips9-Q db\n",
    '{"Path":"mysql","Args":["-u","svc","-ptulips9-Q"]}',
    '{"spec":{"command":["mysql"],"args":["-u","svc","-ptulips9-Q"]}}',
    '{"Entrypoint":["mysqladmin"],"Cmd":["ping","-ptulips9-Q"]}',
    '{"Cmd": ["app", "--password", "tulips9-Q"]}',
    '    "Cmd": [\n        "app",\n        "--password",\n        "tulips9-Q"\n    ],',
    "args:\n  - --user\n  - svc\n  - --password\n  - tulips9-Q\n",
    "command:\n  - redis-cli\n  - -a\n  - tulips9-Q\n  - ping\n",
    "argv[0]=app\nargv[1]=--password\nargv[2]=tulips9-Q\n",
    "INFO argv[3]: '--secret'\nINFO argv[4]: 'tulips9-Q'\n",
]
STAYS = [
    "    Args:\n      --leader-elect\n      --token-ttl\n      24h\n      --password-file\n      /run/secrets/db\n",
    "    Command:\n      kube-proxy\n      --config=/var/lib/kube-proxy/config.conf\n      --node=$(NODE_NAME)\n",
    "    Args:\n      --service-account-private-key-file\n      /etc/kubernetes/pki/sa.key\n      --v\n      2\n",
    "args:\n  - --password\n  - $(DB_PASSWORD)\n  - --verbose\n",
    "  --password\n      The password to use when connecting to the server.\n  --token\n      Bearer token\n",
    '{"Path":"mysql","Args":["-u","svc","-p","orders"]}',
    '{"Path":"nginx","Args":["-g","daemon off;","-p80"]}',
    "argv[1]=--password-file\nargv[2]=/run/secrets/db\n",
]


@pytest.mark.parametrize("text", GONE)
def test_the_value_of_an_option_goes(text: str) -> None:
    alone = clean(f"{text}\n")
    assert "tulips9-Q" not in alone
    assert clean_amid_many(text) == alone.removesuffix("\n")


@pytest.mark.parametrize("text", STAYS)
def test_other_arguments_stay(text: str) -> None:
    assert clean(f"{text}\n") == f"{text}\n"
    assert clean_amid_many(text) == text
