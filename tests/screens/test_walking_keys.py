"""All walking keys move the cursor, in every pane, however long its content is."""

from __future__ import annotations

import pytest
from textual.scroll_view import ScrollView

import tui.panes.view  # noqa: F401
from plan_data.model.plan import Plan
from tests.support import explorer, main_screen, press, screen_lines
from tui.screens.help_page import HelpPage
from tui.screens.list_box import BoxList
from widgets.drawn.textual_fixes import ScrolledLines

SIZES = [(80, 24), (80, 13), (120, 36)]
MORE = " .. "
"""What stands where words are left out, with the blank before the grade."""
SAME = [
    (("down",), ("j",)),
    (("down", "down", "up"), ("j", "j", "k")),
    (("pagedown",), ("ctrl+d", "ctrl+d")),
    (("end",), ("G",)),
    (("end", "home"), ("G", "g")),
    (("end", "pageup"), ("G", "ctrl+u", "ctrl+u")),
]


def test_nothing_that_is_drawn_by_lines_has_keys_of_its_own() -> None:
    """The keys are the screen's. What a widget binds itself wins over them as soon as it has the focus."""
    classes = [ScrolledLines]
    for cls in classes:
        classes += cls.__subclasses__()
        assert not cls._merge_bindings().key_to_bindings, cls
        assert ScrollView in cls.__mro__
    assert len(classes) > 8


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 50)])
async def test_every_title_in_the_unfolded_outline_is_whole(plan: Plan, size: tuple[int, int], lang: str) -> None:
    """No newcomer has to guess what `Change and ..` may be: what does not fit has a short name."""
    app = explorer(plan, lang=lang)
    async with app.run_test(size=size) as pilot:
        screen = main_screen(app)
        await press(pilot, "e")
        seen: set[int] = set()
        while len(seen) < len(plan.nodes):
            top, height = round(screen.outline.scroll_y), screen.outline.size.height
            seen.update(range(top, min(top + height, len(plan.nodes))))
            rows = [line[: screen.outline.size.width] for line in screen_lines(app)[1 : 1 + height]]
            assert [row for row in rows if MORE in f"{row} "] == []
            await press(pilot, "pagedown")


@pytest.mark.case("T01")
@pytest.mark.parametrize("size", SIZES)
async def test_arrows_and_pages_walk_an_unfolded_outline_as_letters_do(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        screen = main_screen(app)
        await press(pilot, "e")
        for keys, letters in SAME:
            await press(pilot, "g", *"jjj", *keys)
            stood = screen.current
            assert screen.outline.scroll_y <= screen.outline.row_of(stood) < screen.outline.scroll_y + size[1]
            await press(pilot, "g", *"jjj", *letters)
            assert abs(screen.outline.row_of(stood) - screen.outline.row_of(screen.current)) <= 1, (keys, letters)
        await press(pilot, "g", *["down"] * 40)
        assert screen.outline.row_of(screen.current) == 40
        assert screen.shown == screen.current
        await press(pilot, *["up"] * 5)
        assert screen.outline.row_of(screen.current) == 35
        await press(pilot, "end")
        assert screen.current == plan.nodes[-1].id
        await press(pilot, "home")
        assert screen.current == plan.root.id


@pytest.mark.case("T01")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("opened", ["enter", "s", "t", "a"])
async def test_arrows_walk_cards_sources_and_views_as_letters_do(
    plan: Plan, size: tuple[int, int], opened: str
) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=size) as pilot:
        screen = main_screen(app)
        await press(pilot, opened)
        page = screen.pane
        assert screen.focused is page
        for keys, letters in SAME:
            await press(pilot, "g", *keys)
            stood = page.cursor, page.scroll_y
            await press(pilot, "g", *letters)
            if keys != ("pagedown",) and "pageup" not in keys:
                assert (page.cursor, page.scroll_y) == stood, (keys, letters)
            elif len(page.lines) > size[1]:
                # Twice half a page may be a line more or less than a page.
                assert abs(page.scroll_y - stood[1]) <= 1
        await press(pilot, "g", *["down"] * 30)
        walked = page.cursor, page.scroll_y
        await press(pilot, "g")
        assert (page.cursor, page.scroll_y) != walked


@pytest.mark.case("T01")
@pytest.mark.parametrize("size", SIZES)
async def test_arrows_walk_the_help_and_the_hits(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "question_mark")
        page = app.screen.query_one(HelpPage)
        for keys, letters in SAME:
            await press(pilot, "g", *keys)
            stood = page.scroll_y
            await press(pilot, "g", *letters)
            assert page.scroll_y == stood or "page" in keys[-1], (keys, letters)
        await press(pilot, "g", "pagedown")
        assert page.scroll_y > 0
        await press(pilot, "escape", "f", "text:a")
        hits = app.screen.query_one(BoxList)
        first = hits.cursor
        await press(pilot, *["down"] * 20)
        assert hits.cursor > first
        assert hits.scroll_y > 0 or len(hits.lines) <= hits.size.height
        await press(pilot, "pageup", "pageup", *["up"] * 20)
        assert hits.cursor == first
