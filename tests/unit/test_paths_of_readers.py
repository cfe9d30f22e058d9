"""Paths as readers write them: homes that are there and homes that are not."""

from __future__ import annotations

import os
import pwd
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plan_data.cache.cached_plan import open_plan, plan_file
from plan_data.copies.opening import load_with_copies
from plan_data.errors import MAX_BYTES
from plan_data.folders import SHIPPED, cache_folder, config_folder, copies_folder, data_folder, expanded, path_text
from tests.terminal import ROOT
from tui.commands import all_commands
from tui.userdata.settings import Settings, read_settings

NOBODY = "~no-such-user"


@pytest.fixture
def no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that runs under a number of its own: no HOME, and no entry in passwd."""

    def nobody(_: object) -> None:
        raise KeyError("no entry")

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    monkeypatch.setattr(pwd, "getpwnam", nobody)


@pytest.mark.case("F06")
@pytest.mark.parametrize(
    "name", [NOBODY, f"{NOBODY}/x", "~\0", "~\ud800/x", "a\0b", "x" * 5000, "", "x~", os.fsdecode(b"\xff")]
)
def test_what_is_nobodys_home_stands_as_it_is(name: str) -> None:
    assert expanded(name) == Path(name)


@pytest.mark.case("F06")
def test_a_home_is_taken(user_folders: Path) -> None:
    assert expanded("~") == user_folders and expanded("~/x.md") == user_folders / "x.md"
    assert expanded("~root") == Path(pwd.getpwnam("root").pw_dir)


@pytest.mark.case("F06")
def test_no_other_code_asks_for_a_home() -> None:
    """`Path.expanduser` and `Path.home` raise where there is none."""
    asked = []
    for folder in ("cli", "plan_data", "tui", "widgets"):
        for path in (ROOT / folder).rglob("*.py"):
            for found in re.findall(r"\w*\.expanduser\(|Path\.home\(|user_\w+_path", path.read_text("utf-8")):
                asked.append((path.relative_to(ROOT).as_posix(), found))
    assert asked == [("plan_data/folders.py", "path.expanduser(")]


@pytest.mark.case("F07")
@pytest.mark.usefixtures("no_home")
class TestNoHome:
    @pytest.mark.parametrize("folder", [data_folder, config_folder, cache_folder, copies_folder])
    def test_there_are_no_folders(self, folder: Callable[[], Path | None], monkeypatch: pytest.MonkeyPatch) -> None:
        assert folder() is None
        monkeypatch.setenv("HOME", "relative")
        assert folder() is None
        monkeypatch.setenv("HOME", "/somewhere")
        assert folder() is not None

    def test_older_versions_of_platformdirs_return_a_folder_named_tilde(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("platformdirs.user_data_dir", lambda name, appauthor: f"~/.local/share/{name}")
        assert data_folder() is None and copies_folder() is None

    def test_folders_that_are_named_are_used(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        assert data_folder() == tmp_path / "internet-plus" and config_folder() is None
        monkeypatch.setenv("XDG_DATA_HOME", "relative")
        assert data_folder() is None

    def test_a_plan_is_read_without_a_cache_and_without_settings(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        file = plan_file(SHIPPED, MAX_BYTES)
        assert file.path is None
        assert len(open_plan(SHIPPED, max_bytes=MAX_BYTES).nodes) > 100
        assert load_with_copies(SHIPPED, max_bytes=MAX_BYTES)[1] == []
        file.discard()
        assert read_settings(None, all_commands()) == Settings() and os.listdir(tmp_path) == []


@pytest.mark.case("F11")
@pytest.mark.parametrize(
    ("path", "text"),
    [
        (b"/caf\xc3\xa9/\xe7\xab\xa0", "/café/章"),
        (b"/caf\xe9", "/caf\\xe9"),
        ("/a\ud800b", "/a\\ud800b"),
    ],
)
def test_a_path_as_text_can_be_kept(path: bytes | str, text: str) -> None:
    found = path_text(Path(os.fsdecode(path)))
    assert found == text and found.encode()
