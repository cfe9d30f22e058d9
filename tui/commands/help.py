"""Commands of the help page."""

from tui.commands.base import Command


class HelpPageCommand(Command):
    """A command of the help page."""

    pane = "help"


class HelpDown(HelpPageCommand):
    keys = ("down", "j")
    action = "scroll(1)"


class HelpUp(HelpPageCommand):
    keys = ("up", "k")
    action = "scroll(-1)"


class HelpPageDown(HelpPageCommand):
    keys = ("space", "pagedown", "ctrl+d")
    action = "turn(1)"


class HelpPageUp(HelpPageCommand):
    keys = ("pageup", "ctrl+u")
    action = "turn(-1)"


class HelpFirst(HelpPageCommand):
    keys = ("g", "home")
    action = "edge(False)"


class HelpLast(HelpPageCommand):
    keys = ("G", "end")
    action = "edge(True)"


class HelpFind(HelpPageCommand):
    keys = ("slash",)
    also = ("、", "／")
    action = "find"


class HelpNextMatch(HelpPageCommand):
    keys = ("n",)
    action = "match(1)"


class HelpPreviousMatch(HelpPageCommand):
    keys = ("N",)
    action = "match(-1)"


class HelpClose(HelpPageCommand):
    keys = ("escape", "q", "question_mark", "f1")
    also = ("？",)
    action = "leave"
