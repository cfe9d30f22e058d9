"""Where panes and title bars are, in every window: pure arithmetic."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region

from tui.panes.arrangement import PANES, Window, regions

COLLAPSED = [names for count in range(3) for names in combinations(PANES[:3], count)]


@given(
    width=st.integers(40, 240),
    height=st.integers(11, 60),
    focused=st.sampled_from(PANES[:3]),
    collapsed=st.sampled_from(COLLAPSED),
    enlarged=st.booleans(),
    view=st.booleans(),
    has_source=st.booleans(),
    outline=st.integers(0, 300),
    source=st.integers(0, 300),
)
def test_panes_and_bars_fill_the_window_and_do_not_overlap(
    width: int,
    height: int,
    focused: str,
    collapsed: tuple[str, ...],
    enlarged: bool,
    view: bool,
    has_source: bool,
    outline: int,
    source: int,
) -> None:
    window = Window(width, height, focused, collapsed, view, enlarged, has_source, outline, source)
    placed = regions(window)
    area = Region(0, 0, width, height)
    gutters = 0
    for id_, region in placed.items():
        assert area.contains_region(region) and region.width >= 10 and region.height >= 1, (id_, region)
        assert region.height == 1 or not id_.endswith("-bar"), (id_, region)
    for (one, first), (other, second) in combinations(placed.items(), 2):
        assert not first.overlaps(second), (one, other)
    assert {id_ for id_ in placed if not id_.endswith("-bar")} == set(window.open)
    assert {id_.removesuffix("-bar") for id_ in placed if id_.endswith("-bar")} == set(window.shown)
    covered = sum(region.area for region in placed.values())
    gutters = area.area - covered
    assert 0 <= gutters <= 2 * height


@pytest.mark.parametrize(
    ("size", "collapsed", "wanted"),
    [
        ((80, 23), (), {"outline": (0, 1, 31, 22), "card": (32, 1, 48, 22)}),
        ((120, 35), ("source",), {"outline": (0, 1, 44, 34), "card": (45, 1, 75, 33), "source-bar": (45, 34, 75, 1)}),
        ((120, 35), (), {"card": (45, 1, 75, 26), "source": (45, 28, 75, 7)}),
        ((120, 35), ("outline", "source"), {"outline-bar": (0, 0, 120, 1), "card": (0, 2, 120, 32)}),
        ((120, 35), ("card", "source"), {"outline": (0, 1, 120, 32), "card-bar": (0, 33, 120, 1)}),
        ((120, 35), ("card",), {"card-bar": (45, 0, 75, 1), "source": (45, 2, 75, 33)}),
        ((160, 49), (), {"outline": (0, 1, 44, 48), "card": (45, 1, 57, 48), "source": (103, 1, 57, 48)}),
        ((79, 23), ("source",), {"outline": (0, 1, 79, 22)}),
    ],
)
def test_the_usual_windows(
    size: tuple[int, int], collapsed: tuple[str, ...], wanted: dict[str, tuple[int, int, int, int]]
) -> None:
    placed = regions(Window(*size, collapsed=collapsed))
    assert {id_: tuple(placed[id_]) for id_ in wanted} == wanted


def test_the_source_gets_the_height_while_it_is_read() -> None:
    read, other = (regions(Window(120, 36, focused=name))["source"].height for name in ("source", "card"))
    assert read > 2 * other


def test_a_source_that_has_no_place_of_its_own_covers_the_others() -> None:
    assert set(regions(Window(80, 23, focused="source"))) == {"source-bar", "source"}
