"""What the printing commands say to people: how much, in which colours, how wide, and what to do next."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from cli import printer
from cli.app import COMMANDS, group
from cli.entry import main
from plan_data.labels.boxes import FOUND_BY
from plan_data.model.plan import Plan
from plan_data.search.fields import long_texts, short_texts
from tests.output import run, shell
from tests.terminal import Terminal
from widgets.render.wrapping import cells

LANGUAGES = ("en", "zh", "both")
ESCAPE = "\x1b"


def on_terminal(*args: str, size: tuple[int, int] = (80, 24), **env: str) -> tuple[int, list[str]]:
    """Run a command on a terminal without colours, and return its exit code and its lines."""
    with Terminal(*args, size=size, env={"NO_COLOR": "1", **env}, drawn=False) as terminal:
        code = terminal.wait()
    return code, terminal.written.decode("utf-8").replace("\r\n", "\n").splitlines()


def squeezed(text: str) -> str:
    """Return a text without blanks and line ends: a line may end behind a hyphen."""
    return "".join(text.split())


class TestColours:
    """The variables by which one asks for colours or for none."""

    @pytest.mark.parametrize(
        ("terminal", "env", "coloured"),
        [
            (True, {}, True),
            (False, {}, False),
            (True, {"NO_COLOR": "1"}, False),
            (True, {"NO_COLOR": "0"}, False),
            (True, {"NO_COLOR": ""}, True),
            (True, {"CLICOLOR": "0"}, False),
            (True, {"CLICOLOR": "1"}, True),
            (True, {"CLICOLOR": ""}, True),
            (False, {"CLICOLOR": "1"}, False),
            (False, {"CLICOLOR_FORCE": "1"}, True),
            (False, {"CLICOLOR_FORCE": "0"}, False),
            (False, {"CLICOLOR_FORCE": ""}, False),
            (False, {"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, True),
            (False, {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
            (False, {"FORCE_COLOR": "1"}, True),
            (False, {"FORCE_COLOR": "3"}, True),
            (False, {"FORCE_COLOR": "true"}, True),
            (False, {"FORCE_COLOR": ""}, False),
            (True, {"FORCE_COLOR": ""}, True),
            (False, {"FORCE_COLOR": "0"}, False),
            (True, {"FORCE_COLOR": "0"}, False),
            (False, {"FORCE_COLOR": "1", "CLICOLOR": "0"}, True),
            (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
            (True, {"TERM": "dumb"}, False),
            (False, {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
            (False, {"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True),
        ],
    )
    def test_conventions(
        self, terminal: bool, env: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("cli.printer.is_terminal", lambda stream: terminal)
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        assert printer.coloured() is coloured

    def test_forced_in_a_pipe(self) -> None:
        assert ESCAPE not in run("find", "energy").stdout
        assert ESCAPE in run("find", "energy", env={"FORCE_COLOR": "1"}).stdout
        assert ESCAPE not in run("find", "energy", "--format", "json", env={"FORCE_COLOR": "1"}).stdout

    def test_none_on_a_terminal(self) -> None:
        with Terminal("find", "energy", env={"CLICOLOR": "0"}, drawn=False) as terminal:
            assert terminal.wait() == 0
        assert ESCAPE.encode() not in terminal.written

    def test_each_can_be_read_on_black_and_on_white(self) -> None:
        """Blue, green, cyan and yellow text and dim text cannot, on one of the two."""
        drawn = "".join(click.style("x", **style) for style in printer.STYLES.values())
        codes = {int(code) for codes in re.findall(r"\x1b\[([\d;]+)m", drawn) for code in codes.split(";")}
        # Bold, underlined, and their end; red, magenta; black on yellow.
        assert codes == {0, 1, 4, 31, 35, 30, 43}


class TestFind:
    """`find` says how many there are."""

    def test_a_pipe_gets_all(self) -> None:
        done = run("find", "energy")
        hits = json.loads(run("find", "energy", "--format", "json").stdout)["hits"]
        assert len(hits) > 10 and done.stderr == ""
        assert all(hit["id"] in done.stdout or hit["quote"] in done.stdout for hit in hits)

    def test_a_terminal_gets_ten_and_is_told_of_the_rest(self) -> None:
        total = len(json.loads(run("find", "energy", "--format", "json").stdout)["hits"])
        code, lines = on_terminal("find", "energy")
        assert code == 0 and lines[-1] == f"10 of {total}; -n {total} prints all"
        assert on_terminal("find", "energy", "-n", str(total))[1][-1] != lines[-1]

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_n_rules_everywhere(self, form: str) -> None:
        done = run("find", "energy", "-n", "3", "--format", form)
        assert re.fullmatch(r"3 of (\d+); -n \1 prints all\n", done.stderr)
        if form == "json":
            assert len(json.loads(done.stdout)["hits"]) == 3
        whole = run("find", "energy", "-n", "5000")
        assert whole.stderr == "" and whole.stdout == run("find", "energy").stdout

    @pytest.mark.parametrize("count", ["1", "4", "12"])
    def test_text_and_json_have_the_same_places(self, count: str) -> None:
        """Each place is counted once, whether its name, its quote or a term of the glossary was found."""
        for query in ("energy", "cloud", "chuangke", "village"):
            hits = json.loads(run("find", query, "-n", count, "--format", "json").stdout)["hits"]
            text = run("find", query, "-n", count).stdout
            assert all(hit["id"] in text or hit["quote"] in text for hit in hits if hit["field"] != "term"), query

    def test_what_was_found_has_a_name(self, plan: Plan) -> None:
        items = [*plan.nodes, *plan.bodies.values(), *plan.sources.values(), *plan.quotes.values()]
        names = {name for item in items for texts in (short_texts, long_texts) for name, _ in texts(item)}
        assert names <= set(FOUND_BY)

    def test_nothing(self) -> None:
        done = run("find", "qqqqzzzz")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "nothing found for 'qqqqzzzz'; try fewer words, or internet-plus tree\n"


class TestAgencies:
    """`agencies` without a body."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize("plan", ["", "docs/examples/ai2017"])
    def test_fits_a_screen(self, lang: str, plan: str) -> None:
        """With the prompt below it."""
        code, lines = on_terminal("agencies", "--lang", lang, *(("--plan", plan) if plan else ()))
        assert code == 0 and 5 < len(lines) < 24
        assert max(map(cells, lines)) <= 80

    def test_counts_the_duties_of_each_body(self, plan: Plan) -> None:
        lines = run("agencies").stdout.splitlines()
        roles = [role for _, role in plan.uses.duties["org.miit"]]
        counts = [str(roles.count(role)) for role in ("lead", "joint_lead", "member")]
        line = next(line for line in lines if "(MIIT)" in line)
        assert line.split()[:3] == counts and line.endswith("org.miit")
        with_role = {body for body in plan.uses.duties if plan.bodies[body].kind == "agency"}
        assert all(plan.bodies[id_].abbr in " ".join(lines) for id_ in with_role)
        assert str(len(with_role)) in lines[0]
        assert any(line.startswith("Lists unknown: ") for line in lines), "what is not counted is told"

    def test_says_how_to_see_more(self) -> None:
        last = run("agencies").stdout.splitlines()[-1]
        assert last == "internet-plus agencies NDRC prints one body, --all the whole table."
        assert run("agencies", "NDRC").stdout.splitlines()[0].endswith("org.ndrc")
        whole = run("agencies", "--all").stdout
        assert len(whole.splitlines()) > 100 and "org.npc" in whole

    def test_json_is_whole(self, plan: Plan) -> None:
        found = json.loads(run("agencies", "--format", "json").stdout)["agencies"]
        assert {entry["id"] for entry in found} == {b.id for b in plan.bodies.values() if b.kind == "agency"}


class TestShow:
    """`show` of what has no quotes of its own."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_task_names_whose_quotes_there_are(self, plan: Plan, lang: str) -> None:
        above = plan.node("act.agriculture")
        task, action = (run("show", id_, "--lang", lang).stdout for id_ in ("act.agriculture.1", above.id))
        assert f"internet-plus show {above.id}" in task and str(len(above.quotes)) in task
        quotes = [plan.quotes[link.id].exact for link in above.quotes]
        # Short ones are words of titles, too.
        long = [squeezed(quote) for quote in quotes if len(quote) > 30]
        assert len(long) > 5 and all(quote in squeezed(action) for quote in long)
        assert not any(quote in squeezed(task) for quote in long)

    def test_no_entry_repeats_what_another_prints(self, plan: Plan) -> None:
        from widgets.render.cards import node_card

        found = 0
        for node in plan.nodes:
            links = plan.quotes_of(node)
            if not links or not links[0].inherited_from or node.conflict:
                # The card of a conflict has the quotes of its sides.
                continue
            found += 1
            text = printer.render(node_card(plan, node.id))
            assert f"internet-plus show {links[0].inherited_from}" in text, node.id
            long = [quote for link in links if len(quote := plan.quotes[link.id].exact) > 60]
            assert not any(squeezed(quote) in squeezed(text) for quote in long), node.id
        assert found > 30

    def test_sources_of_several_statements_are_printed_once(self) -> None:
        printed = run("show", "tl.2015-07-04").stdout
        assert "  heading, summary, published\n" in printed
        assert printed.count("State Council Provides Guidance on") == 1

    def test_json_has_them(self) -> None:
        node = json.loads(run("show", "act.agriculture.1", "--format", "json").stdout)["node"]
        assert len(node["quotes"]) == 13 and node["quotes"][0]["inherited_from"] == "act.agriculture"

    def test_signs_are_explained_on_a_terminal(self) -> None:
        assert on_terminal("tree", "--depth", "1")[1][-1] == "▫ reported by a source you can open  ∙ no source yet"
        assert on_terminal("show", "act.ai", "--lang", "zh")[1][-1].endswith("∙ 尚无来源")
        assert run("tree").stderr == ""


class TestHelp:
    """`help`, `-h`, `-V`."""

    @pytest.mark.parametrize("command", COMMANDS)
    def test_help_prints_what_the_option_prints(self, command: str) -> None:
        done = run("help", command)
        assert done.returncode == 0 and done.stdout == run(command, "--help").stdout != ""

    def test_of_the_program(self) -> None:
        assert run("help").stdout == run("--help").stdout == run("-h").stdout
        assert run("-V").stdout == run("--version").stdout == "internet-plus, version 0.1.0\n"

    def test_of_an_unknown_command(self) -> None:
        done = run("help", "shwo")
        assert (done.returncode, done.stdout) == (2, "")
        assert "no command 'shwo'; did you mean 'show'?" in done.stderr and "Traceback" not in done.stderr

    @pytest.mark.parametrize("columns", [40, 60, 80])
    def test_fits_the_terminal(self, columns: int) -> None:
        for command in ("", *COMMANDS):
            done = run(*filter(None, (command, "--help")), env={"COLUMNS": str(columns)})
            long = [line for line in done.stdout.splitlines() if len(line) > columns]
            # A path or a list of choices has no place to be broken.
            assert all(" " not in line.strip().removeprefix("--table ") for line in long), (command, long)

    def test_a_broken_example_is_one_line_for_a_shell(self) -> None:
        help_ = run("completions", "--help", env={"COLUMNS": "60"}).stdout
        example = re.search(r"^    (internet-plus completions bash(?:.*\\\n)*.*)$", help_, re.MULTILINE)
        assert example and "\\\n" in example[1]
        assert shell(f"set -- {example[1].replace('>', '')}; echo $#").stdout == "4\n"


class TestEmptyAndNothing:
    """Empty texts, and places where there is nothing."""

    @pytest.mark.parametrize(
        "line",
        [
            "--plan '' tree", "tree --plan ''", "--plan= find ai", "check ''", "check --against ''", "new ''",
            "quotes --source ''", "notes --from ''", "bookmarks --from ''", "attach '' page.html", "attach src.000 ''",
            "--at ''", "--theme ''", "--lang '' tree",
        ],
    )  # fmt: skip
    def test_an_empty_value_is_refused(self, line: str) -> None:
        done = run(*shlex.split(line))
        assert (done.returncode, done.stdout) == (2, ""), done.stderr
        assert done.stderr.splitlines()[-1].startswith("Error: Invalid value for ")

    @pytest.mark.parametrize("command", ["tree", "show", "quotes", "agencies"])
    def test_an_empty_node_is_none(self, command: str) -> None:
        done = run(command, "")
        assert (done.returncode, done.stdout) == (1, "")
        assert "nothing is called ''" in done.stderr

    def test_a_dash_is_no_file(self) -> None:
        done = run("attach", "guofa-2015-40", "-")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "- is no file; save the text or the page in a file, and attach that\n"

    @pytest.mark.parametrize("form", ["text", "json", "md"])
    def test_no_notes_and_no_bookmarks(self, form: str) -> None:
        done = run("notes", "--format", form)
        assert done.returncode == 0
        assert done.stderr == "no notes yet; press i on an entry in the explorer to write one\n"
        assert done.stdout == "" if form != "json" else json.loads(done.stdout)["notes"] == []
        if form != "md":
            done = run("bookmarks", "--format", form)
            assert done.returncode == 0
            assert done.stderr == "no bookmarks yet; press m on an entry in the explorer to set one\n"
            assert done.stdout == "" if form != "json" else json.loads(done.stdout)["bookmarks"] == []

    def test_a_view_without_anything(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yaml").write_text("root: {id: root, kind: plan, title: {en: Nothing}}\n", encoding="utf-8")
        for command in ("timeline", "agencies", "targets", "conflicts", "glossary", "sources"):
            done = run("--plan", str(tmp_path), command)
            assert (done.returncode, done.stdout) == (0, ""), done
            assert done.stderr == "this plan has nothing to print here\n", command

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("quotes org.saic", "no quotes; internet-plus evidence lists what has some"),
            ("quotes --source nope", "no source 'nope'; internet-plus sources lists them"),
            ("agencies 3", "act.agriculture is not a body; internet-plus agencies lists them"),
            ("compare 3 org.moa", "org.moa is not an entry of the outline; compare takes two of these"),
        ],
    )
    def test_what_to_do_next(self, line: str, said: str) -> None:
        done = run(*line.split())
        assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{said}\n")


class TestNarrow:
    """A narrow terminal loses nothing that one needs."""

    LINES = ("tree", "find energy", "find 农业", "quotes act.ai", "glossary", "agencies --all", "show q.000.25 org.moa")

    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize("line", LINES)
    def test_every_id_is_printed(self, line: str, lang: str, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
        def ids(width: int) -> set[str]:
            monkeypatch.setattr("cli.printer.PIPE_WIDTH", width)
            text = run(*line.split(), "--lang", lang).stdout
            assert width == 200 or max(map(cells, text.splitlines())) <= width
            return {word for word in re.findall(r"[a-z]+\.[\w.-]+", text) if plan.get(word) is not None}

        wide = ids(200)
        assert wide
        for width in (40, 60, 80):
            assert wide - ids(width) == set(), width

    def test_long_names_ids_and_numbers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from widgets.render.blocks import Block, Span, text_block

        long = "mea.a-very-long-name-of-a-node-that-fills-a-line"
        blocks = [
            text_block("An entry with a long name that goes on and on", "text", right=(Span(long, "id"),), indent=4),
            Block((Span("Title", "text"),), lead=(Span("第一百二十三条之第四十五款第六项（补充） ", "number"),)),
        ]
        monkeypatch.setattr("cli.printer.PIPE_WIDTH", 40)
        text = printer.render(blocks)
        assert long in text and "补充" in text and "on and on" in " ".join(text.split())


DATA = (
    "show 8 --format json", "tree 8 --format json", "find 电子商务 --format json", "quotes act.ai --format md",
    "keys --format md --lang zh", "paths --example --lang zh", "export md act.ai", "export html act.ai", "export csv",
    "export json act.ai", "export bib", "export csl", "notes --format json", "check --format json",
)  # fmt: skip


def printed(line: str, encoding: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Run a command whose stdout has the encoding of a locale, as LC_ALL and PYTHONIOENCODING set it."""
    path = folder / encoding
    with path.open("w", encoding=encoding) as stream, monkeypatch.context() as patch:
        patch.setattr("sys.stdout", stream)
        assert main(line.split()) == 0
    return path.read_bytes()


@pytest.mark.parametrize("line", DATA)
def test_data_is_utf8_in_every_locale(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encodings = ("utf-8", "gbk", "latin-1", "ascii", "utf-16")
    found = {encoding: printed(line, encoding, tmp_path, monkeypatch) for encoding in encodings}
    assert set(found.values()) == {found["utf-8"]}
    text = found["gbk"].decode("utf-8")
    assert "json" not in line.split() or json.loads(text)


@pytest.mark.parametrize("line", ["show 8 --lang zh", "find 电子商务", "timeline --lang both", "paths", "check"])
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
def test_text_follows_the_locale_and_never_dies_of_it(
    line: str, encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert printed(line, encoding, tmp_path, monkeypatch).decode(encoding)


def test_the_locale_of_the_process_changes_no_byte_of_data() -> None:
    line = "$IP show 8 --format json | sha256sum"
    found = {
        shell(f"{env} {line}").stdout
        for env in ("", "PYTHONIOENCODING=gbk", "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0")
    }
    assert len(found) == 1


def test_a_reader_that_stops_is_quiet() -> None:
    """`| head -1`, of commands with more output than a pipe holds and with less."""
    for line in ("find e", "agencies --all", "export json", "glossary", "help", "notes"):
        done = shell(f"$IP {line} 2>&1 | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}")
        assert done.stdout == "0\n" and done.stderr == "", (line, done)


def test_a_terminal_of_another_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS rules over the terminal's own width, as in other programs."""
    assert shutil.get_terminal_size().columns > 0
    _, lines = on_terminal("sources", size=(100, 24), COLUMNS="50")
    assert 40 < max(map(cells, lines)) <= 50


def test_each_printing_command_has_a_help_of_its_own() -> None:
    top = click.Context(group)
    helps = [command.help for name in COMMANDS if (command := group.get_command(top, name))]
    assert len(set(helps)) == len(COMMANDS)
