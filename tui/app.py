"""The application."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from plan_data.errors import FormError, PlanError
from plan_data.loading import collector
from plan_data.model.entities import LANGUAGES
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tui.commands.base import keymap
from tui.panes.themes import FIRST, PLAIN, THEMES, roles_of
from tui.screens.main import MainScreen
from tui.terminal.caret import PlacesCaret
from tui.terminal.clipboard import Clipboard
from tui.terminal.last_guard import LastGuard
from tui.terminal.mouse import Clicks
from tui.terminal.redraw import Redraws, redraw_bindings
from tui.terminal.safe_cells import SafeCells
from tui.terminal.type_ahead import TypesAhead
from tui.userdata.moved_plans import take_over
from tui.userdata.options import Options
from tui.userdata.store import Store

if TYPE_CHECKING:
    from tui.screens.loading_screen import LoadingScreen


class Explorer(LastGuard, Clicks, TypesAhead, PlacesCaret, Redraws, Clipboard):
    """The explorer of one plan."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*redraw_bindings()]

    main: MainScreen
    """The main screen, as soon as the plan is open."""

    def __init__(
        self,
        plan: Plan | None,
        options: Options,
        *,
        store: Store | None = None,
        messages: Sequence[Pair | str] = (),
    ) -> None:
        """Show a plan, or the loading screen that reads it.

        Args:
            plan: The plan; None to read it.
            options: What was asked for.
            store: The reader's notes and places; None to keep nothing.
            messages: Shown first.
        """
        super().__init__()
        self.set_keymap(keymap())
        self.options = options
        self.store = store or Store(None, "")
        self.messages = list(messages)
        self._safe_cells = SafeCells()
        self._drawn = False
        self._leaves_with = 0
        for own in THEMES:
            self.register_theme(own)
        self.theme = options.theme or FIRST
        self._loading = self._make_loading() if plan is None else None
        if plan is not None:
            self._make_main(plan)

    def _make_loading(self) -> LoadingScreen:
        from tui.screens.loading_screen import LoadingScreen

        return LoadingScreen(self._with_language(), self._show_opened)

    def _make_main(self, plan: Plan) -> None:
        """Make the main screen."""
        if moved := take_over(self.store, plan):
            self.messages.append(moved)
        self.title = visible(plan.root.title.pick("en"))
        self.main = MainScreen(plan, options=self._with_language(), store=self.store)

    def _with_language(self) -> Options:
        """Return the options with the language that was asked for, else the one that was used last."""
        last = self.store.state().get("lang")
        return replace(self.options, lang=self.options.lang or (last if last in LANGUAGES else "en"))

    def _show_opened(self, plan: Plan, messages: Sequence[Pair | str]) -> None:
        """Show the main screen, over the loading screen: Textual 8.2.8 cannot switch from the first screen."""
        self.messages += messages
        self._make_main(plan)
        self._loading = None
        self._drawn = False
        self.push_screen(self.main)
        self.main.call_after_refresh(self._settle)
        if self.options.at and not self.main.start_at:
            # Words are searched for when the index is there.
            self.main.call_after_refresh(self.main.finder.jump, self.options.at)
        self._show_messages()

    @property
    def problem(self) -> FormError | PlanError | None:
        """Why the plan could not be read."""
        return self._loading.problem if self._loading else None

    def lost(self) -> list[str]:
        """Return the notes that could not be saved, each as a text that says so."""
        return [] if self._loading else self.main.notes.lost()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Look at all that is drawn, last of all, for what would act on the terminal.

        Where NO_COLOR is set, Textual 8.2.8 makes greys of all colours: of the terminal's own, black on black. The
        theme `plain` takes the place of that.
        """
        filters = [each for each in super().get_line_filters() if not isinstance(each, Monochrome)]
        if self.theme == PLAIN.name:
            filters.append(NoColor())
        return (*filters, self._safe_cells)

    def notify(self, message: Pair | str, **options: Any) -> None:
        """Show a message in the footer's row: over what is read nothing is laid."""
        if self._loading is None:
            self.main.say(message)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our variables a value in themes that do not know them."""
        return roles_of(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen."""
        return self._loading or self.main

    def leave_after(self, code: int) -> None:
        """Leave; while the first frame is being drawn, which a screen that ends does not survive, right after it."""
        if self._drawn or self._leaves_with:
            super().leave_after(code)
        self._leaves_with = code

    def on_ready(self) -> None:
        """Leave only from now on: the first frame is being drawn."""
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Leave now for a signal that came too early; the start is over."""
        self._drawn = True
        if self._loading is None:
            collector.release()
        if self._leaves_with:
            super().leave_after(self._leaves_with)

    def on_mount(self) -> None:
        """Say what went wrong before there was anything to say it on."""
        # While the program was stopped, others wrote on the terminal.
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        if self._loading is None:
            self._show_messages()

    def _show_messages(self) -> None:
        self.main.alert("start", *self.messages)

    def action_use_theme(self, name: str) -> None:
        """Choose a theme."""
        self.theme = name
