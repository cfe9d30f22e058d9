"""Dates as readers type them, in any usual order, in English, Chinese or figures."""

from __future__ import annotations

import re
import unicodedata

from plan_data.text.dates import is_date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_NAMES = "january february march april may june july august september october november december sept".split()
_DIGITS = {digit: str(n) for n, digit in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_CHINESE = re.compile(r"(?:([0-9]{4}|[0-9]{2})\s*年)?\s*(?:([0-9]{1,2})\s*月份?)?\s*(?:([0-9]{1,2})\s*[日号])?\s*\Z")
_NUMERAL = re.compile(r"[零〇○一二三四五六七八九十]+")
_TOKENS = re.compile(r"[a-z]+|[0-9]+")
_ORDINAL = re.compile(r"(?<=[0-9])(?:[snr][td]|th)\b|\b(?:of|the|on)\b")
_OTHER_SIGN = re.compile(r"[^a-z0-9 ,./-]")
_LONGEST = 40
"""Most characters of a date with all its words."""


def dates(typed: str) -> tuple[str, ...]:
    """Return what a query may mean as a date: `2015`, `2015-07`, `2015-07-04`; without a year `07-04`.

    Empty for a query that is no date, and for one that is written so already. Two where day and month may be swapped:
    `4/7/2015`.
    """
    text = unicodedata.normalize("NFKC", typed).casefold().strip()
    if len(text) > _LONGEST or is_date(text):
        return ()
    found = _in_chinese(text) if not text.isascii() else _in_words_or_figures(text)
    return tuple(dict.fromkeys(date for date in found if is_date(date) or is_date(f"2000-{date}")))


def _in_chinese(text: str) -> list[str]:
    match = _CHINESE.match(_NUMERAL.sub(_figures, text))
    if not match or not any(match.groups()):
        return []
    year, month, day = match.groups()
    if day and not month or not (year or day):
        return []
    return [_joined(_full(year), month, day)]


def _figures(numeral: re.Match[str]) -> str:
    """Return a Chinese numeral in figures: 二〇一五, 十二, 二十三."""
    text = numeral[0]
    tens, ten, ones = text.partition("十")
    if not ten:
        return "".join(_DIGITS[digit] for digit in text)
    return f"{_DIGITS.get(tens, '1')}{_DIGITS.get(ones, '0')}"


def _in_words_or_figures(text: str) -> list[str]:
    text = _ORDINAL.sub("", text)
    if _OTHER_SIGN.search(text):
        return []
    tokens = _TOKENS.findall(text)
    named = [token for token in tokens if token.isalpha()]
    numbers = [token for token in tokens if token.isdigit()]
    if not named:
        return _in_figures(text, numbers)
    if len(named) > 1 or named[0] not in (*_MONTHS, *_MONTH_NAMES):
        return []
    month = str(_MONTHS.index(named[0][:3]) + 1)
    if len(numbers) == 1:
        number = numbers[0]
        # Behind the month two figures may be the year: `jul 15`.
        may_be_year = len(number) == 4 or (len(number) == 2 and tokens[-1] == number)
        in_year = [_joined(_full(number), month)] if may_be_year else []
        return in_year if len(number) == 4 else [_joined("", month, number), *in_year]
    if len(numbers) == 2:
        day, year = numbers if len(numbers[0]) < 3 else reversed(numbers)
        return [_joined(_full(year), month, day)]
    return []


def _in_figures(text: str, numbers: list[str]) -> list[str]:
    if len(numbers) == 1 and text == numbers[0] and len(text) in (6, 8):
        return [_joined(text[:4], text[4:6], text[6:])]
    if len(numbers) == 2:
        first, last = numbers
        return [_joined(first, last)] if len(first) == 4 else [_joined(last, first)] if len(last) == 4 else []
    if len(numbers) != 3:
        return []
    first, middle, last = numbers
    if len(first) == 4:
        return [_joined(first, middle, last)]
    # A year has two figures at least: 4.7.15 may be a day, 1.2.3 is a number.
    if len(last) in (2, 4):
        return [_joined(_full(last), middle, first), _joined(_full(last), first, middle)]
    return []


def _full(year: str | None) -> str:
    return f"20{year}" if year and len(year) == 2 else year or ""


def _joined(*parts: str | None) -> str:
    """Join year, month and day, with two figures for a month or a day; parts that are missing are left out."""
    return "-".join(part.zfill(2) for part in parts if part)
