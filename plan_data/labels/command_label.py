"""What the words of a command are."""

from __future__ import annotations

from typing import NamedTuple

from plan_data.model.entities import Pair


class CommandLabel(NamedTuple):
    """The words of a command."""

    group: str
    """The group that it belongs to, in the help and in the list of commands: a key of `GROUPS`."""
    name: Pair
    """Its entry in the list of commands."""
    help: Pair
    """Its help: one sentence."""
