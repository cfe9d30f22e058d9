"""Completions, by Tab in real shells and by what they ask the program."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.app import COMMANDS
from cli.completions import MOST
from plan_data.cache.cached_plan import plan_file
from plan_data.errors import MAX_BYTES
from plan_data.exports.csv_tables import TABLES
from plan_data.exports.formats import FORMATS
from plan_data.folders import SHIPPED, copies_folder
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from tests.output import run
from tests.shells import Shell
from tests.small_plan import write_plan
from tests.terminal import ROOT
from tui.panes.themes import names

FOLDERS = ("alpha", "my plan", "计划一", "semi;colon", 'quo"te', "dol$lar", "br[ack]et", "amp&x")
FILES = ("notes.md", "a file.txt", "二.txt", "x,y.html")


def asked(line: str) -> list[str]:
    """What the program answers to a shell for the last word of a line; a blank at the end begins a new word."""
    words = line.split(" ")
    env = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_INTERNET_PLUS_COMPLETE": "bash_complete"}
    done = run(env=env)
    assert (done.returncode, done.stderr) == (0, ""), line
    return done.stdout.split()


def plain(line: str) -> list[str]:
    found = asked(line)
    assert all(answer.startswith("plain,") for answer in found)
    return [answer.removeprefix("plain,") for answer in found]


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """A shell in a folder with odd names."""
    home, work = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("work")
    for name in FOLDERS:
        (work / name).mkdir()
    for name in FILES:
        (work / name).write_text("x")
    write_plan(work / "my plan")
    shutil.copytree(work / "my plan", home / "plans here")
    (work / "alpha" / "plan.yaml").write_text("root: {id: r\n")
    with Shell(request.param, home, work) as started:
        yield started


class TestTab:
    """Tab and Enter: the program gets the word as a whole, however the shell quotes it."""

    @pytest.mark.parametrize(
        ("line", "word"),
        [
            ("--plan my\\ p", "my plan"),
            ("--plan=my", "--plan=my plan"),
            ("--plan 计", "计划一"),
            ("--plan quo", 'quo"te'),
            ("--plan dol", "dol$lar"),
            ("--plan br", "br[ack]et"),
            ("--plan ~/pl", "~/plans here"),
            ("check amp", "amp&x"),
            ("new semi", "semi;colon"),
        ],
    )
    def test_a_folder(self, shell: Shell, line: str, word: str) -> None:
        found = shell.complete(f"internet-plus {line}")[-1]
        home = str(shell.called.parent)
        assert found.rstrip("/") == word.replace("~", home)

    @pytest.mark.parametrize(
        ("line", "word"),
        [
            ("export md --output=x", "--output=x,y.html"),
            ("export md --output a\\ f", "a file.txt"),
            ("attach guofa-2015-40 二", "二.txt"),
        ],
    )
    def test_a_file(self, shell: Shell, line: str, word: str) -> None:
        assert shell.complete(f"internet-plus {line}")[-1] == word

    @pytest.mark.parametrize(
        ("line", "word"),
        [
            ("show act.fin", "act.finance"),
            ("show act.ai q.000.2", "q.000.2"),
            ("--at=act.agr", "--at=act.agriculture"),
            ("attach guo", "guofa-2015-40"),
            ("export csv --table=gl", "--table=glossary"),
            ("--theme in", "ink"),
            ("--plan my\\ plan show act.tra", "act.trade"),
            ("--plan ~/plans\\ here show act.tra", "act.trade"),
            ('show --plan "$HOME/plans here" act.tra', "act.trade"),
            ("--plan alpha show act.a", "act.a"),
            ("nonsense act.a", "act.a"),
        ],
    )
    def test_a_name(self, shell: Shell, line: str, word: str) -> None:
        """Of a plan that cannot be read nothing is offered, and nothing is said."""
        assert shell.complete(f"internet-plus {line}")[-1] == word
        assert "rror" not in shell.text() and "sage" not in shell.text()

    def test_what_is_offered_is_shown_and_chosen(self, shell: Shell) -> None:
        """The second Tab lists in bash, and takes the first in zsh and fish; fish shortens what all have in common."""
        text = shell.offers("internet-plus show act.finance.")
        assert all(f".finance.{n}" in text for n in (1, 2, 3))
        text = shell.offers("internet-plus check ")
        assert "alpha" in text and "notes.md" not in text


def test_zsh_takes_the_script_from_a_file_of_settings_too(tmp_path: Path) -> None:
    (tmp_path / "my plan").mkdir()
    with Shell("zsh, sourced", tmp_path / "home", tmp_path) as shell:
        assert shell.complete("internet-plus show act.fin")[-1] == "act.finance"
        assert shell.complete("internet-plus check my")[-1] == "my plan"


class TestAnswers:
    """What fits where."""

    @pytest.mark.parametrize(
        "line",
        [
            *("--plan x", "--plan=x", "tree --plan x", "export md act.ai --plan x", "check x", "check --against x"),
            *("new x", "notes --from x", "bookmarks --from x"),
        ],
    )
    def test_folders(self, line: str) -> None:
        assert asked(f"internet-plus {line}") == ["dir,x"]

    @pytest.mark.parametrize("line", ["export md -o x", "export csv act.ai --output x", "attach guofa-2015-40 x"])
    def test_files(self, line: str) -> None:
        assert asked(f"internet-plus {line}") == ["file,x"]

    @pytest.mark.parametrize("command", ["show", "tree", "quotes", "compare act.energy", "export md", "--at"])
    def test_entries(self, command: str) -> None:
        assert plain(f"internet-plus {command} act.ai") == ["act.ai", "act.ai.1", "act.ai.2", "act.ai.3"]

    def test_only_what_a_command_takes(self, plan: Plan) -> None:
        for line in ("tree ", "export md ", "compare act.ai "):
            for kind in ("org.nea", "src.0", "q.000"):
                assert plain(f"internet-plus {line}{kind}") == []
        assert plain("internet-plus agencies ") == list(plan.bodies)
        assert plain("internet-plus agencies act") == []

    @pytest.mark.parametrize("line", ["attach", "quotes --source"])
    def test_sources_by_both_names(self, plan: Plan, line: str) -> None:
        assert plain(f"internet-plus {line} ") == list(plan.sources)
        assert plain(f"internet-plus {line} src.00") == ["src.000", "src.001", "src.003", "src.004"]
        assert plain(f"internet-plus {line} 00") == ["000", "001", "003", "004"]

    def test_detach_offers_what_is_attached(self) -> None:
        assert plain("internet-plus detach ") == []
        folder = copies_folder()
        assert folder
        for name in ("src.guofa-2015-40", "src.001", ".part"):
            (folder / name).mkdir(parents=True)
        assert plain("internet-plus detach ") == ["src.001", "src.guofa-2015-40"]
        assert plain("internet-plus detach g") == ["guofa-2015-40"]

    def test_choices(self) -> None:
        assert plain("internet-plus --lang ") == ["en", "zh", "both"]
        assert plain("internet-plus --theme ") == names()
        assert plain("internet-plus export ") == list(FORMATS)
        assert plain("internet-plus export csv --table ") == list(TABLES)
        assert plain("internet-plus show --format ") == ["text", "json"]
        assert plain("internet-plus quotes --format ") == ["text", "json", "md"]
        assert plain("internet-plus completions ") == ["bash", "zsh", "fish"]
        assert plain("internet-plus ") == list(COMMANDS)
        assert plain("internet-plus help ex") == ["export"]
        assert "--bom" in plain("internet-plus export --b")

    @pytest.mark.parametrize("line", ["find a", "tree --depth ", "find x -n ", "nonsense ", "nonsense a", "keys x"])
    def test_nothing_else(self, line: str) -> None:
        assert plain(f"internet-plus {line}") == []


class TestPlans:
    """Completion never waits and never says anything."""

    def test_a_large_plan_is_offered_from_the_cache_only(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """GIVEN a plan that would take long to read, WHEN it was not read yet, THEN nothing of it is offered."""
        folder = tmp_path / "plan"
        shutil.copytree(SHIPPED, folder)
        monkeypatch.setattr("plan_data.cache.cached_plan.LARGE", 1000)
        assert plain(f"internet-plus --plan {folder} show act.ai") == []
        plan_file(folder, MAX_BYTES).write(lambda: load(folder))
        assert plain(f"internet-plus --plan {folder} show act.ai.") == ["act.ai.1", "act.ai.2", "act.ai.3"]

    def test_a_cut_list_does_not_lead_away_from_what_was_cut(self, tmp_path: Path) -> None:
        ids = [f"act.trade.x{n}" for n in range(MOST + 50)]
        tasks = "".join(f"\n            - {{id: {id_}, kind: task, title: {{en: T}}}}" for id_ in ids)
        folder = write_plan(
            tmp_path,
            ("totals: {action: 2, task: 2}\n", ""),
            ("children:\n            - id: act.trade.1", f"children:{tasks}\n            - id: act.trade.1"),
        )
        found = plain(f"internet-plus --plan {folder} show act.trade.")
        assert len(found) <= MOST and found[0] == "act.trade.x0" and "act.trade.1" in found

    def test_of_a_plan_that_cannot_be_read_nothing_is_offered(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yaml").mkdir()
        broken, wrong = (write_plan(tmp_path / name, plan="root: {id: r\n") for name in ("broken", "wrong"))
        (wrong / "plan.yaml").write_text("root: {id: act.a, kind: nonsense, title: {en: X}}\n")
        for folder in (tmp_path, broken, wrong, tmp_path / "none", ROOT / "main.py", "~nobody/x", "$none/x", "\\$HOME"):
            assert plain(f"internet-plus --plan {folder} show a") == []
