"""Texts and addresses in Markdown, as CommonMark, GitHub and Pandoc read it."""

from __future__ import annotations

import re

from plan_data.text.addresses import link_address
from plan_data.text.visible import visible

_MARKUP = re.compile(
    r"[\\`*_\[\]<>#|~$^@]"  # signs of markup
    r"|&(?=#?\w+;)"  # what would be read as an entity
    r"|(?<=[A-Za-z]):(?=//)|(?<=\bwww)\."  # what GitHub would make a link
    r"|:(?=[a-z0-9_+-]+:)"  # and an emoji
    r"|(?<=-)-|(?<=\.)\."  # what Pandoc's extension `smart` would make a dash and an ellipsis
)
_LIST_SIGN = re.compile(r"^(\s*\d*)([-+.)])")
_STRAIGHT_QUOTE = re.compile("[\"']")
_ENTITY_END = re.compile(r"(&#?\w+);")


def inline(text: str) -> str:
    """Return text in which Markdown finds no markup, for within a line."""
    return _MARKUP.sub(r"\\\g<0>", visible(text)).replace("\n", " ")


def escaped(text: str) -> str:
    """Return text in which Markdown finds no markup, and no list where a line begins with it."""
    return _LIST_SIGN.sub(r"\1\\\2", inline(text))


def verbatim(text: str) -> str:
    """Return text, for within a line, whose straight quotes Pandoc's `smart` leaves straight too: for quotes."""
    return _STRAIGHT_QUOTE.sub(r"\\\g<0>", inline(text))


def linked(address: str) -> str:
    """Return an address as a link whose text it is; one that is not of the web as text."""
    # An autolink is read as it stands, save for entities.
    link = _ENTITY_END.sub(r"\1%3B", link_address(address))
    return f"<{link}>" if link else escaped(address)
