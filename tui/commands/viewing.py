"""Commands that change what is seen."""

from tui.commands.base import Command


class Language(Command):
    """Show the plan's text in English, Chinese, or both."""

    keys = ("L",)
    action = "language"
    name = "view: language"
    hint = "language"


class Enlarge(Command):
    """Enlarge the pane to the whole screen, and back."""

    keys = ("z",)
    action = "enlarge"
    name = "view: enlarge the pane"


class Reload(Command):
    """Read the plan again from its files; a broken plan leaves the last good one on the screen."""

    keys = ("R",)
    action = "reload"
    name = "plan: reload"


class Help(Command):
    """What the keys do, for the focused pane first."""

    keys = ("question_mark",)
    also = ("？",)
    action = "help"
    name = "help: keys"
    hint = "help"
