"""Opens the connection for a page: directly or through the proxy of the environment, and with TLS for https."""

from __future__ import annotations

import socket
import ssl
from base64 import b64encode
from collections.abc import Callable
from contextlib import ExitStack
from http.client import HTTPException, HTTPResponse
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from plan_data.copies.page_address import LOOPBACK, harmless
from plan_data.errors import Refused
from plan_data.labels.connections import CERTIFICATES, NO_ANSWER, NOT_FOUND, REASONS, TLS
from plan_data.model.pair import Pair

CONNECT_SECONDS = 10
"""Seconds after which the next of a host's addresses is tried."""


def open_connection(address: str, seconds: float, take: Callable[[socket.socket], None]) -> socket.socket:
    """Return a socket that is connected with the host of an address, for https with its certificate checked.

    Args:
        address: The address, from `address_to_call`.
        seconds: Seconds that each step on the connection may take.
        take: Gets the connection as soon as there is one, so that another thread can end it.

    Raises:
        Refused: There is no connection.
    """
    parts = urlsplit(address)
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    proxy = _proxy_of(host) if secure else ""
    with ExitStack() as opened:
        if proxy:
            through = urlsplit(proxy)
            connection = _connected(through.hostname or "", through.port or 80, "page-proxy-unreachable")
        else:
            connection = _connected(host, port, "page-unreachable")
        opened.push(connection)
        take(connection)
        connection.settimeout(seconds)
        if proxy:
            _tunnel(connection, proxy, f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
        if secure:
            connection = opened.push(_secured(connection, host))
        opened.pop_all()
    return connection


def _connected(host: str, port: int, reason: str) -> socket.socket:
    try:
        return socket.create_connection((host, port), timeout=CONNECT_SECONDS)
    except UnicodeError:
        why = NOT_FOUND
    except OSError as error:
        why = network_reason(error)
    raise Refused(reason, host=harmless(host), why=why)


def network_reason(error: OSError) -> Pair:
    """Return why a connection failed or broke off."""
    if isinstance(error, socket.gaierror):
        return NOT_FOUND
    if isinstance(error, TimeoutError):
        return NO_ANSWER
    if isinstance(error, ssl.SSLError):
        said = harmless((error.reason or str(error)).lower().replace("_", " "))
        return TLS.get(error.reason or "", Pair(said, said))
    said = harmless(error.strerror or str(error) or type(error).__name__)
    return REASONS.get(error.errno or 0, Pair(said, said))


def _proxy_of(host: str) -> str:
    """Return the proxy through which https goes to a host, or ""."""
    proxies = getproxies()
    proxy = proxies.get("https") or proxies.get("all") or ""
    if not proxy or host in LOOPBACK or proxy_bypass(host):
        return ""
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    try:
        parts = urlsplit(proxy)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise Refused("page-proxy-kind", proxy=harmless(proxy.rpartition("@")[2]))
    return proxy


def _tunnel(connection: socket.socket, proxy: str, target: str) -> None:
    """Ask a proxy for a tunnel to a host and port."""
    parts = urlsplit(proxy)
    head = f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n"
    if parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        head += f"Proxy-Authorization: Basic {b64encode(login).decode('ascii')}\r\n"
    connection.sendall(f"{head}\r\n".encode("ascii"))
    answer = HTTPResponse(connection, method="CONNECT")
    try:
        answer.begin()
    except HTTPException:
        raise Refused("page-proxy-answer", proxy=harmless(parts.hostname or "")) from None
    finally:
        answer.close()
    if answer.status != 200:
        raise Refused("page-proxy", proxy=harmless(parts.hostname or ""), code=answer.status)


def _secured(connection: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(connection, server_hostname=host)
    except ssl.SSLCertVerificationError as error:
        said = harmless(error.verify_message)
        why = CERTIFICATES.get(error.verify_code, Pair(said, said))
        raise Refused("page-certificate", host=harmless(host), why=why) from None
    except ssl.SSLError as error:
        raise Refused("page-secure", host=harmless(host), why=network_reason(error)) from None
