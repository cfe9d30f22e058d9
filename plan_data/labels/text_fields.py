"""The words for the text fields of nodes, under which their texts are shown and exported."""

from __future__ import annotations

from plan_data.model.entities import Pair

TEXT_FIELD_LABELS = {"summary": Pair("Our summary", "本工具摘要")}
"""Name of a field of `TEXT_FIELDS` to its heading; a summary is ours, and says so."""


def heading_of(name: str, lang: str) -> str:
    """Return the heading of a text field; for `both` in both languages."""
    label = TEXT_FIELD_LABELS[name]
    return f"{label.en}  {label.zh}" if lang == "both" else label.pick(lang)
