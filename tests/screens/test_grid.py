"""The grid: what is pinned, what stands below the rows, and the cursor between them."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding

from tests.support import press, screen_lines
from tui.panes.themes import THEMES
from widgets.drawn.grid import Grid
from widgets.render.blocks import text_block
from widgets.render.table_layout import Cell, LayoutBuilder, Table, TableLayout, TableRow, fitting, lay_out
from widgets.render.wrapping import Span

SIZES = [(40, 15), (80, 24), (160, 50)]
ROWS = 90


def matrix() -> TableLayout:
    """A matrix that is longer than any pane, with its heads pinned, and a folding section before its last rows."""

    def cell(y: int, x: int) -> Cell:
        return Cell(f"{y}.{x}", f"cell {y} {x}", says=lambda: (Span(f"Row {y} and column {x}."),))

    heads = tuple(Cell(f"H{x}", f"head {x}") for x in range(3))
    rows = tuple(
        TableRow((Span(f"row {y}"),), f"row {y}", tuple(cell(y, x) for x in range(3)), lambda: (Span("A row."),))
        for y in range(ROWS)
    )
    builder = LayoutBuilder(38)
    builder.add_layout(lay_out(Table(heads, rows, 12)))
    builder.add(text_block("Section", "heading", section="section"))
    builder.add(text_block("member", "text", member="section", target="member"))
    return builder.layout._replace(pinned=(1,), foot=[text_block("What the signs mean.", "muted")], crossed=True)


class GridApp(App[None]):
    """A grid with the keys of the explorer."""

    BINDINGS = [
        Binding(key, f"call('{name}')", priority=True)
        for key, name in {
            "down": "step(1)", "up": "step(-1)", "right": "sideways(1)", "left": "sideways(-1)",
            "pagedown": "turn(1)", "pageup": "turn(-1)", "end": "edge(1)", "home": "edge(0)",
            "space": "toggle_section()",
        }.items()
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        """Show the matrix."""
        yield Grid(id="grid")

    def on_mount(self) -> None:
        """Fill it."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        grid = self.query_one(Grid)
        grid.fill(matrix())
        grid.focus()
        grid.stand_on_target("cell 0 0")

    def action_call(self, what: str) -> None:
        """Do what a key does."""
        name, _, args = what.partition("(")
        getattr(self.query_one(Grid), name)(*map(int, filter(None, [args.rstrip(")")])))


@pytest.mark.parametrize("size", SIZES)
class TestWalking:
    """The cursor is always in sight between the heads and what stands below."""

    async def test_every_row_is_reached_and_seen_below_the_heads(self, size: tuple[int, int]) -> None:
        app = GridApp()
        async with app.run_test(size=size) as pilot:
            for y in range(1, ROWS):
                await pilot.press("down")
                lines = screen_lines(app)
                assert "H0" in lines[0] and "H2" in lines[0]
                assert "What the signs mean." in lines[-1]
                assert f"Row {y} and column 0." in lines[-2]
                here = [line for line in lines[1:-2] if line.startswith("»")]
                assert len(here) == 1 and f"row {y} " in here[0]

    async def test_and_back_up_again_to_the_heads(self, size: tuple[int, int]) -> None:
        app = GridApp()
        async with app.run_test(size=size) as pilot:
            await press(pilot, "end")
            assert "member" in "\n".join(screen_lines(app))
            for _ in range(ROWS + 1):
                await pilot.press("up")
            grid = app.query_one(Grid)
            assert grid.target == "cell 0 0" and grid.scroll_offset.y == 0
            await press(pilot, "up")
            assert grid.target == "head 0"

    async def test_pages_are_as_long_as_what_scrolls(self, size: tuple[int, int]) -> None:
        app = GridApp()
        async with app.run_test(size=size) as pilot:
            seen: list[str] = []
            for _ in range(ROWS):
                seen += [line.strip("» ").split("  ")[0] for line in screen_lines(app)[1:-2]]
                await press(pilot, "pagedown")
            seen += [line.strip("» ").split("  ")[0] for line in screen_lines(app)[1:-2]]
            assert {f"row {y}" for y in range(ROWS)} <= set(seen)

    async def test_the_column_is_kept_from_row_to_row(self, size: tuple[int, int]) -> None:
        app = GridApp()
        async with app.run_test(size=size) as pilot:
            await press(pilot, "right", "right", "down", "down")
            assert app.query_one(Grid).target == "cell 2 2"
            await press(pilot, "left", "left", "left")
            assert app.query_one(Grid).target == "row 2"
            assert any("A row." in line for line in screen_lines(app)[-3:])

    async def test_a_section_folds(self, size: tuple[int, int]) -> None:
        app = GridApp()
        async with app.run_test(size=size) as pilot:
            await press(pilot, "end", "up")
            assert "▾" in "\n".join(screen_lines(app))
            await press(pilot, "space")
            text = "\n".join(screen_lines(app))
            assert "▸" in text and "member" not in text


async def test_a_low_pane_keeps_room_for_the_rows() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 5)) as pilot:
        grid = app.query_one(Grid)
        foot = [text_block(f"line {n}", "muted") for n in range(9)]
        grid.fill(matrix()._replace(pinned=(3, 1), foot=foot))
        await press(pilot, "home", "down", "down")
        lines = screen_lines(app)
        assert "H0" in lines[0] and len(grid.foot) == 1
        assert any(line.startswith("»") for line in lines)


def test_the_first_columns_that_fit() -> None:
    assert [fitting([4, 4, 4], room) for room in (5, 6, 12, 18)] == [0, 1, 2, 3]
    laid = lay_out(Table((Cell("A"), Cell("B")), (TableRow((Span("a long label"),), "x", (Cell("1"), Cell("22"))),), 6))
    assert ["".join(span.text for span in block.spans) for block in laid.blocks] == ["        A  B", "a long  1  22"]
    assert [spot.start for spot in laid.spots[1]] == [0, 8, 11]
