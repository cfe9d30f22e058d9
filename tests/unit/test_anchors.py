"""Where a quote stands: the states, the cases of the W3C's text quote selector, and the numbers of paragraphs."""

from __future__ import annotations

import time
import unicodedata

import pytest

from plan_data.model.anchors import STATES, Anchor, anchor, paragraphs
from plan_data.text.folding import fold_quote

TEXT = "It names e-commerce, and e-commerce in the villages."
PASSAGES = {1: "A plan was approved.", 3: TEXT, 7: "Eleven actions, forty tasks."}


def held(exact: str, text: str, prefix: str = "", suffix: str = "") -> Anchor:
    """A quote held against one paragraph."""
    return anchor(exact, prefix, suffix, 1, {1: text})


class TestStates:
    def test_verbatim_stands_once_in_its_paragraph(self) -> None:
        found = anchor("in the villages", "", "", 3, PASSAGES)
        assert found == Anchor("verbatim", 3, 36, 51)
        assert TEXT[36:51] == "in the villages"

    @pytest.mark.case("B36")
    def test_moved_stands_once_in_another(self) -> None:
        assert anchor("forty tasks", "", "", 3, PASSAGES) == Anchor("moved", 7, 16, 27)
        assert anchor("forty tasks", "", "", 4, PASSAGES) == Anchor("moved", 7, 16, 27)

    @pytest.mark.parametrize(
        ("exact", "text"),
        [
            ("the villages", "in the\u00a0villages."),
            ("the villages", "in the  villages."),
            ("the villages", "in the\nvillages."),
            ("the villages", "in the \u202f\n\tvillages."),
            ("the\u00a0villages", "in the villages."),
            ('"Internet Plus"', "the “Internet Plus” plan"),
            ("“Internet Plus”", 'the "Internet Plus" plan'),
            ("it's", "and it’s there"),
            ("caf\u00e9", "a cafe\u0301 there"),
            ("cafe\u0301", "a caf\u00e9 there"),
            ("한국", unicodedata.normalize("NFD", "대한국의")),
        ],
    )
    @pytest.mark.case("B37")
    def test_loose_stands_there_after_folding(self, exact: str, text: str) -> None:
        found = held(exact, text)
        assert (found.state, found.paragraph) == ("loose", 1)
        assert fold_quote(text[found.start : found.end])[0] == fold_quote(exact)[0]
        assert text[found.start : found.end] != exact

    @pytest.mark.case("B37")
    def test_loose_span_covers_the_words_as_they_stand_in_the_source(self) -> None:
        text = "He said:  “the \u00a0 cafe\u0301” was open."
        found = held('"the caf\u00e9"', text)
        assert text[found.start : found.end] == "“the \u00a0 cafe\u0301”"

    @pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\ufe0f"])
    @pytest.mark.case("B65")
    def test_what_is_invisible_makes_a_quote_loose(self, sign: str) -> None:
        hidden = f"the vil{sign}lages"
        for exact, text in ((hidden, "in the villages."), ("the villages", f"in {hidden}.")):
            found = held(exact, text)
            assert (found.state, text[found.start]) == ("loose", "t")
            assert text[found.start : found.end].replace(sign, "") == "the villages"
        assert held(hidden, f"in {hidden}.").state == "verbatim"
        assert held("互联网", f"在互{sign}联网上").state == "loose"
        assert held(f"the {sign} villages", "in the villages.").state == "loose"
        assert held("the villages", f"in the{sign} \u00a0{sign} villages.").state == "loose"

    @pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\ufeff"])
    @pytest.mark.case("B65")
    def test_what_is_invisible_between_words_and_context_is_loose(self, sign: str) -> None:
        text = f"names{sign} e-commerce, and{sign} e-commerce{sign} in"
        assert held("e-commerce", text, prefix="names ").state == "loose"
        assert held("e-commerce", text, suffix=" in").state == "loose"
        assert held("e-commerce", text, prefix="and ", suffix=" in").start == text.rindex("e-c")

    @pytest.mark.case("B65")
    def test_nothing_but_invisible_signs_is_missing(self) -> None:
        assert held("\u200b\u200b\u200b", "in the villages").state == "missing"

    @pytest.mark.parametrize(
        ("exact", "text"),
        [
            ("I \u2764 it", "so I \u2764\ufe0f it"),
            ("I \u2764\ufe0f it", "so I \u2764 it"),
            ("葛\U000e0100城", "在葛城"),
            ("می\u200cخواهم", "او میخواهم"),
            ("क्\u200dष", "यह क्ष है"),
            ("👩\u200d👧", "a 👩👧 b"),
        ],
    )
    @pytest.mark.case("B65")
    def test_joiners_and_variation_selectors_are_loose(self, exact: str, text: str) -> None:
        assert held(exact, text).state == "loose"

    def test_loose_looks_in_its_own_paragraph_first(self) -> None:
        passages = {1: "in the\u00a0villages", 2: "in the\u00a0villages"}
        assert anchor("the villages", "", "", 2, passages).paragraph == 2
        assert anchor("the villages", "", "", 2, passages).state == "loose"
        assert anchor("the villages", "", "", 5, passages).state == "ambiguous"

    def test_exact_match_elsewhere_goes_before_a_loose_one_here(self) -> None:
        passages = {1: "in the\u00a0villages", 2: "in the villages"}
        assert anchor("the villages", "", "", 1, passages)[:2] == ("moved", 2)

    def test_letter_case_is_never_folded(self) -> None:
        assert held("The Villages", "in the villages").state == "missing"

    def test_full_width_is_never_folded(self) -> None:
        assert held("Internet+", "Internet＋ plan").state == "missing"

    @pytest.mark.case("B38")
    def test_ambiguous_stands_more_than_once(self) -> None:
        assert anchor("e-commerce", "", "", 3, PASSAGES) == Anchor("ambiguous", 3, 9, 19)
        twice = {1: "once here", 2: "once here", 3: "nothing"}
        assert anchor("once", "", "", 3, twice).state == "ambiguous"
        assert anchor("once", "", "", 2, twice) == Anchor("verbatim", 2, 0, 4)

    @pytest.mark.case("B35")
    def test_missing_names_the_nearest_and_its_likeness(self) -> None:
        found = anchor("in the vilages", "", "", 1, PASSAGES)
        assert (found.state, found.paragraph) == ("missing", 3)
        assert found.near == TEXT[found.start : found.end]
        assert "villages"[:7] in found.near
        assert 80 < found.likeness < 100

    @pytest.mark.case("B35")
    def test_likeness_suggests_and_never_verifies(self) -> None:
        long = "the State Council approved the plan on 24 June " * 20
        found = held(long + "x", long + "y")
        assert found.state == "missing"
        assert found.likeness > 99

    @pytest.mark.case("B35")
    def test_missing_that_is_longer_than_its_source(self) -> None:
        found = held("Internet Plus plan of 2015", "Internet Plus")
        assert (found.state, found.near, found.start, found.end) == ("missing", "Internet Plus", 0, 13)

    @pytest.mark.case("B35")
    def test_missing_with_nothing_like_it(self) -> None:
        assert held("zzz", "互联网") == Anchor("missing", 1)

    @pytest.mark.case("B35", "M12")
    def test_missing_in_a_large_source_is_found_out_soon(self) -> None:
        passages = {n: f"paragraph {n} " + "of words that say little " * 200 for n in range(1, 60)}
        begin = time.process_time()
        for n in range(20):
            assert anchor(f"quote {n} that is not there at all", "", "", 7, passages).state == "missing"
        assert time.process_time() - begin < 10

    @pytest.mark.case("B31", "B39")
    def test_unverifiable_without_a_source_or_words(self) -> None:
        assert anchor("words", "", "", 1, {}) == Anchor("unverifiable")
        assert anchor("", "", "", 1, PASSAGES) == Anchor("unverifiable")

    def test_states_are_those_of_the_design(self) -> None:
        assert STATES == ("verbatim", "moved", "loose", "ambiguous", "missing", "unverifiable")


class TestSelector:
    """The cases of the W3C Web Annotation Data Model, 4.2.4."""

    def test_prefix_settles_the_place(self) -> None:
        assert held("e-commerce", TEXT, prefix="names ") == Anchor("verbatim", 1, 9, 19)
        assert held("e-commerce", TEXT, prefix=", and ") == Anchor("verbatim", 1, 25, 35)

    def test_suffix_settles_the_place(self) -> None:
        assert held("e-commerce", TEXT, suffix=", and") == Anchor("verbatim", 1, 9, 19)
        assert held("e-commerce", TEXT, suffix=" in") == Anchor("verbatim", 1, 25, 35)

    def test_prefix_and_suffix_together(self) -> None:
        text = "a b c, a b d, x b c"
        assert held("b", text, "a ", " c") == Anchor("verbatim", 1, 2, 3)
        assert held("b", text, "a ", " d") == Anchor("verbatim", 1, 9, 10)
        assert held("b", text, "x ", " c") == Anchor("verbatim", 1, 16, 17)

    def test_prefix_that_fits_twice_leaves_it_open(self) -> None:
        assert held("b", "a b, a b", "a ").state == "ambiguous"

    @pytest.mark.parametrize(("prefix", "suffix"), [("without ", ""), ("", " elsewhere"), ("Names ", "")])
    def test_wrong_prefix_or_suffix_is_no_match(self, prefix: str, suffix: str) -> None:
        assert held("e-commerce", TEXT, prefix, suffix).state == "missing"

    def test_prefix_may_begin_and_suffix_end_the_paragraph(self) -> None:
        assert held("names", TEXT, "It ", TEXT[8:]).state == "verbatim"
        assert held("names", TEXT, "x It ").state == "missing"
        assert held("villages.", TEXT, "", "x").state == "missing"

    def test_prefix_does_not_reach_into_another_paragraph(self) -> None:
        assert anchor("B", "A ", "", 2, {1: "A ", 2: "B"}).state == "missing"

    def test_prefix_is_folded_for_a_loose_match_too(self) -> None:
        found = held("the plan", "of the\u00a0plan and in the\u00a0plan", prefix="in ")
        assert (found.state, found.start) == ("loose", 19)

    @pytest.mark.parametrize(("exact", "text"), [("aa", "aaa"), ("abab", "xababab"), ("哈哈", "哈哈哈")])
    def test_overlapping_matches_are_several(self, exact: str, text: str) -> None:
        assert held(exact, text).state == "ambiguous"

    def test_overlapping_matches_are_told_apart_by_a_prefix(self) -> None:
        assert held("aa", "xaaa", prefix="x") == Anchor("verbatim", 1, 1, 3)
        assert held("aa", "xaaay", suffix="y") == Anchor("verbatim", 1, 2, 4)

    def test_whole_paragraph(self) -> None:
        assert held(TEXT, TEXT) == Anchor("verbatim", 1, 0, len(TEXT))


class TestUnfit:
    """Words that stand there with a prefix or a suffix that does not."""

    TEXT = "we had everything before us, we had nothing before us"

    @pytest.mark.parametrize(
        ("prefix", "suffix", "unfit", "start"),
        [
            ("we had every-thing ", "", ("prefix",), 18),
            ("we had nothing", "", ("prefix",), 44),
            ("We had nothing ", "", ("prefix",), 44),
            ("", ", we hid", ("suffix",), 18),
            ("xx ", ", we had", ("prefix",), 18),
            ("we had nothing ", ", we hid", ("suffix",), 44),
            ("xx ", " yy", ("prefix", "suffix"), 18),
            ("we had nothimg ", "!", ("prefix", "suffix"), 44),
        ],
    )
    @pytest.mark.case("B67")
    def test_names_which_and_shows_the_likeliest_place(
        self, prefix: str, suffix: str, unfit: tuple[str, ...], start: int
    ) -> None:
        found = held("before us", self.TEXT, prefix, suffix)
        assert (found.state, found.unfit, found.start, found.near) == ("missing", unfit, start, "before us")

    @pytest.mark.case("B67")
    def test_own_paragraph_goes_before_another_unless_more_fits_there(self) -> None:
        passages = {1: "a word b", 2: "c word d"}
        assert anchor("word", "x ", "", 2, passages)[:2] == ("missing", 2)
        assert anchor("word", "x ", " b", 2, passages)[:2] == ("missing", 1)
        assert anchor("word", "a ", "", 2, passages)[:2] == ("moved", 1)

    @pytest.mark.case("B67")
    def test_words_that_stand_there_loosely_are_named_too(self) -> None:
        found = held('"the plan"', "of “the\u00a0plan” of", prefix="in ")
        assert (found.state, found.unfit, found.start) == ("missing", ("prefix",), 3)

    @pytest.mark.case("B67")
    def test_words_that_are_not_there_have_no_unfit_prefix(self) -> None:
        assert held("the plans", "of the plan", prefix="in ").unfit == ()
        assert held("zzz", "the plan").unfit == ()


class TestCharacters:
    def test_offsets_are_code_points(self) -> None:
        text = "𝄞 中文 😀 words"
        found = held("words", text)
        assert (found.start, found.end) == (7, 12)
        assert text[found.start : found.end] == "words"

    @pytest.mark.parametrize(
        ("exact", "text"),
        [
            ("cafe", "a cafe\u0301 there"),
            ("\u0301 there", "a cafe\u0301 there"),
            ("हिन", "हिनी"),
            ("x", "x\u20dd"),
            ("क", "का"),
            ("👩", "a 👩\u200d👧 b"),
            ("👧", "a 👩\u200d👧 b"),
        ],
    )
    def test_match_that_cuts_a_character_is_none(self, exact: str, text: str) -> None:
        assert held(exact, text).state == "missing"

    def test_whole_characters_with_marks_match(self) -> None:
        assert held("cafe\u0301", "a cafe\u0301 there") == Anchor("verbatim", 1, 2, 7)
        assert held("हि", "का हि") == Anchor("verbatim", 1, 3, 5)

    @pytest.mark.parametrize(
        "exact", ["\u0301accent", "\u0301accent at the end e\u0301", "\u20ddaccent", "\u093eaccent"]
    )
    @pytest.mark.case("B66")
    def test_paragraph_may_begin_and_end_with_a_mark(self, exact: str) -> None:
        """No character stands before the mark that it could belong to."""
        assert held(exact, exact) == Anchor("verbatim", 1, 0, len(exact))
        assert held(exact, exact + " and more").state == "verbatim"
        assert held(exact, "a line\n" + exact).state == "verbatim"
        assert held(exact, "a\n" + exact, prefix="a\n").state == "verbatim"
        assert anchor(exact, "", "", 1, {1: "x", 2: exact}).state == "moved"
        assert held(exact, "cafe" + exact).state == "missing"

    @pytest.mark.case("B66")
    def test_prefix_may_begin_and_suffix_end_within_a_character(self) -> None:
        text = "the cafe\u0301 is open, a cafe\u0301 is shut"
        assert held("is", text, prefix="a cafe\u0301 ").state == "verbatim"
        assert held("is", "cafe\u0301 is, cafes is", prefix="\u0301 ").state == "verbatim"
        assert held("the", "the cafe\u0301, the tea", suffix=" cafe").state == "verbatim"

    @pytest.mark.parametrize(
        ("prefix", "suffix"),
        [("cafe\u0301 ", ""), ("\u0301 ", ""), ("", " cafe\u0301."), ("", " cafe"), ("\u0301 ", " cafe")],
    )
    @pytest.mark.case("B66")
    def test_context_composed_otherwise_is_loose(self, prefix: str, suffix: str) -> None:
        assert held("is", "the caf\u00e9 is caf\u00e9.", prefix=prefix, suffix=suffix).state == "loose"

    def test_place_settled_by_marks(self) -> None:
        assert held("cafe", "cafe\u0301 and cafe").start == 10

    def test_right_to_left_text_is_in_the_order_of_reading(self) -> None:
        text = "האסטרטגיה Internet Plus של סין, \u202b2015\u202c"
        found = held("של סין", text)
        assert found.state == "verbatim"
        assert text[found.start : found.end] == "של סין"
        assert held("2015", text).state == "verbatim"

    def test_no_break_space_is_not_a_space(self) -> None:
        assert held("the\u00a0plan", "the\u00a0plan").state == "verbatim"
        assert held("the plan", "the\u00a0plan").state == "loose"

    def test_curly_marks_are_not_straight_ones(self) -> None:
        assert held("’Plus‘", "’Plus‘").state == "verbatim"
        assert held("'Plus'", "’Plus‘").state == "loose"

    def test_compatibility_forms_are_other_words(self) -> None:
        assert held("ffi", "o\ufb03ce").state == "missing"

    def test_signs_of_patterns_mean_themselves(self) -> None:
        text = r"a.b*c [x] (y) \d+ ^$ {1}"
        for exact in ("a.b*c", "[x]", "(y)", r"\d+", "^$", "{1}"):
            assert held(exact, text).state == "verbatim"
        assert held("a.b.c", text).state == "missing"


class TestFold:
    def test_origins_lead_back(self) -> None:
        text = "a \u00a0 “e\u0301” ’"
        folded = fold_quote(text)
        assert folded.text == 'a "é" \''
        assert folded.origin == [0, 1, 4, 5, 7, 8, 9, 10]
        assert folded.ends == [1, 4, 5, 7, 8, 9, 10]

    def test_plain_text_is_itself(self) -> None:
        assert fold_quote("plain text.") == ("plain text.", list(range(12)), list(range(1, 12)))

    def test_nothing(self) -> None:
        assert fold_quote("") == ("", [0], [])


class TestParagraphs:
    LINES = ("", "Title", "", "One", "two", " \u00a0\u3000\t", "三", "", "")
    WANTED = ["Title", "One\ntwo", "三"]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("last", ["", "end"])
    @pytest.mark.case("B34")
    def test_line_ends_and_mark_change_no_number(self, end: str, mark: str, last: str) -> None:
        if last:
            assert paragraphs(mark + end.join(("x", "", "y"))) == ["x", "y"]
        assert paragraphs(mark + end.join(self.LINES)) == self.WANTED
        assert paragraphs(mark + end.join(self.LINES) + end) == self.WANTED

    @pytest.mark.case("B34")
    def test_mixed_line_ends(self) -> None:
        assert paragraphs("a\r\rb\r\n\r\nc\n\nd\r\ne") == ["a", "b", "c", "d\ne"]

    @pytest.mark.case("B34")
    def test_mark_alone_is_no_paragraph(self) -> None:
        assert paragraphs("\ufeff") == []
        assert paragraphs("\ufeff\n\na") == ["a"]

    def test_lines_are_kept_as_they_are(self) -> None:
        assert paragraphs("  a \n\tb\u00a0\n") == ["  a \n\tb\u00a0"]

    @pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x0c", "\x85", "\x1e"])
    def test_nothing_else_ends_a_line(self, sign: str) -> None:
        assert paragraphs(f"a{sign}{sign}b") == [f"a{sign}{sign}b"]

    def test_nothing(self) -> None:
        assert paragraphs("") == []
        assert paragraphs("\n \n\r\n") == []
