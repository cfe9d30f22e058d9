"""What a terminal sends: keys are keys, and what is neither key nor text leaves no trace, wherever it is cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from tui.terminal.keyboard import Keyboard
from tui.terminal.sequences import CUT_FOR, ESCAPE_AFTER, LONGEST_TIME

ANSWERS = [
    b"\x1b[?62;22c",
    b"\x1b[>41;354;0c",
    b"\x1bP!|00000000\x1b\\",
    b"\x1bP>|iTerm2 3.5.0\x1b\\",
    b"\x1bP>|tmux 3.4 qQ\x1b\\",
    b"\x1bP1+r544e=787465726d\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b]10;rgb:0000/0000/0000\x07",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]52;c;cXVpdCBpaWlp\x07",
    b"\x1b]52;c;cXVpdCBpaWlp\x1b\\",
    b"\x1b]4;1;rgb:dead/beef/0000\x1b\\",
    b"\x1b^a private message: quit\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1bXa string\x1b\\",
    b"\x1b[?2026;2$y",
    b"\x1b[?2004;1$y",
    b"\x1b[4;2$y",
    b"\x1b[24;80R",
    b"\x1b[1;2R",
    b"\x1b[?24;80;1R",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[8;24;80t",
    b"\x1b[4;600;800t",
    b"\x1b[48;24;80;480;800t",
    b"\x1b]ltitle of a window\x1b\\",
    b"\x1b]Lq\x1b\\",
    b"\x1b[?25u",
    b"\x1b[?0u",
    b"\x1b[?997;1n",
    b"\x1b[0n",
    b"\x1b[<32;NaN;NaNM",
    b"\x1b[<0;NaN;NaNm",
    b"\x1b[<35;undefined;undefinedM",
    b"\x1b[<0;-5;-7M",
    b"\x1b[32;NaN;NaNM",
    b"\x1b[32;40;12M",
    b"\x1b[M \x8e%",
    b"\x1b[M\x20\xff\xfe",
    b"\x1b[M#jj",
    b"\x1b[106;1:3u",
    b"\x1b[97;1:3u",
    b"\x1b[99999999999u",
    b"\x1b[55296u",
    b"\x1b[::u",
    b"\x1b[;u",
    b"\x1b[97;1:9u",
    b"\x1b[97;;1114112u",
    b"\x1b[1;1:3A",
    b"\x1b[3;1:3~",
    b"\x1b[x",
    b"\x1b[1;2;3;4;5z",
    b"\x1b[999~",
    b"\x1bO9",
    b"\x1b[" + b"1;" * 300 + b"q",
    b"\xc8",
    b"\xff",
    b"\xb3\xcc",
    b"\xed\xa0\x80",
    b"\xf5\x80\x80\x80",
    b"\xc2\x9b",
]
"""Answers and reports of terminals that are no key, and bytes that are not UTF-8."""
LATE = re.compile(rb"\x1b(\[[<?>0-9]|[]P^_X].)")
"""Answers that nobody could type."""
ENDS_LATE = {b"\x1bO9"}
"""What only the next letter ends."""


def taken(*chunks: bytes, gap: float = 0.02) -> list[events.Event]:
    """What is made of bytes that come in several reads."""
    keyboard, now, found = Keyboard(), 100.0, []
    for chunk in chunks:
        found += keyboard.feed(chunk, now)
        now += gap
        found += keyboard.tick(now)
    while keyboard.deadline is not None:
        now = max(now, keyboard.deadline)
        found += keyboard.tick(now)
    return [event for event in found if isinstance(event, events.Key | events.Paste)]


def names(found: Sequence[events.Event]) -> list[str]:
    """The keys, and the texts of pastes."""
    return [event.key if isinstance(event, events.Key) else event.text for event in found]  # type: ignore[attr-defined]


@pytest.mark.case("T02", "T03", "T05")
@pytest.mark.parametrize("answer", [a for a in ANSWERS if a not in ENDS_LATE], ids=repr)
def test_answer_is_dropped_as_a_whole_wherever_it_is_cut(answer: bytes) -> None:
    assert names(taken(answer + b"j")) == ["j"]
    assert names(taken(b"k" + answer, b"j")) == ["k", "j"]
    for cut in range(1, len(answer)):
        assert names(taken(answer[:cut], answer[cut:], b"j")) == ["j"], cut
        if answer[:cut] != b"\x1b":
            assert names(taken(answer[:cut], answer[cut:], b"j", gap=0.7)) in (["j"], ["O", "j"]), cut
    assert names(taken(*(bytes([byte]) for byte in answer), b"j")) == ["j"]


@pytest.mark.case("T03")
@pytest.mark.parametrize("answer", [a for a in ANSWERS if LATE.match(a)], ids=repr)
def test_answer_whose_escape_came_much_earlier_types_nothing(answer: bytes) -> None:
    """The Escape alone has been taken for the key by then; of the rest nobody could type so much at once."""
    assert names(taken(answer[:1], answer[1:], b"j", gap=0.3)) == ["escape", "j"]


@pytest.mark.case("T03")
@pytest.mark.parametrize(
    "opening", [b"\x1b]11;rgb", b"\x1bP>|x", b"\x1b^x", b"\x1b_x", b"\x1bXx", b"\x1b[12;", b"\x1b[M "]
)
def test_what_never_ends_gives_the_keys_back(opening: bytes) -> None:
    keyboard = Keyboard()
    assert not list(keyboard.feed(opening, 100.0))
    assert names(list(keyboard.feed(b"j", 100.1 + CUT_FOR))) == ["j"]
    keyboard, now, found = Keyboard(), 100.0, []
    list(keyboard.feed(opening, now))
    for _ in range(40):
        now += 0.2
        found += keyboard.feed(b"\x1b[B", now)
    assert len(found) > 40 - LONGEST_TIME / 0.2 - 1


@pytest.mark.case("T03")
def test_a_long_string_without_end_gives_the_keys_back() -> None:
    keyboard = Keyboard()
    list(keyboard.feed(b"\x1b]52;c;" + b"A" * 3_000_000, 100.0))
    assert names(list(keyboard.feed(b"j", 100.0))) == ["j"]


@pytest.mark.case("T03")
def test_escape_alone_is_escape_and_soon() -> None:
    keyboard = Keyboard()
    assert not list(keyboard.feed(b"\x1b", 100.0))
    assert keyboard.deadline is not None and keyboard.deadline <= 100.0 + ESCAPE_AFTER
    assert names(list(keyboard.tick(keyboard.deadline))) == ["escape"]
    assert names(taken(b"\x1b", b"j", gap=0.3)) == ["escape", "j"]


@pytest.mark.case("T02")
@pytest.mark.parametrize("bad", [b"\xc8\xcb", b"\xff", b"\x80", b"\xe4\xb8", b"\xed\xa0\x80", b"\xf0\x9f"])
def test_bytes_that_are_not_utf8_are_dropped_and_nothing_else(bad: bytes) -> None:
    assert names(taken("中a".encode() + bad + "b云".encode())) == ["中", "a", "b", "云"]
    assert names(taken(b"a" + bad + b"\x1b[A" + bad + b"\r")) == ["a", "up", "enter"]
    assert names(taken(b"\x1b[200~one" + bad + b" two\x1b[M \x8e%\x1b[201~j")) == ["one two", "j"]
    for cut in range(1, 3):
        assert names(taken("中".encode()[:cut], "中".encode()[cut:])) == ["中"]


@pytest.mark.case("T05")
@pytest.mark.parametrize(
    ("report", "key", "character"),
    [
        (b"\x1b[106;1:1u", "j", "j"),
        (b"\x1b[106;1:2u", "j", "j"),
        (b"\x1b[106u", "j", "j"),
        (b"\x1b[1086::106u", "о", "о"),
        (b"\x1b[97:65;2:1;97u", "a", "a"),
        (b"\x1b[97:65;2u", "A", "A"),
        (b"\x1b[97:65;2:1;65u", "A", "A"),
        (b"\x1b[106;129:1u", "j", "j"),
        (b"\x1b[99;5:1u", "ctrl+c", None),
        (b"\x1b[106;3:1u", "alt+j", None),
        (b"\x1b[27;1:1u", "escape", None),
        (b"\x1b[13;1:1u", "enter", "\r"),
        (b"\x1b[1;1:2A", "up", None),
        (b"\x1b[1;5:1D", "ctrl+left", None),
        (b"\x1b[3;1:1~", "delete", None),
        (b"\x1b[0;;20154u", "人", "人"),
    ],
)
def test_key_report_with_parts_means_its_key(report: bytes, key: str, character: str | None) -> None:
    (event,) = taken(report)
    assert isinstance(event, events.Key)
    assert (event.key, event.character) == (key, character)


@pytest.mark.case("T06")
def test_escape_and_what_follows_in_one_packet() -> None:
    assert names(taken(b"\x1bj")) == ["alt+j"]
    assert names(taken(b"\x1b1")) == ["alt+1"]
    assert names(taken(b"\x1bf")) == ["alt+f"]
    assert names(taken(b"\x1b\r")) == ["escape", "enter"]
    assert names(taken(b"\x1b\x1b")) == ["escape", "escape"]
    assert names(taken(b"\x1b\x1b[A")) == ["escape", "up"]
    assert names(taken(b"\x1b/")) == ["escape", "slash"]
    assert names(taken(b"\x1b[")) == ["escape", "left_square_bracket"]
    assert names(taken("\x1b中".encode())) == ["escape", "中"]
    assert names(taken(b"\x1bO")) == ["alt+shift+o"] or names(taken(b"\x1bO")) == ["alt+O"]


@pytest.mark.case("T07")
def test_paste_is_one_text_wherever_it_is_cut_and_has_no_control_characters() -> None:
    whole = "\x1b[200~a中\x00\x07\x1b[31mb\r\nc\td\x1b\x9f\x1b[201~".encode()
    for cut in range(1, len(whole)):
        if whole[cut - 1 : cut] != b"\x1b":
            assert names(taken(whole[:cut], whole[cut:], b"j")) == ["a中b\r\nc\td", "j"], cut
    assert names(taken(b"\x1b[200~without an end")) == ["without an end"]


@pytest.mark.case("T03")
@settings(max_examples=200, derandomize=True)
@given(st.lists(st.binary(max_size=12) | st.sampled_from(ANSWERS), max_size=6))
def test_no_bytes_raise_and_the_keys_come_back(chunks: list[bytes]) -> None:
    keyboard, now = Keyboard(), 100.0
    for chunk in chunks:
        list(keyboard.feed(chunk, now))
        now += 0.01
    while keyboard.deadline is not None:
        now = max(now, keyboard.deadline)
        list(keyboard.tick(now))
    assert names(list(keyboard.feed(b"j", now + CUT_FOR))) == ["j"]
