"""Made-up plans as files, with bodies, sources and quotes: for reading, opening and walking plans of any size.

The same seed writes the same files.
"""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.made_up import Vocabulary
from plan_data.model.plan import Plan

ACTIONS = 11
SOURCES = 10
PASSAGES = 100
"""Passages of each source, each with one quote."""
BODIES = 40
_SEED = 2015


def write_plan(folder: Path, size: int, like: Plan, seed: int = _SEED) -> Path:
    """Write a plan of `size` nodes in the words of another: eleven actions, tasks below, measures below these.

    Each node has a summary and two links to quotes; actions have a list of bodies, and every tenth node a deadline.
    """
    rnd = random.Random(seed)
    words = Vocabulary(like)
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    bodies = [f"org.b{n}" for n in range(BODIES)]
    lines = ["agencies:"]
    for n, id_ in enumerate(bodies):
        lines += [f"  - id: {id_}", "    kind: agency", f"    name: {{en: {_words(rnd, words, 3)}, zh: 部委{n}}}"]
    (folder / "agencies.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    quotes = []
    for s in range(SOURCES):
        lines = [f"id: src.s{s}", "kind: press", f"title: {{en: {_words(rnd, words, 6)}}}"]
        lines += [f"address: https://example.org/{s}", "language: en", "passages:"]
        for p in range(1, PASSAGES + 1):
            text = f"{_words(rnd, words, 60)}."
            exact = " ".join(text.split()[10:30])
            quotes.append(f"q.s{s}.{p}")
            lines += [f"  - paragraph: {p}", "    text: |-", f"      {text}", "    quotes:"]
            lines += [f"      - {{id: {quotes[-1]}, exact: {exact}, prefix: '{text.split()[9]} '}}"]
        (folder / "sources" / f"s{s}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with (folder / "plan.yaml").open("w", encoding="utf-8") as out:
        out.write(f"schema: 1\ntotals: {{action: {ACTIONS}}}\nroot:\n  id: root\n  kind: plan\n")
        out.write("  title: {en: A made-up plan, zh: 虚构}\n  children:\n")
        left = size - 1
        each = -(-left // ACTIONS)
        for a in range(ACTIONS):
            here = min(each, left)
            if here:
                left -= here
                _branch(out, rnd, words, quotes, bodies, f"act.a{a}", here)
    return folder


def _branch(out, rnd, words, quotes, bodies, id_, size):  # type: ignore[no-untyped-def]
    """Write an action with all that is below it."""
    out.write(
        _node(rnd, words, quotes, id_, "action", 2, f"agencies: {{rule: first, list: [{bodies[0]}, {bodies[1]}]}}")
    )
    left, task = size - 1, 0
    while left:
        if not task:
            out.write("      children:\n")
        task += 1
        below = min(left - 1, 99)
        out.write(_node(rnd, words, quotes, f"{id_}.{task}", "task", 4))
        left -= 1 + below
        if below:
            out.write("          children:\n")
        for m in range(below):
            more = f"due: {rnd.randint(2016, 2025)}" if m % 10 == 0 else ""
            out.write(_node(rnd, words, quotes, f"{id_}.{task}.{m + 1}", "measure", 6, more))


def _node(rnd, words, quotes, id_, kind, depth, more=""):  # type: ignore[no-untyped-def]
    """Return the lines of a node."""
    pad = "  " * depth
    pairs = [rnd.choice(words.chinese) for _ in range(3)]
    first, second = rnd.sample(quotes, 2)
    lines = [
        f"- id: {id_}",
        f"  kind: {kind}",
        f"  title: {{en: {_words(rnd, words, 4).capitalize()}, zh: {''.join(zh for zh, _ in pairs)}}}",
        f"  pinyin: {' '.join(pinyin for _, pinyin in pairs)}",
        f"  summary: {{en: {_words(rnd, words, 12)}.}}",
        f"  quotes: {{states: [{first}], context: [{second}]}}",
        "  evidence: {title: quoted}",
    ]
    if more:
        lines.append(f"  {more}")
    return "".join(f"{pad}{line}\n" for line in lines)


def _words(rnd: random.Random, words: Vocabulary, count: int) -> str:
    return " ".join(rnd.choice(words.english) for _ in range(count))
