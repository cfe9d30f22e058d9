"""Commands that keep something: bookmarks and notes."""

from tui.commands.base import Command


class Bookmark(Command):
    keys = ("m",)
    action = "bookmark"


class WriteNote(Command):
    keys = ("i",)
    action = "note"


class NoteWrite(Command):
    keys = ("enter",)
    pane = "note"
    action = "write"
    palette = False


class NoteClose(Command):
    keys = ("escape",)
    pane = "note"
    action = "close"
    palette = False


class NoteSave(Command):
    keys = ("ctrl+s",)
    pane = "note"
    action = "save"
    palette = False
