"""The page of the cases says what the tests hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_case_has_a_test_and_the_page_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docs.reliability", "--check"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
