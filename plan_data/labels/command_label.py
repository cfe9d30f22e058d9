"""What the words of a command are."""

from __future__ import annotations

from typing import NamedTuple

from plan_data.model.pair import Pair


class CommandLabel(NamedTuple):
    """The words of a command."""

    group: str
    """Its group, of `boxes.GROUPS`: the heading above it in the help, and in what `internet-plus keys` prints."""
    name: Pair
    """Its entry in the list of commands."""
    help: Pair
    """What it does, in a sentence or two: in the help, and in the tables of keys."""
