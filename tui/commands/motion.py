"""Commands that walk the outline and the panes."""

from tui.commands.base import Command


class MotionCommand(Command):
    """A step of the cursor: nobody looks for it in the palette."""

    palette = False


class Down(MotionCommand):
    keys = ("down", "j")
    action = "do('pane.step', 1)"


class Up(MotionCommand):
    keys = ("up", "k")
    action = "do('pane.step', -1)"


class PageDown(MotionCommand):
    keys = ("pagedown",)
    action = "do('pane.turn', 1)"


class PageUp(MotionCommand):
    keys = ("pageup",)
    action = "do('pane.turn', -1)"


class HalfPageDown(MotionCommand):
    keys = ("ctrl+d",)
    action = "do('pane.turn', 0.5)"


class HalfPageUp(MotionCommand):
    keys = ("ctrl+u",)
    action = "do('pane.turn', -0.5)"


class First(MotionCommand):
    keys = ("g", "home")
    action = "do('pane.edge', False)"


class Last(MotionCommand):
    keys = ("G", "end")
    action = "do('pane.edge', True)"


class ScrollDetailDown(MotionCommand):
    keys = ("shift+down",)
    action = "do('card.scroll_by', 1)"


class ScrollDetailUp(MotionCommand):
    keys = ("shift+up",)
    action = "do('card.scroll_by', -1)"


class Out(MotionCommand):
    keys = ("h", "left")
    action = "do('pane.out')"


class In(MotionCommand):
    keys = ("l", "right")
    action = "do('pane.into')"


class NextSibling(Command):
    keys = ("J",)
    action = "sibling(1)"


class PreviousSibling(Command):
    keys = ("K",)
    action = "sibling(-1)"


class Fold(Command):
    keys = ("space",)
    action = "do('pane.toggle')"


class Enter(MotionCommand):
    keys = ("enter",)
    action = "do('pane.enter')"


class UnfoldAll(Command):
    keys = ("e",)
    action = "do('pane.fold_below', False)"


class FoldAll(Command):
    keys = ("c",)
    action = "do('pane.fold_below', True)"


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
    action = "do('arranger.next', 1)"


class PreviousPane(Command):
    keys = ("shift+tab",)
    action = "do('arranger.next', -1)"


class Back(Command):
    keys = ("left_square_bracket", "backspace", "ctrl+o")
    also = ("【", "［", "「")
    action = "do('navigator.travel', -1)"


class Forward(Command):
    keys = ("right_square_bracket",)
    also = ("】", "］", "」")
    action = "do('navigator.travel', 1)"
