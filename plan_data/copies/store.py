"""The store of attached copies: a folder in the reader's data folder, with a folder for each source.

Each has the file as it was given or fetched, and its paragraphs as plain lines, which are read when the plan is opened.
It also has a record of where it came from, and how it differs from the copy that it replaced. A folder that cannot be
read is reported and left as it is; it is never fatal.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from plan_data.copies.changes import replaced
from plan_data.copies.merge import MergedCopy
from plan_data.copies.opening import attached_sources
from plan_data.copies.reading import read_as
from plan_data.copies.recognised_copy import Copy, RecognisedCopy
from plan_data.errors import ReasonedError, Refused
from plan_data.labels.attachments import UNREADABLE
from plan_data.loading.yaml_events import read_bytes
from plan_data.model.anchors import paragraphs
from plan_data.model.copy_report import Change, Replaced
from plan_data.model.entities import CopyFacts
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan

if TYPE_CHECKING:
    from plan_data.copies.page_request import Page

SCHEMA = 1
"""Version of the record."""
REPLACED = "replaced.json"
"""Name of the file on the copy that a copy replaced."""


class Unreadable(ReasonedError):
    """A copy in the store that cannot be opened."""


class CopyStore:
    """The copies in a folder, one a source."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is created with the first copy."""
        self.folder = folder

    def sources(self) -> list[str]:
        """Return the ids of the sources that have a copy."""
        return attached_sources(self.folder)

    def attach(self, plan: Plan, source: str, file: Path, max_bytes: int) -> MergedCopy:
        """Read a file, recognise it as a copy of a source, and store it in place of an earlier one.

        Raises:
            Refused: It is no copy of that source.
            FormError: It cannot be read.
            OSError: It cannot be stored.
        """
        data = read_bytes(file, file.name, max_bytes)
        merged = self.recognise(plan, source, file.name, data)
        self.store(merged, data)
        return merged

    def recognise(self, plan: Plan, source: str, name: str, data: bytes, charset: str = "") -> MergedCopy:
        """Recognise a text as a copy of a source, and compare it with the one that it would replace. Stores nothing.

        Args:
            plan: The plan, without any copies.
            source: Id of the source.
            name: Name of the file, or the address that it was fetched from.
            data: The file.
            charset: The charset with which a server sent it; "" where none did.

        Raises:
            Refused: It is no copy of that source.
        """
        recognised = read_as(plan, source, data, name, charset)
        recognised.accept()
        earlier = self._earlier(plan, source)
        replaces = replaced(earlier, recognised) if earlier else None
        return MergedCopy(plan, recognised.copy._replace(replaced=replaces), recognised)

    def recognise_page(self, plan: Plan, source: str, page: Page) -> MergedCopy:
        """Recognise a page that was fetched; the same as `recognise`, with a reason of its own for a login page."""
        from plan_data.copies.page_address import harmless, host_of
        from plan_data.copies.page_body import asks_password

        try:
            return self.recognise(plan, source, page.address, page.data, page.charset)
        except Refused:
            if asks_password(page.data):
                raise Refused("page-password", host=harmless(host_of(page.address))) from None
            raise

    def _earlier(self, plan: Plan, source: str) -> RecognisedCopy | None:
        """Return the copy of a source that is there already; None where there is none that can be used."""
        found = self._copy(source) if source in self.sources() else None
        if not isinstance(found, Copy):
            return None
        earlier = RecognisedCopy(plan, found)
        with suppress(Refused):
            earlier.accept()
            return earlier
        return None

    def store(self, merged: MergedCopy, data: bytes) -> None:
        """Store a copy, and the file that it was read from, in place of an earlier one.

        Raises:
            OSError: It cannot be stored; the earlier one is still there.
        """
        copy = merged.copy
        self.folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            (made / "original").write_bytes(data)
            _write(made / "text", "\n\n".join(copy.blocks))
            if copy.simplified is not copy.paragraphs:
                _write(made / "simplified", "\n".join(copy.simplified))
            if copy.replaced is not None:
                _write(made / REPLACED, json.dumps(copy.replaced, ensure_ascii=False))
            _write(made / "record.json", json.dumps({"schema": SCHEMA, **copy.facts._asdict()}, ensure_ascii=False))
            self._replace(made, copy.source)
        except OSError:
            shutil.rmtree(made, ignore_errors=True)
            raise

    def _replace(self, made: Path, source: str) -> None:
        """Replace an earlier copy by a new folder; where that fails the earlier one stays."""
        target, old = self.folder / source, self.folder / f".old-{source}"
        _clear(old)
        if target.exists():
            os.replace(target, old)
        try:
            os.replace(made, target)
        except OSError:
            if old.exists():
                os.replace(old, target)
            raise
        _clear(old)

    def remove(self, source: str) -> bool:
        """Remove the copy of a source; return whether there was one."""
        if source not in self.sources():
            return False
        shutil.rmtree(self.folder / source)
        return True

    def copies(self) -> Iterator[Copy | Pair]:
        """Yield the copies; for one that cannot be read, a message."""
        return map(self._copy, self.sources())

    def _copy(self, source: str) -> Copy | Pair:
        """Return a copy; a message where it cannot be read."""
        target = self.folder / source
        try:
            facts = _facts((target / "record.json").read_text(encoding="utf-8"))
            text = (target / "text").read_text(encoding="utf-8")
            lines = tuple(line.strip() for line in text.split("\n") if line.strip())
            plain = lines
            if (target / "simplified").exists():
                plain = tuple((target / "simplified").read_text(encoding="utf-8").split("\n"))
            if [len(line) for line in plain] != [len(line) for line in lines]:
                raise Unreadable(UNREADABLE["scripts"])
            return Copy(source, facts, lines, plain, tuple(paragraphs(text)), _replaced(target / REPLACED))
        except Unreadable as error:
            return UNREADABLE["copy"].format(source=source, error=error.why)
        except (OSError, ValueError, RecursionError) as error:
            return UNREADABLE["copy"].format(source=source, error=error)


def _replaced(path: Path) -> Replaced | None:
    """Read what a copy replaced; None where it was the first one, or where that cannot be read: it is no evidence."""
    try:
        name, attached, changes = json.loads(path.read_text(encoding="utf-8"))
        found = Replaced(name, attached, tuple(Change(*change) for change in changes))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    texts = (found.name, found.attached, *(text for change in found.changes for text in change))
    return found if all(isinstance(text, str) for text in texts) else None


def _facts(text: str) -> CopyFacts:
    """Read a record; raises Unreadable where it is damaged or of another version, ValueError where it is no JSON."""
    record = json.loads(text)
    if not isinstance(record, dict) or record.pop("schema", None) != SCHEMA:
        raise Unreadable(UNREADABLE["version"])
    if set(record) != set(CopyFacts._fields) or not all(isinstance(value, str) for value in record.values()):
        raise Unreadable(UNREADABLE["record"])
    return CopyFacts(**record)


def _clear(path: Path) -> None:
    """Remove a file or folder that is in the way."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
