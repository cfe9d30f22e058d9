"""What is raised where a plan cannot be read. Loads no YAML, so that whoever opens a plan can name it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Progress = Callable[[float], None]
"""Is told now and then which share of a long work is done, from 0 to 1; what it raises ends the work."""

MAX_BYTES = 64 * 2**20
"""Default cap on the size of a file, in bytes."""


class Finding(NamedTuple):
    """Something wrong in a file."""

    severity: str
    """`error` or `warning`."""
    file: str
    """Name of the file, relative to the plan's folder."""
    line: int
    """From 1; 0 where there is none."""
    column: int
    """From 1, in code points; 0 where there is none."""
    path: str
    """Where in the tree: `actions/act.ai/title`."""
    code: str
    """A short name that never changes: `unknown-key`."""
    message: str
    """One sentence."""


class FormError(Exception):
    """A file that cannot be read as YAML of our form. `finding` says where and why, `excerpt` shows the line."""

    def __init__(self, finding: Finding, excerpt: str = "") -> None:
        """Take the finding and the line of the file with a caret below the place, or ""."""
        super().__init__(finding.message)
        self.finding = finding
        self.excerpt = excerpt


class Cancelled(Exception):
    """The user cancelled long work. `code` is the exit code for that."""

    def __init__(self, code: int = 0) -> None:
        """Take the exit code."""
        super().__init__("cancelled")
        self.code = code


class PlanError(Exception):
    """A plan with errors. `findings` holds all of them, and the warnings."""

    def __init__(self, findings: list[Finding]) -> None:
        """Take everything that was found."""
        errors = sum(f.severity == "error" for f in findings)
        super().__init__(f"{errors} error{'' if errors == 1 else 's'} in the plan")
        self.findings = findings


class Refused(Exception):
    """A file that cannot be taken for a copy of the source; the message says why."""
