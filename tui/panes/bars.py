"""The footer, which shows what the keys do, and what the title bars of the panes are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from plan_data.labels import bars
from plan_data.model.entities import Pair
from tui.commands import Command, all_commands
from widgets.drawn.styles import BAR, StyleTable
from widgets.drawn.textual_fixes import is_followed
from widgets.render.wrapping import Line, Span, cells, wrap

_STYLES = StyleTable(BAR)


def line_width(line: Line) -> int:
    """Return the width of a line in cells."""
    return sum(cells(span.text) for span in line)


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

    alerts: reactive[Mapping[str, str]] = reactive(dict)
    """A text for each subject; bound by the screen."""

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing."""
        super().__init__(id=id, markup=False)
        self.display = False

    def watch_alerts(self, alerts: Mapping[str, str]) -> None:
        """Show the texts, one below the other."""
        self.update("\n".join(alerts.values()))
        self.display = bool(alerts)


class Hints(Bar):
    """The footer: what the keys do in the focused pane or box, or the answer to the last key."""

    pane: reactive[str] = reactive("outline")
    """The focused pane or box; bound by the screen."""
    said: reactive[str] = reactive("", layout=True)
    """The answer that is shown instead until the next key; "" for none; bound by the screen."""
    lang: reactive[str] = reactive("en")
    """Language of the words; bound by the screen."""
    collapsed: reactive[str] = reactive("")
    """The collapsed pane that would be opened; "" for none; bound by the screen."""
    DEFAULT_CSS = "Hints { height: auto; }"
    ends: ClassVar[int] = 2
    """Cells between two hints."""
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

    def hints(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Return the ids of the commands with their words: those that may be left out, and those that stay."""
        stay = dict(bars.FOOTER_ENDS)
        if self.pane == "outline":
            del stay["close"]
        if not self.collapsed:
            del stay["expand"]
        name = bars.PANE_LABELS[self.collapsed or "outline"].pick(self.lang).lower()
        return list(self._words(bars.FOOTERS[self.pane])), [
            (id_, word.format(pane=name)) for id_, word in self._words(stay)
        ]

    def _words(self, table: Mapping[str, Pair]) -> Iterator[tuple[str, str]]:
        return ((id_, word.pick(self.lang)) for id_, word in table.items())

    def parts(self) -> list[tuple[str, Line]]:
        """Return the hints that fit, each with the id of its command; those that stay are the last."""
        keys = first_keys()
        some, stay = (
            [(id_, (Span(keys[id_], "key"), Span(f" {word}", "muted"))) for id_, word in hints if id_ in keys]
            for hints in self.hints()
        )
        room = self.size.width - 1 - sum(line_width(line) + self.ends for _, line in stay)
        shown: list[tuple[str, Line]] = []
        for id_, line in some:
            room -= line_width(line) + self.ends
            if room < 0:
                break
            shown.append((id_, line))
        return [*shown, *stay]

    def line(self) -> Line:
        """Return the hints, with the language at the right end where there is room."""
        width = self.size.width
        spans: list[Span] = []
        for _, hint in self.parts():
            spans += [Span(" " * (self.ends if spans else 1)), *hint]
        for word in bars.LANGUAGE_LABELS[self.lang]:
            hint = (Span(first_keys().get("language", ""), "key"), Span(f" {word} ", "muted"))
            filler = width - line_width(tuple(spans)) - line_width(hint)
            if filler >= self.ends:
                spans += [Span(" " * filler), *hint]
                break
        return tuple(spans)

    async def on_click(self, event: events.Click) -> None:
        """Run the command of the clicked hint."""
        if self.said or not is_followed(event):
            return
        commands = {command.id(): command for command in all_commands()}
        end = 1
        for id_, hint in self.parts():
            end += line_width(hint)
            if end - line_width(hint) <= event.x < end:
                event.stop()
                await self.screen.run_action(commands[id_].action)
                return
            end += self.ends


def first_keys() -> dict[str, str]:
    """Return the key that a hint shows, by the id of its command."""
    return {command.id(): _first(command) for command in all_commands() if command.shown_keys()}


def _first(command: type[Command]) -> str:
    return {"escape": "esc"}.get(key := command.shown_keys()[0], key)
