"""What the reader keeps, when others write it too, when it cannot be opened, and when a plan was moved."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.pair import Pair
from tests.output import run
from tui.userdata.drafts import Draft
from tui.userdata.moved_plans import remember, take_over
from tui.userdata.note_merge import merge
from tui.userdata.store import FILE, NotSaved, Store, plan_key

ROOT = Path(__file__).parent.parent.parent
HOME = ROOT / "tests" / "data" / "home-0.1.0"
WHEN = "2026-11-27T10:12:00+00:00"


@pytest.mark.case("K01")
def test_two_drafts_of_one_note_come_to_one_text_and_never_double(tmp_path: Path) -> None:
    one, two = (Draft(Store(tmp_path, ""), "act.ai", "", "") for _ in range(2))
    one.text = "written in the first"
    two.text = "written in the second"
    assert not one.save() and two.save()
    for n in range(5):
        one.text = one.text.replace("written in the first", "written in the first!")
        two.text = two.text.replace("written in the second", f"written {n} in the second")
        one.save(), two.save()
    text = Store(tmp_path, "").note("act.ai")
    assert (
        text.count("in the first!!!!!") == text.count("in the second") == text.count("--- also written elsewhere") == 1
    )


@pytest.mark.case("K01")
@pytest.mark.parametrize(
    ("was", "mine", "theirs", "wanted"),
    [
        ("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC"),
        ("a", "", "a more", "a more"),
        ("a", "a more", "", "a more"),
        ("a", "", "a", ""),
        ("", "same", "same", "same"),
    ],
)
def test_what_one_side_changed_is_taken_from_it(was: str, mine: str, theirs: str, wanted: str) -> None:
    assert merge(was, mine, theirs, WHEN) == wanted


@pytest.mark.case("K03")
def test_a_locked_store_is_read_and_says_that_it_is_not_written(tmp_path: Path) -> None:
    store = Store(tmp_path, "")
    store.set_note("act.ai", "kept")
    store.patience = 0.0
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("pragma locking_mode = exclusive")
        other.execute("begin exclusive")
        assert store.note("act.ai") == "kept"
        draft = Draft(store, "act.ai", "kept, and more", "kept")
        draft.save()
        assert draft.unsaved and "another program" in draft.problem.en
        other.execute("commit")
    draft.save()
    assert not draft.unsaved and Store(tmp_path, "").note("act.ai") == "kept, and more"


@pytest.mark.case("K02", "K03")
@pytest.mark.skipif(os.name != "posix", reason="no limits on the size of files")
def test_a_full_disk_is_read_and_saved_on_when_it_is_free(tmp_path: Path) -> None:
    """No file may grow: that is a full disk, until the limit is lifted."""
    Store(tmp_path, "").set_note("act.ai", "kept")
    code = f"""
import resource
from pathlib import Path
from tui.userdata.drafts import Draft
from tui.userdata.store import Store
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
store = Store(Path({str(tmp_path)!r}), "")
assert store.note("act.ai") == "kept"
draft = Draft(store, "act.ai", "more", "kept")
draft.save()
assert draft.unsaved and draft.problem
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
draft.save()
assert not draft.unsaved and store.note("act.ai") == "more"
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.case("K03")
@pytest.mark.parametrize("command", ["notes", "bookmarks"])
def test_a_newer_store_is_said_not_to_be_read(user_folders: Path, command: str) -> None:
    folder = user_folders / "data" / "internet-plus"
    Store(folder, "").set_note("act.ai", "kept")
    with closing(sqlite3.connect(folder / FILE)) as database:
        database.execute("pragma user_version = 2")
    done = run(command, "--format", "json")
    assert (done.returncode, done.stdout) == (3, "") and "newer version" in done.stderr


@pytest.mark.case("K04")
def test_a_moved_plan_finds_its_notes_and_a_copy_does_not(tmp_path: Path) -> None:
    old, new, copy = (tmp_path / name for name in ("old", "new", "copy"))
    shutil.copytree(SHIPPED, old)
    plan = load(old)
    store = Store(tmp_path / "data", plan_key(old, SHIPPED))
    store.set_note("act.ai", "weeks of work")
    remember(store, plan)
    shutil.copytree(old, copy)
    assert take_over(Store(tmp_path / "data", plan_key(copy, SHIPPED)), plan) == Pair()
    old.rename(new)
    moved = Store(tmp_path / "data", plan_key(new, SHIPPED))
    assert "are used here" in take_over(moved, plan).en and moved.note("act.ai") == "weeks of work"
    assert take_over(moved, plan) == Pair()
    moved.set_note("act.ai", "more weeks")
    new.rename(old)
    assert "are used here" in take_over(store, plan).en and store.note("act.ai") == "more weeks"


@pytest.mark.case("K05")
def test_the_home_of_0_1_0_opens_and_is_still_read_by_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    shutil.copytree(HOME, home)
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (("CONFIG", ".config"), ("DATA", ".local/share"), ("CACHE", ".cache")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    notes = run("notes")
    assert "Who pays for the core AI technology?" in notes.stdout and "No. 1 document" in notes.stdout
    assert "act.ai" in run("bookmarks").stdout and "attached" in run("sources").stdout
    assert run("new", str(tmp_path / "mine")).returncode == 0
    mine = run("--plan", str(tmp_path / "mine"), "notes")
    assert "closes at noon" in mine.stdout and "are used here" in mine.stderr
    data = home / ".local/share/internet-plus"
    store = Store(data, "")
    store.set_note("act.ai", "of the new version")
    with closing(sqlite3.connect(data / FILE)) as database:
        assert database.execute("pragma user_version").fetchone()[0] == 1
        found = database.execute("select id, text, changed from note where plan = '' order by changed desc, id")
        assert found.fetchall()[0][:2] == ("act.ai", "of the new version")
        database.execute("insert or replace into note values ('', 'act.energy', 'of the old version', '2027')")
        database.commit()
    assert store.note("act.energy") == "of the old version"


@pytest.mark.case("K02")
def test_a_save_that_fails_is_never_called_saved(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "data", "")
    draft = Draft(store, "act.ai", "text", "")
    draft.save()
    assert draft.unsaved and draft.problem
    with pytest.raises(NotSaved):
        store.check()
    (tmp_path / "file").unlink()
    draft.save()
    assert not draft.unsaved and store.note("act.ai") == "text"
