"""A copy laid over the plan: its headings become quotes, its lists of bodies are compared with ours."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from plan_data.copies import bodies as lists
from plan_data.copies.headings import Finder, Found, Near
from plan_data.errors import Refused
from plan_data.model.entities import Agencies, Body, CopyFacts, Node, Note, Pair, Quote, QuoteLink, Source, Title
from plan_data.model.plan import Plan
from plan_data.text.folding import fold_heading

LEAST_SHARE = 0.5
"""Share of a source's headings, or passages, that a file must hold to be taken for a copy of it."""
COUNTED = ("task", "measure")
"""Kinds whose headings are counted together besides: the tasks and measures of the document."""
COPIED_BODY = "org.copy-"
"""How the id of a body begins that a copy names and the plan does not know."""
LISTED = ("action", "measure")
"""Kinds at whose end the document prints a list of responsible bodies."""


class Copy(NamedTuple):
    """A copy of a source, as it is kept."""

    source: str
    """Id of the source."""
    facts: CopyFacts
    """What is known of the file."""
    paragraphs: tuple[str, ...]
    """Its paragraphs, the first being number 1."""
    simplified: tuple[str, ...]
    """The same in simplified script, code point for code point; the same paragraphs where they are so already."""
    blocks: tuple[str, ...] = ()
    """The paragraphs as runs of lines that are not blank; what shipped passages are held against."""


class Missing(NamedTuple):
    """A heading that a copy does not have."""

    node: str
    """Id of the node."""
    kind: str
    """Its kind."""
    heading: str
    """The heading as the plan has it."""
    near: Near
    """What comes nearest."""


class Difference(NamedTuple):
    """A list of bodies that the copy prints otherwise."""

    node: str
    """Id of the node."""
    says: str
    """How the two differ, a sentence."""


class Report(NamedTuple):
    """What a copy holds, kind by kind."""

    source: str
    """Id of the source."""
    headings: dict[str, tuple[int, int]]
    """Kind of node to how many of its headings were found, and how many there are."""
    missing: tuple[Missing, ...]
    """Those that were not found."""
    compared: tuple[str, ...]
    """Ids of the nodes whose list of bodies stands in both."""
    differences: tuple[Difference, ...]
    """How they differ."""
    taken: tuple[str, ...]
    """Ids of the nodes whose list is taken from the copy."""
    unlisted: tuple[str, ...]
    """Ids of the nodes of ours with a list for which the copy prints none."""
    passages: tuple[int, int]
    """How many of the shipped passages stand in the copy, and how many there are."""

    def together(self, kinds: Iterable[str]) -> tuple[int, int]:
        """Return how many headings of some kinds were found, and how many there are."""
        pairs = [self.headings[kind] for kind in kinds if kind in self.headings]
        return sum(found for found, _ in pairs), sum(total for _, total in pairs)


class MergedCopy:
    """A plan with a copy laid over it."""

    def __init__(self, work: _Overlay, held: Mapping[int, int]) -> None:
        """Lay the copy over the plan; the report waits until it is asked for."""
        self._work = work
        self._held = held
        self.plan = work.plan_with_copy(held)
        """The plan, with what the copy adds."""

    @cached_property
    def report(self) -> Report:
        """What was found, and for what was not the nearest text."""
        return self._work.report(self._held)


def lay(plan: Plan, copy: Copy) -> MergedCopy:
    """Lay a copy over a plan.

    Raises:
        Refused: The plan has no such source, or the file is no copy of it.
    """
    source = plan.sources.get(copy.source)
    if source is None:
        raise Refused(f"this plan has no source {copy.source}")
    nodes = plan.headings_of(source)
    finder = Finder(copy.simplified)
    found = finder.find(nodes)
    held = _held(source, copy)
    _recognise(source, copy, len(found), len(nodes), held)
    return MergedCopy(_Overlay(plan, source, copy, nodes, finder, found), held)


def _held(source: Source, copy: Copy) -> dict[int, int]:
    """Return for each shipped passage that stands in the copy the number of its paragraph there.

    Where a paragraph stands there twice, the one counts that keeps the distance which most of the others have.
    """
    places: dict[str, list[int]] = {}
    for n, text in enumerate(copy.blocks or copy.paragraphs, 1):
        places.setdefault(text, []).append(n)
    found = {number: places[text] for number, text in source.passages.items() if text in places}
    shifts = Counter(n - number for number, there in found.items() for n in there)
    usual = max(shifts, key=lambda shift: (shifts[shift], -abs(shift)), default=0)
    return {number: min(there, key=lambda n: abs(n - number - usual)) for number, there in found.items()}


def _recognise(source: Source, copy: Copy, found: int, headings: int, held: Mapping[int, int]) -> None:
    """Refuse what is no copy of the source, and say by what it is known."""
    file = copy.facts.name
    if headings:
        if found < LEAST_SHARE * headings:
            raise Refused(
                f"{file} is not taken for {source.id}: {found} of its {headings} headings stand in it, in their order"
            )
    elif source.passages:
        if len(held) < LEAST_SHARE * len(source.passages):
            raise Refused(
                f"{file} is not taken for {source.id}: {len(held)} of its {len(source.passages)} passages stand in it"
            )
    else:
        titles = {fold_heading(title).text.casefold() for title in (source.title.zh, source.title.en) if title}
        texts = [fold_heading("".join(lines)).text.casefold() for lines in (copy.paragraphs, copy.simplified)]
        if not any(title in text for title in titles for text in texts):
            raise Refused(f"{file} is not taken for {source.id}: the title of that source does not stand in it")


class _Overlay:
    """One copy over one plan."""

    def __init__(
        self,
        plan: Plan,
        source: Source,
        copy: Copy,
        nodes: Sequence[Node],
        finder: Finder,
        found: Mapping[str, Found],
    ) -> None:
        self.plan = plan
        self.source = source
        self.copy = copy
        self.nodes = nodes
        self.finder = finder
        self.found = found
        self.printed = self._printed_lists()
        self.ids = lists.known_names(plan.bodies)
        self.new_bodies: dict[str, Body] = {}

    def _printed_lists(self) -> dict[str, lists.Printed]:
        """Return the list of bodies that stands between a node's heading and the next one.

        Where the next heading of the plan was not found, its list must not pass for this node's: then the node's own
        paragraph is the last to be looked at, or the one behind it where the heading fills a paragraph of its own. So
        it is for the last heading. A paragraph that begins with an enumerator always ends the stretch.
        """
        order = sorted(self.found.items(), key=lambda item: (item[1].paragraph, item[1].start))
        places = {node.id: i for i, node in enumerate(self.nodes)}
        found: dict[str, lists.Printed] = {}
        for k, (id_, here) in enumerate(order):
            if self.plan.node(id_).kind not in LISTED:
                continue
            next_id, behind = order[k + 1] if k + 1 < len(order) else ("", None)
            follows = not next_id or places[next_id] == places[id_] + 1
            if behind and behind.paragraph == here.paragraph and not follows:
                continue
            last = behind.paragraph if behind else len(self.copy.simplified)
            if not follows or behind is None:
                bare = not self.copy.simplified[here.paragraph - 1][here.end :].strip("。．. ")
                last = min(last, here.paragraph + bare)
            stretch: list[str] = []
            own: list[str] = []
            for n in range(here.paragraph, last + 1):
                if n > here.paragraph and self.finder.is_enumerated(n):
                    break
                text = self.copy.simplified[n - 1]
                end = behind.start if behind and n == behind.paragraph else len(text)
                start = here.end if n == here.paragraph else 0
                stretch.append(text[start:end])
                own.append(self.copy.paragraphs[n - 1][start:end])
            listed = lists.printed_list(stretch, own, last=behind is None)
            if listed:
                found[id_] = listed
        return found

    def _bodies_of(self, printed: lists.Printed) -> tuple[str, ...]:
        """Return the ids of the bodies that a list names; a name that is none of ours gets an entry of its own."""
        found = []
        for name in printed.names:
            id_ = self.ids.get(fold_heading(name).text)
            if id_ is None:
                # Another copy may have brought bodies of its own already.
                before = sum(known.startswith(COPIED_BODY) for known in self.plan.bodies)
                id_ = f"{COPIED_BODY}{before + len(self.new_bodies) + 1}"
                self.ids[fold_heading(name).text] = id_
                self.new_bodies[id_] = Body(id_, "agency", Title(zh=name), evidence={"name": "attached"})
            found.append(id_)
        return tuple(dict.fromkeys(found))

    def _name(self, id_: str) -> str:
        body = self.plan.bodies.get(id_) or self.new_bodies.get(id_)
        return body.title.zh_short or body.title.zh or body.title.en if body else id_

    def report(self, held: Mapping[int, int]) -> Report:
        counts: dict[str, tuple[int, int]] = {}
        missing = []
        for i, node in enumerate(self.nodes):
            here, total = counts.get(node.kind, (0, 0))
            counts[node.kind] = (here + (node.id in self.found), total + 1)
            if node.id not in self.found:
                missing.append(Missing(node.id, node.kind, node.title.zh, self._near(i)))
        compared, taken, unlisted = [], [], []
        differences = []
        for node in self.nodes:
            printed = self.printed.get(node.id)
            known = node.agencies.rule not in ("", "unknown")
            if printed is None:
                if known and node.id in self.found:
                    unlisted.append(node.id)
                continue
            ids = self._bodies_of(printed)
            if not known:
                taken.append(node.id)
                continue
            compared.append(node.id)
            names = {id_: self._name(id_) for id_ in (*ids, *node.agencies.list)}
            differences += [Difference(node.id, says) for says in lists.differences(node.agencies, printed, ids, names)]
        passages = (len(held), len(self.source.passages))
        return Report(
            self.source.id,
            counts,
            tuple(missing),
            tuple(compared),
            tuple(differences),
            tuple(taken),
            tuple(unlisted),
            passages,
        )

    def _near(self, i: int) -> Near:
        """Look for what comes nearest between the headings that were found before and behind."""
        before = next((self.found[n.id].paragraph for n in reversed(self.nodes[:i]) if n.id in self.found), 1)
        behind = next((self.found[n.id].paragraph for n in self.nodes[i + 1 :] if n.id in self.found), 0)
        return self.finder.nearest(self.nodes[i].title.zh, before, behind)

    # The plan with the copy.

    def plan_with_copy(self, held: Mapping[int, int]) -> Plan:
        plan, source = self.plan, self.source
        quotes = dict(plan.quotes)
        links: dict[str, QuoteLink] = {}
        if not source.passages:
            for id_, where in self.found.items():
                quote = self._quote(id_, where)
                quotes[quote.id] = quote
                links[id_] = QuoteLink(quote.id, "states")
        nodes = [self._node(node, links.get(node.id)) if node.id in self.found else node for node in plan.nodes]
        sources = {**plan.sources, source.id: self._source(held)}
        return Plan(
            plan.folder,
            nodes,
            array("I", plan.depths),
            {**plan.bodies, **self.new_bodies},
            sources,
            quotes,
            plan.totals,
            plan.findings,
        )

    def _source(self, held: Mapping[int, int]) -> Source:
        """Return the source with the copy's paragraphs; shipped passages keep their numbers, and gaps are filled."""
        source = self.source._replace(copy=self.copy.facts)
        if not source.passages:
            return source._replace(passages=dict(enumerate(self.copy.paragraphs, 1)))
        shifts = {there - number for number, there in held.items()}
        if len(held) < len(source.passages) or len(shifts) != 1:
            return source
        shift = shifts.pop()
        texts = self.copy.blocks or self.copy.paragraphs
        return source._replace(passages={n - shift: text for n, text in enumerate(texts, 1) if n > shift})

    def _quote(self, id_: str, where: Found) -> Quote:
        """Return the heading as a quote; where its words stand twice in the paragraph, with what stands around them."""
        text = self.copy.paragraphs[where.paragraph - 1]
        exact = text[where.start : where.end]
        again = text.count(exact) > 1
        prefix = text[: where.start] if again else ""
        suffix = text[where.end :] if again and not prefix else ""
        name = self.source.id.removeprefix("src.")
        return Quote(f"q.{name}.{id_}", self.source.id, where.paragraph, exact, prefix, suffix, copied=True)

    def _node(self, node: Node, link: QuoteLink | None) -> Node:
        evidence = {**node.evidence, "title": "attached"}
        quotes = (link, *node.quotes) if link else node.quotes
        node = node._replace(evidence=evidence, quotes=quotes)
        printed = self.printed.get(node.id)
        if printed is None:
            return node
        ids = self._bodies_of(printed)
        copied = Agencies(printed.rule, printed.open, ids)
        if node.agencies.rule in ("", "unknown") or node.agencies == copied:
            return node._replace(agencies=copied, evidence={**evidence, "agencies": "attached"})
        note = Pair(f"Your copy prints: {printed.text}", f"你附上的副本写作：{printed.text}")
        return node._replace(notes=(*node.notes, Note("doubt", note)))
