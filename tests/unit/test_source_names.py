"""What sources are called: by a Chinese name of ours for a reader of Chinese, by the printed title in citations."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plan_data.exports import records
from plan_data.exports.entries import branch
from plan_data.exports.formats import exported
from plan_data.model.entities import Source
from plan_data.model.plan import Plan
from plan_data.quotes.citations import clip, plain
from plan_data.search import SearchIndex
from tests.output import run

HANZI = re.compile("[\u4e00-\u9fff]")
CALLING = [
    ("show", "act.agriculture"), ("show", "cf.action6-name"), ("show", "tgt.villages-fibre"), ("show", "org.ndrc"),
    ("quotes", "act.agriculture"), ("conflicts",), ("evidence",), ("targets",), ("sources",), ("find", "agriculture"),
    ("compare", "act.agriculture", "act.finance"), ("glossary",),
]  # fmt: skip
"""Commands that name sources, and print no citation."""


def quoted(plan: Plan) -> list[Source]:
    """The sources with passages; all of them are in English."""
    return [source for source in plan.sources.values() if source.passages]


def joined(*words: str) -> str:
    """Printed text without the breaks of its lines."""
    found = run(*words)
    assert found.returncode == 0, found.stderr
    return "".join(found.stdout.split())


def test_every_source_has_a_chinese_name(plan: Plan) -> None:
    names = {source.id: source.title.pick("zh") for source in plan.sources.values()}
    assert [id_ for id_, name in names.items() if not HANZI.search(name)] == []
    ours = [source.title.zh_short for source in plan.sources.values() if source.title.zh_short]
    assert len(ours) >= len(quoted(plan)) and len(set(ours)) == len(ours)


@pytest.mark.parametrize("words", CALLING, ids=" ".join)
def test_in_chinese_a_source_is_called_by_its_chinese_name(plan: Plan, words: tuple[str, ...]) -> None:
    printed = joined(*words, "--lang", "zh")
    titles = ["".join(source.title.en.split()) for source in quoted(plan)]
    # The title of one of them is a quote too, and quotes stay as they are.
    titles = [title for title in titles if all("".join(q.exact.split()) != title for q in plan.quotes.values())]
    assert len(titles) >= 2
    assert [title for title in titles if title in printed] == []


def test_the_english_quotes_below_it_stay_english(plan: Plan) -> None:
    first, second = plan.sources["src.000"].title.zh_short, plan.sources["src.001"].title.zh_short
    card = joined("show", "act.agriculture", "--lang", "zh")
    assert f"modernagriculture--{second}，第6段" in card
    conflict = joined("show", "cf.drafters", "--lang", "zh")
    assert first in conflict and second in conflict
    assert '"thistaskfallsontheheadof' in conflict


def test_in_english_and_in_both_the_english_title_comes_first(plan: Plan) -> None:
    for source in quoted(plan):
        assert plan.title(source.id, "en") == source.title.en
        assert plan.title(source.id, "both") == f"{source.title.en}  {source.title.zh_short}"
    for lang in ("en", "both"):
        assert f"modernagriculture--{''.join(plan.sources['src.001'].title.en.split())},para.6" in joined(
            "show", "act.agriculture", "--lang", lang
        )


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_the_page_of_a_source_begins_with_its_printed_title(plan: Plan, lang: str) -> None:
    for source in (*quoted(plan), plan.sources["src.niuqilai"]):
        lines = run("show", source.id, "--lang", lang).stdout.splitlines()
        assert lines[0].strip() == source.title.en
        assert (lines[1].strip() == source.title.zh_short) == (lang != "en")


def test_a_title_that_is_a_description_of_ours_is_in_the_language_of_the_reader(plan: Plan) -> None:
    title = plan.sources["src.wokee"].title
    assert run("show", "src.wokee", "--lang", "en").stdout.startswith(title.en)
    assert run("show", "src.wokee", "--lang", "zh").stdout.startswith(title.zh)


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_citations_have_the_printed_title(plan: Plan, lang: str) -> None:
    """Also in Chinese: a reader must find the source by what stands on it."""
    everything = branch(plan, "root")
    for source in (*quoted(plan), plan.sources["src.ccm"]):
        cited = plain(source, lang=lang)
        assert source.title.en in cited and source.title.zh_short not in cited
        for form in ("bib", "csl"):
            assert source.title.zh_short not in exported(plan, form, everything, lang)
    titles = {item["id"]: item["title"] for item in json.loads(exported(plan, "csl", everything, lang))}
    assert titles["src.003"] == plan.sources["src.003"].title.en
    for what in ("citation", "markdown", "footnote"):
        copied = clip(plan, what, "act.agriculture").text
        assert plan.sources["src.001"].title.en in copied and plan.sources["src.001"].title.zh_short not in copied
    brief = exported(plan, "md", ["act.agriculture"], lang)
    footnotes = [line for line in brief.splitlines() if line.startswith("[^q.001")]
    assert footnotes and all("NDRC and MIIT Provide Detail" in line for line in footnotes)


def test_json_has_the_printed_title_in_its_own_language(plan: Plan) -> None:
    for source in quoted(plan):
        assert records.source(plan, source)["title"] == {"en": source.title.en, "zh": ""}


def test_a_file_is_a_copy_by_the_printed_title_and_not_by_our_name(plan: Plan, tmp_path: Path) -> None:
    source = plan.sources["src.ccm"]
    file = tmp_path / "page.txt"
    file.write_text(f"{source.title.zh_short}\n\nA text.\n", encoding="utf-8")
    assert run("attach", source.id, str(file)).returncode == 1
    file.write_text(f"{source.title.en}\n\nA text.\n", encoding="utf-8")
    assert run("attach", source.id, str(file)).returncode == 0


def test_a_source_is_found_by_its_chinese_name(plan: Plan, index: SearchIndex) -> None:
    for source in plan.sources.values():
        if name := source.title.zh_short:
            assert source.id in [hit.id for hit in index.search(name, 3)], name
