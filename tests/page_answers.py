"""The answers of `tests.page_server`: a method a path."""

from __future__ import annotations

import gzip
import socket
import zlib
from typing import TYPE_CHECKING

from tests.terminal import PATIENCE

if TYPE_CHECKING:
    from tests.page_server import PageServer

DRIP = 0.005
"""Seconds between two bytes of a dripping answer."""
LOGIN = '<html><body><form><p>请登录</p><input name="p" type="password"></form></body></html>'
ANOTHER = "<html><body>" + "<p>今天的天气很好，我们去喝茶。</p>" * 40 + "</body></html>"


class Answer:
    """One answer. `/moved/301` is `moved("301")`, `/stalled-body` is `stalled_body()`."""

    def __init__(self, server: PageServer, client: socket.socket) -> None:
        self.server, self.client = server, client
        self.page, self.kind = server.page, server.kind

    def give(self, path: str) -> None:
        """Answer a path."""
        name, *more = path.partition("?")[0].strip("/").split("/")
        name = "right" if name == "page" else name.replace("-", "_")
        getattr(self, name, self.nothing)(*more)

    def head(self, *lines: str, status: str = "200 OK") -> None:
        text = "\r\n".join((f"HTTP/1.1 {status}", *lines, "", ""))
        self.client.sendall(text.encode("utf-8"))

    def whole(self, body: bytes, kind: str = "", *lines: str) -> None:
        self.head(f"Content-Type: {kind or self.kind}", f"Content-Length: {len(body)}", *lines)
        self.client.sendall(body)

    def nothing(self, *_: str) -> None:
        """There is no such page."""
        self.status("404")

    # The right page.

    def right(self) -> None:
        self.whole(self.page)

    def chunked(self) -> None:
        """In chunks of a size that fits no character."""
        self.head(f"Content-Type: {self.kind}", "Transfer-Encoding: chunked")
        for at in range(0, len(self.page), 1001):
            self.client.sendall(_chunk(self.page[at : at + 1001]))
        self.client.sendall(b"0\r\n\r\n")

    def endless(self) -> None:
        """With neither length nor chunks: the end of the connection is that of the page."""
        self.head(f"Content-Type: {self.kind}")
        self.client.sendall(self.page)

    def gb18030(self) -> None:
        """In GB18030, which only the page itself declares."""
        self.whole(self._in_gb18030("charset=gb2312"), "text/html")

    def gb18030_header(self) -> None:
        """In GB18030, which only the header declares."""
        self.whole(self._in_gb18030(""), "text/html; charset=GBK")

    def _in_gb18030(self, meta: str) -> bytes:
        return self.page.decode("utf-8").replace("charset=utf-8", meta).encode("gb18030")

    def gzip(self) -> None:
        self.whole(gzip.compress(self.page), "", "Content-Encoding: gzip")

    def gzip_chunked(self) -> None:
        self.head(f"Content-Type: {self.kind}", "Content-Encoding: x-gzip", "Transfer-Encoding: chunked")
        packed = gzip.compress(self.page)
        self.client.sendall(b"".join(_chunk(packed[at : at + 7]) for at in range(0, len(packed), 7)) + b"0\r\n\r\n")

    def members(self) -> None:
        """Packed in three parts, with the zeros of a tape behind them."""
        third = len(self.page) // 3
        parts = (self.page[:third], self.page[third:-third], self.page[-third:])
        self.whole(b"".join(map(gzip.compress, parts)) + bytes(100), "", "Content-Encoding: gzip")

    def no_type(self) -> None:
        self.head(f"Content-Length: {len(self.page)}")
        self.client.sendall(self.page)

    def released(self) -> None:
        """One half at once, the other one when a test sets `released`."""
        self.head(f"Content-Type: {self.kind}", f"Content-Length: {len(self.page)}")
        half = len(self.page) // 2
        self.client.sendall(self.page[:half])
        self.server.stalled.set()
        self.server.released.wait(PATIENCE)
        self.client.sendall(self.page[half:])

    # Redirects.

    def moved(self, code: str, kind: str = "relative") -> None:
        """To the right page."""
        self._to("../../page" if kind == "relative" else self.server.address(), code)

    def loop(self, which: str = "a") -> None:
        self._to("/loop/b" if which == "a" else "/loop/a")

    def far(self, steps: str) -> None:
        """To the right page, after some steps."""
        self._to(f"/far/{int(steps) - 1}" if int(steps) > 1 else "/page")

    def elsewhere(self) -> None:
        """To another machine, which is this one."""
        self._to(f"http://127.0.0.2:{self.server.port}/page")

    def nowhere(self) -> None:
        self.head(status="302 Found")

    def script(self) -> None:
        self._to("javascript:alert(1)")

    def odd(self) -> None:
        """To an address with what must be encoded, and a fragment."""
        self._to("/page?q=茶 叶#part")

    def _to(self, place: str, code: str = "302") -> None:
        self.head(f"Location: {place}", "Content-Length: 0", status=f"{code} Moved")

    # Something else.

    def status(self, code: str) -> None:
        self.head("Content-Type: text/html", "Content-Length: 2", status=f"{code} So")
        self.client.sendall(b"no")

    def login(self) -> None:
        self.whole(LOGIN.encode())

    def another(self) -> None:
        """Another text."""
        self.whole(ANOTHER.encode())

    def image(self) -> None:
        self.whole(b"\x89PNG\r\n\x1a\n", "image/png")

    def json(self) -> None:
        self.whole(b"{}", "application/json; charset=utf-8")

    def empty(self) -> None:
        self.whole(b"")

    def blank(self) -> None:
        self.whole(gzip.compress(b" \n"), "", "Content-Encoding: gzip")

    def brotli(self) -> None:
        self.whole(self.page, "", "Content-Encoding: br")

    def transfer(self, *codings: str) -> None:
        """Packed or cut up on the way, in a way that nobody asked for."""
        self.head(f"Content-Type: {self.kind}", f"Transfer-Encoding: {', '.join(codings)}")
        self.client.sendall(_chunk(self.page) + b"0\r\n\r\n")

    # Too much.

    def large(self) -> None:
        """20 MB, without saying so."""
        self.head(f"Content-Type: {self.kind}")
        for _ in range(20):
            self.client.sendall(b"x" * 1_000_000)

    def large_length(self) -> None:
        """20 MB, and says so; nobody needs to read them."""
        self.head(f"Content-Type: {self.kind}", "Content-Length: 20000000")
        self.server.wait_for_end(self.client)

    def bomb(self) -> None:
        """4 GB in 4 MB, sent as long as somebody reads."""
        self.head(f"Content-Type: {self.kind}", "Content-Encoding: gzip")
        packer = zlib.compressobj(9, wbits=31)
        for _ in range(4000):
            self.client.sendall(packer.compress(bytes(1_000_000)))
        self.client.sendall(packer.flush())

    def bomb_of_members(self) -> None:
        """4 GB in 4000 members."""
        self.head(f"Content-Type: {self.kind}", "Content-Encoding: gzip")
        member = gzip.compress(bytes(1_000_000))
        for _ in range(4000):
            self.client.sendall(member)

    # Too little.

    def short(self) -> None:
        self.head(f"Content-Type: {self.kind}", f"Content-Length: {len(self.page)}")
        self.client.sendall(self.page[:-9])

    def short_chunks(self) -> None:
        self.head(f"Content-Type: {self.kind}", "Transfer-Encoding: chunked")
        self.client.sendall(_chunk(self.page))

    def broken_chunks(self) -> None:
        self.head(f"Content-Type: {self.kind}", "Transfer-Encoding: chunked")
        self.client.sendall(_chunk(self.page) + b"no number\r\n")

    def short_gzip(self) -> None:
        self.whole(gzip.compress(self.page)[:-9], "", "Content-Encoding: gzip")

    def broken_gzip(self) -> None:
        packed = bytearray(gzip.compress(self.page))
        packed[len(packed) // 2] ^= 255
        self.whole(bytes(packed), "", "Content-Encoding: gzip")

    def no_gzip(self) -> None:
        self.whole(self.page, "", "Content-Encoding: gzip")

    def gzip_and_more(self) -> None:
        self.whole(gzip.compress(self.page) + b"more", "", "Content-Encoding: gzip")

    def short_endless(self) -> None:
        self.head(f"Content-Type: {self.kind}")
        self.client.sendall(self.page[: len(self.page) // 2])

    def closed(self) -> None:
        """Closes the connection without an answer."""

    def no_http(self) -> None:
        self.client.sendall(b"220 mail.example.org ESMTP\r\n")

    def reset(self) -> None:
        """Breaks off in the middle of the page, as a firewall does."""
        self.head(f"Content-Type: {self.kind}", f"Content-Length: {len(self.page)}")
        self.client.sendall(self.page[:100])
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    # Slow.

    def stalled(self) -> None:
        """No answer."""
        self.server.wait_for_end(self.client)

    def stalled_headers(self) -> None:
        self.client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/h")
        self.server.wait_for_end(self.client)

    def stalled_body(self) -> None:
        self.head(f"Content-Type: {self.kind}", f"Content-Length: {len(self.page)}")
        self.client.sendall(self.page[:5000])
        self.server.wait_for_end(self.client)

    def stalled_gzip(self) -> None:
        self.head(f"Content-Type: {self.kind}", "Content-Encoding: gzip")
        self.client.sendall(gzip.compress(self.page)[:300])
        self.server.wait_for_end(self.client)

    def dripping_headers(self) -> None:
        self._drip(b"HTTP/1.1 200 OK\r\nX-Odd: ")

    def dripping_body(self) -> None:
        self.head(f"Content-Type: {self.kind}", f"Content-Length: {len(self.page)}")
        self._drip(b"")

    def dripping_chunks(self) -> None:
        self.head(f"Content-Type: {self.kind}", "Transfer-Encoding: chunked")
        self._drip(b"", b"1\r\nx\r\n")

    def _drip(self, first: bytes, drop: bytes = b"x") -> None:
        self.client.sendall(first)
        try:
            while not self.server.wait_for_end(self.client, DRIP):
                self.client.sendall(drop)
        except OSError:
            self.server.gone.set()


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)
