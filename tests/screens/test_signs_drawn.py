"""The signs that are drawn: apart from the plan's texts none is of ambiguous width, and `--ascii` draws ASCII alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from plan_data.folders import SHIPPED
from plan_data.model.plan import Plan
from tests.screens.walks import WALKS
from tests.support import press, screen_text
from tui.app import Explorer
from tui.userdata.options import Options
from tui.userdata.store import Store


@pytest.fixture(scope="module")
def content() -> set[str]:
    """Every character of the shipped plan that is not ASCII, and those that its pinyin and titles are joined with."""
    return {sign for path in SHIPPED.rglob("*.yaml") for sign in path.read_text(encoding="utf-8") if not sign.isascii()}


@pytest.mark.parametrize("name", WALKS)
@pytest.mark.parametrize("in_ascii", [False, True])
async def test_what_the_program_draws_is_narrow(
    plan: Plan, tmp_path: Path, content: set[str], name: str, in_ascii: bool
) -> None:
    walk = WALKS[name]
    app = Explorer(plan, Options(at=walk.at, ascii_signs=in_ascii), store=Store(tmp_path, ""))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *walk.keys)
        drawn = {sign for sign in screen_text(app) if not sign.isascii()}
    own = {sign for sign in drawn - content if unicodedata.east_asian_width(sign) not in "WF"}
    assert not own if in_ascii else all(unicodedata.east_asian_width(sign) in ("N", "Na") for sign in own), own
