"""What means nothing finds nothing, and what is nearly right is still found."""

from __future__ import annotations

import random
import string

import pytest

from plan_data.model.entities import Title
from plan_data.search import SearchIndex
from plan_data.search.fields import Field
from plan_data.search.letters import abbreviations, beginnings
from plan_data.search.pinyin import may_be_initials, readings
from plan_data.search.query import read
from tests.small_plan import plan_of_titles

NOTHING = [
    "\x1b[31m",
    r"\x1b[31m",
    "[31m",
    "31m",
    "\x1b[0;31m",
    "m3.1x",
    "3.1x",
    "m99",
    "99.9",
    "9999",
    "11.2.3",
    "1x",
    "c2x",
    "b2z",
    "12345",
    "2015-13-45",
    "q.001.999",
    "act.zzz",
    "x.ai",
    "http://example.com/ai",
    "zzqx",
    "zq",
    "xx",
    "xkcdvv",
    "qwertyuiop",
    "qwerty",
    "asdf",
    "asdf ghjk",
    "hjkl",
    "aaaa",
    "wxyz",
    "fhqwhgads",
    "foobar",
    "lorem ipsum",
    "%s",
    "<b>",
    "; rm -rf /",
    "' or 1=1",
    "9 8 7",
    "x y z",
    "龘",
    "能猫",
    "猫狗",
]
NEARLY = {
    "artifical inteligence": "act.ai",
    "logstics": "act.logistics",
    "agricluture": "act.agriculture",
    "enrgy": "act.energy",
    "colmanu": "act.manufacturing",
    "smteng": "act.energy",
    "grneco": "act.ecology",
    "entrepeneurship": "act.entrepreneurship",
    "custumisation": "act.manufacturing.2",
    "artificil": "act.ai",
    "农电商": "act.ecommerce.1",
    "商务电子": "act.ecommerce",
    "制造协同": "act.manufacturing",
    "xyzc": "mea.3.2",
}
"""Nearly right, and what it means."""


def plain(text: str) -> str:
    """A text without its signs."""
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("query", NOTHING)
def test_nonsense_finds_nothing(index: SearchIndex, query: str) -> None:
    assert [(hit.id, hit.field, hit.text) for hit in index.search(query)] == []
    assert index.count(query) == 0
    assert index.lookup(query) == []


@pytest.mark.parametrize(("query", "expected"), NEARLY.items())
def test_what_is_nearly_right_is_found(index: SearchIndex, query: str, expected: str) -> None:
    assert index.search(query, 1)[0].id == expected


@pytest.mark.parametrize(("letters", "most"), [(4, 0.06), (5, 0.02), (6, 0.01), (8, 0.0)])
def test_random_letters_find_next_to_nothing(index: SearchIndex, letters: int, most: float) -> None:
    rnd = random.Random(letters)
    queries = ["".join(rnd.choices(string.ascii_lowercase, k=letters)) for _ in range(300)]
    found = [query for query in queries if index.search(query)]
    assert len(found) <= most * len(queries), found


@pytest.mark.parametrize("query", ["2016", "11.2", "m3.2", "c2m", "mic2025", "2015-07", "act.a", "tgt.ecommerce-2016"])
def test_what_is_shaped_like_a_number_or_an_id_is_found_by_its_beginning(index: SearchIndex, query: str) -> None:
    """GIVEN a number or an id, whole or begun, WHEN it is typed, THEN each hit has it as it was typed."""
    assert read(query).strict
    hits = index.search(query, 50)
    assert hits
    for hit in hits:
        lit = "".join(hit.text[a:b] for a, b in hit.spans).lower()
        assert plain(lit).startswith(plain(query)) or hit.field == "number", hit


@pytest.mark.parametrize("query", ["e-commerce", "artificial intelligence", "22万亿", "action 11", "ai 2018", "u"])
def test_words_are_not_taken_for_numbers(query: str) -> None:
    assert not read(query).strict


def test_a_word_may_be_let_go_where_the_others_stand_there_plainly(index: SearchIndex) -> None:
    assert index.search("energy xyzzy", 1)[0].id == "act.energy"
    assert index.search("zzqx logistcs")[0].id == "act.logistics"
    assert index.search("zzqx xkcdvv logistics") == []
    assert index.search("m xkcdvv") == []


@pytest.mark.parametrize("query", ["xkcd logistics", "asdf ghjk", "aaaa", "e", "能源 xyzzy", "ag", "logstics", "icul"])
def test_the_count_of_what_fits_badly_is_that_of_all_hits(index: SearchIndex, query: str) -> None:
    assert index.count(query) == len(index.search(query, 10_000))


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("smaen", ["Sma", "En"]),
        ("smareneof", ["Smar", "Ene", "of"]),
        ("enofgr", ["En", "of", "gr"]),
        ("engr", ["En", "gr"]),
        ("smagr", []),
        ("senergy", []),
        ("smenogr", []),
        ("sme", []),
    ],
)
def test_beginnings_are_of_words_that_follow_each_other(query: str, lit: list[str]) -> None:
    """No word is left out save for small ones, and one letter is no beginning unless it is the last one typed."""
    field = Field("title", "Smart Energy of grids")
    assert [field.text[a:b] for a, b in beginnings(field, query)] == lit


def test_an_abbreviation_is_the_beginning_and_one_run_of_two_words() -> None:
    field = Field("title", "Smart energy of grids")
    lit = [
        [field.text[a:b] for a, b in abbreviations(field, query)] for query in ("smteng", "engrs", "smtengrs", "srteg")
    ]
    assert lit == [["Sm", "t", "en", "g"], ["en", "gr", "s"], [], []]


@pytest.mark.parametrize(
    ("letters", "pinyin", "letters_only"),
    [
        ("rengongzhin", True, False),
        ("fangan", True, True),
        ("rgzn", False, True),
        ("energy", False, True),
        ("logistics", False, False),
        ("zh", True, True),
        ("nv", True, False),
        ("x" * 200, False, True),
    ],
)
def test_what_cannot_be_pinyin_is_told_by_its_letters(letters: str, pinyin: bool, letters_only: bool) -> None:
    assert bool(readings(letters)) == pinyin
    assert may_be_initials(letters) == letters_only


def test_a_word_ends_where_a_chinese_title_ends() -> None:
    plan = plan_of_titles(Title(en="One", zh="能源局处"), Title(en="Two", zh="智慧能源"))
    assert [hit.text for hit in SearchIndex(plan).search("能源")] == ["智慧能源", "能源局处"]


def test_a_whole_word_at_the_beginning_comes_before_one_that_is_begun() -> None:
    plan = plan_of_titles(Title(en="Microgrids"), Title(en="MIC 2025"))
    assert [hit.text for hit in SearchIndex(plan).search("mic")] == ["MIC 2025", "Microgrids"]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [("22trill", "tgt.ecommerce-2016"), ("22trillion", "tgt.ecommerce-2016"), ("finance2015", "tl.2015-07-14")],
)
def test_a_number_and_a_word_may_run_into_each_other(index: SearchIndex, query: str, wanted: str) -> None:
    assert wanted in [hit.id for hit in index.search(query, 3)]
    assert index.count(query) >= 1
