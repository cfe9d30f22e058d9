"""The view of bookmarks and notes, as a reader uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.model.plan import Plan
from tests.support import press, screen_text, view_lines
from tui.app import Explorer
from tui.userdata.options import Options
from tui.userdata.store import Store
from widgets.render.kept import kept_view
from widgets.render.view_options import ViewOptions

SIZES = [(40, 15), (80, 24), (120, 36)]
MARKS = ("act.ecommerce", "tl.2015-07-04", "org.ndrc", "tgt.retail-2016", "gone.1")
NOTE = "one\ntwo\nthree\nfour\nfive zebras"


def text_of(plan: Plan, width: int, **parts: object) -> str:
    """The view as text."""
    return "\n".join(view_lines(kept_view(plan, ViewOptions(width, **parts)), width))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_view_says_how_to_begin_and_then_it_works(
    plan: Plan, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = Explorer(plan, Options(at="act.energy"), store=Store(tmp_path, ""))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "b")
        text = " ".join(screen_text(app).split())
        assert "No bookmarks yet. Press m on an entry" in text and "No notes yet. Press i on an entry" in text
        await press(pilot, "escape", "m", "i", "enter", "text:mine", "escape", "b")
        text = screen_text(app)
        assert "No bookmarks" not in text and "No notes" not in text and "mine" in text
        await press(pilot, "enter")
        assert app.main.current == "act.energy" and not app.main.view


@pytest.mark.parametrize("width", [36, 76, 116])
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_an_entry_is_known_by_number_kind_and_place_and_no_id_is_seen(plan: Plan, width: int, lang: str) -> None:
    text = text_of(plan, width, lang=lang, bookmarks=MARKS, notes=(("act.ai", NOTE),))
    for id_ in (*MARKS[:-1], "act.ai"):
        assert id_ not in text and plan.title(id_, lang)[:8] in text
    assert "gone.1" in text
    words = ("行动", "重点行动", "事件") if lang == "zh" else ("action", "Key actions", "event")
    assert all(word in text for word in (*words, "8  ", "11  ", "2015-07-04"))


def test_a_note_is_shown_with_its_first_lines_and_whole_where_it_is_found(plan: Plan) -> None:
    text = text_of(plan, 76, notes=(("act.ai", NOTE),))
    assert "three" in text and "four" not in text and "2 more lines" in text
    text = text_of(plan, 76, notes=(("act.ai", NOTE),), only="zebras")
    assert "five zebras" in text and "more lines" not in text
    assert "four" in text_of(plan, 76, notes=(("act.ai", "one\ntwo\nthree\nfour"),))


def test_a_filter_that_fits_nothing_does_not_say_that_nothing_is_kept(plan: Plan) -> None:
    text = text_of(plan, 76, bookmarks=MARKS, notes=(("act.ai", NOTE),), only="xyz")
    assert text.count("None of them has all these words.") == 2 and "yet" not in text


def test_what_cannot_be_read_is_not_called_empty(plan: Plan) -> None:
    text = text_of(plan, 76, lang="zh", unread="disk")
    assert "无法读取书签和笔记：disk" in text and text.count("不详") == 2 and "还没有" not in text
