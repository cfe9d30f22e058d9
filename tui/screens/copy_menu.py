"""The menu of what can be copied: one line at the bottom, a letter each."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from plan_data.labels import boxes
from tui.commands import commands_for
from tui.panes.bindings import bindings
from widgets.drawn.styles import StyleTable
from widgets.drawn.textual_fixes import is_followed
from widgets.render.wrapping import Line, Span, cells, line_width, wrap

_INKS = StyleTable()


class Letters(Widget):
    """The letters with what each copies: one line, or as many as a narrow window needs."""

    def __init__(self, lang: str, *, id: str) -> None:
        """Show the letters with words in a language."""
        super().__init__(id=id)
        self.lang = lang

    def lines(self, width: int) -> list[Line]:
        """Return the lines for a width, in cells."""
        spans: list[Span] = [Span(boxes.COPY.pick(self.lang), "title"), Span("  ")]
        for command in commands_for("copy"):
            # What belongs to a letter is not torn from it at the end of a line.
            word = boxes.COPY_KEYS[command.id()].pick(self.lang).replace(" ", "\u00a0")
            spans += [Span(command.first_key(), "key"), Span(f"\u00a0{word}", "muted"), Span("  ")]
        lines = wrap(tuple(spans[:-1]), width - 2, width - 2)
        # Escape, the last of them, leaves every menu: it is named where that takes no line of its own.
        shorter = wrap(tuple(spans[:-4]), width - 2, width - 2)
        return shorter if len(shorter) < len(lines) else lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are."""
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        width, base, ink = self.size.width, self.rich_style, _INKS.of(self.app.theme_variables)
        lines = self.lines(width)
        line = lines[y] if y < len(lines) else ()
        parts = (Span(" "), *line, Span(" " * max(0, width - line_width(line) - 1)))
        return Strip([Segment(s.text.replace("\u00a0", " "), base + ink[s.style]) for s in parts], width)

    async def on_click(self, event: events.Click) -> None:
        """Choose the clicked letter."""
        event.stop()
        lines = self.lines(self.size.width)
        keys = {command.first_key(): command for command in commands_for("copy")}
        key, at = "", 1
        for span in lines[event.y] if event.y < len(lines) else ():
            key = span.text if span.style == "key" else key if span.style == "muted" else ""
            at += cells(span.text)
            if event.x < at:
                break
        if key in keys and is_followed(event):
            await self.screen.run_action(keys[key].action)


class CopyMenu(ModalScreen[str | None], inherit_bindings=False):
    """The menu. It ends with the name of what was chosen, of `CLIP_LABELS`, or None."""

    DEFAULT_CSS = """
    CopyMenu {
        align: left bottom;
        #copy-menu { height: auto; dock: bottom; background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("copy")

    def __init__(self, lang: str = "en") -> None:
        """Make the menu, with words in a language."""
        super().__init__()
        self.lang = lang

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Letters(self.lang, id="copy-menu")

    def action_take(self, what: str) -> None:
        """Choose."""
        self.dismiss(what)

    def action_leave(self) -> None:
        """Leave without copying."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Leave by a click elsewhere."""
        if is_followed(event):
            self.dismiss(None)
