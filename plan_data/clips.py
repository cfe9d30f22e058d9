"""What a reader takes away from where they stand: texts for the clipboard, each with its grade."""

from __future__ import annotations

from typing import NamedTuple

from plan_data import citing
from plan_data.model import Body, Item, Node, Plan, Quote, Source
from plan_data.visible import visible
from plan_data.walking import walked

WHAT = {
    "title": "title",
    "zh": "Chinese title",
    "en": "English title",
    "id": "id",
    "path": "path",
    "quote": "quote",
    "citation": "citation",
    "markdown": "citation in Markdown",
    "footnote": "footnote with citekey",
}
"""What can be taken, with its name."""


class Clip(NamedTuple):
    """A text that was taken."""

    what: str
    """Its name, of `WHAT`; of a node without a quote of its own, what stands in for it."""
    text: str
    """The text; "" where there is none."""


def clip(plan: Plan, what: str, id_: str, quote: str = "") -> Clip:
    """Return what is to be copied; raises KeyError for an unknown `what` or id.

    Args:
        plan: The plan.
        what: A key of `WHAT`.
        id_: Id of the node, body or source at hand.
        quote: Id of the quote at hand; "" for the node's first one.
    """
    item = plan.get(id_)
    if item is None or isinstance(item, Quote):
        raise KeyError(id_)
    name = WHAT[what]
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
        "quote": lambda: visible(at_hand.exact) + citing.in_brackets(plan, at_hand, role),
        "citation": lambda: citing.citation(plan, at_hand, role),
        "markdown": lambda: citing.markdown(plan, [at_hand], {at_hand.id: role}),
        "footnote": lambda: citing.footnote(plan, at_hand, role),
    }
    return Clip(name, texts[what]())


def _first(plan: Plan, item: Item) -> Quote | None:
    """Return the first quote of an item's own; an ancestor's is not taken for it."""
    link = next((link for link in walked(plan, item) if not link.inherited_from), None)
    return plan.quotes[link.id] if link else None


def _without_quote(plan: Plan, item: Node | Body | Source, what: str) -> Clip:
    """Return what stands in for a quote: the citation of the node or source itself, with its grade."""
    if what == "quote":
        return Clip("quote", "")
    if isinstance(item, Source):
        text = citing.plain(item)
    elif isinstance(item, Node):
        text = citing.statement(plan, item)
    else:
        return Clip("citation", "")
    if what == "citation":
        return Clip("citation, without a quote", text)
    if what == "markdown":
        return Clip("citation in Markdown, without a quote", f"{citing.escaped(text)}\n")
    mark = f"[^{item.id}]"
    return Clip("footnote, without a quote", f"{mark}\n\n{mark}: {citing.escaped(text)}\n")


def _title(plan: Plan, item: Node | Body | Source, what: str) -> str:
    title = item.title
    texts = {"zh": [title.zh], "en": [title.en], "title": [title.en, title.zh]}[what]
    text = "  ".join(part for part in texts if part)
    if not text or isinstance(item, Source):
        return visible(text)
    return citing.graded(text, plan.grade(item, "title" if isinstance(item, Node) else "name"))


def _path(plan: Plan, item: Node | Body | Source) -> str:
    above = plan.ancestors(item.id)[1:]
    return visible(" > ".join([*(node.title.en or node.title.zh for node in above), item.title.en or item.title.zh]))
