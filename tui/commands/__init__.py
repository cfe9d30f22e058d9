"""The commands: one class each. Loads no textual, so that they can be printed too."""

from tui.commands.base import Command, all_commands, commands_for, first_keys

__all__ = ["Command", "all_commands", "commands_for", "first_keys"]
