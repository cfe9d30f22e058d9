"""Settings: read, told where they are not understood, and never fatal."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from plan_data.folders import config_folder
from tests.output import run
from tests.terminal import Terminal
from tui.commands import all_commands
from tui.userdata.settings import FILE, example, read_settings

ROOT = Path(__file__).parents[2]


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_all_is_at_its_default(tmp_path: Path) -> None:
    settings = read_settings(tmp_path, all_commands())
    assert (settings.theme, settings.language, settings.signs, settings.keys) == ("", "", "unicode", {})
    assert settings.warnings == []


def test_what_it_says_is_taken(tmp_path: Path) -> None:
    text = (
        'theme = "paper"\nlanguage = "zh"\nsigns = "ascii"\n[keys]\njump = ["g", "f"]\nfirst = "home"\nnext-quote = "x"'
    )
    settings = read_settings(write(tmp_path, text), all_commands())
    assert settings.warnings == []
    assert (settings.theme, settings.language, settings.signs) == ("paper", "zh", "ascii")
    assert settings.keys == {"jump": ("g", "f"), "first": ("home",), "next-quote": ("x",)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('them = "ink"', "unknown setting 'them'"),
        ("theme = 7", "theme must be text"),
        ('language = "english"', "language must be one of en, zh, both"),
        ('csv = "utf-8"', "csv must be one of plain, bom"),
        ('ambiguous = "width"', "ambiguous must be one of narrow, wide"),
        ("theme = ", "is ignored"),
        ('[keys]\njumpp = "x"', "unknown command 'jumpp'"),
        ("[keys]\njump = 7", "jump needs a key"),
        ('[keys]\njump = ""', "jump needs a key"),
        ('[keys]\njump = "j"', "the key j of jump belongs to down"),
        ('keys = "x"', "[keys] must be a table"),
        ("[" * 5000, "is ignored"),
        ('theme = "\\ud800"', "is ignored"),
    ],
)
def test_what_is_not_understood_is_told_and_left_out(tmp_path: Path, text: str, told: str) -> None:
    settings = read_settings(write(tmp_path, text), all_commands())
    assert len(settings.warnings) == 1 and told in settings.warnings[0].en
    assert settings.keys == {}


def test_the_nearest_valid_name_is_offered(tmp_path: Path) -> None:
    settings = read_settings(write(tmp_path, 'langauge = "zh"\n[keys]\nnext-qoute = "x"'), all_commands())
    assert "language" in settings.warnings[0].en or "language" in settings.warnings[1].en
    assert any("next-quote" in warning.en for warning in settings.warnings)


def test_a_moved_key_frees_its_old_one(tmp_path: Path) -> None:
    settings = read_settings(write(tmp_path, '[keys]\njump = "j"\ndown = "down"'), all_commands())
    assert settings.warnings == [] and settings.keys["jump"] == ("j",)


@pytest.mark.case("B55")
def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    assert len(read_settings(tmp_path, all_commands()).warnings) == 1
    (tmp_path / FILE).write_bytes(b"#" * 2_000_000)
    assert "larger than" in read_settings(tmp_path, all_commands()).warnings[0].en


def test_the_example_is_a_file_that_changes_nothing_and_names_every_command(tmp_path: Path) -> None:
    text = example(all_commands())
    assert read_settings(write(tmp_path, text), all_commands()).warnings == []
    opened = "\n".join(line.removeprefix("# ") if " = " in line else line for line in text.splitlines())
    found = tomllib.loads(opened)
    assert set(found["keys"]) == {command.id() for command in all_commands()}
    settings = read_settings(write(tmp_path, opened), all_commands())
    assert settings.warnings == []


def test_paths_prints_the_example() -> None:
    done = run("paths", "--example")
    assert done.stdout == example(all_commands()) and done.returncode == 0


def test_keys_prints_the_keys_that_are_set() -> None:
    write(config_folder(), '[keys]\njump = "ctrl+j"\n')
    done = subprocess.run([sys.executable, "main.py", "keys"], cwd=ROOT, env=os.environ, capture_output=True, text=True)
    assert next(line for line in done.stdout.splitlines() if "Jump anywhere" in line).split()[0] == "ctrl+j"


def test_the_explorer_obeys_them() -> None:
    write(config_folder(), 'language = "zh"\ntheme = "paper"\nsigns = "ascii"\ntehme = "x"\n[keys]\njump = "ctrl+t"\n')
    with Terminal(size=(100, 30)) as terminal:
        terminal.wait_for("电子商务")
        terminal.wait_for("tehme")
        terminal.send("\x14")
        terminal.wait_for("名称、编号")


@pytest.mark.parametrize(("setting", "mark"), [("plain", b""), ("bom", b"\xef\xbb\xbf")])
def test_the_explorer_writes_tables_as_they_say(tmp_path: Path, setting: str, mark: bytes) -> None:
    write(config_folder(), f'csv = "{setting}"\n')
    path = tmp_path / "goals.csv"
    with Terminal(size=(100, 30)) as terminal:
        terminal.wait_for("Internet Plus")
        terminal.send("T")
        terminal.wait_for("Goals and figures")
        terminal.send("E")
        terminal.wait_for("targets.csv")
        # ctrl+u deletes the name that is offered.
        terminal.send(f"\x15{path}\r")
        terminal.wait_until(lambda: path.exists() and path.read_bytes())
    assert path.read_bytes().startswith(mark + b"id,sort,")
