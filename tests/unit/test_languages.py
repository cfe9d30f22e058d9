"""Every word that the program itself says is in the tables of labels, in English and in Chinese."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import plan_data.labels
from plan_data.folders import SHIPPED
from plan_data.model.entities import Pair
from tests.output import run

ROOT = Path(__file__).parents[2]
MODULES = [module.name for module in pkgutil.iter_modules(plan_data.labels.__path__)]

IN_ENGLISH = {
    "command_line": {"CHECK", "FAULT"},  # findings of `check`, and a bug's one line
    "exports": {"FORMATS_HELP", "NO_READER"},  # `--help`, and a reason beside those of the system
    "clips": {"OF_A_COPY"},  # a citation, which is in English throughout
    "view_titles": {"VIEW_LABELS"},  # `--help`; the titles in it are pairs
    "saved": {"PAGES_DO_NOT_FIT"},  # a reason beside those of SQLite
    "kinds": {"PLURALS", "COUNTERS"},  # what only one of the languages has
    "evidence": {"COUNTERS"},
    "agencies": {"NUMBER_WORDS"},
    "deadlines": {"MONTHS"},
    "bars": {"LANGUAGE_LABELS"},  # languages, each by its own name
}
"""Table to what in it is in one language, with the reason."""
NO_WORDS = {
    "key_names": {"KEY_NAMES", "ARROWS", "SHORT_KEY_NAMES"},
    "boxes": {"QUITS", "PALETTE_GROUP_OF"},
    "agencies": {"ROLE_LETTERS"},
    "sources": {"DIGEST"},
}
"""Table to what in it are names of keys, ids and the like."""
EMPTY = {"FOUND_BY", "YEAR_LABELS", "TRANSLATION_LABELS", "WHERE_KEYS_WORK"}
"""Tables in which an entry may say nothing."""
WORD = re.compile(r"[A-Za-z]{2,}")


def texts(value: object) -> Iterator[Pair | str]:
    """Yield the texts in an entry of a table."""
    if isinstance(value, Pair | str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, tuple | list):
        fields = getattr(value, "_fields", ())
        # The group of a command is a key of a table, and a sign has no words.
        parts = [part for name, part in zip(fields, value, strict=True) if name != "group"] if fields else value
        for part in parts:
            yield from texts(part)


@pytest.mark.parametrize("module", MODULES)
def test_every_text_is_in_both_languages(module: str) -> None:
    exempt = IN_ENGLISH.get(module, set()) | NO_WORDS.get(module, set())
    for name, value in vars(importlib.import_module(f"plan_data.labels.{module}")).items():
        if name != name.upper() or name in exempt:
            continue
        for text in texts(value):
            if isinstance(text, Pair):
                assert all(text) or (name in EMPTY and not text), f"{module}.{name}: {text}"
                words = re.sub(r"{\w+}", "", text.en)
                assert text.en != text.zh or not WORD.search(words) or words == "Markdown", (name, text)
            else:
                assert not WORD.search(text), f"{module}.{name}: {text}"


def test_the_exceptions_exist() -> None:
    for table in (IN_ENGLISH, NO_WORDS):
        for module, names in table.items():
            assert names <= set(vars(importlib.import_module(f"plan_data.labels.{module}"))), module


SAYS = {"say", "alert", "notify", "Span", "text_block", "Block", "Static", "stop", "emit"}
"""Functions and classes whose arguments are shown on the screen or on a printed page."""
SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|[A-Z][a-z]{2,}")
"""Two words, or one that begins like a sentence: names of styles and ids are neither."""


def literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of each literal that is shown."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in SAYS:
            for part in (node for argument in call.args for node in ast.walk(argument)):
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and SENTENCE.search(part.value):
                    yield part.lineno, part.value


@pytest.mark.parametrize("folder", ["cli", "tui", "widgets", "plan_data"])
def test_no_text_stands_outside_the_tables(folder: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "labels" not in path.parts
        for line, text in literals(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


DATA = set(
    WORD.findall(" ".join(path.read_text(encoding="utf-8") for path in SHIPPED.rglob("*.yaml")).replace("\\n", " "))
)
"""All words of Latin letters in the plan: titles, names, quotes, addresses and ids that exist in English only."""
LEFT = {
    "internet",
    "plus",
    "attach",
    "enter",
    "esc",
    "tab",
    "space",
    "md",
    "html",
    "csv",
    "json",
    "bib",
    "csl",
    "export",
}
"""Words of the command line, and names of keys and formats."""


@pytest.mark.parametrize(
    "line",
    [
        *(f"show {id_}" for id_ in (
            "root 3 3.1 m1.1 tl.2015-07-04 tgt.ecommerce-2016 org.moa per.li-keqiang co.alibaba src.000 q.000.25 "
            "cf.ewto req.targets.2018.1 sup.sharing fu.ai bg.tourism"
        ).split()),
        "timeline", "agencies", "agencies moa", "targets", "conflicts", "evidence", "compare 3 8", "compare 3 m1.1",
        "tree", "sources", "glossary", "find 农业", "find 智能", "quotes 3.1", "notes", "show 智能", "show 无此条目",
        "find 无此条目", "quotes m7.1",
    ],
)  # fmt: skip
def test_in_chinese_no_english_label_is_printed(line: str) -> None:
    printed = run(*line.split(), "--lang", "zh")
    words = {word for word in WORD.findall(printed.stdout + printed.stderr) if word not in DATA}
    assert words - LEFT == set()
    assert "Traceback" not in printed.stderr


LABELS = re.compile(
    r"(?i)responsible|unchecked|weakest|none of its|no date|no source|(^|  )(lead|leads|with|targets|tasks)  "
)
"""English labels whose words occur in the plan's own texts too."""


@pytest.mark.parametrize(
    "line", ["show 3", "show 8.1", "show m1.1", "timeline", "agencies", "targets", "evidence", "compare 3 8"]
)
def test_no_english_label_hides_among_the_words_of_the_plan(line: str) -> None:
    assert [row for row in run(*line.split(), "--lang", "zh").stdout.split("\n") if LABELS.search(row)] == []
