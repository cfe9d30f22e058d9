"""Says where a syntax error of YAML was made, and what to do about it.

libyaml names the place where it noticed an error. What is said here follows from the text alone; where the cause is not
certain, libyaml's own words and place are all that is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from plan_data.loading.syntax_fault import QUOTES, Explanation, SyntaxFault
from plan_data.loading.unclosed import COLON, KEY, behind_quotes, unclosed_bracket, unclosed_quote
from plan_data.text.visible import visible

_DIGITS = {"x": "two", "u": "four", "U": "eight"}
"""Hexadecimal digits behind each of the numeric escapes."""
_NO_SPACE = re.compile(r"\s*(?:- +)*[\w.-]+(:)[^\s:/]")
"""The start of a line that has a colon without a space behind it; an address is none."""
_VALUE = re.compile(r":[ \t]+[^ \t#]")
"""The end of a key that has a value on its line."""
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
"""The lines that git leaves around a conflict."""
_BACKSLASH = "write \\\\ for a backslash, or put the text in single quotes"
_BEGINNING = "quote a value that begins with {}"
_NO_KEY = "a line without a key; a key ends with a colon and a space"
_INDENT = "the lines of one mapping or list begin in one column"


def explain(text: str, error: yaml.MarkedYAMLError) -> Explanation:
    """Explain a syntax error.

    Args:
        text: The text of the file, without a byte order mark.
        error: What libyaml said of it.
    """
    fault = SyntaxFault(text, error)
    if fault.mark is None:
        return Explanation(0, 0, fault.problem)
    for rule in (_odd_blank, unclosed_quote, _escape, unclosed_bracket, behind_quotes, _by_words):
        found = rule(fault)
        if found is not None:
            return found
    return fault.at(fault.mark, fault.problem)


def _odd_blank(fault: SyntaxFault) -> Explanation | None:
    """Explain a blank that looks like a space and is none, before the first word of the line."""
    number = fault.opened.line if "simple key" in fault.context else fault.mark.line
    line = fault.line(number)
    column = len(line) - len(line.lstrip(" "))
    sign = line[column : column + 1]
    if "quoted" in fault.context or not sign.isspace() or sign == "\t":
        return None
    message = f"U+{ord(sign):04X} in the indentation, which is no space; indent with spaces"
    return Explanation(number + 1, column + 1, message)


def _escape(fault: SyntaxFault) -> Explanation | None:
    if "quoted scalar" not in fault.context:
        return None
    line, column = fault.mark.line, fault.mark.column
    if "unknown escape" in fault.problem:
        sign = fault.here(fault.mark)[1:2]
        hint = "inside double quotes an apostrophe stands as it is" if sign == "'" else _BACKSLASH
        return fault.at(fault.mark, f"\\{visible(sign)} is no escape inside double quotes", hint)
    letter = fault.line(line)[column - 1 : column]
    start = Explanation(line + 1, column - 1, "")
    if "decimal number" in fault.problem and letter in _DIGITS:
        message = f"\\{letter} wants {_DIGITS[letter]} hexadecimal digits"
        return start._replace(message=f"{message}; {_BACKSLASH}")
    if "invalid Unicode" in fault.problem and letter in _DIGITS:
        digits = fault.here(fault.mark)[: 4 if letter == "u" else 8]
        if 0xD800 <= int(digits, 16) <= 0xDFFF:
            hint = "write \\ud800 to \\udbff and right behind it \\udc00 to \\udfff, or the character itself"
            return start._replace(message=f"\\{letter}{digits} is one half of a surrogate pair; {hint}")
        return start._replace(message=f"\\{letter}{digits} is no character; the last one is \\U0010FFFF")
    return None


def _by_words(fault: SyntaxFault) -> Explanation | None:
    for words, rule in _RULES:
        if words in fault.problem or words in fault.context:
            return rule(fault)
    return None


def _no_token(fault: SyntaxFault) -> Explanation:
    sign = fault.here(fault.mark)[:1]
    if sign == "\t":
        return _tab(fault)
    return fault.at(fault.mark, fault.problem, _BEGINNING.format(f"a sign such as {visible(sign)}"))


def _tab(fault: SyntaxFault) -> Explanation:
    return fault.at(fault.mark, "a tab in the indentation", "indent with spaces")


def _alias(fault: SyntaxFault) -> Explanation:
    return fault.at(fault.opened, fault.problem, _BEGINNING.format(fault.here(fault.opened)[:1]))


def _block_text(fault: SyntaxFault) -> Explanation:
    sign = fault.here(fault.opened)[:1]
    hint = f"the text of a {sign} begins on the next line; {_BEGINNING.format(sign)}"
    return fault.at(fault.mark, fault.problem, hint)


def _directive(fault: SyntaxFault) -> Explanation:
    return fault.at(fault.opened, fault.problem, "a line that begins with % is a directive; put a text in quotes")


def _second_document(fault: SyntaxFault) -> Explanation:
    above = [line for line in fault.lines[: fault.mark.line] if line.startswith("%")]
    if above:
        return fault.at(fault.mark, fault.problem, "a line above begins with %, which makes it a directive")
    return fault.at(fault.mark, "text behind the end of the document", "a file holds one document")


def _mapping_key(fault: SyntaxFault) -> Explanation:
    return fault.at(fault.mark, fault.problem, _BEGINNING.format("?"))


def _sequence_entry(fault: SyntaxFault) -> Explanation:
    hint = f"begin a list on a line of its own; {_BEGINNING.format('a hyphen')}"
    return fault.at(fault.mark, fault.problem, hint)


def _node_content(fault: SyntaxFault) -> Explanation:
    sign = fault.here(fault.mark)[:1]
    if "flow" in fault.context:
        what = f"a value is missing before the {sign}" if sign in (",", "]", "}", ":") else fault.problem
        return fault.at(fault.mark, what)
    return fault.at(fault.mark, fault.problem, _BEGINNING.format(sign) if sign in (",", "]", "}") else "")


def _two_colons(fault: SyntaxFault) -> Explanation:
    """Explain a colon in a place where no key can be."""
    before = fault.before_here()
    if before.startswith("---"):
        return fault.at(fault.mark, fault.problem, "begin the text on the line below ---")
    if before.endswith(":"):
        return fault.at(fault.mark, fault.problem, _BEGINNING.format("a colon"))
    if KEY.search(before):
        return fault.at(fault.mark, fault.problem, COLON)
    if fault.scalars and fault.scalars[-1].end.line == fault.mark.line and fault.scalars[-1].style in QUOTES:
        return fault.at(fault.mark, fault.problem)
    number = fault.mark.line - 1
    while number >= 0 and not fault.line(number).split("#")[0].strip():
        number -= 1
    found = _no_key(fault, number)
    if found is not None:
        return found
    # A text of several lines stands between the two keys, or a line without a key.
    first = number
    while number >= 0 and fault.line(number).strip() and not KEY.search(fault.line(number)):
        first, number = number, number - 1
    found = _deeper(fault, number)
    if found is None and first != number:
        line = fault.line(first)
        found = Explanation(first + 1, len(line) - len(line.lstrip(" ")) + 1, _NO_KEY)
    return found or fault.at(fault.mark, fault.problem)


def _deeper(fault: SyntaxFault, above: int) -> Explanation | None:
    """Explain a line that is indented deeper than the key above it, which has a value."""
    line, other = fault.line(fault.mark.line), fault.line(above)
    indent = len(line) - len(line.lstrip(" "))
    # The key of a list's entry stands behind its sign.
    has_value = above >= 0 and _VALUE.search(other)
    if not has_value or indent <= len(other) - len(other.lstrip(" -")):
        return None
    message = f"a key that is indented deeper than line {above + 1}, whose key has a value already"
    hint = "begin both in one column, or quote the value if this line belongs to it"
    return Explanation(fault.mark.line + 1, indent + 1, f"{message}; {hint}")


def _no_key(fault: SyntaxFault, number: int) -> Explanation | None:
    """Explain a line that should be a key and its value, and is none."""
    line = fault.line(number)
    column = len(line) - len(line.lstrip(" "))
    if number < 0 or KEY.search(line):
        return None
    at = Explanation(number + 1, column + 1, "")
    if _CONFLICT.match(line):
        message = "a conflict of two versions; keep one of them, and remove the lines of <, = and >"
        return at._replace(message=message)
    close = _NO_SPACE.match(line)
    if close:
        return at._replace(column=close.start(1) + 1, message="a colon without a space behind it; put one there")
    if "：" in line:
        message = "a full-width colon; a key ends with : and a space"
        return at._replace(column=line.index("：") + 1, message=message)
    return None


def _simple_key(fault: SyntaxFault) -> Explanation:
    found = _no_key(fault, fault.opened.line)
    if found is not None:
        return found
    last = fault.scalars[-2:]
    if last and last[-1].start.index == fault.opened.index:
        last = last[:-1]
    text = f"the text below a {last[-1].style}" if last and last[-1].style in ("|", ">") else "a text that goes on"
    return fault.at(fault.opened, _NO_KEY, f"{text} is indented deeper than its key")


def _expected_key(fault: SyntaxFault) -> Explanation:
    before, sign = fault.before_here(), fault.here(fault.mark)[:1]
    if not before and sign == ":":
        return fault.at(fault.mark, fault.problem, "a key is missing before the colon")
    if before.endswith(("]", "}")) and sign not in (",", "]", "}"):
        opener = "[" if before.endswith("]") else "{"
        return fault.at(fault.mark, f"text behind the {before[-1]}", _BEGINNING.format(opener))
    if sign in ("]", "}"):
        return fault.at(fault.mark, f"a {sign} that closes nothing", "remove it, or put the value in quotes")
    if before:
        return fault.at(fault.mark, fault.problem)
    last = fault.scalars[-1] if fault.scalars else None
    if last is not None and last.style in ("|", ">") and fault.mark.column > last.block:
        hint = f"the text of the {last.style} in line {last.start.line + 1} begins deeper; {_INDENT}"
        return fault.at(fault.mark, "a line that is indented less than the text it belongs to", hint)
    return _wrong_column(fault)


def _wrong_column(fault: SyntaxFault) -> Explanation:
    what = "list" if "collection" in fault.context else "mapping"
    column, line = fault.opened.column + 1, fault.opened.line + 1
    if column == fault.mark.column + 1:
        entry = "an entry that begins with '- '" if what == "list" else "a key"
        return fault.at(fault.mark, fault.problem, f"the {what} that begins in line {line} wants {entry} here")
    hint = f"the {what} around it begins in column {column} (line {line}); {_INDENT}"
    return fault.at(fault.mark, f"wrong indentation: column {fault.mark.column + 1}", hint)


_RULES: tuple[tuple[str, Callable[[SyntaxFault], Explanation]], ...] = (
    ("cannot start any token", _no_token),
    ("found a tab character", _tab),
    ("scanning an alias", _alias),
    ("scanning an anchor", _alias),
    ("scanning a tag", _alias),
    ("undefined tag handle", _alias),
    ("comment or line break", _block_text),
    ("directive", _directive),
    ("<document start>", _second_document),
    ("mapping keys are not allowed", _mapping_key),
    ("block sequence entries are not allowed", _sequence_entry),
    ("expected node content", _node_content),
    ("mapping values are not allowed", _two_colons),
    ("could not find expected ':'", _simple_key),
    ("did not find expected key", _expected_key),
    ("expected '-' indicator", _expected_key),
)
"""Words of libyaml, and the rule that explains them; the first that fits counts."""
