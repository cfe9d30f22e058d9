"""Exporting to a file: a line with its name, whose ending is the form."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from plan_data.exports.csv_tables import BOM
from plan_data.exports.formats import FORMATS
from plan_data.folders import expanded
from plan_data.labels import boxes
from plan_data.labels.reasons import reason_of
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.text.visible import visible


class ExportScreen(ModalScreen[Pair | None], inherit_bindings=False):
    """The line. It ends with a sentence that says what was written, or "" where it was left."""

    DEFAULT_CSS = """
    ExportScreen {
        align: left bottom;
        #export { height: 4; dock: bottom; background: $surface; padding: 0 1; }
        Input, Input:focus { border: none; height: 1; width: 1fr; padding: 0; background: $bar; }
        Static { height: 1; color: $text; }
        #export-title { color: $head; text-style: $head-style; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave", show=False)]

    def __init__(self, plan: Plan, ids: Sequence[str], name: str, lang: str, table: str) -> None:
        """Offer a file name for nodes; `table` is the table that a CSV file gets."""
        super().__init__()
        self.plan = plan
        self.ids = ids
        self.file_name = name
        self.lang = lang
        self.table = table
        self.csv_mark = False
        """Whether a CSV file begins with a byte order mark."""
        self.asked = ""
        self.at_work = ""
        """The name that is being written under, from Enter on."""
        self._turn = threading.Lock()
        self._left = self._begun = False
        # A screen that was left does not know its app any more, and the thread has still to say how it came out.
        self._explorer: App[Any] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with Vertical(id="export"):
            count = len(self.ids)
            words = (boxes.ONE_ENTRY if count == 1 else boxes.ENTRIES).pick(self.lang).format(count=count)
            exports = boxes.EXPORTS_SHORT if self.app.size.width < 60 else boxes.EXPORTS
            formats = exports.pick(self.lang).format(formats=" ".join(f".{name}" for name in FORMATS))
            yield Static(f"{boxes.EXPORT.pick(self.lang)}  {words}", id="export-title", markup=False)
            yield Static(formats, markup=False)
            box = Input(self.file_name, id="export-name", select_on_focus=False)
            # A cursor that blinks over another screen has Textual send the whole screen again, twice a second.
            box.cursor_blink = False
            yield box
            yield Static(boxes.EXPORT_KEYS.pick(self.lang), id="export-state", markup=False)

    def say(self, words: Pair) -> None:
        """Show the progress or the result."""
        self.query_one("#export-state", Static).update(visible(words.pick(self.lang)))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.at_work:
            return
        path = expanded(event.value.strip())
        form = path.suffix.removeprefix(".").lower()
        if form not in FORMATS:
            self.say(boxes.ENDINGS.format(formats=", .".join(FORMATS)))
            return
        self.say(boxes.WRITING)
        self.at_work, self._explorer = event.value, self.app
        force = self.asked == event.value
        self.asked = ""
        self.run_worker(lambda: self._write(path, form, force, event.value), thread=True, exclusive=True)

    def _write(self, path: Path, form: str, force: bool, name: str) -> None:
        from plan_data.exports.atomic_write import write
        from plan_data.exports.formats import exported

        text = exported(self.plan, form, self.ids, self.lang, self.table if form == "csv" else None)
        if form == "csv" and self.csv_mark:
            text = f"{BOM}{text}"
        if not self._may_begin():
            return
        try:
            write(path, text, force=force)
        except FileExistsError:
            self._tell(self._ask, Pair(name, name))
        except (OSError, ValueError) as error:
            self._tell(self.say, boxes.NOT_WRITTEN.format(why=reason_of(error)))
        else:
            size = len(text.encode("utf-8"))
            self._tell(self.dismiss, boxes.WRITTEN.format(path=path.absolute(), size=size))

    def _may_begin(self) -> bool:
        """Return whether the file may be written: not once Escape was pressed, and from here on Escape is too late."""
        with self._turn:
            self._begun = not self._left
        return self._begun

    def _tell(self, then: Callable[[Pair], object], words: Pair) -> None:
        """Say from the thread how it came out: in the line, or, where that was left, on the screen below."""
        assert self._explorer is not None
        self._explorer.call_from_thread(self._say_at_last, then, words)

    def _say_at_last(self, then: Callable[[Pair], object], words: Pair) -> None:
        self.at_work, self._begun = "", False
        if not self._left:
            then(words)
            return
        if then == self._ask:
            words = boxes.FILE_EXISTED.format(name=words)
        assert self._explorer is not None
        self._explorer.notify(visible(words.pick(self.lang)), markup=False, timeout=6)

    def _ask(self, name: Pair) -> None:
        self.asked = name.en
        self.say(boxes.FILE_EXISTS)

    def action_leave(self) -> None:
        """Leave without writing; where that has begun it cannot be taken back, and its end is said."""
        with self._turn:
            self._left, begun = True, self._begun
        if begun:
            self.dismiss(boxes.STILL_WRITING.format(name=self.at_work))
        else:
            self.dismiss(boxes.NOTHING_WRITTEN if self.at_work else None)
