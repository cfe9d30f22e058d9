r"""Text for BibTeX and LaTeX, in forms that their readers turn back into the same text.

The readers are LaTeX, BibTeX, biber, Pandoc, Zotero (its own parser and that of Better BibTeX), bibtexparser, pybtex.
For some signs there is no form that all of them read. Those here lose nothing in any: `$<$` and not `\textless`, which
bibtexparser drops and Zotero leaves as it is; `|` and not `\textbar`, which Pandoc drops. To print `|` and `"`, LaTeX
needs an encoding that has them (T1, or XeLaTeX and LuaLaTeX).
"""

from __future__ import annotations

import re

from plan_data.text.visible import visible

_FORMS = {
    "\\": r"\textbackslash{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "\u00a0": "~",
    # Pandoc takes single quotation marks for the outer ones of a quotation, unless they are grouped.
    "\u2018": "{\u2018}",
}
# These pairs are one sign in LaTeX: dashes, quotation marks, the Spanish marks.
_LIGATURE = re.compile(r"-(?=-)|'(?=')|`(?=`)|,(?=,)|[?!](?=`)")
_SIGN = re.compile("|".join(map(re.escape, _FORMS)))
# BibTeX counts braces without looking at backslashes, so each needs a partner: one that prints nothing. Zotero, too,
# writes them so.
_LEFT = r"\{\vphantom{\}}"
_RIGHT = r"\vphantom{\{}\}"
_ANGLES = re.compile("[<>]+")
_FIRST_ANGLES = re.compile(r"(?<=^{)\$([<>]+)\$")
_ANGLE_MACROS = {"<": r"\textless{}", ">": r"\textgreater{}"}
_BLANKS = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")


def latex(text: str) -> str:
    """Return a text escaped for LaTeX and BibTeX."""
    shown = _BLANKS.sub(" ", visible(text)).strip(" ")
    partners = _partners(shown)
    escaped = "".join(_escaped(shown, i, partners) for i in range(len(shown)))
    return _ANGLES.sub(r"$\g<0>$", escaped)


def grouped(text: str) -> str:
    """Return a text as one group, which no reader divides at " and " or writes in small letters; "" for no text."""
    if text == "others":
        # Even as a group biber takes it for more names.
        return "{o{}thers}"
    return f"{{{latex(text)}}}" if text else ""


def grouped_title(text: str) -> str:
    """Return a title as one group.

    The `{}` keeps BibTeX from taking a group that begins with a backslash for an accented letter and changing its case.
    """
    escaped = latex(text)
    return f"{{{'{}' if escaped.startswith(chr(92)) else ''}{escaped}}}"


def grouped_name(text: str) -> str:
    """Return an author's name, or a part of it, as one group.

    biber takes what a name begins with for its initial letter, and writes that alone: a brace or a dollar sign would
    end LaTeX's run.
    """
    name = _FIRST_ANGLES.sub(lambda found: "".join(_ANGLE_MACROS[sign] for sign in found.group(1)), grouped(text))
    return re.sub("^{{\u2018}", "{\u2018", name)


def _escaped(text: str, i: int, partners: frozenset[int]) -> str:
    sign = text[i]
    if sign in "{}":
        return f"\\{sign}" if i in partners else (_LEFT if sign == "{" else _RIGHT)
    if _LIGATURE.match(text, i):
        return f"{{{sign}}}"
    return _SIGN.sub(lambda found: _FORMS[found.group()], sign)


def _partners(text: str) -> frozenset[int]:
    """Return where the braces are that have a partner in the text itself."""
    opened: list[int] = []
    found: set[int] = set()
    for i, sign in enumerate(text):
        if sign == "{":
            opened.append(i)
        elif sign == "}" and opened:
            found |= {opened.pop(), i}
    return frozenset(found)
