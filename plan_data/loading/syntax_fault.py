"""A syntax error of YAML, with what stands around it."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from plan_data.loading.surrogate_pairs import with_stand_ins
from plan_data.loading.yaml_events import LINE_END

QUOTES = {'"': "double quote", "'": "single quote"}
"""The two quotes of YAML, and what messages call them."""
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


class Explanation(NamedTuple):
    """Where an error was made, and what it is."""

    line: int
    """From 1; 0 where there is none."""
    column: int
    """From 1, in code points; 0 where there is none."""
    message: str
    """What is wrong, and behind a semicolon what to do where that is certain."""


class Scalar(NamedTuple):
    """A scalar that was read before the error."""

    style: str
    """Its quote, `|` or `>`; "" where it is plain."""
    start: Any
    """The mark of libyaml where it begins."""
    end: Any
    """The mark behind its end."""
    block: int
    """Column, from 0, of the mapping or list in lines that it stands in; -1 for none."""


class SyntaxFault:
    """What libyaml says of an error, with the text around it and the tokens before it."""

    def __init__(self, text: str, error: yaml.MarkedYAMLError) -> None:
        """Take the text of the file, without a byte order mark, and the error."""
        self.text = text
        """The text of the file."""
        self.lines = LINE_END.split(text)
        """Its lines."""
        self.problem = error.problem or error.context or "not YAML"
        """What libyaml says."""
        self.context = error.context or ""
        """What libyaml was reading."""
        self.mark: Any = error.problem_mark or error.context_mark
        """Where it noticed the error, or None."""
        self.opened: Any = error.context_mark or self.mark
        """Where what it was reading begins."""
        self.scalars: list[Scalar] = []
        """The last two scalars before `mark`."""
        self.block = -1
        """Column, from 0, of the innermost mapping or list in lines that is open at `opened`; -1 for none."""
        if self.mark is not None:
            self._look_before()

    def _look_before(self) -> None:
        """Read the tokens before the error again, for the last scalars and the columns of what was open."""
        columns = [-1]
        try:
            for token in yaml.scan(with_stand_ins(self.text), Loader=_Loader):
                start = token.start_mark
                if start.index <= self.opened.index:
                    self.block = columns[-1]
                if start.index >= self.mark.index:
                    break
                if isinstance(token, yaml.BlockMappingStartToken | yaml.BlockSequenceStartToken):
                    columns.append(start.column)
                elif isinstance(token, yaml.BlockEndToken):
                    columns.pop()
                elif isinstance(token, yaml.ScalarToken):
                    self.scalars = [
                        *self.scalars[-1:],
                        Scalar(token.style or "", start, token.end_mark, columns[-1]),
                    ]
        except (yaml.YAMLError, ValueError):
            pass

    def at(self, mark: Any, message: str, hint: str = "") -> Explanation:
        """Explain the error at a mark, with a hint or none."""
        return Explanation(mark.line + 1, mark.column + 1, f"{message}; {hint}" if hint else message)

    def line(self, number: int) -> str:
        """Return a line by its number from 0; "" where there is none."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def here(self, mark: Any) -> str:
        """Return the rest of the line from a mark on."""
        return self.line(mark.line)[mark.column :]

    def before_here(self) -> str:
        """Return what stands on the line before the error, without its indentation."""
        return self.line(self.mark.line)[: self.mark.column].strip()

    def outdented(self, first: int, last: int, block: int) -> int | None:
        """Return the first of some lines that is not indented deeper than the mapping or list around it."""
        for number in range(first, last + 1):
            line = self.line(number)
            if line.strip() and len(line) - len(line.lstrip(" ")) <= block:
                return number
        return None
