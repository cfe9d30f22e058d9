"""Notes of a plan whose folder was moved or renamed: they are found by what the plan is.

The store knows a plan by its folder. Where nothing is kept on the plan that is opened, but on one whose folder is gone,
with the same root and title and with all that is noted in it, its notes and bookmarks are taken over. They are copied:
the folder may have been on a stick, and come back. The old ones then stand aside (`taken_by`), and where the plan is
moved back to its old folder, the newer ones go before them. Version 0.1.0 wrote no root and title; of its plans only
what is noted is looked at.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from plan_data.labels.saved import KEPT_ON, TAKEN_OVER
from tui.userdata.store import NotRead, NotSaved, Store

if TYPE_CHECKING:
    from plan_data.model.plan import Plan

_KEPT = ("note", "bookmark", "state")


def take_over(store: Store, plan: Plan) -> str:
    """Find what is kept on a plan under its former folder and take it over; return what to say of it, or "".

    Where it cannot be written, or more than one former plan fits, nothing changes, and it is said where to look.
    """
    if not store.plan or not store.keeps:
        return ""
    try:
        retired = _last_folder(store)
        if not retired and store.rows(
            "select 1 from note where plan = ? union all select 1 from bookmark where plan = ? limit 1",
            store.plan,
            store.plan,
        ):
            return ""
        fitting = [retired] if retired and is_gone(retired) else [] if retired else _fitting(store, plan)
    except NotRead:
        return ""
    if len(fitting) > 1:
        return KEPT_ON.format(folders=" and ".join(fitting))
    try:
        if fitting:
            _take(store, fitting[0])
            return TAKEN_OVER.format(folder=fitting[0])
        if retired:
            with store.change() as database:
                database.execute("update plan set taken_by = '' where plan = ?", (store.plan,))
    except NotSaved:
        return KEPT_ON.format(folders=fitting[0]) if fitting else ""
    return ""


def remember(store: Store, plan: Plan) -> None:
    """Write down what a plan is, so that it is known again when its folder was moved."""
    if not store.plan or not store.keeps:
        return
    now = (plan.root.id, plan.root.title.pick("both"))
    try:
        if _known(store).get(store.plan, ("", "", ""))[:2] == now:
            return
        with store.change() as database:
            database.execute(
                "insert into plan (plan, root, title) values (?, ?, ?) "
                "on conflict (plan) do update set root = excluded.root, title = excluded.title",
                (store.plan, *now),
            )
    except (NotRead, NotSaved):
        return


def gone_plans(store: Store) -> list[str]:
    """Return the folders, no longer there, on whose plans something is kept that was not taken over.

    Raises:
        NotRead: The store cannot be read.
    """
    taken = {plan for plan, (_, _, by) in _known(store).items() if by}
    rows = store.rows("select plan from note union select plan from bookmark order by plan")
    return [plan for (plan,) in rows if plan not in ("", store.plan) and plan not in taken and is_gone(plan)]


def is_gone(folder: str) -> bool:
    """Return whether a folder is not there any more, or is empty; False where that cannot be said."""
    if "\\x" in folder:
        # A name that is not UTF-8 is kept written out: it cannot be looked for.
        return False
    try:
        with os.scandir(Path(folder)) as found:
            return next(found, None) is None
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False


def _known(store: Store) -> dict[str, tuple[str, str, str]]:
    """Return root, title and new folder of each plan that was written down."""
    if not store.rows("select 1 from sqlite_master where type = 'table' and name = 'plan'"):
        return {}
    return {row[0]: (row[1], row[2], row[3]) for row in store.rows("select plan, root, title, taken_by from plan")}


def _last_folder(store: Store) -> str:
    """Return the folder under which the notes of this plan went on after it was open here, or ""."""
    known = _known(store)
    folder, seen = "", {store.plan}
    while by := known.get(folder or store.plan, ("", "", ""))[2]:
        if by in seen:
            break
        seen.add(by)
        folder = by
    return folder


def _fitting(store: Store, plan: Plan) -> list[str]:
    """Return the former folders that this plan may have had."""
    noted: dict[str, list[str]] = {}
    for folder, id_ in store.rows("select plan, id from note union select plan, id from bookmark order by plan"):
        noted.setdefault(folder, []).append(id_)
    now = (plan.root.id, plan.root.title.pick("both"))
    known = _known(store)
    found = []
    for folder, ids in noted.items():
        there = [plan.get(id_) is not None for id_ in ids]
        fits = known[folder] == (*now, "") and any(there) if folder in known else all(there)
        if fits and folder not in ("", store.plan) and is_gone(folder):
            found.append(folder)
    return found


def _take(store: Store, folder: str) -> None:
    with store.change() as database:
        database.execute(
            "insert or ignore into plan (plan, root, title) select ?, root, title from plan where plan = ?",
            (store.plan, folder),
        )
        for table in _KEPT:
            names = [row[1] for row in database.execute(f"pragma table_info({table})")]
            others = ", ".join(name for name in names if name != "plan")
            if table != "state":
                database.execute(f"delete from {table} where plan = ?", (store.plan,))
            database.execute(
                f"insert or replace into {table} (plan, {others}) select ?, {others} from {table} where plan = ?",
                (store.plan, folder),
            )
        database.execute(
            "insert into plan (plan, root, title, taken_by) values (?, '', '', ?) "
            "on conflict (plan) do update set taken_by = excluded.taken_by",
            (folder, store.plan),
        )
        database.execute("update plan set taken_by = '' where plan = ?", (store.plan,))
