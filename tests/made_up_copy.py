"""A made-up copy of the Guiding Opinions: every printed heading of the shipped plan, and around them words of our own.

No sentence of the document stands here. Headings, their order and the lists of bodies come from the plan; the text
between them is filler about tea and weather.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from plan_data.copies.document_text import SavedFile
from plan_data.copies.merge import MergedCopy
from plan_data.copies.opening import load_with_copies
from plan_data.copies.recognised_copy import Copy
from plan_data.copies.store import CopyStore
from plan_data.errors import MAX_BYTES
from plan_data.folders import SHIPPED
from plan_data.model.entities import CopyFacts, Node
from plan_data.model.plan import Plan

DOCUMENT = "src.guofa-2015-40"
FORMS = ("lines", "line", "p", "br", "one")
"""Plain text with a line a paragraph, and all in one line; HTML with `<p>`, with `<br>`, and all in one `<p>`."""
JOINED = ("line", "one")
"""Forms whose whole text is one paragraph."""
PARTS = ("requirements", "actions", "support")
SECOND = ("section", "action", "group")
CONTENTS = ("section", "action", "task", "group", "measure")
"""Kinds that a table of contents lists."""
UNLISTED = "教育部、民政部等负责"
"""What is printed where our list is not known."""
NAVIGATION = ("首页 | 新闻 | 服务", "您的位置：首页 > 样本 > 正文")
FOOTER = ("【打印】 【关闭】", "样本网站 版权所有")
DIGITS = "一二三四五六七八九十"
SCRIPT = "var hidden = '大力发展智能制造'; if (1 < 2) { document.write('<p>写出来的字</p>'); }"
STYLE = "p { color: #123456 } /* 样式里的字 */"


def filler(n: int) -> str:
    """A sentence of our own, another for each number."""
    things = ("茶叶", "旧书", "雨伞", "纸船", "山路", "渔火", "石桥")
    return f"样本第{n}句，说到{things[n % 7]}和{things[(n + 3) % 7]}，也说到今天的天气"


def numeral(n: int) -> str:
    """A number from 1 to 19 in Chinese."""
    return DIGITS[n - 1] if n <= 10 else f"十{DIGITS[n - 11]}"


def altered(heading: str) -> str:
    """A heading that is like another and is none: its last two letters are changed."""
    return f"{heading[:-2]}某某"


def words_of(plan: Plan, node: Node) -> str:
    """What the document would print in brackets for a node's list of bodies."""
    agencies = node.agencies
    if agencies.rule in ("", "unknown"):
        return UNLISTED
    duty = {"first": "负责", "joint": "共同牵头", "sole": "牵头", "collective": "分别负责"}[agencies.rule]
    names = "、".join(plan.bodies[id_].title.zh_short for id_ in agencies.list)
    return f"{names}{'等' if agencies.open else ''}{duty}"


@dataclass(frozen=True)
class MadeUp:
    """A copy, printed in a certain way."""

    plan: Plan
    form: str = "lines"
    """One of `FORMS`."""
    encoding: str = "utf-8"
    alter: Collection[str] = ()
    """Ids of the nodes whose heading is altered."""
    enumerators: bool = True
    quotes: str = "“”"
    """The two marks around 互联网+."""
    plus: str = "+"
    number: str = "样本〔2015〕一号"
    """What is printed below the title as the number of the document."""
    spaces: bool = False
    """Indents of ideographic spaces, and a no-break space in each heading."""
    newline: str = "\n"
    contents: bool = False
    """A table of contents before the text, whose headings are never altered."""
    mentions: Collection[str] = ()
    """Ids of the nodes whose heading begins a sentence of the introduction."""
    inside: Collection[str] = ()
    """Ids of the nodes whose heading stands inside a sentence of the introduction."""
    lists: Mapping[str, str] = field(default_factory=dict)
    """What stands in the brackets of a node instead; "" for no brackets."""
    alone: bool = False
    """Every heading is a paragraph of its own, without a full stop."""
    traditional: bool = False
    page: bool = False
    """Lines of navigation around the text; in HTML scripts and styles besides."""

    @cached_property
    def nodes(self) -> list[Node]:
        """The nodes whose headings are printed, in order."""
        return self.plan.headings_of(self.plan.sources[DOCUMENT])

    def heading(self, node: Node) -> str:
        """A node's heading as it is printed here, in simplified script."""
        text = node.title.zh
        if node.id in self.alter:
            text = altered(text)
        return self._shaped(text)

    def _shaped(self, text: str) -> str:
        text = text.replace("“", self.quotes[0]).replace("”", self.quotes[-1]).replace("+", self.plus)
        return f"{text[:2]}\u00a0{text[2:]}" if self.spaces else text

    def _printed(self) -> Iterator[tuple[str, str]]:
        """Each paragraph, with the id of the node whose heading it holds."""
        yield self.heading(self.nodes[0]), self.nodes[0].id
        yield self.number, ""
        if self.contents:
            yield "目录", ""
            for node in self.nodes[1:]:
                if node.kind in CONTENTS:
                    yield self._mark(node.id) + self._shaped(node.title.zh), ""
        yield self._introduction(), ""
        for i, node in enumerate(self.nodes[1:], 1):
            head, text = self._mark(node.id) + self.heading(node), f"{filler(i)}。"
            behind = self._list(node)
            if node.id in PARTS:
                yield head, node.id
            elif self.alone or node.kind in SECOND:
                yield head + ("" if self.alone else "。"), node.id
                yield text + behind, ""
            elif node.kind == "target" and "到20" in node.title.zh:
                yield f"{head}，{text}", node.id
            else:
                yield f"{head}。{text}{behind}", node.id
        yield f"{filler(0)}。", ""

    def _introduction(self) -> str:
        titles = {node.id: self._shaped(node.title.zh) for node in self.nodes}
        begun = "".join(f"{titles[id_]}，说的是后文。" for id_ in self.mentions)
        inside = "".join(f"还要{titles[id_]}，后文再说。" for id_ in self.inside)
        return f"{filler(99)}。{begun}{inside}{filler(98)}。"

    def _mark(self, id_: str) -> str:
        return self._marks.get(id_, "") if self.enumerators else ""

    @cached_property
    def _marks(self) -> dict[str, str]:
        return dict(self._enumerators())

    def _enumerators(self) -> Iterator[tuple[str, str]]:
        part = second = third = 0
        for node in self.nodes[1:]:
            if node.id in PARTS:
                part, second = part + 1, 0
                mark = f"{numeral(part)}、"
            elif node.kind in SECOND:
                second, third = second + 1, 0
                mark = f"（{numeral(second)}）"
            elif node.kind in ("task", "measure"):
                third += 1
                mark = f"{third}．" if node.kind == "task" else f"{third}."
            else:
                mark = "——" if node.kind == "target" and node.id.count(".") == 3 else ""
            yield node.id, mark

    def _list(self, node: Node) -> str:
        if node.kind not in ("action", "measure"):
            return ""
        words = self.lists.get(node.id, words_of(self.plan, node))
        if words and node.id == "act.entrepreneurship":
            words += "，列第一位者为牵头部门，下同"
        return f"（{words}）" if words else ""

    @cached_property
    def _text(self) -> list[tuple[str, str]]:
        """The paragraphs of the text in the script of the copy, each with the id of its node."""
        found = list(self._printed())
        if self.traditional:
            from opencc import OpenCC

            converter = OpenCC("s2t")
            found = [(converter.convert(text), id_) for text, id_ in found]
        return found

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs that a reader of the copy sees."""
        texts = tuple(text for text, _ in self._text)
        if self.form in JOINED:
            texts = (" ".join(texts),)
        return (*NAVIGATION, *texts, *FOOTER) if self.page else texts

    @cached_property
    def places(self) -> dict[str, tuple[int, int]]:
        """Where each heading stands, altered ones too: the number of its paragraph, and its first code point there."""
        found: dict[str, tuple[int, int]] = {}
        titles = {node.id: len(self.heading(node)) for node in self.nodes}
        first, gone = (len(NAVIGATION) if self.page else 0) + 1, 0
        for n, (text, id_) in enumerate(self._text):
            if id_:
                start = len(self._mark(id_))
                assert start + titles[id_] <= len(text)
                found[id_] = (first, gone + start) if self.form in JOINED else (first + n, start)
            gone += len(text) + 1
        return found

    @cached_property
    def data(self) -> bytes:
        """The file."""
        if self.form in ("lines", "line"):
            indent = "\u3000\u3000" if self.spaces else ""
            text = self.newline.join(indent + paragraph for paragraph in self.paragraphs) + self.newline
        else:
            text = self._html().replace("\n", self.newline)
        return text.encode(self.encoding)

    def _html(self) -> str:
        charset = {"gb18030": "gb2312", "big5hkscs": "big5"}.get(self.encoding, "utf-8")
        head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n<title>样本的题目</title>'
        if self.page:
            head += f"\n<style>{STYLE}</style>\n<script>{SCRIPT}</script>"
        indent = "&emsp;&#12288;" if self.spaces else ""
        shown = [indent + escape(text).replace("\u00a0", "&nbsp;") for text in self.paragraphs]
        edge = len(NAVIGATION) if self.page else 0
        above, text, below = shown[:edge], shown[edge : len(shown) - edge], shown[len(shown) - edge :]
        body = "<br>\n".join(text) if self.form == "br" else "".join(f"<p>{part}</p>\n" for part in text)
        links = "".join(f"<li><a href='#'>{part}</a></li>" for part in above)
        noise = f"<noscript>没有脚本</noscript><script>{SCRIPT}</script>" if self.page else ""
        foot = "".join(f"<div class='foot'>{part}</div>" for part in below)
        return (
            f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body><ul>{links}</ul>{noise}\n"
            f"<div id='text'>\n{body}</div>\n{foot}{noise}</body></html>\n"
        )

    def write(self, path: Path) -> Path:
        """Write the file, and return its path."""
        path.write_bytes(self.data)
        return path

    def copy(self) -> Copy:
        """The copy as the program reads it, by way of its bytes."""
        from plan_data.copies.chinese_script import simplified

        text = SavedFile(self.data, "copy").as_it_is()
        plain = simplified(text.paragraphs) if self.traditional else text.paragraphs
        facts = CopyFacts("copy", "0" * 64, text.form, text.encoding)
        return Copy(DOCUMENT, facts, text.paragraphs, plain, text.blocks)


def laid(plan: Plan, **options: Any) -> MergedCopy:
    """The plan with a made-up copy over it."""
    return MergedCopy(plan, MadeUp(plan, **options).copy())


def opened(shelf: CopyStore, folder: Path = SHIPPED) -> tuple[Plan, list[str]]:
    """A plan with what lies on a shelf, and what is told of it."""
    return load_with_copies(folder, max_bytes=MAX_BYTES, store=shelf.folder)


def same(a: Plan, b: Plan) -> bool:
    """Whether two plans say the same."""
    return (a.nodes, a.bodies, a.sources, a.quotes) == (b.nodes, b.bodies, b.sources, b.quotes)
