"""Commands that lead to the sources."""

from tui.commands.base import Command


class ShowSource(Command):
    """Open the source of the quote under the cursor, or of the node's first quote, with the quote lit."""

    keys = ("s",)
    action = "source"
    name = "source: open at the quote"
    hint = "source"


class NextQuote(Command):
    """Go to the next quote of this node, across sources."""

    keys = ("full_stop",)
    also = ("。", "．")
    action = "quote(1)"
    name = "source: next quote"
    hint = "next quote"


class PreviousQuote(Command):
    """Go to the previous quote of this node."""

    keys = ("comma",)
    also = ("，",)
    action = "quote(-1)"
    name = "source: previous quote"


class OpenAddress(Command):
    """Open the address of the source, or of the official page, in a browser; else show and copy it."""

    keys = ("o",)
    action = "address"
    name = "source: open its address"
