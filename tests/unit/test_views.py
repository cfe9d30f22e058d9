"""The registry of views: what is made from a view's registration."""

from __future__ import annotations

import click
import pytest

from cli.app import COMMANDS, group
from plan_data.exports.csv_tables import TABLES
from plan_data.exports.output_schema import outputs
from plan_data.exports.views import VIEWS
from plan_data.labels.view_titles import VIEW_LABELS
from plan_data.model.plan import Plan
from tui.commands import all_commands
from widgets.render.view_options import ViewOptions
from widgets.render.views import view_of


def test_words_and_registrations_are_of_the_same_views() -> None:
    assert VIEW_LABELS.keys() == VIEWS.keys()


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_each_part_of_a_registration_is_used(plan: Plan, view: object) -> None:
    """Keys make a command of the explorer, help one of the shell with JSON, a table one of CSV."""
    assert isinstance(view, type(VIEWS["timeline"]))
    name = view.command or view.name
    commands = {command.id(): command for command in all_commands()}
    assert (name in commands) == bool(view.keys)
    assert not view.keys or commands[name].keys == view.keys
    assert (name in COMMANDS) == bool(view.label.printing)
    if view.label.printing:
        command = group.get_command(click.Context(group), name)
        assert command is not None and view.label.printing[:20] in (command.help or "")
        assert view.records is not None and view.name in outputs()["properties"]
    assert (view.name in TABLES) == bool(view.table)
    assert view_of(view.name)(plan, ViewOptions(80)).blocks


def test_unknown_view_raises() -> None:
    with pytest.raises(KeyError):
        view_of("none")
