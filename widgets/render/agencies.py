"""The agencies view: actions and measures in rows, bodies in columns, and in each cell the role.

Bodies with one role alone have no column: they stand at the end of the row. In a narrow window each action or measure
is a block that names its bodies by role.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from plan_data.exports.views import agencies
from plan_data.labels import agencies as words
from plan_data.labels.card import OPEN_LIST
from plan_data.labels.grades import GRADE_LABELS
from plan_data.labels.kinds import counted
from plan_data.labels.roles import AGENCY_ROLE_LABELS, role_label
from plan_data.model.entities import Node
from plan_data.model.plan import Plan
from plan_data.model.statements import by_role
from widgets.render.agency_roles import Roles
from widgets.render.agency_sentences import Sentences
from widgets.render.blocks import Block, text_block
from widgets.render.names import fit_title
from widgets.render.table_layout import Cell, Item, LayoutBuilder, Table, TableLayout, TableRow, fitting, lay_out
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Line, Span, cells, line_width, padded

LEAST = 60
"""Cells that a table needs; in fewer, each row is a block."""
WIDE = 100
"""Cells from which on two blanks stand between columns."""
LEAST_LABEL = 16
"""Cells that the titles of the rows have at least: as many as a short form may have."""
MOST_OTHERS = 18
"""Most cells of the last column, unless the other columns leave more."""
LONGEST_HEAD = 16
"""Most cells of a name above a column, which is then broken into two lines."""
INDENT = 2
"""Cells before the roles below an entry."""
ELSEWHERE = "other-lists"
"""Section of the entries that have no row."""


def agencies_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the table, and below it the entries besides actions and measures whose lists name bodies."""
    return Matrix(plan, options).layout()


def agencies_printed(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the table and each body with its duties, or, where `options.nodes` names bodies, only those bodies."""
    blocks: list[Block] = []
    if not options.nodes:
        laid = Matrix(plan, options).layout(printed=True)
        blocks += laid.blocks
        blocks += [replace(block, gap=not n) for n, block in enumerate(laid.foot)]
    lang = options.lang
    for entry in sorted(agencies(plan, *options.nodes), key=lambda e: -len(e["nodes"])):
        body = plan.bodies[entry["id"]]
        name = body.title.pick(lang) + (f" ({body.abbr})" if body.abbr else "")
        blocks.append(text_block(name, "title", right=(Span(body.id, "id"),), gap=bool(blocks), target=body.id))
        for later in body.later:
            became = words.LATER.pick(lang).format(later.name.pick(lang), later.date)
            blocks.append(text_block(became, "muted", indent=2))
        wide = max(cells(label.pick(lang)) for label in AGENCY_ROLE_LABELS.values()) + 2
        for duty in entry["nodes"]:
            node = plan.node(duty["id"])
            grade = plan.grade(node, "agencies")
            lead = Span(padded(AGENCY_ROLE_LABELS[duty["role"]].pick(lang), wide), "number")
            text = (Span(f"{node.number} " if node.number else "", "number"), Span(node.title.pick(lang), "link"))
            right = (Span(GRADE_LABELS[grade].pick(lang), f"grade-{grade}"),)
            blocks.append(Block(text, lead=(lead,), right=right, indent=2, target=node.id))
        if not entry["nodes"]:
            blocks.append(text_block(words.NO_ROLE.pick(lang), "muted", indent=2))
    return TableLayout(blocks)


class Matrix:
    """Actions and measures against the bodies that their lists name."""

    def __init__(self, plan: Plan, options: ViewOptions) -> None:
        """Find out who has which role where."""
        self.plan = plan
        self.options = options
        self.lang = options.lang
        self.roles = Roles(plan, options)
        self.sentences = Sentences(plan, options)
        self.more: set[int] = set()
        """The numbers of bodies that the last column does not name."""

    def layout(self, *, printed: bool = False) -> TableLayout:
        """Return the rows as a table or as blocks; `printed` leaves out what the printed bodies say too."""
        is_wide = self.options.width >= LEAST
        builder = LayoutBuilder(self.options.width)
        foot: list[Block] = []
        pinned: tuple[int, ...] = ()
        if self.roles.rows and is_wide:
            pinned = self._add_table(builder)
            foot.append(Block(self._signs()))
        elif self.roles.rows:
            self._add_blocks(builder)
        if not printed:
            self._add_elsewhere(builder)
        if not builder.blocks:
            return TableLayout([])
        if unknown := self.sentences.unknown():
            # Below the few lines of a narrow window there is room for the sentence on the cursor alone.
            below = foot if is_wide else builder.blocks
            below.append(text_block(unknown, "muted", gap=not is_wide))
        orders = ("name", "weight") if self.options.sort == "name" else ("weight", "name")
        return builder.layout._replace(
            pinned=pinned, foot=foot, crossed=bool(pinned), about=self._about(), orders=orders
        )

    def _about(self) -> str:
        """Return how many actions, measures and bodies there are, for the title bar; "" without any row."""
        kinds = Counter(node.kind for node in self.roles.every_row)
        every = sum(1 for _ in self.plan.places_of_kind("measure"))
        of = counted(every, "measure", self.lang)
        parts = [counted(kinds["action"], "action", self.lang)] if kinds["action"] else []
        if kinds["measure"]:
            some = words.OF_MEASURES.pick(self.lang).format(kinds["measure"], of)
            parts.append(of if kinds["measure"] == every else some)
        parts.append(words.BODIES.pick(self.lang).format(len(self.roles.counts)))
        return words.ABOUT.pick(self.lang).join(parts) if self.roles.counts else ""

    # The table.

    def _columns(self, room: int) -> list[str]:
        """Return the bodies that have a column: all where they fit, else those with more than one role that fit."""
        found = self.roles.by_weight()
        wide = [max(map(cells, self._head(id_))) for id_ in found]
        rest = self._most_others(found)
        if fitting([*wide, rest] if rest else wide, room, self.gap) < len(wide) + bool(rest):
            found = [id_ for id_ in found if self.roles.counts[id_][0] > 1 or id_ in self.roles.sought]
            found = found[: fitting(wide, room - self.gap - self._most_others(found), self.gap)]
        return self.roles.in_order(found)

    @property
    def gap(self) -> int:
        """Cells between two columns."""
        return 2 if self.options.width >= WIDE else 1

    def _most_others(self, columns: Sequence[str]) -> int:
        """Return the cells that the last column needs at least if these bodies have columns; 0 for no such column."""
        others = [self._others(node, columns, MOST_OTHERS, members=False).width for node in self.roles.rows]
        return max(cells(words.OTHERS.pick(self.lang)), *others) if any(others) else 0

    def _head(self, id_: str) -> list[str]:
        """Return what stands above a column, in one line or two."""
        body = self.plan.bodies[id_]
        if body.abbr and self.lang != "zh":
            return [body.abbr]
        name = fit_title(body.title, "zh" if self.lang == "zh" else "en", LONGEST_HEAD + 4)
        if cells(name) > len(name):
            half = len(name) // 2
            return [name[:half], name[half:]] if len(name) > 3 else [name]
        breaks = [at for at, letter in enumerate(name) if letter == " "]
        if len(name) <= 6 or not breaks:
            return [name]
        at = min(breaks, key=lambda at: abs(at - len(name) // 2))
        return [name[:at], name[at + 1 :]]

    def _add_table(self, builder: LayoutBuilder) -> tuple[int, ...]:
        """Add the table, and return how many of its first blocks are heads."""
        nodes, width = self.roles.rows, self.options.width
        numbers = max(cells(node.number) for node in nodes)
        before = numbers + self.gap if numbers else 0
        # The columns need a small window's room more than the titles do, which have short forms.
        titles = self._titles(max(LEAST_LABEL, width * 2 // 5 - 12))
        label = before + max(map(cells, titles))
        columns = self._columns(width - label)
        heads = [self._head(id_) for id_ in columns]
        wide = [max(map(cells, head)) for head in heads]
        room = width - label - sum(wide) - self.gap * (len(wide) + 1)
        if (left := room - self._most_others(columns)) > 0:
            # What the columns leave over is for the titles, then for names in the last column.
            titles = self._titles(label - before + left)
            room += label - before - max(map(cells, titles))
            label = before + max(map(cells, titles))
        self.more.clear()
        others = [self._others(node, columns, room) for node in nodes]
        has_others = any(cell.width for cell in others)
        rows: list[TableRow] = []
        for node, title, last in zip(nodes, titles, others, strict=True):
            if node is self.roles.first_measure:
                rows.append(TableRow((Span(words.MEASURES.pick(self.lang), "head"),)))
            line = [self._cell(node, id_) for id_ in columns] + [last] * has_others
            number = Span(padded(node.number, numbers, right=True).ljust(before), "soft")
            says = partial(self.sentences.row, node)
            rows.append(TableRow((number, Span(title, "text")), node.id, tuple(line), says))
        lower = [
            Cell(padded(head[-1], column), id_, self._ink(id_), partial(self.sentences.head, id_))
            for id_, head, column in zip(columns, heads, wide, strict=True)
        ]
        if has_others:
            says = partial(self.sentences.words, words.WITHOUT_COLUMN)
            lower.append(Cell(words.OTHERS.pick(self.lang), style="soft", says=says))
        leads = self._leads(columns, has_others)
        laid = lay_out(Table(tuple(lower), (*leads, *rows), label, self.gap))
        places = [(spot.start, cell.style) for spot, cell in zip(laid.spots[0], lower, strict=True)]
        if upper := self._upper(heads, places):
            builder.add(Block(upper))
        builder.add_layout(laid)
        return (len(builder.blocks) - len(laid.blocks) + 1 + len(leads),)

    def _leads(self, columns: Sequence[str], has_others: bool) -> list[TableRow]:
        """Return the row of how many actions each body leads; none where a filter leaves some actions out."""
        actions = [self.roles.of[node.id] for node in self.roles.every_row if node.kind == "action"]
        numbers = [sum(roles.get(id_) in ("lead", "joint_lead") for roles in actions) for id_ in columns]
        if self.options.only.strip() or not any(numbers):
            return []
        counts = [Cell(str(number or ""), style="head") for number in numbers]
        return [TableRow((Span(words.LEADS.pick(self.lang), "head"),), cells=(*counts, *[Cell("")] * has_others))]

    def _upper(self, heads: Sequence[Sequence[str]], places: Sequence[tuple[int, str]]) -> Line:
        """Return the upper line of heads that have two; `places` are where each column starts, and its style."""
        spans: list[Span] = []
        for head, (start, ink) in zip(heads, places, strict=False):
            if len(head) > 1:
                spans += [Span(" " * (start - line_width(spans))), Span(head[0], ink)]
        return tuple(spans)

    def _titles(self, width: int) -> list[str]:
        """Return the titles of the rows in at most `width` cells; in both languages where all of these fit."""
        titles = [node.title for node in self.roles.rows]
        fit = all(cells(title.pick(self.lang)) <= width for title in titles)
        lang = "en" if self.lang == "both" and not fit else self.lang
        return [fit_title(title, lang, width) for title in titles]

    def _ink(self, id_: str) -> str:
        """Return the style of the name of a body above its column."""
        return "match" if id_ in self.roles.sought else "soft"

    def _cell(self, node: Node, id_: str) -> Cell:
        role = self.roles.of[node.id].get(id_, "")
        style = "soft" if role == "member" else "strong"
        return Cell(words.ROLE_LETTERS.get(role, ""), node.id, style, partial(self.sentences.cell, id_, role, node))

    def _others(self, node: Node, columns: Sequence[str], room: int, *, members: bool = True) -> Cell:
        """Return the last cell of a row: those without a column, by name as far as there is room, and how many more.

        Args:
            node: The entry of the row.
            columns: Ids of the bodies that have a column.
            room: Cells for it.
            members: Whether those that only take part are named too, where all of them have room.
        """
        roles = self.roles.of[node.id]
        left = {id_: role for id_, role in roles.items() if id_ not in columns}
        if not left:
            return Cell("", node.id, says=partial(self.sentences.row, node))
        says = partial(self.sentences.others, tuple(left.items()), node, alone=len(left) == len(roles))
        if all(map(self.roles.is_all, left)):
            letter = words.ROLE_LETTERS[next(iter(left.values()))]
            return Cell(f"{letter} {words.ALL.pick(self.lang)}", node.id, "strong", says)
        firsts = [
            f"{words.ROLE_LETTERS[role]} {self.sentences.short(id_)}" for id_, role in left.items() if role != "member"
        ]
        lasts = [self.sentences.short(id_) for id_, role in left.items() if role == "member"]
        blank = " " * self.gap
        everybody = [f"{words.ROLE_LETTERS['member']} {' '.join(lasts)}"] if lasts else []
        if (members or not lasts) and cells(blank.join([*firsts, *everybody])) <= room:
            more = "".join(everybody)
        else:
            number = len(lasts)
            while firsts and cells(blank.join([*firsts, f"+{number}"])) > room:
                firsts.pop()
                number += 1
            self.more.add(number)
            more = f"+{number}"
        return Cell(blank.join(firsts), node.id, "strong", says, f"{blank}{more}" if firsts and more else more)

    def _signs(self) -> Line:
        """Return the letters that occur, and a number of more bodies, with what they mean."""
        found = {words.ROLE_LETTERS[role] for node in self.roles.rows for role in self.roles.of[node.id].values()}
        parts: list[Line] = [
            (Span(letter, "strong"), Span(f" {label.pick(self.lang)}", "soft"))
            for letter, label in words.LETTER_LABELS.items()
            if letter in found
        ]
        if self.more:
            # The smallest number above one, because the words for it are those for all.
            number = next((n for n in sorted(self.more) if n > 1), 1)
            label = (words.MORE if number > 1 else words.ONE_MORE).pick(self.lang)
            is_word = self.lang != "zh" and number - 2 < len(words.NUMBER_WORDS)
            text = label.format(words.NUMBER_WORDS[number - 2] if is_word else number)
            parts.append((Span(f"+{number} {text}", "soft"),))
        return tuple(span for n, part in enumerate(parts) for span in ((Span("  "), *part) if n else part))

    # Blocks.

    def _add_blocks(self, builder: LayoutBuilder) -> None:
        """Add each row as a block: its title, and below it the bodies by role."""
        for node in self.roles.rows:
            if node is self.roles.first_measure:
                builder.add(text_block(words.MEASURES.pick(self.lang), "head", gap=bool(builder.blocks)))
            self._add_block(builder, node)

    def _add_block(self, builder: LayoutBuilder, node: Node, member: str = "") -> None:
        """Add an entry, and below it the bodies in its list by role."""
        lead = (Span(f"{node.number}  ", "soft"),) if node.number else ()
        block = text_block(node.title.pick(self.lang), "text", lead=lead, target=node.id, member=member)
        says = partial(self.sentences.row, node)
        builder.add(block, says=says)
        bodies = by_role(node.agencies.roles())
        for role, ids in bodies.items():
            label = role_label(role, len(ids)).pick(self.lang)
            start = INDENT + cells(label) + 2
            items = [self._item(id_, role, node) for id_ in self.roles.in_order(ids)]
            if max(cells(item.text) for item in items) > self.options.width - start - 1:
                # The role has a line to itself, and the names begin below it.
                start = 2 * INDENT
            if node.agencies.open and role == [*bodies][-1]:
                items[-1] = items[-1]._replace(after=words.BEFORE_OPEN.pick(self.lang))
                items.append(Item(OPEN_LIST.pick(self.lang), "soft"))
            else:
                items[-1] = items[-1]._replace(after="")
            builder.add_flow(Cell(label, node.id, "soft", says), items, start, indent=INDENT, member=member)

    def _item(self, id_: str, role: str, node: Node) -> Item:
        """Return the name of a body below an entry that names it."""
        body = self.plan.bodies[id_]
        name = fit_title(body.title, "zh" if self.lang == "zh" else "en", self.options.width - 2 * INDENT - 2)
        text = body.abbr if body.abbr and self.lang != "zh" else name
        style = "match" if id_ in self.roles.sought else "soft" if role == "member" else "strong"
        return Item(text, style, id_, partial(self.sentences.cell, id_, role, node), words.COMMA.pick(self.lang))

    def _add_elsewhere(self, builder: LayoutBuilder) -> None:
        """Add the other entries whose lists name bodies."""
        nodes = self.roles.elsewhere()
        if nodes:
            title = words.OTHER_LISTS.pick(self.lang)
            builder.add(text_block(title, "head", gap=bool(builder.blocks), section=ELSEWHERE))
        for node in nodes:
            self._add_block(builder, node, ELSEWHERE)
