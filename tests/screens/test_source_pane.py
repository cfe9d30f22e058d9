"""The source reader, read off the screen: every shipped passage equals the source, character for character."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tests.small_plan import write_plan
from tests.support import explorer, press, screen_lines, screen_text, wait_until
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
        assert "quote 1 of 2, direct, of Artificial intelligence" in screen_text(app)
        await press(pilot, "L")
        assert "引文 1/2，直接，属“人工智能”" in screen_text(app)
        await press(pilot, "L", "L", "full_stop")
        assert "quote 2 of 2, " in screen_text(app)


@SIZES
async def test_in_chinese_bar_and_card_have_the_chinese_name_and_the_text_stays_english(
    plan: Plan, size: tuple[int, int]
) -> None:
    """The printed title is in the text itself and below it, among what is known of the source."""
    app = explorer(plan, "act.agriculture", "zh")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s", "g")
        title = plan.sources[app.main.source_pane.source].title
        # The bar of the smallest window has room only for which quote it is.
        assert title.zh_short in screen_text(app) or size == (40, 15)
        assert title.en in " ".join(pane_text(app).split())
        app.main.focus_pane("card")
        await pilot.pause()
        card = "".join("".join(span.text for span in row.line) for row in app.main.card.lines)
        assert f"-- {title.zh_short}，第6段" in card and "modern agriculture" in card and title.en not in card


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_in_both_the_bar_has_the_english_title_first(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan, "act.agriculture", "both")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        bar = next(line for line in screen_lines(app) if "NDRC and MIIT Provide" in line)
        assert "两部委" not in bar.partition("NDRC")[0]


@pytest.mark.parametrize("collapsed", [True, False])
async def test_the_bar_says_whose_the_quote_is_after_each_step(plan: Plan, collapsed: bool) -> None:
    """GIVEN a closed source WHEN a step leads from an action to its task THEN the same quote is the action's."""
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(140, 40)) as pilot:
        await press(pilot, *([] if collapsed else ["s", "escape"]), "e")
        of = ", of Artificial intelligence"
        for id_, whose in (("act.ai", ""), ("act.ai.1", of), ("act.ai.2", of), ("act.ai", "")):
            app.main.navigator.step_to(id_)
            await wait_until(pilot, lambda whose=whose: f"quote 1 of 2, direct{whose} " in screen_text(app))


@SIZES
async def test_the_text_comes_first_and_the_bibliography_last(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s", "g")
        pane, source = app.main.source_pane, plan.sources[app.main.source_pane.source]
        assert pane.lines[0].line[0].text.strip() == str(min(source.passages))
        assert source.address not in pane_text(app)
        await press(pilot, "G", "enter")
        assert source.address in pane_text(app).replace("\n", "").replace(" ", "")
        await press(pilot, "space")
        assert source.address not in pane_text(app).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_nothing_in_the_text_is_an_id(plan: Plan, lang: str) -> None:
    app = explorer(plan, "act.agriculture", lang)
    async with app.run_test(size=(120, 36)) as pilot:
        for source in ("src.000", "src.001", "src.003", "src.004"):
            app.main.navigator.go_to(Location("act.agriculture", f"{source}#1"))
            app.main.focus_pane("source")
            await press(pilot, "e")
            assert not re.search(r"\b(q\.\d|src\.\d|(act|cf|tl|org|req)\.[a-z0-9])", pane_text(app))


@SIZES
@pytest.mark.parametrize("opens", ["enter", "space", "click"])
async def test_notes_are_a_line_that_unfolds(plan: Plan, size: tuple[int, int], opens: str) -> None:
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        pane = app.main.source_pane
        lines = [i for i, block in enumerate(pane.blocks) if "#7/" in block.section]
        assert [len([row for row in pane.lines if row.block == i]) for i in lines] == [1, 1]
        pane.stand_on(lines[0])
        await pilot.pause()
        before = len(pane.lines)
        assert "counted but not named" not in pane_text(app)
        if opens == "click":
            y = next(y for y, row in enumerate(pane.lines) if row.block == lines[0]) - pane.scroll_offset.y
            await pilot.click(pane, offset=(9, y))
            await pilot.pause()
        else:
            await press(pilot, opens)
        assert "counted but not named" in " ".join(pane_text(app).split()) and len(pane.lines) > before
        await press(pilot, "space")
        assert len(pane.lines) == before


@SIZES
async def test_e_unfolds_all_notes_and_entries_and_c_folds_them(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        pane = app.main.source_pane
        folded, lit = pane_text(app), pane.target
        await press(pilot, "e")
        unfolded = pane_text(app)
        for quote in plan.quotes_by_source[pane.source]:
            for link in plan.backlinks[quote]:
                assert all(word in unfolded for word in plan.title(link.id).split())
        assert plan.sources[pane.source].address not in unfolded and pane.target == lit
        await press(pilot, "c")
        assert pane_text(app) == folded and pane.target == lit


@SIZES
async def test_enter_on_a_passage_goes_to_its_entries(plan: Plan, size: tuple[int, int]) -> None:
    app = explorer(plan, "act.agriculture")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s", "enter")
        target = app.main.source_pane.target
        assert target in {link.id for link in plan.backlinks["q.001.18"]}
        await press(pilot, "enter")
        assert app.main.current == target or app.main.shown == target


async def test_a_quote_that_does_not_stand_in_the_source_is_said_in_words(tmp_path: Path) -> None:
    plan = load(write_plan(tmp_path, ("exact: 'e-commerce'", "exact: 'no such words'")))
    app = explorer(plan, "act.trade")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s")
        assert "not found" in screen_text(app)


async def test_the_card_of_an_unchecked_heading_shows_the_way_to_a_copy(plan: Plan) -> None:
    app = explorer(plan, "act.ai.1")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "enter")
        assert "Press o to read it on gov.cn" in screen_text(app)
        await press(pilot, "escape", "8", "enter", "enter")
        assert "Press o" not in screen_text(app)
