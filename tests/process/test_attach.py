"""Attaching a copy: the command line as a user runs it, and what a copy does to lists of bodies and to passages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plan_data.copies.merge import MergedCopy
from plan_data.copies.store import CopyStore
from plan_data.errors import MAX_BYTES, Refused
from plan_data.loading.loader import load
from plan_data.model.entities import Agencies
from plan_data.model.plan import Plan
from tests.made_up_copy import DOCUMENT, MadeUp, laid, opened, same
from tests.output import run
from tests.small_plan import write_plan
from tests.terminal import ROOT

Home = dict[str, str]
"""What the environment says of the folders of whoever runs the program."""
PRINTED: list[dict[str, Any]] = [
    {},
    {"encoding": "gb18030", "newline": "\r\n"},
    {"form": "p", "encoding": "gb18030", "page": True, "spaces": True, "contents": True},
    {"form": "br", "traditional": True},
]
FOUR = "发展改革委、科技部、工业和信息化部、网信办"
"""The bodies of act.ai, as they are printed."""
QUOTE = "q.guofa-2015-40.act.ai.1"


def home_in(folder: Path) -> Home:
    """Folders of one's own."""
    return {"HOME": str(folder)} | {
        f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CONFIG", "CACHE", "STATE")
    }


def copies_of(home: Home) -> Path:
    """Where the copies are kept."""
    return Path(home["XDG_DATA_HOME"]) / "internet-plus" / "copies"


def payload(home: Home, *args: str) -> Any:
    """Run a command for JSON, and return what it prints, without the schema."""
    done = run(*args, "--format", "json", env=home)
    assert (done.returncode, done.stderr.startswith("saved in ")) == (0, args[0] == "attach"), done.stderr
    found = json.loads(done.stdout)
    assert found.pop("schema") == 1 and len(found) == 1
    return next(iter(found.values()))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Folders without a copy."""
    return home_in(tmp_path / "home")


@pytest.fixture(scope="module")
def with_copy(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Folders with a copy; nothing may be changed in them."""
    folder = tmp_path_factory.mktemp("attached")
    home = home_in(folder)
    CopyStore(copies_of(home)).attach(plan, DOCUMENT, MadeUp(plan).write(folder / "copy.txt"), MAX_BYTES)
    return home


class TestAttach:
    """`internet-plus attach`."""

    @pytest.mark.parametrize("options", PRINTED, ids=str)
    def test_it_reports_kind_by_kind(self, plan: Plan, home: Home, tmp_path: Path, options: dict[str, Any]) -> None:
        if options.get("traditional"):
            pytest.importorskip("opencc")
        file = MadeUp(plan, **options).write(tmp_path / "copy")
        done = run("attach", "guofa-2015-40", str(file), env=home)
        assert done.returncode == 0, done.stderr
        lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
        assert {"11 of 11 actions", "40 of 40 tasks", "7 of 7 groups", "25 of 25 measures"} <= set(lines)
        assert "65 of 65 tasks and measures together" in lines
        assert "Not found" not in done.stdout
        assert done.stderr == f"saved in {copies_of(home) / DOCUMENT}; internet-plus detach {DOCUMENT} removes it\n"

    def test_it_names_what_is_missing_and_what_differs(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        alter = ["act.ai.2", "act.energy.1", "act.finance.3", "mea.1.2", "mea.7.3"]
        made = MadeUp(plan, alter=alter, lists={"act.ai": "教育部负责", "act.ecology": ""})
        done = run("attach", DOCUMENT, str(made.write(tmp_path / "copy")), env=home)
        assert done.returncode == 0
        for part in ("37 of 40", "23 of 25", "60 of 65"):
            assert part in done.stdout
        missing = done.stdout.split("Not found, with")[1].split("Lists of responsible bodies")[0].split("\n")[1:-2]
        assert [line.split()[-1] for line in missing[::3]] == sorted(alter, key=[n.id for n in made.nodes].index)
        for entry, ours, near in zip(missing[::3], missing[1::3], missing[2::3], strict=True):
            node = plan.node(entry.split()[-1])
            assert f"{node.number} {node.title.en}" in entry and ours.endswith(f"ours: {node.title.zh}")
            assert f"paragraph {made.places[node.id][0]}, similarity" in near and near.endswith("某某")
        bodies = " ".join(done.stdout.split("Lists of responsible bodies")[1].split())
        assert (
            "Differ, ours is kept: 1 11 Artificial intelligence act.ai the copy names 教育部, ours does not" in bodies
        )
        assert "Not found in the copy: 1 10 Green ecology" in bodies
        assert "Filled from the copy, unknown before: 16 m2.1 Capacity for innovation, m2.2" in bodies
        assert "Agree with ours: 16 1 Entrepreneurship" in bodies

    def test_json_has_every_key(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        made = MadeUp(plan, alter=["act.ai.2"], lists={"act.ai": "教育部等负责"})
        told = payload(home, "attach", DOCUMENT, str(made.write(tmp_path / "copy.txt")))
        assert set(told) == {
            "source",
            "copy",
            "headings",
            "missing",
            "agencies",
            "passages",
            "edition",
            "replaced",
            "names",
        }
        assert told["source"] == DOCUMENT and told["passages"] == {"found": 0, "total": 0}
        assert set(told["copy"]) == {"name", "sha256", "form", "encoding", "script", "attached"}
        assert {"kind": "task", "found": 39, "total": 40} in told["headings"]
        assert {"kind": "measure", "found": 25, "total": 25} in told["headings"]
        near = told["missing"][0].pop("nearest")
        assert told["missing"] == [{"id": "act.ai.2", "kind": "task", "heading": plan.node("act.ai.2").title.zh}]
        assert set(near) == {"paragraph", "text", "likeness"} and near["paragraph"] == made.places["act.ai.2"][0]
        assert set(told["agencies"]) == {"compared", "differences", "taken", "unlisted"}
        assert {entry["node"] for entry in told["agencies"]["differences"]} == {"act.ai"}

    def test_another_copy_lists_how_it_differs_from_the_first(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        """GIVEN a copy, WHEN one with other words and in another form replaces it, THEN each difference is named."""
        first = MadeUp(plan, alter=["act.ai.2"], lists={"act.energy": "教育部负责"}).write(tmp_path / "first.txt")
        assert payload(home, "attach", DOCUMENT, str(first))["replaced"] is None
        second = MadeUp(plan, alter=["mea.7.3"], form="p", page=True).write(tmp_path / "second.html")
        done = run("attach", DOCUMENT, str(second), env=home)
        told = " ".join(done.stdout.split("It replaced first.txt, attached ")[1].split())
        assert "Entries whose text differs: 3 4 Smart energy act.energy before: " in told
        assert "（教育部负责） now: " in told
        assert "act.ai.2 before: not found now: 推进重点领域智能产品创新。" in told
        assert "mea.7.3 before: 有序推进实施。" in told and told.endswith("now: not found")
        assert payload(home, "copies")[0]["replaced"]["changes"][0]["node"] == "act.energy"
        same_again = MadeUp(plan, alter=["mea.7.3"], spaces=True, quotes="「」").write(tmp_path / "third.txt")
        done = run("attach", DOCUMENT, str(same_again), env=home)
        assert "The text is the same." in " ".join(done.stdout.split())

    def test_a_refused_file_leaves_the_first_copy(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        assert run("attach", DOCUMENT, str(MadeUp(plan).write(tmp_path / "copy")), env=home).returncode == 0
        before = {path: path.read_bytes() for path in copies_of(home).rglob("*") if path.is_file()}
        (tmp_path / "wrong").write_text("采茶样品")
        assert run("attach", DOCUMENT, str(tmp_path / "wrong"), env=home).returncode == 1
        assert {path: path.read_bytes() for path in copies_of(home).rglob("*") if path.is_file()} == before

    def test_copies_prints_the_report_again(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        assert "No copy is attached. internet-plus attach" in run("copies", env=home).stdout
        attached = run("attach", DOCUMENT, str(MadeUp(plan).write(tmp_path / "copy")), env=home)
        again = run("copies", env=home)
        assert again.stdout == attached.stdout and "All 101 headings of the document were found" in again.stdout

    def test_what_is_no_copy_ends_with_1_and_the_reason(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        file = tmp_path / "wrong"
        for data, reason in (
            ("采茶样品".encode(), f"wrong is not accepted as {DOCUMENT}: it has only 0 of the 101 headings"),
            (b"%PDF-1.4", "wrong is a PDF"),
        ):
            file.write_bytes(data)
            done = run("attach", DOCUMENT, str(file), env=home)
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
            assert done.stderr.startswith(f"not attached: {reason}")
        assert not copies_of(home).exists()

    def test_an_unknown_source_ends_with_1_and_the_nearest(self, home: Home, tmp_path: Path) -> None:
        done = run("attach", "guofa-2015-4", str(tmp_path), env=home)
        assert (done.returncode, done.stdout) == (1, "")
        assert f"did you mean '{DOCUMENT}'" in done.stderr
        assert run("attach", DOCUMENT, env=home).returncode == 2

    def test_a_file_that_cannot_be_read_ends_with_3(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        for name, reason in (("none", "No such file"), (".", "is a folder"), ("pipe", "is no regular file")):
            done = run("attach", DOCUMENT, str(tmp_path / name), env=home)
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
            assert reason in done.stderr
        large = tmp_path / "large"
        large.write_bytes(b"x" * 2_000_000)
        done = run("attach", DOCUMENT, str(large), "--max-size", "1999999", env=home)
        assert done.returncode == 3 and "the limit is 1,999,999" in done.stderr

    def test_a_folder_that_cannot_be_written_ends_with_3(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        copies_of(home).parent.mkdir(parents=True)
        copies_of(home).write_text("in the way")
        done = run("attach", DOCUMENT, str(MadeUp(plan).write(tmp_path / "copy")), env=home)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
        assert f"{copies_of(home)} cannot be written" in done.stderr
        assert run("tree", env=home).returncode == 0

    def test_nothing_in_a_file_or_its_name_acts_on_the_terminal(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        evil = "\x1b]52;c;eA==\x07"
        made = MadeUp(plan, lists={"act.ai": f"茶{evil}局负责"})
        done = run("attach", DOCUMENT, str(made.write(tmp_path / f"c{evil}.txt")), env=home)
        assert done.returncode == 0
        done = run("show", "act.ai", DOCUMENT, QUOTE, env=home)
        assert done.returncode == 0 and "\x1b" not in done.stdout + done.stderr

    def test_no_textual_is_loaded(self, plan: Plan, home: Home, tmp_path: Path) -> None:
        code = "import sys; from cli.app import main; main(sys.argv[1:]); sys.exit('textual' in sys.modules)"
        file = str(MadeUp(plan).write(tmp_path / "copy"))
        for args in (["attach", DOCUMENT, file], ["detach", DOCUMENT]):
            env = {**os.environ, **home}
            assert subprocess.run([sys.executable, "-c", code, *args], cwd=ROOT, env=env, timeout=60).returncode == 0


class TestAttached:
    """The other commands, once a copy is there."""

    def test_a_title_is_attached_and_opens_at_its_paragraph(self, plan: Plan, with_copy: Home) -> None:
        node, measure = payload(with_copy, "show", "act.ai.1", "mea.2.1")
        assert node["evidence"]["title"] == "attached"
        assert node["quotes"][0].items() >= {"id": QUOTE, "role": "states", "inherited_from": ""}.items()
        quote = payload(with_copy, "quotes", "act.ai.1")[0]
        assert quote["paragraph"] == MadeUp(plan).places["act.ai.1"][0]
        assert (quote["id"], quote["source"], quote["state"]) == (QUOTE, DOCUMENT, "verbatim")
        assert quote["exact"] == plan.node("act.ai.1").title.zh
        about = [(link["id"], link["role"], link["number"]) for link in quote["nodes"]]
        assert about == [("act.ai.1", "states", "11.1")]
        assert payload(with_copy, "show", "act.ai.1") == node
        first = measure["agencies"]["list"][0]
        assert (first["id"], first["role"], first["name"]["zh"]) == ("org.moe", "lead", "教育部")

    @pytest.mark.parametrize(
        ("args", "part"),
        [
            ("quotes act.ai.1", "of your copy"),
            ("sources --format json", DOCUMENT),
            ("evidence", " copy "),
            ("evidence --format json", '"title": "attached"'),
            ("tree actions", "act.ai.1 ✓"),
        ],
    )
    def test_printing_commands_still_print(self, with_copy: Home, args: str, part: str) -> None:
        done = run(*args.split(), env=with_copy)
        assert (done.returncode, done.stderr) == (0, "")
        assert part in done.stdout

    def test_check_counts_what_is_shipped(self, with_copy: Home, home: Home) -> None:
        done = run("check", env=with_copy)
        assert done.returncode == 0 and "174 verbatim" in done.stdout
        assert done.stdout == run("check", env=home).stdout

    def test_another_plan_is_as_it_was(self, with_copy: Home, home: Home, tmp_path: Path) -> None:
        folder = str(write_plan(tmp_path / "small"))
        done = run("--plan", folder, "tree", env=with_copy)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == run("--plan", folder, "tree", env=home).stdout

    def test_a_damaged_copy_is_told_and_can_be_taken_away(self, with_copy: Home, home: Home) -> None:
        shutil.copytree(copies_of(with_copy), copies_of(home))
        (copies_of(home) / DOCUMENT / "record.json").write_text("{")
        done = run("show", "act.ai.1", "--format", "json", env=home)
        assert done.returncode == 0 and json.loads(done.stdout)["node"]["evidence"]["title"] == "reported"
        assert (
            done.stderr.startswith(f"the attached copy of {DOCUMENT} cannot be read") and done.stderr.count("\n") == 1
        )
        assert run("detach", DOCUMENT, env=home).returncode == 0
        assert run("tree", env=home).stderr == ""

    def test_a_record_of_other_types_is_no_traceback(self, with_copy: Home, home: Home) -> None:
        shutil.copytree(copies_of(with_copy), copies_of(home))
        record = dict.fromkeys(("name", "sha256", "form", "encoding"))
        (copies_of(home) / DOCUMENT / "record.json").write_text(json.dumps({"schema": 1, **record}))
        assert run("show", DOCUMENT, env=home).returncode == 0

    def test_detach_takes_it_away_once(self, with_copy: Home, home: Home) -> None:
        shutil.copytree(copies_of(with_copy), copies_of(home))
        done = run("detach", "src.000", env=home)
        assert (done.returncode, done.stderr) == (1, f"no copy of src.000 is attached; attached: {DOCUMENT}\n")
        assert run("detach", "..", env=home).returncode == 1
        done = run("detach", "guofa-2015-40", env=home)
        assert (done.returncode, done.stdout) == (0, f"removed the copy of {DOCUMENT}\n")
        assert list(copies_of(home).iterdir()) == []
        assert payload(home, "show", "act.ai.1")["evidence"]["title"] == "reported"
        done = run("detach", DOCUMENT, env=home)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == f"no copy of {DOCUMENT} is attached\n"


class TestLists:
    """The responsible bodies behind an action or a measure."""

    def test_the_same_lists_are_compared_and_graded(self, plan: Plan) -> None:
        work, printed = laid(plan), MadeUp(plan).nodes
        ours = [node for node in printed if node.agencies.rule not in ("", "unknown")]
        unknown = [node for node in printed if node.agencies.rule == "unknown"]
        assert work.report.compared == tuple(node.id for node in ours)
        assert work.report.taken == tuple(node.id for node in unknown)
        assert (work.report.differences, work.report.unlisted) == ((), ())
        for node in (*ours, *unknown):
            assert work.plan.node(node.id).evidence["agencies"] == "attached"
        for node in unknown:
            assert work.plan.node(node.id).agencies == Agencies("first", True, ("org.moe", "org.mca"))
        assert work.plan.bodies == plan.bodies

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (f"{FOUR}、教育部等负责", "the copy names 教育部, ours does not"),
            (f"{FOUR}、茶叶局等负责", "the copy names 茶叶局, ours does not"),
            ("发展改革委、科技部、网信办等负责", "ours names 工业和信息化部, the copy does not"),
            ("科技部、发展改革委、工业和信息化部、网信办等负责", "the order differs: the copy has 科技部, 发展改革委"),
            (f"{FOUR}等共同牵头", "who leads differs: all lead jointly in the copy, the first leads in ours"),
            (f"{FOUR}负责", "ours ends with 等, not the copy's"),
            (
                "教育部牵头",
                "the copy names 教育部|ours names 发展改革委, 科技部|who leads differs: one body is responsible"
                "|ours ends with 等",
            ),
        ],
    )
    def test_every_difference_is_listed_and_ours_stays(self, plan: Plan, words: str, says: str) -> None:
        work = laid(plan, lists={"act.ai": words})
        assert {difference.node for difference in work.report.differences} == {"act.ai"}
        for difference, start in zip(work.report.differences, says.split("|"), strict=True):
            assert difference.says.en.startswith(start)
        after = work.plan.node("act.ai")
        assert after.agencies == plan.node("act.ai").agencies
        assert after.evidence["agencies"] == plan.node("act.ai").evidence["agencies"]
        assert after.notes[-1].kind == "doubt" and words in after.notes[-1].text.en

    def test_an_unknown_body_gets_an_entry_of_its_own(self, plan: Plan) -> None:
        work = laid(plan, lists={"mea.2.1": "茶叶局、科技部负责", "mea.2.2": "茶叶局负责"})
        first, second = (work.plan.node(id_).agencies for id_ in ("mea.2.1", "mea.2.2"))
        assert first.list[1] == "org.most" and first.rule == "first" and not first.open
        assert second == Agencies("sole", False, first.list[:1])
        body = work.plan.bodies[first.list[0]]
        assert (body.title.zh, body.evidence) == ("茶叶局", {"name": "attached"})
        assert len(work.plan.bodies) == len(plan.bodies) + 1

    def test_bodies_of_two_copies_do_not_take_each_others_place(self, plan: Plan) -> None:
        first = laid(plan, lists={"mea.2.1": "茶叶局负责"}).plan
        second = laid(first, lists={"mea.2.2": "丝绸局负责"}).plan
        names = {id_: body.title.zh for id_, body in second.bodies.items() if id_ not in plan.bodies}
        assert sorted(names.values()) == ["丝绸局", "茶叶局"]

    def test_a_list_that_the_copy_lacks_is_named(self, plan: Plan) -> None:
        work = laid(plan, lists={"act.ai": "", "mea.2.1": ""})
        assert work.report.unlisted == ("act.ai",)
        assert work.plan.node("act.ai").agencies == plan.node("act.ai").agencies
        assert work.plan.node("mea.2.1").agencies.rule == "unknown"

    @pytest.mark.parametrize("form", ["line"])
    def test_the_last_list_is_read_in_a_single_paragraph(self, plan: Plan, form: str) -> None:
        assert laid(plan, form=form).report.unlisted == ()

    def test_a_paragraph_that_begins_with_a_year_does_not_hide_its_list(self, plan: Plan) -> None:
        copy = MadeUp(plan).copy()
        lines = tuple(f"2016年，{line}" if FOUR in line else line for line in copy.paragraphs)
        assert MergedCopy(plan, copy._replace(paragraphs=lines, simplified=lines)).report.unlisted == ()

    def test_a_traditional_copy_is_told_in_its_own_letters(self, plan: Plan) -> None:
        pytest.importorskip("opencc")
        work = laid(plan, traditional=True, lists={"act.ai": "发展改革委负责"})
        assert "發展改革委負責" in work.plan.node("act.ai").notes[-1].text.en


class TestPassages:
    """A source of which passages are shipped, and one of which only the title is known."""

    BLOCKS = (
        "Small plan explained",
        "The plan names e-commerce, and e-commerce in the villages.",
        "A third.",
        "A fourth.",
        '"Eight ministries" drafted it, says the ministry.\nA list follows.',
        "The end.",
    )

    @pytest.fixture
    def shelf(self, tmp_path: Path) -> CopyStore:
        """A shelf that is not made yet."""
        return CopyStore(tmp_path / "copies")

    @pytest.fixture
    def small(self, tmp_path: Path) -> Plan:
        """The small plan, whose news has the passages 2 and 5."""
        return load(write_plan(tmp_path / "small"))

    def attach(self, shelf: CopyStore, plan: Plan, *blocks: str, source: str = "src.news") -> Plan:
        """The small plan, opened with a copy of a source."""
        file = shelf.folder.parent / "news.txt"
        file.write_text("\n\n".join(blocks), encoding="utf-8")
        laid = shelf.attach(plan, source, file, MAX_BYTES)
        after, told = opened(shelf, plan.folder)
        assert told == [] and same(after, laid.plan)
        assert after.quotes == plan.quotes and after.state_counts == plan.state_counts == {"verbatim": 2}
        return after

    def test_gaps_are_filled_and_numbers_kept(self, shelf: CopyStore, small: Plan) -> None:
        after = self.attach(shelf, small, *self.BLOCKS)
        assert dict(after.sources["src.news"].passages) == dict(enumerate(self.BLOCKS, 1))

    def test_more_or_less_before_the_text_moves_no_number(self, shelf: CopyStore, small: Plan) -> None:
        after = self.attach(shelf, small, "Home", "News", *self.BLOCKS)
        assert dict(after.sources["src.news"].passages) == dict(enumerate(self.BLOCKS, 1))
        after = self.attach(shelf, small, *self.BLOCKS[1:])
        assert dict(after.sources["src.news"].passages) == dict(list(enumerate(self.BLOCKS, 1))[1:])

    def test_a_copy_that_reads_otherwise_fills_nothing(self, shelf: CopyStore, small: Plan) -> None:
        for blocks in (
            [block.replace("villages", "towns") for block in self.BLOCKS],
            [*self.BLOCKS[:3], "One more.", *self.BLOCKS[3:]],
        ):
            after = self.attach(shelf, small, *blocks)
            assert after.sources["src.news"].passages == small.sources["src.news"].passages
            assert after.sources["src.news"].copy is not None

    def test_a_paragraph_that_stands_twice_leaves_no_gap(self, shelf: CopyStore, small: Plan) -> None:
        after = self.attach(shelf, small, self.BLOCKS[1], *self.BLOCKS)
        assert after.sources["src.news"].passages[3] == "A third."

    def test_less_than_half_of_them_is_refused(self, shelf: CopyStore, small: Plan) -> None:
        with pytest.raises(Refused, match="only 0 of the 2 passages"):
            self.attach(shelf, small, "Small plan explained", "The plan names e-commerce.")

    def test_a_title_is_enough_where_nothing_else_is_known(self, shelf: CopyStore, small: Plan) -> None:
        lines = ("样本", "关于积极推进 小计划的意见", "话。")
        after = self.attach(shelf, small, *lines, source="src.doc")
        assert dict(after.sources["src.doc"].passages) == dict(enumerate(lines, 1))
        assert after.nodes == small.nodes
        with pytest.raises(Refused, match=r"not accepted as src\.doc: it does not have the title of that source"):
            self.attach(shelf, small, "关于积极推进大计划的意见", source="src.doc")

    def test_a_traditional_title_is_recognised(self, shelf: CopyStore, plan: Plan) -> None:
        pytest.importorskip("opencc")
        file = shelf.folder.parent / "copy.txt"
        file.write_text(f"{plan.sources['src.gov-big5'].title.zh}\n發展與進步", encoding="utf-8")
        shelf.attach(plan, "src.gov-big5", file, MAX_BYTES)

    def test_an_unknown_source_is_refused(self, shelf: CopyStore, small: Plan) -> None:
        with pytest.raises(Refused, match=r"this plan has no source src\.nowhere"):
            self.attach(shelf, small, "text", source="src.nowhere")
