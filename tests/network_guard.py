"""Forbids connections and lookups of names within the tests' own process.

An audit hook of Python sees each of them, whoever asks. A test with the fixture `page_server` may connect within the
machine. Event loops, pytest-xdist and Playwright use pairs of sockets and pipes, which are no connections.
"""

from __future__ import annotations

import ipaddress
import sys

_LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
_SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg")


class ConnectionInTestError(RuntimeError):
    """A test opened a connection, or looked up a name, that it may not."""


class NetworkGuard:
    """What tests did with the network."""

    def __init__(self) -> None:
        self.loopback = False
        """Connections within the machine are allowed."""
        self.seen: list[str] = []
        """What was forbidden, and was not reported yet."""

    def watch(self, event: str, values: tuple[object, ...]) -> None:
        """The audit hook."""
        if not event.startswith("socket."):
            return
        if event in _LOOKUPS:
            host = values[0][0] if isinstance(values[0], tuple) else values[0]
        elif event in _SENDING and isinstance(values[1], tuple):
            host = values[1][0]
        else:
            return
        if not (self.loopback and _is_loopback(host)):
            self.seen.append(f"{event}: {host!r}")
            raise ConnectionInTestError(self.seen[-1])

    def report(self) -> list[str]:
        """Return what was forbidden since the last report."""
        seen, self.seen = self.seen, []
        return seen


def _is_loopback(host: object) -> bool:
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


GUARD = NetworkGuard()
# A hook stays as long as the process; modules are loaded once.
sys.addaudithook(GUARD.watch)
