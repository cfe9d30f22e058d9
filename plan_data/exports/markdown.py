"""The brief: Markdown with the quotes as footnotes, for people and for Pandoc."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plan_data.exports.entries import Entry, Fact, Link, document_facts, entries, quote_states, quotes_of
from plan_data.labels import exports as words
from plan_data.labels.card import SUMMARY
from plan_data.labels.grades import GRADE_LABELS
from plan_data.labels.roles import NOTE_LABELS, ROLE_LABELS
from plan_data.model.entities import GRADES, Note, Quote, Title
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.quotes.citations import FIRM, escaped, escaped_where, grade_mark, in_brackets
from plan_data.text.visible import visible

DEEPEST = 6
"""Level of the deepest heading in Markdown."""


def brief(plan: Plan, ids: Sequence[str], lang: str = "en") -> str:
    """Return nodes as a brief in Markdown, in the given order.

    Every statement below `quoted` or `attached` carries its grade in brackets; quotes are footnotes.

    Args:
        plan: The plan.
        ids: Ids of nodes; raises KeyError for one that is not in the tree.
        lang: `en`, `zh` or `both`.
    """
    parts = ["\n".join(_about(plan, ids, lang))]
    for entry in entries(plan, ids):
        lines = list(_entry(plan, entry, lang))
        # The heading and the summary of the root are in the head of the brief already.
        parts.append("\n\n".join(lines[1 + bool(entry.node.summary) :] if entry.node.id == plan.root.id else lines))
    parts += [_footnote(plan, quote, lang) for quote in quotes_of(plan, ids)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _about(plan: Plan, ids: Sequence[str], lang: str) -> Iterator[str]:
    yield f"# {_names(plan.root.title, lang)}"
    if plan.document:
        address = f" <{visible(plan.document.address)}>" if plan.document.address else ""
        facts = words.COMMA.pick(lang).join(map(escaped, document_facts(plan, lang)))
        yield f"\n{facts}{words.STOP.pick(lang)}{address}"
    if plan.root.id in ids and plan.root.summary:
        yield f"\n{_summary(plan.root.summary, plan.grade(plan.root, 'summary'), lang)}"
    yield f"\n{words.BRIEF_GRADES.pick(lang).format(quote_states(plan, lang))}\n"
    for grade in GRADES:
        if grade not in FIRM:
            yield f"-{_grade(grade, lang)}{words.COLON.pick(lang)}{_text(GRADE_LABELS[grade], lang)}"


def _names(title: Title, lang: str) -> str:
    zh = title.zh_short or title.zh
    if lang == "zh":
        return escaped(zh or title.en)
    if lang == "both" and title.en and zh:
        return f"{escaped(title.en)} {escaped(zh)}"
    return escaped(title.en or zh)


def _grade(grade: str, lang: str) -> str:
    mark = grade_mark(grade, lang)
    return f" \\[{mark}\\]" if mark else ""


def _text(text: Pair, lang: str) -> str:
    if lang == "both" and text.en and text.zh and text.zh not in text.en:
        return f"{escaped(text.en)} / {escaped(text.zh)}"
    return escaped(text.pick(lang))


def _summary(text: Pair, grade: str, lang: str) -> str:
    sides = [text.en, text.zh] if lang == "both" else [text.pick(lang)]
    label = f"*{_text(SUMMARY, lang)}*{_grade(grade, lang)}{words.COLON.pick(lang)}"
    return label + "\n\n".join(escaped(side) for side in sides if side)


def _entry(plan: Plan, entry: Entry, lang: str) -> Iterator[str]:
    node, said = entry.node, entry.said
    number = f"{escaped(node.number)} " if node.number else ""
    level = min(DEEPEST, entry.level + 2 - (entry.level > 0 and plan.root.id == node.parent))
    yield f"{'#' * level} {number}{_names(node.title, lang)}{_grade(said.grade, lang)}"
    if said.summary:
        yield _summary(*said.summary, lang)
    if entry.facts:
        yield "\n".join(f"- {_fact(fact, lang)}" for fact in entry.facts)
    for side in entry.sides:
        cited = "".join(f"[^{id_}]" for id_ in side.quotes)
        titles = [plan.sources[id_].title for id_ in side.cites]
        names = words.BETWEEN_GROUPS.pick(lang).join(escaped(title.name(lang)) for title in titles)
        seen = words.IN_BRACKETS.pick(lang).format(names) if names else ""
        yield f"- {_text(side.says, lang)}{_grade(side.evidence, lang)}{cited}{seen}"
    for note in node.notes:
        yield _note(plan, note, lang)
    roles = [
        f"{_text(ROLE_LABELS[role], lang)} {' '.join(f'[^{quote.id}]' for quote in quotes)}"
        for role, quotes in entry.quotes
    ]
    if roles:
        yield words.QUOTES.pick(lang).format(words.BETWEEN_GROUPS.pick(lang).join(roles))


def _fact(fact: Fact, lang: str) -> str:
    colon, between = words.COLON.pick(lang), words.BETWEEN_GROUPS.pick(lang)
    named = _listed(fact.links, lang)
    if fact.groups:
        named = between.join(
            f"{_text(group.label, lang)}{colon}{_listed(group.links, lang)}{escaped(group.end.pick(lang))}"
            for group in fact.groups
        )
    text = " ".join(part for part in (_text(fact.text, lang), named) if part)
    return f"{_text(fact.label, lang)}{colon}{text}{_grade(fact.grade, lang)}"


def _listed(links: Iterable[Link], lang: str) -> str:
    return words.BETWEEN.pick(lang).join(_text(link.text, lang) for link in links)


def _note(plan: Plan, note: Note, lang: str) -> str:
    colon = words.COLON.pick(lang)
    term = f"{_text(note.term, lang if lang == 'zh' else 'both')}{colon}" if note.term else ""
    return f"> {NOTE_LABELS[note.kind].pick(lang)}{colon}{term}{_text(plan.with_names(note.text), lang)}"


def _footnote(plan: Plan, quote: Quote, lang: str) -> str:
    said = escaped(in_brackets(plan, quote, lang=lang))
    return f"[^{quote.id}]: “{escaped(quote.exact)}”{said} — {escaped_where(plan, quote, lang)}"
