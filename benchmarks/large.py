"""A plan of 100,000 nodes: read cold, opened warm, folded, held in memory; each beside a peer where there is one."""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.files import write_plan
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
NODES = 100_000

_READ = """
import gc, resource, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
if sys.argv[2] == "ours":
    gc.disable()
    from plan_data.loading.loader import load
    start = time.process_time()
    plan = load(folder)
else:
    import yaml
    start = time.process_time()
    files = [folder / "plan.yaml", folder / "agencies.yaml", *(folder / "sources").glob("*.yaml")]
    trees = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in files]
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_KEEP = """
import sys
from pathlib import Path
from plan_data.loading.cache import keep
from plan_data.loading.loader import load
from plan_data.loading.signature import signature
folder = Path(sys.argv[1])
keep(load(folder), signature(folder))
"""


def read(folder: Path, who: str) -> tuple[float, float]:
    """Return the CPU seconds that reading takes in a fresh process, and the MiB at its peak."""
    words = [sys.executable, "-c", _READ, str(folder), who]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def first_frame(*words: str, shows: str) -> float:
    """Return the milliseconds from start until a text was written to the terminal."""
    start = time.perf_counter()
    with Terminal(size=(120, 40), command=[sys.executable, *words], drawn=False) as terminal:
        while shows.encode() not in terminal.written:
            terminal.read_once(120)
        return (time.perf_counter() - start) * 1000


def memory(folder: Path, seconds: float) -> tuple[float, float]:
    """Return the MiB of the explorer when its first frame stands, and at its peak when its index is made."""
    with Terminal("--plan", str(folder), size=(120, 40), drawn=False) as terminal:
        while b"A made-up plan" not in terminal.written:
            terminal.read_once(120)
        first = _status(terminal.pid, "VmHWM")
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            terminal.read_once(0.05)
        return first, _status(terminal.pid, "VmHWM")


def _status(pid: int, name: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().split("\n"):
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    raise KeyError(name)


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
    try:
        ours, ours_peak = read(folder, "ours")
        peer, peer_peak = read(folder, "peer")
        cold, cold_peak = memory(folder, 45)
        subprocess.run([sys.executable, "-c", _KEEP, str(folder)], cwd=ROOT, check=True)
        frames: dict[str, list[float]] = {"warm": [], "minimal": []}
        for _ in range(9):
            frames["warm"].append(first_frame("main.py", "--plan", str(folder), shows="A made-up plan"))
            frames["minimal"].append(first_frame(minimal, shows="ready to be read"))
        warm, least = (statistics.median(frames[name]) for name in ("warm", "minimal"))
        fold = asyncio.run(folds(folder))
    finally:
        shutil.rmtree(home, ignore_errors=True)
    share = fold["ours, fold or unfold"] / fold["textual Tree, fold or unfold"]
    return [
        f"## A plan of {NODES:,} nodes",
        "",
        "Made up, with a summary and two quotes for each node (`benchmarks/files.py`). Reading is measured once, in",
        "CPU seconds.",
        "",
        "| | ours | peer |",
        "|---|---|---|",
        f"| read cold, all checks on; CSafeLoader on the same files | {ours:.1f} s | {peer:.1f} s |",
        f"| peak while reading | {ours_peak:.0f} MiB | {peer_peak:.0f} MiB |",
        f"| first frame, warm; minimal Textual app | {warm:.0f} ms | {least:.0f} ms |",
        f"| fold or unfold an action of 9,091 nodes in the outline with all unfolded; textual's Tree "
        f"| {fold['ours, fold or unfold']:.2f} ms | {fold['textual Tree, fold or unfold']:.0f} ms |",
        f"| unfold all | {fold['ours, unfold all']:.0f} ms | {fold['textual Tree, unfold all']:.0f} ms |",
        f"| memory of the explorer, opened cold: at the first frame, at its peak with the search index | {cold:.0f}, "
        f"{cold_peak:.0f} MiB | - |",
        "",
        "| goal | is | met |",
        "|---|---|---|",
        _goal("cold read against CSafeLoader alone <= 0.30", ours / peer, 0.30),
        _goal("first frame, warm, against a minimal Textual app <= 1.25", warm / least, 1.25),
        _goal("fold or unfold against textual's Tree <= 0.03", share, 0.03),
        _goal("memory, cold, <= 350 MiB", cold_peak, 350),
    ]


def _goal(name: str, value: float, most: float) -> str:
    shown = f"{value:.0f} MiB" if most > 100 else f"{value:.4f}" if value < 0.01 else f"{value:.2f}"
    return f"| {name} | {shown} | {'yes' if value <= most else 'no'} |"
