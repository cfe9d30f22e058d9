"""The errors of reading a plan, and the findings in them. Loads no YAML: callers catch these without loading it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plan_data.model.pair import Pair

Progress = Callable[[float], None]
"""Called now and then with the share of a long job that is done, from 0 to 1; an exception from it ends the job."""

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
    """A file that cannot be read as YAML of our form."""

    def __init__(
        self, file: str, code: str, message: str, line: int = 0, column: int = 0, path: str = "", excerpt: str = ""
    ) -> None:
        """Make the error and its finding.

        Args:
            file: Name of the file.
            code: As in `Finding`.
            message: As in `Finding`.
            line: From 1; 0 for the file as a whole.
            column: From 1; 0 for the file as a whole.
            path: Where in the tree.
            excerpt: The line of the file, with a caret below the column; "" for none.
        """
        super().__init__(message)
        self.finding = Finding("error", file, line, column, path, code, message)
        """Where and why."""
        self.excerpt = excerpt
        """The line of the file, with a caret below the column; "" for none."""


class Cancelled(Exception):
    """The user cancelled a long job. `code` is the exit code for that."""

    def __init__(self, code: int = 0) -> None:
        """Take the exit code."""
        super().__init__("cancelled")
        self.code = code


class PlanError(Exception):
    """A plan with errors. `findings` has all of them, and the warnings."""

    def __init__(self, findings: list[Finding]) -> None:
        """Take all findings."""
        errors = sum(f.severity == "error" for f in findings)
        super().__init__(f"{errors} error{'' if errors == 1 else 's'} in the plan")
        self.findings = findings


class ReasonedError(Exception):
    """An error whose reason is told in the reader's language; as text it is in English."""

    def __init__(self, why: Pair) -> None:
        """Take the reason."""
        super().__init__(why.en)
        self.why = why


class Refused(ReasonedError):
    """A file that is not accepted as a copy of a source."""

    def __init__(self, reason: str, **values: object) -> None:
        """Take a key of `labels.attachments.REFUSALS`, and the values in its text."""
        from plan_data.labels.attachments import REFUSALS

        super().__init__(REFUSALS[reason].format(**values))
