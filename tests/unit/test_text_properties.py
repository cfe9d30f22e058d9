"""What holds of every text, tried on texts that hypothesis makes up: anchors, paragraphs, what is visible."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plan_data.loading.parsers import ID
from plan_data.model.anchors import STATES, anchor, paragraphs
from plan_data.text.dates import is_date
from plan_data.text.folding import fold_quote
from plan_data.text.visible import hidden, visible

_SIGNS = "ab. \u00a0\n“\"'’e\u0301é\u1112\u1161\u11ab한中𝄞का\u20ddאב"
marked = st.text(_SIGNS, min_size=1, max_size=40)
"""Texts of few signs, so that they repeat, with all that folding touches."""
with_invisible = st.text(_SIGNS + "\u00ad\u200d\ufe0f👩👧", min_size=1, max_size=40)
"""The same, with what is invisible, and with emoji of several."""


class TestAnchoring:
    @settings(max_examples=400)
    @given(st.dictionaries(st.integers(1, 4), with_invisible, min_size=1, max_size=3), st.data())
    def test_no_state_lies(self, passages: dict[int, str], data: st.DataObject) -> None:
        whole = passages[data.draw(st.sampled_from(sorted(passages)))]
        start = data.draw(st.integers(0, len(whole) - 1))
        exact = (
            whole[start : data.draw(st.integers(start + 1, len(whole)))]
            if data.draw(st.booleans())
            else data.draw(marked)
        )
        claimed = data.draw(st.integers(1, 5))
        found = anchor(exact, "", "", claimed, passages)
        assert found.state in STATES
        text = passages.get(found.paragraph, "")
        span = text[found.start : found.end]
        assert 0 <= found.start <= found.end <= len(text)
        if found.state == "verbatim":
            assert found.paragraph == claimed
            assert span == exact
        elif found.state == "moved":
            assert found.paragraph != claimed
            assert span == exact
            assert exact not in passages.get(claimed, "") or not whole_characters(exact, passages[claimed])
        elif found.state == "loose":
            assert span != exact or not whole_characters(exact, text)
            assert fold_quote(span)[0] == fold_quote(exact)[0]
        elif found.state == "missing":
            assert span == found.near
            assert 0 <= found.likeness <= 100
            assert not any(whole_characters(exact, passage) for passage in passages.values())
        else:
            assert found.state == "ambiguous"
            assert sum(fold_quote(passage)[0].count(fold_quote(exact)[0]) for passage in passages.values()) >= 1

    @settings(max_examples=400)
    @given(with_invisible, st.data())
    def test_any_whole_words_are_found_where_they_stand(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        assume(not cuts(text, start) and not cuts(text, end))
        found = anchor(text[start:end], text[:start], text[end:], 1, {1: text})
        assert found[:4] == ("verbatim", 1, start, end)
        assert anchor(text[start:end], "", "", 1, {1: text}).state in ("verbatim", "ambiguous")
        assert anchor(text[start:end], "", "", 2, {1: text}).state in ("moved", "ambiguous")

    @settings(max_examples=400)
    @given(marked, st.sampled_from(["NFC", "NFD"]), st.data())
    def test_what_a_copy_changes_is_loose_at_worst(self, text: str, form: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        assume(not cuts(text, start) and not cuts(text, end))
        # A mark upon a space is no writing, and a run of spaces is one space to a copy.
        assume(not any(sign.isspace() and cuts(text.replace("\n", " "), at + 1) for at, sign in enumerate(text)))
        copied = unicodedata.normalize(form, text[start:end]).replace("\u00a0", " ").replace("’", "'").replace("“", '"')
        found = anchor(copied, "", "", 1, {1: text})
        assert found.state in ("verbatim", "loose", "ambiguous")

    @given(st.text(max_size=60))
    def test_folding_keeps_an_origin_for_each_code_point(self, text: str) -> None:
        folded, origin, ends = fold_quote(text)
        assert all(start < end for start, end in zip(origin, ends, strict=False))
        assert len(ends) == len(folded)
        assert len(origin) == len(folded) + 1
        assert list(origin) == sorted(origin)
        assert origin[-1] == len(text)
        assert fold_quote(folded)[0] == folded


def cuts(text: str, at: int) -> bool:
    """Whether a place lies within a character: before a mark, within a Hangul syllable or an emoji of several."""
    if not 0 < at < len(text) or text[at - 1] == "\n":
        return False
    emoji = ("👩", "👧", "𝄞", "\ufe0f")
    joined = any(
        text[place - 1] in emoji and text[place] == "\u200d" and text[place + 1 : place + 2] in emoji
        for place in (at, at - 1)
        if place > 0
    )
    return joined or unicodedata.category(text[at]).startswith("M") or text[at] in "\u1161\u11ab"


def whole_characters(exact: str, text: str) -> bool:
    """Whether a text holds some words without cutting a character."""
    places = (at for at in range(len(text)) if text.startswith(exact, at))
    return any(not cuts(text, at) and not cuts(text, at + len(exact)) for at in places)


class TestParagraphs:
    @given(st.lists(st.text("ab \t\u00a0中", max_size=5), max_size=12), st.booleans())
    @pytest.mark.case("B34")
    def test_line_ends_change_no_number(self, lines: list[str], mark: bool) -> None:
        texts = [("\ufeff" if mark else "") + end.join(lines) for end in ("\n", "\r\n", "\r")]
        first = paragraphs(texts[0])
        assert paragraphs(texts[1]) == first
        assert paragraphs(texts[2]) == first
        assert all(line.strip() for paragraph in first for line in paragraph.split("\n"))
        assert "\n".join(first).split("\n") == [line for line in lines if line.strip()] or first == []


class TestVisible:
    @given(st.text())
    @pytest.mark.case("B12", "M4")
    def test_nothing_hidden_is_left_and_nothing_else_is_changed(self, text: str) -> None:
        shown = visible(text)
        assert hidden(shown) == ""
        if not hidden(text):
            assert shown == text

    @given(st.text(max_size=80))
    def test_ids_and_dates_are_ascii(self, text: str) -> None:
        if ID.match(text) or is_date(text):
            assert text.isascii()
            assert not hidden(text)
