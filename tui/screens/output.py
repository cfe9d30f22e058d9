"""Copying from the main screen to the clipboard, and exporting to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_data.exports.views import VIEWS
from plan_data.labels import answers
from plan_data.labels.clips import CLIP_LABELS

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

LONGEST_ANSWER = 200
"""Characters of what was copied that the answer shows."""


class Output:
    """Copies and exports what a main screen shows."""

    def __init__(self, screen: MainScreen, *, csv_mark: bool) -> None:
        """Serve a screen; `csv_mark` lets CSV files begin with a byte order mark."""
        self.screen = screen
        self.csv_mark = csv_mark

    def open_copy_menu(self) -> None:
        """Open the menu of what can be copied."""
        from tui.screens.copy_menu import CopyMenu

        self.screen.app.push_screen(CopyMenu(self.screen.lang), lambda what: self.copy(what) if what else None)

    def copy(self, what: str) -> None:
        """Copy a text of the current entry, and say which.

        Args:
            what: A key of `CLIP_LABELS`.
        """
        from plan_data.quotes.citations import clip

        screen = self.screen
        id_, quote = screen.at_hand()
        if screen.is_gone(id_):
            return
        copied = clip(screen.plan, what, id_, quote, screen.lang)
        if not copied.text:
            screen.say(answers.NOTHING_TO_COPY.format(what=CLIP_LABELS[what]))
            return
        screen.app.copy_to_clipboard(copied.text)
        text = " ".join(copied.text.split())
        more = "..." if len(text) > LONGEST_ANSWER else ""
        screen.say(answers.COPIED.format(what=copied.what, text=f"{text[:LONGEST_ANSWER]}{more}"))

    def export(self) -> None:
        """Export the branch, view or bookmarks on the screen."""
        from plan_data.exports.entries import branch
        from tui.screens.export_box import ExportScreen

        screen, plan = self.screen, self.screen.plan
        view = screen.view.split()[0] if screen.view else ""
        ids, name = branch(plan, screen.current), f"{screen.current}.md"
        if view == "kept":
            saved = {*screen.bookmarked, *(id_ for id_, _ in screen.noted)}
            # In the order of the plan; ids that it no longer has come first, and are left out below.
            ids, name = sorted(saved, key=lambda id_: (plan.index.get(id_, -1), id_)), "bookmarks.md"
        elif view == "comparison":
            ids, name = screen.view.split()[1:], "comparison.md"
        elif view:
            ids, name = list(plan.columns.ids), f"{view}.{'csv' if VIEWS[view].table else 'md'}"
            if kinds := VIEWS[view].kinds:
                ids = [plan.columns.ids[place] for place in plan.places_of_kind(*kinds)]
        if gone := [id_ for id_ in ids if id_ not in plan]:
            screen.alert("export", answers.LEFT_OUT.format(ids=", ".join(gone)))
        ids = [id_ for id_ in ids if id_ in plan.index]
        if not ids:
            screen.say(answers.NOTHING_TO_EXPORT)
            return
        box = ExportScreen(plan, ids, name, screen.lang, view if view and VIEWS[view].table else "nodes")
        box.csv_mark = self.csv_mark
        screen.app.push_screen(box, lambda words: screen.say(words) if words else None)
