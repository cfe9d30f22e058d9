"""A copy of another edition, or of another document, is told of."""

from __future__ import annotations

import pytest

from plan_data.copies.edition import DIFFERING_SHARE
from plan_data.labels.attachments import EDITION
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from tests.made_up_copy import DOCUMENT, MadeUp, laid

NUMBER = "国发〔2015〕40号"


def told(plan: Plan, **options: object) -> tuple[Pair, ...]:
    """What is told of a made-up copy."""
    return laid(plan, **options).report.edition


FORMS_OF_IT = (
    NUMBER,
    "国发[2015]40号",
    "国发［2015］40号",
    "国发（2015）40号",
    "国发(2015) 40 号",
    "国 发〔２０１５〕４０号",
    f"文号：{NUMBER}",
)


@pytest.mark.parametrize("number", FORMS_OF_IT)
@pytest.mark.parametrize("form", ["lines", "p", "line"])
def test_of_the_document_itself_nothing_is_told(plan: Plan, number: str, form: str) -> None:
    assert told(plan, number=number, form=form) == ()


@pytest.mark.parametrize(
    ("number", "other"),
    [
        ("国发〔2016〕40号", "国发〔2016〕40号"),
        ("国发〔2015〕140号", "国发〔2015〕140号"),
        ("国发〔2015〕4号", "国发〔2015〕4号"),
        ("浙政发〔2016〕1号", "浙政发〔2016〕1号"),
        ("发文字号：国办发（2015） 7 号", "国办发（2015） 7 号"),
    ],
)
def test_another_number_is_named(plan: Plan, number: str, other: str) -> None:
    assert told(plan, number=number) == (EDITION["other-number"].format(number=NUMBER, other=other),)


def test_a_copy_without_a_number_is_told_of(plan: Plan) -> None:
    assert told(plan, number="样本") == (EDITION["number"].format(number=NUMBER),)


def test_a_title_that_reads_otherwise_is_told_of(plan: Plan) -> None:
    assert told(plan, number=NUMBER, alter=["root"]) == (EDITION["title"],)


def test_many_headings_that_read_otherwise_are_counted(plan: Plan) -> None:
    nodes = [node.id for node in MadeUp(plan).nodes]
    least = int(DIFFERING_SHARE * len(nodes)) + 1
    says = EDITION["headings"].format(differing=least, total=len(nodes))
    assert told(plan, number=NUMBER, alter=nodes[20 : 20 + least]) == (says,)
    assert told(plan, number=NUMBER, alter=nodes[20 : 19 + least]) == ()
    assert says.en.startswith(f"{least} of the 101 headings") and says.zh.startswith("101个标题中有")


def test_another_document_is_told_of_by_all_three(plan: Plan) -> None:
    nodes = [node.id for node in MadeUp(plan).nodes]
    found = told(plan, number="浙政发〔2016〕1号", alter=[nodes[0], *nodes[30:70]])
    assert len(found) == 3
    assert plan.sources[DOCUMENT].number == NUMBER
