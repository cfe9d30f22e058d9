"""Opening the explorer. What it imports loads Textual, so the printing commands do not import it."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from dataclasses import replace

from plan_data.errors import ReasonedError
from plan_data.faults import EXIT_CODE
from plan_data.folders import SHIPPED, config_folder, data_folder
from plan_data.labels.command_line import NO_HOME
from plan_data.labels.explorer import NO_THEME, NOT_KEPT
from plan_data.text.visible import visible
from tui.commands import all_commands
from tui.commands.base import apply_keys
from tui.userdata.options import Options
from tui.userdata.settings import read_settings
from tui.userdata.store import NO_PATIENCE, Store, plan_key


class NoTheme(ReasonedError):
    """The name of a theme that does not exist."""


def run(options: Options) -> tuple[int, str]:
    """Open the explorer; return its exit code, and the id that was picked or "".

    Raises:
        NoTheme: There is no such theme; the message names the nearest.
        FormError: A file cannot be read.
        PlanError: The plan has errors.
    """
    # Textual 8.2.8 would take its size from these and never resize (Textualize/textual#1245).
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until the explorer handles signals there is nothing to save. KeyboardInterrupt would get lost where a module
        # or a callback swallows it, and would not come at all while a disk does not answer.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    settings = read_settings(config_folder(), all_commands())
    apply_keys(settings.keys)
    # Imported after SIGINT has its default action: Textual takes most of the start, and ctrl+c is to end it at once.
    from tui.app import Explorer
    from tui.panes.themes import fitting
    from tui.screens.opener import open_at_once
    from tui.terminal.ambiguous_width import count_ambiguous

    if settings.ambiguous == "wide":
        count_ambiguous(wide=True)
    messages = [*settings.warnings]
    theme = _theme(options.theme)
    try:
        theme = theme or _theme(settings.theme)
    except NoTheme as error:
        messages.append(error.why)
    options = replace(
        options,
        lang=options.lang or settings.language,
        theme=fitting(os.environ, theme),
        ascii_signs=options.ascii_signs or settings.signs == "ascii",
        csv_mark=settings.csv == "bom",
    )
    home = data_folder()
    store = Store(home, plan_key(options.folder, SHIPPED))
    store.patience = NO_PATIENCE
    if home is None:
        messages.insert(0, NOT_KEPT.format(why=NO_HOME))
    plan, found = open_at_once(options.folder, options.max_bytes) or (None, [])
    app = Explorer(plan, options, store=store, messages=[*found, *messages])
    chosen = app.run()
    if app.problem:
        raise app.problem
    # Notes that could not be saved can still be copied from stderr.
    with suppress(OSError, AttributeError):
        for note in app.lost():
            sys.stderr.write("\n".join(map(visible, note.split("\n"))) + "\n")
    code = app.return_code or 0
    if app.failed:
        # Textual has restored the terminal.
        sys.stderr.write(f"{app.last_words()}\n")
        return EXIT_CODE, ""
    return (130 if options.pick and not chosen and not code else code), chosen or ""


def _theme(name: str) -> str:
    """Return the name of a theme, whose alias may be given; raises NoTheme for an unknown one."""
    from tui.panes.themes import ALIASES, names

    name = ALIASES.get(name, name)
    if name and name not in names():
        from plan_data.loading.parsers import nearest

        raise NoTheme(NO_THEME.format(name=name, nearest=nearest(name, names())))
    return name
