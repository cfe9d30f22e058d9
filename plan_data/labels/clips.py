"""The words of what a reader copies: names of the texts, and the parts of a citation."""

from __future__ import annotations

CLIP_LABELS = {
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
"""What can be copied, with its name."""

WITHOUT_QUOTE = {
    "citation": "citation, without a quote",
    "markdown": "citation in Markdown, without a quote",
    "footnote": "footnote, without a quote",
}
"""The names for what has no quote of its own."""

PARAGRAPH = "para. {number}"
"""Number of a paragraph: in citations, and below the quotes of an exported page."""
NO_ADDRESS = "no address known"
"""In citations and in the view of sources, for a source without an address."""
OF_A_COPY = "{citation}, para. {number} of an attached copy, sha256 {digest}."
"""The citation of a heading in an attached copy."""
