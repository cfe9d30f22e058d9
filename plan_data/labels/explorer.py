"""Messages of the explorer at its start, and while a plan is read."""

from __future__ import annotations

NEEDS_TERMINAL = (
    "internet-plus: the explorer needs a terminal; these commands print: internet-plus tree, show, find, quotes "
    "(internet-plus --help lists all)"
)
"""Where there is no terminal."""

PICK_NEEDS_TERMINAL = "internet-plus: --pick needs a terminal to choose on; internet-plus find QUERY prints ids"
"""Where there is none to choose on."""

NOT_KEPT = "Notes and bookmarks are not saved: {why}."
"""Where there is no folder for them."""

NO_THEME = "no theme {name!r}{nearest}"
"""For a theme that is not known, with the nearest one."""

LOADING = "Reading {size:,.0f} MB, once"
"""On the loading screen."""

LOADING_SHARE = "{share:.0%}  escape leaves"
"""Below its bar."""

READING_AGAIN = "reading again, {share:.0%}, escape leaves"
"""In the top bar."""

NOT_RELOADED = "Not reloaded, the last good plan stays. {why}"
"""After a plan was edited, and has errors now."""

FOLDER_SILENT = "The folder of the plan does not answer; what is on the screen stays."
"""After a look at the plan's files that was not answered."""
