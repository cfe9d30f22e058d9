"""Commands that fetch the official page: the question, and what answers it."""

from tui.commands.base import Command


class Fetch(Command):
    keys = ("A",)
    action = "do('fetcher.ask')"


class FetchCommand(Command):
    """A command of the question before fetching."""

    pane = "fetch"


class FetchChoose(FetchCommand):
    keys = ("enter",)
    action = "choose"


class FetchNext(FetchCommand):
    keys = ("tab", "down", "right")
    action = "walk(1)"


class FetchPrevious(FetchCommand):
    keys = ("shift+tab", "up", "left")
    action = "walk(-1)"


class FetchLeave(FetchCommand):
    keys = ("escape",)
    action = "leave"
