"""What the main screen answers to keys, and what it says of its own accord."""

from __future__ import annotations

# Moving and finding.
GONE_ID = "{id} is not in this plan any more."
NO_EARLIER = "No earlier place."
NO_LATER = "No later place."
NOT_FOUND_HERE = "Not found here."
NO_SEARCH = "No search yet: press f."

# Views and the filter of the outline.
MARKED = "Marked. Go to another node and press = again."
NOT_MARKED = "No node is marked any more."
SORTED = "Sorted by {order}."
ALL_STATED = "Every entry has a quote that states it."
FILTER_LIFTED = "The entry has a quote that states it: the filter is lifted."

# Reading the plan again.
RELOADED = "Reloaded."
RELOAD_LEFT = "Not read again, the plan stays as it was."
ENTRY_GONE = "The entry that you read is gone."
QUOTE_GONE = "The quote that was lit is gone."
COMPARED_GONE = "An entry that you compared is gone."
MARKED_GONE = "The entry that you marked is gone."

# Sources and addresses.
NO_SHIPPED_SOURCE = "No shipped source quotes this."
OPENS_OFFICIAL = " o opens the official page."
OPENS_WHERE_SEEN = " o opens where it was seen."
FIRST_QUOTE = "The first quote."
LAST_QUOTE = "The last quote."
PASSAGE_WITHOUT_ENTRY = "This passage supports no entry."
NO_ADDRESS = "No address is known for this source."
OPENED = "Opened {address}"
ADDRESS_COPIED = "{why} Sent to your clipboard: {address}"

# Copying and exporting.
COPIED = "Sent to your clipboard, {what}: {text}"
NOTHING_TO_COPY = "Nothing to copy: no {what} here."
NOTHING_TO_EXPORT = "Nothing to export here."
LEFT_OUT = "Left out, not in this plan any more: {ids}"

# Bookmarks and notes.
NOT_KEPT = "{problem}. Notes and bookmarks are not saved."
BOOKMARKED = "Bookmarked: {title}"
UNBOOKMARKED = "Bookmark taken away: {title}"
SAVED_LATER = "; not saved yet: another program is writing"
NO_BOOKMARK = "No bookmark set: {why}"
BOOKMARKS_SAVED = "The bookmarks are saved."
NO_NOTES = "No notes: {why}"
NOTE_OFFERED = "No note on {title}. Enter writes one, escape leaves."
NOTE_UNSAVED = "The note on {title} is not saved: {why}. It is tried again; i shows it."
NOTE_MERGED = "The note on {title} was changed elsewhere too: both texts are kept."
NOTE_SAVED = "Saved: the note on {title}."
NOTE_LOST = "The note on {title} ({id}) could not be saved: {why}. It reads:\n{text}"
