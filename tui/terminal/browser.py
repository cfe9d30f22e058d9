"""Opening an address in the reader's browser. Loads no textual.

Textual 8.2.8 calls `webbrowser.open` on the event loop: a browser that has to start blocks the keys, its output is
written over the screen, and a browser for terminals reads the keys. Here a browser gets no terminal, and runs in a
thread.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from plan_data.labels import answers
from plan_data.labels.reasons import reason_of
from plan_data.model.pair import Pair

STARTS = 2.0
"""Seconds after which a browser that still runs counts as opened."""
IN_TERMINAL = {"w3m", "lynx", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl", "cha", "edbrowse"}
"""Browsers that need the terminal, which the explorer has."""
IN_WINDOW = ("x-www-browser", "firefox", "google-chrome", "chrome", "chromium", "chromium-browser", "microsoft-edge",
    "brave-browser", "vivaldi", "opera", "konqueror", "epiphany", "falkon")  # fmt: skip
"""Browsers with a window of their own, in the order in which they are looked for."""


class Outcome(NamedTuple):
    """The result of opening an address."""

    opened: bool
    """Whether a browser exited with 0, or still runs after `STARTS` seconds."""
    why: Pair = Pair()
    """Why none did, as a sentence for the reader."""


def commands(address: str, environ: Mapping[str, str], platform: str = sys.platform) -> tuple[list[list[str]], str]:
    """Return the commands that may open an address, in their order, and the first name that needs the terminal or "".

    `BROWSER` comes first, as Python's `webbrowser` reads it: names or commands set off by colons, `%s` for the address.
    If it names a browser for terminals, no other is looked for: the reader has chosen.
    """
    found: list[list[str]] = []
    barred = ""
    for part in environ.get("BROWSER", "").split(os.pathsep):
        if words := _words(part.strip(), address, environ):
            name = PurePath(words[0]).name
            if name in IN_TERMINAL:
                barred = barred or name
            else:
                found.append(words)
    if barred:
        return found, barred
    if platform == "darwin":
        found.append(["open", address])
    elif environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        names = ("xdg-open", *IN_WINDOW)
        found += [[name, address] for name in names if shutil.which(name, path=environ.get("PATH"))]
    return found, barred


def _words(part: str, address: str, environ: Mapping[str, str]) -> list[str]:
    """Return an entry of `BROWSER` as a command; [] for an empty one."""
    if "%s" not in part and shutil.which(part, path=environ.get("PATH")):
        # A name or a path, which may contain blanks.
        return [part, address]
    try:
        words = shlex.split(part)
    except ValueError:
        words = [part]
    if words and words[-1] == "&":
        words.pop()
    if not words:
        return []
    return [word.replace("%s", address) for word in words] if "%s" in part else [*words, address]


def open_address(address: str, environ: Mapping[str, str], report: Callable[[Outcome], None]) -> None:
    """Try the browsers one after the other, and report the result. It blocks, so call it in a thread.

    Args:
        address: The address; anything but http and https is refused.
        environ: The environment, for `BROWSER`, `DISPLAY`, `WAYLAND_DISPLAY` and `PATH`.
        report: Called once with the result. After that the function waits for a browser that still runs, so that
            no zombie process remains.
    """
    if not address.startswith(("http://", "https://")):
        report(Outcome(False, answers.NO_WEB_ADDRESS))
        return
    to_try, barred = commands(address, environ)
    failed: list[Pair] = []
    for words in to_try:
        name = PurePath(words[0]).name
        # If xdg-open finds no other browser, it runs one for terminals, which has no terminal here.
        env = {**environ, "BROWSER": os.pathsep.join(IN_WINDOW)} if name == "xdg-open" else dict(environ)
        null = subprocess.DEVNULL
        try:
            started = subprocess.Popen(words, stdin=null, stdout=null, stderr=null, env=env, start_new_session=True)
        except (OSError, ValueError) as error:
            failed.append(answers.FAILURES["reason"].format(name=name, why=reason_of(error)))
            continue
        try:
            code = started.wait(STARTS)
        except subprocess.TimeoutExpired:
            report(Outcome(True))
            started.wait()
            return
        if code == 0:
            report(Outcome(True))
            return
        failed.append(answers.FAILURES["code" if code > 0 else "signal"].format(name=name, code=abs(code)))
    if failed:
        report(Outcome(False, answers.BROWSERS_FAILED.format(failed=answers.BETWEEN_FAILURES.join(failed))))
    elif barred:
        report(Outcome(False, answers.TEXT_BROWSER.format(name=barred)))
    else:
        report(Outcome(False, answers.NO_BROWSER))
