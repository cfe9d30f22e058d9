"""Commands that keep something: bookmarks and notes."""

from tui.commands.base import Command


class Bookmark(Command):
    keys = ("m",)
    action = "do('notes.toggle_bookmark')"


class WriteNote(Command):
    keys = ("i",)
    action = "do('notes.open_note')"


class NoteCommand(Command):
    """A command of an open note."""

    pane = "note"


class NoteWrite(NoteCommand):
    keys = ("enter",)
    action = "write"


class NoteClose(NoteCommand):
    keys = ("escape",)
    action = "close"


class NoteSave(NoteCommand):
    keys = ("ctrl+s",)
    action = "save"
