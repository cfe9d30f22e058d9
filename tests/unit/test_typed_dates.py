"""Dates as readers type them: in any usual order, in English, Chinese or figures."""

from __future__ import annotations

import pytest

from plan_data.search.typed_dates import dates


@pytest.mark.parametrize(
    "typed",
    [
        "4 July 2015",
        "July 4, 2015",
        "july 4 2015",
        "4th of July 2015",
        "4 jul 15",
        "2015 July 4",
        "2015/07/04",
        "2015/7/4",
        "2015.7.4",
        "2015-7-4",
        "20150704",
        "2015年7月4日",
        "2015 年 7 月 4 日",
        "２０１５年７月４日",
        "二〇一五年七月四日",
        "15年7月4日",
    ],
)
def test_a_day(typed: str) -> None:
    assert dates(typed) == ("2015-07-04",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jul 2015", ("2015-07",)),
        ("July 2015", ("2015-07",)),
        ("2015年7月", ("2015-07",)),
        ("7/2015", ("2015-07",)),
        ("octob 2015", ("2015-10",)),
        ("2015 4 jul", ("2015-07-04",)),
        ("201507", ("2015-07",)),
        ("04.07.2015", ("2015-07-04", "2015-04-07")),
        ("4/7/15", ("2015-07-04", "2015-04-07")),
        ("29.02.2016", ("2016-02-29",)),
        ("12月31日", ("12-31",)),
        ("十二月三十一日", ("12-31",)),
        ("31 December", ("12-31",)),
        ("jul 15", ("07-15", "2015-07")),
    ],
)
def test_a_month_a_day_without_a_year_and_what_has_two_meanings(typed: str, meant: tuple[str, ...]) -> None:
    assert dates(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "2015", "2015-07", "2015-07-04", "11.2", "1.2.3", "m3.2", "may", "march on", "2015 finance", "7月",
     "31 February 2015", "2015年13月", "十一", "4 7", "22 trillion", "29/02/2015", "July 2015 finance", "4 " * 40],
)  # fmt: skip
def test_what_is_no_date_or_is_one_as_it_stands(typed: str) -> None:
    assert dates(typed) == ()
