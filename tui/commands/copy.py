"""Commands that copy: the menu, and its letters. All go through the terminal to the clipboard (OSC 52)."""

from tui.commands.base import Command


class Export(Command):
    keys = ("E",)
    action = "do('output.export')"


class Copy(Command):
    keys = ("y",)
    action = "do('output.open_copy_menu')"
    palette = False


class CopyMenuCommand(Command):
    """A letter of the copy menu."""

    pane = "copy"


class CopyTitle(CopyMenuCommand):
    keys = ("y", "enter")
    action = "take('title')"


class CopyChinese(CopyMenuCommand):
    keys = ("z",)
    action = "take('zh')"


class CopyEnglish(CopyMenuCommand):
    keys = ("e",)
    action = "take('en')"


class CopyId(CopyMenuCommand):
    keys = ("i",)
    action = "take('id')"


class CopyPath(CopyMenuCommand):
    keys = ("p",)
    action = "take('path')"


class CopyQuote(CopyMenuCommand):
    keys = ("q",)
    action = "take('quote')"


class CopyCitation(CopyMenuCommand):
    keys = ("c",)
    action = "take('citation')"


class CopyMarkdown(CopyMenuCommand):
    keys = ("m",)
    action = "take('markdown')"


class CopyFootnote(CopyMenuCommand):
    keys = ("f",)
    action = "take('footnote')"


class CopyLeave(CopyMenuCommand):
    keys = ("escape",)
    action = "leave"
    palette = False
