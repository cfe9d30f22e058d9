"""Commands that change how things are shown."""

from tui.commands.base import Command


class Language(Command):
    description = "Show the plan's text in English, Chinese, or both."
    keys = ("L",)
    action = "language"
    name = "view: language"
    hint = "language"


class Enlarge(Command):
    description = "Enlarge the pane to the whole screen, and back."
    keys = ("z",)
    action = "enlarge"
    name = "view: enlarge the pane"


class Narrower(Command):
    description = "Make the outline narrower."
    keys = ("less_than_sign",)
    also = ("《", "＜")
    action = "resize_outline(-4)"
    name = "pane: narrower outline"


class Wider(Command):
    description = "Make the outline wider."
    keys = ("greater_than_sign",)
    also = ("》", "＞")
    action = "resize_outline(4)"
    name = "pane: wider outline"


class Reload(Command):
    description = "Read the plan again from its files; a broken plan leaves the last good one on the screen."
    keys = ("R",)
    action = "reload"
    name = "plan: reload"


class Redraw(Command):
    description = "Draw the whole screen anew, after something else wrote on the terminal; in boxes too."
    keys = ("ctrl+l",)
    action = "app.redraw"
    name = "view: redraw"


class Help(Command):
    description = "What the keys do, for the focused pane first."
    keys = ("question_mark",)
    also = ("？",)
    action = "help"
    name = "help: keys"
    hint = "help"
