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


class Suspend(Command):
    """Stop, and go back to the shell; `fg` goes on here."""

    keys = ("ctrl+z",)
    action = "app.suspend_process"
    name = "leave: to the shell, for now"


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


class HelpFind(Command):
    """Find in the help."""

    keys = ("slash",)
    also = ("、", "／")
    pane = "help"
    action = "find"
    name = "help: find"
    hint = "find"
    palette = False


class HelpNextMatch(Command):
    """Go to the next match."""

    keys = ("n",)
    pane = "help"
    action = "match(1)"
    name = "help: next match"
    palette = False


class HelpPreviousMatch(Command):
    """Go to the previous match."""

    keys = ("N",)
    pane = "help"
    action = "match(-1)"
    name = "help: previous match"
    palette = False


class HelpClose(Command):
    """Close the help; where something is found there, first put that out."""

    keys = ("escape", "q", "question_mark")
    also = ("？",)
    pane = "help"
    action = "leave"
    name = "help: close"
    hint = "close"
    palette = False
