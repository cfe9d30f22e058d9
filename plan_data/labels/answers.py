"""The answers of the main screen to keys, and its messages after a start or a reload."""

from __future__ import annotations

from plan_data.model.entities import Pair

# Moving and finding.
GONE_ID = "{id} is not in this plan any more."
"""For an entry that is opened and that the plan no longer has."""
NO_EARLIER = "No earlier place."
"""To `[` at the oldest location."""
NO_LATER = "No later place."
"""To `]` at the newest one."""
NOT_FOUND_HERE = "Not found here."
"""To `n` and `N` where the pane has no match."""
NO_SEARCH = "No search yet: press f."
"""To `n` and `N` before the first search."""

# Panes.
ONE_PANE = "This window shows one pane at a time."
"""To a key that collapses or resizes panes, where one pane fills the window."""
LAST_PANE = "The last open pane stays open."
"""To `-` on the only open pane, and to the keys that resize it."""
VIEW_STAYS = Pair("A view stays open until Escape closes it.", "视图不能收起，按 Esc 关闭。")
"""To `-` in a view that has the card of its row beside it."""
NOTHING_COLLAPSED = "No pane is collapsed."
"""To `+` where none is."""

# Views and the filter of the outline.
MARKED = "Marked. Go to another node and press = again."
"""To the first `=` of a comparison."""
NOT_MARKED = "No node is marked any more."
"""To a second `=` on the same node."""
SORTED = {
    "weight": Pair("Bodies by number of roles.", "部门按职责多少排列。"),
    "name": Pair("Bodies by name.", "部门按名称排列。"),
    "english": Pair("Terms in the order of the English alphabet.", "术语按英文字母排列。"),
    "pinyin": Pair("Terms in the order of pinyin.", "术语按拼音排列。"),
}
"""To `r`: how the bodies in the view of agencies or the terms of the glossary are sorted now."""
ALL_STATED = "Every entry has a quote that states it."
"""To `U` where nothing is left to show."""
FILTER_LIFTED = "The entry has a quote that states it: the filter is lifted."
"""When one goes to an entry that the filter of `U` hides."""

# Reading the plan again.
RELOADED = "The plan was read again: {n} entries."
"""After a reload."""
RELOAD_LEFT = "Not read again, the plan stays as it was."
"""After Escape during a reload."""
ENTRY_GONE = "The entry that you read is gone."
"""After a reload: the node on the card is no longer in the plan."""
QUOTE_GONE = "The quote that was lit is gone."
"""After a reload: the same of the quote in the source pane."""
COMPARED_GONE = "An entry that you compared is gone."
"""After a reload: the same of a side of the comparison."""
MARKED_GONE = "The entry that you marked is gone."
"""After a reload: the same of the node marked with `=`."""

# Sources and addresses.
NO_SHIPPED_SOURCE = "No shipped source quotes this."
"""To `s` on an entry without a quote."""
OPENS_OFFICIAL = " o opens the official page."
"""Behind it, where a heading of the official page is known."""
OPENS_WHERE_SEEN = " o opens where it was seen."
"""Behind it, where another page is known."""
FIRST_QUOTE = "The first quote."
"""To `,` on the first quote."""
LAST_QUOTE = "The last quote."
"""To `.` on the last quote."""
PASSAGE_WITHOUT_ENTRY = "This passage supports no entry."
"""To Enter on a passage that supports nothing."""
NO_ADDRESS = "No address is known for this source."
"""To `o` on a source without an address."""
OPENED = "Opened {address}"
"""To `o`, where a browser took the address."""
NO_WEB_ADDRESS = "Only http and https addresses are opened."
"""To `o`: why an address is not opened; the next three likewise."""
NO_BROWSER = "No browser here."
"""There is none."""
BROWSERS_FAILED = "No browser could be opened ({failed})."
"""All that were tried failed, each with its reason."""
TEXT_BROWSER = "{name} needs the terminal, and is not opened over this screen."
"""The only one is a browser for terminals."""
ADDRESS_COPIED = "{why} Sent to your clipboard: {address}"
"""To `o`, where none did; `why` is a sentence."""

# Copying and exporting.
COPIED = "Sent to your clipboard, {what}: {text}"
"""After a copy; `what` is a name of `CLIP_LABELS`."""
NOTHING_TO_COPY = "Nothing to copy: no {what} here."
"""To a letter of the copy menu that does not fit."""
NOTHING_TO_EXPORT = "Nothing to export here."
"""To `E` in a view without entries."""
LEFT_OUT = "Left out, not in this plan any more: {ids}"
"""When bookmarks are exported of which the plan lacks some."""

# Bookmarks and notes.
NOT_KEPT = "{problem}. Notes and bookmarks are not saved."
"""At the start, where notes.db cannot be used."""
BOOKMARKED = "Bookmarked: {title}"
"""To `m`."""
UNBOOKMARKED = "Bookmark taken away: {title}"
"""To a second `m`."""
SAVED_LATER = "; not saved yet: another program is writing"
"""Behind the two, while another program has notes.db locked."""
NO_BOOKMARK = "No bookmark set: {why}"
"""To `m`, where saving failed."""
BOOKMARKS_SAVED = "The bookmarks are saved."
"""When such a lock is gone."""
NO_NOTES = "No notes: {why}"
"""To `i`, where notes cannot be read."""
NOTE_OFFERED = "No note on {title}. Enter writes one, esc closes."
"""To `i` on an entry without a note."""
NOTE_UNSAVED = "The note on {title} is not saved: {why}. It is tried again; i shows it."
"""After a note was closed that could not be saved."""
NOTE_MERGED = "The note on {title} was changed elsewhere too: both texts are kept."
"""After a later attempt to save it, where the note was changed elsewhere."""
NOTE_SAVED = "Saved: the note on {title}."
"""After a later attempt that succeeded."""
NOTE_LOST = "The note on {title} ({id}) could not be saved: {why}. It reads:\n{text}"
"""On stderr at the end of the program, where none did."""
