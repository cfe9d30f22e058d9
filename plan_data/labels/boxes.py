"""The words of the boxes over the main screen: jump box, note, export, help."""

from __future__ import annotations

# The jump box.
JUMP_PLACEHOLDER = "English, 中文, pinyin, initials, 11.2 ..."
INDEX_NOT_READY = "the index is being made ..."
HITS = "{count} hits"
ONE_HIT = "1 hit"
NO_HITS = "nothing found"

# The note.
NOTE_TITLE = "Note on {title}"
NOTE_KEYS = "Enter writes on it, escape closes."
NOT_SAVED_YET = "not saved yet"
SAVED = "saved"
SAVED_BOTH = "Saved. The note was changed elsewhere meanwhile: here are both texts."
NOT_SAVED = "not saved: {why}."
CLOSES_UNSAVED = "{not_saved} Escape again closes it: it stays here unsaved, and is tried again."

# The export.
EXPORTS = "As {formats} ({entries})"
ENTRIES = "{count} entries"
ONE_ENTRY = "1 entry"
EXPORT_KEYS = "enter writes, escape leaves"
WRITING = "writing ..."
ENDINGS = "The ending is one of .{formats}"
WRITTEN = "Written: {path}, {size:,} bytes"
NOT_WRITTEN = "Not written: {why}"
FILE_EXISTS = "There is such a file already: enter once more takes its place, or change the name."
FILE_EXISTED = "Not written: there is such a file already: {name}"
STILL_WRITING = "Still being written: {name}; it is said when that is done."
NOTHING_WRITTEN = "Left before anything was written."

# The help.
KEYS_HEADING = "Keys"
YOUR_PANE = "you are in the {pane}"
MOUSE_HEADING = "Mouse"
GRADES_HEADING = "Signs of evidence"
ROLES_HEADING = "Roles of a quote"
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
