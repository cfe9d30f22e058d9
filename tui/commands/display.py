"""Commands that change how things are shown."""

from tui.commands.base import Command


class Language(Command):
    keys = ("L",)
    action = "language"


class Collapse(Command):
    keys = ("minus",)
    also = ("－",)
    action = "do('arranger.collapse')"


class Expand(Command):
    keys = ("plus",)
    also = ("＋",)
    action = "do('arranger.expand')"


class Enlarge(Command):
    keys = ("z",)
    action = "do('arranger.enlarge')"


class Narrower(Command):
    keys = ("less_than_sign",)
    also = ("《", "＜")
    action = "do('arranger.resize', -1)"


class Wider(Command):
    keys = ("greater_than_sign",)
    also = ("》", "＞")
    action = "do('arranger.resize', 1)"


class Reload(Command):
    keys = ("R",)
    action = "do('watcher.reload')"


class Redraw(Command):
    keys = ("ctrl+l",)
    action = "app.redraw"


class Help(Command):
    keys = ("question_mark", "f1")
    also = ("？",)
    action = "help"
