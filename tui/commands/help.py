"""Commands of the help page."""

from tui.commands.base import Command


class HelpDown(Command):
    keys = ("down", "j")
    pane = "help"
    action = "scroll(1)"
    palette = False


class HelpUp(Command):
    keys = ("up", "k")
    pane = "help"
    action = "scroll(-1)"
    palette = False


class HelpPageDown(Command):
    keys = ("space", "pagedown", "ctrl+d")
    pane = "help"
    action = "turn(1)"
    palette = False


class HelpPageUp(Command):
    keys = ("pageup", "ctrl+u")
    pane = "help"
    action = "turn(-1)"
    palette = False


class HelpFirst(Command):
    keys = ("g", "home")
    pane = "help"
    action = "edge(False)"
    palette = False


class HelpLast(Command):
    keys = ("G", "end")
    pane = "help"
    action = "edge(True)"
    palette = False


class HelpFind(Command):
    keys = ("slash",)
    also = ("、", "／")
    pane = "help"
    action = "find"
    palette = False


class HelpNextMatch(Command):
    keys = ("n",)
    pane = "help"
    action = "match(1)"
    palette = False


class HelpPreviousMatch(Command):
    keys = ("N",)
    pane = "help"
    action = "match(-1)"
    palette = False


class HelpClose(Command):
    keys = ("escape", "q", "question_mark")
    also = ("？",)
    pane = "help"
    action = "leave"
    palette = False
