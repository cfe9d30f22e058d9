"""What the card of a plan tells behind its summary: which document it is, what it holds, how well."""

from __future__ import annotations

from collections.abc import Iterator

from plan_data.labels.grades import GRADE_SIGNS
from plan_data.labels.kinds import counted
from plan_data.model.entities import AROUND, KINDS
from plan_data.model.plan import Plan
from widgets.render.blocks import Block
from widgets.render.wrapping import Span

USUAL = ("action", "task", "group", "measure")
"""The kinds that are counted; a plan that has none of them is told by those that it has."""


def about_blocks(plan: Plan, lang: str = "en", ascii_signs: bool = False) -> Iterator[Block]:
    """Yield the first screen's facts: the document, how much there is of each kind, and how many titles bear a grade.

    Args:
        plan: The plan.
        lang: `en`, `zh` or `both`, for the name of the issuing body.
        ascii_signs: Draw signs in ASCII.
    """
    document = plan.document
    if document:
        dates = document.dates
        facts = [document.number, f"dated {dates.written}" if dates.written else ""]
        facts.append(f"published {dates.published}" if dates.published else "")
        line = ", ".join(fact for fact in facts if fact)
        said = ": ".join(words for words in (plan.issuer(lang), line) if words)
        yield Block((Span(said, "text"),), gap=True, target=document.id)
    grades = dict.fromkeys(GRADE_SIGNS, 0)
    counts: dict[str, int] = {}
    for (kind, grade), count in plan.tally.items():
        if kind not in AROUND and kind not in ("plan", "section"):
            grades[grade] += count
            counts[kind] = counts.get(kind, 0) + count
    kinds = [kind for kind in USUAL if kind in counts] or [kind for kind in KINDS if kind in counts]
    told = ", ".join(counted(counts[kind], kind) for kind in kinds)
    line = "; ".join(words for words in (told, _held(plan)) if words)
    yield Block((Span(line, "text"),), gap=document is None)
    for grade, sign in GRADE_SIGNS.items():
        if grades[grade] or grade != "attached":
            mark = sign.ascii if ascii_signs else sign.sign
            yield Block(
                (Span(f"{grades[grade]:>4} titles  {sign.label}", "muted"),),
                lead=(Span(f"{mark} {grade}", f"grade-{grade}"), Span(" " * (11 - len(grade)))),
                indent=2,
                gap=grade == "quoted",
            )


def _held(plan: Plan) -> str:
    """Say how the plan's quotes stand, or that there are none."""
    if not plan.quotes:
        return f"no quotes, {counted(len(plan.sources), 'source')} named"
    read = sum(bool(source.passages) for source in plan.sources.values())
    verbatim = plan.state_counts.get("verbatim", 0)
    return f"{verbatim} of {counted(len(plan.quotes), 'quote')} verbatim, from {counted(read, 'source')}"
