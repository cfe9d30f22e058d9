"""Commands that copy: the menu, and its letters. All go through the terminal to the clipboard (OSC 52)."""

from tui.commands.base import Command


class Export(Command):
    keys = ("E",)
    action = "do('output.export')"


class Copy(Command):
    keys = ("y",)
    action = "do('output.open_copy_menu')"
    palette = False


class CopyTitle(Command):
    keys = ("y", "enter")
    pane = "copy"
    action = "take('title')"


class CopyChinese(Command):
    keys = ("z",)
    pane = "copy"
    action = "take('zh')"


class CopyEnglish(Command):
    keys = ("e",)
    pane = "copy"
    action = "take('en')"


class CopyId(Command):
    keys = ("i",)
    pane = "copy"
    action = "take('id')"


class CopyPath(Command):
    keys = ("p",)
    pane = "copy"
    action = "take('path')"


class CopyQuote(Command):
    keys = ("q",)
    pane = "copy"
    action = "take('quote')"


class CopyCitation(Command):
    keys = ("c",)
    pane = "copy"
    action = "take('citation')"


class CopyMarkdown(Command):
    keys = ("m",)
    pane = "copy"
    action = "take('markdown')"


class CopyFootnote(Command):
    keys = ("f",)
    pane = "copy"
    action = "take('footnote')"


class CopyLeave(Command):
    keys = ("escape",)
    pane = "copy"
    action = "leave"
    palette = False
