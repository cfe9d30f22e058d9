"""The scroll bar tells where the lines stand."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tui.panes.themes import INK
from widgets.drawn.page import Page
from widgets.render.blocks import Block, Span


class Shown(App[None]):
    """A page alone, in a theme of ours: the styles of lines come from it."""

    def on_mount(self) -> None:
        self.register_theme(INK)
        self.theme = INK.name

    def compose(self) -> ComposeResult:
        yield Page(id="page")


async def test_a_bar_that_appears_after_the_page_was_scrolled_stands_there_too() -> None:
    """GIVEN a page that fits, WHEN a longer one is shown and scrolled at once, THEN its bar stands there."""
    app = Shown()
    async with app.run_test(size=(40, 10)) as pilot:
        page = app.screen.query_one(Page)
        page.styles.overflow_y = "auto"
        page.show([Block((Span("one line"),))])
        await pilot.pause()
        assert not page.show_vertical_scrollbar
        page.show([Block((Span(f"line {n}"),), target=str(n)) for n in range(60)])
        page.stand_on(40, top=True)
        await pilot.pause()
        assert page.show_vertical_scrollbar
        assert page.scroll_y > 20
        assert page.vertical_scrollbar.position == page.scroll_y
