"""The user's folders (XDG base directories), and paths as users write them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

NAME = "internet-plus"
"""Name of our folder in each of them."""

SHIPPED = Path(__file__).parent / "internet_plus"
"""The plan that comes with the program."""


def data_folder() -> Path | None:
    """Return the folder for attached copies, notes and bookmarks; None where there is no home."""
    from platformdirs import user_data_dir

    return _absolute(user_data_dir)


def config_folder() -> Path | None:
    """Return the folder for settings; None where there is no home."""
    from platformdirs import user_config_dir

    return _absolute(user_config_dir)


def cache_folder() -> Path | None:
    """Return the folder for what can be recreated; None where there is no home."""
    from platformdirs import user_cache_dir

    return _absolute(user_cache_dir)


def copies_folder() -> Path | None:
    """Return the folder of the attached copies; None where there is no home."""
    home = data_folder()
    return home / "copies" if home else None


def _absolute(ask: Callable[..., str]) -> Path | None:
    try:
        folder = ask(NAME, appauthor=False)
    except RuntimeError:
        return None
    # Without HOME and an entry in passwd, older versions of platformdirs return a folder named `~` in the current one.
    return Path(folder) if os.path.isabs(folder) else None


def expanded(path: str) -> Path:
    """Return a path with `~` and `~name` expanded; where there is no such home, unchanged."""
    try:
        return Path(os.path.expanduser(path))
    except ValueError:
        # There is a NUL or a lone surrogate in `~name`.
        return Path(path)


def path_text(path: Path | str) -> str:
    r"""Return a path as text that can be stored: bytes that are not UTF-8 are written out (`caf\xe9`).

    The result does not depend on the encoding of the locale, by which Python decodes paths.
    """
    try:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
