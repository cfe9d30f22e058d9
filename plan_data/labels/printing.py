"""What printing commands say besides what they print: answers, refusals, what to do next.

Texts with values are format strings. What a command is for and its options are in its `--help`, findings of `check` in
the checks.
"""

from __future__ import annotations

UNKNOWN_COMMAND = "no command {name}{nearest}"
NOT_ALONE = {
    "pick": "--pick opens the explorer; {command} is a printing command",
    "at": "--at opens the explorer at a node; {command} is a printing command",
}
"""Options of the explorer to what is said where they stand before a printing command."""

NODES = {
    "several": "{query} may be one of these:",
    "nearest": "nothing is called {query}; the nearest:",
    "none": "nothing is called {query}; internet-plus tree prints what there is",
}
"""What is said of a NODE argument that has no one clear meaning."""

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

NO_SHELL = "no completions for {shell}"
NO_FOLDER = "none: {reason}"
"""What `paths` prints for a folder that there is not."""
