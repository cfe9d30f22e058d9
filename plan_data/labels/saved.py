"""The words on what the reader keeps: the store of notes and bookmarks, and the settings."""

from __future__ import annotations

# The store.
NOTHING_KEPT = "nothing is kept here"
UNUSABLE = "{path} cannot be used: {why}"
UNREADABLE = "{path} cannot be read: {why}"
DAMAGED = "{path} is damaged ({why})"
DAMAGED_STAYS = "{path} is damaged ({why}), and cannot be set aside: {reason}"
SET_ASIDE = "{path} is damaged ({why}); it is set aside as {name}"
PAGES_DO_NOT_FIT = "its pages do not fit together"
IS_LINK = "{path} is a link, and is left alone"
IS_NEWER = "{path} was written by a newer version of this program"
BUSY = "another program is writing to it"
DISK_FULL = "the disk is full"
READ_ONLY = "it is read-only"
DISK_ERROR = "the disk does not take it (disk I/O error)"
NOT_OPENED = "it cannot be opened; is the folder read-only, or the disk full?"

# A plan whose folder was moved.
KEPT_ON = "Notes are kept on {folders}, no longer there: internet-plus notes --from DIR"
TAKEN_OVER = "The notes and bookmarks of {folder} are taken over: that folder is no longer there."

# The settings.
LEFT_OUT = "{path} is left out: {why}"
TOO_LARGE = "it is larger than {size:,} bytes"
IS_UTF_16 = "it is UTF-16; save it as UTF-8"
NOT_UTF_8 = "it is not UTF-8: byte 0x{byte:02x} at offset {offset}; save it as UTF-8"
UNKNOWN_SETTING = "{path}: unknown setting {name!r}{nearest}"
NOT_TEXT = "{path}: {name} must be a text in quotes"
NO_CHOICE = "{path}: {name} is one of {choices}{nearest}"
NO_TABLE = "{path}: [keys] must be a table of command = key"
UNKNOWN_COMMAND = "{path}: unknown command {name!r}{nearest}"
NO_KEYS = "{path}: {name} takes a key or a list of keys, each in quotes"
KEY_TAKEN = "{path}: the key {key} of {name} is that of {other}; {name} keeps its own"
