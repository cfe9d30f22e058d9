"""Addresses of official pages as a request calls them, and where a redirect may lead."""

from __future__ import annotations

import re

from plan_data.errors import Refused
from plan_data.text.visible import visible

LONGEST = 60
"""Characters of a stranger's text that a message shows."""
LOOPBACK = ("127.0.0.1", "::1")
"""Hosts that are called over plain http: what is sent to them does not leave the machine."""
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|[0-9a-f:.]*:[0-9a-f:.]*")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_STAYS = "%/:=&?~+!$,;@'()*[]"
"""Punctuation that is not percent-encoded in a path or a query."""


def harmless(text: str) -> str:
    """Return a stranger's text as a message shows it: on one line, visible, not too long."""
    shown = visible(" ".join(text[: 4 * LONGEST].split()))
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}..."


def address_to_call(address: str) -> str:
    """Return the address that a request calls for an address of the plan.

    That is https, but for the machine itself (`LOOPBACK`), without user name, password and fragment. The host is in
    IDNA, and the rest percent-encoded where it must be.

    Raises:
        Refused: It is no http or https address, or has no host.
    """
    from urllib.parse import quote, urlsplit

    try:
        parts = urlsplit(address.strip())
        scheme, host, port = parts.scheme, _ascii(parts.hostname or ""), parts.port
    except ValueError:
        scheme, host, port = "", "", None
    if scheme not in _PORTS or not _HOST.fullmatch(host) or port == 0:
        raise Refused("page-address", address=harmless(address))
    if port == _PORTS[scheme]:
        port = None
    if host not in LOOPBACK:
        scheme = "https"
    place = f"[{host}]" if ":" in host else host
    path, query = (
        quote(_BARE_PERCENT.sub("%25", part), _STAYS, errors="replace") for part in (parts.path, parts.query)
    )
    return f"{scheme}://{place}{f':{port}' if port else ''}{path or '/'}{f'?{query}' if query else ''}"


def redirected(address: str, location: str) -> str:
    """Return the address to which an answer redirects.

    Args:
        address: The address that was called.
        location: The header `Location`, as `http.client` has it: a character for each byte.

    Raises:
        Refused: It leads nowhere, or to another host.
    """
    from urllib.parse import quote, urljoin

    if not location.strip():
        raise Refused("page-no-target", host=host_of(address))
    raw = location.strip().encode("latin-1", "replace")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        # In GB18030 or the like: the server knows its own bytes.
        text = quote(raw, _STAYS + "#")
    try:
        target = address_to_call(urljoin(address, text))
    except (Refused, ValueError):
        raise Refused("page-target", host=host_of(address), target=harmless(text)) from None
    if host_of(target).removeprefix("www.") != host_of(address).removeprefix("www."):
        raise Refused("page-elsewhere", host=harmless(host_of(target)))
    return target


def host_of(address: str) -> str:
    """Return the host of an address that `address_to_call` returned."""
    from urllib.parse import urlsplit

    return urlsplit(address).hostname or ""


def _ascii(host: str) -> str:
    """Return a host in IDNA, in lower case; raises ValueError for what is none."""
    return host.rstrip(".").encode("idna").decode("ascii").lower()
