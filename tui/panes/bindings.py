"""From commands to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import commands_for


def bindings(*panes: str) -> list[BindingType]:
    """Return the bindings of the commands that work in these panes."""
    found: list[BindingType] = []
    for pane in panes:
        for command in commands_for(pane):
            for key in (*command.keys, *command.also):
                action = command.action.replace("{key}", key)
                found.append(
                    Binding(key, action, command.label.name, show=False, id=command.id(), tooltip=command.help())
                )
    return found
