"""The words of the boxes over the main screen: jump box, note, export, help."""

from __future__ import annotations

# The jump box.
JUMP_PLACEHOLDER = "English, 中文, pinyin, initials, 11.2 ..."
"""In the empty line of the box."""
INDEX_NOT_READY = "the index is being made ..."
"""In the list, while the search index is built."""
HITS = "{count} hits"
"""Number of hits, at the right."""
ONE_HIT = "1 hit"
"""The same for one."""
NO_HITS = "nothing found"
"""The same for none."""

# The note.
NOTE_TITLE = "Note on {title}"
"""Title of the box."""
NOTE_KEYS = "Enter writes on it, escape closes."
"""Below a note that is shown and not yet edited."""
NOT_SAVED_YET = "not saved yet"
"""State while one types."""
SAVED = "saved"
"""State after saving."""
SAVED_BOTH = "Saved. The note was changed elsewhere meanwhile: here are both texts."
"""State after another program saved the same note."""
NOT_SAVED = "not saved: {why}."
"""State after an attempt that failed."""
CLOSES_UNSAVED = "{not_saved} Escape again closes it: it stays here unsaved, and is tried again."
"""After Escape in that state; `not_saved` is the sentence above."""

# The export.
EXPORTS = "As {formats} ({entries})"
"""What is exported, before the path."""
ENTRIES = "{count} entries"
"""Number of entries in it."""
ONE_ENTRY = "1 entry"
"""The same for one."""
EXPORT_KEYS = "enter writes, escape leaves"
"""The keys of the box."""
WRITING = "writing ..."
"""While the file is written."""
ENDINGS = "The ending is one of .{formats}"
"""For a path with another ending."""
WRITTEN = "Written: {path}, {size:,} bytes"
"""After the file was written."""
NOT_WRITTEN = "Not written: {why}"
"""After it could not be."""
FILE_EXISTS = "There is such a file already: enter once more takes its place, or change the name."
"""At the first Enter on the path of a file that exists."""
FILE_EXISTED = "Not written: there is such a file already: {name}"
"""For a file that was created while the export was made."""
STILL_WRITING = "Still being written: {name}; it is said when that is done."
"""To Escape while the file is written."""
NOTHING_WRITTEN = "Left before anything was written."
"""To Escape before that."""

# The help.
KEYS_HEADING = "Keys"
"""Heading of the keys."""
YOUR_PANE = "you are in the {pane}"
"""Behind the heading of the pane that had the focus."""
MOUSE_HEADING = "Mouse"
"""Heading of `MOUSE`."""
GRADES_HEADING = "Signs of evidence"
"""Heading of the signs of grades."""
ROLES_HEADING = "Roles of a quote"
"""Heading of the roles of quotes."""
MOUSE = {
    "click": "Go to a row, follow a link, fold, or do what a hint says.",
    "shift and drag": "Select text, as your terminal does elsewhere; in some terminals option or fn in place of shift.",
}
"""What is done with the mouse to what it does."""
GROUPS = {
    "go": "Going",
    "move": "Moving",
    "fold": "Folding",
    "keep": "Keeping",
    "note": "In a note",
    "copy": "Copying: y, then",
    "jump": "In the jump box",
    "help": "In the help",
}
"""Group of commands to its heading."""
