"""No test but those with the page server opens a connection, and those only within the machine."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.network_guard import GUARD, ConnectionInTestError
from tests.page_server import HOST, PageServer
from tests.terminal import PATIENCE, ROOT

FAR = "192.0.2.1"
"""An address that belongs to nobody (RFC 5737)."""


def datagram(host: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"", (host, 9))


def quick(host: str) -> None:
    with socket.socket() as caller:
        caller.connect_ex((host, 9))


WAYS: tuple[Callable[[str], object], ...] = (
    lambda host: socket.create_connection((host, 9), timeout=PATIENCE),
    lambda host: socket.getaddrinfo(host, 80),
    socket.gethostbyname,
    socket.gethostbyname_ex,
    datagram,
    quick,
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("host", (HOST, "localhost", FAR))
def test_no_way_out_is_open(way: Callable[[str], object], host: str) -> None:
    with pytest.raises(ConnectionInTestError):
        way(host)
    assert GUARD.report()


@pytest.mark.parametrize("way", WAYS)
def test_the_page_server_is_no_way_out_of_the_machine(way: Callable[[str], object], page_server: PageServer) -> None:
    with pytest.raises(ConnectionInTestError):
        way(FAR)
    assert GUARD.report()


def test_the_page_server_can_be_reached(page_server: PageServer) -> None:
    socket.create_connection((HOST, page_server.port)).close()
    assert GUARD.seen == []


OPENING = """
import socket
def test_opens():
    try:
        socket.create_connection(("127.0.0.1", 9))
    except Exception:
        pass
def test_other():
    pass
"""


def test_an_attempt_that_the_program_swallows_fails_that_test(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(OPENING, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run([*command, "--rootdir", str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert "opened a connection: socket.getaddrinfo: '127.0.0.1'" in done.stdout, done.stdout
    assert "::test_opens" in done.stdout and "1 failed, 1 passed" in done.stdout


async def test_an_event_loop_is_no_connection() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.send(b"x")
        assert await asyncio.get_running_loop().sock_recv(ours, 1) == b"x"
    assert GUARD.seen == []
