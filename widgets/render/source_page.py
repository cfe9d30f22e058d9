"""The page of a source: its passages in order, with the quotes highlighted, and what is known of the source."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from plan_data.labels import sources as words
from plan_data.labels.kinds import SOURCE_LABELS, TRANSLATION_LABELS
from plan_data.labels.roles import ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import CopyFacts, Quote, Source
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, Line, Span, text_block
from widgets.render.notes import both, pair_spans, term_name
from widgets.render.wrapping import cut_words, padded, styled_spans

GAP = 2
"""Cells between the number of a paragraph and its text."""
MOST_NAMES = 8
"""Most entries that are named while they are folded; more than a line never has room for."""


def _printed_title(source: Source, lang: str) -> str:
    """Return a source's title in its own language; in the reader's where it is a description of ours, in brackets."""
    own = source.title.pick(source.language) if source.language in ("en", "zh") else source.title.pick("en")
    is_described = own.startswith("[") and own.endswith("]")
    return source.title.name(lang) if is_described else own


def source_header(source: Source, lang: str) -> Iterator[Block]:
    """Yield the bibliography of a source, and how reliable it is."""
    yield text_block(SOURCE_LABELS[source.kind].pick(lang), "soft", right=(Span(source.id, "id"),))
    own = _printed_title(source, lang)
    yield text_block(own, "title")
    names = {"en": source.title.en, "zh": source.title.zh_short or source.title.zh}
    for side, name in names.items():
        if name and name != own and lang in (side, "both"):
            yield text_block(name, "zh")
    facts = {
        "author": source.author,
        "publisher": source.publisher if source.publisher != source.author else "",
        "container": source.container if source.container != source.publisher else "",
        "number": source.number,
        "written": source.dates.written,
        "published": source.dates.published,
        "reposted": source.dates.reposted,
        "translation": TRANSLATION_LABELS[source.translation].pick(lang),
    }
    said = [words.FACTS[name].pick(lang).format(fact) for name, fact in facts.items() if fact]
    if said:
        yield text_block(words.BETWEEN_FACTS.pick(lang).join(said), "text")
    for name, label in words.SOURCE_TEXTS.items():
        if text := getattr(source, name):
            yield text_block(text.pick(lang), "text", lead=_label(label, lang))
    if source.copy:
        copy = source.copy
        yield text_block(
            words.IN_BRACKETS.pick(lang).format(copy.name, copy_facts(copy, lang)),
            "good",
            lead=_label(words.COPY_LABEL, lang),
        )
    if source.address:
        how = words.LOOKED_UP.pick(lang) if source.address_from == "lookup" else ""
        yield Block((Span(source.address, "address"), Span(how, "soft")), lead=_label(words.ADDRESS, lang))
    else:
        yield text_block(words.NONE_KNOWN.pick(lang), "soft", lead=_label(words.ADDRESS, lang))


def copy_facts(copy: CopyFacts, lang: str) -> str:
    """Return the facts about an attached copy besides its name, in one line."""
    facts = (
        words.FORMS[copy.form].pick(lang) if copy.form in words.FORMS else copy.form,
        copy.encoding,
        words.SCRIPT[copy.script].pick(lang) if copy.script else "",
        words.ATTACHED.pick(lang).format(copy.attached) if copy.attached else "",
        words.DIGEST.pick(lang).format(copy.sha256[:12]),
    )
    return words.BETWEEN_COPY_FACTS.pick(lang).join(filter(None, facts))


def _label(name: Pair, lang: str) -> Line:
    return (Span(padded(name.pick(lang), 12), "soft"),)


MOST_LINKS = 1_000
"""Most links from a source's passages that are all laid out; of more, only the unfolded ones are."""


def source_page(plan: Plan, id_: str, lang: str = "en", lit: str = "", unfolded: Collection[str] = ()) -> list[Block]:
    """Return the page of a source: its text, and what is known of the source below it.

    Args:
        plan: The plan.
        id_: Id of the source; raises KeyError.
        lang: `en`, `zh` or `both`.
        lit: Id of the quote to highlight, or "".
        unfolded: The sections that are unfolded: below a passage, see `section_below`, or `about_section`.
    """
    source = plan.sources[id_]
    if not source.passages:
        return [*source_header(source, lang), text_block(words.NO_PASSAGES.pick(lang), "soft", gap=True)]
    quotes = _by_passage(plan, source)
    linked = {number: _links(plan, found, lit) for number, found in quotes.items()}
    all_ = sum(map(len, linked.values())) <= MOST_LINKS
    margin = max(2, len(str(max(source.passages)))) + GAP
    blocks: list[Block] = []
    before = 0
    for number, text in source.passages.items():
        if number > before + 1:
            blocks.append(_gap(before + 1, number - 1, lang, margin))
        before = number
        found = quotes.get(number, [])
        target = passage_target(source.id, number)
        blocks.append(_passage(plan, number, text, lit, found, margin, target))
        for quote in found:
            blocks.extend(_state(plan, quote, lang, margin))
        below = _Below(plan, lang, target, margin, unfolded)
        blocks.extend(below.notes(sorted(found, key=lambda quote: quote.id != lit)))
        blocks.extend(below.entries(linked.get(number, {}), all_))
    about = about_section(source.id)
    blocks.append(text_block(words.ABOUT_SOURCE.pick(lang), "heading", section=about, gap=True))
    blocks.extend(replace(block, member=about, indent=2) for block in source_header(source, lang))
    return blocks


def about_section(source: str) -> str:
    """Return the section with the bibliography of a source, below its text."""
    return f"{source}#about"


def section_below(passage: str, what: str) -> str:
    """Return the section below a passage with its `gloss`, `doubt`, `sic` notes or its `entries`."""
    return f"{passage}/{what}"


def passage_target(source: str, number: int) -> str:
    """Return the target of a passage: `src.000#6`."""
    return f"{source}#{number}"


def passage_spans(text: str, marks: list[tuple[int, int, str]]) -> tuple[Span, ...]:
    """Cut a passage into spans.

    Args:
        text: The whole paragraph.
        marks: Ranges as (start, end, style), half-open, in code points; a later one overrides an earlier one.
    """
    edges = sorted({0, len(text), *(e for start, end, _ in marks for e in (start, end))})
    styles = []
    for start, end in zip(edges, edges[1:], strict=False):
        style = "passage"
        for from_, to, name in marks:
            if from_ <= start and end <= to:
                style = name
        styles.append(style)
    return styled_spans(text, edges, styles)


def _gap(first: int, last: int, lang: str, margin: int) -> Block:
    text = words.GAP_OF_ONE.pick(lang) if first == last else words.GAP.pick(lang)
    return text_block(text.format(first, last), "gap", indent=margin, gap=True)


def passage_of(plan: Plan, quote: str) -> int:
    """Return the number of the paragraph with which a quote is shown: where it was found, else where it should be."""
    return plan.anchors[quote].paragraph or plan.quotes[quote].paragraph


def _by_passage(plan: Plan, source: Source) -> dict[int, list[Quote]]:
    """Return a source's quotes by the paragraph with which they are shown, in the order of the text."""
    found: dict[int, list[Quote]] = {}
    for id_ in plan.quotes_by_source.get(source.id, ()):
        found.setdefault(passage_of(plan, id_), []).append(plan.quotes[id_])
    for quotes in found.values():
        quotes.sort(key=lambda q: plan.anchors[q.id].start)
    return found


def _passage(plan: Plan, number: int, text: str, lit: str, quotes: list[Quote], margin: int, target: str) -> Block:
    """Return a paragraph with its number, its quotes marked and one of them lit."""
    lit_here = [q for q in quotes if q.id == lit]
    marks = [
        (plan.anchors[q.id].start, plan.anchors[q.id].end, "lit" if q.id == lit else "marked")
        for q in [*(q for q in quotes if q.id != lit), *lit_here]
        if plan.anchors[q.id].state in ("verbatim", "moved", "loose")
    ]
    lead = Span(f"{number:>{margin - GAP}}{' ' * GAP}", "number-lit" if lit_here else "number")
    return Block(passage_spans(text, marks), lead=(lead,), target=target, gap=True)


def _state(plan: Plan, quote: Quote, lang: str, margin: int) -> Iterator[Block]:
    """Yield a line on a quote that does not stand in its paragraph word for word."""
    state = plan.anchors[quote.id].state
    if state != "verbatim":
        said = words.STATE_OF_QUOTE.pick(lang).format(cut_words(quote.exact, 40), STATE_LABELS[state].pick(lang))
        yield text_block(said, f"state-{state}", indent=margin)


def _links(plan: Plan, quotes: list[Quote], lit: str) -> dict[str, str]:
    """Return the entries that the quotes of a passage support, with the role; those of the highlighted quote first."""
    links: dict[str, str] = {}
    for quote in sorted(quotes, key=lambda q: q.id != lit):
        for link in plan.backlinks[quote.id]:
            links.setdefault(link.id, link.role)
    return links


class _Below(NamedTuple):
    """What can be unfolded below a passage: a line each."""

    plan: Plan
    lang: str
    passage: str
    margin: int
    unfolded: Collection[str]

    def _heading(self, what: str, count: int, names: Iterable[str], style: str) -> Block:
        """Return the line that folds a section: the count, and while it is folded the names."""
        section = section_below(self.passage, what)
        text = words.BELOW_PASSAGE[what][count > 1].pick(self.lang).format(count)
        if section not in self.unfolded:
            listed = words.BETWEEN_NAMES.pick(self.lang).join(names)
            text = words.NAMES_BELOW.pick(self.lang).format(text, listed)
        return text_block(text, style, indent=self.margin, section=section, short=True)

    def notes(self, quotes: list[Quote]) -> Iterator[Block]:
        """Yield a line for the notes of each kind, and the notes."""
        all_ = dict.fromkeys(note for quote in quotes for note in quote.notes)
        for kind, style in (("gloss", "soft"), ("doubt", "doubt"), ("sic", "doubt")):
            notes = [note._replace(text=self.plan.with_names(note.text)) for note in all_ if note.kind == kind]
            if not notes:
                continue
            names = (both(note.term, self.lang) or note.text.pick(self.lang) for note in notes)
            yield self._heading(kind, len(notes), names, style)
            for note in notes:
                named = words.NAMES_BELOW.pick(self.lang).format(term_name(note, self.lang), "")
                term = (Span(named, "term"),) if note.term else ()
                spans = (*term, *pair_spans(note.text, self.lang, "note"))
                yield Block(spans, indent=self.margin + 2, member=section_below(self.passage, kind))

    def entries(self, links: dict[str, str], laid_out: bool) -> Iterator[Block]:
        """Yield a line for the entries that the passage supports, and links to them; some only while unfolded."""
        if not links:
            return
        names = (self.plan.title(id_, self.lang) for id_ in list(links)[:MOST_NAMES])
        yield self._heading("entries", len(links), names, "soft")
        section = section_below(self.passage, "entries")
        for id_, role in links.items() if laid_out or section in self.unfolded else ():
            right = (Span(ROLE_LABELS[role].pick(self.lang), "soft"),)
            title = self.plan.title(id_, self.lang)
            yield text_block(title, "link", right=right, indent=self.margin + 2, target=id_, member=section)
