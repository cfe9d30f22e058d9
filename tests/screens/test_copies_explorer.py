"""An attached copy in the explorer."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_data.copies.opening import load_with_copies
from plan_data.copies.store import CopyStore
from plan_data.errors import MAX_BYTES
from plan_data.folders import SHIPPED, copies_folder
from plan_data.model.plan import Plan
from tests.made_up_copy import MadeUp
from tests.support import explorer, press, screen_lines, screen_text, wait_until
from tui.app import Explorer

DOCUMENT = "src.guofa-2015-40"


@pytest.fixture
def attached(plan: Plan, tmp_path: Path) -> Plan:
    """The shipped plan with a made-up copy attached, in which one heading reads otherwise."""
    file = MadeUp(plan, alter=["act.ai.3"]).write(tmp_path / "copy.txt")
    CopyStore(copies_folder()).attach(plan, DOCUMENT, file, MAX_BYTES)
    found, messages = load_with_copies(SHIPPED, max_bytes=MAX_BYTES)
    assert messages == []
    return found


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_heading_opens_at_its_paragraph_of_the_copy(attached: Plan, size: tuple[int, int]) -> None:
    app = explorer(attached, "act.ai.1")
    async with app.run_test(size=size) as pilot:
        row = next(line for line in screen_lines(app) if "11.1 New AI" in line)
        assert "✓" in row
        row = next(line for line in screen_lines(app) if "11.3 Smarter" in line)
        assert "▫" in row
        await press(pilot, "s")
        assert app.main.at == "q.guofa-2015-40.act.ai.1"
        lit = [s.text for line in app.main.source_pane.lines for s in line.line if s.style == "lit"]
        assert lit == ["培育发展人工智能新兴产业"]
        assert "supports 1 entry" in screen_text(app)


async def test_the_card_says_that_it_is_the_readers_copy(attached: Plan) -> None:
    app = explorer(attached, DOCUMENT)
    async with app.run_test(size=(120, 40)):
        assert "copy.txt (text, UTF-8, simplified script, attached" in screen_text(app)


async def test_what_a_copy_states_leaves_the_filter(plan: Plan, attached: Plan) -> None:
    app = explorer(attached, "act.ai.3")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "U")
        assert not app.main.outline.hides("act.ai.3")
        assert app.main.outline.hides("act.ai.1")


async def test_the_evidence_view_has_a_column_for_it(attached: Plan) -> None:
    app = explorer(attached, "act.ai")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "S")
        heads = next(line for line in screen_lines(app) if "also in" in line and "Briefing" in line)
        assert "copy" in heads
        assert "found in your copy" in screen_text(app)
        assert "your copy: copy.txt" in "".join(span.text for block in app.main.viewer.blocks for span in block.spans)


async def test_reading_again_finds_a_copy_that_was_attached_meanwhile(plan: Plan, tmp_path: Path) -> None:
    app = explorer(plan, "act.ai.1")
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.main.plan.grade(app.main.plan.node("act.ai.1")) == "reported"
        file = MadeUp(plan).write(tmp_path / "copy.txt")
        CopyStore(copies_folder()).attach(plan, DOCUMENT, file, MAX_BYTES)
        await press(pilot, "R")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.main.plan.grade(app.main.plan.node("act.ai.1")) == "attached"
        await wait_until(pilot, lambda: "heading and bodies found in your copy" in screen_text(app))


async def test_a_damaged_copy_is_told_and_the_explorer_opens(plan: Plan, attached: Plan) -> None:
    (copies_folder() / DOCUMENT / "record.json").write_text("{")
    found, messages = load_with_copies(SHIPPED, max_bytes=MAX_BYTES)
    from tui.userdata.options import Options

    app = Explorer(found, Options(), messages=messages)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await wait_until(pilot, lambda: "cannot be read" in screen_text(app))


class TestReport:
    """The view of what the copy has."""

    @pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 36)])
    async def test_every_row_is_reached_and_leads_to_its_entry(self, attached: Plan, size: tuple[int, int]) -> None:
        app = explorer(attached)
        async with app.run_test(size=size) as pilot:
            await open_report(pilot)
            assert "100 of the 101 headings of the document were found" in " ".join(page_text(app).split())
            for _ in range(200):
                if app.main.viewer.target == "act.ai.3":
                    break
                await press(pilot, "down")
            assert app.main.viewer.target == "act.ai.3"
            assert "11.3 Smarter devices" in screen_text(app)
            await press(pilot, "enter")
            assert app.main.shown == "act.ai.3" and not app.main.view
            await press(pilot, "escape")
            assert app.main.view == "copies" and app.main.viewer.target == "act.ai.3"
            await press(pilot, "end")
            assert "detach src.guofa-2015-40" in " ".join(screen_text(app).split())

    async def test_the_filter_keeps_what_it_names(self, attached: Plan) -> None:
        app = explorer(attached)
        async with app.run_test(size=(100, 36)) as pilot:
            await open_report(pilot)
            await press(pilot, "slash", "text:talent", "enter")
            shown = page_text(app)
            assert "m5.4 Talent" in shown and "m5.1" not in shown and "11.3" not in shown

    async def test_in_chinese(self, attached: Plan) -> None:
        app = explorer(attached, lang="zh")
        async with app.run_test(size=(80, 24)) as pilot:
            await open_report(pilot)
            shown = page_text(app)
            assert "文件的101个标题中，已按顺序找到100个。" in shown and "39/40  任务" in shown
            assert "11.3 提升终端产品智能化水平" in shown and "最接近的文字" in shown

    async def test_where_the_copy_has_gone_it_says_how_to_get_one(self, attached: Plan) -> None:
        app = explorer(attached)
        async with app.run_test(size=(80, 24)) as pilot:
            await open_report(pilot)
            assert CopyStore(copies_folder()).remove(DOCUMENT)
            await press(pilot, "R")
            await wait_until(pilot, lambda: "Press A to fetch the official page and compare." in screen_text(app))


async def open_report(pilot: Pilot[str]) -> None:
    """Open the view from the question of the key that fetches."""
    await press(pilot, "A", "up", "up", "enter")


def page_text(app: Explorer) -> str:
    """Return all lines of the view, those out of sight too."""
    return "\n".join("".join(span.text for span in row.line) for row in app.main.viewer.lines)
