"""The entities of a plan: nodes, bodies, sources, quotes and their parts, as immutable values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plan_data.model.author import Author, in_one_text
from plan_data.model.pair import Pair

LANGUAGES = ("en", "zh", "both")
"""What `--lang` takes: English, Chinese, or both side by side."""

KINDS = (
    "plan", "section", "principle", "target", "action", "task", "category", "clause", "group", "measure",
    "event", "background", "follow-up", "challenge", "conflict",
)  # fmt: skip
"""The kinds of a node."""

BODY_KINDS = ("agency", "person", "company")
"""The kinds of an entry of `agencies.yaml`."""

AROUND = frozenset({"event", "background", "follow-up", "challenge", "conflict", "target"})
"""Kinds that are not part of the document: texts from before or after it may state them."""

ROLES = ("states", "before", "after", "context", "inferred", "disputes")
"""The roles of a link from a node to a quote, in the order in which they are shown."""

GRADES = ("attached", "quoted", "reported", "unchecked")
"""The grades of evidence, the strongest first."""

RULES = ("first", "joint", "sole", "collective", "unknown")
"""How a list of responsible bodies says who leads."""

TEXT_FIELDS = ("about", "summary")
"""Fields of a node with a text in one or two languages: all are shown, searched, printed and exported alike."""

STATEMENTS = ("title", "summary", "agencies", "due", "happened", "dated", "published", "reported", "number")
"""The statements of a node that have a grade of their own."""

RAISING_KINDS = frozenset({"official", "mirror", "press", "secondary"})
"""Kinds of source that may raise a statement to `reported`."""


class Rendering(NamedTuple):
    """Somebody else's English for a title."""

    text: str
    """The English as printed there."""
    who: str
    """Id of the source."""


class Title(NamedTuple):
    """The names of a node."""

    en: str = ""
    """Our label."""
    zh: str = ""
    """As printed, or our own where nothing is printed."""
    zh_short: str = ""
    """A short form of the Chinese."""
    en_close: str = ""
    """Our close translation of the printed heading."""
    renderings: tuple[Rendering, ...] = ()
    """Others' English."""
    en_short: str = ""
    """A short form of the label, for narrow columns; at most 16 cells."""
    zh_narrow: str = ""
    """The same of the Chinese."""

    def short(self, lang: str) -> str:
        """Return the shortest name in a language, for where the label does not fit; for `both` the English one."""
        return self.zh_narrow or self.pick("zh") if lang == "zh" else self.en_short or self.pick("en")

    def name(self, lang: str) -> str:
        """Return the label in one language; for `both` the English one."""
        return self.pick("zh" if lang == "zh" else "en")

    def pick(self, lang: str) -> str:
        """Return the label for `lang`; for `both` the English and then the Chinese."""
        zh = self.zh_short or self.zh
        if lang == "zh":
            return zh or self.en
        if lang == "both" and self.en and zh:
            return f"{self.en}  {zh}"
        return self.en or zh


class Note(NamedTuple):
    """A remark on a node, a quote, a body or a source."""

    kind: str
    """`sic`, `doubt` or `gloss`."""
    text: Pair
    """What it says."""
    term: Pair = Pair()
    """The word that a gloss explains."""
    pinyin: str = ""
    """Of the Chinese word."""
    glossary: bool = False
    """Whether the word is a term of the glossary; it then has both languages and pinyin."""


class QuoteLink(NamedTuple):
    """A link from a node to a quote."""

    id: str
    """Id of the quote."""
    role: str
    """One of `ROLES`."""
    inherited_from: str = ""
    """Id of the ancestor whose link it is; empty for the node's own."""


class Agencies(NamedTuple):
    """Who is to do it, as the document prints it."""

    rule: str = ""
    """One of `RULES`; empty where the document gives the node no list."""
    open: bool = False
    """The printed list ends with 等, "and others"."""
    list: tuple[str, ...] = ()
    """Ids of bodies, in the printed order."""
    inherited_from: str = ""
    """Id of the node whose list it is, an action as a rule."""

    def roles(self) -> tuple[tuple[str, str], ...]:
        """Return each body's id with the role that the rule gives it."""
        names = {"joint": "joint_lead", "sole": "lead", "collective": "responsible"}
        if self.rule == "first":
            return tuple((b, "member" if i else "lead") for i, b in enumerate(self.list))
        return tuple((b, names.get(self.rule, "member")) for b in self.list)


class Basis(NamedTuple):
    """Which category of the briefing a published measure answers to."""

    node: str
    """Id of the category."""
    kind: str
    """`direct`, `close` or `inferred`; the last is our guess and not shown as a link."""
    alternative: str = ""
    """Id of another category that it might be."""


class Event(NamedTuple):
    """The dates of an event, each as `2015`, `2015-07` or `2015-07-04`."""

    type: str = "event"
    """`event`, `plan` (a document is issued) or `target` (a deadline)."""
    happened: str = ""
    """Its date."""
    dated: str = ""
    """The date that the document bears."""
    published: str = ""
    """When it was made public."""
    reported: str = ""
    """When a report of it appeared."""
    year: str = ""
    """How the year is known: `stated`, `implied` or `outside`."""


class Target(NamedTuple):
    """A number with an owner."""

    sort: str = "target"
    """`target`, or `figure` for a count that nobody promised."""
    number: str = ""
    """The figure as readers write it."""
    unit: Pair = Pair()
    """The unit that is counted."""
    zh_figure: str = ""
    """Both in Chinese, where number and unit do not read as one: `千亿元级` for 100 billion yuan in scale."""
    owner: str = ""
    """Id of the body or source whose number it is."""

    def figure(self, lang: str) -> str:
        """Return the number with its unit, `22 trillion yuan`, `22万亿元`; "" where there is none."""
        if lang == "zh" and self.zh_figure:
            return self.zh_figure
        unit = self.unit.pick(lang)
        between = " " if lang != "zh" or unit[:1].isalpha() and unit[:1].isascii() else ""
        return f"{self.number}{between}{unit}".strip()


class Side(NamedTuple):
    """One side of a conflict."""

    says: Pair
    """What it says, in our words."""
    quotes: tuple[str, ...] = ()
    """Ids of the quotes that say it."""
    cites: tuple[str, ...] = ()
    """Ids of the sources where it was seen."""
    evidence: str = "unchecked"
    """Its grade."""


class Conflict(NamedTuple):
    """Where sources disagree, or one is in doubt."""

    kind: str
    """`conflict`, `doubt` or `development`."""
    sides: tuple[Side, ...]
    """The sides, in the order of time."""


class Node(NamedTuple):
    """A node of the tree. Its fields are those of `docs/data-format.md`."""

    id: str
    """Short, dotted, never changed."""
    kind: str
    """One of `KINDS`."""
    title: Title
    """Its names."""
    number: str = ""
    """As readers cite it."""
    pinyin: str = ""
    """Of `title.zh_short`, or else `title.zh`."""
    aliases: tuple[str, ...] = ()
    """What people type."""
    about: Pair = Pair()
    """What it is, in one sentence; ours. For the root: the first thing that a newcomer reads."""
    summary: Pair = Pair()
    """Ours."""
    agencies: Agencies = Agencies()
    """Its own list; `Plan.agencies_of` follows a task to its action."""
    due: str = ""
    """A stated deadline; empty: none is known to be stated."""
    related: tuple[str, ...] = ()
    """Ids."""
    quotes: tuple[QuoteLink, ...] = ()
    """Its own links, by role, then in the order of the file."""
    evidence: Mapping[str, str] = {}
    """Statement to grade; a missing one is `unchecked`."""
    cites: Mapping[str, tuple[str, ...]] = {}
    """Statement to ids of sources."""
    basis: Basis | None = None
    """A measure's category of the briefing."""
    notes: tuple[Note, ...] = ()
    """Remarks."""
    event: Event | None = None
    """For events."""
    target: Target | None = None
    """For targets."""
    conflict: Conflict | None = None
    """For conflicts."""
    parent: str = ""
    """Id of its parent; empty for the root."""
    children: tuple[str, ...] = ()
    """Ids of its children, in order."""


class Later(NamedTuple):
    """What became of a body."""

    name: Pair
    """Its name then."""
    date: str = ""
    """When."""
    note: Pair = Pair()
    """How."""


class Body(NamedTuple):
    """An agency, a person or a company."""

    id: str
    """`org.ndrc`, `per.li-keqiang`, `co.bat`."""
    kind: str
    """One of `BODY_KINDS`."""
    title: Title
    """Its name at the time of the document; `zh_short` as printed in lists."""
    pinyin: str = ""
    """Of the full Chinese name."""
    abbr: str = ""
    """An abbreviation that was in real use."""
    aliases: tuple[str, ...] = ()
    """Other names."""
    later: tuple[Later, ...] = ()
    """What became of it."""
    of: str = ""
    """Id of the body that a person or an office belongs to."""
    post: Pair = Pair()
    """A person's post."""
    summary: Pair = Pair()
    """Ours."""
    quotes: tuple[QuoteLink, ...] = ()
    """Links to quotes."""
    evidence: Mapping[str, str] = {}
    """Statement to grade."""
    cites: Mapping[str, tuple[str, ...]] = {}
    """Statement to ids of sources."""
    notes: tuple[Note, ...] = ()
    """Remarks."""


class Quote(NamedTuple):
    """A text quote selector (W3C Web Annotation Data Model, 4.2.4) under its passage."""

    id: str
    """`q.000.25`."""
    source: str
    """Id of its source."""
    paragraph: int
    """Number of its passage's paragraph, from 1."""
    exact: str
    """Verbatim."""
    prefix: str = ""
    """The text before it, where needed."""
    suffix: str = ""
    """The text after it, where needed."""
    notes: tuple[Note, ...] = ()
    """Remarks; a quote is never edited."""
    file: str = ""
    """Name of the file that it was read from."""
    line: int = 0
    """Line of `exact` in that file, from 1."""
    column: int = 0
    """Column, from 1, in code points."""
    copied: bool = False
    """It is a heading in a copy that the reader attached, not part of the plan's files."""


class Dates(NamedTuple):
    """The dates of a source."""

    written: str = ""
    """When it was written."""
    published: str = ""
    """When it appeared."""
    reposted: str = ""
    """When the copy that we read appeared."""
    accessed: str = ""
    """When it was read."""


class CopyFacts(NamedTuple):
    """Facts about a file that the reader attached as a copy of a source."""

    name: str
    """Name of the file as it was given, or the address that it was fetched from."""
    sha256: str
    """Its digest, in hexadecimal."""
    form: str
    """`text` or `HTML`."""
    encoding: str
    """`UTF-8`, `UTF-16`, `GB18030` or `Big5`."""
    script: str = ""
    """`traditional` or `simplified`; empty where it is not in Chinese."""
    attached: str = ""
    """Date on which it was attached."""


class Source(NamedTuple):
    """A source: its bibliography, and the passages that are quoted from it."""

    id: str
    """`src.000`."""
    kind: str
    """official, mirror, press, secondary or reworded."""
    title: Title
    """As the source prints it; `zh_short` is a name of ours for one whose title is not Chinese."""
    type: str = "webpage"
    """The CSL item type."""
    authors: tuple[Author, ...] = ()
    """Who it is by."""
    publisher: str = ""
    """Its publisher."""
    container: str = ""
    """What it appeared in."""
    number: str = ""
    """A document's number."""
    dates: Dates = Dates()
    """Written, published, reposted, accessed."""
    language: str = ""
    """`en`, `zh`, `ko`, `ja`."""
    translation: str = "none"
    """`none`, `human` or `machine`."""
    original: Pair = Pair()
    """What was translated or reposted."""
    address: str = ""
    """An http or https address."""
    address_from: str = ""
    """`source` or `lookup`."""
    file: str = ""
    """Name of the original that the passages were taken from."""
    sha256: str = ""
    """Its digest, in hexadecimal."""
    seen: Pair = Pair()
    """How much of it was seen."""
    reliability: Pair = Pair()
    """One line."""
    citation: Pair = Pair()
    """Words that each citation must carry."""
    quotes: tuple[QuoteLink, ...] = ()
    """What quotes say of the source itself."""
    notes: tuple[Note, ...] = ()
    """Remarks."""
    passages: Mapping[int, str] = {}
    """Paragraph number to its whole text, in order."""
    headings: tuple[str, ...] = ()
    """Nodes whose Chinese titles it prints as headings, in its order; a node with its branch, if none below is one."""
    copy: CopyFacts | None = None
    """The copy that the reader attached, whose paragraphs are then among the passages."""

    @property
    def author(self) -> str:
        """Its authors in one text; "" where none is known."""
        return in_one_text(self.authors)


class Backlink(NamedTuple):
    """A quote's link back to something that it supports."""

    id: str
    """Id of a node, body or source."""
    role: str
    """One of `ROLES`."""


Item = Node | Body | Source | Quote
"""Whatever has an id."""


def texts_of(item: Node | Body) -> dict[str, Pair]:
    """Return the texts of an item's `TEXT_FIELDS`, by name; empty ones are left out."""
    found = ((name, getattr(item, name, "")) for name in TEXT_FIELDS)
    return {name: text if isinstance(text, Pair) else Pair(text) for name, text in found if text}


def first_date(node: Node) -> str:
    """Return the first of an event's dates, else the deadline, else ""."""
    event = node.event or Event()
    return event.happened or event.dated or event.published or event.reported or node.due


def supports(kind: str, role: str) -> bool:
    """Return whether a link of this role may support the statement of a node of this kind.

    What the document asks for is supported only by a quote that states it of the document; an event before it, or a
    report after it, also by a passage about that time.
    """
    if role == "states":
        return True
    return role in ("before", "after", "disputes") and (kind in AROUND or kind in BODY_KINDS)
