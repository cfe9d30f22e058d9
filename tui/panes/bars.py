"""The bar at the top, those of the panes, and the footer, which shows what the keys do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from plan_data.exports.views import VIEWS
from plan_data.labels import bars
from plan_data.model.plan import Plan, no_plan
from tui.commands import Command, all_commands
from tui.panes.source import SourcePane
from widgets.drawn.styles import BAR, StyleTable
from widgets.drawn.textual_fixes import is_followed
from widgets.render.wrapping import Line, Span, cells, cut

_STYLES = StyleTable(BAR)


class Bar(Widget):
    """One line: something at the left, something at the right; the left part is shortened where both do not fit."""

    least_left: ClassVar[int] = 16
    """Cells that the left part keeps where both do not fit; below that the right part is left out."""

    def parts(self) -> tuple[Line, Line]:
        """Return the left and the right part."""
        return (), ()

    def line(self) -> Line:
        """Return the whole line for the current width."""
        width = self.size.width
        left, right = self.parts()
        right_width = sum(cells(span.text) for span in right)
        if right_width > width - self.least_left:
            right, right_width = (), 0
        left = cut(left, max(0, width - right_width - 4))
        used = sum(cells(span.text) for span in left)
        return (Span(" "), *left, Span(" " * max(0, width - used - right_width - 2)), *right, Span(" "))

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        base, styles = self.rich_style, _STYLES.of(self.app.theme_variables)
        return Strip([Segment(s.text, base + styles[s.style]) for s in self.line() if s.text], self.size.width)


class TopBar(Bar):
    """The bar at the top: the plan, the states of its quotes, matches and filter."""

    plan: reactive[Plan] = reactive(no_plan, init=False)
    """The open plan; bound by the screen."""
    lang: reactive[str] = reactive("en")
    """Language of the plan's text; bound by the screen."""
    matches: reactive[Sequence[str]] = reactive(())
    """Matches of the last search; bound by the screen."""
    filtered: reactive[str] = reactive("")
    """The filter of the outline, in words; bound by the screen."""
    picks: reactive[bool] = reactive(False)
    """Whether Enter ends the program with the id of the entry."""
    reading: reactive[str] = reactive("")
    """How far reading the plan again is, in words."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show a plan's title and the states of its quotes."""
        super().__init__(id=id)
        self.set_reactive(TopBar.plan, plan)

    def parts(self) -> tuple[Line, Line]:
        """Return the title, and the count of quotes by state with the language."""
        document = self.plan.document
        about = [self.plan.issuer(self.lang), document.number] if document else []
        copies = sum(source.copy is not None for source in self.plan.sources.values())
        states = [f"{n} {state}" for state, n in self.plan.state_counts.items()]
        if copies:
            states.append(bars.ONE_COPY if copies == 1 else bars.COPIES.format(n=copies))
        matches = bars.MATCHES.format(n=len(self.matches)) if len(self.matches) > 1 else ""
        said = ", ".join(filter(None, (self.reading, self.filtered, matches, bars.PICKS if self.picks else "")))
        lang = bars.BOTH_LANGUAGES if self.lang == "both" else self.lang
        right = [Span(said, "key"), Span(", ".join(states), "muted"), Span(lang, "muted")]
        right = [span for span in right if span.text]
        names = self.plan.root.title
        title, short = names.pick("both"), names.pick("zh" if self.lang == "zh" else "en")
        room = self.size.width

        def fits(*texts: str) -> bool:
            return sum(cells(text) + 3 for text in (*texts, *(span.text for span in right))) <= room

        # A part that does not fit is left out as a whole.
        while len(right) > 1 and not fits(short):
            del right[-1 if said else 0]
        if not fits(title):
            title = short
        while about and not fits(title, ", ".join(about)):
            about = about[:-1]
        spaced = [part for span in right for part in (Span("   "), span)][1:]
        return (Span(title, "strong"), Span(f"   {', '.join(about)}", "muted")), tuple(spaced)


class ViewTitle(Bar):
    """Which view is open."""

    view: reactive[str] = reactive("")
    """Name of the view, of `VIEWS`; bound by the screen."""

    def parts(self) -> tuple[Line, Line]:
        """Return the view's title, and the key that closes it."""
        title = VIEWS[self.view.split()[0]].label.title if self.view else ""
        return (Span(title, "strong"),), (Span(bars.ESCAPE, "key"), Span(bars.BACK, "muted"))


class SourceTitle(Bar):
    """Which source is open, and which of its passages is lit."""

    drawn: reactive[SourcePane.Drawn] = reactive(SourcePane.Drawn)
    """What the source pane shows."""

    def parts(self) -> tuple[Line, Line]:
        """Return the source's title, and the quote with its passage."""
        drawn = self.drawn
        if not drawn.source:
            return (Span(bars.SOURCE, "muted"),), ()
        left = (Span(f"{drawn.source.removeprefix('src.')}  ", "key"), Span(drawn.title, "strong"))
        where = bars.PASSAGE.format(where=drawn.where) if drawn.where else ""
        return left, (Span("   ".join(filter(None, (drawn.quote, where))), "muted"),)


class Hints(Bar):
    """What the keys do in the focused pane."""

    pane: reactive[str] = reactive("outline")
    """The focused pane; bound by the screen."""
    said: reactive[str] = reactive("")
    """The answer that is shown instead until the next key; "" for none; bound by the screen."""

    def commands(self) -> list[type[Command]]:
        """Return the commands that have a hint here; all panes of the main screen have its commands."""
        pane = "main" if self.pane in bars.PANE_LABELS else self.pane
        return [command for command in all_commands() if command.label.hint and command.pane == pane]

    def parts(self) -> tuple[Line, Line]:
        """Return the hints of the commands that work here: as many as fit, help and leave at the right."""
        if self.said:
            return (Span(self.said, "key"),), ()
        left: list[Span] = []
        right: list[Span] = []
        room = self.size.width - 22
        for command in self.commands():
            if command.hint_panes and self.pane not in command.hint_panes:
                continue
            hint = [Span(command.shown_keys()[0], "key"), Span(f" {command.label.hint}  ", "muted")]
            if command.hint_at_right:
                right += hint
            elif room >= 0:
                room -= sum(cells(span.text) for span in hint)
                left += hint if room >= 0 else []
        return tuple(left), tuple(right)

    async def on_click(self, event: events.Click) -> None:
        """Run the command of the clicked hint."""
        commands = {command.shown_keys()[0]: command for command in self.commands()}
        key, end = "", 0
        for span in self.line():
            key = span.text if span.style == "key" else key if span.style == "muted" else ""
            end += cells(span.text)
            if event.x < end:
                break
        if key in commands and is_followed(event):
            event.stop()
            await self.screen.run_action(commands[key].action)
