"""The process that reads a large plan and makes its index file, while this one reads the plan for the screen.

So keys do not wait for it, and it goes on when the reader leaves. It reads the plan a second time: to send it what was
read would take this process longer, and hold up the keys.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from plan_data.cache.database import Database
from plan_data.cache.index_file import REST, IndexFile

NICE = 10
"""How much less the process matters to the system than those that somebody waits for."""


class Builder:
    """Another process that makes an index file."""

    def __init__(self, file: IndexFile, max_bytes: int) -> None:
        """Start it; where that fails, it is as if it had ended.

        Args:
            file: The file.
            max_bytes: Cap on the size of each file of the plan.
        """
        self._file = file
        # It finds modules where this process does, and none in the current folder.
        paths = os.pathsep.join(path for path in sys.path if path)
        words = [sys.executable, "-P", "-m", "plan_data.cache.builder", os.fspath(file.folder.resolve()), file.name]
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(
                [*words, str(max_bytes)],
                env={**os.environ, "PYTHONPATH": paths},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return

    @property
    def is_working(self) -> bool:
        """Whether it has not ended."""
        return self._process is not None and self._process.poll() is None

    def database(self) -> Database | None:
        """Return the database that it made; None where it could not."""
        return self._file.database()


def build(folder: str, name: str, max_bytes: str) -> None:
    """Make the index file of a plan. Runs in a process of its own.

    Args:
        folder: The plan's folder.
        name: `IndexFile.name`.
        max_bytes: Cap on the size of each file.
    """
    from plan_data.cache.cached_plan import plan_file
    from plan_data.copies.opening import file_with_copies
    from plan_data.errors import FormError, PlanError
    from plan_data.loading import collector
    from plan_data.model.plan import Plan

    os.nice(NICE)
    collector.hold_off()
    file_of = file_with_copies if name else plan_file
    file = file_of(Path(folder), int(max_bytes))

    def make() -> Plan:
        if file.database() is not None:
            # Another process made it meanwhile.
            raise FileExistsError
        plan = file.load(None)
        while not file.is_settled:
            time.sleep(REST / 10)
        if file_of(Path(folder), int(max_bytes)).files != file.files:
            raise FileNotFoundError
        return plan

    try:
        file.write(make, wait=True)
    except (FormError, PlanError):
        return


if __name__ == "__main__":
    build(*sys.argv[1:])
