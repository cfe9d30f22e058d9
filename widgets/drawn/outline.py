"""The outline: the tree of the plan, one line a node, drawn line by line over flat columns.

The columns are those of `Plan`: nodes in pre-order, their depths, the ends of their subtrees. One byte a node says
whether its branch is unfolded, and the visible rows are an array of positions in that order; so drawing 100,000 nodes
costs what drawing 300 does.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.reactive import reactive, var
from textual.strip import Strip

from plan_data.labels.bars import LEGEND
from plan_data.labels.grades import GRADE_LABELS, GRADE_SIGNS
from plan_data.labels.signs import FOCUS, FOLDED, OPEN, SAVED
from plan_data.model.entities import first_date
from plan_data.model.plan import Plan, no_plan
from widgets.drawn.styles import StyleTable
from widgets.drawn.textual_fixes import ScrolledLines
from widgets.render.names import fit_title
from widgets.render.wrapping import Span, cells, cut, line_width, padded

MARGIN = 2
"""Cells before a row: the cursor's sign, and a blank."""


class Outline(ScrolledLines, can_focus=True):
    """The tree. It shows `current`, and never moves by itself."""

    current: var[str] = var("")
    """Id of the node that is shown; bound by the screen."""
    lang: reactive[str] = reactive("en")
    """Language of the titles."""
    ascii_signs: var[bool] = var(False)
    """Draw signs in ASCII."""
    plan: var[Plan] = var(no_plan, init=False)
    """The open plan; bound by the screen."""
    matches: reactive[Sequence[str]] = reactive(())
    """Ids of the nodes that a search found; empty while none is active."""
    saved: reactive[Collection[str]] = reactive(frozenset())
    """Ids with a bookmark or a note of the reader's."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show a plan, open down to its actions."""
        super().__init__(id=id)
        self.set_reactive(Outline.plan, plan)
        self.open = bytearray(len(plan.nodes))
        """For each node whether its branch is unfolded."""
        self.only: bytearray | None = None
        """For each node whether it is shown, where only some are."""
        self._wanted: frozenset[str] = frozenset()
        """What it is filtered to, without the ancestors."""
        self._counted: list[int] = []
        """Positions of what is counted in folded branches, in order."""
        self.rows = array("I")
        """Position in pre-order of the node of each row."""
        self._inks = StyleTable()
        self._number_widths: dict[str, int] = {}
        """Width of the widest number among the children of a node, by its id."""
        self.start_open()

    # The filter.

    def set_only(self, ids: Iterable[str] | None) -> None:
        """Show only these nodes, with their ancestors; None for all."""
        if ids is None:
            if self.only is None:
                return
            self.only, self._wanted = None, frozenset()
        else:
            self._wanted = frozenset(ids)
            self.only = bytearray(len(self.plan.nodes))
            parents = self.plan.columns.parents
            for id_ in self._wanted:
                position = self.plan.index[id_]
                while not self.only[position]:
                    self.only[position] = 1
                    position = parents[position]
        self._count_anew()
        self._rebuild()

    def hides(self, id_: str) -> bool:
        """Return whether a node is left out of what is shown."""
        return self.only is not None and id_ in self.plan.index and not self.only[self.plan.index[id_]]

    # Folding.

    def start_open(self) -> None:
        """Unfold the root and the parents of the actions, and fold the rest, so that the plan's shape is seen first."""
        self.open = bytearray(len(self.plan.nodes))
        self.open[0] = 1
        parents = self.plan.columns.parents
        for position in self.plan.places_of_kind("action"):
            self.open[parents[position]] = 1
        self._rebuild()

    def show_open(self, ids: Iterable[str]) -> None:
        """Unfold the branches of these nodes, and fold all others."""
        self.open = bytearray(len(self.plan.nodes))
        for id_ in ids:
            position = self.plan.index.get(id_)
            if position is not None:
                self.open[position] = 1
        self._rebuild()

    def opened(self) -> list[str]:
        """Return the ids of the nodes whose branches are unfolded."""
        return [id_ for id_, opened in zip(self.plan.columns.ids, self.open, strict=True) if opened]

    def watch_plan(self, before: Plan, plan: Plan) -> None:
        """Show another reading of the plan; nodes that were open stay open."""
        if before is plan:
            return
        opened = [id_ for id_, opened in zip(before.columns.ids, self.open, strict=True) if opened]
        self.only, self._wanted = None, frozenset()
        self._number_widths.clear()
        self._count_anew()
        self.show_open(opened)

    def _rebuild(self) -> None:
        self.rows = self._rows_of(0, len(self.plan.nodes))
        self._show_rows()

    def _rows_of(self, first: int, end: int) -> array[int]:
        """Return the positions between two that have a row."""
        rows = array("I")
        add = rows.append
        i, opened, ends, only = first, self.open, self.plan.ends, self.only
        while i < end:
            if only is None or only[i]:
                add(i)
                i = i + 1 if opened[i] else ends[i]
            else:
                i = ends[i]
        return rows

    def _show_rows(self) -> None:
        self.virtual_size = Size(0, len(self.rows))
        self.refresh()

    def row_of(self, id_: str) -> int:
        """Return the row of a node, or -1 where it is not in the outline or lies in a folded branch."""
        position = self.plan.index.get(id_)
        if position is None:
            return -1
        row = bisect_left(self.rows, position)
        return row if row < len(self.rows) and self.rows[row] == position else -1

    def is_open(self, id_: str) -> bool:
        """Return whether a node's branch is unfolded."""
        return bool(self.open[self.plan.index[id_]])

    def set_open(self, ids: Iterable[str], opened: bool) -> None:
        """Fold or unfold the branches of these nodes."""
        for id_ in ids:
            position = self.plan.index.get(id_)
            if position is None or self.plan.ends[position] == position + 1 or self.open[position] == opened:
                continue
            self.open[position] = opened
            row = self.row_of(id_)
            if row >= 0:
                # Rows are in pre-order, so that those of a branch are a slice.
                end = self.plan.ends[position]
                self.rows[row + 1 : bisect_left(self.rows, end)] = (
                    self._rows_of(position + 1, end) if opened else array("I")
                )
        self._show_rows()

    def set_open_below(self, id_: str, opened: bool) -> None:
        """Fold or unfold a node and everything below it."""
        position = self.plan.index[id_]
        end = self.plan.ends[position]
        self.open[position:end] = bytes([opened]) * (end - position)
        self._rebuild()

    def open_to_depth(self, depth: int) -> None:
        """Unfold the whole outline down to a depth, the root's children being 1, and fold what lies below."""
        self.open = bytearray(1 if d < depth else 0 for d in self.plan.depths)
        self._rebuild()

    def reveal(self, id_: str) -> None:
        """Unfold the ancestors of a node."""
        closed = [a.id for a in self.plan.ancestors(id_) if not self.is_open(a.id)]
        if closed:
            self.set_open(closed, True)

    def shown_ancestor(self, id_: str) -> str:
        """Return the node itself, or its topmost folded ancestor where it lies in a folded branch."""
        last = self.plan.root.id
        for above in self.plan.ancestors(id_):
            if self.hides(above.id):
                return last
            if not self.is_open(above.id):
                return above.id
            last = above.id
        return last if self.hides(id_) else id_

    # Drawing.

    def watch_current(self, old: str, new: str) -> None:
        """Show the row of the node, unfolding what hides it."""
        if not self.is_attached or new not in self.plan.index:
            self.refresh()
            return
        self.reveal(new)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        row = self.row_of(new)
        if height and not top <= row < top + height:
            target = row if row < top else row - height + 1
            if abs(row - top) > 2 * height:
                target = row - height // 3
            self.scroll_to_line(target)
        self._refresh_row(self.row_of(old))
        self._refresh_row(row)

    def _refresh_row(self, row: int) -> None:
        y = row - self.scroll_offset.y
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def watch_matches(self) -> None:
        """Count the matches in folded branches."""
        self._count_anew()

    def on_resize(self) -> None:
        """Keep the current row in view."""
        self.watch_current(self.current, self.current)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self._base
        if width < 1:
            return Strip.blank(width, base)
        ink = self._inks.of(self.app.theme_variables)
        over, sign = base, " "
        if row < len(self.rows):
            position = self.rows[row]
            if self.plan.columns.ids[position] == self.current:
                over = base + ink["cursor" if self.has_focus else "cursor-blurred"]
                sign = FOCUS.drawn(self.ascii_signs) if self.has_focus else sign
            parts = self._parts(position, width - MARGIN)
        else:
            parts = self._legend(y)
        parts = [Span(sign, "pointer"), Span(" "), *parts]
        segments = [Segment(span.text, over + ink[span.style] if span.style else over) for span in parts if span.text]
        return Strip(segments).adjust_cell_length(width, over)

    def _parts(self, position: int, width: int) -> list[Span]:
        """Return a row: fold sign, number and title, and at the right what is found below, a bookmark, the grade."""
        node = self.plan.nodes[position]
        branch = self.plan.ends[position] > position + 1
        grade = self.plan.shown_grade(node)
        sign = GRADE_SIGNS[grade].drawn(self.ascii_signs) if grade else " "
        fold = (OPEN if self.open[position] else FOLDED).drawn(self.ascii_signs) if branch else " "
        depth = max(0, self.plan.depths[position] - 1)
        number = first_date(node) if node.event else node.number
        # Where nothing can be folded, numbers begin in the place of the sign, so that titles have more room.
        left = [Span("  " * depth + ("" if number and self._is_flat(node.parent) else f"{fold} "), "fold")]
        if number:
            left.append(Span(f"{padded(number, self._number_width(node.parent), right=True)} ", "number"))
        used = line_width(left)
        count = self._count(position, branch)
        right = f"{f' ({count})' if count else ''}{f' {SAVED}' if node.id in self.saved else ''}"
        room = max(0, width - used - len(right) - 3)
        style = "match" if node.id in self.matches else "section" if node.kind == "plan" else ""
        title = fit_title(node.title, self.lang, room)
        filler = Span(" " * max(0, room - cells(title)))
        line = (*left, Span(title, style), filler, Span(right, "match"), Span(f" {sign} ", f"grade-{grade}"))
        return list(cut(line, width))

    def _is_flat(self, parent: str) -> bool:
        """Return whether none of the children of a node has children of its own."""
        if not parent:
            return False
        position = self.plan.index[parent]
        return self.plan.ends[position] - position - 1 == len(self.plan.nodes[position].children)

    def _number_width(self, parent: str) -> int:
        """Return the width of the widest number among the children of a node, so that their titles begin together."""
        width = self._number_widths.get(parent)
        if width is None:
            children = self.plan.node(parent).children if parent else ()
            # Of very many the ends will do: numbers grow.
            some = (self.plan.node(id_) for id_ in {*children[:50], *children[-50:]})
            width = max((cells(node.number) for node in some if not node.event), default=0)
            self._number_widths[parent] = width
        return width

    def _legend(self, y: int) -> list[Span]:
        """Return a line of the legend of the grades, at the foot of the outline where there is room for it."""
        height = self.scrollable_content_region.height
        line = y - (height - len(GRADE_SIGNS) - 1)
        if line < 0 or height - len(self.rows) < len(GRADE_SIGNS) + 2:
            return []
        if not line:
            return [Span(LEGEND.pick(self.lang), "count")]
        grade, label = list(GRADE_LABELS.items())[line - 1]
        sign = GRADE_SIGNS[grade].drawn(self.ascii_signs)
        return [Span(f"{sign} ", f"grade-{grade}"), Span(f" {label.pick(self.lang)}", "count")]

    def _count(self, position: int, branch: bool) -> str:
        """Return how many matches a folded branch holds; "" for none, and where nothing is sought."""
        if not branch or self.open[position]:
            return ""
        inside = bisect_left(self._counted, self.plan.ends[position]) - bisect_left(self._counted, position + 1)
        return str(inside) if inside else ""

    def _count_anew(self) -> None:
        """Take what is counted in folded branches: the matches, else what the outline is filtered to."""
        index = self.plan.index
        self._counted = sorted(index[id_] for id_ in (self.matches or self._wanted) if id_ in index)
