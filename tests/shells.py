"""Real shells in a pseudo-terminal, with the completions installed as `completions --help` says."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.judges import program
from tests.output import run
from tests.terminal import PATIENCE, ROOT, Terminal

INTERACTIVE = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "zsh, sourced": ["-f", "-i"],
    "fish": ["-i"],
}
"""How each shell is started, without files of the reader's own."""
SET_UP = {
    "bash": "source {script}",
    "zsh": "fpath=({folder} $fpath); autoload -U compinit; compinit -u -D",
    "zsh, sourced": "autoload -U compinit; compinit -u -D; source {script}",
    "fish": "function fish_prompt; echo '$ '; end; function fish_right_prompt; end",
}
"""What is typed first."""
SCRIPTS = {
    "bash": "internet-plus.bash",
    "zsh": "_internet-plus",
    "zsh, sourced": "completions.zsh",
    "fish": "config/fish/completions/internet-plus.fish",
}
"""Name of the file with the completions, below the home."""


class Shell(Terminal):
    """A shell in which `internet-plus` writes down how it was called; where it is asked for completions, it answers."""

    def __init__(self, name: str, home: Path, folder: Path, **env: str) -> None:
        """Start a shell, and let it learn the completions.

        Args:
            name: A key of `INTERACTIVE`.
            home: The home folder, to be filled.
            folder: The folder to work in.
            env: More environment variables.
        """
        shell = program(name.split(",")[0], f"apt install {name.split(',')[0]}")
        self.called = home / "called"
        bin_ = home / "bin"
        bin_.mkdir(parents=True)
        script = home / SCRIPTS[name]
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(run("completions", name.split(",")[0]).stdout, encoding="utf-8")
        (bin_ / "internet-plus").write_text(
            '#!/bin/sh\nif [ -n "$_INTERNET_PLUS_COMPLETE" ]\n'
            f'then exec {sys.executable} {ROOT / "main.py"} "$@"\nfi\n'
            f"printf '%s\\0' \"$@\" > {self.called}.new; mv {self.called}.new {self.called}\n"
        )
        (bin_ / "internet-plus").chmod(0o755)
        # Without this folder fish begins with reading all manual pages.
        (home / "data/fish/generated_completions").mkdir(parents=True)
        folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        known = {"PATH": f"{bin_}:/usr/bin:/bin", "HOME": str(home), "PS1": "$ ", "LC_ALL": "C.UTF-8", **folders}
        super().__init__(command=[shell, *INTERACTIVE[name]], env=known | env, size=(110, 40))
        self.wait_for_rest()
        for line in (SET_UP[name].format(script=script, folder=home), f"cd {folder}", "clear"):
            self.send(f"{line}\r")
            self.wait_for_rest()

    def complete(self, line: str) -> list[str]:
        """Type a line, Tab and Enter; return the words with which the program was called."""
        self.called.unlink(missing_ok=True)
        self.send(f"{line}\t")
        self.wait_for_rest()
        self.send("\r")
        self.wait_until(self.called.exists, f"a call by {line!r}", PATIENCE / 3)
        # Until the prompt is there again, zsh takes a Tab for a character.
        self.wait_for_rest()
        return self.called.read_bytes().decode().split("\0")[:-1]

    def offers(self, line: str) -> str:
        """Type a line and Tab twice on an empty screen; return what it shows then."""
        self.send("clear\r")
        self.wait_for_rest()
        for keys in (f"{line}\t", "\t"):
            self.send(keys)
            text = self.wait_for_rest()
        # Escape closes the list of fish, ctrl+c leaves the line.
        for keys in ("\x1b", "\x03"):
            self.send(keys)
            self.wait_for_rest()
        return text
