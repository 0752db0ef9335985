from __future__ import annotations

import pytest

from collector.errors import UsageError
from collector.sources.proxies import choose_proxy

PROXY = "http://proxy.example:3128"
HTTPS = {"HTTPS_PROXY": PROXY}


def without(entry: str) -> dict[str, str]:
    return {"HTTPS_PROXY": PROXY, "HTTP_PROXY": PROXY, "NO_PROXY": entry}


CASES = [
    ("https://wa.example", {}, None),
    ("https://wa.example", HTTPS, PROXY),
    ("https://wa.example", {"https_proxy": PROXY}, PROXY),
    ("https://wa.example", {"https_proxy": PROXY, "HTTPS_PROXY": "http://other:1"}, PROXY),
    ("https://wa.example", {"https_proxy": "", "HTTPS_PROXY": PROXY}, PROXY),
    ("https://wa.example", {"HTTP_PROXY": PROXY}, None),
    ("http://wa.example", {"HTTP_PROXY": PROXY}, PROXY),
    ("http://wa.example", {"http_proxy": PROXY}, PROXY),
    ("http://wa.example", HTTPS, None),
    ("https://wa.example", {"ALL_PROXY": PROXY}, PROXY),
    ("http://wa.example", {"all_proxy": PROXY}, PROXY),
    ("https://wa.example", {"ALL_PROXY": "http://other:1", "HTTPS_PROXY": PROXY}, PROXY),
    ("https://wa.example", {"HTTPS_PROXY": "  "}, None),
    ("https://wa.example", {"HTTPS_PROXY": "proxy.example:3128"}, PROXY),
    ("https://wa.example", without("*"), None),
    ("https://wa.example", without("wa.example"), None),
    ("https://wa.example", without("WA.Example."), None),
    ("https://wa.example", without("other.example, wa.example"), None),
    ("https://wa.example", without("other.example wa.example"), None),
    ("https://node.wa.example", without("wa.example"), None),
    ("https://node.wa.example", without(".wa.example"), None),
    ("https://wa.example", without(".wa.example"), PROXY),
    ("https://node.wa.example", without("*.wa.example"), None),
    ("https://notwa.example", without("wa.example"), PROXY),
    ("https://wa.example:9090", without("wa.example:9090"), None),
    ("https://wa.example:9091", without("wa.example:9090"), PROXY),
    ("https://10.1.2.3", without("10.1.2.3"), None),
    ("https://10.1.2.3", without("10.1.2.3:443"), None),
    ("https://10.1.2.3", without("10.1.2.3:9090"), PROXY),
    ("https://10.1.2.3", without("10.0.0.0/8"), None),
    ("https://11.1.2.3", without("10.0.0.0/8"), PROXY),
    ("https://wa.example", without("10.0.0.0/8"), PROXY),
    ("https://[2001:db8::7]", without("2001:db8::/32"), None),
    ("https://[2001:db8::7]:9090", without("[2001:db8::7]:9090"), None),
    ("https://[2001:db8::7]", without("2001:db9::/32"), PROXY),
    ("https://wa.example", {**HTTPS, "no_proxy": "wa.example", "NO_PROXY": "x"}, None),
    ("https://127.0.0.1:9090", HTTPS, None),
    ("https://localhost:9090", HTTPS, None),
    ("https://[::1]:9090", HTTPS, None),
    ("https://169.254.169.254", HTTPS, None),
    ("https://[fe80::1]", HTTPS, None),
]


@pytest.mark.parametrize(("url", "environ", "expected"), CASES)
def test_the_proxy_of_a_target(url: str, environ: dict[str, str], expected: str | None) -> None:
    proxy = choose_proxy(url, environ)
    assert (str(proxy.origin) if proxy else None) == expected


@pytest.mark.parametrize(
    "value", ["socks5://proxy.example", "https://proxy.example", "http://a:hunter2@proxy:x", "http://p/x"]
)
def test_an_unusable_proxy_is_refused_by_the_name_of_its_variable(value: str) -> None:
    with pytest.raises(UsageError, match="HTTPS_PROXY") as caught:
        choose_proxy("https://wa.example", {"HTTPS_PROXY": value})
    assert "hunter2" not in str(caught.value)


def test_a_proxy_s_own_password_is_a_secret_that_is_never_shown() -> None:
    proxy = choose_proxy("https://wa.example", {"HTTPS_PROXY": "http://me:hunter%202@proxy.example:3128"})
    assert proxy is not None
    assert [secret.expose() for secret in proxy.secrets()] == ["me", "hunter 2"]
    assert "hunter" not in repr(proxy)
