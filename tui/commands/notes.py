"""Commands that keep something: bookmarks and notes."""

from tui.commands.base import Command


class Bookmark(Command):
    description = "Set a bookmark on what is shown, or take it away."
    keys = ("m",)
    action = "bookmark"
    name = "keep: bookmark"


class WriteNote(Command):
    description = (
        "Show the note on what is shown, or offer one; Enter writes, in Markdown, and it is saved as you write."
    )
    keys = ("i",)
    action = "note"
    name = "keep: note"


class ShowKept(Command):
    description = "Your bookmarks and notes."
    keys = ("b",)
    action = "view('kept')"
    name = "view: bookmarks and notes"


class NoteWrite(Command):
    description = "Write on the note; while one writes it ends the line."
    keys = ("enter",)
    pane = "note"
    action = "write"
    name = "note: write"
    palette = False


class NoteClose(Command):
    description = "Save the note and close it; without any text it is taken away."
    keys = ("escape",)
    pane = "note"
    action = "close"
    name = "note: save and close"
    hint = "save and close"
    palette = False


class NoteSave(Command):
    description = "Save the note at once."
    keys = ("ctrl+s",)
    pane = "note"
    action = "save"
    name = "note: save"
    hint = "save"
    palette = False
