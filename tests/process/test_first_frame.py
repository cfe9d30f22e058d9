"""What the program loads before its first frame stands."""

from __future__ import annotations

import re
import sys

import pytest

from tests.output import run
from tests.terminal import Terminal

UNUSED = {"yaml", "tomllib", "textual.widgets._text_area", "tui.panes.find_line", "plan_data.loading.parsers"}
"""Modules that take time to load and have nothing on the first frame of a plan that is in the cache."""


def loaded(*args: str) -> set[str]:
    """Return the modules that are loaded when the first frame of the shipped plan stands."""
    assert run("tree").returncode == 0
    command = [sys.executable, "-X", "importtime", "main.py", *args]
    with Terminal(size=(120, 40), command=command, drawn=False) as terminal:
        terminal.wait_until(lambda: b"Artificial intelligence" in terminal.written, "the first frame")
        found = re.findall(rb"import time:[ \d]+\|[ \d]+\| +([\w.]+)", terminal.written)
        return {name.decode() for name in found}


@pytest.mark.parametrize("args", [(), ("--lang", "en")])
def test_first_frame_loads_nothing_that_it_does_not_use(args: tuple[str, ...]) -> None:
    modules = loaded(*args)
    assert "tui.screens.main" in modules
    assert not modules & UNUSED
