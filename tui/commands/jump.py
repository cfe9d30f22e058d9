"""Commands that find."""

from tui.commands.base import Command


class Jump(Command):
    keys = ("f",)
    action = "do('finder.jump')"


class JumpByNumber(Command):
    keys = tuple("0123456789")
    action = "jump_with_key"
    palette = False


class Find(Command):
    keys = ("slash",)
    also = ("、", "／")
    action = "do('finder.find')"


class NextMatch(Command):
    keys = ("n",)
    action = "do('finder.next_match', 1)"


class PreviousMatch(Command):
    keys = ("N",)
    action = "do('finder.next_match', -1)"


class Palette(Command):
    keys = ("ctrl+p", "colon")
    also = ("：",)
    action = "app.command_palette"
    palette = False


class JumpDown(Command):
    keys = ("down", "ctrl+n", "ctrl+j")
    pane = "jump"
    action = "walk(1)"
    palette = False


class JumpUp(Command):
    keys = ("up", "ctrl+p", "ctrl+k")
    pane = "jump"
    action = "walk(-1)"
    palette = False


class JumpPageDown(Command):
    keys = ("pagedown",)
    pane = "jump"
    action = "walk(8)"
    palette = False


class JumpPageUp(Command):
    keys = ("pageup",)
    pane = "jump"
    action = "walk(-8)"
    palette = False


class JumpGo(Command):
    keys = ("enter",)
    pane = "jump"
    action = "go"
    palette = False


class JumpClear(Command):
    keys = ("ctrl+u",)
    pane = "jump"
    action = "clear"
    palette = False


class JumpPreview(Command):
    keys = ("tab",)
    pane = "jump"
    action = "preview"
    palette = False


class JumpLeave(Command):
    keys = ("escape",)
    pane = "jump"
    action = "leave"
    palette = False
