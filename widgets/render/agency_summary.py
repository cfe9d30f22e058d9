"""What `agencies` prints without a body: how many duties each body has in which role, on one page of a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plan_data.labels import agencies as words
from plan_data.labels.card import BETWEEN_BODIES
from plan_data.model.entities import Body
from plan_data.model.plan import Plan
from widgets.render.agency_sentences import Sentences
from widgets.render.blocks import Block, Span, text_block
from widgets.render.table_layout import TableLayout
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Line, cells, line_width

MOST_ROWS = 13
"""Rows at most: with head, signs and hints they fill the 24 lines of a small terminal."""
MOST_NAMES = 16
"""Bodies that are named in a row at most."""
ROOM_FOR_NAMES = 76
"""Cells from which on a body that has a row to itself stands there by its full name."""
GAP = "  "
"""Between the numbers."""

Counts = tuple[int, ...]
"""How many duties a body has in each role, in the order of `ROLE_LETTERS`."""


def agency_summary(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the bodies, the busiest first; those with the same numbers of duties share a row."""
    lang = options.lang
    rows, idle = _rows(plan)
    if not rows and not idle:
        return TableLayout([])
    roles = [n for n, _ in enumerate(words.ROLE_LETTERS) if any(counts[n] for counts, _ in rows)]
    letters = [[*words.ROLE_LETTERS.values()][n] for n in roles]
    wide = max((cells(str(counts[n])) for counts, _ in rows for n in roles), default=0)
    count = sum(len(bodies) for _, bodies in rows)
    head = words.WITH_ROLE.pick(lang).format(count)
    blocks = [text_block(head, "head", lead=_numbers(letters, wide, "head"))] if rows else []
    for counts, bodies in rows[:MOST_ROWS]:
        numbers = [str(counts[n] or "") for n in roles]
        blocks.append(_row(_numbers(numbers, wide, "strong"), bodies, options))
    if left := sum(len(bodies) for _, bodies in rows[MOST_ROWS:]):
        blocks.append(text_block(words.MORE.pick(lang).format(left), "soft"))
    if idle:
        blocks.append(text_block(words.IDLE.pick(lang).format(idle), "soft"))
    signs = [(letter, words.LETTER_LABELS[letter].pick(lang)) for letter in letters]
    legend = [span for letter, label in signs for span in (Span(f"{letter} ", "strong"), Span(f"{label}{GAP}", "soft"))]
    if legend:
        blocks.append(Block((*legend[:-1], legend[-1]._replace(text=signs[-1][1])), gap=True))
    if unknown := Sentences(plan, options).unknown():
        blocks.append(text_block(unknown, "muted", gap=not legend))
    if rows:
        busiest = rows[0][1][0]
        blocks.append(text_block(words.HINT.pick(lang).format(busiest.abbr or busiest.id), "soft"))
    return TableLayout(blocks)


def _rows(plan: Plan) -> tuple[list[tuple[Counts, list[Body]]], int]:
    """Return the bodies by their numbers of duties, those with the most first, and how many have none."""
    rows: dict[Counts, list[Body]] = {}
    for body in plan.bodies.values():
        if body.kind == "agency":
            found = Counter(role for _, role in plan.uses.duties.get(body.id, ()))
            rows.setdefault(tuple(found[role] for role in words.ROLE_LETTERS), []).append(body)
    idle = rows.pop((0,) * len(words.ROLE_LETTERS), [])
    # Of as many duties those in which a body leads come first.
    return sorted(rows.items(), key=lambda row: (-sum(row[0]), [-count for count in row[0]])), len(idle)


def _numbers(texts: Sequence[str], wide: int, style: str) -> Line:
    """Return the numbers of a row, or the letters above them, as columns."""
    return (Span("".join(f"{text:>{wide}}{GAP}" for text in texts), style),)


def _row(numbers: Line, bodies: Sequence[Body], options: ViewOptions) -> Block:
    """Return the bodies that have the same numbers of duties: one with its id, several by their short names."""
    lang = options.lang
    if len(bodies) == 1 and options.width >= ROOM_FOR_NAMES:
        body = bodies[0]
        abbr = f" ({body.abbr})" if body.abbr else ""
        right = (Span(body.id, "id"),)
        name = f"{body.title.pick(lang)}{abbr}"
        if cells(name) > options.width - line_width(numbers) - line_width(right) - 1:
            # Two languages that need two lines are too many for one page.
            name = f"{body.title.pick('en' if lang == 'both' else lang)}{abbr}"
        return text_block(name, "text", lead=numbers, right=right, target=body.id)
    names = [body.title.pick("zh") if lang == "zh" else body.abbr or body.title.short("en") for body in bodies]
    left = len(names) - MOST_NAMES
    if left > 1:
        names[MOST_NAMES:] = [words.MORE.pick(lang).format(left)]
    return text_block(BETWEEN_BODIES.pick(lang).join(names), "text", lead=numbers)
