"""Any tree of the model: written, read, drawn at any width in each language, walked, printed and exported."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_data.exports import records
from plan_data.exports.formats import FORMATS, exported
from plan_data.exports.views import VIEWS
from plan_data.model.entities import LANGUAGES, Node
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from plan_data.text.visible import HIDDEN, visible
from tests.support import explorer, screen_lines
from tests.unit.test_properties import as_yaml, flat, loaded, trees
from widgets.drawn.page import layout
from widgets.render.cards import node_card
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of
from widgets.render.wrapping import cells

DRAWN = settings(deadline=None, max_examples=int(os.environ.get("PLANS", "40")))
WALKED = settings(deadline=None, max_examples=int(os.environ.get("PLANS", "40")) // 4)


def plan_of(tree: tuple[Node, list[Any]]) -> Plan:
    """The tree in the small plan's place, written and read."""
    root, below = tree
    root = root._replace(related=tuple(id_ for id_ in root.related if id_ != "root"))
    return loaded(plan=as_yaml(flat((root, below), "root", ""), allow_unicode=True))


@DRAWN
@given(trees, st.integers(1, 140), st.sampled_from(LANGUAGES))
@pytest.mark.case("B44", "B45", "N5")
def test_every_card_and_view_fits_every_width(tree: tuple[Node, list[Any]], width: int, lang: str) -> None:
    plan = plan_of(tree)
    for id_ in [*plan.index, *plan.bodies, *plan.sources]:
        for row in layout(node_card(plan, id_, lang), width):
            text = "".join(span.text for span in row.line)
            assert not HIDDEN.search(text)
            # A sign of two cells does not fit into one.
            assert cells(text) <= max(width, 2)
    for name in VIEWS:
        look = ViewOptions(width, lang, today="2026-01-01", bookmarks=(plan.root.id,), notes=((plan.root.id, "mine"),))
        blocks = view_of(name)(plan, look).blocks
        assert blocks or VIEWS[name].lists, name
        for row in layout(blocks, width):
            text = "".join(span.text for span in row.line)
            assert not HIDDEN.search(text)
            assert width < 20 or cells(text) <= width, name


@DRAWN
@given(trees, st.sampled_from(tuple(FORMATS)), st.sampled_from(LANGUAGES))
@pytest.mark.case("B57", "N5")
def test_every_export_holds_every_node_and_is_the_same_twice(
    tree: tuple[Node, list[Any]], form: str, lang: str
) -> None:
    plan = plan_of(tree)
    ids = [node.id for node in plan.nodes]
    table = "nodes" if form == "csv" else None
    text = exported(plan, form, ids, lang, table)
    assert text == exported(plan, form, ids, lang, table)
    assert not HIDDEN.search(text.replace("\r\n", "\n"))
    if form == "json":
        assert [node["id"] for node in json.loads(text)["nodes"]] == ids
        assert json.loads(text)["nodes"] == [json.loads(json.dumps(records.node(plan, id_))) for id_ in ids]
    elif form == "html":
        assert all(f'id="{id_}"' in text for id_ in ids)


@DRAWN
@given(trees)
@pytest.mark.case("N5")
def test_every_node_is_found_by_its_id_and_its_title(tree: tuple[Node, list[Any]]) -> None:
    plan = plan_of(tree)
    index = SearchIndex(plan)
    for node in plan.nodes:
        assert index.search(node.id, 1)[0].id == node.id
        for hit in index.search(node.title.en[:40], 5) if node.title.en else ():
            assert plan.get(hit.id) is not None
            assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)


@WALKED
@given(trees, st.sampled_from([(40, 12), (80, 24), (120, 40), (3, 2)]), st.sampled_from(LANGUAGES))
@pytest.mark.case("N5")
async def test_every_node_is_walked_on_the_screen(
    tree: tuple[Node, list[Any]], size: tuple[int, int], lang: str
) -> None:
    plan = plan_of(tree)
    app = explorer(plan, lang=lang)
    async with app.run_test(size=size) as pilot:
        if size[0] < 80:
            # There the first start shows the card.
            await pilot.press("escape")
        await pilot.press("e")
        for node in plan.nodes:
            assert app.main.current == node.id
            lines = screen_lines(app)
            assert all(cells(line) == size[0] for line in lines)
            if size[0] >= 80:
                told = visible(node.title.pick("zh" if lang == "zh" else "en")).split()
                assert not told or any(told[0][:6] in line for line in lines)
            await pilot.press("down")


@pytest.mark.case("N5")
def test_the_folder_of_a_plan_may_have_any_name(tmp_path: Path) -> None:
    from plan_data.loading.loader import load
    from tests.small_plan import write_plan

    for name in ("plan with spaces", "计划", "[/] [bold]", "%s {0} $HOME ~", "-rf", "a" * 200, "\udcff"):
        assert load(write_plan(tmp_path / name)).root.id == "root"
