"""The table of traditional characters agrees with OpenCC, and changes nothing in simplified texts."""

from __future__ import annotations

import pytest

from plan_data.model.plan import Plan
from plan_data.text.folding import fold
from plan_data.text.traditional import SIMPLIFIED


def test_it_agrees_with_opencc() -> None:
    opencc = pytest.importorskip("opencc")
    converter = opencc.OpenCC("t2s")
    assert {character: converter.convert(character) for character in SIMPLIFIED} == SIMPLIFIED


def test_simplified_characters_stay() -> None:
    assert not set(SIMPLIFIED) & set(SIMPLIFIED.values())


def test_the_names_of_the_plan_are_not_changed(plan: Plan) -> None:
    names = {item.title.zh_short for item in (*plan.nodes, *plan.bodies.values())}
    assert [name for name in names if set(name) & set(SIMPLIFIED)] == []


def test_both_scripts_fold_to_one_text_of_the_same_length() -> None:
    assert fold("電子商務「互聯網＋」").text == fold("电子商务“互联网+”").text == "电子商务互联网+"
