"""The store of attached copies: a folder in the reader's data folder, with a folder for each source.

Each has the file as it was given or fetched, and its paragraphs as plain lines, which are read when the plan is opened.
It also has a record of where it came from, and how it differs from the copy that it replaced. A folder that cannot be
read is reported and left as it is; it is never fatal.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plan_data.copies.changes import replaced
from plan_data.copies.chinese_script import is_traditional, simplified
from plan_data.copies.document_text import read_copy
from plan_data.copies.merge import Copy, MergedCopy
from plan_data.copies.opening import attached_sources
from plan_data.errors import ReasonedError, Refused
from plan_data.folders import path_text
from plan_data.labels.attachments import UNREADABLE
from plan_data.loading.yaml_events import read_bytes
from plan_data.model.anchors import paragraphs
from plan_data.model.copy_report import Change, Replaced
from plan_data.model.entities import CopyFacts
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan

SCHEMA = 1
"""Version of the record."""
REPLACED = "replaced.json"
"""Name of the file on the copy that a copy replaced."""


class Unreadable(ReasonedError):
    """A copy in the store that cannot be opened."""


class Recognised(NamedTuple):
    """A text that was recognised as a copy of a source, and is not stored yet."""

    data: bytes
    """The file as it was given or fetched."""
    copy: Copy
    """What was read from it."""
    merged: MergedCopy
    """The plan with the copy, and the report on it."""


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
        recognised = self.recognise(plan, source, file.name, read_bytes(file, file.name, max_bytes))
        self.store(recognised)
        return recognised.merged

    def recognise(self, plan: Plan, source: str, name: str, data: bytes, charset: str = "") -> Recognised:
        """Recognise a text as a copy of a source, and compare it with the one that it would replace. Stores nothing.

        Args:
            plan: The plan, without any copies.
            source: Id of the source.
            name: Name of the file, or the address that it was fetched from.
            data: The file.
            charset: The encoding that came with it; "" where none did.

        Raises:
            Refused: It is no copy of that source.
        """
        text = read_copy(data, name, charset)
        traditional = is_traditional(text.paragraphs)
        plain = simplified(text.paragraphs) if traditional else text.paragraphs
        facts = CopyFacts(
            path_text(name),
            hashlib.sha256(data).hexdigest(),
            text.form,
            text.encoding,
            ("traditional" if traditional else "simplified") if _is_chinese(text.paragraphs) else "",
            date.today().isoformat(),
        )
        copy = Copy(source, facts, text.paragraphs, plain, text.blocks)
        merged = MergedCopy(plan, copy)
        if earlier := self._earlier(plan, source):
            copy = copy._replace(replaced=replaced(*earlier, merged))
            merged = MergedCopy(plan, copy)
        return Recognised(data, copy, merged)

    def _earlier(self, plan: Plan, source: str) -> tuple[Copy, MergedCopy] | None:
        """Return the copy of a source that is there already; None where there is none that can be read."""
        if source not in self.sources():
            return None
        found = self._copy(source)
        if isinstance(found, Pair):
            return None
        try:
            return found, MergedCopy(plan, found)
        except Refused:
            return None

    def store(self, recognised: Recognised) -> None:
        """Store a copy in place of an earlier one; raises OSError where it cannot be stored, and changes nothing."""
        copy = recognised.copy
        self.folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            (made / "original").write_bytes(recognised.data)
            _write(made / "text", "\n\n".join(copy.blocks))
            if copy.simplified != copy.paragraphs:
                _write(made / "simplified", "\n".join(copy.simplified))
            if copy.replaced is not None:
                _write(made / REPLACED, json.dumps(copy.replaced, ensure_ascii=False))
            record = {"schema": SCHEMA, **copy.facts._asdict()}
            _write(made / "record.json", json.dumps(record, ensure_ascii=False))
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


def _is_chinese(lines: tuple[str, ...]) -> bool:
    text = "".join(lines)
    return sum("\u4e00" <= letter <= "\u9fff" for letter in text) * 3 > len(text)
