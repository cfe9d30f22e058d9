"""In Chinese the explorer has no English word of its own: panes, boxes, views, answers, empty places."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.labels.saved import UNKNOWN_SETTING
from plan_data.loading.parsers import nearest
from plan_data.model.plan import Plan
from tests.chinese import LATIN, texts_in_chinese
from tests.support import press, screen_text
from tui.app import Explorer
from tui.userdata.options import Options
from tui.userdata.store import Store

SIZES = [(40, 15), (80, 24), (120, 36)]
WALKS = {
    "first screen, outline, help": (
        "",
        "j j enter escape question_mark pagedown pagedown G slash text:xqz escape escape",
    ),
    "card, source, copying": ("act.agriculture", "enter j j s full_stop full_stop comma o e y escape y z escape"),
    "without a quote": ("act.ai.3", "s y q o c U U"),
    "jump box": ("", "f text:农业 down tab escape f text:xqzxqz escape n N"),
    "timeline": ("", "t j j slash text:xqz enter escape escape"),
    "agencies": ("", "a j j r enter escape escape"),
    "targets": ("", "T j j enter escape"),
    "sources and gaps": ("", "S j j j enter escape"),
    "conflicts": ("", "C j j enter escape"),
    "comparison": ("act.ai", "equals_sign equals_sign equals_sign j equals_sign j j escape"),
    "bookmarks and notes": ("act.ai", "b escape m m m i enter text:笔记 escape b j escape"),
    "panes": ("act.ai", "minus minus minus plus z z less_than_sign greater_than_sign left_square_bracket"),
    "commands, export": ("act.ai", "colon text:配色 escape E escape R"),
    "a body": ("org.moa", "enter s y escape i escape"),
}
"""Name of a walk to where it begins, and its keys."""
LEFT = frozenset(
    "Enter Esc alt ansi attach backspace bib brand cn csl csv ctrl delete down end enter esc escape export fg fn "
    "gov home html https ink internet json left Markdown md option paper pgdn pgup plain plus rgzn right "
    "shift space tab up vi xqz xqzxqz".split()
)
"""Names of keys, commands and formats, an example of pinyin, and what is typed here."""


@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize("size", SIZES)
async def test_no_english_word_is_on_the_screen(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], walk: str
) -> None:
    monkeypatch.setattr("tui.screens.source_opener.open_address", lambda *_: None)
    own = {word for text in texts_in_chinese(plan) for word in LATIN.findall(text)}
    at, keys = WALKS[walk]
    app = Explorer(plan, Options(at=at, lang="zh"), store=Store(tmp_path, ""))
    async with app.run_test(size=size) as pilot:
        for key in ("wait", *keys.split()):
            await press(pilot, *([] if key == "wait" else [key]))
            # A word at the edge of a pane may be cut.
            found = {word for word in LATIN.findall(screen_text(app)) if not any(w.startswith(word) for w in own)}
            assert found <= LEFT, (key, found - LEFT, screen_text(app))


async def test_alerts_are_in_the_language_of_the_screen_and_follow_it(plan: Plan, tmp_path: Path) -> None:
    messages = [UNKNOWN_SETTING.format(path="settings.toml", name="thema", nearest=nearest("thema", ["theme"]))]
    app = Explorer(plan, Options(lang="zh"), store=Store(tmp_path, ""), messages=messages)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert "settings.toml：未知设置 'thema'；是否指 'theme'？" in screen_text(app)
        await press(pilot, "L", "L")
        assert "settings.toml: unknown setting 'thema'; did you mean 'theme'?" in screen_text(app)
        await press(pilot, "escape")
        assert "settings.toml" not in screen_text(app)
