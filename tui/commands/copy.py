"""Commands that copy: the menu, and its letters. All go through the terminal to the clipboard (OSC 52)."""

from tui.commands.base import Command


class Export(Command):
    description = "Export what is on the screen to a file: the branch, the table of a view, the bookmarks."
    keys = ("E",)
    action = "export"
    name = "export: to a file"


class Copy(Command):
    description = "Copy something of what is at hand: a one-line menu."
    keys = ("y",)
    action = "copy_menu"
    name = "copy: menu"
    hint = "copy"
    palette = False


class CopyTitle(Command):
    description = "Copy the title in both languages, with its grade where that is below quoted."
    keys = ("y", "enter")
    pane = "copy"
    action = "take('title')"
    name = "copy: title"
    hint = "title"


class CopyChinese(Command):
    description = "Copy the Chinese title."
    keys = ("z",)
    pane = "copy"
    action = "take('zh')"
    name = "copy: Chinese title"
    hint = "zh"


class CopyEnglish(Command):
    description = "Copy the English title."
    keys = ("e",)
    pane = "copy"
    action = "take('en')"
    name = "copy: English title"
    hint = "en"


class CopyId(Command):
    description = "Copy the id."
    keys = ("i",)
    pane = "copy"
    action = "take('id')"
    name = "copy: id"
    hint = "id"


class CopyPath(Command):
    description = "Copy the path from the root."
    keys = ("p",)
    pane = "copy"
    action = "take('path')"
    name = "copy: path"
    hint = "path"


class CopyQuote(Command):
    description = "Copy the quote at hand, verbatim."
    keys = ("q",)
    pane = "copy"
    action = "take('quote')"
    name = "copy: quote"
    hint = "quote"


class CopyCitation(Command):
    description = "Copy the quote with its citation; of a node without one, the citation of its heading with its grade."
    keys = ("c",)
    pane = "copy"
    action = "take('citation')"
    name = "copy: quote with citation"
    hint = "citation"


class CopyMarkdown(Command):
    description = "Copy the quote as a Markdown block quote with its citation."
    keys = ("m",)
    pane = "copy"
    action = "take('markdown')"
    name = "copy: citation in Markdown"
    hint = "Markdown"


class CopyFootnote(Command):
    description = "Copy the quote with a Markdown footnote that carries the citekey."
    keys = ("f",)
    pane = "copy"
    action = "take('footnote')"
    name = "copy: footnote with citekey"
    hint = "footnote"


class CopyLeave(Command):
    description = "Leave the menu without copying."
    keys = ("escape",)
    pane = "copy"
    action = "leave"
    name = "copy: leave the menu"
    hint = "leave"
    palette = False
