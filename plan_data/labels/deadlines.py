"""Deadlines in words."""

from __future__ import annotations

from plan_data.text.dates import precision

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months in English."""


def in_words(date: str, lang: str = "en") -> str:
    """Return a date in words: `2018`, `June 2015`, `31 December 2016`, `2015年6月`; what is none stands as it is."""
    if not precision(date):
        return date
    parts = [int(part) for part in date.split("-")]
    if lang == "zh":
        return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
    words = [str(parts[0]), *(MONTHS[part - 1] for part in parts[1:2]), *map(str, parts[2:])]
    return " ".join(reversed(words))


def by_date(date: str, lang: str = "en") -> str:
    """Return a deadline in words: `by 2018`, `by 31 December 2016`, `到2018年`; what is no date stands as it is."""
    if not precision(date):
        return date
    return f"到{in_words(date, lang)}" if lang == "zh" else f"by {in_words(date)}"
