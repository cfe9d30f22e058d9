"""Who a source is by: bodies, and persons with a family name and given names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_LETTER = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_EAST_ASIAN = f"[{_LETTER}]+"
"""A Chinese, Japanese or Korean name: the family name first, and no blank. `re` takes 2 ms to compile it, and keeps it;
that is left to the first use, which is after the first frame."""


class Author(NamedTuple):
    """A body by its one name, or a person by two."""

    literal: str = ""
    """A name that is not divided."""
    family: str = ""
    """A person's family name."""
    given: str = ""
    """A person's given names."""

    @property
    def is_east_asian(self) -> bool:
        """Whether it is a person whose name is written in Chinese, Japanese or Korean."""
        return not self.literal and re.fullmatch(_EAST_ASIAN, self.family + self.given) is not None

    @property
    def name(self) -> str:
        """The whole name, in the order in which it is printed."""
        if self.literal or not self.given:
            return self.literal or self.family
        return self.family + self.given if self.is_east_asian else f"{self.given} {self.family}"


def in_one_text(authors: Sequence[Author]) -> str:
    """Return the names of authors as one text; "" for none."""
    names = [author.name for author in authors]
    return ("、" if all(re.search(_EAST_ASIAN, name) for name in names) else ", ").join(names)
