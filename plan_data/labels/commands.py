"""The words of commands, of the tables of keys, and of the views across the plan."""

from __future__ import annotations

from typing import NamedTuple

from plan_data.model.entities import Pair


class CommandLabel(NamedTuple):
    """The words of a command."""

    name: str
    """Its entry in the list of commands, behind the name of its group: `view: timeline`."""
    help: str
    """Its help: one sentence."""

    @property
    def group(self) -> str:
        """The group that it belongs to, in the help and in the list of commands."""
        return self.name.partition(": ")[0]

    @property
    def entry(self) -> str:
        """Its entry in the list of commands."""
        words = self.name.partition(": ")[2]
        return words[:1].upper() + words[1:]


class ViewLabel(NamedTuple):
    """The words of a view across the plan."""

    title: Pair
    """Its title in the explorer."""
    printing: str = ""
    """What the command that prints it does: one sentence; "" for a view that is not printed."""
    example: str = ""
    """A line of that command, without the program's name."""


COMMAND_LABELS = {
    # Commands that find.
    "jump": CommandLabel("go: jump", "Jump anywhere by a few letters, in English, Chinese, pinyin, or by number."),
    "jump-by-number": CommandLabel(
        "go: jump to a number", "Jump with this digit already typed: `8` and Enter is action 8."
    ),
    "find": CommandLabel(
        "go: find on the page", "Find in the source pane; filter the rows of a view; elsewhere jump, as f does."
    ),
    "next-match": CommandLabel(
        "go: next match", "Go to the next match of the last search; in the source pane, of what is found there."
    ),
    "previous-match": CommandLabel("go: previous match", "Go to the previous match of the last search."),
    "palette": CommandLabel("go: list of commands", "Every command, by name; `q` and Enter leave, as `:q` does in vi."),
    "jump-down": CommandLabel("jump: next", "Highlight the next row."),
    "jump-up": CommandLabel("jump: previous", "Highlight the previous row."),
    "jump-page-down": CommandLabel("jump: page down", "Highlight a row one page further down."),
    "jump-page-up": CommandLabel("jump: page up", "Highlight a row one page further up."),
    "jump-go": CommandLabel("jump: go", "Go to the highlighted row, or run the highlighted command."),
    "jump-clear": CommandLabel(
        "jump: empty the line", "Empty the line: recent places, actions and examples come back."
    ),
    "jump-preview": CommandLabel("jump: preview", "Show or hide the preview of the highlighted row."),
    "jump-leave": CommandLabel("jump: cancel", "Close the box; everything is as it was."),
    # Commands that walk the outline and the panes.
    "down": CommandLabel("move: down", "Go one row down; in a page, to the next item."),
    "up": CommandLabel("move: up", "Go one row up; in a page, to the previous item."),
    "page-down": CommandLabel("move: page down", "Go one page down in the focused pane."),
    "page-up": CommandLabel("move: page up", "Go one page up in the focused pane."),
    "half-page-down": CommandLabel("move: half a page down", "Go half a page down in the focused pane."),
    "half-page-up": CommandLabel("move: half a page up", "Go half a page up in the focused pane."),
    "first": CommandLabel("move: to the beginning", "Go to the beginning of the focused pane."),
    "last": CommandLabel("move: to the end", "Go to the end of the focused pane."),
    "scroll-detail-down": CommandLabel("move: scroll the card down", "Scroll the card down from the outline."),
    "scroll-detail-up": CommandLabel("move: scroll the card up", "Scroll the card up from the outline."),
    "out": CommandLabel(
        "move: fold or go to the parent",
        "Fold the branch, or go to its parent; on a page, back where you came from.",
    ),
    "in": CommandLabel("move: unfold or enter", "Unfold the branch, or go to its first child; in a page, follow."),
    "next-sibling": CommandLabel("move: next of the same level", "Go to the next entry of the same level."),
    "previous-sibling": CommandLabel("move: previous of the same level", "Go to the previous entry of the same level."),
    "fold": CommandLabel(
        "fold: this one",
        "Fold or unfold the branch, section or notes at the cursor; in a view, one page down.",
    ),
    "enter": CommandLabel(
        "go: in",
        "Go in: from the outline to the card, from a link or quote to its target, from a passage to its entries.",
    ),
    "unfold-all": CommandLabel("fold: unfold all below", "Unfold everything below this entry."),
    "fold-all": CommandLabel("fold: fold all below", "Fold everything below this entry."),
    "fold-to-depth1": CommandLabel("fold: outline to level 1", "Fold the whole outline to its first level."),
    "fold-to-depth2": CommandLabel("fold: outline to level 2", "Fold the whole outline to its second level."),
    "fold-to-depth3": CommandLabel("fold: outline to level 3", "Fold the whole outline to its third level."),
    "fold-to-depth4": CommandLabel("fold: outline to level 4", "Fold the whole outline to its fourth level."),
    "next-pane": CommandLabel("pane: next pane", "Go to the next pane."),
    "previous-pane": CommandLabel("pane: previous pane", "Go to the previous pane."),
    "back": CommandLabel("go: back", "Go back to where you were."),
    "forward": CommandLabel("go: forward", "Go forward again."),
    # Commands that lead to the sources.
    "show-source": CommandLabel(
        "source: open the source at the quote",
        "Open the source of the quote under the cursor, or of the entry's first quote, with the quote lit.",
    ),
    "next-quote": CommandLabel(
        "source: next quote",
        "Go to the next quote of this entry, across sources: direct ones, those with figures, the rest.",
    ),
    "previous-quote": CommandLabel("source: previous quote", "Go to the previous quote of this entry."),
    "open-address": CommandLabel(
        "source: open the page in a browser",
        "Open the source at the quote, or the official page at the heading; without a browser show and copy where.",
    ),
    # Commands that open a view, or act on one.
    "timeline": CommandLabel(
        "view: timeline", "The timeline: deadlines first, then events and documents, drawn to scale."
    ),
    "agencies": CommandLabel(
        "view: agencies: who does what", "Who leads and who takes part in each action and measure."
    ),
    "targets": CommandLabel(
        "view: goals and figures", "Every target and figure, with its deadline, whose it is, its quote and its doubts."
    ),
    "compare": CommandLabel(
        "entry: compare with another entry",
        "Mark this entry for comparison; on another one, show the two side by side, what differs first.",
    ),
    "sort-rows": CommandLabel(
        "pane: sort the rows",
        "Sort the bodies of the agencies by the number of their roles or by name, the terms by English or pinyin.",
    ),
    "evidence": CommandLabel(
        "view: sources and gaps",
        "Sources and gaps: what is supported, what is not, and what each source says.",
    ),
    "conflicts": CommandLabel(
        "view: conflicts and doubts",
        "Where sources disagree or one is in doubt, the sides next to each other.",
    ),
    "glossary": CommandLabel(
        "view: glossary", "The terms, in Chinese, pinyin and English, with what they mean and where they are used."
    ),
    "unstated": CommandLabel(
        "view: only entries without a direct quote", "Only the entries without a direct quote; again for all."
    ),
    # Commands that change how things are shown.
    "language": CommandLabel(
        "screen: language: English, 中文, both", "Show the plan's text in English, Chinese, or both."
    ),
    "collapse": CommandLabel("pane: collapse the pane", "Collapse the pane to its title bar; the last open one stays."),
    "expand": CommandLabel("pane: open a collapsed pane", "Open the pane collapsed last, then the one before."),
    "enlarge": CommandLabel("pane: enlarge the pane", "Enlarge the pane to the whole screen, and back."),
    "narrower": CommandLabel("pane: make the pane smaller", "Make the focused pane smaller."),
    "wider": CommandLabel("pane: make the pane larger", "Make the focused pane larger."),
    "reload": CommandLabel(
        "plan: read the plan again",
        "Read the plan again from its files; a broken plan leaves the last good one on the screen.",
    ),
    "redraw": CommandLabel(
        "screen: draw the screen again", "Draw everything again, after another program wrote on the terminal."
    ),
    "help": CommandLabel("help: help", "What the keys and signs mean, for the focused pane first."),
    # Commands that copy: the menu, and its letters. All go through the terminal to the clipboard (OSC 52).
    "export": CommandLabel(
        "export: export to a file",
        "Export what is on the screen to a file: the branch, the table of a view, the bookmarks.",
    ),
    "copy": CommandLabel("copy: menu", "Copy something of the entry or quote at hand: a menu of letters."),
    "copy-title": CommandLabel(
        "copy: copy the title",
        "Copy the title in both languages, with how well it is supported where that is weak.",
    ),
    "copy-chinese": CommandLabel("copy: copy the Chinese title", "Copy the Chinese title."),
    "copy-english": CommandLabel("copy: copy the English title", "Copy the English title."),
    "copy-id": CommandLabel("copy: copy the id", "Copy the id."),
    "copy-path": CommandLabel("copy: copy the path", "Copy the path from the top of the outline."),
    "copy-quote": CommandLabel("copy: copy the quote", "Copy the quote at hand, word for word."),
    "copy-citation": CommandLabel(
        "copy: copy the quote with its citation",
        "Copy the quote with its citation; of an entry without one, the citation of its heading.",
    ),
    "copy-markdown": CommandLabel(
        "copy: copy the quote as Markdown", "Copy the quote as a Markdown block quote with its citation."
    ),
    "copy-footnote": CommandLabel(
        "copy: copy the quote with a footnote",
        "Copy the quote with a Markdown footnote that carries the citekey.",
    ),
    "copy-leave": CommandLabel("copy: cancel", "Close the menu without copying."),
    # Commands that keep something: bookmarks and notes.
    "bookmark": CommandLabel("keep: set or remove a bookmark", "Set a bookmark on the entry, or remove it."),
    "write-note": CommandLabel(
        "keep: read or write the note",
        "Show the note on the entry, or offer one; Enter writes, in Markdown, and it is saved as you write.",
    ),
    "show-kept": CommandLabel("view: bookmarks and notes", "Your bookmarks and notes."),
    "note-write": CommandLabel("note: write", "Write on the note; while one writes it ends the line."),
    "note-close": CommandLabel("note: save and close", "Save the note and close it; an empty note is deleted."),
    "note-save": CommandLabel("note: save", "Save the note at once."),
    # Commands that close and leave.
    "close": CommandLabel(
        "go: back by one thing",
        "Undo one thing: a search, an enlarged pane, the source, the card, a view; it never leaves.",
    ),
    "leave": CommandLabel(
        "leave: close or leave", "Undo one thing, as escape does; leave where nothing is left to undo."
    ),
    "quit": CommandLabel("leave: leave", "Leave the program from anywhere."),
    "suspend": CommandLabel("leave: to the shell, for now", "Stop, and go back to the shell; `fg` goes on here."),
    # Commands of the help page.
    "help-down": CommandLabel("help: down", "Scroll down."),
    "help-up": CommandLabel("help: up", "Scroll up."),
    "help-page-down": CommandLabel("help: page down", "One page down."),
    "help-page-up": CommandLabel("help: page up", "One page up."),
    "help-first": CommandLabel("help: to the beginning", "Go to the beginning."),
    "help-last": CommandLabel("help: to the end", "Go to the end."),
    "help-find": CommandLabel("help: find", "Find in the help."),
    "help-next-match": CommandLabel("help: next match", "Go to the next match."),
    "help-previous-match": CommandLabel("help: previous match", "Go to the previous match."),
    "help-close": CommandLabel("help: close", "Close help (first clears a search)."),
}
"""Id of a command to its words, in the order in which help lists the commands."""

KEYS_HEAD = "| key | does |"
"""The head of the README's table of keys."""
DIGITS = "0 to 9"
"""The digits as keys, in that table and in the help."""
WHERE_KEYS_WORK = {
    "main": "",
    "copy": "after `y`: ",
    "note": "in a note: ",
    "jump": "in the jump box and the list of commands: ",
}
"""Pane or box to the words before what a key does there, in that table."""

VIEW_LABELS = {
    "sources": ViewLabel(
        Pair("Sources", "来源"),
        "Print every source: what it is, how far it may be relied on, and how much is quoted from it.",
        "sources --format json | jq '.sources[].id'",
    ),
    "glossary": ViewLabel(
        Pair("Glossary", "术语"),
        "Print the terms in Chinese, pinyin and English, with what they mean and where they are used.",
        "glossary --lang zh",
    ),
    "evidence": ViewLabel(
        Pair("Sources and gaps", "来源与缺口"),
        "Print what is supported and what is not, and what each source says of the actions.",
        "evidence",
    ),
    "timeline": ViewLabel(
        Pair("Timeline", "时间线"),
        "Print the deadlines, then the events and documents, in the order of time.",
        "timeline --lang both",
    ),
    "agencies": ViewLabel(
        Pair("Agencies", "部门分工"),
        "Print who leads and who takes part, for all bodies or for BODY.",
        "agencies moa",
    ),
    "targets": ViewLabel(
        Pair("Goals and figures", "目标与数字"),
        "Print every target and figure with its deadline, its owner and its doubts.",
        "targets --format json | jq '.targets[].number'",
    ),
    "conflicts": ViewLabel(
        Pair("Conflicts", "矛盾与存疑"),
        "Print where sources disagree, or one is in doubt, with all sides.",
        "conflicts --lang zh",
    ),
    "comparison": ViewLabel(
        Pair("Comparison", "对照"),
        "Print two nodes side by side: roles, goals, summaries, tasks and quotes, what differs first.",
        "compare act.logistics act.ecommerce",
    ),
    "kept": ViewLabel(Pair("Bookmarks and notes", "书签与笔记")),
}
"""Name of a view to its words."""
