"""The help: the keys of the focused pane and the signs, then what the keys do anywhere, then every command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from plan_data.labels import boxes
from plan_data.labels.bars import PANE_LABELS
from plan_data.labels.grades import GRADE_LABELS, GRADE_SIGNS
from plan_data.labels.key_names import ARROWS, DIGITS
from plan_data.labels.roles import ROLE_LABELS
from plan_data.labels.signs import FOCUS, FOLDED, OPEN
from plan_data.model.pair import Pair
from tui.commands import all_commands
from tui.commands.table import KEYS_WIDTH, key_block, key_blocks
from tui.panes.bindings import bindings
from tui.panes.find_line import FindLine
from tui.screens.box import BoxKeys, BoxTitle
from widgets.drawn.page import Page
from widgets.render.blocks import Block, text_block
from widgets.render.wrapping import Line, Span, line_width, padded

SHORT_WIDTH = 13
"""Cells for the keys of the focused pane, and for the signs."""
NARROW_WIDTH = 8
"""Cells for the keys of all commands where there is one column."""
SIGN_WIDTH = 4
"""Cells for a sign before what it means."""
COLUMN = 38
"""Cells of the first of two columns."""
TWO_COLUMNS = 78
"""Cells from which on there are two."""


class HelpPage(Page):
    """The page of the help."""

    folds_sections = False


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """What the keys do."""

    DEFAULT_CSS = """
    HelpScreen {
        background: $page;
        #help-page { height: 1fr; }
        #box-title { height: 1; background: $focus; color: $onfocus; text-style: $focus-style; }
        #box-keys { height: 1; background: $bar; color: $text; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, pane: str, lang: str = "en", *, in_ascii: bool = False) -> None:
        """Show the help.

        Args:
            pane: The pane whose keys come first.
            lang: Language of the words: `en`, `zh` or `both`.
            in_ascii: Draw signs in ASCII.
        """
        super().__init__()
        self.pane = pane
        self.lang = lang
        self.in_ascii = in_ascii

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        pane = PANE_LABELS[self.pane].pick(self.lang)
        first = boxes.HELP_FIRST.pick(self.lang).format(pane=pane.lower())
        keys = shown_keys("help-close")
        leave = f"{keys} {boxes.HELP_KEYS['help-close'].pick(self.lang)}" if keys else ""
        yield BoxTitle(boxes.HELP.pick(self.lang), first, leave, in_ascii=self.in_ascii)
        page = HelpPage(id="help-page")
        page.ascii_signs = self.in_ascii
        yield page
        yield FindLine(id="find-line")
        yield BoxKeys(boxes.HELP_KEYS, self.lang)

    def on_resize(self, event: events.Resize) -> None:
        """Fill the page, in as many columns as fit."""
        columns = 2 if event.size.width >= TWO_COLUMNS + 2 else 1
        blocks = help_blocks(self.pane, self.lang, columns=columns, in_ascii=self.in_ascii)
        self.query_one(HelpPage).show(list(blocks), keep=True)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(HelpPage).scroll_relative(y=by, animate=False, immediate=True, force=True)

    def action_turn(self, by: int) -> None:
        """Scroll by pages."""
        self.query_one(HelpPage).turn(by)

    def action_edge(self, last: bool) -> None:
        """Go to the beginning or the end."""
        self.query_one(HelpPage).edge(last)

    def action_find(self) -> None:
        """Find in the help."""
        self.query_one(FindLine).open(self.query_one(HelpPage), self.lang)

    def action_match(self, by: int) -> None:
        """Go to the next or previous match."""
        self.query_one(HelpPage).next_hit(by)

    def action_leave(self) -> None:
        """Close the help; where something is found there, first clear that."""
        page = self.query_one(HelpPage)
        if page.sought:
            page.seek("")
        else:
            self.dismiss()


def help_blocks(pane: str, lang: str, *, columns: int, in_ascii: bool) -> Iterator[Block]:
    """Yield the help.

    Args:
        pane: The pane whose keys come first.
        lang: Language of the words.
        columns: 2 to put the signs beside the keys, else 1.
        in_ascii: Draw signs in ASCII.
    """
    own = boxes.PANE_KEYS.get(pane, boxes.PANE_KEYS["view"])
    keys = [*_keys(boxes.IN_PANE.get(pane, boxes.IN_PANE["view"]), own, lang)]
    anywhere = [*_keys(boxes.ANYWHERE, boxes.ANYWHERE_KEYS, lang)]
    signs = [*_signs(lang, in_ascii)]
    if columns == 2:
        for left, right in zip_longest([*keys, (), *anywhere], signs, fillvalue=()):
            gap = COLUMN - line_width(left)
            spans = (*left, Span(" " * max(1, gap)), *right) if right else left or (Span(" "),)
            yield Block(spans, hang=COLUMN + SIGN_WIDTH + 2)
    else:
        yield from (Block(row or (Span(" "),), hang=SHORT_WIDTH + 2) for row in (*keys, (), *signs, (), *anywhere))
    yield text_block(boxes.ALL_KEYS.pick(lang), "strong", gap=True)
    width = KEYS_WIDTH if columns == 2 else NARROW_WIDTH
    yield from key_blocks(lang, width)
    yield text_block(boxes.MOUSE_HEADING.pick(lang), "head", gap=True)
    for what, words in boxes.MOUSE:
        yield key_block(what.pick(lang), words.pick(lang), width)


def _row(first: str, style: str, words: str) -> Line:
    return Span("  "), Span(f"{padded(first, SHORT_WIDTH - 1)} ", style), Span(words, "text")


def _keys(heading: Pair, table: Mapping[str, Pair], lang: str) -> Iterator[Line]:
    """Yield a heading, and the keys of commands with what they do there."""
    yield (Span(heading.pick(lang), "head"),)
    for ids, words in table.items():
        if keys := " ".join(filter(None, map(shown_keys, ids.split()))):
            yield _row(keys, "key", words.pick(lang))


def shown_keys(id_: str) -> str:
    """Return the key of a command that is named first; "" where it has none, or there is no such command."""
    for command in all_commands():
        if command.id() == id_:
            keys = command.keys_in_words()
            return keys if keys == DIGITS else next((key for key in keys.split() if key in ARROWS), command.first_key())
    return ""


def _signs(lang: str, in_ascii: bool) -> Iterator[Line]:
    """Yield what the signs mean, and the words for how a quote stands to an entry."""
    yield (Span(boxes.SIGNS_HEADING.pick(lang), "head"),)
    for grade, sign in GRADE_SIGNS.items():
        yield (
            Span("  "),
            Span(padded(sign.drawn(in_ascii), SIGN_WIDTH), f"grade-{grade}"),
            Span(GRADE_LABELS[grade].pick(lang), "text"),
        )
    folds = f"{OPEN.drawn(in_ascii)} {FOLDED.drawn(in_ascii)}"
    for drawn, words in ((FOCUS.drawn(in_ascii), boxes.FOCUS_MEANS), (folds, boxes.FOLDS_MEAN)):
        yield Span("  "), Span(padded(drawn, SIGN_WIDTH), "soft"), Span(words.pick(lang), "text")
    yield ()
    yield (Span(boxes.ROLES_HEADING.pick(lang), "head"),)
    for role, words in boxes.ROLE_MEANS.items():
        yield _row(ROLE_LABELS[role].pick(lang), "soft", words.pick(lang))
