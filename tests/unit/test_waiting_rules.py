"""Tests wait for what they expect, never for a time: on a busy machine any time is too short.

Read in the syntax trees of all files of the tests. What else waits has its reason in EXCEPTIONS.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
SHORTEST = 60
"""Seconds below which a bound may be met on a busy machine by a program that does all it should."""
CLOCKS = {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time", "thread_time", "time_ns"}
BOUNDED = {"wait": 0, "join": 0, "communicate": 1, "wait_for": 1, "wait_without": 1, "wait_until": 2}
"""What takes a bound in seconds, and the place of the bound among its arguments."""
LOOKS = {"pause", "read_once", "poll", "waitpid", "select", "wait", "sleep", "is_set", "has_ended"}
"""What a loop does that looks again and again."""

CPU = "processor time, which other processes do not spend; without the cap it takes many times as long"
EXCEPTIONS = {
    ("terminal.py", "wait_until"): "the bound of what is waited for",
    ("terminal.py", "wait_for_rest"): "a program at rest is one that sleeps for longer than its own timers",
    ("terminal.py", "wait"): "the bound of what is waited for",
    ("terminal.py", "wait_until_taken_in"): "the bound of what is waited for",
    ("terminal.py", "hang_up"): "the bound of what is waited for",
    ("test_hang_up.py", "hang_up"): "the bound of what is waited for",
    (
        "test_hang_up.py",
        "test_terminal_that_takes_nothing_more_holds_up_neither_note_nor_end",
    ): "the bound of what is waited for",
    ("test_mouse_browser_clipboard.py", "until"): "the bound of what is waited for",
    ("idle.py", "wait_for_idle"): "it asks again after a moment, within the bound that Textual gives it",
    ("support.py", "wait_until"): "the bound of what is waited for",
    ("test_anchors.py", "test_missing_in_a_large_source_is_found_out_soon"): CPU,
    ("test_yaml_events.py", "test_billion_laughs_is_cheap"): CPU,
    ("test_yaml_events.py", "test_depth_is_capped_with_the_figure"): CPU,
    ("test_page_request.py", "test_a_page_made_to_be_searched_slowly_takes_no_longer"): CPU,
    ("test_copies_wrapped.py", "seconds"): CPU,
    ("test_silent_boxes.py", "test_an_open_box_writes_nothing"): "that nothing is sent shows only over a time",
    ("test_waiting.py", "wait_for_file"): "it asks again after a moment for what a process makes that is no child",
}
"""Functions, by file and name, in which a time is right, and why."""


def number(node: ast.expr | None) -> float | None:
    """Return the number that is written there, if it is one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        return float(node.value)
    return None


def faults_of_call(call: ast.Call) -> Iterator[str]:
    """Yield what is wrong with a call."""
    owner = getattr(call.func, "value", None)
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    owned_by = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    if name == "sleep":
        yield "sleeps"
    if name in CLOCKS or (name == "time" and owned_by == "time"):
        yield "looks at the clock"
    if name == "pause" and (call.args or call.keywords):
        yield "pauses for a time: wait_until(pilot, ...)"
    if name == "read" and "terminal" in owned_by:
        yield "reads for a time: wait_for, wait_until or wait_for_rest"
    bounds = [word.value for word in call.keywords if word.arg in ("timeout", "seconds")]
    if name in BOUNDED and len(call.args) > BOUNDED[name]:
        bounds.append(call.args[BOUNDED[name]])
    for bound in bounds:
        value = number(bound)
        if value is not None and value < SHORTEST:
            yield f"waits for {value:g} seconds at most: {SHORTEST} or more"


def is_poll(loop: ast.AST) -> bool:
    """Return whether a loop looks so many times whether something has come about."""
    if not isinstance(loop, ast.For) or not isinstance(loop.iter, ast.Call):
        return False
    if getattr(loop.iter.func, "id", "") != "range":
        return False
    inner = [node for part in loop.body for node in ast.walk(part)]
    leaves = any(isinstance(node, (ast.Break, ast.Return)) for node in inner)
    names = {getattr(node.func, "attr", getattr(node.func, "id", "")) for node in inner if isinstance(node, ast.Call)}
    return leaves and bool(names & LOOKS)


def faults(tree: ast.AST, function: str = "") -> Iterator[tuple[str, int, str]]:
    """Yield the function, the line, and what is wrong there."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            for what in faults_of_call(node):
                yield function, node.lineno, what
        if is_poll(node):
            yield function, node.lineno, "looks a number of times: wait_until"
        inside = node.name if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else function
        yield from faults(node, inside)


def test_nothing_waits_for_a_time() -> None:
    found, used = [], set()
    for path in sorted(TESTS.rglob("*.py")):
        for function, line, what in faults(ast.parse(path.read_text(encoding="utf-8"))):
            if (path.name, function) in EXCEPTIONS:
                used.add((path.name, function))
            else:
                found.append(f"{path.relative_to(TESTS)}:{line} {what}")
    assert not found, "\n".join(found)
    assert set(EXCEPTIONS) == used, "exceptions that nothing needs any more"


@pytest.mark.parametrize(
    "code",
    [
        "time.sleep(1)",
        "await asyncio.sleep(0.1)",
        "terminal.read(0.5)",
        "await pilot.pause(0.2)",
        "for _ in range(80):\n    pilot.pause()\n    if text in screen:\n        break",
        "assert time.monotonic() - start < 2",
        "subprocess.run(words, timeout=20)",
        "terminal.wait(5)",
        "terminal.wait_for('x', 1)",
    ],
)
def test_the_rules_see_what_they_forbid(code: str) -> None:
    inner = code.replace("\n", "\n    ")
    assert list(faults(ast.parse(f"async def test() -> None:\n    {inner}")))


@pytest.mark.parametrize(
    "code",
    [
        "await pilot.pause()",
        "terminal.wait_for('x')",
        "subprocess.run(words, timeout=300)",
        "file.read(10)",
        "for _ in range(3):\n    terminal.send('j')\n    terminal.wait_for_rest()",
    ],
)
def test_the_rules_let_the_rest_be(code: str) -> None:
    inner = code.replace("\n", "\n    ")
    assert not list(faults(ast.parse(f"async def test() -> None:\n    {inner}")))
