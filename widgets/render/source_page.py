"""The page of a source: its header, and its passages in order, with the quotes highlighted."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plan_data.labels import view_words as words
from plan_data.labels.kinds import SOURCE_LABELS, TRANSLATION_LABELS
from plan_data.labels.roles import ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import Quote, Source
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, Line, Span, text_block
from widgets.render.notes import note_blocks
from widgets.render.wrapping import styled_spans

MARGIN = 5
"""Cells of the margin for a paragraph's number."""


def printed_title(source: Source) -> str:
    """Return a source's title in its own language, or in English where that is neither English nor Chinese."""
    return source.title.pick(source.language if source.language in ("en", "zh") else "en")


def source_header(source: Source, lang: str) -> Iterator[Block]:
    """Yield the bibliography of a source, and how reliable it is."""
    yield text_block(SOURCE_LABELS[source.kind].pick(lang), "muted", right=(Span(source.id, "id"),))
    own = printed_title(source)
    yield text_block(own, "title")
    other = source.title.zh if own == source.title.en else source.title.en
    if other and lang != "en":
        yield text_block(other, "zh")
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
    line = "; ".join(f"{words.FACTS.get(name, '')}{fact}" for name, fact in facts.items() if fact)
    if line:
        yield text_block(line, "text")
    for name in words.SOURCE_TEXTS:
        if text := getattr(source, name):
            yield text_block(text.pick(lang), "text", lead=_label(name))
    if source.copy:
        copy = source.copy
        script = words.SCRIPT.format(copy.script) if copy.script else ""
        attached, digest = words.ATTACHED.format(copy.attached), words.DIGEST.format(copy.sha256[:12])
        line = f"{copy.name} ({', '.join(filter(None, (copy.form, copy.encoding, script, attached, digest)))})"
        yield text_block(line, "grade-attached", lead=_label(words.COPY_LABEL))
    if source.address:
        how = words.LOOKED_UP if source.address_from == "lookup" else ""
        yield Block((Span(source.address, "address"), Span(how, "muted")), lead=_label(words.ADDRESS))
    else:
        yield text_block(words.NONE_KNOWN, "muted", lead=_label(words.ADDRESS))


def _label(name: str) -> Line:
    return (Span(f"{name:<12}", "number"),)


MOST_LINKS = 1_000
"""Most links from a source's passages that are all laid out; of more, only those of unfolded passages are."""


def source_page(plan: Plan, id_: str, lang: str = "en", lit: str = "", unfolded: Collection[str] = ()) -> list[Block]:
    """Return the page of a source.

    Args:
        plan: The plan.
        id_: Id of the source; raises KeyError.
        lang: `en`, `zh` or `both`.
        lit: Id of the quote to highlight, or "".
        unfolded: Targets of passages whose links are laid out in any case; see `passage_target`.
    """
    source = plan.sources[id_]
    blocks = list(source_header(source, lang))
    if not source.passages:
        blocks.append(text_block(words.NO_PASSAGES, "muted", gap=True))
    quotes = _by_passage(plan, source)
    linked = {number: _links(plan, found, lit) for number, found in quotes.items()}
    all_ = sum(map(len, linked.values())) <= MOST_LINKS
    before = 0
    for number, text in source.passages.items():
        if number > before + 1:
            blocks.append(_gap(before + 1, number - 1))
        before = number
        blocks.extend(_passage(plan, source, number, text, lang, lit, quotes.get(number, [])))
        target = passage_target(source.id, number)
        blocks.extend(_supports(plan, linked.get(number, {}), target, lang, all_ or target in unfolded))
    return blocks


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


def _gap(first: int, last: int) -> Block:
    text = words.GAP_OF_ONE.format(first) if first == last else words.GAP.format(first, last)
    return text_block(text, "gap", indent=MARGIN, gap=True)


def _by_passage(plan: Plan, source: Source) -> dict[int, list[Quote]]:
    """Return a source's quotes by the paragraph in which they were found, in the order of the text."""
    found: dict[int, list[Quote]] = {}
    for id_ in plan.quotes_by_source.get(source.id, ()):
        found.setdefault(plan.anchors[id_].paragraph, []).append(plan.quotes[id_])
    for quotes in found.values():
        quotes.sort(key=lambda q: plan.anchors[q.id].start)
    return found


def _passage(
    plan: Plan, source: Source, number: int, text: str, lang: str, lit: str, quotes: list[Quote]
) -> Iterator[Block]:
    lit_here = [q for q in quotes if q.id == lit]
    marks = [
        (plan.anchors[q.id].start, plan.anchors[q.id].end, "lit" if q.id == lit else "marked")
        for q in [*(q for q in quotes if q.id != lit), *lit_here]
        if plan.anchors[q.id].state in ("verbatim", "moved", "loose")
    ]
    target = passage_target(source.id, number)
    yield Block(
        passage_spans(text, marks),
        lead=(Span(f"{number:>{MARGIN - 2}}  ", "number-lit" if lit_here else "number"),),
        target=target,
        gap=True,
    )
    for quote in quotes:
        state = plan.anchors[quote.id].state
        if state != "verbatim" or quote.id == lit:
            lead = (Span(f"{quote.id}  ", "id"),)
            yield text_block(STATE_LABELS[state].pick(lang), f"state-{state}", lead=lead, indent=MARGIN)
        if quote.id == lit or (not lit_here and quote.notes):
            yield from note_blocks(quote.notes, lang, MARGIN)


def _links(plan: Plan, quotes: list[Quote], lit: str) -> dict[str, str]:
    """Return the entries that the quotes of a passage support, with the role; those of the highlighted quote first."""
    links: dict[str, str] = {}
    for quote in sorted(quotes, key=lambda q: q.id != lit):
        for link in plan.backlinks[quote.id]:
            links.setdefault(link.id, link.role)
    return links


def _supports(plan: Plan, links: dict[str, str], section: str, lang: str, unfolded: bool) -> Iterator[Block]:
    """Yield one line that unfolds to links to the entries that a passage supports."""
    if not links:
        return
    count = words.SUPPORTS[len(links) == 1].format(len(links))
    first = ", ".join(plan.title(id_, lang) for id_ in list(links)[:3])
    more = ", ..." if len(links) > 3 else ""
    yield Block((Span(count, "heading"), Span(f"  {first}{more}", "muted")), indent=MARGIN - 2, section=section)
    for id_, role in links.items() if unfolded else ():
        right = (Span(ROLE_LABELS[role].pick(lang), "muted"),)
        yield text_block(plan.title(id_, lang), "link", right=right, indent=MARGIN + 2, target=id_, member=section)
