"""`python -OO` drops docstrings and assertions: help is as ever."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.terminal import ROOT


@pytest.mark.case("F10", "B61")
@pytest.mark.parametrize("words", ["keys", "keys --format md", "--help", "tree --help", "paths --example"])
def test_help_without_docstrings(words: str) -> None:
    printed = [
        subprocess.run([sys.executable, *flag, "main.py", *words.split()], cwd=ROOT, capture_output=True, check=True)
        for flag in ([], ["-OO"])
    ]
    assert printed[0].stdout == printed[1].stdout and len(printed[0].stdout) > 300


@pytest.mark.case("F10")
def test_every_command_has_its_help_without_docstrings() -> None:
    code = (
        "from cli.app import COMMANDS, group\n"
        "from tui.commands import all_commands\n"
        "import sys\n"
        "bare = [c.id() for c in all_commands() if not c.help()]\n"
        "bare += [n for n in COMMANDS if not group.get_command(None, n).help]\n"
        "sys.exit(' '.join(bare) or 0)"
    )
    done = subprocess.run([sys.executable, "-OO", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
