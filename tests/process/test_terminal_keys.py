"""Keys, pastes, answers of the terminal and its cursor, in a real terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.output import run
from tests.terminal import Terminal

READY = "Modern agriculture"
SIZES = [(80, 24), (100, 30), (120, 36)]
DOWN = "\x1b[B"
PASTE = "\x1b[200~{}\x1b[201~"


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """The explorer, ready for keys."""
    with Terminal() as started:
        started.wait_for(READY)
        yield started


def in_box(terminal: Terminal, text: str) -> None:
    """Wait until the jump box holds a text."""

    def typed() -> str:
        rows = terminal.text().split("\n")
        title = next((y for y, row in enumerate(rows) if "» Jump" in row), len(rows) - 2)
        return rows[title + 1].strip().split("  ")[0]

    terminal.wait_until(lambda: typed() == text, f"{text!r} in box")


def leave_box(terminal: Terminal) -> None:
    terminal.send("\x1b")
    terminal.wait_without("» Jump")


@pytest.mark.case("T04")
def test_keys_of_one_packet_keep_their_order_in_the_jump_box(terminal: Terminal) -> None:
    """Letters, and the keys between them, as a slow line or an input method sends them."""
    for sent, text in [
        ("abx\x7fc", "abc"),
        ("zz\x15abc", "abc"),
        ("ac\x1b[Db", "abc"),
        ("one two\x17three", "one three"),
        ("bc\x1b[Ha\x1b[Fd", "abcd"),
        ("bc\x01a\x05d", "abcd"),
        ("abcdxx\x1b[D\x1b[D\x1b[3~\x1b[3~e\x7f", "abcd"),
        ("中文\x7f字", "中字"),
    ]:
        terminal.send("f" + sent)
        in_box(terminal, text)
        leave_box(terminal)
    terminal.send("fartifical\x7f\x7fial\rx")
    terminal.wait_for("11 Artificial intelligence")
    terminal.wait_without("» Jump")


@pytest.mark.case("T04")
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
@pytest.mark.parametrize(
    ("opening", "walking"),
    [
        ("8\rs", [DOWN] * 6),
        ("8\r\r", [DOWN] * 6),
        ("t", [DOWN] * 6),
        ("s", ["z", DOWN, DOWN]),
        ("s", [DOWN, "-", DOWN, DOWN]),
    ],
)
def test_keys_in_the_packet_of_one_that_opens_a_pane_find_it_laid_out(
    opening: str, walking: list[str], size: tuple[int, int], tmp_path: Path
) -> None:
    """One by one, each when the screen is at rest, and all at once: the screen is the same in the end."""
    screens = []
    for packets in ([*opening, *walking], [opening + "".join(walking)]):
        with Terminal(size=size, env={"XDG_DATA_HOME": str(tmp_path / str(len(packets)))}) as terminal:
            terminal.wait_for("Internet Plus")
            terminal.wait_for_rest()
            for packet in packets:
                terminal.send(packet)
                terminal.wait_for_rest()
            screens.append(terminal.text())
    assert screens[0] == screens[1]


@pytest.mark.case("T04")
def test_two_hundred_letters_in_one_packet_arrive(terminal: Terminal) -> None:
    terminal.send("f" + "ab" * 100 + "\x7f" * 195 + "!")
    in_box(terminal, "ababa!")


@pytest.mark.case("T04")
def test_keys_of_one_packet_keep_their_order_in_notes_lines_and_the_palette(terminal: Terminal) -> None:
    terminal.send("i\rabcxxx\x7f\x7f\x7f!\rtwo\x1b[A\x1b[H>\x1b[B<\x13")
    terminal.wait_for(">abc!")
    terminal.wait_for("t<wo")
    terminal.send("\x1b")
    terminal.wait_without("Note, writing")
    terminal.send("E\x15notes.mdx\x7f")
    terminal.wait_for(" notes.md ")
    terminal.send("\x1b")
    terminal.wait_without("notes.md")
    terminal.send("8\rs/logisx\x7ftics")
    terminal.wait_for("1/2")
    terminal.send("\x1b")
    terminal.wait_without("/  logistics")
    terminal.send(":timelinex\x7f\r")
    terminal.wait_for("Timeline ")
    terminal.send("Q")
    assert terminal.wait() == 0
    done = run("notes")
    assert ">abc!" in done.stdout


@pytest.mark.case("T02", "T03", "T05")
def test_answers_of_the_terminal_and_odd_bytes_open_nothing_and_type_nothing(terminal: Terminal) -> None:
    terminal.send(b"j")
    answers = [
        b"\xc8\xcb\xff",
        b"\x1b[M \x8e%",
        b"\x1b[<32;NaN;NaNM",
        b"\x1bP>|iTerm2 3.5.0\x1b\\",
        b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        b"\x1b[?62;22c",
        b"\x1b^quit\x1b\\",
        b"\x1b[106;1:3u\x1b[1086::106u\x1b[::u",
        b"\x1b[48;10;40;100;400t",
    ]
    terminal.send(b"".join(answers))
    terminal.send(b"f" + b"".join(answers[:7]) + b"abc")
    in_box(terminal, "abc")
    leave_box(terminal)
    terminal.send(b"i\rwri" + b"\xff\x1b[M \x8e%" + b"tten")
    terminal.wait_for("written")
    terminal.send("\x1b")
    terminal.wait_without("Note, writing")
    terminal.send("Q")
    assert terminal.wait() == 0
    assert b"Traceback" not in terminal.written


@pytest.mark.case("T06")
def test_escape_and_a_letter_in_one_packet_are_two_keys(terminal: Terminal) -> None:
    terminal.send("fabc")
    in_box(terminal, "abc")
    terminal.send("\x1bfde")
    in_box(terminal, "de")
    terminal.send("\x1b8")
    in_box(terminal, "8")
    terminal.send("\x1bt")
    terminal.wait_for("Timeline")
    terminal.send("\x1b\x1b")
    terminal.wait_for(READY)
    before = terminal.text()
    terminal.send("\x1b1")
    terminal.wait_without(READY)
    terminal.send("\x1b2")
    terminal.wait_until(lambda: terminal.text() != before and READY in terminal.text(), "two levels")


@pytest.mark.case("T07")
def test_pasted_lines_become_one(terminal: Terminal) -> None:
    for pasted in ("artificial\rintelligence", "\r\nartificial \r\n intelligence\r\n", "artificial\n\x07intelligence"):
        terminal.send("f" + PASTE.format(pasted))
        in_box(terminal, "artificial intelligence")
        leave_box(terminal)
    terminal.send("E\x15" + PASTE.format("my\rnotes.md\r"))
    terminal.wait_for(" my notes.md ")
    terminal.send("\x1b")
    terminal.wait_without("my notes.md")
    terminal.send(PASTE.format("iq\rQ\r") + "f")
    in_box(terminal, "artificial intelligence")
    terminal.send("\x1b")
    terminal.wait_for(READY)
    assert "Note, writing" not in terminal.text()


@pytest.mark.case("T08")
@pytest.mark.parametrize("size", SIZES)
def test_cursor_stands_in_the_box_from_the_first_frame_on(size: tuple[int, int]) -> None:
    """An input method draws the first word where the terminal's cursor is."""
    with Terminal("--at", "act.ai", size=size) as terminal:
        terminal.wait_for("11 Artificial intelligence")

        def place() -> tuple[int, int]:
            return terminal.screen.cursor.x, terminal.screen.cursor.y

        bottom = size[1] - 1
        # Textual counts a cell more at the end of an Input.
        for keys, sign, x, y in [
            ("f", "name, number", 13 if size[0] == 120 else 5, 4 if size[0] == 120 else 2),
            ("i\r", "Note, writing", {80: 5, 100: 15, 120: 13}[size[0]], 5 if size[0] == 120 else 3),
            ("E", "Format (change", 11, bottom - 1),
            ("s/", "/  ", 5, bottom),
        ]:
            terminal.send(keys)
            terminal.wait_for(sign)
            terminal.wait_until(lambda at=(x, y): place() == at, f"the cursor at {x}, {y} after {keys}")  # type: ignore[misc]
            terminal.send("a")
            terminal.wait_until(lambda at=(x + 1, y): place() == at, f"the cursor a cell to the right of {x}, {y}")  # type: ignore[misc]
            if keys == "E":
                terminal.resize(size[0], size[1] + 4)
                terminal.wait_until(lambda at=(x + 1, y + 4): place() == at, "the cursor where the box is now")  # type: ignore[misc]
                terminal.resize(*size)
                terminal.wait_until(lambda at=(x + 1, y): place() == at, "the cursor where the box is again")  # type: ignore[misc]
            terminal.send("\x1b\x1b")
            terminal.wait_without(sign)


@pytest.mark.case("T09")
def test_ctrl_l_draws_everything_anew_everywhere(terminal: Terminal) -> None:
    boxes = {
        "f": "name, number",
        "i\r": "Note, writing",
        "E": "Format (change",
        "y": "f footnote",
        "?": "In the outline",
        ":": "type a few",
    }
    for opened, sign in {"": READY, **boxes}.items():
        terminal.send(opened)
        terminal.wait_for(sign)
        for row in (1, 5, 12, 20, 29, 30):
            terminal.stream.feed(f"\x1b[{row};1H{'#Broadcast message from root' * 3}".encode())
        assert "#Broadcast" in terminal.text()
        terminal.send("\x0c")
        terminal.wait_without("#B")
        if opened:
            terminal.wait_for(sign)
            terminal.send("\x1b")
            terminal.wait_without(sign)
    terminal.send("s/x")
    terminal.wait_for("/  x")
    terminal.stream.feed(b"\x1b[3;1H#Broadcast")
    terminal.send("\x0c")
    terminal.wait_without("#B")


@pytest.mark.case("T10")
def test_size_of_the_terminal_counts_and_not_the_environment() -> None:
    with Terminal(size=(120, 36), env={"COLUMNS": "80", "LINES": "24"}) as terminal:
        terminal.wait_for(READY)
        terminal.wait_until(lambda: terminal.text().split("\n")[35].strip() != "", "the last row")
        terminal.resize(60, 20)
        terminal.wait_until(lambda: terminal.text().split("\n")[19].strip() != "", "the last row of a smaller window")
        terminal.send("q")
        assert terminal.wait() == 0


@pytest.mark.case("F03")
def test_joiners_are_typed_into_a_note(terminal: Terminal) -> None:
    terminal.send("i\r👩\u200d💻 می\u200cخواهم\x13")
    terminal.wait_for("saved")
    terminal.send("\x1b")
    terminal.wait_without("Note, writing")
    terminal.send("Q")
    assert terminal.wait() == 0
    done = run("notes", "--format", "json")
    assert json.loads(done.stdout)["notes"][0]["text"] == "👩\u200d💻 می\u200cخواهم"
