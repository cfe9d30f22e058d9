"""Commands that walk the outline and the panes."""

from tui.commands.base import Command


class Down(Command):
    keys = ("down", "j")
    action = "do('pane.step', 1)"
    palette = False


class Up(Command):
    keys = ("up", "k")
    action = "do('pane.step', -1)"
    palette = False


class PageDown(Command):
    keys = ("pagedown",)
    action = "do('pane.turn', 1)"
    palette = False


class PageUp(Command):
    keys = ("pageup",)
    action = "do('pane.turn', -1)"
    palette = False


class HalfPageDown(Command):
    keys = ("ctrl+d",)
    action = "do('pane.turn', 0.5)"
    palette = False


class HalfPageUp(Command):
    keys = ("ctrl+u",)
    action = "do('pane.turn', -0.5)"
    palette = False


class First(Command):
    keys = ("g", "home")
    action = "do('pane.edge', False)"
    palette = False


class Last(Command):
    keys = ("G", "end")
    action = "do('pane.edge', True)"
    palette = False


class ScrollDetailDown(Command):
    keys = ("shift+down",)
    action = "do('card.scroll_by', 1)"
    palette = False


class ScrollDetailUp(Command):
    keys = ("shift+up",)
    action = "do('card.scroll_by', -1)"
    palette = False


class Out(Command):
    keys = ("h", "left")
    action = "do('pane.out')"
    palette = False


class In(Command):
    keys = ("l", "right")
    action = "do('pane.into')"
    palette = False


class NextSibling(Command):
    keys = ("J",)
    action = "sibling(1)"


class PreviousSibling(Command):
    keys = ("K",)
    action = "sibling(-1)"


class Fold(Command):
    keys = ("space",)
    action = "do('pane.toggle')"
    hint_panes = ("outline", "card")


class Enter(Command):
    keys = ("enter",)
    action = "do('pane.enter')"
    palette = False


class UnfoldAll(Command):
    keys = ("e",)
    action = "do('outline.fold_below', False)"


class FoldAll(Command):
    keys = ("c",)
    action = "do('outline.fold_below', True)"


class FoldToDepth1(Command):
    keys = ("alt+1",)
    action = "do('outline.fold_to', 1)"


class FoldToDepth2(Command):
    keys = ("alt+2",)
    action = "do('outline.fold_to', 2)"


class FoldToDepth3(Command):
    keys = ("alt+3",)
    action = "do('outline.fold_to', 3)"


class FoldToDepth4(Command):
    keys = ("alt+4",)
    action = "do('outline.fold_to', 4)"


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
    action = "do('navigator.travel', -1)"


class Forward(Command):
    keys = ("right_square_bracket",)
    also = ("】", "］", "」")
    action = "do('navigator.travel', 1)"
