"""The request for an official page: what arrives, what is refused and why, and how it ends at once."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
import tracemalloc
from pathlib import Path

import pytest

from plan_data.copies.document_text import SavedFile
from plan_data.copies.page_body import asks_password
from plan_data.copies.page_request import Page, PageRequest
from plan_data.errors import Cancelled, Refused
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.version import VERSION
from tests.made_up_copy import DOCUMENT, MadeUp
from tests.output import obey_interrupts
from tests.page_refusals import SLOW, ask, ended_by_cancel, key_of, refusal
from tests.page_server import ELSEWHERE, HOST, PageServer, plan_with_address
from tests.terminal import PATIENCE, ROOT

# What arrives.


@pytest.mark.parametrize("path", ("page", "chunked", "endless", "gzip", "gzip-chunked", "members", "no-type"))
def test_a_page_arrives_whole(page_server: PageServer, path: str) -> None:
    page = ask(page_server, f"/{path}")
    charset = "" if path == "no-type" else "utf-8"
    assert page == Page(page_server.page, page_server.address(f"/{path}"), charset)


@pytest.mark.parametrize(("path", "charset"), (("gb18030", ""), ("gb18030-header", "gbk")))
def test_a_page_in_gb18030_is_read(page_server: PageServer, plan: Plan, path: str, charset: str) -> None:
    page = ask(page_server, f"/{path}")
    assert page.charset == charset
    text = SavedFile(page.data, "page", page.charset).as_it_is()
    assert text.encoding == "GB18030"
    assert text.paragraphs == MadeUp(plan, form="p", page=True).copy().paragraphs


def test_one_request_is_sent_that_says_who_asks(page_server: PageServer) -> None:
    ask(page_server, "/page?a=1")
    (request,) = page_server.requests
    assert (request.method, request.path) == ("GET", "/page?a=1")
    assert request.headers == {
        "host": f"{HOST}:{page_server.port}",
        "user-agent": f"internet-plus/{VERSION}",
        "accept": "text/html, application/xhtml+xml, text/plain",
        "accept-encoding": "gzip",
        "connection": "close",
    }


def test_progress_counts_unpacked_bytes(page_server: PageServer) -> None:
    told: list[int] = []
    PageRequest(page_server.address("/gzip"), told.append).page()
    assert told == sorted(told) and told[-1] == len(page_server.page)


def test_an_exception_of_progress_ends_the_request(page_server: PageServer) -> None:
    def stop(received: int) -> None:
        raise LookupError(received)

    with pytest.raises(LookupError):
        PageRequest(page_server.address(), stop).page()


def test_a_plan_can_have_the_address_of_the_server(page_server: PageServer, tmp_path: Path) -> None:
    plan = load(plan_with_address(tmp_path, page_server.address()))
    assert PageRequest(plan.sources[DOCUMENT].address).page().data == page_server.page


# Redirects.


@pytest.mark.parametrize("code", (301, 302, 303, 307, 308))
@pytest.mark.parametrize("kind", ("relative", "absolute"))
def test_a_page_that_moved_is_found(page_server: PageServer, code: int, kind: str) -> None:
    page = ask(page_server, f"/moved/{code}/{kind}")
    assert page.data == page_server.page and page.address == page_server.address("/page")
    assert all("cookie" not in request.headers for request in page_server.requests)


def test_an_odd_target_is_encoded(page_server: PageServer) -> None:
    page = ask(page_server, "/odd")
    assert page.address == page_server.address("/page?q=%E8%8C%B6%20%E5%8F%B6")
    assert page_server.paths == ["/odd", "/page?q=%E8%8C%B6%20%E5%8F%B6"]


def test_no_request_goes_to_another_host(page_server: PageServer) -> None:
    with pytest.raises(Refused, match=ELSEWHERE) as caught:
        ask(page_server, "/elsewhere")
    assert key_of(caught.value.why) == "elsewhere"
    assert page_server.paths == ["/elsewhere"] and page_server.connections == 1


@pytest.mark.parametrize(
    ("path", "reason", "requests"),
    (("loop", "loop", 3), ("far/6", "redirects", 6), ("nowhere", "no-target", 1), ("script", "target", 1)),
)
def test_a_redirect_that_leads_nowhere_is_refused(
    page_server: PageServer, path: str, reason: str, requests: int
) -> None:
    assert refusal(page_server.address(f"/{path}")) == reason
    assert len(page_server.requests) == requests


def test_five_redirects_are_followed(page_server: PageServer) -> None:
    assert ask(page_server, "/far/5").data == page_server.page


# What is refused.


@pytest.mark.parametrize(
    ("path", "reason"),
    {
        "status/401": "login",
        "status/403": "forbidden",
        "status/404": "gone",
        "status/410": "gone",
        "status/429": "status",
        "status/204": "status",
        "status/304": "status",
        "status/500": "server",
        "status/503": "server",
        "status/511": "login",
        "no-such-page": "gone",
        "image": "kind",
        "json": "kind",
        "empty": "empty",
        "blank": "empty",
        "brotli": "packed",
        "transfer/gzip/chunked": "packed",
        "transfer/identity/chunked": "packed",
        "large": "large",
        "large-length": "large",
        "bomb": "large",
        "bomb-of-members": "large",
        "short": "incomplete",
        "short-chunks": "incomplete",
        "broken-chunks": "incomplete",
        "short-gzip": "incomplete",
        "short-endless": "incomplete",
        "broken-gzip": "damaged",
        "no-gzip": "damaged",
        "gzip-and-more": "damaged",
        "closed": "no-answer",
        "no-http": "not-http",
        "reset": "broken-off",
    }.items(),
)
def test_what_is_no_good_page_is_refused(page_server: PageServer, path: str, reason: str) -> None:
    assert refusal(page_server.address(f"/{path}")) == reason
    assert len(page_server.requests) == 1


def test_what_is_said_of_a_stranger_is_short_and_harmless(page_server: PageServer) -> None:
    page_server.set_page(b"x", "\x1b[31mimage/" + "x" * 300)
    with pytest.raises(Refused) as caught:
        ask(page_server, "/page")
    for said in caught.value.why:
        assert "<U+001B>" in said and "\x1b" not in said and len(said) < 100


@pytest.mark.parametrize(
    "field",
    (
        "<input type=password>",
        "<INPUT name='p' TYPE = 'Password' >",
        '<input\n class="wide"\n type="password"/>',
    ),
)
@pytest.mark.parametrize("encoding", ("utf-8", "utf-16"))
def test_a_password_field_is_seen_in_any_spelling(field: str, encoding: str) -> None:
    assert asks_password(f"<html><body>{field}</body></html>".encode(encoding))
    assert not asks_password("<input type=text> password".encode(encoding))


def test_a_page_that_only_looks_broken_is_taken(page_server: PageServer) -> None:
    """A text without tags, and one of HTML that need not end itself, since its length is known."""
    page_server.set_page("国务院 <input type=text> password".encode(), "text/plain")
    assert ask(page_server, "/endless").data == page_server.page
    page_server.set_page(b"<html><p>x")
    assert ask(page_server, "/page").data == ask(page_server, "/chunked").data == page_server.page


def test_a_page_made_to_be_searched_slowly_takes_no_longer() -> None:
    data = b"<input type" + b" " * 100_000 + b"<input" * 100_000
    before = time.process_time()
    assert not asks_password(data)
    assert time.process_time() - before < 10


@pytest.mark.parametrize("path", ("bomb", "bomb-of-members", "large"))
def test_a_bomb_takes_no_more_memory_than_the_limit(page_server: PageServer, path: str) -> None:
    received: list[int] = []
    request = PageRequest(page_server.address(f"/{path}"), received.append)
    tracemalloc.start()
    try:
        with pytest.raises(Refused):
            request.page()
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert received[-1] <= 10_000_000 and most < 16_000_000


def test_ten_megabytes_are_taken_and_one_byte_more_is_not(page_server: PageServer) -> None:
    page_server.set_page(b"x" * 10_000_000)
    assert len(ask(page_server, "/gzip").data) == len(ask(page_server, "/endless").data) == 10_000_000
    page_server.set_page(b"x" * 10_000_001)
    assert [refusal(page_server.address(path)) for path in ("/gzip", "/endless", "/page")] == ["large"] * 3


# Time, and the reader's Escape.


@pytest.mark.parametrize("path", SLOW)
def test_cancel_ends_a_slow_answer_at_once(page_server: PageServer, path: str) -> None:
    """GIVEN a server that keeps a request waiting, WHEN it is cancelled, THEN it ends, and the server sees that."""
    request = PageRequest(page_server.address(f"/{path}"))
    assert ended_by_cancel(request, page_server.stalled.wait)
    assert page_server.gone.wait(PATIENCE)


@pytest.mark.parametrize("path", SLOW)
def test_time_ends_a_slow_answer(page_server: PageServer, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(PageRequest, "SECONDS", 0.2)
    assert refusal(page_server.address(f"/{path}")) == "time"
    assert page_server.gone.wait(PATIENCE)


def test_cancel_before_the_request_sends_nothing(page_server: PageServer) -> None:
    request = PageRequest(page_server.address())
    request.cancel()
    with pytest.raises(Cancelled):
        request.page()
    assert page_server.connections == 0


def test_cancel_ends_the_lookup_of_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, free = threading.Event(), threading.Event()

    def hanging(*_: object, **__: object) -> list[object]:
        asked.set()
        free.wait(PATIENCE)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hanging)
    try:
        assert ended_by_cancel(PageRequest("http://slow.example/"), asked.wait)
    finally:
        free.set()


def test_a_connection_that_comes_too_late_is_closed(page_server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """GIVEN a request that was cancelled while it connected, WHEN the connection comes, THEN nothing is sent on it."""
    asked, free = threading.Event(), threading.Event()
    ours, theirs = socket.socketpair()

    def slow(*_: object, **__: object) -> socket.socket:
        asked.set()
        free.wait(PATIENCE)
        return ours

    monkeypatch.setattr(socket, "create_connection", slow)
    assert ended_by_cancel(PageRequest(page_server.address()), asked.wait)
    free.set()
    with theirs:
        theirs.settimeout(PATIENCE)
        assert theirs.recv(100) == b""


def test_cancel_ends_a_handshake(page_server: PageServer) -> None:
    """A server that accepts a connection and says nothing, so that TLS cannot begin."""
    greeted = threading.Event()
    with socket.create_server((HOST, 0)) as silent:
        port = silent.getsockname()[1]
        gone: list[bytes] = []

        def accept() -> None:
            client = silent.accept()[0]
            with client:
                client.recv(10_000)
                greeted.set()
                gone.append(client.recv(10_000))

        thread = threading.Thread(target=accept)
        thread.start()
        assert ended_by_cancel(PageRequest(f"https://{HOST}:{port}/"), greeted.wait)
        thread.join(PATIENCE)
        assert gone == [b""]


INTERRUPTED = """
import sys
from plan_data.copies.page_body import asks_password
from plan_data.copies.page_request import PageRequest
try:
    PageRequest(sys.argv[1]).page()
except KeyboardInterrupt:
    print("interrupted")
"""


def test_an_interrupt_ends_the_request_and_the_process(page_server: PageServer) -> None:
    command = [sys.executable, "-c", INTERRUPTED, page_server.address("/stalled-body")]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=obey_interrupts,
    ) as process:
        assert page_server.stalled.wait(PATIENCE)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=PATIENCE) == ("interrupted\n", "")
    assert process.returncode == 0 and page_server.gone.wait(PATIENCE)


def test_cancel_after_the_page_came_does_nothing(page_server: PageServer) -> None:
    request = PageRequest(page_server.address())
    assert request.page().data == page_server.page
    request.cancel()


# What it costs those who do not ask.

LOADED = """
import sys
import plan_data.copies.page_request
print([name for name in ("http.client", "urllib.request", "ssl", "email") if name in sys.modules])
import plan_data.copies.page_body, plan_data.copies.page_connection
ours = ("plan_data", "__main__")
print({name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names) - set(ours) - BEFORE)
"""


def test_it_loads_no_package_of_others_and_nothing_before_it_is_needed() -> None:
    code = "import sys; BEFORE = {name.partition('.')[0] for name in sys.modules}" + LOADED
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\nset()\n", done.stdout + done.stderr
