"""Every word that the program itself says is in the tables of labels, in English and in Chinese."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import plan_data.labels
from plan_data.folders import data_folder
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from tests.chinese import CHINESE, LATIN, left_over, texts_in_chinese
from tests.made_up_copy import DOCUMENT, MadeUp
from tests.output import run
from tests.terminal import ROOT
from tui.userdata.store import Store

# The tables.

TABLES = [found.name for found in pkgutil.iter_modules(plan_data.labels.__path__)]
ENGLISH = {
    "command_line.CHECK": "findings of `check`",
    "command_line.FAULT": "a bug's one line",
    "command_line.EMPTY": "a wrong command line, below click's usage",
    "command_line.NOT_ALONE": "a wrong command line, below click's usage",
    "command_line.UNKNOWN_COMMAND": "a wrong command line, below click's usage",
    "command_line.WRONG_ATTACH": "a wrong command line, below click's usage",
    "command_line.WRONG_EXPORT": "a wrong command line, below click's usage",
    "exports.FORMATS_HELP": "`--help`",
    "fetch.YES": "what readers type",
    "view_titles.VIEW_LABELS": "`--help`; the titles in it are pairs",
    "kinds.PLURALS": "Chinese has no plural",
    "agencies.NUMBER_WORDS": "Chinese writes digits",
    "deadlines.MONTHS": "Chinese writes digits",
}
"""Text to why it is in English only."""
OTHERWISE = {
    "saved.ALSO_WRITTEN": "in both languages at once, in a file that two programs share",
    "bars.LANGUAGE_LABELS": "each language by its own name",
    "kinds.COUNTERS": "only Chinese has measure words",
    "key_names.KEY_NAMES": "names of keys",
    "key_names.ARROWS": "names of keys",
    "key_names.SHORT_KEY_NAMES": "names of keys",
    "key_names.DIGITS": "names of keys",
    "boxes.QUITS": "commands of vi",
    "boxes.PALETTE_GROUP_OF": "ids",
    "agencies.ROLE_LETTERS": "letters of the table, which `LETTER_LABELS` explains",
}
"""Text to why it is no pair."""
EMPTY = ("FOUND_BY", "YEAR_LABELS", "TRANSLATION_LABELS", "WHERE_KEYS_WORK")
"""Tables in which an entry may say nothing."""
IN_CHINESE = frozenset(
    "glossary true "
    "internet plus agencies all compare evidence export attach detach notes from DIR find QUERY show tree sources "
    "quotes find help force pick plan "
    "enter Enter esc Esc tab space shift option fn home pgup pgdn ctrl vi q fg settings toml comma keys theme NAME "
    "Markdown HTML PDF Word RTF UTF GB NUL mht docx pdftotext opencc traditional sha MB HOME HTTP http https x en zh "
    "both event agencies target conflict unicode ascii wide narrow ink paper ansi plain Textual "
    "English language signs ambiguous CSV csv bom Excel fetch KB Python SQLite FTS".split()
)
"""Latin words that the Chinese texts may have: commands, options, keys, formats, ids."""
IN_QUOTES = ("等", "中文", "是")
"""Chinese words that the English texts may have: they are spoken of."""


def texts(value: object) -> Iterator[Pair | str]:
    """Yield the texts in an entry of a table."""
    if isinstance(value, Pair | str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif hasattr(value, "_fields"):
        # The group of a command is a key of a table.
        for name, part in value._asdict().items():
            yield from texts(part) if name != "group" else ()
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)


def entries(table: str) -> Iterator[tuple[str, object]]:
    """Yield the name and the value of each entry that a table defines itself."""
    module = importlib.import_module(f"plan_data.labels.{table}")
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            yield f"{table}.{name}", vars(module)[name]


def fields(text: str) -> tuple[int, set[str]]:
    """Return how many values a format string takes by position, and the names of the others."""
    names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    named = {name for name in names if name and not name.isdigit()}
    return len([name for name in names if name not in named]), named


def without_fields(text: str) -> str:
    return "".join(literal for literal, _, _, _ in Formatter().parse(text))


@pytest.mark.parametrize("table", TABLES)
def test_every_text_is_in_both_languages(table: str) -> None:
    for name, value in entries(table):
        for text in texts(value):
            if isinstance(text, str):
                words = LATIN.search(without_fields(text)) or CHINESE.search(text)
                assert not words or name in ENGLISH or name in OTHERWISE, f"{name}: {text}"
            elif text or not name.endswith(EMPTY):
                assert text.en and text.zh, f"{name}: {text}"


@pytest.mark.parametrize("table", TABLES)
def test_each_side_is_in_its_language_and_names_the_same_values(table: str) -> None:
    for name, value in entries(table):
        for text in texts(value):
            if not isinstance(text, Pair) or not text:
                continue
            (by_position, named), (in_chinese, others) = fields(text.en), fields(text.zh)
            assert by_position == in_chinese and named <= others, f"{name}: {text}"
            words = {word for word in LATIN.findall(without_fields(text.zh)) if word not in IN_CHINESE}
            assert not words, f"{name}: {words}"
            rest = text.en
            for word in IN_QUOTES:
                rest = rest.replace(word, "")
            assert not CHINESE.search(rest), f"{name}: {text.en}"


def test_the_exceptions_exist() -> None:
    there = {name for table in TABLES for name, _ in entries(table)}
    assert there >= {*ENGLISH, *OTHERWISE}


# The code.

ROOMS = ("cli", "plan_data", "tui", "widgets")
SHOWS = frozenset(
    "say notify stop emit emit_raw echo print fail UsageError ClickException BadParameter Span text_block Block Static "
    "update Text Content Label write".split()
)
"""Functions and classes whose first argument is shown, or is printed."""
HELPS = ("printing", "help_text", "option", "Option", "command")
"""Functions and classes that get texts for `--help`."""
SENTENCE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,} [a-z]{2,}")
"""Three words in a row: what a reader would read as a sentence."""
NO_SENTENCES = {
    "cli/shells.py": "scripts for shells",
    "plan_data/loading": "findings of `check`",
    "plan_data/quotes/checks.py": "findings of `check`",
    "plan_data/errors.py": "findings of `check`",
    "plan_data/exports/output_schema.py": "the schema of the output",
    "plan_data/search": "words of queries",
    "plan_data/copies/document_text.py": "names of elements of HTML",
    "plan_data/model": "errors of the program's own use",
    "tui/userdata/note_merge.py": "a mark that stands in files",
    "widgets/render/agency_roles.py": "pinyin",
    "tui/panes/themes.py": "styles",
    "tui/terminal/last_guard.py": "the message of a bug",
    "tui/userdata/store.py": "statements of SQL",
    "tui/userdata/moved_plans.py": "statements of SQL",
}
"""File or folder whose sentences no reader sees on a screen or a page in Chinese."""


def put_together(node: ast.expr) -> Iterator[ast.Constant]:
    """Yield the literals of which an expression is put together: not those that are given to functions or name keys."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    elif isinstance(node, ast.JoinedStr):
        for value in node.values:
            yield from put_together(value)
    elif isinstance(node, ast.FormattedValue):
        yield from put_together(node.value)
    elif isinstance(node, ast.BinOp):
        yield from (*put_together(node.left), *put_together(node.right))
    elif isinstance(node, ast.IfExp):
        yield from (*put_together(node.body), *put_together(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from put_together(value)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join"):
        yield from put_together(node.func.value)


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of each literal with words that is given to what shows or prints."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        # The first argument of `alert` is its subject.
        given = call.args[:1] if name_of(call) in SHOWS else call.args[1:] if name_of(call) == "alert" else []
        for argument in given:
            for found in put_together(argument):
                if LATIN.search(found.value) or CHINESE.search(found.value):
                    yield found.lineno, found.value


def sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of each literal with a sentence, save docstrings, help of the command line and styles."""
    apart: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            apart.add(id(node.value))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if re.search("HELP$|^HELP|^DEFAULT_CSS|^_SHARED", getattr(target, "id", "")):
                apart.update(map(id, ast.walk(node)))
        elif isinstance(node, ast.Raise | ast.Assert) or (isinstance(node, ast.Call) and name_of(node) in HELPS):
            apart.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        said = node.value if isinstance(node, ast.Constant) and id(node) not in apart else None
        if isinstance(said, str) and SENTENCE.search(said):
            yield getattr(node, "lineno", 0), said


@pytest.mark.parametrize("room", ROOMS)
def test_no_text_stands_outside_the_tables(room: str) -> None:
    found = []
    for path in sorted((ROOT / room).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if "/labels/" in name:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [f"{name}:{line}: {text}" for line, text in literals(tree)]
        if not name.startswith(tuple(NO_SENTENCES)):
            found += [f"{name}:{line}: {text}" for line, text in sentences(tree)]
    assert found == []


# What is printed.

WIDE = 5_000
"""Columns in which no text of the plan is wrapped."""
LEFT = frozenset(
    "README internet plus agencies all attach fetch compare evidence show tree sources force md sha "
    "title subtitle date lang zh Hans".split()
)
"""Latin words that the program itself prints in Chinese; the last are the metadata of a brief."""


LINES = (
    "show root 3 3.1 11.2 m1.1 m3.2",
    "show tl.2015-07-04 tgt.ecommerce-2016 req.targets.2018.1 sup.sharing bg.villages",
    "show cf.doubling cf.agri-plan-date fu.ai-plan fu.agriculture", "show org.moa org.ndrc per.li-keqiang co.alibaba",
    "show src.000 src.guofa-2015-40 src.dizaynex", "show q.000.25 q.003.13", "tree", "timeline", "agencies",
    "agencies moa", "targets", "conflicts", "evidence", "compare 3 8", "compare 1.1 m1.1", "sources", "glossary",
    "find 农业", "find 智能", "find 22 trillion", "find 无此条目", "quotes", "quotes 3.1", "quotes org.moa",
    "quotes 3 --format md",
    "notes", "notes --format md", "notes --from nowhere", "bookmarks", "show 智能", "show 无此条目", "tree org.moa",
    "agencies 3", "compare 3 org.moa", "export md", "export md 3", "export md -o README.md", "detach src.000",
    "attach src.none README.md", "attach src.000 README.md", "new docs", "quotes m7.1",
)  # fmt: skip


@pytest.fixture(scope="module")
def chinese(plan: Plan) -> list[str]:
    """The texts of the plan with Latin letters in them that a Chinese reader may see."""
    return texts_in_chinese(plan)


@pytest.mark.parametrize("line", LINES)
def test_in_chinese_no_english_label_is_printed(line: str, chinese: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.printer.PIPE_WIDTH", WIDE)
    monkeypatch.chdir(ROOT)
    store = Store(data_folder(), "")
    store.set_note("act.agriculture", "与2016年一号文件比较。")
    store.set_bookmark("act.ai", True)
    printed = run("--lang", "zh", *line.split())
    assert printed.stdout + printed.stderr
    words = left_over(printed.stdout + printed.stderr, [*chinese, *line.split()[1:]]) - LEFT
    assert words == set(), sorted(words)


def test_in_chinese_no_english_label_is_printed_for_a_copy(
    plan: Plan, chinese: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.printer.PIPE_WIDTH", WIDE)
    file = MadeUp(plan, alter=["act.ai.2"], lists={"act.ai": "科技部负责"}).write(tmp_path / "copy.txt")
    printed = run("--lang", "zh", "attach", DOCUMENT, str(file))
    assert printed.returncode == 0 and "牵头方式不同" in printed.stdout
    page = run("--lang", "zh", "show", DOCUMENT, "act.ai")
    shown = re.sub("sha256 [0-9a-f]+", "", printed.stdout + page.stdout)
    words = left_over(shown, [str(file), "copy.txt", "UTF-8", *chinese])
    assert words == set(), sorted(words)
