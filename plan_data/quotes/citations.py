"""Citations of quotes, sources and statements, for texts of the reader's own.

A statement below `quoted` and `attached` is cited with its grade, a quote that does not state it with its role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plan_data.labels.clips import CLIP_LABELS, NO_ADDRESS, OF_A_COPY, PARAGRAPH, WITHOUT_QUOTE
from plan_data.labels.roles import ROLE_LABELS
from plan_data.model.entities import Body, Item, Node, Pair, Quote, Source
from plan_data.model.plan import Plan
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


# Quote marks are not escaped: a quote is verbatim. Pandoc keeps them with `-f markdown-smart`.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~$^@])")
_LIST_SIGN = re.compile(r"^(\s*\d*)([-+.)])")


def plain(source: Source, paragraph: int = 0) -> str:
    """Return the citation of a source, and of a paragraph in it, in one line.

    It carries the words that the source demands of every citation (`Source.citation`).
    """
    own = source.title.en if source.language == "en" else source.title.zh or source.title.en
    own = own or source.title.zh
    title = own if own.startswith("[") else _in_marks(own, source.language == "zh")
    dates = source.dates
    parts = [
        source.author,
        title,
        source.container or source.publisher,
        source.number,
        dates.published or dates.written or dates.reposted,
        source.citation.en,
        PARAGRAPH.en.format(number=paragraph) if paragraph else "",
        f"<{source.address}>" if source.address else NO_ADDRESS.en,
    ]
    return visible(", ".join(part for part in parts if part)) + "."


def _in_marks(title: str, of_document: bool = False) -> str:
    """Return a title in quote marks unless it has some itself; a Chinese document's in 《》."""
    if of_document:
        return f"《{title}》"
    return title if "“" in title else f"“{title}”"


def where(plan: Plan, quote: Quote) -> str:
    """Return the citation of a quote's paragraph; for a heading in an attached copy it names the copy."""
    source = plan.sources[quote.source]
    if not quote.copied or source.copy is None:
        return plain(source, quote.paragraph)
    return OF_A_COPY.format(citation=plain(source)[:-1], number=quote.paragraph, digest=source.copy.sha256[:12])


def marks(plan: Plan, quote: Quote, role: str = "") -> list[str]:
    """Return what must be said with a quote: its state where it is not verbatim, its role, its slips and doubts."""
    state = plan.anchors[quote.id].state
    said = [state] if state != "verbatim" else []
    said += [ROLE_LABELS[role].en if role in ROLE_LABELS else role] if role not in ("", "states") else []
    said += [f"{note.kind}: {note.text.pick('en')}" for note in quote.notes if note.kind in ("sic", "doubt")]
    return [visible(words) for words in said]


def in_brackets(plan: Plan, quote: Quote, role: str = "") -> str:
    """Return what must be said with a quote in plain text, each in brackets, a space before it."""
    return "".join(f" [{words}]" for words in marks(plan, quote, role))


def citation(plan: Plan, quote: Quote, role: str = "") -> str:
    """Return a quote with its citation, in one line of plain text.

    Args:
        plan: The plan.
        quote: The quote.
        role: The role in which it is cited; "" for none.
    """
    return f"“{visible(quote.exact)}”{in_brackets(plan, quote, role)} — {where(plan, quote)}"


def graded(text: str, grade: str) -> str:
    """Return a statement, with its grade after it where that is below quoted."""
    return visible(text) if grade in FIRM or not grade else f"{visible(text)} [{grade}]"


def statement(plan: Plan, node: Node) -> str:
    """Return the citation of a node itself: its printed heading, its kind and number, its grade."""
    names = [_in_marks(node.title.zh) if node.title.zh else "", node.title.en_close or node.title.en]
    title = ", ".join(name for name in names if name)
    position = f"{node.kind} {node.number}" if node.number else node.kind
    source = plan.sources.get(plan.printed.get(node.id, ""))
    return f"{graded(f'{title} ({position})', plan.grade(node))}{f' — {plain(source)}' if source else '.'}"


def citekey(source: Source) -> str:
    """Return the key under which bibliographies know a source: its id, which BibTeX and Pandoc both take."""
    return source.id


def escaped(text: str) -> str:
    """Return text in which Markdown finds no markup."""
    return _LIST_SIGN.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", visible(text)).replace("\n", " "))


def escaped_where(plan: Plan, quote: Quote) -> str:
    """Return `where` for Markdown, the address as a link."""
    cite = escaped(where(plan, quote))
    address = visible(plan.sources[quote.source].address)
    return cite.replace(escaped(f"<{address}>"), f"<{address}>") if address else cite


def _block(plan: Plan, quote: Quote, role: str, mark: str = "") -> str:
    said = marks(plan, quote, role)
    short = "".join(f" \\[{escaped(words)}\\]" for words in said if ": " not in words)
    long = "".join(f"\n>\n> \\[{escaped(words)}\\]" for words in said if ": " in words)
    return f"> {escaped(quote.exact)}{mark}{short}{long}"


def markdown(plan: Plan, quotes: Iterable[Quote], roles: Mapping[str, str] | None = None) -> str:
    """Return quotes as Markdown block quotes, each with its full citation and what must be said with it.

    Args:
        plan: The plan.
        quotes: The quotes.
        roles: Id of a quote to the role in which it is cited, or to words of one's own that say so.
    """
    return "\n".join(
        f"{_block(plan, quote, (roles or {}).get(quote.id, ''))}\n>\n> — {escaped_where(plan, quote)} ({quote.id})\n"
        for quote in quotes
    )


def footnote(plan: Plan, quote: Quote, role: str = "") -> str:
    """Return a quote as a Markdown block quote with a footnote that carries the citekey and the full citation."""
    source = plan.sources[quote.source]
    mark = f"[^{quote.id}]"
    key = f"[@{citekey(source)}, para. {quote.paragraph}]"
    return f"{_block(plan, quote, role, mark)}\n\n{mark}: {key} {escaped_where(plan, quote)}\n"


def clip(plan: Plan, what: str, id_: str, quote: str = "") -> Clip:
    """Return the text to copy; raises KeyError for an unknown `what` or id.

    Args:
        plan: The plan.
        what: A key of `CLIP_LABELS`.
        id_: Id of the node, body or source.
        quote: Id of the quote; "" for the node's first one.
    """
    item = plan.get(id_)
    if item is None or isinstance(item, Quote):
        raise KeyError(id_)
    name = CLIP_LABELS[what]
    if what in ("title", "zh", "en"):
        return Clip(name, _title(plan, item, what))
    if what == "id":
        return Clip(name, quote or item.id)
    if what == "path":
        return Clip(name, _path(plan, item))
    at_hand = plan.quotes.get(quote) or _first(plan, item)
    if at_hand is None:
        return _without_quote(plan, item, what)
    role = next((link.role for link in item.quotes if link.id == at_hand.id), "")
    texts = {
        "quote": lambda: visible(at_hand.exact) + in_brackets(plan, at_hand, role),
        "citation": lambda: citation(plan, at_hand, role),
        "markdown": lambda: markdown(plan, [at_hand], {at_hand.id: role}),
        "footnote": lambda: footnote(plan, at_hand, role),
    }
    return Clip(name, texts[what]())


def _first(plan: Plan, item: Item) -> Quote | None:
    """Return the first quote of an item's own, not an ancestor's."""
    link = next((link for link in walked(plan, item) if not link.inherited_from), None)
    return plan.quotes[link.id] if link else None


def _without_quote(plan: Plan, item: Node | Body | Source, what: str) -> Clip:
    """Return the text to copy where there is no quote: the citation of the node or source itself, with its grade."""
    if what == "quote":
        return Clip(CLIP_LABELS[what], "")
    if isinstance(item, Source):
        text = plain(item)
    elif isinstance(item, Node):
        text = statement(plan, item)
    else:
        return Clip(CLIP_LABELS["citation"], "")
    mark = f"[^{item.id}]"
    texts = {
        "citation": text,
        "markdown": f"{escaped(text)}\n",
        "footnote": f"{mark}\n\n{mark}: {escaped(text)}\n",
    }
    return Clip(WITHOUT_QUOTE[what], texts[what])


def _title(plan: Plan, item: Node | Body | Source, what: str) -> str:
    title = item.title
    texts = {"zh": [title.zh], "en": [title.en], "title": [title.en, title.zh]}[what]
    text = "  ".join(part for part in texts if part)
    if not text or isinstance(item, Source):
        return visible(text)
    return graded(text, plan.grade(item, "title" if isinstance(item, Node) else "name"))


def _path(plan: Plan, item: Node | Body | Source) -> str:
    above = plan.ancestors(item.id)[1:]
    return visible(" > ".join([*(node.title.en or node.title.zh for node in above), item.title.en or item.title.zh]))
