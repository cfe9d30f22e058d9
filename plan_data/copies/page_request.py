"""The one request of the program: asks the publisher of a source for the official page.

Everything takes place in a thread of its own, which is left to itself when the time is over or the reader cancels:
nothing can interrupt the lookup of a name. What can be ended is the connection, and with it the thread.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import closing, suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import ClassVar, NamedTuple

from plan_data.copies.page_address import address_to_call, harmless, host_of, redirected
from plan_data.errors import Cancelled, Refused
from plan_data.version import VERSION

__all__ = ["Page", "PageRequest", "address_to_call"]

REDIRECTS = (301, 302, 303, 307, 308)
"""Status codes with which a server says where the page is."""
MOST_REDIRECTS = 5
"""Redirects that are followed."""
REFUSING = {401: "page-login", 403: "page-forbidden", 404: "page-gone", 407: "page-login", 410: "page-gone"}
REFUSING |= {511: "page-login"}
"""Status codes with a message of their own."""


class Page(NamedTuple):
    """A page as it was received."""

    data: bytes
    """The body, unpacked."""
    address: str
    """Where it was found, after redirects."""
    charset: str
    """The charset of the header Content-Type in lower case, or ""."""


class PageRequest:
    """A request for one page, which can be cancelled at any time from any thread."""

    SECONDS: ClassVar[float] = 30
    """Seconds that the whole may take."""

    def __init__(self, address: str, on_progress: Callable[[int], None] | None = None) -> None:
        """Prepare the request; nothing is sent.

        Args:
            address: The address, as the plan has it.
            on_progress: Called with the unpacked bytes so far, in the thread that receives; an exception from it ends
                the request.

        Raises:
            Refused: The address cannot be called.
        """
        self.address = address_to_call(address)
        """The address that will be called."""
        self._on_progress = on_progress
        self._outcomes: SimpleQueue[Page | BaseException] = SimpleQueue()
        self._lock = Lock()
        self._connection: socket.socket | None = None
        self._cancelled = False
        self._over = False
        self._end = 0.0

    def page(self) -> Page:
        """Make the request, and return the page; once only.

        Raises:
            Refused: There is no such page, or not all of it; the reason says why.
            Cancelled: `cancel` was called, before this or during it.
        """
        self._end = time.monotonic() + self.SECONDS
        try:
            if not self._cancelled:
                Thread(target=self._work, name="page", daemon=True).start()
            outcome = self._outcomes.get(timeout=self.SECONDS)
        except Empty:
            raise self._too_late() from None
        finally:
            self._leave()
        if self._cancelled:
            raise Cancelled
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def cancel(self) -> None:
        """End the request; `page` raises Cancelled at once."""
        self._cancelled = True
        self._outcomes.put(Cancelled())
        self._leave()

    def _too_late(self) -> Refused:
        return Refused("page-time", seconds=f"{self.SECONDS:g}")

    def _leave(self) -> None:
        """End the connection, if there is one, and let none begin."""
        with self._lock:
            self._over = True
            connection, self._connection = self._connection, None
        _end(connection)

    def _take(self, connection: socket.socket) -> None:
        """Take a connection, to end it when the request is over.

        It is duplicated, since TLS detaches the socket, and the thread may close it at any time.
        """
        unused: socket.socket | None = connection.dup()
        with self._lock:
            if not self._over:
                unused, self._connection = self._connection, unused
        _end(unused)
        self._go_on()

    def _go_on(self, received: int = 0) -> None:
        """Report progress; raises Cancelled when the request is over."""
        if self._over:
            raise Cancelled
        if received and self._on_progress:
            self._on_progress(received)

    def _work(self) -> None:
        try:
            self._outcomes.put(self._followed())
        except BaseException as error:
            self._outcomes.put(error)

    def _followed(self) -> Page:
        """Ask, and follow redirects."""
        address, asked = self.address, {self.address}
        while True:
            found = self._asked(address)
            if isinstance(found, Page):
                return found
            if found in asked:
                raise Refused("page-loop", host=harmless(host_of(address)))
            if len(asked) > MOST_REDIRECTS:
                raise Refused("page-redirects", host=harmless(host_of(address)), most=MOST_REDIRECTS)
            asked.add(found)
            address = found

    def _asked(self, address: str) -> Page | str:
        """Return the page at an address, or the address to which it redirects."""
        # They take 60 ms to load, and nothing but this needs them.
        from http.client import HTTPException, RemoteDisconnected

        from plan_data.copies.page_connection import network_reason, open_connection

        host = harmless(host_of(address))
        try:
            with closing(open_connection(address, self._left(), self._take)) as connection:
                return self._answered(connection, address)
        except TimeoutError:
            raise self._too_late() from None
        except RemoteDisconnected:
            raise Refused("page-no-answer", host=host) from None
        except HTTPException:
            raise Refused("page-not-http", host=host) from None
        except OSError as error:
            raise Refused("page-broken-off", host=host, why=network_reason(error)) from None

    def _answered(self, connection: socket.socket, address: str) -> Page | str:
        from http.client import HTTPConnection
        from urllib.parse import urlsplit

        from plan_data.copies.page_body import charset_of, receive

        parts = urlsplit(address)
        headers = {
            "Host": parts.netloc,
            "User-Agent": f"internet-plus/{VERSION}",
            "Accept": "text/html, application/xhtml+xml, text/plain",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        client = HTTPConnection(parts.hostname or "")
        client.sock = connection
        client.request("GET", f"{parts.path}{f'?{parts.query}' if parts.query else ''}", headers=headers)
        with client.getresponse() as answer:
            code, host = answer.status, harmless(parts.hostname or "")
            if code in REDIRECTS:
                return redirected(address, answer.headers.get("Location", ""))
            if code != 200:
                reason = REFUSING.get(code, "page-server" if code >= 500 else "page-status")
                raise Refused(reason, host=host, code=code)
            data = receive(answer, self._go_on)
            return Page(data, address, charset_of(answer))

    def _left(self) -> float:
        """Seconds that are left, and a little more: then `page` is the one that notices that they are over."""
        return max(self._end - time.monotonic(), 0) + 1


def _end(connection: socket.socket | None) -> None:
    """End a connection, so that whoever waits for it goes on and the server sees it."""
    if connection:
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
        connection.close()
