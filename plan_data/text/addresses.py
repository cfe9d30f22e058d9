"""Addresses that a link may have."""

from __future__ import annotations

import re

from plan_data.text.visible import visible

_ADDRESS = re.compile(r"(https?://(?:\w(?:[\w-]*\w)?\.)*\w(?:[\w-]*\w)?\.?)(?::(\d{1,5}))?([/?#].*)?", re.I | re.S)
_ALLOWED = re.compile(r"[\w\-.~:/?@!$&'()*+,;=%]", re.ASCII)


def link_address(address: str) -> str:
    """Return an address as a link takes it, or "" for one that no link should have.

    Only http and https to a host without user names, so that no text of a plan runs a script or hides where it leads.
    What may not stand in an address as it is, such as a quotation mark, is percent-encoded.
    """
    found = _ADDRESS.fullmatch(address)
    if not found or int(found[2] or 0) > 65535:
        return ""
    host, port, rest = found[1], f":{found[2]}" if found[2] else "", found[3] or ""
    path, hash_, fragment = rest.partition("#")
    return host + port + _encoded(path) + hash_ + _encoded(fragment)


def _encoded(part: str) -> str:
    part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return "".join(
        char
        if _ALLOWED.match(char) or (char.isalnum() and not char.isascii() and visible(char) == char)
        else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
        for char in part
    )
