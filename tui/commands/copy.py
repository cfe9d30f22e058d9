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
    action = "do('output.copy', 'title')"


class CopyChinese(CopyMenuCommand):
    keys = ("z",)
    action = "do('output.copy', 'zh')"


class CopyEnglish(CopyMenuCommand):
    keys = ("e",)
    action = "do('output.copy', 'en')"


class CopyId(CopyMenuCommand):
    keys = ("i",)
    action = "do('output.copy', 'id')"


class CopyPath(CopyMenuCommand):
    keys = ("p",)
    action = "do('output.copy', 'path')"


class CopyQuote(CopyMenuCommand):
    keys = ("q",)
    action = "do('output.copy', 'quote')"


class CopyCitation(CopyMenuCommand):
    keys = ("c",)
    action = "do('output.copy', 'citation')"


class CopyMarkdown(CopyMenuCommand):
    keys = ("m",)
    action = "do('output.copy', 'markdown')"


class CopyFootnote(CopyMenuCommand):
    keys = ("f",)
    action = "do('output.copy', 'footnote')"


class CopyLeave(CopyMenuCommand):
    keys = ("escape",)
    action = "leave"
    palette = False
