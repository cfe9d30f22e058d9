"""What the reader keeps: it survives other explorers, kills, damage and full disks, or says that it does not."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plan_data.folders import SHIPPED
from plan_data.model.pair import Pair
from tui.userdata.store import FILE, VERSION, NotSaved, Store, plan_key

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("KILL_ROUNDS", "20"))

WRITER = """
import sys
from pathlib import Path
from tui.userdata.store import Store
store = Store(Path(sys.argv[1]), "")
assert not store.problem, store.problem
for n in range(100000):
    store.set_note(f"n{n % 50}", f"{sys.argv[2]} {n} " + "text " * 200)
    print(n, flush=True)
"""


def test_notes_and_bookmarks_are_kept_and_taken_away(tmp_path: Path) -> None:
    store = Store(tmp_path / "data", "")
    store.set_note("act.ai", "# 人工智能\n\nA note.")
    store.set_note("act.energy", "other")
    store.set_bookmark("act.ai", True)
    again = Store(tmp_path / "data", "")
    assert again.note("act.ai") == "# 人工智能\n\nA note."
    assert [note.id for note in again.notes()] == ["act.energy", "act.ai"]
    assert [mark.id for mark in again.bookmarks()] == ["act.ai"]
    again.set_note("act.ai", "  \n")
    again.set_bookmark("act.ai", False)
    assert [note.id for note in store.notes()] == ["act.energy"]
    assert store.bookmarks() == []


def test_each_plan_has_its_own(tmp_path: Path) -> None:
    Store(tmp_path, "").set_note("act.ai", "shipped")
    Store(tmp_path, "/other").set_note("act.ai", "other")
    assert Store(tmp_path, "").note("act.ai") == "shipped"
    assert plan_key(SHIPPED, SHIPPED) == ""
    assert plan_key(tmp_path, SHIPPED) == str(tmp_path.resolve())


@pytest.mark.case("B55")
def test_two_at_once_see_each_others_changes(tmp_path: Path) -> None:
    one, two = Store(tmp_path, ""), Store(tmp_path, "")
    for n in range(20):
        (one if n % 2 else two).set_note(f"n{n}", str(n))
    assert {note.id for note in one.notes()} == {note.id for note in two.notes()} == {f"n{n}" for n in range(20)}


@pytest.mark.case("B50", "N10")
def test_what_was_reported_saved_survives_a_kill(tmp_path: Path) -> None:
    """GIVEN one that writes and one that reads WHEN the writer is killed THEN every note it reported is there."""
    reader = Store(tmp_path, "")
    for round_ in range(ROUNDS):
        writer = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), str(tmp_path), str(round_)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        for _ in range(3 + round_ % 5):
            assert writer.stdout.readline()
            assert reader.notes()
        # The kill comes sooner or later within a write: as much later as some reading takes.
        for _ in range(round_ % 7):
            reader.notes()
        writer.send_signal(signal.SIGKILL)
        told = writer.stdout.read()
        writer.wait()
        last = int(told.split()[-1]) if told.split() else 2 + round_ % 5
        for store in (reader, Store(tmp_path, "")):
            assert store.problem == Pair()
            for n in range(max(0, last - 40), last + 1):
                words = store.note(f"n{n % 50}").split()
                assert words[0] == str(round_) and int(words[1]) >= n


@pytest.mark.parametrize(
    "damage",
    [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000, None],
    ids=["text", "header", "pages"],
)
@pytest.mark.case("B55")
def test_a_damaged_file_is_set_aside_and_never_overwritten(tmp_path: Path, damage: bytes | None) -> None:
    if damage is None:
        store = Store(tmp_path, "")
        for n in range(300):
            store.set_note(f"n{n}", "text " * 50)
        with sqlite3.connect(tmp_path / FILE) as database:
            database.execute("pragma wal_checkpoint(truncate)")
        database.close()
        whole = bytearray((tmp_path / FILE).read_bytes())
        whole[4096 : 4096 * 6] = random.Random(1).randbytes(4096 * 5)
        damage = bytes(whole)
    (tmp_path / FILE).write_bytes(damage)
    store = Store(tmp_path, "")
    assert "renamed to notes.db.bad" in store.problem.en
    assert (tmp_path / "notes.db.bad").read_bytes() == damage
    with pytest.raises(NotSaved):
        store.set_note("act.ai", "lost?")
    assert store.notes() == [] and store.state() == {}
    after = Store(tmp_path, "")
    assert after.problem == Pair()
    after.set_note("act.ai", "new")
    assert (tmp_path / "notes.db.bad").read_bytes() == damage


@pytest.mark.case("B55")
def test_a_second_damaged_file_does_not_take_the_place_of_the_first(tmp_path: Path) -> None:
    for text in (b"first" * 300, b"second" * 300):
        (tmp_path / FILE).write_bytes(text)
        assert "renamed" in Store(tmp_path, "").problem.en
    assert (tmp_path / "notes.db.bad").read_bytes() == b"first" * 300
    assert (tmp_path / "notes.db.bad2").read_bytes() == b"second" * 300


@pytest.mark.case("B55")
def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    Store(tmp_path, "").set_note("act.ai", "kept")
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute(f"pragma user_version = {VERSION + 1}")
    database.close()
    store = Store(tmp_path, "")
    assert "newer version" in store.problem.en
    assert (tmp_path / FILE).exists() and not (tmp_path / "notes.db.bad").exists()


@pytest.mark.case("B55")
def test_a_link_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"mine")
    (tmp_path / FILE).symlink_to(target)
    assert "is a link" in Store(tmp_path, "").problem.en
    assert target.read_bytes() == b"mine"


@pytest.mark.case("B54")
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "data", "")
    assert "cannot be used" in store.problem.en
    with pytest.raises(NotSaved):
        store.set_bookmark("act.ai", True)
    store.set_state({"place": []})


def test_a_state_that_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    Store(tmp_path, "").set_state({"place": ["act.ai"]})
    store, before = Store(tmp_path, ""), (tmp_path / FILE).read_bytes()
    assert store.state() == {"place": ["act.ai"]}
    store.set_state({"place": ["act.ai"]})
    assert (tmp_path / FILE).read_bytes() == before
    store.set_state({"place": ["act.energy"]})
    assert (tmp_path / FILE).read_bytes() != before and Store(tmp_path, "").state() == {"place": ["act.energy"]}


def test_of_two_threads_the_one_with_the_older_state_is_not_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIVEN a state that is being written WHEN another thread saves a newer one THEN the newer one is on the disk."""
    store, change, came = Store(tmp_path, ""), Store.change, threading.Event()

    class Lock:
        """A lock that tells when somebody has to wait for it."""

        def __init__(self) -> None:
            self.lock = threading.Lock()

        def __enter__(self) -> None:
            if self.lock.locked():
                came.set()
            self.lock.acquire()

        def __exit__(self, *_: object) -> None:
            self.lock.release()

    def save_newer() -> None:
        store.set_state({"place": ["act.energy"]})
        came.set()

    newer = threading.Thread(target=save_newer)

    @contextmanager
    def change_slowly(its: Store) -> Iterator[sqlite3.Connection]:
        if not newer.ident:
            newer.start()
            came.wait()
        with change(its) as database:
            yield database

    monkeypatch.setattr(Store, "change", change_slowly)
    store._writing = Lock()  # type: ignore[assignment]
    store.set_state({"place": ["act.ai"]})
    newer.join()
    assert Store(tmp_path, "").state() == {"place": ["act.energy"]}


@pytest.mark.case("B54")
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, "")
    store.set_note("act.ai", "before")
    # A cap on the pages of the file is what a full disk looks like from inside SQLite.
    original = Store._connection

    @contextmanager
    def full(self: Store) -> Iterator[sqlite3.Connection]:
        with original(self) as database:
            database.execute("pragma max_page_count = 1")
            yield database

    Store._connection = full  # type: ignore[method-assign]
    try:
        with pytest.raises(NotSaved, match="full"):
            store.set_note("act.energy", "x" * 1_000_000)
    finally:
        Store._connection = original  # type: ignore[method-assign]
    assert [note.text for note in store.notes()] == ["before"]


@pytest.mark.parametrize(
    "value",
    ["", "null", "[1]", "{", '"x"', "[" * 50_000],
    ids=["empty", "null", "list", "open", "text", "deep"],
)
@pytest.mark.case("B55")
def test_a_state_that_makes_no_sense_is_dropped(tmp_path: Path, value: str) -> None:
    store = Store(tmp_path, "")
    assert not store.problem
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("insert into state values ('', ?)", (value,))
    database.close()
    assert store.state() == {}


def test_the_store_loads_no_textual() -> None:
    code = "import sys, tui.userdata.store; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
