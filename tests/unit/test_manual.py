"""The page for man: up to date, whole, and without a warning of those that read it."""

from __future__ import annotations

import re
import subprocess

from cli.app import COMMANDS
from docs import manual
from plan_data.version import VERSION
from tests.judges import program
from tui.commands.base import all_commands


def drawn(*words: str) -> str:
    """Return the page as a program draws it in 80 columns, without bold and underlined letters."""
    done = subprocess.run([*words, str(manual.PAGE)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return re.sub(r"\x1b\[[\d;]*m|.\x08", "", done.stdout)


def test_page_is_up_to_date() -> None:
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page(), "docs/internet-plus.1 is out of date: make man"


def test_mandoc_and_groff_have_no_complaint() -> None:
    lint = [program("mandoc", "apt install mandoc"), "-T", "lint", "-W", "style"]
    assert drawn(*lint) == ""
    assert drawn(program("groff", "apt install groff"), "-ww", "-z", "-man", "-Tutf8", "-K", "utf8") == ""


def test_page_has_every_command_key_and_exit_code() -> None:
    page = drawn(program("mandoc", "apt install mandoc"), "-T", "ascii")
    assert all(re.search(rf"^   {name}\b", page, re.MULTILINE) for name in COMMANDS)
    whole = "".join(page.split())
    assert all("".join(command.help("en").split()) in whole for command in all_commands() if command.keys)
    codes = page.partition("EXIT STATUS")[2].partition("ENVIRONMENT")[0]
    assert re.findall(r"^ +(\d+|128\+n) ", codes, re.MULTILINE) == ["0", "1", "2", "3", "70", "130", "128+n"]
    assert "NO_COLOR" in page and f"internet-plus {VERSION}" in page
    assert max(map(len, page.splitlines())) <= 80


def test_signs_that_roff_would_change_stay_as_they_are() -> None:
    """An example is copied from the page to a shell."""
    text = "'a' `b` ^c ~/d \\e \"f\" --g .h"
    page = f".TH X 1\n.EX\n{manual.escaped(text)}\n{manual.escaped('.i')}\n{manual.escaped(chr(39) + 'j')}\n.EE\n"
    done = subprocess.run(
        [program("groff", "apt install groff"), "-ww", "-man", "-Tutf8", "-K", "utf8"],
        input=page,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == "" and text in done.stdout and "\n.i\n'j\n" in done.stdout.replace("       ", "")
