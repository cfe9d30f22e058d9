"""Commands that walk the outline and the panes."""

from tui.commands.base import Command


class Down(Command):
    keys = ("down", "j")
    action = "walk(1)"
    palette = False


class Up(Command):
    keys = ("up", "k")
    action = "walk(-1)"
    palette = False


class PageDown(Command):
    keys = ("pagedown",)
    action = "turn(1.0)"
    palette = False


class PageUp(Command):
    keys = ("pageup",)
    action = "turn(-1.0)"
    palette = False


class HalfPageDown(Command):
    keys = ("ctrl+d",)
    action = "turn(0.5)"
    palette = False


class HalfPageUp(Command):
    keys = ("ctrl+u",)
    action = "turn(-0.5)"
    palette = False


class First(Command):
    keys = ("g", "home")
    action = "edge(False)"
    palette = False


class Last(Command):
    keys = ("G", "end")
    action = "edge(True)"
    palette = False


class ScrollDetailDown(Command):
    keys = ("shift+down",)
    action = "scroll_detail(1)"
    palette = False


class ScrollDetailUp(Command):
    keys = ("shift+up",)
    action = "scroll_detail(-1)"
    palette = False


class Out(Command):
    keys = ("h", "left")
    action = "out"
    palette = False


class In(Command):
    keys = ("l", "right")
    action = "into"
    palette = False


class NextSibling(Command):
    keys = ("J",)
    action = "sibling(1)"


class PreviousSibling(Command):
    keys = ("K",)
    action = "sibling(-1)"


class Fold(Command):
    keys = ("space",)
    action = "fold"
    hint_panes = ("outline", "card")


class Enter(Command):
    keys = ("enter",)
    action = "enter"
    palette = False


class UnfoldAll(Command):
    keys = ("e",)
    action = "fold_below(False)"


class FoldAll(Command):
    keys = ("c",)
    action = "fold_below(True)"


class FoldToDepth1(Command):
    keys = ("alt+1",)
    action = "fold_to(1)"


class FoldToDepth2(Command):
    keys = ("alt+2",)
    action = "fold_to(2)"


class FoldToDepth3(Command):
    keys = ("alt+3",)
    action = "fold_to(3)"


class FoldToDepth4(Command):
    keys = ("alt+4",)
    action = "fold_to(4)"


class NextPane(Command):
    keys = ("tab",)
    action = "pane(1)"
    hint_panes = ("outline", "card")


class PreviousPane(Command):
    keys = ("shift+tab",)
    action = "pane(-1)"


class Back(Command):
    keys = ("left_square_bracket", "backspace", "ctrl+o")
    also = ("【", "［", "「")
    action = "back"


class Forward(Command):
    keys = ("right_square_bracket",)
    also = ("】", "］", "」")
    action = "forward"
