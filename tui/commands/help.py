"""Commands of the help page."""

from tui.commands.base import Command


class HelpDown(Command):
    description = "Scroll down."
    keys = ("down", "j")
    pane = "help"
    action = "scroll(1)"
    name = "help: down"
    palette = False


class HelpUp(Command):
    description = "Scroll up."
    keys = ("up", "k")
    pane = "help"
    action = "scroll(-1)"
    name = "help: up"
    palette = False


class HelpPageDown(Command):
    description = "One page down."
    keys = ("space", "pagedown", "ctrl+d")
    pane = "help"
    action = "turn(1)"
    name = "help: page down"
    palette = False


class HelpPageUp(Command):
    description = "One page up."
    keys = ("pageup", "ctrl+u")
    pane = "help"
    action = "turn(-1)"
    name = "help: page up"
    palette = False


class HelpFirst(Command):
    description = "Go to the beginning."
    keys = ("g", "home")
    pane = "help"
    action = "edge(False)"
    name = "help: to the beginning"
    palette = False


class HelpLast(Command):
    description = "Go to the end."
    keys = ("G", "end")
    pane = "help"
    action = "edge(True)"
    name = "help: to the end"
    palette = False


class HelpFind(Command):
    description = "Find in the help."
    keys = ("slash",)
    also = ("、", "／")
    pane = "help"
    action = "find"
    name = "help: find"
    hint = "find"
    palette = False


class HelpNextMatch(Command):
    description = "Go to the next match."
    keys = ("n",)
    pane = "help"
    action = "match(1)"
    name = "help: next match"
    palette = False


class HelpPreviousMatch(Command):
    description = "Go to the previous match."
    keys = ("N",)
    pane = "help"
    action = "match(-1)"
    name = "help: previous match"
    palette = False


class HelpClose(Command):
    description = "Close the help; where something is found there, first put that out."
    keys = ("escape", "q", "question_mark")
    also = ("？",)
    pane = "help"
    action = "leave"
    name = "help: close"
    hint = "close"
    palette = False
