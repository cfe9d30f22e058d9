"""What a reader types, and what comes first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from plan_data.search.pinyin import hanzi, syllables
from plan_data.text.folding import fold

FIRST = {
    "ai": "act.ai",
    "AI": "act.ai",
    "rgzn": "act.ai",
    "rengong": "act.ai",
    "人工": "act.ai",
    "人工智能": "act.ai",
    "artifical": "act.ai",
    "artifical inteligence": "act.ai",
    "11": "act.ai",
    "action 11": "act.ai",
    "十一": "act.ai",
    "11.2": "act.ai.2",
    "m3.2": "mea.3.2",
    "8": "act.ecommerce",
    "22 trillion": "tgt.ecommerce-2016",
    "moa": "org.moa",
    "ndrc": "org.ndrc",
    "农业农村部": "org.moa",
    "Ministry of Agriculture": "org.moa",
    "协同制造": "act.manufacturing",
    "colmanu": "act.manufacturing",
    "smteng": "act.energy",
    "smart energy": "act.energy",
    "energy smart": "act.energy",
    "logstics": "act.logistics",
    "agricluture": "act.agriculture",
    "agric": "act.agriculture",
    "ei": "act.entrepreneurship",
    "ndrc logistics": "act.logistics",
    "act.finance": "act.finance",
    "ｆｉｎａｎｃｅ": "act.finance",
}


@pytest.mark.parametrize(("query", "expected"), FIRST.items())
def test_comes_first(index: SearchIndex, query: str, expected: str) -> None:
    hits = index.search(query)
    assert hits, query
    assert hits[0].id == expected, [(hit.id, hit.field, hit.score) for hit in hits[:4]]


def test_words_of_a_quote_lead_to_it(index: SearchIndex, plan: Plan) -> None:
    hits = index.search("second-hand car market")
    quote = plan.quotes[next(hit.quote for hit in hits if hit.quote)]
    assert "second-hand car market" in quote.exact


def test_spans_are_the_letters_that_matched(index: SearchIndex) -> None:
    hit = index.search("rengong")[0]
    assert [hit.text[a:b] for a, b in hit.spans] == ["人工"]
    hit = index.search("energy smart")[0]
    assert [hit.text[a:b].lower() for a, b in hit.spans] == ["smart", "energy"]


def test_kind_filter(index: SearchIndex, plan: Plan) -> None:
    assert {plan.node(hit.id).kind for hit in index.search("task: energy", 50)} == {"task"}
    assert all(hit.field == "quote" for hit in index.search("quote: energy", 50))


@pytest.mark.parametrize("query", ["", "   ", "[", "[/", ".*", "(", "\\", "a" * 10_000, "的" * 10_000, "\x00", "🙂"])
@pytest.mark.case("B59")
def test_odd_queries_do_no_harm(index: SearchIndex, query: str) -> None:
    """Regular expressions, nothing, too much."""
    assert isinstance(index.search(query), list)


def test_lookup_is_sure_or_names_candidates(index: SearchIndex) -> None:
    assert index.lookup("act.ai") == ["act.ai"]
    assert index.lookup("q.001.26") == ["q.001.26"]
    assert index.lookup("11.2") == ["act.ai.2"]
    assert index.lookup("artificial intelligence") == ["act.ai"]
    assert len(index.lookup("plan")) > 1
    assert index.lookup("qqqqzzzz") == []


INDEX = SearchIndex(load(SHIPPED))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30) | st.sampled_from([n.title.en for n in INDEX.plan.nodes]).map(lambda t: t[:12]))
def test_every_hit_is_true(query: str) -> None:
    """Spans lie in the text, in order; scores fall; each id comes once."""
    hits = INDEX.search(query, 50)
    assert len({hit.id for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        assert INDEX.plan.get(hit.id) is not None
        at = 0
        for start, end in hit.spans:
            assert at <= start < end <= len(hit.text)
            at = end
        if hit.quote:
            assert INDEX.plan.quotes[hit.quote].exact == hit.text


@given(st.text(max_size=40))
def test_folding_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[-1] == len(text)


@pytest.mark.parametrize(
    ("chinese", "pinyin", "expected"),
    [
        ("人工智能", "réngōng zhìnéng", "ren gong zhi neng"),
        ("女性", "nǚxìng", "nv xing"),
        ("平安", "píng'ān", "ping an"),
        ("行业", "hángyè", "hang ye"),
        ("供给", "gōngjǐ", "gong ji"),
    ],
)
def test_pinyin_is_split_into_syllables(chinese: str, pinyin: str, expected: str) -> None:
    assert syllables(pinyin, len(chinese)) == expected.split()


def test_every_pinyin_of_the_plan_can_be_split(plan: Plan) -> None:
    for node in plan.nodes:
        if node.pinyin:
            text = node.title.zh_short or node.title.zh
            assert len(syllables(node.pinyin, len(hanzi(text)))) == len(hanzi(text)), node.id


@pytest.mark.parametrize(
    ("query", "id_", "text"),
    [
        ("kjb", "org.most", "科技部"),
        ("fgw", "org.ndrc", "发改委"),
        ("gongxinbu", "org.miit", "工信部"),
        ("nongyebu", "org.moa", "农业部"),
    ],
)
def test_short_names_of_bodies_are_found_by_their_sound(plan: Plan, query: str, id_: str, text: str) -> None:
    hit = SearchIndex(plan).search(query, 1)[0]
    assert (hit.id, hit.field, hit.text, hit.spans) == (id_, "pinyin", text, ((0, len(text)),))


@pytest.mark.parametrize(
    ("typed", "date"),
    [("2015年7月4日", "2015-07-04"), ("2015 年 7 月", "2015-07"), ("２０１５年６月２４日", "2015-06-24")],
)
def test_dates_may_be_typed_in_chinese(plan: Plan, typed: str, date: str) -> None:
    index = SearchIndex(plan)
    hits = index.search(typed)
    assert hits[0].id == f"tl.{date}" or hits[0].id.startswith(f"tl.{date}-")
    assert hits[0].text.startswith(date)
    assert index.count(typed) == len(index.search(typed, 10_000))
    # What is written in Chinese is found as well.
    assert {hit.id for hit in index.search(date, 10_000)} <= {hit.id for hit in index.search(typed, 10_000)}
