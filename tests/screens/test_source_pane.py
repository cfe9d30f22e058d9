"""The source reader, read off the screen: every shipped passage equals the source, character for character."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tests.small_plan import write_plan
from tests.support import explorer, press, screen_text
from tui.app import Explorer
from tui.userdata.history import Location
from widgets.drawn.page import MARGIN
from widgets.render.source_page import passage_target
from widgets.render.wrapping import cells


def read_off(lines: list[str], passage: str) -> str:
    """What the lines of a passage show, the spaces that were spent on line ends put back from the passage.

    A character that the passage does not have at its place raises AssertionError; so does one that is missing.
    """
    at = 0
    for line in lines:
        while at < len(passage) and passage[at] in " \n" and not line.startswith(passage[at]):
            at += 1
        shown = line.rstrip(" ")
        assert passage.startswith(shown, at), (shown, passage[at : at + len(shown)])
        at += len(shown)
    return passage[:at] + passage[at:].lstrip()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.case("B43", "M2")
async def test_every_shipped_passage_equals_the_source(plan: Plan, size: tuple[int, int]) -> None:
    read = [source for source in plan.sources.values() if source.passages]
    app = explorer(plan)
    seen = 0
    async with app.run_test(size=size) as pilot:
        for source in read:
            for number, passage in source.passages.items():
                app.main.navigator.go_to(Location("root", passage_target(source.id, number)))
                app.main.focus_pane("source")
                await pilot.pause()
                reader = app.main.source_pane
                block = next(i for i, b in enumerate(reader.blocks) if b.target == passage_target(source.id, number))
                rows = [y for y, row in enumerate(reader.lines) if row.block == block]
                texts = []
                for y in rows:
                    if not reader.scroll_offset.y <= y < reader.scroll_offset.y + reader.size.height:
                        reader.scroll_to(y=y, animate=False, immediate=True, force=True)
                        await pilot.pause()
                    strips = app.screen._compositor.render_strips()
                    strip = strips[reader.content_region.y + y - reader.scroll_offset.y]
                    left = (
                        reader.content_region.x + MARGIN + sum(cells(span.text) for span in reader.blocks[block].lead)
                    )
                    # The margins at the left, and the scroll bar at the right, are none of the text.
                    inner = strip.crop(left, reader.content_region.x + reader.scrollable_content_region.width)
                    texts.append(inner.text)
                assert read_off(texts, visible(passage)) == visible(passage), (source.id, number)
                seen += 1
    assert seen == sum(len(source.passages) for source in read) > 50


SIZES = pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 36)])


def pane_text(app: Explorer) -> str:
    """All that the source pane has, in sight or not."""
    return "\n".join("".join(span.text for span in row.line) for row in app.main.source_pane.lines)


async def test_the_bar_says_which_quote_is_lit_and_whose_it_is(plan: Plan) -> None:
    app = explorer(plan, "act.ai.1")
    async with app.run_test(size=(140, 40)) as pilot:
        await press(pilot, "s")
        text = screen_text(app)
        assert "q.001.26" in text and "verbatim" in text
        assert "direct of Artificial intelligence 1/" in text


async def test_the_card_of_an_unchecked_heading_shows_the_way_to_the_official_page(plan: Plan) -> None:
    app = explorer(plan, "act.ai.1")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "enter")
        assert "no source yet. Press o to read it on gov.cn." in screen_text(app)
        await press(pilot, "escape", "8", "enter", "enter")
        assert "Press o" not in screen_text(app)
