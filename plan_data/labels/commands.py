"""The words of commands, of the tables of keys, and of the views across the plan."""

from __future__ import annotations

from typing import NamedTuple


class CommandLabel(NamedTuple):
    """The words of a command."""

    name: str
    """Its entry in the palette, behind the name of its group: `go: jump`."""
    help: str
    """Its help: one sentence."""
    hint: str = ""
    """Its word in the footer; "" for none."""


class ViewLabel(NamedTuple):
    """The words of a view across the plan."""

    title: str
    """Its title in the explorer."""
    printing: str = ""
    """What the command that prints it does: one sentence; "" for a view that is not printed."""
    example: str = ""
    """A line of that command, without the program's name."""


COMMAND_LABELS = {
    # Commands that find.
    "jump": CommandLabel(
        "go: jump", "Jump anywhere by a few letters, in English, Chinese, pinyin, or by number.", "jump"
    ),
    "jump-by-number": CommandLabel(
        "go: jump to a number", "Jump with this digit already typed: `8` and Enter is action 8."
    ),
    "find": CommandLabel("go: find", "Jump, as f does; in the source reader find, in a view filter its rows."),
    "next-match": CommandLabel(
        "go: next match", "Go to the next match of the last search; in the reader, of what is found there."
    ),
    "previous-match": CommandLabel("go: previous match", "Go to the previous match of the last search."),
    "palette": CommandLabel("go: palette of commands", "Every command, by name."),
    "jump-down": CommandLabel("jump: next hit", "Highlight the next hit."),
    "jump-up": CommandLabel("jump: previous hit", "Highlight the previous hit."),
    "jump-page-down": CommandLabel("jump: page down", "Highlight a hit one page further down."),
    "jump-page-up": CommandLabel("jump: page up", "Highlight a hit one page further up."),
    "jump-go": CommandLabel("jump: go", "Go to the highlighted hit.", "go"),
    "jump-clear": CommandLabel("jump: clear", "Clear the box."),
    "jump-preview": CommandLabel("jump: preview", "Show or hide the preview of the highlighted hit.", "preview"),
    "jump-leave": CommandLabel("jump: leave", "Leave the box; everything is as it was.", "leave"),
    # Commands that walk the outline and the panes.
    "down": CommandLabel("move: down", "Go one row down; in a page, to its next stop."),
    "up": CommandLabel("move: up", "Go one row up; in a page, to its previous stop."),
    "page-down": CommandLabel("move: page down", "Go one page down in the focused pane."),
    "page-up": CommandLabel("move: page up", "Go one page up in the focused pane."),
    "half-page-down": CommandLabel("move: half a page down", "Go half a page down in the focused pane."),
    "half-page-up": CommandLabel("move: half a page up", "Go half a page up in the focused pane."),
    "first": CommandLabel("move: to the beginning", "Go to the beginning of the focused pane."),
    "last": CommandLabel("move: to the end", "Go to the end of the focused pane."),
    "scroll-detail-down": CommandLabel("move: scroll the detail down", "Scroll the detail down from the outline."),
    "scroll-detail-up": CommandLabel("move: scroll the detail up", "Scroll the detail up from the outline."),
    "out": CommandLabel(
        "move: fold or go to the parent", "Fold the branch, or go to its parent; in a page, back to the outline."
    ),
    "in": CommandLabel("move: unfold or enter", "Unfold the branch, or go to its first child; in a page, follow."),
    "next-sibling": CommandLabel("move: next sibling", "Go to the next sibling."),
    "previous-sibling": CommandLabel("move: previous sibling", "Go to the previous sibling."),
    "fold": CommandLabel("fold: this one", "Fold or unfold; in the source reader, one page down.", "fold"),
    "enter": CommandLabel(
        "go: in",
        "Go in: from the outline to the detail, from a link or quote to its target, from a passage to its nodes.",
        "open",
    ),
    "unfold-all": CommandLabel("fold: unfold everything below", "Unfold everything below this node."),
    "fold-all": CommandLabel("fold: fold everything below", "Fold everything below this node."),
    "fold-to-depth1": CommandLabel("fold: outline to level 1", "Fold the whole outline to its first level."),
    "fold-to-depth2": CommandLabel("fold: outline to level 2", "Fold the whole outline to its second level."),
    "fold-to-depth3": CommandLabel("fold: outline to level 3", "Fold the whole outline to its third level."),
    "fold-to-depth4": CommandLabel("fold: outline to level 4", "Fold the whole outline to its fourth level."),
    "next-pane": CommandLabel("pane: next", "Go to the next pane.", "pane"),
    "previous-pane": CommandLabel("pane: previous", "Go to the previous pane."),
    "back": CommandLabel("go: back", "Go back to where you were.", "back"),
    "forward": CommandLabel("go: forward", "Go forward again."),
    # Commands that lead to the sources.
    "show-source": CommandLabel(
        "source: open at the quote",
        "Open the source of the quote under the cursor, or of the node's first quote, with the quote lit.",
        "source",
    ),
    "next-quote": CommandLabel(
        "source: next quote",
        "Go to the next quote of this node, across sources: those that state it, those with figures, the rest.",
        "next quote",
    ),
    "previous-quote": CommandLabel("source: previous quote", "Go to the previous quote of this node."),
    "open-address": CommandLabel(
        "source: open its address",
        "Open the source at the quote, or the official page at the heading; without a browser show and copy where.",
    ),
    # Commands that open a view, or act on one.
    "timeline": CommandLabel(
        "view: timeline", "The timeline: events, documents and deadlines, drawn to scale.", "timeline"
    ),
    "agencies": CommandLabel(
        "view: agencies", "Who does what: bodies against actions and groups of measures.", "agencies"
    ),
    "targets": CommandLabel(
        "view: targets", "Every target and figure, with its deadline, its owner, its quote and its doubts."
    ),
    "compare": CommandLabel(
        "view: compare two nodes",
        "Mark this node for comparison; on another node, show the two side by side with what they share.",
    ),
    "sort-rows": CommandLabel("view: sort the rows", "Sort the rows of the agencies by weight or by name."),
    "evidence": CommandLabel(
        "view: sources and evidence",
        "Sources and evidence: actions, categories and groups against the sources, with the gaps.",
        "evidence",
    ),
    "conflicts": CommandLabel(
        "view: conflicts", "Where sources disagree or one is in doubt, the sides next to each other.", "conflicts"
    ),
    "unstated": CommandLabel(
        "view: only what no quote states", "Only the nodes without a quote that states them; again for all."
    ),
    # Commands that change how things are shown.
    "language": CommandLabel("view: language", "Show the plan's text in English, Chinese, or both.", "language"),
    "collapse": CommandLabel("pane: collapse", "Collapse the pane to its title bar; the last open one stays."),
    "expand": CommandLabel("pane: open again", "Open the pane that was collapsed last, then the one before."),
    "enlarge": CommandLabel("pane: enlarge", "Enlarge the pane to the whole screen, and back."),
    "narrower": CommandLabel("pane: smaller", "Make the focused pane smaller."),
    "wider": CommandLabel("pane: larger", "Make the focused pane larger."),
    "reload": CommandLabel(
        "plan: reload", "Read the plan again from its files; a broken plan leaves the last good one on the screen."
    ),
    "redraw": CommandLabel(
        "view: redraw", "Draw the whole screen anew, after something else wrote on the terminal; in boxes too."
    ),
    "help": CommandLabel("help: keys", "What the keys do, for the focused pane first.", "help"),
    # Commands that copy: the menu, and its letters. All go through the terminal to the clipboard (OSC 52).
    "export": CommandLabel(
        "export: to a file", "Export what is on the screen to a file: the branch, the table of a view, the bookmarks."
    ),
    "copy": CommandLabel("copy: menu", "Copy something of what is at hand: a one-line menu.", "copy"),
    "copy-title": CommandLabel(
        "copy: title", "Copy the title in both languages, with its grade where that is below quoted.", "title"
    ),
    "copy-chinese": CommandLabel("copy: Chinese title", "Copy the Chinese title.", "zh"),
    "copy-english": CommandLabel("copy: English title", "Copy the English title.", "en"),
    "copy-id": CommandLabel("copy: id", "Copy the id.", "id"),
    "copy-path": CommandLabel("copy: path", "Copy the path from the root.", "path"),
    "copy-quote": CommandLabel("copy: quote", "Copy the quote at hand, verbatim.", "quote"),
    "copy-citation": CommandLabel(
        "copy: quote with citation",
        "Copy the quote with its citation; of a node without one, the citation of its heading with its grade.",
        "citation",
    ),
    "copy-markdown": CommandLabel(
        "copy: citation in Markdown", "Copy the quote as a Markdown block quote with its citation.", "Markdown"
    ),
    "copy-footnote": CommandLabel(
        "copy: footnote with citekey", "Copy the quote with a Markdown footnote that carries the citekey.", "footnote"
    ),
    "copy-leave": CommandLabel("copy: leave the menu", "Leave the menu without copying.", "leave"),
    # Commands that keep something: bookmarks and notes.
    "bookmark": CommandLabel("keep: bookmark", "Set a bookmark on what is shown, or take it away."),
    "write-note": CommandLabel(
        "keep: note",
        "Show the note on what is shown, or offer one; Enter writes, in Markdown, and it is saved as you write.",
    ),
    "show-kept": CommandLabel("view: bookmarks and notes", "Your bookmarks and notes."),
    "note-write": CommandLabel("note: write", "Write on the note; while one writes it ends the line."),
    "note-close": CommandLabel(
        "note: save and close", "Save the note and close it; without any text it is taken away.", "save and close"
    ),
    "note-save": CommandLabel("note: save", "Save the note at once.", "save"),
    # Commands that close and leave.
    "close": CommandLabel(
        "go: close", "Close what is on top, then clear the search, then return to the outline; never leaves."
    ),
    "leave": CommandLabel("leave: this view", "Close the topmost view; leave from the main screen.", "leave"),
    "quit": CommandLabel("leave: the explorer", "Leave from anywhere."),
    "suspend": CommandLabel("leave: to the shell, for now", "Stop, and go back to the shell; `fg` goes on here."),
    # Commands of the help page.
    "help-down": CommandLabel("help: down", "Scroll down."),
    "help-up": CommandLabel("help: up", "Scroll up."),
    "help-page-down": CommandLabel("help: page down", "One page down."),
    "help-page-up": CommandLabel("help: page up", "One page up."),
    "help-first": CommandLabel("help: to the beginning", "Go to the beginning."),
    "help-last": CommandLabel("help: to the end", "Go to the end."),
    "help-find": CommandLabel("help: find", "Find in the help.", "find"),
    "help-next-match": CommandLabel("help: next match", "Go to the next match."),
    "help-previous-match": CommandLabel("help: previous match", "Go to the previous match."),
    "help-close": CommandLabel(
        "help: close", "Close the help; where something is found there, first put that out.", "close"
    ),
}
"""Id of a command to its words, in the order in which help lists the commands."""

KEYS_HEAD = "| key | does |"
"""The head of the README's table of keys."""
DIGITS = "0 to 9"
"""The digits as keys, in that table and in the help."""
WHERE_KEYS_WORK = {"main": "", "copy": "after `y`: ", "note": "in a note: ", "jump": "in the jump box: "}
"""Pane or box to the words before what a key does there, in that table."""

VIEW_LABELS = {
    "sources": ViewLabel(
        "Sources",
        "Print every source: what it is, how far it may be relied on, and how much is quoted from it.",
        "sources --format json | jq '.sources[].id'",
    ),
    "glossary": ViewLabel(
        "Glossary",
        "Print the terms that are explained, in both languages, with where they stand.",
        "glossary --lang zh",
    ),
    "evidence": ViewLabel(
        "Sources and evidence",
        "Print how each action and category is held up: its grade, and its quotes by source.",
        "evidence",
    ),
    "timeline": ViewLabel(
        "Timeline",
        "Print the events in the order of time; an unknown part of a date comes behind the known ones.",
        "timeline --lang both",
    ),
    "agencies": ViewLabel(
        "Agencies",
        "Print who leads and who takes part, for all bodies or for BODY.",
        "agencies moa",
    ),
    "targets": ViewLabel(
        "Targets and figures",
        "Print every target and figure with its deadline, its owner and its doubts.",
        "targets --format json | jq '.targets[].number'",
    ),
    "conflicts": ViewLabel(
        "Conflicts",
        "Print where sources disagree, or one is in doubt, with all sides.",
        "conflicts --lang zh",
    ),
    "comparison": ViewLabel(
        "Comparison",
        "Print what two nodes share: bodies, quotes, related entries.",
        "compare act.logistics act.ecommerce",
    ),
    "kept": ViewLabel("Bookmarks and notes"),
}
"""Name of a view to its words."""
