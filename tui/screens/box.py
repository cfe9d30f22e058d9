"""A box over the main screen: a title row, what it is about, and a row of keys. The screen below is dimmed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.console import ConsoleRenderable, RichCast
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.color import Color, ColorParseError
from textual.containers import Vertical
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget

from plan_data.labels import boxes
from plan_data.labels.signs import FOCUS
from plan_data.model.pair import Pair
from tui.commands import first_keys
from tui.panes.bars import Bar, KeyRow
from tui.terminal.dimmed import Dimmed
from widgets.drawn.textual_fixes import is_followed
from widgets.render.wrapping import Line, Span, cells, cut_words


class BoxTitle(Bar):
    """The first row of a box: its name and what it is about; at the right how one leaves it."""

    def __init__(self, name: str, about: str, leave: str, *, in_ascii: bool) -> None:
        """Show a name."""
        super().__init__(id="box-title")
        self.title = name
        self.about = about
        self.leave = leave
        self.in_ascii = in_ascii

    def show(self, name: str, leave: str = "") -> None:
        """Show another name, and other words for leaving where there are any."""
        self.title = name
        self.leave = leave or self.leave
        self.refresh()

    def line(self) -> Line:
        """Return the row; what the box is about takes the place of how to leave it, where both do not fit."""
        name = f"{FOCUS.drawn(self.in_ascii)} {self.title}"
        about = f"   {self.about}" if self.about else ""
        room = self.size.width - cells(name) - 1
        leave = self.leave if cells(about) + cells(self.leave) + 2 <= room else ""
        about = about if leave else cut_words(about, room)
        gap = " " * max(0, room - cells(about) - cells(leave))
        return (Span(name, "bold"), Span(f"{about}{gap}{leave} "))

    async def on_click(self, event: events.Click) -> None:
        """Leave by a click on the words at the right."""
        if is_followed(event) and event.x >= self.size.width - cells(self.leave) - 1:
            event.stop()
            await self.screen.run_action("leave")


class BoxKeys(KeyRow):
    """The last row of a box: keys with what they do here."""

    begins = 2

    def __init__(self, words: Mapping[str, Pair], lang: str) -> None:
        """Show commands, by their ids, with their words."""
        super().__init__(id="box-keys")
        self.set_reactive(KeyRow.lang, lang)
        self.words = words

    def show(self, words: Mapping[str, Pair]) -> None:
        """Show other commands."""
        self.words = words
        self.refresh()

    def hints(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return the words of its commands."""
        return {id_: word.pick(self.lang) for id_, word in self.words.items()}, {}


class Box(ModalScreen[ScreenResultType], inherit_bindings=False):
    """A box. The rows that it covers are cleared over the whole width, so that no half words stand beside it."""

    DEFAULT_CSS = """
    Box {
        align: center middle;
        background: $page 50%;
        #box-rows { width: 100%; height: auto; background: $page; align-horizontal: center; padding: 1 0; }
        #box { width: 72; max-width: 100%; height: auto; background: $surface; }
        &.-narrow #box, &.-low #box { width: 100%; }
        #box-title { height: 1; background: $focus; color: $onfocus; text-style: $focus-style; }
        #box-keys { height: 1; background: $surface; color: $text; }
        Input, Input:focus {
            border: none; height: 1; width: 1fr; padding: 0; background: $bar; background-tint: $bar 0%;
        }
        .input--placeholder { color: $soft; }
        &.-high #box-keys { margin: 1 0 0 0; }
        &.-filling #box { height: 100%; }
        &.-filling #box-rows { height: 100%; margin: 1 0; padding: 0; max-height: 40; }
        &.-filling.-narrow #box-rows, &.-filling.-low #box-rows { margin: 0; }
        &.-filling.-wide.-high #box-rows { margin: 2 0; padding: 1 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-middle"), (30, "-high")]
    name_of_box: ClassVar[Pair] = Pair()
    """Its name, in its first row."""
    fills: ClassVar[bool] = False
    """Whether it is nearly as high as the screen, whatever is in it."""
    leave_command: ClassVar[str] = "jump-leave"
    """Id of the command that leaves it."""

    def __init__(self, lang: str = "en", *, in_ascii: bool = False) -> None:
        """Make a box.

        Args:
            lang: Language of its words: `en`, `zh` or `both`.
            in_ascii: Draw signs in ASCII.
        """
        super().__init__(classes="-filling" if self.fills else None)
        self.lang = lang
        self.in_ascii = in_ascii

    def compose(self) -> ComposeResult:
        """Lay out the box; it has the classes of its size already, so that its first frame is right."""
        size = self.app.size
        for cells_, steps in ((size.width, self.HORIZONTAL_BREAKPOINTS), (size.height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(*[name for least, name in steps or () if least <= cells_][-1:])
        with Vertical(id="box-rows"), Vertical(id="box"):
            yield BoxTitle(self.title_words(), self.about(), self.leave_words(), in_ascii=self.in_ascii)
            yield from self.rows()
            yield BoxKeys(self.keys(), self.lang)

    def on_resize(self, event: events.Resize) -> None:
        """Draw all of it, and the screen below, for the new size."""
        self.call_after_refresh(self.refresh)

    def title_words(self) -> str:
        """Return its name."""
        return self.name_of_box.pick(self.lang)

    def about(self) -> str:
        """Return what it is about, behind its name."""
        return ""

    def leave_words(self) -> str:
        """Return the key that leaves it, with what it does."""
        key = first_keys().get(self.leave_command)
        return f"{key} {self.leave_word().pick(self.lang)}" if key else ""

    def leave_word(self) -> Pair:
        """Return what that key does, in a word."""
        return boxes.CANCEL

    def rows(self) -> ComposeResult:
        """Yield what lies between the first and the last row."""
        yield Widget()

    def keys(self) -> Mapping[str, Pair]:
        """Return the commands of the last row with their words."""
        return {}

    def render(self) -> ConsoleRenderable | RichCast | str:
        """Draw the screen below, dimmed."""
        below = super().render()
        if not isinstance(below, BackgroundScreen):
            return below
        colors = self.app.theme_variables
        return Dimmed(below.screen, _color(colors.get("muted", "")), _color(colors.get("background", "")))


def _color(name: str) -> Color | None:
    """Return a colour; None for one of the terminal's own."""
    try:
        color = Color.parse(name)
    except ColorParseError:
        return None
    return None if color.ansi is not None else color
