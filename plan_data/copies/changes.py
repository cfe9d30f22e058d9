"""Compares a copy with the one that it replaces, heading by heading."""

from __future__ import annotations

from os.path import commonprefix

from plan_data.copies.merge import Copy, MergedCopy
from plan_data.model.copy_report import Change, Replaced
from plan_data.text.folding import Folded, fold_heading

BEFORE, BEHIND = 8, 32
"""Characters before and behind the first difference that are shown."""


def replaced(old: Copy, before: MergedCopy, after: MergedCopy) -> Replaced:
    """Return what a copy replaces, and where the texts below the headings that both have differ.

    Width, spaces and quotation marks do not count, nor how the text is divided into paragraphs.

    Args:
        old: The earlier copy.
        before: The same, merged into the plan.
        after: The new copy, merged into the plan.
    """
    first, second = before.texts(), after.texts()
    if not first and not second:
        # A source without headings is compared as a whole.
        first, second = {old.source: before.text}, {old.source: after.text}
    # A heading that one of them lacks is part of the text of the heading before it, in both.
    common = [id_ for id_ in second if id_ in first]
    first, second = _joined(first, common), _joined(second, common)
    changes = [change for id_ in common if (change := _change(id_, first[id_], second[id_]))]
    return Replaced(old.facts.name, old.facts.attached, tuple(changes))


def _joined(texts: dict[str, str], common: list[str]) -> dict[str, str]:
    """Return the texts of the common headings, each with the texts of those that follow and are not common."""
    found: dict[str, str] = {}
    latest = ""
    wanted = set(common)
    for id_, text in texts.items():
        if id_ in wanted:
            found[id_], latest = text, id_
        elif latest:
            found[latest] += f"\n{text}"
    return found


def _change(id_: str, before: str, after: str) -> Change | None:
    """Return the words around the first difference of two texts; None where there is none."""
    old, new = fold_heading(before), fold_heading(after)
    if old.text == new.text:
        return None
    at = len(commonprefix([old.text, new.text]))

    def words(text: str, folded: Folded) -> str:
        first, last = max(0, at - BEFORE), min(at + BEHIND, len(folded.text))
        return " ".join(text[folded.origin[first] : folded.origin[last]].split())

    return Change(id_, words(before, old), words(after, new))
