"""Where attached copies are kept: a folder in the reader's data folder, one folder a source, never the package.

Beside the file as it was given lie its paragraphs, so that opening the plan reads plain lines only, and a record of
where it came from. A folder that cannot be read is left alone and named; it is never fatal.
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
from typing import TYPE_CHECKING

from plan_data.anchoring import paragraphs
from plan_data.folders import copies_folder
from plan_data.loader import load
from plan_data.model import Plan
from plan_data.parts import CopyFacts
from plan_data.reader import read_bytes

if TYPE_CHECKING:
    from plan_data.copies.overlay import Copy, Laid

SCHEMA = 1
"""Version of the record."""


class Shelf:
    """The copies in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first copy is put there."""
        self.folder = folder

    def sources(self) -> list[str]:
        """Return the ids of the sources that a copy is attached to."""
        try:
            names = sorted(entry.name for entry in self.folder.iterdir() if (entry / "record.json").is_file())
        except OSError:
            return []
        return [name for name in names if not name.startswith(".")]

    def put(self, plan: Plan, source: str, file: Path, max_bytes: int) -> Laid:
        """Read a file, recognise it as a copy of a source, and keep it; an earlier copy of that source gives way.

        Raises:
            Refused: It is no copy of that source.
            FormError: It cannot be read.
            OSError: It cannot be kept.
        """
        from plan_data.copies.overlay import Copy, lay
        from plan_data.copies.script import is_traditional, simplified
        from plan_data.copies.text import read_copy

        data = read_bytes(file, file.name, max_bytes)
        text = read_copy(data, file.name)
        traditional = is_traditional(text.paragraphs)
        plain = simplified(text.paragraphs) if traditional else text.paragraphs
        facts = CopyFacts(
            file.name,
            hashlib.sha256(data).hexdigest(),
            text.form,
            text.encoding,
            ("traditional" if traditional else "simplified") if _is_chinese(text.paragraphs) else "",
            date.today().isoformat(),
        )
        laid = lay(plan, Copy(source, facts, text.paragraphs, plain, text.blocks))
        self.folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            (made / "original").write_bytes(data)
            _write(made / "text", "\n\n".join(text.blocks))
            if traditional:
                _write(made / "simplified", "\n".join(plain))
            _write(made / "record.json", json.dumps({"schema": SCHEMA, **facts._asdict()}, ensure_ascii=False))
            self._set_in_place(made, source)
        except OSError:
            shutil.rmtree(made, ignore_errors=True)
            raise
        return laid

    def _set_in_place(self, made: Path, source: str) -> None:
        """Let a new folder take the place of an earlier copy, which is there until the new one is."""
        place, old = self.folder / source, self.folder / f".old-{source}"
        shutil.rmtree(old, ignore_errors=True)
        if place.exists():
            os.replace(place, old)
        os.replace(made, place)
        shutil.rmtree(old, ignore_errors=True)

    def remove(self, source: str) -> bool:
        """Take the copy of a source away; return whether there was one."""
        place = self.folder / source
        if source != Path(source).name or not place.is_dir():
            return False
        shutil.rmtree(place)
        return True

    def copies(self) -> Iterator[Copy | str]:
        """Yield the copies; for one that cannot be read, a sentence that says so."""
        for source in self.sources():
            from plan_data.copies.overlay import Copy

            place = self.folder / source
            try:
                record = json.loads((place / "record.json").read_text(encoding="utf-8"))
                if record.pop("schema") != SCHEMA:
                    raise ValueError("it was written by another version")
                text = (place / "text").read_text(encoding="utf-8")
                lines = tuple(line.strip() for line in text.split("\n") if line.strip())
                plain = lines
                if (place / "simplified").exists():
                    plain = tuple((place / "simplified").read_text(encoding="utf-8").split("\n"))
                if [len(line) for line in plain] != [len(line) for line in lines]:
                    raise ValueError("its two scripts do not fit together")
                yield Copy(source, CopyFacts(**record), lines, plain, tuple(paragraphs(text)))
            except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
                yield f"the attached copy of {source} cannot be read: {error}"


def load_with_copies(folder: Path, *, max_bytes: int, shelf: Path | None = None) -> tuple[Plan, list[str]]:
    """Read a plan and lay all attached copies of its sources over it.

    Args:
        folder: The plan's folder.
        max_bytes: Cap on the size of each file.
        shelf: The folder of the copies; None for the reader's own.

    Returns:
        The plan, and what went wrong with a copy, a sentence each: a copy is never fatal.

    Raises:
        FormError: A file of the plan cannot be read.
        PlanError: The plan has errors.
    """
    plan = load(folder, max_bytes=max_bytes)
    told: list[str] = []
    for copy in Shelf(shelf or copies_folder()).copies():
        if isinstance(copy, str):
            told.append(copy)
        elif copy.source in plan.sources:
            from plan_data.copies.overlay import lay
            from plan_data.copies.refusal import Refused

            try:
                plan = lay(plan, copy).plan
            except Refused as refused:
                told.append(f"the attached copy of {copy.source} is left out: {refused}")
    return plan, told


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _is_chinese(lines: tuple[str, ...]) -> bool:
    text = "".join(lines)
    return sum("\u4e00" <= letter <= "\u9fff" for letter in text) * 3 > len(text)
