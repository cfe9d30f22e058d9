"""The store of attached copies: a folder in the reader's data folder, with a folder for each source.

Each has the file as it was given, its paragraphs as plain lines, which are read when the plan is opened, and a record
of where it came from. A folder that cannot be read is reported and left as it is; it is never fatal.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plan_data.copies.merge import MergedCopy
from plan_data.copies.opening import attached_sources
from plan_data.copies.reading import read_as
from plan_data.copies.recognised_copy import Copy
from plan_data.errors import ReasonedError
from plan_data.labels.attachments import UNREADABLE
from plan_data.loading.yaml_events import read_bytes
from plan_data.model.anchors import paragraphs
from plan_data.model.entities import CopyFacts
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan

SCHEMA = 1
"""Version of the record."""


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
        recognised = read_as(plan, source, data, file.name)
        copy = recognised.copy
        merged = MergedCopy(plan, copy, recognised)
        self.folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            (made / "original").write_bytes(data)
            _write(made / "text", "\n\n".join(copy.blocks))
            if copy.simplified is not copy.paragraphs:
                _write(made / "simplified", "\n".join(copy.simplified))
            _write(made / "record.json", json.dumps({"schema": SCHEMA, **copy.facts._asdict()}, ensure_ascii=False))
            self._replace(made, source)
        except OSError:
            shutil.rmtree(made, ignore_errors=True)
            raise
        return merged

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
        for source in self.sources():
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
                yield Copy(source, facts, lines, plain, tuple(paragraphs(text)))
            except Unreadable as error:
                yield UNREADABLE["copy"].format(source=source, error=error.why)
            except (OSError, ValueError, RecursionError) as error:
                yield UNREADABLE["copy"].format(source=source, error=error)


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
