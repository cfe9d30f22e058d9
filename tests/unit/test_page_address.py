"""The address that is called for an address of a plan."""

from __future__ import annotations

import pytest

from plan_data.copies.page_request import PageRequest, address_to_call
from plan_data.errors import Refused
from tests.page_refusals import key_of


@pytest.mark.parametrize(
    ("address", "called"),
    (
        ("http://www.gov.cn/a.htm", "https://www.gov.cn/a.htm"),
        ("HTTP://WWW.gov.cn:80", "https://www.gov.cn/"),
        ("https://www.gov.cn:443/?a=b#c", "https://www.gov.cn/?a=b"),
        ("http://www.gov.cn:8080/", "https://www.gov.cn:8080/"),
        ("https://me:secret@www.gov.cn./", "https://www.gov.cn/"),
        (
            "http://中国政府网.政务/文件 一.htm",
            "https://xn--fiqs8sirgfmhq98a.xn--zfr164b/%E6%96%87%E4%BB%B6%20%E4%B8%80.htm",
        ),
        ("http://www.gov.cn/%E6%96%87?q=100%", "https://www.gov.cn/%E6%96%87?q=100%25"),
        ("http://127.0.0.1:81/x#y", "http://127.0.0.1:81/x"),
        ("http://[::1]:81/x", "http://[::1]:81/x"),
        ("https://127.0.0.1/", "https://127.0.0.1/"),
        ("http://127.0.0.2/", "https://127.0.0.2/"),
        ("http://localhost/", "https://localhost/"),
        ("http://127.1/", "https://127.1/"),
        ("http://127.0.0.1.example/", "https://127.0.0.1.example/"),
        ("http://127.0.0.1@example.org/", "https://example.org/"),
    ),
)
def test_an_address_is_called_over_https(address: str, called: str) -> None:
    assert address_to_call(address) == called == PageRequest(address).address
    assert address_to_call(called) == called


@pytest.mark.parametrize(
    "address",
    ("", "gov.cn", "ftp://gov.cn/", "file:///etc/passwd", "javascript:alert(1)", "http:///x", "https://:80/")
    + ("http://a b/", "http://[::1/", "http://x:99999/", "http://x:0/", "http://a..b/", "http://-/", "http://\0/")
    + ("http://" + "a" * 64 + ".cn/", "http://\ud800.cn/", "http://x\x1b[31m.cn/"),
)
def test_what_cannot_be_called_is_refused(address: str) -> None:
    with pytest.raises(Refused) as caught:
        PageRequest(address)
    assert key_of(caught.value.why) == "address"
