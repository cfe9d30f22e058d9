"""What would act on a terminal, or hide from the eye, is shown; the words for signs are whole."""

from __future__ import annotations

import unicodedata

import pytest

from plan_data.labels.grades import GRADE_SIGNS, weakest
from plan_data.labels.roles import AGENCY_ROLE_LABELS, NOTE_LABELS, ROLE_LABELS, STATE_LABELS
from plan_data.model.anchors import STATES
from plan_data.model.entities import GRADES, ROLES
from plan_data.text.visible import hidden, visible

CONTROLS = [chr(c) for c in (*range(0x00, 0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0))]
BIDI = [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)]
UNSEEN = ["\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u2060", "\u2028", "\u2029", "\U000e0000", "\U000e007f"]


class TestVisible:
    @pytest.mark.parametrize("sign", CONTROLS + BIDI + UNSEEN, ids=lambda sign: f"{ord(sign):04X}")
    @pytest.mark.case("B11", "B12", "M4")
    def test_hidden_characters_are_written_by_their_code_point(self, sign: str) -> None:
        assert visible(f"a{sign}b") == f"a<U+{ord(sign):04X}>b"
        assert visible(f"中{sign}") == f"中<U+{ord(sign):04X}>"
        assert hidden(f"a{sign}b") == sign

    @pytest.mark.case("B11")
    def test_escape_sequences_are_disarmed(self) -> None:
        assert visible("\x1b]52;c;eA==\x07") == "<U+001B>]52;c;eA==<U+0007>"
        assert visible("\x9b31m\ud800") == "<U+009B>31m<U+D800>"

    @pytest.mark.parametrize(
        "text",
        ["", "plain", "“互联网+”行动", "a\nb", "no\u00a0break", "é e\u0301", "हिन्दी", "😀🇨🇳", "עברית", "[/] \\ :x:"],
    )
    def test_text_that_can_be_seen_is_itself(self, text: str) -> None:
        assert visible(text) == text
        assert hidden(text) == ""

    def test_twice_is_once(self) -> None:
        text = "a\u202eb\x1bc"
        assert visible(visible(text)) == visible(text)

    @pytest.mark.case("B11", "B12", "M4")
    def test_no_other_format_or_control_character_of_the_first_plane_gets_through(self) -> None:
        # These shape letters, or are themselves drawn, in Arabic, Syriac, Kaithi and Mongolian.
        drawn = {*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x180E, 0x000A}
        for code in set(range(0x10000)) - drawn:
            if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
                assert visible(chr(code)) != chr(code), hex(code)


class TestSigns:
    def test_every_grade_role_and_state_has_its_words(self) -> None:
        assert tuple(GRADE_SIGNS) == GRADES
        assert tuple(ROLE_LABELS) == ROLES
        assert tuple(STATE_LABELS) == STATES
        assert set(AGENCY_ROLE_LABELS) == {"lead", "joint_lead", "member", "responsible"}
        assert set(NOTE_LABELS) == {"sic", "doubt", "gloss"}

    @pytest.mark.case("B49")
    def test_signs_are_one_cell_and_told_apart_without_colour(self) -> None:
        signs = [sign.sign for sign in GRADE_SIGNS.values()]
        assert len(set(signs)) == len(signs)
        for sign in signs:
            assert len(sign) == 1
            assert unicodedata.east_asian_width(sign) in ("N", "Na", "H"), sign
        plain = [sign.ascii for sign in GRADE_SIGNS.values()]
        assert len(set(plain)) == len(plain)
        assert all(len(sign) == 1 and sign.isascii() and sign.isprintable() for sign in plain)

    @pytest.mark.parametrize(
        ("grades", "wanted"),
        [
            ([], "unchecked"),
            (["quoted"], "quoted"),
            (["attached", "quoted"], "quoted"),
            (["quoted", "unchecked", "reported"], "unchecked"),
            (["reported", "attached"], "reported"),
        ],
    )
    def test_weakest_of_some_grades(self, grades: list[str], wanted: str) -> None:
        assert weakest(grades) == wanted
