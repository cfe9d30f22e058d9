"""Runs the command line and returns what it prints."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cli.entry import main
from tests.terminal import ROOT


def run(*args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a printing command within the process of the tests, with streams that are no terminal.

    A start of Python takes longer than most commands. Tests of closed or full streams, other encodings, signals, moved
    keys and imports need a process of their own.

    Args:
        args: The words of the command line.
        env: Environment variables to set for this run.
    """
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        # Files and not StringIO: the program sets the errors of its streams, and gives their descriptors away.
        paths = [Path(folder, name) for name in ("stdout", "stderr")]
        for name, value in (env or {}).items():
            patch.setenv(name, value)
        patch.setattr("sys.stdin", io.StringIO())
        with paths[0].open("w", encoding="utf-8") as out, paths[1].open("w", encoding="utf-8") as err:
            patch.setattr("sys.stdout", out)
            patch.setattr("sys.stderr", err)
            code = main(list(args))
        return subprocess.CompletedProcess(args, code, *(path.read_text(encoding="utf-8") for path in paths))


def obey_interrupts() -> None:
    """Let a program that is about to start obey SIGINT: background jobs of a script inherit it as ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def shell(line: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in a folder; `$IP` is the program."""
    env = {**os.environ, "IP": f"{sys.executable} {ROOT / 'main.py'}"}
    return subprocess.run(["/bin/bash", "-c", line], cwd=folder, env=env, capture_output=True, text=True, timeout=60)
