"""Texts with characters of ambiguous width, in a terminal that draws these in two cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from plan_data.model.plan import Plan
from tests.screens.walks import WALKS
from tests.support import explorer, press
from tui.terminal.ambiguous_width import count_ambiguous


def cells_drawn(text: str) -> int:
    """The cells that such a terminal draws a text in, by UAX #11."""
    marks = sum(unicodedata.category(sign)[0] == "M" for sign in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(sign) in "WFA" for sign in text)


@pytest.fixture
def wide() -> Iterator[None]:
    count_ambiguous(wide=True)
    yield
    count_ambiguous(wide=False)


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 36)])
@pytest.mark.parametrize("name", ["both languages", "Chinese", "glossary", "comparison", "conflicts", "jump, empty"])
async def test_every_pane_begins_and_ends_in_its_column(plan: Plan, name: str, size: tuple[int, int]) -> None:
    walk = WALKS[name]
    app = explorer(plan, walk.at)
    found = 0
    async with app.run_test(size=size) as pilot:
        await press(pilot, *walk.keys)
        edges = {widget.region.x for widget in app.screen.query("*") if widget.region} | {size[0]}
        for strip in app.screen._compositor.render_strips():
            found += any(unicodedata.east_asian_width(sign) == "A" for sign in strip.text)
            for edge in edges:
                assert cells_drawn(strip.crop(0, edge).text) == edge, strip.text
    assert found or name != "Chinese"


def test_one_cell_is_what_it_was_before(plan: Plan) -> None:
    from widgets.render.wrapping import cells

    before = cells("“互联网+”ā×")
    count_ambiguous(wide=True)
    assert cells("“互联网+”ā×") == before + 4
    count_ambiguous(wide=False)
    assert cells("“互联网+”ā×") == before
