"""The facts on the card of a plan: which document it is, its size, and the grades of its titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plan_data.labels import view_words as words
from plan_data.labels.card import DATED
from plan_data.labels.grades import GRADE_SIGNS
from plan_data.labels.kinds import counted
from plan_data.model.entities import AROUND, KINDS
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.wrapping import Span

USUAL = ("action", "task", "group", "measure")
"""The kinds that are counted; of a plan that has none of them those that it has are counted."""


def about_blocks(plan: Plan, lang: str = "en", ascii_signs: bool = False) -> Iterator[Block]:
    """Yield the facts of the first screen: the document, the count of each kind, and the count of titles by grade.

    Args:
        plan: The plan.
        lang: `en`, `zh` or `both`, for the name of the issuing body.
        ascii_signs: Draw signs in ASCII.
    """
    document = plan.document
    if document:
        dates = ((DATED, document.dates.written), (words.PUBLISHED, document.dates.published))
        facts = [document.number, *(form.format(date) for form, date in dates if date)]
        line = ": ".join(filter(None, (plan.issuer(lang), ", ".join(filter(None, facts)))))
        yield text_block(line, "text", gap=True, target=document.id)
    grades: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for (kind, grade), count in plan.tally.items():
        if kind not in AROUND and kind not in ("plan", "section"):
            grades[grade] += count
            counts[kind] += count
    kinds = [kind for kind in USUAL if kind in counts] or [kind for kind in KINDS if kind in counts]
    line = "; ".join(filter(None, (", ".join(counted(counts[kind], kind) for kind in kinds), _quotes(plan))))
    yield text_block(line, "text", gap=document is None)
    for grade, sign in GRADE_SIGNS.items():
        if grades[grade] or grade != "attached":
            yield text_block(
                words.TITLES.format(f"{grades[grade]:>4}", sign.label),
                "muted",
                lead=(Span(f"{sign.drawn(ascii_signs)} {grade}", f"grade-{grade}"), Span(" " * (11 - len(grade)))),
                indent=2,
                gap=grade == "quoted",
            )


def _quotes(plan: Plan) -> str:
    """Say how many of the plan's quotes are verbatim, or that there are none."""
    if not plan.quotes:
        return words.NO_QUOTES.format(counted(len(plan.sources), "source"))
    read = sum(bool(source.passages) for source in plan.sources.values())
    verbatim = plan.state_counts.get("verbatim", 0)
    return words.VERBATIM.format(verbatim, counted(len(plan.quotes), "quote"), counted(read, "source"))
