"""The page of the cases says what the tests hold."""

from __future__ import annotations

import pytest

from docs import reliability


def test_every_case_has_a_test_and_the_page_is_up_to_date(every_test: list[pytest.Item]) -> None:
    found = reliability.tests_by_case(every_test)
    assert reliability.without_tests(found) == []
    page = reliability.PAGE.read_text(encoding="utf-8")
    assert page == reliability.page(found), "docs/reliability.md is out of date: make reliability"
