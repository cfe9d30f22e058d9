"""What the view of agencies says in full words: of a body in an entry, of an entry, of a body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from plan_data.labels import agencies as words
from plan_data.labels.card import NO_LIST
from plan_data.labels.kinds import KIND_LABELS, counted, plural
from plan_data.labels.roles import AGENCY_ROLE_CLAUSES, AGENCY_ROLE_LABELS, role_label
from plan_data.model.entities import Node
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.model.statements import by_role
from widgets.render.agency_roles import ALL
from widgets.render.names import called
from widgets.render.view_options import ViewOptions, supported
from widgets.render.wrapping import Line, Span, cells, line_width

RUN = 3
"""Numbers in a row from which on only the first and the last are named."""
MOST_NUMBERS = 12
"""Most numbers and runs of numbers of a kind in a sentence; in place of more stands how many there are."""
MOST_NAMES = 3
"""Most names behind `led by`."""
MOST_LINES = 3
"""Lines of a sentence; where it needs more, bodies go by their short names."""
Name = Callable[[str], str]
"""Returns the name of a body by its id."""


def inside(name: str) -> str:
    """Return a name as it is written inside a sentence: `all departments`."""
    return name[0].lower() + name[1:] if name.startswith(ALL) else name


class Sentences:
    """The sentences, in the language of the view."""

    def __init__(self, plan: Plan, options: ViewOptions) -> None:
        """Take the plan, and the language and width of the view."""
        self.plan = plan
        self.options = options
        self.lang = options.lang

    def say(self, text: Pair, *parts: object, **named: object) -> str:
        """Return words of the view, with what stands in them."""
        return text.pick(self.lang).format(*parts, **named)

    # Names.

    def body(self, id_: str) -> str:
        """Return the name of a body inside a sentence."""
        body = self.plan.bodies[id_]
        return body.title.pick("zh") if self.lang == "zh" else body.title.name("en")

    def short(self, id_: str) -> str:
        """Return its shortest name."""
        body = self.plan.bodies[id_]
        return body.title.pick("zh") if self.lang == "zh" else body.abbr or body.title.short("en")

    def _the(self, id_: str, name_of: Name) -> str:
        name = name_of(id_)
        if name.startswith(ALL):
            return inside(name)
        return self.say(words.THE, name) if self.plan.bodies[id_].kind == "agency" else name

    def join(self, names: Sequence[str]) -> str:
        """Return names in a row: `A, B and C`."""
        names = [*names[:1], *map(inside, names[1:])]
        first, last = self.say(words.COMMA).join(names[:-1]), names[-1]
        return f"{first}{self.say(words.AND)}{last}" if first else last

    def things(self, places: Sequence[int]) -> str:
        """Return the entries at some indexes by kind and number: `actions 1, 6 to 8, and measures m1.1, m1.2`."""
        if len(places) == 1 and not (node := self.plan.nodes[places[0]]).number:
            return called(node, self.lang)
        kinds: dict[str, list[int]] = {}
        for place in places:
            kinds.setdefault(self.plan.kind_at(place), []).append(place)
        return self.say(words.KINDS).join(self._numbered(kind, group) for kind, group in kinds.items())

    def _numbered(self, kind: str, places: Sequence[int]) -> str:
        """Return entries of one kind by number, or how many they are."""
        runs = self._runs(places)
        few = len(runs) <= MOST_NUMBERS
        numbers = [[self.plan.nodes[place].number for place in run] for run in runs if few]
        if not few or not all(map(all, numbers)):
            return counted(len(places), kind, self.lang)
        listed = self.say(words.COMMA).join(run[0] if len(run) == 1 else self.say(words.RUN, *run) for run in numbers)
        if self.lang == "zh":
            return f"{KIND_LABELS[kind].zh}{listed}"
        return f"{KIND_LABELS[kind].en if len(places) == 1 else plural(kind)} {listed}"

    def _runs(self, places: Sequence[int]) -> list[tuple[int, ...]]:
        """Return entries one by one; of `RUN` siblings in a row or more the first and the last, as a pair."""
        ends, parents = self.plan.ends, self.plan.columns.parents
        runs: list[list[int]] = []
        for place in places:
            last = runs[-1][-1] if runs else 0
            if last and ends[last] == place and parents[last] == parents[place]:
                runs[-1].append(place)
            else:
                runs.append([place])
        short = ((run,) if len(run) >= RUN else ([place] for place in run) for run in runs)
        return [(part[0], part[-1])[: len(part)] for parts in short for part in parts]

    # Sentences.

    def words(self, text: Pair) -> Line:
        """Return words of the view as a sentence."""
        return (Span(self.say(text), "text"),)

    def _fitted(self, sentence: Callable[[Name], str], node: Node | None = None) -> Line:
        """Return a sentence, and behind it how far the list of an entry is supported, where it has one.

        Bodies go by their short names where it would need too many lines.
        """
        behind: Line = ()
        if node and node.agencies.rule not in ("", "unknown"):
            behind = supported(self.plan.grade(node, "agencies"), self.options)
        said = sentence(self.body)
        if cells(said) + line_width(behind) > MOST_LINES * self.options.width:
            said = sentence(self.short)
        return (Span(said, "text"), *behind)

    def cell(self, id_: str, role: str, node: Node) -> Line:
        """Return what a body does in an entry; a role of "" means none that is known."""
        does = self.say(AGENCY_ROLE_CLAUSES[role], called(node, self.lang))
        if not role and node.agencies.open:
            does += self.say(words.SEMICOLON) + self.say(words.OPEN_END)
        return self._fitted(lambda name: self.say(words.SENTENCE, self.say(words.DOES, name(id_), does)), node)

    def row(self, node: Node) -> Line:
        """Return who is to do what an entry asks for."""
        return self._fitted(lambda name: self._row(node, name), node)

    def _row(self, node: Node, name: Name) -> str:
        listed = node.agencies
        parts: list[str] = []
        for role, ids in by_role(listed.roles()).items():
            if role == "member":
                takes = words.ONE_TAKES_PART if len(ids) == 1 else words.ROW_ROLES[role]
                parts.append(self.say(takes, len(ids)))
            else:
                names = [self._the(id_, name) for id_ in ids]
                named = self.join(names) if len(ids) <= MOST_NAMES else self.say(words.BODIES, len(ids))
                parts.append(self.say(words.ROW_ROLES[role], named))
        if listed.open:
            parts.append(self.say(words.OPEN_END))
        if not parts:
            parts.append(self.say(NO_LIST if listed.rule == "unknown" else words.NO_LIST))
        thing = called(node, self.lang)
        return self.say(words.ROW, thing[:1].upper() + thing[1:], self.say(words.SEMICOLON).join(parts))

    def head(self, id_: str) -> Line:
        """Return all that a body does, in any list."""
        clauses = []
        duties = self.plan.uses.duties.get(id_, [])
        for role in AGENCY_ROLE_LABELS:
            places = [self.plan.index[node] for node, own in duties if own == role]
            if places:
                clauses.append(self.say(AGENCY_ROLE_CLAUSES[role], self.things(places)))
        does = self.say(words.SEMICOLON).join(clauses)
        return self._fitted(lambda name: self.say(words.SENTENCE, self.say(words.DOES, name(id_), does)))

    def others(self, bodies: Sequence[tuple[str, str]], node: Node, *, alone: bool) -> Line:
        """Return what some bodies do in an entry; `alone` where no others have a role in it."""
        return self._fitted(lambda name: self._others(bodies, node, alone, name), node)

    def _others(self, bodies: Sequence[tuple[str, str]], node: Node, alone: bool, name: Name) -> str:
        parts: list[str] = []
        for role, ids in by_role(bodies).items():
            clause = (AGENCY_ROLE_CLAUSES if len(ids) == 1 else words.SEVERAL_CLAUSES)[role]
            # Behind the first what they do it in is clear.
            does = self.say(role_label(role, len(ids))) if parts else self.say(clause, called(node, self.lang))
            parts.append(self.say(words.DOES, self.join([name(id_) for id_ in ids]), does))
        if node.agencies.open:
            parts.append(self.say(words.OPEN_END))
        return self.say(words.SENTENCE if alone else words.ALSO, self.say(words.SEMICOLON).join(parts))

    def unknown(self) -> str:
        """Return which lists are not known; "" where all are. A group of which none is known is named as a group."""
        plan, order = self.plan, ("action", "group", "measure")
        parents = plan.columns.parents
        missing = [plan.index[id_] for id_ in plan.uses.lists.get("unknown", ())]
        missing = [place for place in missing if plan.kind_at(place) in ("action", "measure")]
        inside = Counter(parents[place] for place in missing)
        groups = {above for above in inside if plan.kind_at(above) == "group"}
        whole = {above for above in groups if inside[above] == len(plan.nodes[above].children)}
        named = dict.fromkeys(parents[place] if parents[place] in whole else place for place in missing)
        places = sorted(named, key=lambda place: order.index(plan.kind_at(place)))
        return self.say(words.UNKNOWN, self.things(places)) if places else ""
