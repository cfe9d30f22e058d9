"""Notes of a plan whose folder was moved or renamed.

The store identifies a plan by its folder. If the open plan has no notes, and there are notes of a folder that no longer
exists, with the same root and title and only entries that this plan has, then its notes and bookmarks are copied to the
open plan. They are copied and not moved because the folder may be on a removable disk. The old rows are marked
(`taken_by`); if the plan is moved back to the old folder, the newer rows are copied back. Version 0.1.0 stored no root
and title; for its plans only the entries are compared.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from plan_data.labels.saved import KEPT_ON, TAKEN_OVER
from plan_data.model.pair import Pair
from tui.userdata.store import NotRead, NotSaved, Store

if TYPE_CHECKING:
    from plan_data.model.plan import Plan

_KEPT = ("note", "bookmark", "state")


def take_over(store: Store, plan: Plan) -> Pair:
    """Copy the notes of a plan's former folder, and return a message about it; empty where none fits.

    If the store is read-only, or more than one former folder fits, nothing changes and the message names the folders.
    """
    if not store.plan or not store.keeps:
        return Pair()
    try:
        retired = _last_folder(store)
        if not retired and store.rows(
            "select 1 from note where plan = ? union all select 1 from bookmark where plan = ? limit 1",
            store.plan,
            store.plan,
        ):
            return Pair()
        fitting = [retired] if retired and is_gone(retired) else [] if retired else _fitting(store, plan)
    except NotRead:
        return Pair()
    if len(fitting) > 1:
        return KEPT_ON.format(folders=", ".join(fitting))
    try:
        if fitting:
            _take(store, fitting[0])
            return TAKEN_OVER.format(folder=fitting[0])
        if retired:
            with store.change() as database:
                database.execute("update plan set taken_by = '' where plan = ?", (store.plan,))
    except NotSaved:
        return KEPT_ON.format(folders=fitting[0]) if fitting else Pair()
    return Pair()


def remember(store: Store, plan: Plan) -> None:
    """Store the root and title of a plan, by which it is recognized after its folder was moved."""
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
    """Return the folders that no longer exist and have notes or bookmarks that were not copied.

    Raises:
        NotRead: The store cannot be read.
    """
    taken = {plan for plan, (_, _, by) in _known(store).items() if by}
    rows = store.rows("select plan from note union select plan from bookmark order by plan")
    return [plan for (plan,) in rows if plan not in ("", store.plan) and plan not in taken and is_gone(plan)]


def is_gone(folder: str) -> bool:
    """Return whether a folder does not exist, or is empty; False where that is unknown."""
    if "\\x" in folder:
        # A name that is not UTF-8 is stored escaped, so the folder cannot be looked up.
        return False
    try:
        with os.scandir(Path(folder)) as found:
            return next(found, None) is None
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False


def _known(store: Store) -> dict[str, tuple[str, str, str]]:
    """Return root, title and new folder of each stored plan, by its folder."""
    if not store.rows("select 1 from sqlite_master where type = 'table' and name = 'plan'"):
        return {}
    return {row[0]: (row[1], row[2], row[3]) for row in store.rows("select plan, root, title, taken_by from plan")}


def _last_folder(store: Store) -> str:
    """Return the folder to which the notes of this plan were copied last, or ""."""
    known = _known(store)
    folder, seen = "", {store.plan}
    while by := known.get(folder or store.plan, ("", "", ""))[2]:
        if by in seen:
            break
        seen.add(by)
        folder = by
    return folder


def _fitting(store: Store, plan: Plan) -> list[str]:
    """Return the folders whose notes fit this plan."""
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
