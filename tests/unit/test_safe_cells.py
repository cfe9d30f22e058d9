"""The filter of all drawn cells: what is sent takes as many cells as Textual counted."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from tui.terminal.safe_cells import SafeCells


@pytest.mark.parametrize("text", ["a ❤️ b", "1️⃣x", "⭐️.", "☔️", "中文⚠️文", "a\x1b[2Jb", "plain"])
def test_what_is_sent_is_as_wide_as_textual_counted(text: str) -> None:
    sent = "".join(segment.text for segment in SafeCells().apply([Segment(text)], Color(0, 0, 0)))
    assert cell_len(sent) == cell_len(text)
    assert "\ufe0f" not in sent and "\x1b" not in sent
