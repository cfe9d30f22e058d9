"""The words of the view of agencies."""

from __future__ import annotations

ROLE_LETTERS = {"lead": "L", "joint_lead": "J", "member": "p", "responsible": "R"}
"""Role of a body to its letter in the table."""
AGENCY_SIGNS = "L leads  J leads jointly  p takes part  R responsible  ? the list is not known  blank: in no known list"
"""What the letters of the table mean."""
ACTION_COLUMNS = "{}: actions"
"""What the letters in the first columns are in: an action's list."""
GROUP_COLUMNS = "{}: groups of measures"
"""The same for the other columns."""
COLUMN_RANGE = "{} to {}"
"""First and last head of such columns."""
SORTED_BY = "{}. Sorted by {}; r changes that."
"""Below the table: the columns, and the order of the rows."""
OTHER_LISTS = "Named in other lists"
"""Heading of bodies that no column names."""
IN_NO_LIST = "in no list that is known"
"""Below a body that is alone in the view."""
LATER = "later {} {}"
"""A later name of a body, and since when."""
