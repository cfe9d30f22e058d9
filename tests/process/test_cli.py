"""The printing commands: streams, exit codes, JSON, and odd outputs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plan_data.folders import SHIPPED
from plan_data.model.plan import Plan
from tests.output import run

ROOT = Path(__file__).parents[2]
PRINTING = [
    ["tree"],
    ["show", "act.ai"],
    ["find", "energy"],
    ["quotes", "act.finance"],
    ["sources"],
    ["timeline"],
    ["agencies"],
    ["agencies", "moa"],
    ["targets"],
    ["conflicts"],
    ["evidence"],
    ["glossary"],
    ["compare", "act.logistics", "act.ecommerce"],
    ["keys"],
    ["paths"],
    ["check"],
]


def payload(*args: str) -> dict[str, Any]:
    """Run a command for JSON, and return its object."""
    done = run(*args, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert found.pop("schema") == 1
    assert len(found) == 1 or args[0] == "check"
    return found


def of_kind(tree: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Every node of a kind in a tree record."""
    own = [tree] if tree["kind"] == kind else []
    return own + [node for child in tree["children"] for node in of_kind(child, kind)]


def test_tree_has_the_whole_plan() -> None:
    tree = payload("tree")["tree"]
    actions = of_kind(tree, "action")
    assert [len(action["children"]) for action in actions] == [3, 4, 4, 4, 3, 5, 3, 4, 3, 4, 3]
    assert actions[7]["id"] == "act.ecommerce"
    assert [task["id"] for task in actions[10]["children"]] == ["act.ai.1", "act.ai.2", "act.ai.3"]
    assert {node["id"] for node in of_kind(tree, "category")} == {
        "sup.policy",
        "sup.infrastructure",
        "sup.sharing",
        "sup.business",
        "sup.safety",
    }
    assert [len(group["children"]) for group in of_kind(tree, "group")] == [4, 4, 4, 3, 4, 3, 3]
    assert of_kind(tree, "event")[0]["id"] == "tl.2015-03-05"
    assert set(actions[0]) == {"id", "kind", "number", "title", "evidence", "children"}


def test_tree_is_cut_at_a_depth() -> None:
    tree = payload("tree", "actions", "--depth", "1")["tree"]
    assert len(tree["children"]) == 11
    assert all(child["children"] == [] for child in tree["children"])


def test_show_gives_every_key_and_follows_a_task_to_its_action() -> None:
    node = payload("show", "8.1")["node"]
    assert node["id"] == "act.ecommerce.1"
    assert node["agencies"]["inherited_from"] == "act.ecommerce"
    assert node["agencies"]["list"][0] == {
        "id": "org.ndrc",
        "role": "lead",
        "name": {"en": "National Development and Reform Commission", "zh": "国家发展和改革委员会"},
    }
    assert node["path"] == ["root", "actions", "act.ecommerce"]
    many = payload("show", "act.ai", "org.moa", "src.000", "q.000.25")["nodes"]
    assert [entry["kind"] for entry in many] == ["action", "agency", "source", "quote"]
    for entry in many:
        assert set(node) <= set(entry), entry["id"]


def test_every_id_can_be_shown_in_every_format(plan: Plan) -> None:
    from plan_data.exports import records

    ids = [*plan.index, *plan.bodies, *plan.sources, *plan.quotes]
    for id_ in ids:
        json.loads(records.dumps({"node": records.node(plan, id_)}))
    done = run("show", *ids)
    assert done.returncode == 0, done.stderr[-500:]


def test_find_says_what_matched() -> None:
    hit = payload("find", "22", "trillion")["hits"][0]
    assert hit["id"] == "tgt.ecommerce-2016"
    assert set(hit) == {"id", "field", "text", "score", "spans", "quote", "title", "kind", "number"}
    start, end = hit["spans"][0]
    assert hit["text"][start:end].lower().startswith("22")


def test_find_prints_the_terms_of_the_glossary_too() -> None:
    done = run("find", "chuangke")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "In the glossary" and "创客  chuàngkè" in done.stdout
    assert payload("find", "chuangke")["hits"][0]["field"] == "term"


def test_nothing_found_ends_with_1() -> None:
    done = run("find", "qqqqzzzz")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing found" in done.stderr


@pytest.mark.case("B61")
def test_unknown_node_names_the_nearest() -> None:
    """An unknown NODE ends with 1 and names the nearest."""
    done = run("show", "act.agricultur")
    assert (done.returncode, done.stdout) == (1, "")
    assert "act.agriculture" in done.stderr
    done = run("show", "qqzzqq")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n  ") >= 3


@pytest.mark.case("B61")
def test_wrong_use_ends_with_2() -> None:
    """An unknown format names the valid ones; an unknown command the nearest."""
    done = run("tree", "--format", "jsn")
    assert done.returncode == 2
    assert "text" in done.stderr and "json" in done.stderr
    done = run("shwo")
    assert done.returncode == 2
    assert "show" in done.stderr


def test_options_stand_before_or_after_the_command(tmp_path: Path) -> None:
    from tests.small_plan import write_plan

    write_plan(tmp_path)
    before, after = run("--plan", str(tmp_path), "tree"), run("tree", "--plan", str(tmp_path))
    assert before.returncode == after.returncode == 0
    assert before.stdout == after.stdout != run("tree").stdout
    assert run("--lang", "zh", "tree", "act.ai").stdout == run("tree", "act.ai", "--lang", "zh").stdout
    assert "人工智能" in run("tree", "act.ai", "--lang", "zh").stdout


def test_language_changes_text_and_never_json() -> None:
    assert (
        run("show", "act.ai", "--format", "json").stdout
        == run("show", "act.ai", "--lang", "zh", "--format", "json").stdout
    )


PRINT_ALL = """
import sys
from cli.app import main

for line in sys.argv[1:]:
    code = main(line.split())
    print(f"== {line}: {code}, {'textual' in sys.modules}", flush=True)
"""
"""Runs each line that it is given, and says after each how it ended and whether Textual was loaded."""


def test_printing_loads_no_textual_and_gives_plain_text_and_the_same_bytes_each_time() -> None:
    """Each command, in two processes that number what they hash differently."""
    lines = [" ".join(args) for args in PRINTING]
    runs = [
        subprocess.run(
            [sys.executable, "-c", PRINT_ALL, *lines],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            timeout=60,
        )
        for seed in ("1", "2")
    ]
    assert [done.stderr for done in runs] == [b"", b""]
    assert runs[0].stdout == runs[1].stdout and b"\x1b" not in runs[0].stdout
    ends = [line for line in runs[0].stdout.decode("utf-8").splitlines() if line.startswith("== ")]
    assert ends == [f"== {line}: 0, False" for line in lines]


@pytest.mark.parametrize("args", [a for a in PRINTING], ids=" ".join)
def test_every_command_prints_json(args: list[str]) -> None:
    payload(*args)


@pytest.mark.case("B52")
def test_closed_pipe_is_quiet() -> None:
    """`tree | head -1`."""
    done = subprocess.run(
        f"{sys.executable} main.py tree | head -1; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


def test_full_disk_is_one_line_and_3() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", "tree"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1


@pytest.mark.case("B60")
def test_ascii_streams_get_backslashes() -> None:
    """PYTHONIOENCODING=ascii and the locale C."""
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "main.py", "show", "act.ai", "--lang", "zh"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="ascii", timeout=60)
    assert done.returncode == 0
    assert "\\u4eba\\u5de5" in done.stdout


@pytest.mark.case("B49")
def test_colour_only_on_a_terminal_and_never_with_no_color() -> None:
    from tests.terminal import Terminal

    with Terminal("show", "act.ai") as terminal:
        assert terminal.wait() == 0
        # The roles of a card are told apart by bold: few of the 16 colours can be read on black and on white.
        assert b"\x1b[1m" in terminal.written
    with Terminal("show", "act.ai", env={"NO_COLOR": "1"}) as terminal:
        assert terminal.wait() == 0
        assert b"\x1b" not in terminal.written


def test_help_has_examples() -> None:
    for command in ("tree", "show", "find", "quotes", "check"):
        done = run(command, "--help")
        assert done.returncode == 0
        assert f"internet-plus {command}" in done.stdout


def test_quotes_as_markdown_carry_their_citation() -> None:
    done = run("quotes", "act.ecommerce", "--format", "md")
    assert "> by the end of 2016, China's e-commerce transaction volume will reach 22 trillion yuan" in done.stdout
    for block in done.stdout.split("\n\n"):
        if "q.000." in block:
            assert "machine translation of a 2015 newspaper report, reposted 2024" in block


class TestCheck:
    """`internet-plus check`."""

    def test_shipped_plan_is_verbatim(self) -> None:
        done = run("check")
        assert done.returncode == 0, done.stdout
        assert "174 verbatim" in done.stdout

    @pytest.mark.case("B35")
    def test_one_changed_letter_is_found_with_its_place_and_the_nearest_passage(self, tmp_path: Path) -> None:
        copy = tmp_path / "plan"
        shutil.copytree(SHIPPED, copy)
        path = copy / "sources" / "000.yaml"
        text = path.read_text(encoding="utf-8")
        right = "exact: 'online retail sales will reach 5.5 trillion yuan'"
        assert text.count(right) == 1
        line = text[: text.index(right)].count("\n") + 1
        path.write_text(text.replace(right, right.replace("retail", "retbil")), encoding="utf-8")
        done = run("check", str(copy))
        assert done.returncode == 1
        assert f"sources/000.yaml:{line}:" in done.stdout
        assert "paragraph 9" in done.stdout
        assert "'online retail sales will reach 5.5 trillion yuan" in done.stdout
        shown = run("--plan", str(copy), "show", "act.ecommerce")
        assert shown.returncode == 0, "a quote that is missing does not close the plan"

    @pytest.mark.case("B31", "B32")
    def test_originals_are_held_against(self, tmp_path: Path, plan: Plan) -> None:
        """An original that is absent, empty or changed."""
        originals = tmp_path / "originals"
        originals.mkdir()
        for source in plan.sources.values():
            if source.passages:
                last = max(source.passages)
                paragraphs = [source.passages.get(n, f"gap {n}") for n in range(1, last + 1)]
                (originals / source.file).write_text("\n\n".join(paragraphs), encoding="utf-8")
        done = run("check", "--against", str(originals))
        assert done.returncode == 0, done.stdout
        assert "174 verbatim; held against 4 originals" in done.stdout
        assert done.stdout.count("has changed") == 4
        changed = originals / plan.sources["src.003"].file
        changed.write_text(changed.read_text(encoding="utf-8").replace("overseas warehouses", "foreign stores"))
        done = run("check", "--against", str(originals), "--format", "json")
        assert done.returncode == 1
        assert {f["code"] for f in json.loads(done.stdout)["findings"]} == {"changed", "missing", "passage"}
        changed.write_text("")
        done = run("check", "--against", str(originals), "--format", "json")
        assert json.loads(done.stdout)["counts"]["unverifiable"] == 29
        changed.unlink()
        assert run("check", "--against", str(originals)).returncode == 1

    @pytest.mark.case("B01", "B04")
    def test_form_errors_end_with_3(self, tmp_path: Path) -> None:
        """No file, an empty one."""
        for args in (["check", str(tmp_path / "none")], ["--plan", str(tmp_path / "none"), "tree"]):
            done = run(*args)
            assert done.returncode == 3
            assert "Traceback" not in done.stderr
        (tmp_path / "plan.yaml").write_text("# nothing\n")
        assert run("check", str(tmp_path)).returncode == 3

    def test_other_errors_end_check_with_1_and_the_rest_with_3(self, tmp_path: Path) -> None:
        copy = tmp_path / "plan"
        shutil.copytree(SHIPPED, copy)
        path = copy / "plan.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("pinyin: réngōng zhìnéng", "pinyn: réngōng zhìnéng"))
        done = run("check", str(copy))
        assert done.returncode == 1
        assert "did you mean 'pinyin'" in done.stdout
        done = run("--plan", str(copy), "tree")
        assert done.returncode == 3
        assert "did you mean 'pinyin'" in done.stderr
