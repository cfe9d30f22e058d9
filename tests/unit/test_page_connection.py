"""The connection of the request: certificates, proxies, and hosts that cannot be reached."""

from __future__ import annotations

import errno
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import trustme

from plan_data.copies.page_request import PageRequest
from plan_data.errors import Refused
from tests.page_refusals import SLOW, ask, ended_by_cancel, key_of, refusal
from tests.page_server import HOST, PageServer
from tests.terminal import PATIENCE


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system trusts the authority of the tests."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


def secure_server(authority: trustme.CA, host: str, until: datetime | None = None) -> PageServer:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host, not_after=until).configure_cert(context)
    return PageServer(context)


@pytest.fixture
def secure(authority: trustme.CA, page_server: PageServer) -> Iterator[PageServer]:
    """A server with a certificate for the machine itself."""
    with secure_server(authority, HOST) as server:
        server.set_page(page_server.page)
        yield server


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("path", ("/page", "/moved/302/absolute", "/endless"))
def test_a_page_comes_over_https(secure: PageServer, path: str) -> None:
    assert ask(secure, path).data == secure.page


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("path", SLOW)
def test_cancel_ends_a_slow_answer_over_https(secure: PageServer, path: str) -> None:
    assert ended_by_cancel(PageRequest(secure.address(f"/{path}")), secure.stalled.wait)
    assert secure.gone.wait(PATIENCE)


def test_a_certificate_of_a_stranger_is_refused(secure: PageServer) -> None:
    with pytest.raises(Refused, match="nobody whom this system trusts") as caught:
        ask(secure, "/page")
    assert key_of(caught.value.why) == "certificate" and secure.requests == []


@pytest.mark.usefixtures("trusted", "page_server")
def test_a_certificate_for_another_host_is_refused(authority: trustme.CA) -> None:
    with secure_server(authority, "www.example.org") as server, pytest.raises(Refused, match="another host"):
        ask(server, "/page")


@pytest.mark.usefixtures("trusted", "page_server")
def test_a_certificate_that_has_expired_is_refused(authority: trustme.CA) -> None:
    with secure_server(authority, HOST, datetime(2015, 7, 4)) as server, pytest.raises(Refused, match="has expired"):
        ask(server, "/page")


def test_a_server_without_tls_is_told(page_server: PageServer) -> None:
    assert refusal(page_server.address().replace("http", "https")) == "secure"


@pytest.mark.usefixtures("trusted")
def test_a_proxy_is_asked_for_a_tunnel(
    authority: trustme.CA, page_server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIVEN a proxy with a login, WHEN a page of a host is asked, THEN its name and the page go through the tunnel."""
    with secure_server(authority, "www.example.org") as server:
        server.set_page(page_server.page)
        server.tunnel = True
        monkeypatch.setenv("https_proxy", f"http://me:secret%21@{HOST}:{server.port}")
        page = PageRequest("http://www.example.org/page").page()
    assert page.data == server.page and page.address == "https://www.example.org/page"
    tunnel, request = server.requests
    assert (tunnel.method, tunnel.path) == ("CONNECT", "www.example.org:443")
    assert tunnel.headers["proxy-authorization"] == f"Basic {b64encode(b'me:secret!').decode('ascii')}"
    assert request.headers["host"] == "www.example.org" and "proxy-authorization" not in request.headers


@pytest.mark.parametrize(
    ("path", "reason"), (("status/407", "proxy"), ("status/502", "proxy"), ("no-http", "proxy-answer"))
)
def test_a_proxy_that_refuses_is_told(
    page_server: PageServer, monkeypatch: pytest.MonkeyPatch, path: str, reason: str
) -> None:
    page_server.instead = f"/{path}"
    monkeypatch.setenv("ALL_PROXY", f"{HOST}:{page_server.port}")
    assert refusal("http://www.example.org/") == reason


def test_a_proxy_that_is_not_there_is_told(page_server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((HOST, 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("https_proxy", f"http://{HOST}:{port}")
    assert refusal("http://www.example.org/") == "proxy-unreachable"


def test_no_proxy_is_asked_for_the_machine_itself(page_server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://192.0.2.1:9")
    assert ask(page_server, "/page").data == page_server.page
    assert refusal(page_server.address().replace("http", "https")) == "secure"


def test_no_proxy_is_asked_for_a_host_that_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []

    def refuse(place: object, **_: object) -> None:
        called.append(place)
        raise ConnectionRefusedError(errno.ECONNREFUSED, "")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert refusal("http://www.example.org/") == "proxy-unreachable"
    monkeypatch.setenv("no_proxy", "example.org")
    assert refusal("http://www.example.org/") == "unreachable"
    assert called == [("proxy.example", 3128), ("www.example.org", 443)]


@pytest.mark.parametrize("proxy", ("socks5://127.0.0.1:1", "http://", "http://127.0.0.1:99999", "ftp://127.0.0.1"))
def test_a_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    assert refusal("http://www.example.org/") == "proxy-kind"


def test_a_port_where_nobody_listens_is_told(page_server: PageServer) -> None:
    with socket.create_server((HOST, 0)) as closed:
        port = closed.getsockname()[1]
    assert refusal(f"http://{HOST}:{port}/") == "unreachable"


def test_a_host_without_a_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Refused, match=r"^nowhere\.example cannot be reached: its name was not found"):
        PageRequest("http://nowhere.example/").page()
