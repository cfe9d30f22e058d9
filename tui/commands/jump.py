"""Commands that find."""

from tui.commands.base import Command


class Jump(Command):
    description = "Jump anywhere by a few letters, in English, Chinese, pinyin, or by number."
    keys = ("f",)
    action = "jump"
    name = "go: jump"
    hint = "jump"


class JumpByNumber(Command):
    description = "Jump with this digit already typed: `8` and Enter is action 8."
    keys = tuple("0123456789")
    action = "jump('{key}')"
    name = "go: jump to a number"
    palette = False


class Find(Command):
    description = "Jump, as f does; in the source reader find, in a view filter its rows."
    keys = ("slash",)
    also = ("、", "／")
    action = "find"
    name = "go: find"


class NextMatch(Command):
    description = "Go to the next match of the last search; in the reader, of what is found there."
    keys = ("n",)
    action = "match(1)"
    name = "go: next match"


class PreviousMatch(Command):
    description = "Go to the previous match of the last search."
    keys = ("N",)
    action = "match(-1)"
    name = "go: previous match"


class Palette(Command):
    description = "Every command, by name."
    keys = ("ctrl+p", "colon")
    also = ("：",)
    action = "app.command_palette"
    name = "go: palette of commands"
    palette = False


class JumpDown(Command):
    description = "Highlight the next hit."
    keys = ("down", "ctrl+n", "ctrl+j")
    pane = "jump"
    action = "walk(1)"
    name = "jump: next hit"
    palette = False


class JumpUp(Command):
    description = "Highlight the previous hit."
    keys = ("up", "ctrl+p", "ctrl+k")
    pane = "jump"
    action = "walk(-1)"
    name = "jump: previous hit"
    palette = False


class JumpPageDown(Command):
    description = "Highlight a hit one page further down."
    keys = ("pagedown",)
    pane = "jump"
    action = "walk(8)"
    name = "jump: page down"
    palette = False


class JumpPageUp(Command):
    description = "Highlight a hit one page further up."
    keys = ("pageup",)
    pane = "jump"
    action = "walk(-8)"
    name = "jump: page up"
    palette = False


class JumpGo(Command):
    description = "Go to the highlighted hit."
    keys = ("enter",)
    pane = "jump"
    action = "go"
    name = "jump: go"
    hint = "go"
    palette = False


class JumpClear(Command):
    description = "Clear the box."
    keys = ("ctrl+u",)
    pane = "jump"
    action = "clear"
    name = "jump: clear"
    palette = False


class JumpPreview(Command):
    description = "Show or hide the preview of the highlighted hit."
    keys = ("tab",)
    pane = "jump"
    action = "preview"
    name = "jump: preview"
    hint = "preview"
    palette = False


class JumpLeave(Command):
    description = "Leave the box; everything is as it was."
    keys = ("escape",)
    pane = "jump"
    action = "leave"
    name = "jump: leave"
    hint = "leave"
    palette = False
