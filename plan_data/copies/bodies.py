"""The list of responsible bodies that a document prints in brackets at the end of an action or a measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plan_data.labels.attachments import BETWEEN_NAMES, DIFFERENCES, RULES
from plan_data.model.entities import Agencies, Body
from plan_data.model.pair import Pair
from plan_data.text.folding import fold_heading

_LIST = re.compile(r"[（(]([^（）()]{1,300}?(?:负责|牵头)[^（）()]{0,60})[）)]")
_MOST_BEHIND = 8
"""Characters that may follow a list: a full stop, the enumerator of the next heading."""
_ASIDE = re.compile(r"[，,；;](?:列第一位者|列首位者|排第一位|下同|以下).*$")
_DUTY = re.compile(
    r"(?P<open>等(?:部门|单位)?)?(?:按职责分工|分别|共同|牵头|会同|组织|具体)*(?:负责|牵头)(?:落实|实施)?$"
)
_SPLIT = re.compile(r"[、，,；;]|(?<=[部委局会院行署办])和(?=[^、])")
_COLLECTIVE = re.compile(r"^各")


class Printed(NamedTuple):
    """A list as a copy prints it."""

    names: tuple[str, ...]
    """The names, in the printed order, simplified."""
    rule: str
    """`first`, `joint`, `sole` or `collective`."""
    open: bool
    """It ends with 等, "and others"."""
    text: str
    """The words in the brackets."""


def printed_list(paragraphs: Sequence[str], as_printed: Sequence[str] = (), last: bool = False) -> Printed | None:
    """Return the first list of bodies at the end of one of these paragraphs, or None.

    Args:
        paragraphs: The text from a heading to the next one, simplified.
        as_printed: The same in the copy's own script, code point for code point; () where that is the same.
        last: No heading follows, so that the end of the document may follow the list.
    """
    for paragraph, own in zip(paragraphs, as_printed or paragraphs, strict=True):
        match = max(_LIST.finditer(paragraph), key=lambda found: found.end(), default=None)
        if match and (last or len(paragraph.rstrip()) - match.end() <= _MOST_BEHIND):
            printed = parse(match[1])
            return printed._replace(text=own[match.start(1) : match.end(1)]) if printed else None
    return None


def parse(text: str) -> Printed | None:
    """Parse the words in the brackets; None where they name nobody."""
    words = _ASIDE.sub("", text.strip())
    duty = _DUTY.search(words)
    if not duty:
        return None
    listed = words[: duty.start()].removeprefix("由")
    names = tuple(name.strip() for name in _SPLIT.split(listed) if name.strip())
    if not names:
        return None
    collective = all(_COLLECTIVE.match(name) or name.startswith("地方") for name in names)
    if collective:
        rule = "collective"
    elif "共同" in duty.group():
        rule = "joint"
    else:
        rule = "first" if len(names) > 1 or duty["open"] else "sole"
    return Printed(names, rule, bool(duty["open"]), text)


def known_names(bodies: Mapping[str, Body]) -> dict[str, str]:
    """Return every Chinese name and alias of the bodies, folded, with the body's id; short names take precedence."""
    found: dict[str, str] = {}
    agencies = [body for body in bodies.values() if body.kind == "agency"]
    for form in ("zh_short", "zh"):
        for body in agencies:
            name = getattr(body.title, form)
            if name:
                found.setdefault(fold_heading(name).text, body.id)
    for body in agencies:
        for alias in body.aliases:
            found.setdefault(fold_heading(alias).text, body.id)
    return found


def differences(ours: Agencies, printed: Printed, ids: Sequence[str], names: Mapping[str, str]) -> list[Pair]:
    """Return how a list of ours differs from the printed one, a sentence for each difference.

    Args:
        ours: Our list.
        printed: The copy's.
        ids: Ids of the copy's bodies, in the printed order.
        names: Id to what a body is called.
    """

    def called(several: Iterable[str]) -> Pair:
        return BETWEEN_NAMES.join(names.get(id_, id_) for id_ in several)

    found: list[Pair] = []
    more = [id_ for id_ in ids if id_ not in ours.list]
    less = [id_ for id_ in ours.list if id_ not in ids]
    if more:
        found.append(DIFFERENCES["more"].format(names=called(more)))
    if less:
        found.append(DIFFERENCES["less"].format(names=called(less)))
    if not more and not less and tuple(ids) != ours.list:
        found.append(DIFFERENCES["order"].format(theirs=called(ids), ours=called(ours.list)))
    if ours.rule != printed.rule:
        found.append(DIFFERENCES["rule"].format(theirs=RULES[printed.rule], ours=RULES[ours.rule]))
    if ours.open != printed.open:
        found.append(DIFFERENCES["open" if printed.open else "closed"])
    return found
