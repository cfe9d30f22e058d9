"""Commands that walk the outline and the panes."""

from tui.commands.base import Command


class Down(Command):
    description = "Go one row down; in a page, to its next stop."
    keys = ("down", "j")
    action = "walk(1)"
    name = "move: down"
    palette = False


class Up(Command):
    description = "Go one row up; in a page, to its previous stop."
    keys = ("up", "k")
    action = "walk(-1)"
    name = "move: up"
    palette = False


class PageDown(Command):
    description = "Go one page down in the focused pane."
    keys = ("pagedown",)
    action = "turn(1.0)"
    name = "move: page down"
    palette = False


class PageUp(Command):
    description = "Go one page up in the focused pane."
    keys = ("pageup",)
    action = "turn(-1.0)"
    name = "move: page up"
    palette = False


class HalfPageDown(Command):
    description = "Go half a page down in the focused pane."
    keys = ("ctrl+d",)
    action = "turn(0.5)"
    name = "move: half a page down"
    palette = False


class HalfPageUp(Command):
    description = "Go half a page up in the focused pane."
    keys = ("ctrl+u",)
    action = "turn(-0.5)"
    name = "move: half a page up"
    palette = False


class First(Command):
    description = "Go to the beginning of the focused pane."
    keys = ("g", "home")
    action = "edge(False)"
    name = "move: to the beginning"
    palette = False


class Last(Command):
    description = "Go to the end of the focused pane."
    keys = ("G", "end")
    action = "edge(True)"
    name = "move: to the end"
    palette = False


class ScrollDetailDown(Command):
    description = "Scroll the detail down from the outline."
    keys = ("shift+down",)
    action = "scroll_detail(1)"
    name = "move: scroll the detail down"
    palette = False


class ScrollDetailUp(Command):
    description = "Scroll the detail up from the outline."
    keys = ("shift+up",)
    action = "scroll_detail(-1)"
    name = "move: scroll the detail up"
    palette = False


class Out(Command):
    description = "Fold the branch, or go to its parent; in a page, back to the outline."
    keys = ("h", "left")
    action = "out"
    name = "move: fold or go to the parent"
    palette = False


class In(Command):
    description = "Unfold the branch, or go to its first child; in a page, follow."
    keys = ("l", "right")
    action = "into"
    name = "move: unfold or enter"
    palette = False


class NextSibling(Command):
    description = "Go to the next sibling."
    keys = ("J",)
    action = "sibling(1)"
    name = "move: next sibling"


class PreviousSibling(Command):
    description = "Go to the previous sibling."
    keys = ("K",)
    action = "sibling(-1)"
    name = "move: previous sibling"


class Fold(Command):
    description = "Fold or unfold; in the source reader, one page down."
    keys = ("space",)
    action = "fold"
    name = "fold: this one"
    hint = "fold"
    hint_panes = ("outline", "card")


class Enter(Command):
    description = (
        "Go in: from the outline to the detail, from a link or quote to its target, from a passage to its nodes."
    )
    keys = ("enter",)
    action = "enter"
    name = "go: in"
    hint = "open"
    palette = False


class UnfoldAll(Command):
    description = "Unfold everything below this node."
    keys = ("e",)
    action = "fold_below(False)"
    name = "fold: unfold everything below"


class FoldAll(Command):
    description = "Fold everything below this node."
    keys = ("c",)
    action = "fold_below(True)"
    name = "fold: fold everything below"


class FoldToDepth1(Command):
    description = "Fold the whole outline to its first level."
    keys = ("alt+1",)
    action = "fold_to(1)"
    name = "fold: outline to level 1"


class FoldToDepth2(Command):
    description = "Fold the whole outline to its second level."
    keys = ("alt+2",)
    action = "fold_to(2)"
    name = "fold: outline to level 2"


class FoldToDepth3(Command):
    description = "Fold the whole outline to its third level."
    keys = ("alt+3",)
    action = "fold_to(3)"
    name = "fold: outline to level 3"


class FoldToDepth4(Command):
    description = "Fold the whole outline to its fourth level."
    keys = ("alt+4",)
    action = "fold_to(4)"
    name = "fold: outline to level 4"


class NextPane(Command):
    description = "Go to the next pane."
    keys = ("tab",)
    action = "pane(1)"
    name = "pane: next"
    hint = "pane"
    hint_panes = ("outline", "card")


class PreviousPane(Command):
    description = "Go to the previous pane."
    keys = ("shift+tab",)
    action = "pane(-1)"
    name = "pane: previous"


class Back(Command):
    description = "Go back to where you were."
    keys = ("left_square_bracket", "backspace", "ctrl+o")
    also = ("【", "［", "「")
    action = "back"
    name = "go: back"
    hint = "back"


class Forward(Command):
    description = "Go forward again."
    keys = ("right_square_bracket",)
    also = ("】", "］", "」")
    action = "forward"
    name = "go: forward"
