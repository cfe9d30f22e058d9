"""Writes docs/reliability.md: which bad input is tried, with how many inputs, in which test.

`python -m docs.reliability` writes the page; a test fails when it is out of date.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

PAGE = Path(__file__).parent / "reliability.md"
"""The page."""
TESTS = Path(__file__).parent.parent / "tests"
"""Folder of the tests."""


class Case(NamedTuple):
    """A kind of bad input, and what the program does with it."""

    number: str
    """B01 to B61, and B62 on for more of their kind; M1 to M12 for what was measured of the libraries; N1 on for what
    the list leaves out; T, K and F for what people met on terminals, with what they keep, and in texts and files."""
    meets: str
    """The input."""
    does: str
    """What the program does."""


PARTS: dict[str, tuple[Case, ...]] = {
    "Data files": (
        Case("B01", "no file, no folder", "one line with the path and `--plan`; 3"),
        Case("B02", "a folder, a pipe or a device for a file", "says so at once and waits for nothing; 3"),
        Case("B03", "a file that may not be read", "the system's own reason; 3"),
        Case("B04", "an empty file, or comments alone", "says that there is no plan in it; 3"),
        Case("B05", "a list or one word at the top", "says what was expected, in line 1"),
        Case("B06", "YAML that is none", "file, line, column, the line with a caret, a hint; 3"),
        Case("B08", "a byte order mark; UTF-16", "takes the mark; names the other encoding as not UTF-8"),
        Case("B09", "Latin-1 or GBK", "the offset of the byte; no guess"),
        Case("B10", "control characters in the file", "offset and code point; 3"),
        Case("B11", "control characters by escapes", "a finding for each field; shown, never sent"),
        Case("B12", "bidirectional, unseen and tag characters", "a warning; shown as `<U+202E>`; `\\u` in JSON"),
        Case("B14", "one key twice", "an error with both lines"),
        Case("B15", "one id twice, also by case or composition", "an error with both lines"),
        Case("B16", "an id that is a number, a date, nothing", "says that it must be text, in quotes"),
        Case("B17", "an id of odd signs, or of 10,000", "an error with the form of ids, not the id"),
        Case("B18", "a reference to nothing", "an error with the nearest id"),
        Case("B19", "a reference to itself, a circle", "an error with the way round; no walk without end"),
        Case("B20", "an unknown field", "an error with the nearest field"),
        Case("B21", "a required field missing or empty", "a finding"),
        Case("B22", "a value of another type", "a finding that names the type expected"),
        Case("B23", "other totals than declared", "a warning; the totals stand in the data"),
        Case("B24", "text that YAML takes for something else", "text, or an error that says to quote it"),
        Case("B25", "a date that is none", "a warning; its text is shown, and it comes last"),
        Case("B27", "anchors, aliases, merge keys, a bomb of them", "refused with the line"),
        Case("B28", "tags that make objects", "refused with the line; nothing is made"),
        Case("B29", "too deep, too long, too large", "refused with the figure, soon and in bounds"),
        Case("B30", "a text cut off by ` #`", "a warning"),
        Case("B62", "a quote or a bracket that is not closed", "named where it opened; 3"),
        Case("B63", "every other syntax error that libyaml knows", "a hint that fits the fault, or none; 3"),
        Case("B64", "JSON with surrogate pairs as escapes", "the character; half a pair is an error"),
    ),
    "Quotes and sources": (
        Case("B31", "an original that cannot be read", "the quotes cannot be verified, and are shown; 1"),
        Case("B32", "an original that has changed", "says so, and looks at each quote anew"),
        Case("B34", "other line ends, a mark, no last line end", "the same paragraphs"),
        Case("B35", "a quote that is not there", "`missing`, with the nearest passage"),
        Case("B36", "a quote in another paragraph", "`moved`, with the paragraph"),
        Case("B37", "spaces, quote marks, composition differ", "`loose`"),
        Case("B38", "a quote that stands there twice", "`ambiguous`"),
        Case("B39", "a quote of nothing, of two letters", "refused"),
        Case("B40", "a quote over two paragraphs", "refused, with the advice to split it"),
        Case("B41", "a very long quote", "a warning"),
        Case("B42", "a paragraph 0, -1, 999, nine", "a finding"),
        Case("B43", "brackets, markup, backslashes, `:smile:`", "on the screen byte for byte"),
        Case("B65", "soft hyphens, joiners, variation selectors in a quote or its source", "`loose`"),
        Case("B66", "marks at the ends of a paragraph, a prefix, a suffix", "found; a composed one is `loose`"),
        Case("B67", "words with a prefix or suffix that does not fit", "`missing`, with what stands there instead"),
    ),
    "Display": (
        Case("B44", "wide, combined and joined characters", "columns stay in line, none is halved"),
        Case("B68", "rarer brackets, points and signs at the ends of lines", "none begins or ends a line wrongly"),
        Case("B45", "a title of 300 letters and no space", "cut or wrapped; whole in the card"),
        Case("B47", "windows down to nothing, and storms of sizes", "says what is needed, and comes back"),
        Case("B48", "no terminal, a dumb one", "one line on stderr with what prints; 2; no escapes"),
        Case("B49", "no colour, 16 colours", "each state has its sign"),
    ),
    "Process": (
        Case("B50", "TERM, HUP, INT, QUIT, at any moment", "terminal given back, notes kept; 128+n"),
        Case("B51", "stopped and continued", "terminal given back meanwhile, drawn again after"),
        Case("B52", "`| head -1`", "quiet; 0"),
        Case("B54", "no home, a home not to be written, odd folders", "starts; says that nothing is kept"),
        Case("B55", "a damaged, newer, linked or shared store", "set aside or left alone, never lost"),
        Case("B56", "an export over a file, to a folder", "refused without `--force`"),
        Case("B57", "formulas, markup, commands in the data", "escaped as each format has it"),
        Case("B58", "a plan that is edited while open", "read again; a broken one keeps the last"),
        Case("B59", "queries of signs, of nothing, of 10,000 letters", "no harm"),
        Case("B60", "a terminal of ASCII alone", "written out with backslashes"),
        Case("B61", "an unknown format or node; `python -O`", "the valid ones, the nearest; 2 or 1; the same"),
    ),
    "What the libraries do by themselves": (
        Case("M1", "Textual ends on `[/` in a text", "no text of a plan is ever read as markup"),
        Case("M2", "Textual drops `[sic]`, and makes links of data", "brackets are brackets"),
        Case("M3", "escaping does not help", "texts go to widgets as texts; a test reads the code for it"),
        Case("M4", "control characters go to the terminal", "shown by their code point, on every way out"),
        Case("M5", "a signal leaves the alternate screen on", "handled, from before the first byte is drawn"),
        Case("M5b", "messages are read as markup", "never: a test reads the code for it"),
        Case("M6", "without a terminal it hangs", "looks first"),
        Case("M7", "sizes of nothing, other locales, stop and go", "all harmless"),
        Case("M8", "PyYAML raises what is no YAMLError", "each becomes a finding"),
        Case("M9", "`no` is false, 11:40 is 700", "no scalar is anything but text until its field reads it"),
        Case("M10", "the last of two keys wins", "two keys are an error"),
        Case("M11", "a bomb of aliases loads", "aliases are refused where they stand"),
        Case("M12", "10,000 nodes take long", "caps, and work that grows with the plan and no faster"),
    ),
    "Beyond the list": (
        Case("N1", "a file that is a link out of the plan's folder", "not read; 3"),
        Case("N2", "an address or a text that would act", "http and https alone, and only when asked for"),
        Case("N3", "a network", "no connection is opened but by `attach --fetch` and `A`: an audit hook watches"),
        Case(
            "N4",
            "an attached page with scripts, frames, entities",
            "runs nothing, fetches nothing, reads no other file",
        ),
        Case("N5", "any tree of the model", "written, read, drawn, walked, found, printed, exported"),
        Case("N6", "a plan as a fuzzer makes it", "findings, and nothing raised"),
        Case("N7", "a cache that is old, cut, forged, another's", "the plan is read anew"),
        Case("N8", "whoever waits for long work leaves", "Escape ends it, and all is as it was"),
        Case("N9", "keys typed ahead of the screen", "arrive in their order where they are meant for"),
        Case("N10", "`kill -9` while notes are written", "nothing is lost that was called saved"),
        Case("N11", "thousands of random keys at random sizes", "no traceback, no lost cursor, no stuck screen"),
        Case(
            "N12",
            "a page that moved, is no page, is too large, ends early, stalls, or drips",
            "fetched, or refused with the reason; nothing is kept after a refusal",
        ),
        Case("N13", "Escape, a letter or a signal while a page is fetched", "ends the request at once"),
    ),
    "On a terminal": (
        Case("T01", "arrow keys, pages, home and end in content longer than its pane", "move the cursor, as `j` does"),
        Case("T02", "bytes that are not UTF-8", "dropped; nothing else is lost"),
        Case(
            "T03", "late answers and reports of the terminal, complete or cut", "dropped as a whole; no key, no letter"
        ),
        Case(
            "T04",
            "several keys in one packet, in boxes, in notes, and behind a key that opens a pane",
            "done in the order in which they came",
        ),
        Case("T05", "key reports with sub-parameters (kitty)", "taken for what they mean, or dropped"),
        Case("T06", "Escape and a letter at once", "Escape, then the letter"),
        Case("T07", "a paste of several lines into a box of one line", "one line, its parts set off by a blank"),
        Case("T08", "the terminal's cursor while a box is open", "in the box, from the first frame on"),
        Case("T09", "what others wrote on the terminal; ctrl+l", "drawn anew, in every box too"),
        Case("T10", "COLUMNS and LINES in the environment", "the terminal's own size counts"),
        Case("T11", "a drag, a double click, the right and the middle button", "no click; one click; nothing"),
        Case(
            "T12",
            "a browser that fails, talks, needs the terminal, or is set by BROWSER",
            "nothing on the screen; what is said is so",
        ),
        Case("T13", "a long text for the clipboard through tmux behind ssh, through GNU screen", "arrives whole"),
        Case("T14", "the terminal goes away, in any screen", "note and place are kept; ends within two seconds"),
        Case("T15", "a fault of the program's own", "one line; note and place kept; terminal given back; 70"),
        Case(
            "T16",
            "a folder that does not answer (a hanging mount)",
            "said so; walking, exports elsewhere and leaving go on",
        ),
        Case(
            "T17",
            "a search that was cleared, a node that an edit took away, Escape while a file is written",
            "nothing of it stays behind; said what was written",
        ),
        Case("T18", "`--pick`", "leaves the reader's saved place as it was"),
    ),
    "What the reader keeps": (
        Case("K01", "one note open in two explorers", "both texts are kept, and the reader is told"),
        Case("K02", "a save that failed", "tried again, by itself and by ctrl+s; never called saved before it is"),
        Case(
            "K03",
            "a read-only home, a full disk, a locked database",
            "what is kept is shown, or said not to be readable; keys go on",
        ),
        Case("K04", "a plan whose folder was moved", "its notes and bookmarks are found, or said to be where they are"),
        Case("K05", "the home of a reader of 0.1.0", "opens with nothing lost"),
        Case("K06", "letters typed by accident", "write no note: `i` offers one, Enter begins it"),
    ),
    "Text and files": (
        Case(
            "F01",
            "control characters, bidirectional signs, noncharacters in any field",
            "shown by their code point, on every way out",
        ),
        Case(
            "F02",
            "odd dates, line ends in titles, ids such as `bodies`",
            "what loads can be shown, searched and exported",
        ),
        Case("F03", "joiners where a script or an emoji needs them; a reader's own note", "left as they are"),
        Case("F04", "numbers such as 1.2.3, 3a, IV, 第三条", "taken"),
        Case("F05", "a file system without hard links; a device or a pipe for `-o`", "written"),
        Case("F06", "`~name` of nobody", "one line; no traceback"),
        Case("F07", "no HOME and no entry in passwd", "starts; says that nothing is kept"),
        Case("F08", "hidden files in `sources/`, `.yml`", "hidden ones are passed over; `.yml` is a warning"),
        Case("F09", "settings with a byte order mark", "read"),
        Case("F10", "`python -OO`", "help as ever"),
        Case("F11", "names of files that are not UTF-8", "read and written as they are, shown escaped"),
    ),
}
"""The cases by part. An exit code stands behind the last semicolon."""


LONGER = (
    "What takes too long for each change was run by itself, on two cores:",
    "",
    "- `make soak`, 2026-11-27: all 2,571 tests five times over, 6 to 8 minutes each; terminals that go away, twenty",
    "  times in each of 32 places: each time it ended within two seconds, and the note was kept; 200 times `kill -9`",
    "  while notes were written: no note was lost that had been called saved; sixteen walks of 3,000 random keys at",
    "  random sizes, down to 1x1: no traceback, no lost cursor, no stuck screen; ten times as many examples by",
    "  hypothesis, other ones each time: nothing found.",
    "- The tests with three busy processes beside them, 2026-11-27: passed twice, in 10 minutes.",
    "- The tests on a machine that stood still 335 times for 0.2 to 1 second, 2026-11-27: nothing failed but three",
    "  tests that could not be run in the background of a script; they can be now.",
    "- `make fuzz`, 2026-11-25: 209,850 plans made by a coverage-guided fuzzer (atheris) in 481 seconds; nothing was",
    "  raised but the two errors of the loader, and every finding could be shown.",
    "- `make pythons`, 2026-11-27: 2,573 tests on Python 3.12.1 and 3.13.0, beside 3.11.7. On 3.12 two failed: a way",
    "  of handing values to SQLite is deprecated there. It is mended, and the two have passed since.",
)
"""Said at the end of the page; the figures are those of the runs."""


def tests_by_case(items: Sequence[Any]) -> dict[str, dict[str, int]]:
    """Return for each case its tests (`file::name`), each with its number of inputs: examples, where made by chance.

    Raises:
        RuntimeError: A test has the number of no case.
    """
    found: dict[str, dict[str, int]] = {case.number: {} for part in PARTS.values() for case in part}
    for item in items:
        made = getattr(item.obj, "_hypothesis_internal_use_settings", None)
        name = f"{item.path.stem}::{item.originalname}"
        for mark in item.iter_markers("case"):
            for number in mark.args:
                if number not in found:
                    raise RuntimeError(f"{name}: no case has the number {number}")
                inputs = found[number]
                inputs[name] = inputs.get(name, 0) + (made.max_examples if made else 1)
    return found


def without_tests(found: dict[str, dict[str, int]]) -> list[str]:
    """Return the cases without a test."""
    return [number for number, tests in found.items() if not tests]


def collected() -> list[Any]:
    """Return all tests.

    Raises:
        RuntimeError: They cannot be collected.
    """
    import pytest

    class Collector:
        items: list[Any] = []

        def pytest_collection_finish(self, session: Any) -> None:
            Collector.items = session.items

    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider", str(TESTS)], [Collector()])
    if code != 0:
        raise RuntimeError(f"the tests cannot be collected: {said.getvalue()[-2000:]}")
    return Collector.items


def page(found: dict[str, dict[str, int]]) -> str:
    """Return the page."""
    tests = {name for of_case in found.values() for name in of_case}
    inputs = {name: count for of_case in found.values() for name, count in of_case.items()}
    lines = [
        "# Reliability",
        "",
        "What a reader of data files meets, what this program does then, and the tests that hold it to that. The",
        "page is made from the marks of the tests by `make reliability`; a test fails where it is out of date, or",
        "where a case has no test.",
        "",
        f"{len(found)} cases, {len(tests)} tests, {sum(inputs.values()):,} inputs; what hypothesis makes by chance is",
        "counted by the number of its examples. A number behind a semicolon is the exit code.",
    ]
    for title, cases in PARTS.items():
        lines += ["", f"## {title}", "", "| | meets | does | inputs | tests |", "|---|---|---|---|---|"]
        for case in cases:
            of_case = found[case.number]
            files: dict[str, list[str]] = {}
            for name in of_case:
                file, _, test = name.partition("::")
                files.setdefault(file, []).append(test.removeprefix("test_"))
            told = "; ".join(f"`{file}`: {', '.join(names)}" for file, names in sorted(files.items()))
            meets, does = (text.replace("|", "\\|") for text in (case.meets, case.does))
            lines.append(f"| {case.number} | {meets} | {does} | {sum(of_case.values()):,} | {told} |")
    lines += ["", "## Longer runs", "", *LONGER]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, and say which cases have no test."""
    found = tests_by_case(collected())
    PAGE.write_text(page(found), encoding="utf-8")
    bare = without_tests(found)
    if bare:
        sys.stderr.write(f"without a test: {', '.join(bare)}\n")
    return 1 if bare else 0


if __name__ == "__main__":
    sys.exit(main())
