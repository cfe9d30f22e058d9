"""The application."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from plan_data.errors import MAX_BYTES
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tui.commands import all_commands
from tui.commands.base import keymap
from tui.panes.themes import DEFAULTS, FIRST, THEMES
from tui.screens.main import MainScreen
from tui.terminal.caret import PlacesCaret
from tui.terminal.clipboard import clipboard_sequence
from tui.terminal.last_guard import LastGuard
from tui.terminal.mouse import Clicks
from tui.terminal.redraw import Redraws, redraw_bindings
from tui.terminal.safe_cells import SafeCells
from tui.terminal.type_ahead import TypesAhead
from tui.userdata.history import Location
from tui.userdata.store import Store

# The palette reads its entries as markup, so no bracket may stand in them.
_BRACKETS = {"[": "left bracket", "]": "right bracket"}


class Explorer(LastGuard, Clicks, TypesAhead, PlacesCaret, Redraws):
    """The explorer of one plan."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [*redraw_bindings()]

    def __init__(
        self,
        plan: Plan,
        *,
        at: Location | None = None,
        lang: str = "en",
        theme: str = FIRST,
        ascii_signs: bool = False,
        max_bytes: int = MAX_BYTES,
        messages: Sequence[str] = (),
        store: Store | None = None,
        later: Callable[[], None] | None = None,
        pick: bool = False,
    ) -> None:
        """Take a loaded plan and where to open it.

        `messages` is shown first, `store` keeps notes and places, `later` is work to be done when one already walks. To
        `pick` is to end with the id of the entry that Enter chooses in the outline or in the jump box.
        """
        super().__init__()
        self.set_keymap(keymap())
        self._safe_cells = SafeCells()
        self.title = visible(plan.root.title.pick("en"))
        self.main = MainScreen(
            plan, lang=lang, at=at, ascii_signs=ascii_signs, max_bytes=max_bytes, store=store, later=later
        )
        self.messages = messages
        self._drawn = False
        self._leaves_with = 0
        self.main.pick = pick
        for own in THEMES:
            self.register_theme(own)
        self._start_in(theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Look at all that is drawn, last of all, for what would act on the terminal."""
        return (*super().get_line_filters(), self._safe_cells)

    def notify(self, message: str, *, markup: bool = False, **options: Any) -> None:
        """Show a message; nothing in it is markup, and nothing acts on the terminal."""
        super().notify(visible(message), markup=False, **options)

    def _start_in(self, theme: str) -> None:
        """Begin with a theme, before there is anything to draw; assigned, it would have all styles made twice."""
        if self.available_themes[theme].ansi:
            self.theme = theme
            return
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our variables a value in themes that do not know them."""
        return DEFAULTS

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen."""
        return self.main

    def leave_after(self, code: int) -> None:
        """Leave: not in the midst of the first frame, which would not stand it, but where it is asked for again."""
        if self._drawn or self._leaves_with:
            super().leave_after(code)
        self._leaves_with = code

    def on_ready(self) -> None:
        """Leave only from now on: the first frame is being drawn."""
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Leave now for a signal that came too early."""
        self._drawn = True
        if self._leaves_with:
            super().leave_after(self._leaves_with)

    def on_mount(self) -> None:
        """Say what went wrong before there was anything to say it on."""
        # While the program was stopped, others wrote on the terminal.
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        for sentence in self.messages:
            self.notify(sentence, severity="warning", markup=False, timeout=8)

    def copy_to_clipboard(self, text: str) -> None:
        """Send a text to the clipboard through the terminal (OSC 52), past tmux and screen."""
        self._clipboard = text
        if self._driver is not None:
            self._driver.write(clipboard_sequence(text, os.environ))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the palette's entries: our commands, and the choice of a theme."""
        if screen is self.main:
            for command in all_commands():
                if command.palette and command.pane in ("main", "copy"):
                    keys = " ".join(_BRACKETS.get(key, key) for key in command.shown_keys())
                    text = f"{command.help()} ({keys})" if keys else command.help()
                    yield SystemCommand(command.label.name, text, partial(self.run_action, command.action, self.main))
        yield SystemCommand("view: theme", "Choose the colours.", self.action_change_theme)
