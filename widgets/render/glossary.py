"""The glossary: the terms in columns, in Chinese, pinyin and English; the definition of one in the sentence on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from plan_data.labels import glossary as words
from plan_data.model.entities import Node, Quote
from plan_data.model.plan import Plan
from plan_data.model.terms import Term
from plan_data.search.pinyin import hanzi, syllables
from plan_data.text.folding import fold_all
from widgets.render.blocks import Block, Says, text_block
from widgets.render.notes import pair_spans
from widgets.render.table_layout import Column, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Line, Span, cells, line_width, wrap

BETWEEN = 2
"""Cells between two columns."""
LEAST_LAST = 18
"""Cells that the last column needs; where it has fewer, each term is a row with its definition below."""
WIDEST = (40, 30, 26, 20)
"""Cells of any other column at most, where there is room and where there is less; what is longer is wrapped."""
WIDEST_TEXT = 90
"""Cells of a line of the definition at most."""
WIDE = 60
"""Cells from which on the title bar says whose the definitions are."""
MOST_PLACES = 3
"""Places that are named of those where a term is used."""
FEWER = 8
"""Cells that the break of a line between words costs at most, as a rule."""


def glossary_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the terms in columns. In a narrow pane each has its definition below it."""
    terms = _terms(plan, options)
    built = LayoutBuilder(options.width)
    if not terms:
        return built.layout
    wide = _widths(terms, options)
    pinned: tuple[int, ...] = ()
    if wide:
        heads = [_column(width, words.GLOSSARY_HEADS[name].pick(options.lang), "soft") for name, width in wide.items()]
        built.add_columns(heads, BETWEEN)
        pinned = (len(built.blocks),)
        height = max(_height(plan, term, options) for term in terms)
        for term in terms:
            says = partial(_definition, plan, term, options, height)
            built.add_columns(list(_columns(plan, term, wide, says)), BETWEEN)
    else:
        for n, term in enumerate(terms):
            head, text = _entry(plan, term, options)
            # In one block, so that the definition comes into sight with the term.
            spans = (*head, Span("\n"), *text)
            block = Block(spans, hang=2, target=term_target(plan, term), gap=n > 0)
            built.add(block, says=partial(_used_in, plan, term, options.lang, most=1))
    return built.layout._replace(pinned=pinned, about=_about(terms, options), orders=_orders(options))


def glossary_printed(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the terms for a page that has no cursor: each with its definition and where it is used below it."""
    blocks: list[Block] = []
    for term in _terms(plan, options):
        head, text = _entry(plan, term, options)
        where = (Span(term.where, "id"),)
        blocks.append(Block(head, right=where, hang=4, gap=bool(blocks), target=term_target(plan, term)))
        blocks.append(Block(text, indent=2))
        blocks.append(Block(_used_in(plan, term, options.lang), indent=2, hang=4))
    if blocks:
        blocks.append(text_block(words.OURS.pick(options.lang), "soft", gap=True))
    return TableLayout(blocks)


# The terms and their order.


def _orders(options: ViewOptions) -> tuple[str, ...]:
    """Return by what the terms can be sorted, the present order first: at first that of the language shown."""
    order = options.sort or ("pinyin" if options.lang == "zh" else "english")
    return (order, *(other for other in words.ORDERS if other != order))


def _terms(plan: Plan, options: ViewOptions) -> list[Term]:
    """Return the terms that the filter keeps, in order."""
    found = [term for term in plan.terms.values() if options.matches(*_texts(term))]
    if _orders(options)[0] == "english":
        # As in the plan.
        return found
    return sorted(found, key=_by_pinyin)


def _by_pinyin(term: Term) -> tuple[list[str], str]:
    """Return what terms are sorted by as in a Chinese dictionary: syllable by syllable, then by the tones."""
    pinyin = term.note.pinyin
    return syllables(pinyin, len(hanzi(term.zh))) or [_letters(pinyin)], pinyin


def _letters(pinyin: str) -> str:
    """Return the letters of pinyin, without tones, spaces and punctuation."""
    return "".join(filter(str.isalnum, fold_all([pinyin])[0]))


def _texts(term: Term) -> tuple[str, ...]:
    """Return the texts that the filter of the view searches."""
    note = term.note
    return (*note.term, *note.text, note.pinyin, _letters(note.pinyin))


def _about(terms: Sequence[Term], options: ViewOptions) -> str:
    count = (words.ONE_TERM if len(terms) == 1 else words.TERMS).pick(options.lang).format(len(terms))
    order = words.ORDERS[_orders(options)[0]].pick(options.lang)
    about = words.ABOUT_LONG if options.width >= WIDE else words.ABOUT
    return about.pick(options.lang).format(terms=count, order=order)


# A term.


def term_target(plan: Plan, term: Term) -> str:
    """Return the target of a term's row: the first place where it is used, and what tells it from others there."""
    place = term.places[0]
    if place in plan.quotes:
        place = f"{plan.supported_by(place)}@{place}"
    return f"{place}#{term.zh}"


def term_spans(term: Term, first: str) -> Line:
    """Return a term in both languages and in pinyin; `first` is `english` or `chinese`, the one that comes first."""
    zh: Line = (Span(term.zh, "strong"), Span("  "), Span(term.note.pinyin, "soft"))
    en = Span(term.note.term.en, "strong")
    return (en, Span("  "), *zh) if first == "english" else (*zh, Span("  "), en)


def definition_blocks(plan: Plan, term: Term, lang: str) -> list[Block]:
    """Return a term, what it means and where it is used: the preview of what was found."""
    return [
        Block(term_spans(term, "chinese" if lang == "zh" else "english")),
        Block(pair_spans(plan.with_names(term.note.text), lang, "text"), gap=True),
        Block(_used_in(plan, term, lang), gap=True),
    ]


def _entry(plan: Plan, term: Term, options: ViewOptions) -> tuple[Line, Line]:
    """Return a term, in the language by which the terms are sorted first, and its definition."""
    head = term_spans(term, "english" if _orders(options)[0] == "english" else "chinese")
    return head, pair_spans(plan.with_names(term.note.text), options.lang, "text")


def _definition(plan: Plan, term: Term, options: ViewOptions, height: int) -> Line:
    """Return the sentence on a term: the term, what it means, and where it is used, in `height` lines or more."""
    room = min(options.width, WIDEST_TEXT)
    parts = (*_entry(plan, term, options), _used_in(plan, term, options.lang))
    lines = [line for part in parts for line in wrap(part, room, room)]
    lines += [()] * (height - len(lines))
    return tuple(span for n, line in enumerate(lines) for span in ((Span("\n"), *line) if n else line))


def _height(plan: Plan, term: Term, options: ViewOptions) -> int:
    """Return how many lines the sentence on a term has, about: as many are kept free, so that the list stays."""
    room = min(options.width, WIDEST_TEXT) - FEWER
    note = term.note
    said = note.text if options.lang == "both" else (note.text.pick(options.lang),)
    texts = (f"{note.term.en}  {term.zh}  {note.pinyin}", *filter(None, said))
    used = line_width(_used_in(plan, term, options.lang))
    return sum(-(-wide // max(1, room)) for wide in (*map(cells, texts), used))


def _used_in(plan: Plan, term: Term, lang: str, most: int = MOST_PLACES) -> Line:
    """Return where a term is used, in words; of many places the first `most`."""
    named = list(dict.fromkeys(_place(plan, id_, lang) for id_ in term.places))
    if more := len(named[most:]):
        named[most:] = [words.MORE_PLACES.pick(lang).format(more)]
    text = words.BETWEEN_PLACES.pick(lang).join(named)
    return (Span(words.USED_IN.pick(lang), "soft"), Span(text, "text"))


def _place(plan: Plan, id_: str, lang: str) -> str:
    """Return the name of an entry, with its number; of a quote that of its source and its paragraph."""
    item = plan.get(id_)
    name_lang = "zh" if lang == "zh" else "en"
    if isinstance(item, Quote):
        title = plan.sources[item.source].title.name(name_lang)
        return words.IN_SOURCE.format(title=title, n=item.paragraph).pick(lang)
    number = f"{item.number} " if isinstance(item, Node) and item.number else ""
    return f"{number}{plan.title(id_, name_lang)}"


# Its columns.


def _cells(term: Term) -> dict[str, str]:
    return {"english": term.note.term.en, "chinese": term.zh, "pinyin": term.note.pinyin}


def _widths(terms: Sequence[Term], options: ViewOptions) -> dict[str, int]:
    """Return the columns, that by which the terms are sorted first, with their widths; {} where they do not fit.

    Of several widths those are taken with which the fewest lines are wrapped.
    """
    names = ("english", "chinese", "pinyin") if _orders(options)[0] == "english" else ("chinese", "pinyin", "english")
    sizes = {name: [cells(_cells(term)[name]) for term in terms] for name in names}
    longest = {name: max(cells(words.GLOSSARY_HEADS[name].pick(options.lang)), *wide) for name, wide in sizes.items()}
    *others, last = names
    found: list[tuple[int, dict[str, int]]] = []
    for most in WIDEST:
        wide = {name: min(most, longest[name]) for name in others}
        room = options.width - sum(wide.values()) - BETWEEN * len(others)
        if room >= min(longest[last], LEAST_LAST):
            wide[last] = min(room, longest[last])
            rows = zip(*([-(-cell // wide[name]) for cell in sizes[name]] for name in names), strict=True)
            found.append((sum(map(max, rows)), wide))
    return min(found, key=lambda each: each[0])[1] if found else {}


def _columns(plan: Plan, term: Term, wide: dict[str, int], says: Says) -> Iterator[Column]:
    """Yield the columns of a row; the first one leads on."""
    for n, (name, text) in enumerate((name, _cells(term)[name]) for name in wide):
        target = "" if n else term_target(plan, term)
        yield _column(wide[name], text, "soft" if name == "pinyin" else "text" if n else "link", target, says)


def _column(width: int, text: str, style: str, target: str = "", says: Says | None = None) -> Column:
    """Return a column with one cell in it."""
    column = Column(width)
    column.add((Span(text, style),), 0, target, says=says)
    return column
