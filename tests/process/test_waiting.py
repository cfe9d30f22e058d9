"""Long work says how far it is, and can be left."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from textual.worker import WorkerCancelled

from benchmarks.files import write_plan
from plan_data.cache.index_file import ENDING
from plan_data.copies import opening
from plan_data.errors import Cancelled, Progress
from plan_data.folders import cache_folder
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.support import explorer, press, screen_text, wait_until
from tests.terminal import PATIENCE, ROOT, Terminal
from tui.screens import opener
from tui.screens.export_box import ExportScreen
from tui.screens.loading_screen import INTERRUPTED


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from plan_data.folders import SHIPPED

    return write_plan(tmp_path_factory.mktemp("large") / "plan", 20_000, load(SHIPPED))


def test_reading_tells_how_far_it_is_and_ends_where_it_is_left(large: Path) -> None:
    told: list[float] = []
    plan = load(large, progress=told.append)
    assert len(plan.nodes) == 20_000
    assert told == sorted(told) and told[0] < 0.01 and 0.95 < told[-1] <= 1 and len(told) > 20

    def leave(share: float) -> None:
        if share > 0.5:
            raise Cancelled(7)

    with pytest.raises(Cancelled) as left:
        load(large, progress=leave)
    assert left.value.code == 7


@pytest.mark.parametrize("keys", ["\x1b", "q", "\x03"])
@pytest.mark.case("N8")
def test_escape_leaves_a_large_plan_that_is_read_for_the_first_time(large: Path, keys: str) -> None:
    with Terminal("--plan", str(large), size=(90, 24)) as terminal:
        terminal.wait_for("%  esc leaves")
        assert "Reading 9 MB (only the first time)" in terminal.text()
        terminal.send("\x1b[A")
        terminal.wait_until(lambda: not terminal.unread(), "the arrow key is read")
        before = terminal.text()
        terminal.wait_until(lambda: terminal.text() != before, "it reads on")
        terminal.send(keys)
        assert terminal.wait() == 130
        assert terminal.modes() == terminal.modes_before
        assert b"Traceback" not in terminal.written and b"made-up plan" not in terminal.written


@pytest.mark.case("B50")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_signal_while_a_large_plan_is_read_gives_the_terminal_back(large: Path, number: signal.Signals) -> None:
    with Terminal("--plan", str(large), size=(90, 24)) as terminal:
        terminal.wait_for("%  esc leaves")
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        assert terminal.modes() == terminal.modes_before


@pytest.mark.case("N8")
def test_large_plan_opens_after_the_loading_screen_and_at_once_from_then_on(large: Path) -> None:
    with Terminal("--plan", str(large), size=(120, 24)) as terminal:
        terminal.wait_for("%  esc leaves")
        terminal.wait_for("made-up plan")
        terminal.wait_without("esc leaves")
        terminal.send("\x10")
        terminal.wait_for("» Commands")
        terminal.send("\x1bQ")
        assert terminal.wait() == 0
    wait_for_file()
    with Terminal("--plan", str(large), size=(120, 24)) as terminal:
        terminal.wait_for("made-up plan")
        assert b"Reading" not in terminal.written
        terminal.send("Q")
        assert terminal.wait() == 0


def wait_for_file() -> None:
    """Wait until another process has made the index file."""
    folder = cache_folder()
    assert folder is not None
    while not any(folder.glob(f"*{ENDING}")):
        time.sleep(0.05)


def test_large_plan_that_is_left_soon_has_its_index_file_all_the_same(large: Path) -> None:
    with Terminal("--plan", str(large), size=(90, 24)) as terminal:
        terminal.wait_for("%  esc leaves")
        terminal.send("\x1b")
        assert terminal.wait() == INTERRUPTED
    wait_for_file()
    folder = cache_folder()
    assert folder is not None and [path.suffix for path in folder.iterdir()] == [ENDING]


@pytest.mark.parametrize(("at", "shown"), [("act.a3.2", "Contents  99"), ("made-up", "» A made-up plan")])
def test_large_plan_that_is_opened_at_an_entry_is_read_once(large: Path, at: str, shown: str) -> None:
    """GIVEN a plan that was never read, WHEN it opens at an entry, THEN it is read once; words are searched for."""
    with Terminal("--plan", str(large), "--at", at, size=(120, 30)) as terminal:
        terminal.wait_for("%  esc leaves")
        terminal.wait_for(shown)
        terminal.send("\x1b\x1bQ")
        assert terminal.wait() == 0


@pytest.mark.case("N8")
def test_large_plan_with_errors_prints_its_findings_once_the_terminal_is_given_back(
    large: Path, tmp_path: Path
) -> None:
    shutil.copytree(large, tmp_path / "plan")
    with (tmp_path / "plan" / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("nonsense: 1\n")
    with Terminal("--plan", str(tmp_path / "plan"), size=(120, 24)) as terminal:
        terminal.wait_for("%  esc leaves")
        assert terminal.wait() == 3
        assert terminal.modes() == terminal.modes_before
        after = terminal.written.rpartition(b"\x1b[?1049l")[2]
        assert b"nonsense" in after and b"in the plan" in after and b"Traceback" not in terminal.written


SILENT = """
import sys, threading
from plan_data.copies import opening
whole = opening.load_with_copies
def silent(*args, **options):
    if threading.current_thread() is not threading.main_thread():
        threading.Event().wait()
    return whole(*args, **options)
opening.load_with_copies = silent
from cli.entry import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.case("N8", "T16")
@pytest.mark.parametrize("leave", ["\x1b", "q", "TERM"])
def test_large_plan_that_does_not_answer_can_be_left(large: Path, tmp_path: Path, leave: str) -> None:
    shutil.copytree(large, tmp_path / "plan")
    command = [sys.executable, "-c", SILENT, "--plan", str(tmp_path / "plan")]
    with Terminal(command=command, size=(90, 24), env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("0%  esc leaves")
        if leave == "TERM":
            terminal.kill(signal.SIGTERM)
        else:
            terminal.send(leave)
        assert terminal.wait() == (128 + signal.SIGTERM if leave == "TERM" else 130)
        assert terminal.modes() == terminal.modes_before


@pytest.mark.case("B50")
def test_terminal_that_goes_away_while_a_large_plan_is_read_ends_the_program(large: Path, tmp_path: Path) -> None:
    shutil.copytree(large, tmp_path / "plan")
    with Terminal("--plan", str(tmp_path / "plan"), size=(90, 24)) as terminal:
        terminal.wait_for("%  esc leaves")
        assert terminal.hang_up() == 128 + signal.SIGHUP


@pytest.mark.case("N8")
async def test_escape_leaves_what_is_read_again(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opener, "REPORT_EVERY", 0.01)
    over, ended = threading.Event(), threading.Event()

    def slow(folder: Path, *, max_bytes: int, progress: Progress) -> tuple[Plan, list[str]]:
        """Reads on until it is left, however fast the machine is."""
        try:
            while not over.is_set():
                load(folder, max_bytes=max_bytes, progress=progress)
        finally:
            ended.set()
        return load(folder), []

    monkeypatch.setattr(opening, "load_with_copies", slow)
    plan = load(large)
    app = explorer(plan)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "R")
        try:
            await wait_until(pilot, lambda: "reading again" in screen_text(app))
            assert "esc cancels" in screen_text(app)
            await press(pilot, "j", "escape")
            await wait_until(pilot, ended.is_set)
        finally:
            over.set()
        await app.workers.wait_for_complete()
        await wait_until(pilot, lambda: "reading again" not in screen_text(app))
        assert app.main.plan is plan and app.main.current == plan.nodes[1].id


@pytest.mark.case("N8")
async def test_what_is_left_at_the_last_moment_is_not_taken(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, going = threading.Event(), threading.Event()

    def slow(folder: Path, **options: object) -> tuple[Plan, list[str]]:
        """Is at its end, and looks no more whether it was left."""
        begun.set()
        going.wait(PATIENCE)
        return load(folder), []

    monkeypatch.setattr(opening, "load_with_copies", slow)
    app = explorer(plan)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "R")
        await wait_until(pilot, begun.is_set)
        app.main.alert("reading", "reading again, 99%, esc cancels")
        await press(pilot, "escape")
        going.set()
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.main.plan is plan


@pytest.mark.case("N8")
def test_leaving_while_it_is_read_again_waits_for_nothing(large: Path, tmp_path: Path) -> None:
    shutil.copytree(large, tmp_path / "plan")
    with Terminal("--plan", str(tmp_path / "plan"), size=(120, 24)) as terminal:
        terminal.wait_for("made-up plan")
        # Changed since it was cached.
        (tmp_path / "plan" / "plan.yaml").touch()
        terminal.send("R")
        terminal.wait_for("reading again")
        terminal.send("Q")
        assert terminal.wait() == 0
        assert b"Traceback" not in terminal.written


@pytest.mark.case("N8")
def test_escape_leaves_an_export_that_is_being_made(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plan_data.exports import formats

    going, whole = threading.Event(), formats.exported

    def slow(*args: object) -> str:
        going.wait(PATIENCE)
        return whole(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(formats, "exported", slow)

    async def leave() -> None:
        app = explorer(plan, "act.ai")
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "E")
            assert isinstance(app.screen, ExportScreen)
            await press(pilot, "ctrl+a", "ctrl+k", f"text:{tmp_path}/x.md", "enter")
            await press(pilot, "escape")
            assert app.screen is app.main
            going.set()

    # It returns when all threads have ended.
    asyncio.run(leave())
    assert list(tmp_path.iterdir()) == []
