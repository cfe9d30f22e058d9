"""Addresses with a text fragment, `#:~:text=`, by which a browser opens a page at some words.

It follows the WICG draft "URL Fragment Text Directives": `:~:text=[prefix-,]start[,end][,-suffix]`, each part
percent-encoded, with `-`, `,` and `&`. A browser that does not know it opens the top of the page.
"""

from __future__ import annotations

from urllib.parse import quote as percent

from plan_data.model.entities import Node, Quote, Source
from plan_data.model.plan import Plan

LONGEST_WHOLE = 200
"""Code points of a text that goes into the address whole; of a longer one its beginning and its end do."""
EDGE = 40
"""Code points of the beginning and of the end, about: whole words where there are blanks."""
SHORT = 24
"""Code points below which words may occur more often on the page than in the known passages."""
CONTEXT = 24
"""Code points of the context before or after short words, about."""


def fragment(exact: str, prefix: str = "", suffix: str = "") -> str:
    """Return the text directive for some words, with their context where it is given."""
    parts = [f"{_encoded(prefix)}-"] if prefix.strip() else []
    if len(exact) > LONGEST_WHOLE:
        parts += [_encoded(_head(exact, EDGE)), _encoded(_tail(exact, EDGE))]
    else:
        parts.append(_encoded(exact))
    if suffix.strip():
        parts.append(f"-{_encoded(suffix)}")
    return ":~:text=" + ",".join(parts)


def at_words(address: str, exact: str, prefix: str = "", suffix: str = "") -> str:
    """Return an address that leads to some words of its page; "" for no address."""
    if not address:
        return ""
    mark = "" if "#" in address else "#"
    return f"{address}{mark}{fragment(exact, prefix, suffix)}"


def of_quote(plan: Plan, quote: Quote) -> str:
    """Return the address of a quote's source at the quote; "" where no address is known.

    Its own prefix and suffix are part of it. Where it has none, and the words occur more than once in the known
    passages or are short, the context in its paragraph is.
    """
    source = plan.sources[quote.source]
    prefix, suffix = quote.prefix, quote.suffix
    found = plan.anchors[quote.id]
    text = source.passages.get(found.paragraph, "")
    known = sum(passage.count(quote.exact) for passage in source.passages.values())
    if not (prefix or suffix) and (known > 1 or len(quote.exact) < SHORT):
        prefix = _tail(text[: found.start], CONTEXT)
        suffix = _head(text[found.end :], CONTEXT)
    exact = text[found.start : found.end] if found.state == "loose" else quote.exact
    return at_words(source.address, exact, prefix, suffix)


def of_heading(source: Source, node: Node) -> str:
    """Return the address of a source at the heading that it prints for a node; "" where either is not known."""
    return at_words(source.address, node.title.zh) if node.title.zh else source.address


def where_seen(plan: Plan, node: Node) -> str:
    """Return the first address at which a node's title was seen; "" where none is known."""
    seen = (plan.sources[id_].address for id_ in node.cites.get("title", ()) if id_ in plan.sources)
    return next((address for address in seen if address), "")


def _encoded(text: str) -> str:
    return percent(" ".join(text.split()), safe="").replace("-", "%2D")


def _head(text: str, length: int) -> str:
    text = text.split("\n")[0]
    if len(text) <= length:
        return text
    cut = text.rfind(" ", 0, length + 1)
    return text[:cut] if cut > 0 else text[:length]


def _tail(text: str, length: int) -> str:
    text = text.split("\n")[-1]
    if len(text) <= length:
        return text
    cut = text.find(" ", len(text) - length - 1)
    return text[cut + 1 :] if 0 <= cut < len(text) - 1 else text[-length:]
