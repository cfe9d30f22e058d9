"""Commands that lead to the sources."""

from tui.commands.base import Command


class ShowSource(Command):
    keys = ("s",)
    action = "source"


class NextQuote(Command):
    keys = ("full_stop",)
    also = ("。", "．")
    action = "quote(1)"


class PreviousQuote(Command):
    keys = ("comma",)
    also = ("，",)
    action = "quote(-1)"


class OpenAddress(Command):
    keys = ("o",)
    action = "address"
