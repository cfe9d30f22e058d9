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
    keys = ("colon", "ctrl+p")
    also = ("：",)
    action = "do('finder.open_palette')"
    palette = False


class JumpBoxCommand(Command):
    """A command of the jump box and of the list of commands."""

    pane = "jump"


class JumpDown(JumpBoxCommand):
    keys = ("down", "ctrl+n", "ctrl+j")
    action = "walk(1)"


class JumpUp(JumpBoxCommand):
    keys = ("up", "ctrl+p", "ctrl+k")
    action = "walk(-1)"


class JumpPageDown(JumpBoxCommand):
    keys = ("pagedown",)
    action = "walk(8)"


class JumpPageUp(JumpBoxCommand):
    keys = ("pageup",)
    action = "walk(-8)"


class JumpGo(JumpBoxCommand):
    keys = ("enter",)
    action = "go"


class JumpClear(JumpBoxCommand):
    keys = ("ctrl+u",)
    action = "clear"


class JumpPreview(JumpBoxCommand):
    keys = ("tab",)
    action = "preview"


class JumpLeave(JumpBoxCommand):
    keys = ("escape",)
    action = "leave"
