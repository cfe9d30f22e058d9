"""The first screen, the card of the plan itself: what it is and wants, how much by when, how far to trust it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from plan_data.labels import first_screen as words
from plan_data.labels.deadlines import by_date, in_words
from plan_data.labels.kinds import KIND_LABELS, counted
from plan_data.model.entities import GRADES, KINDS, Node
from plan_data.model.goals import phase_name
from plan_data.model.pair import Pair
from plan_data.model.plan import OWN
from plan_data.model.statements import Statements
from widgets.render.blocks import Block, text_block
from widgets.render.card_parts import NARROW
from widgets.render.node_cards import NodeCard
from widgets.render.notes import pair_spans
from widgets.render.wrapping import Span, cells, padded

USUAL = ("action", "task", "measure")
"""The kinds that are counted; of a plan that has none of them those that it has are counted."""
FOLDED = "plan."
"""Before the names of the sections that are folded at first (see `starts_folded`)."""
LOOKED_AT = 200
"""Actions among which the example to try is looked for."""


class Try(NamedTuple):
    """Something to try on the first screen."""

    keys: str
    """The keys to press."""
    what: str
    """What they show."""
    short_keys: str
    """The keys in a narrow card."""
    short: str
    """What they show, in a narrow card."""
    target: str = ""
    """What Enter on the row opens; "" where that is no entry."""


class FirstScreen(NodeCard):
    """The card of a plan."""

    def blocks(self, said: Statements) -> Iterator[Block]:
        """Yield what it is, what it wants, how much by when, what to try, how far to trust it, then the details."""
        node = said.node
        yield from self.title(node.title._replace(zh=node.title.zh_short or node.title.zh), node.number, node.pinyin)
        if node.about:
            yield Block(pair_spans(node.about, self.lang, "text"))
        yield from self.wants(node, least=NARROW + 1)
        yield from self.how_much()
        yield from self.tries()
        # In a narrow card the figures are seen first.
        yield from self.wants(node, most=NARROW)
        yield from self.trust()
        yield from self.agencies(said)
        yield from self.goals(said)
        yield from self.document(node)
        yield from self.details(said)

    def part(self, title: Pair, **widths: Any) -> Block:
        """The heading of a part, which does not fold."""
        return Block((Span(self.say(title), "head"),), gap=True, **widths)

    def wants(self, node: Node, **widths: Any) -> Iterator[Block]:
        """The summary."""
        if node.summary:
            yield self.part(words.WANTS, **widths)
            yield Block(pair_spans(node.summary, self.lang, "text"), **widths)

    # How much, by when.

    def how_much(self) -> Iterator[Block]:
        """The counts of what the document asks for in one line, then a line for each phase of the plan."""
        counts, phases, told = list(self.counts()), self.plan.phases, self.told()
        if not counts and not phases:
            return
        heading = self.part(words.HOW_MUCH, least=NARROW + 1)
        said = Span("")
        if told and told.event:
            month = in_words(told.event.happened[:7], self.name_lang)
            said = Span(self.say(words.SAID_IN).format(month), "soft")
            heading = replace(heading, spans=(*heading.spans, Span("  "), said), target=told.id)
        yield heading
        yield self.air()
        if counts:
            yield text_block(self.say(words.BETWEEN_COUNTS).join(counts), "strong")
        dates = [by_date(phase.due, self.name_lang) for phase in phases]
        wide = max(map(cells, dates), default=0) + 2
        for date, phase in zip(dates, phases, strict=True):
            lead = (Span(padded(date, wide), "strong"),)
            yield text_block(self.say(phase_name(phase)), "text", lead=lead, target=self.phase_target(phase))
        if told:
            yield Block((said,), target=told.id, most=NARROW)

    def counts(self) -> Iterator[str]:
        """How many there are of each kind that is usual in such a document."""
        found: Counter[str] = Counter()
        for (kind, _), count in self.plan.tally.items():
            if kind in OWN:
                found[kind] += count
        for kind in [kind for kind in USUAL if kind in found] or [kind for kind in KINDS if kind in found]:
            yield counted(found[kind], kind, self.name_lang)

    def told(self) -> Node | None:
        """Return the event at which the dates of all phases were told, None where the data names none."""
        related = [set(phase.related) for phase in self.plan.phases]
        shared = set.intersection(*related) if related else set[str]()
        events = [self.plan.node(id_) for id_ in sorted(shared) if self.plan.kind_of(id_) == "event"]
        return next((node for node in events if node.event and node.event.happened), None)

    # Three things to try.

    def tries(self) -> Iterator[Block]:
        """Examples with their keys, from what the plan has; none on paper."""
        rows = [row for row in (self.try_entry(), self.try_jump(), self.try_timeline()) if row] if self.keys else []
        if rows:
            yield self.part(words.THREE_THINGS, least=NARROW + 1)
            yield self.air()
        wide, narrow = (max((cells(row[n]) for row in rows), default=0) + 2 for n in (0, 2))
        for keys, what, short_keys, short, target in rows:
            lead = (Span(padded(keys, wide), "strong"),)
            yield text_block(what, "text", lead=lead, target=target, least=NARROW + 1)
            lead = (Span(padded(short_keys, narrow), "strong"),)
            yield text_block(short, "text", lead=lead, target=target, most=NARROW)

    def try_entry(self) -> Try | None:
        """Show the first action with a number, one leader and a goal with a date; else one with bodies."""
        actions = islice(self.plan.of_kind("action"), LOOKED_AT)
        found = [node for node in actions if re.fullmatch(r"[0-9.]+", node.number) and node.agencies.list]
        led = (node for node in found if node.agencies.rule in ("first", "sole") and self.has_dated_goal(node))
        best = next(led, found[0] if found else None)
        if best is None:
            return None
        keys, name = f"{best.number} {self.keys.get('enter', '')}", best.title.short(self.name_lang)
        return Try(
            keys, self.say(words.TRY_ENTRY).format(name), keys, self.say(words.SHORT_ENTRY).format(name), best.id
        )

    def has_dated_goal(self, node: Node) -> bool:
        """Return whether a node is linked to a goal with a date."""
        goals = (self.plan.node(id_) for id_ in node.related if self.plan.kind_of(id_) == "target")
        return any(goal.due or self.plan.due_inherited(goal)[0] for goal in goals)

    def try_jump(self) -> Try | None:
        """Show a figure with its unit as what one may type in the jump box."""
        key = self.keys.get("jump", "")
        for node in islice(self.plan.of_kind("target"), LOOKED_AT):
            if node.target and node.target.number and node.target.unit:
                typed = " ".join(node.target.figure(self.name_lang).split()[:2])
                return Try(f"{key} {typed}", self.say(words.TRY_JUMP), key, self.say(words.SHORT_JUMP))
        return None

    def try_timeline(self) -> Try | None:
        """Show the timeline, for a plan that has events."""
        if not any(True for _ in self.plan.places_of_kind("event")):
            return None
        key = self.keys.get("timeline", "")
        return Try(key, self.say(words.TRY_TIMELINE), key, self.say(words.SHORT_TIMELINE))

    # How far to trust it.

    def trust(self) -> Iterator[Block]:
        """How much is confirmed, counted over the headings that the document prints, and how to check it."""
        document = self.plan.document
        printed, grades = bool(self.plan.headings), self.plan.judged_grades
        total = sum(grades.values())
        if not total:
            return
        found = grades.get("attached", 0) if printed else 0
        left = {g: grades[g] for g in GRADES if g in grades and not (printed and g == "attached")}
        forms = words.COUNTS if printed else {**words.COUNTS, "unchecked": words.NO_SOURCE}
        counts = self.say(words.BETWEEN).join(self.say(forms[g][n != 1]).format(n) for g, n in left.items())
        form = words.OF_HEADINGS if printed else words.OF_ENTRIES
        if found:
            form = words.SOME_IN_COPY if left else words.ALL_IN_COPY
        sentences = [self.say(form).format(n=total, found=found, counts=counts)]
        if printed and not found:
            sentences.insert(0, self.say(words.NOT_COMPARED))
        if document and printed and found < total:
            fetch, open_ = self.keys.get("fetch", ""), self.keys.get("open-address", "")
            form = words.CHECK if fetch and open_ else words.CHECK_PRINTED
            form = form if document.address else words.CHECK_COPY
            sentences.append(self.say(form).format(fetch=fetch, open=open_, source=document.id))
        yield self.part(words.TRUST)
        yield text_block(("" if self.lang == "zh" else " ").join(sentences), "text")

    # The document, and the details.

    def document(self, node: Node) -> Iterator[Block]:
        """The document by its full name, number and dates."""
        document = self.plan.document
        if document is None:
            return
        yield self.part(words.DOCUMENT)
        if node.title.zh:
            yield text_block(node.title.zh, "zh", target=document.id)
        dates = ((words.OF_DATE, document.dates.written), (words.PUBLISHED, document.dates.published))
        facts = [
            document.number,
            *(self.say(form).format(in_words(date, self.name_lang)) for form, date in dates if date),
        ]
        if any(facts):
            line = self.say(words.BETWEEN).join(filter(None, (self.plan.issuer(self.lang), *facts)))
            yield text_block(line, "text", target=document.id)

    def details(self, said: Statements) -> Iterator[Block]:
        """Everything else; on the screen folded, without empty lines between the headings, and without the id."""
        node, paper = said.node, self.on_paper
        parts = (
            self.quotes(node, "", said.quotes) if said.quotes else (),
            self.related(said.related),
            self.notes(node.notes),
            self.renderings(node.title),
            self.cited(node),
        )
        for n, part in enumerate(part for part in map(list, parts) if part):
            for block in part:
                section, member = (name and f"{FOLDED}{name}" for name in (block.section, block.member))
                yield replace(
                    block, section=section, member=member, gap=block.gap and not (n and block.section and not paper)
                )
        if paper:
            yield from self.identity(node.id, self.say(KIND_LABELS[node.kind]))
