"""Opening the explorer: loads the plan and the first screen with the garbage collector held off."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from plan_data.errors import MAX_BYTES, Cancelled
from plan_data.faults import EXIT_CODE


def run(
    plan_folder: Path,
    *,
    at: str = "",
    lang: str | None = None,
    theme: str = "",
    ascii_signs: bool = False,
    pick: bool = False,
    max_bytes: int = MAX_BYTES,
) -> tuple[int, str]:
    """Open the explorer; return its exit code, and the id that was picked or "".

    Args:
        plan_folder: The plan's folder.
        at: Id of the node, body, source or quote to open at; "" for the root.
        lang: `en`, `zh` or `both`; None for the last one used, at first English.
        theme: Name of a theme; "" for `ink`.
        ascii_signs: Draw signs in ASCII.
        pick: Let the reader choose an entry; 130 where they leave without.
        max_bytes: Cap on the size of a file.

    Raises:
        ValueError: There is no such theme; the message names the nearest.
        FormError: A file cannot be read.
        PlanError: The plan has errors.
    """
    gc.disable()
    # The terminal's own size counts: Textual 8.2.8 would keep to these for good (Textualize/textual#1245).
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until the explorer has the signals there is nothing to save. KeyboardInterrupt would get lost where a module
        # or a callback swallows it, and would not come at all while a disk does not answer.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from plan_data.folders import config_folder, data_folder
    from tui.commands import all_commands
    from tui.commands.base import apply_keys
    from tui.userdata.settings import read_settings

    # The screens make their bindings when they are imported, so the keys are settled first.
    settings = read_settings(config_folder(), all_commands())
    apply_keys(settings.keys)
    from plan_data.copies.opening import load_with_copies
    from plan_data.loading.cache import LARGE, is_kept
    from plan_data.loading.signature import signature
    from plan_data.model.entities import LANGUAGES, Quote
    from tui.app import Explorer
    from tui.panes.themes import ALIASES, FIRST, names
    from tui.userdata.history import Location

    size = sum(file.size for file in signature(plan_folder))
    later: list[Callable[[], None]] = []
    read = partial(load_with_copies, plan_folder, max_bytes=max_bytes, later=later.append)
    if size > LARGE and not is_kept(plan_folder):
        # Reading takes seconds, once; a person is told what is waited for, and can leave.
        from tui.terminal.waiting import Waiting

        try:
            with Waiting(f"Reading {size / 1e6:,.0f} MB, once") as progress:
                plan, messages = read(progress=progress)
        except Cancelled as left:
            return left.code, ""
    else:
        plan, messages = read()
    item = plan.get(at) if at else None
    place = Location(at) if item is not None and not isinstance(item, Quote) else None
    if isinstance(item, Quote):
        place = Location(plan.supported_by(item.id), item.id)
    from plan_data.folders import NO_HOME, SHIPPED
    from tui.userdata.moved_plans import take_over
    from tui.userdata.store import NO_PATIENCE, Store, plan_key

    home = data_folder()
    store = Store(home, plan_key(plan_folder, SHIPPED))
    store.patience = NO_PATIENCE
    if home is None:
        messages.append(f"Notes and bookmarks are not saved: {NO_HOME}.")
    moved = take_over(store, plan)
    messages += [*settings.warnings, *([moved] if moved else [])]
    kept = store.state().get("lang")
    lang = lang or settings.language or (kept if kept in LANGUAGES else "en")
    ascii_signs = ascii_signs or settings.signs == "ascii"
    name = ALIASES.get(theme, theme)
    if name and name not in names():
        raise ValueError(f"no theme {theme!r}{_nearest(theme)}")
    wanted = ALIASES.get(settings.theme, settings.theme)
    if wanted and wanted not in names():
        messages.append(f"no theme {wanted!r}{_nearest(wanted)}")
        wanted = ""
    app = Explorer(
        plan,
        at=place,
        lang=lang,
        theme=name or wanted or FIRST,
        ascii_signs=ascii_signs,
        max_bytes=max_bytes,
        messages=messages,
        store=store,
        later=later[0] if later else None,
        pick=pick,
    )
    gc.freeze()
    gc.enable()
    chosen = app.run()
    _say_lost(app.main.lost())
    code = app.return_code or 0
    if app.failed:
        # The terminal is given back.
        sys.stderr.write(f"{app.last_words()}\n")
        return EXIT_CODE, ""
    return (130 if pick and not chosen and not code else code), chosen or ""


def _say_lost(notes: list[str]) -> None:
    """Write notes that could not be saved to stderr, where they can still be copied from."""
    from contextlib import suppress

    from plan_data.text.visible import visible

    with suppress(OSError, AttributeError):
        for note in notes:
            sys.stderr.write("\n".join(map(visible, note.split("\n"))) + "\n")


def _nearest(theme: str) -> str:
    from plan_data.loading.parsers import nearest
    from tui.panes.themes import names

    return nearest(theme, names())
