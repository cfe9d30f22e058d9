"""Terms of the glossary: how they are written, where they are used, how they are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_data.exports.csv_tables import csv_table
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from tests.small_plan import AGENCIES, NEWS, PLAN, only, place, where, write_plan
from tests.support import view_lines
from widgets.render.glossary import glossary_printed, glossary_view
from widgets.render.view_options import ViewOptions

TERM = """term: {en: e-commerce, zh: 电子商务}
              pinyin: "diànzǐ shāngwù"
              glossary: true
"""
ON_QUOTE = "          - {kind: sic, text: {en: With a hyphen.}}"
ON_BODY = "    post: {en: vice-minister}"


ENGLISH = ["人工", "局", "电子商务", "农村"]
"""The terms of `with_terms` in the order of English."""
PINYIN = ["电子商务", "局", "农村", "人工"]
"""The same in that of pinyin."""


def flow(en: str, zh: str, pinyin: str) -> str:
    """A term in one line."""
    return f"{{kind: gloss, text: {{en: x}}, term: {{en: {en}, zh: {zh}}}, pinyin: {pinyin}, glossary: true}}"


def with_terms(folder: Path) -> Plan:
    """The small plan with three more terms: one on a quote, one on a person, one on an action of another title."""
    quote = """
          - kind: gloss
            term: {en: village, zh: 农村}
            pinyin: nóngcūn
            glossary: true
            text: {en: Where few people live., zh: 人口较少的地方。}"""
    person = """
    notes:
      - kind: gloss
        term: {en: Bureau, zh: 局}
        pinyin: jú
        glossary: true
        text: {en: An office.}"""
    action = """agencies: {rule: unknown}
          notes:
            - kind: gloss
              term: {en: artificial, zh: 人工}
              pinyin: réngōng
              glossary: true
              text: {en: Made by people.}
            - kind: gloss
              term: {zh: 农村}
              text: {en: Once more.}
            - kind: gloss
              term: {en: aside, zh: 闲话}
              text: {en: Explained here and no term.}"""
    edits = (ON_QUOTE, ON_QUOTE + quote), (ON_BODY, ON_BODY + person), ("agencies: {rule: unknown}", action)
    return load(write_plan(folder, *edits))


class TestWriting:
    """What `check` says of a term."""

    @pytest.mark.parametrize(
        ("term", "missing"),
        [
            ('term: {zh: 电子商务}\n              pinyin: "diànzǐ shāngwù"', "no 'en'"),
            ("term: {en: e-commerce, zh: 电子商务}", "no 'pinyin'"),
            ("term: {en: e-commerce}", "no 'zh' and no 'pinyin'"),
        ],
    )
    @pytest.mark.case("B21")
    def test_term_that_lacks_something(self, tmp_path: Path, term: str, missing: str) -> None:
        finding = only(tmp_path, (TERM, f"{term}\n              glossary: true\n"))
        assert (finding.code, finding.path) == ("glossary", "root/actions/act.trade/notes[0]/glossary")
        assert missing in finding.message
        changed = PLAN.replace(TERM, f"{term}\n              glossary: true\n")
        line, column = place(changed, "glossary: true")
        assert where(finding) == ("error", "plan.yaml", line, column + len("glossary: "))

    def test_pinyin_without_a_chinese_word(self, tmp_path: Path) -> None:
        finding = only(tmp_path, (TERM, "term: {en: e-commerce}\n              pinyin: diànzǐ\n"))
        assert (finding.code, finding.path) == ("glossary", "root/actions/act.trade/notes[0]/pinyin")

    def test_term_that_is_no_gloss(self, tmp_path: Path) -> None:
        finding = only(tmp_path, ("- kind: gloss\n              text", "- kind: doubt\n              text"))
        assert finding.code == "glossary" and "'doubt'" in finding.message

    def test_the_same_chinese_term_twice_names_both_places(self, tmp_path: Path) -> None:
        again = f"\n          - {flow('trade online', '电子商务', 'a')}"
        finding = only(tmp_path, (ON_QUOTE, ON_QUOTE + again))
        assert finding.code == "duplicate-term"
        assert finding.path == "src.news/passages[0]/quotes[0]/notes[1]/term"
        assert finding.file == "sources/news.yaml" and finding.line == place(NEWS, ON_QUOTE)[0] + 1
        line, _ = place(PLAN, "term: {en: e-commerce")
        assert f"plan.yaml, line {line}, root/actions/act.trade/notes[0]/term" in finding.message

    def test_a_term_may_stand_on_anything(self, tmp_path: Path) -> None:
        assert "notes" not in AGENCIES
        assert list(with_terms(tmp_path).terms) == ["人工", "局", "电子商务", "农村"]


class TestPlaces:
    """Where a term is used."""

    def test_what_it_is_explained_on_comes_first(self, tmp_path: Path) -> None:
        terms = with_terms(tmp_path).terms
        assert terms["电子商务"].places == ("act.trade", "act.trade.1")
        assert terms["局"].places == ("per.chen",)

    def test_entries_come_before_the_quote_that_it_is_explained_on(self, tmp_path: Path) -> None:
        # In a title, in another gloss, and last where the definition stands.
        assert with_terms(tmp_path).terms["农村"].places == ("act.trade.1", "act.ai", "q.news.1")

    def test_words_that_are_explained_and_no_terms_are_left_out(self, tmp_path: Path) -> None:
        assert "闲话" not in with_terms(tmp_path).terms


class TestOrder:
    """The order of the terms."""

    @pytest.mark.parametrize(
        ("lang", "sort", "order"),
        [
            ("en", "", "english"),
            ("both", "", "english"),
            ("zh", "", "pinyin"),
            ("en", "pinyin", "pinyin"),
            ("zh", "english", "english"),
        ],
    )
    def test_it_is_that_of_the_language_shown_or_the_one_chosen(
        self, tmp_path: Path, lang: str, sort: str, order: str
    ) -> None:
        plan = with_terms(tmp_path)
        laid = glossary_view(plan, ViewOptions(76, lang, sort=sort))
        rows = [spots[0].target.partition("#")[2] for spots in laid.spots.values()]
        assert (
            rows == {"english": ["人工", "局", "电子商务", "农村"], "pinyin": ["电子商务", "局", "农村", "人工"]}[order]
        )
        assert laid.orders[0] == order
        assert (
            view_lines(laid, 76)[0].split()[0] in {"english": ("English", "英文"), "pinyin": ("Chinese", "中文")}[order]
        )

    def test_pinyin_is_compared_syllable_by_syllable(self, tmp_path: Path) -> None:
        # Letter by letter xingzheng would come between xindai and xinyong.
        given = ("a", "信用", "xìnyòng"), ("b", "行政", "xíngzhèng"), ("c", "信贷", "xìndài")
        notes = "".join(f"\n          - {flow(*term)}" for term in given)
        plan = load(write_plan(tmp_path, (ON_QUOTE, ON_QUOTE + notes)))
        laid = glossary_view(plan, ViewOptions(76, "zh"))
        rows = [spots[0].target.partition("#")[2] for spots in laid.spots.values()]
        assert rows == ["电子商务", "信贷", "信用", "行政"]


class TestFinding:
    """Finding a term by what one types."""

    @pytest.mark.parametrize(
        ("query", "term"),
        [
            ("village", "农村"),
            ("VILLAGE", "农村"),
            ("农村", "农村"),
            ("nongcun", "农村"),
            ("nóngcūn", "农村"),
            ("nc", "农村"),
            ("dzsw", "电子商务"),
            ("dianzi shangwu", "电子商务"),
            ("artificial", "人工"),
        ],
    )
    def test_english_chinese_pinyin_and_initials_lead_to_it(self, tmp_path: Path, query: str, term: str) -> None:
        found = SearchIndex(with_terms(tmp_path)).terms(query)
        assert [hit.term.zh for hit in found][:1] == [term]
        assert found[0].spans and found[0].text in found[0].term.note.term

    @pytest.mark.parametrize("query", ["", "1", "act.trade", "action: village", "zzz", "%%"])
    def test_numbers_ids_kinds_and_nonsense_find_none(self, tmp_path: Path, query: str) -> None:
        assert SearchIndex(with_terms(tmp_path)).terms(query) == []


class TestHits:
    """Terms among the hits of `find`."""

    def test_a_term_on_a_quote_is_a_hit_of_the_entry_with_the_quote(self, tmp_path: Path) -> None:
        index = SearchIndex(with_terms(tmp_path))
        hits = index.with_terms([], index.terms("nongcun"), 10)
        assert [(hit.id, hit.field, hit.text, hit.quote) for hit in hits] == [("act.trade", "term", "农村", "q.news.1")]

    def test_each_id_comes_once_and_best_first(self, tmp_path: Path) -> None:
        index = SearchIndex(with_terms(tmp_path))
        hits = index.with_terms(index.search("artificial"), index.terms("artificial"), 10)
        assert [hit.id for hit in hits].count("act.ai") == 1 and hits[0].field == "title"
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert index.with_terms(hits, index.terms("village"), 1) == hits[:1]


class TestPrinting:
    """The terms on paper and in tables."""

    def test_definition_place_and_owner_are_printed(self, tmp_path: Path) -> None:
        text = "\n".join(view_lines(glossary_printed(with_terms(tmp_path), ViewOptions(78)), 78))
        assert "village  农村  nóngcūn" in text and "  Where few people live.\n" in text
        words = " ".join(text.split())
        assert "Used in 1.1 Rural e-commerce; 2 Artificial intelligence; the source Small plan" in words
        assert text.endswith("The definitions are ours, not the document's.")

    def test_a_plan_without_terms_prints_nothing(self, tmp_path: Path) -> None:
        plan = load(write_plan(tmp_path, (TERM, "term: {zh: 电子商务}\n")))
        assert glossary_printed(plan, ViewOptions(78)).printed == []
        assert glossary_view(plan, ViewOptions(78)).printed == []

    def test_the_table_has_pinyin_and_places(self, tmp_path: Path) -> None:
        plan = with_terms(tmp_path)
        head, *rows = csv_table(plan, [plan.root.id], "glossary").splitlines()
        assert head == "term_en,term_zh,text_en,text_zh,where,pinyin,places"
        assert (
            "village,农村,Where few people live.,人口较少的地方。,q.news.1,nóngcūn,act.trade.1 act.ai q.news.1" in rows
        )
        assert len(csv_table(plan, ["act.ai"], "glossary").splitlines()) == 2
