"""Messages of the printing commands: answers, refusals, what to do next.

Texts with values are format strings. What a command is for and its options are in its `--help`, findings of `check` in
the checks.
"""

from __future__ import annotations

UNKNOWN_COMMAND = "no command {name}{nearest}"
"""For a command that does not exist, with the nearest one."""
NOT_ALONE = {
    "pick": "--pick opens the explorer; {command} is a printing command",
    "at": "--at opens the explorer at a node; {command} is a printing command",
}
"""Option of the explorer to the refusal of it before a printing command."""

NODES = {
    "several": "{query} may be one of these:",
    "nearest": "nothing is called {query}; the nearest:",
    "none": "nothing is called {query}; internet-plus tree prints what there is",
}
"""Messages on a NODE argument without one clear meaning."""

CHECK = {
    "no-folder": "{folder} is no folder",
    "quotes": "{nodes}, {quotes}: {states}{originals}",
    "originals": "; held against {originals}",
    "no-states": "none",
    "errors": "{errors}, {warnings}",
}
"""The summary of `check`."""

NEW = {
    "exists": "{folder} is there already and not empty; nothing is written",
    "written": "{folder}: {files}",
    "next": "next: internet-plus --plan {folder}",
    "not-written": "internet-plus: {file}: {reason}",
}
"""What `new` answers."""

FAULT = {"line": "internet-plus: a fault in the program: {what}", "details": "details in {file}"}
"""The one line that reports a bug."""

NO_FOLDER = "none: {reason}"
"""What `paths` prints in place of a folder that cannot be used."""

NO_NODE = "{id} is not in the tree"
"""What `compare` says of an id that is no node's."""
SHOW_PRINTS = "{id} is not in the tree; 'internet-plus show {id}' prints it"
"""What `tree` and `export` say of a body, source or quote."""
NO_BODY = "{id} is no body"
"""What `agencies` says of an id that is no body's."""
NOTHING_FOUND = "nothing found for {query}"
"""What `find` says."""
NO_QUOTE = "no quote"
"""What `quotes` says where there is none."""
QUOTES_OF = "{id} has no quotes of its own; those of {other}:"
"""What `quotes` says before the quotes of an ancestor."""
ROLE_OF = "{role}, of {title}"
"""Role of a quote that is inherited from an ancestor."""

EXPORT = {
    "exists": "{path} is there already; --force takes its place",
    "not-written": "internet-plus: {path}: {reason}",
    "written": "{path}: {bytes} bytes written",
    "no-bookmark": "no entry of the tree is bookmarked; m sets a bookmark in the explorer",
    "no-table": "--table belongs to csv; {format} is no table",
    "node-and-bookmarks": "either NODE or --bookmarks",
}
"""What `export` answers."""

NOTES = {
    "no-home": "nothing is kept: {reason}",
    "not-read": "internet-plus: {reason}",
    "none-of-folder": "nothing of the kind is kept on {folder}",
    "elsewhere": "nothing is kept here; notes or bookmarks are kept on {folders}, no longer there: --from DIR",
}
"""What `notes` and `bookmarks` say where there is nothing to print."""
