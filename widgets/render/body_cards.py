"""The cards of bodies and sources: who or what it is first, then what it does or says, its id last."""

from __future__ import annotations

from collections.abc import Iterator

from plan_data.labels import card as words
from plan_data.labels.grades import weakest
from plan_data.labels.kinds import KIND_LABELS, SOURCE_LABELS
from plan_data.labels.roles import AGENCY_ROLE_LABELS
from plan_data.model.entities import Body, Source, texts_of
from plan_data.model.statements import quote_groups
from widgets.render.blocks import Block, Span, text_block
from widgets.render.card_parts import NARROW, CardParts
from widgets.render.notes import both, pair_spans
from widgets.render.source_page import source_header
from widgets.render.wrapping import cells, padded


class BodyCard(CardParts):
    """The card of a body or a source."""

    def body(self, body: Body) -> Iterator[Block]:
        """Yield the card of a body: who it is, what it leads, then where it appears."""
        grades = {"name": self.plan.grade(body, "name")}
        grades |= {name: self.plan.grade(body, name) for name in ("post", "later") if getattr(body, name)}
        grades |= {name: self.plan.grade(body, name) for name in texts_of(body)}
        yield from self.title(body.title, "", body.pinyin, body.abbr)
        caveat = self.caveat(grades)
        yield text_block(caveat, "soft", indent=2, least=NARROW + 1)
        if body.post:
            yield Block(pair_spans(body.post, self.lang, "text"), indent=2)
        if body.of:
            yield self.row(body.of, "", f"{self.say(words.OF)}  ")
        yield from self.texts(body)
        yield from self.duties(body)
        yield from self.rest_of_summary(body)
        about = self.plan.uses.related.get(body.id, ())
        yield from self.related(id_ for id_ in about if self.plan.kind_of(id_) != "target")
        yield from self.quotes(body, *quote_groups(self.plan, body))
        yield from self.later(body)
        if body.aliases:
            yield self.heading("aliases")
            yield self.text(", ".join(body.aliases), "aliases", "text")
        yield from self.notes(body.notes)
        yield from self.renderings(body.title)
        yield from self.cited(body)
        yield text_block(caveat, "soft", gap=True, most=NARROW)
        yield from self.identity(body.id, self.say(KIND_LABELS[body.kind]))

    def duties(self, body: Body) -> Iterator[Block]:
        """Everything that a body leads or takes part in."""
        duties = self.plan.uses.duties.get(body.id, ())
        for role in AGENCY_ROLE_LABELS:
            if ids := [id_ for id_, its_role in duties if its_role == role]:
                grade = weakest([self.plan.grade(self.plan.node(id_), "agencies") for id_ in ids])
                yield self.heading(role, str(len(ids)), grade)
                yield from self.rows(ids, role)

    def later(self, body: Body) -> Iterator[Block]:
        """What became of a body after the document."""
        if body.later:
            yield self.heading("later", grade=self.plan.grade(body, "later"))
        wide = max((cells(later.date) for later in body.later), default=0)
        for later in body.later:
            note = Span(f"  {later.note.pick(self.lang)}" if later.note else "", "soft")
            lead = (Span(f"{padded(later.date, wide)}  ", "soft"),) if wide else ()
            spans = (Span(both(later.name, self.lang), "text"), note)
            yield Block(spans, lead=lead, indent=2, member="later")

    def source(self, source: Source) -> Iterator[Block]:
        """Yield the card of a source: its bibliography, what it says of itself, and the entries that cite it."""
        yield from (block for block in source_header(source, self.lang) if Span(source.id, "id") not in block.right)
        yield from self.quotes(source, *quote_groups(self.plan, source))
        yield from self.notes(source.notes)
        citing = self.plan.uses.citing.get(source.id, ())
        if citing:
            yield self.heading("citing", self.say(words.ENTRIES).format(len(citing)))
        for id_ in citing:
            yield self.row(id_, "citing")
        yield from self.identity(source.id, self.say(SOURCE_LABELS[source.kind]))
