from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.errors import UsageError
from collector.sources.origin import parse_origin


@pytest.mark.parametrize(
    ("url", "shown", "host", "port"),
    [
        ("https://wa.internal:9090", "https://wa.internal:9090", "wa.internal", 9090),
        ("https://wa.internal", "https://wa.internal", "wa.internal", 443),
        ("HTTP://WA.Internal./", "http://wa.internal", "wa.internal", 80),
        ("https://10.1.2.3:443/", "https://10.1.2.3", "10.1.2.3", 443),
        ("https://[2001:DB8::1]:8443", "https://[2001:db8::1]:8443", "2001:db8::1", 8443),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example", "xn--bcher-kva.example", 443),
        ("http://wa_web:80", "http://wa_web", "wa_web", 80),
    ],
)
def test_an_origin_is_scheme_host_and_port(url: str, shown: str, host: str, port: int) -> None:
    origin = parse_origin(url)
    assert (str(origin), origin.host, origin.port) == (shown, host, port)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("wa.internal:9090", "does not begin with"),
        ("ftp://wa.internal", "does not begin with"),
        ("file:///etc/passwd", "does not begin with"),
        ("https://admin:hunter2@wa.internal", "user name or password"),
        ("https://hunter2@wa.internal/v1", "user name or password"),
        ("https://wa.internal/v1", "goes on after the host"),
        ("https://wa.internal?token=hunter2", "goes on after the host"),
        ("https://wa.internal/#x", "goes on after the host"),
        ("https://wa.internal\\@evil.example", "goes on after the host"),
        ("https://wa.internal:99999", "port"),
        ("https://wa.internal:0", "port"),
        ("https://wa.internal:", "port"),
        ("https://wa.internal:8o", "port"),
        ("https://", "host name"),
        ("https://-wa.internal", "host name"),
        ("https://wa..internal", "host name"),
        ("https://127.1", "incomplete address"),
        ("https://0x7f000001", "incomplete address"),
        ("https://2130706433", "incomplete address"),
        ("https://[::1", "host name"),
        ("https://[wa.internal]", "IPv6"),
        ("https://[fe80::1%eth0]", "IPv6"),
        ("https://bücher.example", "ASCII"),
        ("https://wa.internal\n", "ASCII"),
        ("https://wa .internal", "ASCII"),
    ],
)
def test_anything_more_or_else_is_refused_without_repeating_it(url: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as caught:
        parse_origin(url)
    assert caught.value.cure
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("[::1]", True),
        ("localhost", True),
        ("wa.localhost", True),
        ("localhost.evil.example", False),
        ("10.0.0.1", False),
        ("127.0.0.1.evil.example", False),
    ],
)
def test_loopback_is_what_can_only_be_this_machine(host: str, here: bool) -> None:
    assert parse_origin(f"http://{host}").is_loopback is here


@given(st.text(alphabet="htps:/@?#[]%.\\ \taé0129xX-_", max_size=30).map("http://".__add__) | st.text(max_size=30))
def test_any_text_is_either_an_origin_or_refused(url: str) -> None:
    try:
        origin = parse_origin(url)
    except UsageError:
        return
    assert parse_origin(str(origin)) == origin
    assert not set("@/?#\\ %") & set(origin.host)
