"""A server on 127.0.0.1 that answers each path in another way: right, wrong, slowly, never, and far too much.

`page_server` is the fixture, `plan_with_address` a plan whose source has its address. A test that uses the fixture may
open connections within the machine; every other test fails when it opens one (`tests.network_guard`).
"""

from __future__ import annotations

import re
import select
import shutil
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import NamedTuple, Self

import pytest

from plan_data.folders import SHIPPED
from plan_data.model.plan import Plan
from tests.made_up_copy import MadeUp
from tests.page_answers import Answer
from tests.terminal import PATIENCE

HOST, ELSEWHERE = "127.0.0.1", "127.0.0.2"
HTML = "text/html; charset=utf-8"


class Request(NamedTuple):
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    """By their names in lower case."""


class PageServer:
    """The server; it runs from the beginning of a `with` to its end."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        """Take the side of the server of TLS, for https."""
        self.tls = tls
        self.page = b""
        """The right page, in UTF-8."""
        self.kind = HTML
        """Its Content-Type."""
        self.tunnel = False
        """It is a proxy first, which leads to itself."""
        self.instead = ""
        """The path that is answered, whatever was asked; "" for what was asked."""
        self.requests: list[Request] = []
        """All that came, the first one first."""
        self.connections = 0
        """How many were opened, also without a request."""
        self.stalled = Event()
        """The server keeps a client waiting, or drips."""
        self.gone = Event()
        """A client that was kept waiting has closed the connection."""
        self.released = Event()
        """Set by a test to let `/released` go on: half of the page is there before."""
        self._closing = Event()
        self._clients: set[socket.socket] = set()
        self._threads: list[Thread] = []
        self._lock = Lock()
        self._wake, self._woken = socket.socketpair()
        self._listeners = [socket.create_server((HOST, 0))]
        self.port = self._listeners[0].getsockname()[1]
        # Only Linux has more than one address of the machine itself.
        with suppress(OSError):
            self._listeners.append(socket.create_server((ELSEWHERE, self.port)))

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self.released.set()
        self._wake.close()
        with self._lock:
            for client in self._clients:
                with suppress(OSError):
                    client.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(PATIENCE)
        for each in (*self._listeners, self._woken):
            each.close()

    def address(self, path: str = "/page", host: str = HOST) -> str:
        """Return the address of a path."""
        return f"http{'s' if self.tls else ''}://{host}:{self.port}{path}"

    def set_page(self, data: bytes, kind: str = HTML) -> None:
        """Set what `/page` answers, and what the other paths spoil."""
        self.page, self.kind = data, kind

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, the first one first."""
        return [request.path for request in self.requests]

    def _start(self, work: Callable[..., None], *values: object) -> None:
        thread = Thread(target=work, args=values, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            ready = select.select([*self._listeners, self._woken], [], [])[0]
            for listener in ready:
                if listener is not self._woken:
                    self._start(self._serve, listener.accept()[0])

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self.connections += 1
            self._clients.add(connection)
        # A client that goes away at any time is what the tests are about.
        with suppress(OSError), connection:
            if self.tunnel and (request := _request(connection)):
                self.requests.append(request)
                connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            if self.tls:
                connection = self._secured(connection)
            with connection:
                request = _request(connection)
                if request:
                    self.requests.append(request)
                    Answer(self, connection).give(self.instead or request.path)

    def _secured(self, connection: socket.socket) -> socket.socket:
        assert self.tls
        secured = self.tls.wrap_socket(connection, server_side=True)
        with self._lock:
            self._clients.add(secured)
        return secured

    def wait_for_end(self, client: socket.socket, seconds: float | None = None) -> bool:
        """Wait until a client or the server ends the connection, and return whether that is so."""
        self.stalled.set()
        if not select.select([client], [], [], seconds)[0]:
            return False
        with suppress(OSError):
            while client.recv(1000):
                pass
        if not self._closing.is_set():
            self.gone.set()
        return True


def _request(connection: socket.socket) -> Request | None:
    """Read a request; None where the client has gone."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        block = connection.recv(1000)
        if not block:
            return None
        head += block
        if head.startswith(b"\x16"):
            # TLS, where this server has none.
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return None
    first, *lines = head.decode("latin-1").strip().split("\r\n")
    method, path, _ = first.split(" ")
    pairs = (line.partition(":") for line in lines)
    return Request(method, path, {name.lower(): value.strip() for name, _, value in pairs})


@pytest.fixture
def page_server(plan: Plan) -> Iterator[PageServer]:
    """The server, with a made-up copy of the document as its page."""
    with PageServer() as server:
        server.set_page(MadeUp(plan, form="p", page=True).data)
        yield server


def plan_with_address(folder: Path, address: str) -> Path:
    """Return a copy of the shipped plan, in a folder, whose document has this address."""
    made = Path(shutil.copytree(SHIPPED, folder / "plan"))
    source = made / "sources/guofa-2015-40.yaml"
    text, found = re.subn(r"(?m)^address: .*$", f"address: {address}", source.read_text(encoding="utf-8"))
    assert found == 1
    source.write_text(text, encoding="utf-8")
    return made
