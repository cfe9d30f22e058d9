"""The folders of whoever runs the program: copies and notes, settings, caches (XDG base directories)."""

from __future__ import annotations

from pathlib import Path

NAME = "internet-plus"
"""Name of our folder in each of them."""

SHIPPED = Path(__file__).parent / "internet_plus"
"""The plan that comes with the program."""


def data_folder() -> Path:
    """Return the folder for what the reader keeps: attached copies, notes, bookmarks."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def config_folder() -> Path:
    """Return the folder for settings."""
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False)


def cache_folder() -> Path:
    """Return the folder for what can be made anew."""
    from platformdirs import user_cache_path

    return user_cache_path(NAME, appauthor=False)


def copies_folder() -> Path:
    """Return the folder of the attached copies."""
    return data_folder() / "copies"
