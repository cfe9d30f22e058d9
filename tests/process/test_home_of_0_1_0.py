"""The home of a reader of 0.1.0, opened by the explorer: nothing of it is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.terminal import ROOT, Terminal

HOME = ROOT / "tests" / "data" / "home-0.1.0"


@pytest.mark.case("K05")
def test_explorer_takes_up_what_a_reader_of_0_1_0_left(tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(HOME, home)
    folders = (("CONFIG", ".config"), ("DATA", ".local/share"), ("CACHE", ".cache"), ("STATE", ".local/state"))
    env = {"HOME": str(home), **{f"XDG_{name}_HOME": str(home / folder) for name, folder in folders}}
    with Terminal(size=(120, 36), env=env) as terminal:
        # Place, folds, language, signs, the attached copy.
        for text in (
            "8 E-commerce  “",
            "- Targets",
            "+ Timeline",
            "L both",
            "heading and bodies found in your copy",
            " V",
        ):
            terminal.wait_for(text)
        # The ground of `paper`.
        assert b"48;2;250;247;239" in terminal.written
        # The history.
        terminal.send("[")
        terminal.wait_for("E-commerce volume by the end of 2016")
        terminal.send("]")
        terminal.wait_for("heading and bodies found")
        # Two moved keys.
        terminal.send("xx")
        terminal.wait_for("quote 2 of 28")
        terminal.send("\x1b\x1bB")
        terminal.wait_for("Bookmark set")
        terminal.send("b")
        screen = terminal.wait_for("谁出钱？")
        assert (
            "Who pays for the core AI technology?" in screen
            and "No. 1 document of 2016" in screen
            and "National Development and Reform Commission" in screen
        )
        terminal.send("Q")
        assert terminal.wait() == 0
