"""What holds for every plan, every text and every file: searched for by hypothesis."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_data.errors import Finding, PlanError
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from plan_data.loading.parsers import in_one_line
from plan_data.loading.yaml_events import FormError, parse
from plan_data.model.entities import Agencies, Conflict, Event, Node, Note, QuoteLink, Side, Target, Title
from plan_data.model.pair import Pair
from plan_data.model.plan import Plan
from plan_data.text.visible import hidden, visible
from tests.small_plan import FILES, write_plan

LOADS = settings(deadline=None, max_examples=150)

texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30).filter(lambda t: bool(t.strip()))
"""Any text that a field may hold."""


def of(kind: Callable[..., Any], *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Something of the model from its first fields; `builds` would make up the others too."""
    return st.tuples(*parts).map(lambda values: kind(*values))


lines = texts.map(in_one_line).filter(bool)
"""Any text of one line, as it is read."""
several = texts.map(lambda text: text.rstrip("\r\n"))
"""Any text that may have several lines, as it is read."""


def paired(parts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """A text in one or two languages."""
    return of(Pair, parts, parts) | of(Pair, parts) | of(Pair, st.just(""), parts)


pairs = paired(several)
dates = st.sampled_from(["2015", "2015-07", "2015-07-04", "2016-02-29", "2015-Q3", "soon", "2015-13", "0001", "99999"])
notes = of(Note, st.sampled_from(["sic", "doubt", "gloss"]), pairs, st.just(Pair()) | paired(lines))
titles = of(Title, lines, lines, lines, lines) | of(Title, lines) | of(Title, st.just(""), lines)
bodies = st.lists(st.sampled_from(["org.plan", "org.trade"]), unique=True, min_size=1)
lists = (
    of(Agencies, st.sampled_from(["first", "joint", "collective"]), st.booleans(), bodies.map(tuple))
    | st.just(Agencies("sole", False, ("org.plan",)))
    | st.just(Agencies("unknown"))
)
links = st.lists(
    of(QuoteLink, st.sampled_from(["q.news.1", "q.news.2"]), st.sampled_from(["states", "before", "context"])),
    unique=True,
).map(lambda found: tuple(sorted(found, key=lambda link: ("states", "before", "context").index(link.role))))
plain = st.fixed_dictionaries(
    {
        "id": st.just(""),
        "kind": st.sampled_from(
            ["section", "action", "task", "category", "clause", "measure", "challenge", "principle"]
        ),
        "title": titles,
        "pinyin": st.just("") | lines,
        "aliases": st.lists(lines, max_size=3).map(tuple),
        "summary": st.just(Pair()) | pairs,
        "agencies": st.just(Agencies()) | lists,
        "due": st.just("") | dates,
        "quotes": links,
        "related": st.lists(st.sampled_from(["org.trade", "src.news", "root"]), max_size=2).map(tuple),
        "evidence": st.dictionaries(
            st.sampled_from(["title", "summary", "due"]), st.sampled_from(["unchecked"]), max_size=2
        ),
        "cites": st.dictionaries(st.sampled_from(["title", "summary"]), st.just(("src.doc", "src.news")), max_size=2),
        "notes": st.lists(notes, max_size=2).map(tuple),
    }
).map(lambda fields: Node(**fields))
events = st.builds(
    lambda node, event: node._replace(kind="event", event=event),
    plain,
    of(Event, st.sampled_from(["event", "plan", "target"]), dates, dates, dates, dates, st.just("stated")),
)
targets = st.builds(
    lambda node, target: node._replace(kind="target", target=target),
    plain,
    of(Target, st.sampled_from(["target", "figure"]), lines, paired(lines), st.sampled_from(["org.plan", "src.doc"])),
)
conflicts = st.builds(
    lambda node, sides: node._replace(kind="conflict", conflict=Conflict("development", tuple(sides))),
    plain,
    st.lists(of(Side, pairs, st.just(()), st.just(("src.doc",)), st.just("unchecked")), min_size=1, max_size=3),
)
trees = st.recursive(
    st.tuples(plain | events | targets | conflicts, st.just([])),
    lambda below: st.tuples(plain, st.lists(below, max_size=4)),
    max_leaves=12,
)
"""A node with the trees below it."""


def flat(tree: tuple[Node, list[Any]], id_: str, parent: str) -> list[Node]:
    """The nodes of a tree in reading order, each with its id, its parent and its children."""
    node, below = tree
    names = [f"{id_}.{i}" if parent else f"n.{i}" for i in range(1, len(below) + 1)]
    found = [node._replace(id=id_, parent=parent, children=tuple(names))]
    for name, child in zip(names, below, strict=True):
        found += flat(child, name, id_)
    return found


def written(value: object) -> object:
    """Something of the model as the format writes it, without what is its default."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        fields = cast(dict[str, object], value._asdict())
        defaults = cast(dict[str, object], value._field_defaults)
        # A word that is its default may be required all the same.
        kept = {k: v for k, v in fields.items() if isinstance(v, str) and v or k not in defaults or v != defaults[k]}
        return {key: written(item) for key, item in kept.items()}
    if isinstance(value, tuple):
        return [written(item) for item in value]
    if isinstance(value, dict):
        return {key: written(item) for key, item in value.items()}
    if isinstance(value, bool):
        return Word("true" if value else "false")
    return value


class Word(str):
    """A word that is written without quotes."""


class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """Writes no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


Dumper.add_representer(Word, lambda dumper, word: dumper.represent_scalar("tag:yaml.org,2002:bool", str(word)))


def as_yaml(nodes: list[Node], **options: Any) -> str:
    """A `plan.yaml` with these nodes, the first being the root."""
    by_id = {node.id: node for node in nodes}

    def block(node: Node) -> dict[str, object]:
        fields = cast(dict[str, object], written(node._replace(parent="", children=(), quotes=())))
        if node.quotes:
            roles = dict.fromkeys(link.role for link in node.quotes)
            fields["quotes"] = {role: [link.id for link in node.quotes if link.role == role] for role in roles}
        if node.children:
            fields["children"] = [block(by_id[id_]) for id_ in node.children]
        return fields

    return yaml.dump({"root": block(nodes[0])}, Dumper=Dumper, sort_keys=False, **options)


def loaded(**changes: str | bytes | None) -> Plan:
    """The small plan, changed, loaded with its errors."""
    with tempfile.TemporaryDirectory() as folder:
        return load(write_plan(Path(folder), **changes), with_errors=True)


class TestLoading:
    @LOADS
    @given(trees, st.booleans(), st.sampled_from([None, True, False]))
    @pytest.mark.case("N5")
    def test_any_tree_written_as_yaml_loads_back_the_same(
        self, tree: tuple[Node, list[Any]], unicode: bool, flow: bool | None
    ) -> None:
        root, below = tree
        root = root._replace(related=tuple(id_ for id_ in root.related if id_ != "root"))
        nodes = flat((root, below), "root", "")
        text = as_yaml(nodes, allow_unicode=unicode, default_flow_style=bool(flow), width=60)
        plan = loaded(plan=text)
        assert [f for f in plan.findings if f.code not in ("hidden-character", "bad-date")] == []
        assert list(plan.nodes) == nodes

    @LOADS
    @given(trees)
    def test_subtrees_and_ancestors_agree_with_parents(self, tree: tuple[Node, list[Any]]) -> None:
        root, below = tree
        plan = loaded(plan=as_yaml(flat((root._replace(related=()), below), "root", "")))
        for node in plan.nodes:
            above = plan.ancestors(node.id)
            assert len(above) == plan.depths[plan.index[node.id]]
            assert [a.id for a in above[-1:]] == [node.parent][: len(above)]
            inside = {n.id for n in plan.nodes if node in (*plan.ancestors(n.id), n)}
            assert [n.id for n in plan.subtree(node.id)] == [n.id for n in plan.nodes if n.id in inside]


def never_raises(look: Callable[[], Plan]) -> list[Finding]:
    """The findings of a plan; nothing but the two errors may come of it."""
    try:
        found = list(look().findings)
    except FormError as error:
        found = [error.finding]
        assert len(error.excerpt.split("\n")) in (1, 2)
        assert not hidden(error.excerpt)
    except PlanError as error:
        found = error.findings
    for finding in found:
        assert finding.severity in ("error", "warning")
        assert finding.file in FILES or finding.file.endswith(".yaml")
        assert finding.line >= 0
        assert finding.column >= 0
        assert finding.code
        assert finding.message
        assert "\n" not in visible(finding.message)
        assert len(finding.message) < 600
    return found


@st.composite
def mutations(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A few changes to a file's bytes: pieces cut, doubled, moved, replaced."""
    signs = st.sampled_from(
        [b":", b"- ", b"\n", b"  ", b"\t", b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!x ", b" #", b"|", b"~"]
        + [
            b"\xff",
            b"\x00",
            b"\xef\xbb\xbf",
            b"\xe2\x80\xae",
            b"\xc2\x85",
            b"\xe2\x80\xa8",
            b"---\n",
            b"<<: ",
            b"? ",
            b"\\",
        ]
    )
    changes = draw(
        st.lists(
            st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(["cut", "double", "line"]) | signs),
            min_size=1,
            max_size=4,
        )
    )

    def change(data: bytes) -> bytes:
        for place, length, what in changes:
            at = int(place * len(data))
            if what == "cut":
                data = data[:at] + data[at + length :]
            elif what == "double":
                data = data[: at + length] + data[at:]
            elif what == "line":
                begin = data.rfind(b"\n", 0, at) + 1
                end = data.find(b"\n", at) + 1 or len(data)
                data = data[:begin] + data[end:] + data[begin:end]
            else:
                data = data[:at] + cast(bytes, what) + data[at:]
        return data

    return change


class TestNothingElseIsRaised:
    @LOADS
    @given(st.sampled_from(["plan", "agencies", "news"]), st.binary(max_size=200))
    @pytest.mark.case("M8")
    def test_on_any_bytes(self, which: str, data: bytes) -> None:
        never_raises(lambda: loaded(**{which: data}))

    @LOADS
    @given(
        st.sampled_from(["plan", "agencies", "news"]),
        st.text("abidroot01:-[]{}&*!#'\"|>%@\n \t,?~=<\\\u2028\x85中\u0301", max_size=80),
    )
    @pytest.mark.case("M8")
    def test_on_any_text_of_yaml_signs(self, which: str, text: str) -> None:
        never_raises(lambda: loaded(**{which: text}))

    @LOADS
    @given(
        st.recursive(
            texts | st.none() | st.booleans() | st.integers(), lambda i: st.lists(i) | st.dictionaries(texts, i)
        )
    )
    @pytest.mark.case("N6")
    def test_on_any_values_in_place_of_a_node(self, value: object) -> None:
        never_raises(
            lambda: loaded(plan=yaml.dump({"root": {"id": "a", "children": [value], "title": value}}, Dumper=Dumper))
        )

    @LOADS
    @given(st.sampled_from(list(FILES)), mutations())
    @pytest.mark.case("N6")
    def test_on_changed_files_of_the_small_plan(self, name: str, change: Callable[[bytes], bytes]) -> None:
        never_raises(lambda: loaded(**{Path(name).stem: change(FILES[name].encode())}))

    @pytest.fixture(scope="class")
    def shipped(self, tmp_path_factory: pytest.TempPathFactory) -> Path:
        """A copy of the shipped plan."""
        folder = tmp_path_factory.mktemp("plan") / "copy"
        shutil.copytree(SHIPPED, folder)
        return folder

    @settings(deadline=None, max_examples=30)
    @given(st.sampled_from(["plan.yaml", "agencies.yaml", "sources/000.yaml", "sources/001.yaml"]), mutations())
    def test_on_changed_files_of_the_shipped_plan(
        self, shipped: Path, name: str, change: Callable[[bytes], bytes]
    ) -> None:
        whole = (SHIPPED / name).read_bytes()
        (shipped / name).write_bytes(change(whole))
        try:
            never_raises(lambda: load(shipped, with_errors=True))
        finally:
            (shipped / name).write_bytes(whole)

    @given(st.text("abidroot:-[]{}&*!#'\"|>\n \t,\r\u2028\x85中𝄞", max_size=60))
    def test_places_lie_within_the_text(self, text: str) -> None:
        findings: list[Finding] = []
        try:
            parse(text, "f.yaml", findings)
        except FormError as error:
            findings.append(error.finding)
        lines = text.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, "\r\u2028\u2029\x85"), "\n")).split("\n")
        for finding in findings:
            assert finding.line <= len(lines) + 1
            if 0 < finding.line <= len(lines):
                assert finding.column <= len(lines[finding.line - 1]) + 1
