"""The wheel carries all that the program needs: it is installed into a clean environment and run there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.judges import program

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a clean environment with the wheel installed."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    # The sources are copied, so that building leaves nothing behind in the checkout.
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            copy = folder / "source" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((ROOT / name).read_bytes())
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(folder), str(folder / "source")], check=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    wheel = next(folder.glob("*.whl"))
    python = folder / "env" / "bin" / "python"
    install = [str(python), *pip[1:], "install", "-c", str(ROOT / "requirements-test.txt"), str(wheel)]
    subprocess.run(install, check=True)
    return folder / "env" / "bin"


def test_wheel_prints_the_tree_from_anywhere(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(installed / "internet-plus"), "tree", "--format", "json"], cwd=tmp_path, capture_output=True, check=True
    )
    assert json.loads(done.stdout)["tree"]["id"] == "root"


def test_wheel_carries_the_page_for_man(installed: Path) -> None:
    pages = installed.parent / "share" / "man"
    assert (pages / "man1" / "internet-plus.1").read_bytes() == (ROOT / "docs" / "internet-plus.1").read_bytes()
    # man looks in share/man beside each bin of PATH.
    env = {**os.environ, "PATH": f"{installed}{os.pathsep}{os.environ['PATH']}", "MANPATH": "", "MANWIDTH": "80"}
    man = [program("man", "apt install man-db"), "--warnings", "internet-plus"]
    done = subprocess.run(man, env=env, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "") and "EXIT STATUS" in re.sub(".\x08", "", done.stdout)


def test_wheel_carries_the_style_sheet_and_the_notice(installed: Path, tmp_path: Path) -> None:
    code = (
        "import tui, plan_data, pathlib as p;"
        "assert (p.Path(tui.__file__).parent / 'app.tcss').is_file();"
        "assert (p.Path(plan_data.__file__).parent / 'internet_plus' / 'NOTICE').is_file()"
    )
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    assert subprocess.run([str(installed / "python"), "-c", code], cwd=tmp_path, env=env).returncode == 0
