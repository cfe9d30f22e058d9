"""Searching where SQLite has no FTS5."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plan_data.model.entities import Title
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex, item_scan, tables
from tests.output import run
from tests.small_plan import plan_of_titles
from tests.unit.test_search_relevance import ROWS, is_found


@pytest.fixture(autouse=True)
def without_fts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(tables, "FTS", "CREATE VIRTUAL TABLE token USING fts_of_no_python(tokens)")
    tables.has_fts.cache_clear()
    yield
    tables.has_fts.cache_clear()


def test_a_small_plan_is_searched_in_full(plan: Plan) -> None:
    """GIVEN no FTS5, WHEN a small plan is searched, THEN the ranking is the same code and as good."""
    index = SearchIndex(plan)
    assert not index.is_partial
    good = [row for row in ROWS[::4] if is_found(index, row)]
    assert len(good) >= 0.95 * len(ROWS[::4])
    assert index.count("quote: e-commerce") == len(index.search("quote: e-commerce", 1000))
    assert index.search("zzzz") == [] and index.count("zzzz") == 0


def test_of_a_large_plan_ids_numbers_and_names_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(item_scan, "LARGE", 50)
    index = SearchIndex(plan_of_titles(*(Title(en=f"Smart grid {n}", zh=f"智能电网{n}") for n in range(60))))
    assert index.is_partial
    assert index.search("grid 17", 1)[0].id == "n.17"
    assert index.search("n.18", 1)[0].id == "n.18"
    assert index.search("电网19", 1)[0].id == "n.19"
    assert len(index.search("grid", 1000)) == 60


def test_find_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "FTS5" not in run("find", "logistics").stderr
    monkeypatch.setattr(item_scan, "LARGE", 50)
    done = run("find", "logistics", "-n", "1")
    assert done.returncode == 0 and "Efficient logistics" in done.stdout and "FTS5" in done.stderr
