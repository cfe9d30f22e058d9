"""Commands that close and leave."""

from tui.commands.base import Command


class Close(Command):
    """Close what is on top, then clear the search, then return to the outline; never leaves."""

    keys = ("escape",)
    action = "close"
    name = "go: close"
    palette = False


class Leave(Command):
    """Close the topmost view; leave from the main screen."""

    keys = ("q",)
    action = "leave"
    name = "leave: this view"
    hint = "leave"


class Quit(Command):
    """Leave from anywhere."""

    keys = ("Q", "ctrl+q")
    action = "app.quit"
    name = "leave: the explorer"


class HelpDown(Command):
    """Scroll down."""

    keys = ("down", "j")
    pane = "help"
    action = "scroll(1)"
    name = "help: down"
    palette = False


class HelpUp(Command):
    """Scroll up."""

    keys = ("up", "k")
    pane = "help"
    action = "scroll(-1)"
    name = "help: up"
    palette = False


class HelpPageDown(Command):
    """One page down."""

    keys = ("space", "pagedown", "ctrl+d")
    pane = "help"
    action = "turn(1)"
    name = "help: page down"
    palette = False


class HelpPageUp(Command):
    """One page up."""

    keys = ("pageup", "ctrl+u")
    pane = "help"
    action = "turn(-1)"
    name = "help: page up"
    palette = False


class HelpFirst(Command):
    """Go to the beginning."""

    keys = ("g", "home")
    pane = "help"
    action = "edge(False)"
    name = "help: to the beginning"
    palette = False


class HelpLast(Command):
    """Go to the end."""

    keys = ("G", "end")
    pane = "help"
    action = "edge(True)"
    name = "help: to the end"
    palette = False


class HelpClose(Command):
    """Close the help."""

    keys = ("escape", "q", "question_mark")
    also = ("？",)
    pane = "help"
    action = "leave"
    name = "help: close"
    hint = "close"
    palette = False
