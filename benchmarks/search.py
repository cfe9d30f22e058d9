"""Measure the search against its peers, on the shipped plan and on made-up ones: `python -m benchmarks.search`.

fzf is taken from the PATH, or from where the variable FZF says; without it its rows are left out, and said to be.
"""

from __future__ import annotations

import datetime
import fcntl
import gc
import os
import platform
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import termios
import time
from array import array
from collections.abc import Callable, Sequence, Set
from importlib.metadata import version
from typing import Any, NamedTuple, Protocol

from benchmarks.made_up import CLASSES, PINYIN, Query, line, made_up, names_of, prefixes, queries
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.entities import Node
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex

SIZES = (10_000, 100_000)
"""Nodes of the made-up plans."""
EACH = 12
"""Queries of each class."""
SAMPLED = 60
"""Keystrokes that are timed of a finder that takes long, at most, evenly over all; the others are all timed."""


SHOWN = 60
"""Hits that are asked for, as the jump box does."""
_PATIENCE = 30.0
"""Seconds until a finder counts as stuck."""
_BELL = b"\a"
_CLEAR = b"\x15"


class Finder(Protocol):
    """Something that finds lines."""

    @property
    def name(self) -> str:
        """What it is called in the table."""

    @property
    def slow(self) -> bool:
        """Whether only some keystrokes are timed."""

    @property
    def speaks(self) -> bool:
        """Whether it knows pinyin."""

    def type_in(self, text: str, timed: Set[str]) -> list[float]:
        """Type a text; return the milliseconds of each keystroke after which one of `timed` stands in the box."""

    def first(self, text: str) -> int:
        """Return the place of the node that comes first, or -1."""

    def close(self) -> None:
        """End what runs."""


class _Called:
    """A finder that is called with the whole text at each key."""

    name = ""
    slow = False
    speaks = False

    def type_in(self, text: str, timed: Set[str]) -> list[float]:
        found = []
        for typed in prefixes(text):
            if typed in timed:
                start = time.perf_counter()
                self.first(typed)
                found.append((time.perf_counter() - start) * 1000)
        return found

    def first(self, text: str) -> int:
        raise NotImplementedError

    def close(self) -> None:
        pass


class Ours(_Called):
    """The index of the program. It remembers answers, so that each text is to be timed once only."""

    name = "internet-plus"
    speaks = True

    def __init__(self, plan: Plan) -> None:
        """Make the index."""
        start = time.perf_counter()
        self._index = SearchIndex(plan).open()
        self.made_in = (time.perf_counter() - start) * 1000
        """Milliseconds."""
        self._places = plan.index

    def first(self, text: str) -> int:
        """See `Finder`."""
        hits = self._index.search(text, SHOWN)
        return self._places[hits[0].id] if hits else -1


class Rapidfuzz(_Called):
    """All lines, by one of rapidfuzz's scorers."""

    slow = True

    def __init__(self, plan: Plan, scorer: str) -> None:
        """Take the lines in lower case, which spares the scorer that work."""
        from rapidfuzz import fuzz, process

        self.name = f"rapidfuzz {scorer}"
        self._scorer: Callable[..., float] = getattr(fuzz, scorer)
        self._extract: Callable[..., Any] = process.extract
        self._lines = [line(node).lower() for node in plan.nodes]

    def first(self, text: str) -> int:
        """See `Finder`."""
        found = self._extract(text, self._lines, scorer=self._scorer, limit=SHOWN)
        return int(found[0][2]) if found else -1


class Textual(_Called):
    """All names, by the matcher of textual's own palette.

    Each name alone: on a whole line of the shipped plan one call of it took 289 seconds.
    """

    name = "textual.fuzzy.Matcher, name by name"
    slow = True

    def __init__(self, plan: Plan) -> None:
        """Take the names."""
        self._names = [(name, place) for place, node in enumerate(plan.nodes) for name in names_of(node)]

    def first(self, text: str) -> int:
        """See `Finder`."""
        from textual.fuzzy import Matcher

        match = Matcher(text).match
        best, at = 0.0, -1
        for name, place in self._names:
            score = match(name)
            if score > best:
                best, at = score, place
        return at


def fzf_program() -> str:
    """Return the path of fzf, or ""."""
    return os.environ.get("FZF") or shutil.which("fzf") or ""


def fzf_version() -> str:
    """Return the version of fzf, or ""."""
    program = fzf_program()
    if not program:
        return ""
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[0]


# The place of the node stands before each line, and is not searched.
_COLUMNS = ["--delimiter=\t", "--nth=2.."]


def _numbered(plan: Plan) -> bytes:
    return "".join(f"{n}\t{line(node)}\n" for n, node in enumerate(plan.nodes)).encode()


class Fzf(_Called):
    """A new `fzf --filter` for each key, which writes all that it finds."""

    name = "fzf --filter, a process each"
    slow = True

    def __init__(self, plan: Plan, program: str) -> None:
        """Write the lines into a file."""
        self._command = [program, *_COLUMNS]
        self._file = os.memfd_create("lines")
        with open(self._file, "wb", closefd=False) as file:
            file.write(_numbered(plan))

    def first(self, text: str) -> int:
        """See `Finder`."""
        os.lseek(self._file, 0, os.SEEK_SET)
        done = subprocess.run([*self._command, "--filter", text], stdin=self._file, capture_output=True, check=False)
        number = done.stdout.partition(b"\t")[0]
        return int(number) if number else -1

    def close(self) -> None:
        """See `Finder`."""
        os.close(self._file)


class FzfKept:
    """One fzf on a pseudo-terminal; each key is timed until it rings the bell, its result being complete."""

    name = "fzf kept running"
    slow = False
    speaks = False

    def __init__(self, plan: Plan, command: Sequence[str]) -> None:
        """Start it, and wait until it has read all lines."""
        self._filter = Fzf(plan, command[0])
        self._terminal, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(2, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        assert self._process.stdin
        self._process.stdin.write(_numbered(plan))
        self._process.stdin.close()
        self._settle(2.0)
        self._typed = False

    @classmethod
    def start(cls, plan: Plan, program: str) -> FzfKept | None:
        """Start it, or return None where this fzf knows no event for a complete result."""
        options = ["--bind=result:bell", "--no-mouse"]
        if subprocess.run([program, *options, "--filter=x"], input=b"x", capture_output=True, check=False).returncode:
            return None
        return cls(plan, [program, *_COLUMNS, *options])

    def type_in(self, text: str, timed: Set[str]) -> list[float]:
        """Type a text after clearing the box."""
        if self._typed:
            self._key(_CLEAR)
        self._typed = True
        found = []
        for key, typed in zip(text, prefixes(text), strict=True):
            spent = self._key(key.encode())
            if typed in timed:
                found.append(spent)
        return found

    def _key(self, key: bytes) -> float:
        """Press a key; return the milliseconds until the bell."""
        start = time.perf_counter()
        os.write(self._terminal, key)
        while time.perf_counter() - start < _PATIENCE:
            if select.select([self._terminal], [], [], 1.0)[0] and _BELL in os.read(self._terminal, 1 << 16):
                spent = (time.perf_counter() - start) * 1000
                self._settle(0.01)
                return spent
        raise TimeoutError(f"fzf did not answer {key!r}")

    def _settle(self, quiet: float) -> None:
        """Read until nothing has come for so many seconds, so that no bell is taken for the next one."""
        while select.select([self._terminal], [], [], quiet)[0]:
            os.read(self._terminal, 1 << 16)

    def first(self, text: str) -> int:
        """It ranks as the filter does, which is measured already."""
        return self._filter.first(text)

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)
        self._filter.close()


class Result(NamedTuple):
    """What was measured of one finder on one plan."""

    name: str
    """The finder's."""
    times: list[float]
    """Milliseconds of each keystroke that was timed."""
    first: dict[str, list[bool]]
    """Of each class, for each query that was typed to its end, whether what it means came first."""


def names_only(plan: Plan) -> Plan:
    """Return a plan with nothing but the names of its nodes, so that all finders search in the same."""
    nodes = [
        Node(n.id, n.kind, n.title._replace(renderings=()), pinyin=n.pinyin, aliases=n.aliases, parent=n.parent)
        for n in plan.nodes
    ]
    return Plan(plan.folder, nodes, array("I", plan.depths), {}, {}, {}, {})


def measure(plan: Plan, asked: Sequence[Query], finders: Sequence[Finder]) -> list[Result]:
    """Type each query into each finder in turn, letter by letter; what was typed before is not timed again."""
    found = [Result(finder.name, [], {}) for finder in finders]
    seen: set[str] = set()
    keys = [[text for text in prefixes(query.text) if text not in seen and not seen.add(text)] for query in asked]  # type: ignore[func-returns-value]
    step = max(1, sum(map(len, keys)) // SAMPLED)
    count = 0
    for query, fresh in zip(asked, keys, strict=True):
        chosen = {text for n, text in enumerate(fresh, count) if n % step == 0}
        count += len(fresh)
        for finder, result in zip(finders, found, strict=True):
            if query.group == PINYIN and not finder.speaks:
                continue
            result.times.extend(finder.type_in(query.text, chosen if finder.slow else set(fresh)))
            result.first.setdefault(query.group, []).append(finder.first(query.text) in query.expected)
    for finder in finders:
        finder.close()
    return found


def finders_of(plan: Plan) -> tuple[list[Finder], str]:
    """Return all finders of a plan, and a sentence on what ours took to get ready."""
    ours = Ours(plan)
    said = f"Our index took {ours.made_in:,.0f} ms to make."
    finders: list[Finder] = [ours]
    program = fzf_program()
    if program:
        finders.append(Fzf(plan, program))
        kept = FzfKept.start(plan, program)
        if kept is not None:
            finders.append(kept)
        else:
            said += " This fzf cannot tell when it is ready, so that it was not measured kept running."
    else:
        said += " There is no fzf here, so that it was not measured."
    return [*finders, Rapidfuzz(plan, "WRatio"), Rapidfuzz(plan, "partial_ratio"), Textual(plan)], said


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _share(result: Result, groups: Sequence[str]) -> str:
    got = [right for group in groups for right in result.first.get(group, ())]
    return f"{sum(got) / len(got):.2f}" if got else "-"


def _goals(results: Sequence[Result], size: int) -> list[str]:
    """Return what the goals of the search are, and whether they are met on a plan of some size."""
    ours = results[0]
    others = [group for group in CLASSES if group != PINYIN]
    tail, most = quantile(ours.times, 0.95), 16 if size >= max(SIZES) else 8
    kept = next((quantile(result.times, 0.95) for result in results if result.name == FzfKept.name), 0.0)
    behind = [
        group
        for group in others
        for result in results[1:]
        if sum(result.first[group]) > sum(ours.first[group]) and not result.name.startswith("textual")
    ]
    lines = [
        f"| goal, at {size:,} nodes | is | met |",
        "|---|---|---|",
        f"| p95 of a keystroke <= {most} ms | {tail:.1f} ms | {'yes' if tail <= most else 'no'} |",
    ]
    if kept:
        share = tail / kept
        lines.append(f"| p95 against fzf kept running <= 0.25 | {share:.2f} | {'yes' if share <= 0.25 else 'no'} |")
    said = ", ".join(dict.fromkeys(behind)) or "none"
    lines.append(f"| classes in which fzf or rapidfuzz finds more: none | {said} | {'no' if behind else 'yes'} |")
    return [*lines, ""]


def _rows(plan: Plan, head: str) -> list[str]:
    asked = queries(plan, EACH)
    finders, said = finders_of(plan)
    gc.collect()
    gc.freeze()
    results = measure(plan, asked, finders)
    gc.unfreeze()
    peers = [group for group in CLASSES if group != PINYIN]
    lines = [
        f"**{head}**: {len(plan.nodes):,} nodes, {len(asked)} queries. {said}",
        "",
        "| | p50 ms | p95 ms | keystrokes | all but pinyin | " + " | ".join(CLASSES) + " |",
        "|---|" + "---|" * (4 + len(CLASSES)),
    ]
    for result in results:
        shares = [_share(result, [group]) for group in CLASSES]
        times = f"{statistics.median(result.times):.1f} | {quantile(result.times, 0.95):.1f} | {len(result.times)}"
        lines.append(f"| {result.name} | {times} | {_share(result, peers)} | " + " | ".join(shares) + " |")
    return [*lines, "", *(_goals(results, len(plan.nodes)) if len(plan.nodes) not in SIZES[:-1] else ())]


def processor() -> str:
    """Return what the processor calls itself, or ""."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), "")
    except OSError:
        return platform.processor()


def table(sizes: Sequence[int] = SIZES) -> str:
    """Return the tables in Markdown: the shipped plan, and a made-up one of each size; it takes some minutes."""
    load_before = os.getloadavg()[0]
    shipped = load(SHIPPED)
    lines = _rows(names_only(shipped), "The shipped plan, its names alone")
    for size in sizes:
        lines += _rows(made_up(size, shipped), "A made-up plan in its words")
    fzf = fzf_version()
    machine = ", ".join(filter(None, [processor(), f"{os.cpu_count()} cores", platform.system(), platform.machine()]))
    versions = [f"Python {platform.python_version()}", f"rapidfuzz {version('rapidfuzz')}"]
    versions += [f"textual {version('textual')}", f"fzf {fzf}" if fzf else "no fzf"]
    head = [
        f"Measured on {datetime.date.today()}: {machine}; {', '.join(versions)}; load {load_before:.1f} before,",
        f"{os.getloadavg()[0]:.1f} after, on a machine that others use too. Each query is typed into each finder in",
        "turn, letter by letter: milliseconds from a keystroke to its answer, and the share of queries whose expected",
        f"entry comes first. Of finders that take long about {SAMPLED} keystrokes are timed, evenly over all. The",
        "queries are made by chance from the titles, such that only one title answers; the made-up plans are made by",
        "chance from the words of the shipped one. fzf kept running is timed on a pseudo-terminal, from the key to the",
        "bell that it rings when its result is complete; its ranking is asked of `fzf --filter`.",
        "",
    ]
    return "\n".join([*head, *lines])


if __name__ == "__main__":
    sizes = [int(argument) for argument in sys.argv[1:]] or SIZES
    started = time.monotonic()
    print(table(sizes))
    print(f"took {time.monotonic() - started:.0f} s", file=sys.stderr)
