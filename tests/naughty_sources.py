"""Sources whose texts are hard to write in a bibliography: each string in each field, in sources of several types."""

from __future__ import annotations

import json
from pathlib import Path

from plan_data.loading.loader import load
from plan_data.model.entities import Source
from plan_data.model.plan import Plan
from tests.small_plan import write_plan

STRINGS = (
    "China Copyright and Media",
    "a AND b",
    "others",
    "et al.",
    "Li and others",
    "von der Leyen",
    "smith, jones, and co.",
    "国务院 和 发展改革委",
    "an interval {x > 0 and its end",
    "x} y",
    "}{",
    "{a}",
    "{ } }",
    "{{",
    "\\",
    "\\{",
    "a\\",
    "\\LaTeX{}",
    "\\input{x} \\& \\#",
    '{\\"o}',
    "\"q\" 'r'",
    "don't",
    "-",
    "--",
    "a --- b",
    "''",
    "a ``x'' b",
    "?` and !`",
    "a,,b",
    "a < b > c",
    "<b>x</b> <i>",
    "</span>",
    "<<a>>",
    "a -> b",
    "a|b",
    "a~b^c",
    "50% #1 @x",
    "% comment",
    "@misc{a, title = {b},",
    '" # "',
    ",",
    "$x$ & _y_",
    "$",
    "a\u00a0b",
    "a\u3000b",
    "#NDRC Notice",
    "&ABC Def",
    "{ABC} Def",
    "\\ABC Def",
    "《“互联网+”‘行动’》",
    "‘q’",
    "“a”‘b’",
    "a‘b",
    "e\u0301 ß ﬁ",
    "🙂 𠮷",
    "x\u200by",
    "x\u202ey",
    "=1+1",
    "*a* **b** [c](d)",
)
"""The strings."""
TYPES = ("article-newspaper", "article-journal", "report", "legislation", "webpage", "post-weblog")
"""The types of sources; each string is in one of each."""


def naughty_plan(folder: Path) -> Plan:
    """Write the plan and load it."""
    write_plan(folder)
    for i, text in enumerate(STRINGS):
        for j, kind in enumerate(TYPES):
            source = {
                "id": f"src.n{i}.{j}",
                "kind": "press",
                "type": kind,
                "title": {"en": text},
                "author": [text, {"family": text, "given": "Ursula"}, "Last"],
                "publisher": text,
                "container": f"{text} 2",
                "dates": {"published": "2015-07-04", "accessed": "2016-01-02"},
                "language": "en",
                "address": "https://example.org/" + "".join(text.split()),
                "citation": {"en": text},
            }
            if kind != "post-weblog":
                source["number"] = text
            (folder / "sources" / f"n{i}-{j}.yaml").write_text(json.dumps(source, ensure_ascii=False), "utf-8")
    return load(folder)


def sources(plan: Plan) -> list[Source]:
    """Return the naughty sources of the plan, without those that it has besides."""
    return [source for source in plan.sources.values() if source.id[5:6].isdigit()]


def bibtex_fields(source: Source) -> dict[str, str]:
    """Return the fields of a naughty source in BibTeX by their names, as a reader should get them."""
    fields = {"title": source.title.en, "note": source.citation.en, "titleaddon": source.citation.en}
    if source.number:
        fields["number"] = source.number
    if source.type.startswith("article"):
        fields |= {"journal": source.container, "publisher": source.publisher}
    elif source.number:
        fields |= {"institution": source.publisher, "howpublished": source.container}
    else:
        fields |= {"howpublished": source.container, "organization": source.publisher}
    return {name: as_written(text) for name, text in fields.items()}


def as_written(text: str) -> str:
    """Return a text as the program writes it: in one line, hidden characters by their code points."""
    shown = text.replace("\u200b", "<U+200B>").replace("\u202e", "<U+202E>")
    return " ".join(part for part in shown.replace("\n", " ").split(" ") if part)
