"""The columns of the screen stay where they are, whatever signs stand in a text, and whatever terminal draws it."""

from __future__ import annotations

from pathlib import Path

from tests.small_plan import write_plan
from tests.terminal import Terminal


def test_emoji_that_terminals_draw_in_one_cell_push_nothing(tmp_path: Path) -> None:
    """pyte draws ❤️ in one cell, as tmux 3.3 and xterm do, where Textual counts two."""
    folder = write_plan(tmp_path, ("title: {zh: 发展农村电子商务, en: Rural e-commerce}", 'title: {en: "❤️ ⚠️ shops"}'))
    with Terminal("--plan", str(folder), "--at", "act.trade.1", size=(80, 24)) as terminal:
        terminal.wait_for("shops")
        rows = terminal.wait_for_rest().split("\n")
    grades = {row[:34].rstrip().rfind("∙") for row in rows if "shops" in row[:34] or "E-commerce" in row[:34]}
    assert len(grades) == 1, rows
