"""Who has which role in which action or measure: the rows of the view of agencies, filtered, and its bodies, sorted."""

from __future__ import annotations

from collections.abc import Iterable

from plan_data.model.entities import Body, Node
from plan_data.model.plan import Plan
from plan_data.text.folding import fold_all
from widgets.render.view_options import ViewOptions

ALL = "All "
"""Begins the English name of a body that stands for whoever there is: `All departments`."""
ALL_ZH = "各"
"""Begins the Chinese one."""
STATE = ("guojia ", "zhongguo ", "zhonghua renmin gongheguo ")
"""Beginnings of full Chinese names, in pinyin, that short names leave out."""


class Roles:
    """The roles of bodies in the rows."""

    def __init__(self, plan: Plan, options: ViewOptions) -> None:
        """Find the rows that the filter keeps: by their own names, or by those of a body in their lists."""
        self.plan = plan
        self.options = options
        known = (plan.index[id_] for rule, ids in plan.uses.lists.items() if rule != "unknown" for id_ in ids)
        measures = (place for place in known if plan.kind_at(place) == "measure")
        self.every_row = [plan.nodes[place] for place in sorted({*plan.places_of_kind("action"), *measures})]
        """The actions, and the measures whose lists are known."""
        self.of = {node.id: dict(node.agencies.roles()) for node in self.every_row}
        """Id of a row to the role of each body in its list, by id."""
        self.counts: dict[str, tuple[int, int]] = {}
        """Id of each body in a row to how many roles it has there, and how many of them lead."""
        for row in self.of.values():
            for id_, role in row.items():
                roles, leading = self.counts.get(id_, (0, 0))
                self.counts[id_] = roles + 1, leading + (role in ("lead", "joint_lead"))
        self.sought = {id_ for id_ in plan.uses.duties if self._is_sought(plan.bodies[id_])}
        """Ids of the bodies that the filter asks for."""
        self.rows = [node for node in self.every_row if self.keeps(node)] if self.counts else []
        """The rows that are left; without any body there are none."""
        self.first_measure = next((node for node in self.rows if node.kind == "measure"), None)
        """The row before which the heading of the measures stands."""

    def _is_sought(self, body: Body) -> bool:
        title = body.title
        names = (title.en, title.en_short, title.zh, title.zh_short, body.abbr, body.id, *body.aliases)
        return bool(self.options.only.strip()) and self.options.matches(*names)

    def keeps(self, node: Node) -> bool:
        """Return whether the filter keeps an entry."""
        title = node.title
        found = self.options.matches(title.en, title.en_short, title.zh, title.zh_short, node.number, node.id)
        return found or any(id_ in self.sought for id_ in node.agencies.list)

    def elsewhere(self) -> list[Node]:
        """Return the entries without a row whose lists name bodies, such as follow-ups."""
        in_rows = {node.id for node in self.every_row}
        ids = {id_ for duties in self.plan.uses.duties.values() for id_, _ in duties} - in_rows
        nodes = (self.plan.node(id_) for id_ in sorted(ids, key=self.plan.index.__getitem__))
        return [node for node in nodes if self.keeps(node)]

    # Bodies.

    def is_all(self, id_: str) -> bool:
        """Return whether a body stands for whoever there is."""
        title = self.plan.bodies[id_].title
        return title.zh.startswith(ALL_ZH) or title.en.startswith(ALL)

    def by_weight(self) -> list[str]:
        """Return the bodies in the rows that are left, without those that stand for whoever there is."""
        in_sight = {id_ for node in self.rows for id_ in node.agencies.list}
        found = [id_ for id_ in self.counts if id_ in in_sight and not self.is_all(id_)]
        return sorted(found, key=self._weight)

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Return bodies in the order that is asked for; those that are sought come first."""
        if self.options.sort == "name":
            return sorted(ids, key=lambda id_: (id_ not in self.sought, self._alphabet(self.plan.bodies[id_])))
        return sorted(ids, key=self._weight)

    def _weight(self, id_: str) -> tuple[bool, int, int]:
        roles, leading = self.counts.get(id_, (0, 0))
        return id_ not in self.sought, -roles, -leading

    def _alphabet(self, body: Body) -> str:
        if self.options.lang != "zh":
            return (body.abbr or body.title.short("en")).casefold()
        name = fold_all([body.pinyin or body.title.pick("zh")])[0]
        return next((name.removeprefix(state) for state in STATE if name.startswith(state)), name)
