"""Which Latin words of an output are the program's own, and not of the texts of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan_data.model.entities import Note, Quote, Source, Title
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from widgets.render.card_parts import site

LATIN = re.compile(r"(?<![A-Za-zÀ-ɏ])[A-Za-z][A-Za-z']+(?![A-Za-zÀ-ɏ'])")
"""A word of Latin letters; pinyin, whose letters have tones, is none."""
CHINESE = re.compile("[\u4e00-\u9fff]")
"""A Chinese sign."""
IDS = "root actions requirements support timeline background challenges conflicts targets follow-up".split()
"""Ids of the plan that are words."""


def own_texts(value: object) -> Iterator[str]:
    """Yield what a Chinese reader gets of an entry of the plan: of two languages the Chinese."""
    if isinstance(value, str):
        # Kinds, roles and grades are words of the program's own.
        yield "" if re.fullmatch("[a-z_-]+", value) else value
    elif isinstance(value, Pair):
        yield value.pick("zh")
    elif isinstance(value, Title):
        yield from (value.zh, value.zh_short, value.zh_narrow) if value.zh or value.zh_short else (value.en,)
        yield from (rendering.text for rendering in value.renderings)
    elif isinstance(value, Quote):
        yield value.exact
        yield from own_texts(tuple(value))
    elif isinstance(value, Note):
        yield from (*value.term, value.text.zh)
    elif isinstance(value, Source):
        yield from (value.title.en, value.title.en_short, value.title.zh_narrow) if value.language != "zh" else ()
        yield from own_texts(tuple(value))
    elif isinstance(value, dict) or hasattr(value, "items"):
        for key, part in value.items():
            yield from (*own_texts(key), *own_texts(part))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from own_texts(part)


def texts_in_chinese(plan: Plan) -> list[str]:
    """Return all texts of a plan that a Chinese reader may see and that have Latin letters, the longest first."""
    things = (*plan.nodes, *plan.bodies.values(), *plan.sources.values(), *plan.quotes.values())
    found = {text for thing in things for text in own_texts(thing)}
    found |= {site(source.address) for source in plan.sources.values()}
    return sorted((text for text in found if LATIN.search(text)), key=len, reverse=True)


def left_over(printed: str, texts_: list[str]) -> set[str]:
    """Return the Latin words of an output that stand in no text of the plan."""
    # Markdown has backslashes before what could be markup.
    rest = re.sub(" +", " ", printed.replace("\\", ""))
    for text in texts_:
        for line in text.split("\n"):
            rest = rest.replace(re.sub(" +", " ", line.strip()), " ")
    # Ids that look like a word stand at the end of a line.
    rest = re.sub(rf" ({'|'.join(IDS)})(?=( .)?\n)", " ", rest)
    in_chinese = {word for text in texts_ if CHINESE.search(text) for word in LATIN.findall(text)}
    return {word for word in LATIN.findall(rest) if word not in in_chinese}
