"""Every field of the format through every way out: nothing in it acts on a terminal, and what loads can be shown.

The plan is made from the tables of fields themselves, so that a new field is covered by itself.
"""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from cli.app import group
from cli.completions import item
from plan_data.folders import SHIPPED, data_folder
from plan_data.loading.loader import load
from plan_data.loading.node_fields import BODY, NODE, PASSAGE, QUOTE, SOURCE
from plan_data.loading.parsers import ANY_ID, date, schema_of
from plan_data.model.plan import Plan
from plan_data.text.visible import visible
from tests.small_plan import FILES
from tests.support import explorer, press, screen_text
from tui.userdata.store import Store, plan_key
from widgets.render.blocks import Span

EVIL = "\x1b]52;c;AAAA\x07\x9b31m\u202e\u2066\uffff\U0001fffe\ufdd0\u2028\u200b\ue000"
"""What acts on a terminal, turns text round, or is no character."""
RAW = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\U0001fffe\u200b\ue000]"
)
"""None of which may come out."""
REFS = {"who": "src.news", "node": "sup.policy", "of": "org.trade", "owner": "org.trade"}
"""What is named by fields that name something."""
NUMBERS = count()
"""Tells the terms of the glossary apart."""
DATES = ["2015-Q3", "soon", "20xx", "2015-13", "0000", "-5", "99999", "二〇一五", "0001", "9999-12-31", "2015-02-30"]
"""Dates that are none, and the first and the last that are."""


def filled(schema: dict[str, Any], key: str = "") -> Any:
    """A value as evil as a schema allows; None where it names something that is not made here."""
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        found = {name: filled(inner, name) for name, inner in schema["properties"].items()}
        if "glossary" in found:
            # A term of the glossary is in it once.
            found["kind"] = "gloss"
            found["term"] |= {"zh": f"{next(NUMBERS)}{found['term']['zh']}"}
        return {name: value for name, value in found.items() if value is not None} or None
    if kind == "array":
        value = filled(schema["items"], key)
        return None if value is None else [value]
    if kind == "boolean":
        return "true"
    if kind == "integer":
        return 1
    if schema.get("pattern") == ANY_ID:
        return REFS.get(key)
    if str(schema.get("pattern", "")).startswith("^http"):
        return f"https://x/{EVIL.replace(chr(0x2028), '')}"
    return f"{key}{EVIL}"


def fields(table: dict[str, Any], *without: str) -> dict[str, Any]:
    """All fields of a table with a text in them."""
    found = {key: filled(schema_of(form), key) for key, form in table.items() if key not in without}
    return {key: value for key, value in found.items() if value is not None}


def evil_plan(folder: Path) -> Path:
    """Write a plan in which each field of the format is evil."""
    blocks = ("event", "target", "conflict")
    plan, agencies, news = (yaml.load(FILES[name], Loader=yaml.BaseLoader) for name in list(FILES)[:3])
    plan.pop("totals")
    children = plan["root"]["children"]
    children[0]["children"][0] |= fields(NODE, "id", "kind", "number", "agencies", "basis", "quotes", *blocks)
    for node in children:
        for block in blocks:
            if node["kind"] == block:
                node |= fields(NODE, "id", "kind", "number", "agencies", "basis", "quotes", *blocks)
                node[block] = filled(schema_of(NODE[block]))
    agencies["agencies"][0] |= fields(BODY, "id", "kind", "of", "quotes")
    agencies["agencies"][2] |= fields(BODY, "id", "kind", "quotes")
    news |= fields(SOURCE, "id", "headings", "quotes")
    passage = news["passages"][0]
    passage["text"] = f"The plan names e-commerce{EVIL}"
    passage["quotes"][0] |= fields(QUOTE, "id") | {"exact": f"e-commerce{EVIL}", "prefix": "names ", "suffix": ""}
    passage["quotes"][0].pop("suffix")
    assert set(schema_of(PASSAGE)["properties"]) == {"paragraph", "text", "quotes"}
    (folder / "sources").mkdir(parents=True)
    documents = dict(
        zip(FILES, (plan, agencies, news, yaml.load(FILES["sources/doc.yaml"], yaml.BaseLoader)), strict=True)
    )
    for name, document in documents.items():
        text = yaml.dump(document, default_style='"', sort_keys=False)
        (folder / name).write_text(re.sub(r'"(\d+|true|false)"(?=\n)', r"\1", text), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan in which each field is evil, in a folder whose name is."""
    return evil_plan(tmp_path_factory.mktemp("evil") / "p\x1b]0;x\x07\u202e")


def printed(folder: Path, *args: str) -> str:
    """What a command prints, on both streams."""
    done = CliRunner().invoke(group, ["--plan", str(folder), *args], standalone_mode=False)
    assert done.exception is None or type(done.exception).__module__.startswith("click"), (args, done.exception)
    return done.output.replace("\r\n", "\n")


def runs(plan: Plan) -> list[list[str]]:
    """Every printing command on a plan, in each language and format."""
    ids = [*plan.index, *plan.bodies, *plan.sources, *plan.quotes]
    two = list(plan.index)[:2]
    views = ("tree", "quotes", "sources", "glossary", "evidence", "timeline", "agencies", "targets", "conflicts")
    found = [[view, "--format", form] for view in (*views, "check", "paths", "bookmarks") for form in ("text", "json")]
    found += [[view, "--lang", lang] for view in views for lang in ("zh", "both")]
    found += [["show", *ids, "--lang", lang] for lang in ("en", "zh", "both")]
    found += [["show", *ids, "--format", "json"], ["quotes", "--format", "md"]]
    found += [["compare", *two], ["compare", *two, "--format", "json"]] if len(two) == 2 else []
    found += [["find", query, *more] for query in ("a", "trade", EVIL) for more in ([], ["--format", "json"])]
    found += [["export", form] for form in ("md", "html", "csv", "json", "bib", "csl")]
    return [*found, *(["export", "csv", "--table", name] for name in ("agencies", "quotes", "targets", "glossary"))]


@pytest.mark.case("F01")
def test_nothing_in_any_field_is_printed_raw(folder: Path) -> None:
    plan = load(folder)
    assert {finding.code for finding in plan.findings} <= {"hidden-character", "bad-date", "long-name", "totals"}
    assert any(f.path.endswith("later[0]/date") and f.code == "bad-date" for f in plan.findings)
    for args in runs(plan):
        assert not RAW.search(printed(folder, *args)), args
    assert "<U+001B>" in printed(folder, "show", "org.plan")
    for id_ in (*plan.index, *plan.bodies, *plan.sources, *plan.quotes):
        found = item(id_, plan.title(id_))
        assert not RAW.search(f"{found.value}{found.help}") and "\n" not in str(found.help)


@pytest.mark.case("F01")
@pytest.mark.parametrize("word", ["--theme", "--format", "--lang", "--at", "nothing", "show"])
def test_nothing_typed_is_answered_raw(folder: Path, word: str) -> None:
    from cli.app import main

    done = CliRunner().invoke(_as_command(main), [word, f"x{EVIL}"])
    assert not RAW.search(done.output)


def _as_command(main: Any) -> Any:
    import click

    @click.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
    @click.pass_context
    def command(ctx: click.Context) -> None:
        main(ctx.args)

    return command


@pytest.mark.case("F01")
@pytest.mark.parametrize("size", [(60, 20), (100, 30), (170, 45)])
async def test_nothing_in_any_field_is_drawn_raw(folder: Path, size: tuple[int, int]) -> None:
    store = Store(data_folder(), plan_key(folder, SHIPPED))
    store.set_note("act.trade", f"mine{EVIL[:-2]}")
    app = explorer(load(folder), "act.trade")
    app.main.store = store
    async with app.run_test(size=size) as pilot:
        for keys in ("s", "escape", "t", "escape", "a", "escape", "T", "escape", "S", "escape", "C", "escape", "w",
                     "r", "escape", "b", "escape", "L", "L", "f", "text:trade", "escape", "i", "escape", "m",
                     "y", "y"):  # fmt: skip
            await press(pilot, keys)
            assert not RAW.search(screen_text(app).replace("\n", "")), keys
        app.notify(f"told{EVIL}")
        await pilot.pause()
        assert all(not RAW.search(told.message) for told in app._notifications)
        assert not RAW.search(screen_text(app).replace("\n", ""))


@pytest.mark.case("F01")
def test_no_span_can_be_made_raw() -> None:
    for span in (Span(EVIL), Span("x")._replace(text=EVIL), Span._make((EVIL, "")), Span(f"a{EVIL}").part(1)):
        assert not RAW.search(span.text)


@pytest.mark.case("F02")
@pytest.mark.parametrize("date_", DATES)
def test_a_date_that_is_none_is_shown_everywhere(tmp_path: Path, date_: str) -> None:
    plan = FILES["plan.yaml"].replace("due: 2018", f"due: '{date_}'").replace("published: 2015-07-04, ", "")
    plan = plan.replace("dated: 2015-07-01", f"dated: '{date_}'")
    files = {name: text.replace("2018-03", f"'{date_}'") for name, text in FILES.items()} | {"plan.yaml": plan}
    files["sources/news.yaml"] = files["sources/news.yaml"].replace("2015-07-05", f"'{date_}'")
    folder = tmp_path / "p"
    (folder / "sources").mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for args in runs(load(folder)):
        printed(folder, *args)
    assert date_ in printed(folder, "timeline") and date_ in printed(folder, "show", "org.plan")
    from plan_data.text.dates import precision

    assert bool(precision(date_)) == (date_ in ("0001", "9999-12-31"))


@pytest.mark.case("F02")
@pytest.mark.parametrize("id_", ["bodies", "sources", "notes", "views", "timeline", "show", "1", "root.1", "kept"])
async def test_an_id_may_be_any_word(tmp_path: Path, id_: str) -> None:
    folder = tmp_path / "p"
    (folder / "sources").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(re.sub(r"id: act\.ai\n", f"id: '{id_}'\n", text), encoding="utf-8")
    plan = load(folder)
    for args in runs(plan):
        printed(folder, *args)
    assert "Artificial intelligence" in printed(folder, "show", id_)
    page = printed(folder, "export", "html")
    assert len(set(re.findall(r' id="([^"]*)"', page))) == len(re.findall(r' id="([^"]*)"', page))
    app = explorer(plan, id_)
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in ("t", "escape", "a", "escape", "S", "escape", "m", "b", "enter", "escape"):
            await press(pilot, keys)
        assert "Artificial intelligence" in screen_text(app)


@pytest.mark.case("F02")
async def test_a_plan_of_one_node_is_shown(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text('root: {id: r, kind: plan, title: {zh: "\\u200b"}}\n', encoding="utf-8")
    plan = load(tmp_path)
    for args in runs(plan):
        printed(tmp_path, *args)
    app = explorer(plan)
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in ("j", "s", "escape", "t", "escape", "a", "escape", "T", "escape", "S", "escape", "C", "escape"):
            await press(pilot, keys)
        assert "<U+200B>" in screen_text(app)


@pytest.mark.case("F03")
@pytest.mark.parametrize(
    "text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d💻", "👩🏽\u200d💻", "❤\ufe0f\u200d🔥", "ശ്രീ\u200cമാൻ"]
)
def test_a_joiner_that_is_spelling_stays(text: str) -> None:
    assert visible(text) == text == Span(text).text


@pytest.mark.case("F03")
@pytest.mark.parametrize(
    "text", ["a\u200db", "中\u200d文", "a\u200c", "\u200d", "👩\u200c💻", "می\u200c\u200cخ", "می\u200ca"]
)
def test_a_joiner_that_hides_is_written_out(text: str) -> None:
    assert "<U+200" in visible(text)


@pytest.mark.case("F03")
def test_a_note_comes_back_as_it_was_written(tmp_path: Path) -> None:
    folder = evil_plan(tmp_path / "p")
    Store(data_folder(), plan_key(folder, SHIPPED)).set_note("act.ai", "👩\u200d💻 a\u200db \u200fמ  \n\n- 中\u200d文")
    assert "👩\u200d💻 a\u200db \u200fמ  \n\n- 中\u200d文\n" in printed(folder, "notes", "--format", "md")


def test_dates_have_a_schema() -> None:
    assert "string" in schema_of(date)["type"]
