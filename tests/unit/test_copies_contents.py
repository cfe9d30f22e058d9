"""Tables of contents are no headings, and a copy of nothing else is no copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from plan_data.copies.headings import HeadingFinder
from plan_data.copies.reading import read_as
from plan_data.copies.recognised_copy import RecognisedCopy
from plan_data.copies.store import CopyStore
from plan_data.errors import MAX_BYTES, Refused
from plan_data.folders import SHIPPED
from plan_data.labels.attachments import REFUSALS
from plan_data.loading.loader import load
from plan_data.model.entities import Node, Title
from tests.made_up_copy import DOCUMENT, MadeUp
from tests.small_plan import write_plan
from tests.wrapped_copy import Wrapping

Entry = Callable[[str, int], str]
ENTRIES: dict[str, Entry] = {
    "bare": lambda heading, page: heading,
    "……12": lambda heading, page: f"{heading}……{page}",
    "....... 12": lambda heading, page: f"{heading} ....... {page}",
    "tab 12": lambda heading, page: f"{heading}\t{page}",
    "…… (12)": lambda heading, page: f"{heading}…… ({page})",
    "……（12）": lambda heading, page: f"{heading}……（{page}）",
    "·····12": lambda heading, page: f"{heading}·····{page}",
    "———12": lambda heading, page: f"{heading}———{page}",
    " 12": lambda heading, page: f"{heading} {page}",
    "12": lambda heading, page: f"{heading}{page}",
    "12 in a cell of its own": lambda heading, page: f"{heading}\n{page}",
    "……": lambda heading, page: f"{heading}……",
}
KINDS = {
    "all": ("section", "principle", "target", "action", "task", "group", "measure"),
    "sections, actions, groups": ("section", "action", "group"),
    "tasks and measures": ("task", "measure"),
    "sections": ("section",),
}
ALTER = ("requirements", "act.ai.2", "act.energy.1", "act.finance", "act.finance.3", "mea.1.2", "mea.3", "mea.7.3")
SHAPES: list[dict[str, Any]] = [{}, {"alone": True}, {"enumerators": False}, {"enumerators": False, "alone": True}]


@lru_cache
def made_up(shape: int = 0, alter: tuple[str, ...] = ()) -> MadeUp:
    """A copy without a contents."""
    return MadeUp(load(SHIPPED), alter=alter, **SHAPES[shape])


def contents(made: MadeUp, entry: str, kinds: str = "all", name: str = "目录") -> list[str]:
    """The lines of a table of contents, whose headings are never altered."""
    listed = [node for node in made.nodes if node.kind in KINDS[kinds]]
    lines = [ENTRIES[entry](made._mark(node.id) + node.title.zh, 1 + n // 4) for n, node in enumerate(listed)]
    return [*([name] if name else []), *lines]


def read(made: MadeUp, lines: list[str]) -> RecognisedCopy:
    """What the program finds in a file of these lines."""
    return read_as(made.plan, DOCUMENT, "\n".join(lines).encode(), "copy")


class TestBesideTheText:
    """A contents before the text or after it."""

    @pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
    @pytest.mark.parametrize("kinds", KINDS)
    @pytest.mark.parametrize("entry", ENTRIES)
    def test_what_the_text_lacks_is_not_found(self, entry: str, kinds: str, after: bool) -> None:
        # Each shape of the text comes with each kind of entry, at one place or the other.
        shape = (list(ENTRIES).index(entry) + list(KINDS).index(kinds) + 2 * after) % len(SHAPES)
        made = made_up(shape, ALTER)
        text = list(made.paragraphs)
        listed = contents(made, entry, kinds, "" if shape else "目　录")
        found = read(made, [*text, *listed] if after else [*text[:2], *listed, *text[2:]])
        assert set(found.found) == {node.id for node in made.nodes} - set(ALTER)
        lines = len("\n".join(listed).split("\n"))
        for id_, here in found.found.items():
            paragraph = made.places[id_][0]
            assert here.paragraph == paragraph + (0 if after or paragraph <= 2 else lines), id_

    def test_the_nearest_text_is_none_of_the_contents(self) -> None:
        made = made_up(0, ALTER)
        text = list(made.paragraphs)
        found = read(made, [*text[:2], *contents(made, "……12"), *text[2:]])
        near = found.finder.nearest("行动要求", 1, 0)
        assert near.text == "行动某某"

    def test_a_text_with_too_few_of_its_headings_is_refused_with_their_count(self) -> None:
        alter = tuple(node.id for node in made_up().nodes[1:])[40:]
        for entry in ("bare", "……12", " 12"):
            made = made_up(0, alter)
            text = list(made.paragraphs)
            with pytest.raises(Refused, match="only 41 of the 101 headings"):
                read(made, [*text[:2], *contents(made, entry), *text[2:]]).accept()

    @pytest.mark.parametrize("entry", ["bare", "……12", "....... 12"])
    def test_in_a_wrapped_copy_it_is_none_either(self, entry: str) -> None:
        made = made_up(0, ALTER)
        text = list(made.paragraphs)
        wrapped = Wrapping(30).text(text[2:]).split("\n")
        found = read(made, [*text[:2], *contents(made, entry), *wrapped])
        assert set(found.found) == {node.id for node in made.nodes} - set(ALTER)

    def test_lines_without_text_are_headings_where_a_contents_lists_them(self) -> None:
        titles = [f"{thing}样品" for thing in ("采茶", "晒书", "修桥", "织布", "放船", "看云", "听雨")]
        nodes = [Node(f"n{i}", "task", Title(zh=title)) for i, title in enumerate(titles)]
        listed = ["目录", *(f"{title}……{n}" for n, title in enumerate(titles, 1))]
        text = ["前言说到茶叶和旧书，也说到今天的天气。", *titles]
        for lines, first in (([*listed, *text], len(listed) + 2), ([*text, *listed], 2)):
            found = HeadingFinder(lines).find(nodes)
            assert [found[node.id].paragraph for node in nodes] == list(range(first, first + len(titles)))


class TestNothingElse:
    """A copy without the text."""

    @pytest.mark.parametrize("name", ["目录", ""])
    @pytest.mark.parametrize("entry", ENTRIES)
    def test_a_contents_is_refused_by_its_own_reason(self, entry: str, name: str) -> None:
        for shape in (0, 2):
            made = made_up(shape)
            for title in ([], [made.nodes[0].title.zh]):
                with pytest.raises(Refused) as refused:
                    read(made, [*title, *contents(made, entry, name=name)]).accept()
                assert refused.value.why == REFUSALS["contents"].format(file="copy", source=DOCUMENT)

    def test_headings_that_are_cut_out_of_the_text_are_refused(self) -> None:
        made = made_up(1)
        places = {paragraph for paragraph, _ in made.places.values()}
        lines = [text for n, text in enumerate(made.paragraphs, 1) if n in places]
        with pytest.raises(Refused, match="only a list of the headings, without the text"):
            read(made, ["样本网站首页", "，".join(["这里只有标题"] * 9), *lines, "样本网站版权所有。"]).accept()

    def test_a_page_about_each_heading_is_no_list(self) -> None:
        for shape in range(len(SHAPES)):
            read(made_up(shape), list(made_up(shape).paragraphs)).accept()


class TestShortDocuments:
    """Documents whose lowest headings have no text of their own."""

    HEADINGS = ("重点行动", "“互联网+”电子商务", "发展农村电子商务", "人工智能")

    def test_a_small_one_is_accepted(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path / "plan", ("number: 〔2015〕1号", "number: 〔2015〕1号\nheadings: [root]")))
        file = tmp_path / "copy.txt"
        file.write_text("\n".join(("关于积极推进小计划的意见", *self.HEADINGS)), encoding="utf-8")
        report = CopyStore(tmp_path / "copies").attach(plan, "src.doc", file, MAX_BYTES).report
        assert report.missing == ()

    @pytest.mark.parametrize("end", ["。", "；"])
    def test_one_of_sentences_is_accepted(self, end: str) -> None:
        made = made_up()
        lines = [made._mark(node.id) + node.title.zh + (end if not node.children else "") for node in made.nodes]
        read(made, lines).accept()

    def test_one_with_some_text_between_is_accepted(self) -> None:
        made = made_up()
        lines = []
        for node in made.nodes:
            lines.append(made._mark(node.id) + node.title.zh)
            if node.children and node.kind in ("action", "group"):
                lines.append("本节说到茶叶、旧书、雨伞和纸船，也说到今天的天气和明天的山路。")
        read(made, lines).accept()
