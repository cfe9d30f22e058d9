"""Citations of quotes, sources and statements, for texts of the reader's own.

A statement below `quoted` and `attached` is cited with its grade, a quote that does not state it with its role.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plan_data.labels import clips as words
from plan_data.labels.clips import CLIP_LABELS, WITHOUT_QUOTE
from plan_data.labels.grades import SHORT_GRADES
from plan_data.labels.kinds import KIND_LABELS
from plan_data.labels.roles import NOTE_LABELS, ROLE_LABELS, STATE_LABELS
from plan_data.model.entities import Body, Item, Node, Quote, Source
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.quotes.markdown_text import escaped, linked
from plan_data.quotes.order import walked
from plan_data.text.visible import visible

FIRM = ("attached", "quoted")
"""Grades that a citation leaves out."""


class Clip(NamedTuple):
    """A text to be copied."""

    what: Pair
    """Its name: of `CLIP_LABELS`, or of `WITHOUT_QUOTE` where the node itself has no quote."""
    text: str
    """The text; "" where there is none."""


def plain(source: Source, paragraph: int = 0, lang: str = "en", *, copied: bool = False, short: bool = False) -> str:
    """Return the citation of a source, and of a paragraph in it, in one line.

    It carries the words that the source demands of every citation (`Source.citation`).

    Args:
        source: The source.
        paragraph: Number of the paragraph; 0 for none.
        lang: Language of the words around what the source says of itself; for `both` it is English.
        copied: Whether the paragraph is one of the reader's own copy, which is then named.
        short: Leave out author, container, number, date and address, which an earlier citation gave.
    """
    own = source.title.en if source.language == "en" else source.title.zh or source.title.en
    own = own or source.title.zh
    title = own if own.startswith("[") else _in_marks(own, source.language == "zh")
    date = source.dates.published or source.dates.written or source.dates.reposted
    address = f"<{source.address}>" if source.address else words.NO_ADDRESS.pick(lang)
    parts = [
        *([title] if short else [source.author, title, source.container or source.publisher, source.number, date]),
        source.citation.pick(lang),
        words.PARAGRAPH.pick(lang).format(number=paragraph) if paragraph and not copied else "",
        *([] if short else [address]),
    ]
    if copied and source.copy:
        parts.append(words.OF_A_COPY.pick(lang).format(number=paragraph, digest=source.copy.sha256[:12]))
    return visible(words.COMMA.pick(lang).join(part for part in parts if part)) + words.STOP.pick(lang)


def _in_marks(title: str, of_document: bool = False) -> str:
    """Return a title in quote marks unless it has some itself; a Chinese document's in 《》."""
    if of_document:
        return f"《{title}》"
    return title if "“" in title else f"“{title}”"


def where(plan: Plan, quote: Quote, lang: str = "en", *, short: bool = False) -> str:
    """Return the citation of a quote's paragraph; for a heading in an attached copy it names the copy."""
    source = plan.sources[quote.source]
    return plain(source, quote.paragraph, lang, copied=quote.copied and source.copy is not None, short=short)


def marks(plan: Plan, quote: Quote, role: str = "", lang: str = "en") -> list[str]:
    """Return what must be said with a quote in a word each: its state where it is not verbatim, and its role."""
    state = plan.anchors[quote.id].state
    said = [STATE_LABELS[state].pick(lang)] if state != "verbatim" else []
    said += [ROLE_LABELS[role].pick(lang) if role in ROLE_LABELS else role] if role not in ("", "states") else []
    return [visible(each) for each in said]


def remarks(plan: Plan, quote: Quote, lang: str = "en") -> list[str]:
    """Return what must be said with a quote besides: its slips and doubts."""
    return [
        visible(words.REMARK.format(kind=NOTE_LABELS[note.kind], text=plan.with_names(note.text)).pick(lang))
        for note in quote.notes
        if note.kind in ("sic", "doubt")
    ]


def in_brackets(plan: Plan, quote: Quote, role: str = "", lang: str = "en") -> str:
    """Return what must be said with a quote in plain text, each in brackets, a space before it."""
    return "".join(f" [{each}]" for each in (*marks(plan, quote, role, lang), *remarks(plan, quote, lang)))


def citation(plan: Plan, quote: Quote, role: str = "", lang: str = "en") -> str:
    """Return a quote with its citation, in one line of plain text.

    Args:
        plan: The plan.
        quote: The quote.
        role: The role in which it is cited; "" for none.
        lang: Language of the words around it.
    """
    return f"“{visible(quote.exact)}”{in_brackets(plan, quote, role, lang)} — {where(plan, quote, lang)}"


def grade_mark(grade: str, lang: str) -> str:
    """Return the words for a grade that stand in brackets behind a statement; "" for one that is firm, or none."""
    return "" if grade in FIRM or not grade else SHORT_GRADES[grade].pick(lang)


def graded(text: str, grade: str, lang: str = "en") -> str:
    """Return a statement, with its grade after it where that is below quoted."""
    mark = grade_mark(grade, lang)
    return f"{visible(text)} [{mark}]" if mark else visible(text)


def statement(plan: Plan, node: Node, lang: str = "en") -> str:
    """Return the citation of a node itself: its printed heading, its kind and number, its grade."""
    names = [_in_marks(node.title.zh) if node.title.zh else "", node.title.en_close or node.title.en]
    title = ", ".join(name for name in names[: 1 if lang == "zh" and names[0] else 2] if name)
    form = (words.HEADING if node.number else words.HEADING_PLAIN).pick(lang)
    heading = form.format(title=title, kind=KIND_LABELS[node.kind].pick(lang), number=node.number)
    source = plan.sources.get(plan.printed.get(node.id, ""))
    cited = f" — {plain(source, lang=lang)}" if source else words.STOP.pick(lang)
    return f"{graded(heading, plan.grade(node), lang)}{cited}"


def citekey(source: Source) -> str:
    """Return the key under which bibliographies know a source: its id, which BibTeX and Pandoc both take."""
    return source.id


def escaped_where(plan: Plan, quote: Quote, lang: str = "en") -> str:
    """Return `where` for Markdown, the address as a link."""
    cite = escaped(where(plan, quote, lang))
    address = plan.sources[quote.source].address
    return cite.replace(escaped(f"<{address}>"), linked(address)) if address else cite


def _block(plan: Plan, quote: Quote, role: str, lang: str, mark: str = "") -> str:
    short = "".join(f" \\[{escaped(each)}\\]" for each in marks(plan, quote, role, lang))
    long = "".join(f"\n>\n> \\[{escaped(each)}\\]" for each in remarks(plan, quote, lang))
    return f"> {escaped(quote.exact)}{mark}{short}{long}"


def markdown(plan: Plan, quotes: Iterable[Quote], roles: Mapping[str, str] | None = None, lang: str = "en") -> str:
    """Return quotes as Markdown block quotes, each with its full citation and what must be said with it.

    Args:
        plan: The plan.
        quotes: The quotes.
        roles: Id of a quote to the role in which it is cited, or to words of one's own that say so.
        lang: Language of the words around the quotes.
    """
    return "\n".join(
        f"{_block(plan, quote, (roles or {}).get(quote.id, ''), lang)}\n>\n"
        f"> — {escaped_where(plan, quote, lang)} ({quote.id})\n"
        for quote in quotes
    )


def footnote(plan: Plan, quote: Quote, role: str = "", lang: str = "en") -> str:
    """Return a quote as a Markdown block quote with a footnote that carries the citekey and the full citation."""
    source = plan.sources[quote.source]
    mark = f"[^{quote.id}]"
    # Pandoc reads `para.` as what is numbered.
    key = f"[@{citekey(source)}, para. {quote.paragraph}]"
    return f"{_block(plan, quote, role, lang, mark)}\n\n{mark}: {key} {escaped_where(plan, quote, lang)}\n"


def clip(plan: Plan, what: str, id_: str, quote: str = "", lang: str = "en") -> Clip:
    """Return the text to copy; raises KeyError for an unknown `what` or id.

    Args:
        plan: The plan.
        what: A key of `CLIP_LABELS`.
        id_: Id of the node, body or source.
        quote: Id of the quote; "" for the node's first one.
        lang: Language of the words around what is copied.
    """
    item = plan.get(id_)
    if item is None or isinstance(item, Quote):
        raise KeyError(id_)
    name = CLIP_LABELS[what]
    if what in ("title", "zh", "en"):
        return Clip(name, _title(plan, item, what, lang))
    if what == "id":
        return Clip(name, quote or item.id)
    if what == "path":
        return Clip(name, _path(plan, item, lang))
    at_hand = plan.quotes.get(quote) or _first(plan, item)
    if at_hand is None:
        return _without_quote(plan, item, what, lang)
    role = next((link.role for link in item.quotes if link.id == at_hand.id), "")
    texts = {
        "quote": lambda: visible(at_hand.exact) + in_brackets(plan, at_hand, role, lang),
        "citation": lambda: citation(plan, at_hand, role, lang),
        "markdown": lambda: markdown(plan, [at_hand], {at_hand.id: role}, lang),
        "footnote": lambda: footnote(plan, at_hand, role, lang),
    }
    return Clip(name, texts[what]())


def _first(plan: Plan, item: Item) -> Quote | None:
    """Return the first quote of an item's own, not an ancestor's."""
    link = next((link for link in walked(plan, item) if not link.inherited_from), None)
    return plan.quotes[link.id] if link else None


def _without_quote(plan: Plan, item: Node | Body | Source, what: str, lang: str) -> Clip:
    """Return the text to copy where there is no quote: the citation of the node or source itself, with its grade."""
    if what == "quote":
        return Clip(CLIP_LABELS[what], "")
    if isinstance(item, Source):
        text = plain(item, lang=lang)
    elif isinstance(item, Node):
        text = statement(plan, item, lang)
    else:
        return Clip(CLIP_LABELS["citation"], "")
    mark = f"[^{item.id}]"
    texts = {
        "citation": text,
        "markdown": f"{escaped(text)}\n",
        "footnote": f"{mark}\n\n{mark}: {escaped(text)}\n",
    }
    return Clip(WITHOUT_QUOTE[what], texts[what])


def _title(plan: Plan, item: Node | Body | Source, what: str, lang: str) -> str:
    title = item.title
    texts = {"zh": [title.zh], "en": [title.en], "title": [title.en, title.zh]}[what]
    text = "  ".join(part for part in texts if part)
    if not text or isinstance(item, Source):
        return visible(text)
    return graded(text, plan.grade(item, "title" if isinstance(item, Node) else "name"), lang)


def _path(plan: Plan, item: Node | Body | Source, lang: str) -> str:
    names = [*(node.title.name(lang) for node in plan.ancestors(item.id)[1:]), item.title.name(lang)]
    return visible(" > ".join(names))
