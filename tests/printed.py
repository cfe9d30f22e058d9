"""Prints every command, format and language into a folder, one file each: `python -m tests.printed DIR`.

To see whether a change of the code changes the output, compare the folders made before and after it with `diff -r`.
Each file has the command, its exit code, stdout and stderr. Notes, bookmarks, an attached copy and settings come from
the home folder of version 0.1.0 in `tests/data/`.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from cli.app import COMMANDS, group
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.output import run

ROOT = Path(__file__).parent.parent
SECOND = ROOT / "docs" / "examples" / "ai2017"
"""Folder of the second plan."""
HOME = ROOT / "tests" / "data" / "home-0.1.0"
"""The home that is copied."""
LANGUAGES = ("en", "zh", "both")
WRITING = ("attach", "detach", "new")
"""Commands that change the home; each gets one of its own."""

Words = tuple[str, ...]


def arguments(command: str, plan: Plan) -> list[Words]:
    """Return what a command is called with: once for each thing that it can be asked for."""
    ids = tuple(plan.columns.ids)
    first = next(iter(plan.sources))
    pairs = [node.id for node in plan.nodes if node.kind == "action"][:2]
    found: dict[str, list[Words]] = {
        "tree": [(), ("--depth", "1"), (ids[1],)],
        "show": [ids, tuple(plan.bodies), tuple(plan.sources), tuple(list(plan.quotes)[:5]), ("no-such-entry",)],
        "find": [("ai",), ("农业",), ("nongye",), ("2018",), ("m3.2",), ("-n", "3", "credit"), ("xqzxqz",)],
        "compare": [(pairs[0], pairs[1]), (ids[0], pairs[0])],
        "quotes": [(), (pairs[0],), ("--source", first)],
        "agencies": [(), ("--all",), (next(iter(plan.bodies)),)],
        "check": [(str(SECOND.relative_to(ROOT)),)],
        "attach": [(first, "no-such-file.html")],
        "detach": [(first,)],
        "new": [("HOME/made",), (str(SECOND.relative_to(ROOT)),)],
        "completions": [("bash",), ("zsh",), ("fish",)],
        "paths": [(), ("--example",)],
    }
    if command == "export":
        tables = choices("export", "table")
        return [
            *((form, *ids_) for form in choices("export", "form") for ids_ in ((), (pairs[0],), ("--bookmarks",))),
            *(("csv", "--table", table) for table in tables),
        ]
    return found.get(command, [()])


def choices(command: str, name: str) -> list[str]:
    """Return what an argument or an option of a command can be; nothing where it takes no choice."""
    found = group.get_command(click.Context(group), command)
    kinds = [param.type for param in found.params if param.name == name] if found else []
    return [str(choice) for kind in kinds if isinstance(kind, click.Choice) for choice in kind.choices]


def cases() -> Iterator[tuple[str, Words, dict[str, str]]]:
    """Yield a name of a file, the words of a command line, and variables."""
    yield "help", ("--help",), {}
    yield "version", ("--version",), {}
    yield "unknown", ("tre",), {}
    plans = {"shipped": SHIPPED, "second": SECOND}
    loaded = {name: load(folder) for name, folder in plans.items()}
    for command in COMMANDS:
        yield f"{command}.help", (command, "--help"), {}
        yield f"{command}.wrong", (command, "--no-such-option"), {}
        formats = [""] if command == "export" else choices(command, "form") or [""]
        for (name, plan), form, lang in itertools.product(loaded.items(), formats, LANGUAGES):
            for number, words in enumerate(arguments(command, plan)):
                line = ("--plan", str(plans[name].relative_to(ROOT)), "--lang", lang, command, *words)
                line += ("--format", form) if form else ()
                yield f"{command}.{name}.{number}.{form or 'text'}.{lang}", line, {}


def print_all(folder: Path) -> int:
    """Print all that can be printed into a folder, and return how many files were written."""
    folder.mkdir(parents=True)
    count = 0
    with TemporaryDirectory() as temporary:
        home = Path(temporary, "home")
        for name, words, env in cases():
            if name.split(".")[0] in WRITING or not home.exists():
                shutil.rmtree(home, ignore_errors=True)
                shutil.copytree(HOME, home)
            folders = {
                f"XDG_{part}_HOME": str(home / place)
                for part, place in (("CONFIG", ".config"), ("DATA", ".local/share"), ("CACHE", "c"), ("STATE", "s"))
            }
            done = run(*(word.replace("HOME", str(home)) for word in words), env={"HOME": str(home), **folders, **env})
            text = f"{' '.join(words)}\n{env}\nexit {done.returncode}\n{done.stdout}\n--- stderr\n{done.stderr}"
            text = text.replace(str(home), "HOME").replace(str(ROOT), "ROOT")
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            count += 1
    return count


if __name__ == "__main__":
    os.chdir(ROOT)
    print(print_all(Path(sys.argv[1]).absolute()))
