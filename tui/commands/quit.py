"""Commands that close and leave."""

from tui.commands.base import Command


class Close(Command):
    keys = ("escape",)
    action = "close"
    palette = False


class Leave(Command):
    keys = ("q",)
    action = "leave"


class Quit(Command):
    keys = ("Q", "ctrl+q")
    action = "app.quit"


class Suspend(Command):
    keys = ("ctrl+z",)
    action = "app.suspend_process"
