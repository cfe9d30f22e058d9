"""Commands that open a view, or act on one."""

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
