"""Wrapping in cells, by the rules of Chinese and of English."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.render.line_break_classes import HOLDS_BEFORE, NOT_FIRST, NOT_LAST
from widgets.render.wrapping import Span, cells, cut, cut_words, wrap

ZH = "要求把互联网用到农业的产、销、管、服各个环节，推广联网而精细的生态农业（包括“信息进村入户”）。"
TEXT = st.lists(
    st.sampled_from(
        [
            *"要求把互联网（“”），。、；：",
            "Internet ",
            "Plus ",
            "e-commerce ",
            "e\u0301",
            "\u00a0",
            " ",
            "👨‍👩‍👧",
            "x" * 15,
        ]
    ),
    max_size=60,
).map("".join)


def lines(text: str, first: int, width: int) -> list[str]:
    return ["".join(span.text for span in line) for line in wrap([Span(text)], first, width)]


def rejoined(text: str, broken: list[str]) -> bool:
    """Whether lines are the text, save one space left out at some of the breaks."""
    ends = {0}
    for n, line in enumerate(broken):
        starts = ends | {at + 1 for at in ends if n and text[at : at + 1] == " "}
        ends = {at + len(line) for at in starts if text.startswith(line, at)}
    return len(text) in ends or text.endswith(" ") and len(text) - 1 in ends


@given(TEXT, st.integers(8, 120), st.integers(8, 120))
@pytest.mark.case("B44")
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, first: int, width: int) -> None:
    broken = lines(text, first, width)
    for n, line in enumerate(broken):
        assert cells(line) <= (width if n else first)
    assert rejoined(text, broken)


@given(st.lists(st.sampled_from([*"要求把互联网（“”），。、；："]), max_size=60).map("".join), st.integers(8, 120))
@pytest.mark.case("B44")
def test_chinese_lines_obey_their_rules(text: str, width: int) -> None:
    """No line starts with closing or ends with opening punctuation, unless one run of signs is wider than the line."""
    broken = lines(text, width, width)
    for before, behind in zip(broken, broken[1:], strict=False):
        if behind[0] in NOT_FIRST or before[-1] in NOT_LAST:
            joined = before + behind[:1]
            assert all(b in NOT_FIRST or a in NOT_LAST for a, b in zip(joined, joined[1:], strict=False)), (
                before,
                behind,
            )


@pytest.mark.parametrize("width", range(8, 121))
def test_a_real_sentence_at_every_width(width: int) -> None:
    for line in lines(ZH, width, width):
        assert line[0] not in NOT_FIRST
        assert line[-1] not in NOT_LAST or line is lines(ZH, width, width)[-1]


@given(TEXT, st.integers(-1, 7))
@pytest.mark.case("B47")
def test_very_narrow_panes_neither_loop_nor_lose(text: str, width: int) -> None:
    assert rejoined(text, lines(text, width, width))


@pytest.mark.case("B45")
def test_words_stay_whole_and_long_ones_break() -> None:
    assert lines("the Internet economy", 12, 12) == ["the Internet", "economy"]
    assert lines("a verylongwordindeed", 8, 8) == ["a ", "verylong", "wordinde", "ed"]


def test_no_break_space_never_breaks() -> None:
    assert lines("aaa led\u00a0by bbb", 9, 9) == ["aaa ", "led\u00a0by ", "bbb"]


@pytest.mark.case("B44")
def test_marks_and_joined_signs_stay_with_their_letter() -> None:
    assert lines("e\u0301" * 10, 8, 8) == ["e\u0301" * 8, "e\u0301" * 2]
    family = "👨‍👩‍👧"
    assert all(line == family * 4 for line in lines(family * 8, 8, 8))


def test_styles_stay_on_their_characters() -> None:
    broken = wrap([Span("one two ", "a"), Span("three four", "b")], 9, 9)
    assert broken == [
        (Span("one two ", "a"),),
        (Span("three ", "b"),),
        (Span("four", "b"),),
    ]


def test_line_feed_forces_a_line() -> None:
    assert lines("a\n\nb", 10, 10) == ["a", "", "b"]


@pytest.mark.case("B44")
def test_cut_never_halves_a_character() -> None:
    assert cut((Span("互联网"),), 5) == (Span("互联"),)
    assert cut((Span("ab", "x"), Span("互联", "y")), 3) == (Span("ab", "x"),)


@pytest.mark.case("B45")
def test_ten_thousand_characters_wrap_at_once() -> None:
    assert sum(len(line) for line in lines("互联网" * 3334, 80, 80)) == 10002


def test_no_break_space_holds_chinese_too() -> None:
    assert lines("aaa 第\u00a08\u00a0项行动的", 9, 9) == ["aaa ", "第\u00a08\u00a0项行", "动的"]


def test_what_a_no_break_space_holds_is_cut_elsewhere_where_it_is_too_wide() -> None:
    assert lines("数字\u00a0经济", 5, 5) == ["数", "字\u00a0经", "济"]
    assert lines("abcd\u00a0efgh", 5, 5) == ["abc", "d\u00a0efg", "h"]


def test_long_word_is_not_cut_right_before_its_punctuation() -> None:
    assert lines("verylongword, then", 12, 12) == ["verylongwor", "d, then"]
    assert lines("xxxxxxx“要求", 8, 8) == ["xxxxxxx", "“要求"]


def test_space_before_closing_punctuation_is_no_place_to_break() -> None:
    assert lines("aa bb中文 ，和", 9, 9) == ["aa bb中", "文 ，和"]


@given(TEXT, st.integers(8, 120))
def test_no_line_breaks_at_a_no_break_space_where_it_need_not(text: str, width: int) -> None:
    broken = lines(text, width, width)
    for before, behind in zip(broken, broken[1:], strict=False):
        if before[-1:] == "\u00a0" or behind[:1] == "\u00a0":
            tail, head = before.split(" ")[-1], behind.split(" ")[0]
            assert cells(tail) + cells(head) > width or any(sign in tail + head for sign in NOT_FIRST | NOT_LAST)


@given(TEXT, st.integers(1, 40))
def test_a_name_loses_whole_words_and_says_so(text: str, width: int) -> None:
    short = cut_words(text, width)
    assert cells(short) <= width
    if short.endswith(" .."):
        assert cells(text) > width


def test_no_name_ends_in_the_middle_of_a_word() -> None:
    assert cut_words("Networked services for farming", 20) == "Networked .."
    assert cut_words("完善农副产品质量安全追溯体系", 12) == "完善农副 .."
    assert cut_words("E-commerce", 10) == "E-commerce"


@pytest.mark.parametrize(
    "sign", "﹞〗／・々ー～〞﹚﹜｠〙〛︰﹐﹑﹒﹔﹕﹖﹗％‰℃〃〻ゝゞヽ゛〜ぁっょァヮヶｰ｡､･‼⁇⁈⁉‧·°′￠＋+–-‐"
)
@pytest.mark.case("B68")
def test_rarer_signs_begin_no_line(sign: str) -> None:
    text = f"要求{sign}互联{sign}网络{sign}的产销{sign}"
    for width in range(4, 30):
        assert all(line[0] != sign for line in lines(text, width, width)), lines(text, width, width)


@pytest.mark.parametrize("sign", "﹝〖＄（〘〚〝｟￥￡£¥€№﹙﹛﹩｢‹$")
@pytest.mark.case("B68")
def test_rarer_signs_end_no_line(sign: str) -> None:
    text = f"{sign}要求{sign}互联{sign}网络的{sign}产销"
    for width in range(4, 30):
        assert all(line[-1] != sign for line in lines(text, width, width)), lines(text, width, width)


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("科技部发布的国科发资﹝2020﹞35号文件", 24, ["科技部发布的国科发资", "﹝2020﹞35号文件"]),
        ("年份见附件〖甲〗和〘乙〙所列", 12, ["年份见附件", "〖甲〗和", "〘乙〙所列"]),
        ("价格为＄100元", 8, ["价格为", "＄100元"]),
        ("二〇一五年、A／B两类", 14, ["二〇一五年、", "A／B两类"]),
        ("約翰・史密斯", 6, ["約翰・", "史密斯"]),
        ("コンピューター", 10, ["コンピュー", "ター"]),
        ("真的吗⁈当然", 6, ["真的", "吗⁈当", "然"]),
        ("推进互联网+行动", 10, ["推进互联", "网+行动"]),
        ("推进互联网＋行动", 10, ["推进互联", "网＋行动"]),
        ("“互联网+”行动", 7, ["“互联", "网+”行", "动"]),
        ('他说"互联网"很好', 10, ['他说"互联', '网"很好']),
        ("增长率为5％左右", 10, ["增长率为", "5％左右"]),
        ("C++ and A + B", 7, ["C++ and", "A + B"]),
        ("price in US$ a day", 12, ["price in US$", "a day"]),
    ],
)
@pytest.mark.case("B68")
def test_lines_as_a_chinese_printer_breaks_them(text: str, width: int, broken: list[str]) -> None:
    assert lines(text, width, width) == broken


@pytest.mark.case("B68")
def test_signs_are_those_of_unicode() -> None:
    """Each has a class of punctuation, of symbols or of modifiers; none both begins and ends no line."""
    assert not NOT_FIRST & NOT_LAST
    assert not HOLDS_BEFORE & (NOT_FIRST | NOT_LAST)
    for sign in NOT_FIRST:
        assert unicodedata.category(sign)[0] in "PS" or unicodedata.category(sign) in ("Lm", "Lo"), sign
    for sign in NOT_LAST:
        assert unicodedata.category(sign) in ("Ps", "Pi", "Sc", "So", "Sm", "Po", "Cn"), sign
