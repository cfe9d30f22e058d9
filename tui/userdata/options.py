"""The options with which the explorer is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plan_data.errors import MAX_BYTES
from plan_data.folders import SHIPPED


@dataclass(frozen=True)
class Options:
    """The options of the command line, else of the settings."""

    folder: Path = SHIPPED
    """The plan's folder."""
    at: str = ""
    """Id of the node, body, source or quote to open at; "" for where the reader left off."""
    lang: str = ""
    """`en`, `zh` or `both`; "" for the last one used, at first English."""
    theme: str = ""
    """Name of a theme; "" for the first one."""
    ascii_signs: bool = False
    """Draw all signs in ASCII."""
    max_bytes: int = MAX_BYTES
    """Cap on the size of a file of the plan."""
    csv_mark: bool = False
    """Begin CSV files with a byte order mark."""
    pick: bool = False
    """Enter in the outline or in the jump box ends the program with the id of the entry."""
