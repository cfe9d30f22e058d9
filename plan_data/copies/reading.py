"""Reads a saved file as a copy of a source: line by line, or with the lines of wrapped paragraphs joined."""

from __future__ import annotations

import hashlib
from datetime import date

from plan_data.copies.chinese_script import is_traditional, simplified
from plan_data.copies.document_text import CopyText, SavedFile
from plan_data.copies.recognised_copy import Copy, RecognisedCopy
from plan_data.errors import Refused
from plan_data.folders import path_text
from plan_data.model.entities import CopyFacts
from plan_data.model.plan import Plan
from plan_data.text.folding import heading_words


def read_as(plan: Plan, source: str, data: bytes, name: str, charset: str = "") -> RecognisedCopy:
    """Return what of a source stands in a saved file, in the reading that finds more of it.

    Each line is a paragraph, unless more is found with lines joined. What was found may be too little (see `accept`).

    Args:
        plan: The plan.
        source: Id of the source.
        data: The file's bytes.
        name: Its name, or the address that it was fetched from.
        charset: The charset with which a server sent it; "" where none did.

    Raises:
        Refused: It is no text, or the plan has no such source.
    """
    file = SavedFile(data, name, charset)
    digest = hashlib.sha256(data).hexdigest()

    def recognised(text: CopyText) -> RecognisedCopy:
        traditional = is_traditional(text.paragraphs)
        plain = simplified(text.paragraphs) if traditional else text.paragraphs
        script = ("traditional" if traditional else "simplified") if _is_chinese(text.paragraphs) else ""
        facts = CopyFacts(path_text(name), digest, text.form, text.encoding, script, date.today().isoformat())
        return RecognisedCopy(plan, Copy(source, facts, text.paragraphs, plain, text.blocks))

    text = file.as_it_is()
    lines = recognised(text)
    if lines.count == lines.most:
        return lines
    joined = file.joined([heading_words(node.title.zh) for node in lines.nodes])
    if joined.paragraphs == text.paragraphs:
        return lines
    other = recognised(joined)
    return other if other.count > lines.count and (_is_accepted(other) or not _is_accepted(lines)) else lines


def _is_accepted(recognised: RecognisedCopy) -> bool:
    try:
        recognised.accept()
    except Refused:
        return False
    return True


def _is_chinese(lines: tuple[str, ...]) -> bool:
    text = "".join(lines)
    return sum("\u4e00" <= letter <= "\u9fff" for letter in text) * 3 > len(text)
