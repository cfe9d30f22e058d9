"""The bar at the top, which says what is open, and the one at the bottom, which says what the keys do."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from plan_data.exports.views import VIEWS
from plan_data.model.plan import Plan, no_plan
from tui.commands import all_commands
from tui.commands.base import shown_key
from widgets.drawn.clicks import is_followed
from widgets.drawn.styles import BAR, StyleTable
from widgets.render.wrapping import Line, Span, cells, cut

_INKS = StyleTable(BAR)


class Bar(Widget):
    """One line: something at the left, something at the right; the left gives way."""

    least_left: ClassVar[int] = 16
    """Cells that the left part keeps where both do not fit; the right one then gives way."""

    def parts(self) -> tuple[Line, Line]:
        """Return what stands at the left and at the right."""
        return (), ()

    def line(self) -> Line:
        """Return the whole line for the width that there is."""
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
        base, ink = self.rich_style, _INKS.of(self.app.theme_variables)
        return Strip([Segment(s.text, base + ink[s.style]) for s in self.line() if s.text], self.size.width)


class TopBar(Bar):
    """What is open."""

    plan: reactive[Plan] = reactive(no_plan, init=False)
    """The open plan; bound by the screen."""
    lang: reactive[str] = reactive("en")
    """Language of the plan's text."""
    matches: reactive[str] = reactive("")
    """How many matches the last search has, in words."""
    filtered: reactive[str] = reactive("")
    """What the outline is filtered by, in words."""
    reading: reactive[str] = reactive("")
    """How far reading the plan again is, in words."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show a plan's title and how its quotes stand."""
        super().__init__(id=id)
        self.set_reactive(TopBar.plan, plan)

    def parts(self) -> tuple[Line, Line]:
        """Return the title, and the count of quotes by state with the language."""
        document = self.plan.document
        about = [self.plan.issuer(self.lang), document.number] if document else []
        copies = sum(source.copy is not None for source in self.plan.sources.values())
        states = ", ".join(f"{n} {state}" for state, n in self.plan.state_counts.items())
        states += f", {copies} cop{'y' if copies == 1 else 'ies'} attached" if copies else ""
        said = ", ".join(words for words in (self.reading, self.filtered, self.matches) if words)
        right = [Span(said, "key"), Span(states, "muted"), Span("en+zh" if self.lang == "both" else self.lang, "muted")]
        right = [span for span in right if span.text]
        names = self.plan.root.title
        titles = [names.pick("both"), names.pick("zh" if self.lang == "zh" else "en")]

        def taken(*texts: str) -> int:
            return sum(cells(text) + 3 for text in texts)

        # What does not fit is left out as a whole: half a name is none.
        room = self.size.width
        title = titles[0]
        while len(right) > 1 and taken(titles[1], *(span.text for span in right)) > room:
            del right[-1 if said else 0]
        if taken(title, *(span.text for span in right)) > room:
            title = titles[1]
        while about and taken(title, ", ".join(about), *(span.text for span in right)) > room:
            about = about[:-1]
        spaced = [part for span in right for part in (Span("   "), span)][1:]
        return (Span(title, "strong"), Span(f"   {', '.join(about)}", "muted")), tuple(spaced)


class ViewTitle(Bar):
    """Which view is open."""

    view: reactive[str] = reactive("")
    """Name of the view, of `VIEWS`."""

    def parts(self) -> tuple[Line, Line]:
        """Return the view's title, and how it is left."""
        title = VIEWS[self.view.split()[0]].label.title if self.view else ""
        return (Span(title, "strong"),), (Span("escape", "key"), Span(" back", "muted"))


class SourceTitle(Bar):
    """Which source is open, and how far the lit passage lies in it."""

    plan: reactive[Plan] = reactive(no_plan, init=False)
    """The open plan; bound by the screen."""
    source: reactive[str] = reactive("")
    """Id of the source; "" for none."""
    where: reactive[str] = reactive("")
    """The passage, as `6/10`."""
    quote: reactive[str] = reactive("")
    """Which quote of the node is lit, in words."""

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self.set_reactive(SourceTitle.plan, plan)

    def parts(self) -> tuple[Line, Line]:
        """Return the source's title and the passage."""
        if not self.source:
            return (Span("Source", "muted"),), ()
        title = self.plan.title(self.source)
        left = (Span(f"{self.source.removeprefix('src.')}  ", "key"), Span(title, "strong"))
        where = f"passage {self.where}" if self.where else ""
        right = "   ".join(words for words in (self.quote, where) if words)
        return left, (Span(right, "muted"),)


class Hints(Bar):
    """What the keys do in the focused pane."""

    pane: reactive[str] = reactive("outline")
    """The focused pane."""
    said: reactive[str] = reactive("")
    """What is said in their place until the next key; "" for nothing."""

    def parts(self) -> tuple[Line, Line]:
        """Return the hints of the commands that work here: as many as fit, help and leave at the right."""
        if self.said:
            return (Span(self.said, "key"),), ()
        left: list[Span] = []
        right: list[Span] = []
        room = self.size.width - 22
        for command in all_commands():
            if not command.label.hint or command.pane != _pane_of(self.pane):
                continue
            if command.hint_panes and self.pane not in command.hint_panes:
                continue
            hint = [Span(shown_key(command.keys[0]), "key"), Span(f" {command.label.hint}  ", "muted")]
            if command.label.hint in ("help", "leave"):
                right = hint + right if command.label.hint == "help" else right + hint
            elif room >= 0:
                room -= sum(cells(span.text) for span in hint)
                left += hint if room >= 0 else []
        return tuple(left), tuple(right)

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked hint says."""
        commands = {shown_key(c.keys[0]): c for c in all_commands() if c.label.hint and c.pane == _pane_of(self.pane)}
        key, at = "", 0
        for span in self.line():
            key = span.text if span.style == "key" else key if span.style == "muted" else ""
            at += cells(span.text)
            if event.x < at:
                break
        if key in commands and is_followed(event):
            event.stop()
            await self.screen.run_action(commands[key].action)


def _pane_of(pane: str) -> str:
    """Return the pane by which commands know it: all panes of the main screen are `main`."""
    return "main" if pane in _MAIN else pane


_MAIN = ("outline", "card", "source", "view")
