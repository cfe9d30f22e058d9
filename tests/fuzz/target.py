"""The fuzz target: the loader may report any findings, but raise only its two errors."""

from __future__ import annotations

import tempfile
from pathlib import Path

from plan_data.errors import Finding, FormError, PlanError
from plan_data.exports import records
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.text.visible import hidden, visible
from tests.small_plan import FILES

PARTED = b"\n=====\n"
"""What stands between two files in an input: the files of a plan, in the order of `FILES`."""
WHOLE = PARTED.join(text.encode() for text in FILES.values())
"""The input that is a plan in order."""
MAX_BYTES = 1 << 16
"""Cap on a file, so that each try is short."""


def tried(data: bytes) -> list[Finding]:
    """Load the plan that an input is; return what was found.

    Args:
        data: The files, parted by `PARTED`; those that are missing are not written.

    Raises:
        AssertionError: A finding is not fit to be shown.
    """
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        for name, content in zip(FILES, data.split(PARTED), strict=False):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        found = _findings(folder)
    for finding in found:
        assert finding.severity in ("error", "warning"), finding
        assert finding.line >= 0 and finding.column >= 0 and finding.code and finding.message, finding
        assert "\n" not in visible(finding.message) and len(finding.message) < 600, finding
    return found


def _findings(folder: Path) -> list[Finding]:
    try:
        plan = load(folder, max_bytes=MAX_BYTES, with_errors=True)
    except FormError as error:
        assert not hidden(error.excerpt.replace("\n", "")), error.excerpt
        return [error.finding]
    except PlanError as error:
        return error.findings
    _walked(plan)
    return list(plan.findings)


def _walked(plan: Plan) -> None:
    """Ask a plan, be it as faulty as it is, what every command asks of it."""
    for node in plan.nodes:
        assert len(plan.ancestors(node.id)) <= len(plan.nodes)
        records.dumps(records.node(plan, node.id)) if node.id in plan.index else None
    for quote in plan.quotes:
        assert plan.anchors[quote].state
