"""Commands that change what is seen."""

from tui.commands.base import Command


class Timeline(Command):
    description = "The timeline: events, documents and deadlines, drawn to scale."
    keys = ("t",)
    action = "view('timeline')"
    name = "view: timeline"
    hint = "timeline"
    hint_panes = ("outline", "view")


class Agencies(Command):
    description = "Who does what: bodies against actions and groups of measures."
    keys = ("a",)
    action = "view('agencies')"
    name = "view: agencies"
    hint = "agencies"
    hint_panes = ("outline", "view")


class Targets(Command):
    description = "Every target and figure, with its deadline, its owner, its quote and its doubts."
    keys = ("T",)
    action = "view('targets')"
    name = "view: targets"


class Compare(Command):
    description = "Mark this node for comparison; on another node, show the two side by side with what they share."
    keys = ("equals_sign",)
    also = ("＝",)
    action = "compare"
    name = "view: compare two nodes"


class SortRows(Command):
    description = "Sort the rows of the agencies by weight or by name."
    keys = ("r",)
    action = "sort"
    name = "view: sort the rows"


class Evidence(Command):
    description = "Sources and evidence: actions, categories and groups against the sources, with the gaps."
    keys = ("S",)
    action = "view('evidence')"
    name = "view: sources and evidence"
    hint = "evidence"
    hint_panes = ("view",)


class Conflicts(Command):
    description = "Where sources disagree or one is in doubt, the sides next to each other."
    keys = ("C",)
    action = "view('conflicts')"
    name = "view: conflicts"
    hint = "conflicts"
    hint_panes = ("view",)


class Unstated(Command):
    description = "Only the nodes without a quote that states them; again for all."
    keys = ("U",)
    action = "unstated"
    name = "view: only what no quote states"


class Language(Command):
    description = "Show the plan's text in English, Chinese, or both."
    keys = ("L",)
    action = "language"
    name = "view: language"
    hint = "language"


class Enlarge(Command):
    description = "Enlarge the pane to the whole screen, and back."
    keys = ("z",)
    action = "enlarge"
    name = "view: enlarge the pane"


class Narrower(Command):
    description = "Make the outline narrower."
    keys = ("less_than_sign",)
    also = ("《", "＜")
    action = "resize_outline(-4)"
    name = "pane: narrower outline"


class Wider(Command):
    description = "Make the outline wider."
    keys = ("greater_than_sign",)
    also = ("》", "＞")
    action = "resize_outline(4)"
    name = "pane: wider outline"


class Reload(Command):
    description = "Read the plan again from its files; a broken plan leaves the last good one on the screen."
    keys = ("R",)
    action = "reload"
    name = "plan: reload"


class Redraw(Command):
    description = "Draw the whole screen anew, after something else wrote on the terminal; in boxes too."
    keys = ("ctrl+l",)
    action = "app.redraw"
    name = "view: redraw"


class Help(Command):
    description = "What the keys do, for the focused pane first."
    keys = ("question_mark",)
    also = ("？",)
    action = "help"
    name = "help: keys"
    hint = "help"
