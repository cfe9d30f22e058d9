"""Programs that show trees and tables in a terminal, beside ours: first frame, what they hold then, key to paint.

The peers are a usual Textual app (`Tree` and `Markdown`, the plan read by yaml.CSafeLoader), VisiData and fx on the
same nodes as JSON, and fzf on their titles. What is not on this machine is left out, and said to be.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.files import write_plan
from benchmarks.search import fzf_program, fzf_version, quantile
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.terminal import ROOT, Terminal

ROUNDS = 7
"""Times that each program is started, in turn with the others."""
NODES = 10_000
"""Nodes of the larger plan."""
_SIZE = (120, 40)
_PATIENCE = 60.0

USUAL = """
import sys
from pathlib import Path
import yaml
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Markdown, Tree


class Usual(App):
    CSS = "Tree { width: 46; } Markdown { width: 1fr; }"

    def compose(self):
        plan = yaml.load((Path(sys.argv[1]) / "plan.yaml").read_bytes(), Loader=yaml.CSafeLoader)
        tree = Tree(plan["root"]["title"]["en"], data=plan["root"])
        self.add(tree.root, plan["root"])
        tree.root.expand()
        yield Horizontal(tree, Markdown())

    def add(self, branch, node):
        for child in node.get("children", ()):
            label = child["title"].get("en") or child["title"].get("zh")
            if child.get("children"):
                self.add(branch.add(label, data=child), child)
            else:
                branch.add_leaf(label, data=child)

    def on_tree_node_highlighted(self, event):
        node = event.node.data
        summary = node.get("summary", {}).get("en", "")
        self.query_one(Markdown).update(f"# {event.node.label}\\n\\n`{node['id']}`\\n\\n{summary}")


Usual().run()
"""
"""What is written in an afternoon: a tree beside a page, each node's page made when it is highlighted."""


class Start(NamedTuple):
    """One start of a program."""

    frame: float
    """Milliseconds until the first frame."""
    memory: float
    """MiB that it holds then."""


class Program(NamedTuple):
    """A program, and how to tell that it shows something."""

    name: str
    """What it is called in the table."""
    command: Sequence[str]
    """How it is started."""
    shows: str
    """A text of its first frame."""


def start(program: Program) -> Start:
    """Start a program and end it at its first frame."""
    began = time.perf_counter()
    with Terminal(size=_SIZE, command=list(program.command), drawn=False) as terminal:
        while program.shows.encode() not in terminal.written:
            terminal.read_once(_PATIENCE)
            if time.perf_counter() - began > _PATIENCE:
                raise TimeoutError(f"{program.name} did not show {program.shows!r}")
        frame = (time.perf_counter() - began) * 1000
        return Start(frame, _held(terminal.pid))


def _held(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").split("\n")
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def key_to_paint(command: Sequence[str], first: str, steps: Sequence[tuple[str, str]]) -> list[float]:
    """Return the milliseconds from each key until what it leads to was written.

    Args:
        command: How the program is started.
        first: A text of its first frame.
        steps: Keys, each with the text that it leads to, not on the screen before.
    """
    found = []
    with Terminal(size=_SIZE, command=list(command), drawn=False) as terminal:
        while first.encode() not in terminal.written:
            terminal.read_once(_PATIENCE)
        terminal.wait_for_rest()
        for key, text in steps:
            began, before = time.perf_counter(), len(terminal.written)
            terminal.send(key)
            while text.encode() not in terminal.written[before:]:
                terminal.read_once(_PATIENCE)
            found.append((time.perf_counter() - began) * 1000)
            terminal.wait_for_rest()
    return found


def _programs(plan: Plan, folder: Path, home: Path) -> list[Program]:
    """Return the programs that are here, on one plan; their files are written into `home`."""
    usual = home / "usual.py"
    usual.write_text(USUAL.lstrip(), encoding="utf-8")
    first = plan.nodes[1].title.en
    rows = home / f"nodes-{len(plan.nodes)}.json"
    rows.write_text(
        json.dumps([{"title": node.title.en, "kind": node.kind, "id": node.id} for node in plan.nodes]),
        encoding="utf-8",
    )
    titles = home / f"titles-{len(plan.nodes)}.txt"
    titles.write_text("".join(f"{node.title.en}\n" for node in plan.nodes), encoding="utf-8")
    found = [
        Program("internet-plus, warm", [sys.executable, "main.py", "--plan", str(folder)], first),
        Program("a usual Textual app: Tree, Markdown, CSafeLoader", [sys.executable, str(usual), str(folder)], first),
    ]
    if shutil.which("vd"):
        found.append(Program(f"VisiData {_visidata()}", ["vd", str(rows)], first[:12]))
    if shutil.which("fx"):
        found.append(Program("fx", ["fx", str(rows)], "title"))
    if fzf_program():
        command = ["sh", "-c", f'exec "$0" < "{titles}"', fzf_program()]
        found.append(Program(f"fzf {fzf_version()}, titles alone", command, first))
    return found


def _visidata() -> str:
    done = subprocess.run(["vd", "--version"], capture_output=True, text=True, check=False)
    return done.stdout.rpartition("v")[2].strip()


def table(home: Path) -> list[str]:
    """Return the lines of the page about the peers; files are written into `home`."""
    shipped = load(SHIPPED)
    large = write_plan(home / "ten-thousand", NODES, shipped)
    lines = ["## The explorer and its peers", ""]
    lines += [f"Each program is started {ROUNDS} times, in turn with the others, at {_SIZE[0]}x{_SIZE[1]}; medians."]
    away = [name for name, there in (("VisiData", shutil.which("vd")), ("fx", shutil.which("fx"))) if not there]
    lines += [f"Not on this machine, and so not measured: {', '.join(away)}."] if away else []
    lines += ["", "| | nodes | first frame, ms | memory then, MiB |", "|---|---|---|---|"]
    for plan, folder in ((shipped, SHIPPED), (load(large), large)):
        programs = _programs(plan, folder, home)
        # Ours keeps its cache after the first start, once the files have been at rest for a moment.
        time.sleep(2.5)
        subprocess.run(
            [sys.executable, "main.py", "--plan", str(folder), "tree"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True
        )
        starts: dict[str, list[Start]] = {program.name: [] for program in programs}
        for _ in range(ROUNDS):
            for program in programs:
                starts[program.name].append(start(program))
        for name, all_ in starts.items():
            frame = statistics.median(one.frame for one in all_)
            memory = statistics.median(one.memory for one in all_)
            lines.append(f"| {name} | {len(plan.nodes):,} | {frame:.0f} | {memory:.0f} |")
    lines += ["", "Key to paint on the shipped plan, from the key until the card of the next entry was written:", ""]
    lines += ["| | p50 ms | p95 ms |", "|---|---|---|"]
    ids = ["requirements", "actions"] * 20
    usual = [sys.executable, str(home / "usual.py"), str(SHIPPED)]
    first = shipped.nodes[1].title.en
    kinds = {
        "internet-plus": ([sys.executable, "main.py", "--at", "actions"], [("k", ids[0]), ("j", ids[1])] * 20),
        "a usual Textual app: Tree, Markdown": (
            usual,
            [("\x1b[B", ids[0])] + [("\x1b[B", ids[1]), ("\x1b[A", ids[0])] * 20,
        ),
    }
    for name, (command, steps) in kinds.items():
        times = key_to_paint(command, first, steps)
        lines.append(f"| {name} | {statistics.median(times):.1f} | {quantile(times, 0.95):.1f} |")
    return [*lines, ""]


if __name__ == "__main__":
    import tempfile

    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("CONFIG", "DATA", "CACHE")})
        print("\n".join(table(Path(folder))))
