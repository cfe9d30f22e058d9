"""External programs that read exported files.

Tests whose program is missing are skipped, and the run lists them; with ALL_JUDGES in the environment, as `make judges`
sets it, they fail.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parent.parent
MISSING: dict[str, str] = {}
"""Missing programs, each with how to install it."""


def missing(name: str, how: str) -> NoReturn:
    """Skip the test, or fail it, for want of a program that `how` installs."""
    MISSING[name] = how
    (pytest.fail if os.environ.get("ALL_JUDGES") else pytest.skip)(f"no {name} here: {how}")


def program(name: str, how: str) -> str:
    """Return the path of a program, or skip the test."""
    return shutil.which(name) or missing(name, how)


def pandoc(text: str, *words: str) -> str:
    """Return the output of Pandoc for a text."""
    command = [program("pandoc", "apt install pandoc"), *words]
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return done.stdout


def node(script: Path, package: str, *words: str | Path) -> str:
    """Return what a script prints that loads a package of npm from `.tools`, or from the folder NODE_MODULES."""
    places = [os.environ.get("NODE_MODULES", ""), str(ROOT / ".tools/node_modules")]
    modules = next((place for place in places if place and (Path(place) / package).is_dir()), "")
    how = "make .tools"
    if not modules:
        missing(package, how)
    command = [program("node", "apt install nodejs"), str(script), modules, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def chromium(page: Path, fragment: str, profile: Path, *words: str) -> tuple[str, str]:
    """Return the DOM of a page in headless Chromium, and the messages of its console."""
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    flags += " --disable-component-update --disable-sync --enable-logging=stderr --dump-dom"
    command = [program("chromium", "apt install chromium"), *flags.split(), f"--user-data-dir={profile}", *words]
    done = subprocess.run([*command, f"{page.as_uri()}#{fragment}"], capture_output=True, text=True, timeout=120)
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return done.stdout, "\n".join(console)


def libreoffice(files: Sequence[Path], folder: Path, country: int = 1033) -> list[list[list[str]]]:
    """Return the rows of CSV files as LibreOffice shows them, looking for dates and the like in all cells.

    Args:
        files: The files, in UTF-8.
        folder: An empty folder to work in.
        country: The language whose dates and numbers it looks for, by Microsoft's number.
    """
    form = f"44,34,76,1,,{country},false,true"
    command = [program("soffice", "apt install libreoffice-calc"), "--headless", f"--infilter=CSV:{form}"]
    command += [f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", f"csv:Text - txt - csv (StarCalc):{form},false", "--outdir", str(folder / "read")]
    command += map(str, files)
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    read = [folder / "read" / file.name for file in files]
    assert all(path.exists() for path in read), done.stdout + done.stderr
    return [list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))) for path in read]


def html_errors(page: Path) -> str:
    """Return the errors that the Nu Html Checker finds in a page."""
    places = [os.environ.get("VNU_JAR", ""), str(ROOT / ".tools/node_modules/vnu-jar/build/dist/vnu.jar")]
    jar = next((place for place in places if place and Path(place).is_file()), "")
    how = "make .tools, and a Java"
    if not jar:
        missing("vnu.jar", how)
    command = [program("java", how), "-jar", jar, "--stdout", "--format", "text", str(page)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300).stdout
    return said.replace("Document checking completed. No errors found.", "").strip()
