"""Runs printing commands within the process of the tests: a start of Python costs more than what most of them do."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cli.entry import main


def run(*args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program with streams that are no terminal, and return what a process would leave.

    Streams that are closed, full or of another encoding, signals and what is imported need a process of their own.

    Args:
        args: The words of the command line.
        env: Variables that are set meanwhile.
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
