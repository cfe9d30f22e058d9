"""The program opens no connection; it starts no program but a browser for `o`, and bash to ask its version.

The one exception is the request for an official page, after the reader said yes to it: `attach --fetch` and `A` in the
explorer (`plan_data/copies/page_request.py`). Processes are watched here; within the tests' own process
`tests/network_guard.py` watches every test.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from plan_data.model.plan import Plan
from tests.made_up_copy import DOCUMENT, MadeUp

ROOT = Path(__file__).parents[2]

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
with contextlib.redirect_stderr(io.StringIO()) as told:
    # Nobody is there to say yes.
    assert main(["attach", "src.guofa-2015-40", "--fetch"]) == 2 and "--yes" in told.getvalue()
for command in COMMANDS:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main([command, *more.get(command, [])])
    done += 1
print(done == len(COMMANDS))
"""
WALKING = """
import asyncio
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from tui.app import Explorer
from tui.userdata.options import Options
async def walk():
    app = Explorer(load(SHIPPED), Options())
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("j", "l", "s", ".", "escape", "t", "escape", "a", "escape", "T", "escape", "S", "escape", "C",
                "escape", "b", "escape", "question_mark", "escape", "A", "escape", "A", "g", "A", "enter", "y",
                "escape", "L", "U", "U", "R", "E", "escape"):
            await pilot.press(key)
        await pilot.press("f", *"rengong", "enter")
        await pilot.pause()
        print(app.main.current == "act.ai")
asyncio.run(walk())
"""


NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "poplib",
    "imaplib",
    "socketserver",
    "xmlrpc",
}
"""Modules of the standard library with which a program opens connections."""
REQUEST = {f"plan_data/copies/page_{name}.py" for name in ("request", "connection", "body")}
"""The files of the one request."""


def test_nothing_but_the_request_can_open_a_connection() -> None:
    """No other module loads what connections are opened with."""
    found = set()
    for room in ("cli", "plan_data", "tui", "widgets"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and node.module:
                    names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
                if any(name in NETWORK or name.partition(".")[0] in NETWORK for name in names):
                    found.add(path.relative_to(ROOT).as_posix())
    assert found == REQUEST


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WATCH + code], cwd=ROOT, capture_output=True, text=True)


def test_the_watch_would_see_it() -> None:
    for line in ("import socket; socket.create_connection(('127.0.0.1', 9))", "import os; os.system('true')"):
        assert run(line).returncode == 99


@pytest.mark.case("N3")
def test_no_printing_command_does() -> None:
    done = run(PRINTING)
    assert done.returncode == 0 and done.stdout.strip() == "True", done.stderr[-800:]


@pytest.mark.case("N3")
def test_the_explorer_does_not_either() -> None:
    done = run(WALKING)
    assert done.returncode == 0 and done.stdout.strip() == "True", done.stderr[-800:]


ATTACHING = """
def look(event, args):
    if event == "open" and isinstance(args[0], str) and args[0].endswith(SECRET):
        sys.stderr.write("FORBIDDEN open")
        sys.stderr.flush()
        import os
        os._exit(99)
sys.addaudithook(look)
import asyncio
from cli.app import main
from plan_data.copies.opening import load_with_copies
from plan_data.errors import MAX_BYTES
from plan_data.folders import SHIPPED
from tui.app import Explorer
from tui.userdata.options import Options
print(main(["attach", DOCUMENT, PAGE, "--format", "json"]))
async def walk():
    app = Explorer(load_with_copies(SHIPPED, max_bytes=MAX_BYTES)[0], Options(at="act.ai.1"))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("s", "j", "enter", "escape", "y", "q", "S", "escape"):
            await pilot.press(key)
asyncio.run(walk())
"""
EVIL = """<script src="http://127.0.0.1:9/a.js"></script><script>fetch("http://127.0.0.1:9/")</script>
<img src="http://127.0.0.1:9/b.png" onerror="alert(1)"><iframe src="file:///{secret}"></iframe>
<link rel="stylesheet" href="http://127.0.0.1:9/c.css"><meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/">
<object data="file://{secret}"></object><xi:include href="{secret}" parse="text"/><!--#include file="{secret}"-->
<p>&outside; javascript:alert(1)</p><a href="javascript:alert(2)">x</a>"""


@pytest.mark.case("N4")
def test_an_attached_page_runs_nothing_and_fetches_nothing(plan: Plan, tmp_path: Path) -> None:
    """GIVEN a page full of what a browser would load, WHEN it is attached and read, THEN only its text is there."""
    secret = tmp_path / "secret.txt"
    secret.write_text("QXSECRETXQ", encoding="utf-8")
    page = tmp_path / "page.html"
    text = MadeUp(plan, form="p", page=True).data.decode("utf-8")
    head, _, rest = text.partition("<html>")
    doctype = f'<!DOCTYPE html [<!ENTITY outside SYSTEM "file://{secret}">]>\n'
    evil = EVIL.replace("{secret}", str(secret))
    page.write_text(doctype + "<html>" + rest.replace("<body>", f"<body>{evil}", 1), encoding="utf-8")
    head = f"SECRET, DOCUMENT, PAGE = {secret.name!r}, {DOCUMENT!r}, {str(page)!r}\n"
    done = run(head + ATTACHING)
    assert done.returncode == 0, done.stderr[-800:]
    assert "QXSECRETXQ" not in done.stdout
    told = json.loads(done.stdout[: done.stdout.rindex("}") + 1])
    assert told and done.stdout.rstrip().endswith("0")
