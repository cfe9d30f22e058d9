"""No command, no view, no card and no key makes far more nodes of a large plan than it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.files import BODIES, PASSAGES, SOURCES
from benchmarks.files import write_plan as write_made_up_plan
from cli.app import main
from plan_data.cache import cached_plan, index_file
from plan_data.cache.cached_plan import open_plan
from plan_data.cache.database import Database
from plan_data.errors import MAX_BYTES
from plan_data.exports.views import VIEWS
from plan_data.model.entities import Node
from plan_data.model.plan import Plan
from tests.support import explorer, press
from widgets.render.cards import node_card
from widgets.render.source_page import source_page
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of

SIZE = 3_000
"""Nodes of the plan, 99 of 100 of them measures below tasks."""
FEW = 400
"""Items that may be made for what shows a task with its measures, the bodies, or the actions with their tasks."""
QUOTES = SOURCES * PASSAGES
"""For what counts the quotes, which are no nodes, these may be made too."""


class Made:
    """Counts the nodes, bodies, sources and quotes that are made from the database."""

    def __init__(self) -> None:
        self.count = 0

    def after(self, act: Callable[[], Any]) -> int:
        """Return how many an act makes."""
        self.count = 0
        act()
        return self.count


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The count, from now on."""
    counted = Made()
    nodes = Database.nodes

    def counting(database: Database, first: int, last: int) -> Sequence[Node]:
        found = nodes(database, first, last)
        counted.count += len(found)
        return found

    monkeypatch.setattr(Database, "nodes", counting)
    return counted


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory, plan: Plan) -> Path:
    """A folder with the plan in `plan`, and its index file."""
    home = tmp_path_factory.mktemp("scans")
    yaml = write_made_up_plan(home / "plan", SIZE, plan) / "plan.yaml"
    text = yaml.read_text(encoding="utf-8").replace("due: 2016", "agencies: {rule: unknown}")
    text = text.replace("due: 2017", "agencies: {rule: joint, list: [org.b3]}")
    # The entries that the second half of the quotes stated are stated by none.
    text = re.sub(r"states: (\[q\.s[5-9].*\n) *evidence.*\n", r"inferred: \1", text)
    yaml.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home))
        patch.setattr(index_file, "REST", -1.0)
        patch.setattr(cached_plan, "LARGE", 1e9)
        open_plan(home / "plan", max_bytes=MAX_BYTES)
    return home


@pytest.fixture
def folder(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the plan."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return cache / "plan"


@pytest.fixture
def large(folder: Path) -> Plan:
    """The plan, opened from its index file; none of its nodes is made yet."""
    found = open_plan(folder, max_bytes=MAX_BYTES)
    assert found.database is not None and len(found.nodes) == SIZE
    return found


TASK, MEASURE = "act.a3.2", "act.a3.2.5"
COMMANDS = [
    "agencies",
    "agencies --all",
    "agencies --format json",
    "agencies org.b0",
    f"compare {MEASURE} {TASK}",
    "conflicts",
    "copies",
    "evidence",
    "evidence --format json",
    f"export csv {MEASURE}",
    f"export html {MEASURE}",
    f"export md {TASK}",
    "find act.a3.2.5 -n 3",
    "find rgzn -n 3",
    "glossary",
    f"quotes {MEASURE}",
    "quotes --source s1 --format md",
    "show act.a3 root",
    "show nothing.at.all",
    "show org.b0 org.b1",
    "show q.s1.3",
    f"show {MEASURE} --format json",
    f"show {MEASURE}x",
    "show src.s1",
    "show zzzz Artifcial",
    "sources",
    "targets",
    "timeline",
    "tree --depth 2",
    f"tree {TASK}",
    f"tree {TASK} --format json",
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("capsys")
def test_a_command_makes_what_it_prints(command: str, folder: Path, made: Made) -> None:
    def run() -> None:
        assert main([*command.split(), "--plan", str(folder)]) in (0, 1)

    counts_quotes = command.startswith(("evidence", "quotes --source"))
    assert made.after(run) <= FEW + QUOTES * counts_quotes


@pytest.mark.parametrize("only", ["", "e", "act.a3.2.5", "no such words"])
@pytest.mark.parametrize("name", [name for name, view in VIEWS.items() if view.lists])
def test_a_view_makes_what_it_shows(name: str, only: str, large: Plan, made: Made) -> None:
    shown = 0

    def draw() -> None:
        nonlocal shown
        shown = len(view_of(name)(large, ViewOptions(100, only=only)).blocks)

    found = made.after(draw)
    assert shown <= 1_100 and found <= FEW + shown + QUOTES * (name == "evidence" and not only)


def test_cards_and_sources_make_what_they_show(large: Plan, made: Made) -> None:
    for id_ in ("root", "act.a3", TASK, MEASURE, "org.b0", f"org.b{BODIES - 1}", "src.s1"):
        assert made.after(lambda id_=id_: node_card(large, id_)) <= FEW
    # A passage names the first of the entries that its quotes support.
    assert made.after(lambda: source_page(large, "src.s1")) <= FEW + 8 * PASSAGES


KEYS = {
    "walk": ("down", "J", "K", "right", "right", "left", "G", "g", "pagedown", "ctrl+d"),
    "fold": ("e", "G", "c", "alt+1", "alt+2", "alt+3", "alt+4", "space", "home"),
    "entries without a quote": ("U", "down", "n", "U"),
    "export": ("E", "escape", "a", "E", "escape", "a"),
    "jump box": ("f", "escape", "1", "escape", "left_square_bracket", "right_square_bracket"),
    "agencies": ("a", "down", "r", "slash", "e", "enter", "n", "escape", "escape"),
    "marks": ("m", "b", "slash", "e", "enter", "b", "i", "escape", "y", "escape"),
    "other": ("L", "L", "minus", "plus", "z", "z", "equals_sign", "down", "equals_sign"),
}


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
async def test_a_key_makes_what_it_shows(keys: tuple[str, ...], large: Plan, made: Made) -> None:
    app = explorer(large)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for key in keys:
            made.count = 0
            await press(pilot, key)
            assert made.count <= FEW, key


def test_the_plan_has_what_would_be_scanned(large: Plan) -> None:
    assert sum(1 for _ in large.places_of_kind("measure")) > SIZE * 0.9
    assert sum(map(len, large.uses.unstated.values())) > SIZE * 0.4
    assert len(large.uses.lists["unknown"]) > 20 and len(large.uses.duties["org.b3"]) > 20
