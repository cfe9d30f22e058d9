"""Commands that open a view, one for each view that is registered with a key, and those that act on one."""

from plan_data.exports.views import VIEWS
from tui.commands.base import Command


class SortRows(Command):
    keys = ("r",)
    action = "do('viewer.sort_rows')"


class Unstated(Command):
    keys = ("U",)
    action = "do('finder.toggle_unstated')"


# A class made here registers itself as one that is written out does.
for _view in VIEWS.values():
    if _view.keys:
        type(
            (_view.command or _view.name).title().replace("-", ""),
            (Command,),
            {
                "__module__": __name__,
                "keys": _view.keys,
                "also": _view.also,
                "action": _view.action or f"do('navigator.toggle_view', '{_view.name}')",
            },
        )
