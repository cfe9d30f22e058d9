"""One class a command: help, footer, palette and the README's table hold together."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from docs.draw import BEGIN, END, with_keys
from plan_data.labels.boxes import GROUPS
from plan_data.model.plan import Plan
from tests.support import explorer, wait_until
from tui.commands import all_commands
from tui.panes.bindings import bindings
from tui.panes.card import CardPane
from tui.panes.outline import OutlinePane
from tui.panes.source import SourcePane
from tui.panes.view import ViewPane
from tui.screens.fetcher import Fetcher
from tui.screens.finder import Finder
from tui.screens.navigator import Navigator
from tui.screens.output import Output
from tui.screens.pane_arranger import PaneArranger
from tui.screens.plan_watcher import PlanWatcher
from tui.screens.reader_notes import ReaderNotes
from tui.screens.source_opener import SourceOpener

ROOT = Path(__file__).parents[2]
PARTS: dict[str, tuple[type, ...]] = {
    "pane": (OutlinePane, CardPane, SourcePane, ViewPane),
    "outline": (OutlinePane,),
    "card": (CardPane,),
    "viewer": (ViewPane,),
    "navigator": (Navigator,),
    "finder": (Finder,),
    "fetcher": (Fetcher,),
    "sources": (SourceOpener,),
    "output": (Output,),
    "notes": (ReaderNotes,),
    "watcher": (PlanWatcher,),
    "arranger": (PaneArranger,),
}
"""Part of the main screen, as actions name it, to what it is."""


def test_no_two_commands_share_a_key_in_one_pane() -> None:
    seen: dict[tuple[str, str], str] = {}
    for command in all_commands():
        for key in (*command.keys, *command.also):
            place = (command.pane, key)
            assert place not in seen, f"{command.id()} and {seen.get(place)} on {key}"
            seen[place] = command.id()


def test_every_command_has_a_name_a_group_and_a_sentence_of_help() -> None:
    ids = [command.id() for command in all_commands()]
    assert len(ids) == len(set(ids))
    for command in all_commands():
        assert command.label.help.en.endswith(".") and command.label.help.zh.endswith("。"), command.id()
        assert all(command.label.name) and command.label.group in GROUPS, command.id()
    assert {command.label.group for command in all_commands()} == set(GROUPS)


def test_every_action_exists(plan: Plan) -> None:
    from tui.screens.copy_menu import CopyMenu
    from tui.screens.fetch_box import FetchBox
    from tui.screens.help_page import HelpScreen
    from tui.screens.jump_box import JumpScreen
    from tui.screens.main import MainScreen
    from tui.screens.note import NoteScreen

    owners = {"main": MainScreen, "jump": JumpScreen, "copy": CopyMenu, "note": NoteScreen, "help": HelpScreen}
    owners["fetch"] = FetchBox
    for command in all_commands():
        name = command.action.partition("(")[0]
        if name.startswith("app."):
            assert hasattr(type(explorer(plan)), f"action_{name[4:]}"), command.id()
        elif name == "do":
            part, method = command.action.split("'")[1].split(".")
            assert all(hasattr(owner, method) for owner in PARTS[part]), command.id()
        else:
            assert hasattr(owners[command.pane], f"action_{name}"), command.id()


async def test_the_parts_that_commands_name_are_those_of_the_main_screen(plan: Plan) -> None:
    app = explorer(plan)
    async with app.run_test() as pilot:
        for part, classes in PARTS.items():
            assert type(getattr(app.main, part)) in classes, part
        assert tuple(type(pane) for pane in app.main.panes.values()) == PARTS["pane"]
        before = app.main.current
        await app.main.run_action("do('pane.step', 1)")
        await wait_until(pilot, lambda: app.main.current != before)
        assert app.main.shown == app.main.current


def test_every_key_is_bound() -> None:
    bound = {key for binding in bindings("main") for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert {"f", "s", "full_stop", "comma", "left_square_bracket", "8"} <= bound


def test_readme_has_the_table_of_keys() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_keys(readme) == readme


@pytest.mark.parametrize("mark", [BEGIN, END])
def test_table_of_keys_is_not_written_where_its_place_is_unknown(mark: str) -> None:
    """A README without one of the marks would lose all that stands behind the table."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(mark.strip())):
        with_keys(readme.replace(mark, ""))


def test_commands_load_no_textual() -> None:
    code = "import sys, tui.commands as c; c.all_commands(); sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
