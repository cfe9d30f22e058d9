"""Texts in two languages: each side takes its own, and Chinese marks within marks are single."""

from __future__ import annotations

import pytest

from plan_data.labels.kinds import CALLED
from plan_data.model.pair import Pair, picked
from plan_data.model.plan import Plan
from widgets.render.names import called


def test_each_side_takes_its_own_value() -> None:
    words = Pair("{n} of {what}, {0}", "{what}的第{n}项，{0}")
    assert words.format("x", n=2, what=Pair("tasks", "任务")) == ("2 of tasks, x", "任务的第2项，x")


def test_a_text_without_languages_is_the_same_on_both_sides() -> None:
    assert Pair(", ", "、").join([Pair("tea", "茶"), "x"]) == ("tea, x", "茶、x")
    assert [picked(value, "zh") for value in (Pair("tea", "茶"), "x", 3)] == ["茶", "x", 3]


@pytest.mark.parametrize(
    ("form", "said"),
    [("“{title}”的笔记", "“八部委谈‘互联网+’”的笔记"), ("{title}的笔记", "八部委谈“互联网+”的笔记")],
)
def test_chinese_marks_within_marks_are_single(form: str, said: str) -> None:
    assert Pair("{title}", form).format(title="八部委谈“互联网+”") == ("八部委谈“互联网+”", said)


def test_so_are_those_of_an_entry_in_a_sentence(plan: Plan) -> None:
    assert "“{title}”" in CALLED.zh
    assert called(plan.node("tl.2015-03-05"), "zh").count("“") == 1
    assert "‘互联网+’" in called(plan.node("tl.2015-03-05"), "zh")
