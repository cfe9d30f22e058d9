"""Counts characters of ambiguous width (UAX #11) as two cells, for terminals that draw them so.

Such are Chinese quotation marks, the ellipsis, the dash, and the letters of pinyin that have tones. Textual 8.2.8 and
rich 15.0 count each as one. All of Textual's arithmetic and ours asks `rich.cells`, so the table is widened there, and
nothing else has to know.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import chain

import rich.cells
import rich.segment
from rich.cells import CellTable

_LOAD: Callable[..., CellTable] = vars(rich.cells)["load_cell_table"]
_NARROW: Callable[[str], bool] = rich.cells._is_single_cell_widths
_BLOCKS = (range(0xA0, 0x10000), range(0x1F000, 0x1F200))
"""Where such characters are, save those for private use, which are drawn as their code points."""


@cache
def _codes() -> tuple[int, ...]:
    """Return the code points of ambiguous width that rich counts as one cell: no combining marks, no controls."""
    return tuple(
        code
        for code in chain(*_BLOCKS)
        if unicodedata.east_asian_width(chr(code)) == "A"
        and unicodedata.category(chr(code))[0] not in "MC"
        and rich.cells.get_character_cell_size(chr(code)) == 1
    )


@cache
def _wide_table() -> CellTable:
    table = _LOAD()
    return table._replace(widths=sorted([*table.widths, *((code, code, 2) for code in _codes())]))


def count_ambiguous(*, wide: bool) -> None:
    """Count characters of ambiguous width as two cells, or as one again; to be called before anything is drawn."""
    load, narrow = _LOAD, _NARROW
    if wide:
        table, single = _wide_table(), rich.cells._SINGLE_CELLS - set(map(chr, _codes()))
        load, narrow = lambda _version="auto": table, single.issuperset
    vars(rich.cells).update(load_cell_table=load, _is_single_cell_widths=narrow)
    vars(rich.segment).update(_is_single_cell_widths=narrow)
    for function in (rich.cells.get_character_cell_size, rich.cells.cached_cell_len):
        function.cache_clear()
