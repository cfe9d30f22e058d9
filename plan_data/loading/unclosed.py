"""Finds where a quote or a bracket opened that is not closed.

libyaml names the place where it noticed: a quote that is not closed runs on to the next quote in the file, far below.
The line where it opened is named only where the text leaves no doubt.
"""

from __future__ import annotations

import re
from typing import Any

from plan_data.loading.syntax_fault import QUOTES, Explanation, Scalar, SyntaxFault

KEY = re.compile(r":(?:\s|$)")
"""The end of a key."""
COLON = "quote the value if it holds a colon and a space"
"""Hint for a colon in a value."""
_INNER = {'"': '\\"', "'": "''"}
"""How a quote is written inside quotes of its kind."""
_CLOSERS = {"[": "]", "{": "}"}
_LINE_KEY = re.compile(r" *(?:- +)*([\w.-]+):(?: |$)")
_SWALLOWED_KEY = re.compile(r",\s*[\w.-]+:\s*$")
"""A key at the end of a text in quotes, which is none: another text was to open there."""
_KEY_BEHIND = re.compile(r"[\w.-]+([\"'])\s*:")
"""A key behind a closing quote, without its opening one."""


def unclosed_quote(fault: SyntaxFault) -> Explanation | None:
    """Name the place where a quote opened that is not closed; None where that is not the fault, or not certain."""
    inside = "quoted scalar" in fault.context
    endless = inside and ("end of stream" in fault.problem or "document indicator" in fault.problem)
    limit = fault.opened if endless else fault.mark
    for scalar in reversed(fault.scalars):
        if scalar.style in QUOTES and scalar.end.index <= limit.index and _runs_on(fault, scalar, limit):
            where = f"line {scalar.end.line + 1}, column {scalar.end.column}"
            hint = f"the next one ({where}) ends its text, and what stands behind that does not fit"
            return _not_closed(fault, scalar.start, scalar.style, hint)
    if endless:
        ends = f"line {fault.mark.line + 1} begins with {fault.here(fault.mark)[:3]}, which ends the document"
        hint = ends if "document indicator" in fault.problem else ""
        return _not_closed(fault, fault.opened, fault.here(fault.opened)[:1], hint)
    if inside and fault.outdented(fault.opened.line + 1, fault.mark.line, fault.block) is not None:
        # The error is in another text, which the open quote has swallowed.
        return _not_closed(fault, fault.opened, fault.here(fault.opened)[:1], "its text goes on in the lines below")
    return None


def unclosed_bracket(fault: SyntaxFault) -> Explanation | None:
    """Explain what libyaml minds between brackets: one that is not closed, or a comma that is missing."""
    if "did not find expected ','" not in fault.problem:
        return None
    opener = fault.here(fault.opened)[:1]
    closer = _CLOSERS.get(opener, "")
    if not closer:
        return None
    not_closed = f"the {opener} that opens here is not closed"
    sign = fault.here(fault.mark)[:1]
    if fault.mark.index >= len(fault.text.rstrip()):
        return fault.at(fault.opened, not_closed)
    outside = fault.outdented(fault.opened.line + 1, fault.mark.line, fault.block)
    if outside is not None:
        return fault.at(fault.opened, not_closed, f"line {outside + 1} stands outside of it")
    where = f"line {fault.mark.line + 1}, column {fault.mark.column + 1}"
    if sign in _CLOSERS.values():
        return fault.at(fault.opened, not_closed, f"a {sign} comes before its {closer} ({where})")
    if sign == ":" and KEY.search(fault.before_here()):
        return fault.at(fault.mark, fault.problem, COLON)
    behind = behind_quotes(fault)
    if behind is not None:
        return behind
    opened = f"line {fault.opened.line + 1}, column {fault.opened.column + 1}"
    return fault.at(fault.mark, fault.problem, f"a comma is missing before this, or the {opener} in {opened} is open")


def behind_quotes(fault: SyntaxFault) -> Explanation | None:
    """Explain text behind a closing quote on its line."""
    last = fault.scalars[-1] if fault.scalars else None
    if last is None or last.style not in QUOTES or last.end.line != fault.mark.line or "expected" not in fault.problem:
        return None
    between = fault.line(fault.mark.line)[last.end.column : fault.mark.column]
    sign = fault.here(fault.mark)[:1]
    if between.strip() or sign in ("", ":", ",", "]", "}"):
        return None
    if "'," in fault.problem and sign in QUOTES:
        return fault.at(fault.mark, fault.problem, "a comma is missing between the two texts")
    where = f"column {last.start.column + 1}"
    if last.start.line != last.end.line:
        where = f"line {last.start.line + 1}, {where}"
    message = f"text behind the {QUOTES[last.style]} that closes what opened in {where}"
    hint = f"inside such quotes write {_INNER[last.style]} for each one that belongs to the text"
    return fault.at(fault.mark, message, hint)


def _not_closed(fault: SyntaxFault, start: Any, quote: str, hint: str) -> Explanation:
    return fault.at(start, f"the {QUOTES.get(quote, 'quote')} that opens here is not closed", hint)


def _runs_on(fault: SyntaxFault, scalar: Scalar, limit: Any) -> bool:
    """Return whether a text in quotes ends at a quote that was meant to open another text."""
    start, end = scalar.start, scalar.end
    behind = fault.here(end)
    if start.line == end.line:
        within = fault.line(end.line)[start.column + 1 : end.column - 1]
        key_before, key_behind = _SWALLOWED_KEY.search(within), _KEY_BEHIND.match(behind)
        return bool(key_before or (key_behind and within.endswith((",", ", "))))
    follows = behind.lstrip(" \t")
    if not follows or follows[0] in ",]}:#":
        # Such signs may well follow a text in quotes: only what libyaml minds right there counts.
        near = end.line == limit.line or "expected key" in fault.problem
        if not near or scalar is not fault.scalars[-1]:
            return False
    elif any(_key_column(fault, number) == start.column for number in range(start.line + 1, end.line + 1)):
        return True
    before = fault.line(end.line)[: end.column - 1]
    opens = (not before.strip() or before[-1] in " \t([{,:=") and behind[:1].strip() not in ("", *",]}:#")
    # A closing quote may stand on a line of its own, wherever it likes.
    last = end.line if before.strip() else end.line - 1
    return opens or fault.outdented(start.line + 1, last, scalar.block) is not None


def _key_column(fault: SyntaxFault, number: int) -> int:
    """Return the column, from 0, of the key that a line seems to begin with; -1 for none."""
    found = _LINE_KEY.match(fault.line(number))
    return found.start(1) if found else -1
