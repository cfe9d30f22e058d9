"""Folders and files whose names are not UTF-8, or hold signs that mean something elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plan_data.model.plan import Plan
from tests.made_up_copy import MadeUp
from tests.terminal import ROOT, Terminal

NAMES = [b"caf\xe9", b"a\nb", b"50%25 [x] #1?mode=ro&x", b"\xe7\xab\xa0" * 60]
LOCALES: list[dict[str, str]] = [{}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}]


@pytest.mark.case("F11")
@pytest.mark.parametrize("locale", LOCALES, ids=["utf-8", "ascii"])
@pytest.mark.parametrize("name", NAMES, ids=["byte", "line end", "signs", "long"])
def test_such_names_are_read_written_and_shown_escaped(tmp_path: Path, name: bytes, locale: dict[str, str]) -> None:
    top = os.fsencode(tmp_path) + b"/" + name
    os.mkdir(top)
    env = {k: v for k, v in os.environb.items() if not k.startswith(b"XDG_")} | {b"HOME": top}
    env |= {k.encode(): v.encode() for k, v in locale.items()}

    def run(*words: str | bytes, code: int = 0) -> subprocess.CompletedProcess[bytes]:
        done = subprocess.run([sys.executable, "main.py", *words], cwd=ROOT, env=env, capture_output=True)
        assert done.returncode == code, done.stderr
        for out in (done.stdout, done.stderr):
            out.decode()
            assert b"Traceback" not in out and b"UnicodeEncode" not in out
        return done

    plan = top + b"/plan"
    run("new", plan)
    assert run("new", plan, code=2).stderr.count(b"\n") >= 1
    os.link(plan + b"/sources/plan.yaml", plan + b"/sources/" + name + b".yaml")
    found = json.loads(run("check", plan, "--format", "json", code=1).stdout)["findings"]
    assert found and all("duplicate" in finding["code"] for finding in found)
    os.unlink(plan + b"/sources/" + name + b".yaml")
    run("--plan", plan, "tree")
    run("export", "md", "-o", top + b"/" + name + b".md", "--plan", plan)
    assert os.path.getsize(top + b"/" + name + b".md") > 100
    assert json.loads(run("paths", "--format", "json", "--plan", plan).stdout)["paths"]["plan"]
    assert run("paths", "--plan", plan).stdout.count(b"\n") == 5


@pytest.mark.case("F11")
@pytest.mark.parametrize("name", NAMES[:2], ids=["byte", "line end"])
def test_a_copy_of_such_a_name_is_attached(tmp_path: Path, plan: Plan, name: bytes) -> None:
    path = MadeUp(plan).write(tmp_path / os.fsdecode(name + b".txt"))
    lines = (
        ["attach", "guofa-2015-40", str(path)],
        ["show", "src.guofa-2015-40"],
        ["export", "html", "-o", "/dev/null"],
    )
    for line in lines:
        done = subprocess.run([sys.executable, "main.py", *line], cwd=ROOT, capture_output=True)
        assert done.returncode == 0 and b"Traceback" not in done.stderr, done.stderr


@pytest.mark.case("F11")
def test_notes_are_kept_on_a_plan_in_such_a_folder(tmp_path: Path) -> None:
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")
    command = [sys.executable, "main.py"]
    subprocess.run([*command, "new", folder], cwd=ROOT, check=True, capture_output=True)
    with Terminal("--plan", folder, "--at", "act.lending", size=(120, 30)) as terminal:
        terminal.wait_for("Lending")
        terminal.send("m")
        terminal.wait_for("Bookmark set")
        terminal.send("Q")
        assert terminal.wait() == 0
    done = subprocess.run([*command, "--plan", folder, "bookmarks"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0 and "act.lending" in done.stdout
