"""Merges a copy into a plan: its headings become quotes, its lists of bodies are compared with ours."""

from __future__ import annotations

from functools import cached_property

from plan_data.copies import bodies as lists
from plan_data.copies.edition import edition
from plan_data.copies.headings import Found
from plan_data.copies.recognised_copy import Copy, RecognisedCopy
from plan_data.labels.attachments import OTHER_LIST
from plan_data.model.copy_report import Difference, Missing, Near, Report
from plan_data.model.entities import Agencies, Body, Node, Note, Quote, QuoteLink, Source, Title
from plan_data.model.plan import Plan
from plan_data.text.folding import fold_heading

COPIED_BODY = "org.copy-"
"""How the id of a body begins that a copy names and the plan does not know."""


class MergedCopy:
    """A plan with a copy of one of its sources merged into it."""

    def __init__(self, plan: Plan, copy: Copy, recognised: RecognisedCopy | None = None) -> None:
        """Find the headings and passages of a source in a copy.

        Args:
            plan: The plan.
            copy: The copy.
            recognised: What was found in it, where that is known.

        Raises:
            Refused: The plan has no such source, or the file is no copy of it.
        """
        recognised = recognised or RecognisedCopy(plan, copy)
        recognised.accept()
        self._plan = plan
        self.copy = copy
        """The copy."""
        self._source = recognised.source
        self._nodes = recognised.nodes
        self._recognised = recognised
        self._found = recognised.found
        self._passages = recognised.passages
        self._printed = recognised.printed
        self._ids = lists.known_names(plan.bodies)
        self._new_bodies: dict[str, Body] = {}
        self.plan = self._merged()
        """The plan, with the additions of the copy."""

    def _bodies_of(self, printed: lists.Printed) -> tuple[str, ...]:
        """Return the ids of the bodies that a list names; an unknown name becomes a new body."""
        found = []
        for name in printed.names:
            id_ = self._ids.get(fold_heading(name).text)
            if id_ is None:
                # Another copy may have added bodies already.
                before = sum(known.startswith(COPIED_BODY) for known in self._plan.bodies)
                id_ = f"{COPIED_BODY}{before + len(self._new_bodies) + 1}"
                self._ids[fold_heading(name).text] = id_
                self._new_bodies[id_] = Body(id_, "agency", Title(zh=name), evidence={"name": "attached"})
            found.append(id_)
        return tuple(dict.fromkeys(found))

    def _name(self, id_: str) -> str:
        body = self._plan.bodies.get(id_) or self._new_bodies.get(id_)
        return body.title.zh_short or body.title.zh or body.title.en if body else id_

    @cached_property
    def report(self) -> Report:
        """What was found, and for each heading that was not, the nearest text; worked out when it is asked for."""
        counts: dict[str, tuple[int, int]] = {}
        missing = []
        for i, node in enumerate(self._nodes):
            here, total = counts.get(node.kind, (0, 0))
            counts[node.kind] = (here + (node.id in self._found), total + 1)
            if node.id not in self._found:
                missing.append(Missing(node.id, node.kind, node.title.zh, self._near(i)))
        compared, taken, unlisted = [], [], []
        differences: list[Difference] = []
        for node in self._nodes:
            printed = self._printed.get(node.id)
            known = node.agencies.rule not in ("", "unknown")
            if printed is None:
                if known and node.id in self._found:
                    unlisted.append(node.id)
                continue
            ids = self._bodies_of(printed)
            if not known:
                taken.append(node.id)
                continue
            compared.append(node.id)
            names = {id_: self._name(id_) for id_ in (*ids, *node.agencies.list)}
            differences += [Difference(node.id, says) for says in lists.differences(node.agencies, printed, ids, names)]
        lists_ = tuple(compared), tuple(differences), tuple(taken), tuple(unlisted)
        passages = len(self._passages), len(self._source.passages)
        replaced = self.copy.replaced
        return Report(self._source.id, counts, tuple(missing), *lists_, passages, replaced, edition(self._recognised))

    def _near(self, i: int) -> Near:
        """Return the nearest text to a heading between those that were found before and after it."""
        before = next((self._found[n.id].paragraph for n in reversed(self._nodes[:i]) if n.id in self._found), 1)
        after = next((self._found[n.id].paragraph for n in self._nodes[i + 1 :] if n.id in self._found), 0)
        return self._recognised.finder.nearest(self._nodes[i].title.zh, before, after)

    def _merged(self) -> Plan:
        plan, source = self._plan, self._source
        quotes = dict(plan.quotes)
        links: dict[str, QuoteLink] = {}
        if not source.passages:
            for id_, where in self._found.items():
                quote = self._quote(id_, where)
                quotes[quote.id] = quote
                links[id_] = QuoteLink(quote.id, "states")
        nodes = [self._merged_node(node, links.get(node.id)) if node.id in self._found else node for node in plan.nodes]
        sources = {**plan.sources, source.id: self._merged_source()}
        bodies = {**plan.bodies, **self._new_bodies}
        reports = {**plan.reports, source.id: lambda: self.report}
        return Plan(
            plan.folder, nodes, plan.depths, bodies, sources, quotes, plan.totals, plan.findings, reports=reports
        )

    def _merged_source(self) -> Source:
        """Return the source with the copy's paragraphs; shipped passages keep their numbers, and gaps are filled."""
        passages = self._passages
        source = self._source._replace(copy=self.copy.facts)
        if not source.passages:
            return source._replace(passages=dict(enumerate(self.copy.paragraphs, 1)))
        shifts = {there - number for number, there in passages.items()}
        if len(passages) < len(source.passages) or len(shifts) != 1:
            return source
        shift = shifts.pop()
        texts = self.copy.blocks or self.copy.paragraphs
        return source._replace(passages={n - shift: text for n, text in enumerate(texts, 1) if n > shift})

    def _quote(self, id_: str, where: Found) -> Quote:
        """Return the heading as a quote; where the paragraph has its words twice, with prefix and suffix."""
        text = self.copy.paragraphs[where.paragraph - 1]
        exact = text[where.start : where.end]
        again = text.count(exact) > 1
        prefix = text[: where.start] if again else ""
        suffix = text[where.end :] if again and not prefix else ""
        name = self._source.id.removeprefix("src.")
        return Quote(f"q.{name}.{id_}", self._source.id, where.paragraph, exact, prefix, suffix, copied=True)

    def _merged_node(self, node: Node, link: QuoteLink | None) -> Node:
        evidence = {**node.evidence, "title": "attached"}
        quotes = (link, *node.quotes) if link else node.quotes
        node = node._replace(evidence=evidence, quotes=quotes)
        printed = self._printed.get(node.id)
        if printed is None:
            return node
        ids = self._bodies_of(printed)
        copied = Agencies(printed.rule, printed.open, ids)
        if node.agencies.rule in ("", "unknown") or node.agencies == copied:
            return node._replace(agencies=copied, evidence={**evidence, "agencies": "attached"})
        text = OTHER_LIST.format(text=printed.text)
        return node._replace(notes=(*node.notes, Note("doubt", text)))
