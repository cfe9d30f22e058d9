"""Programs that judge what is exported; a test that lacks one is skipped, and the end of the run says so."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MISSING: dict[str, str] = {}
"""Programs that were looked for in vain, each with how to get it."""


def program(name: str, how: str) -> str:
    """Return the path of a program; skips the test where there is none."""
    found = shutil.which(name)
    if found is None:
        MISSING[name] = how
        pytest.skip(f"no {name} here: {how}")
    return found


def pandoc(text: str, *words: str) -> str:
    """Return what Pandoc makes of a text."""
    command = [program("pandoc", "apt install pandoc"), *words]
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return done.stdout


def chromium(page: Path, fragment: str, profile: Path, *words: str) -> tuple[str, str]:
    """Return the DOM of a page as headless Chromium sees it, and what its console said."""
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    flags += " --disable-component-update --disable-sync --enable-logging=stderr --dump-dom"
    command = [program("chromium", "apt install chromium"), *flags.split(), f"--user-data-dir={profile}", *words]
    done = subprocess.run([*command, f"{page.as_uri()}#{fragment}"], capture_output=True, text=True, timeout=120)
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return done.stdout, "\n".join(console)


def html_errors(page: Path) -> str:
    """Return what the Nu Html Checker finds wrong in a page."""
    places = [os.environ.get("VNU_JAR", ""), str(ROOT / ".tools/node_modules/vnu-jar/build/dist/vnu.jar")]
    jar = next((place for place in places if place and Path(place).is_file()), "")
    how = "npm install --prefix .tools vnu-jar, and a Java"
    if not jar:
        MISSING["vnu"] = how
        pytest.skip(f"no vnu.jar here: {how}")
    command = [program("java", how), "-jar", jar, "--stdout", "--format", "text", str(page)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300).stdout
    return said.replace("Document checking completed. No errors found.", "").strip()
