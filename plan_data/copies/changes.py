"""Compares a copy with the one that it replaces, heading by heading."""

from __future__ import annotations

from itertools import pairwise
from os.path import commonprefix

from plan_data.copies.recognised_copy import RecognisedCopy
from plan_data.model.copy_report import Change, Replaced
from plan_data.text.folding import Folded, fold_heading

BEFORE, BEHIND = 8, 32
"""Characters before and behind the first difference that are shown."""


def replaced(before: RecognisedCopy, after: RecognisedCopy) -> Replaced:
    """Return what a copy replaces, and where the texts below the headings that both have differ.

    Width, spaces and quotation marks do not count, nor how the text is divided into paragraphs.

    Args:
        before: The earlier copy.
        after: The new one.
    """
    first, second = before.texts(), after.texts()
    order = sorted({*first, *second}, key=lambda id_: after.plan.index.get(id_, 0))
    follow = [dict(pairwise([*texts, ""])) for texts in (first, second)]
    changes = []
    for id_ in order:
        # The text of a heading goes on where the other copy has the next heading and this one does not.
        open_end = follow[0].get(id_) != follow[1].get(id_)
        if change := _change(id_, first.get(id_, ""), second.get(id_, ""), open_end=open_end):
            changes.append(change)
    return Replaced(before.copy.facts.name, before.copy.facts.attached, tuple(changes))


def _change(id_: str, before: str, after: str, *, open_end: bool) -> Change | None:
    """Return the words around the first difference of two texts; None where there is none.

    Args:
        id_: Id of the node.
        before: The text in the earlier copy; "" where it lacks the heading.
        after: The same in the new one.
        open_end: The longer one may go on where the shorter one ends.
    """
    old, new = fold_heading(before), fold_heading(after)
    if old.text == new.text:
        return None
    if open_end and before and after and (old.text.startswith(new.text) or new.text.startswith(old.text)):
        return None
    at = len(commonprefix([old.text, new.text]))

    def words(text: str, folded: Folded) -> str:
        first, last = max(0, at - BEFORE), min(at + BEHIND, len(folded.text))
        return " ".join(text[folded.origin[first] : folded.origin[last]].split())

    return Change(id_, words(before, old), words(after, new))
