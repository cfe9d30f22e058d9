"""Walking the explorer as a reader does."""

from __future__ import annotations

import re

import pytest

from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text, wait_until
from widgets.render.wrapping import cells

SIZES = [(40, 12), (40, 15), (80, 24), (120, 40)]


async def test_first_screen_shows_the_eleven_actions_and_explains_itself(plan: Plan) -> None:
    async with explorer(plan).run_test(size=(120, 40)) as pilot:
        text = screen_text(pilot.app)
        for action in plan.of_kind("action"):
            assert action.title.en in text
        assert "国发〔2015〕40号" in text
        assert "Weakest support in an entry" in text
        assert "f jump" in screen_lines(pilot.app)[-1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.case("B47")
async def test_current_node_can_be_read_at_every_size(plan: Plan, size: tuple[int, int], lang: str) -> None:
    async with explorer(plan, "act.ai", lang).run_test(size=size) as pilot:
        await press(pilot, "enter")
        text = screen_text(pilot.app)
        assert ("人工智能" if lang == "zh" else "Artificial intelligence") in text
        assert len(screen_lines(pilot.app)) == size[1]
        assert all(cells(line) == size[0] for line in screen_lines(pilot.app))


@pytest.mark.case("M7", "B47")
async def test_too_small_a_window_says_what_is_needed_and_comes_back(plan: Plan) -> None:
    async with explorer(plan, lang="zh").run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(30, 10)
        await pilot.pause()
        assert screen_text(pilot.app).split() == ["窗口过小：至少需要40列、12行"]
        await press(pilot, "L")
        assert "Too small" in screen_text(pilot.app) and "窗口" not in screen_text(pilot.app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Smart energy" in screen_text(pilot.app)


async def test_outline_is_walked_folded_and_unfolded(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "l")
        assert app.main.outline.is_open("act.ai")
        await press(pilot, "l")
        assert app.main.current == "act.ai.1"
        await press(pilot, "J")
        assert app.main.current == "act.ai.2"
        await press(pilot, "h")
        assert app.main.current == "act.ai"
        await press(pilot, "h")
        assert not app.main.outline.is_open("act.ai")
        await press(pilot, "K", "K")
        assert app.main.current == "act.transport"
        await press(pilot, "j", "k", "down", "up")
        assert app.main.current == "act.transport"
        await press(pilot, "G")
        assert app.main.current == "conflicts"
        await press(pilot, "g")
        assert app.main.current == "root"


async def test_folding_the_outline_keeps_the_cursor_in_sight(plan: Plan) -> None:
    app = explorer(plan, "act.ai.2")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "alt+1")
        assert app.main.current == "actions"
        assert app.main.outline.row_of("actions") >= 0
        await press(pilot, "e")
        assert app.main.outline.row_of("act.ecology.4") >= 0
        await press(pilot, "c")
        assert app.main.outline.row_of("act.ai") == -1


async def test_detail_follows_the_cursor(plan: Plan) -> None:
    app = explorer(plan, "act.ecommerce")
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.main.card.shown == "act.ecommerce"
        await press(pilot, "down")
        assert app.main.card.shown == "act.transport"
        assert "9 Convenient transportation  “互联网+”便捷交通" in screen_text(pilot.app)


async def test_source_of_a_quote_and_back(plan: Plan) -> None:
    """GIVEN act.ai WHEN s is pressed THEN its quote is lit in its paragraph; [ goes back."""
    app = explorer(plan)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f", "text:artificial", "enter")
        assert app.main.current == "act.ai"
        await press(pilot, "L")
        assert "人工智能" in screen_text(pilot.app)
        await press(pilot, "s")
        assert app.main.at == "q.001.26"
        assert app.main.focused_pane == "source"
        assert lit_text(app) == "artificial intelligence"
        await press(pilot, "left_square_bracket")
        assert app.main.at == ""
        assert app.main.shown == "act.ai"


def lit_text(app: object) -> str:
    """The text that is lit in the reader."""
    reader = app.main.source_pane  # type: ignore[attr-defined]
    return "".join(span.text for row in reader.lines for span in row.line if span.style == "lit")


@pytest.mark.case("M2", "B43")
async def test_square_brackets_of_a_source_are_shown(plan: Plan) -> None:
    app = explorer(plan, "co.bat")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s")
        assert "Baidu [microblogging], Ali" in " ".join(screen_text(pilot.app).split())


async def test_next_quote_walks_across_sources(plan: Plan) -> None:
    app = explorer(plan, "act.ecommerce")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "s")
        first = app.main.at
        await press(pilot, "full_stop")
        second = app.main.at
        assert plan.quotes[first].source != plan.quotes[second].source
        await press(pilot, "comma")
        assert app.main.at == first


async def test_enter_on_a_passage_lists_what_it_supports(plan: Plan) -> None:
    app = explorer(plan, "tgt.ecommerce-2016")
    async with app.run_test(size=(120, 90)) as pilot:
        await press(pilot, "s")
        quote = app.main.at
        await press(pilot, "enter")
        text = screen_text(pilot.app)
        for link in plan.backlinks[quote]:
            assert plan.title(link.id)[:24] in text
        await press(pilot, "enter")
        assert app.main.at == ""


async def test_a_body_has_a_page_with_what_it_leads(plan: Plan) -> None:
    app = explorer(plan, "org.ndrc")
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "tab")
        text = screen_text(pilot.app)
        assert "National Development and Reform Commission" in text
        assert "Leads" in text


async def test_escape_never_leaves_and_q_does(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "s", "escape", "escape", "escape", "escape")
        assert app.is_running
        assert app.main.focused_pane == "outline"
        await press(pilot, "q")
        assert app.return_code == 0


async def test_help_comes_from_the_commands(plan: Plan) -> None:
    from tui.commands import all_commands

    app = explorer(plan)
    async with app.run_test(size=(120, 200)) as pilot:
        await press(pilot, "question_mark")
        text = " ".join(screen_text(pilot.app).split())
        for command in all_commands():
            assert command.help() in text
        await press(pilot, "q")
        assert app.screen is app.main


async def test_chinese_punctuation_acts_as_its_key(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ideographic_full_stop")
        assert app.main.at
        await press(pilot, "left_black_lenticular_bracket")
        assert not app.main.at
        await press(pilot, "fullwidth_question_mark")
        assert app.screen is not app.main


async def test_language_goes_round(plan: Plan) -> None:
    app = explorer(plan, "act.energy")
    async with app.run_test(size=(120, 40)) as pilot:
        seen = []
        for _ in range(3):
            await press(pilot, "L")
            seen.append(app.main.lang)
            assert ("智慧能源" in screen_text(pilot.app)) or app.main.lang == "en"
        assert seen == ["zh", "both", "en"]


@pytest.mark.case("B44")
async def test_every_node_and_body_can_be_drawn(plan: Plan) -> None:
    """Each card, in each language, at two widths, without an error and within its width."""
    from widgets.render.blocks import layout
    from widgets.render.cards import node_card
    from widgets.render.wrapping import cells

    for id_ in [*plan.index, *plan.bodies, *plan.sources]:
        for lang in ("en", "zh", "both"):
            blocks = node_card(plan, id_, lang)
            for width in (38, 78):
                for row in layout(blocks, width):
                    assert sum(cells(span.text) for span in row.line) <= width, (id_, row)


@pytest.mark.case("M1")
async def test_markup_in_a_title_is_only_text(plan: Plan) -> None:
    from plan_data.model.plan import Plan as PlanClass

    odd = plan.nodes[1]._replace(title=plan.nodes[1].title._replace(en="[@click=app.quit]x[/] [bold] [/"))
    nodes = (plan.nodes[0], odd, *plan.nodes[2:])
    changed = PlanClass(plan.folder, nodes, plan.depths, plan.bodies, plan.sources, plan.quotes, plan.totals)
    async with explorer(changed, odd.id).run_test(size=(120, 40)) as pilot:
        assert "[@click=app.quit]x[/] [bold] [/" in screen_text(pilot.app)


async def test_mouse_chooses_a_row_and_follows_a_link(plan: Plan) -> None:
    app = explorer(plan)
    async with app.run_test(size=(120, 40)) as pilot:
        row = app.main.outline.row_of("act.energy")
        await pilot.click("#outline", offset=(10, row))
        await pilot.pause()
        assert app.main.current == "act.energy"
        lead = next(
            y for y, line in enumerate(app.main.card.lines) if "National Energy" in "".join(s.text for s in line.line)
        )
        await pilot.click("#card", offset=(20, lead))
        await pilot.pause()
        assert app.main.shown == "org.nea"


async def test_the_outline_is_made_wider_and_narrower(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 40)) as pilot:
        before = app.main.outline.size.width
        await press(pilot, "greater_than_sign", "greater_than_sign")
        assert app.main.outline.size.width == before + 8
        await press(pilot, *["less_than_sign"] * 30)
        assert app.main.outline.size.width == 20
        await press(pilot, *["greater_than_sign"] * 40)
        assert app.main.outline.size.width == 120 - 1 - 20
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert app.main.outline.size.width == 60
        await press(pilot, "less_than_sign")
        assert app.main.outline.size.width == 60


async def test_the_jump_box_shows_the_first_quote_of_the_highlighted_hit(plan: Plan) -> None:
    app = explorer(plan)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "f", "text:22 tri")
        lines = screen_lines(app)
        side = next(line.index('"by the end of 2016') for line in lines if '"by the end of 2016' in line)
        shown = " ".join(" ".join(line[side:] for line in lines).split())
        assert re.search(r'by 31 December 2016 "by the end of 2016.*will reach 22 trillion yuan"', shown)
        assert any(line.rstrip().endswith("4 found") for line in lines)
        await press(pilot, "escape")
        assert app.main.current == "root" and not app.main.matches


async def test_hints_and_letters_can_be_clicked(plan: Plan) -> None:
    app = explorer(plan, "act.ai")
    async with app.run_test(size=(120, 40)) as pilot:
        hints = screen_lines(app)[-1]
        await pilot.click("#hints", offset=(hints.index("s source") + 3, 0))
        await pilot.pause()
        assert app.main.at == "q.001.26"
        await pilot.click("#hints", offset=(screen_lines(app)[-1].index("y copy"), 0))
        await pilot.pause()
        letters = screen_lines(app)[-1]
        await pilot.click("#copy-menu", offset=(letters.index("i id") + 2, 0))
        await pilot.pause()
        assert app.screen is app.main and app.clipboard == "q.001.26"
        assert "Sent to your clipboard" in screen_lines(app)[-1]
        await pilot.press("down")
        await wait_until(pilot, lambda: "? help" in screen_lines(app)[-1])
        await pilot.click("#hints", offset=(screen_lines(app)[-1].index("? help"), 0))
        await pilot.pause()
        assert app.screen is not app.main


async def test_a_page_that_has_the_keys_before_its_size_stands_on_a_stop_all_the_same(plan: Plan) -> None:
    app = explorer(plan, "act.ecommerce")
    async with app.run_test(size=(40, 15)) as pilot:
        await pilot.press("enter")
        detail = app.main.card
        await wait_until(pilot, lambda: detail.has_focus)
        stood = detail.cursor
        # As if the focus had come first.
        detail.cursor, detail._width, detail.lines, detail._first = -1, 0, [], {}
        detail.settle()
        assert detail.cursor == stood >= 0
