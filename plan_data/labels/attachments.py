"""Messages on copies that a reader attaches: why a file is refused, and what a copy has.

Texts with values are format strings.
"""

from __future__ import annotations

from plan_data.model.entities import Pair

WRONG_KINDS = {
    b"%PDF": "a PDF; save its text first, with pdftotext or by copying it into a text file",
    b"PK\x03\x04": "a packed file such as a .docx; save it as text or as a web page first",
    b"\xd0\xcf\x11\xe0": "an old Word file; save it as text or as a web page first",
    b"{\\rtf": "an RTF file; save it as plain text first",
    b"\x1f\x8b": "a compressed file; unpack it first",
}
"""First bytes of files that are no text to what they are and what to do."""

REFUSALS = {
    "empty": "{file} is empty",
    "kind": "{file} is {what}",
    "web-archive": "{file} is a web archive (.mht); save the page as HTML or as text instead",
    "nul": "{file} is no text: it holds NUL characters",
    "no-text": "{file} holds no text",
    "encoding": "{file} is neither UTF-8 nor GB18030; save it as UTF-8",
    "opencc": "the text is in traditional script, and reading it needs the package opencc: "
    "install internet-plus with its extra 'traditional'",
    "no-source": "this plan has no source {source}",
    "headings": "{file} is not taken for {source}: {found} of its {total} headings stand in it, in their order",
    "passages": "{file} is not taken for {source}: {found} of its {total} passages stand in it",
    "title": "{file} is not taken for {source}: the title of that source does not stand in it",
}
"""Why a file is refused."""

UNREADABLE = {
    "copy": "the attached copy of {source} cannot be read: {error}",
    "refused": "the attached copy of {source} is left out: {error}",
    "scripts": "its two scripts do not fit together",
    "version": "its record is damaged, or was written by another version",
    "record": "its record is damaged",
}
"""Why an attached copy cannot be opened."""

OTHER_LIST = Pair("Your copy prints: {text}", "你附上的副本写作：{text}")
"""The note on a node whose list of bodies the copy prints otherwise."""

DIFFERENCES = {
    "more": "the copy names {names}, ours does not",
    "less": "ours names {names}, the copy does not",
    "order": "the order differs: the copy has {theirs}; ours has {ours}",
    "rule": "the rule differs: {theirs} in the copy, {ours} in ours",
    "open": "the copy's list ends with 等, ours does not",
    "closed": "ours ends with 等, not the copy's",
}
"""How a list of bodies in a copy differs from ours."""

REPORT = {
    "copy": "{source}: {name}, {form}, {encoding}{script}, sha256 {digest}...",
    "script": ", {script} script",
    "headings": "Headings found at their place in the document's order:",
    "title": "title",
    "together": "tasks and measures together",
    "missing": "Not found, with the nearest text there:",
    "near": "paragraph {paragraph}, likeness {likeness}: {text}",
    "nothing-near": "nothing like it",
    "bodies": "Responsible bodies: {compared} lists compared, {same} the same, {differing} not; "
    "{taken} that we lack taken from the copy",
    "taken": "  taken: {nodes}",
    "unlisted": "  no list was found in the copy for {nodes}",
    "passages": "{found} of {total} shipped passages stand in the copy, to the character",
}
"""The lines of what a copy has, kind by kind."""

ANSWERS = {
    "no-home": "not attached: {reason}",
    "refused": "not attached: {reason}",
    "not-written": "not attached: {folder} cannot be written: {reason}",
    "attached": "kept in {folder}; internet-plus detach {source} takes it away",
    "detached": "detached the copy of {source}",
    "not-detached": "the copy of {source} cannot be taken away: {reason}",
    "none": "no copy of {source} is attached",
    "others": "; attached: {sources}",
    "no-source": "no source {source!r}{nearest}; internet-plus sources lists them",
}
"""What `attach` and `detach` answer."""
