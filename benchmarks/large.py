"""A plan of 100,000 nodes: read cold, opened warm, searched, folded, held in memory; beside peers."""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.files import write_plan
from benchmarks.made_up import prefixes, queries
from benchmarks.search import EACH, SHOWN, quantile
from plan_data.cache.cached_plan import plan_file
from plan_data.errors import MAX_BYTES
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
NODES = 100_000
ROUNDS = 9
"""Times that what is quick is measured, in turn with its peers."""
COLD_ROUNDS = 3
"""The same of what takes a minute."""
_SIZE = (120, 40)
_TITLE = b"A made-up plan"

_PEER = """
import sys, yaml
from pathlib import Path
folder = Path(sys.argv[1])
for path in [folder / "plan.yaml", folder / "agencies.yaml", *(folder / "sources").glob("*.yaml")]:
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
_READY = """
import sys, time
from pathlib import Path
from plan_data.cache.cached_plan import open_plan
from plan_data.loading import collector
collector.hold_off()
plan = open_plan(Path(sys.argv[1]), max_bytes=2**26)
import plan_data.search
start = time.perf_counter(); plan_data.search.SearchIndex(plan).search("da"); print(time.perf_counter() - start)
"""
_CARD = """
import sys, time
from pathlib import Path
from plan_data.cache.cached_plan import open_plan
from plan_data.loading import collector
from widgets.render.cards import node_card
collector.hold_off()
plan = open_plan(Path(sys.argv[1]), max_bytes=2**26)
node_card(plan, "root", "en", width=76)
start = time.perf_counter(); node_card(plan, "org.b0", "en", width=76); print(time.perf_counter() - start)
"""


class Cold(NamedTuple):
    """A start of the explorer on a plan that was never read."""

    ready: float
    """Seconds until its outline can be walked."""
    indexed: float
    """Seconds until its index file is there."""
    keys: list[float]
    """Milliseconds from a key to the first byte of its answer, while the index file is made."""
    memory: float
    """MiB of the explorer at its peak, without the process that makes the file."""


def cold(folder: Path) -> Cold:
    """Start the explorer without an index file, and walk until there is one."""
    file = plan_file(folder, MAX_BYTES)
    file.discard()
    assert file.path is not None
    began = time.perf_counter()
    with Terminal("--plan", str(folder), size=_SIZE, drawn=False) as terminal:
        while _TITLE not in terminal.written:
            terminal.read_once(120)
        ready, keys = time.perf_counter() - began, []
        while not file.path.exists():
            keys.append(_answered(terminal, "k" if len(keys) % 2 else "j"))
        return Cold(ready, time.perf_counter() - began, keys, _status(terminal.pid, "VmHWM"))


def _answered(terminal: Terminal, key: str) -> float:
    """Press a key; return the milliseconds until the first byte of the answer."""
    while terminal.read_once(0.1) and terminal.unread():
        pass
    began, before = time.perf_counter(), len(terminal.written)
    terminal.send(key)
    while len(terminal.written) == before:
        terminal.read_once(60)
    return (time.perf_counter() - began) * 1000


def peer(folder: Path) -> float:
    """Return the seconds that a process takes that reads the same files by CSafeLoader and keeps nothing."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", _PEER, str(folder)], cwd=ROOT, check=True)
    return time.perf_counter() - began


def warm_memory(folder: Path) -> float:
    """Return the MiB of the explorer at its peak, opened warm, after a search and the card of a body."""
    with Terminal("--plan", str(folder), size=_SIZE) as terminal:
        terminal.wait_for(_TITLE.decode())
        for keys, shows in (("fsmart dat", "found"), ("\r", "Card"), ("forg.b0", "found"), ("\r", "org.b0")):
            terminal.send(keys)
            terminal.wait_for(shows)
            terminal.wait_for_rest()
        return _status(terminal.pid, "VmHWM")


def first_frame(*words: str, shows: str) -> float:
    """Return the milliseconds from start until a text was written to the terminal."""
    start = time.perf_counter()
    with Terminal(size=_SIZE, command=[sys.executable, *words], drawn=False) as terminal:
        while shows.encode() not in terminal.written:
            terminal.read_once(120)
        return (time.perf_counter() - start) * 1000


def _status(pid: int, name: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().split("\n"):
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    raise KeyError(name)


def keystrokes(plan: Plan) -> list[float]:
    """Return the milliseconds of each keystroke of queries for the titles of a plan, letter by letter."""
    index = SearchIndex(plan).open()
    found = []
    for text in dict.fromkeys(text for query in queries(plan, EACH) for text in prefixes(query.text)):
        start = time.perf_counter()
        index.search(text, SHOWN)
        found.append((time.perf_counter() - start) * 1000)
    return found


async def folds(folder: Path) -> dict[str, float]:
    """Return the milliseconds of CPU for folding one branch and unfolding all, in our outline and in textual's Tree."""
    from textual.app import App, ComposeResult
    from textual.widgets import Tree

    from tui.app import Explorer
    from tui.userdata.options import Options

    plan = load(folder)
    found: dict[str, float] = {}

    def timed(name: str, work: object) -> None:
        start = time.process_time()
        work()  # type: ignore[operator]
        found[name] = (time.process_time() - start) * 1000

    app = Explorer(plan, Options())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        outline = app.main.outline
        timed("ours, unfold all", lambda: outline.set_open_below("root", True))
        times = []
        for opened in (False, True) * 5:
            timed("toggle", lambda opened=opened: outline.set_open(["act.a5"], opened))
            times.append(found.pop("toggle"))
        found["ours, fold or unfold"] = statistics.median(times)

    class Peer(App[None]):
        def compose(self) -> ComposeResult:
            tree: Tree[str] = Tree("root")
            at = {plan.root.id: tree.root}
            for node in plan.nodes[1:]:
                above = at[node.parent]
                at[node.id] = above.add(node.title.en) if node.children else above.add_leaf(node.title.en)
            self.branch = at["act.a5"]
            yield tree

    peer = Peer()
    async with peer.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        start = time.process_time()
        peer.query_one(Tree).root.expand_all()
        await pilot.pause()
        found["textual Tree, unfold all"] = (time.process_time() - start) * 1000
        times = []
        for _ in range(4):
            start = time.process_time()
            peer.branch.toggle()
            await pilot.pause()
            times.append((time.process_time() - start) * 1000)
        found["textual Tree, fold or unfold"] = statistics.median(times)
    return found


def table(minimal: str) -> list[str]:
    """Return the lines of the page about the large plan; `minimal` is a file with the least Textual app."""
    home = Path(tempfile.mkdtemp())
    os.environ.update({f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE")})
    folder = write_plan(home / "plan", NODES, load(SHIPPED))
    plan, main = str(folder), [sys.executable, "main.py"]

    def inside(code: str) -> float:
        done = subprocess.run([sys.executable, "-c", code, plan], cwd=ROOT, capture_output=True, check=True)
        return float(done.stdout) * 1000

    def whole(*words: str) -> float:
        start = time.perf_counter()
        subprocess.run([*main, *words, "--plan", plan], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        return (time.perf_counter() - start) * 1000

    quick: dict[str, Callable[[], float]] = {
        "first frame, warm": lambda: first_frame("main.py", "--plan", plan, shows=_TITLE.decode()),
        "first frame, minimal Textual app": lambda: first_frame(minimal, shows="ready to be read"),
        "search index ready, warm": lambda: inside(_READY),
        "card of a body of 11 duties": lambda: inside(_CARD),
        "internet-plus show act.a5": lambda: whole("show", "act.a5"),
        "internet-plus show org.b0": lambda: whole("show", "org.b0"),
        "internet-plus find logistics -n 10": lambda: whole("find", "logistics", "-n", "10"),
        "internet-plus agencies": lambda: whole("agencies"),
    }
    times: dict[str, list[float]] = {name: [] for name in quick}
    try:
        starts, peers = [], []
        for _ in range(COLD_ROUNDS):
            peers.append(peer(folder))
            starts.append(cold(folder))
        for _ in range(ROUNDS):
            for name, measure in quick.items():
                times[name].append(measure())
        held = warm_memory(folder)
        stored = plan_file(folder, MAX_BYTES).read()
        assert stored is not None
        typed = keystrokes(stored)
        fold = asyncio.run(folds(folder))
    finally:
        shutil.rmtree(home, ignore_errors=True)
    median = {name: statistics.median(each) for name, each in times.items()}
    ready, indexed = (statistics.median(each) for each in zip(*(start[:2] for start in starts), strict=True))
    alone = statistics.median(peers)
    walked = [key for start in starts for key in start.keys]
    peak = max(start.memory for start in starts)
    frame = median["first frame, warm"] / median["first frame, minimal Textual app"]
    share = fold["ours, fold or unfold"] / fold["textual Tree, fold or unfold"]
    shell = max(each for name, each in median.items() if name.startswith("internet-plus"))
    return [
        f"## A plan of {NODES:,} nodes",
        "",
        "Made up, with a summary and two quotes for each node (`benchmarks/files.py`). Cold: it was never read, so",
        "the explorer reads it, and so does another process that makes its index file. Warm: that file is there.",
        f"What takes a minute was measured {COLD_ROUNDS} times, the rest {ROUNDS} times, in turn; medians.",
        "",
        "| cold | |",
        "|---|---|",
        f"| yaml.CSafeLoader alone on the same files, whole process | {alone:.1f} s |",
        f"| ready to walk, all checks on | {ready:.1f} s |",
        f"| index file made | {indexed:.1f} s |",
        f"| key to its answer while the file is made, p95 of {len(walked)} keys | {quantile(walked, 0.95):.0f} ms |",
        f"| memory of the explorer at its peak | {peak:.0f} MiB |",
        "",
        "| warm | ms |",
        "|---|---|",
        *(f"| {name} | {each:.0f} |" for name, each in median.items()),
        f"| search, p50 of {len(typed)} keystrokes | {statistics.median(typed):.1f} |",
        f"| search, p95 | {quantile(typed, 0.95):.1f} |",
        f"| fold or unfold an action of 9,091 nodes with all unfolded | {fold['ours, fold or unfold']:.2f} |",
        f"| the same in textual's Tree | {fold['textual Tree, fold or unfold']:.0f} |",
        f"| unfold all | {fold['ours, unfold all']:.0f} |",
        f"| the same in textual's Tree | {fold['textual Tree, unfold all']:.0f} |",
        "",
        f"The explorer opened warm held {held:.0f} MiB at its peak, after a search and the card of a body.",
        "",
        "| goal | is | met |",
        "|---|---|---|",
        goal("ready to walk, cold, against CSafeLoader alone <= 0.30", ready / alone, 0.30),
        goal("indexed, cold, against CSafeLoader alone <= 0.65", indexed / alone, 0.65),
        goal("memory, cold, <= 300 MiB", peak, 300),
        goal("p95 of a key while the index file is made <= 50 ms", quantile(walked, 0.95), 50),
        goal("first frame, warm, against a minimal Textual app <= 1.25", frame, 1.25),
        goal("index ready, warm, <= 100 ms", median["search index ready, warm"], 100),
        goal("p95 of a keystroke <= 22 ms", quantile(typed, 0.95), 22),
        goal("card of a body <= 50 ms", median["card of a body of 11 duties"], 50),
        goal("`show`, `find`, `agencies` <= 500 ms", shell, 500),
        goal("memory, warm, <= 150 MiB", held, 150),
        goal("fold or unfold against textual's Tree <= 0.03", share, 0.03),
    ]


def goal(name: str, value: float, most: float) -> str:
    """Return a row with a goal, what it is, and whether it is met."""
    shown = f"{value:.0f}" if most >= 20 else f"{value:.4f}" if value < 0.01 else f"{value:.2f}"
    return f"| {name} | {shown} | {'yes' if value <= most else 'no'} |"
