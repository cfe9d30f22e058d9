"""Commands that open a view, or act on one."""

from tui.commands.base import Command


class Timeline(Command):
    keys = ("t",)
    action = "view('timeline')"
    hint_panes = ("outline", "view")


class Agencies(Command):
    keys = ("a",)
    action = "view('agencies')"
    hint_panes = ("outline", "view")


class Targets(Command):
    keys = ("T",)
    action = "view('targets')"


class Compare(Command):
    keys = ("equals_sign",)
    also = ("＝",)
    action = "do('navigator.compare')"


class SortRows(Command):
    keys = ("r",)
    action = "do('viewer.sort_rows')"


class Evidence(Command):
    keys = ("S",)
    action = "view('evidence')"
    hint_panes = ("view",)


class Conflicts(Command):
    keys = ("C",)
    action = "view('conflicts')"
    hint_panes = ("view",)


class Unstated(Command):
    keys = ("U",)
    action = "do('finder.toggle_unstated')"
