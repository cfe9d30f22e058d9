"""The agencies view: actions and measures in rows, bodies in columns, and in each cell the role.

Bodies with one role alone have no column: they stand at the end of the row. In a narrow window each action or measure
is a block that names its bodies by role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial

from plan_data.exports.views import agencies
from plan_data.labels import agencies as words
from plan_data.labels.card import OPEN_LIST
from plan_data.labels.grades import GRADE_LABELS
from plan_data.labels.kinds import counted
from plan_data.labels.roles import AGENCY_ROLE_LABELS, role_label
from plan_data.model.entities import Body, Node
from plan_data.model.plan import Plan
from plan_data.model.statements import by_role
from widgets.render.agency_sentences import ALL, Sentences
from widgets.render.blocks import Block, text_block
from widgets.render.names import fit_title
from widgets.render.table_layout import Cell, LayoutBuilder, Table, TableLayout, TableRow, fitting, lay_out
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Line, Span, cells, padded

ROWS = ("action", "measure")
"""Kinds of the entries that have a row."""
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
ELSEWHERE = "other-lists"
"""Section of the entries that have no row."""


def agencies_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the table, and below it the entries besides actions and measures whose lists name bodies."""
    return Matrix(plan, options).layout()


def agencies_printed(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the table and each body with its duties, or, where `options.nodes` names bodies, only those bodies."""
    matrix = Matrix(plan, options)
    blocks: list[Block] = []
    if not options.nodes:
        laid = matrix.layout(printed=True)
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
    return TableLayout(blocks, {})


class Matrix:
    """Actions and measures against the bodies that their lists name."""

    def __init__(self, plan: Plan, options: ViewOptions) -> None:
        """Find the rows, and who has which role in them."""
        self.plan = plan
        self.options = options
        self.lang = options.lang
        self.sentences = Sentences(plan, options)
        self.all_rows = [n for n in plan.of_kind(*ROWS) if n.kind == "action" or n.agencies.rule not in ("", "unknown")]
        self.roles = {node.id: dict(node.agencies.roles()) for node in self.all_rows}
        self.counts: dict[str, list[int]] = {}
        """Id of each body in a row to how many roles it has, and how many of them lead."""
        for role_of in self.roles.values():
            for id_, role in role_of.items():
                count = self.counts.setdefault(id_, [0, 0])
                count[0] += 1
                count[1] += role in ("lead", "joint_lead")
        self.matched = {id_ for id_ in plan.uses.duties if self._is_sought(plan.bodies[id_])}
        self.rows = [node for node in self.all_rows if self._keeps(node)] if self.counts else []
        self.more: set[int] = set()
        """The numbers of bodies that the last column does not name."""

    def _is_sought(self, body: Body) -> bool:
        title = body.title
        names = (title.en, title.en_short, title.zh, title.zh_short, body.abbr, body.id, *body.aliases)
        return bool(self.options.only.strip()) and self.options.matches(*names)

    def _keeps(self, node: Node) -> bool:
        """Return whether the filter keeps an entry: by its own names, or by those of a body in its list."""
        title = node.title
        found = self.options.matches(title.en, title.en_short, title.zh, title.zh_short, node.number, node.id)
        return found or any(id_ in self.matched for id_ in node.agencies.list)

    def layout(self, *, printed: bool = False) -> TableLayout:
        """Return the rows as a table or as blocks; `printed` leaves out what the printed bodies say too."""
        is_wide = self.options.width >= LEAST
        builder = LayoutBuilder(self.options.width)
        unknown = [text_block(text, "muted") for text in (self.sentences.unknown(),) if text]
        pinned: tuple[int, ...] = ()
        if self.rows and is_wide:
            pinned = self._add_table(builder)
        elif self.rows:
            self._add_blocks(builder)
        if not printed:
            self._add_elsewhere(builder)
        if not builder.blocks:
            return TableLayout([], {})
        foot = [Block(signs)] if is_wide and (signs := self._signs()) else []
        if is_wide:
            foot += unknown
        else:
            # Below few lines there is room for the sentence alone.
            builder.blocks += [text_block(block.spans[0].text, "muted", gap=True) for block in unknown]
        about = self._about() if self.counts else ""
        return builder.layout._replace(pinned=pinned, foot=foot, crossed=bool(pinned), about=about)

    def _about(self) -> str:
        """Return how many actions, measures and bodies there are, for the title bar."""
        actions = sum(node.kind == "action" for node in self.all_rows)
        measures = len(self.all_rows) - actions
        every = sum(1 for _ in self.plan.places_of_kind("measure"))
        of = counted(every, "measure", self.lang)
        parts = [counted(actions, "action", self.lang)] if actions else []
        if measures:
            parts.append(of if measures == every else words.OF_MEASURES.pick(self.lang).format(measures, of))
        parts.append(words.BODIES.pick(self.lang).format(len(self.counts)))
        return ("，" if self.lang == "zh" else ", ").join(parts)

    # The table.

    def _is_all(self, id_: str) -> bool:
        """Return whether a body stands for whoever there is: `all departments`."""
        title = self.plan.bodies[id_].title
        return title.zh.startswith("各") or title.en.startswith(ALL)

    @cached_property
    def by_weight(self) -> list[str]:
        """The bodies in the table: those that are sought first, then by the number of roles, then of leading ones."""
        in_sight = {id_ for node in self.rows for id_ in node.agencies.list}
        found = [id_ for id_ in self.counts if id_ in in_sight and not self._is_all(id_)]
        return sorted(found, key=lambda id_: (id_ not in self.matched, *(-n for n in self.counts[id_])))

    def _columns(self, room: int) -> list[str]:
        """Return the bodies that have a column: all where they fit, else those with more than one role that fit."""
        wide = [self._width(id_) for id_ in self.by_weight]
        if fitting(wide, room, self.gap) == len(wide):
            found = self.by_weight
        else:
            several = [id_ for id_ in self.by_weight if self.counts[id_][0] > 1 or id_ in self.matched]
            found = several[: fitting(wide, room - self.gap - self._most_others(several), self.gap)]
        if self.options.sort == "name":
            found = sorted(found, key=lambda id_: (id_ not in self.matched, self._alphabet(self.plan.bodies[id_])))
        return found

    def _alphabet(self, body: Body) -> str:
        """Return what a body is sorted by: what stands above its column, in Chinese its pinyin."""
        name = body.pinyin or body.title.pick("zh") if self.lang == "zh" else body.abbr or body.title.short("en")
        return name.casefold()

    @property
    def gap(self) -> int:
        """Cells between two columns."""
        return 2 if self.options.width >= WIDE else 1

    def _most_others(self, columns: Sequence[str]) -> int:
        """Return the cells that the last column needs at least if these bodies have columns; 0 for no such column."""
        others = [self._others(node, columns, MOST_OTHERS, members=False).width for node in self.rows]
        return max(cells(words.OTHERS.pick(self.lang)), *others) if any(others) else 0

    def _head(self, id_: str) -> list[str]:
        """Return what stands above a column, in one line or two."""
        body = self.plan.bodies[id_]
        if body.abbr and self.lang != "zh":
            return [body.abbr]
        name = fit_title(body.title, "zh" if self.lang == "zh" else "en", LONGEST_HEAD + 4)
        if not name.isascii():
            half = len(name) // 2
            return [name[:half], name[half:]] if len(name) > 3 else [name]
        breaks = [at for at, letter in enumerate(name) if letter == " "]
        if len(name) <= 6 or not breaks:
            return [name]
        at = min(breaks, key=lambda at: abs(at - len(name) // 2))
        return [name[:at], name[at + 1 :]]

    def _width(self, id_: str) -> int:
        return max(map(cells, self._head(id_)))

    def _add_table(self, builder: LayoutBuilder) -> tuple[int, ...]:
        """Add the table, and return how many of its first blocks are heads."""
        width = self.options.width
        # The columns need a small window's room more than the titles do, which have short forms.
        titles = max(LEAST_LABEL, width * 2 // 5 - 12)
        fit_both = self.lang == "both" and all(cells(node.title.pick("both")) <= titles for node in self.rows)
        lang = self.lang if self.lang != "both" or fit_both else "en"
        names = self._names(lang, titles)
        numbers = max(cells(node.number) for node in self.rows)
        before = numbers + self.gap if numbers else 0
        label = before + max(map(cells, names.values()))
        columns = self._columns(width - label)
        heads = [self._head(id_) for id_ in columns]
        deep = max(map(len, heads), default=1)
        top = [
            Cell(
                padded(head[-1], max(map(cells, head))),
                id_,
                "soft",
                partial(self.sentences.head, id_),
            )
            for id_, head in zip(columns, heads, strict=True)
        ]
        room = width - label - sum(head.width + self.gap for head in top) - self.gap
        if (left := room - self._most_others(columns)) > 0:
            # What the columns leave over is for the titles first.
            names = self._names(lang, label - before + left)
            room += label - before
            label = before + max(map(cells, names.values()))
            room -= label - before
        self.more.clear()
        others = {node.id: self._others(node, columns, room) for node in self.rows}
        has_others = any(cell.width for cell in others.values())
        if has_others:
            top.append(Cell(words.OTHERS.pick(self.lang), style="soft"))
        rows: list[TableRow] = []
        first = self._first_measure
        for node in self.rows:
            if node is first:
                rows.append(TableRow((Span(words.MEASURES.pick(self.lang), "head"),)))
            line = [self._cell(node, id_) for id_ in columns] + [others[node.id]] * has_others
            number = Span(padded(node.number, numbers, right=True).ljust(before), "soft") if numbers else Span("")
            title = (number, Span(names[node.id], "text"))
            rows.append(TableRow(title, node.id, tuple(line), partial(self.sentences.row, node)))
        laid = lay_out(Table(tuple(top), tuple(rows), label, self.gap))
        if deep > 1:
            starts = [spot.start for spot in laid.spots[0]]
            builder.add(Block(self._upper(heads, starts)))
        builder.add_layout(laid)
        return (deep,)

    def _names(self, lang: str, width: int) -> dict[str, str]:
        """Return the titles of the rows in at most `width` cells, by id."""
        return {node.id: fit_title(node.title, lang, width) for node in self.rows}

    @property
    def _first_measure(self) -> Node | None:
        """The row before which the heading of the measures stands."""
        return next((node for node in self.rows if node.kind == "measure"), None)

    def _upper(self, heads: Sequence[Sequence[str]], starts: Sequence[int]) -> Line:
        """Return the upper line of heads that have two."""
        spans: list[Span] = []
        used = 0
        for head, start in zip(heads, starts, strict=False):
            if len(head) > 1:
                spans += [Span(" " * (start - used)), Span(head[0], "soft")]
                used = start + cells(head[0])
        return tuple(spans)

    def _cell(self, node: Node, id_: str) -> Cell:
        role = self.roles[node.id].get(id_, "")
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
        roles = self.roles[node.id]
        left = {id_: role for id_, role in roles.items() if id_ not in columns}
        if not left:
            return Cell("", node.id, says=partial(self.sentences.row, node))
        says = partial(self.sentences.others, tuple(left.items()), node, alone=len(left) == len(roles))
        if all(map(self._is_all, left)):
            return Cell(f"{words.ROLE_LETTERS['responsible']} {words.ALL.pick(self.lang)}", node.id, "strong", says)
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
        found = {words.ROLE_LETTERS[role] for node in self.rows for role in self.roles[node.id].values()}
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
        first = self._first_measure
        for node in self.rows:
            if node is first:
                builder.add(text_block(words.MEASURES.pick(self.lang), "head", gap=bool(builder.blocks)))
            self._add_block(builder, node)

    def _add_block(self, builder: LayoutBuilder, node: Node, member: str = "") -> None:
        """Add an entry, and below it the bodies in its list by role."""
        lang = self.lang
        lead = (Span(f"{node.number}  ", "soft"),) if node.number else ()
        block = text_block(node.title.pick(lang), "text", lead=lead, target=node.id, member=member)
        builder.add(block, says=partial(self.sentences.row, node))
        bodies = by_role(node.agencies.roles())
        roles = [*bodies]
        for role, ids in bodies.items():
            label = role_label(role, len(ids))
            says = partial(self.sentences.row, node)
            flow = [Cell(label.pick(lang), node.id, "soft", says, "  ")]
            style = "soft" if role == "member" else "strong"
            for n, id_ in enumerate(ids, 1):
                body = self.plan.bodies[id_]
                name = fit_title(body.title, "zh" if lang == "zh" else "en", self.options.width - 6)
                text = body.abbr if body.abbr and lang != "zh" else name
                is_last = n == len(ids) and not (node.agencies.open and role == roles[-1])
                between = "" if is_last else ("" if lang == "zh" else ", ") if n == len(ids) else words.COMMA.pick(lang)
                flow.append(Cell(text, id_, style, partial(self.sentences.cell, id_, role, node), between))
            if node.agencies.open and role == roles[-1]:
                flow.append(Cell(OPEN_LIST.pick(lang), node.id, "soft", says))
            builder.add_flow(flow, 2, 4, member)

    def _add_elsewhere(self, builder: LayoutBuilder) -> None:
        """Add the other entries whose lists name bodies."""
        in_rows = {node.id for node in self.all_rows}
        ids = {id_ for duties in self.plan.uses.duties.values() for id_, _ in duties} - in_rows
        nodes = [self.plan.node(id_) for id_ in sorted(ids, key=self.plan.index.__getitem__)]
        nodes = [node for node in nodes if self._keeps(node)]
        if nodes:
            title = words.OTHER_LISTS.pick(self.lang)
            builder.add(text_block(title, "head", gap=bool(builder.blocks), section=ELSEWHERE))
        for node in nodes:
            self._add_block(builder, node, ELSEWHERE)
