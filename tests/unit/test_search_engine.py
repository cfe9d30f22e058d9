"""The engine under the search: sets, tables, candidates and the count, on plans of any size."""

from __future__ import annotations

import random
import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_data.model.entities import Agencies, Body, Node, Quote, QuoteLink, Source, Title
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from plan_data.search.fields import Field
from plan_data.search.index import LOOKED_AT
from plan_data.search.matching import match_field
from plan_data.search.pinyin import syllables, word_starts
from plan_data.search.query import FILTERS, LONGEST_QUERY, number_of, read
from plan_data.search.spelling import Corrections
from plan_data.search.tables import kinds_of
from plan_data.text.folding import fold, fold_all
from tests.small_plan import plan_of_titles

WORDS = "rural smart energy credit cloud freight data health trade grid waste school chip farm".split()
HANZI = "农村智慧能源信用云货运数据医疗贸易电网废物学校芯片农场"


@pytest.fixture(scope="module")
def large() -> Plan:
    """More nodes than fit into the lists that small plans are kept in."""
    rnd = random.Random(11)
    titles = []
    for i in range(6000):
        words = rnd.sample(WORDS, rnd.randint(1, 4))
        start = rnd.randrange(len(HANZI) - 4)
        titles.append(Title(en=" ".join(words).capitalize() + f" {i}", zh=HANZI[start : start + 4]))
    return plan_of_titles(*titles)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_many_texts_fold_like_each(texts: list[str]) -> None:
    assert fold_all(texts) == [
        fold(text.lower()).text if "\x00" not in "".join(texts) else fold(text).text for text in texts
    ]


@pytest.mark.parametrize("query", ["energy", "smart ener", "grid waste", "智慧能源", "能源", "da", "chip 4017"])
def test_a_large_plan_finds_what_reading_every_title_finds(large: Plan, query: str) -> None:
    """GIVEN a plan whose tables are sets, WHEN words are typed, THEN every title that has them is counted."""
    words = query.split()
    expected = {
        node.id
        for node in large.nodes
        if all(
            word in node.title.zh
            if not word.isascii()
            else any(own.startswith(word) for own in fold(node.title.en).text.split())
            for word in words
        )
    }
    index = SearchIndex(large)
    assert index.count(query) == len(expected)
    assert {hit.id for hit in index.search(query, 10_000)} == expected


def test_what_stands_in_long_texts_is_counted_where_titles_alone_fill_the_list() -> None:
    """GIVEN more titles with a word than are scored, and summaries with it, WHEN it is counted, THEN so are these."""
    titles = [Node(f"n.{n}", "task", Title(en=f"Grid {n}"), parent="root") for n in range(LOOKED_AT + 20)]
    texts = [Node(f"t.{n}", "task", Title(en=f"Other {n}"), summary=Pair("A grid."), parent="root") for n in range(30)]
    nodes = [Node("root", "plan", Title(en="All")), *titles, *texts]
    plan = Plan(Path(), nodes, array("I", [0, *[1] * (len(nodes) - 1)]), {}, {}, {}, {})
    index = SearchIndex(plan)
    assert index.count("grid") == len(index.search("grid", 10_000)) == len(titles) + len(texts)


def test_what_is_judged_is_capped(large: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    from plan_data.search import index as module

    judged = []
    original = module.best_match
    monkeypatch.setattr(module, "best_match", lambda *args: judged.append(1) or original(*args))
    SearchIndex(large).search("e", 10)
    assert 0 < len(judged) <= LOOKED_AT + 1


@pytest.mark.parametrize(
    "query", ["energy", "ai", "11", "logstics", "rengong", "人工", "ndrc logistics", "quote: e-commerce", "zzzz", ""]
)
def test_the_count_is_that_of_all_hits(plan: Plan, query: str) -> None:
    index = SearchIndex(plan)
    assert index.count(query) == len(index.search(query, 10_000))


def test_letters_in_order_do_not_explode() -> None:
    """GIVEN a title of many like words, WHEN a query almost fits it in very many ways, THEN each is tried once."""
    field = Field("title", "ab " * 60)
    assert match_field(field, "ab" * 12 + "x", ("ab" * 12 + "x",), wide=True) is None


def test_long_titles_are_not_searched_letter_by_letter() -> None:
    assert match_field(Field("title", "smart energy " * 100), "smteng", ("smteng",), wide=True) is None


def test_an_action_comes_before_its_tasks_before_a_measure_before_an_event() -> None:
    title = Title(en="Cold storage")
    kinds = ["event", "measure", "task", "action"]
    nodes = [Node("root", "plan", Title(en="All")), *(Node(f"n.{k}", k, title, parent="root") for k in kinds)]
    plan = Plan(Path(), nodes, array("I", [0, 1, 1, 1, 1]), {}, {}, {}, {})
    assert [hit.id for hit in SearchIndex(plan).search("cold storage")] == [f"n.{k}" for k in reversed(kinds)]


def test_bodies_are_found_by_later_names_and_lead_to_what_they_do() -> None:
    body = Body("org.x", "agency", Title(en="Ministry of Tides", zh="潮汐部"), abbr="MOTI")
    node = Node("n.1", "action", Title(en="Harbours"), agencies=Agencies("sole", False, ("org.x",)), parent="root")
    other = Node("n.2", "action", Title(en="Harbours of others"), parent="root")
    plan = Plan(
        Path(), [Node("root", "plan", Title(en="All")), node, other], array("I", [0, 1, 1]), {"org.x": body}, {}, {}, {}
    )
    hits = SearchIndex(plan).search("moti harbours")
    assert [hit.id for hit in hits] == ["n.1"]
    assert [hit.id for hit in SearchIndex(plan).search("tides")] == ["org.x", "n.1"]
    agency = SearchIndex(plan).search("tides")[1]
    assert (agency.field, [agency.text[a:b] for a, b in agency.spans]) == ("agency", ["Tides"])


def test_a_quote_is_found_under_the_first_node_that_it_supports() -> None:
    link = (QuoteLink("q.1", "states"),)
    nodes = [
        Node("root", "plan", Title(en="All")),
        Node("n.1", "task", Title(en="First"), quotes=link, parent="root"),
        Node("n.2", "task", Title(en="Second"), quotes=link, parent="root"),
    ]
    quote = Quote("q.1", "src.1", 1, "a lighthouse in every bay")
    source = Source("src.1", "press", Title(en="Gazette"))
    plan = Plan(Path(), nodes, array("I", [0, 1, 1]), {}, {"src.1": source}, {"q.1": quote}, {})
    index = SearchIndex(plan)
    (hit,) = index.search("lighthouse in every")
    assert (hit.id, hit.field, hit.quote, hit.text) == ("n.1", "quote", "q.1", quote.exact)
    assert [hit.text[a:b] for a, b in hit.spans] == ["lighthouse in every"]
    assert [hit.quote for hit in index.search("q.1")] == ["q.1"]
    assert index.lookup("q.1") == ["q.1"]


@pytest.mark.parametrize("query", ["nvxing", "nuxing", "nx", "nǚxìng"])
def test_u_with_dots_is_typed_as_v_or_u(query: str) -> None:
    plan = plan_of_titles(Title(en="Equality", zh="女性"), pinyin="nǚxìng")
    (hit,) = SearchIndex(plan).search(query)
    assert (hit.id, hit.field, hit.text, hit.spans) == ("n.0", "pinyin", "女性", ((0, 2),))


def test_a_pinyin_word_comes_before_letters_across_words() -> None:
    titles = [("银行业务", "yínháng yèwù"), ("发展行业", "fāzhǎn hángyè")]
    nodes = [Node("root", "plan", Title(en="All"))]
    nodes += [Node(f"n.{i}", "task", Title(zh=zh), pinyin=p, parent="root") for i, (zh, p) in enumerate(titles)]
    plan = Plan(Path(), nodes, array("I", [0, 1, 1]), {}, {}, {}, {})
    assert [hit.id for hit in SearchIndex(plan).search("hangye")] == ["n.1", "n.0"]
    assert word_starts("yínháng yèwù", syllables("yínháng yèwù", 4)) == {0, 2}


def test_a_number_that_is_nearly_right_is_another_number() -> None:
    assert Corrections(["2015", "2016", "plan2015"]).near("2018") == {}
    assert Corrections(["logistics"]).near("logstics")["logistics"] == 1


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("11", "11"),
        ("11.2", "11.2"),
        ("m3.2", "m3.2"),
        ("action 11", "11"),
        ("十一", "11"),
        ("二十", "20"),
        ("第八项", "8"),
        ("第3项行动", "3"),
        ("十十", ""),
        ("一一", ""),
        ("action", ""),
        ("11 tasks", ""),
    ],
)
def test_numbers_are_read(typed: str, number: str) -> None:
    assert number_of(fold(typed).text) == number


@pytest.mark.parametrize(
    ("typed", "kinds", "text"),
    [
        ("agencies: Energy", {"agency"}, "energy"),
        ("companies:x", {"company"}, "x"),
        ("follow-up: ai", {"follow-up"}, "ai"),
        ("QUOTE：能源", {"quote"}, "能源"),
        ("body: x", {"agency", "person", "company"}, "x"),
        ("Note: not a kind", set(), "note: not a kind"),
    ],
)
def test_a_kind_before_a_colon_is_a_filter(typed: str, kinds: set[str], text: str) -> None:
    asked = read(typed)
    assert (asked.kinds, asked.text) == (kinds, text)


@pytest.mark.parametrize("kind", sorted(FILTERS))
def test_each_kind_filters(index: SearchIndex, kind: str) -> None:
    """GIVEN a kind that an entry may have, with a hyphen or not, WHEN it filters, THEN nothing else is found."""
    hits = index.search(f"{kind}: internet", 100)
    plan = index.plan
    for hit in hits:
        item = plan.quotes[hit.quote] if hit.quote else plan.get(hit.id)
        assert item is not None and kind in kinds_of(plan, item)
    assert index.count(f"{kind}: internet") == len(hits)


@pytest.mark.parametrize("query", ["22trill", "50 000", "4/7/15", "29.02.2016"])
def test_what_is_meant_by_a_query_that_is_read_otherwise(index: SearchIndex, query: str) -> None:
    """GIVEN a date, or a number that is glued to a word, WHEN one entry is asked for, THEN one or several are meant."""
    assert set(index.lookup(query)) <= {hit.id for hit in index.search(query, 100)}


@pytest.mark.case("B59")
def test_long_queries_are_cut() -> None:
    assert len(read("x" * 10_000).text) == LONGEST_QUERY


def test_no_limit_is_no_hit(plan: Plan) -> None:
    assert SearchIndex(plan).search("ai", 0) == []


def test_rapidfuzz_is_loaded_only_for_typing_errors() -> None:
    code = (
        "import sys\n"
        "from plan_data.folders import SHIPPED\nfrom plan_data.loading.loader import load\n"
        "from plan_data.search import SearchIndex\n"
        "index = SearchIndex(load(SHIPPED))\n"
        "index.search('rengong'); index.search('smart energy'); index.search('人工')\n"
        "assert 'rapidfuzz' not in sys.modules\n"
        "index.search('agricluture')\n"
        "assert 'rapidfuzz' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_empty_plans_and_plain_notes_do_no_harm() -> None:
    plan = Plan(Path(), [Node("root", "plan", Title(), summary=Pair())], array("I", [0]), {}, {}, {}, {})
    assert SearchIndex(plan).search("anything at all") == []
    assert SearchIndex(plan).lookup("root") == ["root"]


class TestWhatIsTyped:
    """Kinds of queries on a plan made for them."""

    SIGNS = (
        "R&D",
        "I/O",
        "C#",
        "R&D of chips",
        "“Internet Plus” plan",
        "10,000 yuan",
        "Łódź and Ærøskøbing",
        "C and D",
    )

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("R&D", "R&D"),
            ("r&d", "R&D"),
            ("I/O", "I/O"),
            ("C#", "C#"),
            ("r&d of", "R&D of chips"),
            ('"internet plus"', "“Internet Plus” plan"),
            ("'internet plus'", "“Internet Plus” plan"),
            ("10000", "10,000 yuan"),
            ("10,000", "10,000 yuan"),
            ("10 000", "10,000 yuan"),
            ("10.000 yuan", "10,000 yuan"),
            ("lodz", "Łódź and Ærøskøbing"),
        ],
    )
    def test_signs_and_figures(self, query: str, found: str) -> None:
        index = SearchIndex(plan_of_titles(*[Title(en=title) for title in self.SIGNS]))
        assert index.search(query, 1)[0].text == found
        assert index.count(query) == len(index.search(query, 100))

    @pytest.mark.parametrize("query", ["R/D", "C&D", "#C", "r&", "%s", "&"])
    def test_letters_with_other_signs_are_something_else(self, query: str) -> None:
        index = SearchIndex(plan_of_titles(*[Title(en=title) for title in self.SIGNS if "&" not in title]))
        assert index.search(query) == [] and index.count(query) == 0

    @pytest.mark.parametrize(
        "query", ["xietongzz", "xtzhizao", "xietzhiz", "xie tong zz", "xietongzhizao", "xtzz", "xietongzhz", "xietzz"]
    )
    def test_pinyin_in_full_by_initials_and_mixed(self, index: SearchIndex, query: str) -> None:
        hit = index.search(query, 1)[0]
        assert (hit.id, hit.spans) == ("act.manufacturing", ((0, 4),))

    @pytest.mark.parametrize("query", ["xietongxx", "xtzhizaoo", "zzxietong"])
    def test_syllables_in_another_order_are_something_else(self, index: SearchIndex, query: str) -> None:
        assert "act.manufacturing" not in {hit.id for hit in index.search(query)}

    @pytest.mark.parametrize(
        ("word", "first", "behind"),
        [
            ("transport", "act.transport", "org.mot"),
            ("agriculture", "act.agriculture", "org.moa"),
            ("logistics", "act.logistics", "act.logistics.1"),
            ("商务", "act.ecommerce", "org.mofcom"),
            ("交通", "act.transport", "org.mot"),
        ],
    )
    def test_an_action_comes_before_its_tasks_and_bodies(
        self, index: SearchIndex, word: str, first: str, behind: str
    ) -> None:
        ids = [hit.id for hit in index.search(word, 20)]
        assert ids[0] == first and behind in ids

    @pytest.mark.parametrize(("word", "first"), [("mot", "org.mot"), ("ministry of transport", "org.mot")])
    def test_the_whole_name_of_a_body_keeps_its_place(self, index: SearchIndex, word: str, first: str) -> None:
        assert index.search(word, 1)[0].id == first
