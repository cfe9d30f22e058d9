"""Receives the body of a page: unpacks it within a limit, and finds out whether it is a page, and all of it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from http.client import HTTPResponse, IncompleteRead

from plan_data.copies.page_address import harmless
from plan_data.errors import Refused

LIMIT = 10_000_000
"""Most bytes of a page, counted after unpacking."""
_BLOCK = 65_536
_GZIP = 31
"""The `wbits` of zlib for one member of a gzip file."""
_START = 20_000
"""Bytes at the beginning within which a page says that it is HTML."""
_PASSWORD = re.compile(rb"""<input\b[^<>]{0,500}?\btype\s{0,20}=\s{0,20}["']?\s{0,20}password\b""")
"""A password field, in lower case; every part has its bound, since a page may be made to be searched for hours."""
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)


def receive(answer: HTTPResponse, on_progress: Callable[[int], None]) -> bytes:
    """Return the body of an answer with status 200, unpacked.

    Args:
        answer: The answer; its headers were read.
        on_progress: Called after each block with the unpacked bytes so far; an exception from it ends the job.

    Raises:
        Refused: It is no page, too large, or not complete.
    """
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind and not kind.startswith("text/") and kind != "application/xhtml+xml":
        raise Refused("page-kind", kind=harmless(kind))
    packed = _packing(answer)
    if (answer.length or 0) > LIMIT:
        raise _too_large()
    announced = answer.length
    unpacked = _Unpacked(packed, on_progress)
    received = 0
    try:
        while block := answer.read1(_BLOCK):
            received += len(block)
            unpacked.add(block)
    except IncompleteRead:
        raise Refused("page-incomplete") from None
    if announced is not None and received < announced:
        raise Refused("page-incomplete")
    data = unpacked.finish() if received else b""
    if not data.strip():
        raise Refused("page-empty")
    _check(data, ends_itself=packed or answer.chunked or announced is not None)
    return data


def charset_of(answer: HTTPResponse) -> str:
    """Return the charset of the header Content-Type in lower case, or ""."""
    found = _CHARSET.search(answer.headers.get("Content-Type", ""))
    return found[1].lower() if found else ""


def _packing(answer: HTTPResponse) -> bool:
    """Return whether the body is packed by gzip; raises Refused where it is packed by anything else."""
    transfer = _words(answer, "Transfer-Encoding")
    content = [word for word in _words(answer, "Content-Encoding") if word != "identity"]
    # `http.client` undoes chunks where nothing but chunks is named.
    if transfer not in ([], ["identity"], ["chunked"]) or content not in ([], ["gzip"], ["x-gzip"]):
        raise Refused("page-packed", encoding=harmless(", ".join(transfer + content)))
    return bool(content)


def _words(answer: HTTPResponse, header: str) -> list[str]:
    """Return the words of a header that has a list, in lower case."""
    lines = ",".join(answer.headers.get_all(header, []))
    return [word.strip().lower() for word in lines.split(",") if word.strip()]


def _check(data: bytes, ends_itself: bool) -> None:
    plain = _plain(data)
    if not ends_itself and b"<html" in plain[:_START] and b"</html" not in plain:
        raise Refused("page-incomplete")


def asks_password(data: bytes) -> bool:
    """Return whether a page has a field for a password. Pages of every kind may have one beside their text."""
    return bool(_PASSWORD.search(_plain(data)))


def _plain(data: bytes) -> bytes:
    """Return a page in lower case without NULs, so that one in UTF-16 can be searched like any other."""
    return data.replace(b"\0", b"").lower()


def _too_large() -> Refused:
    return Refused("page-large", limit=LIMIT // 1_000_000)


class _Unpacked:
    """A body that is unpacked while it arrives, so that one of terabytes never takes more memory than the limit."""

    def __init__(self, packed: bool, on_progress: Callable[[int], None]) -> None:
        self.on_progress = on_progress
        self.data = bytearray()
        self.member = zlib.decompressobj(_GZIP) if packed else None

    def add(self, block: bytes) -> None:
        """Take the next bytes as they came."""
        if self.member is None:
            self._append(block)
        while self.member is not None and block:
            if self.member.eof:
                # Another member may follow, and zeros that fill up a block of a tape.
                block = block.lstrip(b"\0")
                if not block:
                    return
                self.member = zlib.decompressobj(_GZIP)
            try:
                self._append(self.member.decompress(block, _BLOCK))
            except zlib.error:
                raise Refused("page-damaged") from None
            block = self.member.unused_data if self.member.eof else self.member.unconsumed_tail

    def finish(self) -> bytes:
        """Return the whole."""
        if self.member is not None and not self.member.eof:
            raise Refused("page-incomplete")
        return bytes(self.data)

    def _append(self, part: bytes) -> None:
        self.data += part
        if len(self.data) > LIMIT:
            raise _too_large()
        self.on_progress(len(self.data))
