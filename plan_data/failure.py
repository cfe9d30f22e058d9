"""What is raised where a plan cannot be read. Loads no YAML, so that whoever opens a plan can name it."""

from __future__ import annotations

from plan_data.parts import Finding

MAX_BYTES = 64 * 2**20
"""Default cap on the size of a file, in bytes."""


class FormError(Exception):
    """A file that cannot be read as YAML of our form. `finding` says where and why, `excerpt` shows the line."""

    def __init__(self, finding: Finding, excerpt: str = "") -> None:
        """Take the finding and the line of the file with a caret below the place, or ""."""
        super().__init__(finding.message)
        self.finding = finding
        self.excerpt = excerpt


class PlanError(Exception):
    """A plan with errors. `findings` holds all of them, and the warnings."""

    def __init__(self, findings: list[Finding]) -> None:
        """Take everything that was found."""
        errors = sum(f.severity == "error" for f in findings)
        super().__init__(f"{errors} error{'' if errors == 1 else 's'} in the plan")
        self.findings = findings
