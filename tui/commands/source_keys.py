"""Commands that lead to the sources."""

from tui.commands.base import Command


class ShowSource(Command):
    keys = ("s",)
    action = "do('sources.open_source')"


class NextQuote(Command):
    keys = ("full_stop",)
    also = ("。", "．")
    action = "do('sources.next_quote', 1)"


class PreviousQuote(Command):
    keys = ("comma",)
    also = ("，",)
    action = "do('sources.next_quote', -1)"


class OpenAddress(Command):
    keys = ("o",)
    action = "do('sources.open_page')"
