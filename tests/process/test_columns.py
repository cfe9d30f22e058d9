"""The columns of the screen stay where they are, whatever signs stand in a text, and whatever terminal draws it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.folders import config_folder
from tests.small_plan import write_plan
from tests.terminal import Terminal
from tui.userdata.settings import FILE


def test_emoji_that_terminals_draw_in_one_cell_push_nothing(tmp_path: Path) -> None:
    """pyte draws ❤️ in one cell, as tmux 3.3 and xterm do, where Textual counts two."""
    folder = write_plan(tmp_path, ("title: {zh: 发展农村电子商务, en: Rural e-commerce}", 'title: {en: "❤️ ⚠️ shops"}'))
    with Terminal("--plan", str(folder), "--at", "act.trade.1", size=(80, 24)) as terminal:
        terminal.wait_for("shops")
        rows = terminal.wait_for_rest().split("\n")
    grades = {row[:34].rstrip().rfind("∙") for row in rows if "shops" in row[:34] or "E-commerce" in row[:34]}
    assert len(grades) == 1, rows


@pytest.mark.parametrize(("width", "pushed"), [("narrow", 0), ("wide", 2)])
def test_a_setting_says_how_wide_quotation_marks_are(tmp_path: Path, width: str, pushed: int) -> None:
    """pyte draws “ and ” in one cell: what is laid out for two ends two cells further left there."""
    folder = write_plan(
        tmp_path / "plan", ("title: {zh: 发展农村电子商务, en: Rural e-commerce}", "title: {en: “New” shops}")
    )
    settings = config_folder()
    assert settings
    settings.mkdir(parents=True, exist_ok=True)
    (settings / FILE).write_text(f'ambiguous = "{width}"\n', encoding="utf-8")
    with Terminal("--plan", str(folder), "--at", "act.trade.1", size=(80, 24)) as terminal:
        terminal.wait_for("shops")
        rows = [row[:34].rstrip() for row in terminal.wait_for_rest().split("\n")]
    here, there = (next(row.rfind("∙") for row in rows if word in row) for word in ("shops", "E-commerce"))
    assert there - here == pushed, rows
