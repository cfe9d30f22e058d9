"""Checks every quote of a plan in its passage, and every passage in its original."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from math import floor
from os.path import commonprefix
from pathlib import Path
from typing import NamedTuple

from plan_data.errors import MAX_BYTES, Finding, FormError
from plan_data.labels.roles import STATE_LABELS
from plan_data.loading.yaml_events import read_bytes
from plan_data.model.anchors import STATES, Anchor, anchor, paragraphs
from plan_data.model.entities import Quote, Source
from plan_data.model.plan import Plan

LONGEST_EXCERPT = 120
"""Characters of a passage that a message shows."""


class Report(NamedTuple):
    """What a check found."""

    findings: list[Finding]
    """The loader's findings and those about quotes, errors and warnings."""
    counts: dict[str, int]
    """How many quotes are in each state, every state named."""
    compared: tuple[str, ...]
    """Ids of the sources whose originals were read."""

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.severity == "error" for finding in self.findings)


def check(plan: Plan, against: Path | None = None, *, max_bytes: int = MAX_BYTES) -> Report:
    """Check a plan.

    Args:
        plan: The plan, read with its errors.
        against: A folder with the originals that the sources name under `file`; None for no such check.
        max_bytes: Cap on the size of each original.
    """
    findings = list(plan.findings)
    states: dict[str, str] = {}
    of_source: dict[str, list[Quote]] = {}
    for quote in plan.quotes.values():
        of_source.setdefault(quote.source, []).append(quote)
        found = plan.anchors[quote.id]
        states[quote.id] = found.state
        if found.state != "verbatim":
            passages = plan.sources[quote.source].passages
            findings.append(_quote_finding(quote, found, f"in {quote.source}", passages))
    compared: list[str] = []
    if against is not None:
        for source in plan.sources.values():
            if source.file and source.passages:
                original = _Original(source, of_source.get(source.id, []))
                if original.read(against, max_bytes):
                    compared.append(source.id)
                    original.check_passages()
                    original.check_quotes(states)
                else:
                    states.update(dict.fromkeys((quote.id for quote in original.quotes), "unverifiable"))
                findings.extend(original.findings)
    counts = Counter(states.values())
    return Report(findings, {state: counts[state] for state in STATES}, tuple(compared))


def _quote_finding(quote: Quote, found: Anchor, where: str, passages: Mapping[int, str]) -> Finding:
    """Return the finding for a quote that is not verbatim; `where` names what it was looked for in."""
    if found.unfit:
        text = passages[found.paragraph]
        wrong = " and ".join(found.unfit)
        message = f"its words stand {where}, paragraph {found.paragraph}, but its {wrong} "
        message += "does not fit" if len(found.unfit) == 1 else "do not fit"
        if "prefix" in found.unfit:
            message += f"; {_unfit('prefix', quote.prefix, text[: found.start])}"
        if "suffix" in found.unfit:
            message += f"; {_unfit('suffix', quote.suffix, text[found.end :])}"
    else:
        message = f"{STATE_LABELS[found.state].en} {where}, paragraph {quote.paragraph}"
        if found.state == "missing" and found.near:
            near = found.near[:LONGEST_EXCERPT].replace("\n", " ")
            message += f"; the nearest passage, paragraph {found.paragraph}, likeness {floor(found.likeness)}: {near!r}"
        elif found.state in ("moved", "loose", "ambiguous"):
            message += f"; it stands in paragraph {found.paragraph}"
    path = f"{quote.source}/{quote.paragraph}/{quote.id}"
    return Finding("error", quote.file, quote.line, quote.column, path, found.state, f"{quote.id}: {message}")


def _unfit(part: str, given: str, text: str) -> str:
    """Return how a prefix or suffix differs from the text there, from the words of the quote outwards."""
    turn = -1 if part == "prefix" else 1
    side = "before" if part == "prefix" else "behind"
    if not text:
        return f"the {part} is {given!r}, and nothing stands {side} them in the paragraph"
    ours, theirs = given[::turn], text[::turn]
    same = len(commonprefix((ours, theirs)))
    # Of a long one the part that differs is shown.
    from_ = max(0, same - 20) if len(ours) > LONGEST_EXCERPT else 0
    to = from_ + min(max(len(ours), 20), LONGEST_EXCERPT)
    ours, theirs = ours[from_:to], theirs[from_:to]
    message = f"the {part} is {ours[::turn]!r}, and {theirs[::turn]!r} stands {side} them"
    if given.strip() and text[::turn].lstrip().startswith(given[::turn].lstrip()):
        message += " (a blank differs: in quotes YAML keeps the blanks at the ends)"
    return message


class _Original:
    """The original of a source, with the findings of comparing the source with it."""

    def __init__(self, source: Source, quotes: Sequence[Quote]) -> None:
        """Take a source with its quotes."""
        self.source = source
        self.quotes = quotes
        self.file = quotes[0].file if quotes else f"sources/{source.id.removeprefix('src.')}.yaml"
        self.paragraphs: Mapping[int, str] = {}
        self.findings: list[Finding] = []

    def _add(self, severity: str, code: str, message: str, path: str = "") -> None:
        self.findings.append(Finding(severity, self.file, 0, 0, path or self.source.id, code, message))

    def read(self, folder: Path, max_bytes: int) -> bool:
        """Read the original; where that cannot be, add a finding and return False."""
        name = Path(self.source.file).name
        if name != self.source.file:
            self._add("error", "unverifiable", f"{self.source.file!r} is no plain file name")
            return False
        try:
            data = read_bytes(folder / name, name, max_bytes)
            text = data.decode("utf-8")
        except FormError as error:
            self._add("error", "unverifiable", f"the quotes cannot be verified: {error.finding.message}")
            return False
        except UnicodeDecodeError as error:
            where = f"byte 0x{data[error.start]:02x} at offset {error.start}"
            self._add("error", "unverifiable", f"the quotes cannot be verified: {name} is not UTF-8: {where}")
            return False
        self.paragraphs = dict(enumerate(paragraphs(text), 1))
        if not self.paragraphs:
            self._add("error", "unverifiable", f"the quotes cannot be verified: {name} is empty")
            return False
        if self.source.sha256 and hashlib.sha256(data).hexdigest() != self.source.sha256.lower():
            self._add("warning", "changed", f"{name} has changed since its passages were taken: its sha256 is another")
        return True

    def check_passages(self) -> None:
        """Add a finding for each passage that is not, to the character, the paragraph of its number."""
        for number, text in self.source.passages.items():
            if self.paragraphs.get(number) == text:
                continue
            where = next((n for n, other in self.paragraphs.items() if other == text), 0)
            if where:
                message = f"the passage is paragraph {where} of {self.source.file}, not {number}"
            else:
                message = f"the passage is not in {self.source.file}{self._nearest(text, number)}"
            self._add("error", "passage", message, f"{self.source.id}/{number}")

    def _nearest(self, text: str, number: int) -> str:
        """Return which paragraph is most like a passage, and where they differ; of equals the one of its number."""
        from rapidfuzz import fuzz

        ranked = ((fuzz.ratio(text, other), n == number, n) for n, other in self.paragraphs.items())
        likeness, _, n = max(ranked)
        parts = _difference(text, self.paragraphs[n])
        return f"; the nearest, paragraph {n}, likeness {floor(likeness)}, reads otherwise: {parts}"

    def check_quotes(self, states: dict[str, str]) -> None:
        """Find the quotes in the original; add a finding for each whose state is worse there than in `states`."""
        for quote in self.quotes:
            found = anchor(quote.exact, quote.prefix, quote.suffix, quote.paragraph, self.paragraphs)
            if STATES.index(found.state) > STATES.index(states[quote.id]):
                states[quote.id] = found.state
                where = f"in the original {self.source.file}"
                self.findings.append(_quote_finding(quote, found, where, self.paragraphs))


def _difference(ours: str, theirs: str) -> str:
    """Return where two texts begin to differ."""
    pairs = enumerate(zip(ours, theirs, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(ours), len(theirs)))
    from_ = max(0, at - 20)
    return f"{ours[from_ : at + 20]!r} here, {theirs[from_ : at + 20]!r} there"
