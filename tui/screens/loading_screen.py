"""The loading screen: a progress bar, shown while a plan takes long to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from plan_data.errors import FormError, PlanError
from plan_data.labels.explorer import LOADING, LOADING_SHARE
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from tui.screens.opener import PlanOpener, plan_size
from tui.userdata.options import Options

INTERRUPTED = 130
"""The exit code after leaving by a key, as after ctrl+c."""


class LoadingScreen(Screen[None], inherit_bindings=False):
    """Reads a plan; Escape, `q` and ctrl+c leave."""

    # Textual's own bar is drawn with signs of ambiguous width; this one is a widget that gets wider.
    DEFAULT_CSS = """
    LoadingScreen {
        align: center middle;
        #loading { width: 50; max-width: 90%; height: auto; }
        #loading-bar { height: 1; background: $bar; margin: 1 0; }
        #loading-done { width: 0%; height: 1; background: $focus; }
        Static { width: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,Q,ctrl+c", "leave", ""),
        ("ctrl+z", "app.suspend_process", ""),
    ]

    def __init__(self, options: Options, on_opened: Callable[[Plan, list[Pair]], None]) -> None:
        """Take what to open.

        Args:
            options: Name the plan.
            on_opened: Takes the plan, and the messages about its copies.
        """
        super().__init__()
        self.options = options
        self.problem: FormError | PlanError | None = None
        """Why the plan could not be read."""
        self.opener = PlanOpener(self, on_progress=self._progress, on_opened=on_opened, on_failed=self._failed)

    def compose(self) -> ComposeResult:
        """Lay out what is read, the bar, and the keys."""
        with Vertical(id="loading"):
            yield Static(
                LOADING.format(size=plan_size(self.options.folder) / 1e6).pick(self.options.lang), markup=False
            )
            with Horizontal(id="loading-bar"):
                yield Static(id="loading-done", markup=False)
            yield Static(id="loading-share", markup=False)

    def on_mount(self) -> None:
        """Begin to read."""
        self._progress(0.0)
        self.opener.open(self.options.folder, self.options.max_bytes)

    def _progress(self, share: float) -> None:
        self.query_one("#loading-done").styles.width = f"{share:.0%}"
        self.query_one("#loading-share", Static).update(LOADING_SHARE.format(share=share).pick(self.options.lang))

    def _failed(self, error: FormError | PlanError) -> None:
        self.problem = error
        self.app.exit(return_code=3)

    def action_leave(self) -> None:
        """Leave; nothing waits for what is still read."""
        self.opener.cancel()
        self.app.exit(return_code=INTERRUPTED)
