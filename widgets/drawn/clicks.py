"""Which clicks are followed."""

from __future__ import annotations

from textual import events


def is_followed(click: events.Click) -> bool:
    """Return whether a click does anything: one of the left button, and of a double click the first."""
    return click.button == 1 and click.chain == 1
