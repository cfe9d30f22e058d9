"""Headings, found in a copy at their place in the document's order."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plan_data.copies.bodies import known_names, parse, printed_list
from plan_data.copies.headings import Found, HeadingFinder
from plan_data.copies.merge import MergedCopy
from plan_data.errors import Refused
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.entities import Node, QuoteLink, Title
from plan_data.model.plan import Plan
from plan_data.text.folding import fold_heading
from tests.made_up_copy import DOCUMENT, FORMS, JOINED, MadeUp, altered, laid

FIVE = ("act.ai.2", "act.energy.1", "act.finance.3", "mea.1.2", "mea.7.3")
SHIPPED_PLAN = load(SHIPPED)
NODES = MadeUp(SHIPPED_PLAN).nodes
COUNTED = [node.id for node in NODES if node.kind in ("task", "measure")]
SHAPES: dict[str, dict[str, Any]] = {
    "straight quotes": {"quotes": '""'},
    "corner brackets": {"quotes": "「」"},
    "full-width plus": {"plus": "＋"},
    "no-break and ideographic spaces": {"spaces": True},
    "CRLF": {"newline": "\r\n"},
    "navigation and scripts": {"page": True},
    "a table of contents": {"contents": True},
    "a table of contents, headings alone": {"contents": True, "alone": True},
    "mentions that begin a sentence": {"mentions": COUNTED},
    "mentions inside a sentence": {"inside": COUNTED},
    "all of it": {
        "quotes": "「」", "plus": "＋", "spaces": True, "newline": "\r\n", "page": True, "contents": True,
        "mentions": COUNTED, "inside": COUNTED,
    },
}  # fmt: skip
BARE: dict[str, dict[str, Any]] = {
    "no enumerators": {"enumerators": False},
    "no enumerators, headings alone": {"enumerators": False, "alone": True},
    "no enumerators, a table of contents": {"enumerators": False, "contents": True, "alone": True},
}
PRINTED = [(form, shape) for form in ("lines", "p", "br") for shape in SHAPES] + [("one", "all of it")]
ENCODED = [(form, encoding) for form in ("lines", "p", "br") for encoding in ("utf-8", "gb18030")]
ENCODED += [("line", "utf-8"), ("one", "gb18030")]
PLAIN = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def found_in(made: MadeUp) -> dict[str, Found]:
    """Where the headings are found in a made-up copy."""
    return HeadingFinder(made.copy().simplified).find(made.nodes)


def tasks(*titles: str) -> list[Node]:
    """Nodes with these titles, called n1, n2 ..."""
    return [Node(f"n{i}", "task", Title(zh=title)) for i, title in enumerate(titles, 1)]


def assert_in_place(made: MadeUp, found: dict[str, Found]) -> None:
    """Assert that each heading is found where it is printed, and that its span is the heading."""
    paragraphs = made.copy().simplified
    for node in made.nodes:
        if node.id in made.alter:
            continue
        here = found[node.id]
        paragraph, start = made.places[node.id]
        assert here.paragraph == paragraph, node.id
        assert here.start == start, node.id
        assert (
            fold_heading(paragraphs[here.paragraph - 1][here.start : here.end]).text == fold_heading(node.title.zh).text
        )


def rising(nodes: list[Node], found: dict[str, Found]) -> bool:
    """Whether the found places rise with the nodes, none lying over another."""
    places = [found[node.id] for node in nodes if node.id in found]
    return all(
        a.paragraph < b.paragraph or (a.paragraph == b.paragraph and a.end <= b.start)
        for a, b in zip(places, places[1:], strict=False)
    )


class TestEveryHeading:
    """Kind by kind, at its place, in each form and encoding."""

    @pytest.mark.parametrize(("form", "encoding"), ENCODED)
    def test_all_are_found_kind_by_kind(self, plan: Plan, form: str, encoding: str) -> None:
        made = MadeUp(plan, form=form, encoding=encoding)
        report = MergedCopy(plan, made.copy()).report
        assert report.headings["task"] == (40, 40)
        assert report.headings["measure"] == (25, 25)
        assert report.headings["action"] == (11, 11)
        assert report.headings["group"] == (7, 7)
        assert report.together(("task", "measure")) == (65, 65)
        kinds = Counter(node.kind for node in made.nodes)
        assert report.headings == {kind: (n, n) for kind, n in kinds.items()}
        assert report.missing == ()

    @pytest.mark.parametrize(("form", "shape"), PRINTED)
    def test_each_is_found_where_it_is_printed(self, plan: Plan, form: str, shape: str) -> None:
        made = MadeUp(plan, form=form, **SHAPES[shape])
        found = found_in(made)
        assert_in_place(made, found)
        assert rising(made.nodes, found)

    @pytest.mark.parametrize("shape", BARE)
    @pytest.mark.parametrize("form", [form for form in FORMS if form not in JOINED])
    def test_without_enumerators_each_is_found_where_it_is_printed(self, plan: Plan, form: str, shape: str) -> None:
        made = MadeUp(plan, form=form, **BARE[shape])
        assert_in_place(made, found_in(made))

    @pytest.mark.parametrize("form", ["lines", "p", "one"])
    def test_traditional_script_is_folded_for_matching_only(self, plan: Plan, form: str) -> None:
        pytest.importorskip("opencc")
        made = MadeUp(plan, form=form, traditional=True)
        work = MergedCopy(plan, made.copy())
        assert work.report.together(("task", "measure")) == (65, 65)
        assert_in_place(made, found_in(made))
        quote = work.plan.quotes["q.guofa-2015-40.act.logistics"]
        assert quote.exact.endswith("高效物流") and "聯網" in quote.exact
        assert {work.plan.anchors[id_].state for id_, q in work.plan.quotes.items() if q.copied} == {"verbatim"}

    def test_each_opens_at_a_verbatim_quote_of_its_own(self, plan: Plan) -> None:
        made = MadeUp(plan)
        after = laid(plan).plan
        for node in made.nodes:
            quote = after.quotes[f"q.guofa-2015-40.{node.id}"]
            assert after.node(node.id).quotes[0] == QuoteLink(quote.id, "states")
            assert after.node(node.id).evidence["title"] == "attached"
            assert after.anchors[quote.id][:2] == ("verbatim", made.places[node.id][0])
        assert after.state_counts == plan.state_counts

    @pytest.mark.parametrize("form", ["lines", "one"])
    def test_words_that_stand_twice_in_their_paragraph_are_verbatim(self, plan: Plan, form: str) -> None:
        after = laid(plan, form=form, inside=COUNTED).plan
        assert {after.anchors[id_].state for id_, quote in after.quotes.items() if quote.copied} == {"verbatim"}

    def test_words_that_end_a_paragraph_that_says_them_before_are_verbatim(self, plan: Plan) -> None:
        copy = MadeUp(plan).copy()
        lines = (*copy.paragraphs[:-2], "话里说有序推进实施的话。3.有序推进实施")
        after = MergedCopy(plan, copy._replace(paragraphs=lines, simplified=lines)).plan
        assert after.anchors["q.guofa-2015-40.mea.7.3"][:2] == ("verbatim", len(lines))

    def test_only_what_was_found_changes(self, plan: Plan) -> None:
        after = laid(plan, alter=FIVE).plan
        printed = {node.id for node in NODES} - set(FIVE)
        for node in plan.nodes:
            assert (after.node(node.id) != node) == (node.id in printed), node.id


class TestAltered:
    """Headings that the copy prints otherwise."""

    @pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
    @pytest.mark.parametrize("form", [form for form in FORMS if form not in JOINED])
    def test_five_of_65_leave_60_and_are_named_with_the_nearest(self, plan: Plan, form: str, encoding: str) -> None:
        made = MadeUp(plan, form=form, encoding=encoding, alter=FIVE)
        report = MergedCopy(plan, made.copy()).report
        assert report.together(("task", "measure")) == (60, 65)
        assert report.unlisted == ()
        assert [missing.node for missing in report.missing] == sorted(FIVE, key=[n.id for n in NODES].index)
        for missing in report.missing:
            assert missing.heading == plan.node(missing.node).title.zh
            assert missing.near.text == altered(missing.heading)
            assert missing.near.paragraph == made.places[missing.node][0]
            assert 60 < missing.near.likeness < 100

    @pytest.mark.parametrize("form", ["one"])
    def test_in_a_single_paragraph_the_nearest_is_named_as_well(self, plan: Plan, form: str) -> None:
        report = laid(plan, form=form, alter=FIVE).report
        assert report.together(("task", "measure")) == (60, 65)
        assert [missing.near.text for missing in report.missing] == [altered(m.heading) for m in report.missing]

    @pytest.mark.parametrize("options", [{"mentions": FIVE}, {"inside": FIVE}, {"contents": True}])
    def test_what_stands_elsewhere_does_not_pass_for_it(self, plan: Plan, options: dict[str, Any]) -> None:
        made = MadeUp(plan, alter=FIVE, **options)
        report = MergedCopy(plan, made.copy()).report
        assert {missing.node for missing in report.missing} == set(FIVE)
        for missing in report.missing:
            assert missing.near.paragraph == made.places[missing.node][0], "the nearest lies between its neighbours"

    def test_contents_do_not_pass_for_the_first_heading_of_the_text(self, plan: Plan) -> None:
        report = laid(plan, alter=["requirements"], contents=True).report
        assert [missing.node for missing in report.missing] == ["requirements"]

    def test_a_sentence_between_its_neighbours_does_not_pass_for_it(self) -> None:
        lines = ["1.采茶样品。话。", "话。晒书样品，说的是后文。", "2.晒书某某。话。", "3.修桥样品。话。"]
        assert set(HeadingFinder(lines).find(tasks("采茶样品", "晒书样品", "修桥样品"))) == {"n1", "n3"}

    def test_a_copy_with_less_than_half_is_refused_with_the_count(self, plan: Plan) -> None:
        half = [node.id for node in NODES][: len(NODES) // 2 + 1]
        with pytest.raises(Refused, match=f"{len(NODES) - len(half)} of the {len(NODES)} headings"):
            laid(plan, alter=half)
        assert laid(plan, alter=half[1:]).report.headings["measure"] == (25, 25)

    def test_a_neighbour_never_takes_its_list(self, plan: Plan) -> None:
        measures = [node.id for node in NODES if node.kind == "measure"]
        bare = {id_: "" for id_ in measures[::2]}
        for form in ("lines", "p", "line"):
            report = laid(plan, form=form, alter=measures[1::2], lists=bare).report
            assert not set(measures) & {*report.compared, *report.taken}, form

    def test_a_neighbour_never_takes_its_list_without_enumerators(self, plan: Plan) -> None:
        work = laid(plan, enumerators=False, alter=["mea.2.2"], lists={"mea.2.1": ""})
        assert work.plan.node("mea.2.1").agencies == plan.node("mea.2.1").agencies


class TestFinder:
    """Small texts."""

    @pytest.mark.parametrize(
        "text",
        [
            "采茶样品",
            "1.采茶样品",
            "（十一）采茶样品：话",
            "第一章 采茶样品",
            "* 采茶 样品 话",
            "话。采茶样品。话",
            "话。3．采茶样品。",
        ],
    )
    def test_a_heading_begins_a_paragraph_or_follows_a_sentence(self, text: str) -> None:
        here = HeadingFinder([text]).find(tasks("采茶样品"))["n1"]
        assert fold_heading(text[here.start : here.end]).text == "采茶样品"
        assert (text[here.start], text[here.end - 1]) == ("采", "品")

    @pytest.mark.parametrize("text", ["采茶样品的话。", "话采茶样品。", "要采茶样品，", "采茶样", "采茶、样品", ""])
    def test_a_phrase_of_the_text_is_no_heading(self, text: str) -> None:
        assert HeadingFinder([text]).find(tasks("采茶样品")) == {}

    @pytest.mark.parametrize("end", ["）", "？", "！", "；"])
    def test_every_end_of_a_sentence_counts(self, end: str) -> None:
        assert set(HeadingFinder([f"（话{end}采茶样品。话。"]).find(tasks("采茶样品"))) == {"n1"}

    def test_order_is_kept(self) -> None:
        nodes = tasks("采茶样品", "晒书样品", "修桥样品")
        assert set(HeadingFinder(["采茶样品", "修桥样品", "晒书样品"]).find(nodes)) in ({"n1", "n2"}, {"n1", "n3"})
        assert set(HeadingFinder(["晒书样品", "采茶样品", "晒书样品", "修桥样品"]).find(nodes)) == {"n1", "n2", "n3"}

    @pytest.mark.parametrize(
        "text",
        [
            ["采茶样品", "话。", "晒书样品", "话。", "修桥样品", "话。", "织布样品", "话。"],
            ["话。1.采茶样品。话。2.晒书样品。话。3.修桥样品。话。4.织布样品。话。"],
        ],
    )
    def test_enumerated_contents_do_not_mislead(self, text: list[str]) -> None:
        titles = ("采茶样品", "晒书样品", "修桥样品", "织布样品")
        found = HeadingFinder([*(f"{n}.{title}" for n, title in enumerate(titles, 1)), *text]).find(tasks(*titles))
        assert len(found) == 4
        assert min(here.paragraph for here in found.values()) > 4

    def test_two_lines_of_contents_do_not_mislead(self) -> None:
        lines = ["1.采茶样品", "2.晒书样品", "采茶样品", "话。", "晒书样品", "话。"]
        found = HeadingFinder(lines).find(tasks("采茶样品", "晒书样品"))
        assert (found["n1"].paragraph, found["n2"].paragraph) == (3, 5)

    def test_headings_with_nothing_behind_them_are_no_contents(self) -> None:
        titles = [f"{thing}样品" for thing in ("采茶", "晒书", "修桥", "织布", "放船", "看云", "听雨", "点灯", "扫雪")]
        assert len(HeadingFinder([*titles[:4], *(f"{title}。话。" for title in titles[4:])]).find(tasks(*titles))) == 9
        assert len(HeadingFinder(titles).find(tasks(*titles))) == 9

    def test_a_letter_with_its_mark_apart_does_not_move_the_span(self) -> None:
        text = "cafe\u0301。采茶样品。"
        here = HeadingFinder([text]).find(tasks("采茶样品"))["n1"]
        assert text[here.start : here.end] == "采茶样品"

    @pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad"])
    def test_signs_without_width_are_dropped(self, sign: str) -> None:
        assert set(HeadingFinder([f"采茶{sign}样品。"]).find(tasks("采茶样品"))) == {"n1"}

    def test_a_quote_has_its_opening_mark(self, plan: Plan) -> None:
        assert laid(plan).plan.quotes["q.guofa-2015-40.act.ai"].exact == "“互联网+”人工智能"


class TestPrintedLists:
    """Lists of bodies, read from the words of a paragraph."""

    def test_brackets_that_name_nobody_are_no_list(self) -> None:
        for line in (
            "话（见附图）。",
            "话（负责）。",
            "话（发展改革委负责）还有很长的一段话在后面。",
            "（由教育部办理）",
        ):
            assert printed_list([line]) is None, line
        assert printed_list(["话。", "话（教育部、民政部分别负责）。2．"]) == (
            ("教育部", "民政部"), "first", False, "教育部、民政部分别负责",
        )  # fmt: skip

    def test_the_last_list_of_the_document_is_the_one_that_ends_its_paragraph(self) -> None:
        read = printed_list(["话（由教育部负责）又是一段很长的话。（甲部、乙部负责）"], last=True)
        assert read is not None and read.names == ("甲部", "乙部")

    @pytest.mark.parametrize("start", ["4G网络", "3D样品"])
    def test_a_paragraph_that_begins_with_a_term_in_digits_does_not_hide_its_list(self, plan: Plan, start: str) -> None:
        copy = MadeUp(plan).copy()
        place = MadeUp(plan).places["act.ai"][0]
        lines = tuple(start + line if n == place else line for n, line in enumerate(copy.paragraphs))
        assert MergedCopy(plan, copy._replace(paragraphs=lines, simplified=lines)).report.unlisted == ()

    @given(st.lists(st.sampled_from(sorted(known_names(SHIPPED_PLAN.bodies))), min_size=2, unique=True), st.booleans())
    @PLAIN
    def test_any_names_are_read_back(self, names: list[str], open_: bool) -> None:
        assume(not all(name.startswith(("各", "地方")) for name in names))
        assume(not any("," in name for name in names))
        read = parse(f"{'、'.join(names)}{'等' if open_ else ''}负责")
        assert read is not None and read[:3] == (tuple(names), "first", open_)


letters = st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
pieces = st.sampled_from(
    [
        *(node.title.zh for node in NODES[15:25]),
        "。",
        "1.",
        "（一）",
        "——",
        "，",
        " ",
        "\u3000",
        "\u00a0",
        "”",
        "“",
        "（教育部负责）",
        "ｶﾞ",
        "e\u0301",
        "\u1100\u1161",
    ]
)
lines_of_pieces = st.lists(st.lists(pieces | letters, max_size=6).map("".join), max_size=8)


class TestAlways:
    """What holds for every copy and every text."""

    @given(st.sets(st.sampled_from([node.id for node in NODES])), st.sampled_from(FORMS[:1] + FORMS[2:4]))
    @PLAIN
    def test_found_and_missing_are_all_and_none_is_an_altered_one(self, alter: set[str], form: str) -> None:
        made = MadeUp(SHIPPED_PLAN, form=form, alter=alter)
        found = found_in(made)
        assert set(found) == {node.id for node in NODES} - alter
        assert_in_place(made, found)
        if len(alter) < len(NODES) / 2:
            report = MergedCopy(SHIPPED_PLAN, made.copy()).report
            assert {missing.node for missing in report.missing} == alter
            assert sum(n for n, _ in report.headings.values()) + len(alter) == len(NODES)

    @given(lines_of_pieces)
    @PLAIN
    def test_in_any_text_places_rise_and_spans_are_headings(self, lines: list[str]) -> None:
        for line in lines:
            one_by_one = "".join(unicodedata.normalize("NFKC", letter) for letter in line)
            assume(unicodedata.normalize("NFKC", line) == one_by_one)  # See the test of a letter with its mark apart.
        finder = HeadingFinder(lines)
        found = finder.find(NODES)
        assert rising(NODES, found)
        for node in NODES:
            if node.id in found:
                here = found[node.id]
                assert (
                    fold_heading(lines[here.paragraph - 1][here.start : here.end]).text
                    == fold_heading(node.title.zh).text
                )
        near = finder.nearest(NODES[20].title.zh)
        assert 0 <= near.paragraph <= len(lines) and 0 <= near.likeness <= 100

    @given(lines_of_pieces, st.text(max_size=40))
    @PLAIN
    def test_no_text_raises(self, lines: list[str], words: str) -> None:
        HeadingFinder(lines).find(NODES)
        printed_list(lines)
        parse(words)
        parse(f"{words}负责")
        copy = MadeUp(SHIPPED_PLAN).copy()
        with pytest.raises(Refused):
            MergedCopy(SHIPPED_PLAN, copy._replace(paragraphs=tuple(lines), simplified=tuple(lines)))

    @given(st.lists(letters, min_size=1, max_size=20), st.randoms(use_true_random=False))
    @PLAIN
    def test_no_lines_between_hide_a_heading(self, between: list[str], chance: Any) -> None:
        copy = MadeUp(SHIPPED_PLAN).copy()
        assert copy.source == DOCUMENT
        lines = list(copy.paragraphs)
        for line in between:
            lines.insert(chance.randrange(len(lines) + 1), line)
        report = MergedCopy(SHIPPED_PLAN, copy._replace(paragraphs=tuple(lines), simplified=tuple(lines))).report
        assert report.missing == ()
