"""Every view on a plan of 5,000 nodes, and on one without any body, date or quote."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.exports.views import VIEWS
from plan_data.labels.bars import EMPTY_VIEWS
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_lines, screen_text
from widgets.render.blocks import layout
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of
from widgets.render.wrapping import cells

SIZES = [(40, 15), (80, 24), (160, 50)]
KEYS = {"t": "timeline", "a": "agencies", "T": "targets", "S": "evidence", "C": "conflicts"}
BODIES = 60


def write_large_plan(folder: Path) -> Path:
    """Write a plan of 5,001 nodes and 60 bodies into a folder, and return it."""
    lines = ["schema: 1", "root:", "  id: r", "  kind: plan", "  title: {en: A large plan}", "  children:"]

    def section(id_: str, title: str) -> None:
        lines.extend([f"    - id: {id_}", "      kind: section", f"      title: {{en: {title}}}", "      children:"])

    section("actions", "Actions")
    for n in range(1, 401):
        held = ", ".join(f"org.b{(n * 7 + k * 5) % BODIES}" for k in range(12))
        lines.append(f"        - id: act.{n}")
        lines.append(f"          kind: action\n          number: {n}\n          title: {{en: Action of the kind {n}}}")
        lines.append(f"          agencies: {{rule: first, list: [{held}]}}\n          children:")
        for k in range(1, 6):
            lines.append(f"            - {{id: act.{n}.{k}, kind: task, number: {n}.{k}, title: {{en: Task {n} {k}}}}}")
    section("days", "Days")
    for n in range(2100):
        date = f"{1949 + n % 101}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        lines.append(
            f"        - {{id: e{n}, kind: event, title: {{en: Event {n}}}, event: {{type: plan, dated: {date}}}}}"
        )
    for n in range(5):
        lines.append(
            f"        - {{id: d{n}, kind: event, title: {{en: Due {n}}}, due: {2010 + n}, event: {{type: target}}}}"
        )
    section("goals", "Goals")
    for n in range(300):
        target = f"target: {{sort: target, number: '{n}', unit: {{en: cups}}, owner: org.b{n % BODIES}}}"
        lines.append(f"        - {{id: t{n}, kind: target, title: {{en: Goal {n}}}, due: 2030, {target}}}")
    section("doubts", "Doubts")
    for n in range(191):
        says = "{says: {en: It is so.}, evidence: unchecked}, {says: {en: It is not.}, evidence: unchecked}"
        conflict = f"conflict: {{kind: conflict, sides: [{says}]}}"
        lines.append(f"        - {{id: c{n}, kind: conflict, title: {{en: Doubt {n}}}, {conflict}}}")
    (folder / "plan.yaml").write_text("\n".join(lines) + "\n")
    bodies = [f"  - {{id: org.b{n}, kind: agency, abbr: B{n}, name: {{en: Board number {n}}}}}" for n in range(BODIES)]
    (folder / "agencies.yaml").write_text("agencies:\n" + "\n".join(bodies) + "\n")
    (folder / "sources").mkdir()
    return folder


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The large plan."""
    return load(write_large_plan(tmp_path_factory.mktemp("large")))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """A plan of two actions and a task, without any body, date or quote."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "plan.yaml").write_text(
        "schema: 1\nroot:\n  id: r\n  kind: plan\n  title: {en: Bare}\n  children:\n"
        "    - id: a1\n      kind: action\n      title: {en: First}\n      children:\n"
        "        - {id: a1.1, kind: task, title: {en: A task}}\n"
        "    - {id: a2, kind: action, title: {en: Second}}\n"
        "    - {id: e1, kind: event, title: {en: Some day}, event: {type: event}}\n"
        "    - {id: g1, kind: target, title: {en: A goal}}\n"
    )
    return load(folder)


def test_the_large_plan_has_5000_nodes(large: Plan) -> None:
    assert len(large.nodes) > 5000


@pytest.mark.parametrize("size", SIZES)
async def test_every_view_of_a_large_plan_is_walked_to_its_end_and_leads_on(large: Plan, size: tuple[int, int]) -> None:
    app = explorer(large)
    async with app.run_test(size=size) as pilot:
        for key, view in KEYS.items():
            await press(pilot, key, *["down"] * 30, "right", "pagedown", "pagedown", "up")
            assert app.main.view == view
            viewer = app.main.viewer
            at = viewer._first[viewer.cursor]
            begin, end = viewer.sight()
            assert begin <= at < end, (view, screen_text(app))
            assert sum(line.startswith("»") for line in screen_lines(app)[1:]) == 1, screen_text(app)
            await press(pilot, "end", "up")
            # The chart of so many headings is folded, and no source says anything of the actions.
            assert viewer.lines and (viewer.scroll_offset.y > 0 or view == "evidence")
            await press(pilot, "slash", "text:7", "enter", "enter")
            assert large.get(app.main.shown) is not None
            await press(pilot, *["escape"] * 4)
            assert not app.main.view


@pytest.mark.parametrize("size", SIZES)
async def test_every_view_of_a_bare_plan_says_what_there_is(bare: Plan, size: tuple[int, int]) -> None:
    app = explorer(bare)
    async with app.run_test(size=size) as pilot:
        for key, view in KEYS.items():
            await press(pilot, key)
            text = "".join(screen_text(app).split())
            assert VIEWS[view].label.title.en.split()[0] in text
            rows = [spot for block in range(len(app.main.viewer.blocks)) for spot in app.main.viewer.spots_of(block)]
            if not rows:
                assert "".join(EMPTY_VIEWS[view].en.split()) in text
            await press(pilot, "down", "down", "right", "left", "enter", "escape", "escape", "escape")
            assert not app.main.view
        await press(pilot, "j", "equals_sign", "j", "equals_sign")
        assert app.main.view.startswith("comparison")
        await press(pilot, "down", "enter")


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("width", [36, 76, 156])
def test_every_line_of_both_plans_fits(large: Plan, bare: Plan, width: int, lang: str) -> None:
    for plan, nodes in ((large, ("act.1", "act.2")), (bare, ("a1", "a2"))):
        for view in VIEWS:
            options = ViewOptions(width, lang, nodes=nodes if view == "comparison" else (), today="2026-11-23")
            for row in layout(view_of(view)(plan, options).printed, width):
                assert sum(cells(span.text) for span in row.line) <= width, (view, row)
