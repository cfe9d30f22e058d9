"""Commands that lead to the sources."""

from tui.commands.base import Command


class ShowSource(Command):
    description = "Open the source of the quote under the cursor, or of the node's first quote, with the quote lit."
    keys = ("s",)
    action = "source"
    name = "source: open at the quote"
    hint = "source"


class NextQuote(Command):
    description = (
        "Go to the next quote of this node, across sources: those that state it, those with figures, the rest."
    )
    keys = ("full_stop",)
    also = ("。", "．")
    action = "quote(1)"
    name = "source: next quote"
    hint = "next quote"


class PreviousQuote(Command):
    description = "Go to the previous quote of this node."
    keys = ("comma",)
    also = ("，",)
    action = "quote(-1)"
    name = "source: previous quote"


class OpenAddress(Command):
    description = (
        "Open the source at the quote, or the official page at the heading; without a browser show and copy where."
    )
    keys = ("o",)
    action = "address"
    name = "source: open its address"
