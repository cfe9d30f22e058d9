"""Texts in two languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within quotation marks (GB/T 15834)."""


class Pair(NamedTuple):
    """One text in two languages; a missing side is empty."""

    en: str = ""
    """In English."""
    zh: str = ""
    """In Chinese."""

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)

    def pick(self, lang: str) -> str:
        """Return the side for `lang`, or the other where it is empty; for `both` the English one."""
        if lang == "zh":
            return self.zh or self.en
        return self.en or self.zh

    def format(self, *values: object, **named: object) -> Pair:
        """Return both sides as format strings with values; of a value that is a pair each side takes its own.

        In Chinese a named value that is put between quotation marks, “{title}”, has single ones in it.
        """
        sides = []
        for lang, side in zip(("en", "zh"), self, strict=True):
            own = {name: picked(value, lang) for name, value in named.items()}
            if lang == "zh":
                for name, value in own.items():
                    if isinstance(value, str) and f"“{{{name}}}”" in side:
                        own[name] = value.translate(_INNER)
            sides.append(side.format(*(picked(value, lang) for value in values), **own))
        return Pair(*sides)

    def join(self, texts: Iterable[Pair | str]) -> Pair:
        """Return texts with this one between them; one that is a string is the same in both languages."""
        pairs = [text if isinstance(text, Pair) else Pair(text, text) for text in texts]
        return Pair(self.en.join(pair.en for pair in pairs), self.zh.join(pair.zh for pair in pairs))


def picked(value: Any, lang: str) -> Any:
    """Return the side of a pair for `lang`; any other value, such as the reason that a system gives, as it is."""
    return value.pick(lang) if isinstance(value, Pair) else value
