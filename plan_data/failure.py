"""What is raised where a plan cannot be read. Loads no YAML, so that whoever opens a plan can name it."""

from __future__ import annotations

from collections.abc import Callable

from plan_data.parts import Finding

Progress = Callable[[float], None]
"""Is told now and then which share of a long work is done, from 0 to 1; what it raises ends the work."""

MAX_BYTES = 64 * 2**20
"""Default cap on the size of a file, in bytes."""


class FormError(Exception):
    """A file that cannot be read as YAML of our form. `finding` says where and why, `excerpt` shows the line."""

    def __init__(self, finding: Finding, excerpt: str = "") -> None:
        """Take the finding and the line of the file with a caret below the place, or ""."""
        super().__init__(finding.message)
        self.finding = finding
        self.excerpt = excerpt


class Left(Exception):
    """Whoever waited for a long work has left. `code` is the exit code for that."""

    def __init__(self, code: int = 0) -> None:
        """Take the exit code."""
        super().__init__("left")
        self.code = code


class PlanError(Exception):
    """A plan with errors. `findings` holds all of them, and the warnings."""

    def __init__(self, findings: list[Finding]) -> None:
        """Take everything that was found."""
        errors = sum(f.severity == "error" for f in findings)
        super().__init__(f"{errors} error{'' if errors == 1 else 's'} in the plan")
        self.findings = findings
