"""The signs and words of the program: none is of ambiguous width, and all signs have a twin in ASCII."""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from collections.abc import Iterator, Mapping
from types import ModuleType

import pytest

import plan_data.labels
from plan_data.labels.grades import GRADE_SIGNS
from plan_data.labels.signs import Sign
from plan_data.labels.timeline import EVENT_SIGNS

CONTENT = "“”‘’—…·"
"""Chinese punctuation of ambiguous width: how wide a terminal draws it, the setting `ambiguous` says."""
NAMES = [found.name for found in pkgutil.iter_modules(plan_data.labels.__path__, "plan_data.labels.")]
TABLES = [importlib.import_module(name) for name in NAMES]


def texts(value: object) -> Iterator[str]:
    """Yield all texts inside a value of a table, Chinese and English apart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in (*value.keys(), *value.values()):
            yield from texts(each)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from texts(each)
    elif type(value).__module__.startswith("plan_data.") and hasattr(value, "__dict__"):
        yield from texts(vars(value))


def is_chinese(text: str) -> bool:
    """Return whether a text is Chinese, or is the form of one: `“{title}”`."""
    return any(unicodedata.east_asian_width(sign) in "WF" for sign in text) or "“{" in text


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__.rpartition(".")[2])
def test_no_word_has_a_sign_of_ambiguous_width(table: ModuleType) -> None:
    for name, value in vars(table).items():
        if name.startswith("__"):
            continue
        for text in texts(value):
            allowed = CONTENT if is_chinese(text) else ""
            found = [sign for sign in text if unicodedata.east_asian_width(sign) == "A" and sign not in allowed]
            assert not found, (name, text)


def test_each_sign_is_a_cell_wide_and_has_a_twin_in_ascii() -> None:
    signs = {sign for table in TABLES for value in vars(table).values() for sign in signs_of(value)}
    assert len(signs) >= 10
    for sign in signs:
        assert len(sign.sign) == len(sign.ascii) == 1 and sign.ascii.isascii(), sign
        assert unicodedata.east_asian_width(sign.sign) in ("N", "Na"), sign
        # Neither a line, a block, an arrow nor an ellipsis.
        assert not "\u2190" <= sign.sign <= "\u21ff" and not "\u2500" <= sign.sign <= "\u259f", sign


def signs_of(value: object) -> Iterator[Sign]:
    """Yield the signs inside a value of a table."""
    if isinstance(value, Sign):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from signs_of(each)


def test_no_two_signs_that_stand_side_by_side_look_the_same() -> None:
    beside = [*GRADE_SIGNS.values(), *EVENT_SIGNS.values()]
    assert len({sign.sign for sign in beside}) == len({sign.ascii for sign in beside}) == len(beside)
