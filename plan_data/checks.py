"""Checking a plan: every quote against its passage, and every passage against its original."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plan_data.anchoring import STATES, Anchor, anchor, paragraphs
from plan_data.model import Finding, Plan, Quote, Source
from plan_data.reader import FormError, decode, read_bytes
from plan_data.signs import STATE_LABELS

LONGEST_EXCERPT = 120
"""Characters of a passage that a message shows."""


class Report(NamedTuple):
    """What a check found."""

    findings: list[Finding]
    """The loader's findings and those about quotes, errors and warnings."""
    counts: dict[str, int]
    """How many quotes are in each state, every state named."""
    held: tuple[str, ...]
    """Ids of the sources whose originals were read."""

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.severity == "error" for finding in self.findings)


def check(plan: Plan, against: Path | None = None) -> Report:
    """Check a plan.

    Args:
        plan: The plan, read with its errors.
        against: A folder with the originals that the sources name under `file`; None to leave them alone.
    """
    findings = list(plan.findings)
    states: dict[str, str] = {}
    for quote in plan.quotes.values():
        found = plan.anchors[quote.id]
        states[quote.id] = found.state
        if found.state != "verbatim":
            findings.append(_quote_finding(quote, found, f"in {quote.source}, paragraph {quote.paragraph}"))
    held = []
    if against is not None:
        for source in plan.sources.values():
            if source.file and source.passages:
                original = _original(source, against, findings)
                quotes = [quote for quote in plan.quotes.values() if quote.source == source.id]
                if original is None:
                    states.update(dict.fromkeys((quote.id for quote in quotes), "unverifiable"))
                    continue
                held.append(source.id)
                findings.extend(_held_against(source, quotes, original, states))
    counts = Counter(states.values())
    return Report(findings, {state: counts[state] for state in STATES}, tuple(held))


def _quote_finding(quote: Quote, found: Anchor, where: str) -> Finding:
    message = f"{quote.id}: {STATE_LABELS[found.state]} {where}"
    if found.state == "missing" and found.near:
        near = found.near[:LONGEST_EXCERPT].replace("\n", " ")
        message += f"; the nearest passage, paragraph {found.paragraph}, likeness {found.likeness:.0f}: {near!r}"
    elif found.state in ("moved", "loose", "ambiguous"):
        message += f"; it stands in paragraph {found.paragraph}"
    path = f"{quote.source}/{quote.paragraph}/{quote.id}"
    return Finding("error", quote.file, quote.line, quote.column, path, found.state, message)


def _original(source: Source, folder: Path, findings: list[Finding]) -> Mapping[int, str] | None:
    """Return the paragraphs of a source's original, or None, with a finding, where it cannot be read."""
    file = f"sources/{source.id.removeprefix('src.')}.yaml"
    name = Path(source.file).name
    if name != source.file:
        message = f"{source.file!r} is no plain file name"
        findings.append(Finding("error", file, 0, 0, source.id, "unverifiable", message))
        return None
    try:
        data = read_bytes(folder / name, name)
        text = decode(data, name)
    except FormError as error:
        message = f"the quotes cannot be verified: {error.finding.message}"
        findings.append(Finding("error", file, 0, 0, source.id, "unverifiable", message))
        return None
    if hashlib.sha256(data).hexdigest() != source.sha256:
        message = f"{name} has changed since its passages were taken: its sha256 is another"
        findings.append(Finding("warning", file, 0, 0, source.id, "changed", message))
    found = dict(enumerate(paragraphs(text), 1))
    if not found:
        message = f"the quotes cannot be verified: {name} is empty"
        findings.append(Finding("error", file, 0, 0, source.id, "unverifiable", message))
        return None
    return found


def _held_against(
    source: Source, quotes: list[Quote], original: Mapping[int, str], states: dict[str, str]
) -> Iterator[Finding]:
    file = f"sources/{source.id.removeprefix('src.')}.yaml"
    for number, text in source.passages.items():
        if original.get(number) == text:
            continue
        where = next((n for n, other in original.items() if other == text), 0)
        if where:
            message = f"the passage is paragraph {where} of {source.file}, not {number}"
        elif number in original:
            message = f"paragraph {number} of {source.file} reads otherwise: {_difference(text, original[number])}"
        else:
            message = f"{source.file} has no paragraph {number}; it has {len(original)}"
        yield Finding("error", file, 0, 0, f"{source.id}/{number}", "passage", message)
    for quote in quotes:
        found = anchor(quote.exact, quote.prefix, quote.suffix, quote.paragraph, original)
        if found.state != "verbatim" and states[quote.id] == "verbatim":
            states[quote.id] = found.state
            yield _quote_finding(quote, found, f"in the original {source.file}, paragraph {quote.paragraph}")


def _difference(ours: str, theirs: str) -> str:
    """Say where two texts part."""
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    from_ = max(0, at - 20)
    return f"{ours[from_ : at + 20]!r} here, {theirs[from_ : at + 20]!r} there"
