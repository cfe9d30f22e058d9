"""The JSON Schema of the data: made from the loader's forms, true of every plan that loads, false of what does not."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from plan_data.errors import PlanError
from plan_data.exports.output_schema import outputs
from plan_data.folders import SHIPPED
from plan_data.loading import parsers
from plan_data.loading.json_schema import FILE, OUTPUTS, schema, written
from plan_data.loading.loader import load
from tests.small_plan import write_plan

ROOT = Path(__file__).parents[2]
PLANS = (SHIPPED, ROOT / "docs" / "examples" / "ai2017", ROOT / "plan_data" / "template")


def read(path: Path) -> Any:
    """Read a file as any YAML reader would, dates as they were written."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): plain(item) for key, item in value.items()}
        if isinstance(value, list):
            return [plain(item) for item in value]
        return value.isoformat() if isinstance(value, datetime.date) else value

    return plain(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))


def errors(folder: Path) -> list[str]:
    whole = schema()
    found = []
    for path in (folder / "plan.yaml", folder / "agencies.yaml", *sorted((folder / "sources").glob("*.yaml"))):
        name = {"plan.yaml": "", "agencies.yaml": "agencies"}.get(path.name if path.parent == folder else "", "source")
        part = {"$defs": whole["$defs"], "$ref": f"#/$defs/{name}"} if name else whole
        found += [
            f"{path.name}: {e.json_path}: {e.message[:200]}" for e in Draft202012Validator(part).iter_errors(read(path))
        ]
    return found


def test_reading_makes_no_forms() -> None:
    """GIVEN that a form is kept with its schema for good WHEN a plan is read THEN none is made for each node."""
    before = len(parsers._SCHEMAS)
    load(SHIPPED)
    assert len(parsers._SCHEMAS) == before


def test_the_file_is_what_the_forms_make() -> None:
    assert FILE.read_text(encoding="utf-8") == written(schema()), "make schema"
    assert OUTPUTS.read_text(encoding="utf-8") == written(outputs()), "make schema"
    Draft202012Validator.check_schema(schema())
    Draft202012Validator.check_schema(outputs())


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_it_is_true_of_every_plan(folder: Path) -> None:
    assert errors(folder) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: action\n          number: 1", "kind: acton\n          number: 1"),
        ("          pinyin: diànzǐ shāngwù", "          pinyim: diànzǐ shāngwù"),
        ("aliases: [online trade, 网购]", "aliases: online trade"),
        ("rule: first, open: true", "rule: first, open: perhaps"),
        ("rule: first", "rule: fist"),
        ("- id: act.trade", "- id: Act Trade"),
        ("totals: {action: 2, task: 2}", "totals: {action: two}"),
        ("  title: {zh: 关于积极推进小计划的意见, zh_short: 小计划, en: Small plan}", "  title: {zh_short: 小计划}"),
        ("evidence: {title: reported}", "evidence: {title: proven}"),
    ],
)
def test_what_it_refuses_the_loader_refuses_too(tmp_path: Path, old: str, new: str) -> None:
    assert errors(write_plan(tmp_path / "whole")) == []
    text = (tmp_path / "whole" / "plan.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "whole" / "plan.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert errors(tmp_path / "whole")
    with pytest.raises(PlanError):
        load(tmp_path / "whole")
