"""Facts about an attached copy."""

from __future__ import annotations

from typing import NamedTuple


class CopyFacts(NamedTuple):
    """Facts about a file that the reader attached as a copy of a source."""

    name: str
    """Name of the file as it was given."""
    sha256: str
    """Its digest, in hexadecimal."""
    form: str
    """`text` or `HTML`."""
    encoding: str
    """`UTF-8`, `UTF-16`, `GB18030` or `Big5`."""
    script: str = ""
    """`traditional` or `simplified`; empty where it is not in Chinese."""
    attached: str = ""
    """Date on which it was attached."""
