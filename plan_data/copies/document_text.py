"""Reads the paragraphs of a file that a reader saved: plain text or HTML, in UTF-8 or GB18030.

The parser of the standard library extracts the text of HTML. No script is run and no address is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html.parser import HTMLParser
from typing import NamedTuple

from plan_data.copies.wrapped_lines import joined
from plan_data.errors import Refused
from plan_data.labels.attachments import WRONG_KINDS
from plan_data.model.anchors import LINE_BREAK, paragraphs

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|br)\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_CODEC = re.compile(r"(?P<gb18030>(?:x-)?gb.*|cp936)|(?P<big5hkscs>(?:x-x-)?big-?5.*)|utf-?16(?P<utf16>[bl]e)?")
_LABELS = {"utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_LABELS |= {"gb18030": "GB18030", "big5hkscs": "Big5"}
_BLANK = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = frozenset({"script", "style", "noscript", "template", "title", "svg", "select", "textarea", "iframe"})
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)


class CopyText(NamedTuple):
    """The text of a copy."""

    paragraphs: tuple[str, ...]
    """Its paragraphs, the first being number 1: the lines that are not blank, without the white space around them."""
    blocks: tuple[str, ...]
    """The same text by another rule: runs of lines that are not blank (see `anchors.paragraphs`)."""
    form: str
    """`text` or `HTML`."""
    encoding: str
    """`UTF-8`, `UTF-16`, `GB18030` or `Big5`."""


class SavedFile:
    """A file that a reader saved, decoded, and the ways to read its paragraphs."""

    def __init__(self, data: bytes, name: str, charset: str = "") -> None:
        """Decode a file.

        Args:
            data: Its bytes.
            name: Its name, for the messages.
            charset: The charset with which a server sent it; an unknown one is ignored.

        Raises:
            Refused: It is empty, no text, or in no encoding that is read.
        """
        if not data.strip():
            raise Refused("empty", file=name)
        for start, what in WRONG_KINDS.items():
            if data.startswith(start):
                raise Refused("kind", file=name, what=what)
        if data[:2000].lstrip().lower().startswith((b"mime-version:", b"from: <saved by")):
            raise Refused("web-archive", file=name)
        self._text, self._encoding = _decoded(data, name, charset)
        if "\x00" in self._text:
            raise Refused("nul", file=name)
        self._parts = _parts_of(self._text) if _MARKUP.search(self._text[:20_000]) else None
        if not (self._text if self._parts is None else "".join(self._parts)).strip():
            raise Refused("no-text", file=name)

    def as_it_is(self) -> CopyText:
        """Return the text with a paragraph for each line."""
        text = self._text if self._parts is None else "".join(self._parts)
        lines = tuple(line.strip() for line in LINE_BREAK.split(text) if line.strip())
        return self._read(lines, tuple(paragraphs(text)))

    def joined(self, headings: Collection[str] = ()) -> CopyText:
        """Return the text with the lines of a hard-wrapped paragraph joined (see `wrapped_lines`)."""
        text = self._text if self._parts is None else "".join(map(str, filter(_is_text, self._parts)))
        lines = joined(text, headings)
        return self._read(lines, lines)

    def _read(self, lines: tuple[str, ...], blocks: tuple[str, ...]) -> CopyText:
        return CopyText(lines, blocks, "text" if self._parts is None else "HTML", self._encoding)


def _decoded(data: bytes, name: str, charset: str) -> tuple[str, str]:
    sent = _codec(charset)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        tried = ["utf-16"]
    elif sent.startswith("utf-16") and b"\0" in data:
        tried = [sent]
    else:
        found = _CHARSET.search(data[:4096])
        declared = _codec(found[1].decode("ascii")) if found else ""
        # UTF-8 is first, whatever is declared: no long text in another encoding happens to be valid in it.
        codecs = ("utf-8", sent, declared, "gb18030")
        tried = list(dict.fromkeys(codec for codec in codecs if codec and not codec.startswith("utf-16")))
    for codec in tried:
        try:
            return data.decode(codec).removeprefix("\ufeff"), _LABELS[codec]
        except UnicodeDecodeError:
            continue
    raise Refused("encoding", file=name)


def _codec(charset: str) -> str:
    """Return the codec for a charset that a server or a page declares; "" for UTF-8, and for one that is not read."""
    found = _CODEC.fullmatch(charset.lower())
    if not found:
        return ""
    # Without a byte order mark UTF-16 is little-endian (WHATWG).
    return found.lastgroup if found.lastgroup in _LABELS else f"utf-16-{found['utf16'] or 'le'}"


def _parts_of(html: str) -> list[str]:
    collector = _TextCollector()
    collector.feed(html)
    collector.close()
    return collector.parts


class _SecondEnd(str):
    """The line end for the closing half of `<br/>`, which no page shows: its opening half has one already."""


def _is_text(part: str) -> bool:
    return not isinstance(part, _SecondEnd)


class _TextCollector(HTMLParser):
    """Collects the text that a page would show, with a line end at each end of a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = ""
        self.depth = 0
        self.preformatted = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == self.hidden:
            self.depth += 1
        elif tag in _HIDDEN and not self.hidden:
            self.hidden, self.depth = tag, 1
        if tag in _BLOCKS:
            self.parts.append("\n")
        if tag == "pre":
            self.preformatted = True

    def handle_endtag(self, tag: str) -> None:
        if tag == self.hidden:
            self.depth -= 1
            self.hidden = tag if self.depth else ""
        if tag in _BLOCKS:
            self.parts.append(_SecondEnd("\n") if tag == "br" else "\n")
        if tag == "pre":
            self.preformatted = False

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Skip `<![...>`: conditional comments and CDATA, which no page shows."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data if self.preformatted else _BLANK.sub(" ", data))
