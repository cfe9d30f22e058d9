"""From commands to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import commands_for


def bindings(pane: str, *, namespace: str = "", priority: bool = False) -> list[BindingType]:
    """Return the bindings of the commands that work in a pane.

    Args:
        pane: The pane, as commands name it.
        namespace: What their actions are looked up in: `screen.`, or "" for what has the bindings.
        priority: Let them win over the bindings and the typing of a text box.
    """
    return [
        Binding(
            ",".join((*command.keys, *command.also)),
            namespace + command.action,
            show=False,
            id=command.id(),
            priority=priority,
        )
        for command in commands_for(pane)
    ]
