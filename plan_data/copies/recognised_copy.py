"""Recognises a file as a copy of a source: by its headings, its lists of responsible bodies, and its passages."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from plan_data.copies import bodies as lists
from plan_data.copies.enumerators import enumerator_before
from plan_data.copies.headings import Found, HeadingFinder
from plan_data.errors import Refused
from plan_data.model.copy_report import Replaced
from plan_data.model.entities import CopyFacts, Source
from plan_data.model.plan import Plan
from plan_data.text.folding import fold_heading

LEAST_SHARE = 0.5
"""Share of a source's headings, or passages, that a file must have to be accepted as a copy of it."""
LISTED = ("action", "measure")
"""Kinds at whose end the document prints a list of responsible bodies."""
LEAST_LISTED = 10
"""Headings without text that are taken for a mere list; a document of fewer may have no text below its headings."""
LEAST_TEXT = 0.25
"""Text between the headings, as a share of their own letters, that makes a list of headings a document."""
_ONLY_CONTENTS = 0.1
"""Share of the headings that may stand outside of a contents where a file is said to be nothing but that."""
_LONGEST = 40
"""Characters of a line that may be another heading or a page number; a longer one is text."""
_ENDS = "。；;"


class Copy(NamedTuple):
    """A copy of a source, as it is stored."""

    source: str
    """Id of the source."""
    facts: CopyFacts
    """Facts about the file."""
    paragraphs: tuple[str, ...]
    """Its paragraphs, the first being number 1."""
    simplified: tuple[str, ...]
    """The same in simplified script, code point for code point; the same paragraphs where they are so already."""
    blocks: tuple[str, ...] = ()
    """The paragraphs as runs of lines that are not blank, with which shipped passages are compared."""
    replaced: Replaced | None = None
    """The copy that it replaced; None for the first one."""


class RecognisedCopy:
    """What of a source stands in a copy."""

    def __init__(self, plan: Plan, copy: Copy) -> None:
        """Find the headings and passages of a source in a copy.

        Raises:
            Refused: The plan has no such source.
        """
        if copy.source not in plan.sources:
            raise Refused("no-source", source=copy.source)
        self.plan = plan
        self.copy = copy
        self.source = plan.sources[copy.source]
        self.nodes = plan.headings_of(self.source)
        """The nodes whose headings the source prints."""
        self.finder = HeadingFinder(copy.simplified)
        """Finds headings in the copy."""
        self.found = self.finder.find(self.nodes)
        """Where headings stand, by node."""
        self.passages = _passages_in(copy, self.source)
        """The number of each shipped passage to that of its paragraph in the copy."""

    @property
    def count(self) -> int:
        """How many headings, lists of bodies and passages were found."""
        return len(self.found) + len(self.printed) + len(self.passages)

    @property
    def most(self) -> int:
        """How many there can be."""
        listed = sum(node.kind in LISTED for node in self.nodes)
        return len(self.nodes) + listed + len(self.source.passages)

    def accept(self) -> None:
        """Do nothing for a copy that has enough of the source; raises Refused for any other."""
        source, copy = self.source, self.copy
        found, total, what = len(self.found), len(self.nodes), "headings"
        if not total:
            found, total, what = len(self.passages), len(source.passages), "passages"
        if total:
            if what == "headings" and (self._is_contents() or self._is_list()):
                raise Refused("contents", file=copy.facts.name, source=source.id)
            if found < LEAST_SHARE * total:
                raise Refused(what, file=copy.facts.name, source=source.id, found=found, total=total)
            return
        titles = {fold_heading(title).text.casefold() for title in (source.title.zh, source.title.en) if title}
        texts = [fold_heading("".join(lines)).text.casefold() for lines in (copy.paragraphs, copy.simplified)]
        if not any(title in text for title in titles for text in texts):
            raise Refused("title", file=copy.facts.name, source=source.id)

    def _is_contents(self) -> bool:
        """Return whether enough headings stand in a table of contents, and hardly one elsewhere."""
        total = len(self.nodes)
        found = sum(self.plan.node(id_).kind != "plan" for id_ in self.found)
        known = {i for i, node in enumerate(self.nodes) if node.id in self.found} | self.finder.in_contents
        return found <= _ONLY_CONTENTS * total and len(known) >= LEAST_SHARE * total

    def _is_list(self) -> bool:
        """Return whether the headings stand in the copy with hardly any text between them.

        A heading that ends as a sentence does may be all the text that there is.
        """
        if len(self.found) < max(LEAST_LISTED, LEAST_SHARE * len(self.nodes)):
            return False
        texts = self.copy.simplified
        order = sorted(self.found.values())
        own = sum(here.end - here.start for here in order)
        between = sentences = 0
        for here, after in pairwise(order):
            text = texts[here.paragraph - 1]
            if here.paragraph == after.paragraph:
                pieces = [text[here.end : after.start]]
            else:
                pieces = [text[here.end :], *texts[here.paragraph : after.paragraph - 1]]
                sentences += pieces[0].strip()[:1] in (*_ENDS,)
            between += sum(len(piece) for piece in pieces if len(piece) > _LONGEST or set(_ENDS) & set(piece[1:]))
        return between < LEAST_TEXT * own and 2 * sentences < len(order)

    def texts(self) -> dict[str, str]:
        """Return the text of each heading that was found, from the heading to the next one, by the id of its node.

        The last one's ends with its paragraph, or with the next one where the heading fills a paragraph: what follows
        is the foot of a page. A source without headings has one text, by its own id.
        """
        lines = self.copy.paragraphs
        if not self.nodes:
            return {self.source.id: "\n".join(lines)}
        order = sorted(self.found.items(), key=lambda item: item[1])
        texts = {}
        for (id_, here), after in zip(order, [*(where for _, where in order[1:]), None], strict=False):
            last = after.paragraph if after else min(len(lines), here.paragraph + self._is_bare(here))
            parts = list(lines[here.paragraph - 1 : last])
            if after:
                parts[-1] = parts[-1][: after.start].rstrip()
                parts[-1] = parts[-1].removesuffix(enumerator_before(parts[-1], len(parts[-1])))
            parts[0] = parts[0][here.start :]
            texts[id_] = "\n".join(parts)
        return texts

    def _is_bare(self, here: Found) -> bool:
        """Return whether a heading fills its paragraph."""
        return not self.copy.simplified[here.paragraph - 1][here.end :].strip("。．. ")

    @cached_property
    def printed(self) -> dict[str, lists.Printed]:
        """The list of bodies, by node, that the copy prints between its heading and the next one.

        Where the plan's next heading was not found, its list must not be taken for this node's: then only the node's
        own paragraph is searched, and the next one where the heading fills a paragraph. The same is done for the last
        heading. A paragraph that begins with an enumerator always ends the search.
        """
        order = sorted(self.found.items(), key=lambda item: (item[1].paragraph, item[1].start))
        places = {node.id: i for i, node in enumerate(self.nodes)}
        found: dict[str, lists.Printed] = {}
        for k, (id_, here) in enumerate(order):
            if self.plan.node(id_).kind not in LISTED:
                continue
            next_id, after = order[k + 1] if k + 1 < len(order) else ("", None)
            follows = not next_id or places[next_id] == places[id_] + 1
            if after and after.paragraph == here.paragraph and not follows:
                continue
            last = after.paragraph if after else len(self.copy.simplified)
            if not follows or after is None:
                last = min(last, here.paragraph + self._is_bare(here))
            stretch: list[str] = []
            own: list[str] = []
            for n in range(here.paragraph, last + 1):
                if n > here.paragraph and self.finder.is_enumerated(n):
                    break
                text = self.copy.simplified[n - 1]
                end = after.start if after and n == after.paragraph else len(text)
                start = here.end if n == here.paragraph else 0
                stretch.append(text[start:end])
                own.append(self.copy.paragraphs[n - 1][start:end])
            listed = lists.printed_list(stretch, own, last=after is None)
            if listed:
                found[id_] = listed
        return found


def _passages_in(copy: Copy, source: Source) -> dict[int, int]:
    """Return for each shipped passage that the copy has the number of its paragraph there.

    Where the copy has a paragraph twice, the one counts that keeps the distance which most of the others have.
    """
    places: dict[str, list[int]] = {}
    for n, text in enumerate(copy.blocks or copy.paragraphs, 1):
        places.setdefault(text, []).append(n)
    found = {number: places[text] for number, text in source.passages.items() if text in places}
    shifts = Counter(n - number for number, there in found.items() for n in there)
    usual = max(shifts, key=lambda shift: (shifts[shift], -abs(shift)), default=0)
    return {number: min(there, key=lambda n: abs(n - number - usual)) for number, there in found.items()}
