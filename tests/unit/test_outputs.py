"""What is printed: JSON that fits its schema, and each id in each form."""

from __future__ import annotations

import json
import re
import shlex

import pytest
from jsonschema import Draft202012Validator

from cli.app import COMMANDS
from cli.printer import render
from plan_data.exports import records
from plan_data.exports.output_schema import outputs
from plan_data.model.plan import Plan
from tests.output import run
from widgets.render.cards import node_card

LINES = (
    "tree", "tree act.ai --depth 1", "show act.ai", "show act.ai org.ndrc src.000 q.000.25", "find rgzn",
    "find 22 trillion -n 3", "quotes", "quotes act.ai", "sources", "timeline", "agencies", "agencies org.moa",
    "targets", "conflicts", "evidence", "glossary", "compare act.ai act.energy", "notes", "bookmarks", "check", "keys",
    "paths",
)  # fmt: skip
VALIDATOR = Draft202012Validator(outputs())


def faults(payload: object) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(payload)]


@pytest.mark.parametrize("line", LINES)
def test_json_fits_its_schema(line: str) -> None:
    done = run(*line.split(), "--format", "json")
    assert done.returncode == 0 and faults(json.loads(done.stdout)) == []


def test_the_schema_refuses_what_is_not_ours() -> None:
    payload = json.loads(run("show", "act.ai", "--format", "json").stdout)
    for spoil in ({"schema": 2}, {"node": {}}, {"nodes": [{"id": "x"}]}):
        assert faults({**payload, **spoil})
    del payload["node"]["due"]
    assert faults(payload)


def test_every_id_in_every_form(plan: Plan) -> None:
    for id_ in (*plan.columns.ids, *plan.bodies, *plan.sources, *plan.quotes):
        assert faults({"schema": 1, "node": json.loads(json.dumps(records.node(plan, id_)))}) == [], id_
        if id_ not in plan.quotes:
            for lang in ("en", "zh", "both"):
                assert id_ in render(node_card(plan, id_, lang)), id_


def _examples() -> list[str]:
    found = []
    for command in COMMANDS:
        help_ = run(command, "--help").stdout
        lines = re.findall(r"^\s*(internet-plus .*)$", help_.partition("Example")[2], re.M)
        found += [f"{command}: {line.strip()}" for line in lines] or [f"{command}: none"]
    return found


def test_every_command_has_examples_and_they_work() -> None:
    """Those that need files of the reader's own, or other programs, are run up to the pipe or not at all."""
    tried = 0
    for example in _examples():
        command, _, line = example.partition(": ")
        assert line != "none", f"{command} has no example"
        words = line.partition(" | ")[0].partition(" > ")[0].partition(" && ")[0]
        if command in ("attach", "detach", "new", "check") or " -o " in words:
            continue
        done = run(*shlex.split(words)[1:])
        assert done.returncode == 0, (line, done.stderr)
        tried += 1
    assert tried > 20


def test_help_lists_each_command_with_a_whole_sentence() -> None:
    listed = run("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []
