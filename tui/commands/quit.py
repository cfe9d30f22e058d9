"""Commands that close and leave."""

from tui.commands.base import Command


class Close(Command):
    description = "Close what is on top, then clear the search, then return to the outline; never leaves."
    keys = ("escape",)
    action = "close"
    name = "go: close"
    palette = False


class Leave(Command):
    description = "Close the topmost view; leave from the main screen."
    keys = ("q",)
    action = "leave"
    name = "leave: this view"
    hint = "leave"


class Quit(Command):
    description = "Leave from anywhere."
    keys = ("Q", "ctrl+q")
    action = "app.quit"
    name = "leave: the explorer"


class Suspend(Command):
    description = "Stop, and go back to the shell; `fg` goes on here."
    keys = ("ctrl+z",)
    action = "app.suspend_process"
    name = "leave: to the shell, for now"
