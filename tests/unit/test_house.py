"""The rules of the house that no linter knows: sizes of files and classes, and names of modules."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter

import pytest

from plan_data.version import VERSION
from tests.terminal import ROOT

ROOMS = ("cli", "plan_data", "tui", "widgets")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
LONGEST_FILE = 450
LONGEST_CLASS = 400


@pytest.mark.parametrize("room", ROOMS)
def test_no_module_name_occurs_twice_in_a_top_level_folder(room: str) -> None:
    names = Counter(path.stem for path in MODULES if path.is_relative_to(ROOT / room))
    assert [name for name, count in names.items() if count > 1 and name not in ("__init__", "base")] == []


def test_no_file_and_no_class_is_too_long() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= LONGEST_FILE, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                assert (node.end_lineno or 0) - node.lineno < LONGEST_CLASS, f"{path}: {node.name}"


def test_no_pages_name_a_file_that_is_not_there() -> None:
    """Of the pages for newcomers: a path in backticks is a file or a folder of the repository."""
    for page in ("CONTRIBUTING.md", "docs/architecture.md"):
        words = (ROOT / page).read_text(encoding="utf-8").split("`")[1::2]
        paths = [word for word in words if "/" in word and word.split("/")[0] in (*ROOMS, "tests", "docs", ".ci")]
        assert paths and [word for word in paths if "NAME" not in word and not list(ROOT.glob(word))] == [], page


def test_every_label_says_where_it_is_seen() -> None:
    for path in MODULES:
        if path.parent.name == "labels":
            body = ast.parse(path.read_text(encoding="utf-8")).body
            for node, after in zip(body, [*body[1:], None], strict=True):
                if isinstance(node, ast.Assign):
                    assert isinstance(after, ast.Expr), f"{path}: {ast.unparse(node.targets[0])}"


def test_the_version_is_that_of_the_package() -> None:
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert package["project"]["version"] == VERSION
