"""The words of what a reader copies: names of the texts, and what a citation says besides its source."""

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
NO_ADDRESS = "no address known"
OF_A_COPY = "{citation}, para. {number} of an attached copy, sha256 {digest}."
"""The citation of a heading in an attached copy."""
