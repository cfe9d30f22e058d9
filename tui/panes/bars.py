"""The footer, which shows what the keys do, and what the title bars of the panes are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from plan_data.labels import bars
from plan_data.model.pair import Pair, picked
from plan_data.text.visible import visible
from tui.commands import all_commands, first_keys
from widgets.drawn.styles import StyleTable
from widgets.drawn.textual_fixes import is_followed
from widgets.render.wrapping import Line, Span, line_width, wrap

_STYLES = StyleTable()


class Bar(Widget):
    """One line of spans."""

    def line(self) -> Line:
        """Return the line for the current width."""
        return ()

    def style(self, span: Span) -> str:
        """Return the name of the style that a span is drawn in."""
        return span.style

    def lines(self) -> list[Line]:
        """Return all lines: one, save where an answer needs more."""
        return [self.line()]

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        base, styles = self.rich_style, _STYLES.of(self.app.theme_variables)
        width, lines = self.size.width, self.lines()
        line = lines[y] if y < len(lines) else ()
        segments = [Segment(s.text, base + styles[self.style(s)]) for s in line if s.text]
        return Strip([*segments, Segment(" " * max(0, width - line_width(line)), base)]).crop(0, width)


class Alerts(Static):
    """What came unasked and matters, above the footer; nothing where there is none."""

    alerts: reactive[Mapping[str, Sequence[Pair | str]]] = reactive(dict)
    """Lines for each subject; bound by the screen, as the language is."""
    lang: reactive[str] = reactive("en")
    """Language of the lines."""

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing."""
        super().__init__(id=id, markup=False)
        self.display = False

    def watch_alerts(self) -> None:
        """Show the lines, one below the other."""
        texts = [picked(line, self.lang) for lines in self.alerts.values() for line in lines]
        self.update("\n".join(visible(line) for text in texts for line in text.split("\n")))
        self.display = bool(self.alerts)

    def watch_lang(self) -> None:
        """Show them in another language."""
        self.watch_alerts()


class TooSmall(Widget):
    """What stands in place of the panes in a window too small for them."""

    lang: reactive[str] = reactive("en")
    """Language of the words; bound by the screen."""

    def render(self) -> str:
        """Return the words."""
        return bars.TOO_SMALL.pick(self.lang)


class KeyRow(Bar):
    """A row of keys with what they do. A click on one does it."""

    lang: reactive[str] = reactive("en")
    """Language of the words."""
    begins: ClassVar[int] = 1
    """Cells before the first key."""
    apart: ClassVar[int] = 2
    """Cells between two keys."""

    def hints(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return the words of commands by their ids: of those that may be left out, and of those that stay."""
        return {}, {}

    def parts(self) -> list[tuple[str, Line]]:
        """Return what is shown of the commands that fit, each with its id; those that stay are the last."""
        keys = first_keys()
        some, stay = (
            [(id_, (Span(keys[id_], "key"), Span(f" {word}", "muted"))) for id_, word in hints.items() if id_ in keys]
            for hints in self.hints()
        )
        room = self.size.width - 1 - sum(line_width(line) + self.apart for _, line in stay)
        shown: list[tuple[str, Line]] = []
        for id_, line in some:
            room -= line_width(line) + self.apart
            if room < 0:
                break
            shown.append((id_, line))
        return [*shown, *stay]

    def line(self) -> Line:
        """Return the keys."""
        spans: list[Span] = []
        for _, hint in self.parts():
            spans += [Span(" " * (self.apart if spans else self.begins)), *hint]
        return tuple(spans)

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked key does."""
        end = self.begins
        for id_, hint in self.parts():
            start, end = end, end + line_width(hint)
            if start <= event.x < end and is_followed(event):
                event.stop()
                await self.screen.run_action(next(c.action for c in all_commands() if c.id() == id_))
                return
            end += self.apart


class Hints(KeyRow):
    """The footer: what the keys do in the focused pane, or the answer to the last key."""

    pane: reactive[str] = reactive("outline")
    """The focused pane; bound by the screen."""
    said: reactive[str] = reactive("", layout=True)
    """The answer that is shown instead until the next key; "" for none; bound by the screen."""
    collapsed: reactive[str] = reactive("")
    """The collapsed pane that would be opened; "" for none; bound by the screen."""
    DEFAULT_CSS = "Hints { height: auto; }"
    most_lines: ClassVar[int] = 3
    """Lines of an answer; of a longer one the rest is left out."""

    def lines(self) -> list[Line]:
        """Return the lines of the answer, else the line of hints."""
        if not self.said:
            return [self.line()]
        room = max(1, self.size.width - 2)
        return [(Span(" "), *line) for line in wrap((Span(self.said, "strong"),), room, room)[: self.most_lines]]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are."""
        return len(wrap((Span(self.said),), max(1, width - 2), max(1, width - 2))[: self.most_lines])

    def hints(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return the words of the pane's keys, and of those that every pane has."""
        stay = {id_: word.pick(self.lang) for id_, word in bars.FOOTER_ENDS.items()}
        if self.pane == "outline":
            del stay["close"]
        if self.collapsed:
            pane = bars.PANE_LABELS[self.collapsed].pick(self.lang).lower()
            stay["expand"] = stay["expand"].format(pane=pane)
        else:
            del stay["expand"]
        return {id_: word.pick(self.lang) for id_, word in bars.FOOTERS[self.pane].items()}, stay

    def parts(self) -> list[tuple[str, Line]]:
        """Return the hints; none while an answer stands there."""
        return [] if self.said else super().parts()

    def line(self) -> Line:
        """Return the hints, with the language at the right end where there is room."""
        spans = super().line()
        for word in bars.LANGUAGE_LABELS[self.lang]:
            hint = (Span(first_keys().get("language", ""), "key"), Span(f" {word} ", "muted"))
            filler = self.size.width - line_width(spans) - line_width(hint)
            if filler >= self.apart:
                return (*spans, Span(" " * filler), *hint)
        return spans
