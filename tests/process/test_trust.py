"""Nothing that the program is given acts on the terminal: looked for in the very bytes that a terminal gets."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.app import COMMANDS
from plan_data.folders import config_folder, data_folder
from plan_data.loading.loader import load
from plan_data.text.visible import HIDDEN
from tests.output import run
from tests.small_plan import write_plan
from tests.terminal import ROOT, Terminal
from tui.terminal.browser import Outcome, open_address
from tui.userdata.store import Store, plan_key

MARK = "QXTRUSTXQ"
EVIL = f"\x1b]52;c;VFJVU1Q=\x07\x1b]0;{MARK}\x07\x9b31m{MARK}\u202e\x1b[2J{MARK}\u2028\x00\x08{MARK}\x1bc{MARK}"
"""Would write to the clipboard, name the window, colour, turn round, wipe and reset."""
TEXTS = {"en", "zh", "zh_short", "en_close", "pinyin", "text", "exact", "prefix", "suffix", "publisher", "reliability",
    "unit", "amount", "issuer", "aliases"}  # fmt: skip
"""Keys of the format below which a text may say anything."""


def poisoned(value: Any, inside: bool = False) -> Any:
    """A document with something evil at the end of each text."""
    if isinstance(value, dict):
        return {key: poisoned(item, inside or key in TEXTS) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, inside) for item in value]
    return f"{value}{EVIL}" if inside and isinstance(value, str) else value


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan in which each text is evil, in a folder whose name is."""
    found = write_plan(tmp_path_factory.mktemp("trust") / f"p{EVIL.replace(chr(0), '')}")
    for path in found.rglob("*.yaml"):
        document = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)
        path.write_text(yaml.dump(poisoned(document), default_style='"', sort_keys=False), encoding="utf-8")
    assert MARK in load(found).node("act.trade").title.en
    return found


def assert_harmless(written: bytes) -> None:
    """No sequence of EVIL is there, and no character that acts or hides but those of our own sequences."""
    for sequence in (f"]0;{MARK}", "]52;c;VFJVU1Q=", f"[2J{MARK}", f"c{MARK}"):
        assert b"\x1b" + sequence.encode() not in written, sequence
    # 8-bit controls are two bytes in UTF-8; none of our own is of that kind.
    text = written.decode("utf-8", "replace")
    assert not {sign for sign in HIDDEN.findall(text)} - set("\x1b\r\t\x08\x0f\x07")
    # A bell and a backspace only ring and step where nothing of theirs stands before them.
    assert f"{MARK}\x07" not in text and f"\x08{MARK}" not in text


WALK = ["G", "g", "l", "l", "j", "l", "j", "\t", "jjj", "\r", "\x1b", "s", "jj", "\r", "\x1b", ".", "\x1b", "\x1b",
    "t", "jl", "\x1b", "a", "jl", "\x1b", "T", "jl", "\x1b", "S", "jl", "\x1b", "C", "jl", "\x1b", "b", "j", "\x1b",
    "w", "jr", "\x1b", "=", "j=", "\x1b", "m", "i", "\r", "\x1b", "b", "/", "Q", "\x1b", "y", "q", "L", "t", "\x1b",
    "L", "f", "tr", "\r", "U", "U", "E", "\x1b", "f", "q", "\x1b", "o", "R"]  # fmt: skip
"""Keys that show everything there is to show."""


@pytest.mark.case("B11", "B12", "M4")
@pytest.mark.parametrize("size", [(140, 40), (60, 20)])
def test_nothing_of_a_plan_acts_on_the_terminal(folder: Path, size: tuple[int, int]) -> None:
    Store(data_folder(), plan_key(folder, folder)).set_note("act.trade", f"mine{EVIL}")
    with Terminal("--plan", str(folder), size=size, drawn=False, env={"BROWSER": "true"}) as terminal:
        terminal.wait_until(lambda: b"Card" in terminal.written)
        for keys in (*WALK, "\x1b"):
            terminal.wait_for_rest()
            terminal.send(keys)
        terminal.wait_for_rest()
        terminal.send("Q")
        assert terminal.wait() == 0
        assert b"Traceback" not in terminal.written
        assert_harmless(terminal.written)


@pytest.mark.case("B11", "B12", "M4")
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_nothing_of_a_plan_goes_out_raw(folder: Path, tmp_path: Path, command: str) -> None:
    more = {
        "show": [["act.trade"], ["org.plan"], ["src.news"], ["q.news.1"]],
        "find": [["trade"], [MARK]],
        "compare": [["act.trade", "act.ai"]],
        "export": [[form] for form in ("md", "html", "csv", "json", "bib", "csl")],
        "attach": [["src.news", str(folder / "plan.yaml")], ["src.news", f"/none/{EVIL[1:9]}"]],
        "detach": [["src.news"]],
        "new": [[str(tmp_path / "new")]],
        "completions": [["bash"]],
    }
    for args in more.get(command, [[]]):
        for form in ("text", "json"):
            words = [command, *args]
            if form == "json":
                if command in ("export", "new", "completions", "attach", "detach", "paths"):
                    continue
                words += ["--format", "json"]
            done = run("--plan", str(folder), *words)
            told = done.stdout + done.stderr
            if command != "completions":
                assert not HIDDEN.search(told), words


@pytest.mark.case("M4")
def test_nothing_of_the_readers_own_acts_either(tmp_path: Path) -> None:
    config_folder().mkdir(parents=True)
    escaped = "".join(f"\\u{ord(sign):04x}" for sign in EVIL)
    (config_folder() / "settings.toml").write_text(
        f'theme = "{escaped}"\n"{escaped}" = 1\n[keys]\n"{escaped}" = "{escaped}"\n', encoding="utf-8"
    )
    with Terminal(size=(120, 30), drawn=False) as terminal:
        terminal.wait_until(lambda: b"act" in terminal.written)
        for keys in (
            "f",
            f"\x1b[200~{EVIL}\x1b[201~",
            "\r",
            "\x1b",
            "i",
            "\r",
            f"\x1b[200~{EVIL}\x1b[201~",
            "\x13",
            "\x1b",
        ):
            terminal.wait_for_rest()
            terminal.send(keys)
        terminal.wait_for_rest()
        terminal.send("b")
        terminal.wait_for_rest()
        terminal.send("Q")
        assert terminal.wait() == 0
        assert_harmless(terminal.written)
    for args in (["notes"], ["notes", "--format", "json"], ["--theme", EVIL.replace("\0", "")], ["keys"], ["paths"]):
        done = run(*args)
        assert not HIDDEN.search(done.stdout + done.stderr), args


def calls(folder: str) -> list[tuple[str, ast.Call]]:
    """The calls in the modules of a folder, with the name of what is called."""
    found = []
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                found.append((f"{path.name}:{node.lineno} {name}", node))
    return found


READS_MARKUP = {"Static", "Label", "Button", "notify", "Collapsible", "Checkbox", "ListItem", "Tab", "Link"}
"""What reads a text as markup unless it is told not to."""
MAKES_MARKUP = {
    "from_markup",
    "render_markup",
    "Option",
    "OptionList",
    "Tree",
    "DataTable",
    "Markdown",
    "DirectoryTree",
}
"""What has no such switch, or is a reader of markup itself: not used here."""


@pytest.mark.case("M1", "M2", "M3", "M5b")
@pytest.mark.parametrize("room", ["tui", "widgets"])
def test_no_text_is_read_as_markup_anywhere(room: str) -> None:
    for where, call in calls(room):
        name = where.partition(" ")[2]
        assert name not in MAKES_MARKUP, where
        if name in READS_MARKUP:
            markup = next((word.value for word in call.keywords if word.arg == "markup"), None)
            assert isinstance(markup, ast.Constant) and markup.value is False, where


@pytest.mark.case("M1", "B61", "N2")
def test_the_program_has_nothing_that_runs_what_it_reads() -> None:
    for room in ("cli", "plan_data", "tui", "widgets"):
        for where, call in calls(room):
            name = where.partition(" ")[2]
            assert name not in ("eval", "exec", "system", "popen", "__import__", "unsafe_load", "full_load"), where
            assert not any(word.arg == "shell" for word in call.keywords), where


@pytest.mark.case("N2", "T12")
def test_other_programs_are_started_in_two_places_only() -> None:
    starts = {
        str(path.relative_to(ROOT))
        for room in ("cli", "plan_data", "tui", "widgets")
        for path in (ROOT / room).rglob("*.py")
        if {"subprocess", "webbrowser"} & {word.strip(",") for word in path.read_text(encoding="utf-8").split()}
        or "open_url(" in path.read_text(encoding="utf-8")
    }
    # A browser, and this program itself, for an index file.
    assert starts == {"tui/terminal/browser.py", "plan_data/cache/builder.py"}
    assert "[*words, str(max_bytes)]" in (text := (ROOT / "plan_data/cache/builder.py").read_text(encoding="utf-8"))
    assert "words = [sys.executable, " in text
    refused: list[Outcome] = []
    for address in ("file:///etc/passwd", "javascript:alert(1)", "-rf", "ftp://x", "data:text/html,x", ""):
        open_address(address, {"BROWSER": "true"}, refused.append)
    assert len(refused) == 6 and not any(outcome.opened for outcome in refused)


@pytest.mark.case("N2")
def test_only_the_browser_is_ever_opened_and_only_at_http(tmp_path: Path) -> None:
    """A plan cannot hold another address; a title cannot become one."""
    for address in ("file:///etc/passwd", "javascript:alert(1)", "-rf", "http://x y", "ftp://x", "data:text/html,x"):
        news = write_plan(tmp_path / "p").joinpath("sources", "news.yaml").read_text(encoding="utf-8")
        line = next(line for line in news.splitlines() if line.startswith("address:"))
        folder = write_plan(tmp_path / "p", news=news.replace(line, f"address: '{address}'"))
        done = run("check", str(folder))
        assert done.returncode == 1 and "address" in done.stdout, address


@pytest.mark.parametrize("name", ["plan.yaml", "agencies.yaml", "sources/news.yaml", "sources/more.yaml"])
@pytest.mark.case("N1")
def test_no_file_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    """GIVEN a plan, WHEN one of its files is a link to what is not in it, THEN none of that is told."""
    folder = write_plan(tmp_path / "plan")
    secret = tmp_path / "secret"
    secret.write_text(f"token: [{MARK}\n", encoding="utf-8")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(secret)
    done = run("--plan", str(folder), "tree")
    assert done.returncode == 3
    assert "leads out" in done.stderr and MARK not in done.stdout + done.stderr


@pytest.mark.case("N1", "B02")
@pytest.mark.parametrize("name", ["plan.yaml", "sources/news.yaml"])
def test_a_link_in_a_circle_is_told(tmp_path: Path, name: str) -> None:
    folder = write_plan(tmp_path / "plan")
    (folder / name).unlink()
    (folder / name).symlink_to(Path(name).name)
    done = run("--plan", str(folder), "tree")
    assert done.returncode == 3 and name in done.stderr


@pytest.mark.case("N1")
def test_links_within_the_folder_and_to_it_are_followed(tmp_path: Path) -> None:
    folder = write_plan(tmp_path / "plan")
    (folder / "agencies.yaml").rename(folder / "bodies")
    (folder / "agencies.yaml").symlink_to("bodies")
    (tmp_path / "link").symlink_to(folder)
    assert load(tmp_path / "link").bodies.keys() == load(folder).bodies.keys() != set()
