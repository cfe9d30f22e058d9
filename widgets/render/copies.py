"""What the reader's copies have: the headings kind by kind, the lists of bodies, and what was not found."""

from __future__ import annotations

from collections.abc import Sequence

from plan_data.labels import copies as words
from plan_data.labels.evidence import one_name, row_name
from plan_data.labels.kinds import KIND_LABELS, plural
from plan_data.model.copy_report import Report
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from widgets.render.blocks import Block, text_block
from widgets.render.source_page import copy_facts
from widgets.render.table_layout import Cell, Item, LayoutBuilder, TableLayout
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import Span

COUNTED = ("task", "measure")
"""Kinds whose headings are counted together besides: the tasks and measures of the document."""
MOST_NAMED = 6
"""Where more lists of bodies agree with ours, only their number is given on the screen."""


def copies_view(plan: Plan, options: ViewOptions) -> TableLayout:
    """Return the report on each attached copy, or on those of the sources in `options.nodes`."""
    page = _Page(plan, options)
    for id_, make in plan.reports.items():
        if not options.nodes or id_ in options.nodes:
            page.add_report(make())
    if not page.builder.blocks:
        page.add_none()
    return page.builder.layout._replace(about=words.ABOUT.pick(options.lang))


class _Page:
    """The view while it is made."""

    def __init__(self, plan: Plan, options: ViewOptions) -> None:
        self.plan = plan
        self.options = options
        self.builder = LayoutBuilder(options.width)

    def say(self, pair: Pair, **values: object) -> str:
        """Return a text in the language of the view."""
        return pair.format(**values).pick(self.options.lang)

    def add_none(self) -> None:
        """Say that there is no copy, and how to get one."""
        key = self.options.keys.get("fetch", "")
        document = self.plan.document
        form = words.NONE_FETCH if key and document and document.address else words.NONE
        self.builder.add(text_block(self.say(form, key=key), "soft"))

    def add_report(self, report: Report) -> None:
        """Add the report on a copy."""
        source = self.plan.sources[report.source]
        title = self.plan.title(source.id, self.options.lang)
        gap = bool(self.builder.blocks)
        self.builder.add(text_block(title, "title", target=source.id, right=self._id(source.id), gap=gap), 0)
        if source.copy:
            facts = copy_facts(source.copy, self.options.lang)
            self.builder.add(text_block(self.say(words.COPY, name=source.copy.name, facts=facts), "soft"))
        self._add_headings(report)
        if report.edition:
            self._add_heading(words.EDITION)
        for says in report.edition:
            self.builder.add(text_block(says.pick(self.options.lang), "doubt", indent=2))
        self._add_missing(report)
        self._add_bodies(report)
        found, total = report.passages
        if total:
            self.builder.add(text_block(self.say(words.PASSAGES, found=found, total=total), "text", gap=True))
        self._add_replaced(report)
        if self.options.keys:
            self.builder.add(text_block(self.say(words.DETACH, source=source.id), "soft", gap=True))

    def _id(self, id_: str) -> tuple[Span, ...]:
        """Return an id for the right edge, on paper only: there one types it to see more."""
        return () if self.options.keys else (Span(id_, "id"),)

    def _add_heading(self, pair: Pair, count: str = "") -> None:
        self.builder.add(Block((Span(self.say(pair), "heading"), Span(f"  {count}", "soft")), gap=True))

    def _add_headings(self, report: Report) -> None:
        """Add how many headings were found: in a sentence, then kind by kind."""
        found, total = report.together(report.headings)
        if not total:
            return
        form = words.ALL_FOUND if found == total else words.SOME_FOUND
        self.builder.add(text_block(self.say(form, found=found, total=total), "strong", gap=True))
        rows = [(kind, *counts) for kind, counts in report.headings.items()]
        wide = max(len(self.say(words.SHARE, found=n, total=of)) for _, n, of in rows)
        lost = {missing.kind: missing.node for missing in reversed(report.missing)}
        for kind, n, of in rows:
            share = self.say(words.SHARE, found=n, total=of)
            target = lost.get(kind) or next((node.id for node in self.plan.of_kind(kind)), "")
            style = "text" if n == of else "strong"
            # The entry may have a row of its own below.
            target = f"{target}#{kind}"
            block = text_block(f"{share:>{wide}}  {self._kind(kind, of)}", style, indent=2, target=target)
            self.builder.add(block, 0)
        if all(kind in report.headings for kind in COUNTED):
            found, total = report.together(COUNTED)
            share = self.say(words.SHARE, found=found, total=total)
            self.builder.add(text_block(f"{share:>{wide}}  {self.say(words.TOGETHER)}", "soft", indent=2))

    def _kind(self, kind: str, count: int) -> str:
        if kind == "plan":
            return self.say(words.TITLE)
        if count == 1:
            return one_name(kind, self.options.lang)
        return (
            row_name(kind, self.options.lang)
            if kind == "target"
            else self.say(Pair(plural(kind), KIND_LABELS[kind].zh))
        )

    def _matches(self, id_: str) -> bool:
        node = self.plan.node(id_)
        return self.options.matches(id_, node.title.en, node.title.zh, node.number)

    def _add_entry(self, id_: str, indent: int = 2) -> None:
        """Add a row that leads to an entry."""
        block = text_block(self._name(id_), "link", indent=indent, target=id_, right=self._id(id_))
        self.builder.add(block, 0)

    def _name(self, id_: str) -> str:
        """Return the number and the title of an entry; the title of a source."""
        number = self.plan.node(id_).number if id_ in self.plan.index else ""
        return f"{number} {self.plan.title(id_, 'zh' if self.options.lang == 'zh' else 'en')}".strip()

    def _add_missing(self, report: Report) -> None:
        """Add the headings that were not found, each with the nearest text."""
        rows = [missing for missing in report.missing if self._matches(missing.node)]
        if not rows:
            return
        self._add_heading(words.MISSING, str(len(report.missing)))
        for missing in rows:
            self._add_entry(missing.node)
            self.builder.add(text_block(self.say(words.OURS, text=missing.heading), "zh", indent=4))
            near = missing.near
            likeness = int(near.likeness)
            form = words.NEAR if near.paragraph else words.NOTHING_NEAR
            text = self.say(form, paragraph=near.paragraph, likeness=likeness, text=near.text)
            self.builder.add(text_block(text, "soft", indent=4))

    def _add_bodies(self, report: Report) -> None:
        """Add which lists of bodies agree with ours, differ, were filled, or are not in the copy."""
        differing: dict[str, list[Pair]] = {}
        for id_, says in report.differences:
            differing.setdefault(id_, []).append(says)
        same = [id_ for id_ in report.compared if id_ not in differing]
        if not (report.compared or report.taken or report.unlisted):
            return
        self._add_heading(words.BODIES)
        self._add_names(words.SAME, same, short=len(same) > MOST_NAMED and bool(self.options.keys))
        self._add_names(words.FILLED, report.taken)
        self._add_names(words.UNLISTED, report.unlisted)
        if differing:
            self.builder.add(text_block(self.say(words.DIFFERING, n=len(differing)), "doubt", indent=2))
        for id_ in filter(self._matches, differing):
            self._add_entry(id_, 4)
            for says in differing[id_]:
                self.builder.add(text_block(says.pick(self.options.lang), "text", indent=6))

    def _add_names(self, pair: Pair, ids: Sequence[str], *, short: bool = False) -> None:
        """Add a sentence on some lists, and the entries that they belong to."""
        shown = [id_ for id_ in ids if self._matches(id_)]
        if not ids:
            return
        self.builder.add(text_block(self.say(pair, n=len(ids)), "text", indent=2))
        after = self.say(words.BETWEEN)
        items = [
            Item(self._name(id_), "link", id_, None, after if id_ != shown[-1] else "")
            for id_ in ([] if short else shown)
        ]
        self.builder.add_flow(Cell(""), items, 4)

    def _add_replaced(self, report: Report) -> None:
        """Add how the copy differs from the one that it replaced."""
        before = report.replaced
        if before is None:
            return
        values = {"name": before.name, "date": before.attached, "n": len(before.changes)}
        form = words.CHANGED if before.changes else words.UNCHANGED
        self.builder.add(text_block(self.say(form, **values), "text", gap=True))
        for change in before.changes:
            self._add_entry(change.node)
            for pair, text in ((words.BEFORE, change.before), (words.NOW, change.after)):
                self.builder.add(text_block(self.say(pair, text=text or words.NOT_THERE), "soft", indent=4))
