"""The comparison of two nodes: who has which role on each side, then goals, summaries, contents, quotes, related."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_data.labels import comparison as words
from plan_data.labels.card import FIGURE, GOAL, SECTION_LABELS, SUMMARY
from plan_data.labels.deadlines import by_date
from plan_data.labels.kinds import CHILDREN_LABELS
from plan_data.labels.roles import AGENCY_ROLE_CLAUSES, AGENCY_ROLE_LABELS, ROLE_LABELS
from plan_data.model.entities import GRADES, Body, Node
from plan_data.model.plan import Plan
from plan_data.model.statements import Statements, statements
from widgets.render.blocks import Block, text_block
from widgets.render.names import fit_title, numbered
from widgets.render.notes import pair_spans
from widgets.render.table_layout import Column, LayoutBuilder, Says, TableLayout
from widgets.render.view_options import ViewOptions, grade_legend, sign, supported
from widgets.render.wrapping import Line, Span

BETWEEN = 2
"""Cells between two columns."""
LEAST = 60
"""Cells that columns need; in fewer, the two sides are one below the other."""
LABELS = 0.42
"""Share of the width that the names of the rows have."""


def comparison_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the comparison of the two nodes in `options.nodes`."""
    if len(options.nodes) != 2 or any(id_ not in plan.index for id_ in options.nodes):
        return TableLayout([text_block(words.COMPARE_HINT.pick(options.lang), "muted")])
    return Comparison(plan, options).layout()


class Comparison:
    """Two nodes side by side, in rows of a name and what holds on each side."""

    def __init__(self, plan: Plan, options: ViewOptions) -> None:
        """Compare the two nodes in `options.nodes`."""
        self.plan = plan
        self.options = options
        self.lang = options.lang
        self.nodes = [plan.node(id_) for id_ in options.nodes]
        self.said: list[Statements] = [statements(plan, node) for node in self.nodes]
        self.has_columns = options.width >= LEAST
        self.label = round(options.width * LABELS)
        self.side = (options.width - self.label - 2 * BETWEEN) // 2
        self.rows = LayoutBuilder(options.width)
        self.pending: Block | None = None
        """The heading of a section that has no row yet."""
        self.grades: set[str] = set()
        self.has_blanks = False
        """Whether anything is so of one side alone."""

    def layout(self) -> TableLayout:
        """Return the rows below the names of the two, which do not scroll."""
        self._heads()
        pinned = len(self.rows.blocks)
        self._who()
        self._goals()
        self._summaries()
        self._children()
        self._quotes()
        self._related()
        legend = grade_legend(self.grades, self.options)
        if self.has_blanks:
            none = words.NONE.pick(self.lang), words.NONE_KNOWN.pick(self.lang)
            legend += (Span("  " if legend else ""), Span(" ".join(none), "soft"))
        about = words.ABOUT.pick(self.lang).format(*map(self._thing, self.nodes))
        return self.rows.layout._replace(pinned=(pinned,), foot=[Block(legend)] if legend else [], about=about)

    # Parts of a row.

    def _sign(self, grade: str) -> Span:
        self.grades.add(grade)
        return sign(grade, self.options)

    def _heads(self) -> None:
        """Add the names of the two, above their columns or one below the other."""
        if self.has_columns:
            columns = [Column(self.label), Column(self.side), Column(self.side)]
            for column, node in zip(columns[1:], self.nodes, strict=True):
                column.add(self._name(node, self.side), 0, node.id)
            self.rows.add_columns(columns, BETWEEN)
            return
        for name, node in zip(words.SIDES, self.nodes, strict=True):
            lead = (Span(f"{name.pick(self.lang)}  ", "soft"),)
            self.rows.add(Block(self._name(node, self.options.width - 7), lead=lead, target=node.id))

    def _name(self, node: Node, width: int) -> Line:
        """Return number and name of one of the two."""
        number = f"{node.number} " if node.number else ""
        return (Span(f"{number}{fit_title(node.title, self.lang, width - len(number))}", "strong"),)

    def _heading(self, section: str, title: str, more: str = "", grades: Iterable[str] = ()) -> None:
        """Add the heading of a section; `grades` of both sides stand behind it, once where they are the same."""
        signs = [part for grade in dict.fromkeys(grades) for part in (Span(" "), self._sign(grade))]
        spans = (Span(title, "head"), Span(f"  {more}" if more else "", "soft"))
        self.pending = Block(spans, right=tuple(signs[1:]), section=section, gap=True)

    def _keeps(self, *texts: str) -> bool:
        """Return whether the filter keeps a row with these texts; if so, its heading stands before it."""
        if not self.options.matches(*texts):
            return False
        if self.pending:
            self.rows.add(self.pending)
            self.pending = None
        return True

    def _row(
        self,
        section: str,
        label: Span,
        target: str,
        sides: Sequence[tuple[Span, str]],
        says: Says | None = None,
    ) -> None:
        """Add a row: a name, and on each side a text and what it leads to."""
        if not self._keeps(label.text, target, *(text.text for text, _ in sides)):
            return
        self.has_blanks = self.has_blanks or any(text.text == words.NONE.pick(self.lang) for text, _ in sides)
        if self.has_columns:
            columns = [Column(self.label), Column(self.side), Column(self.side)]
            columns[0].add((label,), 2, target, hang=2, says=says)
            for column, (text, leads_to) in zip(columns[1:], sides, strict=True):
                column.add((text,), 0, leads_to, says=says)
            self.rows.add_columns(columns, BETWEEN, member=section)
            return
        self.rows.add(Block((label,), indent=2, target=target, member=section), says=says)
        told = [
            (Span(f"{name.pick(self.lang)} ", "soft"), text) for name, (text, _) in zip(words.SIDES, sides, strict=True)
        ]
        spans = (*told[0], Span("   "), *told[1])
        self.rows.add(Block(spans, indent=4, member=section))

    def _columns(self, section: str, texts: Sequence[Sequence[tuple[Line, str]]]) -> None:
        """Add two texts of lines side by side, each line with what it leads to, or one below the other."""
        wide = (self.options.width - BETWEEN - 4) // 2 if self.has_columns else self.options.width - 4
        columns = []
        for lines in texts:
            column = Column(wide)
            for line, target in lines:
                if not self._keeps(*(span.text for span in line), target):
                    continue
                column.add(line, 0, target, hang=2 if target else 0)
            columns.append(column)
        if self.has_columns:
            self.rows.add_columns(columns, BETWEEN, indent=2, member=section)
            return
        for name, column in zip(words.SIDES, columns, strict=True):
            if not column.lines:
                continue
            self.rows.add(text_block(name.pick(self.lang), "soft", indent=2, member=section))
            self.rows.add_columns([column], indent=4, member=section)

    def _counts(self, left: Iterable[str], right: Iterable[str]) -> str:
        """Return in words how many ids both sides have, and one of them alone."""
        mine, theirs = set(left), set(right)
        numbers = (len(mine & theirs), len(mine - theirs), len(theirs - mine))
        told = [word.pick(self.lang).format(n) for word, n in zip(words.COUNTS, numbers, strict=True) if n]
        return words.BETWEEN.pick(self.lang).join(told)

    # The sections.

    def _who(self) -> None:
        """Add the bodies: first those whose roles differ, then those of one side, then those that are the same."""
        lists = [said.bodies for said in self.said]
        if not any(lists):
            return
        roles = [{body.id: role for body, role in found.roles} if found else {} for found in lists]
        bodies: dict[str, Body] = {body.id: body for found in lists if found for body, _ in found.roles}
        known = [found for found in lists if found and found.known]
        title = SECTION_LABELS["agencies"].pick(self.lang)

        owners = [found.owner if found else node for found, node in zip(lists, self.nodes, strict=True)]

        def order(id_: str) -> int:
            left, right = (side.get(id_, "") for side in roles)
            return 3 if left == right else 0 if left and right else 1 if left else 2

        told = zip(words.ROLE_COUNTS, (sum(order(id_) == n for id_ in bodies) for n in range(4)), strict=True)
        counts = words.BETWEEN.pick(self.lang).join(word.pick(self.lang).format(n) for word, n in told if n)
        self._heading("agencies", title, counts, [found.grade for found in known])
        if owners != self.nodes:
            sides = [(Span(self._thing(owner), "soft"), owner.id) for owner in owners]
            self._row("agencies", Span(words.WHOSE_LIST.pick(self.lang), "soft"), "", sides)
        for id_ in sorted(bodies, key=order):
            held = [side.get(id_, "") for side in roles]
            # Of what differs, two roles of one body weigh most.
            style = "strong" if all(held) and held[0] != held[1] else "text"
            sides = [
                (Span(self._role(side, n), style if side else "soft"), node.id)
                for n, (side, node) in enumerate(zip(held, self.nodes, strict=True))
            ]
            says = self._says_roles(bodies[id_], held, owners)
            self._row("agencies", Span(bodies[id_].title.pick(self.lang), style), id_, sides, says)
        for n, found in enumerate(lists):
            if found and not found.known:
                blank = (Span(words.NONE.pick(self.lang), "soft"), self.nodes[n].id)
                sides = [blank, blank]
                sides[n] = (Span(words.UNKNOWN.pick(self.lang), "soft"), self.nodes[n].id)
                self._row("agencies", Span(self.nodes[n].title.pick(self.lang), "text"), self.nodes[n].id, sides)

    def _role(self, role: str, side: int) -> str:
        """Return a role in words; without one, whether the list is known."""
        if role:
            return AGENCY_ROLE_LABELS[role].pick(self.lang)
        found = self.said[side].bodies
        return (words.UNKNOWN if found and not found.known else words.NONE).pick(self.lang)

    def _says_roles(self, body: Body, held: Sequence[str], owners: Sequence[Node]) -> Says:
        """Return the sentence on a body: what it does on both sides, and how far that is supported."""

        def say() -> Line:
            left, right = (
                AGENCY_ROLE_CLAUSES[role].pick(self.lang).format(self._thing(owner))
                for role, owner in zip(held, owners, strict=True)
            )
            name = body.title.name(self.lang)
            text = words.SENTENCE.pick(self.lang).format(body=name, left=left, right=right)
            found = [said.bodies.grade for said in self.said if said.bodies and said.bodies.known]
            return (Span(text, "text"), *supported(max(found, key=GRADES.index), self.options))

        return say

    def _thing(self, node: Node) -> str:
        """Return what a node is called inside a sentence: `action 3`, or its name."""
        return numbered(node, self.lang) if node.number else node.title.name(self.lang)

    def _goals(self) -> None:
        """Add the dates of both, and the goals that they are linked to, each with its date."""
        linked = [said.targets for said in self.said]
        dues = [self.plan.due_inherited(node)[0] if not node.due else node.due for node in self.nodes]
        if not any((*linked, *dues)) and not all(node.kind in ("action", "task") for node in self.nodes):
            return
        self._heading("targets", SECTION_LABELS["targets"].pick(self.lang), self._counts(*linked))
        if any(dues):
            sides = [
                (Span(by_date(due, self.lang) or words.NONE.pick(self.lang), "strong" if due else "soft"), node.id)
                for due, node in zip(dues, self.nodes, strict=True)
            ]
            self._row("targets", Span(words.OWN_DATE.pick(self.lang), "text"), "", sides)
        elif self._keeps():
            self.rows.add(text_block(words.NO_DATE.pick(self.lang), "soft", indent=2, member="targets"))
        for id_ in sorted({id_: None for ids in linked for id_ in ids}, key=lambda id_: -sum(id_ in s for s in linked)):
            goal = self.plan.node(id_)
            self._row(
                "targets",
                Span(self._goal(goal), "link"),
                id_,
                [self._date(goal, node, id_ in ids) for ids, node in zip(linked, self.nodes, strict=True)],
                self._says_goal(goal, linked),
            )

    def _goal(self, goal: Node) -> str:
        """Return the name of a goal, with its number."""
        figure = goal.target.figure(self.lang) if goal.target and goal.target.number else ""
        name = goal.title.pick(self.lang)
        return words.GOAL_FIGURE.pick(self.lang).format(name, figure) if figure and figure not in name else name

    def _date(self, goal: Node, node: Node, linked: bool) -> tuple[Span, str]:
        """Return by when a goal is due, if the node is linked to it, and what that leads to."""
        if not linked:
            return Span(words.NONE.pick(self.lang), "soft"), node.id
        due = goal.due or self.plan.due_inherited(goal)[0]
        is_figure = goal.target is not None and goal.target.sort == "figure"
        text = by_date(due, self.lang) if due else (FIGURE if is_figure else GOAL).pick(self.lang)
        quotes = [f"{goal.id}@{link.id}" for link in goal.quotes[:1]]
        return Span(text, "text"), quotes[0] if quotes else goal.id

    def _says_goal(self, goal: Node, linked: Sequence[Sequence[str]]) -> Says:
        """Return the sentence on a goal: its date on the sides that are linked to it."""

        def say() -> Line:
            left, right = (
                self._date(goal, node, True)[0].text if goal.id in ids else words.NOT_LINKED.pick(self.lang)
                for ids, node in zip(linked, self.nodes, strict=True)
            )
            text = words.GOAL_SENTENCE.pick(self.lang).format(title=self._goal(goal), left=left, right=right)
            return (Span(text, "text"), *supported(self.plan.grade(goal), self.options))

        return say

    def _summaries(self) -> None:
        """Add our summaries."""
        found = [said.summary for said in self.said]
        if any(found):
            self._heading("summary", SUMMARY.pick(self.lang), grades=[summary.grade for summary in found if summary])
            self._columns(
                "summary", [[(pair_spans(each.text, self.lang, "text"), "")] if each else [] for each in found]
            )

    def _children(self) -> None:
        """Add what lies below each."""
        kinds = {node.kind for node in self.nodes if node.children}
        label = CHILDREN_LABELS.get(next(iter(kinds))) if len(kinds) == 1 else None
        if kinds:
            self._heading("children", (label or SECTION_LABELS["children"]).pick(self.lang))
            self._columns("children", [self._entries(node.children) for node in self.nodes])

    def _entries(self, ids: Iterable[str]) -> list[tuple[Line, str]]:
        """Return a line for each of some nodes: number and name."""
        nodes = map(self.plan.node, ids)
        return [
            (
                (Span(f"{node.number}  " if node.number else "", "soft"), Span(node.title.pick(self.lang), "link")),
                node.id,
            )
            for node in nodes
        ]

    def _quotes(self) -> None:
        """Add how many quotes each has in a role, and the quotes that both have."""
        found = [{quote.id: group.role for group in said.own_quotes for quote in group.quotes} for said in self.said]
        if not any(found):
            return
        self._heading("quotes", SECTION_LABELS["quotes"].pick(self.lang), self._counts(*found))
        for role, name in ROLE_LABELS.items():
            ids = [[id_ for id_, held in quotes.items() if held == role] for quotes in found]
            if any(ids):
                sides = [
                    (Span(str(len(own)), "text"), f"{node.id}@{own[0]}") if own
                    else (Span(words.NONE.pick(self.lang), "soft"), node.id)
                    for own, node in zip(ids, self.nodes, strict=True)
                ]  # fmt: skip
                self._row("quotes", Span(name.pick(self.lang), "text"), "", sides)
        shared = [id_ for id_ in found[0] if id_ in found[1] and self._keeps(self.plan.quotes[id_].exact)]
        if shared:
            self.rows.add(text_block(words.SAME_QUOTES.pick(self.lang), "soft", indent=2, member="quotes"))
        for id_ in shared:
            text = self.plan.quotes[id_].exact
            self.rows.add(text_block(text, "quote", indent=4, member="quotes", target=f"{self.nodes[0].id}@{id_}"))

    def _related(self) -> None:
        """Add the entries that both are related to."""
        mine, theirs = (said.related for said in self.said)
        shared = [id_ for id_ in mine if id_ in theirs]
        if shared:
            self._heading("related", SECTION_LABELS["related"].pick(self.lang), self._counts(mine, theirs))
        for id_ in shared:
            title = self.plan.title(id_, self.lang)
            if self._keeps(title):
                self.rows.add(text_block(title, "link", indent=2, member="related", target=id_))
