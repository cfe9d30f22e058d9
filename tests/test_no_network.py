"""The program opens no connection; it starts no program but a browser for `o`, and bash to ask its version."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

WATCH = """
import sys
FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.sendto", "socket.bind", "urllib.",
    "http.client", "ftplib", "smtplib", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork",
    "webbrowser")
def watch(event, args):
    if event.startswith(FORBIDDEN):
        sys.stderr.write(f"FORBIDDEN {event} {args}\\n")
        sys.stderr.flush()
        import os
        os._exit(99)
sys.addaudithook(watch)
"""
PRINTING = """
import contextlib, io
from cli.app import COMMANDS, main
more = {"show": ["act.ai"], "find": ["rgzn"], "compare": ["act.ai", "act.energy"], "export": ["html"],
    "attach": ["src.000", "nowhere.txt"], "detach": ["src.000"], "new": ["/dev/null/x"], "completions": ["fish"]}
done = 0
for command in COMMANDS:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main([command, *more.get(command, [])])
    done += 1
print(done == len(COMMANDS))
"""
WALKING = """
import asyncio
from plan_data.folders import SHIPPED
from plan_data.loader import load
from tui.app import Explorer
async def walk():
    app = Explorer(load(SHIPPED))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("j", "l", "s", ".", "escape", "t", "escape", "a", "escape", "T", "escape", "S", "escape", "C",
                "escape", "b", "escape", "question_mark", "escape", "y", "escape", "L", "U", "U", "R", "E", "escape"):
            await pilot.press(key)
        await pilot.press("f", *"rengong", "enter")
        await pilot.pause(0.3)
        print(app.main.current == "act.ai")
asyncio.run(walk())
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WATCH + code], cwd=ROOT, capture_output=True, text=True)


def test_the_watch_would_see_it() -> None:
    for line in ("import socket; socket.create_connection(('127.0.0.1', 9))", "import os; os.system('true')"):
        assert run(line).returncode == 99


def test_no_printing_command_does() -> None:
    done = run(PRINTING)
    assert done.returncode == 0 and done.stdout.strip() == "True", done.stderr[-800:]


def test_the_explorer_does_not_either() -> None:
    done = run(WALKING)
    assert done.returncode == 0 and done.stdout.strip() == "True", done.stderr[-800:]
